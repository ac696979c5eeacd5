//! What must hold: the science computed by hand, laws on random catalogues,
//! the message of every mistake, audits, cohorts, and the order of the rooms.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::float_cmp,
    clippy::too_many_lines,
    clippy::format_push_string,
    clippy::format_collect,
    clippy::needless_pass_by_value,
    clippy::cast_precision_loss,
    reason = "a test may fail in the middle, and compares exactly where it means to"
)]

#[path = "../support/mod.rs"]
mod support;

mod advice;
mod against;
mod answer_code;
mod audit;
mod certainty;
mod chosen;
mod cohort;
mod content_apart;
mod disclosure;
mod docs;
mod given;
mod guidance;
mod house;
mod laws;
mod layers;
mod moves;
mod pair;
mod places;
mod problems;
mod repairs;
mod rows;
mod schemas;
mod scoring;
mod signs;
mod sizes;
mod slips;
mod stored_counts;
