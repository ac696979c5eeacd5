//! Values as JSON.

use std::fmt::Write as _;

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
    for character in plain.chars() {
        if is_unsafe(character) && character != '\n' {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                // Writing to a String cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(character);
        }
    }
    text.push('\n');
    Ok(text)
}
