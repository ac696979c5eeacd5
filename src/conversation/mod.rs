//! Taking a person through the questions. What happens in which order is in
//! `flow`; how it looks is in `screen` (a terminal) and `plain` (lines).

mod canvas;
mod course;
mod drawing;
mod flow;
mod interview;
mod keyboard;
mod keys;
mod leave;
mod lines;
mod menu;
mod plain;
mod screen;
mod sequences;
mod wording;
mod written;

pub(crate) use flow::converse;
pub(crate) use interview::{Interview, Keepsake, Loss, Offer, Saved};
pub(crate) use leave::{mind_faults, set_farewell};
pub(crate) use plain::Plain;
pub(crate) use screen::Screen;
