//! Two roles side by side, and where a role stands: sentences against likes and profiles
//! worked out by hand.

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::report::{Explain, Report, report};
use rolefit_engine::sheet::{Answers, Sheet};
use rolefit_engine::telling::result::{Detail, PairText, ResultSource, standing};

use crate::support::no_commands::NoCommands;
use crate::support::{CAREERS, QUESTIONS, catalogue, middle, small};

/// What `tell` makes of the result of some answers.
fn told<T>(
    catalogue: &Catalogue,
    digits: &str,
    tell: impl Fn(&ResultSource<'_>, &Report<'_>) -> T,
) -> T {
    let sheet = Sheet::new(Answers::from_digits(catalogue, digits).unwrap());
    let report = report(&sheet, Explain::Everything);
    let detail = Detail { top: 9, explain: false };
    let source = ResultSource { sheet: &sheet, report: &report, detail, commands: &NoCommands };
    tell(&source, &report)
}

/// The pair of two roles by their ids, and what speaks for either of them.
fn pair(catalogue: &Catalogue, digits: &str, ids: [&str; 2]) -> (PairText, Vec<Vec<String>>) {
    told(catalogue, digits, |source, report| {
        let place = |id: &str| report.roles.iter().position(|role| role.id.as_str() == id).unwrap();
        let pair = PairText::of(source, ids.map(place)).unwrap();
        let side = |of: &rolefit_engine::telling::result::PairSide| {
            let sentences = of.sentences.iter().map(ToString::to_string);
            std::iter::once(of.label.to_string()).chain(sentences).collect()
        };
        let apart = pair.apart.iter().map(side).collect();
        (pair, apart)
    })
}

// Numbers are liked (5 and 5: 1), people are not (1, and 5 reversed: -1), things are
// (4, and 5 at half: 2/3), words are in the middle (3: 0), below the level of 1/6.
const DIGITS: &str = "514355";

#[test]
fn a_pair_says_who_likes_what_and_which_job_has_it() {
    let catalogue = small();
    // Clerk: numbers 3, words 1. Guide: people 3, words 1. Words do not tell them apart.
    let (text, apart) = pair(&catalogue, DIGITS, ["guide", "clerk"]);
    assert_eq!(text.heading.as_str(), "Clerk or Guide?");
    assert_eq!(
        apart,
        [[
            "For Clerk:",
            "You dislike People: the first job has little of it, the second much.",
            "You like Numbers: the first job has much of it, the second little.",
        ]]
    );
    // Smith: things 3, numbers 1.
    let (_, apart) = pair(&catalogue, DIGITS, ["clerk", "smith"]);
    assert_eq!(apart.len(), 2);
    assert_eq!(apart[0][0], "For Clerk:");
    assert!(apart[0][1].starts_with("You like Numbers: the first job has much of it"));
    assert_eq!(
        apart[1],
        [
            "For Smith:",
            "You like Things: the first job has little of it, the second much.",
            // Of words the one has as much as of all on average, the other less.
            "You like Words less than the rest: the first job has more of it than the second.",
        ]
    );
}

#[test]
fn of_two_jobs_that_both_have_it_a_pair_says_which_has_more() {
    let careers = "format: 1\nroles:\n  - {id: one, name: One, summary: s, profile: {numbers: 3}}\n  \
                   - {id: two, name: Two, summary: s, profile: {numbers: 3, things: 2}}\n";
    let catalogue = catalogue(QUESTIONS, careers);
    // Things are liked as well, so that the second of the file is the first of the two.
    let (text, apart) = pair(&catalogue, DIGITS, ["one", "two"]);
    assert_eq!(text.heading.as_str(), "Two or One?");
    let less = "You like Numbers: the first job has less of it than the second.";
    assert!(apart[1].contains(&less.to_owned()), "{apart:#?}");
    let things = "You like Things: the first job has much of it, the second little.";
    assert!(apart[0].contains(&things.to_owned()), "{apart:#?}");
}

#[test]
fn nothing_sets_two_jobs_of_one_profile_apart() {
    let careers =
        CAREERS.replace("profile: {people: 3, words: 1}", "profile: {numbers: 3, words: 1}");
    let (_, apart) = pair(&catalogue(QUESTIONS, &careers), DIGITS, ["clerk", "guide"]);
    assert!(apart.is_empty(), "{apart:#?}");
}

#[test]
fn each_of_a_pair_has_its_line_its_chance_and_its_way_in() {
    let catalogue = middle();
    let (text, _) = pair(&catalogue, "452314523145231", ["house-actor", "set-carpenter"]);
    assert_eq!(text.roles.len(), 2);
    for (role, which) in text.roles.iter().zip(["first", "second"]) {
        let name = role.heading.strip_prefix(&format!("The {which} job: ")).unwrap();
        let known = catalogue.careers().roles.iter().find(|of| of.name == name).unwrap();
        assert_eq!(role.line.as_str(), known.line.as_deref().unwrap());
        assert!(role.standing.starts_with("Number "), "{}", role.standing);
        assert!(
            role.standing.ends_with(" in 100 that it is your best match."),
            "{}",
            role.standing
        );
        // The way in, and the pages to read.
        assert_eq!(role.sections.len(), 2, "{:?}", role.sections);
    }
}

#[test]
fn where_all_is_disliked_a_role_stands_by_how_little() {
    let catalogue = middle();
    for (digits, least) in [("111212111111121", true), ("452314523145231", false)] {
        told(&catalogue, digits, |source, report| {
            for role in &report.roles {
                let standing = standing(source, role);
                assert_eq!(standing.contains("best match"), !least, "{standing}");
                assert_eq!(standing.ends_with(" in 100 that you dislike it least."), least);
                let number = format!("Number {} of 6", role.rank);
                assert!(standing.starts_with(&number), "{standing}");
            }
        });
    }
}
