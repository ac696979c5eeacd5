//! Slips that look right, and texts that are there twice, are named as what they are.

use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::catalogue::{Catalogue, Problem, Problems};

use crate::support::{CAREERS, QUESTIONS};

/// What is told of the small pair with one text in one of its files replaced.
#[track_caller]
fn told(from: &str, to: &str) -> Vec<String> {
    assert!(QUESTIONS.contains(from) || CAREERS.contains(from), "{from} is in neither file");
    let [questions, careers] = [QUESTIONS, CAREERS].map(|file| file.replacen(from, to, 1));
    let read = Catalogue::read(
        Source::decode("q", questions.as_bytes()),
        Source::decode("c", careers.as_bytes()),
    );
    let problems = read.err().map(Problems::into_vec).unwrap_or_default();
    problems.iter().map(Problem::to_string).collect()
}

#[test]
fn a_colon_without_a_space_is_told_at_the_colon() {
    let after = |key: &str| {
        format!(
            "no space stands behind the colon of \"{key}\"; put a space there, as in name: value"
        )
    };
    let cases = [
        ("title: A", "title:A", "q:2:7", "title"),
        ("    name: Clerk", "    name:Clerk", "c:10:10", "name"),
        ("- id: clerk", "- id:clerk", "c:9:8", "id"),
        ("    family: Offices\n", "    family:Offices\n\n", "c:11:12", "family"),
        ("introduction: Rate", "introduction:\"Rate", "q:3:14", "introduction"),
    ];
    for (from, to, place, key) in cases {
        assert_eq!(told(from, to)[0], format!("{place}: {}", after(key)), "{to}");
    }
    // Where all of a file is such a line, it is valid YAML.
    assert_eq!(told(QUESTIONS, "title:x")[0], format!("q:1:7: {}", after("title")));
    // An address, and a time, are no keys.
    assert_eq!(
        told("summary: Keeps the books.", "summary: >\n      https://x\n      at 9:30"),
        [""; 0]
    );
}

#[test]
fn a_space_that_is_none_is_told_where_it_stands() {
    let hint = "write a plain space in its place: it only looks like one";
    for (code, odd) in [("00A0", '\u{a0}'), ("202F", '\u{202f}'), ("3000", '\u{3000}')] {
        let is_odd = format!("the character U+{code} stands where a space belongs; {hint}");
        let cases = [
            ("    name: Clerk", format!("   {odd}name: Clerk"), "c:10:4"),
            ("    name: Clerk", format!("    name:{odd}Clerk"), "c:10:10"),
            ("  - {id: sums", format!("  -{odd}{{id: sums"), "q:12:4"),
            ("title: A", format!("{odd}title: A"), "q:2:1"),
            ("format: 1\ntitle", format!("{odd}format: 1\ntitle"), "q:1:1"),
        ];
        for (from, to, place) in cases {
            let told = told(from, &to);
            assert_eq!(told[0], format!("{place}: {is_odd}"), "{to}: {told:#?}");
        }
    }
    // Within a text it is a character like any other.
    assert_eq!(told("Keeps the books.", "Keeps\u{a0}the: books.").len(), 1);
    assert_eq!(told("Keeps the books.", "Keeps\u{a0}the books."), [""; 0]);
}

#[test]
fn a_text_that_a_comment_cuts_short_is_told_at_the_comment() {
    let cut = "the text ends before this #: what stands behind it is a comment; put quotes around \
               the text, or the comment on a line of its own";
    assert_eq!(told("name: Clerk\n", "name: Clerk of class #1\n"), [format!("c:10:26: {cut}")]);
    assert_eq!(
        told("summary: Keeps the books.", "summary: 12  #hashtags"),
        [format!("c:13:18: {cut}")]
    );
    for whole in [
        "name: C# developer\n",
        "name: \"Clerk #1\"\n",
        "name: 'Clerk' #1\n",
        "name: Clerk # of a kind\n",
        "name: Clerk # 1 of two\n",
        "name: Clerk #\n",
        "name: Clerk ## of a kind\n",
        "name: >\n      Clerk #1\n",
    ] {
        assert_eq!(told("name: Clerk\n", whole), [""; 0], "{whole}");
    }
    assert_eq!(
        told("profile: {numbers: 3, words: 1}", "profile: {numbers: 3, words: 1} #2"),
        [""; 0]
    );
}

#[test]
fn a_comment_that_holds_the_closing_bracket_is_told_at_its_sign() {
    let cut = "the list or mapping does not end: what stands behind this # is a comment; put \
               quotes around a text that holds a #";
    for (from, to, place) in [
        ("[No, Rather not,", "[No, Rather #1,", "q:4:20"),
        ("name: Numbers}", "name: Numbers # 1}", "q:7:33"),
        ("[Adding, Filing]", "[Adding, \n      Filing #2]", "c:15:14"),
        ("modules: {counting: 1, speaking: 0.25}", "modules: {counting: 1, #0}", "c:16:28"),
    ] {
        assert_eq!(told(from, to), [format!("{place}: {cut}")], "{to}");
    }
    // A comment that holds none is one.
    assert_eq!(told("[Adding, Filing]", "[Adding, # one\n      Filing] # [2]"), [""; 0]);
    assert_eq!(told("[Adding, Filing]", "[Adding, 'Filing #2']"), [""; 0]);
}

#[test]
fn a_text_that_begins_like_a_list_is_told_as_one() {
    let bracket = "this is not valid YAML: text follows a closing bracket; put quotes around a \
                   text that begins with a bracket";
    let hyphen = "this is not valid YAML: a list begins where none can; begin the list on a line \
                  of its own, or put quotes around a text that begins with a hyphen";
    let summary = "summary: Keeps the books.";
    assert_eq!(told(summary, "summary: [a] b"), [format!("c:13:17: {bracket}")]);
    assert_eq!(told(summary, "summary: {a} [b]"), [format!("c:13:17: {bracket}")]);
    assert_eq!(told(summary, "summary: - a"), [format!("c:13:14: {hyphen}")]);
}

#[test]
fn a_value_of_another_kind_is_told_with_what_is_to_be_written() {
    let is = |what: &str| format!("expected a mapping, found text; write it as {what}: value");
    assert_eq!(
        told("profile: {numbers: 3, words: 1}", "profile: numbers"),
        [format!("c:15:14: {}", is("some-id"))]
    );
    assert_eq!(told("roles:\n", "roles:\n  - guard\n"), [format!("c:9:5: {}", is("id"))]);
    assert_eq!(
        told("clerk\"}", "clerk\", seen: last year}"),
        ["c:17:69: expected a number, found text; write a whole number from 1990 to 2999"]
    );
}

#[test]
fn two_of_one_kind_with_one_name_or_text_are_told_at_the_second() {
    let same = |place: &str, what: &str| {
        [format!(
            "{place}: there is already {what}; people could not tell the two apart: change or remove one"
        )]
    };
    let cases = [
        ("name: Guide", "name: ' CLERK '", "c:19:23", "a role with the name \"CLERK\""),
        ("name: Speaking", "name: counting", "c:7:26", "a module with the name \"counting\""),
        (
            "name: Field work",
            "name: Desk  Work",
            "c:4:23",
            "a specialism with the name \"Desk  Work\"",
        ),
        ("name: People", "name: numbers", "q:8:24", "an interest with the name \"numbers\""),
        (
            "text: Mend a bicycle",
            "text: \"add up\\n LONG columns\"",
            "q:14:22",
            "a question with the text \"add up  LONG columns\"",
        ),
    ];
    for (from, to, place, what) in cases {
        assert_eq!(told(from, to), same(place, what), "{to}");
    }
    assert_eq!(
        told("[No, Rather not,", "[No, 'no ',"),
        ["q:4:13: the label \"no\" is on the scale already; give each answer a label of its own"]
    );
    for (label, place) in [("0", 1), ("2", 1), ("1.5", 1)] {
        assert_eq!(
            told("[No, Rather not,", &format!("[{label}, Rather not,")),
            [format!(
                "q:4:9: the label \"{label}\" is a number, and not that of its answer, which is \
                 {place}; add a word to it: answers are numbered from 1"
            )]
        );
    }
    assert_eq!(told("[No, Rather not,", "[1, 2,"), [""; 0]);
    assert_eq!(
        told("name: People", "name: \"Num\u{200b}bers\""),
        same("q:8:24", "an interest with the name \"Num\u{200b}bers\"")
    );
    let turkish = QUESTIONS.replacen("format: 1\n", "format: 1\nlanguage: tr\n", 1);
    let other =
        turkish.replacen("name: People", "name: ILIK", 1).replacen("name: Things", "name: ilik", 1);
    assert_eq!(told(QUESTIONS, &other), [""; 0]);
}
