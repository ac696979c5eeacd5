//! `rolefit schema`: the forms that are read and written, for other programs.

use crate::args::{SchemaArgs, SchemaName};
use crate::failure::Failure;
use crate::output::Output;
use crate::text::TerminalText;

pub(crate) fn run(args: &SchemaArgs, output: &mut Output) -> Result<(), Failure> {
    output.result(&TerminalText::lines(text(args.name)))
}

/// The schema of this name, as JSON. It is derived from the types
/// (examples/schemas.rs), and a test holds it to them.
pub(super) fn text(name: SchemaName) -> &'static str {
    macro_rules! schema {
        ($name:literal) => {
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/", $name, ".json"))
        };
    }
    match name {
        SchemaName::Report => schema!("report"),
        SchemaName::BatchRecord => schema!("batch-record"),
        SchemaName::Audit => schema!("audit"),
        SchemaName::Links => schema!("links"),
        SchemaName::Cohort => schema!("cohort"),
        SchemaName::Comparison => schema!("comparison"),
        SchemaName::Sittings => schema!("sittings"),
        SchemaName::Entries => schema!("entries"),
        SchemaName::Limits => schema!("limits"),
        SchemaName::Sheet => schema!("sheet"),
        SchemaName::Questions => schema!("questions"),
        SchemaName::Careers => schema!("careers"),
    }
}
