//! The date on which a sitting begins: the one thing for which the program asks what
//! day it is.

use jiff::Zoned;

/// Today's date where the person is, as in `2026-11-26`.
pub(crate) fn today() -> String {
    Zoned::now().date().to_string()
}
