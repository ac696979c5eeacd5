//! Answers that are written as one text.

use super::Sheet;
use super::answer_code::{AnswerCode, BadCode};
use super::answers::{Answers, BadDigits};
use crate::catalogue::Catalogue;

/// Why a text holds no answers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadAnswerText {
    /// It is no row of digits for the questions.
    #[error(transparent)]
    Digits(#[from] BadDigits),
    /// It is no answer code of the questionnaire.
    #[error(transparent)]
    Code(#[from] BadCode),
}

impl<'c> Sheet<'c> {
    /// The sheet with the answers in `text`: one character a question, or an answer code.
    ///
    /// # Errors
    /// What is wrong with the digits or with the code, whichever was meant.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::sheet::{AnswerCode, Sheet};
    ///
    /// let digits = Sheet::from_text(&catalogue, "5212--")?;
    /// let code = AnswerCode::of(&digits)?.to_string();
    /// assert_eq!(Sheet::from_text(&catalogue, &code)?, digits);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_text(catalogue: &'c Catalogue, text: &str) -> Result<Self, BadAnswerText> {
        if AnswerCode::is_meant_by(text) {
            Ok(Self::from_code(catalogue, text)?)
        } else {
            Ok(Self::new(Answers::from_digits(catalogue, text)?))
        }
    }
}
