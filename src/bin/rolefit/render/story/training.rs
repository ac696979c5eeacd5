//! Which training suits: the specialism and the modules.

use rolefit::catalogue::Stage;
use rolefit::matching::Band;
use rolefit::report::{ModulePart, Report, SpecialismPart};

use super::parts::{ModuleLine, Passage, StagePart};
use super::roles::word;
use super::{Telling, clean};
use crate::render::reading::{listed, whole};

/// What the length of a module's bar is.
pub(super) const BARS: &str = "Bars: how far a module prepares for your best match, every role \
    counting by its chance of being that.";

/// What the stages are stages of.
const PROGRAMME: &str = "These modules belong to the NHS Scientist Training Programme (STP), one \
    way into some of these roles.";

/// The specialism that suits, if one does, and how far the others do.
pub(super) fn specialism(report: &Report) -> Option<Passage> {
    let (matched, unmatched): (Vec<_>, Vec<_>) =
        report.specialisms.iter().partition(|part| part.fit.is_some());
    let fits: Vec<String> = matched.iter().filter_map(|part| fit(part)).collect();
    let suits = matched.first().is_some_and(|part| part.band != Some(Band::Weak));
    let mut paragraphs = Vec::new();
    match fits.split_first() {
        None => {}
        Some((first, [])) => paragraphs.push(format!("{first}.")),
        Some((first, others)) if suits => {
            paragraphs.push(format!("{first}, ahead of {}.", listed(others)));
        }
        Some(_) => paragraphs.push(format!("Each fits weakly: {}.", listed(&fits))),
    }
    let names: Vec<String> = unmatched.iter().map(|part| clean(&part.name)).collect();
    if !names.is_empty() {
        let names = listed(&names);
        paragraphs.push(format!("With what you said matters, {names} cannot be matched."));
    }
    let heading =
        if suits { "The specialism that suits" } else { "No specialism stands out" }.to_owned();
    (!paragraphs.is_empty()).then_some(Passage { heading, paragraphs })
}

fn fit(part: &SpecialismPart) -> Option<String> {
    let (fit, band) = part.fit.zip(part.band)?;
    Some(format!("{} (fit {}, {})", clean(&part.name), whole(fit), word(band)))
}

/// The modules by stage, each with the leading roles that it serves.
pub(super) fn stages(telling: &Telling<'_>) -> Vec<StagePart> {
    let stage = |stage, heading, text: &str| {
        let parts = telling.report.modules.iter().filter(|part| part.stage == stage);
        let modules: Vec<ModuleLine> = parts.map(|part| line(telling, part)).collect();
        (!modules.is_empty()).then_some(StagePart { heading, text: str::to_owned(text), modules })
    };
    let rotations = stage(
        Stage::Rotation,
        "Training: the rotations of the first year",
        "Every trainee takes them all. Make the most of the first.",
    );
    let specialist = stage(
        Stage::Specialist,
        "Training: the specialist modules of the later years",
        "The most useful for the roles that may suit you come first.",
    );
    let mut stages: Vec<StagePart> = [rotations, specialist].into_iter().flatten().collect();
    if let Some(first) = stages.first_mut() {
        first.text = format!("{PROGRAMME} {}", first.text);
    }
    stages
}

fn line(telling: &Telling<'_>, part: &ModulePart) -> ModuleLine {
    ModuleLine { name: clean(&part.name), relevance: part.relevance, serves: serves(telling, part) }
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
        "not central to a leading role".to_owned()
    } else if part.no_regret && names.len() > 1 {
        "worth it whichever of the leading roles you choose".to_owned()
    } else {
        format!("for {}", listed(&names))
    }
}
