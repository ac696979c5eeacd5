//! The terminal: its size, its modes, the keys pressed at it, and menus before the
//! first key is read. Only these files know the terminal libraries. None of them
//! writes to a stream, but for dialoguer's menus: they return what is to be written.

mod escape_sequences;
mod frame;
mod guard;
mod key;
mod keyboard;
mod prompts;
mod size;

pub(crate) use frame::frame;
pub(crate) use guard::{TerminalUse, enter, leave, leave_at_fault, leave_for_good, reenter};
pub(crate) use key::Key;
pub(crate) use keyboard::{Keyboard, TerminalEvent};
pub(crate) use prompts::{choose, confirm};
pub(crate) use size::size;
