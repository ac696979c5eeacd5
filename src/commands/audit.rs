//! `rolefit audit`: is this catalogue sound?

use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rolefit_engine::audit::{Audit, Effort, GivenAnswers, Severity, audit, links};
use rolefit_engine::catalogue::{Catalogue, Problem};
use rolefit_engine::table::Chunk;
use rolefit_engine::telling::audit::AuditText;

use crate::args::{AuditArgs, TableArgs, TextOrJson};
use crate::failure::{Failure, in_file};
use crate::files::{self, RowSources, Salvaged};
use crate::output::Output;
use crate::rows::{Input, Inputs, RowOutcomes, RowProgress, Workers, check, note_renumbered};
use crate::text::link_list::link_list;
use crate::text::{audit as text, json};

pub(crate) fn run(args: &AuditArgs, output: &mut Output) -> Result<(), Failure> {
    if args.links {
        return list_links(args, output);
    }
    if args.file.is_none() && args.table != TableArgs::default() {
        return Err(Failure::Usage(
            "--check, and the options of tables, are for answers: name their FILE, as in rolefit \
             audit answers.csv"
                .to_owned(),
        ));
    }
    let Salvaged { catalogue, problems, .. } = files::salvage(&args.files)?;
    // Rows are read against questions that stand as they were written.
    let is_usable = args.file.is_none() || problems.is_empty();
    let catalogue = catalogue.filter(|_| is_usable);
    let Some(catalogue) = catalogue else { return Err(Failure::Problems(problems.into())) };
    note_renumbered(&args.table, &catalogue, output)?;
    if let Some(file) = args.file.as_ref().filter(|_| args.table.check) {
        let (sources, source) = (RowSources::of(std::slice::from_ref(file))?, args.source());
        let inputs = Inputs::open(&sources, &source, &args.table, &catalogue, |_| Ok(()))?;
        return check(inputs, &catalogue, None, output);
    }
    let given =
        args.file.as_deref().map(|file| given(args, file, &catalogue, output)).transpose()?;
    if let Some(given) = &given {
        given.refuse_nobody()?;
    }
    let mut audit = simulated(args, &catalogue, &problems, output);
    if let Some(given) = &given {
        audit = audit.with_answers(&catalogue, &given.answers);
    }
    let text = match args.format.unwrap_or_default() {
        TextOrJson::Json => {
            json::json(&audit).map_err(|error| Failure::io("JSON")(error.into()))?
        }
        TextOrJson::Text => text::audit(&AuditText::of(&catalogue, &audit), output.style()),
    };
    output.result(&text)?;
    if let Some(GivenRows { outcomes, rejected, .. }) = given {
        outcomes.judged_aloud(true, &rejected, output.is_quiet())?;
    }
    judged(args, &audit)
}

/// What shows when the catalogue is put to simulated respondents, with a bar meanwhile.
fn simulated<'c>(
    args: &AuditArgs,
    catalogue: &'c Catalogue,
    problems: &[Problem],
    output: &Output,
) -> Audit<'c> {
    let effort = Effort {
        respondents: usize::try_from(args.respondents).unwrap_or(usize::MAX),
        ..Effort::default()
    };
    let bar = bar(output.is_quiet());
    let begun = Instant::now();
    let audit = audit(catalogue, problems, effort, &|share| {
        // What is done in a moment needs no bar.
        if begun.elapsed() > Duration::from_secs(1) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a share of a hundred"
            )]
            bar.set_position((share * 100.0) as u64);
        }
    });
    bar.finish_and_clear();
    audit
}

/// Whether the catalogue is what it should be.
///
/// # Errors
/// How much is wrong and what is the first, which may have left the screen by then.
fn judged(args: &AuditArgs, audit: &Audit<'_>) -> Result<(), Failure> {
    let of = |severity| audit.problems.iter().filter(move |problem| problem.severity == severity);
    let failed = |severity, one: &str, many: &str| {
        let first = of(severity).next()?;
        let count = match of(severity).count() {
            1 => one.to_owned(),
            more => format!("{more} {many}"),
        };
        let first = format!("{}: {}", first.subject, first.message);
        Some(Failure::Audited { count, first })
    };
    let denied = || failed(Severity::Warning, "1 warning", "warnings");
    let failure = failed(Severity::Error, "1 error", "errors")
        .or_else(|| args.deny_warnings.then(denied).flatten());
    failure.map_or(Ok(()), Err)
}

/// What people answered, and what became of the rows.
struct GivenRows {
    answers: GivenAnswers,
    outcomes: RowOutcomes,
    /// What is wrong with the first that were rejected.
    rejected: Vec<String>,
}

impl GivenRows {
    /// Refuses rows that are all blank.
    fn refuse_nobody(&self) -> Result<(), Failure> {
        match self.outcomes.judged(true) {
            Err(failure @ Failure::NoRows(_)) => Err(failure),
            _ => Ok(()),
        }
    }
}

/// Adds up the answers in rows. Each is added in its turn, so that the sums are the same whatever
/// the threads.
fn given(
    args: &AuditArgs,
    file: &Path,
    catalogue: &Catalogue,
    output: &mut Output,
) -> Result<GivenRows, Failure> {
    let input = Input::open(Some(file), &args.source(), &args.table, catalogue)?;
    if !input.rows.may_have_rows() {
        return Err(Failure::NoRows(input.file));
    }
    let mut progress = RowProgress::new(input.length, output.is_quiet());
    input.note_reading(output);
    let sheets = input.sheets(catalogue);
    let read = |chunk: &Chunk| {
        let rows = chunk.rows().map(|row| sheets.read(&row)).collect::<Vec<_>>();
        (rows, chunk.bytes_read())
    };
    let (mut answers, mut outcomes) = (GivenAnswers::of(catalogue), RowOutcomes::default());
    let mut rejected = Vec::new();
    let workers = Workers::new(None);
    let bytes_a_row = 1_024 + catalogue.questionnaire().questions.len() * 16;
    let (file, chunks) = input.chunks(workers.rows_at_a_time(bytes_a_row));
    let done = workers.in_order(chunks, file.as_deref(), read, |(rows, bytes)| {
        let before = outcomes.read();
        for row in rows {
            match row {
                None => outcomes.blank += 1,
                Some(Ok(sheet)) => {
                    outcomes.sheets += 1;
                    answers.add(sheet.answers());
                }
                Some(Err(error)) => {
                    outcomes.rejected += 1;
                    rejected.push(in_file(file.as_deref(), error));
                    rejected.truncate(RowOutcomes::TOLD);
                }
            }
        }
        progress.done(outcomes.read() - before, bytes, output);
        Ok(())
    });
    progress.finish();
    done?;
    output.note(&outcomes.told(&rejected, None));
    Ok(GivenRows { answers, outcomes, rejected })
}

/// Lists every link.
fn list_links(args: &AuditArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.files)?;
    let list = links(catalogue);
    output.result(&match args.format.unwrap_or_default() {
        TextOrJson::Json => json::json(&list).map_err(|error| Failure::io("JSON")(error.into()))?,
        TextOrJson::Text => link_list(&list, output.style()),
    })
}

/// A bar on the error stream if that is a terminal.
fn bar(quiet: bool) -> ProgressBar {
    let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let bar = ProgressBar::with_draw_target(Some(100), target);
    match ProgressStyle::with_template("auditing {bar:30} {percent}%") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
