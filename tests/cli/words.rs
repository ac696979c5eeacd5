//! What is told of the words of the command line that the parser refuses: which option, with
//! which other, and what to do.

use crate::support::Run;

#[track_caller]
fn is_told(words: &[&str], why: &str) {
    let run = words.iter().fold(Run::new([]), |run, word| run.arg(*word));
    let mut run = run.code(2).stderr(format!("error: {why}\n"));
    run.knows_its_files();
    run.check();
}

#[test]
fn two_options_that_cannot_both_be_are_named_with_what_to_do() {
    is_told(
        &["batch", "--table", "--full"],
        "--table: it cannot be used with --full: take one of them out",
    );
    is_told(
        &["score", "--answers", "1", "--answer", "a=1", "x"],
        "--answers: it cannot be used with --answer and FILE: take it out, or them",
    );
    is_told(&["score", "--top", "3", "--top", "4"], "--top: given twice: take one of them out");
    is_told(
        &["sittings", "--format", "json", "show", "x"],
        "--format: options stand behind the name of their command: put it behind rolefit sittings \
         show, if that takes it",
    );
}

#[test]
fn what_would_be_ignored_is_refused() {
    for (words, one, other) in [
        (&["batch", "--check", "-o", "x"][..], "--check", "--output"),
        (&["batch", "--check", "--keep", "x"], "--check", "--keep"),
        (&["cohort", "--check", "--by", "x"], "--check", "--by"),
        (&["audit", "x", "--check", "--format", "json"], "--check", "--format"),
        (&["audit", "--links", "--respondents", "2000"], "--links", "--respondents"),
        (&["audit", "--links", "--map", "x"], "--links", "--map"),
        (&["cohort", "--merge", "x", "--map", "y"], "--merge", "--map"),
    ] {
        is_told(words, &format!("{one}: it cannot be used with {other}: take one of them out"));
    }
    let mut run = Run::new(["form", "--questions", "x"]).code(66);
    run.knows_its_files();
    run.stderr(
        "error: --questions: x: there is no such file: check its name, and which folder it is in\n",
    )
    .check();
}

#[test]
fn an_option_that_a_command_does_not_have_is_told_with_the_one_that_was_meant() {
    is_told(
        &["score", "--nope"],
        "--nope: rolefit score has no such option: leave it out; rolefit score --help lists those \
         it has",
    );
    is_told(
        &["score", "--formt", "x"],
        "--formt: rolefit score has no such option; did you mean --format?",
    );
    is_told(
        &["score", "--pages", "x"],
        "--pages: rolefit score has no such option, but rolefit batch has: leave it out; rolefit \
         score --help lists those it has",
    );
    is_told(
        &["score", "--threads=2"],
        "--threads: rolefit score has no such option, but rolefit batch and rolefit cohort have: \
         leave it out; rolefit score --help lists those it has",
    );
    is_told(
        &["sittings", "show", "x", "--nope"],
        "--nope: rolefit sittings show has no such option: leave it out; rolefit sittings show \
         --help lists those it has",
    );
    is_told(
        &["-x"],
        "-x: rolefit has no such option: leave it out; rolefit --help lists those it has",
    );
}

#[test]
fn an_option_before_its_command_is_told_to_stand_behind_it() {
    for words in [["--table", "batch", "x"], ["--keep=site", "batch", "x"]] {
        let why = "options stand behind the name of their command: put it behind rolefit batch";
        is_told(&words, &format!("{}: {why}", words[0].split('=').next().unwrap()));
    }
}

#[test]
fn a_word_too_many_is_told_with_those_that_there_may_be() {
    is_told(
        &["show", "a", "b"],
        "\"b\": rolefit show takes no more words than KIND|ID|NAME: take one out, or put a name of \
         several words in quotation marks",
    );
    is_told(&["doctor", "x"], "\"x\": rolefit doctor takes no word but options: take it out");
}

#[test]
fn a_word_that_is_missing_is_named() {
    is_told(
        &["render"],
        "FILE is missing: name it, as in rolefit render FILE; rolefit render --help says what it is",
    );
    is_told(
        &["compare"],
        "A is missing: name it, as in rolefit compare A; rolefit compare --help says what it is",
    );
    for (words, option, other) in [
        (&["quiz", "--until", "0.9"][..], "--until", "--adaptive"),
        (&["cohort", "--chosen-map", "x"], "--chosen-map", "--chosen COLUMN"),
        (&["cohort", "--against-catalogue=x"], "--against-catalogue", "--against FILE"),
        (&["audit", "--from", "csv"], "--from", "FILE"),
        (&["audit", "--worksheet", "x"], "--worksheet", "FILE"),
    ] {
        is_told(
            words,
            &format!("{option}: it goes with {other} alone: give that, too, or leave {option} out"),
        );
    }
}

#[test]
fn a_value_that_is_none_is_told_with_those_there_are() {
    is_told(
        &["batch", "--sort", "chanse"],
        "--sort: \"chanse\" is none of its values; did you mean \"chance\"? It takes closeness, \
         chance, talk or respondent",
    );
    is_told(
        &["batch", "--separator", "qq"],
        "--separator: \"qq\" is none of its values: give comma, semicolon or tab",
    );
    is_told(
        &["batch", "--sort"],
        "--sort: its value is missing: give closeness, chance, talk or respondent, as in --sort closeness",
    );
    is_told(
        &["quiz", "--save"],
        "--save: its value is missing: give it behind the option, as in --save FILE",
    );
    is_told(&["--quiet=3"], "--quiet: it takes no value: take \"3\" out");
    is_told(
        &["score", "--answer", "foo"],
        "--answer: \"foo\" is no value of it: expected ID=VALUE, such as some-id=4",
    );
    for value in ["x", "0", "-3", "99999", "2.5"] {
        let why = "expected a whole number from 1 to 65535, as in --top 5";
        is_told(
            &["score", "--top", value],
            &format!("--top: \"{value}\" is no value of it: {why}"),
        );
    }
    for (words, why) in [
        (["batch", "--decimals", "12"], "a whole number from 1 to 9, as in --decimals 2"),
        (["cohort", "--threads", "0"], "a whole number from 1 to 256, as in --threads 2"),
        (["audit", "--scale-from", "300"], "a whole number from -128 to 127, as in --scale-from 0"),
    ] {
        let [_, option, value] = words;
        is_told(&words, &format!("{option}: \"{value}\" is no value of it: expected {why}"));
    }
}

#[test]
fn a_command_that_is_none_is_told_with_the_one_that_was_meant() {
    is_told(&["scroe"], "\"scroe\": rolefit has no such command; did you mean rolefit score?");
    is_told(
        &["xyzzy"],
        "\"xyzzy\": rolefit has no such command; rolefit --help lists those it has",
    );
    is_told(
        &["sittings", "shwo"],
        "\"shwo\": rolefit sittings has no such command; did you mean rolefit sittings show?",
    );
}

#[test]
fn what_a_terminal_would_obey_is_not_repeated() {
    is_told(
        &["score", "--no\u{1b}[31m"],
        "--no[31m: rolefit score has no such option: leave it out; rolefit score --help \
         lists those it has",
    );
}

#[test]
fn a_number_that_is_none_in_the_environment_is_warned_of() {
    let show = Run::small(["show", "roles"]);
    let usual = show.output().stdout;
    show.env("COLUMNS", "abc")
        .stdout(usual)
        .stderr(
            "warning: COLUMNS: \"abc\" is no whole number, and is not used: set it as in \
             COLUMNS=80, or unset it\n",
        )
        .check();
    let ran = Run::small(["batch"]).env("RAYON_NUM_THREADS", "two").output();
    let why = "warning: RAYON_NUM_THREADS: \"two\" is no whole number, and is not used: set it as in \
               RAYON_NUM_THREADS=2, or unset it\n";
    assert!(ran.stderr.starts_with(why), "{}", ran.stderr);
}
