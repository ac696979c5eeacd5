//! `rolefit batch`: a class, row for row.

mod class;
mod of_rows;
mod pages;
mod records;
mod work;

use clap::ValueEnum as _;

use self::of_rows::{OfRows, look};
use self::work::BatchWork;
use crate::args::{BatchArgs, BatchFormat, ClassArgs};
use crate::failure::Failure;
use crate::files::{self, RowSources};
use crate::output::Output;
use crate::rows::{Inputs, check, note_renumbered};
use crate::text::TerminalText;

pub(crate) fn run(args: &BatchArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.files)?;
    let wanted = Wanted::of(args)?;
    note_renumbered(&args.table, catalogue, output)?;
    let sources = RowSources::of(&args.inputs)?;
    output.note(&TerminalText::each_on_a_line(sources.passed_over()));
    let (mut kept, mut separator) = (None, None);
    let inputs = Inputs::open(&sources, &args.source, &args.table, catalogue, |input| {
        separator = separator.or(input.rows.separator());
        if args.table.check { Ok(()) } else { look(args, input, &mut kept, output) }
    })?;
    if args.table.check {
        return check(inputs, catalogue, args.threads, output);
    }
    inputs.refuse_empty()?;
    let of_rows = OfRows {
        kept: kept.unwrap_or_default(),
        separator: separator.unwrap_or(b','),
        are_many: sources.are_many(),
    };
    let work = BatchWork::new(args, catalogue);
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

impl Wanted {
    /// What the arguments ask for.
    ///
    /// # Errors
    /// They contradict each other.
    fn of(args: &BatchArgs) -> Result<Self, Failure> {
        let ClassArgs { table, pages, letters, .. } = &args.class;
        let usage = |why: String| Err(Failure::Usage(why));
        let format = args.format;
        let has_table = *table || format == Some(BatchFormat::Xlsx);
        let pages = [("--pages", pages.is_some()), ("--letters", letters.is_some())];
        let pages = pages.into_iter().find(|(_, is_given)| *is_given);
        if let Some(option) = args.class.only_of_table().filter(|_| !has_table) {
            return usage(match pages {
                Some((pages, _)) => format!(
                    "{option}: only a table for people has it, and {pages} writes none: leave \
                     {option} out, or write a table in another run"
                ),
                None => format!("{option}: only a table for people has it; add --table"),
            });
        }
        if pages.is_some() {
            return Ok(Self::Pages);
        }
        let name =
            format.and_then(|format| Some(format.to_possible_value()?.get_name().to_owned()));
        let name = name.unwrap_or_default();
        match format {
            Some(format) if args.full && format != BatchFormat::Ndjson => usage(format!(
                "--full: a whole report does not fit a row of {name}: write ndjson, to a file that \
                 ends with .ndjson if you name one"
            )),
            Some(BatchFormat::Ndjson) if *table => usage(
                "--table: a table is csv, tsv or xlsx, and not ndjson: leave --table out, or \
                     end the name of the file with .csv, .tsv or .xlsx"
                    .to_owned(),
            ),
            _ if has_table && args.top.is_given() => usage(
                "--top: a table for people has the first role of each alone; leave --top out"
                    .to_owned(),
            ),
            format if has_table => Ok(Self::Table(format.unwrap_or(BatchFormat::Csv))),
            format => Ok(Self::Records(format.unwrap_or(BatchFormat::Ndjson))),
        }
    }
}
