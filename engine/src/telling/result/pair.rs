//! Two roles, one under the other, and what in the answers sets them apart.

use super::ledger::shares;
use super::reasons::own_level;
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
const FIELDS: [&str; 2] = ["way_in", "links"];

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
}

fn paired(source: &ResultSource<'_>, which: &str, part: &RolePart<'_>) -> PairedRole {
    PairedRole {
        heading: format!("The {which} job: {}", part.name).into(),
        line: gist(&source.catalogue().careers().roles[part.role]),
        standing: standing(source, part),
        sections: sections(source.catalogue(), EntryIx::Role(part.role), &FIELDS),
    }
}

/// What speaks for the one and what for the other.
fn apart(source: &ResultSource<'_>, one: &RolePart<'_>, other: &RolePart<'_>) -> Vec<PairSide> {
    let Some((ours, theirs)) = one.ledger.as_ref().zip(other.ledger.as_ref()) else {
        return Vec::new();
    };
    let interests = &source.report.interests;
    let level = own_level(interests);
    let mut leads: Vec<(f64, Clean)> = (interests.iter())
        .zip(shares(ours).into_iter().zip(shares(theirs)))
        .filter(|(of, _)| of.score.is_some())
        .map(|(of, (ours, theirs))| (ours - theirs, sentence(of, level, [ours, theirs])))
        .filter(|(lead, _)| lead.abs() >= WORTH_TELLING)
        .collect();
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

/// What the person likes, and which of the two jobs has it: what an interest adds to the
/// two says so, since it adds to a job what the person likes and the job has, and what
/// the person likes less and the job has little of.
fn sentence(of: &InterestPart<'_>, level: f64, shares: [f64; 2]) -> Clean {
    let is_above = of.estimate.is_some_and(|estimate| estimate > level);
    // What a job has neither much nor little of adds nothing, but for what rounding leaves.
    let has_much = shares.map(|share| if is_above { share > 1e-9 } else { share < -1e-9 });
    let jobs = match (has_much, (shares[0] > shares[1]) == is_above) {
        ([true, false], _) => "the first job has much of it, the second little",
        ([false, true], _) => "the first job has little of it, the second much",
        (_, true) => "the first job has more of it than the second",
        (_, false) => "the first job has less of it than the second",
    };
    format!("{}: {jobs}.", liking(of, is_above)).into()
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
