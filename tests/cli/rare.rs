//! Answers that few people give: what the result says of them is true.

use crate::support::run::words;
use crate::support::{CAREERS, QUESTIONS, Run};

/// Answers to the middle questionnaire that make three roles lead.
const ANSWERS: &str = "453152345123451";

fn scored(answers: &str) -> Run {
    Run::middle(["score", "--answers", answers])
}

/// With every interest but those named of no importance.
fn only(answers: &str, kept: &[&str]) -> Run {
    let others = ["building", "acting", "hosting", "money", "writing"];
    let others = others.iter().filter(|interest| !kept.contains(interest));
    others.fold(scored(answers), |run, interest| run.arg(format!("--importance={interest}=0")))
}

#[test]
fn a_ranking_of_dislikes_is_called_one() {
    let said = "None of this came out as something you like";
    let disliked = "111212111111121";
    for format in ["text", "markdown", "html"] {
        assert!(scored(disliked).arg("--format").arg(format).words().contains(said), "{format}");
    }
    assert!(!scored(ANSWERS).words().contains(said));
    // One liked interest is enough.
    assert!(!Run::small(["score", "--answers", "551111"]).words().contains(said));
}

#[test]
fn interests_that_do_not_count_are_not_said_to_be_the_same() {
    // The three that count come out the same, and the others do not.
    let result = only("513543244321353", &["building", "hosting", "writing"]).words();
    assert!(
        result.contains(
            "The interests that count here, those with answers and of some importance to you, all \
             come out the same."
        ),
        "{result}"
    );
    let result = only(ANSWERS, &["building"]).words();
    assert!(result.contains("At most one interest was given any importance"), "{result}");
    let equal = scored("444444444444444").words();
    assert!(equal.contains("Your answers come out the same for every interest"), "{equal}");
}

#[test]
fn fits_of_two_interests_are_not_told_without_a_caution() {
    let caution = "Only two interests count with what you said matters.";
    let answers = "513533244321352";
    let result = only(answers, &["building", "acting"]).told();
    assert!(result.contains(caution), "{result}");
    // A role that cannot be matched costs the others none of their columns.
    assert!(result.contains("fit         best\n  1* Lighting Technician    "), "{result}");
    assert!(result.contains("\n  6  Treasurer: cannot be matched\n"), "{result}");
    assert!(words(&result).contains("A role that cannot be matched is one in"), "{result}");
    let three = only(answers, &["building", "acting", "hosting"]).words();
    assert!(!three.contains(caution), "{three}");
}

#[test]
fn answers_that_are_all_the_same_are_one_sign() {
    let result = scored("111111111111111").words();
    assert!(
        result.contains("All your answers are the same. This happens to careful people too"),
        "{result}"
    );
    assert!(!result.contains("differ very little"), "{result}");
}

#[test]
fn a_sum_without_a_rest_is_not_said_to_have_one() {
    let careers = "format: 1\nroles:\n  - {id: a, name: A, summary: s, profile: {people: 3, words: 1}}\n  \
                   - {id: b, name: B, summary: s, profile: {numbers: 3, things: 1}}\n";
    let result = Run::with(["score", "--explain", "--answers=155551"], QUESTIONS, careers).words();
    let contrast = result.split_once(" or ").unwrap().1;
    let named = contrast.split_once(" What would put another").unwrap().0;
    assert_eq!(named.matches("(+").count() + named.matches("(-").count(), 4, "{named}");
    assert!(!named.contains("All the rest"), "{named}");
}

#[test]
fn modules_are_of_no_programme_that_the_careers_do_not_name() {
    let own = |careers: &str, command: [&str; 2]| Run::with(command, QUESTIONS, careers).words();
    let named = CAREERS.replacen("format: 1\n", "format: 1\nprogramme: our own course\n", 1);
    for (careers, score, show) in [
        (
            CAREERS,
            "first year. Every trainee",
            "Modules that prepare for it, the most useful first",
        ),
        (
            &named,
            "Part of our own course, one way into some of these roles. Every trainee",
            "Modules of our own course that prepare for it",
        ),
    ] {
        let result = own(careers, ["score", "--answers=523454"]);
        assert!(result.contains(score) && !result.contains("NHS"), "{result}");
        let page = own(careers, ["show", "clerk"]);
        assert!(page.contains(show) && !page.contains("NHS"), "{page}");
    }
}

#[test]
fn no_module_stands_out_where_none_serves_a_leading_role() {
    let text = "None stands out for the likely roles.";
    // No rotation prepares for the treasurer, who alone leads.
    let result = scored("222522224222252").words();
    assert!(result.contains(&format!("Every trainee takes them all. {text}")), "{result}");
    assert!(!result.contains("all. The most useful"), "{result}");
    assert!(!scored(ANSWERS).words().contains(text));
}

#[test]
fn who_dislikes_nearly_everything_is_shown_no_best_match_and_no_training() {
    let disliked = scored("111511114311151").words();
    assert!(disliked.contains("Least disliked: Treasurer"), "{disliked}");
    for part in ["best match", "Training", "Also worth a look"] {
        assert!(!disliked.contains(part), "{part}: {disliked}");
    }
}

#[test]
fn every_role_that_leads_can_be_read_about() {
    let report = scored(ANSWERS).arg("--format=json").json();
    let result = scored(ANSWERS).arg("--explain").told();
    let leading = report["leading"].as_array().unwrap();
    assert!(leading.len() > 1);
    for role in leading {
        let command = format!("\n      rolefit show {} --questions ", role.as_str().unwrap());
        assert!(result.contains(&command), "{result}");
    }
    // A name leads there, too, as it is written in the result.
    let by_id = Run::middle(["show", "set-carpenter"]).told();
    for name in ["Set Carpenter", "set carpenter"] {
        assert_eq!(Run::middle(["show", name]).told(), by_id);
    }
    Run::middle(["show", "Set Carpentar"])
        .code(2)
        .stderr("error: there is nothing called \"Set Carpentar\"; did you mean set-carpenter?\n")
        .check();
}

#[test]
fn nothing_is_told_of_answers_that_there_are_not() {
    let blank = scored("---------------").words();
    assert!(!blank.contains("scored again"), "{blank}");
    let apart = Run::small(["compare", "a.json", "b.json"])
        .file("a.json", r#"{"answers": {"sums": 1, "talk": 2, "mend": 3}}"#)
        .file("b.json", r#"{"answers": {"write": 4, "chart": 2}}"#);
    let apart = apart.words();
    assert!(apart.contains("No question was answered in both"), "{apart}");
    assert!(!apart.contains("No answer moved"), "{apart}");
}
