//! The date on which a sitting begins: the one thing for which the program asks what
//! day it is.

use time::UtcDateTime;

/// Today's date in universal time, as in `2026-11-26`. (The rules of time zones would
/// make the program a tenth larger.)
pub(crate) fn today() -> String {
    UtcDateTime::now().date().to_string()
}
