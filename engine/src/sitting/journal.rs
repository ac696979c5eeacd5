//! A sitting as it is saved while it goes on: a line for each event, each with a check.
//!
//! A line is added to what is there and changes nothing of it. Whatever ends the
//! writing, all lines before the last one hold; a last one that was cut off is not read.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use super::saved::{SavedAnswer, SavedResult, SavedSitting};
use crate::catalogue::StartingPoint;

/// A saved sitting, and the lines of its file that hold.
///
/// ```
/// use rolefit_engine::sitting::{Form, SavedAnswer, SavedSitting, SittingJournal};
///
/// let blank = SavedSitting::blank(Form::Full);
/// let (journal, mut file) = SittingJournal::begin(&blank);
/// let mut sitting = blank.clone();
/// let answer = SavedAnswer { id: "sums".to_owned(), seen: String::new(), answer: Some(4) };
/// sitting.asked.push(answer);
/// let (_, lines) = journal.go_on(&sitting);
/// file += &lines;
/// assert_eq!(SittingJournal::read(file.as_bytes())?.sitting(), &sitting);
/// // Cut off anywhere in the last line, it is the sitting before.
/// let cut = &file.as_bytes()[..file.len() - 9];
/// assert_eq!(SittingJournal::read(cut)?.sitting(), &blank);
/// # Ok::<(), rolefit_engine::sitting::JournalError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct SittingJournal {
    sitting: SavedSitting,
    /// The check of the last line that holds; empty before the first.
    check: String,
    /// How many bytes hold.
    length: u64,
    /// Whether the last line has its end.
    is_ended: bool,
}

/// Why bytes are no saved sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    /// There is nothing.
    #[error("it is empty")]
    Empty,
    /// It ends before anything is whole.
    #[error("it breaks off in the middle")]
    BrokenOff,
    /// It never was one.
    #[error("it is something else")]
    Other,
    /// It is of a version to come.
    #[error("a later version of rolefit wrote it")]
    Later,
    /// A line before the last one does not hold.
    #[error("something in it has been changed by hand or damaged")]
    Damaged,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckedLine<'a> {
    /// On the first line the version of this form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rolefit_sitting: Option<u32>,
    #[serde(borrow)]
    event: &'a RawValue,
    /// A digest of the check before it and the event, so that no line can be changed,
    /// left out or put in unseen.
    check: String,
}

/// What a line tells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SittingEvent {
    /// All of it, whatever was before.
    Sitting(SavedSitting),
    /// A question was put; one that was put already has another answer now.
    Put(SavedAnswer),
    /// These interests are marked, and no others.
    Matters(Vec<String>),
    /// The person starts from here, or does not say.
    StartingPoint(Option<StartingPoint>),
    /// A result was told, or holds no longer.
    Result(Option<SavedResult>),
}

/// What every version begins with.
#[derive(Deserialize)]
struct AnyVersion {
    rolefit_sitting: u64,
}

impl SittingJournal {
    /// The version of the form that is written. Versions before it had the whole
    /// sitting as one object, and are still read and gone on with.
    pub const VERSION: u32 = 3;

    /// A new file of `sitting`, and its text.
    #[must_use]
    pub fn begin(sitting: &SavedSitting) -> (Self, String) {
        let none =
            Self { sitting: sitting.clone(), check: String::new(), length: 0, is_ended: true };
        none.with(&[SittingEvent::Sitting(sitting.clone())], sitting)
    }

    /// The sitting in the file that holds these bytes.
    ///
    /// # Errors
    /// [`JournalError`] if there is none.
    pub fn read(bytes: &[u8]) -> Result<Self, JournalError> {
        if bytes.trim_ascii().is_empty() {
            return Err(JournalError::Empty);
        }
        let mut values = serde_json::Deserializer::from_slice(bytes).into_iter::<AnyVersion>();
        let version = match values.next() {
            Some(Ok(any)) => any.rolefit_sitting,
            Some(Err(error)) if error.is_eof() => return Err(JournalError::BrokenOff),
            Some(Err(_)) | None => return Err(JournalError::Other),
        };
        let end = values.byte_offset();
        if version > u64::from(Self::VERSION) {
            return Err(JournalError::Later);
        }
        let journal = if version == u64::from(Self::VERSION) {
            let blank = SavedSitting::blank(super::Form::Full);
            Self { sitting: blank, check: String::new(), length: 0, is_ended: true }
        } else {
            Self::whole(bytes.get(..end).unwrap_or_default(), bytes.get(end..).unwrap_or_default())?
        };
        journal.through(bytes)
    }

    /// The sitting.
    #[must_use]
    pub fn sitting(&self) -> &SavedSitting {
        &self.sitting
    }

    /// How many bytes of the file hold: what comes after was cut off.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The same once the sitting is `now`, and the lines that have to be added for that
    /// to what holds: none if nothing has changed.
    #[must_use]
    pub fn go_on(&self, now: &SavedSitting) -> (Self, String) {
        self.with(&changes(&self.sitting, now), now)
    }

    /// The form that was one object; `rest` comes after it.
    fn whole(object: &[u8], rest: &[u8]) -> Result<Self, JournalError> {
        let sitting: SavedSitting =
            serde_json::from_slice(object).map_err(|_| JournalError::Damaged)?;
        if sitting.rolefit_sitting < SavedSitting::OLDEST_VERSION {
            return Err(JournalError::Damaged);
        }
        let blank = rest.len() - rest.trim_ascii_start().len();
        let end = rest.get(..blank).and_then(|blank| blank.iter().position(|byte| *byte == b'\n'));
        // What is written next to an end of a file would be a part of its last line.
        if end.is_none() && !rest.trim_ascii().is_empty() {
            return Err(JournalError::Damaged);
        }
        let length = (object.len() + end.map_or(0, |end| end + 1)) as u64;
        Ok(Self { sitting, check: String::new(), length, is_ended: end.is_some() })
    }

    /// This and all lines after it that hold. The last one may have been cut off.
    fn through(mut self, bytes: &[u8]) -> Result<Self, JournalError> {
        let begins = usize::try_from(self.length).unwrap_or(usize::MAX);
        let mut rest = bytes.get(begins..).unwrap_or_default();
        while !rest.is_empty() {
            let end = memchr::memchr(b'\n', rest);
            let (line, after) = rest.split_at(end.map_or(rest.len(), |end| end + 1));
            match self.event(line) {
                Some((event, check)) => {
                    event.apply(&mut self.sitting);
                    self.check = check;
                    self.length += line.len() as u64;
                    self.is_ended = end.is_some();
                }
                None if after.is_empty() => break,
                None => return Err(JournalError::Damaged),
            }
            rest = after;
        }
        // Before its first line is whole there is no sitting.
        if self.length == 0 { Err(JournalError::BrokenOff) } else { Ok(self) }
    }

    /// What a line tells, if it holds after those before it.
    fn event(&self, line: &[u8]) -> Option<(SittingEvent, String)> {
        let line: CheckedLine<'_> = serde_json::from_slice(line).ok()?;
        let event = serde_json::from_str(line.event.get()).ok()?;
        let is_whole = matches!(event, SittingEvent::Sitting(_));
        let holds = check(&self.check, line.event.get()) == line.check;
        // Nothing can be changed of a sitting that is not there.
        (holds && (self.length > 0 || is_whole)).then_some((event, line.check))
    }

    /// The same after these events, which make of it `now`, and their lines.
    fn with(&self, events: &[SittingEvent], now: &SavedSitting) -> (Self, String) {
        let mut journal = Self { sitting: now.clone(), ..self.clone() };
        let mut lines = String::new();
        if events.is_empty() {
            return (self.clone(), lines);
        }
        if !self.is_ended {
            lines.push('\n');
        }
        for event in events {
            // These types have no value that cannot be written.
            let event = serde_json::value::to_raw_value(event).unwrap_or_default();
            let check = check(&journal.check, event.get());
            let version = (self.length == 0 && journal.check.is_empty()).then_some(Self::VERSION);
            let line =
                CheckedLine { rolefit_sitting: version, event: &event, check: check.clone() };
            lines += &serde_json::to_string(&line).unwrap_or_default();
            lines.push('\n');
            journal.check = check;
        }
        journal.length += lines.len() as u64;
        journal.is_ended = true;
        (journal, lines)
    }
}

impl SittingEvent {
    fn apply(self, sitting: &mut SavedSitting) {
        match self {
            Self::Sitting(whole) => *sitting = whole,
            Self::Put(put) => match sitting.asked.iter_mut().find(|known| known.id == put.id) {
                Some(known) => *known = put,
                None => sitting.asked.push(put),
            },
            Self::Matters(ids) => sitting.matters = ids,
            Self::StartingPoint(start) => sitting.starting_point = start,
            Self::Result(result) => sitting.result = result,
        }
    }
}

/// What has to happen to the sitting that was for it to be as it is now.
fn changes(was: &SavedSitting, now: &SavedSitting) -> Vec<SittingEvent> {
    let is_same = was.rolefit_sitting == now.rolefit_sitting && was.form == now.form;
    let mut known = was.asked.iter().zip(&now.asked);
    let is_more = was.asked.len() <= now.asked.len() && known.all(|(was, now)| was.id == now.id);
    if !is_same || !is_more {
        return vec![SittingEvent::Sitting(now.clone())];
    }
    let before = was.asked.iter().map(Some).chain(std::iter::repeat(None));
    let put = now.asked.iter().zip(before).filter(|(now, was)| Some(*now) != *was);
    let mut events: Vec<SittingEvent> =
        put.map(|(now, _)| SittingEvent::Put(now.clone())).collect();
    if was.matters != now.matters {
        events.push(SittingEvent::Matters(now.matters.clone()));
    }
    if was.starting_point != now.starting_point {
        events.push(SittingEvent::StartingPoint(now.starting_point));
    }
    if was.result != now.result {
        events.push(SittingEvent::Result(now.result.clone()));
    }
    events
}

/// The check of an event that comes after a line with the check `before`.
fn check(before: &str, event: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(event);
    hash.finalize().iter().take(4).fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests;
