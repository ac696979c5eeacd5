//! A sheet from one line of JSON, without a tree in between.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::Sheet;
use super::answers::{Answers, BadAnswer};
use super::importance::Importance;
use super::rows::Rows;
use crate::catalogue::Point;

/// Reads a whole sheet.
pub(super) struct SheetSeed<'r, 'c>(pub(super) &'r Rows<'c>);

impl<'de> DeserializeSeed<'de> for SheetSeed<'_, '_> {
    type Value = Sheet;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Sheet, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for SheetSeed<'_, '_> {
    type Value = Sheet;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer sheet, which is an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Sheet, A::Error> {
        let catalogue = self.0.catalogue();
        let mut sheet = Sheet::new(catalogue, Answers::blank(catalogue.questionnaire()));
        let mut seen = Vec::new();
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if seen.contains(&key) {
                return Err(Error::custom(format!("the key \"{key}\" stands here a second time")));
            }
            match key.as_ref() {
                "respondent" => {
                    let name: Option<Name> = map.next_value()?;
                    sheet.respondent = name.map(|name| name.0).filter(|name| !name.is_empty());
                }
                "answers" => sheet.answers = map.next_value_seed(AnswersSeed(self.0))?,
                "importance" => sheet.importance = map.next_value_seed(ImportanceSeed(self.0))?,
                "catalogue" => same_catalogue(self.0, &map.next_value::<String>()?)?,
                _ => return Err(Error::custom(format!("unknown key \"{key}\""))),
            }
            seen.push(key);
        }
        if seen.iter().any(|key| key == "answers") {
            Ok(sheet)
        } else {
            Err(Error::custom("the key \"answers\" is missing"))
        }
    }
}

fn same_catalogue<E: Error>(rows: &Rows<'_>, found: &str) -> Result<(), E> {
    let loaded = rows.catalogue().fingerprint().as_str();
    if found == loaded {
        return Ok(());
    }
    Err(E::custom(format!(
        "this sheet was answered with another pair of data files: it names {found}, and the pair \
         in use is {loaded}"
    )))
}

/// What a respondent is called: a text, or a number that a spreadsheet made of it.
struct Name(String);

impl<'de> serde::Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::String(name) => Ok(Self(name.trim().to_owned())),
            serde_json::Value::Number(number) => Ok(Self(number.to_string())),
            _ => Err(D::Error::custom("respondent: expected text")),
        }
    }
}

/// Reads answers in any of their three forms.
struct AnswersSeed<'r, 'c>(&'r Rows<'c>);

impl<'de> DeserializeSeed<'de> for AnswersSeed<'_, '_> {
    type Value = Answers;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Answers, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AnswersSeed<'_, '_> {
    type Value = Answers;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("answers: an object, a list or a text of digits")
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
            let error = BadAnswer { found: found.to_string(), highest: scale.len() };
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

impl Visitor<'_> for AnswerSeed<'_, '_> {
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
}

/// Reads what the interests count.
struct ImportanceSeed<'r, 'c>(&'r Rows<'c>);

impl<'de> DeserializeSeed<'de> for ImportanceSeed<'_, '_> {
    type Value = Importance;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Importance, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ImportanceSeed<'_, '_> {
    type Value = Importance;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("importance: an object of interests")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Importance, A::Error> {
        let mut importance = Importance::equal(self.0.catalogue().questionnaire());
        let mut seen = Vec::new();
        while let Some(id) = map.next_key::<String>()? {
            let interest = self.0.interest(&id).map_err(Error::custom)?;
            if seen.contains(&interest) {
                return Err(Error::custom(format!("the key \"{id}\" stands here a second time")));
            }
            seen.push(interest);
            let weight: f64 = map.next_value()?;
            if !(0.0..=Importance::MOST).contains(&weight) {
                return Err(Error::custom(format!(
                    "{id}: {weight} is out of range: expected 0 to 5"
                )));
            }
            importance.set(interest, weight);
        }
        Ok(importance)
    }
}
