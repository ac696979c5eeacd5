//! The bytes of a keyboard while a question is shown. In the input, 0xff stands
//! for a pause: what comes after it arrives later.
#![no_main]

#[path = "../../src/conversation/keys.rs"]
#[allow(dead_code)]
mod keys;

#[path = "../../src/conversation/sequences.rs"]
#[allow(dead_code)]
mod sequences;

use console::Key;
use keys::{Meaning, meaning};
use libfuzzer_sys::fuzz_target;
use rolefit_fuzz::SMALL;
use sequences::Keys;

const PAUSE: u8 = 0xff;
const ESCAPE: u8 = 0x1b;
const DELETE: u8 = 0x7f;

fuzz_target!(|data: &[u8]| {
    // Of bytes that are no text the terminal library takes some with it.
    let bytes: Vec<u8> = data.iter().copied().filter(|byte| *byte != PAUSE).collect();
    let is_text = std::str::from_utf8(&bytes).is_ok();
    let scale = &SMALL.questionnaire().scale;
    let sequences = sequences(data);
    let mut keys = Keys::default();
    let mut terminal = Terminal { data, at: 0 };
    let mut answers = Vec::new();
    while let Some((key, last)) = terminal.key() {
        if let Some(Meaning::Answer(point)) = keys.own(key).map(|key| meaning(&key, scale)) {
            assert!(!is_text || !sequences[last], "byte {last} belongs to an escape sequence");
            answers.push(point.number());
        }
    }
    let is_plain = |byte: &u8| *byte == PAUSE || byte.is_ascii() && *byte != ESCAPE;
    if data.iter().all(is_plain) {
        let typed = data.iter().filter(|byte| byte.is_ascii_digit()).map(|byte| byte - b'0');
        let typed: Vec<u8> = typed.filter(|digit| scale.point(*digit).is_some()).collect();
        assert_eq!(answers, typed, "an answer that was typed is lost");
    }
    // Whatever came before, Enter is heard, and so is what is typed after it.
    assert_eq!(keys.own(Key::Enter), Some(Key::Enter));
    let four = scale.point(4).expect("five points");
    let meant = keys.own(Key::Char('4')).map(|key| meaning(&key, scale));
    assert_eq!(meant, Some(Meaning::Answer(four)));
});

/// For each byte, whether it belongs to an escape sequence (ECMA-48 and what
/// xterm, rxvt and the consoles send for keys).
fn sequences(data: &[u8]) -> Vec<bool> {
    let at = |place: usize| data.get(place).copied();
    let mut belongs = vec![false; data.len()];
    let mut place = 0;
    while let Some(byte) = at(place) {
        let begin = place;
        place += 1;
        if byte != ESCAPE {
            continue;
        }
        let skip_pauses = |place: &mut usize| {
            while at(*place).is_some_and(|byte| byte == PAUSE) {
                *place += 1;
            }
        };
        skip_pauses(&mut place);
        // Escape twice is Escape with Alt, and begins a sequence as Escape does.
        while at(place) == Some(ESCAPE) {
            place += 1;
            skip_pauses(&mut place);
        }
        match at(place) {
            Some(b'[') => control(data, &mut place),
            Some(b'O') => {
                place += 1;
                skip_pauses(&mut place);
                let is_modified = at(place).is_some_and(|byte| byte.is_ascii_digit());
                place += usize::from(at(place).is_some_and(|byte| byte.is_ascii_graphic()));
                skip_pauses(&mut place);
                if is_modified && at(place) == Some(b';') {
                    control(data, &mut place);
                }
            }
            Some(b']' | b'P' | b'_' | b'^' | b'X') => {
                place += 1;
                while at(place).is_some_and(|byte| byte >= b' ' && byte != DELETE) {
                    place += 1;
                }
            }
            // Escape and any other key may have been pressed one after the other.
            _ => {}
        }
        belongs[begin..place.min(data.len())].fill(true);
    }
    belongs
}

/// Goes past the parameters of a control sequence to the byte that ends it.
fn control(data: &[u8], place: &mut usize) {
    *place += 1;
    while data.get(*place).is_some_and(|byte| (b' '..=b'?').contains(byte) || *byte == PAUSE) {
        *place += 1;
    }
    *place += usize::from(data.get(*place).is_some_and(|byte| (b'@'..=b'~').contains(byte)));
}

/// The terminal library's way from bytes to keys.
struct Terminal<'d> {
    data: &'d [u8],
    at: usize,
}

impl Terminal<'_> {
    /// The next key and the place of its last byte; `None` at the end.
    fn key(&mut self) -> Option<(Key, usize)> {
        while *self.data.get(self.at)? == PAUSE {
            self.at += 1;
        }
        let key = match self.next()? {
            '\u{1b}' => self.escape(),
            '\n' | '\r' => Key::Enter,
            '\u{7f}' | '\u{8}' => Key::Backspace,
            '\t' => Key::Tab,
            '\u{1}' => Key::Home,
            '\u{5}' => Key::End,
            lead @ '\u{c0}'.. => self.wide(lead),
            character => Key::Char(character),
        };
        Some((key, self.at - 1))
    }

    /// A byte that is there already.
    fn next(&mut self) -> Option<char> {
        let byte = *self.data.get(self.at).filter(|byte| **byte != PAUSE)?;
        self.at += 1;
        Some(char::from(byte))
    }

    fn escape(&mut self) -> Key {
        let Some(first) = self.next() else { return Key::Escape };
        if first != '[' {
            return Key::UnknownEscSeq(vec![first]);
        }
        let Some(second) = self.next() else { return Key::UnknownEscSeq(vec![first]) };
        match second {
            'A' => return Key::ArrowUp,
            'B' => return Key::ArrowDown,
            'C' => return Key::ArrowRight,
            'D' => return Key::ArrowLeft,
            'H' => return Key::Home,
            'F' => return Key::End,
            'Z' => return Key::BackTab,
            _ => {}
        }
        match self.next() {
            None => Key::UnknownEscSeq(vec![first, second]),
            Some('~') if ('1'..='8').contains(&second) => Key::PageUp,
            Some(third) => Key::UnknownEscSeq(vec![first, second, third]),
        }
    }

    fn wide(&mut self, lead: char) -> Key {
        let more = match lead {
            '\u{c0}'..='\u{df}' => 1,
            '\u{e0}'..='\u{ef}' => 2,
            _ => 3,
        };
        let mut bytes = vec![lead as u8];
        bytes.extend((0..more).filter_map(|_| self.next()).map(|character| character as u8));
        let text = std::str::from_utf8(&bytes).ok();
        text.and_then(|text| text.chars().next()).map_or(Key::Unknown, Key::Char)
    }
}
