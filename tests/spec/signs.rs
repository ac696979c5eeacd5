//! Signs of careless answering, computed by hand and simulated.

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::sheet::Answers;
use rolefit_engine::signs::{SignIndex, Thresholds, flagged_shares, signs};

use crate::support::{catalogue, small};

#[track_caller]
fn close(left: f64, right: f64) {
    assert!((left - right).abs() < 1e-12, "{left} is not {right}");
}

fn of(catalogue: &Catalogue, digits: &str, index: SignIndex) -> (Option<f64>, bool) {
    let answers = Answers::from_digits(catalogue, digits).unwrap();
    let signs = signs(&answers, &Thresholds::of(catalogue));
    let sign = signs.iter().find(|sign| sign.index == index).unwrap();
    (sign.value, sign.flagged)
}

fn sign(digits: &str, index: SignIndex) -> (Option<f64>, bool) {
    of(&small(), digits, index)
}

/// So many questions on each of so many interests, one after the other.
fn even(interests: usize, each: usize) -> Catalogue {
    let mut questions =
        "format: 1\ntitle: t\nintroduction: i\nscale: [a, b, c, d, e]\ninterests:\n".to_owned();
    for interest in 0..interests {
        questions += &format!("  - {{id: i{interest}, name: n i{interest}}}\n");
    }
    questions += "questions:\n";
    for question in 0..interests * each {
        let interest = question / each;
        questions +=
            &format!("  - {{id: q{question}, text: t q{question}, interest: i{interest}}}\n");
    }
    let careers = "format: 1\nroles: [{id: r, name: R, summary: s, profile: {i0: 1}}]\n";
    catalogue(&questions, careers)
}

#[test]
fn signs_of_careless_answering_by_hand() {
    assert_eq!(sign("444444", SignIndex::StraightLine), (Some(1.0), true));
    assert_eq!(sign("4444-4", SignIndex::StraightLine), (Some(1.0), true));
    assert_eq!(sign("444443", SignIndex::StraightLine), (Some(0.0), false));
    assert_eq!(sign("------", SignIndex::StraightLine), (None, false));
    // A skipped question does not break a run; six answers are too few for a flag.
    assert_eq!(sign("1444-4", SignIndex::Longstring), (Some(4.0), false));
    // Mean 3, squares 4 + 4 + 0 + 0 + 1 + 1 = 10, over 5: sqrt 2.
    let (variability, flagged) = sign("513324", SignIndex::Variability);
    close(variability.unwrap(), 2.0_f64.sqrt());
    assert!(!flagged);
    // The expected SD is sqrt(0.2 + 0.1) coordinate units of two steps: 1.095; half is 0.548.
    // 333334: mean 19/6, squares 5/36 + 25/36 = 5/6, over 5: SD 0.408.
    let (variability, flagged) = sign("333334", SignIndex::Variability);
    close(variability.unwrap(), (1.0_f64 / 6.0).sqrt());
    assert!(flagged);
}

#[test]
fn consistency_is_an_analysis_of_variance_by_hand() {
    let catalogue = even(3, 3);
    let consistency = |digits| of(&catalogue, digits, SignIndex::Consistency);
    // (1, 1, 1/2), (0, 0, -1/2), (-1, -1/2, -1): means 15, -3, -15 and all -1, in eighteenths.
    // Between: 3 (16² + 2² + 14²) / 324 = 38/9, over 2: 19/9. Within: 3/6, over 6: 1/12.
    // F = 76/3, and 1 - 1/F = 73/76.
    assert!(!consistency("554332121").1);
    close(consistency("554332121").0.unwrap(), 73.0 / 76.0);
    // The same answers to every interest differ as little between them as can be.
    assert_eq!(consistency("135135135"), (Some(-1.0), true));
    // Answers about one interest that all agree.
    assert_eq!(consistency("555333111"), (Some(1.0), false));
    // All equal; and seven answers to three interests are four degrees of freedom.
    assert_eq!(consistency("444444444"), (None, false));
    assert_eq!(consistency("5543321--"), (None, false));
    assert!(consistency("55433212-").0.is_some());
}

#[test]
fn an_answer_counts_for_what_its_question_measures_most() {
    let questions = "
format: 1
title: t
introduction: i
scale: [a, b, c, d, e]
interests: [{id: x, name: X}, {id: y, name: Y}, {id: z, name: Z}]
questions:
  - {id: q0, text: t q0, interests: {x: 1, y: 0.5}}
  - {id: q1, text: t q1, interests: {y: 0.5, x: 1}}
  - {id: q2, text: t q2, interest: x}
  - {id: q3, text: t q3, interests: {y: 1, z: 0.9}}
  - {id: q4, text: t q4, interest: y}
  - {id: q5, text: t q5, interest: y, reversed: true}
  - {id: q6, text: t q6, interest: z}
  - {id: q7, text: t q7, interest: z}
  - {id: q8, text: t q8, interest: z}
";
    let careers = "format: 1\nroles: [{id: r, name: R, summary: s, profile: {x: 1}}]\n";
    let catalogue = catalogue(questions, careers);
    // As above, with the sixth answer turned round.
    let (value, _) = of(&catalogue, "554334121", SignIndex::Consistency);
    close(value.unwrap(), 73.0 / 76.0);
}

#[test]
fn few_careful_people_are_flagged_and_many_who_answer_at_random() {
    let catalogue = even(10, 4);
    let measurement = &catalogue.questionnaire().measurement;
    let shares = flagged_shares(&catalogue, measurement, &Thresholds::of(&catalogue));
    let of = shares.iter().find(|of| of.index == SignIndex::Consistency).unwrap();
    assert!((0.04..0.06).contains(&of.careful), "{of:?}");
    assert!(of.careful_skipping < 0.06, "{of:?}");
    assert!(of.random > 0.35 && of.half_random > 0.2, "{of:?}");
}

#[test]
fn a_long_run_is_flagged_from_half_of_ten_answers() {
    let catalogue = even(3, 4);
    let flagged = |digits: &str| of(&catalogue, digits, SignIndex::Longstring).1;
    assert!(flagged("1222221321--"));
    assert!(!flagged("1222213213--"));
}
