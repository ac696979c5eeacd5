//! Whether what people were told came true: on choices whose truth is known.

use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::catalogue::{Catalogue, Role};
use rolefit_engine::cohort::{
    Audience, ChoiceWords, Choices, Chosen, ChosenFigures, Cohort, Extras, Person, Summary,
    WrittenChoice,
};
use rolefit_engine::report::{Explain, Reporter, report};
use rolefit_engine::sheet::{Answers, Sheet};
use rolefit_engine::simulation::{Respondent, simulate};

use crate::cohort::answers;
use crate::support::{lasting, middle, small};

/// What comes of people with these answers and these choices.
fn chosen<'c>(
    catalogue: &'c Catalogue,
    people: &[(Answers<'c>, String)],
    audience: Audience,
) -> Chosen<'c> {
    let reporter = Reporter::new(catalogue);
    let words = ChoiceWords::of(catalogue);
    let (mut summary, mut choices) = (Summary::of(catalogue, None), Choices::default());
    for (answers, cell) in people {
        let person = Person::of(&reporter, &Sheet::new(answers.clone()));
        summary.add(&person, None).unwrap();
        choices.add(&person, cell, &words);
    }
    let cohort = Cohort::of(&summary, catalogue, Extras::default(), audience).unwrap();
    cohort.with_choices(catalogue, "job", &choices).chosen.unwrap()
}

fn figures<'c>(of: &'c Chosen<'_>) -> &'c ChosenFigures<'c> {
    of.figures.as_ref().unwrap()
}

/// The id of the first role of these answers.
fn first(catalogue: &Catalogue, digits: &str) -> String {
    let answers = answers(catalogue, &[digits]).remove(0);
    let report = report(&Sheet::new(answers), Explain::Nothing);
    report.roles[0].id.to_string()
}

#[test]
fn hits_and_the_base_rate_by_hand() {
    let catalogue = lasting(small());
    let (one, other) = ("521254", "153423");
    let (a, b) = (first(catalogue, one), first(catalogue, other));
    assert_ne!(a, b);
    // Ten told a: seven chose it, three b. Eight told b: two chose it, six a.
    let of = |digits: &str, cell: &str, count: usize| {
        let answers = answers(catalogue, &[digits]).remove(0);
        vec![(answers, cell.to_owned()); count]
    };
    let people = [of(one, &a, 7), of(one, &b, 3), of(other, &b, 2), of(other, &a, 6)].concat();
    let told = chosen(catalogue, &people, Audience::Adviser);
    let told = figures(&told);
    assert_eq!((told.first.hits, told.first.share), (9, 0.5));
    // Wilson of 9 of 18: 0.2903 to 0.7097.
    assert!((told.first.lower - 0.290_3).abs() < 1e-4 && (told.first.upper - 0.709_7).abs() < 1e-4);
    // Shuffled: ten have a first, and 13 of 18 chose a; eight have b first, and 5 of 18 chose b.
    assert!((told.first.expected - (10.0 * 13.0 + 8.0 * 5.0) / 18.0).abs() < 1e-12);
    // Most others chose a, whoever is left out: right for the 13 who chose it.
    assert_eq!((told.usual.hits, told.usual.share), (13.0, 13.0 / 18.0));
    // Right alone: first for the two who were told b and chose it; usual for the six others.
    let paired = told.usual.paired.unwrap();
    assert_eq!((paired.first_alone, paired.usual_alone), (2, 6));
    // 2 · P(at most 2 of 8 coins) = 2 · 37 / 256.
    assert!((paired.p - 74.0 / 256.0).abs() < 1e-12);
    let roles: Vec<(String, u64, u64)> =
        told.roles.iter().map(|of| (of.id.to_string(), of.respondents, of.first)).collect();
    assert_eq!(roles, [(a, 13, 7), (b, 5, 2)]);
}

#[test]
fn ties_of_the_most_usual_choice_are_shared() {
    let catalogue = lasting(small());
    let digits = "521254";
    let of = |cell: &str, count: usize| {
        vec![(answers(catalogue, &[digits]).remove(0), cell.to_owned()); count]
    };
    // Of the others of a clerk five are clerks and five guides: half a hit each; of those of a
    // guide six are clerks, and that is wrong.
    let people = [of("clerk", 6), of("guide", 5)].concat();
    let told = chosen(catalogue, &people, Audience::Adviser);
    assert_eq!(figures(&told).usual.hits, 3.0);
    assert!(figures(&told).usual.paired.is_none(), "a lead of one is none");
    // As many of each: without the own one the other leads.
    let people = [of("clerk", 6), of("guide", 6)].concat();
    let told = chosen(catalogue, &people, Audience::Adviser);
    assert_eq!(figures(&told).usual.hits, 0.0);
    assert_eq!(figures(&told).usual.roles.len(), 2);
    assert_eq!((figures(&told).usual.respondents, figures(&told).usual.paired), (6, None));
}

/// The role whose profile is the most similar to these true interests.
fn truly_first<'c>(catalogue: &'c Catalogue, of: &Respondent<'_>) -> &'c Role {
    let mean = |of: &[f64]| of.iter().sum::<f64>() / of.len() as f64;
    let centred = |of: &[f64]| of.iter().map(|value| value - mean(of)).collect::<Vec<f64>>();
    let interests: Vec<f64> = of.interests.iter().copied().collect();
    let interests = centred(&interests);
    let similarity = |role: &Role| {
        let profile = centred(role.profile.weights());
        let norm = profile.iter().map(|value| value * value).sum::<f64>().sqrt();
        profile.iter().zip(&interests).map(|(of, at)| of * at).sum::<f64>() / norm
    };
    let roles = catalogue.careers().roles.iter();
    roles.max_by(|a, b| similarity(a).total_cmp(&similarity(b))).unwrap()
}

/// People who choose the role that is truly their best, as they were drawn: the stated chances
/// hold, and the leading set has it for about 80 %.
#[test]
fn the_stated_chances_hold_of_people_who_choose_their_best() {
    let catalogue = lasting(middle());
    let mut too_far = 0;
    let (runs, size) = (20, 300);
    let people = simulate(catalogue, runs * size);
    for people in people.chunks(size) {
        let people: Vec<(Answers<'_>, String)> = people
            .iter()
            .map(|of| (of.answers.clone(), truly_first(catalogue, of).id.to_string()))
            .collect();
        let told = chosen(catalogue, &people, Audience::Anyone);
        let told_people = told.respondents;
        assert!(told_people + 3 > size as u64, "{told_people} can be matched");
        let told = figures(&told);
        too_far += usize::from(told.stated.p < 0.05);
        assert!((told.stated.stated - told.stated.observed).abs() < 0.12);
        assert!((0.7..0.92).contains(&told.leading.share), "{}", told.leading.share);
        assert!(told.first.p < 0.01 && told.first.share > told.usual.share);
        assert!(told.stated.bins.iter().all(|bin| bin.respondents >= 10));
        let all: u64 = told.stated.bins.iter().map(|bin| bin.respondents).sum();
        assert_eq!(all, told_people);
    }
    // One of twenty is expected.
    assert!(too_far <= 4, "{too_far} of {runs}");
}

/// People who choose whatever the one before them was told: answers say nothing of it.
#[test]
fn choices_that_have_nothing_to_do_with_answers_are_told_so() {
    let catalogue = lasting(middle());
    let (runs, size) = (20, 120);
    let people = simulate(catalogue, runs * size);
    let mut told_apart = 0;
    for people in people.chunks(size) {
        let others = people.iter().cycle().skip(1);
        let people: Vec<(Answers<'_>, String)> = people
            .iter()
            .zip(others)
            .map(|(of, other)| (of.answers.clone(), truly_first(catalogue, other).name.clone()))
            .collect();
        let told = chosen(catalogue, &people, Audience::Anyone);
        told_apart += usize::from(figures(&told).first.p < 0.05);
    }
    assert!(told_apart <= 4, "{told_apart} of {runs}");
}

#[test]
fn figures_that_would_tell_of_single_people_are_left_out() {
    let catalogue = lasting(small());
    let (one, other) = ("521254", "153423");
    let (a, b) = (first(catalogue, one), first(catalogue, other));
    let of = |digits: &str, cell: &str, count: usize| {
        vec![(answers(catalogue, &[digits]).remove(0), cell.to_owned()); count]
    };
    let is_told = |people: &[(Answers<'_>, String)]| {
        let padding = of(one, "", 20);
        let people = [people, &padding].concat();
        chosen(catalogue, &people, Audience::Anyone).figures.is_some()
    };
    assert!(!is_told(&[of(one, &a, 5), of(other, &a, 4)].concat()), "nine");
    // Whoever sees that all of them, or all but one, had it first knows what they answered.
    assert!(!is_told(&of(one, &a, 30)));
    assert!(!is_told(&[of(one, &a, 30), of(other, &a, 1)].concat()));
    // Of a role that ten chose, and all of them had it first, nothing is told; nor of the most
    // usual one in pairs.
    let people = [of(one, &a, 30), of(other, &a, 20), of(other, &b, 12), of(one, &b, 2)].concat();
    let told = chosen(catalogue, &[people, of(one, "", 9)].concat(), Audience::Anyone);
    let names: Vec<String> = figures(&told).roles.iter().map(|of| of.id.to_string()).collect();
    assert!(names.iter().all(|name| *name != b) || names.len() == 2, "{names:?}");
    // An adviser sees all.
    let few = chosen(catalogue, &of(one, &a, 3), Audience::Adviser);
    assert_eq!(figures(&few).first.hits, 3);
}

#[test]
fn a_choice_is_an_id_a_name_or_what_the_map_says() {
    let catalogue = small();
    let words = ChoiceWords::of(&catalogue);
    let clerk = catalogue.careers().roles.indices().next().unwrap();
    for cell in ["clerk", " Clerk ", "CLERK.", "“clerk”"] {
        assert_eq!(words.read(cell), WrittenChoice::Role(clerk), "{cell}");
    }
    assert_eq!(words.read("  "), WrittenChoice::Nothing);
    assert_eq!(words.read("Clerc"), WrittenChoice::Unknown);
    let source =
        Source::decode("map.yaml", "Bookkeeper: clerk\nNone of these:\nClerk: guide\n".as_bytes())
            .unwrap();
    let words = words.with_map(&catalogue, &source).unwrap();
    assert_eq!(words.read("bookkeeper"), WrittenChoice::Role(clerk));
    assert_eq!(words.read("none of these"), WrittenChoice::Nothing);
    assert_ne!(words.read("Clerk"), WrittenChoice::Role(clerk), "the map stands before the name");
}
