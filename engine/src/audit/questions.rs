//! What each question is good for.

use super::effort::Effort;
use super::measures;
use super::phase::{Phase, Progress};
use super::result::{EqualAnswers, QuestionAudit};
use super::shares::{Compass, share};
use crate::catalogue::{Catalogue, Point, QuestionIx};
use crate::parallel::map_each;
use crate::report::{Brief, Reporter};
use crate::sheet::{Answers, Sheet};
use crate::simulation::Respondent;

/// For each question, how often the first role hangs on it.
pub(super) fn audit<'c>(
    catalogue: &'c Catalogue,
    respondents: &[Respondent<'c>],
    effort: Effort,
    progress: Progress<'_>,
) -> Vec<QuestionAudit<'c>> {
    let questionnaire = catalogue.questionnaire();
    let compass = Compass::of_roles(catalogue);
    let interests = questionnaire.interests.len();
    let each = (questionnaire.questions.len() * 20 + catalogue.careers().roles.len() * interests)
        * questionnaire.questions.len();
    let asked = effort.respondents_at(each).min(respondents.len());
    let stage = Phase::new(progress, 0.4, 0.6, asked);
    let needed = measures::needed(questionnaire);
    let hangs = |respondent: &Respondent<'_>| -> Vec<bool> {
        let [first] = compass.first_by_answers(&respondent.answers);
        let mut answers = respondent.answers.clone();
        let mut without = |(question, is_needed): (QuestionIx, &bool)| {
            let given = answers.get(question);
            answers.set(question, None);
            let [other] = compass.first_by_answers(&answers);
            answers.set(question, given);
            // That all interests come out alike without it is another matter.
            first.is_some() && other != first && (*is_needed || other.is_some())
        };
        let hangs = needed.indexed().map(&mut without).collect();
        stage.step();
        hangs
    };
    let mut counts = vec![0_usize; questionnaire.questions.len()];
    for hangs in map_each(respondents.get(..asked).unwrap_or_default(), hangs) {
        counts.iter_mut().zip(hangs).for_each(|(count, hangs)| *count += usize::from(hangs));
    }
    (questionnaire.questions.iter().zip(counts))
        .map(|(question, count)| QuestionAudit {
            id: &question.id,
            decides: share(count, asked),
            respondents: asked,
        })
        .collect()
}

/// What comes of giving every question the same answer, for each answer.
pub(super) fn equal_answers<'c>(reporter: &Reporter<'c>) -> Vec<EqualAnswers<'c>> {
    let catalogue = reporter.catalogue();
    let questionnaire = catalogue.questionnaire();
    let of = |point: Point| {
        let mut answers = Answers::blank(catalogue);
        for question in questionnaire.questions.indices() {
            answers.set(question, Some(point));
        }
        let brief = Brief::of(reporter, &Sheet::new(answers), 1);
        EqualAnswers {
            answer: point.number(),
            status: brief.status,
            first: brief.roles.first().map(|role| role.id),
        }
    };
    questionnaire.scale.points().map(of).collect()
}
