//! Some people in words: everybody, or a group.

use crate::catalogue::{Catalogue, Id, Stage};
use crate::cohort::{
    Bin, InterestSummary, ModuleDemand, People, RoleCount, SignCount, SimulatedSigns,
};
use crate::signs::{FlaggedShares, SignIndex};
use crate::telling::clean::Clean;
use crate::telling::figures::{count_or_dash, exact_percent, or_dash};
use crate::telling::signs::sign;

/// Some people.
#[derive(Debug)]
pub struct PeopleText {
    /// Whether people can be matched, and the roles are left out nevertheless.
    pub are_roles_left_out: bool,
    /// The roles, by falling expected share; none if nobody can be matched, too.
    pub roles: Vec<RoleShare>,
    /// The modules by stage, in the order of the programme.
    pub stages: Vec<StageNeeds>,
    /// The interests, in the questionnaire's order.
    pub interests: Vec<InterestSpread>,
    /// How many show each sign of careless answering.
    pub signs: Vec<Clean>,
}

/// A role, over the people who can be matched.
#[derive(Debug)]
pub struct RoleShare {
    /// Its name.
    pub name: Clean,
    /// For which share it is expected to be the best match, 0 to 1.
    pub share: f64,
    /// The same in per cent.
    pub shown: String,
    /// For how many it comes first.
    pub first: u64,
    /// For how many it leads, or a dash.
    pub leading: String,
}

/// The modules of one stage.
#[derive(Debug)]
pub struct StageNeeds {
    /// The stage.
    pub heading: Clean,
    /// The modules, by falling demand; none if the catalogue has none.
    pub modules: Vec<ModuleNeed>,
}

/// A module, over the people who can be matched.
#[derive(Debug)]
pub struct ModuleNeed {
    /// Its name.
    pub name: Clean,
    /// For which share of the people it is expected to matter, 0 to 1.
    pub share: f64,
    /// The same in per cent.
    pub shown: String,
    /// How many people that is.
    pub expected: f64,
    /// For how many it matters whichever of their leading roles they choose, or a dash.
    pub no_regret: String,
}

/// An interest, over the people who answered a question on it.
#[derive(Debug)]
pub struct InterestSpread {
    /// Its id.
    pub id: Clean,
    /// Its name.
    pub name: Clean,
    /// The mean score, or a dash.
    pub mean: String,
    /// The standard deviation of the scores, or a dash.
    pub sd: String,
    /// The people in each part of the range of scores, the lowest first; none if that is not
    /// told.
    pub bars: Vec<SpreadBar>,
}

/// The people whose scores lie in neighbouring fifths of the range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpreadBar {
    /// How many fifths are counted together.
    pub fifths: usize,
    /// How many people that is.
    pub people: u64,
}

impl PeopleText {
    pub(super) fn of(catalogue: &Catalogue, people: &People<'_>) -> Self {
        let stage = |stage: &Stage| StageNeeds {
            heading: Clean::from(&stage.name),
            modules: modules(people.matched(&people.modules), &stage.id),
        };
        let sign = |of: &SignCount| {
            let [flagged, defined] = [of.flagged, of.defined].map(count_or_dash);
            format!("{}: {flagged} of {defined}", sign(of.index)).into()
        };
        Self {
            are_roles_left_out: people.are_roles_left_out(),
            roles: people.matched(&people.roles).iter().map(role).collect(),
            stages: catalogue.careers().stages.iter().map(stage).collect(),
            interests: people.interests.iter().map(InterestSpread::of).collect(),
            signs: people.signs.iter().map(sign).collect(),
        }
    }
}

impl People<'_> {
    /// What is counted of those who can be matched; nothing if nobody can.
    fn matched<'a, T>(&self, of: &'a [T]) -> &'a [T] {
        if self.status.ranked == Some(0) { &[] } else { of }
    }
}

/// How many careful people are flagged for their consistency.
pub(super) fn simulated_signs(of: &SimulatedSigns) -> Option<Clean> {
    let consistency = |shares: &[FlaggedShares]| {
        shares.iter().find(|of| of.index == SignIndex::Consistency).copied()
    };
    let flagged = |shares: &[FlaggedShares]| Some(exact_percent(consistency(shares)?.careful));
    let careful = consistency(&of.model).and_then(|of| of.careful_among(0.1)).map(|share| {
        let share = exact_percent(share);
        format!(" At one careless person in ten, {share} of those flagged are careful.")
    });
    let careful = careful.unwrap_or_default();
    let model = flagged(&of.model)?;
    let own = of.own.as_deref().and_then(flagged);
    let own = own.map(|own| format!(", and {own} if they vary as this cohort does"));
    let own = own.unwrap_or_default();
    Some(Clean::from(format!(
        "Of simulated careful respondents {model} are flagged for like questions answered \
         differently{own}.{careful}"
    )))
}

/// Who took part, in sentences.
pub(super) fn answered(people: &People<'_>, questions: usize) -> String {
    let all = people.respondents;
    let count = match all {
        0 => return "Nobody took part.".to_owned(),
        1 => "One person took part.".to_owned(),
        _ => format!("{all} people took part."),
    };
    let status = people.status;
    let ranked = status.ranked.map_or("fewer than 10".to_owned(), |ranked| ranked.to_string());
    let mut parts = vec![format!("{ranked} can be matched")];
    if let Some(insufficient) = status.insufficient.filter(|of| *of > 0) {
        parts.push(format!("{insufficient} answered too little for a match"));
    }
    if let Some(undifferentiated) = status.undifferentiated.filter(|of| *of > 0) {
        parts.push(format!("{undifferentiated} like everything alike"));
    }
    let complete = people.complete.map_or("Fewer than 10".to_owned(), |of| of.to_string());
    format!(
        "{count} {}. {complete} answered every question; on average {:.1} of {questions} were \
         answered.",
        parts.join(", "),
        people.mean_answered
    )
}

fn role(of: &RoleCount<'_>) -> RoleShare {
    RoleShare {
        name: Clean::from(of.name),
        share: of.expected_share,
        shown: exact_percent(of.expected_share),
        first: of.first,
        leading: count_or_dash(of.leading),
    }
}

fn modules(of: &[ModuleDemand<'_>], stage: &Id) -> Vec<ModuleNeed> {
    let demand = |of: &ModuleDemand<'_>| ModuleNeed {
        name: Clean::from(of.name),
        share: of.expected_share,
        shown: exact_percent(of.expected_share),
        expected: of.expected,
        no_regret: count_or_dash(of.no_regret),
    };
    of.iter().filter(|module| module.stage == stage).map(demand).collect()
}

impl InterestSpread {
    /// An interest in words.
    #[must_use]
    pub fn of(of: &InterestSummary<'_>) -> Self {
        Self {
            id: Clean::from(of.id.as_str()),
            name: Clean::from(of.name),
            mean: or_dash(of.mean, 2),
            sd: or_dash(of.sd, 2),
            bars: of.distribution.iter().map(bar).collect(),
        }
    }
}

/// A range of scores; a fifth of all is 0.4 wide.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 5")]
fn bar(of: &Bin) -> SpreadBar {
    SpreadBar { fifths: ((of.to - of.from) / 0.4).round() as usize, people: of.respondents }
}
