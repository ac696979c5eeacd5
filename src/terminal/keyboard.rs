//! Waiting for what happens next at the terminal.

use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event};

use super::escape_sequences::EscapeSequences;
use super::key::{Key, KeyPress};

/// How long the rest of an escape sequence may be on its way: over a slow link
/// an arrow key comes in pieces, and the first one looks like Escape.
const PAUSE: Duration = Duration::from_millis(300);

/// The digits that a parameter of an escape sequence may have.
const PARAMETER_DIGITS: usize = 6;

/// What happened at the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TerminalEvent {
    /// A key was pressed.
    Key(Key),
    /// A text was pasted.
    Pasted,
    /// The terminal has another size, or has to be drawn again.
    Resized,
}

/// Reads keys that were meant, never a piece of an escape sequence.
#[derive(Debug)]
pub(crate) struct Keyboard {
    sequences: EscapeSequences,
    ready: VecDeque<TerminalEvent>,
    /// Whether an Escape came that may turn out to be a key.
    has_escape: bool,
    last: Instant,
}

impl Keyboard {
    pub(crate) fn new() -> Self {
        let sequences = EscapeSequences::default();
        Self { sequences, ready: VecDeque::new(), has_escape: false, last: Instant::now() }
    }

    /// Waits for the next key, paste or size.
    ///
    /// # Errors
    /// The terminal cannot be read.
    pub(crate) fn next(&mut self) -> io::Result<TerminalEvent> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Ok(event);
            }
            if self.has_escape && !event::poll(PAUSE)? {
                self.has_escape = false;
                return Ok(TerminalEvent::Key(Key::Escape));
            }
            self.accept(&event::read()?)?;
        }
    }

    fn accept(&mut self, event: &Event) -> io::Result<()> {
        match event {
            Event::Key(event) => match KeyPress::of(event) {
                Some(press) if is_digit(press) && !self.sequences.is_inside() => {
                    self.digits(press)?;
                }
                Some(press) => self.press(press),
                None => {}
            },
            Event::Paste(_) => self.ready.push_back(TerminalEvent::Pasted),
            Event::Resize(..) => self.ready.push_back(TerminalEvent::Resized),
            Event::FocusGained | Event::FocusLost | Event::Mouse(_) => {}
        }
        Ok(())
    }

    fn press(&mut self, press: KeyPress) {
        if self.last.elapsed() >= PAUSE {
            self.sequences.pause();
        }
        self.last = Instant::now();
        let own = self.sequences.own(press);
        self.has_escape = self.sequences.is_after_escape();
        self.ready.extend(own.map(TerminalEvent::Key));
    }

    /// Takes a digit with those that came at once with it: where a `;` follows, they
    /// are the end of a sequence whose beginning the terminal library dropped.
    fn digits(&mut self, first: KeyPress) -> io::Result<()> {
        let mut digits = vec![first];
        while digits.len() < PARAMETER_DIGITS && event::poll(Duration::ZERO)? {
            let event = event::read()?;
            let press = if let Event::Key(event) = &event { KeyPress::of(event) } else { None };
            match press {
                Some(press) if is_digit(press) => digits.push(press),
                Some(press) if press.key == Key::Char(';') => {
                    self.press(press);
                    return Ok(());
                }
                _ => {
                    for digit in digits {
                        self.press(digit);
                    }
                    return self.accept(&event);
                }
            }
        }
        for digit in digits {
            self.press(digit);
        }
        Ok(())
    }
}

fn is_digit(press: KeyPress) -> bool {
    !press.has_alt && matches!(press.key, Key::Char('0'..='9'))
}
