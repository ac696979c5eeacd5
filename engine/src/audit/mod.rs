//! Whether a catalogue is sound: what can be proved of it, and what shows when
//! it is put to simulated respondents.

mod adaptive;
mod effort;
mod findings;
mod measures;
mod phase;
mod questions;
mod recovery;
mod result;
mod shares;
mod told;
mod witness;

pub use effort::Effort;
pub use result::{
    AdaptiveRecovery, Audit, Calibration, CalibrationRow, EqualAnswers, Finding, FormRecovery,
    ModuleAudit, Nearest, QuestionAudit, Recovery, RoleAudit, Severity, ToldAudit,
};

use crate::catalogue::{Catalogue, Problem};
use crate::report::Reporter;
use crate::signs::{Thresholds, flagged_shares};
use crate::simulation::simulate;

/// Audits `catalogue`, of which the files had these `problems`. `progress` is
/// told the share that is done, 0 to 1, from whichever thread.
///
/// ```
/// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
/// use rolefit_engine::audit::{Effort, audit};
///
/// let effort = Effort { respondents: 500, work: 10_000_000 };
/// let audit = audit(&catalogue, &[], effort, &|_| ());
/// // Answers were found that put each role strictly first.
/// assert!(audit.roles.iter().all(|role| role.witness.is_some()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn audit<'c>(
    catalogue: &'c Catalogue,
    problems: &[Problem],
    effort: Effort,
    progress: &(dyn Fn(f64) + Sync),
) -> Audit<'c> {
    let respondents = simulate(catalogue, effort.respondents);
    progress(0.05);
    let shares = shares::Shares::of(catalogue, &respondents);
    let roles = witness::roles(catalogue, &respondents, &shares, progress);
    let modules = witness::modules(catalogue, &respondents, progress);
    let questions = questions::audit(catalogue, &respondents, effort, progress);
    let recovery = recovery::recovery(catalogue, &respondents, &shares, effort, progress);
    let mut audit = Audit {
        schema_version: 1,
        catalogue: catalogue.fingerprint().as_str(),
        problems: Vec::new(),
        roles,
        modules,
        questions,
        recovery,
        told: told::told(catalogue, &respondents, &shares, effort),
        signs: flagged_shares(
            catalogue,
            &catalogue.questionnaire().measurement,
            &Thresholds::of(catalogue),
        ),
        equal_answers: questions::equal_answers(&Reporter::new(catalogue)),
    };
    audit.problems = findings::findings(catalogue, problems, &audit);
    progress(1.0);
    audit
}
