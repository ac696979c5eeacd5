//! What the JSON reader has against a line, in plain words.

use serde_json::Error;
use serde_json::error::Category;

/// What `error` says, with the column where that is known. The line is always
/// the first, and is not told.
pub(super) fn in_plain_words(error: &Error) -> String {
    let text = error.to_string();
    let sentence = text.rsplit_once(" at line ").map_or(text.as_str(), |(sentence, _)| sentence);
    let told = match error.classify() {
        Category::Eof => {
            "the line ends before its JSON does: write each sheet whole, on one line".to_owned()
        }
        Category::Data => of_type(sentence).unwrap_or_else(|| sentence.to_owned()),
        Category::Syntax | Category::Io => format!("this is not JSON: {sentence}"),
    };
    match error.column() {
        0 => told,
        column => format!("{told} (column {column})"),
    }
}

/// A value of the wrong type, which the reader tells as what it found and then
/// what it expected.
fn of_type(sentence: &str) -> Option<String> {
    let (found, expected) = sentence.strip_prefix("invalid type: ")?.split_once(", expected ")?;
    let found = match found {
        "map" => "an object",
        "sequence" => "a list",
        // A string, integer, floating point or boolean comes with its value.
        _ => found.split_once(' ').map_or(found, |(_, value)| value.trim_matches('`')),
    };
    let found = found.strip_prefix("point `").unwrap_or(found);
    Some(format!("expected {expected}, found {found}"))
}
