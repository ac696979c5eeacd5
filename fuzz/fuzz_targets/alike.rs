//! Lines of JSON that look alike, and so are read without a parser: as the parser reads them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::table::SheetReader;
use rolefit_fuzz::{SMALL, scores};

fuzz_target!(|data: &[u8]| {
    let sheets = SheetReader::new(&SMALL);
    for line in data.split(|byte| *byte == b'\n') {
        // A tab before it changes nothing for a parser, to which such a line is left.
        let parsed = sheets.read_json(&[b"\t", line].concat()).ok();
        if let Some(sheet) = &parsed {
            scores(sheet);
        }
        assert_eq!(sheets.read_json(line).ok(), parsed);
    }
});
