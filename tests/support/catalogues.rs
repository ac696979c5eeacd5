//! The catalogues that tests run on, as texts and as files.

use std::path::{Path, PathBuf};

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::catalogue::yaml::Source;

/// The small questionnaire: six questions, scored by hand in `tests/spec/scoring.rs`.
pub const QUESTIONS: &str = include_str!("../data/questions.yaml");
/// The three roles that go with it.
pub const CAREERS: &str = include_str!("../data/careers.yaml");

/// A questionnaire of ordinary shape: fifteen questions with a short form of ten.
pub const MIDDLE_QUESTIONS: &str = include_str!("../data/middle/questions.yaml");
/// The six roles that go with it, every field filled in.
pub const MIDDLE_CAREERS: &str = include_str!("../data/middle/careers.yaml");

/// The shipped `questions.yaml`. Only `tests/content` may know what it says.
pub const SHIPPED_QUESTIONS: &str = include_str!("../../questions.yaml");
/// The shipped `careers.yaml`. Only `tests/content` may know what it says.
pub const SHIPPED_CAREERS: &str = include_str!("../../careers.yaml");

/// The top folder of the checkout.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The paths of the small pair of data files.
pub fn small_files() -> [PathBuf; 2] {
    ["questions.yaml", "careers.yaml"].map(|name| root().join("tests/data").join(name))
}

/// The paths of the middle pair of data files.
pub fn middle_files() -> [PathBuf; 2] {
    ["questions.yaml", "careers.yaml"].map(|name| root().join("tests/data/middle").join(name))
}

/// The catalogue of two texts, which must be valid.
#[track_caller]
pub fn catalogue(questions: &str, careers: &str) -> Catalogue {
    Catalogue::read(
        Source::decode("questions.yaml", questions.as_bytes()),
        Source::decode("careers.yaml", careers.as_bytes()),
    )
    .unwrap()
}

/// A catalogue that lasts as long as the tests: what is made from it can be
/// returned.
pub fn lasting(catalogue: Catalogue) -> &'static Catalogue {
    Box::leak(Box::new(catalogue))
}

/// The small catalogue.
#[track_caller]
pub fn small() -> Catalogue {
    catalogue(QUESTIONS, CAREERS)
}

/// The middle catalogue.
#[track_caller]
pub fn middle() -> Catalogue {
    catalogue(MIDDLE_QUESTIONS, MIDDLE_CAREERS)
}

/// The shipped catalogue. Only `tests/content` may know what it says.
#[track_caller]
pub fn shipped() -> Catalogue {
    catalogue(SHIPPED_QUESTIONS, SHIPPED_CAREERS)
}
