//! The answers in one line of JSON.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::json_context::JsonContext;
use super::json_errors::JsonFault;
use crate::catalogue::{Point, QuestionIx};
use crate::sheet::{Answers, BadAnswer, Named, Sheet};

/// Reads answers in any of their forms, and what an answer code says beside them.
pub(super) struct AnswersSeed<'r, 'c>(pub(super) &'r JsonContext<'r, 'c>);

impl<'de, 'c> DeserializeSeed<'de> for AnswersSeed<'_, 'c> {
    type Value = Sheet<'c>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Sheet<'c>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, 'c> Visitor<'de> for AnswersSeed<'_, 'c> {
    type Value = Sheet<'c>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("answers as an object, a list or a text of digits or an answer code")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Sheet<'c>, E> {
        match self.0.digits(text) {
            Some(Ok(answers)) => Ok(Sheet::new(answers)),
            Some(Err(wrong)) => {
                for (question, error) in wrong {
                    self.0.bad_answer(question, error)?;
                }
                Ok(Sheet::new(Answers::blank(self.0.catalogue())))
            }
            None => self.0.words.texts.read(text).map_err(|error| self.0.fail(error)),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Sheet<'c>, A::Error> {
        let asked = &self.0.questionnaire().questions;
        let mut answers = Answers::blank(self.0.catalogue());
        let mut found = 0;
        while let Some(answer) = list.next_element_seed(AnswerSeed(self.0, asked.nth(found)))? {
            if let Some(question) = asked.nth(found) {
                answers.set(question, answer);
            }
            found += 1;
        }
        let questions = asked.len();
        if found == questions {
            return Ok(Sheet::new(answers));
        }
        Err(self.0.fail(JsonFault::AnswerCount { questions, found }))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Sheet<'c>, A::Error> {
        let asked = &self.0.questionnaire().questions;
        let mut answers = Answers::blank(self.0.catalogue());
        let mut seen = asked.each(false);
        let mut expected = asked.nth(0);
        while let Some(question) = map.next_key_seed(QuestionSeed(self.0, expected))? {
            if std::mem::replace(&mut seen[question], true) {
                let id = self.0.ids.id(question).to_owned();
                return Err(self.0.fail(JsonFault::RepeatedKey(id)));
            }
            answers.set(question, map.next_value_seed(AnswerSeed(self.0, Some(question)))?);
            expected = asked.nth(question.number() + 1);
        }
        Ok(Sheet::new(answers))
    }
}

/// Reads the id of a question, which is most likely the one of this number.
struct QuestionSeed<'r, 'c>(&'r JsonContext<'r, 'c>, Option<QuestionIx>);

impl<'de> DeserializeSeed<'de> for QuestionSeed<'_, '_> {
    type Value = QuestionIx;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<QuestionIx, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for QuestionSeed<'_, '_> {
    type Value = QuestionIx;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the id of a question")
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<QuestionIx, E> {
        let ids = self.0.ids;
        if let Some(expected) = self.1.filter(|expected| ids.id(*expected) == id) {
            return Ok(expected);
        }
        match ids.question(id) {
            Some(question) => Ok(question),
            // By its text, as survey tools write it.
            None => match self.0.words.names.question(id) {
                Some(Named::One(question)) => Ok(question),
                Some(Named::Two(..)) | None => {
                    Err(self.0.fail(ids.unknown_question(id, self.0.suggests)))
                }
            },
        }
    }
}

/// Reads the answer to this question; `None` past the last one.
pub(super) struct AnswerSeed<'r, 'c>(
    pub(super) &'r JsonContext<'r, 'c>,
    pub(super) Option<QuestionIx>,
);

impl AnswerSeed<'_, '_> {
    /// The answer; where there is none, that is noted of the question.
    fn told<E: Error>(&self, read: Result<Option<Point>, BadAnswer>) -> Result<Option<Point>, E> {
        match (read, self.1) {
            (Ok(answer), _) => Ok(answer),
            (Err(error), Some(question)) => self.0.bad_answer(question, error).map(|()| None),
            // That there are too many is told.
            (Err(_), None) => Ok(None),
        }
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
        self.told(self.0.number(&answer, u8::try_from(answer).ok()))
    }

    fn visit_i64<E: Error>(self, answer: i64) -> Result<Option<Point>, E> {
        self.told(self.0.number(&answer, u8::try_from(answer).ok()))
    }

    fn visit_f64<E: Error>(self, answer: f64) -> Result<Option<Point>, E> {
        let scale = &self.0.questionnaire().scale;
        let mut points = scale.points().map(Point::number);
        let number = points.find(|number| f64::from(*number).total_cmp(&answer).is_eq());
        self.told(self.0.number(&answer, number))
    }

    fn visit_str<E: Error>(self, answer: &str) -> Result<Option<Point>, E> {
        self.told(self.0.answer(answer))
    }

    fn visit_bool<E: Error>(self, answer: bool) -> Result<Option<Point>, E> {
        self.told(self.0.no_answer(&answer.to_string()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Option<Point>, A::Error> {
        let none = self.told(self.0.no_answer("a list"))?;
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(none)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<Point>, A::Error> {
        let none = self.told(self.0.no_answer("an object"))?;
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(none)
    }
}
