//! Tables as survey tools export them: each has the answers of two people to the small
//! questionnaire, and every one gives their records.

use super::batch::records;
use crate::support::Run;

/// The texts of the small questionnaire.
const TEXTS: [&str; 6] = [
    "Add up long columns",
    "Talk with strangers",
    "Mend a bicycle",
    "Write a story",
    "Draw a chart",
    "Spend a day alone",
];

/// The records of the two people, without what they are called.
fn expected() -> Vec<serde_json::Value> {
    read("respondent,sums,talk,mend,write,chart,alone\na,5,2,3,,4,1\nb,1,4,2,5,3,2\n").0
}

fn read(table: impl Into<Vec<u8>>) -> (Vec<serde_json::Value>, Vec<serde_json::Value>, String) {
    let ran = Run::small(["batch"]).stdin(table).output();
    let mut told = records(&ran.stdout);
    let called = told.iter_mut().map(|of| of["respondent"].take()).collect();
    (told, called, ran.stderr)
}

fn is_read(table: impl Into<Vec<u8>>, called: [&str; 2], notes: &str) {
    let table = table.into();
    let shown = String::from_utf8_lossy(&table).into_owned();
    let (told, names, stderr) = read(table);
    assert_eq!(told, expected(), "{shown}\n{stderr}");
    assert_eq!(names, called, "{shown}");
    assert_eq!(stderr, format!("{notes}2 rows read: 2 scored, 0 rejected, 0 blank\n"), "{shown}");
}

#[test]
fn ids_are_known_with_other_signs_between_their_words_and_behind_a_group() {
    for row in [
        "record_id,Sums,TALK,mend,write,chart,alone,part_complete",
        "record_id,part/sums,part/talk,part/mend,part/write,part/chart,part/alone,start",
        "record_id,a-b-sums,a-b-talk,a-b-mend,a-b-write,a-b-chart,a-b-alone,start",
        "record_id,g[sums],g[talk],g[mend],g[write],g[chart],g[alone],start",
        "record_id,g.sums,g.talk,g.mend,g.write,g.chart,g.alone,start",
    ] {
        let is_plain = row.starts_with("record_id,Sums");
        let table = format!("{row}\n1,5,2,3,NA,4,1,x\n2,1,4,2,5,3.0,2,x\n");
        let unused = if is_plain { "part_complete" } else { "start" };
        let notes = format!(
            "headings in row 1: 6 of 6 questions have a column\n\
             respondents are named by \"record_id\"; not answers: {unused}\n"
        );
        is_read(table, ["1", "2"], &notes);
    }
}

#[test]
fn people_are_named_by_a_name_or_an_address_rather_than_by_the_number_of_a_row() {
    let heading = "ID,Email,Name,sums,talk,mend,write,chart,alone";
    let table =
        |one: &str, other: &str| format!("{heading}\n1,{one},5,2,3,,4,1\n2,{other},1,4,2,5,3,2\n");
    let notes = |by: &str, others: &str| {
        format!(
            "headings in row 1: 6 of 6 questions have a column\n\
             respondents are named by \"{by}\"; not answers: {others}\n"
        )
    };
    for (one, other, called, by, others) in [
        ("a@x.org,Ann", "b@x.org,Ben", ["a@x.org", "b@x.org"], "Email", "ID, Name"),
        // Who did not have to sign in has no address.
        ("anonymous,Ann", "anonymous,Ben", ["Ann", "Ben"], "Name", "ID, Email"),
        ("anonymous,", "anonymous,", ["1", "2"], "ID", "Email, Name"),
        // It does not tell people apart, or is not there for all.
        ("x@x.org,Ann", "x@x.org,ann", ["1", "2"], "ID", "Email, Name"),
        ("a@x.org,Ann", ",Ben", ["Ann", "Ben"], "Name", "ID, Email"),
    ] {
        is_read(table(one, other), called, &notes(by, others));
    }
    let hand = |column: &str| {
        let table = table("a@x.org,Ann", "b@x.org,Ben");
        let run = Run::small(["batch", "-q"]).arg("--respondent").arg(column).stdin(table);
        records(&run.told()).remove(0)["respondent"].take()
    };
    assert_eq!(hand("id"), "1");
    // What names the response as surely as a name does stays.
    let table = table("a@x.org,Ann", "b@x.org,Ben").replace("ID,", "ResponseId,");
    is_read(table, ["1", "2"], &notes("ResponseId", "Email, Name"));
}

#[test]
fn a_column_that_is_nearly_a_question_is_told_before_the_others() {
    let table = "respondent,one,two,three,four,tallk,Mend a bycicle?,sums,write,chart,alone\n\
                 a,x,x,x,x,5,2,3,4,1,1\n";
    let ran = Run::small(["batch"]).stdin(table).output();
    let told = "4 of 6 questions have a column; talk, mend have none; not answers: tallk, Mend a \
                bycicle?, one and 3 more\n\
                the column \"tallk\" is not used: did you mean \"talk\"?\n\
                the column \"Mend a bycicle?\" is not used: did you mean \"mend\"?\n";
    assert!(ran.stderr.starts_with(told), "{}", ran.stderr);
}

#[test]
fn texts_are_known_with_the_stem_a_number_and_marks_of_html() {
    let forms: [fn(&str, usize) -> String; 12] = [
        |text, _| text.to_owned(),
        |text, _| format!("How much would you like to do this? [{text}]"),
        |text, at| format!("WORK[SQ{at:03}]. How much? [{text}]"),
        |text, _| format!("How much would you like it? - {text}"),
        |text, _| format!("Please say - how much >> {text}"),
        |text, at| format!("{}. {text}.", at + 1),
        |text, at| format!("1.{at}. How much? - {text}:"),
        |text, at| format!("Q{at:02}_part->{text}"),
        |text, _| format!("<p><b>{}</b>&nbsp;</p>", text.to_uppercase()),
        |text, at| format!("Question {at}. {text}"),
        |text, at| format!("({at}) {text}"),
        |text, _| format!("How much – {text}"),
    ];
    for form in forms {
        let headings: Vec<String> = TEXTS
            .iter()
            .enumerate()
            .map(|(at, text)| format!("\"{}\"", form(text, at).replace('"', "\"\"")))
            .collect();
        let table = format!(
            "Timestamp;Email Address;{}\n1.1.;a@b;Yes;Rather not;Perhaps;;Rather;No\n\
             2.1.;c@d;no;4 - Rather;2;Yes (5);PERHAPS;\"2 = Rather not\"\n",
            headings.join(";")
        );
        let notes = "headings in row 1: 6 of 6 questions have a column\n\
                     respondents are named by \"Email Address\"; not answers: Timestamp\n\
                     answers: 10 in words, 1 in numbers\n";
        is_read(table, ["a@b", "c@d"], notes);
    }
}

#[test]
fn headings_are_found_below_titles_and_in_several_rows() {
    let rows = "R_1,5,2,3,-99,4,1\nR_2,1,4,2,5,3,2\n";
    let texts = "Response ID,How? - Add up long columns,How? - Talk with strangers,How? - Mend a \
                 bicycle,How? - Write a story,How? - Draw a chart,How? - Spend a day alone";
    let ids = (1..8).map(|at| format!("\"{{\"\"ImportId\"\":\"\"QID{at}\"\"}}\""));
    let ids: Vec<String> = ids.collect();
    let named = "respondents are named by \"Response ID\"\n";
    let table = format!("ResponseId,Q1,Q2,Q3,Q4,Q5,Q6\n{texts}\n{}\n{rows}", ids.join(","));
    let notes =
        format!("headings in row 2 and the row below: 6 of 6 questions have a column\n{named}");
    is_read(table, ["R_1", "R_2"], &notes);
    let table = format!("{texts}\nid,q_1,q_2,q_3,q_4,q_5,q_6\n{rows}");
    let notes =
        format!("headings in row 1 and the row below: 6 of 6 questions have a column\n{named}");
    is_read(table, ["R_1", "R_2"], &notes);
    let title = "Interests of the class\n\nExported on Monday, at noon\n";
    let table = format!("{title}respondent,sums,talk,mend,write,chart,alone\n{rows}");
    let notes = "headings in row 4: 6 of 6 questions have a column\n\
                 respondents are named by \"respondent\"\n";
    is_read(table, ["R_1", "R_2"], notes);
    // What kind of cell it is stands below each heading.
    let kinds = format!(",{}\n", ["Response"; 6].join(","));
    let table = format!("{texts}\n{kinds}{rows}");
    let notes =
        format!("headings in row 1 and the row below: 6 of 6 questions have a column\n{named}");
    is_read(table, ["R_1", "R_2"], &notes);
    let table =
        format!("Start,{texts}\n,Open-Ended Response{kinds}1,R_1,5,2,3,,4,1\n2,R_2,1,4,2,5,3,2\n");
    let notes = format!(
        "headings in row 1 and the row below: 6 of 6 questions have a column\n{}; not answers: Start\n",
        named.trim_end()
    );
    is_read(table, ["R_1", "R_2"], &notes);
    // The stem stands over the first text alone, and who it is above nothing.
    let table = format!(
        "Respondent ID,How much?,,,,,\n,{}\n{rows}",
        texts.split_once(',').unwrap().1.replace("How? - ", "")
    );
    let notes = "headings in row 2: 6 of 6 questions have a column\n\
                 respondents are named by \"Respondent ID\"\n";
    is_read(table, ["R_1", "R_2"], notes);
}

#[test]
fn columns_of_how_a_question_was_marked_hold_no_answers() {
    let marked = TEXTS.map(|text| format!("{text},Points - {text},Feedback - {text}"));
    let row = |answers: [&str; 6]| answers.map(|answer| format!("{answer},5,")).join(",");
    let table = format!(
        "Email,{}\na@b,{}\nc@d,{}\n",
        marked.join(","),
        row(["5", "2", "3", "", "4", "1"]),
        row(["1", "4", "2", "5", "3", "2"])
    );
    let notes = "headings in row 1: 6 of 6 questions have a column\n\
                 respondents are named by \"Email\"; not answers: Points - Add up long columns, \
                 Feedback - Add up long columns, Points - Talk with strangers and 9 more\n";
    is_read(table, ["a@b", "c@d"], notes);
    let keys = TEXTS.map(|text| format!("\"{text}\": 3, \"Points – {text}\": 5")).join(", ");
    let (told, ..) = read(format!("{{\"id\": 7, {keys}}}\n"));
    assert_eq!(told[0]["answered"], 6, "{told:?}");
    // Where nothing else has the answers, such a name is that of a group.
    let table = "name,Feedback - sums,Feedback - talk,Feedback - mend\nann,5,4,1\n";
    assert_eq!(read(table).0[0]["answered"], 3);
}

#[test]
fn answers_below_no_heading_are_told_of() {
    Run::small(["batch", "--from", "csv"])
        .stdin("respondent,sums,talk,,\na,5,2,3,4\nb,1,4,2,\n")
        .code(65)
        .stderr(
            "error: the table's headings: 2 columns match a question, and 2 others hold \
             answers but match none: column 4 (it has no heading), column 5 (it has no heading); \
             name each by the id or the text of a question, or say what it holds with --map FILE \
             (of batch, cohort and audit)\n",
        )
        .check();
    // Rows are numbered in a first column without a heading, and nothing else is there to be lost.
    let table = "\"\",sums,talk,mend\n1,5,2,1\n2,1,4,5\n";
    assert_eq!(Run::small(["batch", "-q"]).stdin(table).output().code, 0);
    let table = "respondent,sums,talk,mend,,,\na,5,2,1,,,\nb,1,4,5,x,3,3\n";
    assert_eq!(Run::small(["batch", "-q"]).stdin(table).output().code, 0);
}

#[test]
fn the_separator_may_be_given_and_empty_cells_and_rows_follow() {
    let table = "sep=;\r\nrespondent;sums;talk;mend;write;chart;alone\r\n\
                 a;5;2;3;;4;1;;\r\nb;1;4;2;5;3;2;;\r\n";
    is_read(table, ["a", "b"], "");
}

#[test]
fn a_table_that_is_not_utf_8_is_told_of() {
    let mut table =
        "respondent,sums,talk,mend,write,chart,alone,Why\nZo?,5,2,3,,4,1,x\nb,1,4,2,5,3,2,\n"
            .as_bytes()
            .to_vec();
    let place = table.iter().position(|byte| *byte == b'?').unwrap();
    table[place] = 0xeb;
    is_read(table, ["Zoë", "b"], "the table is not UTF-8: it was read as Windows-1252\n");
}

#[test]
fn a_heading_that_could_be_two_questions_and_two_for_one_are_errors() {
    for (headings, why) in [
        (
            "sums,Add up long columns",
            "column 1 (\"sums\") and column 2 (\"Add up long columns\") are both the question sums: \
             take one of them out, or name it with --map FILE (of batch, cohort and audit) by a line \
             \"Add up long columns:\"",
        ),
        (
            "sums,part/sums",
            "column 1 (\"sums\") and column 2 (\"part/sums\") are both the question sums: take one \
             of them out, or name it with --map FILE (of batch, cohort and audit) by a line \
             \"part/sums:\"",
        ),
        (
            "name,waiting",
            "no heading is the id or the text of a question: one row has to name them, as the one \
             that rolefit form csv writes; or say which column is which question with --map FILE \
             or --in-order-from COLUMN (of batch, cohort and audit)",
        ),
    ] {
        Run::small(["batch", "--from", "csv"])
            .stdin(format!("{headings}\n1,2\n"))
            .code(65)
            .stderr(format!("error: the table's headings: {why}\n"))
            .check();
    }
}

#[test]
fn every_bad_cell_of_a_row_is_told() {
    let table = "respondent,sums,talk,mend,write,chart,alone\na,9,x,3,,Rather (1),1\n";
    let (told, ..) = read(table);
    let expected = "1 to 5";
    assert_eq!(
        told[0]["error"]["message"],
        format!(
            "sums: \"9\" is not an answer: expected a whole number from {expected}; talk: \"x\" is \
             not an answer: expected a whole number from {expected}; chart: \"Rather (1)\" is not \
             an answer: expected a whole number from {expected}; say which answers words are with \
             --scale \"x=N,Rather (1)=N\", or that they are skipped questions with --missing \"x\" \
             (of batch, cohort and audit)"
        )
    );
}

#[test]
fn a_row_of_a_person_is_never_taken_for_one_of_headings() {
    let headings = "respondent,sums,talk,mend,write,chart,alone";
    for (row, bad) in [
        ("anna,4.5,3.5,2.5,,,", 3),
        ("anna,ja,nein,weiss nicht,2?,4?,", 5),
        ("anna,6,7,8,,,", 3),
        ("anna,7,8,9,6,0,10", 6),
        ("anna,Agree,Disagree,Neutral,,,", 3),
        ("anna,Agree,Agree,Agree,Agree,Agree,Agree", 3),
    ] {
        for before in ["", "bea,1,2,3,4,5,1\n"] {
            let table = format!("{headings}\n{before}{row}\n");
            let ran = Run::small(["batch", "-q"]).stdin(table).output();
            assert_eq!(ran.code, 1, "{row}");
            let told = records(&ran.stdout);
            let message = told.last().unwrap()["error"]["message"].as_str().unwrap().to_owned();
            assert_eq!(message.matches("is not an answer").count(), bad, "{message}");
        }
    }
    // Nobody who says the same of everything, whatever the table calls who it is.
    for (headings, row) in [
        ("Student,sums,talk,mend", "ann,absent,absent,absent"),
        ("sums,talk,mend", "Agree,Agree,Agree"),
        ("Group,respondent,sums,talk,mend", ",ann,absent,absent,absent"),
        ("sums,talk,mend,Student", "absent,absent,absent,ann"),
        ("comment,name,sums,talk,mend", ",Maria,a,a,a"),
        ("comment,Student,sums,talk,mend", ",Max,absent,absent,absent"),
        ("id,sums,talk,mend,comment", ",Agree,Agree,Agree,I loved this"),
        ("comment,sums,talk,mend", ",absent,absent,absent"),
    ] {
        let table = format!("{headings}\n{row}\n");
        let ran = Run::small(["batch", "-q"]).stdin(table).output();
        assert_eq!((ran.code, records(&ran.stdout).len()), (1, 1), "{headings}");
    }
    // One such row is enough.
    let table = "id,sums,talk,mend\n,Text,Text,Text\n,Text,Text,Text\n1,5,4,1\n";
    let ran = Run::small(["batch", "-q"]).stdin(table).output();
    assert_eq!(records(&ran.stdout).len(), 2, "{}", ran.stdout);
    // A person whose other answers are names of questions.
    let table = "respondent,sums,one,two,three\nanna,1,talk,mend,write\nbob,1,mend,talk,chart\n";
    let ran = Run::small(["batch", "-q"]).stdin(table).output();
    assert_eq!(records(&ran.stdout).len(), 2, "{}", ran.stdout);
}

#[test]
fn two_rows_of_headings_that_name_two_questions_are_refused() {
    let texts = "name,Talk with strangers,Add up long columns,Mend a bicycle";
    Run::small(["batch", "a.csv"])
        .file("a.csv", format!("ResponseId,sums,talk,mend\n{texts}\nR1,5,1,3\n"))
        .stderr(
            "error: a.csv: the table's headings: one column is headed \"sums\", which is the question \
             sums, and \"Talk with strangers\", which is talk: mend one of the two rows of headings, \
             or take it out\n",
        )
        .code(65)
        .check();
    let table =
        "ResponseId,sums,talk,mend\nid,Add up long columns,Talk with strangers,Mend\nR1,5,1,3\n";
    let ran = Run::small(["batch", "-q"]).stdin(table).output();
    assert_eq!((ran.code, records(&ran.stdout).len()), (0, 1), "{}", ran.stdout);
}

#[test]
fn a_table_in_which_nobody_answered_is_no_success() {
    for command in ["batch", "cohort"] {
        let ran = Run::small([command]).stdin("respondent,sums,talk,mend\n,,,\n").output();
        let why = "error: nobody answered: expected a row for each person, below headings that \
                   name the questions, as rolefit form csv writes them, or a JSON object a line\n";
        assert!(ran.stderr.ends_with(why), "{}", ran.stderr);
        assert_eq!(ran.code, 65);
    }
    assert_eq!(Run::small(["cohort", "--partial"]).stdin("sums,talk,mend\n").output().code, 0);
}
