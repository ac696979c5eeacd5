//! A script that makes a form in Google Forms.

use super::BLOCK;
use super::FormText;
use super::error::Unfit;
use super::escaping::literal;
use super::labels::labels;
use super::limesurvey::numbers;
use super::names::{Headings, NameRule};
use crate::catalogue::Questionnaire;

const RULE: NameRule = NameRule {
    tool: "Google Forms",
    hyphen: "-",
    longest: usize::MAX,
    own: &["timestamp", "emailaddress", "username", "score"],
};

/// An Apps Script that makes the form: a grid for ten questions, each on its page. No text
/// of the questionnaire stands in it but as a literal.
///
/// # Errors
/// [`Unfit`] if what is exported would not be read back.
pub fn google(asked: &Questionnaire) -> Result<FormText, Unfit> {
    RULE.check_texts(asked)?;
    let list = |texts: &mut dyn Iterator<Item = &str>, indent: &str| {
        let lines = texts.map(|text| format!("{indent}  {}", literal(text)));
        format!("[\n{}\n{indent}]", lines.collect::<Vec<_>>().join(",\n"))
    };
    let labels = labels(&asked.scale);
    let texts: Vec<&str> = asked.questions.iter().map(|question| question.text.as_str()).collect();
    let mut grids = String::new();
    for (place, block) in texts.chunks(BLOCK).enumerate() {
        let first = place * BLOCK + 1;
        let title = asked.stem.clone().unwrap_or_else(|| numbers(first..first + block.len()));
        if place > 0 {
            grids += "  form.addPageBreakItem();\n";
        }
        let (title, rows) = (literal(&title), list(&mut block.iter().copied(), "  "));
        grids.extend([format!(
            "  form.addGridItem().setTitle({title}).setRows({rows}).setColumns(labels);\n"
        )]);
    }
    let description = asked
        .introduction
        .as_deref()
        .map(|introduction| format!("  form.setDescription({});\n", literal(introduction)));
    let text = format!(
        "// Makes the form in your Google account: paste this into a new project at\n\
         // script.google.com, choose makeForm and run it. Its log then has the links.\n\
         function makeForm() {{\n  const form = FormApp.create({title});\n{description}\
         \x20 // To know who answered, remove the two strokes before the next line.\n\
         \x20 // form.setCollectEmail(true);\n  const labels = {labels};\n{grids}\
         \x20 Logger.log(\"To answer: \" + form.getPublishedUrl());\n\
         \x20 Logger.log(\"To edit: \" + form.getEditUrl());\n}}\n",
        title = literal(asked.title.as_deref().unwrap_or("rolefit")),
        description = description.unwrap_or_default(),
        labels = list(&mut labels.iter().map(String::as_str), "  "),
    );
    Ok(FormText { text, headings: Headings::Texts })
}
