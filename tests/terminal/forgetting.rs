//! Who takes plain lines is asked in plain lines before anything is forgotten.

use crate::place;
use crate::support::terminal::Terminal;

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
