//! A workbook: as it is, and packed from its parts, each of which begins with a line of `#` and
//! its name.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::limits;
use rolefit_engine::table::Syntax;
use rolefit_engine::workbook::{Workbook, is_workbook};
use rolefit_fuzz::{packed, read_rows, scores};

fuzz_target!(|data: &[u8]| {
    looked_through(data);
    let packed = packed(data);
    assert_eq!(is_workbook(&packed), Some(true));
    looked_through(&packed);
});

/// A workbook is refused with words, or each of its worksheets is: or it is a table in the
/// limits, the same whenever it is read, of which every sheet is scored.
fn looked_through(bytes: &[u8]) {
    let mut workbook = match Workbook::open(bytes.to_vec()) {
        Ok(workbook) => workbook,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    for place in 0..workbook.worksheets().len().min(4) {
        let table = match workbook.table(place) {
            Ok(table) => table,
            Err(error) => {
                assert!(!error.to_string().is_empty());
                continue;
            }
        };
        assert_eq!(workbook.table(place).as_ref(), Ok(&table));
        let text = std::str::from_utf8(&table).expect("it is text");
        assert!(text.lines().count() <= limits::WORKSHEET_ROWS.most);
        assert!(text.lines().all(|row| row.matches('\t').count() < limits::COLUMNS.most));
        let Ok(rows) = read_rows(&table, usize::MAX, Syntax::Worksheet) else { continue };
        let last = text.lines().count() as u64;
        assert!(rows.iter().all(|(line, _)| *line <= last), "a row is a line");
        for sheet in rows.iter().filter_map(|(_, row)| row.as_ref()?.as_ref().ok()).take(16) {
            scores(sheet);
        }
    }
}
