//! How the same result is had again.

use super::source::ResultSource;
use crate::sheet::{AnswerCode, NoCode};
use crate::telling::clean::{Clean, Literal};

/// A longer row of answers is not something to copy by hand.
const MOST_QUESTIONS: usize = 100;

/// How the same result is had again: by its answer code if it has one, otherwise by its
/// answers.
#[derive(Debug)]
pub struct CodeText {
    /// What the command below is for, and why there is no code if there is none.
    pub text: Clean,
    /// The code.
    pub code: Option<Literal>,
    /// The command, line by line. With a code it is one line, which the code ends: whoever
    /// lays it out may break it behind any hyphen of the code.
    pub command: Vec<Literal>,
}

/// How to have this result again; `None` if nothing was answered, or too much was.
pub(super) fn code(source: &ResultSource<'_>) -> Option<CodeText> {
    let (sheet, commands) = (source.sheet, source.commands);
    if source.report.answered == 0 || sheet.answers().iter().len() > MOST_QUESTIONS {
        return None;
    }
    Some(match AnswerCode::of(sheet) {
        Ok(code) => CodeText {
            text: "Your answer code, and what shows this result again:".into(),
            code: Some(code.as_str().into()),
            command: vec![commands.score_code(&code)],
        },
        Err(why) => {
            CodeText { text: none(source, &why).into(), code: None, command: commands.score(sheet) }
        }
    })
}

/// Why there is no code.
fn none(source: &ResultSource<'_>, why: &NoCode) -> String {
    let asked = source.catalogue().questionnaire();
    let known = asked.interest(&why.interest).map(|at| asked.interests[at].name.as_str());
    format!(
        "There is no answer code: {} counts {}, and a code can say 1 or 2 alone. What shows this \
         result again:",
        known.unwrap_or(&why.interest),
        why.importance
    )
}
