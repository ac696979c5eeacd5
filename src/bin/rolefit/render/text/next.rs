//! What to do with a result.

use rolefit::report::Status;

use super::Telling;
use crate::render::Page;

/// The next steps, as commands and as things to do away from the screen.
pub(super) fn steps(page: &mut Page, telling: &Telling<'_>) {
    page.heading("What to do next");
    let options = &telling.options;
    if telling.report.status == Status::Ranked {
        if let Some(role) = telling.report.leading.first() {
            page.item("  * ", "Read about the roles that lead, and the way into them:");
            page.line(&format!("      rolefit show {role}{options}"));
        }
        page.item(
            "  * ",
            "Talk to someone who does the work, and ask to see a day of it. Nothing tells you \
             more.",
        );
    }
    if telling.digits.len() <= MOST_DIGITS {
        page.item("  * ", "These answers can be scored again, in full detail, with:");
        page.line(&format!("      rolefit score --explain{options} \\"));
        page.line(&format!("        --answers {}", telling.digits));
    }
    page.gap();
    page.paragraph(
        "This is for exploring. It compares what you like with what a role is made of; it does \
         not know what you are good at, and nobody should be selected by it.",
    );
}

/// A longer row of answers is not something to copy by hand.
const MOST_DIGITS: usize = 100;
