//! The data files as types, for whoever wants their JSON Schema: an editor that
//! completes and checks while one writes. The files themselves are read from a
//! tree, so that every mistake is told at once; a test holds the two together.

mod careers;
mod questions;

pub use careers::CareersFile;
pub use questions::QuestionsFile;

#[cfg(feature = "schemars")]
use schemars::JsonSchema;

/// An id: lower-case letters and digits, with single hyphens between them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[schemars(extend("pattern" = "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength" = 64))]
pub struct Slug(pub String);

/// The version of the file's form: 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[schemars(extend("const" = 1))]
pub struct FormatOne(pub u8);

/// A text that is not empty.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[schemars(extend("minLength" = 1))]
pub struct Text(pub String);

/// A weight for each interest, by its id: any finite number. What is absent
/// weighs 0. Only the shape counts, and a flat profile cannot be matched.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Weights(pub std::collections::BTreeMap<Slug, f64>);
