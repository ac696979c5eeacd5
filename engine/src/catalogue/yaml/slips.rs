//! Slips at the beginning of a line that YAML takes for a part of a text: a space that is
//! none, and a colon without a space. They are looked for only where something is wrong.

use super::node::Span;
use super::source::Source;
use crate::catalogue::mistake::SyntaxMistake;

/// How many lines above the one that a parser blames may be at fault.
const ABOVE: usize = 3;

/// The slip in the line of `text` in which byte `at` stands or, if there is none, in one of
/// the lines above.
pub(super) fn near(text: &str, at: usize) -> Option<(usize, SyntaxMistake)> {
    let end = text.get(at..)?.find(['\n', '\r']).map_or(text.len(), |end| at + end);
    let mut above = text.get(..end)?;
    for _ in 0..=ABOVE {
        let start = above.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let line = above.get(start..)?;
        if let Some((column, mistake)) = slip(line) {
            return Some((start + column, mistake));
        }
        above = above.get(..start)?.trim_end_matches(['\n', '\r', ' ']);
    }
    None
}

/// The slip in the line of `text` in which byte `at` stands.
pub(super) fn on_line(text: &str, at: usize) -> Option<(usize, SyntaxMistake)> {
    let start = text.get(..at)?.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let (column, mistake) = slip(text.get(start..)?.split(['\n', '\r']).next()?)?;
    Some((start + column, mistake))
}

/// What is wrong at the beginning of `line`, and at which byte.
fn slip(line: &str) -> Option<(usize, SyntaxMistake)> {
    let mut rest = line;
    let at = |rest: &str| line.len() - rest.len();
    loop {
        let first = rest.chars().next()?;
        if is_odd_space(first) {
            return Some((at(rest), SyntaxMistake::OddSpace(first)));
        }
        let next = rest.strip_prefix(' ').or_else(|| {
            let behind = rest.strip_prefix('-')?;
            behind.starts_with(|next| next == ' ' || is_odd_space(next)).then_some(behind)
        });
        match next {
            Some(next) => rest = next,
            None => break,
        }
    }
    let is_of_key = |character: char| character.is_ascii_alphanumeric() || "_-".contains(character);
    let behind = rest.trim_start_matches(is_of_key);
    let key = rest.get(..rest.len() - behind.len()).filter(|key| !key.is_empty())?;
    let behind = behind.strip_prefix(':')?;
    let next = behind.chars().next()?;
    if is_odd_space(next) {
        return Some((at(behind), SyntaxMistake::OddSpace(next)));
    }
    // An address has slashes there.
    let is_slip = !next.is_whitespace() && next != '/';
    is_slip.then(|| (at(behind), SyntaxMistake::NoSpaceAfterColon { key: key.to_owned() }))
}

/// Whether it looks like a space, or like nothing, and is none to YAML.
fn is_odd_space(character: char) -> bool {
    matches!(
        character,
        '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200b}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{feff}'
    )
}

/// Where the comment begins that cuts the plain text at `span` short: its `#` has no space
/// behind it, as in `C #1`, so that it was hardly meant for one.
pub(super) fn cut(source: &Source, span: Span) -> Option<Span> {
    if source.slice(span).starts_with(['"', '\'', '|', '>']) {
        return None;
    }
    let behind = source.text().get(span.end..)?;
    let comment = behind.trim_start_matches([' ', '\t']);
    let start = span.end + behind.len() - comment.len();
    let mut begins = comment.chars();
    let is_cut = begins.next() == Some('#')
        && begins.next().is_some_and(|next| !next.is_whitespace() && next != '#' && next != '!');
    is_cut.then_some(Span { start, end: start + 1 })
}
