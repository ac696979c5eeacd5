//! What a help ends with.

use super::{Page, Style, Styled, TerminalText, padded};
use crate::args::HelpSection;

/// So many columns are enough for what is said beside a name; else it goes below.
const ENOUGH: usize = 24;

/// How far what goes below a name is indented.
const BELOW: &str = "      ";

/// The sections of a help, with an empty line between them.
pub(crate) fn help_end(sections: &[HelpSection], style: Style) -> TerminalText {
    let mut page = Page::new(style);
    for (number, section) in sections.iter().enumerate() {
        if number > 0 {
            page.gap();
        }
        page.line(format!("{}:", section.title));
        let width = section.entries.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        let is_beside = width + "    ".len() + ENOUGH <= style.columns();
        for (name, meaning) in &section.entries {
            if is_beside {
                page.item(format!("  {}  ", padded(name, width)), Styled::from(*meaning));
            } else {
                page.line(format!("  {name}"));
                page.item(BELOW, Styled::from(*meaning));
            }
        }
    }
    page.into_text()
}

#[cfg(test)]
mod tests {
    use super::help_end;
    use crate::args::HelpSection;
    use crate::text::{Bars, Style};

    fn told(columns: usize) -> String {
        let section = |title, entries| HelpSection { title, in_manual: title, entries };
        let codes = section("Exit codes", vec![("0", "done"), ("130", "interrupted")]);
        let files = section("Files", vec![("~/.local/state/x", "what is kept, for you alone")]);
        help_end(&[codes, files], Style::new(columns, Bars::Ascii)).to_string()
    }

    #[test]
    fn what_is_said_stands_beside_its_name_or_below_where_there_is_no_room() {
        assert_eq!(
            told(50),
            "Exit codes:\n  0    done\n  130  interrupted\n\nFiles:\n  ~/.local/state/x  what is \
             kept, for you alone\n"
        );
        assert_eq!(
            told(44),
            "Exit codes:\n  0    done\n  130  interrupted\n\nFiles:\n  ~/.local/state/x  what is \
             kept, for you\n                    alone\n"
        );
        assert_eq!(
            told(43),
            "Exit codes:\n  0    done\n  130  interrupted\n\nFiles:\n  ~/.local/state/x\n      what \
             is kept, for you alone\n"
        );
    }
}
