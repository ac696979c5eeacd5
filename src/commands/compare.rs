//! `rolefit compare`: two sittings of one person.

use std::io;
use std::path::Path;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::report::{Basis, Comparison, Status};
use rolefit_engine::sheet::Sheet;
use rolefit_engine::telling::comparison::ComparisonText;

use super::{code, sittings};
use crate::args::{CompareArgs, TextOrJson};
use crate::builtin;
use crate::failure::Failure;
use crate::files;
use crate::output::{Output, result_style};
use crate::saving::SittingsFolder;
use crate::text::{TerminalText, comparison as text, json};

pub(crate) fn run(args: &CompareArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.files)?;
    let (before, before_is_foreign) = sheet(&catalogue, &args.before, output)?;
    let (after, after_is_foreign) = sheet(&catalogue, &args.after, output)?;
    let basis = if before_is_foreign || after_is_foreign {
        Basis::SharedQuestions
    } else {
        Basis::WholeSheets
    };
    let mut comparison = Comparison::of(&builtin::reporter(&catalogue), &before, &after, basis);
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
    comparison.roles.truncate(args.top.or_all());
    let text = match args.format {
        TextOrJson::Json => {
            json::json(&comparison).map_err(|error| Failure::io("JSON")(error.into()))?
        }
        TextOrJson::Text => {
            text::comparison(&ComparisonText::of(&catalogue, &comparison), result_style())
        }
    };
    output.result(&text)
}

/// The sheet at `path`, or of the saved sitting of that name, and whether it was made
/// with other data files.
fn sheet<'c>(
    catalogue: &'c Catalogue,
    path: &Path,
    output: &mut Output,
) -> Result<(Sheet<'c>, bool), Failure> {
    let name = path.to_str().unwrap_or_default();
    let is_file = path.exists();
    if !is_file && let Some((_, saved)) = sittings::saved(name)? {
        let resumed = saved.resume(catalogue);
        let is_foreign = saved.is_of_other(catalogue) || !resumed.dropped.is_empty();
        return Ok((resumed.sitting.sheet(), is_foreign));
    }
    if let Some(sheet) = code::sheet(catalogue, path)? {
        return Ok((sheet, false));
    }
    if !is_file && SittingsFolder::is_name(name) {
        let why = "there is no such file, and no saved sitting of that name";
        return Err(Failure::NoInput { path: path.to_owned(), source: io::Error::other(why) });
    }
    let source = files::read(path)?.map_err(|problem| Failure::Problems(problem.into()))?;
    // That there is a saved sitting as well matters to nobody if it cannot be read.
    if is_file && sittings::saved(name).is_ok_and(|saved| saved.is_some()) {
        let told = format!("{name} is the file here, and not the saved sitting of that name");
        output.note(&TerminalText::each_on_a_line([told]));
    }
    Sheet::read_of_any(catalogue, &source).map_err(Failure::Sheet)
}
