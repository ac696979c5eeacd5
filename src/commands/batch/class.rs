//! A table of the class, for people.

use std::mem;

use rolefit_engine::catalogue::{Catalogue, repeated};
use rolefit_engine::cohort::{Audience, Cohort, Extras, Person, Summary};
use rolefit_engine::report::Explain;
use rolefit_engine::sheet::Sheet;
use rolefit_engine::telling::class::{ClassColumn, ClassTable, ColumnChoice};

use super::of_rows::{OfRows, each_once};
use super::work::{BatchWork, HowDone, RowsDone};
use crate::args::{BatchArgs, BatchFormat, ClassArgs, SeparatorMark};
use crate::class::{ClassLine, ClassStyle, sorted, workbook};
use crate::failure::Failure;
use crate::interruption::handle_signals;
use crate::output::{Output, RecordTarget};
use crate::rows::{BatchRecord, Inputs, SeenRespondents, WantedRecord};

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
    let args = &work.args.class;
    let style = style(args, format, of_rows.separator)?;
    let choice = choice(work.args)?;
    refuse_nothing(&choice, work, of_rows.are_many)?;
    let table = ClassTable::new(work.catalogue, choice, of_rows.kept, of_rows.are_many);
    // If signals cannot be handled, the file is written all the same.
    let handle_signals = || drop(handle_signals(false));
    let mut target = RecordTarget::open(work.args.output.path(), handle_signals)?;
    let needs_rows = inputs.need_rows();
    let is_workbook = format == BatchFormat::Xlsx;
    if is_workbook && target.is_terminal() {
        let why = "a terminal cannot show a workbook: name a file for it, as in \
                   --output class.xlsx";
        return Err(Failure::Usage(why.to_owned()));
    }
    if !is_workbook {
        target.show(&style.headings(&table.headings()))?;
    }
    let done = if is_workbook || args.sort.is_some() {
        let mut all = Collected::of(work.catalogue);
        let mut take = |part| all.take(part, is_workbook);
        let done = through(work, inputs, &table, is_workbook, true, &mut take, output)?;
        let lines = sorted(mem::take(&mut all.lines), args.sort);
        if is_workbook {
            let cohort = table.cohort(&all.cohort()?);
            target.write(&workbook(style, &table.headings(), &lines, &cohort)?)?;
        } else {
            target.show(&style.lines(&lines))?;
        }
        done
    } else {
        let shows_progress = !target.is_terminal();
        let mut take = |part: ClassPart<'_>| target.show(&style.lines(&part.lines));
        through(work, inputs, &table, false, shows_progress, &mut take, output)?
    };
    target.finish()?;
    done.judged(needs_rows, output)
}

/// Makes the lines of the table, and hands them on in the order of the rows. What only the rows
/// before tell of a line is added then.
fn through<'c>(
    work: &BatchWork<'_, 'c>,
    inputs: Inputs<'_>,
    table: &ClassTable<'c>,
    is_workbook: bool,
    shows_progress: bool,
    take: &mut (dyn FnMut(ClassPart<'c>) -> Result<(), Failure> + Send),
    output: &mut Output,
) -> Result<RowsDone, Failure> {
    let how = HowDone {
        wanted: WantedRecord::Full(usize::MAX, Explain::Nothing),
        bytes_a_row: 8_192 + work.catalogue.careers().roles.len() * 2_048,
        shows_progress,
    };
    let make = |record: &BatchRecord<'c>, sheet: Option<&Sheet<'c>>, part: &mut ClassPart<'c>| {
        part.lines.extend(ClassLine::of(table, record));
        match sheet.filter(|_| is_workbook) {
            Some(sheet) => part.people.push(Person::of(&work.reporter, sheet)),
            None => part.rejected += 1,
        }
        Ok(())
    };
    let mut seen = SeenRespondents::default();
    let take = |mut part: ClassPart<'c>| {
        // Numbers begin anew with each file, and are nobody's name.
        for line in part.lines.iter_mut().filter(|_| !work.args.table.anonymous) {
            line.mark_again(table, &mut seen);
        }
        take(part)
    };
    work.through(inputs, how, ClassPart::default, make, take, output)
}

/// A whole class, to be sorted, or to be added up in a workbook.
struct Collected<'c> {
    catalogue: &'c Catalogue,
    lines: Vec<ClassLine>,
    summary: Summary,
}

impl<'c> Collected<'c> {
    fn of(catalogue: &'c Catalogue) -> Self {
        Self { catalogue, lines: Vec::new(), summary: Summary::of(catalogue, None) }
    }

    fn take(&mut self, mut part: ClassPart<'c>, is_workbook: bool) -> Result<(), Failure> {
        self.lines.append(&mut part.lines);
        for person in &part.people {
            let added = self.summary.add(person, None);
            added.map_err(|misfit| Failure::Data(misfit.to_string()))?;
        }
        if is_workbook {
            (0..part.rejected).for_each(|_| self.summary.reject());
        }
        Ok(())
    }

    /// What the class adds up to, for whoever has the table.
    fn cohort(&self) -> Result<Cohort<'c>, Failure> {
        Cohort::of(&self.summary, self.catalogue, Extras::default(), Audience::Adviser)
            .map_err(|misfit| Failure::Data(misfit.to_string()))
    }
}

/// The columns that are asked for.
fn choice(args: &BatchArgs) -> Result<ColumnChoice, Failure> {
    let BatchArgs { class: args, keep, .. } = args;
    match &args.columns {
        Some(list) => {
            each_once("--columns", list.split(','))?;
            let kept = || keep.iter().flat_map(|columns| columns.split(',')).map(str::trim);
            let is_kept = |name: &&str| kept().any(|kept| kept == *name);
            ColumnChoice::these(list.split(',')).map_err(|unknown| {
                Failure::Usage(match list.split(',').map(str::trim).find(is_kept) {
                    Some(name) => format!(
                        "--columns: \"{}\" is a column of --keep, which are called kept here: \
                         write kept in its place",
                        repeated(name)
                    ),
                    None => format!("--columns: {unknown}"),
                })
            })
        }
        None if args.ids => Ok(ColumnChoice::Ids),
        None => Ok(ColumnChoice::All),
    }
}

/// Refuses columns of which there is nothing in this run.
fn refuse_nothing(
    choice: &ColumnChoice,
    work: &BatchWork<'_, '_>,
    are_many: bool,
) -> Result<(), Failure> {
    let ColumnChoice::These(columns) = choice else { return Ok(()) };
    let careers = work.catalogue.careers();
    let nothing = |column: &ClassColumn| match column {
        ClassColumn::Kept if work.args.keep.is_empty() => {
            Some("no column is kept: say which with --keep COLUMNS")
        }
        ClassColumn::Source if !are_many => {
            Some("the rows are from one file: give several, or a folder")
        }
        ClassColumn::Modules | ClassColumn::ModuleIds if careers.modules.is_empty() => {
            Some("these careers have no modules: give others with --careers FILE")
        }
        ClassColumn::Specialism | ClassColumn::SpecialismId if careers.specialisms.is_empty() => {
            Some("these careers have no specialisms: give others with --careers FILE")
        }
        _ => None,
    };
    match columns.iter().find_map(|column| Some((column, nothing(column)?))) {
        Some((column, why)) => {
            let name = column.name();
            Err(Failure::Usage(format!("--columns: {name}: {why}, or leave {name} out")))
        }
        None => Ok(()),
    }
}

/// How the table is written; `separator` is that of the rows.
fn style(args: &ClassArgs, format: BatchFormat, separator: u8) -> Result<ClassStyle, Failure> {
    let decimals = args.decimals.unwrap_or(3);
    let asked = args.separator.map(SeparatorMark::byte);
    match format {
        BatchFormat::Xlsx | BatchFormat::Ndjson if args.excel || asked.is_some() => {
            let option = if args.excel { "--excel" } else { "--separator" };
            Err(Failure::Usage(format!(
                "{option}: it is for csv alone: leave it out, or write csv"
            )))
        }
        BatchFormat::Tsv if asked.is_some() => {
            Err(Failure::Usage("--separator: tsv has tabs: leave it out, or write csv".to_owned()))
        }
        BatchFormat::Tsv => Ok(ClassStyle { decimals, separator: b'\t', is_for_excel: args.excel }),
        _ => {
            let usual = if args.excel { separator } else { b',' };
            let separator = asked.unwrap_or(usual);
            Ok(ClassStyle { decimals, separator, is_for_excel: args.excel })
        }
    }
}
