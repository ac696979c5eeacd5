//! Tells the program its version, and the commit that it is built from, if any.

use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Written at every commit. A path that is not there would build anew each time.
    let log = Path::new(".git/logs/HEAD");
    if log.exists() {
        println!("cargo::rerun-if-changed={}", log.display());
    }
    let commit = commit().map(|commit| format!(" ({commit})")).unwrap_or_default();
    println!("cargo::rustc-env=ROLEFIT_VERSION={}{commit}", env!("CARGO_PKG_VERSION"));
}

/// The commit, in short; none for a package that lies in someone else's repository.
fn commit() -> Option<String> {
    let output = Command::new("git").args(["rev-parse", "--short=10", "HEAD"]).output().ok()?;
    let commit = String::from_utf8(output.stdout).ok()?;
    let is_own = Path::new(".git").exists() && output.status.success();
    is_own.then(|| commit.trim().to_owned()).filter(|commit| !commit.is_empty())
}
