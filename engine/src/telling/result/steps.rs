//! What to do with a result.

use super::links::PageLink;
use super::source::ResultSource;
use crate::catalogue::RoleIx;
use crate::report::Status;
use crate::telling::clean::{Clean, Literal};

/// What a result is not.
pub(super) const CAUTION: &str = "This is for exploring. It compares what you like with what a \
    role is made of; it does not know what you are good at, and nobody should be selected by it.";

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

/// Where to read about a role: a page on the web if the catalogue has one, else the
/// role's own page.
pub(super) fn read_about(source: &ResultSource<'_>, role: RoleIx) -> NextStep {
    let role = &source.catalogue().careers().roles[role];
    match role.links.first() {
        Some(link) => NextStep {
            text: format!("Next, read: {}", link.title).into(),
            links: vec![PageLink::of(link)],
            command: Vec::new(),
        },
        None => NextStep {
            text: "Next, read about the work and the way into it:".into(),
            links: Vec::new(),
            command: vec![source.commands.show(role.id.as_str())],
        },
    }
}

/// The next steps, as commands and as things to do away from the screen.
pub(super) fn steps(source: &ResultSource<'_>) -> Vec<NextStep> {
    let mut steps = Vec::new();
    let mut step = |text: &str, command: Vec<Literal>| {
        steps.push(NextStep { text: Clean::from(text), links: Vec::new(), command });
    };
    if source.report.status == Status::Ranked {
        let leading = &source.report.leading;
        let show = leading.iter().take(MOST_ROLES).map(|role| source.commands.show(role)).collect();
        match leading.len() {
            0 => {}
            1 => step("Read about the role that leads, and the way into it:", show),
            _ => step("Read about the roles that lead, and the way into them:", show),
        }
        let kinds = training(source);
        if !kinds.is_empty() {
            step("See what the training is:", kinds);
        }
        step(
            "Talk to someone who does the work, and ask to see a day of it. Nothing tells you more.",
            Vec::new(),
        );
    }
    steps
}

/// The commands that show what the training is made of.
fn training(source: &ResultSource<'_>) -> Vec<Literal> {
    let careers = source.catalogue().careers();
    let kinds = [("modules", careers.modules.len()), ("specialisms", careers.specialisms.len())];
    let known = kinds.into_iter().filter(|(_, count)| *count > 0);
    known.map(|(kind, _)| source.commands.show(kind)).collect()
}
