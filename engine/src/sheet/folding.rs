//! Texts and ids as other tools write them, brought to one form so that they can be
//! compared.

/// `text` in the form in which two writings of one text are the same: in small letters, in
/// words with one blank between two, without marks of HTML, quotation marks, and stops at
/// its end. It is compared and never shown.
pub(crate) fn folded(text: &str) -> String {
    let text = without_markup(text);
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\'' | '"' | '`' | '´' | '‘' | '’' | '‚' | '‛' | '“' | '”' | '„' | '«' | '»' | '‹'
            | '›' | '\u{feff}' | '\u{200b}' | '\u{ad}' => {}
            '‐' | '‑' | '‒' | '–' | '—' | '−' => folded.push('-'),
            '…' => folded.push_str("..."),
            blank if blank.is_whitespace() => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            letter => folded.extend(letter.to_lowercase()),
        }
    }
    let is_stop = |character: char| " .?!:;,*".contains(character);
    folded.trim_start_matches(['*', ' ']).trim_end_matches(is_stop).to_owned()
}

/// A folded text behind the number that a survey tool puts before it, such as `Q1.`,
/// `Question 1:`, `1)`, `(1)` or `1.1`, if it has one.
pub(crate) fn behind_number(folded: &str) -> Option<&str> {
    let unmarked =
        ["question ", "q", "("].iter().find_map(|mark| folded.strip_prefix(mark)).unwrap_or(folded);
    let is_marked = unmarked.len() < folded.len();
    let rest = unmarked.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number = unmarked.strip_suffix(rest)?;
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let is_counted = is_marked || number.contains('.');
    match rest.strip_prefix([')', ':']) {
        Some(rest) => Some(rest.trim_start()),
        None if is_counted && rest.starts_with(' ') => Some(rest.trim_start()),
        None => None,
    }
    .filter(|rest| !rest.is_empty())
}

/// The letters and digits of an id, in small letters, whichever of `-`, `_`, `.`, blanks
/// and capitals a tool has put between its words; `None` if `text` has anything else.
pub(crate) fn compact(text: &str) -> Option<String> {
    let mut letters = String::with_capacity(text.len());
    for character in text.trim().chars() {
        match character {
            '-' | '_' | '.' | ' ' | '\u{a0}' => {}
            letter if letter.is_alphanumeric() => letters.extend(letter.to_lowercase()),
            _ => return None,
        }
    }
    (!letters.is_empty()).then_some(letters)
}

/// `text` without tags, and with the characters that entities stand for.
fn without_markup(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, marked) = rest.split_at(at);
        plain.push_str(before);
        let read = if marked.starts_with('<') { tag(marked) } else { entity(marked) };
        // What is no mark is a character as any other.
        let (character, length) = read.unwrap_or((marked.chars().next(), 1));
        plain.extend(character);
        rest = marked.get(length..).unwrap_or_default();
    }
    plain + rest
}

/// What the tag at the beginning of `text` stands for, and its length: a blank where it
/// begins a line, and otherwise nothing.
fn tag(text: &str) -> Option<(Option<char>, usize)> {
    /// A tag is no longer than this, so that no text is looked through again and again.
    const LONGEST: usize = 512;
    let name = text.get(1..)?.trim_start_matches('/');
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') {
        return None;
    }
    let end = text.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    let begins_line = ["br", "p", "div", "li", "td", "tr", "ul", "ol", "h"];
    let name: String = name.chars().take_while(char::is_ascii_alphabetic).collect();
    let blank = begins_line.contains(&name.to_ascii_lowercase().as_str());
    Some((blank.then_some(' '), end + 1))
}

/// The character that the entity at the beginning of `text` stands for, and its length.
fn entity(text: &str) -> Option<(Option<char>, usize)> {
    const LONGEST: usize = 10;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let character = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "nbsp" => ' ',
        "quot" | "ldquo" | "rdquo" => '"',
        "apos" | "lsquo" | "rsquo" => '\'',
        "ndash" | "mdash" => '-',
        "hellip" => '…',
        _ => {
            let number = name.strip_prefix('#')?;
            let number = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(number)?
        }
    };
    Some((Some(character), end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tools_do_to_a_text_is_undone() {
        let text = folded("Check a patient's \"first\" day – and more");
        for written in [
            "  check a patient’s “first”\u{a0}day - and\n more. ",
            "<p>Check a patient&#39;s <b>&quot;first&quot;</b> day &ndash; and more</p>",
            "*Check a patients first day - and more:*",
        ] {
            assert_eq!(folded(written), text, "{written}");
        }
        assert_ne!(folded("Check a patient's first day, and more"), text);
        assert_eq!(folded("a < b & c; d <3"), "a < b & c; d <3");
    }

    #[test]
    fn numbers_before_a_text_are_told_from_those_in_it() {
        for numbered in [
            "q1. a text",
            "q01 a text",
            "1) a text",
            "1.1 a text",
            "1.1. a text",
            "12: a text",
            "question 1. a text",
            "question 12: a text",
            "(1) a text",
        ] {
            assert_eq!(behind_number(numbered), Some("a text"), "{numbered}");
        }
        for other in [
            "2 patients",
            "a text",
            "q a text",
            "quick text",
            "1.",
            "3d printing",
            "question a text",
            "questions 2 a text",
        ] {
            assert_eq!(behind_number(other), None, "{other}");
        }
    }

    #[test]
    fn ids_are_known_however_their_words_are_joined() {
        for written in
            ["waiting-list", "waiting_list", " Waiting List ", "waiting.list", "waitingList"]
        {
            assert_eq!(compact(written).as_deref(), Some("waitinglist"), "{written}");
        }
        assert_eq!(compact("waiting/list"), None);
        assert_eq!(compact("--"), None);
    }
}
