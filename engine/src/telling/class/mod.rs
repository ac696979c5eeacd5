//! A class as a table: what an adviser reads of each person, a row each.

mod cell;
mod column;
mod headings;
mod table;
mod talk;
mod whole;

pub use cell::{ClassCell, settled};
pub use column::ClassColumn;
pub use headings::unlike;
pub use table::{ClassRow, ClassTable, ColumnChoice, ToldPerson, UnknownColumn};
pub use talk::Talk;
