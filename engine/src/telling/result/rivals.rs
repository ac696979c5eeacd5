//! What would put other roles ahead of the first.

use super::source::ResultSource;
use crate::report::ChangePart;
use crate::telling::clean::Clean;

/// Roles up to this rank are named as rivals, whether they lead or not.
const NEXT_BEST: usize = 3;

/// What would put other roles ahead of the first.
#[derive(Debug)]
pub struct RivalsText {
    /// Ahead of which role.
    pub heading: Clean,
    /// The other leading roles and the next best.
    pub rivals: Vec<RivalText>,
}

/// What would put one role ahead of the first.
#[derive(Debug)]
pub struct RivalText {
    /// Which role, and whether any change could.
    pub lead: Clean,
    /// The fewest answers that would have to be others.
    pub changes: Vec<Clean>,
}

/// What would put each other leading role, and the next best, ahead of the first.
pub(super) fn rivals(source: &ResultSource<'_>) -> Option<RivalsText> {
    let report = source.report;
    let first = report.roles.first().filter(|_| source.detail.rivals)?;
    let rivals: Vec<RivalText> = report
        .rivals
        .as_ref()?
        .iter()
        .filter_map(|rival| {
            let place = report.roles.iter().position(|role| role.role == rival.role)?;
            let is_near = place < NEXT_BEST || report.leads(rival.role);
            let name = &source.catalogue().careers().roles[rival.role].name;
            is_near.then(|| text(source, name, rival.changes.as_deref()))
        })
        .collect();
    let heading = format!("What would put another role ahead of {}", first.name).into();
    (!rivals.is_empty()).then_some(RivalsText { heading, rivals })
}

fn text(source: &ResultSource<'_>, name: &str, changes: Option<&[ChangePart<'_>]>) -> RivalText {
    let lead = match changes {
        None => format!("{name}: no change of these answers could."),
        Some([_]) => format!("One answer would put {name} ahead:"),
        Some(_) => format!("These answers together would put {name} ahead:"),
    };
    let changes = changes.unwrap_or_default().iter().map(|change| changed(source, change));
    RivalText { lead: lead.into(), changes: changes.collect() }
}

fn changed(source: &ResultSource<'_>, change: &ChangePart<'_>) -> Clean {
    let asked = source.catalogue().questionnaire();
    let text = &asked.questions[change.place].text;
    let label = |number| asked.scale.point(number).map_or("", |point| asked.scale.label(point));
    format!("{text}: {} in place of {}", label(change.to), label(change.from)).into()
}
