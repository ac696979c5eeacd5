//! Every kind of message that the program can write, with its place and what to do, in one file
//! that a person reads as an editor: `tests/recorded/messages.md`.
//!
//! Each error stands here with an example of each of its variants, made as the program makes it
//! where that can be. A variant without an example does not compile.

use std::fs;
use std::path::Path;

/// A heading and a line for each example. A variant that is not among them does not compile, and
/// an example of another variant fails.
macro_rules! messages {
    ($heading:literal, $of:ty, $($pattern:pat => $($example:expr),+;)+) => {{
        fn is_in_the_list(error: &$of) -> bool {
            match error { $($pattern => true,)+ }
        }
        let mut text = format!("\n## {}\n\n", $heading);
        $($({
            let example: $of = $example;
            assert!(is_in_the_list(&example) && matches!(&example, $pattern), "{example:?}");
            text.push_str(&crate::messages::examples::line(&example));
        })+)+
        text
    }};
}

/// The same of what is told with its place: each example is all that is told of a file, and what
/// is of the variant is taken.
macro_rules! problems {
    ($heading:literal, $of:ty, $($pattern:pat => $($example:expr),+;)+) => {{
        fn is_in_the_list(error: &$of) -> bool {
            match error { $($pattern => true,)+ }
        }
        let mut text = format!("\n## {}\n\n", $heading);
        $($({
            let told: Vec<rolefit_engine::catalogue::Problem<$of>> = $example;
            let found = told.iter().find(|of| matches!(&of.mistake, $pattern));
            let found = found.unwrap_or_else(|| panic!("{}: {told:#?}", stringify!($pattern)));
            assert!(is_in_the_list(&found.mistake));
            text.push_str(&crate::messages::examples::line(found));
        })+)+
        text
    }};
}

mod data_files;
mod examples;
mod program;
mod sheets;
mod tables;

const LEAD: &str = "# Messages\n\nAn example of each kind of message, as it stands behind \
                    `error:` or in a record. Written by `SNAPSHOTS=overwrite cargo test --bin \
                    rolefit messages`.\n";

#[test]
fn every_message_stands_in_the_list() {
    let parts = [data_files::all(), sheets::all(), tables::all(), program::all()];
    let list = LEAD.to_owned() + &parts.concat();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recorded/messages.md");
    if std::env::var("SNAPSHOTS").is_ok_and(|what| what == "overwrite") {
        fs::write(file, list).unwrap();
        return;
    }
    let approved = fs::read_to_string(file).unwrap_or_default();
    for (approved, list) in approved.lines().zip(list.lines()) {
        assert_eq!(list, approved, "as it should be? SNAPSHOTS=overwrite cargo test messages");
    }
    assert!(list == approved, "SNAPSHOTS=overwrite cargo test messages");
}

/// A message is one sentence without a stop, or sentences; it names no code and no library.
#[test]
fn no_message_has_the_words_of_a_library() {
    let parts = [data_files::all(), sheets::all(), tables::all(), program::all()];
    for line in parts.concat().lines().filter(|line| line.starts_with("- ")) {
        for word in ["serde", "clap", "Err(", "Some(", "None", "os error", "::", "  "] {
            assert!(!line.contains(word), "{word}: {line}");
        }
        let is_ended = line.ends_with('.') && !line.ends_with("...");
        assert!(!is_ended || line.contains(". "), "a stop behind one sentence: {line}");
    }
}
