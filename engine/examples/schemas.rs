//! Derives the JSON Schemas (2020-12) from the types: `cargo run --example
//! schemas` writes them into `schemas/`, from where the program has them. With
//! `--check` it writes nothing, and fails if one there is not as derived.

use std::path::Path;
use std::process::ExitCode;

use rolefit_engine::audit::Audit;
use rolefit_engine::catalogue::schema::{self, ObjectSchema};
use rolefit_engine::cohort::Cohort;
use rolefit_engine::report::{Brief, Comparison, Report};
use rolefit_engine::sheet::SHEET;
use rolefit_engine::table::Record;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let is_check = std::env::args().nth(1).is_some_and(|word| word == "--check");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas");
    let mut stale = 0;
    for (name, schema) in [
        ("report", written::<Report>()),
        ("batch-record", written::<Record<Brief<'_>, Report>>()),
        ("audit", written::<Audit>()),
        ("cohort", written::<Cohort>()),
        ("comparison", written::<Comparison>()),
        ("sheet", read(&SHEET)?),
        ("questions", read(schema::QUESTIONS_FILE)?),
        ("careers", read(schema::CAREERS_FILE)?),
    ] {
        let path = folder.join(name).with_extension("json");
        let text = serde_json::to_string_pretty(&schema)? + "\n";
        if !is_check {
            std::fs::write(&path, text)?;
        } else if std::fs::read_to_string(&path)? != text {
            eprintln!("schemas/{name}.json is not as derived: cargo run --example schemas");
            stale += 1;
        }
    }
    Ok(if stale == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The schema of something that the program writes.
fn written<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

/// The schema of something that it reads.
fn read(form: &'static ObjectSchema) -> serde_json::Result<Schema> {
    // Only the order of the keywords is taken from there.
    serde_json::from_value(schema::json_schema(form))
}
