//! A cohort as lines of JSON. The first byte says how many bytes arrive at a time.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::table::{RowError, RowPlace, Syntax};
use rolefit_fuzz::{ReadRow, read_rows, scores};

/// In so many lines names that are nearly right are looked for.
const SUGGESTIONS: u64 = rolefit_engine::limits::SUGGESTIONS.most as u64;
const MARK: &[u8] = "\u{feff}".as_bytes();

fuzz_target!(|data: &[u8]| {
    let Some((piece, bytes)) = data.split_first() else { return };
    let all = read(bytes, 1 + usize::from(*piece));
    assert_eq!(all, read(bytes, usize::MAX), "in pieces and at once");
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let lines = lines(bytes);
    assert_eq!(all.len(), lines.len());
    for ((number, line), (found, row)) in (1..).zip(lines).zip(all) {
        assert_eq!(found, number);
        if let Some(Ok(sheet)) = &row {
            scores(sheet);
        }
        // A mark is part of the first line alone.
        if !line.starts_with(MARK) {
            let beside = row.map(|read| {
                read.map_err(|error| RowError { place: RowPlace::Json { line: 1 }, ..error })
            });
            let alone = read(line, usize::MAX);
            if matches!(beside, Some(Err(_))) && number > SUGGESTIONS {
                // Names that are nearly right are looked for in the first lines alone.
                assert!(matches!(alone.as_slice(), [(1, Some(Err(_)))]), "{alone:?}");
            } else {
                assert_eq!(alone, [(1, beside)], "beside others and alone");
            }
        }
    }
});

/// Lines, which end with a line feed, a return, or both.
fn lines(mut bytes: &[u8]) -> Vec<&[u8]> {
    let mut lines = Vec::new();
    while !bytes.is_empty() {
        let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let end = end.map_or(bytes.len(), |end| {
            if bytes[end..].starts_with(b"\r\n") { end + 2 } else { end + 1 }
        });
        let (line, rest) = bytes.split_at(end);
        lines.push(line);
        bytes = rest;
    }
    lines
}

fn read(bytes: &[u8], piece: usize) -> Vec<ReadRow> {
    read_rows(bytes, piece, Syntax::Ndjson).expect("no line stops the others")
}
