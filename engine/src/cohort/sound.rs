//! Whether counts can be those of people.
//!
//! A summary that was read may have been cut, edited or made up. What no answers can give is
//! found here, with its place in the file.

use super::asked_question::AskedQuestion;
use super::damage::{Damage, MOST_PEOPLE, add_up, between, hold, within};
use super::exact::real;
use super::items::{ItemPlan, Items};
use super::question_pairs::QuestionPair;
use super::sound_scores::{check_complete, check_other_interests};
use super::summary::Summary;
use super::tally::{Moments, Tally};
use super::variances::Variances;
use crate::catalogue::{Catalogue, Questionnaire};

impl Summary {
    /// Finds what cannot be of the people of `catalogue`.
    pub(super) fn check_counts(&self, catalogue: &Catalogue) -> Result<(), Damage> {
        hold(self.is_like(&Self::of(catalogue, None)), "its lists", || {
            "they are not as long as the data files say".to_owned()
        })?;
        between(self.rejected, 0, MOST_PEOPLE, "rejected")?;
        between(self.blank, 0, MOST_PEOPLE, "blank")?;
        let questionnaire = catalogue.questionnaire();
        self.all.check("all", questionnaire)?;
        add_up(&[self.all.respondents()], self.scored, "scored")?;
        self.items.check(&self.all, questionnaire)?;
        self.variances.check(&self.all, questionnaire)?;
        self.check_groups(questionnaire)
    }

    /// Holds the groups to be everybody together.
    fn check_groups(&self, questionnaire: &Questionnaire) -> Result<(), Damage> {
        let mut together: Option<Tally> = None;
        for (group, of) in &self.groups {
            of.check(&format!("groups.{group:?}"), questionnaire)?;
            match &mut together {
                Some(sum) => sum.merge(of),
                None => together = Some(of.clone()),
            }
        }
        let is_whole = match (&self.by, together) {
            (None, together) => together.is_none(),
            (Some(_), None) => self.scored == 0,
            (Some(_), Some(together)) => together == self.all,
        };
        hold(is_whole, "groups", || "they are not all the people together".to_owned())
    }
}

impl Tally {
    /// Finds what cannot be; `at` is where these counts stand.
    fn check(&self, at: &str, questionnaire: &Questionnaire) -> Result<(), Damage> {
        let place = |name: &str| format!("{at}.{name}");
        let places = |name: &str, number: usize| format!("{at}.{name}[{number}]");
        for (name, count) in [
            ("ranked", self.ranked),
            ("insufficient", self.insufficient),
            ("undifferentiated", self.undifferentiated),
        ] {
            between(count, 0, MOST_PEOPLE, &place(name))?;
        }
        let people = self.respondents();
        let questions = questionnaire.questions.len() as u64;
        between(self.complete, 0, people, &place("complete"))?;
        // Whoever is not complete skipped one question at least.
        let least = self.complete * questions;
        let most = least + (people - self.complete) * questions.saturating_sub(1);
        between(self.answered, least, most, &place("answered"))?;
        self.check_roles(at)?;
        for (number, [defined, flagged]) in self.signs.iter().enumerate() {
            between(*defined, 0, people, &places("signs", number))?;
            between(*flagged, 0, *defined, &places("signs", number))?;
        }
        for (number, of) in self.interests.iter().enumerate() {
            of.check(people, &places("interests", number))?;
        }
        Ok(())
    }

    fn check_roles(&self, at: &str) -> Result<(), Damage> {
        add_up(&self.first, self.ranked, &format!("{at}.first"))?;
        let ranked = real(self.ranked);
        for (number, (best, squares)) in self.best.iter().zip(&self.best_squares).enumerate() {
            let best = best.value();
            within(best, 0.0, ranked, self.ranked, &format!("{at}.best[{number}]"))?;
            // No chance is above 1, so its square is no larger than it is itself.
            let least = if self.ranked == 0 { 0.0 } else { best * best / ranked };
            let at = format!("{at}.best_squares[{number}]");
            within(squares.value(), least, best, self.ranked, &at)?;
        }
        let best: f64 = self.best.iter().map(|best| best.value()).sum();
        within(best, 0.0, ranked, self.ranked, &format!("{at}.best"))?;
        for (name, counts) in [("leading", &self.leading), ("no_regret", &self.no_regret)] {
            for (number, count) in counts.iter().enumerate() {
                between(*count, 0, self.ranked, &format!("{at}.{name}[{number}]"))?;
            }
        }
        Ok(())
    }
}

impl Moments {
    /// Holds the scores to lie in their bars.
    fn check(&self, people: u64, at: &str) -> Result<(), Damage> {
        between(self.people, 0, people, &format!("{at}.people"))?;
        add_up(&self.bins, self.people, &format!("{at}.bins"))?;
        let (mut low, mut high, mut least, mut most) = (0.0, 0.0, 0.0, 0.0);
        for (number, count) in (0_u32..).zip(&self.bins) {
            let edge = |number: u32| (2.0 * f64::from(number) - 5.0) / 5.0;
            let (from, to, count) = (edge(number), edge(number + 1), real(*count));
            low += from * count;
            high += to * count;
            most += f64::max(from * from, to * to) * count;
            // The bar in the middle holds 0.
            let nearest = if from < 0.0 && to > 0.0 { 0.0 } else { f64::min(from.abs(), to.abs()) };
            least += nearest * nearest * count;
        }
        let sum = self.sum.value();
        within(sum, low, high, self.people, &format!("{at}.sum"))?;
        let least =
            if self.people == 0 { 0.0 } else { f64::max(least, sum * sum / real(self.people)) };
        within(self.squares.value(), least, most, self.people, &format!("{at}.squares"))
    }
}

impl Items {
    fn check(&self, all: &Tally, questionnaire: &Questionnaire) -> Result<(), Damage> {
        let people = all.respondents();
        let mut answered = Vec::new();
        for (number, counts) in self.questions.iter().enumerate() {
            let at = format!("items.questions[{number}]");
            let of = counts.iter().fold(0_u64, |sum, count| sum.saturating_add(*count));
            between(of, 0, people, &at)?;
            answered.push(of);
        }
        let answers: u64 = answered.iter().sum();
        between(answers, all.answered, all.answered, "items.questions")?;
        let of_questions = self.questions.iter().zip(&questionnaire.questions);
        let questions: Vec<AskedQuestion> = of_questions
            .map(|(counts, question)| AskedQuestion::of(counts, question.reversed))
            .collect();
        let plan = ItemPlan::of(questionnaire);
        let counted = plan.together.pairs().iter().zip(&self.question_pairs);
        for (number, ((left, right), pair)) in counted.enumerate() {
            if let Some((left, right)) = questions.get(*left).zip(questions.get(*right)) {
                pair.check(left, right, people, &format!("items.question_pairs[{number}]"))?;
            }
        }
        check_other_interests(&self.other_interests, &plan.others, &questions, &all.interests)?;
        check_complete(&self.complete, &plan.loaded, &questions, people)
    }
}

impl QuestionPair {
    fn check(
        self,
        left: &AskedQuestion,
        right: &AskedQuestion,
        people: u64,
        at: &str,
    ) -> Result<(), Damage> {
        let Self(both, left_sum, right_sum, products) = self;
        let least = (left.people + right.people).saturating_sub(people);
        between(both, least, left.people.min(right.people), at)?;
        left.check_sum(both, left_sum, at)?;
        right.check_sum(both, right_sum, at)?;
        between(products, both, both * left.points * right.points, at)?;
        // Cauchy and Schwarz, on the deviations from the means of all who answered.
        let deviations = real(products) - right.mean * real(left_sum) - left.mean * real(right_sum)
            + left.mean * right.mean * real(both);
        let most = (left.squares * right.squares).sqrt();
        within(deviations, -most, most, both.saturating_mul(left.points * right.points), at)
    }
}

impl Variances {
    fn check(&self, all: &Tally, questionnaire: &Questionnaire) -> Result<(), Damage> {
        let (people, answered) = (self.people, real(all.answered));
        between(people, 0, all.respondents(), "variances.people")?;
        let interests = questionnaire.interests.len() as u64;
        let most = people * interests.saturating_sub(1);
        between(self.between_freedom, people, most, "variances.between_freedom")?;
        let freedom = self.within_freedom.value();
        within(freedom, 0.0, answered, people, "variances.within_freedom")?;
        // Coordinates run from -1 to 1, so no variance passes twice its freedom.
        within(self.within.value(), 0.0, 2.0 * freedom, people, "variances.within")?;
        let freedom = real(self.between_freedom);
        within(self.between.value(), 0.0, 2.0 * freedom, people, "variances.between")?;
        within(self.between_noise.value(), 0.0, freedom, people, "variances.between_noise")
    }
}
