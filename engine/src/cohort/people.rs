//! What is told of some people: all of a cohort, or a group.

use super::exact::{Exact, real, share};
use super::result::{Bin, InterestSummary, ModuleDemand, People, RoleCount, SignCount, Statuses};
use super::tally::{BINS, Moments, Tally};
use crate::catalogue::{Catalogue, Interest};
use crate::signs::SignIndex;

pub(super) fn people<'c>(catalogue: &'c Catalogue, of: &Tally) -> People<'c> {
    let questionnaire = catalogue.questionnaire();
    let respondents = of.respondents();
    let sign = |(index, [defined, flagged]): (SignIndex, &[u64; 2])| SignCount {
        index,
        defined: *defined,
        flagged: *flagged,
    };
    let interests = questionnaire.interests.iter().zip(&of.interests);
    People {
        respondents,
        status: Statuses {
            ranked: of.ranked,
            insufficient: of.insufficient,
            undifferentiated: of.undifferentiated,
        },
        complete: of.complete,
        mean_answered: share(real(of.answered), respondents),
        roles: roles(catalogue, of),
        modules: modules(catalogue, of),
        interests: interests.map(|(interest, of)| self::interest(interest, of)).collect(),
        signs: SignIndex::ALL.into_iter().zip(&of.signs).map(sign).collect(),
    }
}

fn roles<'c>(catalogue: &'c Catalogue, of: &Tally) -> Vec<RoleCount<'c>> {
    let counts = of.first.iter().zip(&of.best).zip(&of.leading);
    let mut roles: Vec<(Exact, RoleCount<'_>)> = (catalogue.careers().roles.iter().zip(counts))
        .map(|(role, ((first, best), leading))| {
            let told = RoleCount {
                id: &role.id,
                name: &role.name,
                first: *first,
                first_share: share(real(*first), of.ranked),
                expected_share: share(best.value(), of.ranked),
                leading: *leading,
            };
            (*best, told)
        })
        .collect();
    roles.sort_by(|(left_best, left), (right_best, right)| {
        let by_first = || right.first.cmp(&left.first);
        right_best.cmp(left_best).then_with(by_first).then_with(|| left.id.cmp(right.id))
    });
    roles.into_iter().map(|(_, role)| role).collect()
}

fn modules<'c>(catalogue: &'c Catalogue, of: &Tally) -> Vec<ModuleDemand<'c>> {
    let careers = catalogue.careers();
    let demand = |module| {
        let roles = careers.roles.iter().zip(&of.best);
        roles.map(|(role, best)| best.value() * role.relevance(module)).sum::<f64>()
    };
    let mut modules: Vec<ModuleDemand<'_>> = (careers.modules.indexed().zip(&of.no_regret))
        .map(|((number, module), no_regret)| ModuleDemand {
            id: &module.id,
            name: &module.name,
            stage: module.stage,
            expected: demand(number),
            expected_share: share(demand(number), of.ranked),
            no_regret: *no_regret,
        })
        .collect();
    modules.sort_by(|left, right| {
        let by_demand = right.expected.total_cmp(&left.expected);
        left.stage.cmp(&right.stage).then(by_demand).then_with(|| left.id.cmp(right.id))
    });
    modules
}

#[expect(clippy::cast_precision_loss, reason = "there are five bars")]
fn interest<'c>(interest: &'c Interest, of: &Moments) -> InterestSummary<'c> {
    let people = real(of.people);
    let mean = (of.people > 0).then(|| of.sum.value() / people);
    let squares = of.squares.value() - of.sum.value() * of.sum.value() / people;
    let edge = |place: usize| -1.0 + 2.0 * place as f64 / BINS as f64;
    let bin = |(place, count): (usize, &u64)| Bin {
        from: edge(place),
        to: edge(place + 1),
        respondents: *count,
    };
    InterestSummary {
        id: &interest.id,
        name: &interest.name,
        respondents: of.people,
        mean,
        // Rounding may leave a spread of nothing below 0.
        sd: (of.people > 1).then(|| (squares / (people - 1.0)).max(0.0).sqrt()),
        distribution: of.bins.iter().enumerate().map(bin).collect(),
    }
}
