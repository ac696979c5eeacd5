//! A page of each person: a file each, or all in one to be printed.

use std::io;
use std::path::Path;

use rolefit_engine::page::{self, IndexLine};
use rolefit_engine::report::{Explain, Report};
use rolefit_engine::sheet::Sheet;
use rolefit_engine::table::Record;
use rolefit_engine::telling::Clean;
use rolefit_engine::telling::class::Talk;
use rolefit_engine::telling::figures::percent;
use rolefit_engine::telling::result::{Detail, ResultSource, ResultText};

use super::work::{BatchWork, HowDone, RowsDone};
use crate::class::PageNames;
use crate::commands::result::unfilled;
use crate::failure::{Failure, named};
use crate::interruption::{handle_signals, set_farewell};
use crate::output::{NewFolder, Output, RecordTarget};
use crate::rows::{BatchRecord, Inputs, SeenRespondents, WantedRecord};
use crate::text::{CommandLines, TerminalText};

/// The roles whose ledgers are at hand for the words about them.
const EXPLAINED: usize = 20;

/// About how many bytes the page of a person takes while it is made, at the most.
const BYTES_A_PAGE: usize = 1 << 18;

/// What a class is called on its index, and where its letters are printed.
const TITLE: &str = "Results of a class";

/// A person whose page is to be written, or who has none.
struct MadePage {
    line: IndexLine,
    /// What the respondent is called, as it came.
    respondent: String,
    /// The result, unless the row could not be read.
    text: Option<Box<ResultText>>,
}

pub(super) fn write(
    work: &BatchWork<'_, '_>,
    inputs: Inputs<'_>,
    output: &mut Output,
) -> Result<(), Failure> {
    let needs_rows = inputs.need_rows();
    // If signals cannot be handled, the files are written all the same.
    drop(handle_signals(false));
    let done = match &work.args.class {
        args if args.pages.is_some() => {
            let folder = args.pages.as_deref().unwrap_or(Path::new("."));
            into_folder(work, inputs, folder, output)?
        }
        args => {
            let file = args.letters.as_deref().unwrap_or(Path::new("-"));
            into_file(work, inputs, file, output)?
        }
    };
    done.judged(needs_rows, output)
}

/// A file for each person, and an index.
fn into_folder(
    work: &BatchWork<'_, '_>,
    inputs: Inputs<'_>,
    path: &Path,
    output: &mut Output,
) -> Result<RowsDone, Failure> {
    let mut folder = NewFolder::begin(path)?;
    set_farewell(TerminalText::each_on_a_line([format!(
        "{}: some pages are missing, and there is no index; remove it before you begin again",
        named(path)
    )]));
    let (mut names, mut lines) = (PageNames::default(), Vec::new());
    let mut seen = SeenRespondents::default();
    let done = each(work, inputs, output, &mut |mut made| {
        if !work.args.table.anonymous && seen.add(&made.respondent) {
            made.line.talk = Talk::AnsweredTwice.behind(made.line.talk.as_str()).as_str().into();
        }
        if let Some(text) = made.text {
            let name = names.of(&made.respondent, lines.len() as u64 + 1);
            let page = page::html(&text).map_err(unfilled)?;
            folder.write(&name, page.as_str().as_bytes())?;
            made.line.file = Some(name);
        }
        lines.push(made.line);
        Ok(())
    })?;
    let index = page::index_html(&TITLE.into(), &lines).map_err(unfilled)?;
    folder.write("index.html", index.as_str().as_bytes())?;
    folder.finish();
    set_farewell(TerminalText::empty());
    let pages = done.outcomes.matched_or_not();
    let what = if pages == 1 { "1 page".to_owned() } else { format!("{pages} pages") };
    output.note(&TerminalText::each_on_a_line([format!(
        "{}: {what} and an index; open {} in a browser",
        named(path),
        named(&path.join("index.html"))
    )]));
    Ok(done)
}

/// One file for all, each on sheets of paper of its own.
fn into_file(
    work: &BatchWork<'_, '_>,
    inputs: Inputs<'_>,
    path: &Path,
    output: &mut Output,
) -> Result<RowsDone, Failure> {
    let mut target = RecordTarget::open(Some(path), || ())?;
    target.show(page::letters_begin(&TITLE.into()).map_err(unfilled)?.as_str().as_bytes())?;
    let mut number = 0;
    let done = each(work, inputs, output, &mut |made| {
        let Some(text) = made.text else { return Ok(()) };
        number += 1;
        let letter = page::letter_html(&text, number).map_err(unfilled)?;
        target.show(letter.as_str().as_bytes())
    })?;
    target.show(page::LETTERS_END.as_bytes())?;
    target.finish()?;
    Ok(done)
}

/// Makes the result of each person in any thread, and takes them in order.
fn each(
    work: &BatchWork<'_, '_>,
    inputs: Inputs<'_>,
    output: &mut Output,
    take: &mut (dyn FnMut(MadePage) -> Result<(), Failure> + Send),
) -> Result<RowsDone, Failure> {
    let commands = CommandLines::of(&work.args.files);
    let detail = Detail { top: work.args.top.or_all(), explain: false };
    let how = HowDone {
        wanted: WantedRecord::Full(usize::MAX, Explain::First(EXPLAINED)),
        bytes_a_row: BYTES_A_PAGE + work.catalogue.careers().roles.len() * 8_192,
        shows_progress: true,
    };
    let make = |record: &BatchRecord<'_>, sheet: Option<&Sheet<'_>>, part: &mut Vec<MadePage>| {
        part.push(made(record, sheet, detail, &commands));
        Ok::<(), io::Error>(())
    };
    let take = |part: Vec<MadePage>| part.into_iter().try_for_each(&mut *take);
    work.through(inputs, how, Vec::new, make, take, output)
}

fn made(
    record: &BatchRecord<'_>,
    sheet: Option<&Sheet<'_>>,
    detail: Detail,
    commands: &CommandLines,
) -> MadePage {
    match (record, sheet) {
        (Record::Full(of), Some(sheet)) => {
            let report = &of.told;
            let source = ResultSource { sheet, report, detail, commands };
            let text = Some(Box::new(ResultText::of(&source)));
            let respondent = report.respondent.clone().unwrap_or_default();
            MadePage { line: line(report), respondent, text }
        }
        (Record::Rejected(of), _) => {
            let respondent = of.told.respondent.clone().unwrap_or_default();
            let line = IndexLine {
                respondent: called(&respondent),
                first: Clean::from(of.told.error.to_string().as_str()),
                talk: Talk::NotRead.words().into(),
                ..IndexLine::default()
            };
            MadePage { line, respondent, text: None }
        }
        // No other records are asked for.
        (Record::Brief(_) | Record::Full(_), _) => {
            MadePage { line: IndexLine::default(), respondent: String::new(), text: None }
        }
    }
}

fn line(report: &Report<'_>) -> IndexLine {
    let reasons: Vec<&str> = Talk::of(report).map(Talk::words).collect();
    let first = report.roles.first();
    IndexLine {
        file: None,
        respondent: called(report.respondent.as_deref().unwrap_or_default()),
        first: first.map_or_else(|| "none could be matched".into(), |role| role.name.into()),
        chance: first.map_or_else(Clean::default, |of| percent(of.certainty.best).as_str().into()),
        talk: reasons.join("; ").as_str().into(),
    }
}

/// What a respondent is called, or that there is no name.
fn called(respondent: &str) -> Clean {
    if respondent.trim().is_empty() { "no name".into() } else { respondent.into() }
}
