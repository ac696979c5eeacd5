//! From a sheet's file, YAML or JSON, to a sheet.

use std::collections::HashMap;

use super::Sheet;
use super::answers::{Answers, BadAnswer, BadDigits, point};
use super::importance::Importance;
use crate::catalogue::yaml::{Node, Reader, Source, Value, parse};
use crate::catalogue::{Catalogue, Mistake, Point, Problem, Questionnaire, Scale, nearest};

/// A mistake that only an answer sheet can make.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SheetMistake {
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

impl Sheet {
    /// Reads the one sheet that `source` holds.
    ///
    /// # Errors
    /// Every mistake in it, with its place.
    pub fn read(catalogue: &Catalogue, source: &Source) -> Result<Self, Vec<Problem>> {
        let root = parse(source).map_err(|problem| vec![problem])?;
        let mut reader = Reader::new(source);
        let sheet = sheet(&mut reader, catalogue, &root);
        let problems = reader.into_problems();
        sheet.filter(|_| problems.is_empty()).ok_or(problems)
    }

    /// Answers one question by its id, as in `ward-dashboard=4`.
    ///
    /// # Errors
    /// A sentence that names what is wrong: the id or the value.
    pub fn answer(&mut self, catalogue: &Catalogue, id: &str, value: &str) -> Result<(), String> {
        let questionnaire = catalogue.questionnaire();
        let ids = questionnaire.questions.iter().map(|question| question.id.as_str());
        let question = questionnaire.question(id).ok_or_else(|| unknown("question", id, ids))?;
        let answer = point(&questionnaire.scale, value).map_err(|error| error.to_string())?;
        self.answers.set(question, Some(answer));
        Ok(())
    }

    /// Sets what one interest counts by its id, as in `analysis=2`.
    ///
    /// # Errors
    /// A sentence that names what is wrong: the id or the value.
    pub fn weigh(&mut self, catalogue: &Catalogue, id: &str, value: &str) -> Result<(), String> {
        let questionnaire = catalogue.questionnaire();
        let ids = questionnaire.interests.iter().map(|interest| interest.id.as_str());
        let interest = questionnaire.interest(id).ok_or_else(|| unknown("interest", id, ids))?;
        let weight = value.parse::<f64>().ok().filter(|w| (0.0..=Importance::MOST).contains(w));
        let weight =
            weight.ok_or_else(|| format!("\"{value}\" is not an importance: expected 0 to 5"))?;
        self.importance.set(interest, weight);
        Ok(())
    }
}

fn unknown<'a>(what: &'static str, id: &str, ids: impl Iterator<Item = &'a str>) -> String {
    let mistake = Mistake::UnknownId { what, id: id.to_owned() };
    match nearest(id, ids) {
        Some(near) => format!("{mistake}; did you mean \"{near}\"?"),
        None => mistake.to_string(),
    }
}

fn sheet(reader: &mut Reader<'_>, catalogue: &Catalogue, root: &Node) -> Option<Sheet> {
    let record = reader.record(root, &["answers"], &["respondent", "importance", "catalogue"])?;
    let named = record.get("respondent").filter(|node| !is_blank(node));
    let respondent = named.and_then(|node| reader.text(node));
    if let Some(node) = record.get("catalogue") {
        same_catalogue(reader, catalogue, node);
    }
    let questionnaire = catalogue.questionnaire();
    let answers = record.get("answers").and_then(|node| answers(reader, questionnaire, node));
    let importance = match record.get("importance") {
        Some(node) => importance(reader, questionnaire, node),
        None => Some(Importance::equal(questionnaire)),
    };
    Some(Sheet { respondent, answers: answers?, importance: importance? })
}

/// Spreadsheets write an empty cell where there is no name.
fn is_blank(node: &Node) -> bool {
    matches!(&node.value, Value::Text(text) if text.trim().is_empty())
}

fn same_catalogue(reader: &mut Reader<'_>, catalogue: &Catalogue, node: &Node) {
    let Some(found) = reader.text(node) else { return };
    let loaded = catalogue.fingerprint().to_string();
    if found != loaded {
        reader.note(node.span, &SheetMistake::OtherCatalogue { found, loaded });
    }
}

fn answers(reader: &mut Reader<'_>, questionnaire: &Questionnaire, node: &Node) -> Option<Answers> {
    match &node.value {
        Value::Map(_) => by_id(reader, questionnaire, node),
        Value::List(items) => by_place(reader, questionnaire, node, items),
        _ => {
            let digits = reader.text(node)?;
            Answers::from_digits(questionnaire, &digits)
                .map_err(|error| reader.note(node.span, &SheetMistake::from(error)))
                .ok()
        }
    }
}

fn by_id(reader: &mut Reader<'_>, questionnaire: &Questionnaire, node: &Node) -> Option<Answers> {
    let ids: HashMap<&str, usize> = (0..)
        .zip(&questionnaire.questions)
        .map(|(place, question)| (question.id.as_str(), place))
        .collect();
    let mut answers = Answers::blank(questionnaire);
    for entry in reader.entries(node)? {
        let given = answer(reader, &questionnaire.scale, entry.value);
        if let Some(place) = ids.get(entry.key.as_ref()) {
            answers.set(*place, given);
        } else {
            let mistake = Mistake::UnknownId { what: "question", id: entry.key.to_string() };
            let known = questionnaire.questions.iter().map(|question| question.id.as_str());
            reader.note_unknown(entry.span, &mistake, &entry.key, known);
        }
    }
    Some(answers)
}

fn by_place(
    reader: &mut Reader<'_>,
    questionnaire: &Questionnaire,
    node: &Node,
    items: &[Node],
) -> Option<Answers> {
    let (questions, found) = (questionnaire.questions.len(), items.len());
    if questions != found {
        reader.note(node.span, &SheetMistake::WrongLength { questions, found });
        return None;
    }
    let mut answers = Answers::blank(questionnaire);
    for (place, item) in items.iter().enumerate() {
        let given = answer(reader, &questionnaire.scale, item);
        answers.set(place, given);
    }
    Some(answers)
}

/// One answer; `None` if it was skipped, or was none and has been noted.
fn answer(reader: &mut Reader<'_>, scale: &Scale, node: &Node) -> Option<Point> {
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
    reader.note(node.span, &SheetMistake::from(BadAnswer { found, highest: scale.len() }));
    None
}

fn importance(
    reader: &mut Reader<'_>,
    questionnaire: &Questionnaire,
    node: &Node,
) -> Option<Importance> {
    let mut importance = Importance::equal(questionnaire);
    for entry in reader.entries(node)? {
        let weight = reader.number_in(entry.value, 0.0..=Importance::MOST);
        match (questionnaire.interest(&entry.key), weight) {
            (Some(place), Some(weight)) => importance.set(place, weight),
            (None, _) => {
                let mistake = Mistake::UnknownId { what: "interest", id: entry.key.to_string() };
                let known = questionnaire.interests.iter().map(|interest| interest.id.as_str());
                reader.note_unknown(entry.span, &mistake, &entry.key, known);
            }
            _ => {}
        }
    }
    Some(importance)
}
