//! Which training suits: the specialisms and the modules.

use super::clear::{figure, is_disliked};
use super::roles::word;
use super::source::ResultSource;
use crate::catalogue::{Stage, StartingPoint};
use crate::report::{ModulePart, Report, SpecialismPart};
use crate::telling::clean::{Clean, Literal};
use crate::telling::figures::{counted, listed, whole};

/// What the length of a module's bar is.
const BARS: &str =
    "Bars: how far it prepares for your best match, each role counting by its chance.";

/// More roles than these are counted.
const MOST_NAMES: usize = 2;

/// What is said of a module that no leading role needs.
const NOT_CENTRAL: &str = "not central to a likely role";

/// The training: specialisms and modules.
#[derive(Debug)]
pub struct TrainingText {
    /// The heading.
    pub heading: &'static str,
    /// What is said in place of all that follows to someone for whom it comes later.
    pub later: Option<LaterText>,
    /// What has to be known of the modules, wherever they are shown.
    pub note: Option<Clean>,
    /// The chances of the specialisms.
    pub specialisms: Vec<Clean>,
    /// The modules, stage by stage.
    pub stages: Vec<StageText>,
    /// What the length of a module's bar means.
    pub key: &'static str,
}

/// That the training comes later, and the way to it.
#[derive(Debug)]
pub struct LaterText {
    /// That it does.
    pub text: Clean,
    /// The command that lists its modules; `None` if there are none.
    pub command: Option<Literal>,
}

/// The modules of one stage of training.
#[derive(Debug)]
pub struct StageText {
    /// The name of the stage.
    pub heading: Clean,
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
    /// The leading roles that it serves, or that there is none.
    pub serves: Clean,
    /// Whether there is one.
    pub is_central: bool,
    /// What is nearest to it today: the title and the address of a page.
    pub now: Option<(Clean, Clean)>,
}

/// The specialisms and the modules, if the catalogue has any and the person dislikes not
/// nearly everything that they prepare for.
pub(super) fn training(source: &ResultSource<'_>) -> Option<TrainingText> {
    if is_disliked(source.report) {
        return None;
    }
    let (specialisms, stages) = (specialisms(source.report), stages(source));
    let note = source.catalogue().careers().programme_note.as_ref();
    (!specialisms.is_empty() || !stages.is_empty()).then_some(TrainingText {
        heading: "Training",
        later: later(source),
        note: note.filter(|_| !stages.is_empty()).map(Clean::from),
        specialisms,
        stages,
        key: BARS,
    })
}

/// That the training comes later, to someone at school or at college.
fn later(source: &ResultSource<'_>) -> Option<LaterText> {
    let start = source.report.starting_point?;
    if !matches!(start, StartingPoint::School | StartingPoint::College) {
        return None;
    }
    let careers = source.catalogue().careers();
    let text = match &careers.programme {
        Some(name) => format!("Later on, one way into some of these roles is {name}."),
        None => "Training for these roles comes later on.".to_owned(),
    };
    let command = (!careers.modules.is_empty()).then(|| source.commands.show("modules"));
    Some(LaterText { text: text.into(), command })
}

/// The chance of each specialism that the best match belongs to it, against the usual.
fn specialisms(report: &Report<'_>) -> Vec<Clean> {
    let chance = |part: &SpecialismPart<'_>| {
        let (chance, usual) = part.chance.zip(part.usual)?;
        Some(format!("{} {} ({})", part.name, figure(chance), figure(usual)))
    };
    let chances: Vec<String> = report.specialisms.iter().filter_map(chance).collect();
    let others = report.specialisms.iter().filter(|part| part.chance.zip(part.usual).is_none());
    let mut paragraphs: Vec<Clean> = Vec::new();
    if !chances.is_empty() {
        let branches = match report.specialisms.len() {
            1 => "one branch".to_owned(),
            many => format!("{} branches", counted(many).to_lowercase()),
        };
        paragraphs.push(
            format!(
                "The training has {branches}. The chances in 100 that your best match is in each, \
                 with what is usual in brackets: {}.",
                listed(&chances)
            )
            .into(),
        );
    }
    paragraphs.extend(others.map(|part| Clean::from(without_roles(part))));
    paragraphs
}

/// How far a specialism fits that has no role in the catalogue.
fn without_roles(part: &SpecialismPart<'_>) -> String {
    match part.fit.zip(part.band) {
        Some((fit, band)) => format!(
            "No role here belongs to {}. By its own profile its fit is {}, {}.",
            part.name,
            whole(fit),
            word(band)
        ),
        None => format!("With what you said matters, {} cannot be matched.", part.name),
    }
}

/// The modules by stage, each with the leading roles that it serves.
fn stages(source: &ResultSource<'_>) -> Vec<StageText> {
    let careers = source.catalogue().careers();
    let of = careers.stages.iter().filter_map(|of| stage(source, of));
    let mut stages: Vec<StageText> = of.collect();
    if let Some((first, name)) = stages.first_mut().zip(careers.programme.as_ref()) {
        let text = &first.text;
        first.text = format!("Part of {name}, one way into some of these roles. {text}").into();
    }
    stages
}

/// The modules of one stage. Where they are fixed nobody chooses any of them.
fn stage(source: &ResultSource<'_>, stage: &Stage) -> Option<StageText> {
    let parts = source.report.modules.iter().filter(|part| part.stage == &stage.id);
    let modules: Vec<ModuleLine> = parts.map(|part| line(source, part)).collect();
    let order = if modules.first()?.is_central {
        "Those you might make most of come first."
    } else {
        "None stands out for the likely roles."
    };
    let fixed = stage.is_fixed.then_some("Every trainee takes them all.");
    // A note tells it more exactly.
    let known: Vec<&str> = stage.note.as_deref().or(fixed).into_iter().chain([order]).collect();
    Some(StageText { heading: Clean::from(&stage.name), text: known.join(" ").into(), modules })
}

fn line(source: &ResultSource<'_>, part: &ModulePart<'_>) -> ModuleLine {
    let careers = source.catalogue().careers();
    let module = &careers.modules[part.module];
    let leading = source.report.roles.iter().filter(|role| source.report.leads(role.role));
    let useful_for = leading.filter(|role| careers.roles[role.role].needs(part.module));
    let names: Vec<&str> = useful_for.map(|role| role.name).collect();
    let serves = match names.as_slice() {
        [] => NOT_CENTRAL.into(),
        [_, _, ..] if part.no_regret => {
            Clean::from("worth it whichever of the likely roles you choose")
        }
        few if few.len() <= MOST_NAMES => format!("for {}", listed(few)).into(),
        many => {
            let all = source.report.leading.len();
            format!("for {} of the {all} likely roles", many.len()).into()
        }
    };
    ModuleLine {
        name: Clean::from(part.name),
        relevance: part.relevance,
        serves,
        is_central: !names.is_empty(),
        now: module.now.as_ref().map(|now| (Clean::from(&now.title), Clean::from(&now.url))),
    }
}
