#![doc = include_str!("../README.md")]
#![warn(clippy::indexing_slicing, clippy::print_stdout, clippy::print_stderr)]

pub mod audit;
pub mod catalogue;
pub mod cohort;
mod elementary;
pub mod matching;
pub mod page;
mod parallel;
pub mod report;
pub mod sheet;
pub mod signs;
pub mod simulation;
pub mod sitting;
pub mod table;
pub mod telling;
