//! The ranking.

use super::clear::{in_hundred, is_disliked};
use super::source::ResultSource;
use crate::catalogue::Role;
use crate::matching::Band;
use crate::report::{InterestPart, Report, RolePart};
use crate::telling::clean::Clean;
use crate::telling::figures::{percent, whole};

/// The most characters of a role's line.
const LINE: usize = 80;

/// More interests than these are counted.
const MOST_NAMES: usize = 5;

/// The roles and what their figures mean.
#[derive(Debug)]
pub struct RolesText {
    /// The heading.
    pub heading: &'static str,
    /// What the order means, and the chances beside it: to be read before the roles.
    pub order: Vec<Clean>,
    /// The roles by rank; none unless there is a ranking.
    pub lines: Vec<RoleLine>,
    /// What it means that some are marked, up to the word that says how they are.
    pub marked: Option<Clean>,
    /// What the figures mean.
    pub key: Vec<Clean>,
}

/// A role in the ranking.
#[derive(Debug)]
pub struct RoleLine {
    /// Its rank, from 1.
    pub rank: usize,
    /// Its name.
    pub name: Clean,
    /// What the job is, in one line.
    pub line: Clean,
    /// Whether it is one of those that lead.
    pub leads: bool,
    /// The fit as a share of the highest, 0 to 1; `None` if it cannot be matched.
    pub share: Option<f64>,
    /// The fit, 0 to 100; empty if it cannot be matched.
    pub fit: String,
    /// The fit in a word, or that it cannot be matched.
    pub band: &'static str,
    /// The chance that it is the best match, in per cent.
    pub best: String,
}

/// The roles to list, by rank.
pub(super) fn roles(source: &ResultSource<'_>) -> RolesText {
    let report = source.report;
    let roles = &source.catalogue().careers().roles;
    let line = |role: &RolePart<'_>| RoleLine {
        rank: role.rank,
        name: Clean::from(role.name),
        line: gist(&roles[role.role]),
        leads: report.leads(role.role),
        share: role.fit.map(|fit| fit / 100.0),
        fit: role.fit.map_or_else(String::new, whole),
        band: role.band.map_or("cannot be matched", word),
        best: percent(role.certainty.best),
    };
    RolesText {
        heading: "How the roles compare",
        order: order(report, "Best"),
        lines: report.roles.iter().take(source.detail.top).map(line).collect(),
        marked: marked(report),
        key: key(source),
    }
}

/// What it means that roles are marked.
fn marked(report: &Report<'_>) -> Option<Clean> {
    let among = match report.leading.len() {
        0 => return None,
        1 => "is the role".to_owned(),
        many => format!("is among the {many} roles"),
    };
    Some(format!("With at least 80 chances in 100 {} {among}", best(report)).into())
}

/// What the first role is to be.
fn best(report: &Report<'_>) -> &'static str {
    if is_disliked(report) { "what you dislike least" } else { "your best match" }
}

/// What the order of the roles means, and why the chances beside it can be in another:
/// `chances` says where these stand, at the beginning of a sentence.
#[must_use]
pub fn order(report: &Report<'_>, chances: &str) -> Vec<Clean> {
    let order = format!(
        "In order of how well your likes agree with the job. {chances}: its chance to be {}; the \
         two can differ.",
        best(report)
    );
    [Clean::from(order)].into_iter().chain(unknown(report)).collect()
}

/// Which interests nothing is known about, where that moves the chances and not the order.
fn unknown(report: &Report<'_>) -> Option<Clean> {
    let is_unknown = |of: &&InterestPart<'_>| of.score.is_none() && of.importance > 0.0;
    let interests: Vec<&str> =
        report.interests.iter().filter(is_unknown).map(|of| of.name).collect();
    let mut names: Vec<String> =
        interests.iter().take(MOST_NAMES).map(|name| (*name).to_owned()).collect();
    match interests.len() - names.len() {
        0 => {}
        1 => names.push("1 other interest".to_owned()),
        many => names.push(format!("{many} other interests")),
    }
    (!names.is_empty()).then(|| {
        format!(
            "Not asked or not answered: {}. The chance counts what you may like there, the order \
             does not.",
            names.join(", ")
        )
        .into()
    })
}

/// What the figures mean, and what it means that there are none.
fn key(source: &ResultSource<'_>) -> Vec<Clean> {
    let report = source.report;
    let mut key = vec![Clean::from(
        "Fit: of 100 random patterns of likes, how many agree with the role less than yours; \
         strong from 95, good from 90, fair from 50.",
    )];
    if unknown(report).is_some() {
        key.push("It looks at the interests with answers alone, which the order does not.".into());
    }
    if source.detail.explain {
        key.extend(again(report));
    }
    if report.roles.iter().any(|role| role.similarity.is_none()) {
        key.push(
            "A role that cannot be matched is one in which everything you said matters counts \
             alike, so that nothing in it can speak for you or against."
                .into(),
        );
    }
    key
}

/// What a repeat sitting would say of the first role.
fn again(report: &Report<'_>) -> Option<Clean> {
    let first = report.roles.first().filter(|role| role.similarity.is_some())?;
    let chance = in_hundred(first.certainty.retest);
    let name = first.name;
    Some(
        format!("With other questions of the same kind, {name} would come first with {chance}.")
            .into(),
    )
}

/// What a role is, in one line: as the catalogue says, or the beginning of its summary.
pub(super) fn gist(role: &Role) -> Clean {
    role.line.as_deref().map_or_else(|| cut(&Clean::from(&role.summary)), Clean::from)
}

/// A text cut after a word, to as many characters as a line may have.
fn cut(text: &Clean) -> Clean {
    if text.chars().count() <= LINE {
        return text.clone();
    }
    let mut kept = String::new();
    for word in text.split(' ') {
        if kept.chars().count() + word.chars().count() + 2 > LINE {
            break;
        }
        kept.extend((!kept.is_empty()).then_some(' '));
        kept += word;
    }
    if kept.is_empty() {
        kept.extend(text.chars().take(LINE - 1));
    }
    format!("{}…", kept.trim_end_matches([',', ';', ':', '.'])).into()
}

/// A band in the words of a result.
pub(super) fn word(band: Band) -> &'static str {
    match band {
        Band::Strong => "strong",
        Band::Good => "good",
        Band::Fair => "fair",
        Band::Weak => "weak",
    }
}

#[cfg(test)]
mod tests {
    use super::{Clean, cut};

    #[test]
    fn a_summary_is_cut_after_a_word() {
        let word = "abcdefghi";
        let text = |words: usize| Clean::from([word].repeat(words).join(" "));
        assert_eq!(cut(&text(8)), text(8));
        // Eight words and seven blanks are 79 characters; nine words have 89.
        assert_eq!(cut(&text(9)).as_str(), format!("{}…", text(8)));
        assert_eq!(cut(&Clean::from("x".repeat(200))).chars().count(), 80);
    }
}
