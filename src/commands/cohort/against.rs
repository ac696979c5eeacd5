//! The earlier cohort that one is set against.

use std::path::PathBuf;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::cohort::{PeopleByAnswers, Summary};

use super::counted::{CountedRows, Taken, count};
use super::outcomes::{outcomes, say};
use crate::args::CohortArgs;
use crate::failure::Failure;
use crate::files::{self, RowSources};
use crate::output::Output;
use crate::text::TerminalText;

/// The counts of an earlier cohort.
pub(super) struct Earlier<'c> {
    /// Its data files.
    pub(super) catalogue: &'c Catalogue,
    pub(super) summary: Summary,
    /// The first rows that were rejected.
    rejected: Vec<String>,
}

impl Earlier<'_> {
    /// Whether no row was rejected.
    pub(super) fn judged(&self, output: &Output) -> Result<(), Failure> {
        outcomes(&self.summary).judged_aloud(false, &self.rejected, output.is_quiet())
    }
}

/// The data files of the earlier cohort, if these are others.
///
/// # Errors
/// They cannot be read, both cohorts are to come from standard input, or a file is in both.
pub(super) fn catalogue(args: &CohortArgs) -> Result<Option<&'static Catalogue>, Failure> {
    let is_stdin = |path: &PathBuf| path.as_os_str() == "-";
    if args.against.iter().any(is_stdin)
        && (args.inputs.is_empty() || args.inputs.iter().any(is_stdin))
    {
        let why = "--against: standard input is read once: name the file of one of the cohorts";
        return Err(Failure::Usage(why.to_owned()));
    }
    refuse_shared(args)?;
    args.against_catalogue.as_ref().map(files::catalogue).transpose()
}

/// Refuses a file that both cohorts have: they are of different people. What cannot be read is
/// told of when it is read.
fn refuse_shared(args: &CohortArgs) -> Result<(), Failure> {
    if args.against.is_empty() {
        return Ok(());
    }
    let both = (RowSources::of(&args.inputs), RowSources::of(&args.against));
    let (Ok(later), Ok(earlier)) = both else { return Ok(()) };
    let Some((earlier, later)) = earlier.shared_with(&later) else { return Ok(()) };
    let same = if earlier == later { String::new() } else { format!("{later}, and ") };
    Err(Failure::Usage(format!(
        "--against: {earlier} is {same}in the cohort itself: name the file of an earlier cohort, of \
         other people"
    )))
}

/// Counts the earlier cohort, if there is one; `given` is what the people of the later one
/// answered.
///
/// # Errors
/// Its rows cannot be read, nobody in it could be matched, or it differs from the later one by
/// a few people alone.
pub(super) fn earlier<'c>(
    args: &CohortArgs,
    catalogue: &'c Catalogue,
    given: &PeopleByAnswers,
    output: &mut Output,
) -> Result<Option<Earlier<'c>>, Failure> {
    if args.against.is_empty() {
        return Ok(None);
    }
    output.note(&TerminalText::each_on_a_line(["the earlier cohort:"]));
    let mut given_before = PeopleByAnswers::default();
    let taken = Taken { given: Some(&mut given_before), choices: None };
    let counted = count(args, &args.against, catalogue, taken, output);
    let CountedRows { summary, rejected, needs_rows } =
        counted.map_err(|failure| failure.named_by("--against"))?;
    say(&summary, &rejected, output);
    match outcomes(&summary).judged(needs_rows) {
        // The others are compared; that some were rejected is told at the end.
        Ok(()) | Err(Failure::Unsound) => {}
        Err(failure) => return Err(failure.named_by("--against")),
    }
    if let Some(apart) = given.few_apart(&given_before).filter(|_| !args.private) {
        let people = if apart == 1 { "1 person".to_owned() } else { format!("{apart} people") };
        return Err(Failure::Data(format!(
            "--against: the two cohorts, or groups of them, are the same but for {people}, of whom \
             the figures of both would tell. Compare cohorts of different people, or see it for yourself alone with \
             --private"
        )));
    }
    Ok(Some(Earlier { catalogue, summary, rejected }))
}
