//! Summaries of parts of a cohort, one after the other, as `cohort --merge` reads them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rolefit_engine::cohort::{StoredSummary, Summary};
use rolefit_fuzz::{SMALL, adds_up};

fuzz_target!(|data: &[u8]| {
    let mut whole = Summary::of(&SMALL, Some("site".to_owned()));
    for stored in serde_json::Deserializer::from_slice(data).into_iter::<StoredSummary>() {
        let Ok(stored) = stored else { return };
        match stored.checked(&SMALL) {
            Ok(part) => adds_up(&mut whole, &part),
            Err(misfit) => assert!(!misfit.to_string().is_empty(), "{misfit:?}"),
        }
    }
});
