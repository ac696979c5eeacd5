//! Nobody can be worked out from what is told of a cohort.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use rolefit_engine::catalogue::{Catalogue, Id, InterestIx};
use rolefit_engine::cohort::{
    Audience, Cohort, Extras, InterestSummary, People, Person, QuestionAdvice, Summary,
};
use rolefit_engine::report::Reporter;
use rolefit_engine::sheet::{Answers, Sheet};

use crate::cohort::{answers, cohort_of, counted};
use crate::support::{catalogue, lasting, small};

#[test]
fn small_groups_are_left_out_and_none_can_be_worked_out_from_the_rest() {
    let catalogue = small();
    let one = answers(&catalogue, &["523454"]);
    let told = |sizes: &[(&'static str, usize)]| {
        let people = sizes.iter().flat_map(|(name, size)| std::iter::repeat_n(*name, *size));
        let people: Vec<&str> = people.collect();
        let summary =
            counted(&catalogue, Some("site"), people.iter().map(|group| (&one[0], *group)));
        let cohort = cohort_of(&summary, &catalogue, false);
        let shown: Vec<String> = cohort.groups.iter().map(|of| of.group.clone()).collect();
        (shown, cohort.suppressed.groups, cohort.suppressed.respondents)
    };
    let shown = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(told(&[("a", 10), ("b", 11)]), (shown(&["a", "b"]), 0, 0));
    // b alone would be all less a and c; so c, the next smallest, goes with it.
    assert_eq!(told(&[("a", 30), ("b", 9), ("c", 12)]), (shown(&["a"]), 2, 21));
    // Two small ones of ten together hide each other.
    assert_eq!(told(&[("a", 30), ("b", 4), ("c", 6)]), (shown(&["a"]), 2, 10));
    assert_eq!(told(&[("a", 3)]), (shown(&[]), 1, 3));
}

#[test]
fn those_who_answered_next_to_nothing_hide_nobody() {
    let catalogue = small();
    let given = answers(&catalogue, &["523454", "------", "5-----"]);
    let member = |of: usize, group, count| std::iter::repeat_n((&given[of], group), count);
    let told = |people: Vec<(&Answers, &str)>| {
        cohort_of(&counted(&catalogue, Some("site"), people), &catalogue, false)
    };
    // One who answered among nine who did not; all of the rest as usual.
    let alone = member(0, "a", 1).chain(member(1, "a", 9));
    let cohort = told(alone.chain(member(0, "b", 20)).chain(member(0, "c", 20)).collect());
    let names: Vec<&str> = cohort.groups.iter().map(|of| of.group.as_str()).collect();
    assert_eq!(names, ["c"]);
    assert_eq!((cohort.suppressed.groups, cohort.suppressed.respondents), (2, 30));
    // Ten can be matched, but an interest that one of them answered is not told.
    let catalogue = scale_of_four();
    let given = answers(&catalogue, &["514-", "145-", "5143"]);
    let people = (0..9).map(|number| (&given[number % 2], "a")).chain([(&given[2], "a")]);
    let cohort = cohort_of(&counted(&catalogue, Some("site"), people), &catalogue, false);
    let interests = &cohort.groups[0].people.interests;
    assert!(interests[0].mean.is_some(), "half of them like it");
    let few = &interests[3];
    assert_eq!((few.respondents, few.mean, few.sd), (None, None, None));
    assert!(few.distribution.is_empty());
    assert_eq!(cohort.all.interests.as_slice()[3].mean, None, "of all neither");
}

/// Four interests with a question each.
fn scale_of_four() -> Catalogue {
    let questions = "
format: 1
title: t
introduction: i
scale: [a, b, c, d, e]
interests: [{id: w, name: W}, {id: x, name: X}, {id: y, name: Y}, {id: z, name: Z}]
questions:
  - {id: qw, text: one, interest: w}
  - {id: qx, text: two, interest: x}
  - {id: qy, text: three, interest: y}
  - {id: qz, text: four, interest: z}
";
    let careers = "format: 1\nroles:\n  - {id: r, name: R, summary: s, profile: {x: 1}}\n";
    catalogue(questions, careers)
}

/// What one person adds to a figure: nothing, or a person of its base, who may hold something.
type Part = Option<Option<String>>;

/// A figure: its name, what a person adds to it, and whether it is told of some people.
struct Figure {
    name: String,
    part: Box<dyn Fn(&People<'_>) -> Part>,
    is_told: Box<dyn Fn(&People<'_>) -> bool>,
}

fn figure(
    name: String,
    part: impl Fn(&People<'_>) -> Part + 'static,
    is_told: impl Fn(&People<'_>) -> bool + 'static,
) -> Figure {
    Figure { name, part: Box::new(part), is_told: Box::new(is_told) }
}

/// Everything that is told of groups; the people are read from what is told of each alone.
fn figures(of: &People<'_>) -> Vec<Figure> {
    let mut figures = vec![
        figure("took part".to_owned(), |_| Some(None), |_| true),
        figure(
            "matched".to_owned(),
            |one| (one.status.ranked == Some(1)).then_some(None),
            |of| of.status.ranked.is_some(),
        ),
        figure(
            "complete".to_owned(),
            |one| (one.complete == Some(1)).then_some(None),
            |of| of.complete.is_some(),
        ),
        figure(
            "roles".to_owned(),
            |one| one.roles.iter().find(|of| of.first == 1).map(|of| Some(of.id.to_string())),
            |of| !of.roles.is_empty(),
        ),
    ];
    for place in 0..of.interests.len() {
        let held = move |one: &People<'_>| {
            let bins = &one.interests[place].distribution;
            bins.iter().position(|bin| bin.respondents == 1).map(|bin| Some(bin.to_string()))
        };
        let is_told = move |of: &People<'_>| of.interests[place].respondents.is_some();
        figures.push(figure(format!("interest {place}"), held, is_told));
    }
    for place in 0..of.signs.len() {
        let held = move |one: &People<'_>| {
            let sign = one.signs[place];
            let flagged = (sign.flagged == Some(1)).then(|| "flagged".to_owned());
            (sign.defined == Some(1)).then_some(flagged)
        };
        let is_told = move |of: &People<'_>| of.signs[place].defined.is_some();
        figures.push(figure(format!("sign {place}"), held, is_told));
    }
    figures
}

/// What is told of those whose first roles are: for how many each role leads, and for how many
/// every role that leads needs each module.
fn figures_of_roles(of: &People<'_>) -> Vec<Figure> {
    type Count = Box<dyn Fn(&People<'_>) -> Option<u64>>;
    let roles = of.roles.iter().map(|role| -> (String, Count) {
        let id = role.id.clone();
        let count = move |of: &People<'_>| of.roles.iter().find(|of| *of.id == id)?.leading;
        (role.id.to_string(), Box::new(count))
    });
    let modules = of.modules.iter().map(|module| -> (String, Count) {
        let id = module.id.clone();
        let count = move |of: &People<'_>| of.modules.iter().find(|of| *of.id == id)?.no_regret;
        (module.id.to_string(), Box::new(count))
    });
    let figure = |(name, count): (String, Count)| {
        let count = std::rc::Rc::new(count);
        let part = {
            let count = count.clone();
            move |one: &People<'_>| {
                let held = (count(one) == Some(1)).then(|| "held".to_owned());
                (one.status.ranked == Some(1)).then_some(held)
            }
        };
        figure(name, part, move |of| count(of).is_some())
    };
    roles.chain(modules).map(figure).collect()
}

/// Whether a figure of these people is safe: nobody, or ten, of whom two hold other things.
fn is_safe(parts: &[Part]) -> bool {
    let people = parts.iter().flatten().count();
    let mut held: BTreeMap<&str, usize> = BTreeMap::new();
    for thing in parts.iter().flatten().flatten() {
        *held.entry(thing).or_default() += 1;
    }
    people == 0 || (people >= 10 && held.values().all(|count| count + 2 <= people))
}

/// The fifth at which each bar begins, and the end.
fn edges(of: &InterestSummary<'_>) -> Vec<usize> {
    let is_edge = |fifth: &usize, score: f64| (0.4 * *fifth as f64 - 1.0 - score).abs() < 1e-9;
    let fifth = |score: f64| (0..=5).find(|fifth| is_edge(fifth, score)).unwrap();
    let ends = of.distribution.iter().map(|bin| fifth(bin.to));
    [0].into_iter().chain(ends).collect()
}

/// The people between two edges, if it is told.
fn between(of: &InterestSummary<'_>, from: usize, to: usize) -> Option<u64> {
    let edges = edges(of);
    let [from, to] = [from, to].map(|edge| edges.iter().position(|of| *of == edge));
    Some(of.distribution[from?..to?].iter().map(|bin| bin.respondents).sum())
}

/// Some sheets, and what is told of each by itself.
static POOL: LazyLock<Vec<(Person<'static>, Cohort<'static>)>> = LazyLock::new(|| {
    let catalogue = lasting(small());
    let reporter = Reporter::new(catalogue);
    let mut drawn = 1_usize;
    let mut digit = || {
        drawn = (drawn * 1_103_515_245 + 12_345) % (1 << 31);
        ['-', '1', '2', '3', '4', '5', '-', '5'][drawn >> 20 & 7]
    };
    let mut sheets: Vec<String> = (0..80).map(|_| (0..6).map(|_| digit()).collect()).collect();
    sheets.extend(["523454", "152233", "333333", "555555", "------"].map(str::to_owned));
    let member = |digits: &String| {
        let sheet = Sheet::new(Answers::from_digits(catalogue, digits).unwrap());
        let person = Person::of(&reporter, &sheet);
        let mut alone = Summary::of(catalogue, None);
        alone.add(&person, None).unwrap();
        (person, Cohort::of(&alone, catalogue, Extras::default(), Audience::Anyone).unwrap())
    };
    sheets.iter().map(member).collect()
});

/// Groups of 0 to 44 people, in most of which many answer like the first.
fn groups() -> impl Strategy<Value = Vec<Vec<usize>>> {
    let group = (
        prop::collection::vec(0_usize..85, 1..7),
        0_usize..100,
        prop::collection::vec(0_usize..100, 0..45),
    );
    let people = |(kinds, alike, picks): (Vec<usize>, usize, Vec<usize>)| {
        let kind = |pick: usize| if pick < alike { kinds[0] } else { kinds[pick % kinds.len()] };
        picks.into_iter().map(kind).collect()
    };
    prop::collection::vec(group.prop_map(people), 1..6)
}

fn of_groups(groups: &[Vec<usize>], audience: Audience) -> Cohort<'static> {
    let catalogue = lasting(small());
    let mut summary = Summary::of(catalogue, Some("site".to_owned()));
    for (name, group) in groups.iter().enumerate() {
        for of in group {
            summary.add(&POOL[*of].0, Some(&name.to_string())).unwrap();
        }
    }
    Cohort::of(&summary, catalogue, Extras { fit: false, listwise: true }, audience).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Whoever answers what: the people of a figure fall into the groups of which it is told and
    /// all others, and none of these parts tells of single people.
    #[test]
    fn every_part_of_a_figure_is_safe(groups in groups()) {
        let everybody: Vec<usize> = groups.concat();
        prop_assume!(everybody.len() >= 10);
        let cohort = of_groups(&groups, Audience::Anyone);
        let parts = |figure: &Figure, people: &[usize]| -> Vec<Part> {
            people.iter().map(|of| (figure.part)(&POOL[*of].1.all)).collect()
        };
        for figure in figures(&cohort.all) {
            let all = parts(&figure, &everybody);
            let is_told = (figure.is_told)(&cohort.all);
            prop_assert_eq!(is_told, is_safe(&all), "nothing is left out without need");
        }
        for figure in figures(&cohort.all).into_iter().chain(figures_of_roles(&cohort.all)) {
            let all = parts(&figure, &everybody);
            let is_told = (figure.is_told)(&cohort.all);
            prop_assert!(!is_told || is_safe(&all), "{}", figure.name);
            let shown = cohort.groups.iter().filter(|of| (figure.is_told)(&of.people));
            let shown: Vec<usize> = shown.map(|of| of.group.parse().unwrap()).collect();
            prop_assert!(is_told || shown.is_empty(), "{}: of {shown:?} alone", figure.name);
            let mut atoms: Vec<Vec<Part>> =
                shown.iter().map(|place| parts(&figure, &groups[*place])).collect();
            let others = groups.iter().enumerate().filter(|(place, _)| !shown.contains(place));
            atoms.push(others.flat_map(|(_, people)| parts(&figure, people)).collect());
            for atom in atoms {
                prop_assert!(!is_told || is_safe(&atom), "{}: {atom:?}", figure.name);
            }
        }
        for question in &cohort.questions {
            let most = question.counts.iter().max().copied().unwrap_or(0);
            let people = question.answered.unwrap_or(0);
            prop_assert!(people == 0 || (people >= 10 && most + 2 <= people), "{question:?}");
            prop_assert_eq!(question.answered.is_none(), question.counts.is_empty());
        }
        // Of an interest, all questions that anybody answered are told of, or none.
        let questionnaire = lasting(small()).questionnaire();
        for interest in questionnaire.interests.indices() {
            let of = questionnaire.questions.iter().zip(&cohort.questions);
            let of = of.filter(|(question, _)| question.weight(interest) > 0.0);
            let answered = of.map(|(_, of)| of.answered).filter(|of| *of != Some(0));
            let answered: Vec<Option<u64>> = answered.collect();
            let hidden = answered.iter().filter(|of| of.is_none()).count();
            prop_assert!(hidden == 0 || hidden == answered.len(), "{answered:?}");
        }
    }

    /// Advice rests on figures that are told, and an alpha of complete answers on ones that tell
    /// of no single person.
    #[test]
    fn advice_and_listwise_alphas_rest_on_what_may_be_told(groups in groups()) {
        let everybody: Vec<usize> = groups.concat();
        prop_assume!(everybody.len() >= 10);
        let cohort = of_groups(&groups, Audience::Anyone);
        let questionnaire = lasting(small()).questionnaire();
        let of = |interest: InterestIx| {
            let questions = questionnaire.questions.indexed();
            let of = questions.filter(move |(_, of)| of.weight(interest) > 0.0);
            of.map(|(question, _)| question.number()).collect::<Vec<usize>>()
        };
        let is_told = |interest: InterestIx| {
            of(interest).into_iter().all(|place| cohort.questions[place].answered.is_some())
        };
        let called = |id: &Id| questionnaire.interests.position(|of| of.id == *id).unwrap();
        for question in &cohort.questions {
            let respondents = match question.advice {
                None => continue,
                Some(QuestionAdvice::Dead { respondents, .. }) => respondents,
                Some(QuestionAdvice::Miskeyed { interest, respondents, .. }) => {
                    prop_assert!(is_told(called(interest)));
                    respondents
                }
                Some(QuestionAdvice::MeasuresAnother { interest, own, respondents, .. }) => {
                    prop_assert!(is_told(called(interest)) && is_told(called(own)));
                    let score = &cohort.all.interests[called(interest).number()];
                    prop_assert!(score.respondents.is_some());
                    respondents
                }
            };
            prop_assert!(question.answered.is_some() && respondents >= 30, "{question:?}");
        }
        for (interest, reliability) in questionnaire.interests.indices().zip(&cohort.reliability) {
            let listwise = reliability.listwise.unwrap();
            prop_assert!(listwise.respondents.is_none_or(|people| people == 0 || people >= 10));
            if listwise.alpha.is_none() {
                continue;
            }
            prop_assert!(is_told(interest) && listwise.respondents >= Some(30));
            let said = |one: usize, place: usize| {
                let counts = &POOL[one].1.questions[place].counts;
                counts.iter().position(|count| *count == 1).map(|answer| answer.to_string())
            };
            let is_complete = |one: &&usize| of(interest).iter().all(|at| said(**one, *at).is_some());
            for place in of(interest) {
                let complete = everybody.iter().filter(is_complete);
                let parts: Vec<Part> = complete.map(|one| Some(said(*one, place))).collect();
                prop_assert!(is_safe(&parts), "{parts:?}");
            }
        }
    }

    /// Between any two edges the whole, the groups whose bars end there, and all the others have
    /// nobody or ten people at least.
    #[test]
    fn every_bar_that_can_be_worked_out_has_ten(groups in groups()) {
        prop_assume!(groups.concat().len() >= 10);
        let cohort = of_groups(&groups, Audience::Anyone);
        for (place, all) in cohort.all.interests.iter().enumerate() {
            for (from, to) in (0..5).flat_map(|from| (from + 1..=5).map(move |to| (from, to))) {
                let of_groups = cohort.groups.iter().map(|of| &of.people.interests[place]);
                let told: Vec<u64> =
                    of_groups.filter_map(|of| between(of, from, to)).collect();
                let whole = between(all, from, to);
                let rest = whole.map(|whole| whole - told.iter().sum::<u64>());
                for people in told.iter().copied().chain(whole).chain(rest) {
                    prop_assert!(people == 0 || people >= 10, "{people} from {from} to {to}");
                }
            }
        }
    }

    /// Its adviser is told everything, of every group.
    #[test]
    fn the_adviser_is_told_everything(groups in groups()) {
        let cohort = of_groups(&groups, Audience::Adviser);
        prop_assert!(cohort.small && cohort.private);
        let with_people = groups.iter().filter(|people| !people.is_empty()).count();
        prop_assert_eq!((cohort.groups.len(), cohort.suppressed.groups), (with_people, 0));
        for of in cohort.groups.iter().map(|of| &of.people).chain([&cohort.all]) {
            prop_assert!(of.complete.is_some() && of.status.ranked.is_some());
            prop_assert!(of.interests.iter().all(|of| of.distribution.len() == 5));
        }
        prop_assert!(cohort.questions.iter().all(|of| of.answered.is_some()));
    }
}

/// Six people of the North have clerk and guide as leading roles, six clerk and smith, each
/// time one of them first: that clerk leads for all twelve would tell it of each. In the South
/// six have guide alone, six guide and smith.
#[test]
fn what_all_of_a_group_hold_besides_their_first_role_is_not_told() {
    let catalogue = small();
    let kinds = ["111313", "113335", "111135", "111111", "113113", "111113"];
    let kinds = answers(&catalogue, &kinds);
    let of = |kind: usize, count, group| std::iter::repeat_n((&kinds[kind], group), count);
    let north = of(0, 6, "North").chain(of(1, 3, "North")).chain(of(2, 3, "North"));
    let south = of(3, 6, "South").chain(of(4, 3, "South")).chain(of(5, 3, "South"));
    let summary = counted(&catalogue, Some("site"), north.chain(south));
    let leading = |private: bool, at: usize| -> Vec<(String, u64, Option<u64>)> {
        let audience = if private { Audience::Adviser } else { Audience::Anyone };
        let cohort = Cohort::of(&summary, &catalogue, Extras::default(), audience).unwrap();
        let people = if at == 2 { &cohort.all } else { &cohort.groups[at].people };
        let roles = people.roles.iter().map(|of| (of.id.to_string(), of.first, of.leading));
        let mut roles: Vec<_> = roles.collect();
        roles.sort();
        roles
    };
    let of = |id: &str, first, leading| (id.to_owned(), first, leading);
    let six = Some(6);
    let of_north = |[clerk, guide]: [Option<u64>; 2]| {
        [of("clerk", 3, clerk), of("guide", 6, guide), of("smith", 3, six)]
    };
    assert_eq!(leading(true, 0), of_north([Some(12), six]));
    // Guide leads for all of the South: with the North the whole would tell it.
    assert_eq!(leading(false, 0), of_north([None, None]));
    let of_south = |[clerk, guide]: [Option<u64>; 2]| {
        [of("clerk", 0, clerk), of("guide", 9, guide), of("smith", 3, six)]
    };
    assert_eq!(leading(true, 1), of_south([Some(0), Some(12)]));
    assert_eq!(leading(false, 1), of_south([None, None]));
    // Of all 24 it says nothing: 12, 6 + 12 and 6 + 6.
    let whole = [of("clerk", 3, Some(12)), of("guide", 15, Some(18)), of("smith", 6, Some(12))];
    assert_eq!(leading(false, 2), whole);
}

/// Nine people answer four questions, and one answers six: what rests on that one is not told.
#[test]
fn a_figure_of_one_person_among_ten_is_not_told() {
    let catalogue = small();
    let kinds = answers(&catalogue, &["2344--", "3523--", "4252--", "5431--", "135255"]);
    let people = (0..9).map(|of| (&kinds[of % 4], "North")).chain([(&kinds[4], "North")]);
    let others = (0..12).map(|of| (&kinds[of % 4], "South"));
    let cohort =
        cohort_of(&counted(&catalogue, Some("site"), people.chain(others)), &catalogue, false);
    assert_eq!((cohort.all.respondents, cohort.all.complete), (22, None));
    let groups: Vec<&People<'_>> = cohort.groups.iter().map(|of| &of.people).collect();
    assert_eq!(groups.len(), 2);
    for of in groups.into_iter().chain([&cohort.all]) {
        assert_eq!(of.complete, None);
        assert!(of.signs.iter().all(|of| of.defined.is_none_or(|people| people != 1)));
    }
    for (place, question) in cohort.questions.iter().enumerate() {
        // The score on numbers is that of sums for all but the one who answered chart too: less
        // the answers to sums it would give both away. Words alone has no such question.
        let is_told = place == 3;
        assert_eq!((question.answered.is_some(), question.mean.is_some()), (is_told, is_told));
        assert_eq!((!question.counts.is_empty(), question.sd.is_some()), (is_told, is_told));
    }
    assert!(cohort.all.interests.iter().all(|of| of.mean.is_some()));
}

#[test]
fn fewer_than_ten_are_told_to_their_adviser() {
    let catalogue = small();
    let kinds = answers(&catalogue, &["511555", "125511"]);
    let of = |people: usize| {
        let people = kinds.iter().cycle().take(people).map(|of| (of, "South"));
        cohort_of(&counted(&catalogue, Some("site"), people), &catalogue, false)
    };
    let small = of(2);
    assert!(small.small && !small.private && small.notice.starts_with("For you alone: "));
    assert_eq!(small.all.complete, Some(2));
    assert_eq!(small.questions[0].counts, [1, 0, 0, 0, 1]);
    assert!(small.groups.is_empty());
    let enough = of(10);
    assert!(!enough.small && enough.notice.starts_with("Every figure here rests on ten people"));
    assert_eq!(enough.groups.len(), 1);
    assert!(!of(0).small);
}
