//! What counts of one person.

use std::collections::HashMap;

use crate::catalogue::Catalogue;
use crate::report::{Report, Status};
use crate::sheet::{Answers, Sheet, SignIndex};

/// Everything of one person that a cohort counts, by numbers of the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    pub(super) status: Status,
    pub(super) answers: Answers,
    /// The role in first place.
    pub(super) first: Option<usize>,
    /// The roles that may be the best match, each with its chance, above 0.
    pub(super) best: Vec<(usize, f64)>,
    pub(super) leading: Vec<usize>,
    /// The modules that every leading role needs.
    pub(super) no_regret: Vec<usize>,
    /// The observed score of each interest, -1 to 1.
    pub(super) scores: Vec<Option<f64>>,
    pub(super) signs: Vec<Flag>,
}

/// Whether a person crosses the threshold of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Flag {
    pub(super) index: SignIndex,
    pub(super) defined: bool,
    pub(super) flagged: bool,
}

/// Finds the catalogue's numbers for what a report names.
#[derive(Debug)]
pub struct Counter<'c> {
    roles: HashMap<&'c str, usize>,
    modules: HashMap<&'c str, usize>,
}

impl<'c> Counter<'c> {
    /// A counter of people who answered the questions of `catalogue`.
    #[must_use]
    pub fn new(catalogue: &'c Catalogue) -> Self {
        let careers = catalogue.careers();
        let roles = careers.roles.iter().map(|role| role.id.as_str());
        let modules = careers.modules.iter().map(|module| module.id.as_str());
        Self { roles: roles.zip(0..).collect(), modules: modules.zip(0..).collect() }
    }

    /// What counts of the person who filled in `sheet` and was told `report`.
    #[must_use]
    pub fn person(&self, sheet: &Sheet, report: &Report) -> Person {
        let role = |id: &str| self.roles.get(id).copied();
        let likely = report.roles.iter().filter(|told| told.certainty.best > 0.0);
        let needed = report.modules.iter().filter(|module| module.no_regret);
        let flag = |sign: &crate::report::SignPart| Flag {
            index: sign.index,
            defined: sign.value.is_some(),
            flagged: sign.flagged,
        };
        Person {
            status: report.status,
            answers: sheet.answers.clone(),
            first: report.roles.first().and_then(|first| role(&first.id)),
            best: likely.filter_map(|of| Some((role(&of.id)?, of.certainty.best))).collect(),
            leading: report.leading.iter().filter_map(|id| role(id)).collect(),
            no_regret: needed.filter_map(|of| self.modules.get(of.id.as_str()).copied()).collect(),
            scores: report.interests.iter().map(|interest| interest.score).collect(),
            signs: report.signs.iter().map(flag).collect(),
        }
    }
}
