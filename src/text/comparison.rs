//! A comparison as text.

use rolefit_engine::telling::comparison::{
    ComparisonText, LeadingText, MovedAnswersText, MovedInterestLine, MovedInterestsText, MovedRank,
};

use super::layout::{Page, Style, TableEntry};
use super::terminal_text::TerminalText;

/// The whole comparison.
pub(crate) fn comparison(text: &ComparisonText, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    page.heading(text.heading);
    text.other_people.iter().for_each(|text| page.paragraph(text));
    page.paragraph(&text.basis);
    text.importance.iter().for_each(|text| page.paragraph(text));
    leading(&mut page, &text.leading);
    interests(&mut page, &text.interests);
    text.answers.iter().for_each(|part| answers(&mut page, part));
    ranks(&mut page, &text.ranks);
    page.into_text()
}

fn leading(page: &mut Page, leading: &LeadingText) {
    page.heading(leading.heading);
    if let Some([before, after]) = &leading.then_and_now {
        page.item("  Then: ", before);
        page.item("  Now:  ", after);
    }
    page.paragraph(&leading.text);
}

fn interests(page: &mut Page, interests: &MovedInterestsText) {
    page.heading(interests.heading);
    page.paragraph(&interests.text);
    page.gap();
    let entry = |line: &MovedInterestLine| TableEntry {
        lead: format!("  {} ", if line.moved { "*" } else { " " }).into(),
        name: (&line.name).into(),
        figures: format!("{:>5} to {:>5}", line.before, line.after).into(),
    };
    page.table(interests.lines.iter().map(entry).collect());
}

fn answers(page: &mut Page, answers: &MovedAnswersText) {
    page.heading(&answers.heading);
    for line in &answers.lines {
        page.item("  - ", line);
    }
    answers.others.iter().for_each(|others| page.paragraph(others));
}

fn ranks(page: &mut Page, ranks: &[MovedRank]) {
    if ranks.is_empty() {
        return;
    }
    page.heading("Ranks then and now");
    for MovedRank { name, before, after } in ranks {
        page.item(format!("  {before:>3} {after:>4}  "), name);
    }
}
