//! Text cut to a number of columns.

use unicode_width::UnicodeWidthStr;

/// `text`, cut to `width` columns with an ellipsis if it is longer.
#[must_use]
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for character in text.chars() {
        let next = format!("{kept}{character}");
        if next.width() + 1 > width {
            break;
        }
        kept = next;
    }
    kept.push('…');
    kept
}
