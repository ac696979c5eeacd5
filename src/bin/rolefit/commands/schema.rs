//! `rolefit schema`: the forms that are read and written, for other programs.

use rolefit::audit::Audit;
use rolefit::catalogue::mirror::{CareersFile, QuestionsFile};
use rolefit::cohort::Cohort;
use rolefit::report::{Comparison, Record, Report};
use rolefit::sheet::SheetFile;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use crate::args::{SchemaArgs, SchemaName};
use crate::failure::Failure;
use crate::output::Output;
use crate::render::json;

pub(crate) fn run(args: &SchemaArgs, output: &mut Output) -> Result<(), Failure> {
    output.result(&text(args.name)?)
}

/// The schema of this name, as JSON.
pub(super) fn text(name: SchemaName) -> Result<String, Failure> {
    let schema = match name {
        SchemaName::Report => written::<Report>(),
        SchemaName::BatchRecord => written::<Record<'_>>(),
        SchemaName::Audit => written::<Audit>(),
        SchemaName::Cohort => written::<Cohort>(),
        SchemaName::Comparison => written::<Comparison>(),
        SchemaName::Sheet => read::<SheetFile>(),
        SchemaName::Questions => read::<QuestionsFile>(),
        SchemaName::Careers => read::<CareersFile>(),
    };
    json::json(&schema).map_err(|error| Failure::io("JSON")(error.into()))
}

/// The schema of something that the program writes.
fn written<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

/// The schema of something that it reads.
fn read<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_deserialize().into_generator().into_root_schema_for::<T>()
}
