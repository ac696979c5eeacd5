//! From counts to what is told of them.

use super::advice::{ToldScales, advice};
use super::disclosure::{Base, is_enough};
use super::figures::ToldFigures;
use super::groups::{ToldGroups, groups};
use super::items::{ItemPlan, measuring};
use super::listwise::CompleteAnswers;
use super::people::people;
use super::reliability::ScaleFigures;
use super::result::{
    Cohort, ItemRest, ItemStatistics, Listwise, Measured, QuestionAdvice, Reliability, RowCounts,
    SimulatedSigns,
};
use super::spread::spread;
use super::summary::{Misfit, Summary};
use super::variances::Variances;
use super::{Audience, Extras, FEWEST_PEOPLE};
use crate::catalogue::{Catalogue, Each, Interest, Measurement, Question, QuestionIx};
use crate::report::{Languages, Tool};
use crate::signs::{Thresholds, flagged_shares};

/// What stands at the head of figures that may be those of single people.
const FOR_YOU_ALONE: &str = "For you alone: these figures may tell of single people. Show them to \
                             nobody who has not seen the answers.";

/// What the figures do not protect from.
const NOT_PROTECTED: &str = "Every figure here rests on ten people or more. Two runs, figures of \
                             different people, what is known of them anyhow, partial counts, and \
                             tables or pages of a class can still tell of single ones \
                             (docs/privacy.md).";

impl<'c> Cohort<'c> {
    /// What the counts in `summary` add up to, as far as `audience` is told, with these `extras`.
    ///
    /// # Errors
    /// [`Misfit::OtherCatalogue`] if the counts are not of `catalogue`.
    pub fn of(
        summary: &Summary,
        catalogue: &'c Catalogue,
        extras: Extras,
        audience: Audience,
    ) -> Result<Self, Misfit> {
        summary.check_catalogue(catalogue)?;
        let is_private = audience == Audience::Adviser;
        let small = is_private || summary.is_small();
        let ToldGroups { whole, groups, left_out } = groups(summary, catalogue, audience);
        let questions = Questions::of(catalogue, summary, small);
        let (scored, rejected, blank) = summary.rows();
        let read = scored.saturating_add(rejected).saturating_add(blank);
        Ok(Self {
            schema_version: 1,
            tool: Tool::default(),
            catalogue: catalogue.fingerprint().as_str(),
            languages: Languages::of(catalogue),
            small,
            private: is_private,
            notice: if small { FOR_YOU_ALONE } else { NOT_PROTECTED },
            rows: RowCounts { read, scored, rejected, blank },
            all: people(catalogue, &summary.all, &whole),
            reliability: questions.reliability(extras.listwise),
            questions: questions.statistics(&whole),
            by: summary.by.clone(),
            groups,
            suppressed: left_out,
            against: None,
            chosen: None,
            role_ids: catalogue.careers().roles.iter().map(|role| &role.id).collect(),
            measurement: extras.fit.then(|| Measured::of(summary.variances, small)),
            simulated_signs: None,
        })
    }

    /// The same with the shares of simulated respondents whom the signs flag; `summary`
    /// has the counts that the cohort was made of.
    #[must_use]
    pub fn with_simulated_signs(self, catalogue: &Catalogue, summary: &Summary) -> Self {
        let thresholds = Thresholds::of(catalogue);
        let model = &catalogue.questionnaire().measurement;
        let shares =
            |measurement: &Measurement| flagged_shares(catalogue, measurement, &thresholds);
        let own = summary.variances.estimate().map(|of| {
            let mut own = model.clone();
            (own.noise, own.signal) = (of.noise, of.signal);
            shares(&own)
        });
        Self { simulated_signs: Some(SimulatedSigns { model: shares(model), own }), ..self }
    }
}

fn scales(catalogue: &Catalogue, summary: &Summary, plan: &ItemPlan) -> Vec<ScaleFigures> {
    let questionnaire = catalogue.questionnaire();
    let scale = |interest| {
        let questions = measuring(questionnaire, interest).into_iter();
        let loadings: Vec<(QuestionIx, f64)> = questions
            .map(|question| (question, questionnaire.questions[question].weight(interest)))
            .collect();
        let pairs = plan.together.counted(&summary.items.question_pairs, interest);
        ScaleFigures::of(&summary.items, pairs, &loadings)
    };
    questionnaire.interests.indices().map(scale).collect()
}

/// What is told of the questions, and for that of their scales.
struct Questions<'c, 's> {
    catalogue: &'c Catalogue,
    summary: &'s Summary,
    plan: ItemPlan,
    scales: Vec<ScaleFigures>,
    told: Each<Question, bool>,
    /// Whether figures of few people are told.
    small: bool,
}

impl<'c, 's> Questions<'c, 's> {
    fn of(catalogue: &'c Catalogue, summary: &'s Summary, small: bool) -> Self {
        let plan = ItemPlan::of(catalogue.questionnaire());
        let scales = scales(catalogue, summary, &plan);
        let told = told_questions(catalogue, summary, &scales, small);
        Self { catalogue, summary, plan, scales, told, small }
    }

    fn is_scale_told(&self, scale: &ScaleFigures) -> bool {
        scale.questions().all(|question| self.told[question])
    }

    fn reliability(&self, listwise: bool) -> Vec<Reliability<'c>> {
        let interests = self.catalogue.questionnaire().interests.iter().zip(&self.scales);
        let complete = self.plan.loaded.counted(&self.summary.items.complete);
        let reliability = |((interest, scale), complete): ((&'c Interest, &ScaleFigures), _)| {
            let is_told = self.is_scale_told(scale);
            Reliability {
                interest: &interest.id,
                alpha: scale.alpha.filter(|_| is_told),
                respondents: told_count(scale.people, self.small),
                questions: scale.size(),
                listwise: listwise.then(|| self.listwise(complete, is_told)),
            }
        };
        interests.zip(complete).map(reliability).collect()
    }

    fn listwise(
        &self,
        (loaded, complete): (&[(usize, f64)], &CompleteAnswers),
        is_told: bool,
    ) -> Listwise {
        let is_told = is_told && (self.small || complete.is_safe());
        Listwise {
            alpha: complete.alpha(loaded).filter(|_| is_told),
            respondents: told_count(complete.people(), self.small),
        }
    }

    /// What is to be done about each question; `whole` has which figures are told of everybody.
    fn advice(&self, whole: &ToldFigures) -> Each<Question, Option<QuestionAdvice<'c>>> {
        let questions: Vec<bool> = self.scales.iter().map(|of| self.is_scale_told(of)).collect();
        let scores = questions.iter().zip(&whole.interests);
        let scores = scores.map(|(is_told, score)| *is_told && score.is_some()).collect();
        let scales = ToldScales { scales: &self.scales, questions, scores };
        advice(self.catalogue, &self.summary.items, &self.plan.others, (&self.told, &scales))
    }

    fn statistics(&self, whole: &ToldFigures) -> Vec<ItemStatistics<'c>> {
        let questionnaire = self.catalogue.questionnaire();
        let advice = self.advice(whole);
        let mut item_rest = questionnaire.questions.each(Vec::new());
        for (interest, scale) in questionnaire.interests.iter().zip(&self.scales) {
            let is_told = self.is_scale_told(scale);
            for (question, correlation) in &scale.item_rest {
                let correlation = correlation.filter(|_| is_told);
                item_rest[*question].push(ItemRest { interest: &interest.id, correlation });
            }
        }
        let counted = questionnaire.questions.indexed().zip(&self.summary.items.questions);
        counted
            .map(|((ix, question), counts)| {
                let of = Some(spread(counts)).filter(|_| self.told[ix]);
                let all = self.summary.all.respondents();
                ItemStatistics {
                    id: &question.id,
                    answered: of.map(|of| of.people),
                    skipped: of.map(|of| all.saturating_sub(of.people)),
                    counts: of.map_or_else(Vec::new, |_| counts.clone()),
                    mean: of.filter(|of| of.people > 0).map(|of| of.mean),
                    sd: of.filter(|of| of.people > 1).map(|of| of.variance.sqrt()),
                    item_rest: item_rest[ix].clone(),
                    advice: advice[ix],
                }
            })
            .collect()
    }
}

/// Which questions are told of: those whose counts are safe, if all that were answered on their
/// interests are. The score of an interest, less the other questions on it, would give away the
/// one that is left out.
fn told_questions(
    catalogue: &Catalogue,
    summary: &Summary,
    scales: &[ScaleFigures],
    small: bool,
) -> Each<Question, bool> {
    let mut told = catalogue.questionnaire().questions.each(true);
    if small {
        return told;
    }
    for (is_told, counts) in told.iter_mut().zip(&summary.items.questions) {
        *is_told = Base::of(spread(counts).people, counts).is_safe();
    }
    loop {
        let mut is_settled = true;
        for scale in scales {
            let (shown, hidden): (Vec<QuestionIx>, Vec<QuestionIx>) =
                scale.questions().partition(|question| told[*question]);
            if !shown.is_empty() && !hidden.is_empty() {
                for question in shown {
                    told[question] = false;
                }
                is_settled = false;
            }
        }
        if is_settled {
            return told;
        }
    }
}

/// A count of people, unless it is of few and these are not told.
fn told_count(people: u64, small: bool) -> Option<u64> {
    (small || is_enough(people)).then_some(people)
}

impl Measured {
    fn of(variances: Variances, small: bool) -> Self {
        let estimated = variances.estimate();
        Self {
            respondents: told_count(variances.people, small),
            noise: estimated.map(|of| of.noise),
            noise_error: estimated.map(|of| of.noise_error),
            signal: estimated.map(|of| of.signal),
            signal_error: estimated.map(|of| of.signal_error),
        }
    }

    /// Whether too few people answered for any estimate.
    #[must_use]
    pub fn has_few(&self) -> bool {
        self.respondents.is_none_or(|people| people < FEWEST_PEOPLE)
    }
}
