//! The gates through which texts of a questionnaire get into the form of a tool, one for
//! each syntax.

use crate::telling::is_unsafe;

/// A text on one line, without control characters.
pub(super) fn line(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|character| if character.is_whitespace() { ' ' } else { character })
        .filter(|character| !character.is_control())
        .collect();
    plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A text on one line of HTML, in which neither a mark nor one of `signs`, which the tool
/// would take for something else, is left; nor does it begin as a formula does.
pub(super) fn html(text: &str, signs: &[char]) -> String {
    let mut written = String::new();
    for (place, character) in line(text).chars().enumerate() {
        match character {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            sign if signs.contains(&sign) || place == 0 && "=+-@".contains(sign) => {
                written.extend(["&#", &u32::from(sign).to_string(), ";"]);
            }
            other => written.push(other),
        }
    }
    written
}

/// A text within an element of XML.
pub(super) fn xml(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            // No text of XML has these.
            '\u{fffe}' | '\u{ffff}' => {}
            other => written.push(other),
        }
    }
    written
}

/// A text on one line as a literal of a script, which ends nothing around it.
pub(super) fn literal(text: &str) -> String {
    let mut written = String::from("\"");
    for character in line(text).chars() {
        match character {
            '"' | '\\' => written.extend(['\\', character]),
            hidden if hidden == '<' || is_unsafe(hidden) => {
                let mut units = [0; 2];
                for unit in hidden.encode_utf16(&mut units) {
                    written.extend(["\\u", &format!("{unit:04x}")]);
                }
            }
            other => written.push(other),
        }
    }
    written.push('"');
    written
}

/// A text on one line of a sheet of `XLSForm`, in which `${` refers to no question.
pub(super) fn unreferring(text: &str) -> String {
    line(text).replace("${", "$\u{200b}{")
}
