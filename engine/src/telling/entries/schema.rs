//! The JSON Schema (2020-12) of entries as JSON, from the tables by which the data files
//! are read: the same keys, none of them left out.
//!
//! What a file may leave out is shown as it is taken: a list or a mapping as an empty one,
//! a flag as `false`, anything else as null. Mappings none of whose keys is required are
//! shown with all of them.

use serde_json::{Map, Value, json};

use super::kind::EntryKind;
use crate::catalogue::schema::{Bounds, Field, ObjectSchema, ValueKind};

/// The schema of what [`kinds_json`](super::kinds_json) and
/// [`entries_json`](super::entries_json) give.
///
/// ```
/// let schema = rolefit_engine::telling::entries::entries_schema();
/// assert_eq!(schema["properties"]["roles"]["items"]["$ref"], "#/$defs/Role");
/// ```
#[must_use]
pub fn entries_schema() -> Value {
    let mut defs = Map::new();
    let mut properties = Map::new();
    let text = |of: &str| json!({"description": of, "type": "string"});
    let version = json!({"description": "The version of this form: 1.", "const": 1});
    properties.insert("schema_version".to_owned(), version);
    properties.insert("catalogue".to_owned(), text("The fingerprint of the data files."));
    properties.insert(
        "languages".to_owned(),
        json!({
            "description": "The languages of the data files, by their tags (BCP 47).",
            "type": "object",
            "properties": {
                "questions": text("That of the questions, the scale and the interests."),
                "careers": text("That of the roles, modules and specialisms."),
            },
            "additionalProperties": false,
            "required": ["questions", "careers"],
        }),
    );
    properties.insert(
        "programme_note".to_owned(),
        text("What has to be known wherever modules are shown; with modules alone."),
    );
    for kind in EntryKind::ALL {
        let items = once(kind.schema(), &mut defs);
        let about = "Those asked for, in the order of the file; absent if none was.";
        let list = json!({"description": about, "type": "array", "items": items});
        properties.insert(kind.name().to_owned(), list);
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Entries",
        "description": "What the quiz knows, as its data files say it: by kind.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "required": ["schema_version", "catalogue", "languages"],
        "$defs": defs,
    })
}

/// A reference to the schema of `form` among `defs`, where it is put unless it is there.
fn once(form: &ObjectSchema, defs: &mut Map<String, Value>) -> Value {
    if !defs.contains_key(form.name) {
        let schema = object(form, defs);
        defs.insert(form.name.to_owned(), schema);
    }
    json!({"$ref": format!("#/$defs/{}", form.name)})
}

fn object(form: &ObjectSchema, defs: &mut Map<String, Value>) -> Value {
    let shown = form.shown_keys().filter_map(|key| form.field(key));
    let mut properties: Map<String, Value> =
        shown.map(|field| (field.key.to_owned(), property(field, defs))).collect();
    if form.name == "Pay" {
        properties.extend(paid());
    }
    let keys: Vec<String> = properties.keys().cloned().collect();
    json!({
        "description": form.description,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "required": keys,
    })
}

/// What pay is shown with besides, and its rates, which are always there.
fn paid() -> impl Iterator<Item = (String, Value)> {
    let rate = |of: &str| json!({"description": of, "type": ["string", "number"]});
    let amounts = json!({
        "description": "The least and the most that is paid in a year; null if the scale \
                        does not have the bands.",
        "type": ["array", "null"],
        "items": {"type": "number", "minimum": 0},
        "minItems": 2,
        "maxItems": 2,
    });
    let currency = json!({
        "description": "Their currency, by its code of three letters (ISO 4217).",
        "type": "string",
    });
    [
        ("from", rate("The lowest: a band of the pay scale, or a year's pay.")),
        ("to", rate("The highest; the lowest again if nothing else is known.")),
        ("amounts", amounts),
        ("currency", currency),
    ]
    .into_iter()
    .map(|(key, schema)| (key.to_owned(), schema))
}

fn property(field: &Field, defs: &mut Map<String, Value>) -> Value {
    let schema = value(&field.kind, defs);
    let schema =
        if field.is_required || is_always_shown(&field.kind) { schema } else { or_null(schema) };
    with(schema, "description", json!(field.description))
}

/// `schema` with this keyword.
fn with(mut schema: Value, keyword: &str, value: Value) -> Value {
    if let Some(keywords) = schema.as_object_mut() {
        keywords.insert(keyword.to_owned(), value);
    }
    schema
}

fn is_always_shown(kind: &ValueKind) -> bool {
    match kind {
        ValueKind::Flag | ValueKind::List(..) | ValueKind::Map { .. } => true,
        ValueKind::Object(form) => form.fields.iter().all(|field| !field.is_required),
        _ => false,
    }
}

fn or_null(schema: Value) -> Value {
    match schema.get("type").cloned() {
        Some(kind) => with(schema, "type", json!([kind, "null"])),
        None => json!({"anyOf": [schema, {"type": "null"}]}),
    }
}

fn value(kind: &ValueKind, defs: &mut Map<String, Value>) -> Value {
    match kind {
        ValueKind::Flag => json!({"type": "boolean"}),
        ValueKind::Number(bounds) => number(*bounds),
        ValueKind::Whole(low, high) => json!({"type": "integer", "minimum": low, "maximum": high}),
        ValueKind::List(items, _) => json!({"type": "array", "items": value(items, defs)}),
        ValueKind::Map { values, .. } => {
            json!({"type": "object", "additionalProperties": value(values, defs)})
        }
        ValueKind::Object(form) => once(form, defs),
        ValueKind::OrNull(kind) => or_null(value(kind, defs)),
        ValueKind::AnyOf(kinds) => {
            json!({"anyOf": kinds.iter().map(|(_, kind)| value(kind, defs)).collect::<Vec<_>>()})
        }
        ValueKind::Format
        | ValueKind::Text
        | ValueKind::Line(_)
        | ValueKind::Id
        | ValueKind::Url
        | ValueKind::Pattern(_)
        | ValueKind::Word { .. }
        | ValueKind::Name => json!({"type": "string"}),
    }
}

fn number(bounds: Bounds) -> Value {
    match bounds {
        Bounds::Any => json!({"type": "number"}),
        Bounds::AboveZero => json!({"type": "number", "exclusiveMinimum": 0}),
        Bounds::FromZero => json!({"type": "number", "minimum": 0}),
        Bounds::Within(low, high) => json!({"type": "number", "minimum": low, "maximum": high}),
    }
}
