//! Reports, cohorts, comparisons and audits in words: what is said, and not how
//! it is laid out. Text, Markdown and HTML say the same because all of them are
//! laid out from this.

mod clean;
pub mod cohort;
pub mod figures;
pub mod result;

pub use clean::{clean, clean_lines, clean_text, is_unsafe};
