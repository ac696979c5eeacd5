//! Saved sittings as text.

use rolefit_engine::report::{KeptSitting, KeptSittings, KeptState};
use rolefit_engine::telling::result::is_headline;
use rolefit_engine::telling::{Clean, Literal};

use super::layout::{Page, Style};
use super::terminal_text::TerminalText;

/// What is saved: each sitting with how far it has come, and what came of it.
pub(crate) fn list(kept: &KeptSittings<'_>, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    if kept.sittings.is_empty() {
        page.paragraph("No sitting is saved.");
        return page.into_text();
    }
    for sitting in &kept.sittings {
        page.strong_item("", &sitting.name);
        page.item("  ", state(sitting));
        if sitting.state == KeptState::Finished {
            page.item("  ", headline(&sitting.summary).unwrap_or("No role stands out."));
        }
        page.gap();
    }
    if let Some(folder) = &kept.folder {
        page.paragraph("They are kept for this user of the machine, until you forget them, in:");
        page.line(format!("  {}", Clean::from(folder)));
    }
    page.paragraph("To show one again, or to forget it:");
    page.line("  rolefit sittings show NAME");
    page.line("  rolefit sittings forget NAME");
    // The newest stands first.
    let mut finished = kept.sittings.iter().filter(|of| of.state == KeptState::Finished);
    if let (Some(later), Some(earlier)) = (finished.next(), finished.next()) {
        let [earlier, later] = [earlier, later].map(|of| Literal::from(of.name.as_str()));
        page.paragraph("To see what has moved between two:");
        page.line(format!("  rolefit compare {earlier} {later}"));
    }
    page.into_text()
}

/// A sitting that has no whole result here: it is not finished, or was finished with
/// other questions or careers. `resume` is the command that goes on with it.
pub(crate) fn partial(sitting: &KeptSitting<'_>, resume: &str, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    page.heading(&sitting.name);
    page.paragraph(state(sitting));
    page.gap();
    if sitting.state == KeptState::Finished {
        page.paragraph(
            "It was finished with other questions or careers than those in use: name its own with \
             --questions and --careers to see its whole result. In short, it was then:",
        );
        page.gap();
        for line in &sitting.summary {
            match line.strip_prefix("  ") {
                // A command or an address, to be copied as it stands.
                Some(whole) => page.line(format!("  {}", Literal::from(whole))),
                None => page.paragraph(line),
            }
        }
        page.gap();
    }
    page.paragraph("To go on with its answers:");
    page.line(format!("  {resume}"));
    page.into_text()
}

/// The line of a summary that names its first role.
fn headline(summary: &[String]) -> Option<&str> {
    summary.iter().map(String::as_str).find(|line| is_headline(line))
}

/// How far a sitting has come, in a sentence.
fn state(sitting: &KeptSitting<'_>) -> String {
    let answers = match sitting.answered {
        Some(1) => "1 answer".to_owned(),
        several => format!("{} answers", several.unwrap_or(0)),
    };
    match (sitting.state, &sitting.problem) {
        (KeptState::Finished, _) => format!("Finished, with {answers}."),
        (KeptState::Unfinished, _) if sitting.awaits_result => {
            format!("Every question was put, with {answers}; there is no result yet.")
        }
        (KeptState::Unfinished, _) => format!("Not finished, with {answers}."),
        (KeptState::Unreadable, problem) => {
            format!("It cannot be read: {}.", problem.as_deref().unwrap_or("it is damaged"))
        }
    }
}
