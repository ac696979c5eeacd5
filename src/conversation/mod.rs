//! Taking a person through the questions. What happens in which order is in
//! `flow`; how it looks is in `screen` (a terminal) and `plain` (lines).

mod flow;
mod input_lines;
mod interview;
mod key_bindings;
mod list_view;
mod menu;
mod plain;
mod plain_text;
mod question_text;
mod question_view;
mod review_view;
mod screen;
mod terminal_view;
mod view;
mod wording;

pub(crate) use flow::converse;
pub(crate) use interview::{ExportReply, Interview, LostAnswers, ResumeReply, SavedSummary};
pub(crate) use plain::Plain;
pub(crate) use screen::Screen;
