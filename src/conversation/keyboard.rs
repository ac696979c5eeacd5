//! Waiting for a key without missing that the terminal changed its size.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use console::{Key, Term};

use super::escape_sequences::Keys;
use crate::failure::Failure;

/// How often the size is looked at.
const GLANCE: Duration = Duration::from_millis(100);

/// How long the rest of an escape sequence may be on its way: over a slow link
/// an arrow key comes in pieces, and the first one looks like Escape.
const PAUSE: Duration = Duration::from_millis(300);

/// What happened first.
pub(super) enum Event {
    /// A key was pressed.
    Key(Key),
    /// The terminal has another size.
    Resized,
}

/// Reads keys in a thread of its own. Whoever asks gets keys that were meant,
/// never a piece of an escape sequence.
pub(super) struct Keyboard {
    term: Term,
    requests: Sender<()>,
    pressed: Receiver<io::Result<Key>>,
    keys: Keys,
    is_waiting: bool,
    /// When an Escape came of which it is not known yet what follows.
    escape: Option<Instant>,
    size: (u16, u16),
}

impl Keyboard {
    pub(super) fn new(term: &Term) -> Self {
        let (requests, requested) = channel::<()>();
        let (sender, pressed) = channel();
        let reader = term.clone();
        thread::spawn(move || {
            while requested.recv().is_ok() && sender.send(reader.read_key_raw()).is_ok() {}
        });
        Self {
            term: term.clone(),
            requests,
            pressed,
            keys: Keys::default(),
            is_waiting: false,
            escape: None,
            size: term.size(),
        }
    }

    /// Waits for the next key or a new size.
    ///
    /// # Errors
    /// [`Failure::Interrupted`] at Ctrl-C, or when the terminal has gone.
    pub(super) fn next(&mut self) -> Result<Event, Failure> {
        loop {
            if let Some(key) = self.raw().map_err(stopped)? {
                if key == Key::CtrlC {
                    return Err(Failure::Interrupted);
                }
                let own = self.keys.own(key);
                self.escape = self.keys.is_after_escape().then(Instant::now);
                if let Some(key) = own {
                    return Ok(Event::Key(key));
                }
            } else if self.escape.is_some_and(|since| since.elapsed() >= PAUSE) {
                self.escape = None;
                return Ok(Event::Key(Key::Escape));
            }
            let size = self.term.size();
            if size != self.size {
                self.size = size;
                return Ok(Event::Resized);
            }
        }
    }

    /// The next key as it was read; `None` if none comes soon.
    fn raw(&mut self) -> io::Result<Option<Key>> {
        let gone = || io::Error::from(io::ErrorKind::UnexpectedEof);
        if !self.is_waiting {
            self.requests.send(()).map_err(|_| gone())?;
            self.is_waiting = true;
        }
        match self.pressed.recv_timeout(GLANCE) {
            Ok(key) => {
                self.is_waiting = false;
                key.map(Some)
            }
            Err(RecvTimeoutError::Disconnected) => Err(gone()),
            Err(RecvTimeoutError::Timeout) => Ok(None),
        }
    }
}

/// Ctrl-C may reach a reader of keys as an interruption, and a terminal that has
/// gone as the end of it.
fn stopped(error: io::Error) -> Failure {
    use io::ErrorKind::{Interrupted, NotConnected, UnexpectedEof};
    match error.kind() {
        Interrupted | UnexpectedEof | NotConnected => Failure::Interrupted,
        _ => Failure::io("the terminal")(error),
    }
}
