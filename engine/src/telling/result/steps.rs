//! What to do next.

use super::links::PageLink;
use super::source::ResultSource;
use crate::catalogue::RoleIx;
use crate::report::Status;
use crate::telling::clean::{Clean, Literal};

/// What a result is not.
pub(super) const CAUTION: &str = "This is for exploring. It compares what you like with what a \
    job is made of, not what you are good at. Nobody should be selected by it.";

/// More commands than these nobody tries.
const MOST_ROLES: usize = 8;

/// Something to do next.
#[derive(Debug)]
pub struct NextStep {
    /// What, and what for.
    pub text: Clean,
    /// The pages for it.
    pub links: Vec<PageLink>,
    /// The commands for it, line by line.
    pub command: Vec<Literal>,
}

impl NextStep {
    fn new(text: &str, command: Vec<Literal>) -> Self {
        Self { text: Clean::from(text), links: Vec::new(), command }
    }
}

/// Where to read about a role: a page on the web if the catalogue has one, else the
/// role's own page.
pub(super) fn read_about(source: &ResultSource<'_>, role: RoleIx) -> NextStep {
    let role = &source.catalogue().careers().roles[role];
    let start = source.report.starting_point;
    let route = start.and_then(|start| Some((start, role.routes.get(start)?.links.first()?)));
    if let Some((start, link)) = route {
        return NextStep {
            text: format!("Next, {}, read: {}", start.from_there(), link.title).into(),
            links: vec![PageLink::of(link)],
            command: Vec::new(),
        };
    }
    match role.links.first() {
        Some(link) => NextStep {
            text: format!("Next, read: {}", link.title).into(),
            links: vec![PageLink::of(link)],
            command: Vec::new(),
        },
        None => NextStep::new(
            "Next, read about the work and the way into it:",
            vec![source.commands.show(role.id.as_str())],
        ),
    }
}

/// Where to read about all roles, if they have no ranking.
pub(super) fn read_about_all(source: &ResultSource<'_>) -> Option<NextStep> {
    let show = || vec![source.commands.show("roles")];
    (source.report.status != Status::Ranked)
        .then(|| NextStep::new("Next, read what the roles are:", show()))
}

/// The way into the first role from where the person starts.
fn way_in(source: &ResultSource<'_>) -> Option<NextStep> {
    let start = source.report.starting_point?;
    let first = source.report.roles.first().filter(|role| role.similarity.is_some())?;
    let route = source.catalogue().careers().roles[first.role].routes.get(start)?;
    Some(NextStep {
        text: format!("The way in {}: {}", start.from_there(), route.text).into(),
        links: route.links.iter().map(PageLink::of).collect(),
        command: Vec::new(),
    })
}

/// The other steps, as commands and as things to do away from the screen.
pub(super) fn steps(source: &ResultSource<'_>) -> Vec<NextStep> {
    let mut steps = Vec::new();
    if source.report.status == Status::Ranked {
        steps.extend(way_in(source));
        steps.push(NextStep::new(
            "Talk to someone who does the work, and ask to see a day of it.",
            Vec::new(),
        ));
        steps.extend(roles_to_read_about(source));
        steps.extend(training(source).filter(|_| source.detail.explain));
    }
    steps
}

/// The commands for the pages of the roles that lead: the first of them, or a few if
/// every detail was asked for.
fn roles_to_read_about(source: &ResultSource<'_>) -> Option<NextStep> {
    let most = if source.detail.explain { MOST_ROLES } else { 1 };
    // The first role comes first here too, whichever is first most often.
    let first = source.report.roles.first().map(|role| role.id);
    let others = source.report.leading.iter().copied().filter(|role| Some(*role) != first);
    let roles = first.into_iter().chain(others).take(most);
    let show: Vec<Literal> = roles.map(|role| source.commands.show(role)).collect();
    let text = "Read what the work is, what it asks and the way in:";
    (!show.is_empty()).then(|| NextStep::new(text, show))
}

/// The command that shows what the training is made of.
fn training(source: &ResultSource<'_>) -> Option<NextStep> {
    let has_modules = !source.catalogue().careers().modules.is_empty();
    let show = || vec![source.commands.show("modules")];
    has_modules.then(|| NextStep::new("See what the training is made of:", show()))
}
