//! `rolefit score`: one scripted sitting.

use std::collections::HashSet;
use std::io::{self, BufRead, IsTerminal};
use std::path::Path;

use rolefit_engine::catalogue::{Catalogue, repeated};
use rolefit_engine::sheet::{Answers, Sheet};

use super::one_sheet::OneSheet;
use super::result::ResultWriter;
use crate::args::ScoreArgs;
use crate::failure::Failure;
use crate::files;
use crate::output::Output;

pub(crate) fn run(args: &ScoreArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.result.files)?;
    let mut sheet = sheet(args, &catalogue, output)?;
    each_once(&args.importance).map_err(of_flag("--importance"))?;
    for (id, value) in &args.importance {
        sheet.weigh(id, value).map_err(of_flag("--importance"))?;
    }
    sheet.starting_point = args.starting_point.or(sheet.starting_point);
    let style = output.style();
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
    let Some(path) = args.file.as_deref() else {
        if nothing_comes().map_err(Failure::io("standard input"))? {
            return Err(Failure::Usage(
                "no answers: give a sheet's FILE, --answers DIGITS|CODE or --answer ID=VALUE; \
                 to be asked the questions, use rolefit quiz"
                    .to_owned(),
            ));
        }
        return read(catalogue, Path::new("-"), output);
    };
    read(catalogue, path, output)
}

fn read<'c>(
    catalogue: &'c Catalogue,
    path: &Path,
    output: &mut Output,
) -> Result<Sheet<'c>, Failure> {
    match OneSheet::at(catalogue, path, output)? {
        OneSheet::Read(sheet) => Ok(sheet),
        OneSheet::Text(source) => Sheet::read(catalogue, &source).map_err(Failure::Sheet),
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
