//! A heading and what stands below it.

use super::clean::Clean;

/// A heading and what stands below it.
#[derive(Debug)]
pub struct Passage {
    /// The heading.
    pub heading: Clean,
    /// The paragraphs below it.
    pub paragraphs: Vec<Clean>,
}
