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

/// A passage that ends with a list.
#[derive(Debug)]
pub struct ListPassage {
    /// What the list means.
    pub passage: Passage,
    /// The list.
    pub items: Vec<Clean>,
}
