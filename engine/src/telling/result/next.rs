//! What to do with a result.

use crate::report::Status;

use super::Telling;
use super::parts::Step;

/// What a result is not.
pub(super) const CAUTION: &str = "This is for exploring. It compares what you like with what a \
    role is made of; it does not know what you are good at, and nobody should be selected by it.";

/// More commands than these nobody tries.
const MOST_ROLES: usize = 8;

/// A longer row of answers is not something to copy by hand.
const MOST_DIGITS: usize = 100;

/// The next steps, as commands and as things to do away from the screen.
pub(super) fn steps(telling: &Telling<'_>) -> Vec<Step> {
    let options = &telling.options;
    let mut steps = Vec::new();
    if telling.report.status == Status::Ranked {
        let leading = &telling.report.leading;
        if !leading.is_empty() {
            let text = if leading.len() == 1 {
                "Read about the role that leads, and the way into it:"
            } else {
                "Read about the roles that lead, and the way into them:"
            };
            let show = leading.iter().take(MOST_ROLES);
            let command = show.map(|role| format!("rolefit show {role}{options}")).collect();
            steps.push(Step { text: text.to_owned(), command });
        }
        let careers = telling.catalogue().careers();
        let kinds =
            [("modules", careers.modules.len()), ("specialisms", careers.specialisms.len())];
        let command: Vec<String> = kinds
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(kind, _)| format!("rolefit show {kind}{options}"))
            .collect();
        if !command.is_empty() {
            steps.push(Step { text: "See what the training is:".to_owned(), command });
        }
        let text = "Talk to someone who does the work, and ask to see a day of it. Nothing tells \
                    you more.";
        steps.push(Step { text: text.to_owned(), command: Vec::new() });
    }
    let digits = telling.sheet.answers().digits();
    if telling.report.answered > 0 && digits.len() <= MOST_DIGITS {
        steps.push(Step {
            text: "These answers can be scored again, in full detail, with:".to_owned(),
            command: scoring(telling, &digits),
        });
    }
    steps
}

/// The command that gives the same numbers again, line by line.
fn scoring(telling: &Telling<'_>, digits: &str) -> Vec<String> {
    let interests = &telling.catalogue().questionnaire().interests;
    let importance = telling
        .sheet
        .importance()
        .unusual()
        .map(|(at, weight)| format!("  --importance {}={weight} \\", interests[at].id));
    let mut command = vec![format!("rolefit score --explain{} \\", telling.options)];
    command.extend(importance);
    command.push(format!("  --answers {digits}"));
    command
}
