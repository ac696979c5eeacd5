//! The answers in one line of JSON.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::rows::Rows;
use crate::catalogue::Point;
use crate::sheet::{Answers, BadAnswer};

/// Reads answers in any of their three forms.
pub(super) struct AnswersSeed<'r, 'c>(pub(super) &'r Rows<'c>);

impl<'de> DeserializeSeed<'de> for AnswersSeed<'_, '_> {
    type Value = Answers;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Answers, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AnswersSeed<'_, '_> {
    type Value = Answers;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("answers as an object, a list or a text of digits")
    }

    fn visit_str<E: Error>(self, digits: &str) -> Result<Answers, E> {
        Answers::from_digits(self.0.catalogue().questionnaire(), digits).map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Answers, A::Error> {
        let asked = self.0.catalogue().questionnaire();
        let mut answers = Answers::blank(asked);
        let mut found = 0;
        while let Some(answer) = list.next_element_seed(AnswerSeed(self.0, found))? {
            answers.set(found, answer);
            found += 1;
        }
        let questions = asked.questions.len();
        if found == questions {
            return Ok(answers);
        }
        Err(Error::custom(format!(
            "there are {questions} questions, but {found} answers: write null where one was skipped"
        )))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Answers, A::Error> {
        let mut answers = Answers::blank(self.0.catalogue().questionnaire());
        let mut seen = vec![false; self.0.catalogue().questionnaire().questions.len()];
        let mut expected = 0;
        while let Some(question) = map.next_key_seed(QuestionSeed(self.0, expected))? {
            if let Some(seen) = seen.get_mut(question) {
                if *seen {
                    let id = self.0.name(question);
                    return Err(Error::custom(format!(
                        "the key \"{id}\" stands here a second time"
                    )));
                }
                *seen = true;
            }
            answers.set(question, map.next_value_seed(AnswerSeed(self.0, question))?);
            expected = question + 1;
        }
        Ok(answers)
    }
}

/// Reads the id of a question, which is most likely the one of this number.
struct QuestionSeed<'r, 'c>(&'r Rows<'c>, usize);

impl<'de> DeserializeSeed<'de> for QuestionSeed<'_, '_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for QuestionSeed<'_, '_> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the id of a question")
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<usize, E> {
        if self.0.name(self.1) == id {
            return Ok(self.1);
        }
        self.0.question(id).map_err(E::custom)
    }
}

/// Reads the answer to the question of this number.
struct AnswerSeed<'r, 'c>(&'r Rows<'c>, usize);

impl AnswerSeed<'_, '_> {
    fn point<E: Error>(
        &self,
        found: &impl ToString,
        number: Option<u8>,
    ) -> Result<Option<Point>, E> {
        let scale = &self.0.catalogue().questionnaire().scale;
        let point = number.and_then(|number| scale.point(number));
        point.map(Some).ok_or_else(|| {
            let error = BadAnswer::new(&found.to_string(), scale);
            E::custom(format!("{}: {error}", self.0.name(self.1)))
        })
    }
}

impl<'de> DeserializeSeed<'de> for AnswerSeed<'_, '_> {
    type Value = Option<Point>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Point>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AnswerSeed<'_, '_> {
    type Value = Option<Point>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer or null")
    }

    fn visit_unit<E: Error>(self) -> Result<Option<Point>, E> {
        Ok(None)
    }

    fn visit_u64<E: Error>(self, answer: u64) -> Result<Option<Point>, E> {
        self.point(&answer, u8::try_from(answer).ok())
    }

    fn visit_i64<E: Error>(self, answer: i64) -> Result<Option<Point>, E> {
        self.point(&answer, u8::try_from(answer).ok())
    }

    fn visit_f64<E: Error>(self, answer: f64) -> Result<Option<Point>, E> {
        let scale = &self.0.catalogue().questionnaire().scale;
        let mut points = scale.points().map(Point::number);
        let number = points.find(|number| f64::from(*number).total_cmp(&answer).is_eq());
        self.point(&answer, number)
    }

    fn visit_str<E: Error>(self, answer: &str) -> Result<Option<Point>, E> {
        self.point(&answer, None)
    }

    fn visit_bool<E: Error>(self, answer: bool) -> Result<Option<Point>, E> {
        self.point(&answer, None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<Option<Point>, A::Error> {
        self.point(&"a list", None)
    }

    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<Option<Point>, A::Error> {
        self.point(&"an object", None)
    }
}
