//! The commands that a result mentions.

use rolefit_engine::sheet::{AnswerCode, Sheet};
use rolefit_engine::telling::{Commands, Literal};

/// Those of the program, for whoever has it.
pub(crate) struct ProgramCommands;

impl Commands for ProgramCommands {
    fn show(&self, what: &str) -> Literal {
        format!("rolefit show {what}").into()
    }

    fn score(&self, sheet: &Sheet<'_>) -> Vec<Literal> {
        vec![format!("rolefit score --answers {}", sheet.answers().digits()).into()]
    }

    fn score_code(&self, code: &AnswerCode) -> Literal {
        format!("rolefit score --answers {code}").into()
    }

    fn fit(&self) -> Literal {
        "rolefit cohort --fit".into()
    }
}
