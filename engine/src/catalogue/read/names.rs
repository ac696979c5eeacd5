//! The ids that other entries may refer to.

use std::collections::{HashMap, HashSet};

use crate::catalogue::hint::Hint;
use crate::catalogue::id::Id;
use crate::catalogue::index::{Ix, List};
use crate::catalogue::language::Language;
use crate::catalogue::mistake::Mistake;
use crate::catalogue::yaml::{Mapping, Node, Reader, Slot, Span, Value};

/// The ids in one list of a file.
pub(super) struct Names<'n, T> {
    /// What a message calls one of them.
    what: &'static str,
    /// In the order of the file.
    ids: Vec<&'n str>,
    /// No place for an entry with a mistake: it is left out, but whoever refers to it is
    /// not to blame.
    places: HashMap<&'n str, Option<Ix<T>>>,
}

impl<'n, T> Names<'n, T> {
    /// The ids of `entries`, and those in the list that they were read from.
    pub(super) fn new(
        what: &'static str,
        written: Option<Slot<'n>>,
        entries: &'n List<T>,
        id: impl Fn(&'n T) -> &'n Id,
    ) -> Self {
        let mut ids = written.map(|list| ids_as_written(list.node)).unwrap_or_default();
        let mut places: HashMap<_, _> = ids.iter().map(|id| (*id, None)).collect();
        for (place, entry) in entries.indexed() {
            let id = id(entry).as_str();
            if places.insert(id, Some(place)).is_none() {
                ids.push(id);
            }
        }
        Self { what, ids, places }
    }

    /// The entry called `name`; notes if there is none.
    pub(super) fn find(&self, reader: &mut Reader<'_>, span: Span, name: &str) -> Option<Ix<T>> {
        let place = self.places.get(name);
        if place.is_none() {
            let mistake = Mistake::UnknownId { what: self.what, id: name.to_owned() };
            reader.note_unknown(span, mistake, self.what, name, self.ids.iter().copied());
        }
        place.copied().flatten()
    }
}

/// What is told apart in one list, so far.
pub(super) struct Seen {
    /// What a message calls an entry, with its article.
    what: &'static str,
    language: Language,
    ids: HashSet<Id>,
    /// Names or texts, without the difference between capitals and small letters.
    texts: HashSet<String>,
}

impl Seen {
    pub(super) fn new(what: &'static str, language: &Language) -> Self {
        let (ids, texts) = (HashSet::new(), HashSet::new());
        Self { what, language: language.clone(), ids, texts }
    }

    /// Reads the id of an entry, which has to be new.
    pub(super) fn id(&mut self, reader: &mut Reader<'_>, entry: &Mapping<'_>) -> Option<Id> {
        let slot = entry.get("id")?;
        let id = reader.id(slot)?;
        if !self.ids.insert(id.clone()) {
            let mistake = Mistake::DuplicateId { what: self.what, id: id.to_string() };
            let hint = Hint::Advice("give one of the two another id");
            reader.note_with(slot.node.span, mistake, |_| Some(hint));
            return None;
        }
        Some(id)
    }

    /// Reads the text that people tell an entry by, which has to be new.
    pub(super) fn text(
        &mut self,
        reader: &mut Reader<'_>,
        entry: &Mapping<'_>,
        field: &'static str,
    ) -> Option<String> {
        let slot = entry.get(field)?;
        let text = reader.text(slot)?;
        if !self.is_new(&text) {
            let mistake = Mistake::SameText { what: self.what, field, text };
            let hint = Hint::Advice("people could not tell the two apart: change or remove one");
            reader.note_with(slot.node.span, mistake, |_| Some(hint));
            return None;
        }
        Some(text)
    }

    /// Whether `text` is another than those before.
    pub(super) fn is_new(&mut self, text: &str) -> bool {
        // Nobody sees these characters.
        let seen = text
            .replace(['\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{ad}'], "");
        let words: Vec<&str> = seen.split_whitespace().collect();
        self.texts.insert(self.language.folded(&words.join(" ")))
    }
}

/// Reads the number of a file's format, and the language of its texts.
pub(super) fn format_and_language(reader: &mut Reader<'_>, file: &Mapping<'_>) -> Language {
    if let Some(slot) = file.get("format") {
        reader.format(slot);
    }
    let Some(slot) = file.get("language") else { return Language::default() };
    let Some(text) = reader.text(slot) else { return Language::default() };
    Language::parse(&text).unwrap_or_else(|| {
        reader.note(slot.node.span, Mistake::BadLanguage { text });
        Language::default()
    })
}

/// The ids in a list, those of entries with a mistake as well.
fn ids_as_written(list: &Node) -> Vec<&str> {
    let Value::List(items) = &list.value else { return Vec::new() };
    items.iter().filter_map(id_as_written).collect()
}

fn id_as_written(entry: &Node) -> Option<&str> {
    let Value::Map(map) = &entry.value else { return None };
    map.iter().find_map(|(key, value)| match (&key.value, &value.value) {
        (Value::Text(key), Value::Text(id)) if key == "id" => Some(id.as_ref()),
        _ => None,
    })
}
