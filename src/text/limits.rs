//! How much of anything is read, as text.

use rolefit_engine::limits::Limit;

use super::layout::{Page, Style};
use super::styled::{Paint, Styled};
use super::terminal_text::TerminalText;

/// A line a limit: the most, and what may have so many.
pub(crate) fn limits(limits: &[Limit], style: Style) -> TerminalText {
    let mut page = Page::new(style);
    let mosts = limits.iter().map(|limit| format!("{} {}", grouped(limit.most), limit.unit));
    let mosts: Vec<String> = mosts.collect();
    let width = mosts.iter().map(String::len).max().unwrap_or_default();
    for (limit, most) in limits.iter().zip(mosts) {
        let lead = Styled::painted(format!("  {most:<width$}  "), Paint::Bold);
        page.item(lead, limit.bounds);
    }
    page.into_text()
}

/// A number with a comma after every third digit from its end.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
