//! Which question comes next, by the form of the sitting.

use super::outlook::Outlook;
use super::sitting::Form;
use crate::catalogue::{Catalogue, QuestionIx};
use crate::matching::{Deviates, Odds};
use crate::sheet::Answers;

/// The order in which a sitting asks its questions. It holds nothing of a
/// person, so that many sittings can share it.
#[derive(Debug, Clone)]
pub struct QuestionOrder {
    /// The questions that may be asked, in file order.
    pool: Vec<QuestionIx>,
    /// Of an adaptive sitting, when it stops and what it is steered by.
    steering: Option<Steering>,
}

/// What an adaptive sitting is steered by.
#[derive(Debug, Clone)]
struct Steering {
    until: f64,
    odds: Odds,
}

/// The question to ask next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NextQuestion {
    /// The question.
    pub question: QuestionIx,
    /// Of an adaptive sitting, how settled it is before this question, 0 to 1.
    pub settled: Option<f64>,
}

impl QuestionOrder {
    /// The order of a sitting of this form.
    #[must_use]
    pub fn new(catalogue: &Catalogue, form: Form) -> Self {
        let questions = catalogue.questionnaire().questions.indexed();
        let in_form = questions.filter(|(_, question)| form != Form::Short || question.short);
        let pool = in_form.map(|(question, _)| question).collect();
        let steering = match form {
            Form::Full | Form::Short => None,
            Form::Adaptive(until) => {
                Some(Steering { until, odds: Odds::usual(catalogue, Deviates::of(catalogue)) })
            }
        };
        Self { pool, steering }
    }

    /// How many questions will be asked; `None` where that depends on the answers.
    #[must_use]
    pub fn length(&self) -> Option<usize> {
        if self.steering.is_some() { None } else { Some(self.pool.len()) }
    }

    /// The most questions that can be asked.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.pool.len()
    }

    /// Of an adaptive sitting, the chance of the first three roles at which it
    /// stops, 0 to 1.
    #[must_use]
    pub fn until(&self) -> Option<f64> {
        self.steering.as_ref().map(|steering| steering.until)
    }

    /// Of an adaptive sitting, how settled it is after these answers: the chance
    /// that the best role is among the first three, 0 to 1.
    #[must_use]
    pub fn settled(&self, answers: &Answers<'_>) -> Option<f64> {
        let steering = self.steering.as_ref()?;
        Some(settled(&Outlook::of(answers, &steering.odds)))
    }

    /// Whether no more needs to be asked, however few questions were put.
    #[must_use]
    pub fn is_settled(&self, answers: &Answers<'_>) -> bool {
        self.steering
            .as_ref()
            .is_some_and(|steering| Outlook::of(answers, &steering.odds).is_settled(steering.until))
    }

    /// The next question after these answers, of those that were not `asked`
    /// yet; `None` at the end.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::sitting::{Form, QuestionOrder, Sitting};
    ///
    /// let form = Form::Adaptive(0.8);
    /// let order = QuestionOrder::new(&catalogue, form);
    /// let mut sitting = Sitting::new(&catalogue, form);
    /// while let Some(next) = order.next(&sitting.answers, &sitting.asked) {
    ///     let question = &catalogue.questionnaire().questions[next.question];
    ///     println!("{}", question.text);
    ///     sitting.answers.set(next.question, catalogue.questionnaire().scale.point(4));
    ///     sitting.asked.push(next.question);
    /// }
    /// assert!(sitting.asked.len() <= order.longest());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn next(&self, answers: &Answers<'_>, asked: &[QuestionIx]) -> Option<NextQuestion> {
        let mut open = self.pool.iter().copied().filter(|question| !asked.contains(question));
        let Some(steering) = &self.steering else {
            return Some(NextQuestion { question: open.next()?, settled: None });
        };
        let outlook = Outlook::of(answers, &steering.odds);
        if outlook.is_settled(steering.until) {
            return None;
        }
        let open: Vec<QuestionIx> = open.collect();
        Some(NextQuestion { question: outlook.next(&open)?, settled: Some(settled(&outlook)) })
    }
}

/// The chance that the best role is among the first three; 0 until enough is
/// known for any role to be first.
fn settled(outlook: &Outlook<'_>) -> f64 {
    if outlook.is_ranked { outlook.first_three } else { 0.0 }
}
