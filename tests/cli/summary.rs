//! What comes first in a result: a few lines that agree with the report's numbers.

use serde_json::Value;

use crate::support::run::words;
use crate::support::{CAREERS, MIDDLE_CAREERS, QUESTIONS, Run};

const ANSWERS: &str = "452314523145231";

fn middle(answers: &str) -> Run {
    Run::middle(["score", "--answers", answers])
}

/// The few lines: all between the number of answers and the ranking.
fn summary(run: &Run) -> String {
    let told = run.told();
    let (before, _) = told.split_once("How the roles compare").unwrap();
    words(before.split_once("questions.").unwrap().1)
}

const CLOSE: &str = "Too close to call, as each may suit you better than the first: ";

/// The same of one role.
const ONE_CLOSE: &str = "Too close to call, as it may suit you better than the first: ";

fn hundredth(chance: &Value) -> String {
    format!("{:.0}", 100.0 * chance.as_f64().unwrap())
}

#[test]
fn the_first_role_its_line_and_its_chance_come_first() {
    let report = middle(ANSWERS).arg("--format=json").json();
    let roles = report["roles"].as_array().unwrap();
    let best = |place: usize| hundredth(&roles[place]["certainty"]["best"]);
    let told = format!(
        "Best match: {} {} About {} chances in 100 that it is your best match; the next is at {}. ",
        roles[0]["name"].as_str().unwrap(),
        roles[0]["line"].as_str().unwrap(),
        best(0),
        best(1),
    );
    let summary = summary(&middle(ANSWERS));
    assert!(summary.trim_start().starts_with(&told), "{told}\n{summary}");
    for jargon in ["average", "similarity", "fit"] {
        assert!(!summary.contains(jargon), "{summary}");
    }
}

#[test]
fn roles_too_close_to_call_are_named_and_then_those_worth_a_look() {
    // Answers that say little: nearly all roles are close.
    for answers in [ANSWERS, "343432334343233", "2-5----4---3---"] {
        let report = middle(answers).arg("--format=json").json();
        let name = |id: &Value| {
            let roles = report["roles"].as_array().unwrap();
            let role = roles.iter().find(|role| role["id"] == *id).unwrap();
            role["name"].as_str().unwrap().to_owned()
        };
        let close = report["too_close"].as_array().unwrap();
        let leading = report["leading"].as_array().unwrap();
        let worth = leading
            .iter()
            .filter(|id| !close.contains(id) && **id != report["roles"][0]["id"])
            .collect::<Vec<_>>();
        let summary = summary(&middle(answers).arg("--explain"));
        let too_close = if close.len() == 1 { ONE_CLOSE } else { CLOSE };
        for (label, ids) in [(too_close, close.iter().collect()), ("Also worth a look: ", worth)] {
            let Some((_, named)) = summary.split_once(label) else {
                assert!(ids.is_empty(), "{answers}: {summary}");
                continue;
            };
            let named = named.split_once('.').unwrap().0;
            assert!(!ids.is_empty());
            for (place, id) in ids.iter().enumerate() {
                assert_eq!(named.contains(&name(id)), place < 5, "{answers}: {summary}");
            }
        }
        assert!(!summary.contains("as good as"), "{summary}");
    }
}

#[test]
fn six_that_are_too_close_are_five_names_and_a_number() {
    let role = |number: u8| {
        format!(
            "  - {{id: r{number}, name: Role {number}, summary: S., profile: {{numbers: 5, people: \
             {}}}}}\n",
            f64::from(number) / 100.0
        )
    };
    let careers =
        (1..=7).fold("format: 1\nroles:\n".to_owned(), |text, number| text + &role(number));
    let run = Run::with(["score", "--explain", "--answers=533333"], QUESTIONS, &careers);
    let summary = summary(&run);
    assert!(summary.contains(CLOSE), "{summary}");
    assert!(summary.contains(" and 1 other."), "{summary}");
    assert_eq!(summary.matches("Role ").count(), 6, "the first and five more: {summary}");
}

#[test]
fn a_reason_is_what_the_person_likes_and_never_a_dislike_that_both_share() {
    // Clerk: numbers 3, words 1, people and things 0. Only numbers are liked.
    let one = summary(&Run::small(["score", "--answers", "522154"]));
    assert!(one.contains("What you like and the job has: Numbers. "), "{one}");
    let none = summary(&Run::small(["score", "--answers", "211125"]));
    assert!(!none.contains("What you like"), "{none}");
}

#[test]
fn a_level_far_off_is_told_before_any_role() {
    let disliked = summary(&middle("111212111111121"));
    let before = "You disliked nearly all of these activities. Least disliked: ";
    assert!(disliked.trim_start().starts_with(before), "{disliked}");
    assert!(disliked.contains(" that you dislike it least; the next is at "), "{disliked}");
    let liked = summary(&middle("555454555555545"));
    let before = "You liked nearly all of these activities. Best match: ";
    assert!(liked.trim_start().starts_with(before), "{liked}");
    assert!(!summary(&middle(ANSWERS)).contains("nearly all"));
}

#[test]
fn answers_that_are_too_few_are_told_as_that() {
    let sparse = summary(&middle("5-1-3----------"));
    assert!(sparse.contains(" of 5 interests have an answer."), "{sparse}");
    // All five interests, and fewer answers than the ten of the short form.
    let few = summary(&middle("51234----------"));
    assert!(few.contains("Only 5 of 15 questions have an answer."), "{few}");
    let none = middle("5--------------").words();
    assert!(none.contains("Too few answers for a match. Your answers cover 1 of 5"), "{none}");
    assert!(!none.contains("Next, read:") && !none.contains("nearly all"), "{none}");
}

#[test]
fn answers_that_are_all_the_same_are_not_said_to_have_changed_nothing() {
    let careful = "This happens to careful people too";
    let same = middle("333333333333333").words();
    assert!(same.contains(&format!("{careful}. If you hurried")), "{same}");
    let ranked = middle("333333333333335").words();
    assert!(ranked.contains(&format!("{careful}, and it did not change")), "{ranked}");
}

#[test]
fn a_caution_says_what_it_is_and_where_more_stands() {
    for (answers, caution) in [
        ("151515151515151", "your answers often disagree with each other"),
        ("111111111111111", "all your answers are the same"),
        ("333333333333345", "many of your answers in a row are the same"),
        ("333433323343332", "your answers hardly differ from each other"),
    ] {
        for format in ["text", "markdown", "html"] {
            let told = middle(answers).arg("--format").arg(format).words();
            let caution = format!("Caution: {caution} (see below).");
            // Markdown and HTML may write its characters in ways of their own.
            let plain = told.replace('\\', "");
            let (_, below) =
                plain.split_once(&caution).unwrap_or_else(|| panic!("{caution} {told}"));
            assert!(below.contains("A word of care about these answers"), "{told}");
        }
    }
}

#[test]
fn what_the_order_means_stands_above_the_roles() {
    let order = "In order of how well your likes agree with the job. Best: its chance to be your \
                 best match; the two can differ.";
    let unknown = "Not asked or not answered: Acting and music, Words and stories. The chance \
                   counts what you may like there, the order does not.";
    for format in ["text", "markdown", "html"] {
        for (answers, is_whole) in [(ANSWERS, true), ("4-23-4-23-4-23-", false)] {
            let told = middle(answers).arg("--format").arg(format).words();
            let (_, below) = told.split_once("How the roles compare").unwrap();
            let (_, after) = below.split_once(order).unwrap_or_else(|| panic!("{format}: {told}"));
            assert!(after.contains("Set Carpenter"), "{format}: {told}");
            assert_eq!(told.contains(unknown), !is_whole, "{format}: {told}");
        }
    }
    let disliked = middle("111212111111121").words();
    assert!(
        disliked.contains("Best: its chance to be what you dislike least; the two can differ.")
    );
    // What counts for nothing is not missed.
    let weighed = middle("452-1452-1452-1").arg("--importance=money=0").words();
    assert!(!weighed.contains("Not asked or not answered"), "{weighed}");
}

#[test]
fn without_a_line_a_role_has_the_beginning_of_its_summary() {
    let summary_of_clerk = "Keeps the books, the stamps and the letters of a house that has many \
                            of them, and more every year.";
    let careers = CAREERS.replace("Keeps the books.", summary_of_clerk);
    let told = summary(&Run::with(["score", "--answers=523454"], QUESTIONS, &careers));
    let cut = "Keeps the books, the stamps and the letters of a house that has many of them… About";
    assert!(told.contains(cut), "{told}");
}

#[test]
fn the_next_step_is_a_page_to_read_or_else_the_roles_own() {
    let with_link = summary(&Run::small(["score", "--answers", "523454"]));
    assert!(with_link.contains("Next, read: A page https://example.org/clerk"), "{with_link}");
    let links = "    links: [{title: A page, url: \"https://example.org/clerk\"}]\n";
    assert!(CAREERS.contains(links));
    let careers = CAREERS.replace(links, "");
    let without = summary(&Run::with(["score", "--answers=523454"], QUESTIONS, &careers));
    let own = "Next, read about the work and the way into it: rolefit show clerk ";
    assert!(without.contains(own), "{without}");
}

#[test]
fn names_of_two_hundred_characters_are_told_whole() {
    let long = ["word"; 40].join(" ");
    let careers = MIDDLE_CAREERS.replace("    name: ", &format!("    name: {long} "));
    let run =
        Run::with(["score", "--answers", ANSWERS], crate::support::MIDDLE_QUESTIONS, &careers);
    let told = run.words();
    let cut = told.split_once("How the roles compare").unwrap().0;
    assert!(cut.contains(&format!("Best match: {long} Set Carpenter")), "{told}");
}

#[test]
fn a_rival_is_told_in_one_sentence() {
    let told = Run::small(["score", "--answers", "523454"]).words();
    let sentence = "* If you had answered No to \"Add up long columns\", Smith would be ahead.";
    assert!(told.contains(sentence), "{told}");
}
