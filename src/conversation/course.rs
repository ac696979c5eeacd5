//! Which question comes next, by the form of the sitting.

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::matching::{Deviates, Odds, Outlook};
use rolefit_engine::sheet::{Answers, Form};

/// The way through the questions.
pub(crate) struct Course<'a> {
    catalogue: &'a Catalogue,
    form: Form,
    /// The questions that may be asked, by number, in file order.
    pool: Vec<usize>,
    odds: Odds,
}

impl<'a> Course<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, form: Form) -> Self {
        let questions = catalogue.questionnaire().questions.iter().enumerate();
        let pool = questions
            .filter(|(_, question)| form != Form::Short || question.short)
            .map(|(number, _)| number)
            .collect();
        Self { catalogue, form, pool, odds: Odds::usual(catalogue, Deviates::of(catalogue)) }
    }

    /// How many questions will be asked; `None` where that depends on the answers.
    pub(super) fn length(&self) -> Option<usize> {
        match self.form {
            Form::Full | Form::Short => Some(self.pool.len()),
            Form::Adaptive(_) => None,
        }
    }

    /// The most questions that can be asked.
    pub(super) fn longest(&self) -> usize {
        self.pool.len()
    }

    /// Of an adaptive sitting, how settled it has to be to end early, 0 to 1.
    pub(super) fn until(&self) -> Option<f64> {
        match self.form {
            Form::Adaptive(until) => Some(until),
            Form::Full | Form::Short => None,
        }
    }

    /// Of an adaptive sitting, how settled it is.
    pub(super) fn standing(&self, answers: &Answers) -> Option<f64> {
        self.until().map(|_| standing(&Outlook::of(self.catalogue, answers, &self.odds)))
    }

    /// Whether no more needs to be asked, however few questions were put.
    pub(super) fn is_settled(&self, answers: &Answers) -> bool {
        let outlook = || Outlook::of(self.catalogue, answers, &self.odds);
        self.until().is_some_and(|until| outlook().is_settled(until))
    }

    /// The next question by number, and the standing before it; `None` at the end.
    pub(super) fn next(&self, answers: &Answers, asked: &[usize]) -> Option<(usize, Option<f64>)> {
        let mut open = self.pool.iter().copied().filter(|number| !asked.contains(number));
        let Some(until) = self.until() else { return Some((open.next()?, None)) };
        let outlook = Outlook::of(self.catalogue, answers, &self.odds);
        if outlook.is_settled(until) {
            return None;
        }
        let open: Vec<usize> = open.collect();
        Some((outlook.next(self.catalogue, &open)?, Some(standing(&outlook))))
    }
}

/// The chance that the best role is among the first three; 0 until enough is
/// known for any role to be first.
fn standing(outlook: &Outlook) -> f64 {
    if outlook.is_ranked { outlook.first_three } else { 0.0 }
}
