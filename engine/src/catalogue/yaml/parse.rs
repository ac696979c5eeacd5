//! The one call into the YAML parser, and what its errors come to.

use serde_yaml::{Error, budget::BudgetBreach};

use super::node::{Node, ParsedNode, Span, Value};
use super::parser_errors::{names, recognised};
use super::slips;
use super::source::Source;
use crate::catalogue::mistake::{FileMistake, SyntaxMistake};
use crate::catalogue::problem::Problem;
use crate::limits;

/// Reads the one document of `source`.
///
/// # Errors
/// The first thing in it that is not plain YAML: a mistake of syntax, an
/// anchor, alias or tag, a second document, or nesting past every use.
pub fn parse(source: &Source) -> Result<Node, Problem> {
    let options = serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_depth: limits::NESTING.most,
            flow_nesting_limit: limits::NESTING.most,
            max_nodes: limits::VALUES.most,
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
    let ParsedNode(node) = serde_yaml::from_str_with_options(source.text(), options)
        .map_err(|error| problem(source, &error))?;
    match node.value {
        Value::Null => Err(Problem::of_file(source.name(), FileMistake::Empty.into(), None)),
        _ => Ok(node),
    }
}

/// The parser's error as a problem at its place.
fn problem(source: &Source, error: &Error) -> Problem {
    let error = error.without_snippet();
    let mistake = match error {
        Error::Budget { breach, .. } => breached(breach),
        Error::UnknownAnchor { .. } => SyntaxMistake::Anchor,
        Error::UnsupportedTag { tag, .. } => SyntaxMistake::Tag { tag: tag.clone() },
        Error::MultipleDocuments { .. } => SyntaxMistake::SecondDocument,
        other => recognised(&other.to_string()),
    };
    let Some(location) = error.location() else {
        let hint = mistake.hint();
        return Problem::of_file(source.name(), mistake.into(), Some(hint));
    };
    let at = |value: u64| usize::try_from(value).unwrap_or(usize::MAX);
    let start = source.offset(at(location.line()), at(location.column()));
    let start = match mistake {
        SyntaxMistake::Tab => tab(source.text(), start),
        _ => property(source.text(), start, error),
    }
    .unwrap_or(start);
    let (start, mistake) =
        unseen(source.text(), start, &error.to_string()).unwrap_or((start, mistake));
    let (start, mistake) = slip(source.text(), start, &mistake).unwrap_or((start, mistake));
    let hint = mistake.hint();
    source.problem(Span { start, end: start }, mistake.into(), Some(hint))
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

/// The slip that the parser's `mistake` may come of, and where it stands.
fn slip(text: &str, start: usize, mistake: &SyntaxMistake) -> Option<(usize, SyntaxMistake)> {
    let may_come_of_one = matches!(
        mistake,
        SyntaxMistake::ColonInText
            | SyntaxMistake::NoKey
            | SyntaxMistake::NotAnItem
            | SyntaxMistake::ListInLine
            | SyntaxMistake::Indentation
            | SyntaxMistake::OpenBracket
            | SyntaxMistake::NoComma
            | SyntaxMistake::ReservedStart
            | SyntaxMistake::StrayColon
            | SyntaxMistake::Other { .. }
    );
    if may_come_of_one { slips::near(text, start) } else { None }
}

/// Where the tab stands that the parser refuses: it may blame the end of the line above.
fn tab(text: &str, start: usize) -> Option<usize> {
    let line = text.get(..start)?.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    // Between a return and its line feed is an empty line.
    let lines = text.get(line..)?.split_inclusive(['\n', '\r']).take(6);
    let starts = lines.scan(line, |start, line| {
        let here = *start;
        *start += line.len();
        Some((here, line))
    });
    starts.into_iter().find_map(|(start, line)| {
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        line.get(..indentation)?.find('\t').map(|tab| start + tab)
    })
}

/// Whether YAML takes `character` as it stands (YAML 1.2.2, rule 1, c-printable).
const fn is_printable(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{fffd}')
        || character >= '\u{10000}'
}

/// The character that `error` refuses, if it is one that nobody can see, and where it
/// stands: the parser names it, and places it at the start of its text.
fn unseen(text: &str, start: usize, error: &str) -> Option<(usize, SyntaxMistake)> {
    let rest = text.get(start..)?;
    let (at, character) = rest.char_indices().find(|(_, character)| !is_printable(*character))?;
    names(error, character).then_some((start + at, SyntaxMistake::Unseen(character)))
}

fn breached(breach: &BudgetBreach) -> SyntaxMistake {
    match breach {
        BudgetBreach::Anchors { .. } | BudgetBreach::Aliases { .. } => SyntaxMistake::Anchor,
        BudgetBreach::Depth { .. } => SyntaxMistake::TooDeep,
        BudgetBreach::Documents { .. } => SyntaxMistake::SecondDocument,
        _ => SyntaxMistake::TooManyValues,
    }
}
