//! Whether a catalogue is sound: what can be proved of it, and what shows when
//! it is put to simulated respondents.

mod adaptive;
mod chances;
mod effort;
mod findings;
mod freeing;
mod given;
mod interests;
mod label_order;
mod links;
mod measures;
mod pairs;
mod phase;
mod questions;
mod recovery;
mod repairs;
mod rests;
mod result;
mod shares;
mod shown_words;
mod told;
mod weights;
mod witness;
mod wording;

pub use effort::Effort;
pub use given::{FEWEST_ANSWERS, GivenAnswers};
pub use links::{LinkList, LinkPlace, ListedLink, links};
pub use repairs::{AlikePair, CrowdingRole, FreeingChange, WeightMove};
pub use result::{
    AdaptiveRecovery, Audit, Calibration, CalibrationRow, EqualAnswers, Finding, FormRecovery,
    GivenAudit, GivenQuestion, InterestAudit, ModuleAudit, Nearest, OtherInterest, QuestionAudit,
    Recovery, RoleAudit, Severity, ToldAudit,
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
    let mut audit = if catalogue.careers().roles.is_empty() {
        of_questions(catalogue, effort)
    } else {
        of_pair(catalogue, effort, progress)
    };
    let chances = chances::finding(catalogue, &audit.recovery.full, effort);
    audit.problems = findings::findings(catalogue, problems, &audit, chances);
    progress(1.0);
    audit
}

/// Without what was found: findings rest on all of it.
fn of_pair<'c>(
    catalogue: &'c Catalogue,
    effort: Effort,
    progress: phase::Progress<'_>,
) -> Audit<'c> {
    let respondents = simulate(catalogue, effort.respondents);
    progress(0.05);
    let shares = shares::Shares::of(catalogue, &respondents);
    let (recovery, sittings) =
        recovery::recovery(catalogue, &respondents, &shares, effort, progress);
    let reporter = Reporter::new(catalogue);
    let told = |answering: told::Answering<'_, 'c>| {
        told::told(&reporter, &respondents, answering, &shares, effort)
    };
    let in_short = recovery::short_form(catalogue);
    let short = in_short.map(|form| told(&|_, of| Some(recovery::only(&of.answers, &form))));
    let adaptive = recovery.adaptive.is_some().then(|| told(&|at, _| sittings.get(at).cloned()));
    let pairs = pairs::AlikePairs::of(catalogue, &shares.compass);
    Audit {
        roles: witness::roles(catalogue, &respondents, &shares, effort, progress),
        pairs: pairs.told,
        alike_pairs: pairs.all,
        modules: witness::modules(catalogue, &respondents, progress),
        questions: questions::audit(catalogue, &respondents, &shares, effort, progress),
        recovery,
        told: told(&|_, of| Some(of.answers.clone())),
        told_short: short,
        told_adaptive: adaptive,
        equal_answers: questions::equal_answers(&reporter),
        ..of_any(catalogue)
    }
}

/// Where there is nothing to match with, what holds of the questions alone.
fn of_questions(catalogue: &Catalogue, effort: Effort) -> Audit<'_> {
    let respondents = simulate(catalogue, effort.respondents);
    Audit { questions: questions::alone(catalogue, &respondents, effort), ..of_any(catalogue) }
}

/// What needs no respondents of its own.
fn of_any(catalogue: &Catalogue) -> Audit<'_> {
    let questionnaire = catalogue.questionnaire();
    let thresholds = Thresholds::of(catalogue);
    Audit {
        schema_version: 1,
        catalogue: catalogue.fingerprint().as_str(),
        problems: Vec::new(),
        roles: Vec::new(),
        pairs: Vec::new(),
        alike_pairs: 0,
        modules: Vec::new(),
        questions: Vec::new(),
        interests: interests::audit(catalogue),
        recovery: Recovery::default(),
        told: ToldAudit::default(),
        told_short: None,
        told_adaptive: None,
        signs: flagged_shares(catalogue, &questionnaire.measurement, &thresholds),
        equal_answers: Vec::new(),
        answers: None,
    }
}
