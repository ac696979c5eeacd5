//! The people in rows, counted.

use std::hash::{BuildHasher, RandomState};
use std::path::PathBuf;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::cohort::{
    ChoiceWords, Choices, Misfit, PeopleByAnswers, Person, RunId, Summary,
};
use rolefit_engine::report::Reporter;
use rolefit_engine::table::{Chunk, RowError, SheetReader};

use crate::args::CohortArgs;
use crate::builtin;
use crate::failure::{Failure, in_file};
use crate::files::RowSources;
use crate::output::Output;
use crate::rows::{Gleaned, Input, Inputs, RowOutcomes, RowProgress, RowsTally, Workers};
use crate::text::TerminalText;

/// So many pairs of questions are told of before they are counted.
const MANY_PAIRS: usize = 100_000;

/// What a pair takes, counted and in its places.
const BYTES_A_PAIR: usize = 64;

/// What is made of rows.
pub(super) struct CountedRows {
    pub(super) summary: Summary,
    /// Whether there have to be any, as of [`Inputs::need_rows`].
    pub(super) needs_rows: bool,
    /// The first rows that were rejected.
    pub(super) rejected: Vec<String>,
}

/// What is taken note of besides the counts.
#[derive(Default)]
pub(super) struct Taken<'t> {
    /// What everybody answered.
    pub(super) given: Option<&'t mut PeopleByAnswers>,
    /// What people chose, and how that is written.
    pub(super) choices: Option<(&'t ChoiceWords, &'t mut Choices)>,
}

/// A person with what stands in the columns that are wanted.
struct CountedPerson<'c> {
    person: Person<'c>,
    group: Option<String>,
    chosen: Option<String>,
}

/// An id that no other run has: the standard library seeds its hashers from the system.
fn new_run() -> RunId {
    let seeded = RandomState::new();
    let [upper, lower] = [0_u8, 1].map(|half| u128::from(seeded.hash_one(half)));
    RunId::from_bits(upper << 64 | lower)
}

/// Counts the people in the rows of files.
pub(super) fn count(
    args: &CohortArgs,
    paths: &[PathBuf],
    catalogue: &Catalogue,
    mut taken: Taken<'_>,
    output: &mut Output,
) -> Result<CountedRows, Failure> {
    let sources = sources(paths, output)?;
    let inputs = Inputs::open(&sources, &args.source, &args.table, catalogue, |input| {
        WantedColumns::of(args, &taken, input)?;
        input.note_reading(output);
        Ok(())
    })?;
    let needs_rows = needs_rows(args, &inputs)?;
    let mut progress = RowProgress::new(inputs.length(), output.is_quiet());
    let reporter = builtin::reporter(catalogue);
    let mut summary = Summary::of(catalogue, args.by.clone());
    warn_of_pairs(&summary, output);
    let (mut tally, mut rejected, mut read) = (RowsTally::default(), Vec::new(), Vec::new());
    let workers = Workers::new(args.threads);
    let most = workers.rows_at_a_time(bytes_a_row(catalogue));
    let mut through = |input: Input| {
        let columns = WantedColumns::of(args, &taken, &input)?;
        let work = CohortWork { sheets: input.sheets(catalogue), reporter: &reporter, columns };
        let count = |chunk: &Chunk| (work.counted(chunk), chunk.bytes_read());
        read.push((input.file.clone(), input.assumed()));
        let (file, chunks) = input.chunks(most);
        workers.in_order(chunks, file.as_deref(), count, |(counted, bytes)| {
            let rows = counted.gleaned.outcomes.read();
            tally.add(&counted.gleaned, file.as_deref());
            let errors = counted.rejected.iter().map(|error| in_file(file.as_deref(), error));
            rejected.extend(errors);
            rejected.truncate(RowOutcomes::TOLD);
            counted.add_to(&mut summary, &mut taken).map_err(|misfit| of_groups(&misfit))?;
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
    Ok(CountedRows { summary: summary.of_run(new_run()), needs_rows, rejected })
}

/// Whether somebody has to be among the rows; a part of a cohort may have nobody.
fn needs_rows(args: &CohortArgs, inputs: &Inputs<'_>) -> Result<bool, Failure> {
    if !args.partial {
        inputs.refuse_empty()?;
    }
    Ok(inputs.need_rows())
}

/// The files of rows, with a note of what is not read.
pub(super) fn sources(paths: &[PathBuf], output: &mut Output) -> Result<RowSources, Failure> {
    let sources = RowSources::of(paths)?;
    output.note(&TerminalText::each_on_a_line(sources.passed_over()));
    Ok(sources)
}

/// The places of columns that are read besides the answers.
#[derive(Clone, Copy)]
struct WantedColumns {
    /// The column by which people are grouped.
    group: Option<usize>,
    /// The column of what they chose.
    chosen: Option<usize>,
}

impl WantedColumns {
    fn of(args: &CohortArgs, taken: &Taken<'_>, input: &Input) -> Result<Self, Failure> {
        let place = |option: &str, name: Option<&String>| {
            let place = name.map(|name| input.rows.column(name)).transpose();
            place.map_err(|error| {
                let why = format!("{option}: {error}");
                Failure::Data(in_file(input.file.as_deref(), why))
            })
        };
        let chosen = args.chosen.as_ref().filter(|_| taken.choices.is_some());
        Ok(Self { group: place("--by", args.by.as_ref())?, chosen: place("--chosen", chosen)? })
    }
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
    columns: WantedColumns,
}

/// Some rows, understood: what is counted of all is held once, since it may be large.
struct UnderstoodRows<'c> {
    people: Vec<CountedPerson<'c>>,
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
                    let cell = |place: Option<usize>| Some(row.cell(place?)?.trim().to_owned());
                    let WantedColumns { group, chosen } = self.columns;
                    let (group, chosen) = (cell(group), cell(chosen));
                    read.people.push(CountedPerson { person, group, chosen });
                }
            }
        }
        read
    }
}

impl UnderstoodRows<'_> {
    /// Counts them.
    fn add_to(self, summary: &mut Summary, taken: &mut Taken<'_>) -> Result<(), Misfit> {
        (0..self.gleaned.outcomes.rejected).for_each(|_| summary.reject());
        (0..self.gleaned.outcomes.blank).for_each(|_| summary.pass_blank());
        for CountedPerson { person, group, chosen } in &self.people {
            summary.add(person, group.as_deref())?;
            if let Some(given) = &mut taken.given {
                given.add(person, group.as_deref());
            }
            if let Some((words, choices)) = &mut taken.choices {
                choices.add(person, chosen.as_deref().unwrap_or_default(), words);
            }
        }
        Ok(())
    }
}
