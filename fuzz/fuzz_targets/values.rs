//! A cohort as JSON that is no object a line: a list, or values over several lines. The first
//! byte says how many bytes arrive at a time.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::sheet::Sheet;
use rolefit_engine::table::Syntax;
use rolefit_fuzz::{ReadRow, read_rows, scores};
use serde_json::Value;

fuzz_target!(|data: &[u8]| {
    let Some((piece, bytes)) = data.split_first() else { return };
    let piece = 1 + usize::from(*piece);
    // As it comes.
    let all = read(bytes, piece, Syntax::Json);
    assert_eq!(all, read(bytes, usize::MAX, Syntax::Json), "in pieces and at once");
    // What holds of a score is tried with sheets: here one is enough.
    let mut read_sheets = all.iter().filter_map(|(_, row)| row.as_ref()?.as_ref().ok());
    read_sheets.next().map(scores);
    // What of it is an object a line says the same on lines, in a list and spread out.
    let text = String::from_utf8_lossy(bytes);
    let objects = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let objects: Vec<Value> = objects.filter(Value::is_object).collect();
    let lines: String = objects.iter().map(|object| format!("{object}\n")).collect();
    let spread: String = objects.iter().map(|object| format!("{object:#}\n")).collect();
    let list = Value::Array(objects);
    let lines = sheets(&lines, piece, Syntax::Ndjson);
    for text in [list.to_string(), format!("{list:#}"), spread] {
        assert_eq!(sheets(&text, piece, Syntax::Json), lines, "{text}");
    }
});

fn read(bytes: &[u8], piece: usize, syntax: Syntax) -> Vec<ReadRow> {
    read_rows(bytes, piece, syntax).expect("no value stops the others")
}

/// The sheets in a text; `None` for each that is rejected.
fn sheets(text: &str, piece: usize, syntax: Syntax) -> Vec<Option<Sheet<'static>>> {
    let rows = read(text.as_bytes(), piece, syntax);
    rows.into_iter().map(|(_, row)| row.and_then(Result::ok)).collect()
}
