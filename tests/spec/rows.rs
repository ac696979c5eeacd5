//! A row ends at its line end outside quotation marks, however long it is.

use std::io::{self, Read};

use proptest::prelude::*;
use rolefit_engine::limits;
use rolefit_engine::table::{RowReader, SheetReader, Syntax};

use crate::support::small;

/// Gives no more than so many bytes at a time.
struct Pieces<'t>(&'t [u8], usize);

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = buffer.len().min(self.1);
        self.0.read(&mut buffer[..most])
    }
}

/// What is told of each row of a table of which so many bytes come at a time.
fn told(table: &str, piece: usize) -> Vec<String> {
    let catalogue = small();
    let rows = RowReader::open(Pieces(table.as_bytes(), piece), Some(Syntax::Csv), &catalogue);
    let sheets = SheetReader::new(&catalogue);
    let mut told = Vec::new();
    for chunk in rows.unwrap() {
        for row in chunk.unwrap().rows() {
            told.extend(sheets.read(&row).map(|read| match read {
                Ok(sheet) => format!("{}: {}", row.place(), sheet.answers().answered()),
                Err(error) => error.to_string(),
            }));
        }
    }
    told
}

const MOST: usize = limits::ROW.most;

/// What is told of a mark that was forgotten on this line.
fn open_since(row: usize, line: usize) -> String {
    format!(
        "row {row} (line {row}): the row is longer than 1 MiB: the quotation mark that opens on line {line} \
         takes all up to the next one into one cell: close it, or take it out"
    )
}

#[test]
fn the_rows_behind_one_that_is_too_long_are_read() {
    let long = "a".repeat(3 * MOST);
    let lines = "a\n".repeat(MOST);
    let too_long =
        "row 2 (line 2): the row is longer than 1 MiB: take out columns that hold no answers";
    for (row, end, line, expected) in [
        (format!("1,{long}"), "\n", 3, too_long.to_owned()),
        (format!("1,{long}"), "\r", 3, too_long.to_owned()),
        (format!("{},\"a\nb\"", ",".repeat(2 * MOST)), "\r\n", 4, too_long.to_owned()),
        (format!("1,\"{lines}\""), "\n", 3 + MOST, open_since(2, 2)),
        (format!("1,\"a\nb\",\"\r{lines}\",c"), "\r\n", 5 + MOST, open_since(2, 3)),
        (format!("1,\"\"\"\n{lines}\"\"{lines}\""), "\n", 4 + 2 * MOST, open_since(2, 2)),
    ] {
        let table = format!("sums,note{end}{row}{end}5,x{end}");
        let expected = vec![expected, format!("row 3 (line {line}): 1")];
        assert_eq!(told(&table, 1 << 20), expected, "{:?}", &row[..8]);
        assert_eq!(told(&table, 1_021), expected, "{:?}", &row[..8]);
    }
    let open = format!("sums,note\n5,x\n1,\"{lines}");
    assert_eq!(told(&open, 4_096), ["row 2 (line 2): 1".to_owned(), open_since(3, 3)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn however_few_bytes_come_at_a_time(
        rows in prop::collection::vec("(1,a|2|3,\"b\n\r\"|\"\"\"|5,\"|,,\")", 0..12),
        long in 0_usize..13,
        piece in 1_000_usize..100_000,
    ) {
        let mut rows = rows;
        rows.insert(long.min(rows.len()), format!("1,\"{}\"", "x\n".repeat(MOST)));
        let table = format!("sums,note\n{}\n", rows.join("\n"));
        prop_assert_eq!(told(&table, piece), told(&table, 1 << 20));
    }
}
