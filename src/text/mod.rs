//! What the engine says in words, laid out as text for a terminal, and values as
//! JSON. Each takes a value and gives a text; only [`crate::output`] writes it.

pub(crate) mod audit;
pub(crate) mod chapters;
pub(crate) mod cohort;
mod command_layout;
mod command_lines;
pub(crate) mod comparison;
pub(crate) mod entries;
mod help_end;
pub(crate) mod json;
mod layout;
pub(crate) mod limits;
mod line_breaks;
pub(crate) mod link_list;
pub(crate) mod problem;
pub(crate) mod result;
pub(crate) mod sittings;
mod styled;
mod summary;
mod terminal_text;

pub(crate) use command_lines::{CommandLines, data_options, importance_options};
pub(crate) use help_end::help_end;
pub(crate) use layout::{Bars, Page, Style, padded, wrapped};
pub(crate) use rolefit_engine::page::cut;
pub(crate) use styled::{Paint, Styled};
pub(crate) use terminal_text::TerminalText;
