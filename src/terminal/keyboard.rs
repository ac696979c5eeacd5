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

/// The same key again within this time is one that is held: keyboards repeat a key
/// about thirty times a second, and nobody reads a question that fast.
const HELD: Duration = Duration::from_millis(100);

/// What happened at the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TerminalEvent {
    /// A key was pressed.
    Key(Key),
    /// A key is held down.
    Held(Key),
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
    repeats: KeyRepeats,
    /// Until when a screen stays that nobody has to reply to.
    lingers: Option<Instant>,
}

/// Tells a key that is held from one that is pressed again.
#[derive(Debug, Default)]
struct KeyRepeats {
    /// The last key, and when it was read.
    last: Option<(Key, Instant)>,
    /// Whether the next key came before the screen that it would be read for: while the program
    /// was busy, or while the screen before it stayed.
    came_unseen: bool,
}

impl KeyRepeats {
    /// The key as what it is, read now.
    fn event(&mut self, press: KeyPress, now: Instant) -> TerminalEvent {
        let came_unseen = std::mem::take(&mut self.came_unseen);
        let soon = |(key, at): (Key, Instant)| {
            key == press.key && (came_unseen || now.duration_since(at) < HELD)
        };
        let is_held = press.is_held || self.last.is_some_and(soon);
        self.last = Some((press.key, now));
        if is_held { TerminalEvent::Held(press.key) } else { TerminalEvent::Key(press.key) }
    }
}

impl Keyboard {
    pub(crate) fn new() -> Self {
        let sequences = EscapeSequences::default();
        Self {
            sequences,
            ready: VecDeque::new(),
            has_escape: false,
            last: Instant::now(),
            repeats: KeyRepeats::default(),
            lingers: None,
        }
    }

    /// Lets what is on the screen stay for so long, unless a key is pressed.
    pub(crate) fn linger(&mut self, time: Duration) {
        self.lingers = Some(Instant::now() + time);
    }

    /// Waits until what is on the screen has stayed long enough. The same key again before that
    /// is one that is held, or was pressed twice.
    ///
    /// # Errors
    /// The terminal cannot be read.
    pub(crate) fn wait_out(&mut self) -> io::Result<()> {
        self.repeats.came_unseen = self.ready.is_empty() && event::poll(Duration::ZERO)?;
        if let Some(until) = self.lingers.take() {
            // Pressed twice by mistake, a key would answer a question that nobody has seen.
            self.repeats.came_unseen |=
                event::poll(until.saturating_duration_since(Instant::now()))?;
        }
        Ok(())
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
            Event::Paste(_) => {
                self.repeats = KeyRepeats::default();
                self.ready.push_back(TerminalEvent::Pasted);
            }
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
        let repeats = &mut self.repeats;
        let event = own.map(|key| repeats.event(KeyPress { key, ..press }, Instant::now()));
        self.ready.extend(event);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn press(character: char) -> KeyPress {
        KeyPress { key: Key::Char(character), has_alt: false, is_held: false }
    }

    #[test]
    fn the_same_key_within_a_tenth_of_a_second_is_held() {
        let start = Instant::now();
        let at = |milliseconds| start + Duration::from_millis(milliseconds);
        let (four, held) =
            (TerminalEvent::Key(Key::Char('4')), TerminalEvent::Held(Key::Char('4')));
        let mut repeats = KeyRepeats::default();
        // A keyboard waits half a second before it repeats, and repeats every 33 ms.
        let events: Vec<_> = [0, 500, 533, 566, 599, 632, 665]
            .into_iter()
            .map(|time| repeats.event(press('4'), at(time)))
            .collect();
        assert_eq!(events, [four, four, held, held, held, held, held]);
        assert_eq!(repeats.event(press('4'), at(765)), four);
        assert_eq!(repeats.event(press('5'), at(766)), TerminalEvent::Key(Key::Char('5')));
        assert_eq!(repeats.event(press('4'), at(767)), four);
    }

    #[test]
    fn the_same_key_that_came_while_the_program_was_busy_is_held() {
        let start = Instant::now();
        let mut repeats = KeyRepeats::default();
        repeats.event(press('4'), start);
        repeats.came_unseen = true;
        let late = start + Duration::from_secs(1);
        assert_eq!(repeats.event(press('4'), late), TerminalEvent::Held(Key::Char('4')));
        repeats.came_unseen = true;
        assert_eq!(repeats.event(press('5'), late), TerminalEvent::Key(Key::Char('5')));
    }

    #[test]
    fn a_terminal_may_say_itself_that_a_key_is_held() {
        let mut repeats = KeyRepeats::default();
        let held = KeyPress { is_held: true, ..press('4') };
        assert_eq!(repeats.event(held, Instant::now()), TerminalEvent::Held(Key::Char('4')));
    }
}
