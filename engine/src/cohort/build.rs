//! From counts to what is told of them.

use super::exact::{Exact, real, share};
use super::reliability::{InterestScale, spread};
use super::result::{
    Bin, Cohort, InterestSummary, ItemRest, ItemStatistics, Measured, ModuleDemand, People,
    Reliability, RoleCount, RowCounts, SignCount, Statuses,
};
use super::summary::Summary;
use super::tally::{BINS, Moments, Tally};
use super::{FEWEST_PEOPLE, items::measuring};
use crate::catalogue::{Catalogue, Interest, QuestionIx};
use crate::report::Tool;
use crate::sheet::Answers;
use crate::signs::{Sign, signs};

impl Summary {
    /// What the counts, which are of `catalogue`, add up to; `fit` to estimate
    /// the variances of its measurement too.
    #[must_use]
    pub fn cohort<'c>(&self, catalogue: &'c Catalogue, fit: bool) -> Cohort<'c> {
        let scales = scales(catalogue, self);
        let (groups, suppressed) = self.groups(catalogue);
        let (scored, rejected, blank) = self.rows();
        let read = scored.saturating_add(rejected).saturating_add(blank);
        Cohort {
            schema_version: 1,
            tool: Tool::default(),
            catalogue: catalogue.fingerprint().as_str(),
            rows: RowCounts { read, scored, rejected, blank },
            all: people(catalogue, &self.all),
            reliability: reliability(catalogue, &scales),
            questions: questions(catalogue, self, &scales),
            by: self.by.clone(),
            groups,
            suppressed,
            measurement: fit.then(|| self.measured()),
        }
    }

    fn measured(&self) -> Measured {
        let estimated = self.variances.estimate();
        Measured {
            respondents: self.variances.people,
            noise: estimated.map(|of| of.noise),
            noise_error: estimated.map(|of| of.noise_error),
            signal: estimated.map(|of| of.signal),
            signal_error: estimated.map(|of| of.signal_error),
        }
    }
}

pub(super) fn people<'c>(catalogue: &'c Catalogue, of: &Tally) -> People<'c> {
    let questionnaire = catalogue.questionnaire();
    let respondents = of.respondents();
    let indices = signs(&Answers::blank(catalogue));
    let sign = |(sign, [defined, flagged]): (&Sign, &[u64; 2])| SignCount {
        index: sign.index,
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
        signs: indices.iter().zip(&of.signs).map(sign).collect(),
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

fn scales(catalogue: &Catalogue, summary: &Summary) -> Vec<InterestScale> {
    let questionnaire = catalogue.questionnaire();
    let scale = |interest| {
        let questions = measuring(questionnaire, interest).into_iter();
        let loadings: Vec<(QuestionIx, f64)> = questions
            .map(|question| (question, questionnaire.questions[question].weight(interest)))
            .collect();
        InterestScale::of(&summary.items, interest, &loadings)
    };
    questionnaire.interests.indices().map(scale).collect()
}

fn reliability<'c>(catalogue: &'c Catalogue, scales: &[InterestScale]) -> Vec<Reliability<'c>> {
    let interests = catalogue.questionnaire().interests.iter().zip(scales);
    let reliability = |(interest, scale): (&'c Interest, &InterestScale)| Reliability {
        interest: &interest.id,
        alpha: scale.alpha(),
        respondents: scale.people(),
        questions: scale.size(),
    };
    interests.map(reliability).collect()
}

fn questions<'c>(
    catalogue: &'c Catalogue,
    summary: &Summary,
    scales: &[InterestScale],
) -> Vec<ItemStatistics<'c>> {
    let questionnaire = catalogue.questionnaire();
    let mut item_rest = questionnaire.questions.each(Vec::new());
    for (interest, scale) in questionnaire.interests.iter().zip(scales) {
        for (question, correlation) in scale.item_rest() {
            item_rest[question].push(ItemRest { interest: &interest.id, correlation });
        }
    }
    let counted = questionnaire.questions.indexed().zip(&summary.items.questions);
    counted
        .map(|((ix, question), counts)| {
            let of = spread(counts);
            ItemStatistics {
                id: &question.id,
                answered: of.people,
                skipped: summary.all.respondents().saturating_sub(of.people),
                counts: counts.clone(),
                mean: (of.people > 0).then_some(of.mean),
                sd: (of.people > 1).then(|| of.variance.sqrt()),
                item_rest: item_rest[ix].clone(),
            }
        })
        .collect()
}

impl Measured {
    /// Whether too few people answered for any estimate.
    #[must_use]
    pub fn has_few(&self) -> bool {
        self.respondents < FEWEST_PEOPLE
    }
}
