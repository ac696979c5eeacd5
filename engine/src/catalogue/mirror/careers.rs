//! The form of `careers.yaml`.

use std::collections::BTreeMap;

#[cfg(feature = "schemars")]
use schemars::JsonSchema;

use super::{FormatOne, Slug, Text, Weights};
use crate::catalogue::Stage;

/// What a quiz may recommend.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[schemars(deny_unknown_fields)]
pub struct CareersFile {
    /// The version of this form: 1.
    pub format: FormatOne,
    /// What the modules are modules of, with its article, as in "the first two years of
    /// our degree".
    pub programme: Option<Text>,
    /// The fields of training.
    #[schemars(length(max = 1000))]
    pub specialisms: Option<Vec<SpecialismEntry>>,
    /// The training modules.
    #[schemars(length(max = 1000))]
    pub modules: Option<Vec<ModuleEntry>>,
    /// The roles.
    #[schemars(length(min = 1, max = 5000))]
    pub roles: Vec<RoleEntry>,
}

/// A field of training.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[schemars(deny_unknown_fields)]
pub struct SpecialismEntry {
    /// Its id.
    pub id: Slug,
    /// Its name.
    pub name: Text,
    /// What it is, in a sentence or two.
    pub summary: Text,
    /// The interests it rewards.
    pub profile: Weights,
}

/// A training module.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[schemars(deny_unknown_fields)]
pub struct ModuleEntry {
    /// Its id.
    pub id: Slug,
    /// Its name.
    pub name: Text,
    /// When it is taken.
    pub stage: Stage,
    /// What it is, in a sentence or two.
    pub summary: Text,
    /// What it covers.
    pub topics: Option<Vec<Text>>,
    /// The interests it rewards.
    pub profile: Weights,
}

/// A role: a job that the quiz may recommend.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[schemars(deny_unknown_fields)]
pub struct RoleEntry {
    /// Its id.
    pub id: Slug,
    /// Its name.
    pub name: Text,
    /// The job family it belongs to.
    pub family: Option<Text>,
    /// The id of its specialism.
    pub specialism: Option<Slug>,
    /// What it is, in a sentence or two.
    pub summary: Text,
    /// What people in it do.
    pub activities: Option<Vec<Text>>,
    /// What a day in it may look like.
    pub day: Option<Text>,
    /// What it asks of a person.
    pub asks: Option<Vec<Text>>,
    /// How people come to it.
    pub way_in: Option<Text>,
    /// The interests it rewards.
    pub profile: Weights,
    /// How far each module prepares for it, by the module's id: 0 to 1.
    pub modules: Option<BTreeMap<Slug, RelevanceEntry>>,
    /// Where to read more.
    pub links: Option<Vec<LinkEntry>>,
    /// What the profile rests on.
    pub evidence: Option<Vec<Text>>,
}

/// How far a module prepares for a role: 0 (not at all) to 1 (wholly).
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[schemars(extend("minimum" = 0, "maximum" = 1))]
pub struct RelevanceEntry(pub f64);

/// A page to read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[schemars(deny_unknown_fields)]
pub struct LinkEntry {
    /// What it is.
    pub title: Text,
    /// Its address.
    #[schemars(extend("pattern" = "^https?://"))]
    pub url: String,
}
