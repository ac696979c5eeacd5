//! A text as the control sequences that put it on the screen.

use crossterm::Command;
use crossterm::cursor::MoveTo;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use unicode_width::UnicodeWidthStr as _;

/// A whole screen of so many rows with a text at its top, and perhaps a notice in
/// its last row. What was there goes line by line, and terminals that can show all of it
/// at once, so that nothing flickers and nothing scrolls. An address that fills a row of
/// so many `columns` and goes on in the next is one line to the terminal.
pub(crate) fn frame(text: &str, notice: &str, rows: usize, columns: Option<usize>) -> String {
    let room = if notice.is_empty() { rows } else { rows.saturating_sub(1) };
    let clear_line = ansi(&Clear(ClearType::UntilNewLine));
    let lines: Vec<&str> = text.lines().take(room).collect();
    let mut frame = ansi(&MoveTo(0, 0));
    for (place, line) in lines.iter().enumerate() {
        frame += line;
        match lines.get(place + 1) {
            // Past its last column a terminal goes on by itself.
            Some(next) if goes_on(line, next, columns) => {}
            Some(_) => frame.extend([clear_line.as_str(), "\r\n"]),
            None => frame += &clear_line,
        }
    }
    if !lines.is_empty() && lines.len() < rows {
        frame.push_str("\r\n");
    }
    frame += &ansi(&Clear(ClearType::FromCursorDown));
    if !notice.is_empty() {
        let last = u16::try_from(rows.saturating_sub(1)).unwrap_or(u16::MAX);
        frame += &ansi(&MoveTo(0, last));
        frame += notice;
    }
    format!("{}{frame}{}", ansi(&BeginSynchronizedUpdate), ansi(&EndSynchronizedUpdate))
}

/// Whether a line is of one word that fills its row and goes on in the next one.
fn goes_on(line: &str, next: &str, columns: Option<usize>) -> bool {
    let is_part = |text: &str| !text.is_empty() && !text.contains([' ', '\u{1b}']);
    is_part(line) && is_part(next) && Some(line.width()) == columns
}

/// A command as the sequence that every terminal of today obeys.
pub(super) fn ansi(command: &impl Command) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = command.write_ansi(&mut text);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a frame holds between the marks of its beginning and its end.
    fn drawn(text: &str, notice: &str, rows: usize) -> String {
        let frame = frame(text, notice, rows, Some(4));
        let inside = frame.strip_prefix("\u{1b}[?2026h").unwrap();
        inside.strip_suffix("\u{1b}[?2026l").unwrap().to_owned()
    }

    #[test]
    fn a_frame_begins_at_the_top_and_clears_what_was_below() {
        assert_eq!(drawn("a\nb\n", "", 4), "\u{1b}[1;1Ha\u{1b}[K\r\nb\u{1b}[K\r\n\u{1b}[J");
    }

    #[test]
    fn a_word_that_fills_a_row_and_goes_on_is_one_line() {
        assert_eq!(drawn("abcd\nef\n", "", 2), "\u{1b}[1;1Habcdef\u{1b}[K\u{1b}[J");
        for other in ["abc\nef\n", "abcd\ne f\n", "a cd\nef\n"] {
            assert!(drawn(other, "", 2).contains("\u{1b}[K\r\n"), "{other:?}");
        }
    }

    #[test]
    fn a_frame_never_scrolls() {
        assert_eq!(drawn("a\nb\nc\n", "", 2), "\u{1b}[1;1Ha\u{1b}[K\r\nb\u{1b}[K\u{1b}[J");
        let noticed = drawn("a\nb\n", "no", 2);
        assert_eq!(noticed, "\u{1b}[1;1Ha\u{1b}[K\r\n\u{1b}[J\u{1b}[2;1Hno");
    }
}
