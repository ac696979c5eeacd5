//! Entries of one kind as a table, which a spreadsheet reads.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::json::values;
use super::kind::{EntryIx, EntryKind};
use crate::catalogue::Catalogue;

/// Entries of `kind` as rows, the first of them the headings.
///
/// A column is a key of the JSON, such as `name`. A key in a mapping has that of the
/// mapping before it, as in `profile.data`; of those, the columns are what any entry of the
/// kind has, and a cell is empty where its entry has none. A list is one cell. So all tables
/// of a kind and a catalogue have the same columns.
///
/// ```
/// use rolefit_engine::telling::entries::{EntryKind, entries_table};
/// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
/// let kind = EntryKind::Roles;
/// let rows = entries_table(&catalogue, kind, &kind.entries(&catalogue));
/// assert_eq!(rows[0][..2], ["id", "name"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn entries_table(
    catalogue: &Catalogue,
    kind: EntryKind,
    entries: &[EntryIx],
) -> Vec<Vec<String>> {
    let flattened = |of: &[EntryIx]| -> Vec<Map<String, Value>> {
        values(catalogue, of).map(|entry| flat(kind, entry)).collect()
    };
    let (all, rows) = (flattened(&kind.entries(catalogue)), flattened(entries));
    let headings: Vec<String> =
        kind.schema().shown_keys().flat_map(|key| columns(key, &all)).collect();
    let cells = |row: &Map<String, Value>| {
        headings.iter().map(|heading| row.get(heading).map_or_else(String::new, cell)).collect()
    };
    let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
    [headings].into_iter().chain(rows).collect()
}

/// The columns that `key` needs in these rows; one if all leave it out.
fn columns(key: &str, rows: &[Map<String, Value>]) -> Vec<String> {
    let is_of_key = |column: &&String| {
        column.strip_prefix(key).is_some_and(|rest| rest.starts_with('.') || rest.is_empty())
    };
    let of_key = rows.iter().flat_map(|row| row.keys().filter(is_of_key));
    let found: BTreeSet<&str> = of_key.map(String::as_str).collect();
    if found.is_empty() {
        return vec![key.to_owned()];
    }
    // What one leaves out may be a mapping in another.
    let is_in = |column: &str, mapping: &str| {
        column.strip_prefix(mapping).is_some_and(|rest| rest.starts_with('.'))
    };
    let is_leaf = |of: &&&str| !found.iter().any(|other| is_in(other, of));
    found.iter().filter(is_leaf).map(|column| (*column).to_owned()).collect()
}

/// The values of an entry by the columns that they stand in.
fn flat(kind: EntryKind, mut entry: Map<String, Value>) -> Map<String, Value> {
    let mut row = Map::new();
    for key in kind.schema().shown_keys() {
        if let Some(value) = entry.remove(key) {
            put(&mut row, key.to_owned(), value);
        }
    }
    row
}

fn put(row: &mut Map<String, Value>, column: String, value: Value) {
    match value {
        Value::Object(parts) => {
            for (key, part) in parts {
                put(row, format!("{column}.{key}"), part);
            }
        }
        value => {
            row.insert(column, value);
        }
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join("; "),
        // Only pages stand in lists.
        Value::Object(page) => {
            let parts = ["title", "url"].into_iter().filter_map(|key| page.get(key)?.as_str());
            parts.collect::<Vec<_>>().join(" ")
        }
        Value::Number(number) => {
            number.as_f64().map_or_else(|| number.to_string(), |number| number.to_string())
        }
        Value::Bool(flag) => flag.to_string(),
    }
}
