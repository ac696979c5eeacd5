//! A sheet from an object as survey tools export it: the answers stand beside other things, or
//! together under the key `response`, and each has the id or the text of its question.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::json_answers::AnswerSeed;
use super::json_context::JsonContext;
use super::json_errors::JsonFault;
use super::respondents;
use crate::catalogue::{QuestionIx, nearest, repeated};
use crate::sheet::{Answers, Named, Sheet, is_marking, keys};

/// The keys under which answers stand together.
const TOGETHER: [&str; 2] = ["response", "responses"];

/// Reads such an object; `None` if it has the key of a sheet, or none that is a question.
pub(super) struct ExportSeed<'r, 'c>(pub(super) &'r JsonContext<'r, 'c>);

impl<'de, 'c> DeserializeSeed<'de> for ExportSeed<'_, 'c> {
    type Value = Option<Sheet<'c>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let mut found = Found {
            context: self.0,
            answers: Answers::blank(self.0.catalogue()),
            seen: HashSet::new(),
            respondent: None,
            unmatched: Vec::new(),
            unmatched_count: 0,
            is_sheet: false,
            longest_list: None,
            bytes: 0,
        };
        ObjectSeed { found: &mut found, under: None }.deserialize(deserializer)?;
        let (count, matched) = (found.unmatched_count, found.seen.len());
        if count >= matched.max(1) && matched > 0 && !found.is_sheet {
            let keys = found.unmatched;
            return Err(self.0.fail(JsonFault::Unmatched { keys, count, found: matched }));
        }
        if found.has_near_miss() {
            self.0.note_astray();
        }
        let is_export = !found.is_sheet && !found.seen.is_empty();
        // A list that is most of the object may hold the people; a shorter one is of one person.
        let bytes = found.bytes;
        let list = found.longest_list.filter(|(length, _)| 2 * length > bytes);
        if let Some((_, key)) = list.filter(|_| !is_export && !found.is_sheet) {
            return Err(self.0.fail(JsonFault::KeyOfList(key)));
        }
        let respondent = found.respondent.map(|(_, name)| name).filter(|name| !name.is_empty());
        Ok(is_export.then(|| Sheet { respondent, ..Sheet::new(found.answers) }))
    }
}

/// What was found in the object up to now.
struct Found<'r, 'c> {
    context: &'r JsonContext<'r, 'c>,
    answers: Answers<'c>,
    /// The questions that had a key.
    seen: HashSet<QuestionIx>,
    /// What the respondent is called, and how sure that is: 0 is the surest.
    respondent: Option<(usize, String)>,
    /// The first keys that hold answers and match no question, and how many there are.
    unmatched: Vec<String>,
    unmatched_count: usize,
    /// Whether the answers are where those of a sheet are.
    is_sheet: bool,
    /// The key with the longest list of objects, and how many bytes that has.
    longest_list: Option<(usize, String)>,
    /// How many bytes all has that is no answer to a question, and its keys.
    bytes: usize,
}

/// Reads an object, the whole or what stands under one of its keys; what else may stand there
/// is passed over.
struct ObjectSeed<'f, 'k, 'r, 'c> {
    found: &'f mut Found<'r, 'c>,
    /// The key under which it stands; `None` for the whole.
    under: Option<&'k str>,
}

impl<'de> DeserializeSeed<'de> for ObjectSeed<'_, '_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ObjectSeed<'_, '_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { found, under } = self;
        let is_whole = under.is_none();
        let context = found.context;
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            match context.words.names.question(&key) {
                Some(Named::One(question))
                    if is_marking(&key) && found.seen.contains(&question) =>
                {
                    map.next_value::<IgnoredAny>()?;
                }
                Some(Named::One(question)) => {
                    if !found.seen.insert(question) {
                        return Err(context.fail(JsonFault::RepeatedKey(key.into_owned())));
                    }
                    let answer = map.next_value_seed(AnswerSeed(context, Some(question)))?;
                    found.answers.set(question, answer);
                }
                Some(Named::Two(one, other)) => {
                    let [one, other] = [one, other].map(|of| context.ids.id(of).to_owned());
                    let key = key.into_owned();
                    return Err(context.fail(JsonFault::TwoQuestions { key, one, other }));
                }
                None if is_whole && TOGETHER.contains(&key.as_ref()) => {
                    map.next_value_seed(ObjectSeed { found: &mut *found, under: Some(&key) })?;
                }
                None => {
                    found.is_sheet |= is_whole && key == keys::ANSWERS;
                    let written = map.next_value::<&RawValue>()?.get();
                    found.bytes += key.len() + written.len();
                    match respondents::rank(&key) {
                        Some(rank) => found.name(rank, written),
                        None => found.pass(&key, written),
                    }
                }
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut length = 0;
        while let Some(element) = list.next_element::<&RawValue>()? {
            self.found.bytes += element.get().len();
            length += if element.get().starts_with('{') { element.get().len() } else { 0 };
        }
        self.found.take_list(self.under.unwrap_or_default(), length);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }
}

impl Found<'_, '_> {
    /// Whether a key that holds an answer is nearly the id of a question that has no key.
    fn has_near_miss(&self) -> bool {
        if self.unmatched.is_empty() {
            return false;
        }
        let questions = self.context.questionnaire().questions.indices();
        let missing = questions.filter(|question| !self.seen.contains(question));
        let missing: Vec<&str> = missing.map(|question| self.context.ids.id(question)).collect();
        self.unmatched.iter().any(|key| nearest(key, missing.iter().copied()).is_some())
    }

    /// Passes over what stands under a key that is no question, and takes note if it is an
    /// answer or a list of objects.
    fn pass(&mut self, key: &str, written: &str) {
        const TOLD: usize = 5;
        let within = written.strip_prefix('[').map(str::trim_start);
        if within.is_some_and(|within| within.starts_with('{')) {
            self.take_list(key, written.len());
        }
        let is_answer = match written.as_bytes() {
            [b'"', ..] => serde_json::from_str::<String>(written)
                .is_ok_and(|text| self.context.words.answers.is_answer(&text)),
            _ => self.context.words.answers.is_answer(written),
        };
        self.unmatched_count += usize::from(is_answer);
        if is_answer && self.unmatched.len() < TOLD {
            self.unmatched.push(repeated(key).into_owned());
        }
    }

    /// Takes note of a list of objects, of so many bytes.
    fn take_list(&mut self, key: &str, length: usize) {
        if length > self.longest_list.as_ref().map_or(0, |(longest, _)| *longest) {
            self.longest_list = Some((length, key.to_owned()));
        }
    }

    /// Takes a text or a number for what the respondent is called, unless that is known surer.
    fn name(&mut self, rank: usize, written: &str) {
        if self.respondent.as_ref().is_some_and(|(known, _)| *known <= rank) {
            return;
        }
        let name = match written.as_bytes() {
            [b'"', ..] => serde_json::from_str::<String>(written).ok(),
            [b'0'..=b'9' | b'-', ..] => Some(written.to_owned()),
            _ => None,
        };
        if let Some(name) = name {
            self.respondent = Some((rank, name.trim().to_owned()));
        }
    }
}
