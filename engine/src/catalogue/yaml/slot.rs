//! Values together with what the schema says of them.

use std::borrow::Cow;

use super::node::{Node, Span, Value};
use crate::catalogue::schema::{Count, ValueKind};

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

impl Slot<'_> {
    /// Whether this is a list of which only a part is read, since it is too long.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        match (&self.node.value, self.kind) {
            (Value::List(items), ValueKind::List(_, Count::Within { high, .. })) => {
                items.len() > *high
            }
            _ => false,
        }
    }

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
