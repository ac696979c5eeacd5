//! What in the answers sets two roles apart, and the two, one under the other.

use super::ledger::shares;
use super::reasons::{Has, own_level};
use super::roles::gist;
use super::source::ResultSource;
use super::standing::standing;
use super::why::DISLIKED;
use crate::report::{InterestPart, RolePart};
use crate::sheet::Importance;
use crate::telling::clean::Clean;
use crate::telling::entries::{EntryIx, EntrySection, sections};

/// A difference of less similarity than this is not worth a sentence.
const WORTH_TELLING: f64 = 0.03;

/// More sentences for one of the two than these nobody weighs.
const MOST_SENTENCES: usize = 3;

/// What of a role's fields says how one comes to it, in this order.
const FIELDS: [&str; 3] = ["routes", "way_in", "links"];

/// Two roles, one under the other, and what sets them apart.
#[derive(Debug)]
pub struct PairText {
    /// Which of the two it may be.
    pub heading: Clean,
    /// The two, by rank.
    pub roles: Vec<PairedRole>,
    /// What speaks for either of the two and not for the other, as far as anything does.
    pub apart: Vec<PairSide>,
}

/// One of two roles.
#[derive(Debug)]
pub struct PairedRole {
    /// Which of the two it is, and its name.
    pub heading: Clean,
    /// What the job is, in one line.
    pub line: Clean,
    /// Its rank and its chance.
    pub standing: Clean,
    /// The way in and where to read on, as far as the catalogue has them.
    pub sections: Vec<EntrySection>,
}

/// What speaks for one of two roles.
#[derive(Debug)]
pub struct PairSide {
    /// For which.
    pub label: Clean,
    /// What the person likes or dislikes and which job has it, a sentence each: what
    /// counts most first; 1 to 3.
    pub sentences: Vec<Clean>,
}

impl PairText {
    /// Sets two roles of the report against each other, by their places in it, from 0;
    /// `None` if there are no such places.
    #[must_use]
    pub fn of(source: &ResultSource<'_>, places: [usize; 2]) -> Option<Self> {
        let role = |place: usize| source.report.roles.get(place);
        let (one, other) = (role(places[0].min(places[1]))?, role(places[0].max(places[1]))?);
        Some(Self {
            heading: format!("{} or {}?", one.name, other.name).into(),
            roles: vec![paired(source, "first", one), paired(source, "second", other)],
            apart: apart(source, one, other),
        })
    }

    /// That nothing sets them apart, if that is so.
    #[must_use]
    pub fn alike(&self) -> Option<&'static str> {
        self.apart.is_empty().then_some("Nothing in your answers tells these two apart.")
    }
}

fn paired(source: &ResultSource<'_>, which: &str, part: &RolePart<'_>) -> PairedRole {
    PairedRole {
        heading: format!("The {which} job: {}", part.name).into(),
        line: gist(&source.catalogue().careers().roles[part.role]),
        standing: standing(source, part),
        sections: sections(
            source.catalogue(),
            EntryIx::Role(part.role),
            &FIELDS,
            source.report.starting_point,
            source.commands,
        ),
    }
}

/// What speaks for the one and what for the other.
fn apart(source: &ResultSource<'_>, one: &RolePart<'_>, other: &RolePart<'_>) -> Vec<PairSide> {
    let mut leads = leads(source, [one, other], ["the first job", "the second"]);
    leads.retain(|(lead, _)| lead.abs() >= WORTH_TELLING);
    leads.sort_by(|(left, _), (right, _)| right.abs().total_cmp(&left.abs()));
    let side = |role: &RolePart<'_>, is_ours: bool| {
        let theirs = leads.iter().filter(|(lead, _)| (*lead > 0.0) == is_ours);
        let sentences: Vec<Clean> =
            theirs.take(MOST_SENTENCES).map(|(_, told)| told.clone()).collect();
        let label = format!("For {}:", role.name).into();
        (!sentences.is_empty()).then_some(PairSide { label, sentences })
    };
    [side(one, true), side(other, false)].into_iter().flatten().collect()
}

/// What each interest that was measured does for the first of two roles, less what it does
/// for the second, and what the person likes and which of the two, by these names, has
/// it. None if one of them is not explained.
pub(super) fn leads(
    source: &ResultSource<'_>,
    roles: [&RolePart<'_>; 2],
    names: [&str; 2],
) -> Vec<(f64, Clean)> {
    let [Some(ours), Some(theirs)] = roles.map(|role| role.ledger.as_ref()) else {
        return Vec::new();
    };
    let interests = &source.report.interests;
    let level = own_level(interests);
    let profiles = roles.map(|role| &source.catalogue().careers().roles[role.role].profile);
    (interests.iter())
        .zip(shares(ours).into_iter().zip(shares(theirs)))
        .filter(|(of, _)| of.score.is_some())
        .map(|(of, (ours, theirs))| {
            let is_above = of.estimate.is_some_and(|estimate| estimate > level);
            let has = [(ours, profiles[0]), (theirs, profiles[1])].map(|(share, profile)| {
                Has::of(if is_above { share } else { -share }, profile, of.interest)
            });
            let is_more = (ours > theirs) == is_above;
            let jobs = jobs(names, has, is_more);
            (ours - theirs, format!("{}: {jobs}.", liking(of, is_above)).into())
        })
        .collect()
}

/// Which of two jobs has something, or more of it.
fn jobs([one, other]: [&str; 2], has: [Has; 2], is_more: bool) -> String {
    match has {
        [Has::Much, Has::Little] => format!("{one} has much of it, {other} little"),
        [Has::Little, Has::Much] => format!("{one} has little of it, {other} much"),
        _ if is_more => format!("{one} has more of it than {other}"),
        _ => format!("{one} has less of it than {other}"),
    }
}

/// How the person likes an interest, beside the others.
fn liking(of: &InterestPart<'_>, is_above: bool) -> String {
    let (name, score) = (of.name, of.score.unwrap_or_default());
    match (is_above, score) {
        (true, score) if score > 0.0 => format!("You like {name}"),
        (true, _) if of.importance > Importance::USUAL => format!("{name} matters more to you"),
        (true, score) if score < DISLIKED => format!("You dislike {name} less than the rest"),
        (true, _) => format!("You like {name} more than the rest"),
        (false, score) if score < DISLIKED => format!("You dislike {name}"),
        (false, _) => format!("You like {name} less than the rest"),
    }
}
