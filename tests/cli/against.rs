//! A cohort against an earlier one, and against what people chose, as an adviser sees it.

use std::fmt::Write as _;

use serde_json::Value;

use crate::support::Run;

const HEADINGS: &str = "respondent,sums,talk,mend,write,chart,alone,job";

/// So many people of two kinds, who chose one of two roles in turn.
fn table(one: usize, other: usize) -> String {
    let mut table = format!("{HEADINGS}\n");
    for number in 0..one {
        let job = ["clerk", "Guide", "Nurse", ""][number % 4];
        writeln!(table, "a{number},5,2,1,{},5,{},{job}", 1 + number % 5, 1 + number % 3).unwrap();
    }
    for number in 0..other {
        let job = ["guide", "Clerk", "Smith"][number % 3];
        writeln!(table, "b{number},1,5,3,{},2,{},{job}", 1 + number % 5, 1 + number % 4).unwrap();
    }
    table
}

fn run(arguments: &[&str]) -> Run {
    let run = arguments.iter().fold(Run::small(["cohort"]), |run, argument| run.arg(*argument));
    run.file("this.csv", table(40, 20)).file("last.csv", table(15, 35))
}

#[test]
fn an_earlier_cohort_is_told_of_in_every_form() {
    let of = run(&["this.csv", "--against", "last.csv", "--format", "json", "-q"]).json();
    let against = &of["against"];
    assert_eq!((&against["respondents"], &against["respondents_before"]), (&60.into(), &50.into()));
    let role = &against["roles"][0];
    let share = |key: &str| role["first"][key].as_f64().unwrap();
    assert!((share("now") - share("before") - share("difference")).abs() < 1e-12);
    assert_eq!(role["first"]["count"], of["roles"][0]["first"]);
    let text = run(&["this.csv", "--against", "last.csv", "-q"]).words();
    assert!(text.contains("60 people now, and 50 before."), "{text}");
    assert!(text.contains("Expected shares are drawn toward even"), "{text}");
    let page = run(&["this.csv", "--against", "last.csv", "--format", "html", "-q"]).words();
    assert!(page.contains("Against the earlier cohort: first places"), "{page}");
    assert!(page.contains("class=\"bar before\""), "{page}");
    let csv = run(&["this.csv", "--against", "last.csv", "--format", "csv", "-q"]).told();
    let row = |measure: &str| csv.lines().any(|line| line.contains(measure));
    assert!(row(",against,,respondents_before,50") || row("against,,respondents_before,50"));
    assert!(row("first_share_p_corrected") && row("mean_difference_error"));
    // What is written for people says which rows are of whom.
    let notes = run(&["this.csv", "--against", "last.csv"]).output().stderr;
    let read = |rows: u32| format!("{rows} rows read: {rows} scored, 0 rejected, 0 blank\n");
    assert_eq!(notes, format!("{}the earlier cohort:\n{}", read(60), read(50)));
}

#[test]
fn a_cohort_is_not_set_against_itself() {
    let told = |arguments: &[&str]| {
        let run = run(arguments);
        std::fs::create_dir(run.folder().join("all")).unwrap();
        let copy = run.folder().join("all/these.csv");
        std::fs::hard_link(run.folder().join("this.csv"), copy).unwrap();
        let ran = run.output();
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
        ran.stderr
    };
    let what = "in the cohort itself: name the file of an earlier cohort, of other people";
    assert_eq!(
        told(&["this.csv", "--against", "this.csv"]),
        format!("error: --against: this.csv is {what}\n")
    );
    assert_eq!(
        told(&["last.csv", "this.csv", "--against", "all"]),
        format!("error: --against: all/these.csv is this.csv, and {what}\n")
    );
}

#[test]
fn cohorts_that_are_nearly_the_same_are_refused_but_for_their_adviser() {
    let of = |count: usize, private: bool| {
        let all = table(40, 20);
        let kept: Vec<&str> = all.lines().take(61 - count).collect();
        let arguments = ["this.csv", "--against", "less.csv", "-q"];
        let run = run(&arguments).file("less.csv", kept.join("\n"));
        if private { run.arg("--private") } else { run }.output()
    };
    let refused = of(3, false);
    assert_eq!((refused.code, refused.stdout.as_str()), (65, ""));
    assert_eq!(
        refused.stderr,
        "error: --against: the two cohorts, or groups of them, are the same but for 3 people, of \
         whom the figures of both would tell. Compare cohorts of different people, or see it for yourself alone with \
         --private\n"
    );
    assert!(of(1, false).stderr.contains("the same but for 1 person, of whom"));
    for (count, private) in [(0, false), (10, false), (3, true)] {
        assert_eq!(of(count, private).code, 0, "{count} {private}");
    }
}

#[test]
fn other_questions_of_the_earlier_cohort_are_compared_as_far_as_they_are_shared() {
    let read = |name: &str| std::fs::read_to_string(format!("tests/data/{name}")).unwrap();
    let run = run(&["this.csv", "--against", "old.csv", "--against-catalogue", "old", "-q"]);
    std::fs::create_dir(run.folder().join("old")).unwrap();
    let careers = read("careers.yaml").replace("id: smith", "id: farrier");
    let run = run
        .file("old/questions.yaml", read("questions.yaml").replace("id: sums", "id: adding"))
        .file("old/careers.yaml", careers)
        .file("old.csv", table(15, 35).replace("sums", "adding"));
    let words = run.words();
    let said = "Not compared: roles, which only the later data files have: smith. Not compared: \
                roles, which only the earlier data files had: farrier.";
    assert!(words.contains(said), "{words}");
}

#[test]
fn what_came_true_is_told_with_what_is_no_role() {
    let ran = run(&["this.csv", "--chosen", "job", "--format", "json"]).output();
    let of: Value = serde_json::from_str(&ran.stdout).unwrap();
    let chosen = &of["chosen"];
    assert_eq!((&chosen["respondents"], &chosen["without"]), (&40.into(), &10.into()));
    assert_eq!((&chosen["unknown"], &chosen["column"]), (&10.into(), &"job".into()));
    assert!(
        ran.stderr.ends_with(
            "--chosen: 10 choices are no role of these careers: \"Nurse\" (10); say in a \
             --chosen-map FILE which they are, a line each, as in Nurse: some-role\n"
        ),
        "{}",
        ran.stderr
    );
    let mapped =
        run(&["this.csv", "--chosen", "job", "--chosen-map", "map", "--format", "json", "-q"])
            .file("map", "Nurse: smith\n");
    let of: Value = mapped.json();
    assert_eq!((&of["chosen"]["respondents"], &of["chosen"]["unknown"]), (&50.into(), &0.into()));
    for format in ["text", "html"] {
        let told = run(&["this.csv", "--chosen", "job", "-q", "--format", format]).words();
        assert!(told.contains("40 people chose a role and could be matched."), "{told}");
        assert!(told.contains("The best match is not the same event as the role"), "{told}");
    }
}

#[test]
fn what_cannot_be_is_refused_with_its_place() {
    for (arguments, code, told) in [
        (
            &["this.csv", "--chosen", "jobs"][..],
            65,
            "error: this.csv: --chosen: the table has no column \"jobs\"",
        ),
        (
            &["this.csv", "--chosen", "job", "--chosen-map", "map"],
            65,
            "error: there is no role called \"clark\"\n --> map:1:8\n",
        ),
        (
            &["this.csv", "--against", "none.csv"],
            66,
            "error: --against: none.csv: there is no such file: check its name, and which folder it is in\n",
        ),
    ] {
        let ran = run(arguments).file("map", "Nurse: clark\n").output();
        assert_eq!(ran.code, code);
        assert!(ran.stderr.contains(told), "{}", ran.stderr);
    }
    for arguments in [
        &["this.csv", "--against", "last.csv", "--partial"][..],
        &["this.csv", "--against-catalogue", "."],
        &["this.csv", "--chosen-map", "map"],
    ] {
        assert_eq!(run(arguments).output().code, 2, "{arguments:?}");
    }
}

#[test]
fn a_row_of_the_earlier_cohort_that_cannot_be_read_is_told_and_the_others_are_compared() {
    let earlier = format!("{}x,9,1,1,1,1,1,\n", table(15, 35));
    let arguments = ["this.csv", "--against", "bad.csv"];
    let ran = run(&arguments).file("bad.csv", &earlier).output();
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("60 people now, and 50 before."), "{}", ran.stdout);
    assert!(ran.stderr.contains("51 rows read: 50 scored, 1 rejected"), "{}", ran.stderr);
    let quiet = run(&arguments).arg("-q").file("bad.csv", &earlier).output();
    assert!(quiet.stderr.starts_with("error: 1 of 51 rows was rejected; the first:"));
    // Nobody to compare with is no result.
    let nobody = run(&arguments).file("bad.csv", format!("{HEADINGS}\na,5,,,,,,\n")).output();
    assert_eq!((nobody.code, nobody.stdout.as_str()), (1, ""));
    assert!(nobody.stderr.contains("error: --against: nobody could be matched"));
}

#[test]
fn standard_input_is_one_of_the_two_cohorts() {
    let told = run(&["this.csv", "--against", "-", "-q"]).stdin(table(15, 35)).words();
    assert!(told.contains("60 people now, and 50 before."), "{told}");
    for arguments in [&["-", "--against", "-"][..], &["--against", "-"]] {
        let ran = run(arguments).stdin(table(15, 35)).output();
        assert_eq!(
            (ran.code, ran.stderr.as_str()),
            (
                2,
                "error: --against: standard input is read once: name the file of one of the \
                 cohorts\n"
            )
        );
    }
}

#[test]
fn an_earlier_cohort_of_a_few_is_for_its_adviser_alone() {
    let arguments = ["this.csv", "--against", "few.csv", "-q"];
    let run = run(&arguments).file("few.csv", table(4, 5));
    assert!(run.words().contains("For you alone: these figures may tell of single people."));
}

#[test]
fn no_line_is_wider_than_a_narrow_terminal() {
    for arguments in
        [&["this.csv", "--against", "last.csv", "-q"][..], &["this.csv", "--chosen", "job", "-q"]]
    {
        let told = run(arguments).env("COLUMNS", "45").told();
        let widest = told.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(45), "{told}");
    }
}
