//! From counts to what is told of them.

use super::exact::{Exact, real, share};
use super::parts::{
    Bin, Cohort, Interest, ItemRest, Measured, Module, People, Question, Reliability, Role,
    RowCounts, Sign, Statuses,
};
use super::reliability::{Scale, spread};
use super::summary::Summary;
use super::tally::{BINS, Moments, Tally};
use super::{FEWEST_PEOPLE, items::measuring};
use crate::catalogue::Catalogue;
use crate::report::Tool;
use crate::sheet::{Answers, signs};

impl Summary {
    /// What the counts, which are of `catalogue`, add up to; `fit` to estimate
    /// the variances of its measurement too.
    #[must_use]
    pub fn cohort(&self, catalogue: &Catalogue, fit: bool) -> Cohort {
        let scales = scales(catalogue, self);
        let (groups, suppressed) = self.groups(catalogue);
        let (scored, rejected, blank) = self.rows();
        let read = scored.saturating_add(rejected).saturating_add(blank);
        Cohort {
            schema_version: 1,
            tool: Tool::default(),
            catalogue: catalogue.fingerprint().to_string(),
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

pub(super) fn people(catalogue: &Catalogue, of: &Tally) -> People {
    let questionnaire = catalogue.questionnaire();
    let respondents = of.respondents();
    let indices = signs(questionnaire, &Answers::blank(questionnaire));
    let sign = |(sign, [defined, flagged]): (&crate::sheet::Sign, &[u64; 2])| Sign {
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

fn roles(catalogue: &Catalogue, of: &Tally) -> Vec<Role> {
    let counts = of.first.iter().zip(&of.best).zip(&of.leading);
    let mut roles: Vec<(Exact, Role)> = (catalogue.careers().roles.iter().zip(counts))
        .map(|(role, ((first, best), leading))| {
            let told = Role {
                id: role.id.to_string(),
                name: role.name.clone(),
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
        right_best.cmp(left_best).then_with(by_first).then_with(|| left.id.cmp(&right.id))
    });
    roles.into_iter().map(|(_, role)| role).collect()
}

fn modules(catalogue: &Catalogue, of: &Tally) -> Vec<Module> {
    let careers = catalogue.careers();
    let demand = |module| {
        let roles = careers.roles.iter().zip(&of.best);
        roles.map(|(role, best)| best.value() * role.relevance(module)).sum::<f64>()
    };
    let mut modules: Vec<Module> = (careers.modules.iter().enumerate().zip(&of.no_regret))
        .map(|((number, module), no_regret)| Module {
            id: module.id.to_string(),
            name: module.name.clone(),
            stage: module.stage,
            expected: demand(number),
            expected_share: share(demand(number), of.ranked),
            no_regret: *no_regret,
        })
        .collect();
    modules.sort_by(|left, right| {
        let by_demand = right.expected.total_cmp(&left.expected);
        left.stage.cmp(&right.stage).then(by_demand).then_with(|| left.id.cmp(&right.id))
    });
    modules
}

#[expect(clippy::cast_precision_loss, reason = "there are five bars")]
fn interest(interest: &crate::catalogue::Interest, of: &Moments) -> Interest {
    let people = real(of.people);
    let mean = (of.people > 0).then(|| of.sum.value() / people);
    let squares = of.squares.value() - of.sum.value() * of.sum.value() / people;
    let edge = |place: usize| -1.0 + 2.0 * place as f64 / BINS as f64;
    let bin = |(place, count): (usize, &u64)| Bin {
        from: edge(place),
        to: edge(place + 1),
        respondents: *count,
    };
    Interest {
        id: interest.id.to_string(),
        name: interest.name.clone(),
        respondents: of.people,
        mean,
        // Rounding may leave a spread of nothing below 0.
        sd: (of.people > 1).then(|| (squares / (people - 1.0)).max(0.0).sqrt()),
        distribution: of.bins.iter().enumerate().map(bin).collect(),
    }
}

fn scales(catalogue: &Catalogue, summary: &Summary) -> Vec<Scale> {
    let questionnaire = catalogue.questionnaire();
    let loading = |interest| {
        move |question: usize| {
            let of = questionnaire.questions.get(question);
            (question, of.map_or(0.0, |of| of.weight(interest)))
        }
    };
    let scale = |interest| {
        let questions = measuring(questionnaire, interest).into_iter();
        let loadings: Vec<(usize, f64)> = questions.map(loading(interest)).collect();
        Scale::of(&summary.items, interest, &loadings)
    };
    (0..questionnaire.interests.len()).map(scale).collect()
}

fn reliability(catalogue: &Catalogue, scales: &[Scale]) -> Vec<Reliability> {
    let interests = catalogue.questionnaire().interests.iter().zip(scales);
    let told = |(interest, scale): (&crate::catalogue::Interest, &Scale)| Reliability {
        interest: interest.id.to_string(),
        alpha: scale.alpha(),
        respondents: scale.people(),
        questions: scale.size(),
    };
    interests.map(told).collect()
}

fn questions(catalogue: &Catalogue, summary: &Summary, scales: &[Scale]) -> Vec<Question> {
    let questionnaire = catalogue.questionnaire();
    let mut item_rest: Vec<Vec<ItemRest>> = vec![Vec::new(); questionnaire.questions.len()];
    for (interest, scale) in questionnaire.interests.iter().zip(scales) {
        for (question, correlation) in scale.item_rest() {
            let told = ItemRest { interest: interest.id.to_string(), correlation };
            if let Some(of) = item_rest.get_mut(question) {
                of.push(told);
            }
        }
    }
    let counted = questionnaire.questions.iter().zip(&summary.items.questions).zip(item_rest);
    counted
        .map(|((question, counts), item_rest)| {
            let of = spread(counts);
            Question {
                id: question.id.to_string(),
                answered: of.people,
                skipped: summary.all.respondents().saturating_sub(of.people),
                counts: counts.clone(),
                mean: (of.people > 0).then_some(of.mean),
                sd: (of.people > 1).then(|| of.variance.sqrt()),
                item_rest,
            }
        })
        .collect()
}

/// So that the page and the text need not know the number.
impl Measured {
    /// Whether too few people answered for any estimate.
    #[must_use]
    pub fn has_few(&self) -> bool {
        self.respondents < FEWEST_PEOPLE
    }
}
