//! A text as the control sequences that put it on the screen.

use crossterm::Command;
use crossterm::cursor::MoveTo;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};

/// A whole screen of so many rows with a text at its top, and perhaps a notice in
/// its last row. What was there goes line by line, and terminals that can show all of it
/// at once, so that nothing flickers and nothing scrolls.
pub(crate) fn frame(text: &str, notice: &str, rows: usize) -> String {
    let room = if notice.is_empty() { rows } else { rows.saturating_sub(1) };
    let clear_line = ansi(&Clear(ClearType::UntilNewLine));
    let lines: Vec<String> =
        text.lines().take(room).map(|line| format!("{line}{clear_line}")).collect();
    let top = ansi(&MoveTo(0, 0));
    let mut frame = format!("{top}{}", lines.join("\r\n"));
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
        let frame = frame(text, notice, rows);
        let inside = frame.strip_prefix("\u{1b}[?2026h").unwrap();
        inside.strip_suffix("\u{1b}[?2026l").unwrap().to_owned()
    }

    #[test]
    fn a_frame_begins_at_the_top_and_clears_what_was_below() {
        assert_eq!(drawn("a\nb\n", "", 4), "\u{1b}[1;1Ha\u{1b}[K\r\nb\u{1b}[K\r\n\u{1b}[J");
    }

    #[test]
    fn a_frame_never_scrolls() {
        assert_eq!(drawn("a\nb\nc\n", "", 2), "\u{1b}[1;1Ha\u{1b}[K\r\nb\u{1b}[K\u{1b}[J");
        let noticed = drawn("a\nb\n", "no", 2);
        assert_eq!(noticed, "\u{1b}[1;1Ha\u{1b}[K\r\n\u{1b}[J\u{1b}[2;1Hno");
    }
}
