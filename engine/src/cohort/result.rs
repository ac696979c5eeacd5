//! The parts of what is told of a cohort. Field names are the JSON's: fields
//! may be added, and are never renamed or removed within one `schema_version`.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use super::against::Against;
use super::chosen::Chosen;
use super::suppressed::Suppressed;
use crate::catalogue::Id;
use crate::report::{Languages, Tool};
use crate::signs::{FlaggedShares, SignIndex};

/// What a cohort adds up to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Cohort<'c> {
    /// The version of this form: 1.
    pub schema_version: u32,
    /// What made it.
    pub tool: Tool,
    /// The fingerprint of the data files.
    pub catalogue: &'c str,
    /// The languages of the data files.
    pub languages: Languages<'c>,
    /// Whether figures of fewer than ten people may stand here: those of a whole of fewer than
    /// ten, or all of them with `--private`. They are for their adviser alone.
    pub small: bool,
    /// Whether every figure of every group was asked for.
    pub private: bool,
    /// What to mind before this is shown to anybody.
    pub notice: &'static str,
    /// What became of the rows.
    pub rows: RowCounts,
    /// Everybody. What would tell of single people is null, or an empty list.
    #[serde(flatten)]
    pub all: People<'c>,
    /// How well the questions of each interest hang together, in the
    /// questionnaire's order.
    pub reliability: Vec<Reliability<'c>>,
    /// The questions in file order.
    pub questions: Vec<ItemStatistics<'c>>,
    /// The column by which people are grouped; null if they are not.
    pub by: Option<String>,
    /// The groups, by name; small ones are left out, unless `private`.
    pub groups: Vec<Group<'c>>,
    /// What is left out of the groups.
    pub suppressed: Suppressed,
    /// What differs from an earlier cohort; absent unless one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<Against<'c>>,
    /// What people chose later, against what they were told; absent unless it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Chosen<'c>>,
    /// The ids of all roles of the data files.
    #[serde(skip)]
    pub role_ids: Vec<&'c Id>,
    /// What the cohort says of how exactly its answers measure; absent unless
    /// it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measurement: Option<Measured>,
    /// How many simulated respondents the signs flag; absent unless it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simulated_signs: Option<SimulatedSigns>,
}

impl Cohort<'_> {
    /// Leaves out all but the first roles of every list of them.
    pub fn cut_roles(&mut self, top: usize) {
        self.all.roles.truncate(top);
        for group in &mut self.groups {
            group.people.roles.truncate(top);
        }
        if let Some(against) = &mut self.against {
            against.all.roles.truncate(top);
            for group in &mut against.groups {
                group.people.roles.truncate(top);
            }
        }
    }
}

/// What became of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct RowCounts {
    /// All rows: the sum of the others.
    pub read: u64,
    /// Those that count here.
    pub scored: u64,
    /// Those that could not be read.
    pub rejected: u64,
    /// Those without anything in them.
    pub blank: u64,
}

/// Some people.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct People<'c> {
    /// How many they are.
    pub respondents: u64,
    /// For how many there is a ranking, and why not for the others.
    pub status: Statuses,
    /// How many answered every question; null for 1 to 9.
    pub complete: Option<u64>,
    /// How many questions were answered, on average.
    pub mean_answered: f64,
    /// The roles, by falling expected share; none where that would tell of single people.
    pub roles: Vec<RoleCount<'c>>,
    /// The modules by stage, then by falling demand; none where there are no roles.
    pub modules: Vec<ModuleDemand<'c>>,
    /// The interests in the questionnaire's order.
    pub interests: Vec<InterestSummary<'c>>,
    /// Signs of careless answering.
    pub signs: Vec<SignCount>,
}

/// Counts of people by status; null where 1 to 9 have a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Statuses {
    /// People with a ranking.
    pub ranked: Option<u64>,
    /// People with fewer than three measured interests.
    pub insufficient: Option<u64>,
    /// People whose interests come out equal.
    pub undifferentiated: Option<u64>,
}

/// A role, over the people with a ranking.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct RoleCount<'c> {
    /// Its id.
    pub id: &'c Id,
    /// Its name.
    pub name: &'c str,
    /// For how many it comes first.
    pub first: u64,
    /// For which share of them it does, 0 to 1.
    pub first_share: f64,
    /// For which share it is expected to be the best match, 0 to 1: the mean
    /// of everybody's chance.
    pub expected_share: f64,
    /// The standard deviation of their chances; null for fewer than two.
    pub expected_sd: Option<f64>,
    /// For how many it is among the roles that lead; null where it leads for nearly all of those
    /// of whom it would be told.
    pub leading: Option<u64>,
}

/// A module, over the people with a ranking.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct ModuleDemand<'c> {
    /// Its id.
    pub id: &'c Id,
    /// Its name.
    pub name: &'c str,
    /// The id of the stage at which it is taken.
    pub stage: &'c Id,
    /// The demand: how many people's best role is expected to call for it,
    /// each role by its relevance.
    pub expected: f64,
    /// The same as a share of the people, 0 to 1.
    pub expected_share: f64,
    /// For how many it is relevant, at least by half, under every role that leads; null where it
    /// is for nearly all of those of whom it would be told, unless every role needs it.
    pub no_regret: Option<u64>,
}

/// An interest, over the people who answered a question on it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct InterestSummary<'c> {
    /// Its id.
    pub id: &'c Id,
    /// Its name.
    pub name: &'c str,
    /// How many answered a question on it; null where that or what follows would tell of
    /// single people.
    pub respondents: Option<u64>,
    /// Their mean observed score, -1 to 1; null if there are none.
    pub mean: Option<f64>,
    /// The standard deviation of their scores; null for fewer than two.
    pub sd: Option<f64>,
    /// How their scores are spread: five ranges, or fewer where one would have 1 to 9 people.
    /// Empty where `respondents` is null.
    pub distribution: Vec<Bin>,
}

/// The people whose scores lie in a range.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Bin {
    /// The lowest score of the range.
    pub from: f64,
    /// The score at which the next range begins; the last range includes it.
    pub to: f64,
    /// How many they are.
    pub respondents: u64,
}

/// An index of careless answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct SignCount {
    /// Which index.
    pub index: SignIndex,
    /// For how many their answers define it; null where this or the next would tell of single
    /// people.
    pub defined: Option<u64>,
    /// How many of them cross its threshold; null where the last is.
    pub flagged: Option<u64>,
}

/// How well the questions of an interest hang together.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Reliability<'c> {
    /// The interest's id.
    pub interest: &'c Id,
    /// Cronbach's alpha, at most 1, by pairwise deletion: each covariance is of those who answered
    /// both questions. Null for fewer than 30 people or two questions, and where a question is not
    /// told of.
    pub alpha: Option<f64>,
    /// How many people it rests on: the fewest who answered any two of the questions; null for
    /// 1 to 9.
    pub respondents: Option<u64>,
    /// How many of the interest's questions anybody answered.
    pub questions: usize,
    /// The same by listwise deletion; absent unless it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listwise: Option<Listwise>,
}

/// How well the questions of an interest hang together, by those who answered every one of them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Listwise {
    /// Cronbach's alpha, at most 1; null for fewer than 30 people or two questions, and where it
    /// would tell of single people.
    pub alpha: Option<f64>,
    /// How many answered every question; null for 1 to 9.
    pub respondents: Option<u64>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct ItemStatistics<'c> {
    /// Its id.
    pub id: &'c Id,
    /// How many answered it; null where this or what follows would tell of single people, or
    /// would let another question on its interests do so.
    pub answered: Option<u64>,
    /// How many did not; null where the last is.
    pub skipped: Option<u64>,
    /// How often each answer was given, the lowest first; empty where `answered` is null.
    pub counts: Vec<u64>,
    /// The mean answer, in scale steps from 1; null if there is none.
    pub mean: Option<f64>,
    /// The standard deviation of the answers, in scale steps; null for fewer than two.
    pub sd: Option<f64>,
    /// For each interest it measures, how its answers go with the others'.
    pub item_rest: Vec<ItemRest<'c>>,
    /// What is to be done about it, by the answers of 30 people or more; null if nothing is, or
    /// where it would rest on figures that are not told.
    pub advice: Option<QuestionAdvice<'c>>,
}

/// What the answers to a question say of it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum QuestionAdvice<'c> {
    /// It is keyed the wrong way round, by all that they show: its item-rest correlation on the
    /// interest that it measures most is -0.2 or lower, and the 95 % interval of it (Fisher's z)
    /// lies below 0. Of an interest only the question that goes against the others most is named.
    Miskeyed {
        /// The id of the interest that it measures most.
        interest: &'c Id,
        /// Whether the questionnaire says that it is reversed.
        reversed: bool,
        /// The item-rest correlation, -1 to 1.
        correlation: f64,
        /// The upper end of its 95 % interval.
        upper: f64,
        /// How many people it rests on.
        respondents: u64,
    },
    /// It tells little: nine in ten people or more give the same answer, or the 95 % intervals of
    /// its item-rest correlations all lie below 0.2.
    Dead {
        /// How many give the same answer, if nine in ten do; else null.
        alike: Option<u64>,
        /// The highest upper end of these intervals; null where the answers are alike.
        upper: Option<f64>,
        /// How many people it rests on.
        respondents: u64,
    },
    /// Its answers go better with the score on an interest that it does not measure than with
    /// the other questions on its own: with 0.2 at least, and by more than chance (the test of
    /// Williams at 5 %, one-sided, by Šidák for all the interests that were looked at).
    MeasuresAnother {
        /// The id of that interest.
        interest: &'c Id,
        /// The correlation of the answers with the score on it, -1 to 1.
        correlation: f64,
        /// The id of the interest that it measures most by the questionnaire.
        own: &'c Id,
        /// The correlation of the answers with what the other questions on that one say, of the
        /// same people, -1 to 1.
        own_correlation: f64,
        /// How many people both rest on.
        respondents: u64,
    },
}

/// How a question goes with the others on an interest.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct ItemRest<'c> {
    /// The interest's id.
    pub interest: &'c Id,
    /// The correlation of its answers with the score that the others give, -1
    /// to 1; null where alpha is, and for answers that are all alike.
    pub correlation: Option<f64>,
}

/// The people who share a cell of the column.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Group<'c> {
    /// The cell; empty for those who left it so.
    pub group: String,
    /// They.
    #[serde(flatten)]
    pub people: People<'c>,
}

/// The shares of simulated respondents whom the signs flag.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct SimulatedSigns {
    /// If the measurement of the questionnaire holds of them.
    pub model: Vec<FlaggedShares>,
    /// If the cohort's own variances do; null where these are not known.
    pub own: Option<Vec<FlaggedShares>>,
}

/// The two variances of a questionnaire's `measurement`, as the cohort's own
/// answers give them, in squared coordinate units.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Measured {
    /// How many people they rest on; null for 1 to 9.
    pub respondents: Option<u64>,
    /// The variance of one answer around the person's interest; null for fewer
    /// than 30 people, or where interests differ no more than answers do.
    pub noise: Option<f64>,
    /// Its standard error.
    pub noise_error: Option<f64>,
    /// The variance of a person's interests around the person's own level.
    pub signal: Option<f64>,
    /// Its standard error.
    pub signal_error: Option<f64>,
}
