//! From counts to what is told of them.

use super::groups::groups;
use super::people::people;
use super::reliability::{InterestScale, spread};
use super::result::{
    Cohort, ItemRest, ItemStatistics, Measured, Reliability, RowCounts, SimulatedSigns,
};
use super::summary::{Misfit, Summary};
use super::variances::Variances;
use super::{FEWEST_PEOPLE, items::measuring};
use crate::catalogue::{Catalogue, Interest, Measurement, QuestionIx};
use crate::report::Tool;
use crate::signs::{Thresholds, flagged_shares};

impl<'c> Cohort<'c> {
    /// What the counts in `summary` add up to; `fit` to estimate the variances of the
    /// catalogue's measurement too.
    ///
    /// # Errors
    /// [`Misfit`] if the counts are not of `catalogue`, or do not fit together.
    pub fn of(summary: &Summary, catalogue: &'c Catalogue, fit: bool) -> Result<Self, Misfit> {
        Summary::of(catalogue, summary.by.clone()).check(summary)?;
        let scales = scales(catalogue, summary);
        let (groups, suppressed) = groups(summary, catalogue);
        let (scored, rejected, blank) = summary.rows();
        let read = scored.saturating_add(rejected).saturating_add(blank);
        Ok(Self {
            schema_version: 1,
            tool: Tool::default(),
            catalogue: catalogue.fingerprint().as_str(),
            rows: RowCounts { read, scored, rejected, blank },
            all: people(catalogue, &summary.all),
            reliability: reliability(catalogue, &scales),
            questions: questions(catalogue, summary, &scales),
            by: summary.by.clone(),
            groups,
            suppressed,
            measurement: fit.then(|| Measured::of(summary.variances)),
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
    fn of(variances: Variances) -> Self {
        let estimated = variances.estimate();
        Self {
            respondents: variances.people,
            noise: estimated.map(|of| of.noise),
            noise_error: estimated.map(|of| of.noise_error),
            signal: estimated.map(|of| of.signal),
            signal_error: estimated.map(|of| of.signal_error),
        }
    }

    /// Whether too few people answered for any estimate.
    #[must_use]
    pub fn has_few(&self) -> bool {
        self.respondents < FEWEST_PEOPLE
    }
}
