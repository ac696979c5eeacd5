use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};
use rolefit_engine::catalogue::Point;
use rolefit_engine::report::{Basis, Comparison, Reporter};
use rolefit_engine::sheet::{Answers, Sheet};
use serde_json::{Value, json};

use crate::support::run::words;
use crate::support::{Run, middle, small};

/// What names no data files that are at hand.
const OTHER: &str = "sha256:00000000000000000000000000000000000000000000000000000000000000ff";

fn compared(before: &str, after: &str) -> Value {
    let run = Run::small(["compare", "a.yaml", "b.yaml", "--format", "json"]);
    run.file("a.yaml", before).file("b.yaml", after).json()
}

#[test]
fn what_moved_is_told_exactly() {
    let of = compared("answers: 523454", "answers: 153-54");
    assert_eq!(of["basis"], "whole-sheets");
    assert_eq!((&of["shared"], &of["answered_once"]), (&json!(5), &json!(1)));
    assert_eq!(
        of["answers"],
        json!([
            {"id": "sums", "before": 5, "after": 1},
            {"id": "talk", "before": 2, "after": 5},
        ])
    );
    assert_eq!(of["questions"], json!(["sums", "talk", "mend", "chart", "alone"]));
    // numbers: from (1 + 1) / 2 to (-1 + 1) / 2, a move of 1. Two answers with a noise of 0.2
    // each time: the error of the difference is sqrt(0.1 + 0.1) = 0.447. Three interests are
    // compared, so the limit is 2.388 errors, 1.068.
    let interest = |at: usize| &of["interests"][at];
    assert_eq!((&interest(0)["before"], &interest(0)["after"]), (&json!(1.0), &json!(0.0)));
    assert_eq!(interest(0)["moved"], false);
    // people: talk from -0.5 to 1, alone (reversed) stays at -0.5: from -0.5 to 0.25, a move of 0.75.
    assert_eq!((&interest(1)["before"], &interest(1)["after"]), (&json!(-0.5), &json!(0.25)));
    assert_eq!(interest(1)["moved"], false);
    assert_eq!((&interest(3)["after"], &interest(3)["moved"]), (&Value::Null, &json!(false)));
    assert_eq!(of["roles"].as_array().unwrap().len(), 3);
    assert_eq!(of["leading_overlap"].as_bool().unwrap(), {
        let list = |key: &str| of[key].as_array().unwrap().clone();
        list("leading_before").iter().any(|role| list("leading_after").contains(role))
    });
}

#[test]
fn an_interest_has_moved_if_chance_would_move_none_so_far() {
    // numbers: from 1 to -0.25, a move of 1.25, beyond 1.068.
    let of = compared("answers: 523454", "answers: 153-14");
    assert_eq!(of["interests"][0]["after"], -1.0);
    assert_eq!(of["interests"][0]["moved"], true);
    // It alone was compared: 1.96 errors are 0.877, and 1 is beyond that.
    let of = compared("answers: 5---5-", "answers: 1---5-");
    assert_eq!(of["interests"][2]["moved"], false);
    let of = compared("answers: 5-----", "answers: 1-----");
    assert_eq!(of["interests"][0]["moved"], true);
}

/// Of people who have not changed, about one in twenty is told of a change.
#[test]
fn someone_who_has_not_changed_is_seldom_told_so() {
    let catalogue = middle();
    let asked = catalogue.questionnaire();
    let mut rng = ChaCha8Rng::seed_from_u64(5);
    let deviate = |rng: &mut ChaCha8Rng| -> f64 { StandardNormal.sample(rng) };
    let people = 800;
    let reporter = Reporter::new(&catalogue);
    let mut told = 0;
    for _ in 0..people {
        let interests: Vec<f64> = asked
            .interests
            .iter()
            .map(|_| asked.measurement.signal.sqrt() * deviate(&mut rng))
            .collect();
        let mut sitting = || {
            let mut answers = Answers::blank(&catalogue);
            for (number, question) in asked.questions.indexed() {
                let noise = asked.measurement.noise.sqrt() * deviate(&mut rng);
                let at = interests[question.loadings[0].interest.number()] + noise;
                let far = |point: &Point| (asked.scale.coordinate(*point) - at).abs();
                let nearest = asked.scale.points().min_by(|a, b| far(a).total_cmp(&far(b)));
                answers.set(number, nearest);
            }
            Sheet::new(answers)
        };
        let (before, after) = (sitting(), sitting());
        let of = Comparison::of(&reporter, &before, &after, Basis::WholeSheets);
        told += usize::from(of.interests.iter().any(|interest| interest.moved));
    }
    // 5 %, and a little for the rounding of answers to the scale.
    assert!((people / 50..people * 8 / 100).contains(&told), "{told} of {people}");
}

#[test]
fn what_matters_is_compared_too() {
    let heavy = "{answers: 523454, importance: {people: 3, words: 2}}";
    let of = compared(heavy, "{answers: 523454, importance: {words: 2}}");
    assert_eq!(of["importance_moved"], json!(["people"]));
    let told = |after: &str| {
        let run = Run::small(["compare", "a", "b"]).file("a", heavy).file("b", after);
        run.words()
    };
    let said = "You marked different things as mattering most: People and Words. Does it";
    assert!(told("answers: 523454").contains(said), "{}", told("answers: 523454"));
    assert!(!told(heavy).contains("You marked different"));
}

/// Two sittings between which three interests moved, and one role leads in both.
const CHANGED: [&str; 2] = ["115414143252422", "554453415154155"];

/// What is said of the leading roles, below their names.
fn verdict(before: &str, after: &str) -> String {
    let run = Run::middle(["compare", "a", "b"]).file("a", before).file("b", after);
    let told = run.output().stdout;
    let (_, rest) = told.split_once("Does it change what suits you?\n").unwrap();
    let (passage, _) = rest.split_once("\n\n").unwrap();
    let said = passage.lines().skip_while(|line| line.starts_with("  "));
    said.collect::<Vec<_>>().join(" ")
}

#[test]
fn what_leads_differs_by_what_moved() {
    let steady = "453152345123451";
    let weighed = |answers: &str| {
        format!("{{answers: '{answers}', importance: {{money: 0, building: 5, hosting: 5}}}}")
    };
    let plain = |answers: &str| format!("answers: '{answers}'");
    assert_eq!(
        verdict(&plain(steady), &plain(steady)),
        "The same roles lead in both. No answer moved."
    );
    let only_weighed = verdict(&plain(steady), &weighed(steady));
    assert!(only_weighed.ends_with(
        ". No answer moved: whatever differs comes from what you marked as mattering most."
    ));
    // Of someone who changed: three interests moved, and a role leads all the same.
    let [then, now] = CHANGED;
    let changed = "Three interests moved by more than chance explains: either you have changed, or \
                   one of the sittings was not typical.";
    assert_eq!(
        verdict(&plain(then), &plain(now)),
        format!("One role leads in both: Set Carpenter. {changed}")
    );
    let both = verdict(&plain(then), &weighed(now));
    let too = "What differs may also come from what you marked as mattering most.";
    assert!(both.ends_with(&format!(" {changed} {too}")), "{both}");
    // One answer by one step.
    let nearly = format!("3{}", &steady[1..]);
    let chance = verdict(&plain(steady), &plain(&nearly));
    assert!(chance.contains(" No interest moved by more than chance explains"), "{chance}");
    // The same, and most other questions in one sitting only.
    let short = format!("3453{}", "-".repeat(11));
    let chance = verdict(&plain(steady), &plain(&short));
    let also = " What differs may also come from the questions answered in one sitting only.";
    assert!(chance.ends_with(also), "{chance}");
    // One question fewer.
    let fewer = format!("-{}", &steady[1..]);
    let once = verdict(&plain(steady), &plain(&fewer));
    let said = " No answer moved: whatever differs comes from the question answered in one sitting \
                only.";
    assert!(once.ends_with(said), "{once}");
    let once = verdict(&plain(steady), &weighed(&fewer));
    let said = "from the question answered in one sitting only and what you marked as mattering \
                most.";
    assert!(once.ends_with(said), "{once}");
}

#[test]
fn many_answers_that_moved_are_never_called_chance() {
    // Twelve of fifteen answers move by one step, no interest by more than chance explains.
    let said = "12 of 15 answers moved, so these sittings differ a lot, although no single interest \
                moved by more than chance explains.";
    let told = verdict("answers: '333333333333342'", "answers: '242424242424342'");
    assert!(told.contains(said) && !told.contains("may be chance"), "{told}");
}

#[test]
fn a_role_that_leads_no_more_has_its_rank_now() {
    let [then, now] = CHANGED.map(|answers| format!("answers: '{answers}'"));
    let told = Run::middle(["compare", "a", "b"]).file("a", then).file("b", now).words();
    let said = "Then: Treasurer (now 5th), Front of House and Hall Manager (now 6th), Set Carpenter \
                Now:";
    assert!(told.contains(said), "{told}");
}

#[test]
fn interests_that_moved_are_counted_in_a_whole_sentence() {
    let [then, now] = CHANGED.map(|answers| format!("answers: '{answers}'"));
    let told = Run::middle(["compare", "a", "b"]).file("a", then).file("b", now).told();
    let said = "\nInterests\nThree interests, marked *, moved by more than chance explains.\n";
    assert!(told.contains(said), "{told}");
    let told = Run::small(["compare", "a", "b"])
        .file("a", "answers: {sums: 1}")
        .file("b", "answers: {talk: 1}")
        .output()
        .stdout;
    let said = "\nNo question was answered in both. 2 were answered in one of them only.\n";
    assert!(told.contains(said), "{told}");
    assert!(told.contains("\nNone was measured in both.\n"), "{told}");
    assert!(
        told.contains("\nNeither sitting can be ranked, so no roles are compared.\n"),
        "{told}"
    );
    assert!(!told.contains("Ranks then and now"), "{told}");
}

#[test]
fn one_is_told_in_the_singular() {
    let told = Run::small(["compare", "a", "b"])
        .file("a", "answers: {sums: 1, talk: 1}")
        .file("b", "answers: {sums: 5, mend: 2}")
        .output()
        .stdout;
    let said = "\n1 question was answered in both. 2 were answered in one of them only.\n";
    assert!(told.contains(said), "{told}");
    assert!(told.contains("\n1 answer moved\n"), "{told}");
}

#[test]
fn the_roles_are_cut_to_those_asked_for() {
    let run = |format: &str| {
        Run::small(["compare", "a", "b", "--top", "1", "--format", format])
            .file("a", "answers: 523454")
            .file("b", "answers: 523454")
    };
    assert_eq!(run("json").json()["roles"].as_array().unwrap().len(), 1);
    let text = run("text").output().stdout;
    assert!(text.contains("\nRanks then and now\n    1    1  Clerk\n"), "{text}");
    assert!(text.ends_with("Clerk\n"), "{text}");
}

#[test]
fn zero_is_written_alike_everywhere() {
    let told = Run::small(["compare", "a", "b"])
        .file("a", "answers: 353454")
        .file("b", "answers: 323434")
        .output()
        .stdout;
    assert!(told.contains("Things  +0.33 to  0.00"), "{told}");
    assert!(!told.contains("+0.00") && !told.contains("-0.00"), "{told}");
}

#[test]
fn the_same_sheet_twice_has_moved_nowhere() {
    let of = compared("answers: 523454", "answers: 523454");
    assert_eq!((&of["answers"], &of["leading_overlap"]), (&json!([]), &json!(true)));
    assert!(of["interests"].as_array().unwrap().iter().all(|interest| interest["moved"] == false));
    for role in of["roles"].as_array().unwrap() {
        assert_eq!(role["before"], role["after"]);
    }
}

#[test]
fn sheets_of_other_files_are_compared_on_what_they_share() {
    let foreign = format!(
        "catalogue: {OTHER}\nanswers: {{sums: 1, talk: 5, mend: 3, another-question: 9}}\n"
    );
    let of = compared(&foreign, "answers: 523454");
    assert_eq!((&of["basis"], &of["shared"]), (&json!("shared-questions"), &json!(3)));
    // The answers to the other questions are not used: words was asked only once.
    assert_eq!(of["interests"][3]["after"], Value::Null);
    let text =
        Run::small(["compare", "a", "b"]).file("a", &foreign).file("b", "answers: 523454").output();
    let words = words(&text.stdout);
    let said = "so only the 3 questions that both answer are used: sums, talk and mend. Does";
    assert!(words.contains(said), "{words}");
    assert_eq!(of["questions"], json!(["sums", "talk", "mend"]));
}

#[test]
fn sheets_that_share_too_little_are_refused() {
    Run::small(["compare", "a", "b"])
        .file("a", format!("catalogue: {OTHER}\nanswers: {{sums: 1, another-question: 9}}\n"))
        .file("b", "answers: 523454")
        .stderr(
            "error: these sheets were made with different data files and share 1 question, too few \
             for a match. Give the files they were made with, with --questions and --careers\n",
        )
        .code(65)
        .check();
    let digits = Run::small(["compare", "a", "b"])
        .file("a", format!("catalogue: {OTHER}\nanswers: '523454'\n"))
        .file("b", "answers: 523454")
        .output();
    assert_eq!(digits.code, 65);
    assert!(digits.stderr.contains("its answers do not name their questions"), "{}", digits.stderr);
}

#[test]
fn a_kept_sheet_is_read_by_score_and_compare() {
    let run = Run::small(["quiz", "--quiet", "--format", "json", "--write-sheet", "kept.json"])
        .stdin("5\n2\n3\n4\n5\n-\n\nmark 2\n");
    let folder = run.folder().to_owned();
    let told = run.output();
    assert_eq!((told.code, told.stderr.as_str()), (0, ""));
    let kept = std::fs::read_to_string(folder.join("kept.json")).unwrap();
    let value: Value = serde_json::from_str(&kept).unwrap();
    assert_eq!(value["catalogue"], small().fingerprint().as_str());
    assert_eq!(value["importance"], json!({"people": 2.0}));
    let scored = Run::small(["score", "--format", "json"]).stdin(kept.clone()).output();
    assert_eq!(scored.stdout, told.stdout);
    let again = Run::small(["quiz", "--write-sheet", "kept.json"])
        .file("kept.json", "mine")
        .stdin("5\n")
        .output();
    assert_eq!(again.code, 74, "a file that is there is refused before the first question");
}

#[test]
fn the_answers_that_moved_most_come_first_and_ten_at_the_most() {
    let told = Run::middle(["compare", "a", "b"])
        .file("a", "answers: '111111111111111'")
        .file("b", "answers: '222222222222511'")
        .told();
    let (_, moved) = told.split_once("13 answers moved\n").unwrap();
    let moved: Vec<&str> = moved.split("\n  - ").collect();
    assert!(words(moved[0]).contains(": Not at all, now Very much"), "{told}");
    assert_eq!(moved.len(), 10, "{told}");
    assert!(told.contains("\n3 others moved too, none of them by more.\n"), "{told}");
}

/// Three people, of whom one answered twice.
const CLASS: &str = "respondent,sums,talk,mend,write,chart,alone\n\
                     ann,5,2,3,4,5,4\nbea,1,5,3,1,5,4\nann,1,5,3,1,5,4\ncy,5,2,3,4,5,4\n";

/// A run on the small data files with the class, its first row alone, and a sheet.
fn with_class(arguments: &[&str]) -> Run {
    let one: Vec<&str> = CLASS.lines().take(2).collect();
    let run = arguments.iter().fold(Run::small(["compare"]), |run, argument| run.arg(*argument));
    run.file("class.csv", CLASS)
        .file("class", CLASS)
        .file("one.csv", one.join("\n"))
        .file("sheet.yaml", "answers: 523454")
        .stdin(CLASS)
}

#[test]
fn rows_of_tables_are_compared_as_sheets_are() {
    // Who is compared is told beside it.
    let figures = |mut of: Value| {
        of.as_object_mut().unwrap().retain(|key, _| !key.starts_with("respondent_"));
        of
    };
    let expected = figures(compared("answers: 523454", "answers: 153154"));
    for arguments in [
        &["class.csv", "--respondent", "ann"][..],
        &["class", "--respondent", "ann"],
        &["-", "--respondent", "ann"],
        &["-", "--respondent", "cy", "--respondent", "bea", "-q"],
        &["one.csv", "class.csv", "--respondent", "ann", "--respondent", "bea", "-q"],
    ] {
        let told = with_class(&[arguments, &["--format", "json"]].concat()).json();
        assert_eq!(figures(told), expected, "{arguments:?}");
    }
    let told = with_class(&["class.csv", "--respondent", "ann", "--format", "json"]).json();
    assert_eq!([&told["respondent_before"], &told["respondent_after"]], ["ann", "ann"]);
    // A table with one row is a sheet.
    for (before, after) in [("one.csv", "sheet.yaml"), ("sheet.yaml", "one.csv")] {
        let told = with_class(&[before, after, "--format", "json"]).json();
        assert_eq!(told["answers"], json!([]));
    }
}

#[test]
fn a_sheet_is_compared_from_standard_input() {
    let told = Run::small(["compare", "-", "b", "--format", "json"])
        .stdin("answers: 523454")
        .file("b", "answers: 153-54");
    assert_eq!(told.json(), compared("answers: 523454", "answers: 153-54"));
}

#[test]
fn what_is_no_pair_of_sittings_is_refused_with_what_to_do() {
    for (arguments, code, told) in [
        (
            &["class.csv"][..],
            65,
            "class.csv: there are 4 rows of answers, and two are wanted: say whose with \
             --respondent NAME, once for a person with two rows, or twice",
        ),
        (
            &["class.csv", "--respondent", "bea"],
            65,
            "class.csv: there is 1 row of \"bea\" (row 3 (line 3)), and two are wanted: for the \
             rows of two people give --respondent twice",
        ),
        (
            &["class.csv", "one.csv", "--respondent", "ann"],
            65,
            "class.csv: there are 2 rows of \"ann\" (row 2 (line 2), row 4 (line 4)), and one is \
             wanted: take all but one out of a copy of the table",
        ),
        (
            &["class.csv", "--respondent", "dee"],
            65,
            "class.csv: there is no row of \"dee\": give --respondent one of those that rolefit \
             batch lists",
        ),
        (
            &["class.csv", "sheet.yaml"],
            65,
            "class.csv: there are 4 rows of answers, and one is wanted: rolefit batch takes many, and \
             rolefit compare one of them with --respondent",
        ),
        (
            &["sheet.yaml"],
            2,
            "sheet.yaml is no table of sittings: name the other sitting after it, as B",
        ),
        (
            &["sheet.yaml", "sheet.yaml", "--respondent", "ann"],
            2,
            "--respondent: neither sheet.yaml nor sheet.yaml is a table with rows: leave \
             --respondent out",
        ),
        (&["-", "-"], 2, "-: standard input is read once: name the file of the other sitting"),
        (
            &["class.csv", "--respondent", "a", "--respondent", "b", "--respondent", "c"],
            2,
            "--respondent: give it once or twice: two sittings are compared",
        ),
    ] {
        with_class(arguments).stderr(format!("error: {told}\n")).code(code).check();
    }
}

#[test]
fn other_people_are_told_of() {
    let arguments = ["class.csv", "--respondent", "bea", "--respondent", "cy"];
    let told = with_class(&arguments).output();
    assert_eq!(
        told.stderr,
        "warning: the first sheet is of \"bea\" and the second of \"cy\": what differs between \
         two people is no change\n"
    );
    let said = "The first sheet is of bea and the second of cy: what differs between two people is \
                no change.";
    for format in ["text", "markdown", "html"] {
        let told = with_class(&[&arguments[..], &["-q", "--format", format]].concat()).words();
        assert!(told.contains(said), "{told}");
    }
}

#[test]
fn what_is_behind_moved_is_told_in_numbers() {
    let of = compared("answers: 523454", "answers: 153-54");
    // Two answers to numbers with a noise of 0.2 each time: √(0.1 + 0.1), and Šidák's limit for
    // three interests is 2.3877.
    let number = |key: &str| of["interests"][0][key].as_f64().unwrap();
    assert!((number("standard_error") - 0.447_214).abs() < 1e-6);
    assert!((number("margin") - 1.067_8).abs() < 1e-4, "{}", number("margin"));
    // Words was asked only once.
    for key in ["standard_error", "margin"] {
        assert_eq!(of["interests"][3][key], Value::Null);
    }
}
