//! What is saved is for its person alone, and goes when they say so.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;

use crate::place;
use crate::support::terminal::{DATA, Terminal};

#[test]
fn forgetting_asks_in_lines_where_lines_are_wanted() {
    let mut terminal = Terminal::start(24, 80, "quiz");
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    terminal.send("q");
    assert_eq!(terminal.exit_code(), Some(130));
    for (variable, line, is_kept) in [
        ("TERM=dumb", "no\r", true),
        ("ROLEFIT_PLAIN=1", "\r", true),
        ("ROLEFIT_PLAIN=1", "\u{4}", true),
        ("TERM=dumb", "Yes\r", false),
    ] {
        let mut forget = terminal.again_alone_where(variable, "sittings forget --all");
        let words = "Remove the saved sitting with 1 answer? Type yes; anything else keeps what";
        forget.expect(words);
        forget.send(line);
        forget.expect_written(if is_kept { "the saved sitting stays" } else { "removed " });
        assert_eq!(forget.exit_code(), Some(0));
        assert!(!forget.raw().contains('\u{1b}'), "{:?}", forget.raw());
        assert_eq!(terminal.saved().exists(), is_kept, "{variable} {line:?}");
    }
}

#[test]
fn a_folder_that_others_could_read_is_closed_to_them() {
    let mut terminal = Terminal::prepared(&format!("quiz {DATA}"), |home| {
        let folder = home.join("state/rolefit");
        fs::create_dir_all(&folder).unwrap();
        fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
    });
    terminal.expect(&place(1));
    terminal.press("4", &place(2));
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&terminal.folder()), mode(&terminal.saved())), (0o700, 0o600));
    // The folders above it are left as they are.
    assert_ne!(mode(terminal.folder().parent().unwrap()), 0o700);
}
