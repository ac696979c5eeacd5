//! The file of one answer sheet, YAML or JSON, and the same as a line of a cohort.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::sheet::Sheet;
use rolefit_engine::table::SheetReader;
use rolefit_fuzz::{SMALL, is_printable, readable, scores_and_is_kept};

fuzz_target!(|data: &[u8]| {
    let Ok(source) = Source::decode("sheet.yaml", data) else { return };
    let read = Sheet::read(&SMALL, &source);
    match &read {
        Ok(sheet) => scores_and_is_kept(sheet),
        Err(problems) => {
            assert!(!problems.as_slice().is_empty(), "refused without a reason");
            problems.as_slice().iter().for_each(readable);
        }
    }
    // A sheet of these data files is the same sheet where any will do.
    let of_any = Sheet::read_of_any(&SMALL, &source);
    if let Ok(sheet) = read {
        assert_eq!(of_any.as_ref(), Ok(&(sheet, false)));
    }
    // Whatever a cohort's line says as a sheet, the file says, too. What a survey tool
    // exports is none: its answers stand beside other things.
    let whole = serde_json::from_str::<serde_json::Value>(source.text());
    let is_sheet = whole.is_ok_and(|value| value.get("answers").is_some());
    if !is_sheet || !is_printable(source.text()) {
        return;
    }
    if let Ok(line) = SheetReader::new(&SMALL).read_json(source.text().as_bytes()) {
        let file = Sheet::read(&SMALL, &source);
        assert_eq!(file.as_ref(), Ok(&line), "{:?}", source.text());
    }
});
