//! `rolefit cohort`: what a cohort adds up to.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};
use std::io;
use std::path::Path;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::cohort::{Audience, Cohort, Misfit, Person, RunId, Summary};
use rolefit_engine::page;
use rolefit_engine::report::Reporter;
use rolefit_engine::table::{Chunk, RowError, SheetReader};
use rolefit_engine::telling::cohort::CohortText;

use super::result::unfilled;
use crate::args::{CohortArgs, CohortFormat};
use crate::builtin;
use crate::failure::{Failure, in_file, named};
use crate::files::{self, RowSources};
use crate::output::{Output, result_style};
use crate::rows::{
    Gleaned, Input, Inputs, RowOutcomes, RowProgress, RowsAhead, RowsTally, Workers, check,
};
use crate::text::{CommandLines, TerminalText, cohort as shown, json};

/// So many pairs of questions are told of before they are counted.
const MANY_PAIRS: usize = 100_000;

/// What a pair takes, counted and in its places.
const BYTES_A_PAIR: usize = 64;

pub(crate) fn run(args: &CohortArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.files)?;
    if args.table.check {
        let sources = sources(args, output)?;
        let inputs = Inputs::open(&sources, &args.source, &args.table, &catalogue, |_| Ok(()))?;
        return check(inputs, &catalogue, args.threads, output);
    }
    let (summary, had_table) = if args.merge.is_empty() {
        count(args, &catalogue, output)?
    } else {
        let summary = merged(args, &catalogue)?;
        say(&summary, &[], output);
        (summary, false)
    };
    write(args, &catalogue, &summary, output)?;
    // A part of a cohort may have nobody.
    outcomes(&summary).judged(had_table && !args.partial)
}

/// Writes the cohort in the format that was asked for, or the summary if it is a part.
fn write(
    args: &CohortArgs,
    catalogue: &Catalogue,
    summary: &Summary,
    output: &mut Output,
) -> Result<(), Failure> {
    let json = |error: serde_json::Error| Failure::io("JSON")(error.into());
    if args.partial {
        let line = serde_json::to_string(summary).map_err(json)?;
        return output.table(&(line + "\n"));
    }
    let audience = if args.private { Audience::Adviser } else { Audience::Anyone };
    let cohort = Cohort::of(summary, catalogue, args.fit, audience)
        .map_err(|misfit| Failure::Data(misfit.to_string()))?;
    let mut cohort = cohort.with_simulated_signs(catalogue, summary);
    let top = args.top.or_all();
    cohort.all.roles.truncate(top);
    for group in &mut cohort.groups {
        group.people.roles.truncate(top);
    }
    let words = || CohortText::of(catalogue, &cohort, &CommandLines::of(&args.files));
    match args.format {
        CohortFormat::Json => output.result(&json::json(&cohort).map_err(json)?),
        CohortFormat::Csv => {
            output.table(&shown::table(&cohort).map_err(Failure::io("the table"))?)
        }
        CohortFormat::Html => output.result(&page::cohort_html(&words()).map_err(unfilled)?.into()),
        CohortFormat::Text => output.result(&shown::text(&words(), result_style())),
    }
}

/// Adds up the summaries in files, each of which may hold several.
fn merged(args: &CohortArgs, catalogue: &Catalogue) -> Result<Summary, Failure> {
    let mut all: Option<Summary> = None;
    let mut runs = BTreeMap::new();
    for path in &args.merge {
        let told = |why: String| Failure::Data(format!("{}: {why}", named(path)));
        let mut is_empty = true;
        for summary in files::summaries(path, catalogue)? {
            is_empty = false;
            let summary = summary.map_err(|error| match error.io_error_kind() {
                Some(io::ErrorKind::InvalidData) => told(io::Error::from(error).to_string()),
                Some(_) => Failure::io(named(path))(error.into()),
                None => told(unlike_a_summary(&error)),
            })?;
            let summary = summary.checked(catalogue).map_err(|misfit| told(misfit.to_string()))?;
            for run in summary.runs() {
                if let Some(before) = runs.insert(run, path) {
                    return Err(told(counted_twice(before, path, run)));
                }
            }
            let by = summary.by().map(str::to_owned);
            let all = all.get_or_insert_with(|| Summary::of(catalogue, by));
            all.merge(summary).map_err(|misfit| told(misfit.to_string()))?;
        }
        if is_empty {
            let why = "there is no summary in it: did the run that should have written it fail?";
            return Err(told(why.to_owned()));
        }
    }
    all.ok_or_else(|| Failure::Data("--merge: the files hold no summary".to_owned()))
}

/// That a part would count twice.
fn counted_twice(before: &Path, path: &Path, run: RunId) -> String {
    let place = if before == path {
        "stands in this file twice".to_owned()
    } else {
        format!("is in {} already", named(before))
    };
    format!("the summary of run {run} {place}: each part counts once")
}

/// An id that no other run has: the standard library seeds its hashers from the system.
fn new_run() -> RunId {
    let seeded = RandomState::new();
    let [upper, lower] = [0_u8, 1].map(|half| u128::from(seeded.hash_one(half)));
    RunId::from_bits(upper << 64 | lower)
}

/// What is wrong with a file of summaries, and where.
fn unlike_a_summary(error: &serde_json::Error) -> String {
    let what = if error.is_eof() {
        "the summary is cut off: write it anew with rolefit cohort --partial"
    } else {
        "this is no summary that rolefit cohort --partial wrote"
    };
    format!("{what} (line {}, column {})", error.line(), error.column())
}

/// Counts the people in rows, and tells whether any stood in a table.
fn count(
    args: &CohortArgs,
    catalogue: &Catalogue,
    output: &mut Output,
) -> Result<(Summary, bool), Failure> {
    let sources = sources(args, output)?;
    let inputs = Inputs::open(&sources, &args.source, &args.table, catalogue, |input| {
        group(args, input)?;
        input.note_reading(output);
        Ok(())
    })?;
    let had_table = inputs.have_table();
    let mut progress = RowProgress::new(inputs.length(), output.is_quiet());
    let reporter = builtin::reporter(catalogue);
    let mut summary = Summary::of(catalogue, args.by.clone());
    warn_of_pairs(&summary, output);
    let (mut tally, mut rejected, mut read) = (RowsTally::default(), Vec::new(), Vec::new());
    let workers = Workers::new(args.threads);
    let most = workers.rows_at_a_time(bytes_a_row(catalogue));
    let mut through = |input: Input| {
        let group = group(args, &input)?;
        let work = CohortWork { sheets: input.sheets(catalogue), reporter: &reporter, group };
        let count = |chunk: &Chunk| (work.counted(chunk), chunk.bytes_read());
        read.push((input.file.clone(), input.assumed()));
        let (file, rows) = (input.file, RowsAhead::begin(input.rows.at_most(most)));
        workers.in_order(rows, count, |(counted, bytes)| {
            let rows = counted.gleaned.outcomes.read();
            tally.add(&counted.gleaned);
            let errors = counted.rejected.iter().map(|error| in_file(file.as_deref(), error));
            rejected.extend(errors);
            rejected.truncate(RowOutcomes::TOLD);
            counted.add_to(&mut summary).map_err(|misfit| of_groups(&misfit))?;
            progress.done(rows, bytes, output);
            Ok(())
        })
    };
    let done = inputs.into_iter().try_for_each(|input| through(input?));
    progress.finish();
    done?;
    for (file, assumed) in read {
        assumed.note(file.as_deref(), output);
    }
    output.note(&TerminalText::each_on_a_line(tally.lines(args.table.scale_from)));
    say(&summary, &rejected, output);
    Ok((summary.of_run(new_run()), had_table))
}

/// The files of rows, with a note of what is not read.
fn sources(args: &CohortArgs, output: &mut Output) -> Result<RowSources, Failure> {
    let sources = RowSources::of(&args.inputs)?;
    output.note(&TerminalText::each_on_a_line(sources.passed_over()));
    Ok(sources)
}

/// The place of the column by which the people of a file are grouped.
fn group(args: &CohortArgs, input: &Input) -> Result<Option<usize>, Failure> {
    let group = args.by.as_ref().map(|name| input.rows.column(name)).transpose();
    group.map_err(|error| Failure::Usage(input.told(format!("--by: {error}"))))
}

/// Says first what takes long, where that is the pairs of questions, and what to do.
fn warn_of_pairs(summary: &Summary, output: &mut Output) {
    let pairs = summary.question_pairs();
    if pairs > MANY_PAIRS {
        let memory = (pairs * BYTES_A_PAIR).div_ceil(1_000_000);
        let line = format!(
            "warning: {pairs} pairs of questions measure an interest together. Each is counted \
             for each person, for the reliabilities: that takes most of the time, and about \
             {memory} MB. Fewer questions, or fewer interests for each, take less."
        );
        output.note(&TerminalText::each_on_a_line([line]));
    }
}

fn of_groups(misfit: &Misfit) -> Failure {
    Failure::Usage(format!("--by: {misfit}"))
}

/// What became of the rows, and the first that were rejected, if they are known.
fn say(summary: &Summary, rejected: &[String], output: &mut Output) {
    output.note(&outcomes(summary).told(rejected, None));
}

/// What became of the rows.
fn outcomes(summary: &Summary) -> RowOutcomes {
    let (_, rejected, blank) = summary.rows();
    let [scored, too_little, level] = summary.people_by_status();
    RowOutcomes { scored, too_little, level, rejected, blank, ..RowOutcomes::default() }
}

/// About how many bytes are kept of a person till they are counted, at the most.
fn bytes_a_row(catalogue: &Catalogue) -> usize {
    let questionnaire = catalogue.questionnaire();
    let (questions, interests) = (questionnaire.questions.len(), questionnaire.interests.len());
    4_096 + catalogue.careers().roles.len() * 64 + questions * 16 + interests * 64
}

/// What is done with every row.
struct CohortWork<'w, 'c> {
    sheets: SheetReader<'c>,
    reporter: &'w Reporter<'c>,
    /// The place of the column by which people are grouped.
    group: Option<usize>,
}

/// Some rows, understood: what is counted of all is held once, since it may be large.
struct UnderstoodRows<'c> {
    /// Each person with the group.
    people: Vec<(Person<'c>, Option<String>)>,
    gleaned: Gleaned,
    /// The first rows that were rejected.
    rejected: Vec<RowError>,
}

impl<'c> CohortWork<'_, 'c> {
    fn counted(&self, chunk: &Chunk) -> UnderstoodRows<'c> {
        let gleaned = Gleaned::default();
        let mut read = UnderstoodRows { people: Vec::new(), gleaned, rejected: Vec::new() };
        for row in chunk.rows() {
            match read.gleaned.read(&self.sheets, &row) {
                Some(Err(error)) if read.rejected.len() < RowOutcomes::TOLD => {
                    read.rejected.push(error);
                }
                None | Some(Err(_)) => {}
                Some(Ok(sheet)) => {
                    let person = Person::of(self.reporter, &sheet);
                    read.gleaned.count(person.status());
                    let group = self.group.and_then(|place| row.cell(place));
                    read.people.push((person, group.map(|group| group.trim().to_owned())));
                }
            }
        }
        read
    }
}

impl UnderstoodRows<'_> {
    /// Counts them.
    fn add_to(self, summary: &mut Summary) -> Result<(), Misfit> {
        (0..self.gleaned.outcomes.rejected).for_each(|_| summary.reject());
        (0..self.gleaned.outcomes.blank).for_each(|_| summary.pass_blank());
        for (person, group) in &self.people {
            summary.add(person, group.as_deref())?;
        }
        Ok(())
    }
}
