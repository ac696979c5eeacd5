//! Which training modules serve a person's likely roles.

use super::pattern::Pattern;
use super::ranking::{Match, OtherDirections};
use crate::catalogue::{Careers, Each, ModuleIx, Role, RoleIx};

/// A module and what speaks for it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Training {
    /// The module.
    pub module: ModuleIx,
    /// How far it is expected to prepare for the person's best role, 0 to 1:
    /// the sum over roles of the chance to be best times the relevance.
    pub relevance: f64,
    /// Whether it prepares at least half for every leading role.
    pub no_regret: bool,
    /// How well its own profile matches; `None` if that cannot be told.
    pub matched: Option<Match>,
}

/// The modules, given each role's chance to be `best` and the leading roles, by
/// stage, then relevance, then own similarity, then id.
#[must_use]
pub fn trainings(
    careers: &Careers,
    pattern: &Pattern,
    directions: &OtherDirections,
    best: &Each<Role, f64>,
    leading: &[RoleIx],
) -> Vec<Training> {
    let expected = |module| {
        let paired = careers.roles.iter().zip(best);
        paired.map(|(role, best)| best * role.relevance(module)).sum::<f64>()
    };
    let leaders: Vec<&Role> = leading.iter().map(|role| &careers.roles[*role]).collect();
    let mut trainings: Vec<_> = careers
        .modules
        .indexed()
        .map(|(module, entry)| {
            let training = Training {
                module,
                relevance: expected(module),
                no_regret: !leaders.is_empty() && leaders.iter().all(|role| role.needs(module)),
                matched: directions.match_module(module, pattern),
            };
            (entry, training)
        })
        .collect();
    let similarity = |training: &Training| {
        training.matched.map_or(f64::NEG_INFINITY, |matched| matched.similarity)
    };
    trainings.sort_by(|(left_entry, left), (right_entry, right)| {
        (left_entry.stage.cmp(&right_entry.stage))
            .then_with(|| right.relevance.total_cmp(&left.relevance))
            .then_with(|| similarity(right).total_cmp(&similarity(left)))
            .then_with(|| left_entry.id.cmp(&right_entry.id))
    });
    trainings.into_iter().map(|(_, training)| training).collect()
}
