//! How sure a ranking is: chances against references of their own, close calls,
//! closeness and marks.

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};
use rayon::prelude::*;
use rolefit_engine::catalogue::{Catalogue, RoleIx};
use rolefit_engine::matching::{
    Deviates, Direction, Directions, Estimate, HighestSimilarities, Odds, fit,
};
use rolefit_engine::report::{Explain, LevelFarOff, Norms, Report, Reporter, report};
use rolefit_engine::sheet::{Answers, Importance, Sheet};
use rolefit_engine::simulation::simulate;

use crate::support::{catalogue, middle, small};

#[track_caller]
fn close(left: f64, right: f64, by: f64) {
    assert!((left - right).abs() < by, "{left} is not {right}");
}

fn sheet<'c>(catalogue: &'c Catalogue, digits: &str) -> Sheet<'c> {
    Sheet::new(Answers::from_digits(catalogue, digits).unwrap())
}

/// One question an interest, on five points; measured as is usual.
fn even(interests: usize, roles: &[(&str, Vec<f64>)]) -> Catalogue {
    lasting_measurement(interests, roles, "")
}

fn lasting_measurement(
    interests: usize,
    roles: &[(&str, Vec<f64>)],
    measurement: &str,
) -> Catalogue {
    let mut questions = format!(
        "format: 1\ntitle: t\nintroduction: i\nscale: [a, b, c, d, e]\n{measurement}interests:\n"
    );
    for interest in 0..interests {
        questions += &format!("  - {{id: i{interest}, name: n i{interest}}}\n");
    }
    questions += "questions:\n";
    for interest in 0..interests {
        questions +=
            &format!("  - {{id: q{interest}, text: t{interest}, interest: i{interest}}}\n");
    }
    let mut careers = "format: 1\nroles:\n".to_owned();
    for (id, weights) in roles {
        let weights = weights.iter().enumerate();
        let weights: Vec<String> = weights.map(|(at, of)| format!("i{at}: {of}")).collect();
        careers += &format!(
            "  - {{id: {id}, name: n {id}, summary: s, profile: {{{}}}}}\n",
            weights.join(", ")
        );
    }
    catalogue(&questions, &careers)
}

/// The chances by many pseudo-random draws, each with its opposite.
fn by_many_draws(catalogue: &Catalogue, estimate: &Estimate, deviates: &[Vec<f64>]) -> Vec<f64> {
    let importance = Importance::equal(catalogue);
    let roles = catalogue.careers().roles.iter();
    let directions: Vec<Vec<f64>> = roles
        .map(|role| Direction::of(&role.profile, &importance).unwrap().parts().to_vec())
        .collect();
    let sum = |parts: &[f64], values: &mut dyn Iterator<Item = f64>| -> f64 {
        parts.iter().zip(values).map(|(part, value)| part * value).sum()
    };
    let known: Vec<f64> = directions
        .iter()
        .map(|parts| sum(parts, &mut estimate.interests.iter().map(|of| of.value)))
        .collect();
    let spread: Vec<f64> = estimate.interests.iter().map(|of| of.variance.sqrt()).collect();
    let mut counts = vec![0_u32; directions.len()];
    for draw in deviates {
        let moved: Vec<f64> = directions
            .iter()
            .map(|parts| sum(parts, &mut draw.iter().zip(&spread).map(|(of, by)| of * by)))
            .collect();
        for sign in [1.0, -1.0] {
            let numerator = |role: &usize| known[*role] + sign * moved[*role];
            let best = (0..directions.len())
                .max_by(|left, right| numerator(left).total_cmp(&numerator(right)));
            counts[best.unwrap()] += 1;
        }
    }
    let all = 2.0 * deviates.len() as f64;
    counts.into_iter().map(|count| f64::from(count) / all).collect()
}

#[test]
fn chances_agree_with_many_independent_draws() {
    let roles: Vec<(String, Vec<f64>)> = (0..8)
        .map(|role: usize| {
            let weights = (0..6).map(|interest| {
                f64::from(
                    u8::try_from(
                        (role * 5 + interest * interest * 3 + role * role * interest) % 11,
                    )
                    .unwrap(),
                )
            });
            (format!("r{role}"), weights.collect())
        })
        .collect();
    let roles: Vec<(&str, Vec<f64>)> =
        roles.iter().map(|(id, weights)| (id.as_str(), weights.clone())).collect();
    let catalogue = even(6, &roles);
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let deviates: Vec<Vec<f64>> =
        (0..150_000).map(|_| (0..6).map(|_| StandardNormal.sample(&mut rng)).collect()).collect();
    let odds = Odds::usual(&catalogue, Deviates::of(&catalogue));
    let people = simulate(&catalogue, 60);
    let errors: Vec<Vec<f64>> = people
        .par_iter()
        .map(|person| {
            let estimate = Estimate::of(&person.answers);
            let reference = by_many_draws(&catalogue, &estimate, &deviates);
            odds.chances(&estimate)
                .iter()
                .zip(reference)
                .map(|(told, true_)| told - true_)
                .collect()
        })
        .collect();
    let all: Vec<f64> = errors.iter().flatten().copied().collect();
    let rms = (all.iter().map(|error| error * error).sum::<f64>() / all.len() as f64).sqrt();
    let worst = all.iter().map(|error| error.abs()).fold(0.0, f64::max);
    let bias = (0..roles.len()).map(|role| {
        (errors.iter().map(|errors| errors[role]).sum::<f64>() / errors.len() as f64).abs()
    });
    let bias = bias.fold(0.0, f64::max);
    // The reference itself has a standard error of 0.001 at the most.
    assert!(rms < 0.0035, "{rms}");
    assert!(worst < 0.02, "{worst}");
    assert!(bias < 0.001 + 0.0005, "{bias}");
}

#[test]
fn with_two_roles_the_chance_is_the_exact_one() {
    let roles = [("a", vec![3.0, 0.0, 1.0]), ("b", vec![0.0, 2.0, 1.0])];
    let catalogue = even(3, &roles);
    let reporter = Reporter::new(&catalogue);
    for digits in ["513", "155", "345", "234", "431"] {
        let report = Report::of(&reporter, &sheet(&catalogue, digits), Explain::Nothing);
        let [first, second] = [0, 1].map(|rank| report.roles[rank].certainty);
        assert_eq!(first.over_first, None);
        close(second.best, second.over_first.unwrap(), 0.004);
    }
}

#[test]
fn the_chance_of_suiting_better_than_the_first_by_hand() {
    let roles = [("a", vec![1.0, 0.0, 0.0]), ("b", vec![0.0, 1.0, 0.0])];
    let catalogue = even(3, &roles);
    let told = report(&sheet(&catalogue, "513"), Explain::Nothing);
    // z_a = (2, -1, -1) / √6 and z_b = (-1, 2, -1) / √6, so w = z_b - z_a = (-3, 3, 0) / √6.
    // ρ = .099 / (.099 + .236) = .295522, e = ρ (1, -1, 0), v = .099 (1 - ρ) = .0697433.
    // Σ w e = -6 ρ / √6; Σ w² v = 18 v / 6; the ratio is -√2 ρ / √v = -1.582538.
    // Φ of that is 0.0567634.
    close(told.roles[1].certainty.over_first.unwrap(), 0.056_763_384, 1e-8);
    assert!(told.too_close.is_empty() && told.roles[1].id.as_str() == "b");
    // With x and y liked alike neither is before the other.
    let told = report(&sheet(&catalogue, "551"), Explain::Nothing);
    close(told.roles[1].certainty.over_first.unwrap(), 0.5, 1e-12);
    assert_eq!(told.too_close, [told.roles[1].id]);
}

#[test]
fn roles_in_one_direction_are_over_each_other_with_an_even_chance() {
    let roles = [("a", vec![1.0, 0.0, 0.0]), ("b", vec![2.0, 0.0, 0.0])];
    let catalogue = even(3, &roles);
    let told = report(&sheet(&catalogue, "513"), Explain::Nothing);
    assert_eq!(told.roles[1].certainty.over_first, Some(0.5));
}

#[test]
fn those_too_close_to_call_go_by_falling_chance() {
    let catalogue = middle();
    let reporter = Reporter::new(&catalogue);
    for person in simulate(&catalogue, 50) {
        let report = Report::of(&reporter, &Sheet::new(person.answers), Explain::Nothing);
        let chance = |role: RoleIx| {
            let of = report.roles.iter().find(|of| of.role == role).unwrap();
            of.certainty.over_first.unwrap()
        };
        let close: Vec<f64> = report.close.iter().map(|role| chance(*role)).collect();
        assert!(close.is_sorted_by(|left, right| left >= right), "{close:?}");
        assert!(close.iter().all(|chance| *chance >= 1.0 / 3.0), "{close:?}");
        let others = report.roles.iter().skip(1).filter(|of| !report.close.contains(&of.role));
        assert!(others.clone().all(|of| of.certainty.over_first.unwrap() < 1.0 / 3.0));
    }
}

#[test]
fn a_repeat_sitting_with_nothing_but_lasting_noise_is_the_same() {
    let roles =
        [("a", vec![3.0, 0.0, 1.0]), ("b", vec![0.0, 2.0, 1.0]), ("c", vec![1.0, 0.0, 2.0])];
    let measurement = "measurement: {noise: 0.2, signal: 0.1, lasting: 1}\n";
    let catalogue = lasting_measurement(3, &roles, measurement);
    for digits in ["513", "154", "345"] {
        let mut sheet = sheet(&catalogue, digits);
        for marked in [false, true] {
            if marked {
                sheet.set_importance(catalogue.questionnaire().interest("i1").unwrap(), 2.0);
            }
            let told = report(&sheet, Explain::Nothing);
            let retests: Vec<f64> = told.roles.iter().map(|role| role.certainty.retest).collect();
            assert_eq!(retests, [1.0, 0.0, 0.0], "{digits}");
        }
    }
}

#[test]
fn people_in_general_reach_what_chance_gives() {
    for interests in [4, 6, 10] {
        let mut weights = vec![0.0; interests];
        weights[0] = 1.0;
        let one = even(interests, &[("a", weights.clone())]);
        let importance = Importance::equal(&one);
        let of_one = HighestSimilarities::of(&one, &importance);
        // And the opposite of it: the higher of s and -s is below s with 2 F(s) - 1.
        let opposite = weights.iter().map(|weight| -weight).collect();
        let two = even(interests, &[("a", weights), ("b", opposite)]);
        let of_two = HighestSimilarities::of(&two, &importance);
        for similarity in [-0.5_f32, 0.1, 0.4, 0.7, 0.9] {
            let below = fit(f64::from(similarity), 1.0, interests) / 100.0;
            close(of_one.share_below(similarity), below, 0.002);
            close(of_two.share_below(similarity), (2.0 * below - 1.0).max(0.0), 0.004);
        }
        assert_eq!((of_one.share_below(-1.1), of_one.share_below(1.1)), (0.0, 1.0));
    }
}

#[test]
fn closeness_is_the_mean_share_over_the_draws() {
    // What is answered is known exactly, so every draw is the estimate itself.
    let roles = [("a", vec![3.0, 0.0, 1.0, 0.0]), ("b", vec![0.0, 2.0, 1.0, 3.0])];
    let measurement = "measurement: {noise: 1.0e-12, signal: 0.1}\n";
    let catalogue = lasting_measurement(4, &roles, measurement);
    let people = HighestSimilarities::of(&catalogue, &Importance::equal(&catalogue));
    for digits in ["5132", "1542", "3345"] {
        let told = report(&sheet(&catalogue, digits), Explain::Nothing);
        let highest = told.roles[0].similarity.unwrap();
        #[expect(clippy::cast_possible_truncation, reason = "draws are in single precision")]
        let share = people.share_below(highest as f32);
        close(told.closeness.unwrap(), share, 1e-3);
    }
}

#[test]
fn norms_that_are_kept_change_nothing() {
    for catalogue in [small(), middle()] {
        let text = serde_json::to_string(&Norms::of(&catalogue)).unwrap();
        let kept: Norms = serde_json::from_str(&text).unwrap();
        let reporter = Reporter::new(&catalogue).with_norms(kept);
        for person in simulate(&catalogue, 20) {
            let sheet = Sheet::new(person.answers);
            let told = Report::of(&reporter, &sheet, Explain::Nothing);
            assert_eq!(told, report(&sheet, Explain::Nothing));
        }
    }
    // Those of another catalogue are not used.
    let (small, middle) = (small(), middle());
    assert!(!Norms::of(&small).serve(&middle));
    let reporter = Reporter::new(&middle).with_norms(Norms::of(&small));
    let sheet = Sheet::new(simulate(&middle, 1).remove(0).answers);
    assert_eq!(Report::of(&reporter, &sheet, Explain::Nothing), report(&sheet, Explain::Nothing));
}

#[test]
fn a_mark_is_taken_as_liking_more() {
    let catalogue = even(3, &[("a", vec![1.0, 0.0, 0.0])]);
    let mut sheet = sheet(&catalogue, "513");
    sheet.set_importance(catalogue.questionnaire().interest("i1").unwrap(), 2.0);
    let told = report(&sheet, Explain::Everything);
    // ρ = .099 / .335; the mark adds ½ √.099 to -ρ. z = (2, -1, -1) / √6.
    let rho = 0.099 / 0.335;
    let gain = 0.5 * 0.099_f64.sqrt();
    let estimates = [rho, -rho + gain, 0.0];
    for (told, estimate) in told.interests.iter().zip(estimates) {
        close(told.estimate.unwrap(), estimate, 1e-12);
    }
    let mean = gain / 3.0;
    let length = estimates.iter().map(|of| (of - mean) * (of - mean)).sum::<f64>().sqrt();
    let unit = 6.0_f64.sqrt() * length;
    let similarity = told.roles[0].similarity.unwrap();
    close(similarity, (2.0 * rho - (-rho + gain)) / unit, 1e-12);
    // The ledger by interest as without the mark, (2, 1, 0) ρ, and a line for the mark.
    let ledger = told.roles[0].ledger.as_ref().unwrap();
    for (share, by_hand) in ledger.interests.iter().zip([2.0 * rho, rho, 0.0]) {
        close(share.contribution, by_hand / unit, 1e-12);
    }
    assert_eq!(ledger.marks.len(), 1);
    assert_eq!(ledger.marks[0].id.as_str(), "i1");
    close(ledger.marks[0].contribution, -gain / unit, 1e-12);
}

#[test]
fn what_matters_less_weighs_less() {
    let catalogue = even(3, &[("a", vec![1.0, 0.0, 0.0])]);
    let mut sheet = sheet(&catalogue, "513");
    sheet.set_importance(catalogue.questionnaire().interest("i1").unwrap(), 0.5);
    let told = report(&sheet, Explain::Everything);
    // Weights 1, 1/2, 1. Scores 1, -1, 0, weighted mean 1/5: 4/5, -6/5, -1/5.
    // Profile 1, 0, 0, weighted mean 2/5: 3/5, -2/5, -2/5.
    // Numerator .48 + .24 + .08 = .8; squared lengths .64 + .72 + .04 = 1.4 and .36 + .08 + .16 = .6.
    close(told.roles[0].similarity.unwrap(), 0.8 / 0.84_f64.sqrt(), 1e-12);
    assert!(told.roles[0].ledger.as_ref().unwrap().marks.is_empty());
}

#[test]
fn a_mark_never_puts_a_role_behind_one_with_less_of_the_interest() {
    let catalogue = middle();
    let reporter = Reporter::new(&catalogue);
    let importance = Importance::equal(&catalogue);
    let directions = Directions::of(catalogue.careers(), &importance);
    for person in simulate(&catalogue, 100) {
        let plain = Sheet::new(person.answers);
        let before = Report::of(&reporter, &plain, Explain::Nothing);
        for interest in catalogue.questionnaire().interests.indices() {
            let mut marked = plain.clone();
            marked.set_importance(interest, Importance::MARKED);
            let after = Report::of(&reporter, &marked, Explain::Nothing);
            let rank = |of: &Report<'_>, role| of.roles.iter().position(|at| at.role == role);
            let part = |role| directions.direction(role).unwrap().parts()[interest.number()];
            for (place, ahead) in before.roles.iter().enumerate() {
                for behind in &before.roles[place + 1..] {
                    if part(ahead.role) > part(behind.role) {
                        assert!(rank(&after, ahead.role) < rank(&after, behind.role));
                    }
                }
            }
        }
    }
}

#[test]
fn the_fit_looks_at_what_was_measured_alone() {
    let catalogue = small();
    // numbers, people and things are measured, words is not.
    let told = report(&sheet(&catalogue, "521---"), Explain::Nothing);
    let smith = told.roles.iter().find(|role| role.id.as_str() == "smith").unwrap();
    let profile = &catalogue.careers().roles[smith.role].profile;
    assert_eq!(profile.weights(), [1.0, 0.0, 3.0, 0.0]);
    // Weights 1, 0, 3, 0 less 1: (0, -1, 2, -1) / √6. Of the three measured, less their mean
    // 1/3: (-1, -4, 5) / 3, squared 42/9; over 6 that is 7/9.
    let reachable = (7.0_f64 / 9.0).sqrt();
    close(smith.fit.unwrap(), fit(smith.similarity.unwrap(), reachable, 3), 1e-9);
    // Whoever agrees as far as anyone can is told so.
    assert_eq!(fit(reachable, reachable, 3), 100.0);
}

#[test]
fn unrelated_roles_are_strong_in_one_case_of_twenty_however_many_were_measured() {
    let mut rng = ChaCha8Rng::seed_from_u64(2);
    let weights = |rng: &mut ChaCha8Rng| -> Vec<f64> {
        (0..10).map(|_| StandardNormal.sample(rng)).collect()
    };
    let roles: Vec<(String, Vec<f64>)> =
        (0..2_000).map(|role| (format!("r{role}"), weights(&mut rng))).collect();
    let roles: Vec<(&str, Vec<f64>)> =
        roles.iter().map(|(id, weights)| (id.as_str(), weights.clone())).collect();
    let catalogue = even(10, &roles);
    let reporter = Reporter::new(&catalogue);
    let strong = |sheet: &Sheet<'_>| {
        let brief = rolefit_engine::report::Brief::of(&reporter, sheet, usize::MAX);
        let strong = brief.roles.iter().filter(|role| role.fit.is_some_and(|fit| fit >= 95.0));
        strong.count() as f64 / brief.roles.len() as f64
    };
    let shares = |digits: &[&str], zeros: usize| {
        let of = |digits: &&str| {
            let mut sheet = sheet(&catalogue, digits);
            for interest in catalogue.questionnaire().interests.indices().take(zeros) {
                sheet.set_importance(interest, 0.0);
            }
            strong(&sheet)
        };
        digits.iter().map(of).sum::<f64>() / digits.len() as f64
    };
    close(shares(&["5142315243", "1352413524"], 0), 0.05, 0.012);
    close(shares(&["51423-----", "-----15243", "1-5-3-2-4-"], 0), 0.05, 0.012);
    close(shares(&["5142315243", "1352413524"], 5), 0.05, 0.012);
}

#[test]
fn specialisms_go_by_their_best_placed_role_and_their_chances_add_up() {
    let catalogue = middle();
    let reporter = Reporter::new(&catalogue);
    for person in simulate(&catalogue, 50) {
        let report = Report::of(&reporter, &Sheet::new(person.answers), Explain::Nothing);
        let roles = &catalogue.careers().roles;
        let place = |of: &rolefit_engine::report::SpecialismPart<'_>| {
            report.roles.iter().position(|role| roles[role.role].specialism == Some(of.specialism))
        };
        let places: Vec<Option<usize>> = report.specialisms.iter().map(place).collect();
        let with_roles: Vec<usize> = places.iter().flatten().copied().collect();
        assert!(with_roles.is_sorted(), "{places:?}");
        assert!(places.iter().skip(with_roles.len()).all(Option::is_none), "{places:?}");
        for specialism in &report.specialisms {
            let own = report
                .roles
                .iter()
                .filter(|role| roles[role.role].specialism == Some(specialism.specialism));
            let sum: f64 = own.map(|role| role.certainty.best).sum();
            close(specialism.chance.unwrap_or(0.0), sum, 1e-12);
            assert_eq!(specialism.chance.is_some(), specialism.usual.is_some());
        }
    }
}

#[test]
fn without_answers_two_opposite_roles_have_even_usual_chances() {
    let questions = "
format: 1
title: t
introduction: i
scale: [a, b, c]
interests: [{id: x, name: X}, {id: y, name: Y}, {id: z, name: Z}]
questions:
  - {id: qx, text: x, interest: x}
  - {id: qy, text: y, interest: y}
  - {id: qz, text: z, interest: z}
";
    let careers = "
format: 1
specialisms:
  - {id: s, name: S, summary: s, profile: {x: 1}}
  - {id: t, name: T, summary: t, profile: {x: -1}}
roles:
  - {id: a, name: A, summary: s, profile: {x: 1}, specialism: s}
  - {id: b, name: B, summary: s, profile: {x: -1}, specialism: t}
";
    let catalogue = catalogue(questions, careers);
    let told = report(&sheet(&catalogue, "312"), Explain::Nothing);
    for part in &told.specialisms {
        close(part.usual.unwrap(), 0.5, 0.004);
    }
}

#[test]
fn a_level_is_far_off_from_half_of_the_way_on() {
    let levels = [-1.0, -0.5, -0.49, 0.0, 0.49, 0.5];
    let found = levels.map(LevelFarOff::of);
    let (low, high) = (Some(LevelFarOff::Disliked), Some(LevelFarOff::Liked));
    assert_eq!(found, [low, low, None, None, None, high]);
    let catalogue = small();
    let told = report(&sheet(&catalogue, "112151"), Explain::Nothing);
    assert_eq!(told.level_far_off, LevelFarOff::of(told.level.unwrap()));
}
