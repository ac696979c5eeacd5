//! What is saved of a person's sittings, as a list. Field names are the JSON's: fields
//! may be added, and are never renamed or removed within one `schema_version`.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use super::report::Report;
use crate::catalogue::Catalogue;
use crate::sitting::{QuestionOrder, SavedSitting};

/// The saved sittings of one person, the newest first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct KeptSittings<'c> {
    /// The version of this form: 1.
    pub schema_version: u32,
    /// The folder that they are in.
    pub folder: Option<String>,
    /// The sittings.
    pub sittings: Vec<KeptSitting<'c>>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct KeptSitting<'c> {
    /// Its name: the date on which it began, `-2` and so on being the later ones of
    /// a day.
    pub name: String,
    /// How far it has come.
    pub state: KeptState,
    /// Why it cannot be read; null if it can.
    pub problem: Option<String>,
    /// Whether it is not finished and every question was put; texts tell it.
    #[serde(skip)]
    pub awaits_result: bool,
    /// How many questions were answered; null if it cannot be read.
    pub answered: Option<usize>,
    /// Which data files it was finished with; null if it is not finished.
    pub catalogue: Option<String>,
    /// The short summary of its result, in plain lines; none if it is not finished.
    pub summary: Vec<String>,
    /// Its whole result; only where one sitting is shown that was finished with the
    /// data files in use.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<Report<'c>>,
}

/// How far a saved sitting has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum KeptState {
    /// Its person was told a result.
    Finished,
    /// There is something left to ask.
    Unfinished,
    /// Its file is damaged, or a later version wrote it.
    Unreadable,
}

impl KeptSittings<'_> {
    /// The version of the form.
    pub const SCHEMA_VERSION: u32 = 1;
}

impl KeptSitting<'_> {
    /// What is listed of a sitting that was read, which may be of `catalogue`.
    #[must_use]
    pub fn read(name: String, saved: &SavedSitting, catalogue: &Catalogue) -> Self {
        let result = saved.result.as_ref();
        Self {
            name,
            state: if result.is_some() { KeptState::Finished } else { KeptState::Unfinished },
            problem: None,
            awaits_result: result.is_none() && is_complete(saved, catalogue),
            answered: Some(saved.answered()),
            catalogue: result.map(|result| result.catalogue.clone()),
            summary: result.map_or_else(Vec::new, |result| result.summary.clone()),
            report: None,
        }
    }

    /// What is listed of a file that cannot be read, and why.
    #[must_use]
    pub fn unreadable(name: String, problem: String) -> Self {
        Self {
            name,
            state: KeptState::Unreadable,
            problem: Some(problem),
            awaits_result: false,
            answered: None,
            catalogue: None,
            summary: Vec::new(),
            report: None,
        }
    }
}

/// Whether every question of its form was put, as far as the questions of `catalogue` tell.
fn is_complete(saved: &SavedSitting, catalogue: &Catalogue) -> bool {
    let resumed = saved.resume(catalogue);
    let (answers, asked) = (&resumed.sitting.answers, &resumed.sitting.asked);
    let order = QuestionOrder::new(catalogue, saved.form);
    resumed.dropped.is_empty() && order.next(answers, asked).is_none()
}
