//! What each question is good for, in words.

use crate::audit::{Audit, QuestionAudit};
use crate::telling::clean::Clean;
use crate::telling::figures::exact_percent;
use crate::telling::passage::Passage;

/// How often the first role hangs on each: what that means, and the shares.
pub(super) fn decisions(audit: &Audit<'_>) -> (Passage, Clean) {
    let means = format!(
        "The share of {} respondents whose first role would be another without it, or none because \
         too few interests were left.",
        respondents(audit)
    );
    let shares = |of: &QuestionAudit<'_>| format!("{} {}", of.id, exact_percent(of.decides));
    let listed = listed(audit, |of| of.decides, shares);
    (passage("How often the first role hangs on a question", means), listed)
}

/// What dropping each costs: what that means, and the figures.
pub(super) fn costs(audit: &Audit<'_>) -> (Passage, Clean) {
    let means = format!(
        "How many more in a hundred of {} respondents have the truly best role first with it than \
         without it; in brackets the standard error.",
        respondents(audit)
    );
    let cost = |of: &QuestionAudit<'_>| {
        format!("{} {:.2} ({:.2})", of.id, 100.0 * of.costs, 100.0 * of.costs_error)
    };
    (passage("What dropping a question costs", means), listed(audit, |of| of.costs, cost))
}

fn respondents(audit: &Audit<'_>) -> usize {
    audit.questions.first().map_or(0, |of| of.respondents)
}

fn passage(heading: &str, means: String) -> Passage {
    Passage { heading: heading.into(), paragraphs: vec![means.into()] }
}

/// The questions by falling figure.
fn listed(
    audit: &Audit<'_>,
    figure: fn(&QuestionAudit<'_>) -> f64,
    told: impl Fn(&QuestionAudit<'_>) -> String,
) -> Clean {
    let mut questions: Vec<_> = audit.questions.iter().collect();
    questions.sort_by(|left, right| figure(right).total_cmp(&figure(left)));
    questions.into_iter().map(told).collect::<Vec<_>>().join(", ").into()
}
