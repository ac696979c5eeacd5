//! Ids that `rolefit show` takes for something else.

use super::result::{Finding, Severity};
use crate::catalogue::{Catalogue, Id};

/// The words by which `rolefit show` lists all of a kind, and the limits.
const WORDS: [&str; 6] = ["roles", "specialisms", "modules", "interests", "questions", "limits"];

/// Each entry whose id is such a word: of the two, one cannot be shown.
pub(super) fn shown_words(catalogue: &Catalogue) -> Vec<Finding> {
    let (asked, offered) = (catalogue.questionnaire(), catalogue.careers());
    let ids = (offered.roles.iter().map(|of| &of.id))
        .chain(offered.specialisms.iter().map(|of| &of.id))
        .chain(offered.modules.iter().map(|of| &of.id))
        .chain(asked.interests.iter().map(|of| &of.id))
        .chain(asked.questions.iter().map(|of| &of.id));
    let finding = |id: &Id| {
        let message = "is also a word of rolefit show, and one hides the other there: choose \
                       another id";
        Finding::new(Severity::Warning, "shown-word", id.as_str(), message.to_owned())
    };
    ids.filter(|id| WORDS.contains(&id.as_str())).map(finding).collect()
}
