//! Questionnaires made to be misread.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use super::tools::{Export, TOOLS};
use super::{Answered, form, is_read_back};

/// What a tool, a script, a spreadsheet or a page would take for something else.
const PIECES: [&str; 22] = [
    "",
    "plain",
    "\"quoted\"",
    "'s",
    "a, b; c",
    "a | b",
    "<script>alert(1)</script>",
    "<b>bold</b>",
    "&amp; & &lt;",
    "</script>",
    "[[Question:MC]]",
    "[[ID:x]]",
    "[sums]",
    "${sums}",
    "{1+1}",
    "=1+1",
    "-2",
    "@cmd",
    "tab\there",
    "line\nbreak",
    "back\\slash",
    "a - b : c >> d -> e",
];

const ENDS: [&str; 6] = ["", "?", " …", " \u{2028} end", " (4)", " 日本"];

// Ids of every kind: ordinary ones, some that differ in a hyphen alone, some that begin
// with a digit, and some that are too long.
const PLAIN: &[&str] =
    &["sums", "waiting-list", "part", "q1", "answers", "respondent", "a-1", "b2-c3-d4", "item1"];
const TWINS: &[&str] = &["ab-c", "a-bc", "abc", "x-y", "xy", "other", "q2", "part1-2"];
const DIGITS: &[&str] = &["1", "2", "3-4", "34", "5th-of", "q-5", "six", "seven"];
const LONG: &[&str] = &[
    "a234567890123456789012345678901234567890123456789012345678901234",
    "b-2345678901234567890",
    "c-234567890123456789",
    "d-23",
    "e",
];

fn ids() -> impl Strategy<Value = Vec<String>> {
    let of = |pool: &'static [&'static str]| {
        proptest::sample::subsequence(pool, 3..=pool.len())
            .prop_map(|ids| ids.into_iter().map(str::to_owned).collect::<Vec<_>>())
            .prop_shuffle()
    };
    prop_oneof![of(PLAIN), of(TWINS), of(DIGITS), of(LONG)]
}

fn labels() -> impl Strategy<Value = Vec<&'static str>> {
    select(vec![
        vec!["No", "Yes"],
        vec!["1", "2"],
        vec!["a | b", "b, c", "=1", "<i>no</i>", "\"yes\""],
        vec!["Strongly dislike", "Dislike", "N/A", "Like", "Strongly like"],
        vec!["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "[[9th"],
    ])
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let piece = (select(&PIECES[..]), select(&PIECES[..]), select(&ENDS[..]));
    proptest::collection::vec(piece, 12).prop_map(|pieces| {
        // No text is another.
        let text = |(place, (one, two, end)): (usize, (&str, &str, &str))| {
            format!("{one} number {place} of these {two}{end}").trim().to_owned()
        };
        pieces.into_iter().enumerate().map(text).collect()
    })
}

/// The longest ids that a survey tool takes have so many letters.
const CODE: usize = 20;

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn hostile_questionnaires_are_read_back_or_refused_by_name(
        ids in ids(),
        texts in texts(),
        labels in labels(),
        stem in select(vec![None, Some("How - much [[do]] you: like"), Some("<b>Say</b>, \"how\" =1")]),
        seed in 0_u64..1_000,
    ) {
        let interests = ["numbers", "people", "things", "words"];
        let questions: Vec<_> = ids.iter().zip(&texts).enumerate().map(|(place, (id, text))| {
            json!({"id": id, "text": text, "interest": interests[place % 4]})
        }).collect();
        let named: Vec<_> = interests.iter().map(|id| json!({"id": id, "name": id})).collect();
        let questions = json!({
            "format": 1, "title": "=1+1 <b>[[x]] ${y} \"", "introduction": "</script>\n{2+2}",
            "stem": stem, "scale": labels, "interests": named, "questions": questions,
        });
        let mut questions = questions;
        if stem.is_none() {
            questions.as_object_mut().unwrap().remove("stem");
        }
        let questions = questions.to_string();
        let answered = Answered::made_up(ids.len(), labels.len(), seed);
        for tool in TOOLS {
            let (form, noted) = match form(tool.kind, &questions) {
                Ok(form) => form,
                Err(why) => {
                    let long: Vec<&str> = ids
                        .iter()
                        .filter(|id| id.replace('-', "").len() > CODE)
                        .map(String::as_str)
                        .collect();
                    let named = format!("and {} ha", long.join(", "));
                    prop_assert!(tool.kind == "limesurvey" && why.contains(&named), "{}: {why}", tool.kind);
                    continue;
                }
            };
            let export = if noted.is_empty() { tool.exports[0] } else { Export::Texts };
            is_read_back(&tool, &form, export, &answered, &questions);
        }
    }
}
