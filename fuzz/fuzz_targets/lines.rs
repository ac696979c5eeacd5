//! A cohort as lines of JSON. The first byte says how many bytes arrive at a time.
#![no_main]

mod program;
use program::{args, failure, output, text};

use libfuzzer_sys::fuzz_target;
use program::args::RowFormat;
use program::told;
use rolefit_engine::sheet::Rows;
use rolefit_fuzz::{SMALL, scores};

const MARK: &[u8] = "\u{feff}".as_bytes();

fuzz_target!(|data: &[u8]| {
    let Some((piece, bytes)) = data.split_first() else { return };
    let rows = Rows::new(&SMALL);
    let all = told(&rows, bytes, 1 + usize::from(*piece), RowFormat::Ndjson);
    let all = all.expect("no line stops the others");
    let at_once = told(&rows, bytes, usize::MAX, RowFormat::Ndjson);
    assert_eq!(all, at_once.expect("no line stops the others"), "in pieces and at once");
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    assert_eq!(all.len(), lines.len());
    for ((number, line), (said, told_of)) in (1..).zip(lines).zip(&all) {
        assert_eq!(*said, number);
        if let Some(Ok(sheet)) = told_of {
            scores(&SMALL, sheet);
        }
        // A mark is part of the first line alone.
        if !line.starts_with(MARK) {
            let alone = told(&rows, line, usize::MAX, RowFormat::Ndjson);
            let alone = alone.expect("no line stops the others");
            assert_eq!(alone, [(1, told_of.clone())], "beside others and alone");
        }
    }
});
