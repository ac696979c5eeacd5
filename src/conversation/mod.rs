//! Taking a person through the questions. What happens in which order is in
//! `flow`, and after the last question in `explore`; how it looks is in `screen` (a
//! terminal) and `plain` (lines).

mod choice_rows;
mod explore;
mod flow;
mod input_lines;
mod interview;
mod key_bindings;
mod list_view;
mod menu;
mod pager_view;
mod plain;
mod plain_result;
mod plain_text;
mod question_text;
mod question_view;
mod result_book;
mod result_request;
mod review_view;
mod screen;
mod starting_point;
mod summary_parts;
mod summary_view;
mod terminal_view;
mod view;
mod wording;

pub(crate) use explore::{ResultDesk, explore};
pub(crate) use flow::{Beginning, converse};
pub(crate) use interview::{Interview, LostAnswers, ResumeReply, SavedSummary};
pub(crate) use plain::Plain;
pub(crate) use screen::Screen;
