//! A cohort as text, and as a table.

mod groups;
mod rows;
mod table;

pub(crate) use table::table;

use rolefit_engine::catalogue::{Catalogue, Stage};
use rolefit_engine::cohort::{Cohort, InterestSummary, ModuleDemand, People, RoleCount};

use rolefit_engine::telling::cohort::{answered, figure, measurement, sign};

use self::rows::{barred, row};
use super::{Page, Style, clean};

/// The whole of it.
pub(crate) fn text(catalogue: &Catalogue, cohort: &Cohort, style: Style) -> String {
    let mut page = Page::new(style);
    page.heading(&clean(&catalogue.questionnaire().title));
    page.paragraph(&answered(&cohort.all, cohort.questions.len()));
    if cohort.all.status.ranked > 0 {
        roles(&mut page, &cohort.all);
        modules(&mut page, &cohort.all);
    }
    interests(&mut page, &cohort.all.interests);
    reliability(&mut page, catalogue, cohort);
    questions(&mut page, cohort);
    signs(&mut page, &cohort.all);
    groups::text(&mut page, cohort);
    measured(&mut page, cohort);
    page.into_text()
}

fn roles(page: &mut Page, people: &People) {
    page.heading("Roles");
    page.paragraph(
        "The bar and the first figure: for which share of the people the role is expected to be \
         the best match, each person's chances added up. Then how many have it first, and for \
         how many it leads.",
    );
    page.gap();
    let line = |role: &RoleCount<'_>| {
        (clean(&role.name), role.expected_share, format!("{:>5} {:>5}", role.first, role.leading))
    };
    barred(page, "expected first leads", people.roles.iter().map(line).collect());
}

fn modules(page: &mut Page, people: &People) {
    let (rotations, specialist): (Vec<&ModuleDemand<'_>>, Vec<&ModuleDemand<'_>>) =
        people.modules.iter().partition(|module| module.stage == Stage::Rotation);
    for (heading, modules) in [
        ("Demand for training: rotations of the first year", rotations),
        ("Demand for training: specialist modules", specialist),
    ] {
        if modules.is_empty() {
            continue;
        }
        page.heading(heading);
        page.paragraph(
            "For which share of the people the module is expected to matter; how many people \
             that is; and for how many it matters whichever of their leading roles they choose.",
        );
        page.gap();
        let line = |module: &&ModuleDemand<'_>| {
            let people = format!("{:>6.1} {:>5}", module.expected, module.no_regret);
            (clean(&module.name), module.expected_share, people)
        };
        barred(page, "expected people  sure", modules.iter().map(line).collect());
    }
}

fn interests(page: &mut Page, interests: &[InterestSummary<'_>]) {
    page.heading("Interests");
    page.paragraph(
        "The mean score from -1 to 1, its standard deviation, and how many people's scores lie \
         in each fifth of that range, the lowest first.",
    );
    page.gap();
    let width = page.style().columns().saturating_sub(46).clamp(12, 34);
    for interest in interests {
        let counts: Vec<String> =
            interest.distribution.iter().map(|bin| format!("{:>5}", bin.respondents)).collect();
        let figures = format!(
            "{:>6} {:>5}  {}",
            figure(interest.mean, 2),
            figure(interest.sd, 2),
            counts.concat()
        );
        row(page, &clean(&interest.name), width, &figures);
    }
}

fn reliability(page: &mut Page, catalogue: &Catalogue, cohort: &Cohort) {
    page.heading("How well the questions of an interest hang together");
    page.paragraph(
        "Cronbach's alpha, the number of questions, and the number of people it rests on. It is \
         not told for fewer than 30 people.",
    );
    page.gap();
    let width = page.style().columns().saturating_sub(30).clamp(12, 34);
    for (interest, of) in catalogue.questionnaire().interests.iter().zip(&cohort.reliability) {
        let figures =
            format!("{:>6} {:>4} {:>7}", figure(of.alpha, 2), of.questions, of.respondents);
        row(page, &clean(&interest.name), width, &figures);
    }
}

fn questions(page: &mut Page, cohort: &Cohort) {
    page.heading("Questions");
    page.paragraph(
        "How many answered; the mean answer from 1 and its standard deviation; and how its \
         answers go with those to the other questions on the interest (item-rest correlation).",
    );
    page.gap();
    let width = page.style().columns().saturating_sub(36).clamp(12, 34);
    for question in &cohort.questions {
        let item_rest: Vec<String> =
            question.item_rest.iter().map(|of| figure(of.correlation, 2)).collect();
        let figures = format!(
            "{:>7} {:>5} {:>5} {:>6}",
            question.answered,
            figure(question.mean, 2),
            figure(question.sd, 2),
            item_rest.join(" ")
        );
        row(page, &question.id, width, &figures);
    }
}

fn signs(page: &mut Page, people: &People) {
    page.heading("Signs of careless answering");
    page.paragraph(
        "How many people cross the threshold. Many careful people do too: look, and drop nobody \
         for it.",
    );
    page.gap();
    for of in &people.signs {
        page.item("  ", &format!("{}: {} of {}", sign(of.index), of.flagged, of.defined));
    }
}

fn measured(page: &mut Page, cohort: &Cohort) {
    let Some(of) = &cohort.measurement else { return };
    page.heading("How exactly these answers measure");
    match measurement(of) {
        Err(why) => page.paragraph(&why),
        Ok(lines) => {
            page.paragraph(
                "Put this into questions.yaml in place of its measurement, and every certainty \
                 is that of people like these. The figures are of answers as they are given, \
                 rounded to the scale; the standard errors know nothing of that:",
            );
            page.gap();
            for line in &lines {
                page.line(line);
            }
        }
    }
}
