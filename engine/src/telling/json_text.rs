//! Values as JSON.

use serde::Serialize;

use super::clean::is_unsafe;

/// `value` as indented JSON with a final newline. Whatever a terminal could
/// take for a command is escaped, which changes nothing for a JSON reader.
///
/// # Errors
/// What `value` has that JSON cannot say.
///
/// ```
/// let text = rolefit_engine::telling::json_text(&["a\u{202e}b"])?;
/// assert_eq!(text, "[\n  \"a\\u202eb\"\n]\n");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn json_text(value: &impl Serialize) -> serde_json::Result<String> {
    let plain = serde_json::to_string_pretty(value)?;
    let mut text = String::with_capacity(plain.len() + 1);
    let mut rest = plain.as_str();
    // What is plain is by far the most, and is taken in one piece up to what is not.
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n');
    while let Some(place) = rest.bytes().position(|byte| !is_plain(byte)) {
        let (before, from) = rest.split_at(place);
        text.push_str(before);
        let mut characters = from.chars();
        text.extend(characters.next().map(shown));
        rest = characters.as_str();
    }
    text.push_str(rest);
    text.push('\n');
    Ok(text)
}

/// The character, or an escape for it that no terminal obeys.
fn shown(character: char) -> String {
    if !is_unsafe(character) {
        return character.to_string();
    }
    let mut units = [0; 2];
    let units = character.encode_utf16(&mut units).iter();
    units.map(|unit| format!("\\u{unit:04x}")).collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use super::json_text;

    #[test]
    fn what_a_terminal_could_obey_is_escaped_and_all_else_stays() {
        let told = ["é – ’", "a\u{9b}b\u{e0001}\u{7f}", "\n~ "];
        let text = json_text(&told).unwrap();
        let lines =
            ["[", "  \"é – ’\",", "  \"a\\u009bb\\udb40\\udc01\\u007f\",", "  \"\\n~ \"", "]\n"];
        assert_eq!(text, lines.join("\n"));
        assert_eq!(serde_json::from_str::<[String; 3]>(&text).unwrap(), told);
    }
}
