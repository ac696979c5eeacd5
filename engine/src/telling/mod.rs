//! Results, cohorts, comparisons, audits and the catalogue's entries in words:
//! what is said, not how it is laid out. Text on a terminal, Markdown and HTML
//! say the same because all of them are laid out from these values.
//!
//! Every text in them is [`Clean`]: whatever the data files and the answers
//! hold, it is safe to show. Nothing here knows of columns, colours or the
//! command line; the commands that a text mentions are handed in ([`Commands`]).

pub mod audit;
pub mod class;
mod clean;
pub mod cohort;
mod commands;
pub mod comparison;
pub mod entries;
pub mod figures;
mod json_text;
mod page_languages;
mod passage;
pub mod result;
mod signs;

pub use clean::{Clean, Literal, is_clean, is_unsafe};
pub use commands::Commands;
pub use json_text::json_text;
pub use page_languages::PageLanguages;
pub use passage::{ListPassage, Passage};
