//! The ways to write a report. Each takes a value and gives a text; only
//! [`crate::output`] writes it.

pub(crate) mod audit;
mod clean;
pub(crate) mod cohort;
pub(crate) mod compare;
pub(crate) mod json;
pub(crate) mod page;
pub(crate) mod problem;
mod reading;
pub(crate) mod show;
pub(crate) mod story;
mod style;
pub(crate) mod text;

pub(crate) use clean::{clean, clean_lines, clean_text, is_unsafe, quoted};
pub(crate) use style::{Bars, Entry, Page, Style, columns_of, cut, padded};
