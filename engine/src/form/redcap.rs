//! The data dictionary of `REDCap`.

use csv::Writer;

use super::FormText;
use super::error::Unfit;
use super::escaping::html;
use super::labels::labels;
use super::names::NameRule;
use crate::catalogue::Questionnaire;

/// The columns of a data dictionary.
const COLUMNS: [&str; 18] = [
    "Variable / Field Name",
    "Form Name",
    "Section Header",
    "Field Type",
    "Field Label",
    "Choices, Calculations, OR Slider Labels",
    "Field Note",
    "Text Validation Type OR Show Slider Number",
    "Text Validation Min",
    "Text Validation Max",
    "Identifier?",
    "Branching Logic (Show field only if...)",
    "Required Field?",
    "Custom Alignment",
    "Question Number (surveys only)",
    "Matrix Group Name",
    "Matrix Ranking?",
    "Field Annotation",
];

const RULE: NameRule = NameRule {
    tool: "REDCap",
    hyphen: "_",
    longest: 100,
    own: &[
        "recordid",
        "redcapeventname",
        "redcapsurveyidentifier",
        "redcapdataaccessgroup",
        "redcaprepeatinstrument",
        "redcaprepeatinstance",
        "surveyidentifier",
        "eventname",
        "surveytimestamp",
        "interestscomplete",
        "intereststimestamp",
        "complete",
    ],
};

/// What `REDCap` would take for the name of a field, or for the end of a choice.
const SIGNS: [char; 4] = ['[', ']', '|', '{'];

/// The data dictionary: one matrix of radio buttons, coded by the numbers of the answers.
///
/// # Errors
/// [`Unfit`] if what is exported would not be read back.
pub fn redcap(asked: &Questionnaire) -> Result<FormText, Unfit> {
    let named = RULE.names(asked)?;
    let choices: Vec<String> = labels(&asked.scale)
        .iter()
        .zip(1..)
        .map(|(label, number)| format!("{number}, {}", html(label, &SIGNS)))
        .collect();
    let choices = choices.join(" | ");
    let stem = html(asked.stem.as_deref().unwrap_or_default(), &SIGNS);
    let mut rows = vec![COLUMNS.map(str::to_owned)];
    rows.push(row("record_id", "", "text", "Record ID", "", ""));
    for (place, (name, question)) in named.names.iter().zip(&asked.questions).enumerate() {
        let header = if place == 0 { stem.as_str() } else { "" };
        let text = html(&question.text, &SIGNS);
        rows.push(row(name, header, "radio", &text, &choices, "matrix_of_interests"));
    }
    let mut writer = Writer::from_writer(Vec::new());
    // Nothing that is written into memory fails.
    let written = rows.iter().try_for_each(|row| writer.write_record(row));
    debug_assert!(written.is_ok(), "every row has as many columns");
    let text = String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default();
    Ok(FormText { text, headings: named.headings })
}

fn row(
    name: &str,
    header: &str,
    kind: &str,
    label: &str,
    choices: &str,
    matrix: &str,
) -> [String; 18] {
    let mut row = COLUMNS.map(|_| String::new());
    let cells = [
        (0, name),
        (1, "interests"),
        (2, header),
        (3, kind),
        (4, label),
        (5, choices),
        (15, matrix),
    ];
    for (place, text) in cells {
        if let Some(cell) = row.get_mut(place) {
            text.clone_into(cell);
        }
    }
    row
}
