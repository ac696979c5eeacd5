//! What every target holds the library to: laws of results, of counts, of what is written
//! and of mistakes, and the small catalogue they are tried on.

mod counts;
mod laws;
mod questions;
mod rows;
mod workbooks;

use std::sync::LazyLock;

pub use counts::adds_up;
pub use laws::{is_printable, readable, same_by_code, same_when_kept, scores, scores_and_is_kept};
pub use questions::read_questions;
pub use rows::{ReadRow, read_rows};
pub use workbooks::packed;

use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::catalogue::{Catalogue, StartingPoint};
use rolefit_engine::sheet::{Answers, Sheet};

/// Six questions on four interests.
pub const QUESTIONS: &str = include_str!("../../tests/data/questions.yaml");
/// Three roles, two modules and two specialisms that go with them.
pub const CAREERS: &str = include_str!("../../tests/data/careers.yaml");

/// The small catalogue.
pub static SMALL: LazyLock<Catalogue> =
    LazyLock::new(|| read(QUESTIONS.as_bytes(), CAREERS.as_bytes()).expect("it is tested"));

/// The catalogue in two files.
///
/// # Errors
/// The number of mistakes; each has been held to what a mistake must be.
pub fn read(questions: &[u8], careers: &[u8]) -> Result<Catalogue, usize> {
    let read = Catalogue::read(
        Source::decode("questions.yaml", questions),
        Source::decode("careers.yaml", careers),
    );
    read.map_err(|problems| {
        assert!(!problems.as_slice().is_empty(), "refused without a reason");
        problems.as_slice().iter().for_each(readable);
        problems.as_slice().len()
    })
}

/// A sheet for `catalogue` whose answers, skips, importance and starting point follow from
/// `seed`.
#[must_use]
pub fn sheet(catalogue: &Catalogue, seed: u64) -> Sheet<'_> {
    let asked = catalogue.questionnaire();
    let mut state = seed;
    // Knuth's generator: any will do, if it is the same on every run.
    let mut next = move |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut sheet = Sheet::new(Answers::blank(catalogue));
    for question in asked.questions.indices() {
        let number = u8::try_from(next(u64::from(asked.scale.len()) + 1)).expect("9 at the most");
        sheet.set_answer(question, asked.scale.point(number));
    }
    let weights: &[f64] = match seed % 3 {
        0 => &[0.0, 0.5, 1.0, 2.0, 5.0],
        1 => &[1.0, 2.0],
        _ => &[1.0],
    };
    for interest in asked.interests.indices() {
        sheet.set_importance(interest, weights[next(weights.len() as u64) as usize]);
    }
    sheet.starting_point = StartingPoint::ALL.get(next(8) as usize).copied();
    sheet
}
