//! What a screen is: a state that keys change, and a text that follows from it.

use crate::output::dialogue_style;
use crate::terminal::{self, Key};
use crate::text::{Style, TerminalText};

/// The rows of a terminal that does not know its size.
const USUAL_ROWS: usize = 24;

/// The room that a terminal has for a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ScreenRoom {
    /// Its rows.
    pub(super) rows: usize,
    /// Its columns, which are more than a text has; `None` if it does not know them.
    pub(super) columns: Option<usize>,
    /// How wide the text may be, and what it may be made of.
    pub(super) style: Style,
}

impl ScreenRoom {
    /// The room that there is now.
    pub(super) fn now() -> Self {
        let size = terminal::size();
        let rows = size.map_or(USUAL_ROWS, |size| size.rows);
        Self { rows, columns: size.map(|size| size.columns), style: dialogue_style() }
    }

    /// Whether a text fits, with a row left for the cursor.
    pub(super) fn holds(self, text: &str) -> bool {
        text.lines().count() < self.rows
    }
}

/// A screen. What it shows follows from its state and the room alone.
pub(super) trait View {
    /// What it comes to.
    type Reply;

    /// The text to be shown.
    fn text(&self, room: ScreenRoom) -> TerminalText;

    /// Does what a key means; the reply, if that is one.
    fn press(&mut self, key: Key, room: ScreenRoom) -> Option<Self::Reply>;

    /// Whether a key that is held does it again and again.
    fn repeats(&self, key: Key) -> bool {
        key.moves()
    }
}

/// A page that any key may leave, as it `means`.
pub(super) struct PageView<P, M> {
    pub(super) page: P,
    pub(super) means: M,
}

impl<T, P: Fn(ScreenRoom) -> TerminalText, M: Fn(Key) -> Option<T>> View for PageView<P, M> {
    type Reply = T;

    fn text(&self, room: ScreenRoom) -> TerminalText {
        (self.page)(room)
    }

    fn press(&mut self, key: Key, _: ScreenRoom) -> Option<T> {
        (self.means)(key)
    }
}
