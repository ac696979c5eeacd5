//! A cohort as a table. The first byte says how many bytes arrive at a time.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::table::{RowError, RowPlace, Syntax, write_row};
use rolefit_fuzz::{ReadRow, read_rows, scores};

/// In so many lines names that are nearly right are looked for.
const SUGGESTIONS: u64 = rolefit_engine::limits::SUGGESTIONS.most as u64;
/// Rows that are rejected, each for another reason.
const BAD: [&[u8]; 3] = [b"bad,9,x,,\n", b"too,many,cells,1,2,3,4,5,6,7\n", b"\xff,1,2,3,4\n"];
const HEADINGS: [&str; 5] = ["respondent", "talk", "sums", "postcode", "chart"];
/// A row of answers, behind which there are no more headings.
const FIRST: [&str; 5] = ["first", "1", "", "", "2"];

fuzz_target!(|data: &[u8]| {
    let Some((piece, bytes)) = data.split_first() else { return };
    let piece = 1 + usize::from(*piece);
    let read = |bytes: &[u8], piece| {
        read_rows(bytes, piece, Syntax::Csv).map_err(|error| error.to_string())
    };
    // As it comes.
    let all = read(bytes, piece);
    assert_eq!(all, read(bytes, usize::MAX), "in pieces and at once");
    // What holds of a score is tried with sheets: here one is enough.
    let mut read_sheets = all.iter().flatten().filter_map(|(_, row)| row.as_ref()?.as_ref().ok());
    read_sheets.next().map(scores);
    // Its lines and commas as the cells of a table that is well written: the rows
    // say the same whether or not bad ones stand between them.
    let text = String::from_utf8_lossy(bytes);
    let (mut clean, mut mixed) = (Vec::new(), Vec::new());
    for table in [&mut clean, &mut mixed] {
        write_row(table, HEADINGS);
        write_row(table, FIRST);
    }
    for (number, cells) in text.split('\n').enumerate() {
        let mut cells = cells.split(',');
        let row = [(); 5].map(|()| cells.next().unwrap_or_default());
        mixed.extend(BAD[number % BAD.len()]);
        write_row(&mut clean, row);
        write_row(&mut mixed, row);
    }
    let (clean, mixed) = (read(&clean, piece), read(&mixed, piece));
    let (clean, mixed) = (clean.expect("it is well written"), mixed.expect("it is well written"));
    let (clean, mixed) = (&clean[1..], &mixed[1..]);
    assert_eq!(mixed.len(), 2 * clean.len());
    assert!(mixed.iter().step_by(2).all(|(_, row)| matches!(row, Some(Err(_)))));
    let is_rejected = |row: &ReadRow| matches!(row.1, Some(Err(_)));
    for (beside, alone) in mixed.iter().skip(1).step_by(2).zip(clean) {
        if is_rejected(beside) && beside.0 > SUGGESTIONS {
            // Names that are nearly right are looked for in the first lines alone.
            assert!(is_rejected(alone), "{alone:?} and {beside:?}");
        } else {
            assert_eq!(anywhere(beside), anywhere(alone));
        }
    }
    // Its lines and commas as they are, and with each cell between quotation marks.
    // A mark at the head of a line is passed over; between quotation marks it is not there.
    let text = text.replace(['"', '\r', '\u{feff}'], "");
    let bare = format!("{}\n{text}\n", HEADINGS.join(","));
    let quoted = |line: &str| format!("\"{}\"\n", line.replace(',', "\",\""));
    let quoted: String = bare.lines().map(quoted).collect();
    assert_eq!(read(bare.as_bytes(), piece), read(quoted.as_bytes(), piece));
});

/// What is read of a row, wherever it stands.
fn anywhere((_, row): &ReadRow) -> ReadRow {
    let read = row.clone();
    (
        0,
        read.map(|read| {
            read.map_err(|error| RowError { place: RowPlace::Json { line: 0 }, ..error })
        }),
    )
}
