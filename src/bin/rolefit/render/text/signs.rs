//! Signs of careless answering, if there are any.

use rolefit::report::SignPart;
use rolefit::sheet::SignIndex;

use super::Telling;
use crate::render::Page;

/// The flagged signs, in words that accuse nobody.
pub(super) fn flagged(page: &mut Page, telling: &Telling<'_>) {
    let flagged: Vec<&SignPart> = telling.report.signs.iter().filter(|sign| sign.flagged).collect();
    if flagged.is_empty() {
        return;
    }
    page.heading("A word of care about these answers");
    for sign in flagged {
        page.item("  ! ", &told(sign));
    }
    page.paragraph(
        "Careful people see such notes too, so nothing was changed because of them. If you \
         hurried, take the quiz again and the result will be worth more.",
    );
}

fn told(sign: &SignPart) -> String {
    let value = sign.value.unwrap_or_default();
    match sign.index {
        SignIndex::StraightLine => "All your answers are the same.".to_owned(),
        SignIndex::Longstring => format!("You gave the same answer {value:.0} times in a row."),
        SignIndex::Variability => {
            format!("Your answers differ very little from each other (by {value:.2} steps).")
        }
        SignIndex::Consistency => format!(
            "Answers about the same interest often point different ways (consistency {value:.2}, \
             where 1 is full agreement)."
        ),
    }
}
