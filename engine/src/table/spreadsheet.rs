//! Rows of a table that a spreadsheet may open.

use std::io::{self, Write as _};

/// A cell with one of these is quoted: where a comma separates decimals, a
/// spreadsheet takes a semicolon for the end of a cell.
const QUOTED: [char; 6] = ['"', ',', ';', '\t', '\r', '\n'];

/// Adds one row, its cells made harmless.
///
/// # Errors
/// None where `text` is in memory.
pub fn line<'r>(text: &mut Vec<u8>, cells: impl Iterator<Item = &'r str>) -> io::Result<()> {
    for (place, cell) in cells.map(harmless).enumerate() {
        let begin = if place == 0 { "" } else { "," };
        if cell.contains(QUOTED) {
            write!(text, "{begin}\"{}\"", cell.replace('"', "\"\""))?;
        } else {
            write!(text, "{begin}{cell}")?;
        }
    }
    text.write_all(b"\n")
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe before
/// it. A plain number is none, whatever its sign.
fn harmless(cell: &str) -> String {
    const BEGIN: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if cell.starts_with(BEGIN) && !is_number(cell) { format!("'{cell}") } else { cell.to_owned() }
}

fn is_number(cell: &str) -> bool {
    let digits = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
    cell.chars().all(digits) && cell.parse::<f64>().is_ok_and(f64::is_finite)
}

#[cfg(test)]
mod tests {
    use super::{harmless, line};

    #[test]
    fn what_a_spreadsheet_anywhere_may_take_for_the_end_of_a_cell_is_quoted() {
        let mut text = Vec::new();
        line(&mut text, ["a;=1+1", "b\tc", "d \"e\", f", "g\nh", "i j"].into_iter()).unwrap();
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
