use crate::support::run::words;
use crate::support::{Run, middle};

/// How many questions the middle questionnaire has.
fn asked() -> usize {
    middle().questionnaire().questions.len()
}

#[test]
fn the_result_alone_is_on_standard_output() {
    let quiz = Run::small(["quiz", "--plain"]).stdin("5\n2\n3\n4\n5\n4\n").output();
    let score = Run::small(["score", "--answers", "523454"]).output();
    assert_eq!(quiz.code, 0);
    assert!(
        quiz.stdout.starts_with("Your result\nYou answered all 6 questions.\n"),
        "{}",
        quiz.stdout
    );
    assert!(quiz.stderr.contains("Question 6 of 6: Spend a day alone"), "{}", quiz.stderr);
    assert!(score.stdout.contains("Clerk"));
}

#[test]
fn no_command_takes_the_quiz() {
    let quiz = Run::small(["--plain"]).stdin("5\n2\n3\n4\n5\n4\n").output();
    assert_eq!(quiz.code, 0);
    assert!(quiz.stdout.starts_with("Your result\n"), "{}", quiz.stdout);
}

#[test]
fn equal_answers_separate_no_role() {
    let quiz = Run::middle(["quiz", "--plain"]).stdin("4\n".repeat(1_000)).output();
    assert_eq!(quiz.code, 0);
    assert!(words(&quiz.stdout).contains("they separate no role from"), "{}", quiz.stdout);
    assert!(!quiz.stdout.contains("Best match"), "{}", quiz.stdout);
}

#[test]
fn equal_answers_without_an_end_change_and_mark_nothing() {
    for form in ["--plain", "--adaptive"] {
        let quiz = Run::middle(["quiz", form]).stdin("4\n".repeat(30_000)).output();
        assert_eq!(quiz.code, 0, "{form}: {}", quiz.stderr);
        assert!(
            words(&quiz.stdout).contains("they separate no role from"),
            "{form}: {}",
            quiz.stdout
        );
        assert!(!quiz.stdout.contains("as if you had liked"), "{form}: {}", quiz.stdout);
        let passed = format!(
            "Line {} of the input, \"4\", says nothing after the last question: it is passed over, \
             and so are others like it.",
            asked() + 1
        );
        let told = words(&quiz.stderr);
        assert_eq!(told.matches(&passed).count(), 1, "{form}: {told}");
    }
}

#[test]
fn what_a_script_asks_for_is_done_or_told() {
    let digits: String = "523454".chars().flat_map(|digit| [digit, '\n']).collect();
    let run = |rest: &str| {
        Run::small(["quiz", "--plain", "-q"]).stdin(format!("{digits}{rest}")).output()
    };
    // The empty line that goes on from the review is forgotten, or a number is none.
    for (rest, line, expected) in [
        ("mark 2\n", "line 7 of the input is \"mark 2\"", "change and numbers from 1 to 6"),
        (
            "3\nchange 55\n",
            "line 8 of the input is \"change 55\"",
            "change and numbers from 1 to 6",
        ),
        ("\nmark words\n", "line 8 of the input is \"mark words\"", "mark and numbers from 1 to 4"),
    ] {
        let ran = run(rest);
        assert_eq!((ran.code, ran.stdout.as_str()), (65, ""), "{rest:?}");
        let told = format!("error: {line}: expected {expected}, or an empty line to go on");
        assert!(ran.stderr.starts_with(&told), "{}", ran.stderr);
        // And how to go on with what was answered.
        let back = "What you have answered can be scored with:\n  rolefit score --answers 523454 ";
        assert!(ran.stderr.contains(back), "{}", ran.stderr);
    }
    assert_eq!(run("\nmark 2\n").code, 0);
}

#[test]
fn answers_left_over_are_taken_for_nothing_else() {
    let run = |stdin: String| {
        Run::middle(["quiz", "--adaptive", "--format", "json"]).stdin(stdin).output()
    };
    let answers: Vec<String> = (1..=60).map(|i| ((i * i * 3 + i) % 5 + 1).to_string()).collect();
    let needed = (3..asked()).find(|count| run(answers[..*count].join("\n")).code == 0);
    let needed = needed.expect("it is settled before the last question");
    let exact = run(answers[..needed].join("\n"));
    let surplus = run(answers.join("\n"));
    assert_eq!(surplus.stdout, exact.stdout);
    assert!(surplus.stderr.contains(&format!("Line {} of the input", needed + 1)));
    // What is meant for the prompts is heard after them.
    let marked = run(answers.join("\n") + "\n\nmark 2\n");
    assert!(marked.stdout.contains("\"importance\": 2"), "{}", marked.stdout);
}

#[test]
fn no_answer_at_all_is_a_usage_error_that_names_the_way_out() {
    for stdin in ["", "s\n", "?\n"] {
        Run::small(["quiz", "--quiet"])
            .stdin(stdin)
            .stderr(
                "error: no answers: the input ended before the first one. Take the quiz in a \
                 terminal (of a container: docker run -it; over ssh: ssh -t), pipe one answer a line, or give them all at once with rolefit score \
                 --answers DIGITS\n",
            )
            .code(2)
            .check();
    }
}

#[test]
fn an_end_in_the_middle_keeps_what_was_answered() {
    let quiz = Run::small(["quiz"]).stdin("5\n2\n").output();
    assert_eq!((quiz.code, quiz.stdout.as_str()), (130, ""));
    assert!(quiz.stderr.contains("rolefit score --answers 52----"), "{}", quiz.stderr);
}

#[test]
fn a_line_that_is_no_answer_ends_a_script_before_the_rest_is_misread() {
    let run = |save: &[&str]| {
        let run = Run::small(["quiz", "--quiet"]).stdin("5\n7\n3\n4\n5\n4\n");
        let ran = save.iter().fold(run, |run, arg| run.arg(*arg)).output();
        assert_eq!((ran.code, ran.stdout.as_str()), (65, ""));
        let error = "error: line 2 of the input is \"7\": expected 1 to 5, s, b, ? or q\n";
        ran.stderr.strip_prefix(error).unwrap_or_else(|| panic!("{}", ran.stderr)).to_owned()
    };
    // As on every other exit it is told where the answers are.
    let scored = "What you have answered can be scored with:\n  rolefit score --answers 5----- ";
    assert!(run(&[]).starts_with(scored), "{}", run(&[]));
    let kept = "Every answer is saved. To go on:\n  rolefit quiz --resume --save s.json ";
    assert!(run(&["--save", "s.json"]).starts_with(kept), "{}", run(&["--save", "s.json"]));
}

#[test]
fn back_skip_and_keep_work_on_lines() {
    let json = |stdin: &str| {
        Run::small(["quiz", "--quiet", "--format", "json"]).stdin(stdin.to_owned()).json()
    };
    let straight = json("5\n2\n3\n4\n5\ns\n");
    // Back to the first, corrected; then the second is kept with an empty line.
    assert_eq!(json("1\n2\nb\nb\n5\n\n3\n4\n5\ns\n"), straight);
    // Back at the first question stays there.
    assert_eq!(json("b\n5\n2\n3\n4\n5\n-\n"), straight);
}

#[test]
fn the_review_changes_answers_and_the_last_question_sets_importance() {
    let reviewed = Run::small(["quiz", "--quiet", "--format", "json"])
        .stdin("5\n2\n3\n4\n5\n4\nchange 1 3\n4\n1\n\nMark 2, 4\n")
        .json();
    let scored = Run::small(["score", "--answers", "421454", "--format", "json"])
        .arg("--importance=people=2")
        .arg("--importance=words=2")
        .json();
    assert_eq!(reviewed, scored);
}

#[test]
fn the_end_of_input_keeps_what_a_question_of_the_review_had() {
    let json = |stdin: &str| {
        Run::small(["quiz", "--plain", "--quiet", "--format", "json"]).stdin(stdin).json()
    };
    // The first has an answer, the last was skipped: both stay as they were.
    let straight = json("5\n2\n3\n4\n5\ns\n");
    assert_eq!(json("5\n2\n3\n4\n5\ns\nchange 1 6\n"), straight);
    assert_eq!(json("5\n2\n3\n4\n5\ns\nchange 1 6\n\n\n\n\n"), straight);
    // What was changed before the end is changed.
    assert_eq!(json("1\n2\n3\n4\n5\ns\nchange 1 6\n5\n"), straight);
}

#[test]
fn leaving_what_matters_most_is_leaving() {
    let quiz = Run::small(["quiz"]).stdin("5\n2\n3\n4\n5\n4\n\nq\n").output();
    assert_eq!((quiz.code, quiz.stdout.as_str()), (130, ""));
    assert!(quiz.stderr.contains("rolefit score --answers 523454"), "{}", quiz.stderr);
}

/// The small questionnaire with three roles, of which one is always among the
/// first three.
fn adaptive(stdin: &str) -> (String, i32) {
    let careers = "format: 1\nroles:\n".to_owned()
        + &["a: 3, c: 1", "b: 3, d: 1", "c: 3, a: 1"]
            .iter()
            .enumerate()
            .map(|(at, profile)| {
                format!("  - {{id: r{at}, name: R{at}, summary: s, profile: {{{profile}}}}}\n")
            })
            .collect::<String>();
    let questions = "format: 1\ntitle: T\nintroduction: I\nscale: [no, so, yes]\ninterests:\n"
        .to_owned()
        + &["a", "b", "c", "d"].map(|id| format!("  - {{id: {id}, name: {id}}}\n")).concat()
        + "questions:\n"
        + &(1..=12)
            .map(|at| {
                let interest = ["a", "b", "c", "d"][at % 4];
                format!("  - {{id: q{at}, text: Text {at}, interest: {interest}}}\n")
            })
            .collect::<String>();
    let quiz =
        Run::with(["quiz", "--plain", "--adaptive"], &questions, &careers).stdin(stdin).output();
    (quiz.stderr, quiz.code)
}

#[test]
fn an_adaptive_sitting_goes_on_until_there_can_be_a_ranking() {
    let (told, code) = adaptive("3\n1\n2\n");
    assert_eq!(code, 0, "{told}");
    for number in 1..=3 {
        let more = 12 - number;
        assert!(told.contains(&format!("Question {number}, at most {more} more: ")), "{told}");
    }
    assert!(!told.contains("Question 4, "), "three roles are settled at once: {told}");
    let ends = "It ends as soon as your best match is among the first three roles with a chance of \
                80%, or one role leads alone.";
    assert!(words(&told).contains(ends), "{told}");
}

#[test]
fn a_settled_sitting_asks_no_more_after_a_change() {
    // The second of the three is changed in the review, and that is all.
    let (told, code) = adaptive("3\n1\n2\nchange 2\n3\n");
    assert_eq!(code, 0, "{told}");
    assert!(!told.contains("Question 4"), "{told}");
    // Back from the third to the first: the second is asked again, not the fourth.
    let (told, code) = adaptive("3\n1\nb\nb\n1\n\n2\n");
    assert_eq!(code, 0, "{told}");
    assert!(!told.contains("Question 4"), "{told}");
}

#[test]
fn a_change_that_unsettles_a_sitting_has_it_ask_on() {
    let ran =
        |stdin: String| Run::middle(["quiz", "--adaptive", "--until=0.6"]).stdin(stdin).output();
    let settled =
        (3..asked()).find(|count| ran("5\n1\n".repeat(20)[..2 * count].to_owned()).code == 0);
    let count = settled.expect("who likes the one half and not the other is soon settled");
    let answers = "5\n1\n".repeat(20)[..2 * count].to_owned();
    let next = format!("Question {}, ", count + 1);
    assert!(!ran(answers.clone()).stderr.contains(&next));
    let places: Vec<String> = (1..=count).map(|place| place.to_string()).collect();
    let changed = ran(format!("{answers}change {}\n{}", places.join(" "), "3\n".repeat(count)));
    assert!(changed.stderr.contains(&next), "{}", changed.stderr);
    // It was complete before, so the end of input is no reason to lose the result.
    assert_eq!(changed.code, 0);
}

#[test]
fn the_short_form_asks_what_is_marked() {
    let short =
        Run::small(["quiz", "--short", "--quiet", "--format", "json"]).stdin("5\n2\n3\n").json();
    let scored = Run::small(["score", "--answers", "523---", "--format", "json"]).json();
    assert_eq!(short, scored);
}

#[test]
fn quitting_says_how_to_go_on() {
    let quiz = Run::small(["quiz"]).stdin("5\nq\n").output();
    assert_eq!((quiz.code, quiz.stdout.as_str()), (130, ""));
    assert!(!quiz.stderr.contains("--resume"), "nothing is saved: {}", quiz.stderr);
    let said = "Stopped after 1 answer. What it says so far:\n  rolefit score --answers 5-----";
    assert!(quiz.stderr.contains(said), "{}", quiz.stderr);
}

#[test]
fn the_help_for_a_script_promises_no_saving() {
    let quiz = Run::small(["quiz"]).stdin("?\n5\nq\n").output();
    assert!(quiz.stderr.contains("q: quit; you are told how to score"), "{}", quiz.stderr);
    assert!(!quiz.stderr.contains("save and quit"), "{}", quiz.stderr);
    assert_eq!(quiz.stderr.matches("Question 1 of 6").count(), 2, "{}", quiz.stderr);
}

#[test]
fn a_script_that_saves_is_told_what_its_file_holds() {
    let run = Run::small(["quiz", "--save", "s.json"]).stdin("5\n2\nq\n");
    let quiz = run.output();
    assert_eq!(quiz.code, 130);
    assert!(quiz.stderr.contains("Every answer is saved. To go on:\n  rolefit quiz --resume"));
    let again = run.output();
    assert_eq!(again.code, 2);
    assert!(again.stderr.contains("this file holds a sitting already"), "{}", again.stderr);
}

#[test]
fn plain_text_has_no_bars_and_no_escapes() {
    let quiz =
        Run::small(["quiz", "--plain", "--color", "never"]).stdin("5\n2\n3\n4\n5\n4\n").output();
    for character in ['█', '░', '│', '\u{1b}'] {
        assert!(
            !quiz.stdout.contains(character) && !quiz.stderr.contains(character),
            "{character}"
        );
    }
}

#[test]
fn endless_input_that_answers_nothing_comes_to_an_end() {
    for line in ["b\n", "?\n"] {
        let quiz = Run::small(["quiz", "--quiet"]).stdin(line.repeat(30_000)).output();
        assert_eq!(quiz.code, 65, "{line}");
        assert_eq!(quiz.stderr, "error: 20000 lines of input did not answer the questions\n");
    }
}

#[test]
fn a_script_that_saves_too_few_answers_finds_them_again() {
    let run = Run::small(["quiz", "--save", "s.json"]).stdin("5\ns\ns\ns\ns\ns\n");
    let file = run.folder().join("s.json");
    let quiz = run.output();
    assert_eq!(quiz.code, 0);
    assert!(quiz.stdout.contains("Too few answers for a match"), "{}", quiz.stdout);
    assert!(quiz.stderr.contains("To go on:\n  rolefit quiz --resume --save s.json"));
    assert!(file.exists());
    // Without a file there is nothing to come back to.
    let unsaved = Run::small(["quiz", "--quiet"]).stdin("5\ns\ns\ns\ns\ns\n").output();
    assert_eq!((unsaved.code, unsaved.stderr.as_str()), (0, ""));
}
