//! Waiting for a key without missing that the terminal changed its size.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use console::{Key, Term};

/// How often the size is looked at.
const GLANCE: Duration = Duration::from_millis(100);

/// What happened first.
pub(super) enum Event {
    /// A key was pressed.
    Key(Key),
    /// The terminal has another size.
    Resized,
}

/// Reads keys in a thread of its own, one for each request: between requests
/// the terminal is free for a menu.
pub(super) struct Keyboard {
    term: Term,
    requests: Sender<()>,
    keys: Receiver<io::Result<Key>>,
    is_waiting: bool,
    size: (u16, u16),
}

impl Keyboard {
    pub(super) fn new(term: &Term) -> Self {
        let (requests, requested) = channel::<()>();
        let (pressed, keys) = channel();
        let reader = term.clone();
        thread::spawn(move || {
            while requested.recv().is_ok() && pressed.send(reader.read_key_raw()).is_ok() {}
        });
        Self { term: term.clone(), requests, keys, is_waiting: false, size: term.size() }
    }

    /// Waits for the next key or a new size.
    pub(super) fn next(&mut self) -> io::Result<Event> {
        let gone = || io::Error::from(io::ErrorKind::UnexpectedEof);
        if !self.is_waiting {
            self.requests.send(()).map_err(|_| gone())?;
            self.is_waiting = true;
        }
        loop {
            match self.keys.recv_timeout(GLANCE) {
                Ok(key) => {
                    self.is_waiting = false;
                    return key.map(Event::Key);
                }
                Err(RecvTimeoutError::Disconnected) => return Err(gone()),
                Err(RecvTimeoutError::Timeout) => {}
            }
            let size = self.term.size();
            if size != self.size {
                self.size = size;
                return Ok(Event::Resized);
            }
        }
    }
}
