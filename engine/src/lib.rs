//! A career-matching quiz for health informatics.
//!
//! The library is the pipeline, and pure: it reads no file, clock, environment
//! or random device, and prints nothing. Data flows one way through its rooms.
//!
//! ```text
//! questions.yaml ┐                      ┌ ledger     (why)
//!                ├ catalogue ─ sheet ─ estimate ─ ranking ┤
//! careers.yaml   ┘  (valid)   (answers)                 └ certainty  (how sure) ─ report
//! ```
//!
//! Each arrow is a type, and a value of a later type exists only if the earlier
//! one was valid. So reading can fail, and tells every mistake at once; scoring
//! cannot.
//!
//! ```
//! use rolefit_engine::catalogue::Catalogue;
//! use rolefit_engine::report::{Explain, Status, report};
//! use rolefit_engine::sheet::{Answers, Sheet};
//!
//! # use rolefit_engine::catalogue::yaml::Source;
//! # let (questions, careers) = (
//! #     include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/questions.yaml")),
//! #     include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/careers.yaml")),
//! # );
//! let questions = Source::decode("questions.yaml", questions);
//! let careers = Source::decode("careers.yaml", careers);
//! let catalogue = Catalogue::read(questions, careers)?;
//! let answers = Answers::from_digits(catalogue.questionnaire(), "452314")?;
//! let report = report(&catalogue, &Sheet::new(&catalogue, answers), Explain::Everything);
//!
//! assert_eq!(report.status, Status::Ranked);
//! for role in &report.roles {
//!     // Every score is a sum of the person's own answers.
//!     let ledger = role.ledger.as_ref().ok_or("explained")?;
//!     let sum: f64 = ledger.answers.iter().map(|answer| answer.contribution).sum();
//!     assert!((sum - role.similarity.ok_or("matched")?).abs() < 1e-9);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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
