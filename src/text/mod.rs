//! What the engine says in words, laid out as text for a terminal, and values as
//! JSON. Each takes a value and gives a text; only [`crate::output`] writes it.

pub(crate) mod audit;
pub(crate) mod cohort;
pub(crate) mod comparison;
pub(crate) mod json;
mod layout;
pub(crate) mod problem;
mod quoted;
pub(crate) mod result;
pub(crate) mod show;

pub(crate) use layout::{Bars, Entry, Page, Style, columns_of, padded};
pub(crate) use quoted::quoted;
pub(crate) use rolefit_engine::page::cut;
pub(crate) use rolefit_engine::telling::{clean, clean_lines, clean_text, is_unsafe};
