//! `rolefit batch`: a class, row for row.

mod class;
mod pages;
mod records;
mod work;

use std::path::Path;

use clap::ValueEnum as _;

use self::work::BatchWork;
use crate::args::{BatchArgs, BatchFormat, ClassArgs};
use crate::failure::{Failure, in_file};
use crate::files::{self, RowSources};
use crate::output::Output;
use crate::rows::{Input, Inputs, check};

pub(crate) fn run(args: &BatchArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.files)?;
    let wanted = Wanted::of(args)?;
    let sources = RowSources::of(&args.inputs)?;
    let (mut kept, mut separator) = (None, None);
    let inputs = Inputs::open(&sources, &args.source, &args.table, &catalogue, |input| {
        separator = separator.or(input.rows.separator());
        if args.table.check { Ok(()) } else { look(args, input, &mut kept, output) }
    })?;
    if args.table.check {
        return check(inputs, &catalogue, args.threads, output);
    }
    let of_rows = OfRows {
        kept: kept.unwrap_or_default(),
        separator: separator.unwrap_or(b','),
        are_many: sources.are_many(),
    };
    let work = BatchWork::new(args, &catalogue);
    match wanted {
        Wanted::Records(format) => records::write(&work, inputs, of_rows, format, output),
        Wanted::Table(format) => class::write(&work, inputs, of_rows, format, output),
        Wanted::Pages => pages::write(&work, inputs, output),
    }
}

/// What is written of the rows.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    /// A record of each, for programs.
    Records(BatchFormat),
    /// A table for people.
    Table(BatchFormat),
    /// A page of each.
    Pages,
}

/// What is known of the rows before they are read.
struct OfRows {
    /// The headings of the columns that are carried through.
    kept: Vec<String>,
    /// What stands between their cells.
    separator: u8,
    /// Whether they are from several files.
    are_many: bool,
}

impl Wanted {
    /// What the arguments ask for.
    ///
    /// # Errors
    /// They contradict each other.
    fn of(args: &BatchArgs) -> Result<Self, Failure> {
        let ClassArgs { table, pages, letters, .. } = &args.class;
        let usage = |why: String| Err(Failure::Usage(why));
        let by_name = || args.output.as_deref().and_then(format_by_name);
        let format = args.format.or_else(by_name);
        let has_table = *table || format == Some(BatchFormat::Xlsx);
        if let Some(option) = args.class.only_of_table().filter(|_| !has_table) {
            return usage(format!("{option}: only a table for people has it; add --table"));
        }
        if pages.is_some() || letters.is_some() {
            return Ok(Self::Pages);
        }
        let name =
            format.and_then(|format| Some(format.to_possible_value()?.get_name().to_owned()));
        let name = name.unwrap_or_default();
        match format {
            Some(format) if args.full && format != BatchFormat::Ndjson => usage(format!(
                "--full: a whole report does not fit a row of {name}; use --format ndjson"
            )),
            Some(BatchFormat::Ndjson) if *table => {
                usage("--table: a table is csv, tsv or xlsx, and not ndjson".to_owned())
            }
            format if has_table => Ok(Self::Table(format.unwrap_or(BatchFormat::Csv))),
            format => Ok(Self::Records(format.unwrap_or(BatchFormat::Ndjson))),
        }
    }
}

/// How the records in a file are to be written, by its name.
fn format_by_name(path: &Path) -> Option<BatchFormat> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "csv" => Some(BatchFormat::Csv),
        "tsv" | "tab" => Some(BatchFormat::Tsv),
        "xlsx" => Some(BatchFormat::Xlsx),
        "ndjson" | "jsonl" => Some(BatchFormat::Ndjson),
        _ => None,
    }
}

/// Notes how a file is understood. All have to have the same columns to carry through.
fn look(
    args: &BatchArgs,
    input: &Input,
    kept: &mut Option<Vec<String>>,
    output: &mut Output,
) -> Result<(), Failure> {
    let headings: Vec<String> = keep(args, input)?.into_iter().map(|(name, _)| name).collect();
    if *kept.get_or_insert_with(|| headings.clone()) != headings {
        let what = "--keep: the files have not the same columns of these";
        return Err(Failure::Usage(in_file(input.file.as_deref(), what)));
    }
    input.note_reading(output);
    Ok(())
}

/// The columns of a file that are carried through: their headings and places.
fn keep(args: &BatchArgs, input: &Input) -> Result<Vec<(String, usize)>, Failure> {
    let keep = input.rows.columns(&args.keep);
    keep.map_err(|error| Failure::Usage(input.told(format!("--keep: {error}"))))
}
