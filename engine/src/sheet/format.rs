//! The format of an answer sheet, YAML or JSON: its definition, from which it is read and
//! written and its JSON Schema is made.

use serde_json::{Map, Value as Json, json};

use super::Sheet;
use super::answer_code::AnswerCode;
use super::answer_words::AnswerWords;
use super::answers::{Answers, BadAnswer};
use super::ids::Ids;
use super::importance::Importance;
use super::keys;
use super::mistake::{OTHER_FILES, SheetMistake};
use super::question_names::{Named, QuestionNames};
use crate::catalogue::schema::{Bounds, Count, Field, Keys, ObjectSchema, ValueKind};
use crate::catalogue::yaml::{Listed, Node, Reader, Slot, Source, Value, parse};
use crate::catalogue::{Catalogue, Fingerprint, Mistake, Point, Problems, StartingPoint};

/// The form of an answer sheet.
pub static SHEET: ObjectSchema = ObjectSchema {
    name: "Sheet",
    description: "What one person answered: a YAML or JSON file, or a line of NDJSON.",
    fields: &[
        Field::optional(
            keys::RESPONDENT,
            ValueKind::Name,
            "What the respondent is called: a text, or a number that a spreadsheet made of it.",
        ),
        Field::required(
            keys::ANSWERS,
            ValueKind::AnyOf(&[
                (
                    "By the ids of the questions, or by their texts; null is a skipped one.",
                    ValueKind::Map { keys: Keys::Any, values: ANSWER, is_filled: false },
                ),
                (
                    "One character a question, in file order: a digit, or - for a skipped one.",
                    ValueKind::Pattern("^[1-9-]+$"),
                ),
                (
                    "An answer code, as a result has it: capitals, blanks and hyphens in it do \
                     not matter.",
                    ValueKind::Pattern(r"^\W*[RrSs](\W*[0-9A-Za-z]){8,}\W*$"),
                ),
                (
                    "One item a question, in file order; null is a skipped one.",
                    ValueKind::List(ANSWER, Count::Any),
                ),
            ]),
            "The answers. A skipped question is missing, and never neutral.",
        ),
        Field::optional(
            keys::IMPORTANCE,
            ValueKind::Map {
                keys: Keys::Any,
                values: &ValueKind::Number(Bounds::Within(0.0, Importance::MOST)),
                is_filled: false,
            },
            "How much each interest counts to the person, by its id: 0 to 5, where 1 is usual. \
             What counts more is taken as liked more. It stands in place of the marks in an answer code.",
        ),
        Field::optional(
            keys::STARTING_POINT,
            ValueKind::Word { what: "a starting point", words: StartingPoint::WORDS },
            "Where the person starts from: it orders what is shown, and changes no score. It \
             stands in place of the one in an answer code.",
        ),
        Field::optional(
            keys::CATALOGUE,
            ValueKind::Pattern("^sha256:[0-9a-f]{64}$"),
            "The fingerprint of the data files that were answered: the sheet is refused \
             if others are in use.",
        ),
    ],
    one_of: None,
};

/// A point on the scale, whose length is the questionnaire's; or null.
const ANSWER: &ValueKind = &ValueKind::AnyOf(&[
    ("Its number; null for a skipped question.", ValueKind::OrNull(&ValueKind::Whole(1, 9))),
    (
        "Its number, its label or both, as a text; NA and the like for a skipped question.",
        ValueKind::Pattern("^.*$"),
    ),
]);

impl<'c> Sheet<'c> {
    /// Reads the one sheet that `source` holds.
    ///
    /// # Errors
    /// Every mistake in it, with its place.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::catalogue::yaml::Source;
    /// use rolefit_engine::sheet::Sheet;
    ///
    /// let source = Source::decode("sheet.yaml", b"answers: {sums: 5, talk: 2, mend: 1}")?;
    /// assert_eq!(Sheet::read(&catalogue, &source)?.answers().answered(), 3);
    /// // Every mistake is reported at once.
    /// let source = Source::decode("sheet.yaml", b"answers: {sums: 6, tlak: 2}")?;
    /// assert!(Sheet::read(&catalogue, &source).is_err_and(|problems| problems.as_slice().len() == 2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn read(catalogue: &'c Catalogue, source: &Source) -> Result<Self, Problems<SheetMistake>> {
        read(catalogue, source, Fit::Exact).map(|(sheet, _)| sheet)
    }

    /// Reads the one sheet that `source` holds even if it was made with other
    /// data files: then answers to questions that are not in `catalogue` are
    /// passed over. Also returns whether it was.
    ///
    /// # Errors
    /// Every mistake in it, with its place.
    pub fn read_of_any(
        catalogue: &'c Catalogue,
        source: &Source,
    ) -> Result<(Self, bool), Problems<SheetMistake>> {
        read(catalogue, source, Fit::Any)
    }

    /// The sheet as it is written: answers by the ids of their questions, so that it
    /// outlives a change of their order, and what is not as usual.
    ///
    /// ```
    /// # use rolefit_engine::catalogue::{Catalogue, yaml::Source};
    /// # use rolefit_engine::sheet::{Answers, Sheet};
    /// # let (questions, careers) = (
    /// #     include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/questions.yaml")),
    /// #     include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/careers.yaml")),
    /// # );
    /// # let questions = Source::decode("questions.yaml", questions);
    /// # let careers = Source::decode("careers.yaml", careers);
    /// # let catalogue = Catalogue::read(questions, careers)?;
    /// let sheet = Sheet::new(Answers::from_digits(&catalogue, "4-2314")?);
    /// let written = sheet.to_json().to_string();
    /// let source = Source::decode("sheet.json", written.as_bytes())?;
    /// assert_eq!(Sheet::read(&catalogue, &source)?, sheet);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> Json {
        let value = |key| Some((String::from(key), self.value(key)?));
        SHEET.fields.iter().filter_map(|field| value(field.key)).collect()
    }

    /// What is written for `key`, if anything.
    fn value(&self, key: &str) -> Option<Json> {
        let asked = self.catalogue().questionnaire();
        match key {
            keys::RESPONDENT => self.respondent.as_ref().map(|name| json!(name)),
            keys::ANSWERS => {
                let answers = asked.questions.iter().zip(self.answers.iter());
                let given = answers.filter_map(|(question, point)| {
                    Some((question.id.to_string(), json!(point?.number())))
                });
                Some(given.collect())
            }
            keys::IMPORTANCE => {
                let weights = asked.interests.iter().zip(self.importance.counts());
                let unusual = weights
                    .filter(|(_, weight)| weight.total_cmp(&Importance::USUAL).is_ne())
                    .map(|(interest, weight)| (interest.id.to_string(), json!(weight)));
                Some(unusual.collect::<Map<_, _>>()).filter(|map| !map.is_empty()).map(Json::Object)
            }
            keys::STARTING_POINT => self.starting_point.map(|point| json!(point)),
            keys::CATALOGUE => Some(json!(self.catalogue().fingerprint().as_str())),
            _ => None,
        }
    }
}

/// Which data files a sheet may have been made with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// The ones in use.
    Exact,
    /// Any.
    Any,
}

fn read<'c>(
    catalogue: &'c Catalogue,
    source: &Source,
    fit: Fit,
) -> Result<(Sheet<'c>, bool), Problems<SheetMistake>> {
    let root = parse(source).map_err(|problem| problem.map(SheetMistake::from))?;
    let mut reader = Reader::new(source);
    let sheet = sheet(&mut reader, catalogue, &root, fit);
    let problems = reader.into_problems();
    sheet.filter(|_| problems.is_empty()).ok_or_else(|| problems.into())
}

/// The sheet, and whether it was made with other data files.
fn sheet<'c>(
    reader: &mut Reader<'_, SheetMistake>,
    catalogue: &'c Catalogue,
    root: &Node,
    fit: Fit,
) -> Option<(Sheet<'c>, bool)> {
    if is_bare(root) {
        let kind = &SHEET.field(keys::ANSWERS)?.kind;
        return Some((answers(reader, catalogue, Slot { node: root, kind }, false)?, false));
    }
    let fields = reader.root(root, &SHEET)?;
    let named = fields.get(keys::RESPONDENT).filter(|slot| !is_blank(slot.node));
    let respondent = named.and_then(|slot| reader.text(slot));
    let named_catalogue = fields.get(keys::CATALOGUE);
    let is_foreign = named_catalogue.is_some_and(|slot| is_foreign(reader, catalogue, slot, fit));
    let answered =
        fields.get(keys::ANSWERS).and_then(|slot| answers(reader, catalogue, slot, is_foreign));
    let weights = fields.get(keys::IMPORTANCE).map(|slot| importance(reader, catalogue, slot));
    let point = fields.get(keys::STARTING_POINT).and_then(|slot| reader.word(slot));
    let mut sheet = Sheet { respondent, ..answered? };
    if let Some(weights) = weights {
        sheet.importance = weights?;
    }
    sheet.starting_point = point.and_then(StartingPoint::of).or(sheet.starting_point);
    Some((sheet, is_foreign))
}

/// Whether the whole sheet is an answer code or a row of digits, as a person saves it who
/// was given one.
fn is_bare(root: &Node) -> bool {
    match &root.value {
        Value::Text(text) => {
            AnswerCode::is_meant_by(text) || text.chars().all(|of| "123456789-".contains(of))
        }
        Value::Number(_) => true,
        _ => false,
    }
}

/// Spreadsheets write an empty cell where there is no name.
fn is_blank(node: &Node) -> bool {
    matches!(&node.value, Value::Text(text) if text.trim().is_empty())
}

/// Whether the sheet names other data files than those in use; unless any will
/// do, that is a mistake.
fn is_foreign(
    reader: &mut Reader<'_, SheetMistake>,
    catalogue: &Catalogue,
    slot: Slot<'_>,
    fit: Fit,
) -> bool {
    let loaded = catalogue.fingerprint().to_string();
    let found = reader.text(slot).unwrap_or_else(|| loaded.clone());
    if !Fingerprint::is_one(&found) {
        reader.note(slot.node.span, SheetMistake::BadFingerprint { found });
        return false;
    }
    let is_foreign = found != loaded;
    if is_foreign && fit == Fit::Exact {
        let mistake = SheetMistake::OtherCatalogue { found, loaded };
        reader.note_with(slot.node.span, mistake, |_| Some(OTHER_FILES));
    }
    is_foreign
}

/// The sheet with the answers, and with what an answer code says beside them.
fn answers<'c>(
    reader: &mut Reader<'_, SheetMistake>,
    catalogue: &'c Catalogue,
    slot: Slot<'_>,
    is_foreign: bool,
) -> Option<Sheet<'c>> {
    let slot = slot.as_its_kind();
    let (span, other) = (slot.node.span, SheetMistake::ForeignWithoutIds);
    match slot.kind {
        ValueKind::Map { .. } => by_id(reader, catalogue, slot, is_foreign).map(Sheet::new),
        ValueKind::List(..) if !is_foreign => by_place(reader, catalogue, slot).map(Sheet::new),
        ValueKind::Pattern(_) => {
            let text = reader.text(slot)?;
            // A code knows which questions it answers.
            if is_foreign && !AnswerCode::is_meant_by(&text) {
                reader.note_with(span, other, |_| Some(OTHER_FILES));
                return None;
            }
            Sheet::from_text(catalogue, &text)
                .map_err(|error| reader.note(span, SheetMistake::from(error)))
                .ok()
        }
        // Without ids there is no telling which questions were answered.
        _ => {
            reader.note_with(span, other, |_| Some(OTHER_FILES));
            None
        }
    }
}

fn by_id<'c>(
    reader: &mut Reader<'_, SheetMistake>,
    catalogue: &'c Catalogue,
    slot: Slot<'_>,
    is_foreign: bool,
) -> Option<Answers<'c>> {
    let questionnaire = catalogue.questionnaire();
    let names = QuestionNames::of(Ids::of(catalogue));
    let ids = names.ids();
    let by_name = |key: &str| match names.question(key) {
        Some(Named::One(question)) => Some(question),
        Some(Named::Two(..)) | None => None,
    };
    let mut answers = Answers::blank(catalogue);
    let mut seen = questionnaire.questions.each(false);
    let words = AnswerWords::of(&questionnaire.scale);
    for entry in reader.entries(slot)? {
        if let Some(question) = ids.question(&entry.key).or_else(|| by_name(&entry.key)) {
            if std::mem::replace(&mut seen[question], true) {
                let key = ids.id(question).to_owned();
                reader.note(entry.span, SheetMistake::from(Mistake::DuplicateKey { key }));
            }
            let given = answer(reader, &words, entry.value);
            answers.set(question, given);
        } else if !is_foreign {
            let mistake = Mistake::UnknownId { what: "question", id: entry.key.to_string() };
            let known = questionnaire.questions.iter().map(|question| question.id.as_str());
            reader.note_unknown(entry.span, mistake, Listed::QUESTIONS, &entry.key, known);
        }
    }
    Some(answers)
}

fn by_place<'c>(
    reader: &mut Reader<'_, SheetMistake>,
    catalogue: &'c Catalogue,
    slot: Slot<'_>,
) -> Option<Answers<'c>> {
    let questionnaire = catalogue.questionnaire();
    let items = reader.list(slot)?;
    let (questions, found) = (questionnaire.questions.len(), items.len());
    if questions != found {
        reader.note(slot.node.span, SheetMistake::WrongLength { questions, found });
        return None;
    }
    let mut answers = Answers::blank(catalogue);
    let words = AnswerWords::of(&questionnaire.scale);
    for (place, item) in questionnaire.questions.indices().zip(items) {
        let given = answer(reader, &words, item);
        answers.set(place, given);
    }
    Some(answers)
}

/// One answer; `None` if it was skipped, or was none and has been noted.
fn answer(
    reader: &mut Reader<'_, SheetMistake>,
    words: &AnswerWords<'_>,
    slot: Slot<'_>,
) -> Option<Point> {
    let scale = words.scale();
    let found = match &slot.node.value {
        Value::Null => return None,
        Value::Number(number) => {
            let given = scale.points().find(|p| f64::from(p.number()).total_cmp(number).is_eq());
            if given.is_some() {
                return given;
            }
            number.to_string()
        }
        Value::Text(text) => match words.read(text) {
            Ok(read) => return read.point(),
            Err(error) => {
                reader.note(slot.node.span, SheetMistake::from(error));
                return None;
            }
        },
        Value::Flag(flag) => flag.to_string(),
        Value::List(_) => "a list".to_owned(),
        Value::Map(_) => "a mapping".to_owned(),
    };
    reader.note(slot.node.span, SheetMistake::from(BadAnswer::new(&found, scale)));
    None
}

fn importance(
    reader: &mut Reader<'_, SheetMistake>,
    catalogue: &Catalogue,
    slot: Slot<'_>,
) -> Option<Importance> {
    let questionnaire = catalogue.questionnaire();
    let mut importance = Importance::equal(catalogue);
    for entry in reader.entries(slot)? {
        let weight = reader.number(entry.value);
        match (questionnaire.interest(&entry.key), weight) {
            (Some(place), Some(weight)) => importance.set(place, weight),
            (None, _) => {
                let mistake = Mistake::UnknownId { what: "interest", id: entry.key.to_string() };
                let known = questionnaire.interests.iter().map(|interest| interest.id.as_str());
                reader.note_unknown(entry.span, mistake, Listed::INTERESTS, &entry.key, known);
            }
            _ => {}
        }
    }
    Some(importance)
}
