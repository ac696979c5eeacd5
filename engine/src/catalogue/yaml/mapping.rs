//! A mapping, read as far as its keys.

use std::borrow::Cow;

use super::node::{Node, Span, Value};

/// A mapping with known keys, each at most once.
#[derive(Debug)]
pub struct Mapping<'n> {
    entries: Vec<KeyValue<'n>>,
}

/// One key of a mapping and its value.
#[derive(Debug)]
pub struct KeyValue<'n> {
    /// The key as text.
    pub key: Cow<'n, str>,
    /// Where the key stands.
    pub span: Span,
    /// The value.
    pub value: &'n Node,
}

impl<'n> Mapping<'n> {
    pub(super) fn new(entries: Vec<KeyValue<'n>>) -> Self {
        Self { entries }
    }

    /// The value of `key`; `None` if it is absent or null.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&'n Node> {
        self.entries
            .iter()
            .find(|entry| entry.key == key && !matches!(entry.value.value, Value::Null))
            .map(|entry| entry.value)
    }
}
