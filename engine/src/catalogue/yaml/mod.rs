//! From the bytes of a file to a tree of values that know where they stand.
//!
//! JSON is read here too: it is a subset of YAML. The tree is deliberately
//! untyped, so that a file with ten mistakes is told of all ten at once; a
//! typed reader stops at the first.

mod mapping;
mod node;
mod parse;
mod parser_errors;
mod reader;
mod source;

pub use mapping::{KeyValue, Mapping, Slot};
pub use node::{Node, Span, Value};
pub use parse::parse;
pub use reader::Reader;
pub use source::Source;
