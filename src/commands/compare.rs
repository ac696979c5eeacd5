//! `rolefit compare`: two sittings of one person.

use std::io;
use std::path::Path;

use rolefit_engine::catalogue::{Catalogue, repeated};
use rolefit_engine::page;
use rolefit_engine::report::{Basis, Comparison, Status};
use rolefit_engine::sheet::Sheet;
use rolefit_engine::telling::comparison::ComparisonText;

use super::one_sheet::{OneSheet, is_table};
use super::result::unfilled;
use super::{picked_rows, sittings};
use crate::args::{CompareArgs, ResultFormat};
use crate::builtin;
use crate::failure::{Failure, named};
use crate::files;
use crate::output::Output;
use crate::saving::SittingsFolder;
use crate::text::{TerminalText, comparison as text, json};

pub(crate) fn run(args: &CompareArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.files)?;
    let [before, after] = both(args, catalogue, output)?;
    let basis = if before.is_foreign || after.is_foreign {
        Basis::SharedQuestions
    } else {
        Basis::WholeSheets
    };
    let reporter = builtin::reporter(catalogue);
    let mut comparison = Comparison::of(&reporter, &before.sheet, &after.sheet, basis);
    let too_little = [comparison.status_before, comparison.status_after];
    if basis == Basis::SharedQuestions && too_little.contains(&Status::Insufficient) {
        return Err(Failure::Data(format!(
            "these sheets were made with different data files and share {}, too few for \
             a match. Give the files they were made with, with --questions and --careers",
            match comparison.shared {
                1 => "1 question".to_owned(),
                many => format!("{many} questions"),
            }
        )));
    }
    if let Some([before, after]) = comparison.other_respondents() {
        output.note(&TerminalText::each_on_a_line([format!(
            "warning: the first sheet is of \"{}\" and the second of \"{}\": what differs between \
             two people is no change",
            repeated(before),
            repeated(after)
        )]));
    }
    comparison.roles.truncate(args.top.or_all());
    write(args, catalogue, &comparison, output)
}

fn write(
    args: &CompareArgs,
    catalogue: &Catalogue,
    comparison: &Comparison<'_>,
    output: &mut Output,
) -> Result<(), Failure> {
    let words = || ComparisonText::of(catalogue, comparison);
    let text = match args.format.unwrap_or_default() {
        ResultFormat::Json => {
            json::json(comparison).map_err(|error| Failure::io("JSON")(error.into()))?
        }
        ResultFormat::Text => text::comparison(&words(), output.style()),
        ResultFormat::Markdown => page::comparison_markdown(&words()).map_err(unfilled)?.into(),
        ResultFormat::Html => page::comparison_html(&words()).map_err(unfilled)?.into(),
    };
    output.result(&text)
}

/// A sheet, and whether it was made with other data files.
struct ComparedSitting<'c> {
    sheet: Sheet<'c>,
    is_foreign: bool,
}

impl<'c> ComparedSitting<'c> {
    fn of(sheet: Sheet<'c>) -> Self {
        Self { sheet, is_foreign: false }
    }
}

/// The two sittings, the earlier one first.
fn both<'c>(
    args: &CompareArgs,
    catalogue: &'c Catalogue,
    output: &mut Output,
) -> Result<[ComparedSitting<'c>; 2], Failure> {
    let respondents: Vec<&str> = args.respondent.iter().map(String::as_str).collect();
    let (before, after) = (args.before.as_path(), args.after.as_deref());
    if before.as_os_str() == "-" && after.is_some_and(|after| after.as_os_str() == "-") {
        let why = "-: standard input is read once: name the file of the other sitting";
        return Err(Failure::Usage(why.to_owned()));
    }
    if respondents.len() > 2 {
        return Err(two_at_most());
    }
    if after.is_none() && !has_rows(before)? {
        let path = named(before);
        let why = format!("{path} is no table of sittings: name the other sitting after it, as B");
        return Err(Failure::Usage(why));
    }
    match (after, respondents.as_slice()) {
        (None, [] | [_]) => {
            let rows = picked_rows::two(catalogue, before, respondents.first().copied(), output)?;
            Ok(rows.map(ComparedSitting::of))
        }
        (None, names) => {
            let rows = picked_rows::of_each(catalogue, before, names, output)?;
            let rows: Vec<ComparedSitting<'c>> =
                rows.into_iter().map(ComparedSitting::of).collect();
            rows.try_into().map_err(|_| two_at_most())
        }
        (Some(after), []) => {
            Ok([sitting(catalogue, before, output)?, sitting(catalogue, after, output)?])
        }
        (Some(after), [name]) => named_rows(catalogue, [before, after], [*name, *name], output),
        (Some(after), names) => {
            let names = names.try_into().map_err(|_| two_at_most())?;
            named_rows(catalogue, [before, after], names, output)
        }
    }
}

/// A sitting of each of two files: of a table, the row of its name.
fn named_rows<'c>(
    catalogue: &'c Catalogue,
    [before, after]: [&Path; 2],
    names: [&str; 2],
    output: &mut Output,
) -> Result<[ComparedSitting<'c>; 2], Failure> {
    let mut is_named = false;
    let mut row = |path, name| {
        if !has_rows(path)? {
            return sitting(catalogue, path, output);
        }
        is_named = true;
        let rows = picked_rows::of_each(catalogue, path, &[name], output)?;
        rows.into_iter().next().map(ComparedSitting::of).ok_or_else(two_at_most)
    };
    let both = [row(before, names[0])?, row(after, names[1])?];
    if is_named { Ok(both) } else { Err(no_rows(before, after)) }
}

fn no_rows(before: &Path, after: &Path) -> Failure {
    let [before, after] = [before, after].map(named);
    Failure::Usage(format!(
        "--respondent: neither {before} nor {after} is a table with rows: leave --respondent out"
    ))
}

fn two_at_most() -> Failure {
    Failure::Usage("--respondent: give it once or twice: two sittings are compared".to_owned())
}

/// Whether a file has rows, each of them a sitting.
fn has_rows(path: &Path) -> Result<bool, Failure> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let is_json = ["ndjson", "jsonl", "json"].iter().any(|of| ending.eq_ignore_ascii_case(of));
    Ok(is_json || is_table(path)?)
}

/// The sheet at `path`, or of the saved sitting of that name.
fn sitting<'c>(
    catalogue: &'c Catalogue,
    path: &Path,
    output: &mut Output,
) -> Result<ComparedSitting<'c>, Failure> {
    let name = path.to_str().unwrap_or_default();
    let is_file = path.exists();
    if !is_file && let Some((_, saved)) = sittings::saved(name)? {
        let resumed = saved.resume(catalogue);
        let is_foreign = saved.is_of_other(catalogue) || !resumed.dropped.is_empty();
        return Ok(ComparedSitting { sheet: resumed.sitting.sheet(), is_foreign });
    }
    let found = OneSheet::at(catalogue, path, output);
    if !is_file && SittingsFolder::is_name(name) && matches!(found, Err(Failure::NoInput { .. })) {
        let why = "there is no such file, no saved sitting of that name, and it is no answer code";
        return Err(Failure::NoInput { path: path.to_owned(), source: io::Error::other(why) });
    }
    // That there is a saved sitting as well matters to nobody if it cannot be read.
    if is_file && sittings::saved(name).is_ok_and(|saved| saved.is_some()) {
        let told = format!("{name} is the file here, and not the saved sitting of that name");
        output.note(&TerminalText::each_on_a_line([told]));
    }
    match found? {
        OneSheet::Read(sheet) => Ok(ComparedSitting::of(sheet)),
        OneSheet::Text(source) => {
            let read = Sheet::read_of_any(catalogue, &source).map_err(Failure::Sheet)?;
            Ok(ComparedSitting { sheet: read.0, is_foreign: read.1 })
        }
    }
}
