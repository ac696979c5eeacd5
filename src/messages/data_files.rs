//! What is told of `questions.yaml` and `careers.yaml`.

use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::catalogue::{FileMistake, Hint, Mistake, Problem, SyntaxMistake};

use super::examples::{CAREERS, QUESTIONS, told};

/// The pair with one text of it replaced by another.
fn edit(from: &str, to: &str) -> Vec<Problem> {
    assert!(QUESTIONS.contains(from) || CAREERS.contains(from), "{from}");
    let [questions, careers] = [QUESTIONS, CAREERS].map(|file| file.replacen(from, to, 1));
    told(&questions, &careers)
}

/// Careers with a scale of pay, with one text of them replaced by another.
fn paid(from: &str, to: &str) -> Vec<Problem> {
    let scale = "pay_scale: {name: Scale A, country: England, year: 2025/26, currency: GBP, \
                 source: Seen there., bands: {\"5\": [31049, 37796]}}\nspecialisms:";
    let role = "    pay: {from: 5, to: 60000}\n    routes: {nhs: {text: Ask., links: [{title: \
                Jobs, url: 'https://example.org', seen: 2026}]}}\n    activities: [Adding]\n";
    let careers = CAREERS.replacen("specialisms:", scale, 1);
    let careers = careers.replacen("    activities: [Adding, Filing]\n", role, 1);
    assert!(careers.contains(from), "{from}");
    told(QUESTIONS, &careers.replacen(from, to, 1))
}

fn file(bytes: &[u8]) -> Vec<Problem<FileMistake>> {
    let source = Source::decode("questions.yaml", bytes);
    let problems = match source {
        Ok(source) => told(source.text(), CAREERS),
        Err(problem) => vec![problem],
    };
    let of_file = |problem: Problem| match problem.mistake.clone() {
        Mistake::File(mistake) => Some(problem.map(|_| mistake)),
        _ => None,
    };
    problems.into_iter().filter_map(of_file).collect()
}

fn syntax(problems: Vec<Problem>) -> Vec<Problem<SyntaxMistake>> {
    let of_syntax = |problem: Problem| match problem.mistake.clone() {
        Mistake::Syntax(mistake) => Some(problem.map(|_| mistake)),
        _ => None,
    };
    problems.into_iter().filter_map(of_syntax).collect()
}

fn yaml(text: &str) -> Vec<Problem<SyntaxMistake>> {
    syntax(told(text, CAREERS))
}

/// That careers are of other questions, as whoever chose the pair says it.
fn misfit(first: Option<Box<Mistake>>) -> Vec<Problem> {
    let (careers, questions) = ("these careers", "the built-in questions");
    let hint = Hint::Advice("name the questions that go with them, with --questions FILE");
    let mistake = Mistake::Misfit { careers, questions, first };
    vec![Problem::of_file("careers.yaml", mistake, Some(hint))]
}

fn unknown() -> Mistake {
    Mistake::UnknownId { what: "interest", id: "nursing".to_owned() }
}

/// More mistakes than are listed.
fn many() -> Vec<u8> {
    let question =
        |number| format!("  - {{id: x{number}, text: t x{number}, interest: nowhere}}\n");
    let questions: String = (0..900).map(question).collect();
    (QUESTIONS.to_owned() + &questions).into_bytes()
}

pub(super) fn all() -> String {
    [of_files(), of_syntax(), of_content()].concat()
}

fn of_files() -> String {
    problems!("Data files as a whole", FileMistake,
        FileMistake::TooLarge => file(&vec![b'#'; (1 << 20) + 1]);
        FileMistake::Utf16 => file(b"\xff\xfef\0"), file(b"f\0o\0");
        FileMistake::Binary => file(b"format: 1\0");
        FileMistake::NotUtf8 { .. } => file(b"format: 1\ntitle: caf\xe9\n");
        FileMistake::Empty => file(b"# nothing\n");
        FileMistake::More { .. } => file(&many());
    )
}

fn of_syntax() -> String {
    problems!("YAML", SyntaxMistake,
        SyntaxMistake::Tab => yaml("a:\n\tb: c\n");
        SyntaxMistake::OddSpace(_) => yaml("a:\u{a0}b\n");
        SyntaxMistake::NoSpaceAfterColon { .. } => yaml("title:x");
        SyntaxMistake::ColonInText => yaml("a: b: c\n");
        SyntaxMistake::TextAfterQuote => yaml("a: \"b\" c\n");
        SyntaxMistake::UnknownEscape => yaml("a: \"\\q\"\n");
        SyntaxMistake::OpenQuote => yaml("a: \"b\n");
        SyntaxMistake::OpenBracket => yaml("[,,,\n");
        SyntaxMistake::MismatchedBracket => yaml("a: [b}\n");
        SyntaxMistake::StrayBracket => yaml("}\n");
        SyntaxMistake::CutInBrackets => syntax(edit("[No, Rather not,", "[No, Rather #1,"));
        SyntaxMistake::TextAfterBracket => syntax(edit("Keeps the books.", "[a] b"));
        SyntaxMistake::StrayColon => yaml("a: [b\nc: d\n");
        SyntaxMistake::NothingBeforeComma => yaml("a: [,,,]\n");
        SyntaxMistake::NoComma => yaml("a: {b: c: d}\n");
        SyntaxMistake::NotAnItem => yaml("- a\nb: c\n");
        SyntaxMistake::ListInLine => yaml("a: - b\n");
        SyntaxMistake::Indentation => yaml("a:\n  b: 1\n c: 2\n");
        SyntaxMistake::NoKey => yaml("a: |\n b\nc\n");
        SyntaxMistake::ReservedStart => yaml("a: @b\n");
        SyntaxMistake::Other { .. } => other_syntax();
        SyntaxMistake::Anchor => yaml("a: *a\n");
        SyntaxMistake::Tag { .. } => yaml("a: !secret b\n");
        SyntaxMistake::TooDeep => yaml(&"[".repeat(3_000));
        SyntaxMistake::SecondDocument => yaml("a: 1\n---\nb: 2\n");
        SyntaxMistake::TooManyValues => yaml(&format!("a: [{}]", "1,".repeat(300_000)));
        SyntaxMistake::Unseen(_) => yaml("a: b\u{7f}c\n");
    )
}

/// What no other kind is, in the parser's words.
fn other_syntax() -> Vec<Problem<SyntaxMistake>> {
    let mistake = SyntaxMistake::Other { sentence: "did not find expected key".to_owned() };
    let hint = Some(mistake.hint());
    vec![Problem::of_file("questions.yaml", mistake, hint)]
}

fn of_content() -> String {
    let long = format!("name: Clerk\n    line: {}", "x".repeat(81));
    let scale = "[No, Rather not, Perhaps, Rather, Yes]";
    problems!("What data files hold", Mistake,
        Mistake::File(_) => told("", CAREERS);
        Mistake::Syntax(_) => told("a: @b\n", CAREERS);
        Mistake::WrongType { .. } => edit("{noise: 0.2", "{noise: small"),
            edit(scale, "No to Yes"), edit("title: A small questionnaire", "title: [a]");
        Mistake::EmptyText => edit("title: A small questionnaire", "title: \"\"");
        Mistake::TooLong { .. } => edit("name: Clerk", &long);
        Mistake::UnknownKey { .. } => edit("scale:", "scael:"), edit("title:", "zzz: 1\ntitle:");
        Mistake::DuplicateKey { .. } => edit("title:", "title: x\ntitle:");
        Mistake::MissingKey { .. } => edit("scale:", "scael:");
        Mistake::NoValue { .. } => edit(&format!("scale: {scale}"), "scale:");
        Mistake::UnknownFormat { .. } => edit("format: 1", "format: 2");
        Mistake::BadId { .. } => edit("{id: talk,", "{id: Talk!,");
        Mistake::DuplicateId { .. } => edit("{id: talk,", "{id: sums,");
        Mistake::SameText { .. } => edit("name: People}", "name: numbers}");
        Mistake::SameLabel { .. } => edit("[No, Rather not,", "[No, no,");
        Mistake::NumberLabel { .. } => edit("[No, Rather not,", "[2, Rather not,");
        Mistake::PayUpsideDown { .. } => paid("to: 60000", "to: 24000");
        Mistake::CutText => edit("name: Clerk\n", "name: Clerk of class #1\n");
        Mistake::UnknownId { .. } => edit("interest: numbers,", "interest: number,"),
            edit("interest: numbers,", "interest: zzz,");
        Mistake::NotFinite => edit("{noise: 0.2", "{noise: .nan");
        Mistake::OutOfRange { .. } => edit("speaking: 0.25", "speaking: 1.5");
        Mistake::NotWhole { .. } => paid("seen: 2026", "seen: 26");
        Mistake::BadCurrency { .. } => paid("currency: GBP", "currency: pounds");
        Mistake::BadLanguage { .. } => edit("title:", "language: British English\ntitle:");
        Mistake::BandUpsideDown { .. } => paid("[31049, 37796]", "[31049, 1]");
        Mistake::NotPositive { .. } => edit("signal: 0.1", "signal: 0");
        Mistake::Negative { .. } => edit("{noise: 0.2", "{noise: -1");
        Mistake::Count { .. } => edit(scale, "[Yes]");
        Mistake::InterestAndInterests =>
            edit("interest: people, short", "interest: people, interests: {people: 1}, short");
        Mistake::NoInterest => edit("{numbers: 1, things: 0.5}", "{}");
        Mistake::FlatProfile => edit("profile: {numbers: 3, words: 1}", "profile: {}");
        Mistake::UnknownWord { .. } => super::sheets::unknown_word();
        Mistake::BadLink => edit("https://example.org/clerk", "javascript:1");
        Mistake::Misfit { .. } => misfit(None), misfit(Some(Box::new(unknown())));
    )
}
