//! A sheet from one line of JSON, without a tree in between.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::row_answers::AnswersSeed;
use super::rows::Rows;
use crate::sheet::{Answers, Importance, Sheet};

/// Reads a whole sheet.
pub(super) struct SheetSeed<'r, 'c>(pub(super) &'r Rows<'c>);

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
        let catalogue = self.0.catalogue();
        let mut sheet = Sheet::new(Answers::blank(catalogue));
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
                "catalogue" => {
                    let named: Option<String> = map.next_value()?;
                    named.map_or(Ok(()), |named| same_catalogue(self.0, &named))?;
                }
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

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = <&RawValue>::deserialize(deserializer)?.get();
        match written.as_bytes() {
            [b'"', ..] => {
                let name: String = serde_json::from_str(written).map_err(D::Error::custom)?;
                Ok(Self(name.trim().to_owned()))
            }
            // As it is written: a long number is a name like any other, not a quantity.
            [b'0'..=b'9' | b'-', ..] => Ok(Self(written.to_owned())),
            _ => Err(D::Error::custom("respondent: expected a text or a number")),
        }
    }
}

/// Reads what the interests count.
struct ImportanceSeed<'r, 'c>(&'r Rows<'c>);

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
        let mut importance = Importance::equal(self.0.catalogue());
        let mut seen = Vec::new();
        while let Some(id) = map.next_key::<String>()? {
            let interest = self.0.interest(&id).map_err(Error::custom)?;
            if seen.contains(&interest) {
                return Err(Error::custom(format!("the key \"{id}\" stands here a second time")));
            }
            seen.push(interest);
            importance.set(interest, map.next_value_seed(WeightSeed(&id))?);
        }
        Ok(importance)
    }
}

/// Reads what the interest of this id counts.
struct WeightSeed<'i>(&'i str);

impl<'de> DeserializeSeed<'de> for WeightSeed<'_> {
    type Value = f64;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<f64, D::Error> {
        let written = <&RawValue>::deserialize(deserializer)?.get();
        let weight = serde_json::from_str(written).ok();
        weight.filter(|weight| (0.0..=Importance::MOST).contains(weight)).ok_or_else(|| {
            let id = self.0;
            D::Error::custom(format!("{id}: expected a number from 0 to 5, found {written}"))
        })
    }
}
