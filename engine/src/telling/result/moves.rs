//! What a changed answer or mark moves.

use super::clear::{figure, in_hundred};
use super::source::ResultSource;
use crate::catalogue::{Point, RoleIx};
use crate::report::{Report, RolePart, Status};
use crate::sheet::Importance;
use crate::telling::clean::Clean;

/// A chance that moves by less is not told.
const WORTH_TELLING: f64 = 0.01;

/// More roles than these nobody reads.
const MOST_ROLES: usize = 8;

/// What a changed answer or mark moves.
#[derive(Debug)]
pub struct Moves {
    /// What was changed: each question with the answer before and the answer now, each
    /// interest that is marked or is no longer.
    pub changes: Vec<Clean>,
    /// Which role is first now, and which was.
    pub first: Clean,
    /// The roles whose chance to be the best match moved by at least 1 in 100, the
    /// largest move first, eight at the most.
    pub roles: Vec<Clean>,
    /// How many more there are.
    pub others: usize,
    /// Whether there is a ranking now.
    is_ranked: bool,
}

impl Moves {
    /// What moved from one result to another, of the same catalogue.
    #[must_use]
    pub fn between(one: &ResultSource<'_>, other: &ResultSource<'_>) -> Self {
        let (before, after) = (one.report, other.report);
        let changes = changed_answers(one, other).into_iter().chain(changed_marks(before, after));
        let mut moved: Vec<(f64, Clean)> =
            after.roles.iter().filter_map(|role| moved(before, role)).collect();
        moved.sort_by(|(left, _), (right, _)| right.total_cmp(left));
        let others = moved.len().saturating_sub(MOST_ROLES);
        let roles = moved.into_iter().take(MOST_ROLES).map(|(_, told)| told).collect();
        Self {
            changes: changes.collect(),
            first: first(before, after),
            roles,
            others,
            is_ranked: after.status == Status::Ranked,
        }
    }

    /// What the list of roles is, or that there is none; `None` without a ranking now.
    #[must_use]
    pub fn lead(&self) -> Option<&'static str> {
        self.is_ranked.then_some(if self.roles.is_empty() {
            "No role's chance to come first moves by 1 in 100 or more."
        } else {
            "The chances to come first:"
        })
    }
}

/// Each question whose answer is another, with both.
fn changed_answers(one: &ResultSource<'_>, other: &ResultSource<'_>) -> Vec<Clean> {
    let questionnaire = one.catalogue().questionnaire();
    let label = |point: Option<Point>| match point {
        Some(point) => questionnaire.scale.label(point),
        None => "skipped",
    };
    let answers = one.sheet.answers().iter().zip(other.sheet.answers().iter());
    let changed = questionnaire.questions.iter().zip(answers).filter(|(_, (was, now))| was != now);
    let told = |text: &str, was, now| {
        format!(
            "{}: before \"{}\", now \"{}\".",
            text.trim_end_matches('.'),
            label(was),
            label(now)
        )
    };
    changed.map(|(question, (was, now))| told(&question.text, was, now).into()).collect()
}

/// Each interest that is marked now or no longer.
fn changed_marks(before: &Report<'_>, after: &Report<'_>) -> Vec<Clean> {
    let is_marked = |importance: f64| importance > Importance::USUAL;
    let pairs = before.interests.iter().zip(&after.interests);
    let told = |was: f64, now: f64| match (is_marked(was), is_marked(now)) {
        (false, true) => Some("marked as what matters most to you"),
        (true, false) => Some("no longer marked as what matters most to you"),
        _ => None,
    };
    pairs
        .filter_map(|(was, now)| Some((now.name, told(was.importance, now.importance)?)))
        .map(|(name, told)| format!("{name}: {told}.").into())
        .collect()
}

fn first(before: &Report<'_>, after: &Report<'_>) -> Clean {
    match (before.roles.first(), after.roles.first()) {
        (None, None) => "There is no ranking, as before.".into(),
        (None, Some(now)) => format!("{} is first now; before, no role was.", now.name).into(),
        (Some(was), None) => {
            format!("There is no ranking now; before, {} was first.", was.name).into()
        }
        (Some(was), Some(now)) if was.role == now.role => {
            format!("{} stays first.", now.name).into()
        }
        (Some(was), Some(now)) => {
            format!("{} is first now; before, {} was.", now.name, was.name).into()
        }
    }
}

/// How far a role's chance moved, and that in words. Where there was no ranking before, it had
/// none.
fn moved(before: &Report<'_>, now: &RolePart<'_>) -> Option<(f64, Clean)> {
    let was = chance(before, now.role);
    let best = now.certainty.best;
    let by = (best - was.unwrap_or_default()).abs();
    let told = || match was {
        Some(was) => {
            let words = if best > was { "up" } else { "down" };
            format!("{}: {words} from {} to {}", now.name, figure(was), in_hundred(best))
        }
        None => format!("{}: {}", now.name, in_hundred(best)),
    };
    (by >= WORTH_TELLING).then(|| (by, told().into()))
}

/// The chance of a role to be the best match; `None` where there is no ranking.
fn chance(report: &Report<'_>, role: RoleIx) -> Option<f64> {
    let part = report.roles.iter().find(|part| part.role == role);
    part.map(|part| part.certainty.best)
}
