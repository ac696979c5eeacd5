//! What the tests share: catalogues, a runner of the real program that expects
//! silence unless told otherwise, a terminal, and recorded outputs.
#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "each test binary uses a part of this"
)]

pub mod browser;
pub mod catalogues;
pub mod modules;
pub mod no_commands;
pub mod place;
pub mod ran;
pub mod recorded;
pub mod run;
pub mod schemas;
pub mod sheets;
pub mod sources;
#[cfg(unix)]
pub mod terminal;
pub mod tried;
pub mod workbooks;

use std::process::Command;
use std::time::{Duration, Instant};

pub use catalogues::{
    CAREERS, MIDDLE_CAREERS, MIDDLE_QUESTIONS, QUESTIONS, SHIPPED_CAREERS, SHIPPED_QUESTIONS,
    catalogue, large, lasting, middle, root, shipped, small,
};
pub use ran::Ran;
pub use run::Run;

/// The program under test.
pub const ROLEFIT: &str = env!("CARGO_BIN_EXE_rolefit");

/// What a caller may have set that changes what the program prints.
const SET_BY_CALLERS: [&str; 8] = [
    "NO_COLOR",
    "CLICOLOR_FORCE",
    "CLICOLOR",
    "COLUMNS",
    "LINES",
    "ROLEFIT_CATALOGUE",
    "ROLEFIT_KEEP",
    "ROLEFIT_PLAIN",
];

/// `program`, to be run as on a machine where none of that is set.
pub fn unset(program: &str) -> Command {
    let mut command = Command::new(program);
    for name in SET_BY_CALLERS {
        command.env_remove(name);
    }
    command.env("TERM", "xterm-256color");
    command
}

/// A search path on which `rolefit` is the program under test.
pub fn search_path() -> String {
    let folder = std::path::Path::new(ROLEFIT).parent().unwrap();
    format!("{}:{}", folder.display(), std::env::var("PATH").unwrap())
}

/// How long a test waits for something that takes milliseconds: long enough for a machine that is
/// busy with other things, since only a test that fails waits so long. On a slower one
/// `ROLEFIT_TEST_PATIENCE=10` makes it ten times as long.
pub fn patience() -> Duration {
    let factor = std::env::var("ROLEFIT_TEST_PATIENCE").ok().and_then(|text| text.parse().ok());
    Duration::from_secs(30) * factor.unwrap_or(1)
}

/// Waits until `is_so`.
#[track_caller]
pub fn until(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < patience(), "waited in vain until {what}");
        std::thread::sleep(Duration::from_millis(2));
    }
}
