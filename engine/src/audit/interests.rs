//! How well each interest is measured, by the measurement that the questionnaire states.

use super::recovery::only;
use super::result::InterestAudit;
use crate::catalogue::{Catalogue, QuestionIx};
use crate::matching::Estimate;
use crate::sheet::Answers;

/// The interests in file order.
pub(super) fn audit(catalogue: &Catalogue) -> Vec<InterestAudit<'_>> {
    let questionnaire = catalogue.questionnaire();
    let mut answers = Answers::blank(catalogue);
    for question in questionnaire.questions.indices() {
        // Which answer it is makes no difference to how much is known.
        answers.set(question, questionnaire.scale.points().next());
    }
    let questions = questionnaire.questions.indexed();
    let short: Vec<QuestionIx> =
        questions.filter(|(_, of)| of.short).map(|(question, _)| question).collect();
    let (full, short) = (Estimate::of(&answers), Estimate::of(&only(&answers, &short)));
    let known = full.interests.iter().zip(&short.interests);
    let interests = questionnaire.interests.iter().zip(known);
    interests
        .map(|(interest, (full, short))| InterestAudit {
            id: &interest.id,
            questions: full.answered,
            reliability: full.reliability,
            short_questions: short.answered,
            short_reliability: short.reliability,
        })
        .collect()
}
