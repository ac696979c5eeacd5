//! Slips that look right: a space that is none, a colon without a space, a bracket at the
//! beginning of a text, a # in one. They are looked for only where something is wrong.

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
        if let Some((column, mistake)) = slip(line).or_else(|| brackets(line)) {
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

/// What is wrong with the brackets in `line`, and at which byte: a comment holds what would
/// close them, or a text goes on behind the bracket that closes.
fn brackets(line: &str) -> Option<(usize, SyntaxMistake)> {
    let (mut open, mut quote) = (0_usize, None);
    // The last character that is no space, and whether a space stands behind it.
    let (mut last, mut is_apart) = (None, true);
    for (at, character) in line.char_indices() {
        if character.is_whitespace() {
            is_apart = true;
            continue;
        }
        let is_first = match last.replace(character) {
            None | Some('[' | '{' | ',') => true,
            Some(':' | '-') => is_apart,
            _ => false,
        };
        let behind_space = std::mem::replace(&mut is_apart, false);
        match character {
            _ if quote == Some(character) => quote = None,
            _ if quote.is_some() => {}
            '"' | '\'' if is_first => quote = Some(character),
            '[' | '{' if is_first || open > 0 => open += 1,
            ']' | '}' => {
                open = open.checked_sub(1)?;
                let rest = line.get(at + 1..)?.trim_start();
                let goes_on = !rest.is_empty() && !rest.starts_with([',', ']', '}', '#', ':']);
                if open == 0 && goes_on {
                    return Some((at + 1, SyntaxMistake::TextAfterBracket));
                }
            }
            '#' if behind_space => {
                let comment = line.get(at..)?;
                let count = |of: [char; 2]| comment.matches(of).count();
                let closes = count([']', '}']) > count(['[', '{']);
                return closes.then_some((at, SyntaxMistake::CutInBrackets));
            }
            _ => {}
        }
    }
    None
}

/// Whether it looks like a space, or like nothing, and is none to YAML.
fn is_odd_space(character: char) -> bool {
    matches!(
        character,
        '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200b}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{feff}'
    )
}

/// Where the comment begins that cuts the plain text at `span` short: it was hardly meant
/// for one, since its `#` has no space behind it, as in `C #1`.
pub(super) fn cut(source: &Source, span: Span) -> Option<Span> {
    if source.slice(span).starts_with(['"', '\'', '|', '>']) {
        return None;
    }
    let behind = source.text().get(span.end..)?;
    let comment = behind.trim_start_matches([' ', '\t']);
    let start = span.end + behind.len() - comment.len();
    let is_cut = comment.strip_prefix('#').is_some_and(|behind| {
        let is_comment = behind.is_empty() || behind.starts_with(char::is_whitespace);
        !is_comment && !behind.starts_with(['#', '!'])
    });
    is_cut.then_some(Span { start, end: start + 1 })
}
