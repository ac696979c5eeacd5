use std::process::Stdio;

use crate::support::catalogues::small_files;
use crate::support::{ROLEFIT, Run, unset};

const ESCAPE: char = '\u{1b}';

/// Answers to the middle questionnaire.
const ANSWERS: &str = "453152345123451";

#[test]
fn colour_is_for_terminals_unless_it_is_forced() {
    let run = || Run::small(["score", "--answers", "523454"]);
    assert!(!run().told().contains(ESCAPE));
    assert!(run().arg("--color=always").told().contains(ESCAPE));
    assert!(run().env("CLICOLOR_FORCE", "1").told().contains(ESCAPE));
    assert!(!run().env("CLICOLOR_FORCE", "1").arg("--color=never").told().contains(ESCAPE));
    assert!(!run().env("CLICOLOR_FORCE", "").told().contains(ESCAPE));
    assert!(run().env("NO_COLOR", "").env("CLICOLOR_FORCE", "1").told().contains(ESCAPE));
}

#[test]
fn colour_is_as_asked_for_in_help_and_usage_errors_too() {
    let shown = |run: Run| {
        let ran = run.output();
        ran.stdout + &ran.stderr
    };
    for words in [["score", "--nonsense"], ["score", "--help"], ["show", "--format=yes"]] {
        let run = || Run::small(words);
        assert!(!shown(run()).contains(ESCAPE), "{words:?}");
        for always in [run().arg("--color=always"), run().arg("--color").arg("always")] {
            assert!(shown(always).contains(ESCAPE), "{words:?}");
        }
        let forced = || run().env("CLICOLOR_FORCE", "1");
        assert!(shown(forced()).contains(ESCAPE), "{words:?}");
        assert!(!shown(forced().arg("--color=never")).contains(ESCAPE), "{words:?}");
    }
    // After -- nothing is an option.
    assert!(
        !shown(Run::small(["show", "--nonsense"]).arg("--").arg("--color=always")).contains(ESCAPE)
    );
}

#[test]
fn the_help_of_score_tells_answers_from_output() {
    let help = Run::new(["score", "--help"]).output().stdout;
    let (answers, output) = help.split_once("\nOutput:").unwrap();
    let answers = answers.split_once("\nAnswers:").unwrap().1;
    for option in ["--answers <", "--answer <", "--importance <", "[FILE]"] {
        assert!(answers.contains(option), "{option}: {help}");
    }
    for option in ["--explain", "--format <", "--top <"] {
        assert!(output.contains(option), "{option}: {help}");
    }
    let (answers, catalogue) = answers.split_once("\nCatalogue:").unwrap();
    for option in ["--questions <", "--careers <"] {
        assert!(!answers.contains(option) && catalogue.contains(option), "{option}: {help}");
    }
}

#[test]
fn a_wrong_word_is_repeated_without_its_control_characters() {
    for words in [
        ["show", "--format=te\u{202e}xt"],
        ["show", "--\u{1b}[31mred"],
        ["show", "--top=\u{9b}31m5"],
        ["\u{1b}]0;x\u{7}", "x"],
    ] {
        let ran = Run::small(words).output();
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{}", ran.stderr);
        assert!(ran.stderr.starts_with("error: "), "{}", ran.stderr);
        let unsafe_one =
            ran.stderr.chars().find(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}');
        assert_eq!(unsafe_one, None, "{:?}", ran.stderr);
    }
}

#[test]
fn colour_only_adds_to_what_is_said() {
    let plain = Run::small(["score", "--answers", "523454"]).told();
    let coloured = Run::small(["score", "--answers", "523454", "--color", "always"]).told();
    let mut stripped = String::new();
    let mut rest = coloured.as_str();
    while let Some((before, after)) = rest.split_once(ESCAPE) {
        stripped.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    stripped.push_str(rest);
    assert_eq!(stripped, plain);
}

#[test]
fn no_line_is_wider_than_the_page_but_commands_to_copy() {
    for (columns, limit) in [("80", 80), ("45", 45), ("30", 30)] {
        let text = Run::middle(["score", "--answers", ANSWERS]).env("COLUMNS", columns).told();
        for line in text.lines() {
            let command = line.contains("rolefit ") || line.contains("--answers");
            assert!(command || line.chars().count() <= limit, "{columns}: {line}");
        }
    }
}

#[test]
fn pages_and_lists_keep_to_their_columns_too() {
    for columns in [80, 45] {
        for arguments in [
            ["show", "roles"],
            ["show", "set-carpenter"],
            ["show", "questions"],
            ["show", "modules"],
        ] {
            let text = Run::middle(arguments).env("COLUMNS", &columns.to_string()).told();
            for line in text.lines() {
                assert!(line.contains("https://") || line.chars().count() <= columns, "{line}");
            }
        }
    }
}

#[test]
fn a_dumb_terminal_gets_letters_only() {
    let text = Run::small(["score", "--answers", "523454"]).env("TERM", "dumb").told();
    assert!(text.is_ascii(), "{text}");
    assert!(text.contains("####"), "{text}");
}

#[test]
fn no_control_character_of_a_file_or_an_answer_is_shown() {
    let questions = crate::support::QUESTIONS
        .replace("A small questionnaire", "\"A \\e[31msmall\\u202e questionnaire\"")
        .replace("Add up long columns", "\"Add\\u009b up\\a long columns\"")
        .replace("[No,", "[\"N\\eo\",");
    let careers = crate::support::CAREERS
        .replace("name: Clerk", "name: \"Cl\\eerk\"")
        .replace("Keeps the books.", "\"Keeps\\b the books.\"");
    let sheet = "{\"respondent\": \"r\\u001b]0;x\\u0007\", \"answers\": \"523454\"}";
    let run = |args: [&str; 1]| Run::with(args, &questions, &careers).stdin(sheet);
    for ran in [
        run(["score"]).output(),
        run(["score"]).arg("--format=json").output(),
        run(["show"]).output(),
        run(["show"]).arg("clerk").output(),
        run(["show"]).arg("questions").output(),
        run(["quiz"]).stdin("5\n2\n3\n4\n5\n\u{1b}[31m\n").output(),
    ] {
        let shown = ran.stdout + &ran.stderr;
        let unsafe_one = shown.chars().find(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}');
        assert_eq!(unsafe_one, None, "{shown:?}");
    }
}

#[test]
fn a_mistake_in_a_file_is_shown_without_its_control_characters() {
    let ran = Run::small(["score", "s"])
        .file("s", "answers: {\"\\e[2Jsums\": 4, sums\u{202e}: 3}")
        .output();
    assert_eq!(ran.code, 65);
    assert!(!ran.stderr.contains(['\u{1b}', '\u{202e}']), "{:?}", ran.stderr);
}

#[test]
fn a_closed_pipe_is_a_quiet_end() {
    let [questions, careers] = small_files();
    let mut child = unset(ROLEFIT)
        .args(["show", "questions", "--questions"])
        .arg(questions)
        .arg("--careers")
        .arg(careers)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_full_disk_is_told() {
    for words in [&["schema", "report"][..], &["--help"], &["score", "-h"], &["--version"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output =
            unset(ROLEFIT).args(words).stdout(full).stderr(Stdio::piped()).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(told, "error: standard output: the disk is full\n", "{words:?}");
        assert_eq!(output.status.code(), Some(74), "{words:?}");
    }
}
