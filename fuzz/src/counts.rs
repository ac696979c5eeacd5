//! The laws of counts that were read and believed.

use rolefit_engine::cohort::{
    Audience, Cohort, Extras, Misfit, People, QuestionAdvice, StoredSummary, Summary,
};

use crate::SMALL;

/// What is written of `part` is read back equal and believed again; every figure that it
/// comes to is finite and in its range, alone and added to `whole`, and it is added once.
pub fn adds_up(whole: &mut Summary, part: &Summary) {
    let written = serde_json::to_string(part).expect("text keys only");
    let read: StoredSummary = serde_json::from_str(&written).expect("what is written can be read");
    assert_eq!(read.checked(&SMALL).as_ref(), Ok(part));
    figures(part);
    let before = whole.clone();
    match whole.merge(part.clone()) {
        Ok(()) => {
            assert!(matches!(whole.clone().merge(part.clone()), Err(Misfit::SameRun(_))));
            figures(whole);
        }
        // A run that is there already, or other columns.
        Err(_) => *whole = before,
    }
}

fn figures(summary: &Summary) {
    let extras = Extras { fit: true, listwise: true };
    for audience in [Audience::Anyone, Audience::Adviser] {
        let cohort =
            Cohort::of(summary, &SMALL, extras, audience).expect("it is of this catalogue");
        assert!(cohort.rows.scored <= cohort.rows.read);
        people(&cohort.all);
        cohort.groups.iter().for_each(|group| people(&group.people));
        for question in &cohort.questions {
            within(question.mean, 1.0, 5.0);
            within(question.sd, 0.0, 4.0);
            question.item_rest.iter().for_each(|rest| within(rest.correlation, -1.0, 1.0));
            question.advice.iter().for_each(|of| advice(*of));
        }
        for part in &cohort.reliability {
            within(part.alpha, f64::MIN, 1.0);
            within(part.listwise.expect("it was asked for").alpha, f64::MIN, 1.0);
        }
        let measured = cohort.measurement.expect("it was asked for");
        within(measured.noise, 0.0, f64::MAX);
        within(measured.signal, 0.0, f64::MAX);
    }
}

fn advice(advice: QuestionAdvice<'_>) {
    match advice {
        QuestionAdvice::Miskeyed { correlation, upper, .. } => {
            within(Some(correlation), -1.0, -0.2);
            within(Some(upper), correlation, 0.0);
        }
        QuestionAdvice::Dead { upper, .. } => within(upper, -1.0, 0.2),
        QuestionAdvice::MeasuresAnother { correlation, own_correlation, .. } => {
            within(Some(correlation), 0.2, 1.0);
            within(Some(own_correlation), -1.0, correlation);
        }
    }
}

fn people(people: &People<'_>) {
    within(Some(people.mean_answered), 0.0, 6.0);
    for role in &people.roles {
        within(Some(role.first_share), 0.0, 1.0);
        within(Some(role.expected_share), 0.0, 1.0);
    }
    people.modules.iter().for_each(|module| within(Some(module.expected_share), 0.0, 1.0));
    for interest in &people.interests {
        within(interest.mean, -1.0, 1.0);
        within(interest.sd, 0.0, 2.0);
    }
}

/// A figure, if it is told, is finite and between these, but for rounding.
fn within(figure: Option<f64>, least: f64, most: f64) {
    let is_within = |told: f64| told.is_finite() && told >= least - 1e-9 && told <= most + 1e-9;
    assert!(figure.is_none_or(is_within), "{figure:?} is not in {least} to {most}");
}
