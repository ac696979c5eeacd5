//! Reads typed values out of a tree as the schema says, noting every mistake on the way.
//!
//! Each method returns `None` where the file is at fault, having noted why.

use std::borrow::Cow;
use std::collections::HashSet;

use super::advice::advice;
use super::listed::Listed;
use super::node::{Node, Span, Value};
use super::notes::Notes;
use super::slips;
use super::slot::{KeyValue, Slot};
use super::source::Source;
use crate::catalogue::hint::Hint;
use crate::catalogue::id::Id;
use crate::catalogue::mistake::{Mistake, ValueType};
use crate::catalogue::problem::Problem;
use crate::catalogue::schema::{Bounds, Count, Field, ObjectSchema, ValueKind};
use crate::limits;

/// Mappings with no more keys than this are searched from front to back.
const FEW: usize = 16;

/// What to do about a text that a comment cuts short.
const CUT: &str = "put quotes around the text, or the comment on a line of its own";

/// A key as text, its place, and its value.
type KeyedNode<'n> = (Cow<'n, str>, Span, &'n Node);

/// A reader of one source. `M` are the mistakes that the file can hold.
#[derive(Debug)]
pub struct Reader<'s, M = Mistake> {
    source: &'s Source,
    notes: Notes<M>,
    /// The names for which one like it was looked for, with the lists they are not in.
    suggested: Vec<(&'static str, String, Option<Hint>)>,
}

impl<'s, M: From<Mistake>> Reader<'s, M> {
    /// A reader that has noted nothing yet.
    #[must_use]
    pub fn new(source: &'s Source) -> Self {
        Self { source, notes: Notes::new(), suggested: Vec::new() }
    }

    /// Every mistake noted, in the order of the file.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem<M>> {
        self.notes.into_problems(self.source)
    }

    /// Notes `mistake` at `span`.
    pub fn note(&mut self, span: Span, mistake: impl Into<M>) {
        self.note_with(span, mistake, |_| None);
    }

    /// Notes `mistake` at `span`, and what to do about it, which is asked for only if
    /// it will be told. After [`limits::MISTAKES`] they are only counted.
    pub fn note_with(
        &mut self,
        span: Span,
        mistake: impl Into<M>,
        hint: impl FnOnce(&mut Self) -> Option<Hint>,
    ) {
        let hint = if self.notes.are_full() { None } else { hint(self) };
        self.notes.add(span, mistake.into(), hint);
    }

    /// Notes that `name` is none of those in a list, and which of the `known` ones was
    /// probably meant. That is looked for no more than [`limits::SUGGESTIONS`] times. Where
    /// none is near, the command that shows the list is named.
    pub fn note_unknown<'a>(
        &mut self,
        span: Span,
        mistake: impl Into<M>,
        list: impl Into<Listed>,
        name: &str,
        known: impl IntoIterator<Item = &'a str, IntoIter: Clone>,
    ) {
        let Listed { name: list, shown_by } = list.into();
        self.note_with(span, mistake, |reader| {
            let asked = |(of, asked, _): &&(_, String, _)| *of == list && asked == name;
            if let Some((_, _, hint)) = reader.suggested.iter().find(asked) {
                return hint.clone();
            }
            if reader.suggested.len() >= limits::SUGGESTIONS.most {
                return shown_by.map(Hint::Advice);
            }
            let hint = Hint::nearest(name, known).or(shown_by.map(Hint::Advice));
            reader.suggested.push((list, name.to_owned(), hint.clone()));
            hint
        });
    }

    /// The mapping of a whole file, its keys those of `schema`.
    pub fn root<'n>(&mut self, node: &'n Node, schema: &'static ObjectSchema) -> Option<Mapping<'n>>
    where
        's: 'n,
    {
        let pairs = self.pairs(node, schema.example())?;
        for (key, span, _) in &pairs {
            if schema.field(key).is_none() {
                let mistake = Mistake::UnknownKey { key: key.to_string() };
                self.note_unknown(*span, mistake, schema.name, key, schema.keys());
            }
        }
        for Field { key, .. } in schema.fields.iter().filter(|field| field.is_required) {
            match pairs.iter().find(|(found, _, _)| found == key) {
                None => self.note(node.span, Mistake::MissingKey { key }),
                Some((_, span, Node { value: Value::Null, .. })) => {
                    self.note(*span, Mistake::NoValue { key });
                }
                Some(_) => {}
            }
        }
        let entries = pairs.into_iter().map(|(key, _, value)| (key, value)).collect();
        Some(Mapping { schema, entries })
    }

    /// A mapping with known keys.
    pub fn object<'n>(&mut self, slot: Slot<'n>) -> Option<Mapping<'n>>
    where
        's: 'n,
    {
        let ValueKind::Object(schema) = slot.kind else { return misread(slot) };
        self.root(slot.node, schema)
    }

    /// The number of a file's format, which has to be 1.
    pub fn format(&mut self, slot: Slot<'_>) {
        debug_assert!(matches!(slot.kind, ValueKind::Format), "{:?}", slot.kind);
        let Value::Number(found) = slot.node.value else {
            self.wrong_type::<()>(slot.node, ValueType::Format);
            return;
        };
        if found.total_cmp(&1.0).is_ne() {
            self.note(slot.node.span, Mistake::UnknownFormat { found });
        }
    }

    /// A scalar as the text it was written as; not a blank one.
    pub fn text(&mut self, slot: Slot<'_>) -> Option<String> {
        let text = match &slot.node.value {
            Value::Text(text) => text.trim(),
            // A plain `2024` or `true` where text is meant needs no quotes.
            Value::Number(_) | Value::Flag(_) => self.source.slice(slot.node.span),
            _ => return self.wrong_type(slot.node, ValueType::Text),
        };
        if text.is_empty() {
            self.note(slot.node.span, Mistake::EmptyText);
            return None;
        }
        let is_prose = matches!(slot.kind, ValueKind::Text | ValueKind::Line(_));
        if let Some(at) = slips::cut(self.source, slot.node.span).filter(|_| is_prose) {
            self.note_with(at, Mistake::CutText, |_| Some(Hint::Advice(CUT)));
        }
        Some(text.to_owned())
    }

    /// A text that is not too long for one line.
    pub fn line(&mut self, slot: Slot<'_>) -> Option<String> {
        let ValueKind::Line(most) = *slot.kind else { return misread(slot) };
        let text = self.text(slot)?;
        let found = text.chars().count();
        if found > most {
            self.note(slot.node.span, Mistake::TooLong { found, most });
            return None;
        }
        Some(text)
    }

    /// An id of an entry.
    pub fn id(&mut self, slot: Slot<'_>) -> Option<Id> {
        debug_assert!(matches!(slot.kind, ValueKind::Id), "{:?}", slot.kind);
        let text = self.text(slot)?;
        let id = Id::parse(&text);
        id.map_err(|error| self.note(slot.node.span, Mistake::BadId { text, error })).ok()
    }

    /// One of the words that the schema knows.
    pub fn word(&mut self, slot: Slot<'_>) -> Option<&'static str> {
        let ValueKind::Word { what, words } = *slot.kind else { return misread(slot) };
        let found = self.text(slot)?;
        let known = words.iter().map(|(word, _)| *word);
        let word = known.clone().find(|word| *word == found);
        if word.is_none() {
            let mistake = Mistake::UnknownWord { found: found.clone(), what, words };
            self.note_unknown(slot.node.span, mistake, what, &found, known);
        }
        word
    }

    /// The address of a page. One of another form is noted, and returned.
    pub fn url(&mut self, slot: Slot<'_>) -> Option<String> {
        debug_assert!(matches!(slot.kind, ValueKind::Url), "{:?}", slot.kind);
        let url = self.text(slot)?;
        if !url.starts_with("https://") && !url.starts_with("http://") {
            self.note(slot.node.span, Mistake::BadLink);
        }
        Some(url)
    }

    /// A finite number, within the schema's bounds.
    pub fn number(&mut self, slot: Slot<'_>) -> Option<f64> {
        let ValueKind::Number(bounds) = *slot.kind else { return misread(slot) };
        let Value::Number(number) = slot.node.value else {
            return self.wrong_type(slot.node, ValueType::Number);
        };
        let mistake = match bounds {
            _ if !number.is_finite() => Mistake::NotFinite,
            Bounds::AboveZero if number <= 0.0 => Mistake::NotPositive { number },
            Bounds::FromZero if number < 0.0 => Mistake::Negative { number },
            Bounds::Within(low, high) if !(low..=high).contains(&number) => {
                Mistake::OutOfRange { number, low, high }
            }
            _ => return Some(number),
        };
        self.note(slot.node.span, mistake);
        None
    }

    /// A whole number, within the schema's bounds.
    pub fn whole(&mut self, slot: Slot<'_>) -> Option<u16> {
        let ValueKind::Whole(low, high) = *slot.kind else { return misread(slot) };
        let Value::Number(number) = slot.node.value else {
            let hint = Some(Hint::Whole(low, high));
            return self.wrong_type_with(slot.node, ValueType::Number, hint);
        };
        let whole = (low..=high).find(|whole| f64::from(*whole).total_cmp(&number).is_eq());
        if whole.is_none() {
            let (low, high) = (f64::from(low), f64::from(high));
            self.note(slot.node.span, Mistake::NotWhole { number, low, high });
        }
        whole
    }

    /// `true` or `false`, and no other spelling.
    pub fn flag(&mut self, slot: Slot<'_>) -> Option<bool> {
        debug_assert!(matches!(slot.kind, ValueKind::Flag), "{:?}", slot.kind);
        match slot.node.value {
            Value::Flag(flag) => Some(flag),
            _ => self.wrong_type(slot.node, ValueType::Flag),
        }
    }

    /// The items of a list; of one that is too long no more than it may have.
    pub fn list<'n>(
        &mut self,
        slot: Slot<'n>,
    ) -> Option<impl ExactSizeIterator<Item = Slot<'n>> + use<'n, M>> {
        let ValueKind::List(kind, count) = slot.kind else { return misread(slot) };
        let Value::List(items) = &slot.node.value else {
            return self.wrong_type(slot.node, ValueType::List);
        };
        let mut read = items.len();
        if let Count::Within { what, low, high } = *count {
            if !(low..=high).contains(&read) {
                self.note(slot.node.span, Mistake::Count { what, low, high, found: read });
            }
            read = read.min(high);
        }
        Some(items.iter().take(read).map(|node| Slot { node, kind }))
    }

    /// The texts of a list; those that are not text are noted and left out.
    pub fn texts(&mut self, slot: Slot<'_>) -> Option<Vec<String>> {
        let items = self.list(slot)?;
        Some(items.filter_map(|item| self.text(item)).collect())
    }

    /// The entries of a mapping whose keys the author chooses, each key once.
    pub fn entries<'n>(&mut self, slot: Slot<'n>) -> Option<Vec<KeyValue<'n>>>
    where
        's: 'n,
    {
        let ValueKind::Map { values: kind, keys, .. } = slot.kind else { return misread(slot) };
        let pairs = self.pairs(slot.node, keys.example())?.into_iter();
        Some(
            pairs
                .map(|(key, span, node)| KeyValue { key, span, value: Slot { node, kind } })
                .collect(),
        )
    }

    /// The keys of a mapping as text, each once, with their places and values. A key may be
    /// such as the `example`.
    fn pairs<'n>(&mut self, node: &'n Node, example: &'static str) -> Option<Vec<KeyedNode<'n>>>
    where
        's: 'n,
    {
        let Value::Map(map) = &node.value else {
            let hint = Some(Hint::Keys(example));
            return self.wrong_type_with(node, ValueType::Mapping, hint);
        };
        let source = self.source;
        let mut seen = HashSet::new();
        let mut pairs: Vec<KeyedNode<'n>> = Vec::with_capacity(map.len());
        for (key, value) in map {
            let text = match &key.value {
                Value::Text(text) => Cow::Borrowed(text.as_str()),
                Value::Number(_) | Value::Flag(_) => Cow::Borrowed(source.slice(key.span)),
                _ => {
                    self.wrong_type::<()>(key, ValueType::Name);
                    continue;
                }
            };
            // Comparing a few keys is less work than hashing them.
            let is_new = if map.len() <= FEW {
                pairs.iter().all(|(known, _, _)| *known != text)
            } else {
                seen.insert(text.clone())
            };
            if is_new {
                pairs.push((text, key.span, value));
            } else {
                let mistake = Mistake::DuplicateKey { key: text.into_owned() };
                let hint = Hint::Advice("take one of the two out");
                self.note_with(key.span, mistake, |_| Some(hint));
            }
        }
        Some(pairs)
    }

    fn wrong_type<T>(&mut self, node: &Node, expected: ValueType) -> Option<T> {
        let hint = advice(expected, &node.value).map(Hint::Advice);
        self.wrong_type_with(node, expected, hint)
    }

    fn wrong_type_with<T>(
        &mut self,
        node: &Node,
        expected: ValueType,
        hint: Option<Hint>,
    ) -> Option<T> {
        let found = match &node.value {
            Value::Null => ValueType::Nothing,
            Value::Flag(_) => ValueType::Flag,
            Value::Number(_) => ValueType::Number,
            Value::Text(_) => ValueType::Text,
            Value::List(_) => ValueType::List,
            Value::Map(_) => ValueType::Mapping,
        };
        self.note_with(node.span, Mistake::WrongType { expected, found }, |_| hint);
        None
    }
}

/// A mapping with known keys, each at most once.
#[derive(Debug)]
pub struct Mapping<'n> {
    schema: &'static ObjectSchema,
    entries: Vec<(Cow<'n, str>, &'n Node)>,
}

impl<'n> Mapping<'n> {
    /// The value of `key`, which the schema knows; `None` if it is absent or null.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Slot<'n>> {
        let field = self.schema.field(key);
        debug_assert!(field.is_some(), "{} has no key {key}", self.schema.name);
        let (_, node) = self.entries.iter().find(|(known, _)| known == key)?;
        let kind = &field?.kind;
        (!matches!(node.value, Value::Null)).then_some(Slot { node, kind })
    }

    /// The text of `key`, if there is one and it is good.
    pub fn text<M: From<Mistake>>(&self, reader: &mut Reader<'_, M>, key: &str) -> Option<String> {
        reader.text(self.get(key)?)
    }

    /// The good texts in the list of `key`; none if it is absent.
    pub fn texts<M: From<Mistake>>(&self, reader: &mut Reader<'_, M>, key: &str) -> Vec<String> {
        self.get(key).and_then(|slot| reader.texts(slot)).unwrap_or_default()
    }

    /// The number of `key`, if there is one and it is good.
    pub fn number<M: From<Mistake>>(&self, reader: &mut Reader<'_, M>, key: &str) -> Option<f64> {
        reader.number(self.get(key)?)
    }

    /// Whether `key` is true; false if it is absent, and `None` if it is no good.
    pub fn flag<M: From<Mistake>>(&self, reader: &mut Reader<'_, M>, key: &str) -> Option<bool> {
        self.get(key).map_or(Some(false), |slot| reader.flag(slot))
    }
}

/// What comes of a value that is read as another kind than the schema says: a fault of
/// the program, which every test of the format would show.
fn misread<T>(slot: Slot<'_>) -> Option<T> {
    debug_assert!(false, "{:?} is read as another kind", slot.kind);
    None
}
