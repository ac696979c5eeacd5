//! What the answers that people gave say of the questions, told so that nobody can be worked out.

use super::rests::{Loadings, PersonRests, QuestionRests, RestFigures};
use super::result::{Audit, Finding, GivenAudit, GivenQuestion, OtherInterest, Severity};
use crate::catalogue::{Catalogue, Each, Interest, Question};
use crate::sheet::Answers;

/// Figures of fewer people are not told: they would say too much of single ones.
pub const FEWEST_ANSWERS: u64 = 10;

/// A question that fewer than one in so many answered is hardly answered.
const FEW: u64 = 5;

/// The answers of people, added up one by one. What an audit says of them rests on these sums
/// alone, so that any number of people takes the same memory.
#[derive(Debug, Clone)]
pub struct GivenAnswers {
    people: u64,
    /// For each question, how often each answer was given, the lowest first.
    counts: Each<Question, Vec<u64>>,
    rests: Vec<QuestionRests>,
    loadings: Loadings,
}

impl GivenAnswers {
    /// Of nobody yet.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        let questionnaire = catalogue.questionnaire();
        Self {
            people: 0,
            counts: questionnaire.questions.each(vec![0; usize::from(questionnaire.scale.len())]),
            rests: QuestionRests::all(catalogue),
            loadings: Loadings::of(catalogue),
        }
    }

    /// Adds a person, unless nothing was answered.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::audit::GivenAnswers;
    /// use rolefit_engine::sheet::Answers;
    ///
    /// let mut given = GivenAnswers::of(&catalogue);
    /// given.add(&Answers::from_digits(&catalogue, "521-34")?);
    /// given.add(&Answers::from_digits(&catalogue, "------")?);
    /// assert_eq!(given.people(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add(&mut self, answers: &Answers<'_>) {
        if answers.answered() == 0 {
            return;
        }
        self.people += 1;
        for (question, _, point) in answers.answered_questions() {
            if let Some(count) = self.counts[question].get_mut(usize::from(point.number()) - 1) {
                *count += 1;
            }
        }
        let person = PersonRests::of(answers, &self.loadings);
        for rests in &mut self.rests {
            rests.add(&person, &self.loadings);
        }
    }

    /// How many people they are.
    #[must_use]
    pub fn people(&self) -> u64 {
        self.people
    }
}

/// The figures of one question, as they are known and not yet as they are told.
struct GivenFigures<'g> {
    counts: &'g [u64],
    rests: RestFigures,
}

impl GivenFigures<'_> {
    fn answered(&self) -> u64 {
        self.counts.iter().sum()
    }

    fn most(&self) -> u64 {
        self.counts.iter().copied().max().unwrap_or(0)
    }

    /// Whether no single person's answer can be worked out of them.
    fn is_told(&self) -> bool {
        let answered = self.answered();
        answered == 0 || (answered >= FEWEST_ANSWERS && self.most() + 2 <= answered)
    }

    /// Whether the figures of the rests can be told, too.
    fn are_rests_told(&self) -> bool {
        self.is_told() && self.rests.people >= FEWEST_ANSWERS
    }

    /// The standard error of the correlation with the rest of the own interest.
    #[expect(clippy::cast_precision_loss, reason = "nobody counts 2^53 people")]
    fn error(&self) -> Option<f64> {
        let own = self.rests.own?;
        (self.rests.people > 2)
            .then(|| ((1.0 - own * own).max(0.0) / (self.rests.people as f64 - 2.0)).sqrt())
    }
}

impl<'c> Audit<'c> {
    /// The same with what `given` says of the questions, which must be of the same `catalogue`.
    #[must_use]
    pub fn with_answers(mut self, catalogue: &'c Catalogue, given: &GivenAnswers) -> Self {
        let questions = &catalogue.questionnaire().questions;
        let figures = given.rests.iter().map(|rests| {
            let counts = given.counts[rests.question].as_slice();
            let figures = GivenFigures { counts, rests: rests.figures(&questions[rests.question]) };
            (rests, figures)
        });
        let figures: Vec<_> = figures.collect();
        let is_enough = given.people >= FEWEST_ANSWERS;
        if is_enough {
            let worst = worst(catalogue, &figures);
            let of = |(rests, of): &(&QuestionRests, GivenFigures<'_>)| {
                finding(catalogue, (rests, worst[rests.own]), of, given.people)
            };
            self.problems.extend(figures.iter().filter_map(of));
        } else {
            let message = format!(
                "{} answered: figures of the questions need ten people at least",
                if given.people == 1 {
                    "1 person".to_owned()
                } else {
                    format!("{} people", given.people)
                }
            );
            self.problems.push(Finding::new(Severity::Note, "few-people", "the answers", message));
        }
        self.problems.sort_by_key(|of| of.severity);
        self.answers = Some(GivenAudit {
            people: given.people,
            questions: figures
                .iter()
                .filter(|_| is_enough)
                .map(|(rests, of)| told(catalogue, rests, of))
                .collect(),
        });
        self
    }
}

/// For each interest the correlation of the question that goes against the others most, if one
/// does: it makes those seem to go against each other, so they are judged once it is put right.
fn worst(
    catalogue: &Catalogue,
    figures: &[(&QuestionRests, GivenFigures<'_>)],
) -> Each<Interest, Option<f64>> {
    let mut worst = catalogue.questionnaire().interests.each(None);
    for (rests, of) in figures.iter().filter(|(_, of)| of.are_rests_told()) {
        let against = of.rests.own.zip(of.error()).filter(|(own, error)| *own < -2.0 * error);
        if let Some((own, _)) = against {
            let before: &mut Option<f64> = &mut worst[rests.own];
            *before = Some(before.map_or(own, |before| before.min(own)));
        }
    }
    worst
}

fn told<'c>(
    catalogue: &'c Catalogue,
    rests: &QuestionRests,
    of: &GivenFigures<'_>,
) -> GivenQuestion<'c> {
    let questionnaire = catalogue.questionnaire();
    let are_told = of.are_rests_told();
    let other = of.rests.other.filter(|_| are_told);
    GivenQuestion {
        id: &questionnaire.questions[rests.question].id,
        answered: of.is_told().then(|| of.answered()),
        interest: &questionnaire.interests[rests.own].id,
        respondents: are_told.then_some(of.rests.people),
        item_rest: of.rests.own.filter(|_| are_told),
        item_rest_error: of.error().filter(|_| are_told),
        best_other: other.map(|(other, correlation)| OtherInterest {
            interest: &questionnaire.interests[other].id,
            correlation,
            is_clearly_more: of.rests.is_other_clear,
        }),
    }
}

/// What is wrong with a question by the answers to it: the first of what can be.
fn finding(
    catalogue: &Catalogue,
    (rests, worst): (&QuestionRests, Option<f64>),
    of: &GivenFigures<'_>,
    people: u64,
) -> Option<Finding> {
    let questionnaire = catalogue.questionnaire();
    let question = &questionnaire.questions[rests.question];
    let warning =
        |code, message| Some(Finding::new(Severity::Warning, code, question.id.as_str(), message));
    let answered = of.answered();
    if answered.saturating_mul(FEW) < people {
        let few = if answered < FEWEST_ANSWERS {
            "fewer than ten".to_owned()
        } else {
            answered.to_string()
        };
        return warning("hardly-answered", format!("{few} of {people} people answered it"));
    }
    if answered < FEWEST_ANSWERS {
        return None;
    }
    // No more is told than the rule above lets stand: at least, and never more than all but two.
    let alike = (answered - answered / 10).min(answered - 2);
    if of.most() >= alike {
        let message = format!("at least {alike} of {answered} people answered it alike");
        return warning("answered-alike", message);
    }
    let correlated = of.rests.own.zip(of.error()).filter(|_| of.are_rests_told())?;
    let found = match worst {
        Some(worst) if correlated.0 > worst + 1e-9 => None,
        Some(_) => Some(miskeyed(catalogue, rests, of, correlated)),
        None => measures_another(catalogue, of, (rests, correlated.0)),
    };
    found.and_then(|(code, message, repair)| Some(warning(code, message)?.mended_by(repair)))
}

/// A code, a message and what would mend it.
type Found = (&'static str, String, String);

/// That a question goes against the others on its interest, clear of its standard error.
fn miskeyed(
    catalogue: &Catalogue,
    rests: &QuestionRests,
    of: &GivenFigures<'_>,
    (own, error): (f64, f64),
) -> Found {
    let questionnaire = catalogue.questionnaire();
    let message = format!(
        "is miskeyed: it goes against the other questions on {} ({own:+.2}, standard error \
         {error:.2}, {} people)",
        questionnaire.interests[rests.own].id, of.rests.people
    );
    let repair = if questionnaire.questions[rests.question].reversed {
        "If liking it speaks for the interest, take out reversed: true; else write it anew."
    } else {
        "If liking it speaks against the interest, add reversed: true; else write it anew."
    };
    ("miskeyed", message, repair.to_owned())
}

/// That a question goes clearly better with another interest.
fn measures_another(
    catalogue: &Catalogue,
    of: &GivenFigures<'_>,
    (rests, own): (&QuestionRests, f64),
) -> Option<Found> {
    let interests = &catalogue.questionnaire().interests;
    let (other, correlation) = of.rests.other.filter(|_| of.rests.is_other_clear)?;
    let (other, interest) = (&interests[other].id, &interests[rests.own].id);
    let message = format!(
        "measures {other} ({correlation:+.2} with its questions) better than its own interest, \
         {interest} ({own:+.2}), by the answers of {} people",
        of.rests.people
    );
    Some(("measures-another", message, format!("Give it interest: {other}, or write it anew.")))
}
