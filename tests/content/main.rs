//! The shipped questions and careers, and the README that describes them. Only
//! these tests know what is shipped.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    clippy::format_push_string,
    clippy::format_collect,
    clippy::panic,
    clippy::similar_names,
    clippy::needless_for_each,
    reason = "a test may fail in the middle"
)]

#[path = "../support/mod.rs"]
mod support;

mod audit;
mod exports;
mod first_screen;
mod glossary;
mod init;
mod lengths;
mod pages;
mod program;
mod reading;
mod readme;
mod wording;
