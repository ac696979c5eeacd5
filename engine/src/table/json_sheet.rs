//! A sheet from one line of JSON, without a tree in between.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::ids::Ids;
use super::json_answers::AnswersSeed;
use super::json_context::JsonContext;
use super::json_errors::{JsonError, JsonFault};
use crate::sheet::{Answers, Importance, Sheet, keys};

/// Reads the sheet in a line.
pub(super) fn sheet<'c>(ids: &Ids<'c>, line: &[u8]) -> Result<Sheet<'c>, JsonError> {
    // Checked once for the line, it need not be checked for every key.
    let text = std::str::from_utf8(line).map_err(|error| JsonError {
        fault: JsonFault::NotText,
        column: Some(error.valid_up_to() + 1),
    })?;
    let context = JsonContext::new(ids);
    let mut json = serde_json::Deserializer::from_str(text);
    let read = SheetSeed(&context).deserialize(&mut json);
    read.and_then(|sheet| json.end().map(|()| sheet)).map_err(|error| context.error(&error))
}

/// Reads a whole sheet.
struct SheetSeed<'r, 'c>(&'r JsonContext<'r, 'c>);

impl<'de, 'c> DeserializeSeed<'de> for SheetSeed<'_, 'c> {
    type Value = Sheet<'c>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Sheet<'c>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, 'c> Visitor<'de> for SheetSeed<'_, 'c> {
    type Value = Sheet<'c>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer sheet, which is one object on a line")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Sheet<'c>, A::Error> {
        let context = self.0;
        let catalogue = context.catalogue();
        let mut sheet = Sheet::new(Answers::blank(catalogue));
        let mut seen = Vec::new();
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if seen.contains(&key) {
                return Err(context.fail(JsonFault::RepeatedKey(key.into_owned())));
            }
            match key.as_ref() {
                keys::RESPONDENT => {
                    let name = map.next_value_seed(RespondentSeed(context))?;
                    sheet.respondent = name.filter(|name| !name.is_empty());
                }
                keys::ANSWERS => sheet.answers = map.next_value_seed(AnswersSeed(context))?,
                keys::IMPORTANCE => {
                    sheet.importance = map.next_value_seed(ImportanceSeed(context))?;
                }
                keys::CATALOGUE => {
                    let named: Option<String> = map.next_value()?;
                    let loaded = catalogue.fingerprint().as_str();
                    if let Some(found) = named.filter(|found| found != loaded) {
                        let loaded = loaded.to_owned();
                        return Err(context.fail(JsonFault::OtherCatalogue { found, loaded }));
                    }
                }
                _ => return Err(context.fail(JsonFault::UnknownKey(key.into_owned()))),
            }
            seen.push(key);
        }
        if seen.iter().any(|key| key == keys::ANSWERS) {
            Ok(sheet)
        } else {
            Err(context.fail(JsonFault::NoAnswers))
        }
    }
}

/// Reads what the respondent is called, if anything: a text, or a number that a
/// spreadsheet made of it.
struct RespondentSeed<'r, 'c>(&'r JsonContext<'r, 'c>);

impl<'de> DeserializeSeed<'de> for RespondentSeed<'_, '_> {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let written = <&RawValue>::deserialize(deserializer)?.get();
        match written.as_bytes() {
            b"null" => Ok(None),
            [b'"', ..] => {
                let name: String = serde_json::from_str(written).map_err(D::Error::custom)?;
                Ok(Some(name.trim().to_owned()))
            }
            // As it is written: a long number is a name like any other, not a quantity.
            [b'0'..=b'9' | b'-', ..] => Ok(Some(written.to_owned())),
            _ => Err(self.0.fail(JsonFault::Respondent)),
        }
    }
}

/// Reads how much the interests matter.
struct ImportanceSeed<'r, 'c>(&'r JsonContext<'r, 'c>);

impl<'de> DeserializeSeed<'de> for ImportanceSeed<'_, '_> {
    type Value = Importance;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Importance, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ImportanceSeed<'_, '_> {
    type Value = Importance;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("importance as an object of interests and numbers")
    }

    fn visit_unit<E: Error>(self) -> Result<Importance, E> {
        Ok(Importance::equal(self.0.catalogue()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Importance, A::Error> {
        let context = self.0;
        let mut importance = Importance::equal(context.catalogue());
        let mut seen = Vec::new();
        while let Some(id) = map.next_key::<String>()? {
            let Some(interest) = context.ids.interest(&id) else {
                return Err(context.fail(context.ids.unknown_interest(&id)));
            };
            if seen.contains(&interest) {
                return Err(context.fail(JsonFault::RepeatedKey(id)));
            }
            seen.push(interest);
            importance.set(interest, map.next_value_seed(WeightSeed(context, &id))?);
        }
        Ok(importance)
    }
}

/// Reads how much the interest of this id matters.
struct WeightSeed<'r, 'c>(&'r JsonContext<'r, 'c>, &'r str);

impl<'de> DeserializeSeed<'de> for WeightSeed<'_, '_> {
    type Value = f64;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<f64, D::Error> {
        let written = <&RawValue>::deserialize(deserializer)?.get();
        let weight = serde_json::from_str(written).ok();
        weight.filter(|weight| (0.0..=Importance::MOST).contains(weight)).ok_or_else(|| {
            let (interest, found) = (self.1.to_owned(), written.to_owned());
            self.0.fail(JsonFault::Weight { interest, found })
        })
    }
}
