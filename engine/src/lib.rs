#![doc = include_str!("../README.md")]
#![warn(clippy::indexing_slicing, clippy::print_stdout, clippy::print_stderr)]

#[cfg(feature = "scoring")]
pub mod audit;
pub mod catalogue;
#[cfg(feature = "scoring")]
pub mod cohort;
#[cfg(feature = "scoring")]
mod elementary;
#[cfg(feature = "scoring")]
pub mod form;
#[cfg(feature = "scoring")]
mod inference;
pub mod limits;
#[cfg(feature = "scoring")]
pub mod matching;
#[cfg(feature = "scoring")]
pub mod page;
#[cfg(feature = "scoring")]
mod parallel;
#[cfg(feature = "scoring")]
pub mod report;
#[cfg(feature = "scoring")]
pub mod sheet;
#[cfg(feature = "scoring")]
pub mod signs;
#[cfg(feature = "scoring")]
pub mod simulation;
#[cfg(feature = "scoring")]
pub mod sitting;
#[cfg(feature = "scoring")]
pub mod table;
#[cfg(feature = "scoring")]
pub mod telling;
#[cfg(feature = "workbook")]
pub mod workbook;

#[cfg(all(feature = "rayon", feature = "scoring"))]
pub use parallel::limit_threads;
