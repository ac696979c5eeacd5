//! What would put other roles ahead of the first.

use super::source::ResultSource;
use crate::report::{ChangePart, RivalPart};
use crate::telling::clean::Clean;
use crate::telling::figures::listed;

/// The roles of which it is said, the nearest first.
const MOST_RIVALS: usize = 3;

/// More answers than these are counted and not named.
const MOST_ANSWERS: usize = 2;

/// What would put other roles ahead of the first.
#[derive(Debug)]
pub struct RivalsText {
    /// Ahead of which role.
    pub heading: Clean,
    /// A sentence for each of the roles that come next.
    pub rivals: Vec<RivalText>,
}

/// What would put one role ahead of the first.
#[derive(Debug)]
pub struct RivalText {
    /// What would, or that nothing could.
    pub sentence: Clean,
    /// All the answers that would have to be others, if the sentence does not name them
    /// all and every detail was asked for.
    pub changes: Vec<Clean>,
}

/// What would put each of the next roles ahead of the first.
pub(super) fn rivals(source: &ResultSource<'_>) -> Option<RivalsText> {
    let first = source.report.roles.first()?.name;
    let rivals = source.report.rivals.as_ref()?.iter().take(MOST_RIVALS);
    let rivals: Vec<RivalText> = rivals.map(|rival| text(source, rival)).collect();
    let heading = format!("What would put another role ahead of {first}").into();
    (!rivals.is_empty()).then_some(RivalsText { heading, rivals })
}

fn text(source: &ResultSource<'_>, rival: &RivalPart<'_>) -> RivalText {
    let name = &source.catalogue().careers().roles[rival.role].name;
    let Some(changes) = &rival.changes else {
        let sentence =
            format!("Nothing that you could change in these answers would put {name} ahead.");
        return RivalText { sentence: sentence.into(), changes: Vec::new() };
    };
    let all_named = changes.len() <= MOST_ANSWERS;
    let details = source.detail.explain && !all_named;
    RivalText {
        sentence: format!("If you had answered {}, {name} would be ahead.", told(source, changes))
            .into(),
        changes: if details {
            changes.iter().map(|of| changed(source, of)).collect()
        } else {
            Vec::new()
        },
    }
}

/// The first of the changes, those to the same answer together, and how many there are
/// besides.
fn told(source: &ResultSource<'_>, changes: &[ChangePart<'_>]) -> String {
    let named = changes.get(..MOST_ANSWERS).unwrap_or(changes);
    let mut by_answer: Vec<(u8, Vec<String>)> = Vec::new();
    for change in named {
        let question = format!("\"{}\"", question(source, change));
        match by_answer.iter_mut().find(|(to, _)| *to == change.to) {
            Some((_, questions)) => questions.push(question),
            None => by_answer.push((change.to, vec![question])),
        }
    }
    let groups =
        by_answer.iter().map(|(to, of)| format!("{} to {}", label(source, *to), listed(of)));
    let mut groups: Vec<String> = groups.collect();
    match changes.len() - named.len() {
        0 => {}
        1 => groups.push("1 more question otherwise".to_owned()),
        more => groups.push(format!("{more} more questions otherwise")),
    }
    listed(&groups)
}

fn changed(source: &ResultSource<'_>, change: &ChangePart<'_>) -> Clean {
    let [to, from] = [change.to, change.from].map(|number| label(source, number));
    format!("{}: {to} in place of {from}", question(source, change)).into()
}

fn question<'a>(source: &ResultSource<'a>, change: &ChangePart<'_>) -> &'a str {
    &source.catalogue().questionnaire().questions[change.place].text
}

fn label<'a>(source: &ResultSource<'a>, number: u8) -> &'a str {
    let scale = &source.catalogue().questionnaire().scale;
    scale.point(number).map_or("", |point| scale.label(point))
}
