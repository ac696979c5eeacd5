//! A report in words: everything that a result says, ready to be laid out. Text,
//! Markdown and HTML say the same because they are all laid out from this.

mod answers;
mod contrast;
mod interests;
mod lead;
mod next;
mod parts;
mod roles;
mod signs;
mod training;
mod why;

pub(crate) use parts::{
    InterestLine, Interests, Passage, Rivals, RoleLine, Share, Sides, Signs, StagePart, Step,
    Story, Sum, Why,
};

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::report::Report;
use rolefit_engine::sheet::Sheet;

use super::clean;

/// What a story is told from.
pub(crate) struct Telling<'a> {
    /// What was asked and offered.
    pub(crate) catalogue: &'a Catalogue,
    /// What was answered.
    pub(crate) sheet: &'a Sheet,
    /// What is told.
    pub(crate) report: &'a Report,
    /// The most roles to list.
    pub(crate) top: usize,
    /// Whether to take the scores apart in full.
    pub(crate) explain: bool,
    /// Whether to say what would put another role ahead.
    pub(crate) rivals: bool,
    /// The options that a command needs to use the same data files.
    pub(crate) options: String,
}

/// The whole story.
pub(crate) fn story(telling: &Telling<'_>) -> Story {
    let report = telling.report;
    Story {
        heading: match report.respondent.as_deref() {
            Some(name) => format!("Result for {}", clean(name)),
            None => "Your result".to_owned(),
        },
        answered: lead::answered(report),
        outcome: lead::outcome(report),
        roles: roles::lines(telling),
        key: roles::key(report),
        why: why::first(telling),
        contrast: contrast::contrast(telling),
        rivals: why::rivals(telling),
        sums: why::sums(telling),
        specialism: training::specialism(report),
        stages: training::stages(telling),
        stages_key: training::BARS,
        interests: interests::figure(telling),
        signs: signs::flagged(report),
        next: next::steps(telling),
        caution: next::CAUTION,
        answers: answers::given(telling),
    }
}
