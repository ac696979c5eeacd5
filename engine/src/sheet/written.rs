//! Answers that are written as one text.

use std::sync::OnceLock;

use super::Sheet;
use super::answer_code::{AnswerCode, BadCode, CodeForm};
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
        AnswerTexts::of(catalogue).read(text)
    }
}

/// Reads answers to the questions of one catalogue, each row of them from one text.
#[derive(Debug, Clone)]
pub(crate) struct AnswerTexts<'c> {
    catalogue: &'c Catalogue,
    /// What its answer codes look like, once one was read.
    codes: OnceLock<CodeForm>,
}

impl<'c> AnswerTexts<'c> {
    pub(crate) fn of(catalogue: &'c Catalogue) -> Self {
        Self { catalogue, codes: OnceLock::new() }
    }

    /// The sheet with the answers in `text`, as [`Sheet::from_text`] reads it.
    ///
    /// # Errors
    /// What is wrong with the digits or with the code, whichever was meant.
    pub(crate) fn read(&self, text: &str) -> Result<Sheet<'c>, BadAnswerText> {
        let catalogue = self.catalogue;
        if AnswerCode::is_meant_by(text) {
            let form = self.codes.get_or_init(|| CodeForm::of(catalogue.questionnaire()));
            Ok(Sheet::from_code_of(form, catalogue, text)?)
        } else {
            Ok(Sheet::new(Answers::from_digits(catalogue, text)?))
        }
    }
}
