//! Which role is meant by what is written of a choice.

use std::collections::HashMap;

use crate::catalogue::schema::{Keys, ValueKind};
use crate::catalogue::yaml::{Listed, Reader, Slot, Source, Value, parse};
use crate::catalogue::{Catalogue, Mistake, Problems, RoleIx};
use crate::sheet::folded;

/// The form of a map: the role of each text, or nothing.
static TEXTS: ValueKind = ValueKind::Map {
    keys: Keys::Any,
    values: &ValueKind::OrNull(&ValueKind::Text),
    is_filled: true,
};

/// What is written of choices: the ids and names of roles, and texts that are said by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceWords {
    /// By the texts as they are compared; nothing for a choice that is no role.
    roles: HashMap<String, Option<RoleIx>>,
}

/// What a text says of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrittenChoice {
    /// This role was chosen.
    Role(RoleIx),
    /// No choice, or one that is no role.
    Nothing,
    /// Nobody knows which role.
    Unknown,
}

impl ChoiceWords {
    /// The ids and the names of the roles of `catalogue`.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        let roles = &catalogue.careers().roles;
        let names = roles.indexed().map(|(role, of)| (folded(&of.name), Some(role)));
        let ids = roles.indexed().map(|(role, of)| (folded(of.id.as_str()), Some(role)));
        Self { roles: names.chain(ids).collect() }
    }

    /// The same with a mapping, YAML or JSON, of texts to ids of roles, or to nothing for a
    /// choice that is no role.
    ///
    /// # Errors
    /// Every mistake in it, with its place.
    pub fn with_map(mut self, catalogue: &Catalogue, source: &Source) -> Result<Self, Problems> {
        let root = parse(source)?;
        let mut reader = Reader::<Mistake>::new(source);
        let roles = &catalogue.careers().roles;
        let mut seen = HashMap::new();
        let entries = reader.entries(Slot { node: &root, kind: &TEXTS });
        for entry in entries.into_iter().flatten() {
            let span = entry.value.node.span;
            let role = if matches!(entry.value.node.value, Value::Null) {
                Some(None)
            } else {
                reader.text(entry.value).and_then(|id| {
                    let found = roles.indexed().find(|(_, of)| of.id.as_str() == id);
                    found.map(|(role, _)| Some(role)).or_else(|| {
                        let mistake = Mistake::UnknownId { what: "role", id: id.clone() };
                        let known = roles.iter().map(|of| of.id.as_str());
                        reader.note_unknown(span, mistake, Listed::ROLES, &id, known);
                        None
                    })
                })
            };
            let text = entry.key.into_owned();
            if seen.insert(folded(&text), role).is_some() {
                reader.note(entry.span, Mistake::DuplicateKey { key: text });
            }
        }
        let problems = reader.into_problems();
        if !problems.is_empty() {
            return Err(problems.into());
        }
        self.roles.extend(seen.into_iter().filter_map(|(text, role)| Some((text, role?))));
        Ok(self)
    }

    /// What a cell says.
    #[must_use]
    pub fn read(&self, cell: &str) -> WrittenChoice {
        let text = folded(cell);
        if text.is_empty() {
            return WrittenChoice::Nothing;
        }
        match self.roles.get(&text) {
            Some(Some(role)) => WrittenChoice::Role(*role),
            Some(None) => WrittenChoice::Nothing,
            None => WrittenChoice::Unknown,
        }
    }
}
