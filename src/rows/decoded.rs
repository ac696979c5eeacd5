//! Tables in other encodings than UTF-8, as UTF-8.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::failure::in_file;
use crate::output::Output;
use crate::text::TerminalText;

/// Reads text as UTF-8, whatever it is written in: UTF-16 with a byte order mark or with a
/// first character that has a byte of nothing, UTF-8, or Windows-1252 where the first byte that is not ASCII is no UTF-8. Lines of JSON are
/// UTF-8 or UTF-16.
pub(crate) struct Decoded<R> {
    from: R,
    form: TextForm,
    /// Bytes that were read and not yet decoded.
    raw: Vec<u8>,
    is_over: bool,
    text: Vec<u8>,
    given: usize,
    assumed: Assumed,
}

/// Whether a table was taken for Windows-1252.
#[derive(Debug, Clone, Default)]
pub(crate) struct Assumed(Arc<AtomicBool>);

/// What the text is written in.
enum TextForm {
    /// Nothing is known yet.
    Unread,
    /// ASCII so far.
    Ascii,
    /// UTF-8, or what is not to be decoded.
    Utf8,
    Other(Box<Decoder>),
}

impl Assumed {
    fn is_so(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Says so, once all is read.
    pub(crate) fn note(&self, file: Option<&str>, output: &mut Output) {
        if self.is_so() {
            let line = "the table is not UTF-8: it was read as Windows-1252";
            output.note(&TerminalText::each_on_a_line([in_file(file, line)]));
        }
    }
}

impl<R: Read> Decoded<R> {
    const PIECE: usize = 1 << 16;
    /// The most bytes of a character in UTF-8.
    const WIDEST: usize = 4;

    pub(crate) fn new(from: R) -> Self {
        Self {
            from,
            form: TextForm::Unread,
            raw: Vec::new(),
            is_over: false,
            text: Vec::new(),
            given: 0,
            assumed: Assumed::default(),
        }
    }

    pub(crate) fn assumed(&self) -> Assumed {
        self.assumed.clone()
    }

    /// Reads a piece more, unless all is read.
    fn read_more(&mut self) -> io::Result<()> {
        let held = self.raw.len();
        self.raw.resize(held + Self::PIECE, 0);
        let read = loop {
            match self.from.read(self.raw.get_mut(held..).unwrap_or_default()) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.raw.truncate(held + *read.as_ref().unwrap_or(&0));
        self.is_over |= read? == 0;
        Ok(())
    }

    /// What the text is written in, by its first bytes; `None` if these are too few.
    fn first_form(&self) -> Option<TextForm> {
        match self.raw.as_slice() {
            [0xff, 0xfe, ..] => Some(TextForm::other(UTF_16LE)),
            [0xfe, 0xff, ..] => Some(TextForm::other(UTF_16BE)),
            // No other text has a byte of nothing, and each of these two characters has one.
            [low, 0, next, 0, ..] if *low > 0 && *next > 0 => Some(TextForm::other(UTF_16LE)),
            [0, low, 0, next, ..] if *low > 0 && *next > 0 => Some(TextForm::other(UTF_16BE)),
            [0, _] | [_, 0] | [0, _, _] | [_, 0, _] if !self.is_over => None,
            raw if raw.len() < 2 && !self.is_over => None,
            raw => match raw.trim_ascii_start().first() {
                Some(b'{' | b'[') => Some(TextForm::Utf8),
                Some(_) => Some(TextForm::Ascii),
                None => self.is_over.then_some(TextForm::Utf8),
            },
        }
    }

    /// What a text that was ASCII up to here is written in; `None` if the last character is
    /// not whole.
    fn form_of_rest(&self) -> Option<TextForm> {
        if self.raw.is_ascii() {
            return Some(TextForm::Ascii);
        }
        let plain = Encoding::ascii_valid_up_to(&self.raw);
        let rest = self.raw.get(plain..).unwrap_or_default();
        match str::from_utf8(rest.get(..Self::WIDEST).unwrap_or(rest)) {
            Ok("") => Some(TextForm::Ascii),
            Err(error) if error.valid_up_to() == 0 => {
                let is_other = error.error_len().is_some() || self.is_over;
                is_other.then(|| TextForm::other(WINDOWS_1252))
            }
            _ => Some(TextForm::Utf8),
        }
    }

    /// Decodes what was read, as far as it can be known what it is.
    fn decode(&mut self) {
        if matches!(self.form, TextForm::Unread) {
            let Some(form) = self.first_form() else { return };
            self.form = form;
        }
        if matches!(self.form, TextForm::Ascii) {
            let Some(form) = self.form_of_rest() else { return };
            self.assumed.0.store(matches!(form, TextForm::Other(_)), Ordering::Relaxed);
            self.form = form;
        }
        if let TextForm::Other(decoder) = &mut self.form {
            decode_all(decoder, &self.raw, &mut self.text, self.is_over);
            self.raw.clear();
        } else {
            std::mem::swap(&mut self.text, &mut self.raw);
        }
    }
}

/// Decodes all of `raw`. Where that is no character, such as half of one at the end of a file that
/// was cut off, stands a byte that is no text, so that the row is rejected.
fn decode_all(decoder: &mut Decoder, raw: &[u8], text: &mut Vec<u8>, is_over: bool) {
    const NO_TEXT: u8 = 0xff;
    text.resize(decoder.max_utf8_buffer_length(raw.len()).unwrap_or_default(), 0);
    let (mut read, mut written) = (0, 0);
    loop {
        let (from, to) = (raw.get(read..), text.get_mut(written..));
        let (Some(from), Some(to)) = (from, to) else { break };
        let (result, taken, given) = decoder.decode_to_utf8_without_replacement(from, to, is_over);
        (read, written) = (read + taken, written + given);
        match (result, text.get_mut(written)) {
            (DecoderResult::Malformed(..), Some(byte)) => *byte = NO_TEXT,
            _ => break,
        }
        written += 1;
    }
    text.truncate(written);
}

impl TextForm {
    fn other(encoding: &'static Encoding) -> Self {
        Self::Other(Box::new(encoding.new_decoder()))
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() {
            self.text.clear();
            self.given = 0;
            if self.is_over && self.raw.is_empty() {
                return Ok(0);
            }
            if matches!(self.form, TextForm::Utf8) && self.raw.is_empty() {
                // Nothing is to be decoded any more.
                return self.from.read(into);
            }
            self.read_more()?;
            self.decode();
        }
        let left = self.text.get(self.given..).unwrap_or_default();
        let count = left.len().min(into.len());
        if let (Some(from), Some(to)) = (left.get(..count), into.get_mut(..count)) {
            to.copy_from_slice(from);
        }
        self.given += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use proptest::prelude::*;

    use super::Decoded;

    /// Gives so many bytes at a time.
    struct Pieces<'b>(&'b [u8], usize);

    impl Read for Pieces<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let count = self.1.min(self.0.len()).min(into.len());
            let (now, later) = self.0.split_at(count);
            into[..count].copy_from_slice(now);
            self.0 = later;
            Ok(count)
        }
    }

    fn decoded(bytes: &[u8], piece: usize) -> (String, bool) {
        let mut from = Decoded::new(Pieces(bytes, piece));
        let mut read = Vec::new();
        from.read_to_end(&mut read).unwrap();
        (String::from_utf8_lossy(&read).into_owned(), from.assumed().is_so())
    }

    #[test]
    fn each_encoding_is_told_from_the_others_however_few_bytes_come_at_a_time() {
        let text = "name;a\nZo\u{eb} \u{2019};4\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = ([b"\xff\xfe", &little[..]].concat(), [b"\xfe\xff", &big[..]].concat());
        for piece in 1..8 {
            for same in [text.as_bytes(), &little, &big, &marked.0, &marked.1] {
                assert_eq!(decoded(same, piece), (text.to_owned(), false));
            }
            let windows = b"name;a\nZo\xeb \x92;4\n";
            assert_eq!(decoded(windows, piece), (text.to_owned(), true));
            assert_eq!(decoded(b"a\xeb", piece), ("a\u{eb}".to_owned(), true));
            assert_eq!(decoded(b"", piece), (String::new(), false));
        }
    }

    #[test]
    fn half_a_character_is_no_text() {
        // The last byte is missing, the second half of a pair, and the first half of one.
        let whole: Vec<u8> = "ab\u{1f600}c".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let without = |bytes: &[usize]| -> Vec<u8> {
            let kept = whole.iter().enumerate().filter(|(place, _)| !bytes.contains(place));
            kept.map(|(_, byte)| *byte).collect()
        };
        for (bytes, read) in [
            (whole.clone(), "ab\u{1f600}c".as_bytes()),
            (without(&[9]), b"ab\xf0\x9f\x98\x80\xff"),
            (without(&[6, 7]), b"ab\xffc"),
            (without(&[4, 5]), b"ab\xffc"),
            (without(&[7, 8, 9]), b"ab\xff"),
        ] {
            for piece in 1..6 {
                let mut all = Vec::new();
                Decoded::new(Pieces(&bytes, piece)).read_to_end(&mut all).unwrap();
                assert_eq!(all, read, "{bytes:?}");
            }
        }
    }

    #[test]
    fn lines_of_json_are_left_as_they_are() {
        let line = b"\n{\"respondent\": \"Zo\xeb\"}\n";
        let mut read = Vec::new();
        Decoded::new(&line[..]).read_to_end(&mut read).unwrap();
        assert_eq!(read, line);
    }

    proptest! {
        #[test]
        fn text_in_utf_8_is_left_as_it_is(
            text in "[a-z,;\n\u{e9}\u{4e00}\u{1f600}]{0,40}",
            piece in 1_usize..5,
        ) {
            prop_assert_eq!(decoded(text.as_bytes(), piece), (text, false));
        }
    }
}
