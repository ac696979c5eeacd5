//! What is told of some people: all of a cohort, or a group.

use super::bins::counts;
use super::exact::{Exact, real, share};
use super::figures::ToldFigures;
use super::result::{Bin, InterestSummary, ModuleDemand, People, RoleCount, SignCount, Statuses};
use super::tally::{BINS, Moments, Tally};
use crate::catalogue::{Catalogue, Interest, StageIx};
use crate::signs::SignIndex;

pub(super) fn people<'c>(catalogue: &'c Catalogue, of: &Tally, told: &ToldFigures) -> People<'c> {
    let questionnaire = catalogue.questionnaire();
    let respondents = of.respondents();
    let sign =
        |((index, [defined, flagged]), is_told): ((SignIndex, &[u64; 2]), &bool)| SignCount {
            index,
            defined: is_told.then_some(*defined),
            flagged: is_told.then_some(*flagged),
        };
    let signs = SignIndex::ALL.into_iter().zip(&of.signs).zip(&told.signs);
    let interests = questionnaire.interests.iter().zip(&of.interests).zip(&told.interests);
    People {
        respondents,
        status: Statuses {
            ranked: told.status.then_some(of.ranked),
            insufficient: told.status.then_some(of.insufficient),
            undifferentiated: told.status.then_some(of.undifferentiated),
        },
        complete: told.complete.then_some(of.complete),
        mean_answered: share(real(of.answered), respondents),
        roles: if told.roles { roles(catalogue, of, told) } else { Vec::new() },
        modules: if told.roles { modules(catalogue, of, told) } else { Vec::new() },
        interests: interests
            .map(|((interest, of), widths)| match widths {
                Some(widths) => self::interest(interest, of, widths),
                None => InterestSummary::left_out(interest),
            })
            .collect(),
        signs: signs.map(sign).collect(),
    }
}

fn roles<'c>(catalogue: &'c Catalogue, of: &Tally, told: &ToldFigures) -> Vec<RoleCount<'c>> {
    let counts = of.first.iter().zip(of.best.iter().zip(&of.best_squares));
    let counts = counts.zip(of.leading.iter().zip(&told.leading));
    let mut roles: Vec<(Exact, RoleCount<'_>)> = (catalogue.careers().roles.iter().zip(counts))
        .map(|(role, ((first, (best, squares)), (leading, is_told)))| {
            let told = RoleCount {
                id: &role.id,
                name: &role.name,
                first: *first,
                first_share: share(real(*first), of.ranked),
                expected_share: share(best.value(), of.ranked),
                expected_sd: sd(of.ranked, best.value(), squares.value()),
                leading: is_told.then_some(*leading),
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

fn modules<'c>(catalogue: &'c Catalogue, of: &Tally, told: &ToldFigures) -> Vec<ModuleDemand<'c>> {
    let careers = catalogue.careers();
    let demand = |module| {
        let roles = careers.roles.iter().zip(&of.best);
        roles.map(|(role, best)| best.value() * role.relevance(module)).sum::<f64>()
    };
    let mut modules: Vec<(StageIx, ModuleDemand<'_>)> = (careers.modules.indexed())
        .zip(of.no_regret.iter().zip(&told.no_regret))
        .map(|((number, module), (no_regret, is_told))| {
            let demand = ModuleDemand {
                id: &module.id,
                name: &module.name,
                stage: &careers.stages[module.stage].id,
                expected: demand(number),
                expected_share: share(demand(number), of.ranked),
                no_regret: is_told.then_some(*no_regret),
            };
            (module.stage, demand)
        })
        .collect();
    modules.sort_by(|(left_stage, left), (right_stage, right)| {
        let by_demand = right.expected.total_cmp(&left.expected);
        left_stage.cmp(right_stage).then(by_demand).then_with(|| left.id.cmp(right.id))
    });
    modules.into_iter().map(|(_, demand)| demand).collect()
}

/// The standard deviation of so many figures with this sum and this sum of squares; `None` for
/// fewer than two. Rounding may leave a spread of nothing below 0.
fn sd(people: u64, sum: f64, squares: f64) -> Option<f64> {
    let left = squares - sum * sum / real(people);
    (people > 1).then(|| (left / (real(people) - 1.0)).max(0.0).sqrt())
}

#[expect(clippy::cast_precision_loss, reason = "there are five bars")]
fn interest<'c>(interest: &'c Interest, of: &Moments, widths: &[usize]) -> InterestSummary<'c> {
    let people = real(of.people);
    let mean = (of.people > 0).then(|| of.sum.value() / people);
    let edge = |place: usize| -1.0 + 2.0 * place as f64 / BINS as f64;
    let mut upper = 0;
    let bin = |(width, respondents): (&usize, u64)| {
        let lower = upper;
        upper += width;
        Bin { from: edge(lower), to: edge(upper), respondents }
    };
    InterestSummary {
        id: &interest.id,
        name: &interest.name,
        respondents: Some(of.people),
        mean,
        sd: sd(of.people, of.sum.value(), of.squares.value()),
        distribution: widths.iter().zip(counts(&of.bins, widths)).map(bin).collect(),
    }
}

impl<'c> InterestSummary<'c> {
    /// Of too few people, or of people who are too much alike.
    fn left_out(interest: &'c Interest) -> Self {
        let (id, name) = (&interest.id, interest.name.as_str());
        Self { id, name, respondents: None, mean: None, sd: None, distribution: Vec::new() }
    }
}
