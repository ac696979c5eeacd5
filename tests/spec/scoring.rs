//! The science on a catalogue small enough to compute by hand.
//!
//! The small catalogue has four interests (numbers, people, things, words), a
//! noise of 0.2 and a signal of 0.1. Answers 1 to 5 stand at -1, -0.5, 0, 0.5, 1.
use rolefit_engine::catalogue::{Catalogue, Id, Profile, QuestionIx, RoleIx};
use rolefit_engine::matching::{
    Band, Deviates, Direction, Directions, Estimate, Ledger, Odds, Pattern, Unranked, fit,
    match_profile,
};
use rolefit_engine::report::{Explain, Status, report};
use rolefit_engine::sheet::{Answers, Sheet};
use rolefit_engine::sitting::Outlook;

use crate::support::{catalogue, small};

#[track_caller]
fn close(left: f64, right: f64) {
    assert!((left - right).abs() < 1e-12, "{left} is not {right}");
}

fn estimate(digits: &str) -> Estimate {
    let catalogue = small();
    let answers = Answers::from_digits(&catalogue, digits).unwrap();
    Estimate::of(&answers)
}

// The six questions: sums (numbers), talk (people), mend (things), write
// (words), chart (numbers 1, things 0.5), alone (people, reversed).

#[test]
fn a_score_is_the_loading_weighted_mean_of_the_coordinates() {
    let estimate = estimate("523454");
    // numbers: sums 5 -> 1, chart 5 -> 1: (1*1 + 1*1) / 2
    close(estimate.interests.as_slice()[0].score.unwrap(), 1.0);
    // people: talk 2 -> -0.5, alone 4 -> 0.5 reversed to -0.5
    close(estimate.interests.as_slice()[1].score.unwrap(), -0.5);
    // things: mend 3 -> 0 at weight 1, chart 5 -> 1 at weight 0.5: 0.5 / 1.5
    close(estimate.interests.as_slice()[2].score.unwrap(), 1.0 / 3.0);
    // words: write 4 -> 0.5
    close(estimate.interests.as_slice()[3].score.unwrap(), 0.5);
    // The level is the mean of the four: (1 - 0.5 + 1/3 + 0.5) / 4 = 1/3
    close(estimate.level.unwrap(), 1.0 / 3.0);
}

#[test]
fn evidence_reliability_and_shrinkage_follow_the_loadings() {
    let estimate = estimate("523454");
    let things = estimate.interests.as_slice()[2];
    // k = (1 + 0.5)^2 / (1 + 0.25) = 1.8; rho = 0.18 / (0.18 + 0.2)
    close(things.evidence, 1.8);
    close(things.reliability, 0.18 / 0.38);
    let numbers = estimate.interests.as_slice()[0];
    // k = 2^2 / 2 = 2; rho = 0.2 / (0.2 + 0.2) = 1/2
    close(numbers.evidence, 2.0);
    close(numbers.reliability, 0.5);
    // e = 1/3 + 1/2 (1 - 1/3) = 2/3; v = 0.1 (1 - 1/2)
    close(numbers.value, 2.0 / 3.0);
    close(numbers.variance, 0.05);
}

#[test]
fn a_skipped_question_is_missing_and_not_neutral() {
    let skipped = estimate("5-345-");
    let neutral = estimate("533453");
    assert_eq!(skipped.interests.as_slice()[1].score, None);
    assert_eq!(neutral.interests.as_slice()[1].score, Some(0.0));
    // Without people the level is (1 + 1/3 + 0.5) / 3 = 11/18, and people is taken to be there.
    close(skipped.level.unwrap(), 11.0 / 18.0);
    close(skipped.interests.as_slice()[1].value, 11.0 / 18.0);
    close(skipped.interests.as_slice()[1].variance, 0.1);
    assert_eq!(skipped.interests.as_slice()[1].answered, 0);
}

#[test]
fn nothing_answered_has_no_level() {
    assert_eq!(estimate("------").level, None);
}

/// Three interests with one question each, no loadings to distract.
fn plain_catalogue(roles: &str) -> rolefit_engine::catalogue::Catalogue {
    let questions = "
format: 1
title: t
introduction: i
scale: [a, b, c, d, e]
interests: [{id: x, name: X}, {id: y, name: Y}, {id: z, name: Z}]
questions:
  - {id: qx, text: x, interest: x}
  - {id: qy, text: y, interest: y}
  - {id: qz, text: z, interest: z}
";
    catalogue(questions, &format!("format: 1\nroles:\n{roles}"))
}

fn matched(digits: &str, profile: &[f64]) -> f64 {
    let catalogue = plain_catalogue("  - {id: r, name: R, summary: s, profile: {x: 1}}\n");
    let sheet = sheet(&catalogue, digits);
    let estimate = Estimate::of(sheet.answers());
    let pattern = Pattern::of(&estimate, sheet.importance()).unwrap();
    let profile = Profile::new(profile.to_vec()).unwrap();
    match_profile(&profile, &pattern, sheet.importance()).unwrap().similarity
}

fn sheet<'c>(catalogue: &'c Catalogue, digits: &str) -> Sheet<'c> {
    Sheet::new(Answers::from_digits(catalogue, digits).unwrap())
}

#[test]
fn the_similarity_of_a_complete_even_sheet_is_pearsons_r() {
    // Scores 1, 0, -0.5 less their mean 1/6: 5/6, -1/6, -4/6, in sixths 5, -1, -4.
    // Weights 3, 1, 0 less 4/3: 5/3, -1/3, -4/3, in thirds 5, -1, -4. They agree wholly.
    close(matched("532", &[3.0, 1.0, 0.0]), 1.0);
    // Weights 0, 1, 2 less 1: -1, 0, 1. r = (-5 + 0 - 4) / sqrt(42 * 2).
    close(matched("532", &[0.0, 1.0, 2.0]), -9.0 / 84.0_f64.sqrt());
}

#[test]
fn only_the_shape_of_a_profile_counts() {
    let as_written = matched("532", &[2.0, 5.0, 1.0]);
    close(as_written, matched("532", &[12.0, 15.0, 11.0]));
    close(as_written, matched("532", &[0.2, 0.5, 0.1]));
    close(as_written, matched("532", &[2e300, 5e300, 1e300]));
}

#[test]
fn a_profile_flat_under_the_weights_has_no_similarity_and_ranks_last() {
    let roles = "
  - {id: a-flat, name: A, summary: s, profile: {x: 1}}
  - {id: b, name: B, summary: s, profile: {y: 1}}
";
    let catalogue = plain_catalogue(roles);
    let mut sheet = sheet(&catalogue, "315");
    sheet.set_importance(catalogue.questionnaire().interest("x").unwrap(), 0.0);
    let report = report(&sheet, Explain::Everything);
    let last = report.roles.last().unwrap();
    assert_eq!(
        (last.id.as_str(), last.similarity, last.fit, last.band),
        ("a-flat", None, None, None)
    );
    assert_eq!(report.leading, [&Id::parse("b").unwrap()]);
    assert!(last.ledger.is_none());
}

#[test]
fn equal_roles_rank_by_id() {
    let roles = "
  - {id: b, name: B, summary: s, profile: {x: 1}}
  - {id: a, name: A, summary: s, profile: {x: 2}}
";
    let catalogue = plain_catalogue(roles);
    let sheet = sheet(&catalogue, "513");
    let report = report(&sheet, Explain::Nothing);
    let ids: Vec<_> = report.roles.iter().map(|role| role.id.as_str()).collect();
    assert_eq!(ids, ["a", "b"]);
    close(report.roles[0].similarity.unwrap(), report.roles[1].similarity.unwrap());
}

#[test]
fn two_measured_interests_are_too_few_and_equal_ones_tell_nothing() {
    let catalogue = plain_catalogue("  - {id: r, name: R, summary: s, profile: {x: 1}}\n");
    let status = |digits| report(&sheet(&catalogue, digits), Explain::Nothing).status;
    assert_eq!(status("51-"), Status::Insufficient);
    assert_eq!(status("444"), Status::Undifferentiated);
    assert_eq!(status("445"), Status::Ranked);
    let estimate = Estimate::of(sheet(&catalogue, "51-").answers());
    let importance = rolefit_engine::sheet::Importance::equal(&catalogue);
    assert_eq!(Pattern::of(&estimate, &importance), Err(Unranked::Insufficient));
}

#[test]
#[expect(clippy::unreadable_literal, reason = "figures as another program prints them")]
fn the_fit_is_the_regularised_incomplete_beta_function() {
    // 100 betainc((M - 2) / 2, (M - 2) / 2, (1 + r) / 2) as SciPy 1.17 gives it.
    let similarities = [-0.9, -0.3, 0.2, 0.55, 0.97];
    let rows = [
        (3, [14.356629312870, 40.301331597932, 56.409421684897, 68.537229427350, 92.183406806904]),
        (4, [5.0, 35.0, 60.0, 77.5, 98.5]),
        (5, [1.869303673425, 31.191883239053, 62.646996094766, 83.158493562553, 99.689528515099]),
        (6, [0.725, 28.175, 64.8, 87.090625, 99.933175]),
        (7, [0.287575759095, 25.665484568000, 66.639043717083, 89.957381385422, 99.985269710402]),
        (10, [0.0193578125, 19.9845734375, 71.0208, 95.023907580566, 99.999829111857]),
        (11, [0.007998571403, 18.504156114103, 72.227727894720, 96.019298906383, 99.999960674896]),
        (64, [0.0, 0.801003924229, 94.346233374889, 99.999874686500, 100.0]),
    ];
    for (measured, fits) in rows {
        for (similarity, expected) in similarities.into_iter().zip(fits) {
            let found = fit(similarity, 1.0, measured);
            assert!((found - expected).abs() < 1e-9, "{found} at {similarity} of {measured}");
        }
    }
}

#[test]
fn the_fit_agrees_with_the_published_cut_offs() {
    // I_x(2, 2) = 3x^2 - 2x^3. At r = .729, x = .8645: 2.24208 - 1.29218 = .9499.
    assert!((fit(0.729, 1.0, 6) - 95.0).abs() < 0.05, "{}", fit(0.729, 1.0, 6));
    // At r = .608, x = .804: 1.93925 - 1.03944 = .89981.
    assert!((fit(0.608, 1.0, 6) - 90.0).abs() < 0.05, "{}", fit(0.608, 1.0, 6));
    assert!((fit(0.0, 1.0, 10) - 50.0).abs() < 1e-9);
    // A similarity of nothing, but for rounding, is one of nothing.
    for nothing in [-4e-17, 0.0, 4e-17] {
        assert_eq!(Band::of(fit(nothing, 1.0, 10)), Band::Fair);
        assert_eq!(Band::of(fit(nothing, 1.0, 11)), Band::Fair);
    }
    close(fit(1.0, 1.0, 3), 100.0);
    close(fit(-1.0, 1.0, 3), 0.0);
    // M = 3 is the arcsine distribution: at r = 1/2, 2/pi asin(sqrt(3/4)) = 2/3.
    assert!((fit(0.5, 1.0, 3) - 200.0 / 3.0).abs() < 1e-9);
}

#[test]
fn bands_begin_at_50_90_and_95() {
    let bands = [49.999, 50.0, 89.999, 90.0, 94.999, 95.0].map(Band::of);
    let expected = [Band::Weak, Band::Fair, Band::Fair, Band::Good, Band::Good, Band::Strong];
    assert_eq!(bands, expected);
}

#[test]
fn the_ledger_of_a_sheet_computed_by_hand() {
    let catalogue = plain_catalogue("  - {id: r, name: R, summary: s, profile: {x: 1}}\n");
    let sheet = sheet(&catalogue, "532");
    let estimate = Estimate::of(sheet.answers());
    let pattern = Pattern::of(&estimate, sheet.importance()).unwrap();
    let profile = &catalogue.careers().roles.as_slice()[0].profile;
    let direction = Direction::of(profile, sheet.importance()).unwrap();
    let ledger = Ledger::of(sheet.answers(), &estimate, &pattern, &direction);
    // z = (2, -1, -1) / sqrt 6; the centred scores are (5, -1, -4) / 6, of length sqrt 42 / 6.
    // By interest: (10, 1, 4) / sqrt(6 * 42).
    let unit = (6.0 * 42.0_f64).sqrt();
    for (share, by_hand) in ledger.interests.iter().zip([10.0, 1.0, 4.0]) {
        close(*share, by_hand / unit);
    }
    // By answer: x = 1, 0, -1/2 times z, over the same length: (2, 0, 1/2) * 6 / sqrt(6 * 42).
    for (share, by_hand) in ledger.answers.iter().zip([12.0, 0.0, 3.0]) {
        close(share.unwrap(), by_hand / unit);
    }
}

#[test]
fn modules_are_valued_by_the_roles_they_may_serve() {
    let catalogue = small();
    let sheet = sheet(&catalogue, "514153");
    let report = report(&sheet, Explain::Nothing);
    let best = |id: &str| report.roles.iter().find(|role| *role.id == id).unwrap().certainty.best;
    let module = |id: &str| report.modules.iter().find(|module| *module.id == id).unwrap();
    close(module("counting").relevance, best("clerk") + 0.5 * best("smith"));
    close(module("speaking").relevance, 0.25 * best("clerk") + best("guide"));
    let stages: Vec<_> = report.modules.iter().map(|module| module.id.as_str()).collect();
    assert_eq!(stages, ["counting", "speaking"]);
    assert!(
        report.leading.iter().all(|id| **id == "clerk" || **id == "smith"),
        "{:?}",
        report.leading
    );
    assert!(module("counting").no_regret);
    assert!(!module("speaking").no_regret);
}

#[test]
fn ranking_is_by_similarity() {
    let catalogue = small();
    let sheet = sheet(&catalogue, "514153");
    let estimate = Estimate::of(sheet.answers());
    let pattern = Pattern::of(&estimate, sheet.importance()).unwrap();
    let directions = Directions::of(catalogue.careers(), sheet.importance());
    let places = directions.rank(&pattern);
    let similarities: Vec<f64> =
        places.iter().map(|place| place.matched.unwrap().similarity).collect();
    assert!(similarities.is_sorted_by(|left, right| left >= right), "{similarities:?}");
}

/// The fewest changes by trying every subset of the answers with every value.
fn by_brute_force(catalogue: &Catalogue, sheet: &Sheet<'_>, rival: RoleIx) -> Option<usize> {
    let scale = &catalogue.questionnaire().scale;
    let given: Vec<_> = sheet.answers().answered_questions().map(|(at, _, _)| at).collect();
    let first = {
        let report = report(sheet, Explain::Nothing);
        report.roles[0].role
    };
    let points = usize::from(scale.len());
    let mut fewest = None;
    for code in 0..points.pow(u32::try_from(given.len()).unwrap()) {
        let mut other = sheet.clone();
        let (mut rest, mut changed) = (code, 0);
        for question in &given {
            let point = scale.points().nth(rest % points);
            changed += usize::from(point != other.answers().get(*question));
            other.set_answer(*question, point);
            rest /= points;
        }
        if fewest.is_some_and(|fewest| fewest <= changed) {
            continue;
        }
        let report = report(&other, Explain::Nothing);
        let similarity = |role: RoleIx| {
            report.roles.iter().find(|of| of.role == role).and_then(|of| of.similarity)
        };
        if similarity(rival).zip(similarity(first)).is_some_and(|(b, a)| b > a + 1e-9) {
            fewest = Some(changed);
        }
    }
    fewest
}

#[test]
fn rivals_need_exactly_the_fewest_answers_that_brute_force_finds() {
    let questions = "
format: 1
title: t
introduction: i
scale: [a, b, c]
interests: [{id: x, name: X}, {id: y, name: Y}, {id: z, name: Z}]
questions:
  - {id: q1, text: t q1, interests: {x: 1, y: 0.4}}
  - {id: q2, text: t q2, interest: y}
  - {id: q3, text: t q3, interest: z, reversed: true}
  - {id: q4, text: t q4, interest: x}
  - {id: q5, text: t q5, interest: z}
";
    let careers = "
format: 1
roles:
  - {id: a, name: n a, summary: s, profile: {x: 3, y: 1}}
  - {id: b, name: n b, summary: s, profile: {y: 3, z: 1}}
  - {id: c, name: n c, summary: s, profile: {x: 3, y: 2}}
  - {id: d, name: n d, summary: s, profile: {x: 6, y: 2}}
  - {id: e, name: n e, summary: s, profile: {z: 2, x: -1}}
";
    let catalogue = catalogue(questions, careers);
    let mut compared = 0;
    for digits in ["31122", "13-31", "2133-", "11233", "33311"] {
        let sheet = sheet(&catalogue, digits);
        let report = report(&sheet, Explain::Everything);
        for rival in report.rivals.unwrap() {
            let fewest = by_brute_force(&catalogue, &sheet, rival.role);
            assert_eq!(
                rival.changes.map(|changes| changes.len()),
                fewest,
                "{} on {digits}",
                rival.id
            );
            compared += 1;
        }
    }
    assert_eq!(compared, 20);
}

#[test]
fn the_changes_that_are_named_do_put_the_rival_ahead() {
    let catalogue = small();
    let before = sheet(&catalogue, "523454");
    let told = report(&before, Explain::Everything);
    let first = told.roles[0].role;
    for rival in told.rivals.unwrap() {
        let mut after = before.clone();
        for change in rival.changes.unwrap() {
            let question = change.place;
            assert_eq!(after.answers().get(question).unwrap().number(), change.from);
            after.set_answer(question, catalogue.questionnaire().scale.point(change.to));
        }
        let report = report(&after, Explain::Nothing);
        let rank = |role| report.roles.iter().position(|of| of.role == role).unwrap();
        assert!(rank(rival.role) < rank(first), "{}", rival.id);
    }
}

#[test]
fn similarities_that_only_rounding_sets_apart_rank_by_id() {
    // With x and y answered alike, what tells these two apart is exactly nothing.
    let roles = "
  - {id: b, name: B, summary: s, profile: {x: 0.3, z: 0.1}}
  - {id: a, name: A, summary: s, profile: {y: 3, z: 1}}
";
    let catalogue = plain_catalogue(roles);
    for digits in ["551", "442", "223", "112", "334"] {
        let report = report(&sheet(&catalogue, digits), Explain::Nothing);
        assert_eq!(report.roles[0].id.as_str(), "a", "on {digits}");
    }
}

#[test]
fn the_next_question_is_the_one_that_the_formula_favours() {
    let catalogue = small();
    let questionnaire = catalogue.questionnaire();
    let importance = rolefit_engine::sheet::Importance::equal(&catalogue);
    let odds = Odds::usual(&catalogue, Deviates::of(&catalogue));
    for digits in ["------", "5-----", "52----", "-2-4--", "5234--"] {
        let answers = Answers::from_digits(&catalogue, digits).unwrap();
        let outlook = Outlook::of(&answers, &odds);
        let questions = questionnaire.questions.indices();
        let open: Vec<QuestionIx> =
            questions.filter(|question| answers.get(*question).is_none()).collect();
        let direction = |role: &RoleIx| {
            Direction::of(&catalogue.careers().roles[*role].profile, &importance).unwrap()
        };
        let now = Estimate::of(&answers);
        let mut worth: Vec<(QuestionIx, f64)> = Vec::new();
        for question in &open {
            // The variances do not depend on what is answered, only on what is asked.
            let mut then = answers.clone();
            then.set(*question, questionnaire.scale.point(1));
            let then = Estimate::of(&then);
            let mut sum = 0.0;
            for (at, i) in outlook.leading.iter().enumerate() {
                for j in &outlook.leading[at + 1..] {
                    for interest in questionnaire.interests.indices() {
                        let at = interest.number();
                        let apart = direction(i).parts()[at] - direction(j).parts()[at];
                        let fall =
                            now.interests[interest].variance - then.interests[interest].variance;
                        sum += outlook.best[*i] * outlook.best[*j] * apart * apart * fall;
                    }
                }
            }
            worth.push((*question, sum));
        }
        let most = worth.iter().map(|(_, worth)| *worth).fold(0.0, f64::max);
        let favoured = worth.iter().find(|(_, worth)| *worth > most * (1.0 - 1e-9)).unwrap().0;
        assert_eq!(outlook.next(&open), Some(favoured), "after {digits}");
    }
}

#[test]
fn a_sitting_is_settled_by_one_leader_or_by_three_that_hold_enough() {
    let catalogue = small();
    let odds = Odds::usual(&catalogue, Deviates::of(&catalogue));
    let outlook = |digits| {
        let answers = Answers::from_digits(&catalogue, digits).unwrap();
        Outlook::of(&answers, &odds)
    };
    // There are only three roles, so together they are certain; but two interests are no ranking.
    close(outlook("5234--").first_three, 1.0);
    assert!(outlook("523---").is_settled(0.99));
    assert!(!outlook("52----").is_settled(0.0));
}

#[test]
fn roles_that_nothing_can_tell_apart_have_equal_parts_of_the_chance() {
    let roles = "
  - {id: b, name: B, summary: s, profile: {x: 0.3, y: 0.1, z: 7}}
  - {id: a, name: A, summary: s, profile: {x: 3, y: 1}}
  - {id: c, name: C, summary: s, profile: {y: 1}}
";
    let catalogue = plain_catalogue(roles);
    let mut sheet = sheet(&catalogue, "513");
    sheet.set_importance(catalogue.questionnaire().interest("z").unwrap(), 0.0);
    let report = report(&sheet, Explain::Nothing);
    let best = |id: &str| report.roles.iter().find(|role| *role.id == id).unwrap().certainty.best;
    assert_eq!(report.roles[0].id.as_str(), "a");
    // Without z both a and b are 3 to 1, so whoever is closest to one is to both.
    assert_eq!(best("a").to_bits(), best("b").to_bits());
    close(best("a") + best("b") + best("c"), 1.0);
    assert!(best("a") > 0.4);
    let leading: Vec<&str> = report.leading.iter().map(|id| id.as_str()).collect();
    assert_eq!(leading, ["a", "b"]);
}

#[test]
fn ledgers_sum_to_the_similarity_even_if_nearly_all_importance_is_on_one_interest() {
    let catalogue = small();
    let answers = Answers::from_digits(&catalogue, "453211").unwrap();
    for little in [1e-9, 1e-12, 1e-15] {
        let mut sheet = Sheet::new(answers.clone());
        let interests = catalogue.questionnaire().interests.indices();
        for (interest, weight) in interests.zip([0.0, 0.0, little, 5.0]) {
            sheet.set_importance(interest, weight);
        }
        for role in report(&sheet, Explain::Everything).roles {
            let Some((ledger, similarity)) = role.ledger.zip(role.similarity) else { continue };
            let shares = ledger.answers.iter().map(|share| share.contribution);
            let marks = ledger.marks.iter().map(|share| share.contribution);
            let sum: f64 = shares.chain(marks).sum();
            assert!((sum - similarity).abs() < 1e-9, "{}: {sum} for {similarity}", role.id);
        }
    }
}
