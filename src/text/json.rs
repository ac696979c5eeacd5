//! Values as JSON.

use rolefit_engine::telling::json_text;
use serde::Serialize;

use super::terminal_text::TerminalText;

/// `value` as indented JSON with a final newline, safe to show.
pub(crate) fn json(value: &impl Serialize) -> serde_json::Result<TerminalText> {
    Ok(TerminalText::laid_out(json_text(value)?))
}
