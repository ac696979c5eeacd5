//! What is said of figures that are left out, so that nobody can be worked out.

use crate::cohort::{Cohort, InterestSummary, People};

/// How many bars a distribution has where nothing is counted together.
const BARS: usize = 5;

/// What a dash means, and dots, if there are any.
pub(super) fn left_out(cohort: &Cohort<'_>) -> Option<String> {
    let groups = cohort.groups.iter().map(|group| &group.people);
    let everybody: Vec<&People<'_>> = groups.chain([&cohort.all]).collect();
    let mut sentences = Vec::new();
    let questions = cohort.questions.iter().any(|of| of.answered.is_none());
    let scales = cohort.reliability.iter().any(|of| of.respondents.is_none());
    if questions || scales || everybody.iter().any(|of| of.has_left_out()) {
        sentences.push(
            "A dash, or a table left out, stands for figures of fewer than 10 people, for those \
             that would tell what nearly all of them answered, and for those from which others \
             could work these out.",
        );
    }
    let mut interests = everybody.iter().flat_map(|of| &of.interests);
    if interests.any(InterestSummary::is_merged) {
        sentences.push(
            "Where a fifth of the scores would have fewer than 10 people, fifths are counted \
             together.",
        );
    }
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

impl People<'_> {
    /// Whether people can be matched, and the roles are left out nevertheless.
    pub(super) fn are_roles_left_out(&self) -> bool {
        self.roles.is_empty() && self.status.ranked != Some(0)
    }

    fn has_left_out(&self) -> bool {
        self.are_roles_left_out()
            || self.interests.iter().any(|of| of.respondents.is_none())
            || self.signs.iter().any(|of| of.defined.is_none())
    }
}

impl InterestSummary<'_> {
    fn is_merged(&self) -> bool {
        (1..BARS).contains(&self.distribution.len())
    }
}
