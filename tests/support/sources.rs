//! The source code itself, for tests of how it is built.

use std::fs;
use std::path::{Path, PathBuf};

use super::root;

/// One file of Rust.
pub struct Source {
    /// Its path in the checkout, as in `engine/src/sheet/read.rs`.
    pub path: String,
    /// Its text as it is.
    pub text: String,
}

impl Source {
    /// Its lines less those that are comments, and less its tests, which come last.
    pub fn code(&self) -> String {
        let is_code = |line: &&str| !line.trim_start().starts_with("//");
        let tests = "\n#[cfg(test)]\nmod ";
        let own = self.text.split_once(tests).map_or(self.text.as_str(), |(own, _)| own);
        own.lines().filter(is_code).collect::<Vec<_>>().join("\n")
    }
}

/// Every file of Rust in a folder of the checkout, by path; none if it is not there.
pub fn sources(folder: &str) -> Vec<Source> {
    let mut paths = Vec::new();
    collect(&root().join(folder), &mut paths);
    paths.sort();
    let read = |path: PathBuf| Source {
        path: path.strip_prefix(root()).unwrap().display().to_string().replace('\\', "/"),
        text: fs::read_to_string(&path).unwrap(),
    };
    paths.into_iter().map(read).collect()
}

/// Every file of the engine and of the program.
pub fn both_packages() -> Vec<Source> {
    [sources("engine/src"), sources("src")].into_iter().flatten().collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}
