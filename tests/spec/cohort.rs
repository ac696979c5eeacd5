//! What a cohort adds up to: figures computed by hand, and laws of merging.
use proptest::prelude::*;
use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::cohort::{
    Audience, Cohort, Extras, Misfit, Person, RunId, StoredSummary, Summary,
};
use rolefit_engine::report::Reporter;
use rolefit_engine::sheet::{Answers, Sheet};
use rolefit_engine::simulation::simulate;

use crate::support::{QUESTIONS, catalogue, lasting, middle, small};

fn close(left: f64, right: f64) {
    assert!((left - right).abs() < 1e-9, "{left} is not {right}");
}

/// Counts people who gave these answers, each in a group.
pub(crate) fn counted<'p, 'c: 'p>(
    catalogue: &'c Catalogue,
    by: Option<&str>,
    people: impl IntoIterator<Item = (&'p Answers<'c>, &'p str)>,
) -> Summary {
    let reporter = Reporter::new(catalogue);
    let mut summary = Summary::of(catalogue, by.map(str::to_owned));
    for (answers, group) in people {
        let sheet = Sheet::new(answers.clone());
        let person = Person::of(&reporter, &sheet);
        summary.add(&person, by.map(|_| group)).unwrap();
    }
    summary
}

pub(crate) fn cohort_of<'c>(summary: &Summary, catalogue: &'c Catalogue, fit: bool) -> Cohort<'c> {
    let extras = Extras { fit, listwise: true };
    Cohort::of(summary, catalogue, extras, Audience::Anyone).unwrap()
}

/// Counts of one catalogue are told of no other, whichever way they come together.
#[test]
fn counts_belong_to_their_catalogue() {
    let (ours, other) = (small(), middle());
    let summary = Summary::of(&ours, None);
    let misfit = Misfit::OtherCatalogue {
        found: ours.fingerprint().to_string(),
        loaded: other.fingerprint().to_string(),
    };
    assert_eq!(
        Cohort::of(&summary, &other, Extras::default(), Audience::Anyone).unwrap_err(),
        misfit
    );

    let reporter = Reporter::new(&ours);
    let sheet = Sheet::new(Answers::blank(&ours));
    let person = Person::of(&reporter, &sheet);
    let mut theirs = Summary::of(&other, None);
    assert_eq!(theirs.add(&person, None).unwrap_err(), misfit);
    assert_eq!(theirs, Summary::of(&other, None));
}

pub(crate) fn answers<'c>(catalogue: &'c Catalogue, digits: &[&str]) -> Vec<Answers<'c>> {
    let read = |digits: &&str| Answers::from_digits(catalogue, digits).unwrap();
    digits.iter().map(read).collect()
}

fn cohort(digits: &[&str]) -> Cohort<'static> {
    let catalogue = lasting(small());
    let answers = answers(catalogue, digits);
    cohort_of(&counted(catalogue, None, answers.iter().map(|of| (of, ""))), catalogue, true)
}

/// Three interests, three questions on the first (the last of them reversed).
fn scale_of_three() -> Catalogue {
    let questions = "
format: 1
title: t
introduction: i
scale: [a, b, c, d, e]
interests: [{id: x, name: X}, {id: y, name: Y}, {id: z, name: Z}]
questions:
  - {id: x1, text: one, interest: x}
  - {id: x2, text: two, interest: x}
  - {id: x3, text: three, interest: x, reversed: true}
  - {id: y1, text: four, interest: y}
  - {id: z1, text: five, interest: z}
";
    let careers = "format: 1\nroles:\n  - {id: r, name: R, summary: s, profile: {x: 1}}\n";
    catalogue(questions, careers)
}

#[test]
fn people_are_counted_by_what_can_be_said_of_them() {
    let cohort = cohort(&["523454", "111111", "5-----", "52-4--"]);
    // Three interests each, but 111111 likes people as little and as much as the
    // reversed question says: -1 and 1, mean 0, so the interests differ.
    let status = cohort.all.status;
    assert_eq!(
        (status.ranked, status.insufficient, status.undifferentiated),
        (Some(3), Some(1), Some(0))
    );
    assert_eq!((cohort.all.respondents, cohort.all.complete), (4, Some(2)));
    // 6 + 6 + 1 + 3 answers of four people.
    close(cohort.all.mean_answered, 4.0);
    let roles = &cohort.all.roles;
    close(roles.iter().map(|role| role.expected_share).sum(), 1.0);
    close(roles.iter().map(|role| role.first_share).sum(), 1.0);
    assert_eq!(roles.iter().map(|role| role.first).sum::<u64>(), 3);
}

#[test]
fn demand_for_a_module_is_the_roles_chances_by_its_relevance() {
    let cohort = cohort(&["523454", "152233", "425211"]);
    let share = |id: &str| cohort.all.roles.iter().find(|of| of.id == id).unwrap().expected_share;
    let demand = |id: &str| cohort.all.modules.iter().find(|of| of.id == id).unwrap();
    // The small careers: counting 1 for the clerk and 0.5 for the smith; speaking
    // 0.25 for the clerk and 1 for the guide.
    close(demand("counting").expected_share, share("clerk") + 0.5 * share("smith"));
    close(demand("counting").expected, 3.0 * demand("counting").expected_share);
    close(demand("speaking").expected_share, 0.25 * share("clerk") + share("guide"));
}

#[test]
fn scores_have_a_mean_a_spread_and_a_distribution() {
    let catalogue = scale_of_three();
    let answers = answers(&catalogue, &["51332", "55132", "13--2", "--5-2"]);
    let cohort =
        cohort_of(&counted(&catalogue, None, answers.iter().map(|of| (of, ""))), &catalogue, false);
    // x1, x2 and x3 turned round: (1 - 1 + 0)/3 = 0; (1 + 1 + 1)/3 = 1; (-1 + 0)/2
    // = -0.5; -1. Mean -0.125; deviations .125, 1.125, -.375, -.875; their squares
    // .015625 + 1.265625 + .140625 + .765625 = 2.1875, over 3.
    let x = &cohort.all.interests.as_slice()[0];
    assert_eq!(x.respondents, Some(4));
    close(x.mean.unwrap(), -0.125);
    close(x.sd.unwrap(), (2.1875_f64 / 3.0).sqrt());
    // Fifths from -1, -0.6, -0.2, 0.2, 0.6.
    let counts: Vec<u64> = x.distribution.iter().map(|bin| bin.respondents).collect();
    assert_eq!(counts, [1, 1, 1, 0, 1]);
    // Only the first two answered y, both 3: in the middle.
    let y = &cohort.all.interests.as_slice()[1];
    assert_eq!((y.respondents, y.mean, y.sd), (Some(2), Some(0.0), Some(0.0)));
    let question = &cohort.questions[1];
    assert_eq!((question.answered, question.skipped), (Some(3), Some(1)));
    assert_eq!(question.counts, [1, 0, 1, 0, 1]);
    // 1, 5 and 3: mean 3, squares 4 + 4 over 2.
    close(question.mean.unwrap(), 3.0);
    close(question.sd.unwrap(), 2.0);
}

#[test]
fn alpha_and_item_rest_by_hand() {
    let catalogue = scale_of_three();
    // Four kinds of people, ten each. x3 is reversed, so the values are
    // (1,2,1) (3,3,2) (4,3,5) (4,4,4).
    let kinds = answers(&catalogue, &["12533", "33433", "43133", "44233"]);
    let people = kinds.iter().flat_map(|of| std::iter::repeat_n((of, ""), 10));
    let cohort = cohort_of(&counted(&catalogue, None, people), &catalogue, false);
    // Sums of products of deviations over one of each kind:
    // x1 1 3 4 4 mean 3: -2 0 1 1 -> 6; x2 2 3 3 4 mean 3: -1 0 0 1 -> 2;
    // x3 1 2 5 4 mean 3: -2 -1 2 1 -> 10; x1x2 2+0+0+1 = 3; x1x3 4+0+2+1 = 7;
    // x2x3 2+0+0+1 = 3. Ten of each over 39 is a factor that falls out.
    let (own, total) = (6.0 + 2.0 + 10.0, 18.0 + 2.0 * (3.0 + 7.0 + 3.0));
    let x = &cohort.reliability[0];
    assert_eq!((x.interest.as_str(), x.respondents, x.questions), ("x", Some(40), 3));
    close(x.alpha.unwrap(), 1.5 * (1.0 - own / total));
    let rest = |question: usize| cohort.questions[question].item_rest[0].correlation.unwrap();
    // x1 with x2 + x3: (3 + 7) / sqrt(6 (2 + 10 + 2·3)).
    close(rest(0), 10.0 / (6.0_f64 * 18.0).sqrt());
    close(rest(1), 6.0 / (2.0_f64 * (6.0 + 10.0 + 14.0)).sqrt());
    close(rest(2), 10.0 / (10.0_f64 * (6.0 + 2.0 + 6.0)).sqrt());
    // One question measures y: nothing hangs together with nothing.
    let y = &cohort.reliability[1];
    assert_eq!((y.alpha, y.respondents, y.questions), (None, Some(0), 1));
    assert_eq!(cohort.questions[3].item_rest[0].correlation, None);
}

#[test]
fn fewer_than_thirty_people_have_no_reliability_and_no_variances() {
    let catalogue = scale_of_three();
    let kinds = answers(&catalogue, &["53132", "14551"]);
    let told = |people: usize| {
        let people = kinds.iter().cycle().take(people).map(|of| (of, ""));
        cohort_of(&counted(&catalogue, None, people), &catalogue, true)
    };
    let (few, enough) = (told(29), told(30));
    assert_eq!((few.reliability[0].alpha, few.reliability[0].respondents), (None, Some(29)));
    assert_eq!(few.questions[0].item_rest[0].correlation, None);
    assert_eq!(few.measurement.unwrap().noise, None);
    assert!(few.measurement.unwrap().has_few());
    assert!(enough.reliability[0].alpha.is_some());
    assert!(enough.questions[0].item_rest[0].correlation.is_some());
    assert!(enough.measurement.unwrap().noise.is_some());
}

#[test]
fn alpha_rests_on_the_fewest_who_answered_any_two_questions() {
    let catalogue = scale_of_three();
    let kinds = answers(&catalogue, &["12533", "434-3", "44-33"]);
    let people = kinds.iter().flat_map(|of| std::iter::repeat_n((of, ""), 20));
    let cohort = cohort_of(&counted(&catalogue, None, people), &catalogue, false);
    // x1 with x2: all 60; with x3: 40, as x2 with x3.
    assert_eq!(cohort.reliability[0].respondents, Some(40));
    // A question that nobody answered takes no part.
    let kinds = answers(&catalogue, &["12-33", "43-33"]);
    let people = kinds.iter().flat_map(|of| std::iter::repeat_n((of, ""), 20));
    let cohort = cohort_of(&counted(&catalogue, None, people), &catalogue, false);
    let x = &cohort.reliability[0];
    assert_eq!((x.questions, x.respondents), (2, Some(40)));
    // Values 1 and 4, 2 and 3: deviations ±1.5 and ±0.5, so variances as 9 to 1
    // and a covariance of 3: 2 (1 - 10 / 16).
    close(x.alpha.unwrap(), 0.75);
}

#[test]
fn the_variances_of_two_kinds_of_people_by_hand() {
    let catalogue = scale_of_three();
    let kinds = answers(&catalogue, &["53132", "1355-"]);
    let people = kinds.iter().flat_map(|of| std::iter::repeat_n((of, ""), 20));
    let measured =
        cohort_of(&counted(&catalogue, None, people), &catalogue, true).measurement.unwrap();
    assert_eq!(measured.respondents, Some(40));
    // Coordinates: 1 0 1 | 0 | -0.5 and -1 0 -1 | 1. Within x: mean ±2/3, squares
    // 2 (1/3)² + (2/3)² = 2/3 each, with 2 degrees of freedom: noise 1/3.
    let noise = 1.0 / 3.0;
    close(measured.noise.unwrap(), noise);
    // Between: 2/3, 0, -1/2 has mean 1/18 and squares 4/9 + 1/4 - 3 (1/18)²; -2/3
    // and 1 have (5/3)²/2. Freedom 2 and 1. Noise enters with (1 - 1/3)(1/3 + 1 +
    // 1) and (1 - 1/2)(1/3 + 1).
    let between = 4.0 / 9.0 + 0.25 - 3.0 / 324.0 + 25.0 / 18.0;
    let through = 2.0 / 3.0 * (7.0 / 3.0) + 0.5 * (4.0 / 3.0);
    close(measured.signal.unwrap(), (between - noise * through) / 3.0);
    // 20 people of each kind: 80 degrees of freedom within, 60 between.
    close(measured.noise_error.unwrap(), noise * (2.0_f64 / 80.0).sqrt());
    close(measured.signal_error.unwrap(), between / 3.0 * (2.0_f64 / 60.0).sqrt());
}

#[test]
fn simulated_people_give_back_the_variances_they_were_drawn_with() {
    // Nine points: a step is 0.25, and rounding to it adds 0.25² / 12 to the noise
    // (Sheppard). Variances small enough that hardly an answer is clipped.
    let questions = QUESTIONS
        .replace("[No, Rather not, Perhaps, Rather, Yes]", "[a, b, c, d, e, f, g, h, i]")
        .replace("noise: 0.2, signal: 0.1", "noise: 0.02, signal: 0.02")
        .replace("interests: {numbers: 1, things: 0.5}", "interest: things");
    let catalogue = catalogue(&questions, crate::support::CAREERS);
    let people = simulate(&catalogue, 20_000);
    let people = people.iter().map(|of| (&of.answers, ""));
    let measured =
        cohort_of(&counted(&catalogue, None, people), &catalogue, true).measurement.unwrap();
    let (noise, signal) = (measured.noise.unwrap(), measured.signal.unwrap());
    assert!((noise - (0.02 + 0.0625 / 12.0)).abs() < 0.001, "{noise}");
    assert!((signal - 0.02).abs() < 0.001, "{signal}");
}

#[test]
fn summaries_of_other_data_files_or_columns_do_not_add_up() {
    let catalogue = small();
    let of = |by: Option<&str>| Summary::of(&catalogue, by.map(str::to_owned));
    let other = scale_of_three();
    let misfit = of(None).merge(Summary::of(&other, None)).unwrap_err();
    assert!(matches!(misfit, Misfit::OtherCatalogue { .. }));
    assert_eq!(
        of(None).merge(of(Some("site"))).unwrap_err().to_string(),
        "these summaries have groups by different columns, none and site: write those of one kind \
         anew with rolefit cohort --partial, all with the same --by"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// However a cohort is split, its parts add up to the whole, byte for byte,
    /// also by way of their written form.
    #[test]
    fn parts_add_up_to_the_whole(
        parts in prop::collection::vec(0_usize..5, 1..60),
        seed in 0_usize..1000,
    ) {
        let catalogue = lasting(small());
        let people = simulate(catalogue, seed + parts.len());
        let people = &people[seed..];
        let member = |(of, part): (&rolefit_engine::simulation::Respondent<'static>, &usize)| {
            let mut answers = of.answers.clone();
            answers.set(catalogue.questionnaire().questions.nth(*part).unwrap(), None);
            (answers, ["a", "b", ""][part % 3])
        };
        let members: Vec<(Answers<'_>, &str)> = people.iter().zip(&parts).map(member).collect();
        let whole = counted(catalogue, Some("site"), members.iter().map(|(of, group)| (of, *group)));
        let mut merged = Summary::of(catalogue, Some("site".to_owned()));
        for number in [3, 1, 4, 0, 2] {
            let part = members.iter().zip(&parts).filter(|(_, part)| **part == number);
            let part = counted(catalogue, Some("site"), part.map(|((of, group), _)| (of, *group)));
            let part = part.of_run(RunId::from_bits(number as u128));
            let written = serde_json::to_string(&part).unwrap();
            let stored: StoredSummary = serde_json::from_str(&written).unwrap();
            merged.merge(stored.checked(catalogue).unwrap()).unwrap();
        }
        let whole = (0..5).fold(whole, |whole, run| whole.of_run(RunId::from_bits(run)));
        prop_assert_eq!(
            serde_json::to_string(&merged).unwrap(),
            serde_json::to_string(&whole).unwrap()
        );
        prop_assert_eq!(cohort_of(&merged, catalogue, true), cohort_of(&whole, catalogue, true));
    }

    /// Whoever answers, a cohort's figures are finite and within their range.
    #[test]
    fn figures_are_finite_and_in_range(
        sheets in prop::collection::vec(prop::collection::vec(0_u8..=5, 6), 1..50),
    ) {
        let catalogue = small();
        let digits = |sheet: &Vec<u8>| -> String {
            sheet.iter().map(|of| if *of == 0 { '-' } else { char::from(b'0' + of) }).collect()
        };
        let digits: Vec<String> = sheets.iter().map(digits).collect();
        let answers = answers(&catalogue, &digits.iter().map(String::as_str).collect::<Vec<_>>());
        let cohort = counted(&catalogue, None, answers.iter().map(|of| (of, "")));
        let cohort = cohort_of(&cohort, &catalogue, true);
        let json = serde_json::to_string(&cohort).unwrap();
        let count = |what: &str| json.matches(what).count();
        prop_assert_eq!(count("NaN") + count("inf"), 0);
        for of in &cohort.reliability {
            prop_assert!(of.alpha.is_none_or(|alpha| alpha <= 1.0 + 1e-9));
        }
        for of in cohort.questions.iter().flat_map(|question| &question.item_rest) {
            prop_assert!(of.correlation.is_none_or(|r| (-1.0..=1.0).contains(&r)));
        }
        for of in &cohort.all.interests {
            prop_assert!(of.mean.is_none_or(|mean| (-1.0..=1.0).contains(&mean)));
            let spread: u64 = of.distribution.iter().map(|bin| bin.respondents).sum();
            prop_assert_eq!(spread, of.respondents.unwrap_or(0));
        }
        let shares: f64 = cohort.all.roles.iter().map(|role| role.expected_share).sum();
        prop_assert!(shares.abs() < 1e-9 || (shares - 1.0).abs() < 1e-9);
    }
}
