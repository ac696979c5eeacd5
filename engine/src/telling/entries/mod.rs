//! The catalogue's entries: as lists, as pages in words, as JSON and as a table.
//! Pages and JSON are made from one definition of an entry's fields.

mod fields;
mod guidance;
mod json;
mod kind;
mod schema;
mod table;
mod text;

pub use guidance::{AdviceText, RouteText, RoutesText};
pub use json::{entries_json, kinds_json};
pub use kind::{EntryIx, EntryKind};
pub use schema::entries_schema;
pub use table::entries_table;
pub(super) use text::sections;
pub use text::{EntryBody, EntryLine, EntrySection, EntryText, KindText, OverviewText, WeightLine};
