//! Questions with careers that go with them.

use std::fmt::Write as _;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::catalogue::yaml::{Node, Source, Value, parse};

use crate::read;

/// The catalogue of these questions, with careers made for whatever interests they name.
///
/// # Errors
/// The number of mistakes, as of [`read`].
pub fn read_questions(questions: &[u8]) -> Result<Catalogue, usize> {
    read(questions, careers(questions).as_bytes())
}

/// A role for each interest of the file and one for the first two.
fn careers(questions: &[u8]) -> String {
    let mut text = String::from("format: 1\nroles:\n");
    let root = Source::decode("", questions).and_then(|source| parse(&source));
    let interests = root.ok().and_then(|root| entry(&root, "interests"));
    let Some(Value::List(interests)) = interests.map(|node| node.value) else { return text };
    let ids: Vec<String> = interests
        .iter()
        .filter_map(|interest| match entry(interest, "id")?.value {
            Value::Text(id) => Some(id),
            _ => None,
        })
        .collect();
    for (number, id) in ids.iter().enumerate() {
        let _ = writeln!(
            text,
            "- {{id: r{number}, name: n r{number}, summary: s, profile: {{{id}: 2}}}}"
        );
    }
    if let [first, second, ..] = &ids[..] {
        let profile = format!("{first}: 1, {second}: -0.5");
        let _ = writeln!(text, "- {{id: both, name: n both, summary: s, profile: {{{profile}}}}}");
    }
    text
}

fn entry(node: &Node, name: &str) -> Option<Node> {
    let Value::Map(entries) = &node.value else { return None };
    let is_named = |key: &Node| matches!(&key.value, Value::Text(text) if text == name);
    entries.iter().find(|(key, _)| is_named(key)).map(|(_, value)| value.clone())
}
