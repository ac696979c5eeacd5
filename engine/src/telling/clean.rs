//! Text from files and answers, made safe for a terminal.

/// `text` on one line, without control characters and without the marks that
/// make a terminal write backwards.
pub fn clean(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let before = words.len();
        if before > 0 {
            words.push(' ');
        }
        let spaced = words.len();
        words.extend(word.chars().filter(|character| !is_unsafe(*character)));
        if words.len() == spaced {
            words.truncate(before);
        }
    }
    words
}

/// Lines, each made safe.
pub fn clean_lines(lines: &[String]) -> String {
    lines.iter().fold(String::new(), |text, line| text + &clean(line) + "\n")
}

/// Text whose lines and tabs stay, made safe.
pub fn clean_text(text: &str) -> String {
    let keeps = |character: &char| matches!(character, '\n' | '\t') || !is_unsafe(*character);
    text.chars().filter(keeps).collect()
}

/// Control characters, bidirectional controls and invisible tag characters.
pub fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn escapes_and_bidirectional_marks_are_dropped() {
        assert_eq!(clean("a\u{1b}[31mb\u{202e}c\u{9b}d"), "a[31mbcd");
    }

    #[test]
    fn white_space_of_any_kind_is_one_space() {
        assert_eq!(clean(" a\n\n b\t\u{1b} c\r\n"), "a b c");
    }
}
