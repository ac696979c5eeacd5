//! The advanced format of Qualtrics.

use std::collections::HashSet;

use super::BLOCK;
use super::FormText;
use super::error::Unfit;
use super::escaping::html;
use super::labels::labels;
use super::limesurvey::numbers;
use super::names::{Headings, NameRule};
use crate::catalogue::Questionnaire;
use crate::sheet::compact;

const RULE: NameRule = NameRule {
    tool: "Qualtrics",
    hyphen: "-",
    longest: usize::MAX,
    own: &[
        "startdate",
        "enddate",
        "status",
        "responsetype",
        "ipaddress",
        "progress",
        "durationinseconds",
        "finished",
        "recordeddate",
        "responseid",
        "recipientlastname",
        "recipientfirstname",
        "recipientemail",
        "externaldatareference",
        "locationlatitude",
        "locationlongitude",
        "distributionchannel",
        "userlanguage",
    ],
};

/// What Qualtrics would take for a tag, or put something in the place of.
const SIGNS: [char; 3] = ['[', ']', '$'];

/// The survey: a matrix for ten questions, each on its page.
///
/// # Errors
/// [`Unfit`] if what is exported would not be read back.
pub fn qualtrics(asked: &Questionnaire) -> Result<FormText, Unfit> {
    RULE.check_texts(asked)?;
    let labels = labels(&asked.scale);
    let block_id = block_id(asked);
    let mut lines = vec!["[[AdvancedFormat]]".to_owned(), String::new()];
    if let Some(introduction) = &asked.introduction {
        let tags = ["[[Question:DB]]", "[[ID:introduction]]"].map(str::to_owned);
        lines.extend(tags.into_iter().chain([html(introduction, &SIGNS), String::new()]));
    }
    let texts: Vec<&str> = asked.questions.iter().map(|question| question.text.as_str()).collect();
    for (place, block) in texts.chunks(BLOCK).enumerate() {
        let first = place * BLOCK + 1;
        let title = asked.stem.clone().unwrap_or_else(|| numbers(first..first + block.len()));
        if place > 0 {
            lines.extend(["[[PageBreak]]".to_owned(), String::new()]);
        }
        lines.push("[[Question:Matrix]]".to_owned());
        lines.push(format!("[[ID:{block_id}{}]]", place + 1));
        lines.extend([html(&title, &SIGNS), "[[Choices]]".to_owned()]);
        lines.extend(block.iter().map(|text| html(text, &SIGNS)));
        lines.push("[[Answers]]".to_owned());
        lines.extend(labels.iter().map(|label| html(label, &SIGNS)));
        lines.push(String::new());
    }
    Ok(FormText { text: lines.join("\n"), headings: Headings::Texts })
}

/// What the ids of the blocks begin with, so that no column, `part1_2`, is called as a
/// question is.
fn block_id(asked: &Questionnaire) -> &'static str {
    let ids: HashSet<String> =
        asked.questions.iter().filter_map(|question| compact(&question.id)).collect();
    let is_free = |name: &&str| !ids.iter().any(|id| id.starts_with(*name));
    ["part", "block", "page", "matrix"].into_iter().find(is_free).unwrap_or("zzmatrix")
}
