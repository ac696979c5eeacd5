//! What became of the rows of a cohort.

use rolefit_engine::cohort::Summary;

use crate::output::Output;
use crate::rows::RowOutcomes;

/// What became of the rows, and the first that were rejected, if they are known.
pub(super) fn say(summary: &Summary, rejected: &[String], output: &mut Output) {
    output.note(&outcomes(summary).told(rejected, None));
}

/// What became of the rows.
pub(super) fn outcomes(summary: &Summary) -> RowOutcomes {
    let (_, rejected, blank) = summary.rows();
    let [scored, too_little, level] = summary.people_by_status();
    RowOutcomes { scored, too_little, level, rejected, blank, ..RowOutcomes::default() }
}
