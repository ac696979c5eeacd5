//! Which rows of a table hold its headings: below a title, and in several rows where a
//! survey tool writes texts, codes and ids one below the other.

use std::collections::HashSet;
use std::io::Read;

use csv::StringRecord;

use super::cells::Cells;
use super::column::Column;
use super::columns::{Columns, place};
use super::error::{HeadingsFault, TableError};
use super::listed::on_a_line;
use super::meanings::{Meanings, is_answers, meaning};
use super::naming::Naming;
use super::raw_rows::{RawRow, RawRows};
use super::respondents;
use super::separator::gives_separator;
use super::table_reading::TableReading;
use crate::catalogue::QuestionIx;
use crate::limits;
use crate::sheet::AnswerWords;

/// The headings of a table, and what was read on the way to its first row of answers.
#[derive(Debug)]
pub(super) struct HeadingRows {
    pub(super) columns: Columns,
    pub(super) reading: TableReading,
    /// The row behind the headings, if there is one.
    pub(super) next: Option<RawRow>,
}

/// Looks for the headings: the first row that names a question, or a better one just below.
///
/// # Errors
/// What is wrong with the headings, or that there are none.
pub(super) fn find<R: Read>(
    source: &mut RawRows<R>,
    cells: &mut Cells,
    names: &Naming<'_>,
) -> Result<HeadingRows, TableError> {
    let mut above: Vec<StringRecord> = Vec::new();
    let (place, mut headings) = first_named(source, cells, names, &mut above)?;
    let words = names.words();
    let (mut further, mut below) = (0, Vec::new());
    let next = loop {
        let Some(row) = source.next()? else { break None };
        let is_over = row.is_blank() || row.fault.is_some() || further >= limits::HEADING_ROWS.most;
        let Some(read) = row.headings(cells).ok().filter(|_| !is_over) else { break Some(row) };
        if names_more(&read, &headings, names, &words) {
            above.push(std::mem::replace(&mut headings, read));
        } else if is_further(&read, &headings, names, &words)
            || below.is_empty() && is_of_kinds(&read, &headings, names, &words)
        {
            below.push(read);
        } else {
            break Some(row);
        }
        further += 1;
    };
    agree(above.iter().chain(&below), &headings, names)?;
    let is_first = above.is_empty();
    let headings = above.iter().rev().fold(headings, |below, above| filled(&below, above, names));
    let columns = Columns::of(headings, cells.separator(), names)?;
    let mut reading = TableReading::of(&columns, names);
    (reading.row, reading.further) = (place, further);
    reading.is_plain &= is_first && further == 0;
    has_enough(&columns, &reading, names)?;
    Ok(HeadingRows { columns, reading, next })
}

/// The first row that names a question, and which it is; the rows before it go `above`.
fn first_named<R: Read>(
    source: &mut RawRows<R>,
    cells: &mut Cells,
    names: &Naming<'_>,
    above: &mut Vec<StringRecord>,
) -> Result<(u64, StringRecord), TableError> {
    loop {
        let first = above.first();
        let separator = cells.separator();
        let unnamed = |first| unnamed(first, separator, names);
        let none = || first.map_or(Some(TableError::Empty), unnamed);
        let Some(row) = source.next()?.filter(|_| above.len() < limits::HEADING_ROWS.most) else {
            return Err(none().unwrap_or(HeadingsFault::NoQuestion.into()));
        };
        if above.is_empty() && gives_separator(&row.bytes) {
            source.uncount();
            continue;
        }
        if row.is_blank() {
            continue;
        }
        let read = row.headings(cells)?;
        if named(&read, names) > 0 {
            return Ok((row.row, read));
        }
        above.push(read);
    }
}

/// Why there are no questions in the first row, where no other has any either.
fn unnamed(first: &StringRecord, separator: u8, names: &Naming<'_>) -> Option<TableError> {
    match &names.choice.in_order_from {
        Some(from) => {
            let error = place(from.trim(), first).err()?;
            Some(HeadingsFault::Column { option: "--in-order-from", error }.into())
        }
        None => Columns::of(first.clone(), separator, names).err().map(TableError::from),
    }
}

/// That every question has a column, where each has to have one.
fn has_enough(
    columns: &Columns,
    reading: &TableReading,
    names: &Naming<'_>,
) -> Result<(), HeadingsFault> {
    let TableReading { found, questions, .. } = *reading;
    if found == questions {
        return Ok(());
    }
    let choice = &names.choice;
    if let Some(from) = &choice.in_order_from {
        let is_answer = |column: &&Column| matches!(column, Column::Answer(_));
        let found = columns.meanings().iter().filter(is_answer).count();
        return Err(HeadingsFault::TooFewInOrder { from: from.clone(), found, questions });
    }
    if choice.is_strict {
        let (missing, count) = (reading.missing.clone(), questions - found);
        return Err(HeadingsFault::Missing { missing, count, questions });
    }
    Ok(())
}

/// How many cells name questions.
fn named(row: &StringRecord, names: &Naming<'_>) -> usize {
    each_named(row, names).filter(|is_named| *is_named).count()
}

/// Whether each cell names a question.
fn each_named<'r>(row: &'r StringRecord, names: &'r Naming<'_>) -> impl Iterator<Item = bool> + 'r {
    let mut meanings = Meanings::of(names, row.iter());
    row.iter().map(move |heading| is_answers(&meanings.next(heading)))
}

/// Whether a row below the headings names more questions than they do, and is not one of
/// answers to some of them.
fn names_more(
    row: &StringRecord,
    headings: &StringRecord,
    names: &Naming<'_>,
    words: &AnswerWords<'_>,
) -> bool {
    named(row, names) > named(headings, names)
        && !each_named(headings, names).zip(row).any(|(named, cell)| named && words.is_answer(cell))
}

/// Whether a row below the headings is one of ids for import, or names the questions as they
/// do, or holds codes: it has a cell for each question, more of them than there are answers
/// to choose from, and each is different, no number and no answer. So different no person's
/// answers are.
fn is_further(
    row: &StringRecord,
    headings: &StringRecord,
    names: &Naming<'_>,
    words: &AnswerWords<'_>,
) -> bool {
    let of_questions = each_named(headings, names).zip(row).filter(|(named, _)| *named);
    let written: Vec<&str> = of_questions.map(|(_, cell)| cell.trim()).collect();
    if written.iter().any(|cell| cell.starts_with("{\"ImportId\"")) {
        return true;
    }
    let mut cells = headings.iter().zip(row);
    let names_again = cells.any(|(heading, cell)| {
        question(cell, names).is_some_and(|named| question(heading, names) == Some(named))
    });
    // What a question is called may be an answer, too.
    if names_again && !written.iter().any(|cell| words.is_answer(cell)) {
        return true;
    }
    let different: HashSet<&str> = written.iter().copied().collect();
    written.len() > usize::from(words.scale().len())
        && written.len() == named(headings, names)
        && different.len() == written.len()
        && written.iter().all(|cell| is_no_answer(cell, words))
}

fn is_no_answer(cell: &str, words: &AnswerWords<'_>) -> bool {
    let is_number = cell.replace(',', ".").parse::<f64>().is_ok();
    words.read(cell).is_err() && !is_number
}

/// Whether the row just below the headings says the same below each question, such as `Response`,
/// no answer, and nothing of a person: it begins with an empty cell, names no respondent, and has
/// no other words than such as `Open-Ended Response`.
fn is_of_kinds(
    row: &StringRecord,
    headings: &StringRecord,
    names: &Naming<'_>,
    words: &AnswerWords<'_>,
) -> bool {
    let of_questions: Vec<bool> = each_named(headings, names).collect();
    let cells = |is_named: bool| {
        let cells = of_questions.iter().zip(row).filter(move |(named, _)| **named == is_named);
        cells.map(|(_, cell)| cell.trim())
    };
    let Some(kind) = cells(true).next() else { return false };
    let is_word = kind.len() > 2 && kind.chars().all(char::is_alphabetic);
    let is_other = |place: usize| of_questions.get(place) == Some(&false);
    is_word
        && is_no_answer(kind, words)
        && cells(true).count() > 1
        && cells(true).count() == of_questions.iter().filter(|named| **named).count()
        && cells(true).all(|cell| cell == kind)
        && cells(false).all(|cell| cell.is_empty() || cell.ends_with(kind))
        && is_other(0)
        && row.get(0).is_some_and(|cell| cell.trim().is_empty())
        && respondent(headings, names, is_other).is_some()
}

/// The place of the column that names the respondent.
fn respondent(
    headings: &StringRecord,
    names: &Naming<'_>,
    is_other: impl Fn(usize) -> bool,
) -> Option<usize> {
    if let Some(name) = &names.choice.respondent {
        return place(name.trim(), headings).ok();
    }
    let mut meanings = Meanings::of(names, headings.iter());
    let said = headings
        .iter()
        .position(|heading| matches!(meanings.next(heading), Ok(Column::Respondent)));
    said.or_else(|| respondents::column(headings, is_other))
}

/// The question that a heading names, if nothing is said of it by hand.
fn question(heading: &str, names: &Naming<'_>) -> Option<QuestionIx> {
    match meaning(heading, names) {
        Ok(Column::Answer(question)) if names.choice.map.get(heading).is_none() => Some(question),
        _ => None,
    }
}

/// That no column is headed by the names of two questions.
fn agree<'r>(
    others: impl Iterator<Item = &'r StringRecord>,
    headings: &StringRecord,
    names: &Naming<'_>,
) -> Result<(), HeadingsFault> {
    if names.choice.in_order_from.is_some() {
        return Ok(());
    }
    for (heading, other) in others.flat_map(|other| headings.iter().zip(other)) {
        if let (Some(one), Some(two)) = (question(heading, names), question(other, names))
            && one != two
        {
            let [one, two] = [one, two].map(|question| names.ids().id(question).to_owned());
            let [heading, other] = [heading, other].map(on_a_line);
            return Err(HeadingsFault::Contradiction { heading, one, other, two });
        }
    }
    Ok(())
}

/// The headings of a row, and those of the row above it where they name a question, or
/// where there is nothing below. A row with one cell is a title.
fn filled(below: &StringRecord, above: &StringRecord, names: &Naming<'_>) -> StringRecord {
    if above.iter().filter(|cell| !cell.trim().is_empty()).count() < 2 {
        return below.clone();
    }
    let [low_named, high_named] =
        [below, above].map(|row| each_named(row, names).collect::<Vec<_>>());
    let cell = |place: usize| {
        let [low, high] = [below, above].map(|row| row.get(place).unwrap_or_default());
        let [by_low, by_high] =
            [&low_named, &high_named].map(|named| named.get(place) == Some(&true));
        let takes_high = low.trim().is_empty() || !by_low && by_high;
        if takes_high { high } else { low }
    };
    (0..below.len().max(above.len())).map(cell).collect()
}
