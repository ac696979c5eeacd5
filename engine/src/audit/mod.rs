//! Whether a catalogue is sound: what can be proved of it, and what shows when
//! it is put to simulated respondents.

mod adaptive;
mod findings;
mod measures;
mod phase;
mod questions;
mod recovery;
mod result;
mod shares;
mod witness;

pub use result::{
    AdaptiveRecovery, Audit, Calibration, CalibrationRow, EqualAnswers, Finding, FormRecovery,
    ModuleAudit, Nearest, QuestionAudit, Recovery, RoleAudit, Severity,
};

use crate::catalogue::{Catalogue, Problem};
use crate::report::Reporter;
use crate::simulation::simulate;

/// How thorough an audit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// How many respondents are simulated.
    pub respondents: usize,
    /// About how many multiplications each further part may take; a large
    /// catalogue is then put to fewer of the respondents.
    pub work: u64,
}

impl Default for Effort {
    /// 20,000 respondents, and a few seconds of work on two processors.
    fn default() -> Self {
        Self { respondents: 20_000, work: 12_000_000_000 }
    }
}

impl Effort {
    /// The effort for adaptive sittings, which take longest, and of which many
    /// are needed to tell small differences.
    fn of_sittings(self) -> Self {
        Self { work: self.work.saturating_mul(4), ..self }
    }

    /// How many respondents can be put through something that takes `each`.
    fn respondents_at(self, each: usize) -> usize {
        let affordable = self.work / u64::try_from(each.max(1)).unwrap_or(u64::MAX);
        self.respondents.min(usize::try_from(affordable).unwrap_or(usize::MAX)).max(1)
    }
}

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
        equal_answers: questions::equal_answers(&Reporter::new(catalogue)),
    };
    audit.problems = findings::findings(catalogue, problems, &audit);
    progress(1.0);
    audit
}
