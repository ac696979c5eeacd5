//! The questionnaire as forms of the tools in which people answer. What a tool exports of
//! its form is read back as a table without an option: each question is called by its id,
//! in the form that the tool allows, or else by its text.

mod answer_sheet;
mod error;
mod escaping;
mod google;
mod labels;
mod limesurvey;
mod names;
mod qualtrics;
mod redcap;
mod workbook;
mod xlsform;
mod zip;

pub use answer_sheet::{answer_sheet, heading_row};
pub use error::{Misfits, Unfit};
pub use google::google;
pub(crate) use labels::labels;
pub use limesurvey::limesurvey;
pub use names::Headings;
pub use qualtrics::qualtrics;
pub use redcap::redcap;
pub use xlsform::{FormBook, xlsform};

/// A form as a tool imports it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormText {
    /// The form.
    pub text: String,
    /// By what the questions are known in what the tool exports.
    pub headings: Headings,
}

/// So many questions stand together on a page.
pub(crate) const BLOCK: usize = 10;
