//! The one call into the YAML parser, and its errors in plain words.

use serde_yaml::{Error, budget::BudgetBreach};

use super::node::{Node, Span, Value};
use super::source::Source;
use crate::catalogue::problem::Problem;

/// Nesting that no data file of ours comes near.
const MAX_DEPTH: usize = 24;
/// Values in one file; 1 MiB of dense mapping holds about as many.
const MAX_NODES: usize = 250_000;

/// Reads the one document of `source`.
///
/// # Errors
/// The first thing in it that is not plain YAML: a mistake of syntax, an
/// anchor, alias or tag, a second document, or nesting past every use.
pub fn parse(source: &Source) -> Result<Node, Problem> {
    let options = serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_depth: MAX_DEPTH,
            flow_nesting_limit: MAX_DEPTH,
            max_nodes: MAX_NODES,
            max_anchors: 0,
            max_aliases: 0,
            max_documents: 1,
        },
        strict_booleans: true,
        reject_unsupported_tags: true,
        with_snippet: false,
        // Duplicates and `<<` reach the reader, which names each of them.
        duplicate_keys: serde_yaml::DuplicateKeyPolicy::PassThrough,
        merge_keys: serde_yaml::MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: serde_yaml::NonFiniteFloatPolicy::PassThrough,
    };
    let node: Node = serde_yaml::from_str_with_options(source.text(), options)
        .map_err(|error| in_plain_words(source, &error))?;
    match node.value {
        Value::Null => {
            let message = "the file is empty".to_owned();
            Err(Problem::of_file(source.name(), message, None))
        }
        _ => Ok(node),
    }
}

fn in_plain_words(source: &Source, error: &Error) -> Problem {
    let error = error.without_snippet();
    let (message, hint) = match error {
        Error::Budget { breach, .. } => breached(breach),
        Error::UnknownAnchor { .. } => breached(&BudgetBreach::Aliases { aliases: 1 }),
        Error::UnsupportedTag { tag, .. } => {
            (format!("the tag {tag} is not supported"), Some("remove it"))
        }
        Error::MultipleDocuments { .. } => breached(&BudgetBreach::Documents { documents: 2 }),
        other => of_syntax(other),
    };
    let hint = hint.map(str::to_owned);
    let Some(location) = error.location() else {
        return Problem::of_file(source.name(), message, hint);
    };
    let at = |value: u64| usize::try_from(value).unwrap_or(usize::MAX);
    let start = source.offset(at(location.line()), at(location.column()));
    let start = property(source.text(), start, error).unwrap_or(start);
    unprintable(source, start, &error.to_string())
        .unwrap_or_else(|| Problem::new(source, Span { start, end: start }, message, hint))
}

/// Where the anchor or tag stands that `error` refuses: the parser's place is
/// that of the value behind it.
fn property(text: &str, start: usize, error: &Error) -> Option<usize> {
    let mark = match error {
        Error::Budget { breach: BudgetBreach::Anchors { .. }, .. } => '&',
        Error::UnsupportedTag { .. } => '!',
        _ => return None,
    };
    let mut before = text.get(..start)?.trim_end();
    let ends = |character: char| character.is_whitespace() || "[]{},".contains(character);
    loop {
        let word = before.rsplit(ends).next()?;
        before = before.strip_suffix(word)?;
        if word.starts_with(mark) {
            return Some(before.len());
        }
        // An anchor and a tag may both stand before a value.
        if !word.starts_with(['&', '!']) {
            return None;
        }
        before = before.trim_end();
    }
}

/// Whether YAML takes `character` as it stands (YAML 1.2.2, rule 1, c-printable).
const fn is_printable(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{fffd}')
        || character >= '\u{10000}'
}

/// The character that `error` refuses, if it is one that nobody can see: the
/// parser names it, and places it at the start of its text.
fn unprintable(source: &Source, start: usize, error: &str) -> Option<Problem> {
    let rest = source.text().get(start..)?;
    let (at, character) = rest.char_indices().find(|(_, character)| !is_printable(*character))?;
    if !error.contains(&format!("`{}'", character.escape_default())) {
        return None;
    }
    let code = u32::from(character);
    let message = format!("the character U+{code:04X} cannot be seen, and cannot stand in a text");
    let hint = format!("remove it, or write \\u{code:04x} in double quotes");
    let span = Span { start: start + at, end: start + at };
    Some(Problem::new(source, span, message, Some(hint)))
}

fn breached(breach: &BudgetBreach) -> (String, Option<&'static str>) {
    match breach {
        BudgetBreach::Anchors { .. } | BudgetBreach::Aliases { .. } => (
            "anchors (&) and aliases (*) are not allowed".to_owned(),
            Some("write the value out, or put quotes around a text that begins with & or *"),
        ),
        BudgetBreach::Depth { .. } => too_deep(),
        BudgetBreach::Documents { .. } => (
            "a second document begins here".to_owned(),
            Some("keep one document a file; remove the line of three hyphens"),
        ),
        _ => ("the file holds too many values".to_owned(), Some("shorten it")),
    }
}

fn too_deep() -> (String, Option<&'static str>) {
    (
        "the nesting is too deep".to_owned(),
        Some("look for a bracket too many, or wrong indentation"),
    )
}

/// The parser's errors in plain words, found by a part of its own sentence, and
/// what to do about each.
const SYNTAX: [(&str, &str, &str); 16] = [
    ("tab", "a tab stands in the indentation", "indent with spaces, not tabs"),
    (
        "mapping values are not allowed",
        "a colon and a space stand where no key can end",
        "put quotes around a text that holds a colon and a space",
    ),
    (
        "content after",
        "text follows a closing quotation mark",
        "put the whole text between one pair of quotation marks",
    ),
    (
        "unknown escape",
        "a backslash in double quotes stands before a character it cannot stand before",
        "use single quotes, or write the backslash twice",
    ),
    ("quote", "a quotation mark opens here and is never closed", "close the quotation mark"),
    ("unclosed bracket", "a bracket opens here and is never closed", "close the bracket"),
    (
        "mismatched bracket",
        "the bracket that opens here is closed by one of another kind",
        "close [ with ] and { with }",
    ),
    ("misplaced bracket", "a bracket closes here that was never opened", "remove it"),
    (
        "illegal placement of ':'",
        "a colon stands where no key can end",
        "close the bracket above, or put quotes around a text that holds a colon",
    ),
    ("implicit flow mapping", "a value is missing before this comma", "remove the comma"),
    (
        "expected ','",
        "a comma or the closing bracket is missing",
        "separate what stands in brackets with commas",
    ),
    (
        "expected '-'",
        "this line is not an item of the list above it",
        "begin it with a hyphen, or indent it as the lines it belongs to",
    ),
    (
        "block sequence entries are not allowed",
        "a list begins where none can",
        "begin the list on a line of its own",
    ),
    (
        "expected key",
        "this line is not indented as the lines it belongs to",
        "begin it below the keys it stands beside",
    ),
    (
        "simple key",
        "this line has no key",
        "end a key with a colon and a space, or indent a text as the line it belongs to",
    ),
    ("unexpected character", "a text cannot begin like this", "put quotes around the text"),
];

/// A mistake of syntax.
fn of_syntax(error: &Error) -> (String, Option<&'static str>) {
    let text = error.to_string();
    // The position that the parser appends is told otherwise.
    let sentence = text.rsplit_once(" at line ").map_or(text.as_str(), |(sentence, _)| sentence);
    if sentence.contains("recursion limit") {
        return too_deep();
    }
    let known = SYNTAX.iter().find(|(part, _, _)| sentence.contains(part));
    let (what, hint) = known.map_or(
        (sentence, "check the indentation, brackets and quotation marks here and just above"),
        |(_, what, hint)| (what, hint),
    );
    (format!("this is not valid YAML: {what}"), Some(hint))
}
