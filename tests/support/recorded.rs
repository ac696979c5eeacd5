//! Outputs that a person has looked at and approved, kept in `tests/recorded`.
//! `SNAPSHOTS=overwrite cargo test` writes them anew; review the difference.

use std::fs;

use super::root;

/// Whether recorded outputs are to be written anew.
pub fn overwrites() -> bool {
    std::env::var("SNAPSHOTS").is_ok_and(|what| what == "overwrite")
}

/// Compares `text` with the file `name` of `tests/recorded`, or writes that.
#[track_caller]
pub fn check(name: &str, text: &str) {
    check_file(&format!("tests/recorded/{name}"), text);
}

/// Compares `text` with a file of the checkout, or writes that.
#[track_caller]
pub fn check_file(path: &str, text: &str) {
    let file = root().join(path);
    if overwrites() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        if fs::read_to_string(&file).ok().as_deref() != Some(text) {
            fs::write(file, text).unwrap();
        }
        return;
    }
    let approved = fs::read_to_string(file).unwrap_or_default();
    assert!(
        text == approved,
        "{path} is not what is printed now; if this is as it should be, run \
         SNAPSHOTS=overwrite cargo test\n{}",
        difference(&approved, text)
    );
}

/// The lines from the first that differs on, a few of each.
fn difference(approved: &str, text: &str) -> String {
    let same = approved.lines().zip(text.lines()).take_while(|(left, right)| left == right).count();
    let few = |text: &str, mark: &str| -> String {
        let lines = text.lines().skip(same).take(12);
        lines.fold(String::new(), |few, line| few + mark + " " + line + "\n")
    };
    format!("from line {}:\n{}{}", same + 1, few(approved, "-"), few(text, "+"))
}
