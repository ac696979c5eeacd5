//! What a cohort says is to be done about questions, and alphas by listwise deletion.

use std::fmt::Write as _;

use rolefit_engine::catalogue::{Catalogue, Id};
use rolefit_engine::cohort::{Audience, Cohort, Extras, Person, QuestionAdvice, Summary};
use rolefit_engine::report::Reporter;
use rolefit_engine::sheet::{Answers, Sheet};
use rolefit_engine::simulation::simulate_as;

use crate::cohort::{answers, cohort_of, counted};
use crate::support::{catalogue, lasting};

fn close(left: f64, right: f64) {
    assert!((left - right).abs() < 1e-9, "{left} is not {right}");
}

/// Three interests, and a question for each of these; what is said of it beside its interest
/// follows.
fn asked(questions: &[&str]) -> &'static Catalogue {
    let mut text = String::from(
        "format: 1\ntitle: t\nintroduction: i\nscale: [a, b, c, d, e]\ninterests: [{id: x, name: \
         X}, {id: y, name: Y}, {id: z, name: Z}]\nquestions:\n",
    );
    for (number, of) in questions.iter().enumerate() {
        writeln!(text, "  - {{id: q{number}, text: t{number}, {of}}}").unwrap();
    }
    let careers = "format: 1\nroles: [{id: r, name: r, summary: s, profile: {x: 1}}]";
    lasting(catalogue(&text, careers))
}

/// Four questions on each of three interests, as people are who answer them.
const TWELVE: [&str; 12] = [
    "interest: x",
    "interest: y",
    "interest: z",
    "interest: x",
    "interest: y",
    "interest: z",
    "interest: x, reversed: true",
    "interest: y",
    "interest: z",
    "interest: x",
    "interest: y",
    "interest: z",
];

/// What is asked of people who are as `TWELVE` says, but for one question.
fn but_for(place: usize, of: &'static str) -> &'static Catalogue {
    let mut questions = TWELVE;
    questions[place] = of;
    asked(&questions)
}

/// What so many simulated people answer to the twelve, the first of whom is `first`.
fn people(first: usize, count: usize) -> Vec<String> {
    let truth = lasting(asked(&TWELVE).clone());
    let measurement = &truth.questionnaire().measurement;
    let people = simulate_as(truth, measurement, first..first + count);
    people.iter().map(|person| person.answers.digits()).collect()
}

/// The questions that there is advice on.
fn advised(
    catalogue: &'static Catalogue,
    people: &[String],
) -> Vec<(String, QuestionAdvice<'static>)> {
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    let people = answers(catalogue, &people);
    let summary = counted(catalogue, None, people.iter().map(|of| (of, "")));
    let cohort = cohort_of(&summary, catalogue, false);
    let advised = cohort.questions.iter();
    advised.filter_map(|of| Some((of.id.to_string(), of.advice?))).collect()
}

/// The single question that there is advice on.
#[track_caller]
fn single(catalogue: &'static Catalogue, people: &[String]) -> (String, QuestionAdvice<'static>) {
    let mut all = advised(catalogue, people);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[test]
fn a_reversed_key_is_found_and_no_other() {
    for (place, of) in
        [(0, "interest: x, reversed: true"), (6, "interest: x"), (4, "interest: y, reversed: true")]
    {
        let catalogue = but_for(place, of);
        let (id, advice) = single(catalogue, &people(0, 300));
        assert_eq!(id, format!("q{place}"));
        let QuestionAdvice::Miskeyed { interest, reversed, correlation, upper, respondents } =
            advice
        else {
            panic!("{advice:?}")
        };
        assert_eq!(reversed, of.contains("reversed"));
        assert!(of.contains(&format!("interest: {interest}")), "{advice:?}");
        assert!(correlation <= -0.2 && correlation < upper && upper < 0.0, "{advice:?}");
        assert_eq!(respondents, 300);
        // The interval, once more: r' = atanh r, with a standard error of 1 / √297, so that
        // (1 + r) / (1 - r) is e to the power of 2 · 1.96 / √297 times as high.
        let odds = |of: f64| (1.0 + of) / (1.0 - of);
        assert!((odds(upper) / odds(correlation) - 1.2554).abs() < 1e-5, "{advice:?}");
    }
}

/// Puts another answer into the place of a question.
fn with(people: &mut [String], place: usize, answer: impl Fn(usize) -> char) {
    for (number, digits) in people.iter_mut().enumerate() {
        let told = digits.chars().enumerate();
        let answer = answer(number);
        *digits = told.map(|(at, of)| if at == place { answer } else { of }).collect();
    }
}

#[test]
fn noise_and_answers_that_are_alike_tell_little() {
    let catalogue = asked(&TWELVE);
    let mut noise = people(0, 500);
    // Every answer as often as any, whoever it is.
    with(&mut noise, 1, |number| ['1', '2', '3', '4', '5'][number * 7 / 3 % 5]);
    let (id, advice) = single(catalogue, &noise);
    assert_eq!(id, "q1");
    assert!(
        matches!(advice, QuestionAdvice::Dead { alike: None, upper: Some(upper), respondents: 500 } if upper < 0.2),
        "{advice:?}"
    );
    let mut alike = people(0, 60);
    with(&mut alike, 1, |number| if number < 54 { '4' } else { '2' });
    let (id, advice) = single(catalogue, &alike);
    assert_eq!(id, "q1");
    assert_eq!(advice, QuestionAdvice::Dead { alike: Some(54), upper: None, respondents: 60 });
    with(&mut alike, 1, |number| if number < 53 { '4' } else { '2' });
    let of_alike = |(_, of): &(String, QuestionAdvice<'_>)| {
        matches!(of, QuestionAdvice::Dead { alike: Some(_), .. })
    };
    assert!(
        !advised(catalogue, &alike).iter().any(of_alike),
        "53 of 60 are fewer than nine in ten"
    );
}

#[test]
fn a_question_keyed_to_another_interest_is_found() {
    let catalogue = but_for(4, "interest: z");
    let (id, advice) = single(catalogue, &people(0, 400));
    assert_eq!(id, "q4");
    let QuestionAdvice::MeasuresAnother {
        interest,
        correlation,
        own,
        own_correlation,
        respondents,
    } = advice
    else {
        panic!("{advice:?}")
    };
    assert_eq!((interest.as_str(), own.as_str(), respondents), ("y", "z", 400));
    assert!(correlation > own_correlation + 0.1, "{advice:?}");
}

/// The correlations, once more from the answers.
#[test]
fn correlations_with_another_interest_are_those_of_the_answers() {
    let catalogue = but_for(4, "interest: z");
    let people = people(0, 400);
    let (_, advice) = single(catalogue, &people);
    let QuestionAdvice::MeasuresAnother { correlation, own_correlation, .. } = advice else {
        panic!("{advice:?}")
    };
    let sum = |digits: &String, places: &[usize]| -> f64 {
        places.iter().map(|place| f64::from(digits.as_bytes()[*place])).sum()
    };
    let correlated = |one: &[usize], other: &[usize]| {
        let values: Vec<(f64, f64)> =
            people.iter().map(|of| (sum(of, one), sum(of, other))).collect();
        let mean =
            |of: fn(&(f64, f64)) -> f64| values.iter().map(of).sum::<f64>() / values.len() as f64;
        let (one, other) = (mean(|of| of.0), mean(|of| of.1));
        let products = |of: &dyn Fn(&(f64, f64)) -> f64| values.iter().map(of).sum::<f64>();
        let square = |of: f64| of * of;
        products(&|of| (of.0 - one) * (of.1 - other))
            / (products(&|of| square(of.0 - one)) * products(&|of| square(of.1 - other))).sqrt()
    };
    close(correlation, correlated(&[4], &[1, 7, 10]));
    close(own_correlation, correlated(&[4], &[2, 5, 8, 11]));
}

/// Where all is keyed well, hardly a cohort has a question that is named, however many people.
#[test]
fn false_alarms_are_rare() {
    let catalogue = asked(&TWELVE);
    for (count, cohorts) in [(30, 200), (60, 150), (200, 60)] {
        let alarms = (0..cohorts).filter(|number| {
            let people = people(10_000 + number * count, count);
            !advised(catalogue, &people).is_empty()
        });
        let alarms = alarms.count();
        assert!(alarms * 20 < cohorts, "{count} people: {alarms} of {cohorts}");
    }
}

#[test]
fn fewer_than_thirty_are_given_no_advice() {
    let catalogue = but_for(0, "interest: x, reversed: true");
    assert_eq!(advised(catalogue, &people(0, 29)).len(), 0);
    assert!(!advised(catalogue, &people(0, 60)).is_empty());
}

/// Three people in four answer both questions on x, the others one; y is z's equal.
#[test]
fn alpha_by_listwise_deletion_by_hand() {
    let questions = ["interests: {x: 2}", "interests: {x: 1}", "interests: {x: 2}, reversed: true"];
    let catalogue = asked(&[&questions[..], &["interest: y", "interest: z"]].concat());
    let kinds = answers(catalogue, &["12533", "43133", "3-333", "44233"]);
    let people = kinds.iter().flat_map(|of| std::iter::repeat_n((of, ""), 20));
    let cohort = cohort_of(&counted(catalogue, None, people), catalogue, false);
    let x = &cohort.reliability[0];
    let listwise = x.listwise.unwrap();
    assert_eq!((x.respondents, listwise.respondents), (Some(60), Some(60)));
    // Of the three kinds that answered all: 1 4 4, 2 3 4, and turned round 1 5 4, with loadings
    // 1, 1/2 and 1. Squares of deviations: 6, 2 and 26/3; products 3, 8 and 3 (of the deviations
    // -2 1 1; -1 0 1; -7/3 5/3 2/3: 2 + 0 + 1, 14/3 + 5/3 + 2/3 = 7, 7/3 + 0 + 2/3 = 3).
    let own = 6.0 + 2.0 / 4.0 + 26.0 / 3.0;
    let total = own + 2.0 * (3.0 / 2.0 + 7.0 + 3.0 / 2.0);
    close(listwise.alpha.unwrap(), 1.5 * (1.0 - own / total));
    // By pairs, those who skipped one count for the other two.
    assert!((x.alpha.unwrap() - listwise.alpha.unwrap()).abs() > 1e-3);
    // With every question answered, both are one.
    let people = kinds.iter().filter(|of| of.skipped() == 0);
    let people = people.flat_map(|of| std::iter::repeat_n((of, ""), 20));
    let cohort = cohort_of(&counted(catalogue, None, people), catalogue, false);
    let x = &cohort.reliability[0];
    close(x.alpha.unwrap(), x.listwise.unwrap().alpha.unwrap());
}

#[test]
fn alpha_by_listwise_deletion_needs_thirty_who_answered_everything() {
    let catalogue = asked(&["interest: x", "interest: x", "interest: y", "interest: z"]);
    let told = |complete: usize| {
        let kinds = answers(catalogue, &["1233", "4333", "2233", "1-33", "-533"]);
        let whole = (0..complete).map(|of| (&kinds[of % 3], ""));
        let others = (0..40).map(|of| (&kinds[3 + of % 2], ""));
        let summary = counted(catalogue, None, whole.chain(others));
        let listwise = cohort_of(&summary, catalogue, false).reliability[0].listwise.unwrap();
        (listwise.alpha.is_some(), listwise.respondents)
    };
    assert_eq!(told(30), (true, Some(30)));
    assert_eq!(told(29), (false, Some(29)));
    assert_eq!(told(9), (false, None));
    assert_eq!(told(0), (false, Some(0)));
}

/// Of the thirty who answered everything all but one say the same to a question: the whole may
/// be told of it, but they may not.
#[test]
fn no_figure_of_complete_answers_gives_one_person_away() {
    let catalogue = asked(&["interest: x", "interest: x", "interest: y", "interest: z"]);
    let kinds = answers(catalogue, &["1233", "5233", "1533", "-433"]);
    let told = |exceptions: usize, audience: Audience| {
        let common = (0..40 - exceptions).map(|_| (&kinds[0], ""));
        let others = (0..exceptions).map(|_| (&kinds[2], ""));
        let apart = (0..2).map(|_| (&kinds[1], "")).chain((0..10).map(|_| (&kinds[3], "")));
        let summary = counted(catalogue, None, common.chain(others).chain(apart));
        let extras = Extras { listwise: true, ..Extras::default() };
        let cohort = Cohort::of(&summary, catalogue, extras, audience).unwrap();
        let x = &cohort.reliability[0];
        (x.alpha.is_some(), x.listwise.unwrap().alpha.is_some())
    };
    assert_eq!(told(2, Audience::Anyone), (true, true));
    assert_eq!(told(1, Audience::Anyone), (true, false));
    assert_eq!(told(1, Audience::Adviser), (true, true));
}

#[test]
fn listwise_figures_are_told_only_if_they_are_asked_for() {
    let catalogue = asked(&TWELVE);
    let reporter = Reporter::new(catalogue);
    let mut summary = Summary::of(catalogue, None);
    let sheet = Sheet::new(Answers::blank(catalogue));
    summary.add(&Person::of(&reporter, &sheet), None).unwrap();
    let cohort = Cohort::of(&summary, catalogue, Extras::default(), Audience::Anyone).unwrap();
    assert!(cohort.reliability.iter().all(|of| of.listwise.is_none()));
    assert!(!serde_json::to_string(&cohort).unwrap().contains("listwise"));
}

/// The form of advice in JSON.
#[test]
fn advice_says_what_it_is_and_what_it_rests_on() {
    let catalogue = but_for(0, "interest: x, reversed: true");
    let (_, advice) = single(catalogue, &people(0, 300));
    let json = serde_json::to_value(advice).unwrap();
    assert_eq!((&json["kind"], &json["interest"]), (&"miskeyed".into(), &"x".into()));
    assert_eq!((&json["reversed"], &json["respondents"]), (&true.into(), &300.into()));
    let kind = |of: QuestionAdvice<'_>| serde_json::to_value(of).unwrap()["kind"].clone();
    let dead = QuestionAdvice::Dead { alike: None, upper: None, respondents: 30 };
    assert_eq!(kind(dead), "dead");
    let id: &Id = &catalogue.questionnaire().interests.as_slice()[0].id;
    let another = QuestionAdvice::MeasuresAnother {
        interest: id,
        correlation: 0.5,
        own: id,
        own_correlation: 0.2,
        respondents: 30,
    };
    assert_eq!(kind(another), "measures-another");
}
