//! The built-in content, held to what its readers need: plain words, names that
//! are explained, pages that exist.
use rolefit_engine::catalogue::StartingPoint;

use crate::support::shipped;

/// The syllables of a word, about: runs of vowels, less a silent e at the end.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let is_vowel = |c: char| "aeiouy".contains(c);
    let mut runs = 0;
    let mut before = false;
    for letter in &letters {
        let vowel = is_vowel(*letter);
        runs += usize::from(vowel && !before);
        before = vowel;
    }
    let sounded = match letters.as_slice() {
        [.., before, 'l', 'e'] => !is_vowel(*before),
        _ => false,
    };
    let silent = word.ends_with('e') && !sounded && runs > 1;
    (runs - usize::from(silent)).max(1)
}

/// Flesch and Kincaid's reading grade (1975): the years of school, from about
/// the age of six, after which a text is read with ease.
fn grade<'t>(sentences: impl Iterator<Item = &'t str>) -> f64 {
    let (mut count, mut words, mut sounds) = (0.0, 0.0, 0.0);
    for sentence in sentences {
        count += 1.0;
        for word in sentence.split_whitespace() {
            words += 1.0;
            sounds += syllables(word) as f64;
        }
    }
    0.39 * words / count + 11.8 * sounds / words - 15.59
}

#[test]
fn syllables_are_counted_about_right() {
    let counted = ["the", "people", "hospital", "scale", "table", "idea", "DNA's", "care"];
    assert_eq!(counted.map(syllables), [1, 2, 3, 1, 2, 2, 1, 1]);
}

#[test]
fn the_questions_read_like_something_for_a_fourteen_year_old() {
    let catalogue = shipped();
    let questions = &catalogue.questionnaire().questions;
    let grade = grade(questions.iter().map(|question| question.text.as_str()));
    println!("Flesch-Kincaid grade of the questions: {grade:.1}");
    // Fourteen years are the eighth to ninth year of school.
    assert!((5.0..=9.0).contains(&grade), "{grade}");
}

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
            let hedge = HEDGES.iter().find(|hedge| text.to_lowercase().contains(*hedge));
            assert_eq!(hedge, None, "{}: {text}", role.id);
        }
    }
}

#[test]
fn the_pages_of_roles_name_only_what_they_explain_and_where_to_read_on() {
    let catalogue = shipped();
    for role in &catalogue.careers().roles {
        let id = &role.id;
        let way_in = role.way_in.as_deref().unwrap();
        for (short, long) in [
            ("STP", "NHS Scientist Training Programme (STP)"),
            ("HCPC", "Health and Care Professions Council (HCPC)"),
            ("NCCQ", "National Clinical Coding Qualification (NCCQ)"),
            ("CIO", "chief information officer (CIO)"),
        ] {
            let page = format!("{} {way_in}", role.summary);
            assert!(!page.contains(short) || page.contains(long), "{id}: {short}");
        }
        assert!(!role.links.is_empty(), "{id} has no link");
        assert_eq!(role.routes.iter().count(), StartingPoint::ALL.len(), "{id}");
        assert!(role.contact.is_some(), "{id}");
        let advice = role.routes.iter().map(|(_, route)| route);
        let advice: Vec<_> =
            advice.chain(&role.trial).chain(role.contact.iter().map(|of| &of.anyone)).collect();
        // A link says when it was seen to hold what is said of it.
        for link in role.links.iter().chain(advice.iter().flat_map(|of| &of.links)) {
            assert!(link.seen.is_some_and(|year| year >= 2012), "{id}: {}", link.url);
        }
        // What nobody could look up is hedged, and nobody is told that a way is closed.
        for bold in ["always", "must ", "never need", "do not need", "guarantee"] {
            let mut texts = advice.iter().map(|of| of.text.as_str()).chain([way_in]);
            assert!(texts.all(|text| !text.contains(bold)), "{id}: {bold}");
        }
        assert!(role.day.as_deref().unwrap().contains("may"), "{id}: a day is an example");
    }
}

#[test]
fn every_role_says_in_a_line_what_people_in_it_do() {
    for role in &shipped().careers().roles {
        let line = role.line.as_deref().unwrap();
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
        assert_eq!(question.loadings.len(), 1);
        assert!(place == 0 || of(place) != of(place - 1), "{} follows its own kind", question.id);
    }
    for interest in questionnaire.interests.indices() {
        let on = || questionnaire.questions.iter().filter(|of| of.weight(interest) > 0.0);
        // Three questions are the fewest of which the audit does not warn.
        assert!(on().count() >= 3);
        assert_eq!(on().filter(|of| of.short).count(), 2);
    }
    let roles = &catalogue.careers().roles;
    assert!(roles.iter().all(|role| !role.evidence.is_empty() && !role.modules.is_empty()));
}
