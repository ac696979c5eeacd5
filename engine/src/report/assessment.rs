//! What a sheet comes to in numbers: what reports and cohorts are made from.

use super::reporter::Reporter;
use crate::catalogue::{Each, Role, RoleIx};
use crate::matching::{
    Drawn, Estimate, Pattern, RankedRole, Training, Unranked, leading, over_first, too_close,
    trainings,
};
use crate::sheet::Sheet;

/// What a sheet comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// The person's interests.
    pub estimate: Estimate,
    /// The ranking, or why there is none.
    pub ranking: Result<Ranking, Unranked>,
}

/// A ranking and how sure it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// The person's pattern of interests.
    pub pattern: Pattern,
    /// The roles, best first.
    pub roles: Vec<RankedRole>,
    /// The chance of each role to be the person's best match, 0 to 1, and what else the
    /// draws give.
    pub drawn: Drawn,
    /// The roles that lead, by falling chance.
    pub leading: Vec<RoleIx>,
    /// The chance of each role but the first to suit better than the first.
    pub over_first: Each<Role, Option<f64>>,
    /// The roles that are too close to the first to call, by falling chance.
    pub too_close: Vec<RoleIx>,
    /// The modules by stage, then relevance.
    pub modules: Vec<Training>,
}

impl Assessment {
    /// What `sheet` comes to, by its own catalogue.
    #[must_use]
    pub fn of(reporter: &Reporter<'_>, sheet: &Sheet<'_>) -> Self {
        let estimate = Estimate::of_sheet(sheet);
        let ranking = Pattern::of(&estimate, sheet.importance())
            .map(|pattern| Ranking::of(reporter, sheet, &estimate, pattern));
        Self { estimate, ranking }
    }
}

impl Ranking {
    fn of(
        reporter: &Reporter<'_>,
        sheet: &Sheet<'_>,
        estimate: &Estimate,
        pattern: Pattern,
    ) -> Self {
        let careers = sheet.catalogue().careers();
        let odds = reporter.odds(sheet);
        let roles = odds.directions().rank(&pattern);
        let drawn = odds.drawn(estimate);
        let matched = roles.iter().filter(|role| role.matched.is_some());
        let mut ranked = Vec::with_capacity(roles.len());
        ranked.extend(matched.map(|role| role.role));
        let leading = leading(&ranked, &drawn.best);
        let modules = trainings(careers, &pattern, &reporter.others(sheet), &drawn.best, &leading);
        let over_first = over_first(&roles, odds.directions(), estimate);
        let too_close = too_close(&roles, &over_first);
        Self { pattern, roles, drawn, leading, over_first, too_close, modules }
    }
}
