//! The signs of careless answering in words.

use crate::signs::SignIndex;

/// An index of careless answering in words.
pub(super) fn sign(index: SignIndex) -> &'static str {
    match index {
        SignIndex::StraightLine => "all answers equal",
        SignIndex::Longstring => "a long run of equal answers",
        SignIndex::Variability => "answers that hardly vary",
        SignIndex::Consistency => "like questions answered differently",
    }
}
