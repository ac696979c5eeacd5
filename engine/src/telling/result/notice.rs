//! What to keep in mind about the answers themselves, in a line that is not broken.

use super::source::ResultSource;
use crate::report::{LevelFarOff, Report, Status};
use crate::signs::SignIndex;
use crate::telling::clean::Clean;

/// That nearly everything was disliked, or liked: what comes first then means less.
pub(super) fn beforehand(report: &Report<'_>) -> Option<&'static str> {
    Some(match report.level_far_off? {
        LevelFarOff::Disliked => "You disliked nearly all of these activities.",
        LevelFarOff::Liked => "You liked nearly all of these activities.",
    })
}

/// Signs of careless answering, or too few answers.
pub(super) fn notice(source: &ResultSource<'_>) -> Option<Clean> {
    let report = source.report;
    if let Some(sign) = report.signs.iter().find(|sign| sign.flagged) {
        return Some(caution(sign.index).into());
    }
    if report.status != Status::Ranked {
        return None;
    }
    let all = report.interests.len();
    let measured = report.interests.iter().filter(|of| of.answered > 0).count();
    if measured < all {
        return Some(format!("Only {measured} of {all} interests have an answer.").into());
    }
    let questions = &source.catalogue().questionnaire().questions;
    let short = questions.iter().filter(|question| question.short).count();
    let asked = report.answered + report.skipped;
    (report.answered < short)
        .then(|| format!("Only {} of {asked} questions have an answer.", report.answered).into())
}

/// What a sign of careless answering is, at most 45 columns long.
fn caution(sign: SignIndex) -> &'static str {
    match sign {
        SignIndex::StraightLine => "Caution: all your answers are the same.",
        SignIndex::Longstring => "Caution: many answers in a row are the same.",
        SignIndex::Variability => "Caution: your answers hardly differ.",
        SignIndex::Consistency => "Caution: answers disagree with each other.",
    }
}
