//! Commands laid out so that they can be copied: broken only where a shell joins them.

use rolefit_engine::telling::Literal;
use unicode_width::UnicodeWidthStr as _;

use super::layout::Page;
use crate::system::LINE_GOES_ON;

/// A command that ends with `code`, which has hyphens between its groups. Where the line
/// is too long it is broken before the code, which is indented as there is room for that;
/// a code that is longer than a line is broken behind its hyphens, in quotation marks:
/// pasted into a shell, it is one command. Where shells have no common sign for that, it
/// stays whole.
pub(super) fn command(page: &mut Page, command: &str, code: &str) {
    let is_long = command.width() + 2 > page.style().columns();
    match LINE_GOES_ON.filter(|_| is_long) {
        Some(mark) => broken(page, command, code, mark),
        None => page.line(format!("  {command}")),
    }
}

fn broken(page: &mut Page, command: &str, code: &str, mark: &str) {
    let columns = page.style().columns();
    let start = command.strip_suffix(code).unwrap_or(command).trim_end();
    page.line(format!("  {start} {mark}"));
    if code.width() <= columns {
        page.line(" ".repeat((columns - code.width()).min(4)) + code);
        return;
    }
    let room = columns.saturating_sub(4);
    let mut line = "'".to_owned();
    for group in code.split_inclusive('-') {
        if line.width() + group.width() >= room {
            page.line(format!("    {line}"));
            line.clear();
        }
        line.push_str(group);
    }
    page.line(format!("    {line}'"));
}

/// A command of several lines, each but the last with the sign for that at its end: as many
/// of them on one line as there is room for.
pub(super) fn command_lines(page: &mut Page, lines: &[Literal]) {
    let mut line = String::new();
    for part in lines.iter().map(Literal::as_str) {
        let start = LINE_GOES_ON.and_then(|mark| line.strip_suffix(mark)?.strip_suffix(' '));
        let longer = start.map(|start| format!("{start} {}", part.trim_start()));
        match longer.filter(|longer| longer.width() + 2 <= page.style().columns()) {
            Some(longer) => line = longer,
            None if line.is_empty() => part.clone_into(&mut line),
            None => page.line(format!("  {}", std::mem::replace(&mut line, part.to_owned()))),
        }
    }
    page.line(format!("  {line}"));
}

#[cfg(test)]
mod tests {
    use rolefit_engine::telling::Literal;

    use super::super::layout::{Bars, Page, Style};
    use super::{command, command_lines};

    fn page(columns: usize) -> Page {
        Page::new(Style::new(columns, Bars::Ascii))
    }

    #[test]
    fn a_command_is_broken_before_its_code_or_behind_a_hyphen_of_it() {
        let laid_out = |columns| {
            let mut page = page(columns);
            command(&mut page, "rolefit score --answers RHYV-T199-P8ZP", "RHYV-T199-P8ZP");
            page.into_text()
        };
        assert_eq!(&*laid_out(40), "  rolefit score --answers RHYV-T199-P8ZP\n");
        assert_eq!(&*laid_out(39), "  rolefit score --answers \\\n    RHYV-T199-P8ZP\n");
        let mut page = page(20);
        command(&mut page, "score RHYV-T199-P8ZP-ABCD-E", "RHYV-T199-P8ZP-ABCD-E");
        assert_eq!(&*page.into_text(), "  score \\\n    'RHYV-T199-\n    P8ZP-ABCD-E'\n");
    }

    #[test]
    fn a_code_that_fits_is_never_broken() {
        let code = "RHYV-T199-P8ZP-ABCD-E";
        for (columns, indent) in [(25, 4), (24, 3), (23, 2), (21, 0)] {
            let mut page = page(columns);
            command(&mut page, &format!("score {code}"), code);
            assert_eq!(&*page.into_text(), format!("  score \\\n{}{code}\n", " ".repeat(indent)));
        }
    }

    #[test]
    fn lines_of_a_command_are_joined_where_there_is_room() {
        let lines =
            ["rolefit score \\", "  --importance a=3 \\", "  --importance b=4 \\", "  --answers 1"];
        let lines = lines.map(Literal::from);
        let laid_out = |columns| {
            let mut page = page(columns);
            command_lines(&mut page, &lines);
            page.into_text()
        };
        assert_eq!(
            &*laid_out(80),
            "  rolefit score --importance a=3 --importance b=4 --answers 1\n"
        );
        assert_eq!(
            &*laid_out(45),
            "  rolefit score --importance a=3 \\\n    --importance b=4 --answers 1\n"
        );
        assert_eq!(laid_out(20).lines().count(), 4);
    }
}
