//! A sheet from one line of JSON, without a tree in between.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, Visitor};
use serde_json::de::StrRead;
use serde_json::value::RawValue;

use super::cell_notes::CellNotes;
use super::json_answers::AnswersSeed;
use super::json_context::{JsonContext, JsonWords};
use super::json_errors::{self, JsonError, JsonFault};
use super::json_export::ExportSeed;
use super::plain_line;
use crate::catalogue::StartingPoint;
use crate::sheet::{Importance, Sheet, keys};

/// Reads the sheet in a line, and adds to `notes` how its answers were read; of a name that is
/// unknown it says which was probably meant, if it `suggests`. An object that is no sheet, but
/// has answers among other things, is read as what a survey tool exports.
pub(super) fn sheet<'c>(
    words: &JsonWords<'c>,
    line: &[u8],
    suggests: bool,
    notes: &mut CellNotes,
) -> Result<Sheet<'c>, JsonError> {
    match plain_line::sheet(words, line, notes) {
        Some(sheet) => Ok(sheet),
        None => parsed(words, line, suggests, notes),
    }
}

/// The same by a parser, which reads a sheet however it is written.
pub(super) fn parsed<'c>(
    words: &JsonWords<'c>,
    line: &[u8],
    suggests: bool,
    notes: &mut CellNotes,
) -> Result<Sheet<'c>, JsonError> {
    // Checked once for the line, it need not be checked for every key.
    let text = std::str::from_utf8(line).map_err(|error| JsonError {
        fault: JsonFault::NotText,
        line: 1,
        column: Some(1 + String::from_utf8_lossy(good(line, &error)).chars().count()),
    })?;
    let mut context = JsonContext::new(words, suggests);
    let read = read(&mut context, text, |context, json| SheetSeed(context).deserialize(json));
    let as_sheet = match read {
        Err(error) if matches!(error.fault, JsonFault::UnknownKey(_) | JsonFault::NoAnswers) => {
            error
        }
        read => {
            *notes = notes.with(context.notes());
            return read;
        }
    };
    let mut context = JsonContext::of_export(words, suggests);
    let read =
        self::read(&mut context, text, |context, json| ExportSeed(context).deserialize(json));
    *notes = notes.with(context.notes());
    match read {
        Ok(exported) => exported.ok_or(as_sheet),
        Err(as_export) => Err(told(as_sheet, as_export)),
    }
}

/// Of what was wrong with a text as a sheet and as an export, that which says what to do.
fn told(as_sheet: JsonError, as_export: JsonError) -> JsonError {
    let is_own = matches!(&as_sheet.fault, JsonFault::UnknownKey(key) if json_errors::is_own(key));
    match as_export.fault {
        JsonFault::KeyOfList(_) if is_own => as_sheet,
        // It is told of the whole object.
        JsonFault::KeyOfList(_) => JsonError { line: 1, column: None, ..as_export },
        _ => as_export,
    }
}

type Json<'t> = serde_json::Deserializer<StrRead<'t>>;

/// Reads the whole text. Where an answer is none it reads on, and tells of all of them.
fn read<'t, 'r, 'c, T>(
    context: &mut JsonContext<'r, 'c>,
    text: &'t str,
    parse: impl Fn(&JsonContext<'r, 'c>, &mut Json<'t>) -> serde_json::Result<T>,
) -> Result<T, JsonError> {
    let parse = |context: &JsonContext<'r, 'c>| {
        let mut json = serde_json::Deserializer::from_str(text);
        let parsed = parse(context, &mut json).and_then(|read| json.end().map(|()| read));
        parsed.map_err(|error| context.error(&error, text))
    };
    let mut parsed = parse(context);
    if let Err(JsonError { fault: JsonFault::Answers(bad), column, .. }) = &mut parsed {
        *context = context.going_on();
        // If something else is wrong, it is told once the answers are mended.
        drop(parse(context));
        *bad = context.bad_answers();
        // Several are found by their questions.
        *column = column.filter(|_| bad.is_one());
    }
    parsed
}

/// What of `line` is text.
fn good<'l>(line: &'l [u8], error: &std::str::Utf8Error) -> &'l [u8] {
    line.get(..error.valid_up_to()).unwrap_or_default()
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
        let mut parts = Parts::default();
        let mut seen = Vec::new();
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if seen.contains(&key) {
                return Err(context.fail(JsonFault::RepeatedKey(key.into_owned())));
            }
            match key.as_ref() {
                keys::RESPONDENT => {
                    let name = map.next_value_seed(RespondentSeed(context))?;
                    parts.respondent = name.filter(|name| !name.is_empty());
                }
                keys::ANSWERS => parts.answers = Some(map.next_value_seed(AnswersSeed(context))?),
                keys::IMPORTANCE => {
                    parts.importance = map.next_value_seed(ImportanceSeed(context))?;
                }
                keys::STARTING_POINT => {
                    let word: Option<String> = map.next_value()?;
                    parts.starting_point =
                        word.map(|word| context.starting_point(word)).transpose()?;
                }
                keys::CATALOGUE => {
                    let named: Option<String> = map.next_value()?;
                    context.same_catalogue(named)?;
                }
                _ => return Err(context.fail(JsonFault::UnknownKey(key.into_owned()))),
            }
            seen.push(key);
        }
        parts.sheet().ok_or_else(|| context.fail(JsonFault::NoAnswers))
    }
}

/// What was read of a sheet: its keys may come in any order.
#[derive(Default)]
struct Parts<'c> {
    respondent: Option<String>,
    /// The answers, and what an answer code says beside them.
    answers: Option<Sheet<'c>>,
    importance: Option<Importance>,
    starting_point: Option<StartingPoint>,
}

impl<'c> Parts<'c> {
    /// The sheet, if there are answers. What stands in keys of its own goes before
    /// what an answer code says.
    fn sheet(self) -> Option<Sheet<'c>> {
        let mut sheet = self.answers?;
        sheet.respondent = self.respondent;
        sheet.starting_point = self.starting_point.or(sheet.starting_point);
        if let Some(importance) = self.importance {
            sheet.importance = importance;
        }
        Some(sheet)
    }
}

impl JsonContext<'_, '_> {
    /// The starting point that a sheet calls `word`.
    fn starting_point<E: Error>(&self, word: String) -> Result<StartingPoint, E> {
        StartingPoint::of(&word).ok_or_else(|| self.fail(JsonFault::StartingPoint(word)))
    }

    /// Refuses a sheet that names other data files than those in use.
    fn same_catalogue<E: Error>(&self, named: Option<String>) -> Result<(), E> {
        let loaded = self.catalogue().fingerprint().as_str();
        match named.filter(|found| found != loaded) {
            Some(found) => {
                let loaded = loaded.to_owned();
                Err(self.fail(JsonFault::OtherCatalogue { found, loaded }))
            }
            None => Ok(()),
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
                let name: String = serde_json::from_str(written).map_err(|error| {
                    let back = written.len().saturating_sub(error.column());
                    self.0.fail_within(&error, back)
                })?;
                Ok(Some(name.trim().to_owned()))
            }
            // As it is written: a long number is a name like any other, not a quantity.
            [b'0'..=b'9' | b'-', ..] => Ok(Some(written.to_owned())),
            _ => Err(self.0.fail(JsonFault::Respondent)),
        }
    }
}

/// Reads how much the interests matter, if that is said.
struct ImportanceSeed<'r, 'c>(&'r JsonContext<'r, 'c>);

impl<'de> DeserializeSeed<'de> for ImportanceSeed<'_, '_> {
    type Value = Option<Importance>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ImportanceSeed<'_, '_> {
    type Value = Option<Importance>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("importance as an object of interests and numbers")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let context = self.0;
        let mut importance = Importance::equal(context.catalogue());
        let mut seen = Vec::new();
        while let Some(id) = map.next_key::<String>()? {
            let Some(interest) = context.ids.interest(&id) else {
                return Err(context.fail(context.ids.unknown_interest(&id, context.suggests)));
            };
            if seen.contains(&interest) {
                return Err(context.fail(JsonFault::RepeatedKey(id)));
            }
            seen.push(interest);
            importance.set(interest, map.next_value_seed(WeightSeed(context, &id))?);
        }
        Ok(Some(importance))
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
