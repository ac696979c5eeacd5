//! Entries as JSON: the keys of the data files, with every id resolved and
//! every default filled in.

use serde_json::{Map, Value, json};

use super::fields::{FieldValue, fields};
use super::kind::{EntryIx, EntryKind};
use crate::catalogue::{Advice, Catalogue, Contact, Id, Link, Pay, PayScale, Rate, StartingPoint};
use crate::report::Languages;

/// All entries of these kinds as one JSON object: a list under the name of each
/// kind.
#[must_use]
pub fn kinds_json(catalogue: &Catalogue, kinds: &[EntryKind]) -> Value {
    let lists = kinds.iter().map(|kind| (*kind, kind.entries(catalogue)));
    object(
        catalogue,
        lists.map(|(kind, entries)| {
            (kind, values(catalogue, &entries).map(Value::Object).collect())
        }),
    )
}

/// These entries as one JSON object: a list under the name of each of their kinds.
#[must_use]
pub fn entries_json(catalogue: &Catalogue, entries: &[EntryIx]) -> Value {
    let lists = EntryKind::ALL.into_iter().map(|kind| {
        let of_kind = entries.iter().copied().filter(|entry| entry.kind() == kind);
        (kind, values(catalogue, &of_kind.collect::<Vec<_>>()).map(Value::Object).collect())
    });
    object(catalogue, lists.filter(|(_, values): &(_, Vec<Value>)| !values.is_empty()))
}

fn object(catalogue: &Catalogue, lists: impl Iterator<Item = (EntryKind, Vec<Value>)>) -> Value {
    let mut object = Map::new();
    object.insert("schema_version".to_owned(), json!(1));
    object.insert("catalogue".to_owned(), json!(catalogue.fingerprint().as_str()));
    object.insert("languages".to_owned(), json!(Languages::of(catalogue)));
    for (kind, values) in lists {
        if let Some(note) = kind.note(catalogue) {
            object.insert("programme_note".to_owned(), json!(note.as_str()));
        }
        object.insert(kind.name().to_owned(), Value::Array(values));
    }
    Value::Object(object)
}

/// Each entry as an object.
pub(super) fn values(
    catalogue: &Catalogue,
    entries: &[EntryIx],
) -> impl Iterator<Item = Map<String, Value>> {
    entries.iter().map(|entry| entry_value(catalogue, *entry))
}

fn entry_value(catalogue: &Catalogue, entry: EntryIx) -> Map<String, Value> {
    let fields = fields(catalogue, entry).into_iter();
    let keyed = fields.filter_map(|field| Some((field.key?.to_owned(), value(&field.value))));
    let object: Map<String, Value> = keyed.collect();
    debug_assert!(
        object.len() == entry.kind().schema().shown_keys().count()
            && entry.kind().schema().shown_keys().all(|key| object.contains_key(key)),
        "an entry is shown under other keys than it is read from"
    );
    object
}

fn value(field: &FieldValue<'_>) -> Value {
    match field {
        FieldValue::Text(text) | FieldValue::Line(text) => json!(text),
        FieldValue::Texts(texts) => json!(texts),
        FieldValue::Entry(entry) => json!(entry.map(|(id, _)| id)),
        FieldValue::Counted(counted) | FieldValue::Profile(counted) => by_id(counted),
        FieldValue::Links(links) => links.iter().map(link).collect(),
        FieldValue::Link(page) => json!(page.map(link)),
        FieldValue::Pay(pay, scale) => json!(pay.zip(*scale).map(|(pay, scale)| paid(pay, scale))),
        FieldValue::Routes(routes) => {
            let route = |start: StartingPoint| {
                (start.word().to_owned(), json!(routes.get(start).map(advice)))
            };
            Value::Object(StartingPoint::ALL.into_iter().map(route).collect())
        }
        FieldValue::Advice(text) => json!(text.map(advice)),
        FieldValue::Contact(of) => json!(of.map(contact)),
        FieldValue::Codes(of) => json!({
            "soc2020": of.soc2020, "isco08": of.isco08, "esco": of.esco, "onet": of.onet,
        }),
        FieldValue::Stage(stage) => json!(stage.id),
        FieldValue::Flag(flag, _) => json!(flag),
        FieldValue::Note(note) => json!(note),
    }
}

fn link(link: &Link) -> Value {
    json!({"title": link.title, "url": link.url, "seen": link.seen})
}

/// Whom to ask: anybody, and besides by where a person starts from.
fn contact(of: &Contact) -> Value {
    let links: Value = of.anyone.links.iter().map(link).collect();
    let anyone = [("text".to_owned(), json!(of.anyone.text)), ("links".to_owned(), links)];
    let from = StartingPoint::ALL.into_iter().map(|start| {
        let advice = of.from.get(start).map(advice);
        (start.word().to_owned(), json!(advice))
    });
    Value::Object(anyone.into_iter().chain(from).collect())
}

fn advice(advice: &Advice) -> Value {
    let links: Vec<Value> = advice.links.iter().map(link).collect();
    json!({"text": advice.text, "links": links})
}

/// Pay as it is written, and in amounts.
fn paid(pay: &Pay, scale: &PayScale) -> Value {
    let rate = |rate: &Rate| match rate {
        Rate::Band(name) => json!(name),
        Rate::Amount(amount) => json!(amount),
    };
    json!({
        "from": rate(&pay.from), "to": rate(&pay.to), "note": pay.note, "source": pay.source,
        "year": pay.year, "amounts": scale.amounts(pay), "currency": scale.currency,
    })
}

fn by_id(counted: &[(&Id, &str, f64)]) -> Value {
    Value::Object(counted.iter().map(|(id, _, counts)| (id.to_string(), json!(counts))).collect())
}
