//! Taking a person through the questions. What happens in which order is in
//! `flow`; how it looks is in `screen` (a terminal) and `plain` (lines).

mod escape_sequences;
mod flow;
mod full_screen;
mod input_lines;
mod interview;
mod key_bindings;
mod keyboard;
mod menu;
mod plain;
mod plain_text;
mod screen;
mod screen_text;
mod terminal_guard;
mod wording;

pub(crate) use flow::converse;
pub(crate) use interview::{Interview, Keepsake, Loss, Offer, Saved};
pub(crate) use plain::Plain;
pub(crate) use screen::Screen;
pub(crate) use terminal_guard::{mind_faults, set_farewell};
