//! The first thing a person wants to know.

use rolefit::report::{Report, RolePart, Status};

use super::clean;
use super::parts::Passage;
use crate::render::reading::{counted, listed, percent};

/// More names than this are a list that nobody reads.
const MOST_NAMES: usize = 8;

/// How many questions were answered.
pub(super) fn answered(report: &Report) -> String {
    let asked = report.answered + report.skipped;
    // A sheet does not tell a question that was skipped from one that was not asked.
    let others = match report.skipped {
        0 if asked == 1 => return "You answered the one question.".to_owned(),
        0 => return format!("You answered all {asked} questions."),
        1 => "The other was skipped or not asked, and counts for nothing.",
        _ => "The others were skipped or not asked, and count for nothing.",
    };
    format!("You answered {} of {asked} questions. {others}", report.answered)
}

/// Which roles lead, or why none does.
pub(super) fn outcome(report: &Report) -> Passage {
    let (heading, text) = match report.status {
        Status::Ranked => lead(report),
        Status::Insufficient => insufficient(report),
        Status::Undifferentiated => undifferentiated(report),
    };
    Passage {
        heading,
        paragraphs: [Some(text), only_by_similarity(report)].into_iter().flatten().collect(),
    }
}

/// Why the list begins with a role that does not lead, if it does.
fn only_by_similarity(report: &Report) -> Option<String> {
    let first = report.roles.first().filter(|role| role.similarity.is_some())?;
    (!report.leading.contains(&first.id)).then(|| {
        format!(
            "The list goes by similarity, and there {} comes first. But what your answers leave \
             open makes it less likely to be your best match than {}.",
            clean(&first.name),
            if report.leading.len() == 1 { "the role that leads" } else { "those that lead" }
        )
    })
}

fn lead(report: &Report) -> (String, String) {
    let leads = |role: &&RolePart| report.leading.contains(&role.id);
    let leaders: Vec<&RolePart> = report.roles.iter().filter(leads).collect();
    match leaders.as_slice() {
        [] => (
            "No role can be matched".to_owned(),
            "With what you said matters, every role looks the same.".to_owned(),
        ),
        [only] => (
            format!("{} leads", clean(&only.name)),
            format!(
                "It is your best match with a chance of {}. Answering the same questions again \
                 would put it first with a chance of {}.",
                percent(only.certainty.best),
                percent(only.certainty.retest)
            ),
        ),
        several => {
            let mut names: Vec<String> =
                several.iter().take(MOST_NAMES).map(|role| clean(&role.name)).collect();
            if several.len() > MOST_NAMES {
                names.push(format!("{} more", several.len() - MOST_NAMES));
            }
            (
                format!("{} roles lead", counted(several.len())),
                format!(
                    "Your answers do not separate these: {}. Look at each of them; the order \
                     among them may be chance.",
                    listed(&names)
                ),
            )
        }
    }
}

fn insufficient(report: &Report) -> (String, String) {
    let measured = report.interests.iter().filter(|interest| interest.answered > 0).count();
    let text = format!(
        "Your answers cover {measured} of {} interests. It takes three to compare you with a \
         role, and all of them to do it well. Answer more questions, and the roles will show.",
        report.interests.len()
    );
    ("Too few answers for a match".to_owned(), text)
}

fn undifferentiated(report: &Report) -> (String, String) {
    let matter = report.interests.iter().filter(|interest| interest.importance > 0.0).count();
    let text = if matter >= 2 {
        "Your answers come out the same for every interest, so they separate no role from \
         another, and there is no ranking. A match needs differences: some activities that you \
         would rather do than others. Try again and use more of the scale."
    } else {
        "At most one interest was given any importance, so there is nothing to compare. Give at \
         least two of them some weight."
    };
    ("No role stands out".to_owned(), text.to_owned())
}
