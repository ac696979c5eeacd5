//! What is told of a file in the place of a command, and of a file of another kind than the one
//! that is read: what it is, which option names it, and what to give instead.

use std::fs;

use crate::support::Run;
use crate::support::catalogues::small_files;

const TABLE: &str = "respondent,sums,talk,mend,write,chart,alone\na,5,2,3,4,5,4\n";

/// Everything that rolefit writes or reads, each with what it is called.
fn written() -> Vec<(&'static str, String, &'static str)> {
    let text = |path: &std::path::Path| fs::read_to_string(path).unwrap();
    let [questions, careers] = small_files();
    let rows = format!("{TABLE}b,4,2,3,4,5,4\n");
    let piped = |arguments: &[&str]| {
        let run = arguments.iter().fold(Run::small([]), |run, word| run.arg(*word));
        run.stdin(rows.clone()).told()
    };
    let report = Run::small(["score", "--answers", "523454", "--format", "json"]).told();
    let compared =
        ["compare", "-q", "-", "--respondent", "a", "--respondent", "b", "--format", "json"];
    vec![
        ("rep.json", report, "a report that rolefit wrote"),
        ("part.json", piped(&["cohort", "-q", "--partial"]), "a part of a cohort"),
        ("coh.json", piped(&["cohort", "-q", "--format", "json"]), "what rolefit cohort wrote"),
        ("cmp.json", piped(&compared), "what rolefit compare wrote"),
        (
            "rec.ndjson",
            piped(&["batch", "-q"]),
            "a record that rolefit batch wrote, without the answers",
        ),
        (
            "roles.json",
            Run::small(["show", "roles", "--format", "json"]).told(),
            "what rolefit show wrote",
        ),
        (
            "limits.json",
            Run::new(["show", "limits", "--format", "json"]).told(),
            "what rolefit show wrote",
        ),
        (
            "links.json",
            Run::small(["audit", "--links", "--format", "json"]).told(),
            "what rolefit audit wrote",
        ),
        (
            "schema.json",
            Run::new(["schema", "report"]).told(),
            "what rolefit schema wrote, or another JSON Schema",
        ),
        ("questions.yaml", text(&questions), "a file of questions"),
        ("careers.yaml", text(&careers), "a file of careers"),
    ]
}

#[test]
fn each_option_that_names_a_file_says_what_it_was_given_and_what_it_takes() {
    let files = written();
    let [questions, careers] = small_files().map(|path| path.display().to_string());
    let map = "and no map of columns: give a text with a line for each column, HEADING: ID";
    let choices = "and no map of choices: give a text with a line for each choice, TEXT: ID";
    let row = "and no table of answers: ";
    for (name, content, what) in &files {
        for (arguments, option, instead) in [
            (vec!["batch", "t.csv", "--map", name], "--map: ", map),
            (
                vec!["cohort", "t.csv", "--chosen", "sums", "--chosen-map", name],
                "--chosen-map: ",
                choices,
            ),
            (vec!["cohort", "t.csv", "--against", name], "--against: ", row),
            (vec!["batch", name], "", row),
            (vec!["cohort", name], "", row),
            (vec!["audit", name], "", row),
            (vec!["score", name], "", "and no answer sheet: "),
            (vec!["compare", name, "t.csv"], "", "and no answer sheet: "),
            (
                vec!["show", "--careers", name, "--questions", &questions],
                "--careers: ",
                "and no file of careers: ",
            ),
            (
                vec!["show", "--questions", name, "--careers", &careers],
                "--questions: ",
                "and no file of questions: ",
            ),
            (vec!["render", name], "", "and no whole report of one person: "),
            (vec!["cohort", "--merge", name], "--merge: ", "and no part of a cohort: "),
        ] {
            let takes = [
                ("--merge", "part.json"),
                ("render", "rep.json"),
                ("--questions", "questions.yaml"),
                ("--careers", "careers.yaml"),
            ];
            let is_taken = |(word, of): &(&str, &str)| {
                of == name
                    && arguments.iter().any(|argument| argument == word)
                    && !option.starts_with("--map")
                    && (arguments[1] == *word || arguments[0] == *word)
            };
            if takes.iter().any(is_taken) {
                continue;
            }
            let is_show = arguments[0] == "show";
            let run = if is_show { Run::new([]) } else { Run::small([]) };
            let run = arguments.iter().fold(run, |run, word| run.arg(*word));
            // The data files stand behind.
            let ran = run.file(name, content).file("t.csv", TABLE).output();
            let told = format!("error: {option}{name}: this is {what}, {instead}");
            assert!(ran.stderr.starts_with(&told), "{arguments:?}: {}", ran.stderr);
            assert_eq!((ran.code, ran.stdout.as_str()), (65, ""), "{arguments:?}");
        }
    }
}

#[test]
fn the_other_one_of_the_two_data_files_is_told_with_its_option() {
    let [questions, careers] = small_files().map(|path| fs::read_to_string(path).unwrap());
    Run::new(["show", "--questions", "c.yaml", "--careers", "c.yaml"])
        .file("c.yaml", careers)
        .code(65)
        .stderr(
            "error: --questions: c.yaml: this is a file of careers, and no file of questions: name \
             it with --careers, and give a questions.yaml as rolefit init DIR writes it\n",
        )
        .check();
    Run::new(["show", "--catalogue", "."])
        .file("questions.yaml", &questions)
        .file("careers.yaml", &questions)
        .code(65)
        .stderr(
            "error: --catalogue: ./careers.yaml: this is a file of questions, and no file of \
             careers: name it with --questions, and give a careers.yaml as rolefit init DIR writes \
             it\n",
        )
        .check();
    let mut run = Run::new(["show", "--questions", "e.yaml"]).file("e.yaml", "");
    run.knows_its_files();
    run.code(65)
        .stderr(
            "error: --questions: e.yaml: this is an empty file, and no file of questions: give a \
             questions.yaml as rolefit init DIR writes it\n",
        )
        .check();
    let mut run = Run::new(["show", "--questions", "-"]);
    run.knows_its_files();
    run.code(2)
        .stderr("error: --questions: standard input is not read here: name a file\n")
        .check();
}

#[test]
fn a_file_in_the_place_of_a_command_is_told_with_the_command_for_it() {
    let [questions, careers] = small_files().map(|path| fs::read_to_string(path).unwrap());
    let check = |run: Run, word: &str, code: i32, why: &str| {
        let mut run = run.arg(word).code(code).stderr(format!("error: {why}\n"));
        run.knows_its_files();
        run.check();
    };
    for (word, command) in [
        ("sheet.yaml", "score sheet.yaml"),
        ("class.csv", "batch class.csv"),
        ("t", "score t"),
        ("two words.csv", "batch 'two words.csv'"),
        (".", "batch ."),
        ("RABC-DEFG-HJK1", "score RABC-DEFG-HJK1"),
    ] {
        let run = Run::new([])
            .file("sheet.yaml", "answers: 523454\n")
            .file("t", "523454")
            .file("two words.csv", TABLE)
            .file("class.csv", TABLE);
        let typed = command.split_once(' ').unwrap().1;
        let why = format!("{typed} is no command of rolefit; to score it: rolefit {command}");
        check(run, word, 2, &why);
    }
    for (name, content, what) in written() {
        let command = match name {
            "rep.json" => "to show it: rolefit render rep.json",
            "part.json" => "to add it up: rolefit cohort --merge part.json",
            "coh.json" => "give the rows that it was made of to rolefit batch or rolefit cohort",
            "questions.yaml" => "to list them: rolefit show questions --questions questions.yaml",
            "careers.yaml" => {
                "to check it, if they go with the built-in questions: rolefit audit --careers \
                 careers.yaml; else name theirs, too, with --questions FILE"
            }
            _ => continue,
        };
        let why = format!("{name} is no command of rolefit: it is {what}; {command}");
        check(Run::new([]).file(name, content), name, 2, &why);
    }
    let pair = || {
        let run = Run::new([]);
        fs::create_dir(run.folder().join("a b")).unwrap();
        run.file("a b/questions.yaml", &questions).file("a b/careers.yaml", &careers)
    };
    check(
        pair(),
        "a b",
        2,
        "'a b' is no command of rolefit: it is a folder of questions and careers; to check them: \
         rolefit audit --catalogue 'a b'",
    );
    check(
        pair(),
        "a b/careers.yaml",
        2,
        "'a b/careers.yaml' is no command of rolefit: it is a file of careers; to check it: rolefit \
         audit --catalogue 'a b'",
    );
    check(
        Run::new([]),
        "missing.csv",
        66,
        "missing.csv: there is no such file, and no command of that name: check the name; rolefit \
         batch FILE scores one",
    );
    check(
        Run::new([]),
        ".",
        2,
        ". is no command of rolefit: it is a folder in which there are neither files with answers \
         nor questions.yaml and careers.yaml; rolefit --help lists the commands",
    );
}

#[test]
fn a_broken_report_says_what_is_wrong_with_it() {
    let report = Run::small(["score", "--answers", "523454", "--format", "json"]).told();
    let refused = |text: &str, why: &str| {
        let run = Run::small(["render", "r.json"]).file("r.json", text).code(65);
        run.stderr(format!("error: r.json: {why}\n")).check();
    };
    let anew = "write it anew, with rolefit score --format json or rolefit batch --full";
    let begun = report.split_inclusive('\n').take(4).collect::<String>();
    let cut = report.lines().take_while(|line| !line.contains("\"roles\"")).collect::<Vec<_>>();
    let line = cut.len();
    let column = cut[line - 1].len();
    refused(
        &cut.join("\n"),
        &format!("this report is cut off (line {line}, column {column}): {anew}"),
    );
    assert!(begun.contains("schema_version"), "{begun}");
    refused(
        &report.replace("\"schema_version\": 1", "\"schema_version\": 9"),
        "this report is of version 9, and this program reads version 1: render it with the version \
         of rolefit that wrote it",
    );
    let renamed = |key: &str| report.replacen(&format!("\n  \"{key}\":"), "\n  \"other\":", 1);
    for key in ["sheet", "catalogue"] {
        refused(&renamed(key), &format!("the key \"{key}\" is missing in this report: {anew}"));
    }
}

#[test]
fn standard_input_is_called_so() {
    Run::small(["render", "-"])
        .stdin("answers: 523454\n")
        .code(65)
        .stderr(
            "error: standard input: this is a sheet of answers, and no whole report of one person: \
             score it with rolefit score\n",
        )
        .check();
    Run::small(["cohort", "--merge", "-"])
        .code(65)
        .stderr(
            "error: standard input: there is no summary in it: did the run that should have written \
             it fail?\n",
        )
        .check();
}

#[test]
fn a_place_that_cannot_be_written_is_told_with_its_option() {
    let missing =
        "cannot be written: there is no such folder: make the folder, or name another file";
    for (arguments, why) in [
        (["score", "--answers", "523454", "-o", "no/x"], format!("--output: no/x {missing}")),
        (
            ["score", "--answers", "523454", "-o", "."],
            "--output: .: this is a folder, not a file: name a file in it".to_owned(),
        ),
        (["quiz", "-q", "--plain", "--save", "no/x"], format!("--save: no/x {missing}")),
    ] {
        Run::small(arguments).code(74).stderr(format!("error: {why}\n")).check();
    }
    let run = Run::small(["audit", "."]).file("questions.yaml", "").file("careers.yaml", "");
    run.code(66)
        .stderr(
            "error: .: this is a folder of questions and careers: to check them, rolefit audit \
             --catalogue .\n",
        )
        .check();
}

#[test]
fn a_piped_quiz_that_names_a_file_is_saved_in_it() {
    let run = Run::small(["quiz", "-q", "--save", "s.json"]).stdin("5\n2\n3\n4\n5\n4\n");
    let ran = run.output();
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("rolefit quiz --resume --save s.json"), "{}", ran.stderr);
    let saved = fs::read_to_string(run.folder().join("s.json")).unwrap();
    assert!(saved.starts_with("{\"rolefit_sitting\""), "{saved}");
    // Who gives it as a sheet is told how it is seen again.
    let why = "error: s.json: this is a saved sitting of the quiz, and no answer sheet: see it again \
               with rolefit quiz --resume --save FILE\n";
    Run::small(["score", "s.json"]).file("s.json", saved).code(65).stderr(why).check();
}
