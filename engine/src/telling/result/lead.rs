//! The outcome: which roles lead, or why none does.

use crate::report::{InterestPart, Report, RolePart, Status};

use crate::telling::clean::Clean;
use crate::telling::figures::{counted, listed, percent};
use crate::telling::passage::Passage;

/// More names than this are a list that nobody reads.
const MOST_NAMES: usize = 8;

/// How many questions were answered.
pub(super) fn answered(report: &Report<'_>) -> String {
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
pub(super) fn outcome(report: &Report<'_>) -> Passage {
    let (heading, text) = match report.status {
        Status::Ranked => lead(report),
        Status::Insufficient => insufficient(report),
        Status::Undifferentiated => undifferentiated(report),
    };
    Passage {
        heading: heading.into(),
        paragraphs: [Some(text), only_by_similarity(report), disliked(report), coarse(report)]
            .into_iter()
            .flatten()
            .map(Clean::from)
            .collect(),
    }
}

/// Why the list begins with a role that does not lead, if it does.
fn only_by_similarity(report: &Report<'_>) -> Option<String> {
    let first = report.roles.first().filter(|role| role.similarity.is_some())?;
    (!report.leading.contains(&first.id)).then(|| {
        format!(
            "The list goes by similarity, and there {} comes first. But what your answers leave \
             open makes it less likely to be your best match than {}.",
            first.name,
            if report.leading.len() == 1 { "the role that leads" } else { "those that lead" }
        )
    })
}

/// That a ranking is one of dislikes, if it is.
fn disliked(report: &Report<'_>) -> Option<String> {
    let mut scores = report.interests.iter().filter_map(|interest| interest.score);
    let is_so = report.status == Status::Ranked && scores.all(|score| score < 0.0);
    is_so.then(|| {
        "None of this came out as something you like: every interest lies below the middle of the \
         scale, so the list shows only what you dislike least. It may be that other fields suit \
         you better, and that is worth knowing, too."
            .to_owned()
    })
}

/// That fits are all or nothing, if they are: two interests agree or disagree.
fn coarse(report: &Report<'_>) -> Option<String> {
    let is_so = report.status == Status::Ranked && counting(report) == 2;
    is_so.then(|| {
        "Only two interests count with what you said matters. A role then agrees with you fully or \
         not at all, and its fit says little. Let a third interest count to learn more."
            .to_owned()
    })
}

/// How many interests are of some importance.
fn counting(report: &Report<'_>) -> usize {
    report.interests.iter().filter(|interest| interest.importance > 0.0).count()
}

fn lead(report: &Report<'_>) -> (String, String) {
    let leads = |role: &&RolePart<'_>| report.leads(role.role);
    let leaders: Vec<&RolePart<'_>> = report.roles.iter().filter(leads).collect();
    match leaders.as_slice() {
        [] => (
            "No role can be matched".to_owned(),
            "With what you said matters, every role looks the same.".to_owned(),
        ),
        [only] => (
            format!("{} leads", only.name),
            format!(
                "It is your best match with a chance of {}. Answering the same questions again \
                 would put it first with a chance of {}.",
                percent(only.certainty.best),
                percent(only.certainty.retest)
            ),
        ),
        several => {
            let mut names: Vec<String> =
                several.iter().take(MOST_NAMES).map(|role| role.name.to_string()).collect();
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

fn insufficient(report: &Report<'_>) -> (String, String) {
    let measured = report.interests.iter().filter(|interest| interest.answered > 0).count();
    let text = format!(
        "Your answers cover {measured} of {} interests. It takes three to compare you with a \
         role, and all of them to do it well. Answer more questions, and the roles will show.",
        report.interests.len()
    );
    ("Too few answers for a match".to_owned(), text)
}

fn undifferentiated(report: &Report<'_>) -> (String, String) {
    let counts = |of: &InterestPart<'_>| of.importance > 0.0 && of.answered > 0;
    let text = if counting(report) < 2 {
        "At most one interest was given any importance, so there is nothing to compare. Give at \
         least two of them some weight."
    } else if report.interests.iter().all(counts) {
        "Your answers come out the same for every interest, so they separate no role from \
         another, and there is no ranking. A match needs differences: some activities that you \
         would rather do than others. Try again and use more of the scale."
    } else {
        "The interests that count here, those with answers and of some importance to you, all \
         come out the same. So they separate no role from another, and there is no ranking. \
         Answer more questions, or let more interests count."
    };
    ("No role stands out".to_owned(), text.to_owned())
}
