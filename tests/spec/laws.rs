//! Laws that hold for every catalogue and every sheet, tried on random ones.
use std::fmt::Write as _;

use proptest::prelude::*;
use rolefit_engine::catalogue::{Catalogue, Id, QuestionIx, RoleIx};
use rolefit_engine::matching::{DRAWS, Direction, Estimate, LEADING_SHARE};
use rolefit_engine::report::{Explain, Report, Status, report};
use rolefit_engine::sheet::{Answers, Importance, Sheet};

use crate::support::{catalogue, lasting};

/// A questionnaire and careers of modest size, as their authors would write them.
#[derive(Debug, Clone)]
struct Texts {
    questions: String,
    roles: Vec<String>,
    modules: String,
}

impl Texts {
    fn catalogue(&self) -> Catalogue {
        self.with_roles(&self.roles)
    }

    fn with_roles(&self, roles: &[String]) -> Catalogue {
        catalogue(&self.questions, &format!("{}roles:\n{}", self.modules, roles.concat()))
    }
}

/// Weights that are not all the same.
fn weights(interests: usize) -> impl Strategy<Value = Vec<i32>> {
    prop::collection::vec(-3..=9, interests)
        .prop_filter("flat", |weights| weights.iter().any(|weight| *weight != weights[0]))
}

fn profile(weights: &[i32]) -> String {
    let entries = weights.iter().enumerate().map(|(at, weight)| format!("i{at}: {weight}"));
    entries.collect::<Vec<_>>().join(", ")
}

type Item = (Vec<(usize, u32)>, bool);

fn texts() -> impl Strategy<Value = Texts> {
    (3_usize..7, 2_u8..=9).prop_flat_map(|(interests, points)| {
        let loadings = prop::collection::btree_map(0..interests, 1_u32..40, 1..=2);
        let item = (loadings.prop_map(|map| map.into_iter().collect()), any::<bool>());
        let items = prop::collection::vec(item, 3..14);
        let roles = prop::collection::vec((weights(interests), 0_u32..=4), 2..7);
        let modules = prop::collection::vec(weights(interests), 1..3);
        (Just((interests, points)), items, roles, modules).prop_map(written)
    })
}

type Parts = ((usize, u8), Vec<Item>, Vec<(Vec<i32>, u32)>, Vec<Vec<i32>>);

fn written(((interests, points), items, roles, modules): Parts) -> Texts {
    let labels: Vec<String> = (1..=points).map(|point| format!("l{point}")).collect();
    let mut questions = format!(
        "format: 1\ntitle: t\nintroduction: i\nscale: [{}]\ninterests:\n",
        labels.join(", ")
    );
    for at in 0..interests {
        writeln!(questions, "  - {{id: i{at}, name: n i{at}}}").unwrap();
    }
    questions.push_str("questions:\n");
    for (at, (loadings, reversed)) in items.iter().enumerate() {
        let loads: Vec<String> = loadings
            .iter()
            .map(|(to, tenths)| format!("i{to}: {}", f64::from(*tenths) / 10.0))
            .collect();
        let loads = loads.join(", ");
        writeln!(
            questions,
            "  - {{id: q{at}, text: t q{at}, interests: {{{loads}}}, reversed: {reversed}}}"
        )
        .unwrap();
    }
    let mut text = String::from("format: 1\nmodules:\n");
    for (at, weights) in modules.iter().enumerate() {
        let profile = profile(weights);
        writeln!(
            text,
            "  - {{id: m{at}, name: n m{at}, stage: rotation, summary: s, profile: {{{profile}}}}}"
        )
        .unwrap();
    }
    let role = |(at, (weights, quarters)): (usize, &(Vec<i32>, u32))| {
        let (profile, relevance) = (profile(weights), f64::from(*quarters) / 4.0);
        format!(
            "  - {{id: r{at}, name: n r{at}, summary: s, profile: {{{profile}}}, modules: {{m0: {relevance}}}}}\n"
        )
    };
    Texts { questions, roles: roles.iter().enumerate().map(role).collect(), modules: text }
}

/// A catalogue with a sheet: for each question 0 (skipped) or an answer, for
/// each interest an importance in halves.
fn sittings() -> impl Strategy<Value = (Texts, Vec<u8>, Vec<u8>)> {
    texts().prop_flat_map(|texts| {
        let catalogue = texts.catalogue();
        let questionnaire = catalogue.questionnaire();
        let answers =
            prop::collection::vec(0..=questionnaire.scale.len(), questionnaire.questions.len());
        let importance = prop_oneof![
            2 => Just(vec![2; questionnaire.interests.len()]),
            1 => prop::collection::vec(0_u8..=10, questionnaire.interests.len()),
        ];
        (Just(texts), answers, importance)
    })
}

fn sheet<'c>(catalogue: &'c Catalogue, answers: &[u8], importance: &[u8]) -> Sheet<'c> {
    let digits: String = answers
        .iter()
        .map(|answer| if *answer == 0 { '-' } else { char::from(b'0' + answer) })
        .collect();
    let answers = Answers::from_digits(catalogue, &digits).unwrap();
    assert_eq!(answers.digits(), digits);
    let mut sheet = Sheet::new(answers);
    let interests = catalogue.questionnaire().interests.indices();
    for (interest, halves) in interests.zip(importance) {
        sheet.set_importance(interest, f64::from(*halves) / 2.0);
    }
    sheet
}

fn reported((texts, answers, importance): &(Texts, Vec<u8>, Vec<u8>)) -> Report<'static> {
    let catalogue = lasting(texts.catalogue());
    report(&sheet(catalogue, answers, importance), Explain::Everything)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn each_ledger_sums_to_the_similarity(sitting in sittings()) {
        for role in reported(&sitting).roles {
            let Some((ledger, similarity)) = role.ledger.zip(role.similarity) else { continue };
            let marks: f64 = ledger.marks.iter().map(|share| share.contribution).sum();
            let by_interest: f64 = ledger.interests.iter().map(|share| share.contribution).sum();
            let by_answer: f64 = ledger.answers.iter().map(|share| share.contribution).sum();
            let (by_interest, by_answer) = (by_interest + marks, by_answer + marks);
            prop_assert!((by_interest - similarity).abs() < 1e-9, "{by_interest} {similarity}");
            prop_assert!((by_answer - similarity).abs() < 1e-9, "{by_answer} {similarity}");
        }
    }

    #[test]
    fn every_figure_is_finite_and_in_its_range(sitting in sittings()) {
        let report = reported(&sitting);
        for part in &report.interests {
            prop_assert!(part.score.is_none_or(|score| (-1.0..=1.0).contains(&score)));
            // A mark can lift it further.
            let highest = if part.importance > 1.0 { f64::INFINITY } else { 1.0 };
            prop_assert!(part.estimate.is_none_or(|of| of >= -1.0 && of <= highest));
        }
        prop_assert!(report.closeness.is_none_or(|share| (0.0..=1.0).contains(&share)));
        let over = report.roles.iter().filter_map(|role| role.certainty.over_first);
        prop_assert!(over.into_iter().all(|chance| (0.0..=1.0).contains(&chance)));
        for role in &report.roles {
            prop_assert!(role.similarity.is_none_or(|s| (-1.0..=1.0).contains(&s)));
            prop_assert!(role.fit.is_none_or(|fit| (0.0..=100.0).contains(&fit)));
        }
        for module in &report.modules {
            prop_assert!((0.0..=1.0).contains(&module.relevance), "{}", module.relevance);
        }
        for sign in &report.signs {
            prop_assert!(sign.value.is_none_or(f64::is_finite));
        }
    }

    #[test]
    fn the_chances_are_a_distribution_and_the_leading_set_is_the_smallest(sitting in sittings()) {
        let report = reported(&sitting);
        prop_assume!(report.roles.iter().any(|role| role.similarity.is_some()));
        let draws = f64::from(u32::try_from(DRAWS).unwrap());
        let best: f64 = report.roles.iter().map(|role| role.certainty.best * draws).sum();
        let retest: f64 = report.roles.iter().map(|role| role.certainty.retest * draws).sum();
        prop_assert!((best - draws).abs() < 1e-6 && (retest - draws).abs() < 1e-6);
        let chance = |id: &&Id| {
            report.roles.iter().find(|role| role.id == *id).map_or(0.0, |role| role.certainty.best)
        };
        let held: Vec<f64> = report.leading.iter().map(chance).collect();
        prop_assert!(held.iter().sum::<f64>() >= LEADING_SHARE);
        prop_assert!(held[..held.len() - 1].iter().sum::<f64>() < LEADING_SHARE);
        prop_assert!(held.is_sorted_by(|left, right| left >= right));
    }

    #[test]
    fn removing_a_role_never_changes_how_the_others_compare(
        sitting in sittings(),
        gone in any::<prop::sample::Index>(),
    ) {
        let (texts, answers, importance) = &sitting;
        let mut fewer = texts.roles.clone();
        fewer.remove(gone.index(fewer.len()));
        let catalogue = texts.with_roles(&fewer);
        let without = report(&sheet(&catalogue, answers, importance), Explain::Nothing);
        let gone = format!("r{}", gone.index(texts.roles.len()));
        let compared = |report: &Report<'_>| -> Vec<(String, Option<f64>)> {
            let others = report.roles.iter().filter(|role| role.id.as_str() != gone);
            others.map(|role| (role.id.to_string(), role.similarity)).collect()
        };
        prop_assert_eq!(compared(&reported(&sitting)), compared(&without));
    }

    #[test]
    fn the_same_sheet_is_told_the_same(sitting in sittings()) {
        prop_assert_eq!(reported(&sitting), reported(&sitting));
    }

    #[test]
    fn a_complete_even_sheet_is_ranked_by_pearsons_r(
        answers in prop::collection::vec(1_u8..=5, 8),
        weights in weights(4),
    ) {
        let mut questions = String::from(
            "format: 1\ntitle: t\nintroduction: i\nscale: [a, b, c, d, e]\n\
             interests: [{id: i0, name: n i0}, {id: i1, name: n i1}, {id: i2, name: n i2}, {id: i3, name: n i3}]\n\
             questions:\n",
        );
        for at in 0..8 {
            writeln!(questions, "  - {{id: q{at}, text: t q{at}, interest: i{}}}", at % 4).unwrap();
        }
        let careers = format!(
            "format: 1\nroles: [{{id: r, name: n r, summary: s, profile: {{{}}}}}]\n",
            profile(&weights)
        );
        let catalogue = catalogue(&questions, &careers);
        let report = report(&sheet(&catalogue, &answers, &[2; 4]), Explain::Nothing);
        prop_assume!(report.status == Status::Ranked);
        let sums: Vec<f64> = (0..4).map(|at| f64::from(answers[at] + answers[at + 4])).collect();
        let weights: Vec<f64> = weights.into_iter().map(f64::from).collect();
        let similarity = report.roles[0].similarity.unwrap();
        prop_assert!((similarity - pearson(&sums, &weights)).abs() < 1e-9);
    }

    #[test]
    fn a_reversed_question_answered_the_other_way_says_the_same(sitting in sittings()) {
        let (texts, answers, importance) = &sitting;
        let catalogue = texts.catalogue();
        let mirrored = Texts {
            questions: texts
                .questions
                .replace("reversed: true", "reversed: once")
                .replace("reversed: false", "reversed: true")
                .replace("reversed: once", "reversed: false"),
            ..texts.clone()
        };
        let points = catalogue.questionnaire().scale.len();
        let flipped: Vec<u8> =
            answers.iter().map(|answer| if *answer == 0 { 0 } else { points + 1 - answer }).collect();
        let there = reported(&(mirrored, flipped, importance.clone()));
        let here = reported(&sitting);
        let similarities = |report: &Report<'_>| -> Vec<Option<f64>> {
            let mut roles: Vec<_> = report.roles.iter().collect();
            roles.sort_by(|left, right| left.id.cmp(right.id));
            roles.into_iter().map(|role| role.similarity).collect()
        };
        prop_assert_eq!(here.status, there.status);
        for (left, right) in similarities(&here).into_iter().zip(similarities(&there)) {
            prop_assert!(left.zip(right).is_none_or(|(left, right)| (left - right).abs() < 1e-9));
        }
    }
}

/// Whether `rival` stands strictly ahead of `first` on these answers.
fn is_ahead(catalogue: &Catalogue, answers: &Answers<'_>, rival: RoleIx, first: RoleIx) -> bool {
    let importance = Importance::equal(catalogue);
    let estimate = Estimate::of(answers);
    let values: Vec<f64> = estimate.interests.iter().map(|interest| interest.value).collect();
    let numerator = |role: RoleIx| {
        let profile = &catalogue.careers().roles[role].profile;
        Direction::of(profile, &importance).unwrap().dot(&values)
    };
    numerator(rival) > numerator(first) + 1e-10
}

/// The fewest answers that have to change, by trying every sheet there is.
fn fewest_by_brute_force(
    catalogue: &Catalogue,
    answers: &Answers<'_>,
    rival: RoleIx,
    first: RoleIx,
) -> Option<usize> {
    let scale = &catalogue.questionnaire().scale;
    let given: Vec<QuestionIx> = answers.answered_questions().map(|(at, _, _)| at).collect();
    let points = usize::from(scale.len());
    let mut fewest = None;
    for code in 0..points.pow(u32::try_from(given.len()).unwrap()) {
        let (mut other, mut rest, mut changed) = (answers.clone(), code, 0);
        for question in &given {
            let point = scale.points().nth(rest % points);
            changed += usize::from(point != answers.get(*question));
            other.set(*question, point);
            rest /= points;
        }
        if fewest.is_none_or(|fewest| changed < fewest) && is_ahead(catalogue, &other, rival, first)
        {
            fewest = Some(changed);
        }
    }
    fewest
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn rivals_are_exact(
        items in prop::collection::vec(
            (prop::collection::btree_map(0_usize..3, 1_u32..30, 1..=2), any::<bool>()),
            3..=5,
        ),
        roles in prop::collection::vec((weights(3), 0_u32..=4), 2..5),
        answers in prop::collection::vec(0_u8..=3, 5),
    ) {
        let items: Vec<Item> =
            items.into_iter().map(|(map, reversed)| (map.into_iter().collect(), reversed)).collect();
        let count = items.len();
        let texts = written(((3, 3), items, roles, vec![vec![1, 2, 3]]));
        let catalogue = texts.catalogue();
        let sheet = sheet(&catalogue, &answers[..count], &[2; 3]);
        let report = report(&sheet, Explain::Everything);
        prop_assume!(report.status == Status::Ranked);
        let first = report.roles[0].role;
        for rival in report.rivals.unwrap() {
            let fewest = fewest_by_brute_force(&catalogue, sheet.answers(), rival.role, first);
            prop_assert_eq!(rival.changes.map(|changes| changes.len()), fewest);
        }
    }
}

fn pearson(left: &[f64], right: &[f64]) -> f64 {
    let count = f64::from(u32::try_from(left.len()).unwrap());
    let (sum_left, sum_right): (f64, f64) = (left.iter().sum(), right.iter().sum());
    let (mean_left, mean_right) = (sum_left / count, sum_right / count);
    let pairs = || left.iter().zip(right).map(|(l, r)| (l - mean_left, r - mean_right));
    let covariance: f64 = pairs().map(|(l, r)| l * r).sum();
    let squares: (f64, f64) = pairs().fold((0.0, 0.0), |(a, b), (l, r)| (a + l * l, b + r * r));
    covariance / (squares.0 * squares.1).sqrt()
}
