//! The program where things go wrong around it: disks, files, pipes, homes,
//! memory. It ends with the promised code and a plain message, loses nothing,
//! and has no dealings with any network.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::format_push_string,
    clippy::format_collect,
    clippy::panic,
    clippy::similar_names,
    clippy::needless_for_each,
    reason = "a test may fail in the middle"
)]

#[path = "../support/mod.rs"]
mod support;

mod apart;
mod closed;
mod disks;
mod homes;
mod inputs;
mod largest;
mod links;
mod memory;
mod network;
mod parts;
mod pipes;
mod records;
mod sittings;
mod threads;
