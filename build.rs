//! Embeds the built-in data files, read and checked, and tells the program its version,
//! with the commit that it is built from, if any.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::catalogue::{Catalogue, Problem, embed};

fn main() -> ExitCode {
    version();
    link_unwinder();
    match builtin(Path::new("")) {
        Ok(bytes) => {
            let folder = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
            match fs::write(folder.join("catalogue.postcard"), bytes) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => failed(&[error.to_string()]),
            }
        }
        Err(mistakes) => failed(&mistakes),
    }
}

/// `questions.yaml` and `careers.yaml` in `folder`, as the program embeds them, or every
/// mistake in them with its place.
pub(crate) fn builtin(folder: &Path) -> Result<Vec<u8>, Vec<String>> {
    let source = |name: &str| -> Result<_, Vec<String>> {
        println!("cargo::rerun-if-changed={name}");
        let bytes =
            fs::read(folder.join(name)).map_err(|error| vec![format!("{name}: {error}")])?;
        Ok(Source::decode(name, &bytes))
    };
    let (questions, careers) = (source("questions.yaml")?, source("careers.yaml")?);
    let catalogue = Catalogue::read(questions, careers).map_err(|problems| {
        problems.as_slice().iter().map(Problem::to_string).collect::<Vec<_>>()
    })?;
    embed(&catalogue).map_err(|error| vec![error.to_string()])
}

fn failed(mistakes: &[String]) -> ExitCode {
    for mistake in mistakes {
        println!("cargo::error={mistake}");
    }
    ExitCode::FAILURE
}

fn version() {
    println!("cargo::rerun-if-changed=build.rs");
    // Written at every commit. A path that is not there would build anew each time.
    let log = Path::new(".git/logs/HEAD");
    if log.exists() {
        println!("cargo::rerun-if-changed={}", log.display());
    }
    let commit = commit().map(|commit| format!(" ({commit})")).unwrap_or_default();
    println!("cargo::rustc-env=ROLEFIT_VERSION={}{commit}", env!("CARGO_PKG_VERSION"));
    let target = env::var("TARGET").unwrap_or_default();
    println!("cargo::rustc-env=ROLEFIT_TARGET={target}");
}

/// Puts what walks a stack into a released program, where the compiler of this machine has it
/// as a part: to load it as a library takes a tenth of the time in which `score` is done.
fn link_unwinder() {
    let of = |name: &str| env::var(name).unwrap_or_default();
    let is_native = of("HOST") == of("TARGET") && of("RUSTC_LINKER").is_empty();
    let is_gnu = of("CARGO_CFG_TARGET_OS") == "linux" && of("CARGO_CFG_TARGET_ENV") == "gnu";
    if !(is_native && is_gnu && of("PROFILE") == "release") {
        return;
    }
    let found = Command::new("cc").arg("-print-file-name=libgcc_eh.a").output();
    let path = found.ok().and_then(|output| String::from_utf8(output.stdout).ok());
    let path = path.map(|path| PathBuf::from(path.trim()));
    // What is not found is named without a folder.
    if let Some(folder) = path.filter(|path| path.is_absolute()).as_deref().and_then(Path::parent) {
        println!("cargo::rustc-link-search=native={}", folder.display());
        println!("cargo::rustc-link-lib=static=gcc_eh");
    }
}

/// The commit, in short; none for a package that lies in someone else's repository.
fn commit() -> Option<String> {
    let output = Command::new("git").args(["rev-parse", "--short=10", "HEAD"]).output().ok()?;
    let commit = String::from_utf8(output.stdout).ok()?;
    let is_own = Path::new(".git").exists() && output.status.success();
    is_own.then(|| commit.trim().to_owned()).filter(|commit| !commit.is_empty())
}
