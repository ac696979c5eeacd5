//! Many sheets: rows from any reader, as lines of JSON or as a table with headings.

mod error;
mod headings;
mod lines;
mod quotes;
mod reading;
mod row;
mod row_answers;
mod row_json;
mod row_words;
mod rows;
mod spreadsheet;
#[expect(clippy::module_inception, reason = "it is renamed next")]
mod table;

pub use error::TableError;
pub use reading::{Input, Syntax};
pub use row::{Chunk, Content, Row};
pub use rows::{Column, Columns, Rows};
pub use spreadsheet::line;
