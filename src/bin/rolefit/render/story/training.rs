//! Which training suits: the specialism and the modules.

use rolefit::catalogue::Stage;
use rolefit::report::{ModulePart, Report};

use super::parts::{ModuleLine, Passage, StagePart};
use super::roles::word;
use super::{Telling, clean};
use crate::render::reading::{listed, whole};

/// The specialism that suits, and how far the others do.
pub(super) fn specialism(report: &Report) -> Option<Passage> {
    let fits: Vec<String> = report
        .specialisms
        .iter()
        .filter_map(|part| {
            let (fit, band) = part.fit.zip(part.band)?;
            Some(format!("{} (fit {}, {})", clean(&part.name), whole(fit), word(band)))
        })
        .collect();
    let (first, others) = fits.split_first()?;
    let text = match others {
        [] => format!("{first}."),
        others => format!("{first}, rather than {}.", listed(others)),
    };
    Some(Passage { heading: "The specialism that suits".to_owned(), paragraphs: vec![text] })
}

/// The modules by stage, each with the leading roles that it serves.
pub(super) fn stages(telling: &Telling<'_>) -> Vec<StagePart> {
    let stage = |stage, heading, text| {
        let parts = telling.report.modules.iter().filter(|part| part.stage == stage);
        let modules: Vec<ModuleLine> = parts.map(|part| line(telling, part)).collect();
        (!modules.is_empty()).then_some(StagePart { heading, text, modules })
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
    [rotations, specialist].into_iter().flatten().collect()
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
