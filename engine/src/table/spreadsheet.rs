//! Rows of a table that a spreadsheet may open.

use std::borrow::Cow;

/// A cell with one of these is quoted: where a comma separates decimals, a
/// spreadsheet takes a semicolon for the end of a cell.
const QUOTED: [char; 6] = ['"', ',', ';', '\t', '\r', '\n'];

/// Adds one row to `text`, its cells made harmless.
///
/// ```
/// let mut text = Vec::new();
/// rolefit_engine::table::write_row(&mut text, ["Ann", "=1+1", "-2.5", "a;b"]);
/// assert_eq!(text, b"Ann,'=1+1,-2.5,\"a;b\"\n");
/// ```
pub fn write_row<C: AsRef<str>>(text: &mut Vec<u8>, cells: impl IntoIterator<Item = C>) {
    write_row_between(text, b',', cells);
}

/// The same with another `separator`: a comma, a semicolon or a tab.
pub fn write_row_between<C: AsRef<str>>(
    text: &mut Vec<u8>,
    separator: u8,
    cells: impl IntoIterator<Item = C>,
) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            text.push(separator);
        }
        let cell = harmless(cell.as_ref());
        if cell.contains(QUOTED) {
            text.push(b'"');
            text.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
            text.push(b'"');
        } else {
            text.extend_from_slice(cell.as_bytes());
        }
    }
    text.push(b'\n');
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe before
/// it. A plain number is none, whatever its sign.
fn harmless(cell: &str) -> Cow<'_, str> {
    const BEGIN: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if cell.starts_with(BEGIN) && !is_number(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

fn is_number(cell: &str) -> bool {
    let digits = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
    cell.chars().all(digits) && cell.parse::<f64>().is_ok_and(f64::is_finite)
}

#[cfg(test)]
mod tests {
    use super::{harmless, write_row};

    #[test]
    fn what_a_spreadsheet_anywhere_may_take_for_the_end_of_a_cell_is_quoted() {
        let mut text = Vec::new();
        write_row(&mut text, ["a;=1+1", "b\tc", "d \"e\", f", "g\nh", "i j"]);
        let quoted = "\"a;=1+1\",\"b\tc\",\"d \"\"e\"\", f\",\"g\nh\",i j\n";
        assert_eq!(String::from_utf8(text).unwrap(), quoted);
    }

    #[test]
    fn formulas_are_nothing_but_text() {
        let cells = ["=1+1", "+1+1", "-1-1", "@x", "\tx", "\n=x", "＝1", "-inf", "+", "plain", ""];
        let harmless = cells.map(harmless);
        let quoted = ["'=1+1", "'+1+1", "'-1-1", "'@x", "'\tx", "'\n=x", "'＝1", "'-inf", "'+"];
        assert_eq!(harmless[..9], quoted);
        assert_eq!(harmless[9..], ["plain", ""]);
    }

    #[test]
    fn numbers_stay_numbers() {
        for number in ["-1", "+2.5", "-0.125", "-1e-9", "3"] {
            assert_eq!(harmless(number), number);
        }
    }
}
