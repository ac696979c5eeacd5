//! As much of a value as a message repeats.

use std::borrow::Cow;

use crate::limits;

/// The beginning of `text`, with a mark where it was cut: a cell or a key may hold half a
/// class list, or a megabyte.
///
/// ```
/// use rolefit_engine::catalogue::repeated;
///
/// assert_eq!(repeated("a few words"), "a few words");
/// assert_eq!(repeated(&"a".repeat(1_000)).chars().count(), 80 + 1);
/// ```
#[must_use]
pub fn repeated(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(limits::REPEATED.most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()).into(),
        None => text.into(),
    }
}
