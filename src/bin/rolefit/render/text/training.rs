//! Which training suits: the specialism and the modules.

use colored::Colorize;
use rolefit::catalogue::Stage;
use rolefit::report::ModulePart;

use super::Telling;
use super::reading::{listed, whole};
use super::roles::word;
use crate::render::{Page, clean};

/// The specialism that suits, and how far the others do.
pub(super) fn specialism(page: &mut Page, telling: &Telling<'_>) {
    let fits: Vec<String> = telling
        .report
        .specialisms
        .iter()
        .filter_map(|part| {
            let (fit, band) = part.fit.zip(part.band)?;
            Some(format!("{} (fit {}, {})", clean(&part.name), whole(fit), word(band)))
        })
        .collect();
    let Some((first, others)) = fits.split_first() else { return };
    page.heading("The specialism that suits");
    page.paragraph(&match others {
        [] => format!("{first}."),
        others => format!("{first}, rather than {}.", listed(others)),
    });
}

/// The modules by stage, each with the leading roles that it serves.
pub(super) fn modules(page: &mut Page, telling: &Telling<'_>) {
    let of_stage = |stage| {
        let parts = telling.report.modules.iter();
        parts.filter(|part| part.stage == stage).collect::<Vec<_>>()
    };
    let rotations = of_stage(Stage::Rotation);
    if !rotations.is_empty() {
        page.heading("Training: the rotations of the first year");
        page.paragraph("Every trainee takes them all. Make the most of the first.");
        list(page, telling, &rotations);
    }
    let specialist = of_stage(Stage::Specialist);
    if !specialist.is_empty() {
        page.heading("Training: the specialist modules of the later years");
        list(page, telling, &specialist);
    }
}

fn list(page: &mut Page, telling: &Telling<'_>, parts: &[&ModulePart]) {
    page.gap();
    for part in parts {
        let bar = page.style().bar(part.relevance, 8);
        let lead = if bar.is_empty() { "  ".to_owned() } else { format!("  {bar} ") };
        let name = clean(&part.name);
        let indent = if bar.is_empty() { "  " } else { "           " };
        // The bar holds colour codes, so the name is wrapped under blanks of its width.
        let mut block = Page::new(page.style());
        block.strong_item(indent, &name);
        let text = block.into_text();
        page.line(&text.trim_end().replacen(indent, &lead, 1));
        page.item(indent, &serves(telling, part));
    }
}

fn serves(telling: &Telling<'_>, part: &ModulePart) -> String {
    let careers = telling.catalogue.careers();
    let module = careers.modules.iter().position(|module| module.id.as_str() == part.id);
    let leading = &telling.report.leading;
    let names: Vec<String> = telling
        .report
        .roles
        .iter()
        .filter(|role| leading.contains(&role.id))
        .filter(|part| {
            let role = careers.roles.iter().find(|role| role.id.as_str() == part.id);
            role.zip(module).is_some_and(|(role, module)| role.relevance(module) >= 0.5)
        })
        .map(|role| clean(&role.name))
        .collect();
    if names.is_empty() {
        "not central to a leading role".dimmed().to_string()
    } else if part.no_regret && names.len() > 1 {
        "worth it whichever of the leading roles you choose".to_owned()
    } else {
        format!("for {}", listed(&names))
    }
}
