//! How large the terminal is.

/// Rows and columns, each at least 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TerminalSize {
    pub(crate) rows: usize,
    pub(crate) columns: usize,
}

/// The size of the terminal; `None` if there is none, or it does not know.
pub(crate) fn size() -> Option<TerminalSize> {
    let (columns, rows) = crossterm::terminal::size().ok()?;
    (rows > 0 && columns > 0).then(|| TerminalSize { rows: rows.into(), columns: columns.into() })
}
