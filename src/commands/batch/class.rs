//! A table of the class, for people.

use std::mem;

use rolefit_engine::cohort::{Audience, Cohort, Person, Summary};
use rolefit_engine::report::Explain;
use rolefit_engine::telling::class::{ClassTable, ColumnChoice};

use super::OfRows;
use super::work::{BatchWork, HowDone};
use crate::args::{BatchFormat, ClassArgs, SeparatorMark};
use crate::class::{ClassLine, ClassStyle, sorted, workbook};
use crate::failure::Failure;
use crate::interruption::handle_signals;
use crate::output::{Output, RecordTarget};
use crate::rows::{Inputs, WantedRecord};

/// Some lines of the table, and, for a workbook, what counts of those whom they are of.
#[derive(Default)]
struct ClassPart<'c> {
    lines: Vec<ClassLine>,
    people: Vec<Person<'c>>,
    rejected: u64,
}

pub(super) fn write(
    work: &BatchWork<'_, '_>,
    inputs: Inputs<'_>,
    of_rows: OfRows,
    format: BatchFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let (args, catalogue) = (&work.args.class, work.catalogue);
    let is_workbook = format == BatchFormat::Xlsx;
    let style = style(args, format, of_rows.separator)?;
    let table = ClassTable::new(catalogue, choice(args)?, of_rows.kept, of_rows.are_many);
    // If signals cannot be handled, the file is written all the same.
    let handle_signals = || drop(handle_signals(false));
    let mut target = RecordTarget::open(work.args.output.as_deref(), handle_signals)?;
    if is_workbook && target.is_terminal() {
        let why = "a terminal cannot show a workbook: name a file for it, as in \
                   --output class.xlsx";
        return Err(Failure::Usage(why.to_owned()));
    }
    let has_table = inputs.have_table();
    let is_collected = is_workbook || args.sort.is_some();
    if !is_workbook {
        target.show(&style.headings(&table.headings()))?;
    }
    let mut all = Vec::new();
    let mut summary = Summary::of(catalogue, None);
    let roles = catalogue.careers().roles.len();
    let how = HowDone {
        wanted: WantedRecord::Full(usize::MAX, Explain::Nothing),
        bytes_a_row: 8_192 + roles * 2_048,
        shows_progress: is_collected || !target.is_terminal(),
    };
    let outcomes = work.through(
        inputs,
        how,
        |record, sheet, part: &mut ClassPart<'_>| {
            part.lines.push(ClassLine::of(&table, &record));
            match sheet.filter(|_| is_workbook) {
                Some(sheet) => part.people.push(Person::of(&work.reporter, &sheet)),
                None => part.rejected += 1,
            }
            Ok(())
        },
        |mut part| {
            if !is_collected {
                return target.show(&style.lines(&part.lines));
            }
            all.append(&mut part.lines);
            for person in &part.people {
                summary.add(person, None).map_err(|misfit| Failure::Data(misfit.to_string()))?;
            }
            if is_workbook {
                (0..part.rejected).for_each(|_| summary.reject());
            }
            Ok(())
        },
        output,
    )?;
    let lines = sorted(mem::take(&mut all), args.sort);
    if is_workbook {
        let cohort = Cohort::of(&summary, catalogue, false, Audience::Adviser)
            .map_err(|misfit| Failure::Data(misfit.to_string()))?;
        let cohort = table.cohort(&cohort);
        target.write(&workbook(&style, &table.headings(), &lines, &cohort)?)?;
    } else if is_collected {
        target.show(&style.lines(&lines))?;
    }
    target.finish()?;
    outcomes.judged(has_table)
}

/// The columns that are asked for.
fn choice(args: &ClassArgs) -> Result<ColumnChoice, Failure> {
    match &args.columns {
        Some(list) => ColumnChoice::these(list.split(','))
            .map_err(|unknown| Failure::Usage(format!("--columns: {unknown}"))),
        None if args.ids => Ok(ColumnChoice::Ids),
        None => Ok(ColumnChoice::All),
    }
}

/// How the table is written; `separator` is that of the rows.
fn style(args: &ClassArgs, format: BatchFormat, separator: u8) -> Result<ClassStyle, Failure> {
    let decimals = args.decimals.unwrap_or(3);
    let asked = args.separator.map(SeparatorMark::byte);
    match format {
        BatchFormat::Xlsx | BatchFormat::Ndjson if args.excel || asked.is_some() => {
            let why = "--excel, --separator: a workbook needs neither; they are for csv";
            Err(Failure::Usage(why.to_owned()))
        }
        BatchFormat::Tsv if asked.is_some() => {
            Err(Failure::Usage("--separator: tsv has tabs; use --format csv".to_owned()))
        }
        BatchFormat::Tsv => Ok(ClassStyle { decimals, separator: b'\t', is_for_excel: args.excel }),
        _ => {
            let usual = if args.excel { separator } else { b',' };
            let separator = asked.unwrap_or(usual);
            Ok(ClassStyle { decimals, separator, is_for_excel: args.excel })
        }
    }
}
