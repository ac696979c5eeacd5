//! The form of `questions.yaml`.

use std::collections::BTreeMap;

#[cfg(feature = "schemars")]
use schemars::JsonSchema;

use super::{FormatOne, Slug, Text};

/// The questions of a quiz, in the order in which they are asked.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[schemars(deny_unknown_fields)]
pub struct QuestionsFile {
    /// The version of this form: 1.
    pub format: FormatOne,
    /// The quiz's title.
    pub title: Text,
    /// What a respondent is told first.
    pub introduction: Text,
    /// The answers on offer, the lowest first.
    #[schemars(length(min = 2, max = 9))]
    pub scale: Vec<Text>,
    /// How exactly the answers measure.
    pub measurement: Option<MeasurementEntry>,
    /// The interests.
    #[schemars(length(min = 3, max = 64))]
    pub interests: Vec<InterestEntry>,
    /// The questions.
    #[schemars(length(min = 1, max = 1000))]
    pub questions: Vec<QuestionEntry>,
}

/// How exactly the answers measure, in squared coordinate units: the scale runs
/// from -1 to 1. `rolefit cohort --fit` estimates both from answers.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[schemars(deny_unknown_fields)]
pub struct MeasurementEntry {
    /// The variance of one answer around the person's interest.
    #[schemars(range(min = 0.0))]
    pub noise: f64,
    /// The variance of a person's interests around the person's own level.
    #[schemars(extend("exclusiveMinimum" = 0))]
    pub signal: f64,
    /// Where the two figures come from.
    pub source: Option<Text>,
}

/// A kind of activity that a person may like more or less.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[schemars(deny_unknown_fields)]
pub struct InterestEntry {
    /// Its id.
    pub id: Slug,
    /// Its name.
    pub name: Text,
    /// What it covers.
    pub description: Option<Text>,
}

/// A question: it names one `interest`, or several `interests` with loadings.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[schemars(
    deny_unknown_fields,
    extend("oneOf" = [{"required": ["interest"]}, {"required": ["interests"]}])
)]
pub struct QuestionEntry {
    /// Its id.
    pub id: Slug,
    /// The activity that the respondent rates.
    pub text: Text,
    /// The one interest it measures, by its id.
    pub interest: Option<Slug>,
    /// The interests it measures, each with a loading above 0.
    pub interests: Option<Loadings>,
    /// Whether liking the activity speaks against the interests.
    pub reversed: Option<bool>,
    /// Whether the short form asks it.
    pub short: Option<bool>,
}

/// Interests by their ids, each with a loading above 0.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[schemars(extend("minProperties" = 1))]
pub struct Loadings(pub BTreeMap<Slug, Loading>);

/// How strongly a question measures an interest.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[schemars(extend("exclusiveMinimum" = 0))]
pub struct Loading(pub f64);
