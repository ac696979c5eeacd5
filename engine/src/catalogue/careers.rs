//! What is offered: roles, training modules and specialisms, each with the
//! interests it rewards.

use super::id::Id;
use super::index::{Ix, List};
use super::profile::Profile;

/// The place of a role in [`Careers::roles`].
pub type RoleIx = Ix<Role>;
/// The place of a module in [`Careers::modules`].
pub type ModuleIx = Ix<Module>;
/// The place of a specialism in [`Careers::specialisms`].
pub type SpecialismIx = Ix<Specialism>;

/// Everything that `careers.yaml` holds.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Careers {
    /// What the modules are modules of, with its article, if the file says so.
    pub programme: Option<String>,
    /// The fields of training.
    pub specialisms: List<Specialism>,
    /// The training modules.
    pub modules: List<Module>,
    /// The roles; 1 to 5,000.
    pub roles: List<Role>,
}

/// A field of training.
#[derive(Debug, Clone)]
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
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Module {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// When it is taken.
    pub stage: Stage,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// What it covers.
    pub topics: Vec<String>,
    /// The interests it rewards.
    pub profile: Profile,
}

/// When a module is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// In the first year, by every trainee.
    Rotation,
    /// In the later years, within a specialism.
    Specialist,
}

/// A role: a job that the quiz may recommend.
#[derive(Debug, Clone)]
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
    /// How people come to it.
    pub way_in: Option<String>,
    /// The interests it rewards.
    pub profile: Profile,
    /// The modules that prepare for it.
    pub modules: Vec<Relevance>,
    /// Where to read more.
    pub links: Vec<Link>,
    /// What the profile rests on.
    pub evidence: Vec<String>,
}

/// How far a module prepares for a role.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Relevance {
    /// The module.
    pub module: ModuleIx,
    /// 0 (not at all) to 1 (wholly).
    pub value: f64,
}

/// A page to read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Link {
    /// What it is.
    pub title: String,
    /// Its address.
    pub url: String,
}

impl Relevance {
    pub(super) fn new(module: ModuleIx, value: f64) -> Self {
        Self { module, value }
    }
}

impl Link {
    pub(super) fn new(title: String, url: String) -> Self {
        Self { title, url }
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
}
