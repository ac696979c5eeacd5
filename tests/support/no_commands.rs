//! Commands for texts that mention none.

use rolefit_engine::sheet::{AnswerCode, Sheet};
use rolefit_engine::telling::{Commands, Literal};

/// No command is told of.
pub struct NoCommands;

impl Commands for NoCommands {
    fn show(&self, _: &str) -> Literal {
        Literal::default()
    }

    fn score(&self, _: &Sheet<'_>) -> Vec<Literal> {
        Vec::new()
    }

    fn score_code(&self, _: &AnswerCode) -> Literal {
        Literal::default()
    }

    fn fit(&self) -> Literal {
        Literal::default()
    }
}
