//! Which column names the respondent where none is called so.

use csv::StringRecord;

use crate::sheet::{compact, keys};

/// What survey tools call the respondent, or the response, the surest first: the letters
/// of the headings.
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
