//! What is said of a table on the command line.

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::sheet::Coding;
use rolefit_engine::table::{ColumnMap, TableChoice};

use crate::args::TableArgs;
use crate::failure::Failure;
use crate::files;
use crate::output::Output;
use crate::text::TerminalText;

/// What `args` say of a table, with the map of its columns that they name.
pub(crate) fn table_choice(
    args: &TableArgs,
    catalogue: &Catalogue,
) -> Result<TableChoice, Failure> {
    let map = match &args.map {
        Some(path) => {
            let source = files::read(path).map_err(|failure| failure.named_by("--map"))?;
            let source =
                source.map_err(|problem| Failure::Problems(problem.into()).named_by("--map"))?;
            let map = ColumnMap::read(catalogue, &source);
            map.map_err(|problems| Failure::Problems(problems).named_by("--map"))?
        }
        None => ColumnMap::default(),
    };
    let coding = coding(args, catalogue)?;
    Ok(TableChoice {
        map,
        in_order_from: args.in_order_from.clone(),
        respondent: args.respondent.clone(),
        is_anonymous: args.anonymous,
        is_strict: args.strict_columns,
        coding,
        is_lenient: args.lenient,
    })
}

/// How answers are coded.
fn coding(args: &TableArgs, catalogue: &Catalogue) -> Result<Coding, Failure> {
    let mut coding = Coding::default();
    if let Some(lowest) = args.scale_from {
        coding.count_from(lowest);
    }
    for words in &args.scale {
        coding
            .add_words(words, &catalogue.questionnaire().scale)
            .map_err(|error| Failure::Usage(format!("--scale: {error}")))?;
    }
    for words in &args.missing {
        if words.trim().is_empty() {
            let why =
                "--missing: name a word that stands for a skipped question, as in --missing 99";
            return Err(Failure::Usage(why.to_owned()));
        }
        coding.add_missing(words);
    }
    Ok(coding)
}

/// Notes numbers that are answers by themselves and are said to be others.
///
/// # Errors
/// What is said of answers cannot be understood.
pub(crate) fn note_renumbered(
    args: &TableArgs,
    catalogue: &Catalogue,
    output: &mut Output,
) -> Result<(), Failure> {
    let renumbered = coding(args, catalogue)?.renumbered(&catalogue.questionnaire().scale);
    let each = renumbered.iter().map(|(written, point)| format!("{written} is {}", point.number()));
    let each: Vec<String> = each.collect();
    if !each.is_empty() {
        output.note(&TerminalText::each_on_a_line([format!(
            "--scale gives numbers that are answers already another meaning: {}; leave them out \
             unless the answers were coded so",
            each.join(", ")
        )]));
    }
    Ok(())
}
