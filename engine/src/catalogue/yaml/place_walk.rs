//! From the bytes of a text to lines and columns, as an editor shows them.
//!
//! A line ends with a line feed, a return, or both. A column is a character, whatever its
//! width, and so is a mark of byte order inside the text.

use super::node::Span;
use crate::catalogue::problem::Place;

/// Goes through a text once, from place to place.
#[derive(Debug)]
pub(super) struct PlaceWalk<'t> {
    text: &'t str,
    at: usize,
    /// The line it is on, from 1.
    line: usize,
    /// Where that line begins.
    line_start: usize,
    /// The characters of the line before it.
    before: usize,
}

impl<'t> PlaceWalk<'t> {
    /// At the beginning of `text`.
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, line: 1, line_start: 0, before: 0 }
    }

    /// The line it is on, from 1.
    pub(super) fn line(&self) -> usize {
        self.line
    }

    /// Where `span` stands, with the part of its line that is worth showing. It does not
    /// begin before the last one.
    pub(super) fn place(&mut self, span: Span) -> Place {
        /// Characters kept on either side of the start of the span: a line as
        /// people write it, and not a megabyte without a line break.
        const CONTEXT: usize = 400;
        self.go_to(span.start);
        let lead = self.text.get(self.line_start..self.at).unwrap_or_default();
        let kept = lead.char_indices().rev().take(CONTEXT).last();
        let lead = lead.get(kept.map_or(0, |(at, _)| at)..).unwrap_or_default();
        let rest = self.text.get(self.at..).unwrap_or_default();
        let is_in_line = |character: &char| !matches!(character, '\n' | '\r');
        let tail: String = rest.chars().take(CONTEXT).take_while(is_in_line).collect();
        let marked = rest.get(..span.end.saturating_sub(self.at)).unwrap_or_default();
        let width = marked.find(['\n', '\r']).unwrap_or(marked.len()).min(tail.len());
        Place {
            line: self.line,
            column: 1 + self.before,
            excerpt: format!("{lead}{tail}"),
            marked: lead.len()..lead.len() + width,
        }
    }

    /// Goes on to the character that holds the byte at `offset`, or to the end.
    pub(super) fn go_to(&mut self, offset: usize) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        for character in rest.chars() {
            if self.at + character.len_utf8() > offset {
                break;
            }
            self.pass(character);
        }
    }

    /// Goes on to this line and column, both from 1, or to the end; the byte there.
    pub(super) fn find(mut self, line: usize, column: usize) -> usize {
        for character in self.text.chars() {
            if self.line >= line && self.before + 1 >= column || self.line > line {
                break;
            }
            self.pass(character);
        }
        self.at
    }

    fn pass(&mut self, character: char) {
        self.at += character.len_utf8();
        let ends_line = match character {
            '\n' => true,
            // A return and a line feed end one line.
            '\r' => self.text.as_bytes().get(self.at) != Some(&b'\n'),
            _ => false,
        };
        if ends_line {
            self.line += 1;
            self.line_start = self.at;
            self.before = 0;
        } else {
            self.before += 1;
        }
    }
}
