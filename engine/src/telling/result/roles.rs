//! The ranking.

use super::source::ResultSource;
use crate::catalogue::Role;
use crate::matching::Band;
use crate::report::{Report, RolePart};
use crate::telling::clean::Clean;
use crate::telling::figures::{percent, whole};

/// The most characters of a role's line.
const LINE: usize = 80;

/// A role in the ranking.
#[derive(Debug)]
pub struct RoleLine {
    /// Its rank, from 1.
    pub rank: usize,
    /// Its name.
    pub name: Clean,
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

/// What the figures mean, and what it means that there are none.
pub(super) fn key(report: &Report<'_>) -> String {
    let mut key =
        "Fit: how many of 100 unrelated profiles agree with you less than this one does. \
                   Best: the chance that the role is your best match of all."
            .to_owned();
    if report.roles.iter().any(|role| role.similarity.is_none()) {
        key += " A role that cannot be matched is one in which everything you said matters counts \
                alike, so that nothing in it can speak for you or against.";
    }
    key
}

/// The roles to list, by rank.
pub(super) fn lines(source: &ResultSource<'_>) -> Vec<RoleLine> {
    let report = source.report;
    let line = |role: &RolePart<'_>| RoleLine {
        rank: role.rank,
        name: Clean::from(role.name),
        leads: report.leads(role.role),
        share: role.fit.map(|fit| fit / 100.0),
        fit: role.fit.map_or_else(String::new, whole),
        band: role.band.map_or("cannot be matched", word),
        best: percent(role.certainty.best),
    };
    report.roles.iter().take(source.detail.top).map(line).collect()
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
