//! The earlier cohort that one is set against.

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::cohort::{PeopleByAnswers, Summary};

use super::counted::{CountedRows, Taken, count};
use super::outcomes::{outcomes, say};
use crate::args::CohortArgs;
use crate::failure::Failure;
use crate::files;
use crate::output::Output;
use crate::text::TerminalText;

/// The counts of an earlier cohort.
pub(super) struct Earlier<'c> {
    /// Its data files.
    pub(super) catalogue: &'c Catalogue,
    pub(super) summary: Summary,
}

/// The data files of the earlier cohort, if these are others.
pub(super) fn catalogue(args: &CohortArgs) -> Result<Option<Catalogue>, Failure> {
    args.against_catalogue.as_ref().map(files::catalogue).transpose()
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
    let CountedRows { summary, rejected, had_table } =
        count(args, &args.against, catalogue, taken, output)?;
    say(&summary, &rejected, output);
    outcomes(&summary).judged_aloud(had_table, &rejected, output.is_quiet())?;
    if let Some(apart) = given.few_apart(&given_before).filter(|_| !args.private) {
        let people = if apart == 1 { "1 person".to_owned() } else { format!("{apart} people") };
        return Err(Failure::Data(format!(
            "--against: the two cohorts are the same but for {people}, of whom the figures of both \
             would tell. Compare cohorts of different people, or see it for yourself alone with \
             --private"
        )));
    }
    Ok(Some(Earlier { catalogue, summary }))
}
