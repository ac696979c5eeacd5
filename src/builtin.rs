//! The data files that are part of the program.

/// The built-in `questions.yaml`.
pub(crate) const QUESTIONS: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/questions.yaml"));

/// The built-in `careers.yaml`.
pub(crate) const CAREERS: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/careers.yaml"));
