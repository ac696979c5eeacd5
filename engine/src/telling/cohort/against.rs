//! A cohort set against an earlier one, in words.

use super::groups::group_label;
use crate::catalogue::Id;
use crate::cohort::{
    Against, GroupAgainst, MeanDifference, OnlyThere, PeopleAgainst, ShareDifference,
};
use crate::telling::clean::Clean;
use crate::telling::figures::{counted, exact_percent, listed, signed};

/// What differs from an earlier cohort.
#[derive(Debug)]
pub struct AgainstText {
    /// Everybody.
    pub everyone: PeopleAgainstText,
    /// The groups of which both are told.
    pub groups: Vec<(Clean, PeopleAgainstText)>,
    /// What is not compared, if there is anything.
    pub not_compared: Vec<Clean>,
    /// What the differences do not say.
    pub notice: Clean,
}

/// What differs between two sets of people.
#[derive(Debug)]
pub struct PeopleAgainstText {
    /// How many people they are, and what differs by more than chance explains.
    pub summary: Clean,
    /// The roles in the order of the later cohort.
    pub roles: Vec<RoleAgainstLine>,
    /// The interests in the questionnaire's order.
    pub interests: Vec<DifferenceLine>,
}

/// A role of both.
#[derive(Debug)]
pub struct RoleAgainstLine {
    /// The shares for whom it is first.
    pub first: DifferenceLine,
    /// The expected shares.
    pub expected: DifferenceLine,
}

/// Two figures and their difference.
#[derive(Debug)]
pub struct DifferenceLine {
    /// What they are of.
    pub name: Clean,
    /// The figure now; of a share, 0 to 1.
    pub now: f64,
    /// The figure before.
    pub before: f64,
    /// The figure now, as it is shown.
    pub shown_now: String,
    /// The figure before, as it is shown.
    pub shown_before: String,
    /// The difference, with its sign.
    pub change: String,
    /// What goes with it: an interval, or a standard error.
    pub error: String,
    /// The corrected p value.
    pub p: String,
    /// Whether it differs by more than chance explains.
    pub differs: bool,
}

/// A difference that chance makes in fewer cases than this is told as one.
const ALPHA: f64 = 0.05;

pub(super) fn against(of: &Against<'_>) -> AgainstText {
    let group = |of: &GroupAgainst<'_>| (group_label(&of.group), people(&of.people));
    AgainstText {
        everyone: people(&of.all),
        groups: of.groups.iter().map(group).collect(),
        not_compared: not_compared(of),
        notice: of.notice.into(),
    }
}

fn people(of: &PeopleAgainst<'_>) -> PeopleAgainstText {
    let roles: Vec<RoleAgainstLine> = of
        .roles
        .iter()
        .map(|role| RoleAgainstLine {
            first: share(role.name, &role.first),
            expected: mean(role.name, &role.expected, Unit::Share),
        })
        .collect();
    let interests: Vec<DifferenceLine> =
        of.interests.iter().map(|of| mean(of.name, &of.mean, Unit::Score)).collect();
    let first = roles.iter().map(|role| &role.first);
    let expected = roles.iter().map(|role| &role.expected);
    let mut summary =
        format!("{} now, and {} before.", people_in_words(of.respondents), of.respondents_before);
    for (what, lines) in [
        ("share of first places", first.collect::<Vec<_>>()),
        ("expected share", expected.collect()),
        ("mean interest", interests.iter().collect()),
    ] {
        summary.push(' ');
        summary.push_str(&verdict(what, &lines));
    }
    PeopleAgainstText { summary: summary.into(), roles, interests }
}

/// So many people.
fn people_in_words(count: u64) -> String {
    if count == 1 { "One person".to_owned() } else { format!("{count} people") }
}

/// Which of the figures differ by more than chance explains.
fn verdict(what: &str, lines: &[&DifferenceLine]) -> String {
    let differing = lines.iter().filter(|line| line.differs);
    let names: Vec<String> = differing
        .map(|line| format!("{} ({} to {})", line.name, line.shown_before, line.shown_now))
        .collect();
    match names.len() {
        0 if lines.is_empty() => format!("No {what} is told of both."),
        0 => format!("No {what} differs by more than chance explains."),
        1 => format!("One {what} differs by more than chance explains: {}.", listed(&names)),
        many => {
            let many = counted(many);
            format!(
                "{many} differ in their {what} by more than chance explains: {}.",
                listed(&names)
            )
        }
    }
}

/// What a figure is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// A share, told in per cent.
    Share,
    /// A score from -1 to 1.
    Score,
}

impl Unit {
    fn shown(self, figure: f64) -> String {
        match self {
            Self::Share => exact_percent(figure),
            Self::Score => signed(figure, 2),
        }
    }

    /// A difference with its sign: of shares in points of a per cent.
    fn change(self, difference: f64) -> String {
        match self {
            Self::Share => signed(100.0 * difference, 1),
            Self::Score => signed(difference, 2),
        }
    }
}

fn share(name: &str, of: &ShareDifference) -> DifferenceLine {
    let [lower, upper] = [of.lower, of.upper].map(|limit| Unit::Share.change(limit));
    DifferenceLine {
        name: name.into(),
        now: of.now,
        before: of.before,
        shown_now: Unit::Share.shown(of.now),
        shown_before: Unit::Share.shown(of.before),
        change: Unit::Share.change(of.difference),
        error: format!("{lower} to {upper}"),
        p: chance(of.p_corrected),
        differs: of.p_corrected.is_some_and(|p| p < ALPHA),
    }
}

fn mean(name: &str, of: &MeanDifference, unit: Unit) -> DifferenceLine {
    let error = of.standard_error.map_or_else(
        || "-".to_owned(),
        |error| unit.change(error).trim_start_matches('+').to_owned(),
    );
    DifferenceLine {
        name: name.into(),
        now: of.now,
        before: of.before,
        shown_now: unit.shown(of.now),
        shown_before: unit.shown(of.before),
        change: unit.change(of.difference),
        error,
        p: chance(of.p_corrected),
        differs: of.p_corrected.is_some_and(|p| p < ALPHA),
    }
}

/// A p value with three decimals; none is told as impossible.
pub(super) fn chance(p: Option<f64>) -> String {
    match p {
        None => "-".to_owned(),
        Some(p) if p < 0.001 => "<0.001".to_owned(),
        Some(p) => format!("{p:.3}"),
    }
}

/// What one cohort alone has, by name or id.
fn not_compared(of: &Against<'_>) -> Vec<Clean> {
    let ids = |ids: &[&Id]| ids.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>();
    let OnlyThere { roles: now, interests: asked_now } = &of.only_now;
    let OnlyThere { roles: before, interests: asked_before } = &of.only_before;
    let kinds = [
        ("roles, which only the later data files have", ids(now)),
        ("roles, which only the earlier data files had", ids(before)),
        ("interests, which only the later data files have", ids(asked_now)),
        ("interests, which only the earlier data files had", ids(asked_before)),
        ("groups, of which only one cohort is told", of.groups_once.clone()),
    ];
    let line = |(what, names): &(&str, Vec<String>)| {
        (!names.is_empty())
            .then(|| Clean::from(format!("Not compared: {what}: {}.", listed(names))))
    };
    kinds.iter().filter_map(line).collect()
}
