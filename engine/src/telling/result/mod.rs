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

pub use parts::{
    InterestLine, Interests, Passage, Rivals, RoleLine, Share, Sides, Signs, StagePart, Step,
    Story, Sum, Why,
};

use crate::catalogue::Catalogue;
use crate::report::Report;
use crate::sheet::Sheet;

use crate::telling::clean;

/// What a story is told from.
pub struct Telling<'a> {
    /// What was answered.
    pub sheet: &'a Sheet<'a>,
    /// What is told.
    pub report: &'a Report<'a>,
    /// The most roles to list.
    pub top: usize,
    /// Whether to take the scores apart in full.
    pub explain: bool,
    /// Whether to say what would put another role ahead.
    pub rivals: bool,
    /// The options that a command needs to use the same data files.
    pub options: String,
}

impl<'a> Telling<'a> {
    /// What was asked and offered.
    fn catalogue(&self) -> &'a Catalogue {
        self.sheet.catalogue()
    }
}

/// The whole story.
pub fn story(telling: &Telling<'_>) -> Story {
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
