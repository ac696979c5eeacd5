//! A map of columns, and a table that is read with it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::table::{ColumnMap, RowReader, SheetReader, TableChoice};
use rolefit_fuzz::{SMALL, readable, scores};

/// Headings, of which the map names some, and a row of answers.
const TABLE: &[u8] = b"W[1],W[2],Site,talk,respondent\n5,2,4,1,Ann\n";

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = Source::decode("map.yaml", bytes) else { return };
    let map = match ColumnMap::read(&SMALL, &source) {
        Ok(map) => map,
        Err(problems) => return problems.as_slice().iter().for_each(readable),
    };
    let choice = TableChoice { map, ..TableChoice::default() };
    let sheets = SheetReader::choosing(&SMALL, &choice);
    let Ok(rows) = RowReader::choosing(TABLE, None, &SMALL, choice) else { return };
    for chunk in rows {
        for row in chunk.expect("it is in memory").rows() {
            if let Some(Ok(sheet)) = sheets.read(&row) {
                scores(&sheet);
            }
        }
    }
});
