//! Values together with what the schema says of them.

use std::borrow::Cow;

use super::node::{Node, Span, Value};
use super::reader::Reader;
use crate::catalogue::mistake::Mistake;
use crate::catalogue::schema::{ObjectSchema, ValueKind};

/// A value and what it has to be.
#[derive(Debug, Clone, Copy)]
pub struct Slot<'n> {
    /// The value.
    pub node: &'n Node,
    /// What it has to be.
    pub kind: &'static ValueKind,
}

/// One key of a mapping and its value.
#[derive(Debug)]
pub struct KeyValue<'n> {
    /// The key as text.
    pub key: Cow<'n, str>,
    /// Where the key stands.
    pub span: Span,
    /// The value.
    pub value: Slot<'n>,
}

/// A mapping with known keys, each at most once.
#[derive(Debug)]
pub struct Mapping<'n> {
    schema: &'static ObjectSchema,
    entries: Vec<(Cow<'n, str>, &'n Node)>,
}

impl Slot<'_> {
    /// Where one of several kinds is allowed, the slot with the one that the value looks
    /// like.
    #[must_use]
    pub fn as_its_kind(self) -> Self {
        let ValueKind::AnyOf(kinds) = self.kind else { return self };
        let fits = |kind: &ValueKind| match kind {
            ValueKind::Map { .. } | ValueKind::Object(_) => {
                matches!(self.node.value, Value::Map(_))
            }
            ValueKind::List(..) => matches!(self.node.value, Value::List(_)),
            _ => !matches!(self.node.value, Value::Map(_) | Value::List(_)),
        };
        let kind = kinds.iter().map(|(_, kind)| kind).find(|kind| fits(kind));
        Self { kind: kind.unwrap_or(self.kind), ..self }
    }
}

impl<'n> Mapping<'n> {
    pub(super) fn new(
        schema: &'static ObjectSchema,
        entries: Vec<(Cow<'n, str>, &'n Node)>,
    ) -> Self {
        Self { schema, entries }
    }

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
