//! Which training suits: the specialism and the modules.

use std::cmp::Ordering;

use super::roles::word;
use super::source::ResultSource;
use crate::catalogue::Stage;
use crate::matching::Band;
use crate::report::{ModulePart, Report, SpecialismPart};
use crate::telling::clean::Clean;
use crate::telling::figures::{listed, whole};
use crate::telling::passage::Passage;

/// Similarities that differ by less are the same but for rounding.
const EQUAL: f64 = 1e-9;

/// What the length of a module's bar is.
pub(super) const BARS: &str = "Bars: how far a module prepares for your best match, every role \
    counting by its chance of being that.";

/// What is said of a module that no leading role needs.
const NOT_CENTRAL: &str = "not central to a leading role";

/// The modules of one stage of training.
#[derive(Debug)]
pub struct StageText {
    /// The heading.
    pub heading: &'static str,
    /// What has to be known of them.
    pub text: Clean,
    /// The modules, the most relevant first.
    pub modules: Vec<ModuleLine>,
}

/// A module.
#[derive(Debug)]
pub struct ModuleLine {
    /// Its name.
    pub name: Clean,
    /// How far it is expected to prepare for the person's best role, 0 to 1.
    pub relevance: f64,
    /// The leading roles that it serves.
    pub serves: Clean,
}

/// The specialism that suits, if one does, and how far the others do.
pub(super) fn specialism(report: &Report<'_>) -> Option<Passage> {
    let (mut matched, unmatched): (Vec<_>, Vec<_>) =
        report.specialisms.iter().partition(|part| part.fit.is_some());
    matched.sort_by(|left, right| {
        right.similarity.partial_cmp(&left.similarity).unwrap_or(Ordering::Equal)
    });
    let highest = matched.first().and_then(|part| part.similarity);
    let is_first = |part: &&&SpecialismPart<'_>| {
        part.similarity.zip(highest).is_some_and(|(of, highest)| highest - of < EQUAL)
    };
    let firsts = matched.iter().filter(is_first).count();
    let suits = matched.first().is_some_and(|part| part.band != Some(Band::Weak));
    let fits: Vec<String> = matched.iter().filter_map(|part| fit(part)).collect();
    let mut paragraphs = match fits.split_at_checked(firsts) {
        _ if fits.is_empty() => Vec::new(),
        Some((first, [])) if suits || fits.len() == 1 => vec![format!("{}.", listed(first))],
        Some((first, others)) if suits => {
            vec![format!("{}, ahead of {}.", listed(first), listed(others))]
        }
        _ => vec![format!("Each fits weakly: {}.", listed(&fits))],
    };
    let names: Vec<&str> = unmatched.iter().map(|part| part.name).collect();
    if !names.is_empty() {
        let names = listed(&names);
        paragraphs.push(format!("With what you said matters, {names} cannot be matched."));
    }
    let heading = match firsts {
        1 if suits => "The specialism that suits",
        _ if suits => "Specialisms that suit equally",
        _ => "No specialism stands out",
    };
    let paragraphs: Vec<Clean> = paragraphs.into_iter().map(Clean::from).collect();
    let heading = heading.into();
    (!paragraphs.is_empty()).then_some(Passage { heading, paragraphs })
}

fn fit(part: &SpecialismPart<'_>) -> Option<String> {
    let (fit, band) = part.fit.zip(part.band)?;
    Some(format!("{} (fit {}, {})", part.name, whole(fit), word(band)))
}

/// The modules by stage, each with the leading roles that it serves.
pub(super) fn stages(source: &ResultSource<'_>) -> Vec<StageText> {
    let rotations = stage(
        source,
        Stage::Rotation,
        "Training: the rotations of the first year",
        [
            "Every trainee takes them all. Make the most of the first.",
            "Every trainee takes them all.",
        ],
    );
    let specialist = stage(
        source,
        Stage::Specialist,
        "Training: the specialist modules of the later years",
        ["The most useful for the roles that may suit you come first.", ""],
    );
    let mut stages: Vec<StageText> = [rotations, specialist].into_iter().flatten().collect();
    let programme = source.catalogue().careers().programme.as_ref();
    if let Some((first, name)) = stages.first_mut().zip(programme) {
        let text = &first.text;
        first.text =
            format!("These modules belong to {name}, one way into some of these roles. {text}")
                .into();
    }
    stages
}

/// The modules of one stage; of its two texts the second if not even the first of
/// them is central to a leading role.
fn stage(
    source: &ResultSource<'_>,
    stage: Stage,
    heading: &'static str,
    [text, of_none]: [&str; 2],
) -> Option<StageText> {
    let parts = source.report.modules.iter().filter(|part| part.stage == stage);
    let modules: Vec<ModuleLine> = parts.map(|part| line(source, part)).collect();
    let is_central = modules.first()?.serves.as_str() != NOT_CENTRAL;
    let text = if is_central {
        Clean::from(text)
    } else {
        format!("{of_none} None stands out for the roles that lead.").into()
    };
    Some(StageText { heading, text, modules })
}

fn line(source: &ResultSource<'_>, part: &ModulePart<'_>) -> ModuleLine {
    ModuleLine {
        name: Clean::from(part.name),
        relevance: part.relevance,
        serves: serves(source, part).into(),
    }
}

fn serves(source: &ResultSource<'_>, part: &ModulePart<'_>) -> String {
    let careers = source.catalogue().careers();
    let leading = source.report.roles.iter().filter(|role| source.report.leads(role.role));
    let names: Vec<&str> = leading
        .filter(|role| careers.roles[role.role].relevance(part.module) >= 0.5)
        .map(|role| role.name)
        .collect();
    if names.is_empty() {
        NOT_CENTRAL.to_owned()
    } else if part.no_regret && names.len() > 1 {
        "worth it whichever of the leading roles you choose".to_owned()
    } else {
        format!("for {}", listed(&names))
    }
}
