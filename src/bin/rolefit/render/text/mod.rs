//! A report as text for a terminal, the most important first.

mod interests;
mod next;
mod reading;
mod roles;
mod signs;
mod training;
mod why;

use rolefit::catalogue::Catalogue;
use rolefit::report::{Report, Status};

use super::{Page, Style, clean};

/// What a text is made from.
pub(crate) struct Telling<'a> {
    /// What was asked and offered.
    pub(crate) catalogue: &'a Catalogue,
    /// What is told.
    pub(crate) report: &'a Report,
    /// The most roles to list.
    pub(crate) top: usize,
    /// Whether to take the scores apart in full.
    pub(crate) explain: bool,
    /// The answers as digits, for a command that scores them again.
    pub(crate) digits: String,
    /// The options that a command needs to use the same data files.
    pub(crate) options: String,
}

/// The whole result.
pub(crate) fn result(telling: &Telling<'_>, style: Style) -> String {
    let mut page = Page::new(style);
    let report = telling.report;
    match report.respondent.as_deref() {
        Some(name) => page.heading(&format!("Result for {}", clean(name))),
        None => page.heading("Your result"),
    }
    page.paragraph(&answered(report));
    match report.status {
        Status::Ranked => {
            roles::leading(&mut page, telling);
            roles::others(&mut page, telling);
            why::first(&mut page, telling);
            why::contrast(&mut page, telling);
            why::rivals(&mut page, telling);
            why::ledger(&mut page, telling);
            training::specialism(&mut page, telling);
            training::modules(&mut page, telling);
        }
        Status::Insufficient => insufficient(&mut page, telling),
        Status::Undifferentiated => undifferentiated(&mut page, telling),
    }
    interests::bars(&mut page, telling);
    signs::flagged(&mut page, telling);
    next::steps(&mut page, telling);
    page.into_text()
}

fn answered(report: &Report) -> String {
    let asked = report.answered + report.skipped;
    match report.skipped {
        0 => format!("You answered all {asked} questions."),
        _ => format!(
            "You answered {} of {asked} questions. Those you passed over count as not asked.",
            report.answered
        ),
    }
}

fn insufficient(page: &mut Page, telling: &Telling<'_>) {
    page.heading("Too few answers for a match");
    let measured = telling.report.interests.iter().filter(|interest| interest.answered > 0).count();
    page.paragraph(&format!(
        "Your answers cover {measured} of {} interests. It takes three to compare you with a \
         role, and all of them to do it well. Answer more questions, and the roles will show.",
        telling.report.interests.len()
    ));
}

fn undifferentiated(page: &mut Page, telling: &Telling<'_>) {
    page.heading("No role stands out");
    let some_count = telling.report.interests.iter().any(|interest| interest.importance > 0.0);
    page.paragraph(if some_count {
        "Your answers come out the same for every interest, so they separate no role from \
         another, and there is no ranking. A match needs differences: some activities that you \
         would rather do than others. Try again and use more of the scale."
    } else {
        "Every interest was given an importance of 0, so there is nothing to compare. Give at \
         least two of them some weight."
    });
}
