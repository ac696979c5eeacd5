//! Clocks that jump.

use std::fs;
use std::path::Path;

/// Every file of the program, less its comments.
pub(crate) fn sources(folder: &Path, see: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, see);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let is_code = |line: &&str| !line.trim_start().starts_with("//");
            see(&path, &text.lines().filter(is_code).collect::<Vec<_>>().join("\n"));
        }
    }
}

/// What time it is, nobody asks: no result, no name of a file and no saved sitting
/// can depend on it. How long something takes is only shown while it runs, and
/// measured with a clock that never goes back.
#[test]
fn no_clock_that_can_be_set_is_read() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    sources(&src, &mut |path, code| {
        for clock in ["SystemTime", "UNIX_EPOCH", "CLOCK_REALTIME", "chrono", "jiff", ".modified()"]
        {
            assert!(!code.contains(clock), "{} reads {clock}", path.display());
        }
        if code.contains("Instant") {
            let shown = path.strip_prefix(&src).unwrap().display().to_string();
            let may = [
                "bin/rolefit/rows/progress.rs",
                "bin/rolefit/commands/audit.rs",
                // How long an Escape may be the beginning of more.
                "bin/rolefit/conversation/keyboard.rs",
            ];
            assert!(may.contains(&shown.as_str()), "{shown} measures time");
        }
    });
}
