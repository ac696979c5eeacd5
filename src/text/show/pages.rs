//! One entry of the catalogue as a page.

use colored::Colorize;
use rolefit_engine::catalogue::{Catalogue, Profile, Role, Stage};

use super::kind::Kind;
use crate::text::{Entry, Page, clean};

/// The page of entry `number` of `kind`; nothing if there is none.
pub(super) fn page(page: &mut Page, catalogue: &Catalogue, kind: Kind, number: usize) {
    let (Some(id), Some(name)) =
        (kind.ids(catalogue).get(number).copied(), kind.names(catalogue).get(number).copied())
    else {
        return;
    };
    page.heading(&clean(name));
    page.paragraph(&id.dimmed().to_string());
    if let Some(Some(summary)) = kind.summaries(catalogue).get(number) {
        page.gap();
        page.paragraph(&clean(summary));
    }
    let careers = catalogue.careers();
    match kind {
        Kind::Roles => {
            if let Some(ix) = careers.roles.nth(number) {
                role(page, catalogue, &careers.roles[ix]);
            }
        }
        Kind::Specialisms => {
            if let Some(ix) = careers.specialisms.nth(number) {
                profile(page, catalogue, &careers.specialisms[ix].profile);
            }
        }
        Kind::Modules => module(page, catalogue, number),
        Kind::Interests => interest(page, catalogue, number),
        Kind::Questions => question(page, catalogue, number),
    }
}

fn role(page: &mut Page, catalogue: &Catalogue, role: &Role) {
    if let Some(family) = &role.family {
        page.heading("Family");
        page.paragraph(&clean(family));
    }
    bullets(page, "What people in it do", &role.activities);
    if let Some(day) = &role.day {
        page.heading("A day in it");
        page.paragraph(&clean(day));
    }
    bullets(page, "What it asks", &role.asks);
    if let Some(way_in) = &role.way_in {
        page.heading("The way in");
        page.paragraph(&clean(way_in));
    }
    let careers = catalogue.careers();
    if let Some(of) = role.specialism.map(|specialism| &careers.specialisms[specialism]) {
        page.heading("Specialism");
        page.paragraph(&clean(&of.name));
    }
    let mut modules = role.modules.clone();
    modules.sort_by(|left, right| right.value.total_cmp(&left.value));
    let modules: Vec<String> =
        modules.iter().map(|relevance| careers.modules[relevance.module].name.clone()).collect();
    let programme = careers.programme.as_ref();
    let of = programme.map_or_else(String::new, |name| format!(" of {}", clean(name)));
    let heading = format!("Modules{of} that prepare for it, the most useful first");
    bullets(page, &heading, &modules);
    profile(page, catalogue, &role.profile);
    if !role.links.is_empty() {
        page.heading("Read more");
        for link in &role.links {
            page.item("  - ", &clean(&link.title));
            page.line(&format!("    {}", clean(&link.url)));
        }
    }
    bullets(page, "What the profile rests on", &role.evidence);
}

fn module(page: &mut Page, catalogue: &Catalogue, number: usize) {
    let modules = &catalogue.careers().modules;
    let Some(ix) = modules.nth(number) else { return };
    let module = &modules[ix];
    page.gap();
    page.paragraph(match module.stage {
        Stage::Rotation => "A rotation of the first year, taken by every trainee.",
        Stage::Specialist => "A specialist module of the later years.",
    });
    bullets(page, "Topics", &module.topics);
    let roles = catalogue.careers().roles.iter();
    let mut served: Vec<_> = roles.filter(|role| role.relevance(ix) >= 0.5).collect();
    served.sort_by(|left, right| right.relevance(ix).total_cmp(&left.relevance(ix)));
    let served: Vec<String> = served.into_iter().map(|role| role.name.clone()).collect();
    bullets(page, "Roles it prepares for", &served);
    profile(page, catalogue, &module.profile);
}

fn interest(page: &mut Page, catalogue: &Catalogue, number: usize) {
    let questionnaire = catalogue.questionnaire();
    let Some(ix) = questionnaire.interests.nth(number) else { return };
    let questions = questionnaire.questions.iter();
    let texts: Vec<String> = questions
        .filter(|question| question.weight(ix) > 0.0)
        .map(|question| question.text.clone())
        .collect();
    bullets(page, "The questions that measure it", &texts);
}

fn question(page: &mut Page, catalogue: &Catalogue, number: usize) {
    let questions = &catalogue.questionnaire().questions;
    let Some(question) = questions.nth(number).map(|ix| &questions[ix]) else { return };
    page.gap();
    page.paragraph(&format!("Question {}, counted in the order of the file.", number + 1));
    if question.short {
        page.paragraph("It belongs to the short form.");
    }
    if question.reversed {
        page.paragraph("It is scored in reverse: to like it speaks against the interest.");
    }
}

fn bullets(page: &mut Page, heading: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    page.heading(heading);
    for item in items {
        page.item("  - ", &clean(item));
    }
}

/// The interests of a profile, the weightiest first.
fn profile(page: &mut Page, catalogue: &Catalogue, profile: &Profile) {
    page.heading("The interests it rewards");
    let interests = &catalogue.questionnaire().interests;
    let mut weighed: Vec<_> = interests.iter().zip(profile.weights()).collect();
    weighed.sort_by(|(_, left), (_, right)| right.total_cmp(left));
    let highest = profile.weights().iter().copied().fold(0.0, f64::max);
    let bar_width = if page.style().is_narrow() { 6 } else { 12 };
    let entries: Vec<Entry> = weighed
        .into_iter()
        .filter(|(_, weight)| **weight != 0.0)
        .map(|(interest, weight)| Entry {
            lead: "  ".to_owned(),
            name: clean(&interest.name),
            figures: format!("{weight:>5} {}", page.style().bar(weight / highest, bar_width)),
        })
        .collect();
    page.table(&entries);
}
