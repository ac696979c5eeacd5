//! From a sheet's file, YAML or JSON, to a sheet.

use std::collections::HashMap;

use super::Sheet;
use super::answers::{Answers, BadAnswer, BadDigits};
use super::importance::Importance;
use crate::catalogue::yaml::{Node, Reader, Source, Value, parse};
use crate::catalogue::{Catalogue, Fingerprint, Hint, Mistake, Point, Problems, QuestionIx, Scale};

/// A mistake in an answer sheet.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SheetMistake {
    /// One that other data files can hold, too.
    #[error(transparent)]
    Common(#[from] Mistake),
    /// A value that is not an answer.
    #[error(transparent)]
    BadAnswer(#[from] BadAnswer),
    /// A row of digits that does not fit the questions.
    #[error(transparent)]
    BadDigits(#[from] BadDigits),
    /// A list of another length than the questionnaire.
    #[error(
        "there are {questions} questions, but {found} answers: write null where one was skipped"
    )]
    WrongLength {
        /// How many questions there are.
        questions: usize,
        /// How many items the list has.
        found: usize,
    },
    /// Answers by place, to questions that are not at hand.
    #[error(
        "this sheet was made with other data files, and its answers do not name their questions"
    )]
    ForeignWithoutIds,
    /// A name of data files that cannot be one.
    #[error(
        "\"{found}\" names no pair of data files: expected sha256: and 64 digits from 0 to 9 and \
         a to f, or leave the key out"
    )]
    BadFingerprint {
        /// What stands there.
        found: String,
    },
    /// A sheet for other data files.
    #[error(
        "this sheet was answered with another pair of data files: it names {found}, \
         and the pair in use is {loaded}"
    )]
    OtherCatalogue {
        /// The fingerprint in the sheet.
        found: String,
        /// The fingerprint of the loaded pair.
        loaded: String,
    },
}

impl<'c> Sheet<'c> {
    /// Reads the one sheet that `source` holds.
    ///
    /// # Errors
    /// Every mistake in it, with its place.
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
    let record = reader.record(root, &["answers"], &["respondent", "importance", "catalogue"])?;
    let named = record.get("respondent").filter(|node| !is_blank(node));
    let respondent = named.and_then(|node| reader.text(node));
    let named_catalogue = record.get("catalogue");
    let is_foreign = named_catalogue.is_some_and(|node| is_foreign(reader, catalogue, node, fit));
    let answers =
        record.get("answers").and_then(|node| answers(reader, catalogue, node, is_foreign));
    let importance = match record.get("importance") {
        Some(node) => importance(reader, catalogue, node),
        None => Some(Importance::equal(catalogue)),
    };
    Some((Sheet { respondent, answers: answers?, importance: importance? }, is_foreign))
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
    node: &Node,
    fit: Fit,
) -> bool {
    let loaded = catalogue.fingerprint().to_string();
    let found = reader.text(node).unwrap_or_else(|| loaded.clone());
    if !Fingerprint::is_one(&found) {
        reader.note(node.span, SheetMistake::BadFingerprint { found });
        return false;
    }
    let is_foreign = found != loaded;
    if is_foreign && fit == Fit::Exact {
        reader.note(node.span, SheetMistake::OtherCatalogue { found, loaded });
    }
    is_foreign
}

fn answers<'c>(
    reader: &mut Reader<'_, SheetMistake>,
    catalogue: &'c Catalogue,
    node: &Node,
    is_foreign: bool,
) -> Option<Answers<'c>> {
    match &node.value {
        Value::Map(_) => by_id(reader, catalogue, node, is_foreign),
        // Without ids there is no telling which questions were answered.
        _ if is_foreign => {
            reader.note(node.span, SheetMistake::ForeignWithoutIds);
            None
        }
        Value::List(items) => by_place(reader, catalogue, node, items),
        _ => {
            let digits = reader.text(node)?;
            Answers::from_digits(catalogue, &digits)
                .map_err(|error| reader.note(node.span, SheetMistake::from(error)))
                .ok()
        }
    }
}

fn by_id<'c>(
    reader: &mut Reader<'_, SheetMistake>,
    catalogue: &'c Catalogue,
    node: &Node,
    is_foreign: bool,
) -> Option<Answers<'c>> {
    let questionnaire = catalogue.questionnaire();
    let questions = questionnaire.questions.indexed();
    let ids: HashMap<&str, QuestionIx> =
        questions.map(|(place, question)| (question.id.as_str(), place)).collect();
    let mut answers = Answers::blank(catalogue);
    for entry in reader.entries(node)? {
        if let Some(place) = ids.get(entry.key.as_ref()) {
            let given = answer(reader, &questionnaire.scale, entry.value);
            answers.set(*place, given);
        } else if !is_foreign {
            let mistake = Mistake::UnknownId { what: "question", id: entry.key.to_string() };
            let known = questionnaire.questions.iter().map(|question| question.id.as_str());
            reader.note_with(entry.span, mistake, || Hint::nearest(&entry.key, known));
        }
    }
    Some(answers)
}

fn by_place<'c>(
    reader: &mut Reader<'_, SheetMistake>,
    catalogue: &'c Catalogue,
    node: &Node,
    items: &[Node],
) -> Option<Answers<'c>> {
    let questionnaire = catalogue.questionnaire();
    let (questions, found) = (questionnaire.questions.len(), items.len());
    if questions != found {
        reader.note(node.span, SheetMistake::WrongLength { questions, found });
        return None;
    }
    let mut answers = Answers::blank(catalogue);
    for (place, item) in questionnaire.questions.indices().zip(items) {
        let given = answer(reader, &questionnaire.scale, item);
        answers.set(place, given);
    }
    Some(answers)
}

/// One answer; `None` if it was skipped, or was none and has been noted.
fn answer(reader: &mut Reader<'_, SheetMistake>, scale: &Scale, node: &Node) -> Option<Point> {
    let found = match &node.value {
        Value::Null => return None,
        Value::Number(number) => {
            let given = scale.points().find(|p| f64::from(p.number()).total_cmp(number).is_eq());
            if given.is_some() {
                return given;
            }
            number.to_string()
        }
        Value::Text(text) => text.clone(),
        Value::Flag(flag) => flag.to_string(),
        Value::List(_) => "a list".to_owned(),
        Value::Map(_) => "a mapping".to_owned(),
    };
    reader.note(node.span, SheetMistake::from(BadAnswer::new(&found, scale)));
    None
}

fn importance(
    reader: &mut Reader<'_, SheetMistake>,
    catalogue: &Catalogue,
    node: &Node,
) -> Option<Importance> {
    let questionnaire = catalogue.questionnaire();
    let mut importance = Importance::equal(catalogue);
    for entry in reader.entries(node)? {
        let weight = reader.number_in(entry.value, 0.0..=Importance::MOST);
        match (questionnaire.interest(&entry.key), weight) {
            (Some(place), Some(weight)) => importance.set(place, weight),
            (None, _) => {
                let mistake = Mistake::UnknownId { what: "interest", id: entry.key.to_string() };
                let known = questionnaire.interests.iter().map(|interest| interest.id.as_str());
                reader.note_with(entry.span, mistake, || Hint::nearest(&entry.key, known));
            }
            _ => {}
        }
    }
    Some(importance)
}
