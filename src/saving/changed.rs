//! What is told of a saved sitting that does not fit the questions of today.

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::sitting::{DropReason, Dropped, SavedSitting};
use rolefit_engine::telling::Clean;

use super::file::SittingFile;
use crate::conversation::LostAnswers;
use crate::failure::Failure;
use crate::text::cut;

/// More of them than this would fill the screen.
const MOST_NAMED: usize = 6;

/// The columns of a question's wording, by which it is known again.
const WORDING: usize = 40;

/// What of a saved sitting could not be kept, and why: a line before, one for each,
/// and one after.
pub(crate) fn lost_answers(catalogue: &Catalogue, dropped: &[Dropped]) -> LostAnswers {
    let mut items: Vec<String> =
        dropped.iter().take(MOST_NAMED).map(|dropped| why(catalogue, dropped)).collect();
    if dropped.len() > MOST_NAMED {
        items.push(format!("and {} more", dropped.len() - MOST_NAMED));
    }
    LostAnswers {
        before: "Some of what your saved sitting holds is lost, as it fits the questions no more:",
        items,
        after: "The rest is kept.",
    }
}

fn why(catalogue: &Catalogue, dropped: &Dropped) -> String {
    let asked = catalogue.questionnaire();
    let question = asked.question(&dropped.id).map(|ix| &asked.questions[ix]);
    // Nobody was ever shown an id: it has to do where there is no wording left.
    let what = match question {
        Some(question) => cut(&Clean::from(&question.text), WORDING),
        None => format!("the one that the questions file called {}", Clean::from(&dropped.id)),
    };
    match dropped.reason {
        DropReason::Gone => format!("no longer asked: {what}"),
        DropReason::Changed => format!("reads differently now: {what}"),
        DropReason::OffScale(answer) => format!("answer {answer} is not on offer: {what}"),
        DropReason::NoInterest => {
            let id = Clean::from(&dropped.id);
            format!(
                "marked, and no longer an interest: the one that the questions file called {id}"
            )
        }
    }
}

/// What is told of a sitting that was finished with other questions or careers: its
/// result as it was then, and what becomes of it, which `after` says.
pub(crate) fn other_catalogue(summary: &[String], after: &'static str) -> LostAnswers {
    LostAnswers {
        before: "This sitting was finished with other questions or careers. Its result was then:",
        items: summary.iter().filter(|line| !line.is_empty()).cloned().collect(),
        after,
    }
}

/// A saved sitting of which nothing can be used here.
pub(crate) fn unusable(catalogue: &Catalogue, saved: &SavedSitting, file: &SittingFile) -> Failure {
    let dropped = saved.resume(catalogue).dropped;
    let path = Clean::from(file.path().display().to_string());
    let is_damaged =
        dropped.iter().any(|dropped| matches!(dropped.reason, DropReason::OffScale(_)));
    let (failure, way) = if is_damaged {
        let told = lost_answers(catalogue, &dropped).items.join("; ");
        (format!("no answer saved in {path} can be used, and they are left there: {told}"), "")
    } else {
        let answers = match saved.answered() {
            1 => "1 answer".to_owned(),
            several => format!("{several} answers"),
        };
        let failure = format!(
            "the sitting saved in {path} belongs to other questions than these, and is kept: \
             {answers}"
        );
        (failure, "To go on with it, name the files it was begun with: --questions FILE.\n")
    };
    let instead = match file.name() {
        Some(_) => "leave out --resume",
        None => "save them elsewhere: --save FILE",
    };
    let (forget, show) = (file.forget_command(), file.show_command());
    let summary = match file.name() {
        Some(_) if saved.is_finished() => format!("To see what came of it:\n  {show}\n"),
        _ => String::new(),
    };
    Failure::Data(failure).advised(format!(
        "{summary}{way}To answer these questions and leave it there, {instead}.\nTo do without it:\n  \
         {forget}\n"
    ))
}
