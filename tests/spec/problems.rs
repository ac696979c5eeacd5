//! Every mistake a data file can hold, told exactly: where, what, and what next.
use std::fmt::Display;

use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::catalogue::{Catalogue, Problem, Problems};
use rolefit_engine::sheet::Sheet;

use crate::support::{CAREERS, MIDDLE_CAREERS, MIDDLE_QUESTIONS, QUESTIONS, catalogue, small};

fn problems(questions: &[u8], careers: &[u8]) -> Vec<Problem> {
    let read = Catalogue::read(
        Source::decode("questions.yaml", questions),
        Source::decode("careers.yaml", careers),
    );
    read.err().map(Problems::into_vec).unwrap_or_default()
}

/// `file:line:column: mistake; hint` for each problem.
fn told<M: Display>(problems: &[Problem<M>]) -> Vec<String> {
    problems.iter().map(Problem::to_string).collect()
}

/// The small questionnaire with one text replaced by another.
#[track_caller]
fn in_questions<const N: usize>(from: &str, to: &str, expected: [&str; N]) {
    assert!(QUESTIONS.contains(from), "{from} is not in the questionnaire");
    let questions = QUESTIONS.replacen(from, to, 1);
    assert_eq!(told(&problems(questions.as_bytes(), CAREERS.as_bytes())), expected);
}

/// The small careers with one text replaced by another.
#[track_caller]
fn in_careers<const N: usize>(from: &str, to: &str, expected: [&str; N]) {
    assert!(CAREERS.contains(from), "{from} is not in the careers");
    let careers = CAREERS.replacen(from, to, 1);
    assert_eq!(told(&problems(QUESTIONS.as_bytes(), careers.as_bytes())), expected);
}

#[track_caller]
fn in_sheet<const N: usize>(sheet: &str, expected: [&str; N]) {
    let source = Source::decode("sheet.yaml", sheet.as_bytes()).unwrap();
    let problems = Sheet::read(&small(), &source).err().map(Problems::into_vec);
    assert_eq!(told(&problems.unwrap_or_default()), expected);
}

#[test]
fn the_pairs_of_the_tests_are_sound() {
    for (questions, careers) in [(QUESTIONS, CAREERS), (MIDDLE_QUESTIONS, MIDDLE_CAREERS)] {
        assert_eq!(told(&problems(questions.as_bytes(), careers.as_bytes())), [""; 0]);
    }
}

#[test]
fn keys() {
    in_questions(
        "scale:",
        "scael:",
        [
            "questions.yaml:1:1: the key \"scale\" is missing",
            "questions.yaml:4:1: unknown key \"scael\"; did you mean \"scale\"?",
        ],
    );
    in_questions(
        "scale: [No, Rather not, Perhaps, Rather, Yes]",
        "scale:",
        ["questions.yaml:4:1: the key \"scale\" has no value"],
    );
    in_questions(
        "title:",
        "title: x\ntitle:",
        [
            "questions.yaml:3:1: the key \"title\" stands here a second time; take one of the two out",
        ],
    );
    in_questions(
        "{id: talk, text:",
        "{id: talk, test: 1, text:",
        ["questions.yaml:13:16: unknown key \"test\"; did you mean \"text\"?"],
    );
    in_questions("title:", "<<: {a: 1}\ntitle:", ["questions.yaml:2:1: unknown key \"<<\""]);
    in_questions("title:", "[a]: 1\ntitle:", ["questions.yaml:2:1: expected a name, found a list"]);
}

#[test]
fn languages() {
    in_questions(
        "title:",
        "language: British English\ntitle:",
        ["questions.yaml:2:11: \"British English\" is no language: expected its tag, such as \
          en-GB, de or zh-Hant"],
    );
    in_careers(
        "format: 1",
        "format: 1\nlanguage: en_GB",
        ["careers.yaml:2:11: \"en_GB\" is no language: expected its tag, such as en-GB, de or \
          zh-Hant"],
    );
}

#[test]
fn types() {
    in_questions(
        "format: 1",
        "format: yes",
        ["questions.yaml:1:9: expected the number of a format, found text; write format: 1"],
    );
    in_questions(
        "format: 1",
        "format: 2",
        ["questions.yaml:1:9: format 2 is not known; this program reads format 1"],
    );
    in_questions(
        "title: A small questionnaire",
        "title: \"\"",
        ["questions.yaml:2:8: expected text, found an empty one"],
    );
    in_questions(
        "title: A small questionnaire",
        "title: [a]",
        ["questions.yaml:2:8: expected text, found a list; put quotes around a text that begins \
         with a bracket or holds a colon and a space"],
    );
    in_questions(
        "short: true",
        "short: yes",
        ["questions.yaml:12:69: expected true or false, found text; write true or false, without \
         quotes"],
    );
    in_questions(
        "{noise: 0.2",
        "{noise: '0.2'",
        ["questions.yaml:5:22: expected a number, found text; write it without quotes"],
    );
    in_questions(
        "{noise: 0.2",
        "{noise: small",
        ["questions.yaml:5:22: expected a number, found text; write digits, such as 1 or 0.5"],
    );
    in_questions(
        "[No, Rather not, Perhaps, Rather, Yes]",
        "No to Yes",
        ["questions.yaml:4:8: expected a list, found text; put it in square brackets, as in \
             [one, two]"],
    );
    in_questions("{noise: 0.2", "{noise: .nan", ["questions.yaml:5:22: expected a finite number"]);
    in_questions("{noise: 0.2", "{noise: 1e999", ["questions.yaml:5:22: expected a finite number"]);
    in_questions(
        "{noise: 0.2",
        "{noise: -1",
        ["questions.yaml:5:22: -1 is out of range: expected 0 or more"],
    );
    in_questions(
        "signal: 0.1",
        "signal: 0",
        ["questions.yaml:5:35: 0 is out of range: expected a number above 0"],
    );
    in_questions(
        "interests:\n  - {id: numbers, name: Numbers}",
        "interests:\n  - numbers",
        [
            "questions.yaml:7:5: expected a mapping, found text; write it as id: value",
            "questions.yaml:12:53: there is no interest called \"numbers\"",
            "questions.yaml:16:49: there is no interest called \"numbers\"",
            "careers.yaml:3:69: there is no interest called \"numbers\"",
            "careers.yaml:6:107: there is no interest called \"numbers\"",
            "careers.yaml:15:15: there is no interest called \"numbers\"",
            "careers.yaml:20:74: there is no interest called \"numbers\"",
        ],
    );
}

#[test]
fn a_plain_number_or_flag_is_read_as_the_text_it_was_written_as() {
    in_questions("[No, Rather not, Perhaps, Rather, Yes]", "[1, yes, 3, true, ~x]", []);
    in_questions("{id: talk,", "{id: 007,", []);
    in_questions("name: Numbers", "name: 1.10", []);
}

#[test]
fn ids() {
    in_questions(
        "{id: talk,",
        "{id: Talk!,",
        ["questions.yaml:13:10: \"Talk!\" cannot be an id: an id has the letters a-z, the digits \
         0-9 and single hyphens between them, and at most 64 characters"],
    );
    in_questions(
        "{id: talk,",
        "{id: sums,",
        [
            "questions.yaml:13:10: there is already a question called \"sums\"; give one of the two another id",
        ],
    );
    in_questions(
        "{id: people,",
        "{id: numbers,",
        [
            "questions.yaml:8:10: there is already an interest called \"numbers\"; give one of the two another id",
            "questions.yaml:13:53: there is no interest called \"people\"",
            "questions.yaml:17:52: there is no interest called \"people\"",
            "careers.yaml:4:69: there is no interest called \"people\"",
            "careers.yaml:7:101: there is no interest called \"people\"",
            "careers.yaml:19:84: there is no interest called \"people\"",
        ],
    );
    in_questions(
        "interest: numbers,",
        "interest: number,",
        ["questions.yaml:12:53: there is no interest called \"number\"; did you mean \"numbers\"?"],
    );
    in_careers(
        "{id: guide,",
        "{id: clerk,",
        [
            "careers.yaml:19:10: there is already a role called \"clerk\"; give one of the two another id",
        ],
    );
    in_careers(
        "{id: field,",
        "{id: desk,",
        [
            "careers.yaml:4:10: there is already a specialism called \"desk\"; give one of the two another id",
            "careers.yaml:19:42: there is no specialism called \"field\"",
        ],
    );
    in_careers(
        "{id: speaking,",
        "{id: counting,",
        [
            "careers.yaml:7:10: there is already a module called \"counting\"; give one of the two another id",
            "careers.yaml:16:28: there is no module called \"speaking\"",
            "careers.yaml:19:116: there is no module called \"speaking\"",
        ],
    );
    in_careers(
        "specialism: desk",
        "specialism: desks",
        ["careers.yaml:12:17: there is no specialism called \"desks\"; did you mean \"desk\"?"],
    );
    in_careers(
        "{counting: 1,",
        "{countng: 1,",
        ["careers.yaml:16:15: there is no module called \"countng\"; did you mean \"counting\"?"],
    );
}

#[test]
fn a_colon_without_a_space_is_named_as_that() {
    in_careers(
        "profile: {numbers: 3, words: 1}",
        "profile: {numbers:3, words: 1}",
        [
            "careers.yaml:15:15: there is no interest called \"numbers:3\"; put a space after the \
             colon",
            "careers.yaml:15:24: expected a number, found nothing; write digits, such as 1 or 0.5",
        ],
    );
}

#[test]
fn a_tab_is_placed_where_it_stands() {
    let questions = QUESTIONS.replace("\ninterests:\n  - {", "\ninterests:\n\t- {");
    assert_eq!(
        told(&problems(questions.as_bytes(), CAREERS.as_bytes()))[0],
        "questions.yaml:7:1: this is not valid YAML: a tab stands in the indentation; indent with \
         spaces, not tabs"
    );
}

#[test]
fn interests_of_a_question() {
    let both = "a question has either \"interest\" or \"interests\", and not both";
    in_questions(
        "interest: people, short",
        "short",
        [
            "questions.yaml:13:5: the key \"interest\" is missing; write interest: and the id of one, \
         or interests: for several",
        ],
    );
    in_questions(
        "interest: people, short",
        "interest: people, interests: {people: 1}, short",
        [&format!("questions.yaml:13:72: {both}")],
    );
    in_questions(
        "{numbers: 1, things: 0.5}",
        "{}",
        ["questions.yaml:16:48: a question needs at least one interest"],
    );
    in_questions(
        "things: 0.5",
        "things: 0",
        ["questions.yaml:16:69: 0 is out of range: expected a number above 0"],
    );
}

#[test]
fn counts() {
    in_questions(
        "[No, Rather not, Perhaps, Rather, Yes]",
        "[Yes]",
        ["questions.yaml:4:8: expected 2 to 9 answers on the scale, found 1"],
    );
    let two = "interests: [{id: a, name: A}, {id: b, name: B}]\nquestions: []\n";
    let questions = format!("format: 1\ntitle: t\nintroduction: i\nscale: [a, b]\n{two}");
    let careers = "format: 1\nroles: []\n";
    assert_eq!(
        told(&problems(questions.as_bytes(), careers.as_bytes())),
        [
            "questions.yaml:5:12: expected 3 to 64 interests, found 2",
            "questions.yaml:6:12: expected 1 to 1000 questions, found 0",
            "careers.yaml:2:8: expected 1 to 5000 roles, found 0",
        ]
    );
}

#[test]
fn careers() {
    in_careers(
        "profile: {numbers: 3, words: 1}",
        "profile: {}",
        ["careers.yaml:15:14: the profile is the same for every interest, so nothing could match \
         it: give some interests more weight than others"],
    );
    in_careers(
        "stage: rotation",
        "stage: rotations",
        ["careers.yaml:6:43: there is no stage called \"rotations\"; did you mean \"rotation\"?"],
    );
    in_careers(
        "speaking: 0.25",
        "speaking: 1.5",
        ["careers.yaml:16:38: 1.5 is out of range: expected 0 to 1"],
    );
    in_careers(
        "https://example.org/clerk",
        "javascript:1",
        ["careers.yaml:17:34: a link begins with https:// or http://"],
    );
}

#[test]
fn a_line_has_eighty_characters_at_most() {
    let line = |length: usize| format!("name: Clerk\n    line: {}", "é".repeat(length));
    in_careers(
        "name: Clerk",
        &line(81),
        ["careers.yaml:11:11: expected at most 80 characters, found 81"],
    );
    let read = catalogue(QUESTIONS, &CAREERS.replace("name: Clerk", &line(80)));
    assert_eq!(read.careers().roles.as_slice()[0].line.as_deref(), Some(&*"é".repeat(80)));
}

#[test]
fn every_mistake_of_both_files_is_told_in_one_run() {
    let questions = QUESTIONS
        .replace("format: 1", "format: 3")
        .replace("interest: words", "interest: wrods")
        .replace("reversed: true", "reversed: on");
    let careers = CAREERS
        .replace("summary: Keeps the books.", "sumary: x")
        .replace("counting: 0.5", "counting: -1");
    assert_eq!(
        told(&problems(questions.as_bytes(), careers.as_bytes())),
        [
            "questions.yaml:1:9: format 3 is not known; this program reads format 1",
            "questions.yaml:15:48: there is no interest called \"wrods\"; did you mean \"words\"?",
            "questions.yaml:17:70: expected true or false, found text; write true or false, \
             without quotes",
            "careers.yaml:9:5: the key \"summary\" is missing",
            "careers.yaml:13:5: unknown key \"sumary\"; did you mean \"summary\"?",
            "careers.yaml:20:107: -1 is out of range: expected 0 to 1",
        ]
    );
}

#[test]
fn a_questionnaire_that_cannot_be_read_does_not_hide_mistakes_in_the_careers() {
    let careers = CAREERS.replace("stage: specialist", "stage: special");
    assert_eq!(
        told(&problems(b"title: [", careers.as_bytes()))[1..],
        ["careers.yaml:7:43: there is no stage called \"special\"; did you mean \"specialist\"?",]
    );
}

#[test]
fn thousands_of_mistakes_are_counted_and_not_all_listed() {
    let mut questions = QUESTIONS.to_owned();
    // Of more than a thousand questions a thousand are read: six of them are good.
    for number in 0..2_000 {
        questions += &format!("  - {{id: x{number}, text: t x{number}, interest: nowhere}}\n");
    }
    let told = told(&problems(questions.as_bytes(), CAREERS.as_bytes()));
    assert_eq!(told.len(), 501);
    assert_eq!(told[500], "questions.yaml: 495 more mistakes like these");
}

#[test]
fn answer_sheets() {
    let highest = "expected a whole number from 1 to 5";
    in_sheet("answers: {sums: 4}", []);
    in_sheet("{\"answers\": {\"sums\": 4, \"talk\": null}, \"respondent\": 17}", []);
    in_sheet("answers: 45-312", []);
    in_sheet("answers: 453123", []);
    in_sheet("answers: [1, 2, null, 4, 5, 1]\nrespondent: ''\n", []);
    in_sheet("respondent: a", ["sheet.yaml:1:1: the key \"answers\" is missing"]);
    in_sheet("answers:", ["sheet.yaml:1:1: the key \"answers\" has no value"]);
    in_sheet(
        "answers: {sums: 6, talk: 2.5, mend: often, write: [1]}",
        [
            &format!("sheet.yaml:1:17: \"6\" is not an answer: {highest}"),
            &format!("sheet.yaml:1:26: \"2.5\" is not an answer: {highest}"),
            &format!("sheet.yaml:1:37: \"often\" is not an answer: {highest}"),
            &format!("sheet.yaml:1:51: \"a list\" is not an answer: {highest}"),
        ],
    );
    in_sheet(
        "answers: {sum: 4}",
        ["sheet.yaml:1:11: there is no question called \"sum\"; did you mean \"sums\"?"],
    );
    in_sheet(
        "answers: {sums: 4, sums: 4}",
        ["sheet.yaml:1:20: the key \"sums\" stands here a second time; take one of the two out"],
    );
    in_sheet(
        "answers: 4531",
        ["sheet.yaml:1:10: there are 6 questions, but 4 answers: give one character a question"],
    );
    in_sheet(
        "answers: 45x123",
        [
            "sheet.yaml:1:10: character 3 is \"x\": expected a digit from 1 to 5, or - for a skipped \
         question",
        ],
    );
    in_sheet(
        "answers: [1, 2]",
        ["sheet.yaml:1:10: there are 6 questions, but 2 answers: write null where one was skipped"],
    );
    in_sheet(
        "answers: {}\nimportance: {number: 1, words: 6}",
        [
            "sheet.yaml:2:14: there is no interest called \"number\"; did you mean \"numbers\"?",
            "sheet.yaml:2:32: 6 is out of range: expected 0 to 5",
        ],
    );
    let loaded = small().fingerprint().to_string();
    in_sheet(&format!("answers: {{}}\ncatalogue: {loaded}"), []);
    let other = format!("sha256:{}", "0".repeat(64));
    in_sheet(
        &format!("answers: {{}}\ncatalogue: {other}"),
        [&format!(
            "sheet.yaml:2:12: this sheet was answered with another pair of data files: it names \
         {other}, and the pair in use is {loaded}; give the files it was made with, with --questions and --careers or \
         --catalogue"
        )],
    );
    for none in
        ["sha256:00".to_owned(), "yes".to_owned(), other.replace("sha256", "sha1"), other + "0"]
    {
        in_sheet(
            &format!("answers: {{}}\ncatalogue: '{none}'"),
            [&format!(
                "sheet.yaml:2:12: \"{none}\" names no pair of data files: expected sha256: and 64 \
                 digits from 0 to 9 and a to f, or leave the key out"
            )],
        );
    }
}

#[test]
fn files_that_are_no_text() {
    let file = |bytes: &[u8]| told(&problems(bytes, CAREERS.as_bytes()))[0].clone();
    assert_eq!(file(b""), "questions.yaml: the file is empty");
    assert_eq!(file(b"# nothing\n"), "questions.yaml: the file is empty");
    assert_eq!(
        file(b"\xff\xfef\0"),
        "questions.yaml: the file is UTF-16 text; save it again as UTF-8"
    );
    assert_eq!(
        file(b"format: 1\0"),
        "questions.yaml: the file holds a NUL byte, so it is not text; give a UTF-8 text file"
    );
    assert_eq!(
        file(b"format: 1\ntitle: caf\xe9\n"),
        "questions.yaml: line 2 is not UTF-8 text; save it again as UTF-8"
    );
    assert_eq!(
        file(&vec![b'#'; (1 << 20) + 1]),
        "questions.yaml: the file is larger than 1 MiB; split it, or shorten its texts"
    );
}

#[test]
fn yaml_that_is_none_or_too_much() {
    let file = |text: &str| told(&problems(text.as_bytes(), CAREERS.as_bytes()))[0].clone();
    let anchors = "anchors (&) and aliases (*) are not allowed; write the value out, or put quotes \
                   around a text that begins with & or *";
    for (text, at) in [
        ("a: &a [x]\nb: *a\n", "1:4"),
        ("a: *a\n", "1:4"),
        ("title: &a Which work?\n", "1:8"),
        ("a: &a\nb: c\n", "1:4"),
        ("a: &a\n  b: c\n", "1:4"),
        ("a: [x,&a y]\n", "1:7"),
        ("a: &a !b c\n", "1:4"),
        ("a: !b &a c\n", "1:7"),
        ("&a b: c\n", "1:1"),
    ] {
        assert_eq!(file(text), format!("questions.yaml:{at}: {anchors}"), "{text}");
    }
    let deep = "the nesting is too deep; look for a bracket too many, or wrong indentation";
    assert_eq!(file(&"[".repeat(200_000)), format!("questions.yaml:1:25: {deep}"));
    assert_eq!(file(&"- ".repeat(3_000)), format!("questions.yaml:1:49: {deep}"));
    assert_eq!(
        file("a: 1\n---\nb: 2\n"),
        "questions.yaml:2:1: a second document begins here; keep one document a file; remove the \
         line of three hyphens"
    );
    for (text, at, told) in [
        ("a:\n\tb: c\n", "2:1", "a tab stands in the indentation; indent with spaces, not tabs"),
        (
            "a: b: c\n",
            "1:5",
            "a colon and a space stand where no key can end; put quotes around a text that holds a \
             colon and a space",
        ),
        (
            "a: \"b\n",
            "1:4",
            "a quotation mark opens here and is never closed; close the quotation mark",
        ),
        (
            "a: \"b\" c\n",
            "1:8",
            "text follows a closing quotation mark; put the whole text between one pair of \
             quotation marks",
        ),
        (
            "a: \"\\q\"\n",
            "1:4",
            "a backslash in double quotes stands before a character it cannot stand before; use \
             single quotes, or write the backslash twice",
        ),
        ("[,,,\n", "1:1", "a bracket opens here and is never closed; close the bracket"),
        ("a: [,,,]\n", "1:5", "a value is missing before this comma; remove the comma"),
        (
            "a: [b}\n",
            "1:4",
            "the bracket that opens here is closed by one of another kind; close [ with ] and { \
             with }",
        ),
        ("}\n", "1:1", "a bracket closes here that was never opened; remove it"),
        (
            "a: [b\nc: d\n",
            "2:2",
            "a colon stands where no key can end; close the bracket above, or put quotes around a \
             text that holds a colon",
        ),
        (
            "a: {b: c: d}\n",
            "1:9",
            "a comma or the closing bracket is missing; separate what stands in brackets with \
             commas",
        ),
        (
            "- a\nb: c\n",
            "2:1",
            "this line is not an item of the list above it; begin it with a hyphen, or indent it \
             as the lines it belongs to",
        ),
        (
            "a: - b\n",
            "1:4",
            "a list begins where none can; begin the list on a line of its own, or put quotes \
             around a text that begins with a hyphen",
        ),
        (
            "a:\n  b: 1\n c: 2\n",
            "3:2",
            "this line is not indented as the lines it belongs to; begin it below the keys it \
             stands beside",
        ),
        (
            "a: |\n b\nc\n",
            "3:1",
            "this line has no key; end a key with a colon and a space, or indent a text as the \
             line it belongs to",
        ),
        (
            "a: 1\ninterests\n  - {id: b}\n",
            "2:1",
            "this line has no key; end a key with a colon and a space, or indent a text as the \
             line it belongs to",
        ),
        ("a: @b\n", "1:4", "a text cannot begin like this; put quotes around the text"),
    ] {
        assert_eq!(file(text), format!("questions.yaml:{at}: this is not valid YAML: {told}"));
    }
    for (text, told) in [
        ("a: b\u{7f}c\n", "1:5: the character U+007F cannot be seen, and cannot stand in a text"),
        (
            "a: \"b\u{ffff}\"\n",
            "1:6: the character U+FFFF cannot be seen, and cannot stand in a text",
        ),
        ("\u{1b}[2J\n", "1:1: the character U+001B cannot be seen, and cannot stand in a text"),
    ] {
        let (_, code) = told.split_once("U+").unwrap_or_default();
        let code = code.get(..4).unwrap_or_default().to_lowercase();
        let hint = format!("remove it, or write \\u{code} in double quotes");
        assert_eq!(file(text), format!("questions.yaml:{told}; {hint}"));
    }
    for text in ["a: !secret b\n", "a: !secret\nb: c\n"] {
        assert_eq!(file(text), "questions.yaml:1:4: the tag !secret is not supported; remove it");
    }
    let values = format!("a: [{}]", "1,".repeat(300_000));
    assert_eq!(
        file(&values),
        "questions.yaml:1:499999: the file holds too many values; shorten it"
    );
}

#[test]
fn a_byte_order_mark_and_carriage_returns_change_nothing() {
    let dressed = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let read = Catalogue::read(
        Source::decode("q", dressed(QUESTIONS).as_bytes()),
        Source::decode("c", dressed(CAREERS).as_bytes()),
    );
    assert_eq!(read.unwrap().fingerprint(), small().fingerprint());
}
