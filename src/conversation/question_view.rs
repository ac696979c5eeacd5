//! A question on a terminal: what the keys do.

use rolefit_engine::catalogue::Point;

use super::interview::{Asked, EarlierReply, Reply};
use super::key_bindings::{QuestionAction, question_action, quits};
use super::question_text::{QuestionFrame, QuestionLook, help, longest_scroll, question};
use super::view::{ScreenRoom, View};
use crate::terminal::Key;
use crate::text::TerminalText;

/// A question that waits for a reply.
pub(super) struct QuestionView<'a> {
    frame: QuestionFrame<'a>,
    asked: &'a Asked<'a>,
    /// The answer under the cursor.
    at: Option<Point>,
    /// How many lines of the question are above the screen, where it is too small.
    scroll: usize,
    /// What was just said to it.
    given: Option<EarlierReply>,
    /// Whether the keys are explained in its place.
    is_help: bool,
    hint: &'static str,
}

impl<'a> QuestionView<'a> {
    pub(super) fn new(frame: QuestionFrame<'a>, asked: &'a Asked<'a>) -> Self {
        let at = asked.answer();
        Self { frame, asked, at, scroll: 0, given: None, is_help: false, hint: "" }
    }

    /// The same question once it has this reply, to be seen for a moment; `None` if
    /// the reply answers nothing.
    pub(super) fn echo(self, reply: Reply) -> Option<Self> {
        let given = match reply {
            Reply::Answer(point) => EarlierReply::Answered(point),
            Reply::Skip => EarlierReply::Skipped,
            Reply::Keep => self.asked.before,
            Reply::Back | Reply::Quit | Reply::Silence => return None,
        };
        Some(Self { given: Some(given), is_help: false, hint: "", ..self })
    }

    fn look(&self) -> QuestionLook<'_> {
        QuestionLook {
            frame: self.frame,
            asked: self.asked,
            at: self.at,
            scroll: self.scroll,
            given: self.given,
            hint: self.hint,
        }
    }

    /// Moves over the answers, round from the last to the first.
    fn turn(&mut self, down: bool) {
        let scale = self.asked.scale;
        let (first, last) = (1, scale.len());
        let number = match (self.at.map(Point::number), down) {
            (None, true) => first,
            (None, false) => last,
            (Some(at), true) => {
                if at == last {
                    first
                } else {
                    at + 1
                }
            }
            (Some(at), false) => {
                if at == first {
                    last
                } else {
                    at - 1
                }
            }
        };
        self.at = scale.point(number);
    }

    /// Takes the answer under the cursor.
    fn take(&mut self) -> Option<Reply> {
        match self.at {
            Some(point) if self.asked.answer() != Some(point) => Some(Reply::Answer(point)),
            _ if self.asked.was_put() => Some(Reply::Keep),
            _ => {
                self.hint = "Choose an answer first: press its number, or move to it.";
                None
            }
        }
    }

    /// Scrolls a question that is longer than its screen, or moves over the answers.
    fn step(&mut self, down: bool, room: ScreenRoom) {
        let longest = longest_scroll(&self.look(), room);
        if longest == 0 {
            self.turn(down);
        } else if down {
            self.scroll = (self.scroll + 1).min(longest);
        } else {
            self.scroll = self.scroll.min(longest).saturating_sub(1);
        }
    }
}

impl View for QuestionView<'_> {
    type Reply = Reply;

    fn text(&self, room: ScreenRoom) -> TerminalText {
        if self.is_help {
            let saves = self.frame.saves && self.frame.warning.is_empty();
            help(self.asked.scale.len(), saves, room)
        } else {
            question(&self.look(), room)
        }
    }

    fn press(&mut self, key: Key, room: ScreenRoom) -> Option<Reply> {
        if self.is_help {
            self.is_help = false;
            return quits(key).then_some(Reply::Quit);
        }
        self.hint = "";
        match question_action(key, self.asked.scale)? {
            QuestionAction::Answer(point) => return Some(Reply::Answer(point)),
            QuestionAction::Skip => return Some(Reply::Skip),
            QuestionAction::Back => return Some(Reply::Back),
            QuestionAction::Quit => return Some(Reply::Quit),
            QuestionAction::Onward if self.asked.was_put() => return Some(Reply::Keep),
            QuestionAction::Onward => {}
            QuestionAction::Take => return self.take(),
            QuestionAction::Down => self.step(true, room),
            QuestionAction::Up => self.step(false, room),
            QuestionAction::Help => self.is_help = true,
        }
        None
    }
}
