//! The base rate: always naming the most usual choice.

use super::choices::ChoiceMade;
use super::result::{BaseRate, ChosenRole, PairedHits};
use crate::catalogue::{Catalogue, Each, Role, RoleIx};
use crate::cohort::exact::{real, share};
use crate::inference::mcnemar::mcnemar;

/// How many chose each role.
pub(super) fn counts(catalogue: &Catalogue, people: &[ChoiceMade]) -> Each<Role, u64> {
    let mut counts = catalogue.careers().roles.each(0_u64);
    for person in people {
        counts[person.chosen] += 1;
    }
    counts
}

/// Names to each person the role that most of the others chose.
pub(super) fn base_rate<'c>(
    catalogue: &'c Catalogue,
    people: &[ChoiceMade],
    counts: &Each<Role, u64>,
) -> BaseRate<'c> {
    let roles = &catalogue.careers().roles;
    let most = counts.iter().copied().max().unwrap_or(0);
    let usual = roles.iter().zip(counts).filter(|(_, count)| **count == most && most > 0);
    // Of the others of a person as many chose each role, but for one less of the person's own.
    let right = roles.indices().map(|own| UsualOfOthers::of(counts, own));
    let right: Vec<UsualOfOthers> = right.collect();
    let (mut hits, mut first_alone, mut usual_alone) = (0.0, 0, 0);
    for person in people {
        let Some(usual) = right.get(person.chosen.number()) else { continue };
        hits += usual.part;
        first_alone += u64::from(person.is_first() && !usual.is_named);
        usual_alone += u64::from(usual.is_named && !person.is_first());
    }
    BaseRate {
        roles: usual.map(|(role, _)| &role.id).collect(),
        respondents: most,
        hits,
        share: share(hits, people.len() as u64),
        paired: has_lead(counts).then(|| PairedHits {
            first_alone,
            usual_alone,
            p: mcnemar(first_alone, usual_alone),
        }),
    }
}

/// Whether the most usual role is that of two people more than the next, and so the same whoever
/// is left out.
fn has_lead(counts: &Each<Role, u64>) -> bool {
    let mut counts: Vec<u64> = counts.iter().copied().collect();
    counts.sort_unstable();
    match counts.as_slice() {
        [.., next, most] => *most >= next.saturating_add(2),
        _ => false,
    }
}

impl BaseRate<'_> {
    /// The same without what would give away a role that is not among those told: who chose the
    /// most usual role, and had it first or not, is all that the pairs count of it.
    pub(super) fn told_with(self, roles: &[ChosenRole<'_>]) -> Self {
        let are_told = self.roles.iter().all(|id| roles.iter().any(|told| told.id == *id));
        Self { paired: self.paired.filter(|_| are_told), ..self }
    }
}

/// Whether the most usual choice of the others is right for those who chose a role.
struct UsualOfOthers {
    /// 1 if it is, 0 if it is not; with a tie a part.
    part: f64,
    /// Whether it is the first of the roles that are as usual.
    is_named: bool,
}

impl UsualOfOthers {
    fn of(counts: &Each<Role, u64>, own: RoleIx) -> Self {
        let others = |role: RoleIx| counts[role].saturating_sub(u64::from(role == own));
        let highest = counts.indices().map(others).max().unwrap_or(0);
        let usual: Vec<RoleIx> =
            counts.indices().filter(|role| highest > 0 && others(*role) == highest).collect();
        let is_among = usual.contains(&own);
        let part = if is_among { 1.0 / real(usual.len() as u64) } else { 0.0 };
        Self { part, is_named: usual.first() == Some(&own) }
    }
}
