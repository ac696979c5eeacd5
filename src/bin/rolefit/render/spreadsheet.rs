//! Rows of a table that a spreadsheet may open.

use std::io;

/// Adds one row, its cells made harmless.
pub(crate) fn line<'r>(text: &mut Vec<u8>, cells: impl Iterator<Item = &'r str>) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(text);
    writer.write_record(cells.map(harmless))?;
    writer.flush()
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
    use super::harmless;

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
