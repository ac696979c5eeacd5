//! Many sheets: rows from any reader, each of which is understood on its own.
//!
//! Bytes become rows ([`RowReader`]: lines of JSON, or a table with headings), and
//! rows become sheets ([`SheetReader`]). However long the input is, a few rows are
//! held at a time. What is told of each row can be written as a line again:
//! [`Record`] is the JSON, [`write_row`] a row for a spreadsheet.

mod bad_answers;
mod cell_notes;
mod cells;
mod choice;
mod column;
mod column_map;
mod columns;
mod csv_reader;
mod digit_run;
mod error;
mod heading_rows;
mod joined_lines;
mod json_answers;
mod json_context;
mod json_errors;
mod json_export;
mod json_lines;
mod json_sheet;
mod json_values;
mod key_order;
mod listed;
mod meanings;
mod naming;
mod noted_answers;
mod plain_line;
mod quotes;
mod raw_rows;
mod read_bytes;
mod record;
mod respondents;
mod row;
mod row_cells;
mod row_lines;
mod row_place;
mod row_reader;
mod row_shape;
mod separator;
mod sheet_reader;
mod spreadsheet;
mod table_reading;
mod unmatched;

pub use bad_answers::BadAnswers;
pub use cell_notes::{CellNotes, NotedRows};
pub use choice::TableChoice;
pub use column_map::ColumnMap;
pub use columns::NearMiss;
pub use error::{ColumnError, HeadedColumn, HeadingsFault, RowError, RowFault, TableError};
pub use json_errors::{JsonError, JsonFault};
pub use record::{Carried, Kept, Record, Rejected};
pub use respondents::names_respondents;
pub use row::{Chunk, Row};
pub use row_place::RowPlace;
pub use row_reader::{RowReader, Syntax};
pub use sheet_reader::SheetReader;
pub use spreadsheet::{write_row, write_row_between};
pub use table_reading::TableReading;
