//! What is wrong with a line of JSON. This is the one file that knows the words of
//! `serde_json`'s errors.

use serde_json::Error;
use serde_json::error::Category;

use super::bad_answers::BadAnswers;
use super::listed::listed;
use crate::catalogue::repeated;
use crate::sheet::{BadAnswerText, Importance, UnknownId};

/// Why a line of JSON is no sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{fault}{}", place(*column))]
pub struct JsonError {
    /// What is wrong.
    pub fault: JsonFault,
    /// The line of the text on which it stands, from 1: of a line of JSON, the only one.
    pub line: usize,
    /// The character of the line up to which it was read, from 1, where that is known.
    pub column: Option<usize>,
}

/// What is wrong with a line of JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JsonFault {
    /// It is not UTF-8.
    #[error("the line is not UTF-8 text: save it again as UTF-8")]
    NotText,
    /// It ends before its JSON does.
    #[error("the line ends before its JSON does: write each sheet whole, on one line")]
    Cut,
    /// It is no JSON; what the parser says.
    #[error("this is not JSON: {}: {SCHEMA}", repeated(.0))]
    NotJson(String),
    /// A value of the wrong type.
    #[error("expected {expected}, found {found}", found = repeated(found))]
    Type {
        /// What would be right.
        expected: String,
        /// What is there.
        found: String,
    },
    /// Something else, as the parser says it.
    #[error("{}", repeated(.0))]
    Other(String),
    /// A key for the second time.
    #[error("the key \"{}\" stands here a second time: take one of the two out", repeated(.0))]
    RepeatedKey(String),
    /// A key that sheets do not have.
    #[error("unknown key \"{}\"{}", repeated(.0), own(.0))]
    UnknownKey(String),
    /// There are no answers, and a key has a list of objects, which may be the people.
    #[error(
        "the key \"{}\" holds a list of objects: if they are the people, give that list alone, each \
         with the ids or texts of questions for its keys",
        repeated(.0)
    )]
    KeyOfList(String),
    /// There are no answers.
    #[error("the key \"answers\" is missing: {SCHEMA}")]
    NoAnswers,
    /// The fingerprint of other data files.
    #[error(
        "this sheet was answered with another pair of data files: it names {found}, and the pair \
         in use is {loaded}; give the files it was made with, with --questions and --careers or \
         --catalogue",
        found = repeated(found)
    )]
    OtherCatalogue {
        /// The fingerprint in the sheet.
        found: String,
        /// The fingerprint of the pair in use.
        loaded: String,
    },
    /// The respondent is neither a text nor a number.
    #[error("respondent: expected a text or a number")]
    Respondent,
    /// The starting point is none.
    #[error(
        "\"{}\" is not a starting point: expected school, college, degree, change or nhs",
        repeated(.0)
    )]
    StartingPoint(String),
    /// A weight that is no number in its range.
    #[error(
        "{interest}: expected a number from 0 to {most}, found {found}",
        most = Importance::MOST,
        found = repeated(found)
    )]
    Weight {
        /// The id of the interest.
        interest: String,
        /// The value as it is written.
        found: String,
    },
    /// No question or interest has this id.
    #[error("{0}")]
    UnknownId(#[from] UnknownId),
    /// A key that is the text of two questions.
    #[error("the key \"{}\" could be the question {one} or {other}: use their ids", repeated(key))]
    TwoQuestions {
        /// The key.
        key: String,
        /// The id of one question.
        one: String,
        /// The id of the other.
        other: String,
    },
    /// As many keys look like answers and match no question as match one.
    #[error(
        "{found} of the keys match a question, and {count} hold answers but match none: {}; name \
         each by the id or the text of a question",
        listed(keys, *count)
    )]
    Unmatched {
        /// The first of them.
        keys: Vec<String>,
        /// How many they are.
        count: usize,
        /// How many match a question.
        found: usize,
    },
    /// A list with fewer or more answers than there are questions.
    #[error(
        "there are {questions} questions, but {found} answers: write null where one was skipped"
    )]
    AnswerCount {
        /// How many questions there are.
        questions: usize,
        /// How many answers.
        found: usize,
    },
    /// Answers as digits, or as an answer code, that are none.
    #[error("{0}")]
    Text(#[from] BadAnswerText),
    /// Values that are no answers.
    #[error("{0}")]
    Answers(BadAnswers),
}

impl JsonError {
    /// What `error`, with which parsing ended, means: the `fault` that was found in
    /// what the parser read or, if that is none, what it has against the JSON.
    pub(super) fn of(error: &Error, fault: Option<JsonFault>) -> Self {
        let column = Some(error.column()).filter(|column| *column > 0);
        Self { fault: fault.unwrap_or_else(|| parse(error)), line: error.line().max(1), column }
    }
}

/// What to do about a line that is no sheet.
const SCHEMA: &str = "write an object for each person, as rolefit schema sheet describes it";

/// Of a summary, of which only rolefit writes the key.
const SUMMARY: &str = "rolefit_summary";

/// Of every other thing that rolefit writes.
const WRITTEN: &str = "schema_version";

/// Whether rolefit itself writes an object with this key.
pub(super) fn is_own(key: &str) -> bool {
    [SUMMARY, WRITTEN].contains(&key)
}

/// What a key says of its object, if rolefit itself writes it.
fn own(key: &str) -> &'static str {
    match key {
        WRITTEN => {
            "; this is what rolefit wrote of answers, and holds none as a sheet does: give the \
             sheets it was made of, or show a whole report with rolefit render"
        }
        SUMMARY => {
            "; this is a part of a cohort, and no sheet: add parts up with rolefit cohort --merge"
        }
        _ => ": take it out, or call it as rolefit schema sheet does",
    }
}

fn place(column: Option<usize>) -> String {
    column.map(|column| format!(" (column {column})")).unwrap_or_default()
}

fn parse(error: &Error) -> JsonFault {
    let text = error.to_string();
    let sentence = text.rsplit_once(" at line ").map_or(text.as_str(), |(sentence, _)| sentence);
    match error.classify() {
        Category::Eof => JsonFault::Cut,
        Category::Data => {
            parse_type(sentence).unwrap_or_else(|| JsonFault::Other(sentence.to_owned()))
        }
        Category::Syntax | Category::Io => JsonFault::NotJson(sentence.to_owned()),
    }
}

/// A value of the wrong type, of which the parser says what it is and what was
/// expected.
fn parse_type(sentence: &str) -> Option<JsonFault> {
    let (found, expected) = sentence.strip_prefix("invalid type: ")?.split_once(", expected ")?;
    let found = match found {
        "map" => "an object",
        "sequence" => "a list",
        // A string, integer, floating point or boolean comes with its value.
        _ => found.split_once(' ').map_or(found, |(_, value)| value.trim_matches('`')),
    };
    let found = found.strip_prefix("point `").unwrap_or(found);
    Some(JsonFault::Type { expected: expected.to_owned(), found: found.to_owned() })
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value};

    use super::{JsonError, JsonFault};

    fn error_of<'l, T: serde::Deserialize<'l>>(line: &'l str) -> JsonError {
        JsonError::of(&serde_json::from_str::<T>(line).err().unwrap(), None)
    }

    /// If this fails after an update of `serde_json`, its errors have new words:
    /// adapt [`super::parse`].
    #[test]
    fn the_words_of_serde_json_are_those_that_are_recognised() {
        let cases = [
            ("[1, 2]", "expected a map, found a list"),
            ("5", "expected a map, found 5 (column 1)"),
            ("-5", "expected a map, found -5 (column 2)"),
            ("2.50", "expected a map, found 2.5 (column 4)"),
            ("true", "expected a map, found true (column 4)"),
            ("null", "expected a map, found null (column 4)"),
            ("\"a `b`\"", "expected a map, found \"a `b`\" (column 7)"),
            (
                "{\"a\": 1",
                "the line ends before its JSON does: write each sheet whole, on one line (column 7)",
            ),
            (
                "{a: 1}",
                "this is not JSON: key must be a string: write an object for each person, as rolefit schema sheet describes it (column 2)",
            ),
            (
                "{\"a\": 1} x",
                "this is not JSON: trailing characters: write an object for each person, as rolefit schema sheet describes it (column 10)",
            ),
            (
                "{\"a\": 1e999}",
                "this is not JSON: number out of range: write an object for each person, as rolefit schema sheet describes it (column 11)",
            ),
        ];
        for (line, said) in cases {
            assert_eq!(error_of::<Map<String, Value>>(line).to_string(), said);
        }
        let (expected, found) = ("a string".to_owned(), "an object".to_owned());
        let fault = JsonFault::Type { expected, found };
        assert_eq!(error_of::<String>("{}"), JsonError { fault, line: 1, column: None });
    }
}
