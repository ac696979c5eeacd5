//! Which column names the respondent where none is called so.

use std::collections::HashSet;

use csv::StringRecord;
use serde_json::{Map, Value};

use crate::sheet::{compact, keys};

/// What survey tools call the respondent, or the response, the surest first: the letters
/// of the headings. Those from [`PEOPLE`] on are of people.
const NAMES: [&str; 27] = [
    "responseid",
    "responseuuid",
    "metainstanceid",
    "uuid",
    "recordid",
    "respondentid",
    "submissionid",
    "uniqueresponsenumber",
    "participantid",
    "participant",
    "id",
    "networkid",
    "studentid",
    "studentnumber",
    "subject",
    "session",
    "token",
    "emailaddress",
    "email",
    "recipientemail",
    "youremail",
    "username",
    "userid",
    "submittedby",
    "fullname",
    "yourname",
    "name",
];

/// The first of the names that are of people, and not of responses or accounts.
const PEOPLE: &str = "emailaddress";

/// What tells which response it is, and may be no more than the number of its row.
const NUMBER: &str = "id";

/// What survey tools write in the place of a name that was not asked for.
const NOBODY: &str = "anonymous";

/// Whether a column that is called so names the respondents, or may name them.
///
/// ```
/// use rolefit_engine::table::names_respondents;
///
/// assert!(names_respondents("E-mail address") && names_respondents("respondent"));
/// assert!(!names_respondents("Site"));
/// ```
#[must_use]
pub fn names_respondents(heading: &str) -> bool {
    rank(heading).is_some()
}

/// Whether the column with this heading may do no more than number the rows.
pub(super) fn is_number(heading: &str) -> bool {
    compact(heading).is_some_and(|letters| letters == NUMBER)
}

/// The places of the `unused` columns that name people, the surest first.
pub(super) fn of_people(headings: &StringRecord, unused: impl Fn(usize) -> bool) -> Vec<usize> {
    let first = NAMES.iter().position(|name| *name == PEOPLE).unwrap_or(NAMES.len());
    let columns = headings.iter().enumerate().filter(|(place, _)| unused(*place));
    let ranked = columns.filter_map(|(place, heading)| Some((rank(heading)?, place)));
    let mut ranked: Vec<(usize, usize)> = ranked.filter(|(rank, _)| *rank > first).collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, place)| place).collect()
}

/// Whether these cells of a column tell people apart: each is filled, and more than half of them
/// are different.
pub(super) fn tell_apart<'r>(cells: impl Iterator<Item = &'r str>) -> bool {
    let cells: Vec<String> = cells.map(|cell| cell.trim().to_lowercase()).collect();
    let different: HashSet<&String> = cells.iter().collect();
    let is_name = |cell: &String| !cell.is_empty() && cell != NOBODY;
    cells.iter().all(is_name) && different.len() * 2 > cells.len()
}

/// The place of the column that names the respondent, of those that are `unused`.
pub(super) fn column(headings: &StringRecord, unused: impl Fn(usize) -> bool) -> Option<usize> {
    let ranked = headings
        .iter()
        .enumerate()
        .filter_map(|(place, heading)| unused(place).then_some((rank(heading)?, place)));
    ranked.min().map(|(_, place)| place)
}

/// How sure it is that something called so names the respondent: the surest is 0.
pub(super) fn rank(heading: &str) -> Option<usize> {
    let letters = compact(heading).filter(|_| heading.len() <= 64)?;
    if letters == keys::RESPONDENT {
        return Some(0);
    }
    NAMES.iter().position(|name| *name == letters).map(|place| place + 1)
}

/// What the respondent is called in an object of JSON, whatever else is in it: the text or the
/// number under the surest key.
pub(super) fn of_json(text: &[u8]) -> Option<String> {
    let object: Map<String, Value> = serde_json::from_slice(text).ok()?;
    let named = object.iter().filter_map(|(key, value)| {
        let name = match value {
            Value::String(name) => name.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        Some((rank(key)?, name))
    });
    named.min().map(|(_, name)| name).filter(|name| !name.is_empty())
}
