//! The outcome: how many answers there are, and why no role stands first if none does.

use super::source::ResultSource;
use crate::report::{InterestPart, Report, Status};
use crate::telling::clean::Clean;
use crate::telling::passage::Passage;

/// How many questions were answered.
pub(super) fn answered(source: &ResultSource<'_>) -> String {
    let report = source.report;
    let asked = report.answered + report.skipped;
    // A sheet does not tell a question that was skipped from one that was not asked.
    let others = match report.skipped {
        0 if asked == 1 => return "You answered the one question.".to_owned(),
        0 => return format!("You answered all {asked} questions."),
        _ if is_short_form(source) => {
            return format!("You answered the {} questions of the short form.", report.answered);
        }
        1 => "The other was skipped or not asked, and counts for nothing.",
        _ => "The others were skipped or not asked, and count for nothing.",
    };
    format!("You answered {} of {asked} questions. {others}", report.answered)
}

/// Whether the questions of the short form were answered, and no others.
fn is_short_form(source: &ResultSource<'_>) -> bool {
    let questions = source.catalogue().questionnaire().questions.iter();
    let mut answers = questions.zip(source.sheet.answers().iter());
    answers.all(|(question, point)| question.short == point.is_some())
}

/// Why no role stands first, where none does.
pub(super) fn outcome(report: &Report<'_>) -> Passage {
    let (heading, text) = match report.status {
        Status::Ranked => (
            "No role can be matched",
            "With what you said matters, every role looks the same.".to_owned(),
        ),
        Status::Insufficient => insufficient(report),
        Status::Undifferentiated => undifferentiated(report),
    };
    Passage { heading: heading.into(), paragraphs: vec![text.into()] }
}

/// What has to be known to read the ranking as it is meant.
pub(super) fn remarks(report: &Report<'_>) -> Vec<Clean> {
    if report.status != Status::Ranked {
        return Vec::new();
    }
    [disliked(report), coarse(report)].into_iter().flatten().map(Clean::from).collect()
}

/// That a ranking is one of dislikes, if it is.
fn disliked(report: &Report<'_>) -> Option<&'static str> {
    let mut scores = report.interests.iter().filter_map(|interest| interest.score);
    scores.all(|score| score < 0.0).then_some(
        "None of this came out as something you like: every interest lies below the middle of the \
         scale, so the list shows only what you dislike least. It may be that other fields suit \
         you better, and that is worth knowing, too.",
    )
}

/// That fits are all or nothing, if they are: two interests agree or disagree.
fn coarse(report: &Report<'_>) -> Option<&'static str> {
    (counting(report) == 2).then_some(
        "Only two interests count with what you said matters. A role then agrees with you fully or \
         not at all, and its fit says little. Let a third interest count to learn more.",
    )
}

/// How many interests are of some importance.
fn counting(report: &Report<'_>) -> usize {
    report.interests.iter().filter(|interest| interest.importance > 0.0).count()
}

fn insufficient(report: &Report<'_>) -> (&'static str, String) {
    let measured = report.interests.iter().filter(|interest| interest.answered > 0).count();
    let text = format!(
        "Your answers cover {measured} of {} interests. It takes three to compare you with a \
         role, and all of them to do it well. Answer more questions, and the roles can be ranked.",
        report.interests.len()
    );
    ("Too few answers for a match", text)
}

fn undifferentiated(report: &Report<'_>) -> (&'static str, String) {
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
    ("No role stands out", text.to_owned())
}
