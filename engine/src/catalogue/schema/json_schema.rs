//! A form as a JSON Schema (2020-12), for editors that complete and check while one
//! writes, and for other programs.
//!
//! A few rules cannot be said in a schema: whether an id is one of its list, whether a
//! profile is the same for every interest, and whether an id or key stands there twice.

use serde_json::{Map, Value, json};

use super::field::{Bounds, Count, Field, Keys, ObjectSchema, ValueKind};
use crate::catalogue::id::Id;

/// What the form of an id is, as a regular expression.
const SLUG: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// The JSON Schema of the form whose outermost mapping is `root`.
#[must_use]
pub fn json_schema(root: &'static ObjectSchema) -> Value {
    let mut defs = Map::new();
    let mut schema = object(root, &mut defs);
    put(&mut schema, "$schema", json!("https://json-schema.org/draft/2020-12/schema"));
    put(&mut schema, "title", json!(root.name));
    put(&mut schema, "$defs", Value::Object(defs));
    Value::Object(schema)
}

type Schema = Map<String, Value>;

fn put(schema: &mut Schema, keyword: &str, value: Value) {
    schema.insert(keyword.to_owned(), value);
}

fn of<const N: usize>(keywords: [(&str, Value); N]) -> Schema {
    keywords.into_iter().map(|(keyword, value)| (keyword.to_owned(), value)).collect()
}

fn object(form: &'static ObjectSchema, defs: &mut Schema) -> Schema {
    let properties: Schema =
        form.fields.iter().map(|field| (field.key.to_owned(), property(field, defs))).collect();
    let required: Vec<&str> =
        form.fields.iter().filter(|field| field.is_required).map(|field| field.key).collect();
    let mut schema = of([
        ("description", json!(form.description)),
        ("type", json!("object")),
        ("properties", Value::Object(properties)),
        ("additionalProperties", json!(false)),
        ("required", json!(required)),
    ]);
    if let Some([one, other]) = form.one_of {
        // A key without a value is as good as absent.
        let only = |there: &str, absent: &str| {
            json!({
                "required": [there],
                "properties": {there: {"not": {"type": "null"}}, absent: {"type": "null"}},
            })
        };
        put(&mut schema, "oneOf", json!([only(one, other), only(other, one)]));
    }
    schema
}

fn property(field: &'static Field, defs: &mut Schema) -> Value {
    let mut schema = value(&field.kind, defs);
    if !field.is_required {
        schema = or_null(schema);
    }
    put(&mut schema, "description", json!(field.description));
    Value::Object(schema)
}

fn or_null(mut schema: Schema) -> Schema {
    if let Some(Value::String(name)) = schema.get("type") {
        let types = json!([name, "null"]);
        put(&mut schema, "type", types);
        return schema;
    }
    of([("anyOf", json!([schema, {"type": "null"}]))])
}

/// The schema of a value; those that are used often are told once, among `defs`.
fn value(kind: &'static ValueKind, defs: &mut Schema) -> Schema {
    match kind {
        ValueKind::Format => once("Format", defs, |_| {
            of([("description", json!("The version of the file's form: 1.")), ("const", json!(1))])
        }),
        ValueKind::Text => once("Text", defs, |_| text()),
        ValueKind::Line(most) => line(*most),
        ValueKind::Id => once("Id", defs, |_| id()),
        ValueKind::Url => of([("type", json!("string")), ("pattern", json!("^\\s*https?://"))]),
        ValueKind::Pattern(pattern) => of([("type", json!("string")), ("pattern", json!(pattern))]),
        ValueKind::Name => of([("type", json!(["string", "number"]))]),
        ValueKind::Word { words, .. } => {
            let word = |(word, means): &(&str, &str)| json!({"const": word, "description": means});
            of([("oneOf", words.iter().map(word).collect())])
        }
        ValueKind::Flag => of([("type", json!("boolean"))]),
        ValueKind::Number(bounds) => number(*bounds),
        ValueKind::Whole(low, high) => {
            of([("type", json!("integer")), ("minimum", json!(low)), ("maximum", json!(high))])
        }
        ValueKind::List(items, count) => list(items, *count, defs),
        ValueKind::Map { keys, values, is_filled } => map(*keys, values, *is_filled, defs),
        ValueKind::Object(form) => once(form.name, defs, |defs| object(form, defs)),
        ValueKind::OrNull(kind) => or_null(value(kind, defs)),
        ValueKind::AnyOf(kinds) => {
            let one = |(means, kind): &'static (&str, ValueKind)| {
                let mut schema = value(kind, defs);
                put(&mut schema, "description", json!(means));
                Value::Object(schema)
            };
            of([("anyOf", kinds.iter().map(one).collect())])
        }
    }
}

fn text() -> Schema {
    of([
        ("description", json!("A text that is not blank. A number, true or false is a text, too.")),
        ("type", json!(["string", "number", "boolean"])),
        ("pattern", json!("\\S")),
    ])
}

/// A text of so many characters, 2 or more, white space around it not counted.
fn line(most: usize) -> Schema {
    let between = most.saturating_sub(2);
    let pattern = format!("^\\s*\\S([\\s\\S]{{0,{between}}}\\S)?\\s*$");
    of([("type", json!(["string", "number", "boolean"])), ("pattern", json!(pattern))])
}

fn id() -> Schema {
    of([
        (
            "description",
            json!("An id: lower-case letters and digits, with single hyphens between them."),
        ),
        ("type", json!(["string", "integer", "boolean"])),
        ("pattern", json!(SLUG)),
        ("maxLength", json!(Id::MAX_LENGTH)),
        ("minimum", json!(0)),
    ])
}

/// A reference to `name` among `defs`, where `schema` is put unless it is there.
fn once(name: &str, defs: &mut Schema, schema: impl FnOnce(&mut Schema) -> Schema) -> Schema {
    if !defs.contains_key(name) {
        let schema = schema(defs);
        put(defs, name, Value::Object(schema));
    }
    of([("$ref", json!(format!("#/$defs/{name}")))])
}

fn number(bounds: Bounds) -> Schema {
    let mut schema = of([("type", json!("number"))]);
    match bounds {
        Bounds::Any => {}
        Bounds::AboveZero => put(&mut schema, "exclusiveMinimum", json!(0)),
        Bounds::FromZero => put(&mut schema, "minimum", json!(0)),
        Bounds::Within(low, high) => {
            put(&mut schema, "minimum", json!(low));
            put(&mut schema, "maximum", json!(high));
        }
    }
    schema
}

fn list(items: &'static ValueKind, count: Count, defs: &mut Schema) -> Schema {
    let mut schema = of([("type", json!("array")), ("items", json!(value(items, defs)))]);
    if let Count::Within { low, high, .. } = count {
        put(&mut schema, "maxItems", json!(high));
        if low > 0 {
            put(&mut schema, "minItems", json!(low));
        }
    }
    schema
}

fn map(keys: Keys, values: &'static ValueKind, is_filled: bool, defs: &mut Schema) -> Schema {
    let mut schema = of([("type", json!("object"))]);
    let values = json!(value(values, defs));
    match keys {
        Keys::Any => put(&mut schema, "additionalProperties", values),
        Keys::Ids => {
            put(&mut schema, "additionalProperties", json!(false));
            put(&mut schema, "patternProperties", json!({SLUG: values}));
        }
    }
    if is_filled {
        put(&mut schema, "minProperties", json!(1));
    }
    schema
}
