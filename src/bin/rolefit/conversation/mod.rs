//! Taking a person through the questions. What happens in which order is in
//! [`flow`]; how it looks is in `screen` (a terminal) and `plain` (lines).

mod flow;
mod keys;
mod leave;
mod plain;
mod screen;
mod wording;

pub(crate) use flow::{Stopped, converse};
pub(crate) use plain::Plain;
pub(crate) use screen::Screen;
