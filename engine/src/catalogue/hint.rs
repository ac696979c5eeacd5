//! What to do about a value of another type than expected.

use super::yaml::Value;

/// What to write where `value` was found and something else was expected.
pub(super) fn hint(expected: &str, value: &Value) -> Option<&'static str> {
    let is_number = |text: &String| text.trim().parse::<f64>().is_ok();
    match (expected, value) {
        ("the number of a format", _) => Some("write format: 1"),
        ("true or false", _) => Some("write true or false, without quotes"),
        ("a number", Value::Text(text)) if is_number(text) => Some("write it without quotes"),
        ("a number", _) => Some("write digits, such as 1 or 0.5"),
        ("a list", Value::Map(_)) => Some("begin each item with a hyphen"),
        ("a list", _) => Some("put it in square brackets, as in [one, two]"),
        ("a mapping", _) => Some("write it as name: value"),
        ("text", Value::List(_) | Value::Map(_)) => {
            Some("put quotes around a text that begins with a bracket or holds a colon and a space")
        }
        _ => None,
    }
}
