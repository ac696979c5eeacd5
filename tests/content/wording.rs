//! The built-in content, held to what its readers need: plain words, names that
//! are explained, pages that exist.
use rolefit_engine::catalogue::{Id, StartingPoint};

use crate::support::shipped;

/// What is said where nothing is known.
const HEDGES: [&str; 12] = [
    "may be no",
    "may well",
    "may come",
    "may ask",
    "way may be",
    "thought to",
    "said to be",
    "believed to",
    "seems to",
    "probably",
    "apparently",
    "only a guide",
];

#[test]
fn where_nothing_is_known_of_a_role_nothing_is_said() {
    let catalogue = shipped();
    for role in &catalogue.careers().roles {
        let advised = role.routes.iter().map(|(_, advice)| &advice.text);
        let asked = role
            .contact
            .iter()
            .flat_map(|of| of.from.iter().map(|(_, advice)| advice).chain([&of.anyone]));
        let others = role.trial.iter().chain(asked).map(|advice| &advice.text);
        let pay = role.pay.iter().flat_map(|pay| [&pay.note, &pay.source]).flatten();
        // A day is an example, and says so.
        let own = [&role.line, &role.way_in, &role.family].into_iter().flatten();
        let lists = role.activities.iter().chain(&role.asks);
        let texts = advised.chain(others).chain(pay).chain(own).chain(lists).chain([&role.summary]);
        for text in texts {
            if let Some(hedge) = HEDGES.iter().find(|hedge| text.to_lowercase().contains(*hedge)) {
                panic!("{}: {hedge:?}: leave out what is not known: {text}", role.id);
            }
        }
    }
}

/// What a field of a role says.
#[track_caller]
fn told<'r>(field: Option<&'r str>, name: &str, role: &Id) -> &'r str {
    field.unwrap_or_else(|| panic!("{role}: add {name}; CONTRIBUTING.md has the fields"))
}

#[test]
fn the_pages_of_roles_name_only_what_they_explain_and_where_to_read_on() {
    let catalogue = shipped();
    for role in &catalogue.careers().roles {
        let id = &role.id;
        let way_in = told(role.way_in.as_deref(), "way_in", id);
        for (short, long) in [
            ("STP", "NHS Scientist Training Programme (STP)"),
            ("HCPC", "Health and Care Professions Council (HCPC)"),
            ("NCCQ", "National Clinical Coding Qualification (NCCQ)"),
            ("CIO", "chief information officer (CIO)"),
        ] {
            let page = format!("{} {way_in}", role.summary);
            assert!(!page.contains(short) || page.contains(long), "{id}: {short}");
        }
        assert!(!role.links.is_empty(), "{id}: add links, where to read on");
        let routes = role.routes.iter().count();
        assert_eq!(routes, StartingPoint::ALL.len(), "{id}: add a route from each starting point");
        assert!(role.contact.is_some(), "{id}: add ask, whom to ask");
        let advice = role.routes.iter().map(|(_, route)| route);
        let advice: Vec<_> =
            advice.chain(&role.trial).chain(role.contact.iter().map(|of| &of.anyone)).collect();
        // A link says when it was seen to hold what is said of it.
        for link in role.links.iter().chain(advice.iter().flat_map(|of| &of.links)) {
            assert!(link.seen.is_some_and(|year| year >= 2012), "{id}: seen of {}", link.url);
        }
        // What nobody could look up is hedged, and nobody is told that a way is closed.
        for bold in ["always", "must ", "never need", "do not need", "guarantee"] {
            let mut texts = advice.iter().map(|of| of.text.as_str()).chain([way_in]);
            assert!(texts.all(|text| !text.contains(bold)), "{id}: {bold}");
        }
        assert!(
            told(role.day.as_deref(), "day", id).contains("may"),
            "{id}: a day is an example: may"
        );
    }
}

#[test]
fn every_role_says_in_a_line_what_people_in_it_do() {
    for role in &shipped().careers().roles {
        let line = told(role.line.as_deref(), "line", &role.id);
        assert!(!line.ends_with('.') && !line.contains(&role.name), "{}: {line}", role.id);
        // A verb in the third person: "Builds and mends ...".
        assert!(line.split(' ').next().unwrap().ends_with('s'), "{}: {line}", role.id);
    }
}

#[test]
fn the_questions_follow_the_rules_of_contributing() {
    let catalogue = shipped();
    let questionnaire = catalogue.questionnaire();
    let of = |question: usize| questionnaire.questions.as_slice()[question].loadings[0].interest;
    for (place, question) in questionnaire.questions.iter().enumerate() {
        let words: Vec<&str> = question.text.split_whitespace().collect();
        assert!(words.len() <= 18, "{}", question.text);
        for word in ["and", "or", "not", "never", "no", "he", "she", "his", "her"] {
            assert!(!words.contains(&word), "{}: {word}", question.text);
        }
        assert_eq!(question.loadings.len(), 1, "{}: name one interest", question.id);
        assert!(place == 0 || of(place) != of(place - 1), "{} follows its own kind", question.id);
    }
    for interest in questionnaire.interests.indices() {
        let on = || questionnaire.questions.iter().filter(|of| of.weight(interest) > 0.0);
        // Three questions are the fewest of which the audit does not warn.
        assert!(on().count() >= 3);
        let short = on().filter(|of| of.short).count();
        let name = &questionnaire.interests[interest].id;
        assert_eq!(short, 2, "{name}: so many questions of it have short: true");
    }
    let roles = &catalogue.careers().roles;
    assert!(roles.iter().all(|role| !role.evidence.is_empty() && !role.modules.is_empty()));
}
