//! Derives the JSON Schemas (2020-12) from the types. The example writes them into
//! `schemas/`, from where the program has them; `tests/spec/schemas.rs` checks that
//! those there are as derived.

use std::path::Path;

use rolefit_engine::audit::{Audit, LinkList};
use rolefit_engine::catalogue::schema::{self, ObjectSchema};
use rolefit_engine::cohort::Cohort;
use rolefit_engine::limits::LimitList;
use rolefit_engine::report::{Brief, Comparison, KeptSittings, Report};
use rolefit_engine::sheet::SHEET;
use rolefit_engine::table::Record;
use rolefit_engine::telling::entries::entries_schema;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas");
    for (name, text) in derived()? {
        std::fs::write(folder.join(name).with_extension("json"), text)?;
    }
    Ok(())
}

/// The name and the text of every schema.
///
/// # Errors
/// None, but for a schema of a file that is no JSON object.
pub fn derived() -> serde_json::Result<Vec<(&'static str, String)>> {
    let schemas = [
        ("report", written::<Report>()),
        ("batch-record", written::<Record<Brief<'_>, Report>>()),
        ("audit", written::<Audit>()),
        ("links", written::<LinkList>()),
        ("cohort", written::<Cohort>()),
        ("comparison", written::<Comparison>()),
        ("sittings", written::<KeptSittings>()),
        ("entries", ordered(entries_schema())?),
        ("limits", written::<LimitList>()),
        ("sheet", read(&SHEET)?),
        ("questions", read(&schema::QUESTIONS_FILE)?),
        ("careers", read(&schema::CAREERS_FILE)?),
    ];
    let text = |(name, schema)| Ok((name, serde_json::to_string_pretty(&schema)? + "\n"));
    schemas.into_iter().map(text).collect()
}

/// The schema of something that the program writes.
fn written<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

/// The schema of something that it reads.
fn read(form: &'static ObjectSchema) -> serde_json::Result<Schema> {
    ordered(schema::json_schema(form))
}

/// `schema` with its keywords in the order of all others.
fn ordered(schema: serde_json::Value) -> serde_json::Result<Schema> {
    serde_json::from_value(schema)
}
