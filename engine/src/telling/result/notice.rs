//! What to keep in mind about the answers themselves, in a sentence.

use super::source::ResultSource;
use crate::report::{LevelFarOff, Report, Status};
use crate::signs::SignIndex;
use crate::telling::clean::Clean;

/// That nearly everything was disliked, or liked: what comes first then means less. Too few
/// answers do not tell.
pub(super) fn beforehand(report: &Report<'_>) -> Option<&'static str> {
    let level_far_off = report.level_far_off.filter(|_| report.status != Status::Insufficient);
    Some(match level_far_off? {
        LevelFarOff::Disliked => "You disliked nearly all of these activities.",
        LevelFarOff::Liked => "You liked nearly all of these activities.",
    })
}

/// What to keep in mind about the answers themselves.
#[derive(Debug)]
pub struct Notice {
    /// What it is, as a sentence.
    pub text: Clean,
    /// The same in fewer words, for where there is little room: a row of 42 columns holds
    /// it with ten more for where more stands.
    pub short: Clean,
    /// Whether more about it stands in the whole result.
    pub has_more: bool,
}

impl Notice {
    /// The sentence, or the short one, with where more stands in brackets at its end, if
    /// there is more.
    #[must_use]
    pub fn with(&self, is_short: bool, place: &str) -> Clean {
        let text = if is_short { &self.short } else { &self.text };
        if self.has_more && !place.is_empty() {
            format!("{} ({place}).", text.trim_end_matches('.')).into()
        } else {
            text.clone()
        }
    }
}

/// Signs of careless answering, or too few answers.
pub(super) fn notice(source: &ResultSource<'_>) -> Option<Notice> {
    let report = source.report;
    if let Some(sign) = report.signs.iter().find(|sign| sign.flagged) {
        let [text, short] = caution(sign.index).map(Clean::from);
        return Some(Notice { text, short, has_more: true });
    }
    if report.status != Status::Ranked {
        return None;
    }
    let all = report.interests.len();
    let measured = report.interests.iter().filter(|of| of.answered > 0).count();
    if measured < all {
        return Some(plain(format!("Only {measured} of {all} interests have an answer.")));
    }
    let questions = &source.catalogue().questionnaire().questions;
    let short = questions.iter().filter(|question| question.short).count();
    let asked = report.answered + report.skipped;
    let text = || format!("Only {} of {asked} questions have an answer.", report.answered);
    (report.answered < short).then(|| plain(text()))
}

/// A notice that says all there is.
fn plain(text: String) -> Notice {
    let text = Clean::from(text);
    Notice { short: text.clone(), text, has_more: false }
}

/// What a sign of careless answering is, and the same in few words.
fn caution(sign: SignIndex) -> [&'static str; 2] {
    match sign {
        SignIndex::StraightLine => {
            ["Caution: all your answers are the same.", "Caution: all answers equal."]
        }
        SignIndex::Longstring => [
            "Caution: many of your answers in a row are the same.",
            "Caution: equal answers in a row.",
        ],
        SignIndex::Variability => [
            "Caution: your answers hardly differ from each other.",
            "Caution: answers hardly differ.",
        ],
        SignIndex::Consistency => {
            ["Caution: your answers often disagree with each other.", "Caution: answers disagree."]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Notice, caution};
    use crate::signs::SignIndex;

    #[test]
    fn every_caution_says_where_more_stands_even_in_a_narrow_row() {
        for sign in [
            SignIndex::StraightLine,
            SignIndex::Longstring,
            SignIndex::Variability,
            SignIndex::Consistency,
        ] {
            let [text, short] = caution(sign).map(crate::telling::Clean::from);
            let notice = Notice { text, short, has_more: true };
            for is_short in [true, false] {
                let told = notice.with(is_short, "press e");
                assert!(told.starts_with("Caution: ") && told.ends_with(" (press e)."), "{told}");
                assert!(told.len() <= if is_short { 42 } else { 77 }, "{told}");
                assert_eq!(notice.with(is_short, "").replace('.', " (press e)."), told.as_str());
            }
        }
    }
}
