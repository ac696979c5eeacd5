//! Reads typed values out of a tree, noting every mistake on the way.
//!
//! Each method returns `None` where the file is at fault, having noted why.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::RangeInclusive;

use super::mapping::{KeyValue, Mapping};
use super::node::{Node, Span, Value};
use super::source::Source;
use crate::catalogue::hint::Hint;
use crate::catalogue::id::Id;
use crate::catalogue::mistake::{FileMistake, Mistake, ValueType};
use crate::catalogue::problem::Problem;

/// A reader of one source. `M` are the mistakes that the file can hold.
#[derive(Debug)]
pub struct Reader<'s, M = Mistake> {
    source: &'s Source,
    problems: Vec<Problem<M>>,
    unlisted: usize,
}

impl<'s, M: From<Mistake>> Reader<'s, M> {
    /// Mistakes told one by one; a file with more is told how many more.
    const LISTED: usize = 500;

    /// A reader that has noted nothing yet.
    #[must_use]
    pub fn new(source: &'s Source) -> Self {
        Self { source, problems: Vec::new(), unlisted: 0 }
    }

    /// Every mistake noted, in the order of the file.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem<M>> {
        let mut problems = self.problems;
        problems.sort_by_key(|problem| problem.place.as_ref().map(|at| (at.line, at.column)));
        if self.unlisted > 0 {
            let more = Mistake::from(FileMistake::More { count: self.unlisted });
            problems.push(Problem::of_file(self.source.name(), more.into(), None));
        }
        problems
    }

    /// Notes `mistake` at `span`.
    pub fn note(&mut self, span: Span, mistake: impl Into<M>) {
        self.note_with(span, mistake, || None);
    }

    /// Notes `mistake` at `span`, and what to do about it, which is asked for only if
    /// it will be told.
    pub fn note_with(
        &mut self,
        span: Span,
        mistake: impl Into<M>,
        hint: impl FnOnce() -> Option<Hint>,
    ) {
        if self.problems.len() < Self::LISTED {
            self.problems.push(self.source.problem(span, mistake.into(), hint()));
        } else {
            self.unlisted += 1;
        }
    }

    fn wrong_type<T>(&mut self, node: &Node, expected: ValueType) -> Option<T> {
        let found = match &node.value {
            Value::Null => ValueType::Nothing,
            Value::Flag(_) => ValueType::Flag,
            Value::Number(_) => ValueType::Number,
            Value::Text(_) => ValueType::Text,
            Value::List(_) => ValueType::List,
            Value::Map(_) => ValueType::Mapping,
        };
        self.note_with(node.span, Mistake::WrongType { expected, found }, || {
            advice(expected, &node.value).map(Hint::Advice)
        });
        None
    }

    /// A scalar as the text it was written as; not an empty one.
    pub fn text(&mut self, node: &Node) -> Option<String> {
        let text = match &node.value {
            Value::Text(text) => text.trim(),
            // A plain `2024` or `true` where text is meant needs no quotes.
            Value::Number(_) | Value::Flag(_) => self.source.slice(node.span),
            _ => return self.wrong_type(node, ValueType::Text),
        };
        if text.is_empty() {
            self.note(node.span, Mistake::EmptyText);
            return None;
        }
        Some(text.to_owned())
    }

    /// An id.
    pub fn id(&mut self, node: &Node) -> Option<Id> {
        let text = self.text(node)?;
        Id::parse(&text).map_err(|error| self.note(node.span, Mistake::BadId { text, error })).ok()
    }

    /// A finite number.
    pub fn number(&mut self, node: &Node) -> Option<f64> {
        match node.value {
            Value::Number(number) if number.is_finite() => Some(number),
            Value::Number(_) => {
                self.note(node.span, Mistake::NotFinite);
                None
            }
            _ => self.wrong_type(node, ValueType::Number),
        }
    }

    /// The number of a file's format.
    pub fn format(&mut self, node: &Node) -> Option<f64> {
        match node.value {
            Value::Number(number) => Some(number),
            _ => self.wrong_type(node, ValueType::Format),
        }
    }

    /// A number in `range`.
    pub fn number_in(&mut self, node: &Node, range: RangeInclusive<f64>) -> Option<f64> {
        let number = self.number(node)?;
        if range.contains(&number) {
            return Some(number);
        }
        let (low, high) = range.into_inner();
        self.note(node.span, Mistake::OutOfRange { number, low, high });
        None
    }

    /// A number above 0.
    pub fn positive(&mut self, node: &Node) -> Option<f64> {
        let number = self.number(node)?;
        if number > 0.0 {
            return Some(number);
        }
        self.note(node.span, Mistake::NotPositive { number });
        None
    }

    /// A number that is 0 or more.
    pub fn not_negative(&mut self, node: &Node) -> Option<f64> {
        let number = self.number(node)?;
        if number >= 0.0 {
            return Some(number);
        }
        self.note(node.span, Mistake::Negative { number });
        None
    }

    /// `true` or `false`, and no other spelling.
    pub fn flag(&mut self, node: &Node) -> Option<bool> {
        match node.value {
            Value::Flag(flag) => Some(flag),
            _ => self.wrong_type(node, ValueType::Flag),
        }
    }

    /// The items of a list.
    pub fn list<'n>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        match &node.value {
            Value::List(items) => Some(items),
            _ => self.wrong_type(node, ValueType::List),
        }
    }

    /// The texts of a list; those that are not text are noted and left out.
    pub fn texts(&mut self, node: &Node) -> Option<Vec<String>> {
        let items = self.list(node)?;
        Some(items.iter().filter_map(|item| self.text(item)).collect())
    }

    /// The entries of a mapping whose keys are the author's own, each key once.
    pub fn entries<'n>(&mut self, node: &'n Node) -> Option<Vec<KeyValue<'n>>>
    where
        's: 'n,
    {
        let Value::Map(map) = &node.value else { return self.wrong_type(node, ValueType::Mapping) };
        let source = self.source;
        let mut seen = HashSet::new();
        let mut entries = Vec::with_capacity(map.len());
        for (key, value) in map {
            let text = match &key.value {
                Value::Text(text) => Cow::Borrowed(text.as_str()),
                Value::Number(_) | Value::Flag(_) => Cow::Borrowed(source.slice(key.span)),
                _ => {
                    self.wrong_type::<()>(key, ValueType::Name);
                    continue;
                }
            };
            if seen.insert(text.clone()) {
                entries.push(KeyValue { key: text, span: key.span, value });
            } else {
                self.note(key.span, Mistake::DuplicateKey { key: text.into_owned() });
            }
        }
        Some(entries)
    }

    /// A mapping with the `required` keys and no others but the `optional` ones.
    pub fn record<'n>(
        &mut self,
        node: &'n Node,
        required: &[&'static str],
        optional: &[&'static str],
    ) -> Option<Mapping<'n>>
    where
        's: 'n,
    {
        let entries = self.entries(node)?;
        for entry in &entries {
            let known = || required.iter().chain(optional).copied();
            if !known().any(|key| key == entry.key) {
                let mistake = Mistake::UnknownKey { key: entry.key.to_string() };
                self.note_with(entry.span, mistake, || Hint::nearest(&entry.key, known()));
            }
        }
        for key in required {
            match entries.iter().find(|entry| entry.key == *key) {
                None => self.note(node.span, Mistake::MissingKey { key }),
                Some(KeyValue { span, value: Node { value: Value::Null, .. }, .. }) => {
                    self.note(*span, Mistake::NoValue { key });
                }
                Some(_) => {}
            }
        }
        Some(Mapping::new(entries))
    }
}

/// What to write where `value` was found and something else was expected.
fn advice(expected: ValueType, value: &Value) -> Option<&'static str> {
    let is_number = |text: &String| text.trim().parse::<f64>().is_ok();
    match (expected, value) {
        (ValueType::Format, _) => Some("write format: 1"),
        (ValueType::Flag, _) => Some("write true or false, without quotes"),
        (ValueType::Number, Value::Text(text)) if is_number(text) => {
            Some("write it without quotes")
        }
        (ValueType::Number, _) => Some("write digits, such as 1 or 0.5"),
        (ValueType::List, Value::Map(_)) => Some("begin each item with a hyphen"),
        (ValueType::List, _) => Some("put it in square brackets, as in [one, two]"),
        (ValueType::Mapping, _) => Some("write it as name: value"),
        (ValueType::Text, Value::List(_) | Value::Map(_)) => {
            Some("put quotes around a text that begins with a bracket or holds a colon and a space")
        }
        _ => None,
    }
}
