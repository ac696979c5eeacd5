//! The commands that a result mentions.

use rolefit_engine::sheet::{AnswerCode, Sheet};
use rolefit_engine::telling::{Commands, Literal};

/// Those of the program, for whoever has it.
pub(crate) struct ProgramCommands {
    /// Whether they need the files of the catalogue.
    pub(crate) needs_files: bool,
}

impl ProgramCommands {
    /// A command with the files that it needs, wherever they are there.
    fn with_files(&self, command: &str) -> Literal {
        let files = if self.needs_files { " --catalogue FOLDER" } else { "" };
        format!("rolefit {command}{files}").into()
    }
}

impl Commands for ProgramCommands {
    fn show(&self, what: &str) -> Literal {
        self.with_files(&format!("show {what}"))
    }

    fn score(&self, sheet: &Sheet<'_>) -> Vec<Literal> {
        vec![self.with_files(&format!("score --answers {}", sheet.answers().digits()))]
    }

    fn score_code(&self, code: &AnswerCode) -> Literal {
        self.with_files(&format!("score --answers {code}"))
    }

    fn fit(&self) -> Literal {
        self.with_files("cohort --fit")
    }
}
