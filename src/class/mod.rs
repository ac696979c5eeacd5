//! The table of a class as it is written: lines of text, or a workbook.

mod line;
mod page_names;
mod style;
mod workbook;

pub(crate) use line::{ClassLine, sorted};
pub(crate) use page_names::PageNames;
pub(crate) use style::ClassStyle;
pub(crate) use workbook::workbook;
