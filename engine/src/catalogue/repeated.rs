//! As much of a value or a path as a message repeats.

use std::borrow::Cow;

use crate::limits;

/// The beginning of `text`, with a mark where it was cut: a cell or a key may hold half a
/// class list, or a megabyte. A line break or a tab is a blank, and other control characters
/// are left out.
///
/// ```
/// use rolefit_engine::catalogue::repeated;
///
/// assert_eq!(repeated("a few words"), "a few words");
/// assert_eq!(repeated("two\nlines\u{7f}"), "two lines");
/// assert_eq!(repeated(&"a".repeat(1_000)).chars().count(), 80 + 1);
/// ```
#[must_use]
pub fn repeated(text: &str) -> Cow<'_, str> {
    let (shown, mark) = match text.char_indices().nth(limits::REPEATED.most) {
        Some((end, _)) => (text.get(..end).unwrap_or_default(), "…"),
        None => (text, ""),
    };
    if mark.is_empty() && !shown.contains(char::is_control) {
        return shown.into();
    }
    let blank = |sign: char| if sign.is_control() && sign.is_whitespace() { ' ' } else { sign };
    let mut plain: String = shown.chars().map(blank).filter(|sign| !sign.is_control()).collect();
    plain.push_str(mark);
    plain.into()
}

/// The end of `path`, where the name of the file is, with a mark where it was cut.
///
/// ```
/// use rolefit_engine::catalogue::repeated_path;
///
/// assert_eq!(repeated_path("some/file.yaml"), "some/file.yaml");
/// let long = "folder/".repeat(500) + "file.yaml";
/// assert_eq!(repeated_path(&long).chars().count(), 1 + 80);
/// assert!(repeated_path(&long).ends_with("folder/file.yaml"));
/// ```
#[must_use]
pub fn repeated_path(path: &str) -> Cow<'_, str> {
    let mut ends = path.char_indices().rev().skip(limits::REPEATED.most - 1);
    match (ends.next(), ends.next()) {
        (Some((start, _)), Some(_)) => format!("…{}", path.get(start..).unwrap_or_default()).into(),
        _ => path.into(),
    }
}
