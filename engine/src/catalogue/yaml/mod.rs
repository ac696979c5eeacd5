//! From the bytes of a file to a tree of values that know where they stand.
//!
//! JSON is read here too: it is a subset of YAML. The tree is deliberately
//! untyped, so that a file with ten mistakes is told of all ten at once; a
//! typed reader stops at the first.

mod advice;
mod listed;
mod node;
mod notes;
mod parse;
mod parser_errors;
mod place_walk;
mod reader;
mod slips;
mod slot;
mod source;

pub use listed::Listed;
pub use node::{Node, Span, Value};
pub use parse::parse;
pub use reader::{Mapping, Reader};
pub use slot::{KeyValue, Slot};
pub use source::Source;
