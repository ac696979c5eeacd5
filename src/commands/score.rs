//! `rolefit score`: one scripted sitting.

use std::collections::HashSet;
use std::io::{self, BufRead, IsTerminal};
use std::path::Path;

use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::catalogue::{Catalogue, Problem, repeated};
use rolefit_engine::sheet::{Answers, Sheet};
use rolefit_engine::table::SheetReader;

use super::code;
use super::result::ResultWriter;
use crate::args::{RowSource, ScoreArgs, TableArgs};
use crate::failure::{Failure, named};
use crate::files;
use crate::output::{Output, result_style};
use crate::rows::Input;

pub(crate) fn run(args: &ScoreArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.result.files)?;
    let mut sheet = sheet(args, &catalogue, output)?;
    each_once(&args.importance).map_err(of_flag("--importance"))?;
    for (id, value) in &args.importance {
        sheet.weigh(id, value).map_err(of_flag("--importance"))?;
    }
    sheet.starting_point = args.starting_point.or(sheet.starting_point);
    let style = result_style();
    ResultWriter::new(&catalogue, &args.result).write(&sheet, args.explain, style, output)
}

fn sheet<'c>(
    args: &ScoreArgs,
    catalogue: &'c Catalogue,
    output: &mut Output,
) -> Result<Sheet<'c>, Failure> {
    if let Some(text) = &args.answers {
        return Sheet::from_text(catalogue, text.trim()).map_err(of_flag("--answers"));
    }
    if !args.answer.is_empty() {
        each_once(&args.answer).map_err(of_flag("--answer"))?;
        let mut sheet = Sheet::new(Answers::blank(catalogue));
        for (id, value) in &args.answer {
            sheet.answer(id, value).map_err(of_flag("--answer"))?;
        }
        return Ok(sheet);
    }
    if let Some(path) = &args.file
        && let Some(sheet) = code::sheet(catalogue, path)?
    {
        return Ok(sheet);
    }
    if let Some(path) = args.file.as_deref().filter(|path| is_table(path)) {
        return of_table(path, catalogue, output);
    }
    let source = source(args)?.map_err(|problem| Failure::Problems(problem.into()))?;
    Sheet::read(catalogue, &source).map_err(Failure::Sheet)
}

/// The only row of a table.
fn of_table<'c>(
    path: &Path,
    catalogue: &'c Catalogue,
    output: &mut Output,
) -> Result<Sheet<'c>, Failure> {
    let told = |why: &str| Failure::Data(format!("{}: {why}", named(path)));
    let (source, table) = (RowSource::default(), TableArgs::default());
    let input = Input::open(Some(path), &source, &table, catalogue)?;
    input.note_reading(output);
    let assumed = input.assumed();
    let sheets = SheetReader::new(catalogue);
    let mut found = None;
    for chunk in input.rows {
        let chunk = chunk.map_err(Failure::io(named(path)))?;
        for row in chunk.rows() {
            let Some(sheet) = sheets.read(&row) else { continue };
            if found.is_some() {
                return Err(told("there is more than one row of answers: use rolefit batch"));
            }
            found = Some(sheet);
        }
    }
    assumed.note(Some(&named(path)), output);
    let sheet = found.ok_or_else(|| told("there is no row of answers"))?;
    sheet.map_err(|error| told(&error.to_string()))
}

/// Whether a file is a table or a workbook, by its name.
fn is_table(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ["csv", "tsv", "tab", "xlsx", "xlsm", "ods"].iter().any(|of| ending.eq_ignore_ascii_case(of))
}

fn source(args: &ScoreArgs) -> Result<Result<Source, Problem>, Failure> {
    match args.file.as_deref() {
        Some(path) if path.as_os_str() != "-" => files::read(path),
        None if nothing_comes().map_err(Failure::io("standard input"))? => Err(Failure::Usage(
            "no answers: give a sheet's FILE, --answers DIGITS|CODE or --answer ID=VALUE; \
             to be asked the questions, use rolefit quiz"
                .to_owned(),
        )),
        _ => files::read_stdin(),
    }
}

/// Refuses an id that is given twice: there is no telling which was meant.
fn each_once(pairs: &[(String, String)]) -> Result<(), String> {
    let mut seen = HashSet::new();
    match pairs.iter().find(|(id, _)| !seen.insert(id)) {
        Some((id, _)) => Err(format!("\"{}\" is given twice", repeated(id))),
        None => Ok(()),
    }
}

/// Whether nobody has put anything on standard input.
fn nothing_comes() -> io::Result<bool> {
    let stdin = io::stdin();
    Ok(stdin.is_terminal() || stdin.lock().fill_buf()?.is_empty())
}

fn of_flag<E: ToString>(flag: &str) -> impl Fn(E) -> Failure {
    move |error| Failure::Data(format!("{flag}: {}", error.to_string()))
}
