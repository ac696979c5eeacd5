//! Some of many names in a message.

/// The first of so many names.
pub(super) fn listed(first: &[String], of: usize) -> String {
    match of.saturating_sub(first.len()) {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}
