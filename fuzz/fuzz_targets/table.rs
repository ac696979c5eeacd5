//! A cohort as a table. The first byte says how many bytes arrive at a time.
#![no_main]

mod program;
use program::{args, failure, output, text};

use libfuzzer_sys::fuzz_target;
use program::args::RowFormat;
use program::{Told, told};
use rolefit_engine::sheet::Rows;
use rolefit_fuzz::{SMALL, scores};

/// Rows that are rejected, each for another reason.
const BAD: [&[u8]; 3] = [b"bad,9,x,,\n", b"too,many,cells,1,2,3,4,5,6,7\n", b"\xff,1,2,3,4\n"];
const HEADINGS: [&str; 5] = ["respondent", "talk", "sums", "postcode", "chart"];

fuzz_target!(|data: &[u8]| {
    let Some((piece, bytes)) = data.split_first() else { return };
    let piece = 1 + usize::from(*piece);
    let rows = Rows::new(&SMALL);
    // As it comes.
    let all = told(&rows, bytes, piece, RowFormat::Csv).map_err(|failure| failure.to_string());
    let at_once = told(&rows, bytes, usize::MAX, RowFormat::Csv);
    assert_eq!(all, at_once.map_err(|failure| failure.to_string()), "in pieces and at once");
    if let Ok(all) = all {
        for sheet in all.iter().filter_map(|(_, told)| told.as_ref()?.as_ref().ok()) {
            scores(&SMALL, sheet);
        }
    }
    // Its lines and commas as the cells of a table that is well written: the rows
    // say the same whether or not bad ones stand between them.
    let text = String::from_utf8_lossy(bytes);
    let (mut clean, mut mixed) = (line(HEADINGS), line(HEADINGS));
    for (number, cells) in text.split('\n').enumerate() {
        let mut cells = cells.split(',');
        let row = line([(); 5].map(|()| cells.next().unwrap_or_default()));
        clean.extend(&row);
        mixed.extend(BAD[number % BAD.len()]);
        mixed.extend(&row);
    }
    let of = |bytes| told(&rows, bytes, piece, RowFormat::Csv).expect("it is well written");
    let (clean, mixed) = (of(&clean), of(&mixed));
    assert_eq!(mixed.len(), 2 * clean.len());
    let is_rejected = |(_, told): &Told| matches!(told, Some(Err(_)));
    assert!(mixed.iter().step_by(2).all(is_rejected));
    let good = mixed.iter().skip(1).step_by(2).map(|(_, told)| told);
    assert!(good.eq(clean.iter().map(|(_, told)| told)), "{clean:?} and {mixed:?}");
});

fn line(cells: [&str; 5]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells).expect("memory");
    writer.into_inner().expect("memory")
}
