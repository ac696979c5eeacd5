//! What is offered: roles, training modules and specialisms, each with the
//! interests it rewards.

use serde::{Deserialize, Serialize};

use super::guidance::{Advice, Contact, Link, OccupationCodes, Pay, PayScale, Routes};
use super::id::Id;
use super::index::{Ix, List};
use super::language::Language;
use super::profile::Profile;
use super::starting_point::StartingPoint;

/// The place of a role in [`Careers::roles`].
pub type RoleIx = Ix<Role>;
/// The place of a module in [`Careers::modules`].
pub type ModuleIx = Ix<Module>;
/// The place of a specialism in [`Careers::specialisms`].
pub type SpecialismIx = Ix<Specialism>;
/// The place of a stage in [`Careers::stages`].
pub type StageIx = Ix<Stage>;

/// Everything that `careers.yaml` holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Careers {
    /// The language of its texts.
    pub language: Language,
    /// What the modules are modules of, with its article, if the file says so.
    pub programme: Option<String>,
    /// What has to be known wherever its modules are shown.
    pub programme_note: Option<String>,
    /// The scale that pay refers to.
    pub pay_scale: Option<PayScale>,
    /// The stages of the programme, in order.
    pub stages: List<Stage>,
    /// The fields of training.
    pub specialisms: List<Specialism>,
    /// The training modules.
    pub modules: List<Module>,
    /// The roles; 1 to 5,000, or none where questions were read alone.
    pub roles: List<Role>,
}

/// A field of training.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Specialism {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// The interests it rewards.
    pub profile: Profile,
}

/// A training module.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Module {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// When it is taken.
    pub stage: StageIx,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// What it covers.
    pub topics: Vec<String>,
    /// The interests it rewards.
    pub profile: Profile,
    /// What is nearest to it in today's training, where its own is of another day.
    pub now: Option<Link>,
}

/// A stage of a programme of training, at which some of its modules are taken.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Stage {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Whether every trainee takes the same modules, so that none is to be chosen.
    pub is_fixed: bool,
    /// What else has to be known of it.
    pub note: Option<String>,
}

/// A role: a job that the quiz may recommend.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Role {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What the job is, in one line of at most 80 characters.
    pub line: Option<String>,
    /// The job family it belongs to.
    pub family: Option<String>,
    /// Its specialism, if it belongs to one.
    pub specialism: Option<SpecialismIx>,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// What people in it do.
    pub activities: Vec<String>,
    /// What a day in it may look like.
    pub day: Option<String>,
    /// What it asks of a person.
    pub asks: Vec<String>,
    /// What it is paid.
    pub pay: Option<Pay>,
    /// The ways into it.
    pub routes: Routes,
    /// How people come to it, wherever they start from.
    pub way_in: Option<String>,
    /// Something to try this week.
    pub trial: Option<Advice>,
    /// Whom to ask about it.
    pub contact: Option<Contact>,
    /// The interests it rewards.
    pub profile: Profile,
    /// The modules that prepare for it.
    pub modules: Vec<Relevance>,
    /// Its codes in lists of occupations.
    pub codes: OccupationCodes,
    /// Where to read more.
    pub links: Vec<Link>,
    /// What the profile rests on.
    pub evidence: Vec<String>,
}

/// How far a module prepares for a role.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Relevance {
    /// The module.
    pub module: ModuleIx,
    /// 0 (not at all) to 1 (wholly).
    pub value: f64,
}

impl Relevance {
    pub(super) fn new(module: ModuleIx, value: f64) -> Self {
        Self { module, value }
    }
}

impl Careers {
    /// Nothing on offer.
    pub(super) fn none(language: Language) -> Self {
        Self {
            language,
            programme: None,
            programme_note: None,
            pay_scale: None,
            stages: List::new(Vec::new()),
            specialisms: List::new(Vec::new()),
            modules: List::new(Vec::new()),
            roles: List::new(Vec::new()),
        }
    }

    /// Where a person may start from: everywhere, but for the NHS where no role says what
    /// to do from there.
    #[must_use]
    pub fn starting_points(&self) -> Vec<StartingPoint> {
        let is_told = |start: StartingPoint| {
            self.roles.iter().any(|role| {
                let asked = role.contact.as_ref().and_then(|contact| contact.from.get(start));
                role.routes.get(start).or(asked).is_some()
            })
        };
        let all = StartingPoint::ALL.into_iter();
        all.filter(|start| *start != StartingPoint::Nhs || is_told(*start)).collect()
    }
}

impl Stage {
    /// Those of a programme that declares none: rotations, then specialist modules.
    pub(super) fn usual() -> Vec<Self> {
        let stages = [
            ("rotation", "Rotations of the first year", true),
            ("specialist", "Specialist modules of the later years", false),
        ];
        let stage = |(id, name, is_fixed): (_, &str, _)| {
            Some(Self { id: Id::parse(id).ok()?, name: name.to_owned(), is_fixed, note: None })
        };
        stages.into_iter().filter_map(stage).collect()
    }
}

impl Role {
    /// How far `module` prepares for the role, 0 to 1.
    #[must_use]
    pub fn relevance(&self, module: ModuleIx) -> f64 {
        self.modules
            .iter()
            .find(|relevance| relevance.module == module)
            .map_or(0.0, |relevance| relevance.value)
    }

    /// Whether the role needs `module`: a relevance of at least a half.
    #[must_use]
    pub fn needs(&self, module: ModuleIx) -> bool {
        self.relevance(module) >= 0.5
    }
}
