use std::fmt::Write as _;

use serde_json::Value;

use crate::support::Run;

/// Sixty people of three sites who answered in one of four ways.
fn table() -> String {
    let mut table = "respondent,site,sums,talk,mend,write,chart,alone\n".to_owned();
    for number in 0..60 {
        let site =
            ["North", "South, East", ""][usize::from(number >= 20) + usize::from(number >= 53)];
        let answers = ["5,2,3,4,5,4", "1,5,2,3,2,1", "3,,5,2,4,2", "4,4,1,5,3,2"][number % 4];
        writeln!(table, "r{number},\"{site}\",{answers}").unwrap();
    }
    table
}

const READ: &str = "60 rows read: 60 scored, 0 rejected, 0 blank\n";

fn json(run: Run) -> Value {
    let ran = run.stdin(table()).output();
    assert_eq!((ran.code, ran.stderr.as_str()), (0, READ));
    serde_json::from_str(&ran.stdout).unwrap()
}

#[test]
fn a_cohort_is_what_its_people_add_up_to() {
    let told = json(Run::small(["cohort", "--format", "json"]));
    assert_eq!(
        told["rows"],
        serde_json::json!({"read": 60, "scored": 60, "rejected": 0, "blank": 0})
    );
    assert_eq!((&told["respondents"], &told["complete"]), (&60.into(), &45.into()));
    // The same from what score says of each of the four, of whom there are fifteen.
    let mut first = std::collections::HashMap::new();
    let mut expected = std::collections::HashMap::new();
    for digits in ["523454", "152321", "3-5242", "441532"] {
        let report = Run::small(["score", "--answers", digits, "--format", "json"]).json();
        for role in report["roles"].as_array().unwrap() {
            let id = role["id"].as_str().unwrap().to_owned();
            *expected.entry(id.clone()).or_insert(0.0) +=
                role["certainty"]["best"].as_f64().unwrap() / 4.0;
            *first.entry(id).or_insert(0) += 15 * u64::from(role["rank"] == 1);
        }
    }
    for role in told["roles"].as_array().unwrap() {
        let id = role["id"].as_str().unwrap();
        assert_eq!(role["first"], first[id]);
        assert!((role["expected_share"].as_f64().unwrap() - expected[id]).abs() < 1e-9);
    }
    assert_eq!(told["by"], Value::Null);
    assert!(told.get("measurement").is_none());
}

#[test]
fn small_groups_are_left_out_of_every_form() {
    let told = json(Run::small(["cohort", "--by", "site", "--format", "json"]));
    // Seven without a site: too few, and to be had as the rest, so the next goes too.
    let names: Vec<&Value> =
        told["groups"].as_array().unwrap().iter().map(|of| &of["group"]).collect();
    assert_eq!(names, ["South, East"]);
    assert_eq!(told["suppressed"], serde_json::json!({"groups": 2, "respondents": 27}));
    for format in ["text", "csv", "html"] {
        let ran =
            Run::small(["cohort", "--by", "site", "--format", format]).stdin(table()).output();
        assert_eq!((ran.code, ran.stderr.as_str()), (0, READ), "{format}");
        assert!(ran.stdout.contains("South, East"), "{format}");
        assert!(!ran.stdout.contains("North"), "{format}");
    }
}

#[test]
fn parts_of_a_cohort_merge_to_the_same_bytes_as_the_whole() {
    let table = table();
    let mut lines = table.lines();
    let head = lines.next().unwrap();
    let rows: Vec<&str> = lines.collect();
    let mut run = Run::small(["cohort", "--fit", "--format", "json", "--merge", "0", "1", "2"]);
    for part in 0..3 {
        let rows: Vec<&str> = rows.iter().skip(part).step_by(3).copied().collect();
        let input = format!("{head}\n{}\n", rows.join("\n"));
        let partial = Run::small(["cohort", "--partial", "--by", "site"]).stdin(input).output();
        assert_eq!((partial.code, partial.stdout.lines().count()), (0, 1));
        run = run.file(&part.to_string(), partial.stdout);
    }
    let merged = run.output();
    let whole = Run::small(["cohort", "--fit", "--by", "site", "--format", "json"]).stdin(table);
    assert_eq!((merged.code, merged.stderr.as_str()), (0, READ));
    assert_eq!(merged.stdout, whole.output().stdout);
}

#[test]
fn merged_parts_can_be_merged_again_and_stand_in_one_file() {
    let partial = || Run::small(["cohort", "--partial"]).stdin(table()).output().stdout;
    let twice = partial() + &partial();
    let piped = Run::small(["cohort", "--partial", "--merge", "-"]).stdin(twice.clone()).output();
    let again = Run::small(["cohort", "--partial", "--merge", "p"]).file("p", twice).output();
    assert_eq!((piped.code, &piped.stdout), (0, &again.stdout));
    let told = Run::small(["cohort", "--format", "json", "--merge", "p"]).file("p", again.stdout);
    let told: Value = serde_json::from_str(&told.output().stdout).unwrap();
    assert_eq!(told["respondents"], 120);
}

#[test]
fn the_same_part_counts_once() {
    let partial = Run::small(["cohort", "--partial", "-q"]).stdin(table()).output().stdout;
    let run =
        serde_json::from_str::<Value>(&partial).unwrap()["runs"][0].as_str().unwrap().to_owned();
    let refused = |run: Run, why: &str| {
        run.code(65).stderr(format!("error: {why}: each part counts once: take one out\n")).check();
    };
    refused(
        Run::small(["cohort", "--merge", "p", "q"]).file("p", &partial).file("q", &partial),
        &format!("q: the summary of run {run} is in p already"),
    );
    refused(
        Run::small(["cohort", "--merge", "p"]).file("p", partial.repeat(2)),
        &format!("p: the summary of run {run} stands in this file twice"),
    );
    // Also where one of them is in a merged part.
    let merged = Run::small(["cohort", "--partial", "-q", "--merge", "p"]).file("p", &partial);
    refused(
        Run::small(["cohort", "--merge", "p", "m"]).file("p", &partial).file("m", merged.told()),
        &format!("m: the summary of run {run} is in p already"),
    );
    let damaged = partial.replacen("\"scored\":60", "\"scored\":61", 1);
    let run = Run::small(["cohort", "--merge", "p"]).file("p", damaged).code(65);
    run.stderr("error: p: this summary is damaged: scored: 61 people are counted as 60; write it anew with rolefit cohort --partial\n").check();
}

/// Two people of one site.
const TWO: &str = "site,sums,talk,mend,write,chart,alone\nSouth,5,1,1,5,5,5\nSouth,1,2,5,5,1,1\n";

#[test]
fn fewer_than_ten_are_headed_for_their_adviser_alone() {
    let alone = "For you alone: these figures may tell of single people.";
    let limits = "Every figure here rests on ten people or more.";
    let told = |format: &str, private: bool, table: String| {
        let run = Run::small(["cohort", "-q", "--by", "site", "--format", format]).stdin(table);
        if private { run.arg("--private").told() } else { run.told() }
    };
    for format in ["text", "csv", "html", "json"] {
        let two = told(format, false, TWO.to_owned());
        assert!(two.contains(alone) && !two.contains(limits), "{format}: {two}");
        assert!(!two.contains("South"), "{format}: {two}");
        let private = told(format, true, TWO.to_owned());
        assert!(private.contains(alone) && private.contains("South"), "{format}: {private}");
        let sixty = told(format, false, table());
        assert!(sixty.contains(limits) && !sixty.contains(alone), "{format}: {sixty}");
        let private = told(format, true, table());
        assert!(private.contains(alone) && private.contains("North"), "{format}: {private}");
    }
    let json =
        |private, table| serde_json::from_str::<Value>(&told("json", private, table)).unwrap();
    let flags = |of: &Value| (of["small"].as_bool().unwrap(), of["private"].as_bool().unwrap());
    assert_eq!(flags(&json(false, TWO.to_owned())), (true, false));
    assert_eq!(flags(&json(false, table())), (false, false));
    assert_eq!(flags(&json(true, table())), (true, true));
    let ran = Run::small(["cohort", "--partial", "--private"]).output();
    assert_eq!(ran.code, 2);
}

/// Nine people answered four questions, and one all six; everyone of South the same.
#[test]
fn what_rests_on_few_is_left_out_of_every_form() {
    let mut table = "site,sums,talk,mend,write,chart,alone\n".to_owned();
    for number in 0..9 {
        let answers = ["2,3,4,4,,", "3,5,2,3,,", "4,2,5,2,,", "5,4,3,1,,"][number % 4];
        writeln!(table, "North,{answers}").unwrap();
    }
    table += "North,1,5,3,2,5,5\n";
    table += &"South,2,3,4,4,,\n".repeat(12);
    let run = |format| {
        Run::small(["cohort", "-q", "--by", "site", "--format", format]).stdin(table.clone())
    };
    let told = run("json").json();
    assert_eq!((&told["complete"], told["groups"].as_array().unwrap().len()), (&Value::Null, 2));
    for group in told["groups"].as_array().unwrap() {
        assert_eq!(group["complete"], Value::Null);
        for sign in group["signs"].as_array().unwrap() {
            assert_ne!(sign["defined"], 1, "{group}");
        }
        for interest in group["interests"].as_array().unwrap() {
            assert_eq!((&interest["mean"], &interest["respondents"]), (&Value::Null, &Value::Null));
        }
        assert_eq!(group["roles"], serde_json::json!([]), "all of South have one role first");
    }
    let chart = &told["questions"][4];
    assert_eq!((&chart["answered"], &chart["mean"]), (&Value::Null, &Value::Null));
    assert_eq!(chart["counts"], serde_json::json!([]));
    let text = run("text").told();
    assert!(
        text.contains("A dash, or a table left out, stands for figures of fewer than"),
        "{text}"
    );
    assert!(text.contains("Fewer than 10 answered every question;"), "{text}");
    let roles = "Roles and training are left out: too few can be matched";
    assert!(text.contains(roles), "{text}");
    assert!(run("html").told().contains(roles));
    assert!(run("csv").told().contains("\n,question,chart,answered,\n"));
}

#[test]
fn fifths_of_few_are_counted_together() {
    let mut table = "site,sums,talk,mend,write,chart,alone\n".to_owned();
    // People who talk: three never, twelve rather, fifteen gladly; the others, in turn, any way.
    for number in 0..30 {
        let talk = if number < 3 {
            1
        } else if number < 15 {
            4
        } else {
            5
        };
        writeln!(table, ",{},{talk},{},3,,", number % 5 + 1, number / 2 % 5 + 1).unwrap();
    }
    let run = |format| Run::small(["cohort", "-q", "--format", format]).stdin(table.clone());
    let told = run("json").json();
    let bars = told["interests"][1]["distribution"].as_array().unwrap().iter();
    let counts: Vec<u64> = bars.map(|bar| bar["respondents"].as_u64().unwrap()).collect();
    assert!(counts.iter().all(|count| *count == 0 || *count >= 10), "{counts:?}");
    assert_eq!(counts, [0, 0, 0, 15, 15][5 - counts.len()..], "three and twelve are fifteen");
}

#[test]
fn the_same_people_give_the_same_bytes_whatever_the_threads() {
    let told = |threads| {
        Run::small([
            "cohort",
            "-q",
            "--fit",
            "--by",
            "site",
            "--format",
            "json",
            "--threads",
            threads,
        ])
        .stdin(table())
        .output()
        .stdout
    };
    assert_eq!(told("1"), told("7"));
}

#[test]
fn rows_that_cannot_be_read_are_told_and_left_out() {
    let mut table = table();
    for bad in ["9", "x", "0", "6", "2.5", "7", "8"] {
        writeln!(table, "b,North,{bad},1,1,1,1,1").unwrap();
    }
    table.push_str(",,,,,,,\n");
    let ran = Run::small(["cohort", "--format", "json"]).stdin(table).output();
    let line = |line, bad| {
        let words = if bad == "x" {
            "; say which answers words are with --scale \"x=N\", or that they are skipped \
             questions with --missing \"x\" (of batch, cohort and audit)"
        } else {
            ""
        };
        format!(
            "row {line} (line {line}): sums: \"{bad}\" is not an answer: expected a whole number \
             from 1 to 5{words}\n"
        )
    };
    let told: String = [(62, "9"), (63, "x"), (64, "0"), (65, "6"), (66, "2.5")]
        .map(|(at, bad)| line(at, bad))
        .concat();
    assert_eq!(
        ran.stderr,
        "6 rows are of respondents that occurred before: b\n".to_owned()
            + &told
            + "and 2 more rejected\n68 rows read: 60 scored, 7 rejected, 1 blank\n"
    );
    assert_eq!(ran.code, 1);
    let told: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((&told["respondents"], &told["rows"]["rejected"]), (&60.into(), &7.into()));
}

#[test]
fn rejected_rows_are_told_of_merged_parts_too() {
    let partial = Run::small(["cohort", "--partial", "-q"]).stdin("sums\n5\n9\n").output();
    let merged = Run::small(["cohort", "--merge", "p"]).file("p", partial.stdout).output();
    let told = "2 rows read: 0 scored, 1 not matched, 1 rejected, 0 blank\n";
    assert_eq!((merged.code, merged.stderr.as_str()), (1, told));
}

#[test]
fn the_measurement_that_is_printed_can_be_pasted() {
    let ran = Run::small(["cohort", "--fit", "-q"]).stdin(table()).output();
    let block: Vec<&str> = ran.stdout.lines().skip_while(|line| *line != "measurement:").collect();
    let block = block.join("\n");
    let questions = crate::support::QUESTIONS
        .replace("measurement: {noise: 0.2, signal: 0.1, source: made up}", &block);
    assert!(block.contains("  noise: 0."), "{}", ran.stdout);
    Run::with(["score", "--answers", "523454"], &questions, crate::support::CAREERS).told();
}

#[test]
fn a_signal_that_would_be_written_as_0_is_none() {
    // People whose interests differ by next to nothing: 0.00004 or so.
    let table = include_str!("../data/hardly-differ.csv");
    let run = || Run::middle(["cohort", "--fit", "-q"]).stdin(table);
    let signal = run().arg("--format=json").json()["measurement"]["signal"].as_f64().unwrap();
    assert!(signal > 0.0 && signal < 0.000_05, "{signal}");
    let told = run().output().stdout;
    assert!(told.contains("nothing to measure: keep the figures in use."), "{told}");
}

#[test]
fn groups_whose_names_differ_in_blanks_are_one() {
    let mut table = "site,sums,talk,mend,write,chart,alone\n".to_owned();
    for site in ["North East", " North  East", "South", "North\u{a0}East "] {
        for _ in 0..10 {
            writeln!(table, "{site},5,2,3,4,5,4").unwrap();
        }
    }
    let run = Run::small(["cohort", "-q", "--by", "site", "--format", "json"]).stdin(table);
    let told = run.json();
    let groups = told["groups"].as_array().unwrap().iter();
    let groups: Vec<(&Value, &Value)> =
        groups.map(|of| (&of["group"], &of["respondents"])).collect();
    let [north, south]: [Value; 2] = ["North East".into(), "South".into()];
    assert_eq!(groups, [(&north, &30.into()), (&south, &10.into())]);
}

#[test]
fn a_table_for_a_spreadsheet_has_one_figure_a_row() {
    let ran = Run::small(["cohort", "-q", "--format", "csv"]).stdin(table()).output();
    let mut reader = csv::Reader::from_reader(ran.stdout.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let value = |kind: &str, id: &str, measure: &str| {
        let row =
            rows.iter().find(|row| (&row[1], &row[2], &row[3]) == (kind, id, measure)).unwrap();
        row[4].to_owned()
    };
    assert_eq!(value("people", "", "respondents"), "60");
    assert_eq!(value("question", "talk", "skipped"), "15");
    // 5, 1, 3 and 4: a negative figure is a number, not a text with an apostrophe.
    assert_eq!(value("question", "sums", "mean"), "3.25");
    assert_eq!(value("interest", "things", "mean").parse::<f64>().unwrap().signum(), -1.0);
}

#[test]
fn what_cannot_be_is_refused() {
    let refused = |run: Run, code: i32, why: &str| {
        run.stdin(table()).code(code).stderr(format!("error: {why}\n")).check();
    };
    refused(
        Run::small(["cohort", "--by", "team"]),
        65,
        "--by: the table has no column \"team\"; it has respondent, site, sums, talk, mend, write \
         and 2 more",
    );
    let nothing = Run::small(["cohort", "--by", "site"]).code(65);
    nothing.stderr("error: --by: there are no rows, and so no columns: give a table, or leave the option out\n").check();
    for (option, value) in [("--format", "json"), ("--top", "1")] {
        let ran = Run::small(["cohort", "--partial", option, value]).output();
        let why =
            format!("error: --partial: it cannot be used with {option}: take one of them out\n");
        assert_eq!((ran.code, ran.stderr), (2, why));
    }
    refused(
        Run::small(["cohort", "--merge", "p"]).file("p", "{\"rolefit_summary\": 1}"),
        65,
        "p: this is no summary that rolefit cohort --partial wrote (line 1, column 22)",
    );
    let partial = Run::small(["cohort", "--partial", "-q"]).stdin(table()).output().stdout;
    refused(
        Run::small(["cohort", "--merge", "p"]).file("p", &partial[..partial.len() - 20]),
        65,
        &format!(
            "p: the summary is cut off: write it anew with rolefit cohort --partial (line 1, \
             column {})",
            partial.len() - 20
        ),
    );
    let nothing = "p: there is no summary in it: did the run that should have written it fail?";
    refused(Run::small(["cohort", "--merge", "p"]).file("p", ""), 65, nothing);
    refused(
        Run::small(["cohort", "--merge", "whole", "p"]).file("whole", &partial).file("p", "\n"),
        65,
        nothing,
    );
    refused(
        Run::small(["cohort", "--merge", "p"]),
        66,
        "p: there is no such file: check its name, and which folder it is in",
    );
    let partial =
        Run::middle(["cohort", "--partial", "-q"]).stdin("{\"answers\":{}}\n").output().stdout;
    let ran = Run::small(["cohort", "--merge", "p"]).file("p", partial).output();
    assert_eq!(ran.code, 65);
    assert!(
        ran.stderr.starts_with("error: p: this summary was made with another pair of data files")
    );
    let many: String = (0..1001).map(|site| format!("r,{site},1\n")).collect();
    let ran = Run::small(["cohort", "-q", "--by", "site"])
        .stdin("respondent,site,sums\n".to_owned() + &many);
    let ran = ran.output();
    assert_eq!(ran.code, 2);
    assert_eq!(
        ran.stderr,
        "error: --by: there are more than 1000 groups: choose a column that many people share, such \
         as a site or a year\n"
    );
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for columns in ["80", "45"] {
        let run = Run::middle(["cohort", "--fit", "-q"]).env("COLUMNS", columns);
        let line = |first| format!("{{\"answers\": \"{first}5231{first}5231{first}5231\"}}\n");
        let lines: String = (1..=5).map(line).collect();
        let text = run.stdin(lines).output().stdout;
        for line in text.lines() {
            assert!(line.chars().count() <= columns.parse().unwrap(), "{columns}: {line}");
        }
    }
}
