//! What the data files may hold: one table a record, from which the files are read,
//! their JSON Schemas are made and the keys of their entries in JSON are known.
//!
//! A new optional text of a role is a line in [`ROLE`], a field of
//! [`Role`](crate::catalogue::Role), the line that reads it and the line that shows it.

mod careers;
mod field;
mod guidance;
mod json_schema;
mod language;
mod questions;

pub use careers::{CAREERS_FILE, MODULE, ROLE, SPECIALISM};
pub use field::{Bounds, Count, Field, Keys, ObjectSchema, ValueKind};
pub use json_schema::json_schema;
pub use questions::{INTEREST, MEASUREMENT, QUESTION, QUESTIONS_FILE};
