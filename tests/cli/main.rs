//! The program as scripts see it: what it prints, where, and how it ends.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::float_cmp,
    clippy::too_many_lines,
    clippy::format_push_string,
    clippy::format_collect,
    clippy::needless_pass_by_value,
    reason = "a test may fail in the middle, and compares exactly where it means to"
)]

#[path = "../support/mod.rs"]
mod support;

mod against;
mod agreement;
mod answer_code;
mod audit;
mod batch;
mod catalogue;
mod choices;
mod class;
mod class_pages;
mod cohort;
mod cohort_advice;
mod compare;
mod doctor;
mod exports;
mod forms;
mod hostile;
mod json_forms;
mod language;
mod lengths;
mod links;
mod manual;
mod messages;
mod minimal;
mod named_files;
mod options;
mod output;
mod page;
mod pages;
mod quiz;
mod rare;
mod recorded;
mod result_file;
mod schema;
mod score;
mod script;
mod several;
mod show;
mod sittings;
mod skeleton;
mod story;
mod summary;
mod table_messages;
mod tables;
mod unranked;
mod words;
mod workbooks;

/// The commands, as the help lists them.
const COMMANDS: [&str; 16] = [
    "quiz",
    "score",
    "batch",
    "cohort",
    "render",
    "compare",
    "sittings",
    "show",
    "audit",
    "form",
    "page",
    "schema",
    "completions",
    "man",
    "doctor",
    "init",
];
