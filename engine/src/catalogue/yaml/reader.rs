//! Reads typed values out of a tree, noting every mistake on the way.
//!
//! Each method returns `None` where the file is at fault, having noted why.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Display;
use std::ops::RangeInclusive;

use super::mapping::{KeyValue, Mapping};
use super::node::{Node, Span, Value};
use super::source::Source;
use crate::catalogue::hint::hint;
use crate::catalogue::id::{Id, nearest};
use crate::catalogue::mistake::Mistake;
use crate::catalogue::problem::Problem;

/// A reader of one source.
#[derive(Debug)]
pub struct Reader<'s> {
    source: &'s Source,
    problems: Vec<Problem>,
    unlisted: usize,
}

impl<'s> Reader<'s> {
    /// Mistakes told one by one; a file with more is told how many more.
    const LISTED: usize = 500;

    /// A reader that has noted nothing yet.
    #[must_use]
    pub fn new(source: &'s Source) -> Self {
        Self { source, problems: Vec::new(), unlisted: 0 }
    }

    /// Every mistake noted, in the order of the file.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems;
        problems.sort_by_key(|problem| problem.place.as_ref().map(|at| (at.line, at.column)));
        if self.unlisted > 0 {
            let message = format!("{} more mistakes like these", self.unlisted);
            problems.push(Problem::of_file(self.source.name(), message, None));
        }
        problems
    }

    /// Notes `mistake` at `span`.
    pub fn note(&mut self, span: Span, mistake: &impl Display) {
        self.note_with(span, mistake, || None);
    }

    /// Notes `mistake` at `span`, and what to do about it.
    pub fn note_hinted(&mut self, span: Span, mistake: &impl Display, hint: &str) {
        self.note_with(span, mistake, || Some(hint.to_owned()));
    }

    /// Notes that `found` is not one of the `known` names, and which is nearest.
    pub fn note_unknown<'k>(
        &mut self,
        span: Span,
        mistake: &impl Display,
        found: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        self.note_with(span, mistake, || {
            nearest(found, known).map(|name| format!("did you mean \"{name}\"?"))
        });
    }

    fn note_with(
        &mut self,
        span: Span,
        mistake: &impl Display,
        hint: impl FnOnce() -> Option<String>,
    ) {
        if self.problems.len() < Self::LISTED {
            self.problems.push(Problem::new(self.source, span, mistake.to_string(), hint()));
        } else {
            self.unlisted += 1;
        }
    }

    fn wrong_type<T>(&mut self, node: &Node, expected: &'static str) -> Option<T> {
        let found = match &node.value {
            Value::Null => "nothing",
            Value::Flag(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a mapping",
        };
        self.note_with(node.span, &Mistake::WrongType { expected, found }, || {
            hint(expected, &node.value).map(str::to_owned)
        });
        None
    }

    /// A scalar as the text it was written as; not an empty one.
    pub fn text(&mut self, node: &Node) -> Option<String> {
        let text = match &node.value {
            Value::Text(text) => text.trim(),
            // A plain `2024` or `true` where text is meant needs no quotes.
            Value::Number(_) | Value::Flag(_) => self.source.slice(node.span),
            _ => return self.wrong_type(node, "text"),
        };
        if text.is_empty() {
            self.note(node.span, &Mistake::EmptyText);
            return None;
        }
        Some(text.to_owned())
    }

    /// An id.
    pub fn id(&mut self, node: &Node) -> Option<Id> {
        let text = self.text(node)?;
        Id::parse(&text).map_err(|error| self.note(node.span, &Mistake::BadId { text, error })).ok()
    }

    /// A finite number.
    pub fn number(&mut self, node: &Node) -> Option<f64> {
        match node.value {
            Value::Number(number) if number.is_finite() => Some(number),
            Value::Number(_) => {
                self.note(node.span, &Mistake::NotFinite);
                None
            }
            _ => self.wrong_type(node, "a number"),
        }
    }

    /// The number of a file's format.
    pub fn format(&mut self, node: &Node) -> Option<f64> {
        match node.value {
            Value::Number(number) => Some(number),
            _ => self.wrong_type(node, "the number of a format"),
        }
    }

    /// A number in `range`.
    pub fn number_in(&mut self, node: &Node, range: RangeInclusive<f64>) -> Option<f64> {
        let number = self.number(node)?;
        if range.contains(&number) {
            return Some(number);
        }
        let (low, high) = range.into_inner();
        self.note(node.span, &Mistake::OutOfRange { number, low, high });
        None
    }

    /// A number above 0.
    pub fn positive(&mut self, node: &Node) -> Option<f64> {
        let number = self.number(node)?;
        if number > 0.0 {
            return Some(number);
        }
        self.note(node.span, &Mistake::NotPositive { number });
        None
    }

    /// A number that is 0 or more.
    pub fn not_negative(&mut self, node: &Node) -> Option<f64> {
        let number = self.number(node)?;
        if number >= 0.0 {
            return Some(number);
        }
        self.note(node.span, &Mistake::Negative { number });
        None
    }

    /// `true` or `false`, and no other spelling.
    pub fn flag(&mut self, node: &Node) -> Option<bool> {
        match node.value {
            Value::Flag(flag) => Some(flag),
            _ => self.wrong_type(node, "true or false"),
        }
    }

    /// The items of a list.
    pub fn list<'n>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        match &node.value {
            Value::List(items) => Some(items),
            _ => self.wrong_type(node, "a list"),
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
        let Value::Map(map) = &node.value else { return self.wrong_type(node, "a mapping") };
        let source = self.source;
        let mut seen = HashSet::new();
        let mut entries = Vec::with_capacity(map.len());
        for (key, value) in map {
            let text = match &key.value {
                Value::Text(text) => Cow::Borrowed(text.as_str()),
                Value::Number(_) | Value::Flag(_) => Cow::Borrowed(source.slice(key.span)),
                _ => {
                    self.wrong_type::<()>(key, "a name");
                    continue;
                }
            };
            if seen.insert(text.clone()) {
                entries.push(KeyValue { key: text, span: key.span, value });
            } else {
                self.note(key.span, &Mistake::DuplicateKey { key: text.into_owned() });
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
                self.note_unknown(entry.span, &mistake, &entry.key, known());
            }
        }
        for key in required {
            match entries.iter().find(|entry| entry.key == *key) {
                None => self.note(node.span, &Mistake::MissingKey { key }),
                Some(KeyValue { span, value: Node { value: Value::Null, .. }, .. }) => {
                    self.note(*span, &Mistake::NoValue { key });
                }
                Some(_) => {}
            }
        }
        Some(Mapping::new(entries))
    }
}
