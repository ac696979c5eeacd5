//! Roles beside the first, by name.

use super::clear::is_disliked;
use crate::report::{Report, RolePart};
use crate::telling::clean::Clean;
use crate::telling::figures::listed;

/// More names than these nobody reads.
const MOST_NAMES: usize = 5;

/// Roles that are named together.
#[derive(Debug)]
pub struct RoleNames {
    /// What they have in common: "Too close to call".
    pub label: &'static str,
    /// Why they are named, as the label goes on where there is room for it; may be empty.
    pub because: &'static str,
    /// Their names, five at the most.
    pub names: Vec<Clean>,
    /// How many more there are.
    pub others: usize,
}

impl RoleNames {
    fn of(label: &'static str, because: &'static str, roles: &[&RolePart<'_>]) -> Option<Self> {
        let names: Vec<Clean> =
            roles.iter().take(MOST_NAMES).map(|role| Clean::from(role.name)).collect();
        let others = roles.len() - names.len();
        (!names.is_empty()).then_some(Self { label, because, names, others })
    }

    /// All of them in a sentence that says why they are named, as many by name as there
    /// is room for: at least one, and no more than `most`.
    #[must_use]
    pub fn sentence(&self, most: usize) -> Clean {
        format!("{}{}: {}.", self.label, self.because, self.list(most)).into()
    }

    /// The same without saying why.
    #[must_use]
    pub fn short_sentence(&self, most: usize) -> Clean {
        format!("{}: {}.", self.label, self.list(most)).into()
    }

    /// The same with one name alone, as it is given, and the others counted.
    #[must_use]
    pub fn short_sentence_of(&self, name: &str) -> Clean {
        let list = self.with_others(vec![name.to_owned()]);
        format!("{}: {}{}", self.label, list, if list.ends_with('…') { "" } else { "." }).into()
    }

    fn list(&self, most: usize) -> String {
        let named = self.names.iter().take(most.max(1));
        self.with_others(named.map(ToString::to_string).collect())
    }

    /// These names, and how many others there are.
    fn with_others(&self, mut shown: Vec<String>) -> String {
        match self.names.len() - shown.len() + self.others {
            0 => {}
            1 => shown.push("1 other".to_owned()),
            many => shown.push(format!("{many} others")),
        }
        listed(&shown)
    }
}

/// The roles that may suit better than the first.
pub(super) fn too_close(report: &Report<'_>) -> Option<RoleNames> {
    let close = close(report);
    let because = match close.as_slice() {
        _ if is_disliked(report) => "",
        [_] => ", as it may suit you better than the first",
        _ => ", as each may suit you better than the first",
    };
    RoleNames::of("Too close to call", because, &close)
}

/// The other roles among which the best match is with 80 chances in 100.
pub(super) fn worth_a_look(report: &Report<'_>) -> Option<RoleNames> {
    if is_disliked(report) {
        return None;
    }
    let close = close(report);
    let is_named =
        |role: &&RolePart<'_>| role.rank == 1 || close.iter().any(|other| other.role == role.role);
    let leading = report.roles.iter().filter(|role| report.leads(role.role));
    let others: Vec<&RolePart<'_>> = leading.filter(|role| !is_named(role)).collect();
    RoleNames::of("Also worth a look", "", &others)
}

/// The roles that are too close to the first, the closest first.
fn close<'r, 'c>(report: &'r Report<'c>) -> Vec<&'r RolePart<'c>> {
    let part = |ix| report.roles.iter().find(|role| role.role == ix);
    report.close.iter().filter_map(|ix| part(*ix)).collect()
}
