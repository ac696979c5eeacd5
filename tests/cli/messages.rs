//! What is told of mistakes on the command line and of files: what, where, and what to do.

use crate::support::Run;
use crate::support::catalogues::small_files;
use crate::support::workbooks::zipped;

const TABLE: &str = "respondent,sums,talk,mend,write,chart,alone\na,5,2,3,4,5,4\n";

#[track_caller]
fn is_refused(run: Run, code: i32, why: &str) {
    run.file("t.csv", TABLE).code(code).stderr(format!("error: {why}\n")).check();
}

#[test]
fn a_missing_catalogue_is_told_with_what_names_it() {
    let none = "there is no such folder: name the one that questions.yaml and careers.yaml are in";
    let file = "this is a file, not a folder: name the folder that questions.yaml and careers.yaml \
                are in";
    for command in ["show", "audit", "page", "cohort"] {
        let run = Run::new([command, "--catalogue", "no"]);
        is_refused(run, 66, &format!("--catalogue: no: {none}"));
    }
    let run = Run::new(["show", "--catalogue", "t.csv"]);
    is_refused(run, 66, &format!("--catalogue: t.csv: {file}"));
    let run = Run::new(["show", "--catalogue", "."]);
    is_refused(
        run,
        66,
        "--catalogue: ./questions.yaml: there is no such file: the folder has to hold \
         questions.yaml and careers.yaml, as rolefit init DIR writes them",
    );
    for (named, why) in [("no", none), ("t.csv", file)] {
        let mut run = Run::new(["show"]).env("ROLEFIT_CATALOGUE", named);
        run.knows_its_files();
        is_refused(run, 66, &format!("ROLEFIT_CATALOGUE: {named}: {why}"));
    }
    let run = Run::small(["cohort", "t.csv", "--against", "u.csv", "--against-catalogue", "no"]);
    is_refused(run, 66, &format!("--against-catalogue: no: {none}"));
    let [questions, _] = small_files().map(|path| path.display().to_string());
    for (arguments, option) in [
        (["show", "--questions", "q", "--careers", "c"], "--questions: q"),
        (["show", "--careers", "c", "--questions", &questions], "--careers: c"),
        (["show", "--careers", "c", "--questions", "."], "--questions: .: this is a folder"),
    ] {
        let folder =
            ", not a file: name the file in it, or take the two in it with --catalogue DIR";
        let why = if option.contains(": .") {
            folder
        } else {
            ": there is no such file: check its name, and which folder it is in"
        };
        is_refused(Run::new(arguments), 66, &format!("{option}{why}"));
    }
}

#[test]
fn a_column_that_is_not_there_is_told_with_its_option_and_those_there_are() {
    let has = "the table has no column \"nope\"; it has respondent, sums, talk, mend, write, chart \
               and 1 more";
    for (command, option) in [
        ("batch", "--respondent"),
        ("batch", "--in-order-from"),
        ("batch", "--keep"),
        ("cohort", "--by"),
        ("cohort", "--chosen"),
    ] {
        let run = Run::small([command, "t.csv", option, "nope"]);
        is_refused(run, 65, &format!("t.csv: {option}: {has}"));
    }
    let run = Run::small(["batch", "t.csv", "--map", "m"]).file("m", "sums: sums\nnope: talk\n");
    is_refused(run, 65, &format!("t.csv: --map: m:2: {has}"));
    for (option, begin) in
        [("--map", &["batch"][..]), ("--chosen-map", &["cohort", "--chosen", "sums"])]
    {
        let run = begin[1..].iter().fold(Run::small([begin[0]]), |run, word| run.arg(*word));
        let run = run.file("t.csv", TABLE).file("m", "sums: nope\n");
        let ran = run.arg("t.csv").arg(option).arg("m").output();
        let end = format!("error: {option}: 1 mistake; nothing was done\n");
        assert!(ran.code == 65 && ran.stderr.ends_with(&end), "{}", ran.stderr);
    }
    let run = Run::small(["batch", "t.csv", "--map", "m"]);
    is_refused(
        run,
        66,
        "--map: m: there is no such file: check its name, and which folder it is in",
    );
    let run = Run::small(["cohort", "t.csv", "--chosen", "sums", "--chosen-map", "m"]);
    is_refused(
        run,
        66,
        "--chosen-map: m: there is no such file: check its name, and which folder it is in",
    );
    is_refused(
        Run::small(["batch", "t.csv", "--respondent", "sums"]),
        65,
        "t.csv: --respondent: the column \"sums\" cannot name the respondent: it holds answers; \
         name another, or number people with --anonymous",
    );
    is_refused(
        Run::small(["batch", "t.csv", "--missing", " "]),
        2,
        "--missing: name a word that stands for a skipped question, as in --missing 99",
    );
    is_refused(
        Run::small(["compare", "t.csv", "--respondent", "nope"]),
        65,
        "t.csv: there is no row of \"nope\": give --respondent one of those that rolefit batch lists",
    );
}

#[test]
fn a_file_of_another_kind_is_told_by_what_it_is() {
    let table = "and no table: save the answers as .xlsx or as CSV UTF-8, a row for each person";
    let sheet = "and no answer sheet: give a sheet as rolefit quiz --write-sheet FILE writes it, or \
                 a table of one row";
    let report = "and no whole report of one person: give a report as rolefit score --format json \
                  writes it";
    for (name, begun, what) in [
        ("f.pdf", &b"%PDF-1.4 x\n"[..], "a PDF"),
        ("f.png", b"\x89PNG\r\n\x1a\n", "a picture"),
        ("f.gz", b"\x1f\x8b\x08x", "a compressed file (.gz)"),
        ("f.html", b"<!DOCTYPE html>\n", "a web page"),
        ("f.rtf", b"{\\rtf1 x}", "a text document (.rtf)"),
    ] {
        let run = |command| Run::small([command, name]).file(name, begun);
        is_refused(run("batch"), 65, &format!("{name}: this is {what}, {table}"));
        is_refused(run("cohort"), 65, &format!("{name}: this is {what}, {table}"));
        is_refused(run("score"), 65, &format!("{name}: this is {what}, {sheet}"));
        is_refused(run("render"), 65, &format!("{name}: this is {what}, {report}"));
    }
    for (parts, what) in [
        (&[("word/document.xml", "<x/>"), ("_rels/.rels", "")][..], "a text document (.docx)"),
        (&[("ppt/presentation.xml", "<x/>")], "a presentation (.pptx)"),
        (
            &[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")],
            "a text document (.odt)",
        ),
    ] {
        for command in ["batch", "score"] {
            let run = Run::small([command, "f"]).file("f", zipped(parts));
            let why = "put the answers into a spreadsheet and save that as .xlsx or as CSV UTF-8";
            is_refused(run, 65, &format!("f: this is {what}, and no table: {why}"));
        }
    }
    for name in ["f.xlsx", "f.ods", "f.XLS"] {
        for command in ["batch", "score"] {
            is_refused(
                Run::small([command, name]).file(name, "no workbook"),
                65,
                &format!(
                    "{name}: its name ends as that of a workbook, but it is none: open it in the \
                     spreadsheet and save it as .xlsx or as CSV UTF-8"
                ),
            );
        }
    }
    let old = Run::small(["score", "old"]).file("old", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    let why = "old: this is a workbook of an older kind (.xls): in the spreadsheet, save it as \
               .xlsx or as CSV UTF-8";
    is_refused(old, 65, why);
}

#[test]
fn what_rolefit_wrote_is_told_from_a_sheet() {
    let report = Run::small(["score", "--answers", "523454", "--format", "json"]).told();
    let part = Run::small(["cohort", "-q", "--partial"]).stdin(TABLE).told();
    let record = Run::small(["batch", "-q"]).stdin(TABLE).told();
    let whole = Run::small(["batch", "-q", "--full"]).stdin(TABLE).told();
    let render = "show it with rolefit render";
    let merge = "add parts up with rolefit cohort --merge";
    let rows = "give the row that it was made of, or write whole reports with rolefit batch --full";
    let record_is = "a record that rolefit batch wrote, without the answers";
    for (arguments, file, why) in [
        (
            &["score"][..],
            &report,
            format!("a report that rolefit wrote, and no answer sheet: {render}"),
        ),
        (&["score"], &whole, format!("a report that rolefit wrote, and no answer sheet: {render}")),
        (&["score"], &part, format!("a part of a cohort, and no answer sheet: {merge}")),
        (&["score"], &record, format!("{record_is}, and no answer sheet: {rows}")),
        (&["render"], &record, format!("{record_is}, and no whole report of one person: {rows}")),
        (
            &["render"],
            &part,
            format!("a part of a cohort, and no whole report of one person: {merge}"),
        ),
        (
            &["cohort", "--merge"],
            &report,
            format!("a report that rolefit wrote, and no part of a cohort: {render}"),
        ),
        (
            &["render"],
            &"answers: 523454\n".to_owned(),
            "a sheet of answers, and no whole report of one person: score it with rolefit score"
                .to_owned(),
        ),
        (
            &["score"],
            &"format: 1\nquestions: []\n".to_owned(),
            "a file of questions, and no answer sheet: use it with --questions FILE".to_owned(),
        ),
    ] {
        let run = arguments.iter().fold(Run::small([]), |run, word| run.arg(*word)).arg("f");
        let option = if arguments.len() > 1 { "--merge: " } else { "" };
        is_refused(run.file("f", file), 65, &format!("{option}f: this is {why}"));
    }
    let ran = Run::small(["batch", "-q"]).stdin(report).output();
    assert!(ran.stderr.contains("unknown key \"schema_version\"; this is what rolefit wrote"));
}

#[test]
fn an_id_that_is_near_none_is_told_with_what_lists_them() {
    is_refused(
        Run::small(["score", "--answer", "nope=3"]),
        65,
        "--answer: there is no question called \"nope\"; rolefit show questions lists them",
    );
    is_refused(
        Run::small(["score", "--answer", "sums=3", "--importance", "nope=3"]),
        65,
        "--importance: there is no interest called \"nope\"; rolefit show interests lists them",
    );
    for (arguments, text, why) in [
        (["score", "f", ""], "answers: {zzzz: 3}\n", "rolefit show questions lists them"),
        (
            ["score", "f", ""],
            "answers: {}\nimportance: {zzzz: 3}\n",
            "rolefit show interests lists",
        ),
        (["batch", "--map", "f"], "sums: zzzz\n", "rolefit show questions lists them"),
    ] {
        let words = arguments.into_iter().filter(|word| !word.is_empty());
        let run = words.fold(Run::small([]), Run::arg).file("f", text);
        let ran = run.stdin(TABLE).output();
        assert!(ran.stderr.contains(why), "{}", ran.stderr);
        assert_eq!(ran.code, 65);
    }
    let chosen = Run::small(["cohort", "--chosen", "sums", "--chosen-map", "f"]);
    let ran = chosen.file("f", "5: zzzz\n").stdin(TABLE).output();
    assert!(ran.stderr.contains("rolefit show roles lists them"), "{}", ran.stderr);
}

#[test]
fn an_option_before_its_command_is_told_where_it_belongs() {
    for (arguments, why) in [
        (
            ["--format", "json", "score"],
            "--format: options stand behind the name of their command, as in rolefit score --format json …",
        ),
        (
            ["--top", "3", "batch"],
            "--top: options stand behind the name of their command, as in rolefit batch --top 3 …",
        ),
        (
            ["--short", "-q", "page"],
            "--short: options stand behind the name of their command, as in rolefit page --short …",
        ),
        (
            ["--save", "x", "show"],
            "--save: rolefit show has no such option: leave it out; rolefit show --help lists those it has",
        ),
        (
            ["--questions", "x", "init"],
            "--questions: rolefit init has no such option: leave it out; rolefit init --help lists those it has",
        ),
    ] {
        let mut run = Run::new(arguments);
        if arguments[2] == "init" {
            run = run.arg("folder");
        }
        run.knows_its_files();
        is_refused(run, 2, why);
    }
}

#[test]
fn a_file_without_rows_is_refused_and_an_empty_pipe_is_not() {
    let why = "nobody answered: expected a row for each person, below headings that name the \
               questions, as rolefit form csv writes them, or a JSON object a line";
    for command in ["batch", "cohort", "audit"] {
        for (name, content) in [
            ("e", ""),
            ("e.ndjson", ""),
            ("e.json", "\n\n"),
            ("h.csv", "respondent,sums,talk,mend,write,chart,alone\n"),
        ] {
            let run = Run::small([command, name]).file(name, content);
            is_refused(run, 65, &format!("{name}: {why}"));
        }
        let run = Run::small([command, "e.csv"]).file("e.csv", "");
        is_refused(
            run,
            65,
            "e.csv: the table is empty: expected a row that names the questions, as rolefit form \
             csv writes it, and below it a row for each person",
        );
    }
    // Nothing is written of it.
    let run = Run::small(["batch", "e", "-o", "out.ndjson"]).file("e", "");
    assert_eq!(run.output().code, 65);
    assert!(!run.folder().join("out.ndjson").exists());
    let read = "0 rows read: 0 scored, 0 rejected, 0 blank\n";
    Run::small(["batch"]).stderr(read).check();
    let ran = Run::small(["cohort", "--partial", "e"]).file("e", "").output();
    assert_eq!((ran.code, ran.stderr.as_str()), (0, read));
}

#[test]
fn parts_that_do_not_go_together_are_told_with_what_to_do() {
    let part = Run::small(["cohort", "-q", "--partial"]).stdin(TABLE).told();
    let by = Run::small(["cohort", "-q", "--partial", "--by", "talk"]).stdin(TABLE).told();
    let run = Run::small(["cohort", "--merge", "p", "q"]).file("p", &part).file("q", by);
    is_refused(
        run,
        65,
        "q: these summaries have groups by different columns, none and talk: write those of one \
         kind anew with rolefit cohort --partial, all with the same --by",
    );
    let run = Run::small(["cohort", "--merge", "p", "./p"]).file("p", &part);
    is_refused(run, 2, "--merge: ./p is p, and given twice: take one out");
    let other = Run::middle(["cohort", "-q", "--partial"]).told();
    let ran = Run::small(["cohort", "--merge", "p"]).file("p", other).output();
    let end = "; give the files it was made with, with --questions and --careers or --catalogue, \
               or take it out\n";
    assert!(ran.stderr.ends_with(end), "{}", ran.stderr);
}

#[test]
fn a_form_does_not_offer_careers() {
    let help = Run::new(["form", "--help"]).told();
    assert!(help.contains("--questions <FILE>") && !help.contains("--careers"), "{help}");
}
