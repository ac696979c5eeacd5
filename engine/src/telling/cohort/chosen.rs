//! What people chose later, against what they were told, in words.

use super::against::chance;
use crate::catalogue::Catalogue;
use crate::cohort::{
    BaseRate, Chosen, ChosenFigures, ChosenRole, HitRate, PairedHits, StatedAgainstObserved,
    StatedBin,
};
use crate::telling::clean::Clean;
use crate::telling::figures::{exact_percent, listed, or_dash};

/// What came true.
#[derive(Debug)]
pub struct ChosenText {
    /// Of whom the figures are.
    pub people: Clean,
    /// What the figures do not say.
    pub notice: Clean,
    /// The figures, if they are told.
    pub figures: Option<ChosenFiguresText>,
}

/// How often it came true.
#[derive(Debug)]
pub struct ChosenFiguresText {
    /// The first role, the first three, the leading set.
    pub rates: Vec<HitRateLine>,
    /// How large the leading set is.
    pub leading: Clean,
    /// The base rate, and whether the first role is right more often.
    pub usual: Clean,
    /// The stated chances, and whether they held.
    pub stated: Clean,
    /// People by their stated chance.
    pub bins: Vec<StatedLine>,
    /// The roles that were chosen.
    pub roles: Vec<ChosenRoleLine>,
    /// What is left out of the roles.
    pub left_out: Option<Clean>,
}

/// A rate of hits.
#[derive(Debug)]
pub struct HitRateLine {
    /// What held the choice.
    pub name: &'static str,
    /// How often, 0 to 1.
    pub share: f64,
    /// `17 of 48`.
    pub hits: String,
    /// The share.
    pub shown: String,
    /// Its interval.
    pub interval: String,
    /// The hits if choices had nothing to do with answers.
    pub expected: String,
    /// The p value.
    pub p: String,
}

/// People with about the same stated chance.
#[derive(Debug)]
pub struct StatedLine {
    /// The range of the stated chances.
    pub range: Clean,
    /// How many people.
    pub people: u64,
    /// Their mean stated chance, 0 to 1.
    pub stated: f64,
    /// The share that came true, 0 to 1.
    pub observed: f64,
    /// The first, as it is shown.
    pub shown_stated: String,
    /// The second, as it is shown.
    pub shown_observed: String,
    /// Its interval.
    pub interval: String,
}

/// A role that was chosen.
#[derive(Debug)]
pub struct ChosenRoleLine {
    /// Its name.
    pub name: Clean,
    /// How many chose it.
    pub people: u64,
    /// For how many of them it had been first.
    pub first: u64,
    /// Among the first three.
    pub first_three: u64,
    /// In the leading set.
    pub leading: u64,
}

/// Chance explains what it makes in more cases than this.
const ALPHA: f64 = 0.05;

pub(super) fn chosen(catalogue: &Catalogue, of: &Chosen<'_>) -> ChosenText {
    ChosenText {
        people: people(of).into(),
        notice: of.notice.into(),
        figures: of.figures.as_ref().map(|figures| told(catalogue, of.respondents, figures)),
    }
}

/// Of whom the figures are.
fn people(of: &Chosen<'_>) -> String {
    let mut told = match of.respondents {
        1 => vec!["One person chose a role and could be matched.".to_owned()],
        many => vec![format!("{many} people chose a role and could be matched.")],
    };
    let others = [
        (of.without, "have no role in this column"),
        (of.unmatched, "chose a role and could not be matched"),
        (of.unknown, "have a text there that is no role"),
    ];
    let others = others.into_iter().filter(|(count, _)| *count > 0);
    told.extend(others.map(|(count, what)| format!("{count} {what}.")));
    if of.figures.is_none() {
        told.push(
            "The figures are left out: they take ten people, of whom no outcome is that of all or \
             of all but one."
                .to_owned(),
        );
    }
    told.join(" ")
}

fn told(catalogue: &Catalogue, people: u64, of: &ChosenFigures<'_>) -> ChosenFiguresText {
    let rates = [
        ("The first role", &of.first),
        ("One of the first three", &of.first_three),
        ("One of the leading set", &of.leading),
    ];
    let left_out = of.suppressed;
    ChosenFiguresText {
        rates: rates.map(|(name, rate)| hit_rate(name, rate, people)).into(),
        leading: format!(
            "The leading set has {} roles on average. It is made to hold the best match of 80% of \
             people.",
            or_dash(Some(of.leading_size), 1)
        )
        .into(),
        usual: usual(catalogue, people, of).into(),
        stated: stated(&of.stated).into(),
        bins: of.stated.bins.iter().map(bin).collect(),
        roles: of.roles.iter().map(role).collect(),
        left_out: (left_out.groups > 0).then(|| {
            Clean::from(format!(
                "Left out, so that no figure tells of single people: {} of the roles, which {} \
                 people chose.",
                left_out.groups, left_out.respondents
            ))
        }),
    }
}

fn hit_rate(name: &'static str, of: &HitRate, people: u64) -> HitRateLine {
    HitRateLine {
        name,
        share: of.share,
        hits: format!("{} of {people}", of.hits),
        shown: exact_percent(of.share),
        interval: interval(of.lower, of.upper),
        expected: or_dash(Some(of.expected), 1),
        p: chance(Some(of.p)),
    }
}

fn interval(lower: f64, upper: f64) -> String {
    format!("{} to {}", exact_percent(lower), exact_percent(upper))
}

/// The base rate, and whether the first role is right more often.
fn usual(catalogue: &Catalogue, people: u64, of: &ChosenFigures<'_>) -> String {
    let BaseRate { roles: ids, respondents, hits, share, paired } = &of.usual;
    let roles = catalogue.careers().roles.iter().filter(|role| ids.contains(&&role.id));
    let names: Vec<&str> = roles.map(|role| role.name.as_str()).collect();
    let what = if names.is_empty() { String::new() } else { format!(" ({})", listed(&names)) };
    let told = format!(
        "Always naming the role that most of the others chose{what} would be right for {} of \
         {people} ({}).",
        or_dash(Some(*hits), 1),
        exact_percent(*share),
    );
    if ids.len() > 1 || hits.round() < f64::from(u32::try_from(*respondents).unwrap_or(u32::MAX)) {
        return format!(
            "{told} {respondents} people chose {}, and no fewer than two more would make it the most \
             usual whoever is left out: so this figure says little, and is not tested.",
            if ids.len() > 1 { "each of them" } else { "it" }
        );
    }
    let Some(PairedHits { first_alone, usual_alone, p }) = paired else { return told };
    let verdict = if *p >= ALPHA {
        "chance explains this difference"
    } else if first_alone > usual_alone {
        "the first role is right more often, by more than chance explains"
    } else {
        "the most usual role is right more often, by more than chance explains"
    };
    format!(
        "{told} The first role alone was right for {first_alone}, and the most usual one alone for \
         {usual_alone}: {verdict} (p {}).",
        chance(Some(*p)),
    )
}

/// The stated chances, and whether they held.
fn stated(of: &StatedAgainstObserved) -> String {
    let verdict = if of.p >= ALPHA {
        "no further apart than chance explains"
    } else if of.stated > of.observed {
        "the stated chances are too high for this"
    } else {
        "the stated chances are too low for this"
    };
    format!(
        "The first role was stated with a chance of {} on average to be the best match, and {} \
         chose it: {verdict} (p {}).",
        exact_percent(of.stated),
        exact_percent(of.observed),
        chance(Some(of.p))
    )
}

fn bin(of: &StatedBin) -> StatedLine {
    let edge = |share: f64| format!("{:.0}", 100.0 * share);
    StatedLine {
        range: format!("{} to {}%", edge(of.from), edge(of.to)).into(),
        people: of.respondents,
        stated: of.stated,
        observed: of.observed,
        shown_stated: exact_percent(of.stated),
        shown_observed: exact_percent(of.observed),
        interval: interval(of.lower, of.upper),
    }
}

fn role(of: &ChosenRole<'_>) -> ChosenRoleLine {
    ChosenRoleLine {
        name: of.name.into(),
        people: of.respondents,
        first: of.first,
        first_three: of.first_three,
        leading: of.leading,
    }
}
