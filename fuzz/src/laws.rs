//! The laws.

use std::fmt::{Debug, Display};
use std::sync::LazyLock;

use rolefit_engine::catalogue::Problem;
use rolefit_engine::report::{Brief, Explain, Report, Reporter, Status};
use rolefit_engine::sheet::{AnswerCode, Answers, Importance, Sheet};
use rolefit_engine::sitting::{Form, SavedSitting, Sitting};
use rolefit_engine::table::SheetReader;
use serde_json::{Map, Value, json};

use crate::SMALL;

/// The reporter of the small catalogue, which makes its tables once.
static SMALL_REPORTER: LazyLock<Reporter<'static>> = LazyLock::new(|| Reporter::new(&SMALL));

/// What rounding may leave of a sum.
const EXACT: f64 = 1e-9;

/// A mistake can be shown: it has words, and its place is in its excerpt.
pub fn readable<M: Debug + Display>(problem: &Problem<M>) {
    assert!(!problem.mistake.to_string().is_empty(), "{problem:?}");
    let Some(place) = &problem.place else { return };
    assert!(place.line > 0 && place.column > 0, "{place:?}");
    assert!(place.excerpt.get(place.marked.clone()).is_some(), "{place:?}");
}

/// Every figure that `sheet` is told is finite and in its range, the chances add
/// up to 1, and each ledger with its marks to the similarity.
pub fn scores(sheet: &Sheet<'_>) {
    let own;
    let reporter = if std::ptr::eq(sheet.catalogue(), &raw const *SMALL) {
        &*SMALL_REPORTER
    } else {
        own = Reporter::new(sheet.catalogue());
        &own
    };
    let report = Report::of(reporter, sheet, Explain::Everything);
    let signal = sheet.catalogue().questionnaire().measurement.signal;
    for part in &report.interests {
        let gain = 0.5 * signal.sqrt() * sheet.importance().rise(part.interest);
        part.score.into_iter().for_each(|score| within(score, -1.0, 1.0, "a score"));
        let estimate = part.estimate.into_iter();
        estimate.for_each(|estimate| within(estimate, -1.0, 1.0 + gain, "an estimate"));
        within(part.importance, 0.0, 5.0, "an importance");
    }
    report.roles.iter().for_each(|role| matched(role.similarity, role.fit));
    report.specialisms.iter().for_each(|part| matched(part.similarity, part.fit));
    for module in &report.modules {
        matched(module.similarity, module.fit);
        within(module.relevance, 0.0, 1.0, "a relevance");
    }
    for sign in &report.signs {
        assert!(sign.value.is_none_or(f64::is_finite), "{sign:?}");
    }
    chances(&report);
    ledgers(&report);
    let brief = Brief::of(reporter, sheet, usize::MAX);
    let told = brief.roles.iter().map(|role| (role.id, role.similarity, role.fit));
    let full = report.roles.iter().map(|role| (role.id, role.similarity, role.fit));
    assert!(told.eq(full), "a brief says other things than a report");
}

/// [`scores`] and [`same_when_kept`].
pub fn scores_and_is_kept(sheet: &Sheet<'_>) {
    scores(sheet);
    same_when_kept(sheet);
}

/// What is written of `sheet` is read back equal: its digits, its answer code, the sheet
/// as a line of JSON and as a file, and the sitting in which it was answered.
pub fn same_when_kept(sheet: &Sheet<'_>) {
    let catalogue = sheet.catalogue();
    let digits = sheet.answers().digits();
    assert_eq!(Answers::from_digits(catalogue, &digits).as_ref(), Ok(sheet.answers()), "{digits}");
    same_by_code(sheet);
    let written = escaped(&as_json(sheet).to_string());
    let read = SheetReader::new(catalogue).read_json(written.as_bytes());
    assert_eq!(read.as_ref(), Ok(sheet), "{written}");
    let source = rolefit_engine::catalogue::yaml::Source::decode("sheet.json", written.as_bytes());
    let source = source.expect("JSON is text");
    assert_eq!(Sheet::read(catalogue, &source).as_ref(), Ok(sheet), "{written}");
    // The order in which questions were put is kept, whatever it is, and so are marks.
    let mut sitting = Sitting::new(catalogue, Form::Full);
    sitting.asked = catalogue.questionnaire().questions.indices().rev().collect();
    sitting.answers = sheet.answers().clone();
    let unusual = sheet.importance().unusual();
    let matters = unusual.filter(|(_, weight)| *weight > Importance::USUAL);
    sitting.matters = matters.map(|(interest, _)| interest).collect();
    let saved = SavedSitting::of(&sitting);
    let written = serde_json::to_string(&saved).expect("text keys only");
    assert_eq!(serde_json::from_str::<SavedSitting>(&written).ok().as_ref(), Some(&saved));
    let resumed = saved.resume(catalogue);
    assert_eq!(resumed.sitting, sitting);
    assert!(resumed.dropped.is_empty(), "{resumed:?}");
}

/// The answer code of `sheet`, if it has one, gives the same sheet but for the name; and
/// a slip in it does not.
pub fn same_by_code(sheet: &Sheet<'_>) {
    let catalogue = sheet.catalogue();
    let usual = |weight: &f64| [Importance::USUAL, Importance::MARKED].contains(weight);
    let Ok(code) = AnswerCode::of(sheet) else {
        assert!(!sheet.importance().counts().iter().all(usual));
        return;
    };
    assert!(AnswerCode::is_meant_by(code.as_str()), "{code}");
    let mut nameless = sheet.clone();
    nameless.respondent = None;
    assert_eq!(Sheet::from_text(catalogue, code.as_str()).as_ref(), Ok(&nameless), "{code}");
    let characters: Vec<char> = code.as_str().chars().filter(|c| *c != '-').collect();
    for place in 1..characters.len() {
        let mut swapped = characters.clone();
        swapped.swap(place - 1, place);
        if swapped != characters {
            let swapped: String = swapped.iter().collect();
            assert!(Sheet::from_text(catalogue, &swapped).is_err(), "{swapped} for {code}");
        }
    }
}

/// Whether YAML takes every character of `text` as it stands. JSON takes more of
/// them: those that nobody can see.
pub fn is_printable(text: &str) -> bool {
    text.chars().all(|character| !is_unseen(character))
}

const fn is_unseen(character: char) -> bool {
    matches!(character, '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}')
}

/// JSON in which the characters that nobody can see are escaped.
fn escaped(json: &str) -> String {
    json.chars()
        .map(|character| match character {
            unseen if is_unseen(unseen) => format!("\\u{:04x}", u32::from(unseen)),
            seen => seen.to_string(),
        })
        .collect()
}

/// A sheet as the quiz keeps it: by ids, with the catalogue's fingerprint.
fn as_json(sheet: &Sheet<'_>) -> Value {
    let catalogue = sheet.catalogue();
    let asked = catalogue.questionnaire();
    let questions = asked.questions.indexed();
    let answers: Map<_, _> = questions
        .filter_map(|(ix, question)| {
            Some((question.id.to_string(), json!(sheet.answers().get(ix)?.number())))
        })
        .collect();
    let interests = asked.interests.indexed();
    let importance: Map<_, _> = interests
        .map(|(ix, interest)| (interest.id.to_string(), json!(sheet.importance().get(ix))))
        .collect();
    let catalogue = catalogue.fingerprint().as_str();
    let mut value = json!({ "answers": answers, "importance": importance, "catalogue": catalogue });
    if let Some(respondent) = &sheet.respondent {
        value["respondent"] = json!(respondent);
    }
    if let Some(point) = sheet.starting_point {
        value["starting_point"] = json!(point);
    }
    value
}

fn within(figure: f64, low: f64, high: f64, what: &str) {
    // Not a number is in no range.
    assert!((low..=high).contains(&figure), "{what} of {figure}");
}

fn matched(similarity: Option<f64>, fit: Option<f64>) {
    assert_eq!(similarity.is_some(), fit.is_some());
    similarity.into_iter().for_each(|figure| within(figure, -1.0, 1.0, "a similarity"));
    fit.into_iter().for_each(|figure| within(figure, 0.0, 100.0, "a fit"));
}

fn chances(report: &Report<'_>) {
    let is_ranked = report.status == Status::Ranked;
    assert_eq!(!report.roles.is_empty(), is_ranked);
    if report.roles.iter().all(|role| role.similarity.is_none()) {
        return;
    }
    let of = |chance: fn(&rolefit_engine::report::CertaintyPart) -> f64| {
        let chances = report.roles.iter().map(|role| chance(&role.certainty));
        chances.inspect(|chance| within(*chance, 0.0, 1.0, "a chance")).sum::<f64>()
    };
    for sum in [of(|chance| chance.best), of(|chance| chance.retest)] {
        assert!((sum - 1.0).abs() < EXACT, "the chances add up to {sum}");
    }
    assert!(!report.leading.is_empty());
}

fn ledgers(report: &Report<'_>) {
    for role in &report.roles {
        let Some((ledger, similarity)) = role.ledger.as_ref().zip(role.similarity) else {
            continue;
        };
        let interests: f64 = ledger.interests.iter().map(|share| share.contribution).sum();
        let answers: f64 = ledger.answers.iter().map(|share| share.contribution).sum();
        let marks: f64 = ledger.marks.iter().map(|share| share.contribution).sum();
        for sum in [interests + marks, answers + marks] {
            assert!((sum - similarity).abs() < EXACT, "{}: {sum} for {similarity}", role.id);
        }
    }
}
