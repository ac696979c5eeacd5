//! `rolefit score`: one scripted sitting.

use std::collections::HashSet;
use std::io::{self, BufRead, IsTerminal};
use std::path::Path;

use rolefit_engine::catalogue::{Catalogue, repeated};
use rolefit_engine::sheet::{Answers, BadAnswerText, BadDigits, PairMistake, Sheet};

use super::one_sheet::OneSheet;
use super::result::ResultWriter;
use crate::args::ScoreArgs;
use crate::failure::{Failure, STDIN};
use crate::files;
use crate::output::Output;

pub(crate) fn run(args: &ScoreArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.result.files)?;
    let mut sheet = sheet(args, catalogue, output)?;
    each_once("--importance", &args.importance)?;
    for (id, value) in &args.importance {
        sheet.weigh(id, value).map_err(of_pair("--importance"))?;
    }
    sheet.starting_point = args.starting_point.or(sheet.starting_point);
    let style = output.style();
    ResultWriter::new(catalogue, &args.result).write(&sheet, args.explain, style, output)
}

fn sheet<'c>(
    args: &ScoreArgs,
    catalogue: &'c Catalogue,
    output: &mut Output,
) -> Result<Sheet<'c>, Failure> {
    if let Some(text) = &args.answers {
        return Sheet::from_text(catalogue, text.trim()).map_err(|error| of_answers(&error));
    }
    if !args.answer.is_empty() {
        each_once("--answer", &args.answer)?;
        let mut sheet = Sheet::new(Answers::blank(catalogue));
        for (id, value) in &args.answer {
            sheet.answer(id, value).map_err(of_pair("--answer"))?;
        }
        return Ok(sheet);
    }
    let Some(path) = args.file.as_deref() else {
        if nothing_comes().map_err(Failure::io(STDIN))? {
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
fn each_once(option: &str, pairs: &[(String, String)]) -> Result<(), Failure> {
    let mut seen = HashSet::new();
    match pairs.iter().find(|(id, _)| !seen.insert(id)) {
        Some((id, _)) => Err(Failure::Usage(format!(
            "{option}: \"{}\" is given twice: take one out",
            repeated(id)
        ))),
        None => Ok(()),
    }
}

/// Whether nobody has put anything on standard input.
fn nothing_comes() -> io::Result<bool> {
    let stdin = io::stdin();
    Ok(stdin.is_terminal() || stdin.lock().fill_buf()?.is_empty())
}

/// What is wrong with `--answers`: a character that is never an answer is a slip in the words,
/// and all else does not fit the questions.
fn of_answers(error: &BadAnswerText) -> Failure {
    let why = format!("--answers: {error}");
    match error {
        BadAnswerText::Digits(BadDigits::NotAnAnswer { .. }) => Failure::Usage(why),
        _ => Failure::Data(why),
    }
}

/// The same of an option that names an id: an id that is not there does not fit the questions.
fn of_pair(option: &str) -> impl Fn(PairMistake) -> Failure {
    move |error| {
        let why = format!("{option}: {error}");
        match error {
            PairMistake::UnknownId(_) => Failure::Data(why),
            PairMistake::Answer { .. } | PairMistake::Importance { .. } => Failure::Usage(why),
        }
    }
}
