//! A cohort set against an earlier one: figures by hand, false alarms, and what is refused.

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::cohort::{Audience, Cohort, Extras, PeopleByAnswers, Person, Summary};
use rolefit_engine::report::Reporter;
use rolefit_engine::sheet::{Answers, Sheet};
use rolefit_engine::simulation::simulate;

use crate::cohort::{answers, cohort_of, counted};
use crate::support::{CAREERS, QUESTIONS, catalogue, lasting, middle, small};

/// A cohort of so many people with each of these answers.
fn cohort(of: &[(&str, usize)]) -> Cohort<'static> {
    let catalogue = lasting(small());
    let people = of.iter().flat_map(|(digits, count)| std::iter::repeat_n(*digits, *count));
    let given = answers(catalogue, &people.collect::<Vec<_>>());
    cohort_of(&counted(catalogue, None, given.iter().map(|of| (of, ""))), catalogue, false)
}

#[test]
fn first_places_are_compared_by_interval_and_exact_test() {
    let (one, other) = ("521254", "153423");
    let (now, before) = (cohort(&[(one, 28), (other, 12)]), cohort(&[(one, 10), (other, 40)]));
    let first = |of: &str| {
        let report = cohort(&[(of, 10), (if of == one { other } else { one }, 2)]);
        report.all.roles.iter().max_by_key(|role| role.first).unwrap().id.clone()
    };
    assert_ne!(first(one), first(other));
    let of = now.against(&before).against.unwrap();
    assert_eq!((of.all.respondents, of.all.respondents_before), (40, 50));
    let role = of.all.roles.iter().find(|role| *role.id == first(one)).unwrap();
    // Shares of 28 in 40 and 10 in 50. Wilson: 0.5457 to 0.8193, and 0.1124 to 0.3304; Newcombe: 0.5 less
    // √((0.7 - 0.5457)² + (0.3304 - 0.2)²), and 0.5 more √((0.8193 - 0.7)² + (0.2 - 0.1124)²).
    assert_eq!((role.first.count, role.first.count_before), (28, 10));
    assert!((role.first.difference - 0.5).abs() < 1e-12);
    assert!((role.first.lower - 0.298_0).abs() < 2e-4, "{}", role.first.lower);
    assert!((role.first.upper - 0.648_0).abs() < 2e-4, "{}", role.first.upper);
    assert!(role.first.p.unwrap() < 1e-5);
    // Three roles were looked at, of which one was never first: Holm takes the smallest thrice.
    assert!(role.first.p_corrected.unwrap() > 2.0 * role.first.p.unwrap());
}

#[test]
fn a_cohort_differs_from_itself_in_nothing() {
    let of = || cohort(&[("521254", 28), ("153423", 12)]);
    let against = of().against(&of()).against.unwrap();
    for role in &against.all.roles {
        assert_eq!((role.first.difference, role.first.p), (0.0, Some(1.0)), "{}", role.id);
        assert_eq!((role.expected.difference, role.expected.p_corrected), (0.0, Some(1.0)));
    }
    for interest in &against.all.interests {
        assert_eq!(interest.mean.difference, 0.0);
    }
    assert!(against.only_now.roles.is_empty() && against.only_before.interests.is_empty());
}

/// Cohorts of people of one kind are told to differ in about one of twenty pairs at the most: in
/// first places, in expected shares and in interests alike.
#[test]
fn cohorts_of_one_kind_are_seldom_told_to_differ() {
    let catalogue = middle();
    let (pairs, size) = (60, 50);
    let people = simulate(&catalogue, 2 * pairs * size);
    let cohorts: Vec<Cohort<'_>> = people
        .chunks(size)
        .map(|people| {
            let people = people.iter().map(|of| (&of.answers, ""));
            cohort_of(&counted(&catalogue, None, people), &catalogue, false)
        })
        .collect();
    let mut told = [0; 3];
    for pair in cohorts.chunks(2) {
        let against = pair[0].clone().against(&pair[1]).against.unwrap();
        let differs = |p: Option<f64>| p.is_some_and(|p| p < 0.05);
        let roles = || against.all.roles.iter();
        told[0] += u32::from(roles().any(|role| differs(role.first.p_corrected)));
        told[1] += u32::from(roles().any(|role| differs(role.expected.p_corrected)));
        let mut interests = against.all.interests.iter();
        told[2] += u32::from(interests.any(|of| differs(of.mean.p_corrected)));
    }
    // Of 60, 3 are expected; 9 or more in one of a thousand runs.
    assert!(told.iter().all(|told| *told < 9), "{told:?} of {pairs}");
}

#[test]
fn what_other_data_files_have_alone_is_named_and_the_rest_compared_by_id() {
    let careers = CAREERS.replace("id: smith", "id: farrier");
    let questions = QUESTIONS.replace("words", "letters");
    let careers = careers.replace("words", "letters");
    let (now, other) = (lasting(small()), lasting(catalogue(&questions, &careers)));
    let of = |catalogue: &'static Catalogue| {
        let given = answers(catalogue, &["521254", "153423", "255141"].repeat(10));
        cohort_of(&counted(catalogue, None, given.iter().map(|of| (of, ""))), catalogue, false)
    };
    let against = of(now).against(&of(other)).against.unwrap();
    let ids = |of: &[&rolefit_engine::catalogue::Id]| {
        of.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&against.only_now.roles), ["smith"]);
    assert_eq!(ids(&against.only_before.roles), ["farrier"]);
    assert_eq!(ids(&against.only_now.interests), ["words"]);
    assert_eq!(ids(&against.only_before.interests), ["letters"]);
    assert_eq!(against.all.interests.len(), 3);
    assert!(against.all.roles.iter().all(|role| role.id.as_str() != "smith"));
    assert_eq!(against.catalogue, other.fingerprint().as_str());
}

#[test]
fn groups_are_compared_where_both_are_told() {
    let catalogue = lasting(small());
    let given = answers(catalogue, &["521254", "153423", "255141"]);
    let of = |sizes: &[(&'static str, usize)]| {
        let people = sizes.iter().flat_map(|(group, count)| {
            (0..*count).map(|number| (&given[number % 3], *group)).collect::<Vec<_>>()
        });
        cohort_of(&counted(catalogue, Some("site"), people), catalogue, false)
    };
    let now = of(&[("a", 30), ("b", 30), ("c", 12)]);
    let against = now.against(&of(&[("a", 33), ("b", 4), ("d", 27)])).against.unwrap();
    let names: Vec<&str> = against.groups.iter().map(|of| of.group.as_str()).collect();
    // Of the earlier ones b is small, and with it goes the next smallest, d.
    assert_eq!(names, ["a"]);
    assert_eq!(against.groups_once, ["b", "c"]);
}

#[test]
fn cohorts_that_differ_by_a_few_people_are_known() {
    let catalogue = small();
    let reporter = Reporter::new(&catalogue);
    let known = |people: &[Answers<'_>]| {
        let mut known = PeopleByAnswers::default();
        for answers in people {
            known.add(&Person::of(&reporter, &Sheet::new(answers.clone())), None);
        }
        known
    };
    let people: Vec<Answers<'_>> =
        simulate(&catalogue, 60).into_iter().map(|of| of.answers).collect();
    let all = known(&people);
    assert_eq!(all.few_apart(&known(&people)), None, "nobody differs");
    for few in [1, 9] {
        let less = known(&people[few..]);
        assert_eq!(all.few_apart(&less), Some(few as u64));
        assert_eq!(less.few_apart(&all), Some(few as u64));
    }
    assert_eq!(all.few_apart(&known(&people[10..])), None, "ten hide each other");
    // Nobody in common: that is what it is made for.
    let others = answers(&catalogue, &["------", "5-----"]);
    assert_eq!(known(&others).few_apart(&known(&people[..1])), None);
    // One who changed an answer is one that differs.
    let mut changed = people.clone();
    changed[0] = others[0].clone();
    assert_eq!(all.few_apart(&known(&changed)), Some(1));
}

#[test]
fn groups_that_differ_by_a_few_people_are_known_too() {
    let catalogue = small();
    let reporter = Reporter::new(&catalogue);
    let known = |people: &[(&Answers<'_>, &str)]| {
        let mut known = PeopleByAnswers::default();
        for (answers, group) in people {
            known.add(&Person::of(&reporter, &Sheet::new((*answers).clone())), Some(group));
        }
        known
    };
    let people = simulate(&catalogue, 120);
    let split = |north: usize| -> Vec<(&Answers<'_>, &str)> {
        let group = |number| if number < north { "North" } else { "South" };
        people.iter().enumerate().map(|(number, of)| (&of.answers, group(number))).collect()
    };
    let all = known(&split(80));
    assert_eq!(all.few_apart(&known(&split(80))), None);
    // One person moved from the South to the North.
    assert_eq!(all.few_apart(&known(&split(81))), Some(1));
    assert_eq!(all.few_apart(&known(&split(60))), None, "twenty");
    // The whole of one is nearly a group of the other, whatever that is called.
    let north: Vec<(&Answers<'_>, &str)> =
        people.iter().take(78).map(|of| (&of.answers, "N")).collect();
    // Of the two who are missing one or both can be matched.
    assert!(matches!(all.few_apart(&known(&north)), Some(1 | 2)));
    // A column that is missing hides nobody, nor do people who answered next to nothing.
    let mut cut: Vec<Answers<'_>> = people.iter().skip(1).map(|of| of.answers.clone()).collect();
    let first = catalogue.questionnaire().questions.indices().next().unwrap();
    for answers in &mut cut {
        answers.set(first, None);
    }
    cut.extend(answers(&catalogue, &["-1----"].repeat(12)));
    let cut: Vec<(&Answers<'_>, &str)> = cut.iter().map(|of| (of, "x")).collect();
    // Some of them can no more be matched.
    assert!(all.few_apart(&known(&cut)).is_some());
}

/// Whoever is compared, only what is told of each cohort is.
#[test]
fn what_is_left_out_of_one_cohort_is_not_compared() {
    let now = cohort(&[("521254", 28), ("153423", 12)]);
    let alike = cohort(&[("521254", 40)]);
    assert!(alike.all.roles.is_empty(), "all have the same role first");
    let against = now.against(&alike).against.unwrap();
    assert!(against.all.roles.is_empty() && against.all.interests.is_empty());
    let catalogue = lasting(small());
    let summary: Summary = counted(catalogue, None, []);
    let nobody = Cohort::of(&summary, catalogue, Extras::default(), Audience::Anyone).unwrap();
    let against = cohort(&[("521254", 28), ("153423", 12)]).against(&nobody).against.unwrap();
    assert!(against.all.roles.is_empty() && against.all.interests.is_empty());
}
