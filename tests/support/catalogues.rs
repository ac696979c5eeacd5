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

/// The files of a catalogue of so many questions, each on all of so many interests or on one, and roles
/// of two interests each.
pub fn large(questions: usize, interests: usize, all: bool, roles: usize) -> [String; 2] {
    let list =
        |count: usize, line: &dyn Fn(usize) -> String| -> String { (0..count).map(line).collect() };
    let measures = |question: usize| {
        if all {
            let loading = |of: usize| format!("i{of}: {}, ", 1 + (question + 1) * of % 9);
            format!("interests: {{{}}}", list(interests, &loading))
        } else {
            format!("interest: i{}", question % interests)
        }
    };
    let questions = format!(
        "format: 1\ntitle: Large\nintroduction: Large\nscale: [a, b, c, d, e]\ninterests:\n{}\
         questions:\n{}",
        list(interests, &|id| format!("  - {{id: i{id}, name: Interest {id}}}\n")),
        list(questions, &|id| format!(
            "  - {{id: q{id}, text: Question {id}, {}}}\n",
            measures(id)
        ))
    );
    let profile = |id: usize| {
        let other = (id + 1 + id / interests % (interests - 1)) % interests;
        format!("{{i{}: {}, i{other}: {}}}", id % interests, 1 + id % 97, 100 + id)
    };
    let careers = format!(
        "format: 1\nprogramme: Large\nroles:\n{}",
        list(roles, &|id| format!(
            "  - {{id: r{id}, name: Role {id}, summary: S., profile: {}}}\n",
            profile(id)
        ))
    );
    [questions, careers]
}
