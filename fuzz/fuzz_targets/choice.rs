//! A map of choices, and a cell that is read with it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::cohort::{ChoiceWords, WrittenChoice};
use rolefit_fuzz::{SMALL, readable};

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = Source::decode("map.yaml", bytes) else { return };
    let words = match ChoiceWords::of(&SMALL).with_map(&SMALL, &source) {
        Ok(words) => words,
        Err(problems) => return problems.as_slice().iter().for_each(readable),
    };
    // Ids and names stand for their roles, unless the map says other; no cell is a choice.
    assert_eq!(words.read(" "), WrittenChoice::Nothing);
    for role in &SMALL.careers().roles {
        assert_ne!(words.read(role.id.as_str()), WrittenChoice::Unknown);
    }
    if let Ok(cell) = std::str::from_utf8(bytes) {
        let _ = words.read(cell);
    }
});
