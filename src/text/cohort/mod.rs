//! A cohort as text, and as a table.

mod against;
mod chosen;
mod groups;
mod rows;
mod table;

pub(crate) use table::table;

use rolefit_engine::telling::Clean;
use rolefit_engine::telling::cohort::{
    CohortText, InterestSpread, ListwiseLine, MeasuredText, ModuleNeed, PeopleText, QuestionLine,
    ReliabilityLine, SpreadBar, prose,
};

use self::rows::{Barred, barred, roles, row};
use super::layout::{Page, Style};
use super::terminal_text::TerminalText;

/// The whole of it.
pub(crate) fn text(text: &CohortText, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    text.title.iter().for_each(|title| page.heading(title));
    text.for_you_alone.iter().for_each(|alone| page.paragraph(alone));
    page.paragraph(&text.answered);
    text.against.iter().for_each(|part| against::text(&mut page, part));
    text.chosen.iter().for_each(|part| chosen::text(&mut page, part));
    text.left_out.iter().for_each(|left_out| page.paragraph(left_out));
    if text.everyone.are_roles_left_out {
        page.paragraph(prose::NO_ROLES);
    } else if !text.everyone.roles.is_empty() {
        section(&mut page, &prose::ROLES);
        roles(&mut page, &text.everyone.roles);
        modules(&mut page, &text.everyone);
    }
    interests(&mut page, &text.everyone.interests);
    reliability(&mut page, &text.reliability);
    questions(&mut page, &text.questions);
    signs(&mut page, &text.everyone.signs);
    if let Some(simulated) = &text.simulated_signs {
        page.gap();
        page.paragraph(simulated);
    }
    text.groups.iter().for_each(|part| groups::text(&mut page, part));
    if let Some(part) = &text.not_protected {
        page.gap();
        page.paragraph(part);
    }
    text.measured.iter().for_each(|part| measured(&mut page, part));
    page.into_text()
}

fn section(page: &mut Page, section: &prose::Section) {
    page.heading(section.heading);
    page.paragraph(section.figures);
    page.gap();
}

fn modules(page: &mut Page, people: &PeopleText) {
    for stage in people.stages.iter().filter(|stage| !stage.modules.is_empty()) {
        page.heading(format!("{}: {}", prose::TRAINING.heading, stage.heading));
        page.paragraph(prose::TRAINING.figures);
        page.gap();
        let line = |module: &ModuleNeed| Barred {
            name: module.name.clone(),
            share: module.share,
            figures: format!(
                "{:>7} {:>6.1} {:>5}",
                module.shown, module.expected, module.no_regret
            ),
        };
        barred(page, "expected people  sure", stage.modules.iter().map(line).collect());
    }
}

fn interests(page: &mut Page, interests: &[InterestSpread]) {
    section(page, &prose::INTERESTS);
    let width = page.style().columns().saturating_sub(46).clamp(12, 34);
    for InterestSpread { name, mean, sd, bars, .. } in interests {
        let bars: Vec<String> = bars.iter().map(bar).collect();
        row(page, name, width, &format!("{mean:>6} {sd:>5}  {}", bars.concat()));
    }
}

/// A number of people, as wide as the fifths that are counted together: dots join these.
fn bar(of: &SpreadBar) -> String {
    let width = 5 * of.fifths;
    match of.fifths {
        1 => format!("{:>width$}", of.people),
        _ => format!("  {:.>1$}", of.people, width.saturating_sub(2)),
    }
}

fn reliability(page: &mut Page, lines: &[ReliabilityLine]) {
    page.heading(prose::RELIABILITY.heading);
    page.paragraph(prose::RELIABILITY.figures);
    if lines.iter().any(|line| line.listwise.is_some()) {
        page.paragraph(prose::LISTWISE);
    }
    page.gap();
    let width = page.style().columns().saturating_sub(46).clamp(12, 34);
    for ReliabilityLine { name, alpha, questions, respondents, listwise } in lines {
        let mut figures = format!("{alpha:>6} {questions:>4} {respondents:>7}");
        if let Some(ListwiseLine { alpha, respondents }) = listwise {
            figures.extend([format!(" {alpha:>7} {respondents:>7}")]);
        }
        row(page, name, width, &figures);
    }
}

fn questions(page: &mut Page, lines: &[QuestionLine]) {
    page.heading(prose::QUESTIONS.heading);
    page.paragraph(prose::QUESTIONS.figures);
    if lines.iter().any(|line| line.advice.is_some()) {
        page.paragraph(prose::ADVICE);
    }
    page.gap();
    let width = page.style().columns().saturating_sub(36).clamp(12, 34);
    for QuestionLine { id, answered, mean, sd, item_rest, advice, .. } in lines {
        row(page, id, width, &format!("{answered:>7} {mean:>5} {sd:>5} {item_rest:>6}"));
        if let Some(advice) = advice {
            page.item("    ", advice);
        }
    }
}

fn signs(page: &mut Page, signs: &[Clean]) {
    section(page, &prose::SIGNS);
    for sign in signs {
        page.item("  ", sign);
    }
}

fn measured(page: &mut Page, measured: &MeasuredText) {
    page.heading(measured.heading);
    page.paragraph(&measured.text);
    if !measured.block.is_empty() {
        page.gap();
    }
    for line in &measured.block {
        page.line(line);
    }
}
