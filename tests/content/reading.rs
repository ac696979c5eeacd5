//! What an applicant reads is easy to read: the questions, the pages of roles and modules, a
//! result, and what the README says to them.

use rolefit_engine::catalogue::Role;

use crate::support::{Run, root, shipped};

/// Who has had so many years of school, from about the age of six, reads our texts with ease.
const HIGHEST_GRADE: f64 = 8.0;

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

/// The sentences of paragraphs. A colon ends one as a full stop does: what follows stands by
/// itself.
fn sentences(paragraphs: &[String]) -> Vec<Vec<String>> {
    let ends = |word: &String| word.ends_with(['.', '!', '?', ':', ';']);
    let words = paragraphs.iter().map(|of| of.split_whitespace().map(str::to_owned).collect());
    let parted = words.flat_map(|words: Vec<String>| {
        words.split_inclusive(ends).map(<[String]>::to_vec).collect::<Vec<_>>()
    });
    parted.map(unnamed).collect()
}

/// A sentence with one short word for each name: nobody reads a name by its syllables. A name is
/// a run of words that begin with a capital, but for the first word of the sentence, or that are
/// all capitals.
fn unnamed(sentence: Vec<String>) -> Vec<String> {
    const NAME: &str = "Ann";
    let mut words: Vec<String> = Vec::new();
    for (place, word) in sentence.into_iter().enumerate() {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let capital = letters.next().is_some_and(char::is_uppercase);
        let capitals = capital && letters.next().is_some_and(char::is_uppercase);
        if !(capitals || capital && place > 0) {
            words.push(word);
        } else if words.last().is_none_or(|before| before != NAME) {
            words.push(NAME.to_owned());
        }
    }
    words
}

/// How many words paragraphs have, and Flesch and Kincaid's reading grade of them (1975).
fn grade(paragraphs: &[String]) -> (usize, f64) {
    let sentences = sentences(paragraphs);
    let words = || sentences.iter().flatten().filter(|of| of.contains(char::is_alphabetic));
    let sounds: usize = words().map(|word| syllables(word)).sum();
    let (count, sounds) = (words().count(), sounds as f64);
    let words = count as f64;
    (count, 0.39 * words / sentences.len() as f64 + 11.8 * sounds / words - 15.59)
}

/// Holds a text of more than a hundred words to the grade.
fn is_easy(what: &str, paragraphs: &[String]) {
    let (words, grade) = grade(paragraphs);
    println!("{grade:4.1} {words:5} words  {what}");
    assert!(words <= 100 || grade <= HIGHEST_GRADE, "{what}: grade {grade:.1}");
}

/// The paragraphs and list items of Markdown, without tables, code and addresses.
fn paragraphs(markdown: &str) -> Vec<String> {
    let mut found: Vec<String> = vec![String::new()];
    let mut is_code = false;
    for line in markdown.lines() {
        if line.starts_with("```") {
            is_code = !is_code;
            continue;
        }
        let item = line.trim_start().strip_prefix("- ");
        if is_code || item.is_some() || line.is_empty() || line.starts_with(['|', '#']) {
            found.push(item.unwrap_or_default().to_owned());
        } else {
            let last = found.last_mut().unwrap();
            *last = format!("{last} {line}");
        }
    }
    let texts = found.iter().map(|of| without_code(of).replace("**", ""));
    texts.filter(|of| of.contains(char::is_alphabetic) && !of.contains("](")).collect()
}

/// A text with "it" for what is to be typed.
fn without_code(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts.map(|(place, part)| if place % 2 == 0 { part } else { "it" }).collect()
}

#[test]
fn syllables_are_counted_about_right() {
    let counted = ["the", "people", "hospital", "scale", "table", "idea", "DNA's", "care"];
    assert_eq!(counted.map(syllables), [1, 2, 3, 1, 2, 2, 1, 1]);
}

#[test]
fn a_grade_is_what_the_formula_gives_by_hand() {
    // Two sentences, seven words, eight syllables: 0.39 × 3.5 + 11.8 × 8 / 7 - 15.59.
    let text = ["A nurse asks. Patients wait for him.".to_owned()];
    assert_eq!(grade(&text).0, 7);
    assert!((grade(&text).1 + 0.739_29).abs() < 1e-4, "{}", grade(&text).1);
    // A name is one short word, however long; a short form of capitals is one, too.
    let named = ["Ask National Health Service Digital. HCPC registers her.".to_owned()];
    let plain = ["Ask Ann. Ann registers her.".to_owned()];
    assert_eq!(grade(&named), grade(&plain));
}

#[test]
fn prose_is_told_from_tables_code_and_addresses() {
    let text = "# A\nOne\ntwo.\n\n| t | u |\n- `x -y` three\n- [a](b)\n```sh\ncode\n```\nFour.";
    let found: Vec<String> = paragraphs(text).iter().map(|of| of.trim().to_owned()).collect();
    assert_eq!(found, ["One two.", "it three", "Four."]);
}

#[test]
fn the_questions_read_like_something_for_a_fourteen_year_old() {
    let catalogue = shipped();
    let questions = &catalogue.questionnaire().questions;
    let texts: Vec<String> = questions.iter().map(|question| question.text.clone()).collect();
    let grade = grade(&texts).1;
    println!("Flesch-Kincaid grade of the questions: {grade:.1}");
    // Fourteen years are the eighth to ninth year of school.
    assert!((5.0..=9.0).contains(&grade), "{grade}");
}

/// All that the page of a role says, but for links.
fn page(role: &Role) -> Vec<String> {
    let routes = role.routes.iter().map(|(_, advice)| &advice.text);
    let asked = role
        .contact
        .iter()
        .flat_map(|of| of.from.iter().map(|(_, advice)| advice).chain([&of.anyone]));
    let advice = role.trial.iter().chain(asked).map(|advice| &advice.text);
    let pay = role.pay.iter().flat_map(|pay| &pay.note);
    let own = [&role.line, &role.day, &role.way_in].into_iter().flatten();
    let lists = role.activities.iter().chain(&role.asks);
    let texts = [&role.summary].into_iter().chain(own).chain(lists).chain(routes);
    texts.chain(advice).chain(pay).cloned().collect()
}

#[test]
fn the_pages_of_roles_are_easy_to_read() {
    let catalogue = shipped();
    for role in &catalogue.careers().roles {
        is_easy(&role.id.to_string(), &page(role));
    }
    let modules: Vec<String> =
        catalogue.careers().modules.iter().map(|module| module.summary.clone()).collect();
    is_easy("the modules", &modules);
}

#[test]
fn results_are_easy_to_read() {
    let asked = shipped().questionnaire().questions.len();
    for kind in ["12345", "5142343", "45", "3", "1-5", "2", "5"] {
        let answers: String = kind.chars().cycle().take(asked).collect();
        let run = Run::shipped(["score", "--format", "markdown", "--explain"]);
        let result = run.arg("--answers").arg(&answers).output().stdout;
        is_easy(&answers, &paragraphs(&result));
    }
}

#[test]
fn what_the_readme_says_to_applicants_is_easy_to_read() {
    let text = std::fs::read_to_string(root().join("README.md")).unwrap();
    let sections = text.split("\n## ").filter(|of| !of.contains("For scripts"));
    for section in sections.take(3) {
        is_easy(section.lines().next().unwrap(), &paragraphs(section));
    }
}
