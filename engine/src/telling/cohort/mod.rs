//! What a cohort adds up to, in words.

mod advice;
mod against;
mod chosen;
mod groups;
mod items;
mod left_out;
mod measured;
mod people;
pub mod prose;

pub use advice::advice_text;
pub use against::{AgainstText, DifferenceLine, PeopleAgainstText, RoleAgainstLine};
pub use chosen::{ChosenFiguresText, ChosenRoleLine, ChosenText, HitRateLine, StatedLine};
pub use groups::{GroupText, GroupsText, group_label, group_name};
pub use items::{ListwiseLine, QuestionLine, ReliabilityLine};
pub use measured::MeasuredText;
pub use people::{InterestSpread, ModuleNeed, PeopleText, RoleShare, SpreadBar, StageNeeds};

use super::clean::Clean;
use super::commands::Commands;
use super::page_languages::PageLanguages;
use crate::catalogue::Catalogue;
use crate::cohort::Cohort;

/// Everything that is said of a cohort. What explains its figures is in [`prose`].
#[derive(Debug)]
pub struct CohortText {
    /// The languages of its page.
    pub languages: PageLanguages,
    /// The questionnaire's title, if it has one.
    pub title: Option<Clean>,
    /// Who took part.
    pub answered: Clean,
    /// That it is for one reader alone, if it is.
    pub for_you_alone: Option<Clean>,
    /// What stands for figures that are left out or counted together, if there are any.
    pub left_out: Option<Clean>,
    /// What the figures do not protect from, if they protect at all.
    pub not_protected: Option<Clean>,
    /// Everybody.
    pub everyone: PeopleText,
    /// What differs from an earlier cohort, if one was given.
    pub against: Option<AgainstText>,
    /// What came true, if choices were given.
    pub chosen: Option<ChosenText>,
    /// How well the questions of each interest hang together.
    pub reliability: Vec<ReliabilityLine>,
    /// The questions in file order.
    pub questions: Vec<QuestionLine>,
    /// How many careful people a sign would flag, if that was simulated.
    pub simulated_signs: Option<Clean>,
    /// The groups, if people are grouped.
    pub groups: Option<GroupsText>,
    /// How exactly the answers measure, if that was asked for.
    pub measured: Option<MeasuredText>,
}

impl CohortText {
    /// Puts a cohort into words.
    #[must_use]
    pub fn of(catalogue: &Catalogue, cohort: &Cohort<'_>, commands: &dyn Commands) -> Self {
        Self {
            languages: PageLanguages::of(&cohort.languages),
            title: catalogue.questionnaire().title.as_ref().map(Clean::from),
            answered: people::answered(&cohort.all, cohort.questions.len()).into(),
            for_you_alone: cohort.small.then(|| cohort.notice.into()),
            left_out: left_out::left_out(cohort).map(Clean::from),
            not_protected: (!cohort.small).then(|| cohort.notice.into()),
            everyone: PeopleText::of(catalogue, &cohort.all),
            against: cohort.against.as_ref().map(against::against),
            chosen: cohort.chosen.as_ref().map(|of| chosen::chosen(catalogue, of)),
            reliability: items::reliability(catalogue, &cohort.reliability),
            questions: items::questions(catalogue, cohort),
            simulated_signs: cohort.simulated_signs.as_ref().and_then(people::simulated_signs),
            groups: groups::groups(catalogue, cohort),
            measured: cohort.measurement.as_ref().map(|of| measured::measured(of, commands)),
        }
    }
}
