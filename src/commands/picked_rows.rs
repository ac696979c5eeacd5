//! The rows of a table that are asked for, as sheets.

use std::borrow::Cow;
use std::path::Path;

use rolefit_engine::catalogue::{Catalogue, repeated};
use rolefit_engine::sheet::Sheet;
use rolefit_engine::table::{Row, RowError, RowPlace, SheetReader};

use crate::args::{RowSource, TableArgs};
use crate::failure::{Failure, named};
use crate::output::Output;
use crate::rows::Input;

/// Of more rows than these the places are not told.
const PLACES_TOLD: usize = 5;

/// The only row of a table.
///
/// # Errors
/// The table cannot be read, or has not exactly one row of answers.
pub(super) fn only<'c>(
    catalogue: &'c Catalogue,
    path: &Path,
    output: &mut Output,
) -> Result<Sheet<'c>, Failure> {
    let rows = picked(catalogue, path, &[None], output)?.pop().unwrap_or_default();
    let wanted = WantedRows {
        path,
        name: None,
        advice: "rolefit batch takes many, and rolefit compare one of them with --respondent",
    };
    wanted.rows(rows).map(|[sheet]| sheet)
}

/// The only row of each of these respondents.
///
/// # Errors
/// The table cannot be read, or has not exactly one row of each.
pub(super) fn of_each<'c>(
    catalogue: &'c Catalogue,
    path: &Path,
    respondents: &[&str],
    output: &mut Output,
) -> Result<Vec<Sheet<'c>>, Failure> {
    let names: Vec<Option<&str>> = respondents.iter().map(|name| Some(*name)).collect();
    let rows = picked(catalogue, path, &names, output)?;
    let each = names.into_iter().zip(rows).map(|(name, rows)| {
        let advice = "take all but one out of a copy of the table";
        WantedRows { path, name, advice }.rows(rows).map(|[sheet]| sheet)
    });
    each.collect()
}

/// The two rows of this respondent, in the order of the table; of the whole table if nobody is
/// named.
///
/// # Errors
/// The table cannot be read, or has not exactly two such rows.
pub(super) fn two<'c>(
    catalogue: &'c Catalogue,
    path: &Path,
    name: Option<&str>,
    output: &mut Output,
) -> Result<[Sheet<'c>; 2], Failure> {
    let rows = picked(catalogue, path, &[name], output)?.pop().unwrap_or_default();
    let advice = match name {
        Some(_) => "for the rows of two people give --respondent twice",
        None => "say whose with --respondent NAME, once for a person with two rows, or twice",
    };
    WantedRows { path, name, advice }.rows(rows)
}

/// What is wanted of a table.
struct WantedRows<'w> {
    path: &'w Path,
    /// Whose rows; all if nobody is named.
    name: Option<&'w str>,
    /// What to do if there are more, or fewer but some.
    advice: &'w str,
}

impl WantedRows<'_> {
    /// So many rows, if there are just as many.
    fn rows<'c, const N: usize>(&self, rows: PickedRows<'c>) -> Result<[Sheet<'c>; N], Failure> {
        let told = |what: String| Failure::Data(format!("{}: {what}", named(self.path)));
        let whose = match self.name {
            Some(name) => format!("of \"{}\"", repeated(name)),
            None => "of answers".to_owned(),
        };
        let (is_many, are) = if rows.count == 1 { ("row", "is") } else { ("rows", "are") };
        let places = if self.name.is_some() { rows.told() } else { String::new() };
        let (count, advice) = (rows.count, self.advice);
        let wanted = if N == 1 { "one is" } else { "two are" };
        if count == 0 {
            let who = if self.name.is_some() {
                ": give --respondent one of those that rolefit batch lists"
            } else {
                ""
            };
            return Err(told(format!("there is no row {whose}{who}")));
        }
        let sheets: Result<Vec<Sheet<'c>>, RowError> = rows.kept.into_iter().collect();
        let exact = || {
            told(format!(
                "there {are} {count} {is_many} {whose}{places}, and {wanted} wanted: {advice}"
            ))
        };
        if count != N {
            return Err(exact());
        }
        sheets.map_err(|error| told(error.to_string()))?.try_into().map_err(|_| exact())
    }
}

/// The rows of one respondent: the first three, and how many there are.
#[derive(Default)]
struct PickedRows<'c> {
    kept: Vec<Result<Sheet<'c>, RowError>>,
    places: Vec<RowPlace>,
    count: usize,
}

impl<'c> PickedRows<'c> {
    fn add(&mut self, place: RowPlace, sheet: Result<Sheet<'c>, RowError>) {
        self.count += 1;
        if self.kept.len() < 3 {
            self.kept.push(sheet);
        }
        if self.places.len() < PLACES_TOLD {
            self.places.push(place);
        }
    }

    /// Where they stand.
    fn told(&self) -> String {
        let places: Vec<String> = self.places.iter().map(ToString::to_string).collect();
        let more = if self.count > self.places.len() { ", ..." } else { "" };
        if places.is_empty() { String::new() } else { format!(" ({}{more})", places.join(", ")) }
    }
}

/// For each that is wanted the rows of that respondent, or all rows if nobody is named.
fn picked<'c>(
    catalogue: &'c Catalogue,
    path: &Path,
    wanted: &[Option<&str>],
    output: &mut Output,
) -> Result<Vec<PickedRows<'c>>, Failure> {
    let (source, table) = (RowSource::default(), TableArgs::default());
    let input = Input::open(Some(path), &source, &table, catalogue)?;
    input.note_reading(output);
    let assumed = input.assumed();
    let sheets = SheetReader::new(catalogue);
    let mut found: Vec<PickedRows<'c>> = wanted.iter().map(|_| PickedRows::default()).collect();
    for chunk in input.rows {
        let chunk = chunk.map_err(Failure::io(named(path)))?;
        for row in chunk.rows() {
            let Some(sheet) = sheets.read(&row) else { continue };
            for (rows, name) in found.iter_mut().zip(wanted) {
                if name.is_none_or(|name| is_of(&row, &sheet, name)) {
                    rows.add(row.place(), sheet.clone());
                }
            }
        }
    }
    assumed.note(Some(&named(path)), output);
    Ok(found)
}

/// Whether a row is that of the respondent; the name of one that is rejected may be known too.
fn is_of(row: &Row<'_>, sheet: &Result<Sheet<'_>, RowError>, name: &str) -> bool {
    let respondent = match sheet {
        Ok(sheet) => sheet.respondent.as_deref().map(Cow::Borrowed),
        Err(_) => row.respondent(),
    };
    respondent.is_some_and(|respondent| respondent.trim() == name.trim())
}
