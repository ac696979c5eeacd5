//! The survey structure of `LimeSurvey`, with tabs between its cells.

use std::ops::Range;

use super::error::Unfit;
use super::escaping::html;
use super::labels::labels;
use super::names::{NameRule, ToolNames};
use super::{BLOCK, FormText};
use crate::catalogue::{Language, Questionnaire};

/// The columns of a survey structure.
const COLUMNS: [&str; 14] = [
    "id",
    "related_id",
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "validation",
    "mandatory",
    "other",
    "default",
    "same_default",
];

const RULE: NameRule = NameRule {
    tool: "LimeSurvey",
    hyphen: "",
    longest: 20,
    own: &[
        "id",
        "responseid",
        "submitdate",
        "datesubmitted",
        "lastpage",
        "startlanguage",
        "seed",
        "token",
        "startdate",
        "datestarted",
        "datestamp",
        "datelastaction",
        "ipaddr",
        "ipaddress",
        "refurl",
        "referrerurl",
    ],
};

/// What `LimeSurvey` would work out, or put something in the place of.
const SIGNS: [char; 2] = ['{', '}'];

/// The survey: a page for ten questions, each page an array with the numbers of the answers
/// as codes.
///
/// # Errors
/// [`Unfit`] if what is exported would not be read back.
pub fn limesurvey(asked: &Questionnaire) -> Result<FormText, Unfit> {
    let ToolNames { names, headings } = RULE.names(asked)?;
    let language = language(&asked.language);
    let mut survey = SurveyRows { language: &language, text: COLUMNS.join("\t") + "\r\n", last: 0 };
    survey.setting("S", "language", &language);
    survey.setting("S", "format", "G");
    let title = asked.title.as_deref().unwrap_or("rolefit");
    survey.setting("SL", "surveyls_title", &html(title, &SIGNS));
    if let Some(introduction) = &asked.introduction {
        survey.setting("SL", "surveyls_welcometext", &html(introduction, &SIGNS));
    }
    let labels = labels(&asked.scale);
    let questions: Vec<(&str, &str)> = names
        .iter()
        .zip(&asked.questions)
        .map(|(name, question)| (name.as_str(), question.text.as_str()))
        .collect();
    let stem = asked.stem.as_deref();
    for (block, number) in questions.chunks(BLOCK).zip(1..) {
        let first = (number - 1) * BLOCK + 1;
        let span = numbers(first..first + block.len());
        survey.add(["G", &number.to_string(), &span, "1", ""]);
        let stem = stem.map_or_else(|| span.clone(), |stem| html(stem, &SIGNS));
        survey.add(["Q", "F", &format!("part{number}"), "1", &stem]);
        for (name, text) in block {
            survey.add(["SQ", "0", name, "1", &html(text, &SIGNS)]);
        }
        for (label, point) in labels.iter().zip(1..) {
            survey.add(["A", "0", &point.to_string(), "0", &html(label, &SIGNS)]);
        }
    }
    Ok(FormText { text: survey.text, headings })
}

/// The numbers of some questions, as a heading in any language.
pub(super) fn numbers(of: Range<usize>) -> String {
    format!("{} – {}", of.start, of.end - 1)
}

/// The rows of a survey, with what each has in common.
struct SurveyRows<'a> {
    language: &'a str,
    text: String,
    last: usize,
}

impl SurveyRows<'_> {
    fn setting(&mut self, class: &str, name: &str, value: &str) {
        let language = if class == "S" { "" } else { self.language };
        self.row("", [class, "", name, "", value], language);
    }

    /// Adds a row of class, type, name, relevance and text.
    fn add(&mut self, cells: [&str; 5]) {
        self.last += 1;
        self.row(&self.last.to_string(), cells, self.language);
    }

    fn row(&mut self, id: &str, cells: [&str; 5], language: &str) {
        let is_question = matches!(cells, ["Q", ..]);
        let [mandatory, other] = if is_question { ["N", "N"] } else { ["", ""] };
        let begin = [id, ""].into_iter().chain(cells);
        let row: Vec<&str> = begin.chain(["", language, "", mandatory, other, "", ""]).collect();
        self.text.push_str(&row.join("\t"));
        self.text.push_str("\r\n");
    }
}

/// What `LimeSurvey` calls a language: mostly by its first part alone.
fn language(of: &Language) -> String {
    let tag = of.as_str();
    let has = |part: &str| tag.split('-').any(|of| of.eq_ignore_ascii_case(part));
    let first = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    match first.as_str() {
        "zh" if has("HK") => "zh-Hant-HK",
        "zh" if has("TW") || has("Hant") => "zh-Hant-TW",
        "zh" => "zh-Hans",
        "pt" if has("BR") => "pt-BR",
        other => other,
    }
    .to_owned()
}
