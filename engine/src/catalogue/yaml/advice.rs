//! What to do about a value of the wrong type.

use super::node::Value;
use crate::catalogue::mistake::ValueType;

/// What to write where `value` was found and something else was expected.
pub(super) fn advice(expected: ValueType, value: &Value) -> Option<&'static str> {
    let is_number = |text: &str| text.trim().parse::<f64>().is_ok();
    match (expected, value) {
        (ValueType::Format, _) => Some("write format: 1"),
        (ValueType::Flag, _) => Some("write true or false, without quotes"),
        (ValueType::Number, Value::Text(text)) if is_number(text) => {
            Some("write it without quotes")
        }
        (ValueType::Number, _) => Some("write digits, such as 1 or 0.5"),
        (ValueType::List, Value::Map(_)) => Some("begin each item with a hyphen"),
        (ValueType::List, _) => Some("put it in square brackets, as in [one, two]"),
        (ValueType::Text, Value::List(_) | Value::Map(_)) => {
            Some("put quotes around a text that begins with a bracket or holds a colon and a space")
        }
        _ => None,
    }
}
