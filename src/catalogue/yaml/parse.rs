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
    Problem::new(source, Span { start, end: start }, message, hint)
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

/// The parser's own sentence, less the position that it appends.
fn of_syntax(error: &Error) -> (String, Option<&'static str>) {
    let text = error.to_string();
    let sentence = text.rsplit_once(" at line ").map_or(text.as_str(), |(sentence, _)| sentence);
    if sentence.contains("recursion limit") {
        return too_deep();
    }
    let hint = if sentence.contains("tab") {
        Some("indent with spaces, not tabs")
    } else if sentence.contains("mapping values are not allowed") {
        Some("put quotes around a text that holds a colon and a space")
    } else if sentence.contains("quote") {
        Some("close the quotation mark")
    } else {
        Some("check the indentation, brackets and quotation marks here and just above")
    };
    (format!("this is not valid YAML: {sentence}"), hint)
}
