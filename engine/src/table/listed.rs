//! Names in a message.

use crate::catalogue::repeated;

/// The commands that take what is said by hand of a table.
pub(super) const WITH_MAP: &str = "batch, cohort and audit";

/// The first of so many names.
pub(super) fn listed(first: &[String], of: usize) -> String {
    match of.saturating_sub(first.len()) {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}

/// A heading without line breaks, shortened.
pub(super) fn on_a_line(heading: &str) -> String {
    let words: Vec<&str> = heading.split_whitespace().collect();
    repeated(&words.join(" ")).into_owned()
}
