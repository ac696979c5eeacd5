//! A class as a table: what an adviser reads of each person, a row each.

mod cell;
mod column;
mod table;
mod talk;
mod whole;

pub use cell::{ClassCell, settled};
pub use column::ClassColumn;
pub use table::{ClassTable, ColumnChoice, UnknownColumn};
pub use talk::Talk;
