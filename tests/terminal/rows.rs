//! Records on a terminal.

use crate::pty::Terminal;

/// `batch` with these options on a table of one row, with an escape, an old escape
/// and a mark that turns the writing round in its note.
fn batch(options: &str) -> Terminal {
    let table = "waiting-list,right-code,new-staff,note\n5,4,2,a\u{1b}[31mb\u{9b}2Jc\u{202e}d";
    Terminal::start(24, 80, &format!("batch {options} --keep note - <<'END'\n{table}\nEND"))
}

#[test]
fn what_is_in_cells_is_not_obeyed() {
    for form in ["csv", "ndjson"] {
        let mut terminal = batch(&format!("--top 1 --to {form}"));
        assert_eq!(terminal.exit_code(), Some(0));
        let raw = terminal.raw();
        for obeyed in ["\u{1b}[31m", "\u{9b}", "\u{202e}"] {
            assert!(!raw.contains(obeyed), "{raw:?}");
        }
        assert!(raw.contains("b2Jcd"), "{raw:?}");
    }
}

#[test]
fn the_names_of_groups_are_not_obeyed_either() {
    let rows = "5,4,2,a\u{9b}2Jb\u{202e}c\n".repeat(20);
    let table = format!("waiting-list,right-code,new-staff,site\n{rows}");
    let mut terminal =
        Terminal::start(24, 80, &format!("cohort --format csv --by site - <<'END'\n{table}END"));
    assert_eq!(terminal.exit_code(), Some(0));
    let raw = terminal.raw();
    assert!(raw.contains("a2Jbc,"), "{raw:?}");
    assert!(!raw.contains('\u{9b}') && !raw.contains('\u{202e}'), "{raw:?}");
}

#[test]
fn a_bar_is_drawn_beside_a_file_and_never_among_records() {
    let mut terminal = batch("--top 1 --to csv");
    assert_eq!(terminal.exit_code(), Some(0));
    assert!(!terminal.raw().contains("a second"), "{}", terminal.raw());
    let mut terminal = batch("--top 1 -o out.csv");
    assert_eq!(terminal.exit_code(), Some(0));
    let raw = terminal.raw();
    assert!(raw.contains("1 row, ") && raw.contains("a second"), "{raw}");
    // In the file, cells stay as they are.
    let written = std::fs::read_to_string(terminal.home().join("out.csv")).unwrap();
    assert!(written.contains("a\u{1b}[31mb\u{9b}2Jc\u{202e}d"), "{written:?}");
}
