//! The catalogue's entries: as lists, as pages in words, and as JSON. Pages and
//! JSON are made from one definition of an entry's fields.

mod fields;
mod guidance;
mod json;
mod kind;
mod text;

pub use guidance::{AdviceText, RouteText};
pub use json::{entries_json, kinds_json};
pub use kind::{EntryIx, EntryKind};
pub(super) use text::sections;
pub use text::{EntryBody, EntryLine, EntrySection, EntryText, KindText, OverviewText, WeightLine};
