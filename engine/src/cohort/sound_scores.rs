//! Whether the sums of answers with scores, and the counts of complete answers, can be those of
//! people.

use super::asked_question::AskedQuestion;
use super::damage::{Damage, add_up, between, hold, within};
use super::exact::real;
use super::listwise::{CompleteAnswers, LoadedQuestions};
use super::other_interests::{OtherInterestSums, OtherInterests};
use super::tally::Moments;

/// Holds each question's sums with other interests to its answers and to their scores.
pub(super) fn check_other_interests(
    sums: &[OtherInterestSums],
    others: &OtherInterests,
    questions: &[AskedQuestion],
    interests: &[Moments],
) -> Result<(), Damage> {
    let mut number = 0;
    for (of, sums) in others.counted(sums) {
        for (sums, interest) in sums.iter().zip(&of.others) {
            let asked = questions.get(of.question.number());
            if let Some((asked, scores)) = asked.zip(interests.get(interest.number())) {
                sums.check(asked, scores, &format!("items.other_interests[{number}]"))?;
            }
            number += 1;
        }
    }
    Ok(())
}

impl OtherInterestSums {
    fn check(&self, asked: &AskedQuestion, scores: &Moments, at: &str) -> Result<(), Damage> {
        let people = self.people;
        between(people, 0, asked.people.min(scores.people), at)?;
        let [answers, squares] = self.answers;
        asked.check_sum(people, answers, at)?;
        // Each answer is 1 or more.
        between(squares, answers, answers * asked.points, at)?;
        let (sum, all) = (u128::from(answers), u128::from(squares) * u128::from(people));
        hold(all >= sum * sum, at, || {
            format!("the squares of {answers} in {people} answers cannot sum to {squares}")
        })?;
        let all = (1..).zip(&asked.counts).map(|(point, count)| real(point * point * count));
        let (others, points) = (real(asked.people - people), real(asked.points));
        let rest = all.sum::<f64>() - real(squares);
        within(rest, others, others * points * points, asked.people, at)?;
        self.check_scores(scores, at)?;
        if people == 0 {
            return self.products.iter().try_for_each(|of| within(of.value(), 0.0, 0.0, 0, at));
        }
        // Cauchy and Schwarz, on the deviations from the means.
        let [answer, own, other] = self.deviations().map(|of| of.max(0.0));
        let most = [answer * own, answer * other, own * other].map(f64::sqrt);
        let spare = people.saturating_mul(asked.points);
        let mut products = self.products_of_deviations().into_iter().zip(most);
        products.try_for_each(|(of, most)| within(of, -most, most, spare, at))
    }

    fn check_scores(&self, scores: &Moments, at: &str) -> Result<(), Damage> {
        let people = real(self.people);
        for [sum, squares] in [self.own, self.other] {
            let (sum, squares) = (sum.value(), squares.value());
            within(sum, -people, people, self.people, at)?;
            let least = if self.people == 0 { 0.0 } else { sum * sum / people };
            within(squares, least, people, self.people, at)?;
        }
        // What is left is of the others, each from -1 to 1.
        let [sum, squares] = self.other;
        let others = real(scores.people - self.people);
        let rest = scores.sum.value() - sum.value();
        within(rest, -others, others, scores.people, at)?;
        let rest = scores.squares.value() - squares.value();
        within(rest, 0.0, others, scores.people, at)
    }
}

/// Holds what is counted of those who answered every question on an interest to what is counted
/// of all.
pub(super) fn check_complete(
    complete: &[CompleteAnswers],
    loaded: &LoadedQuestions,
    questions: &[AskedQuestion],
    people: u64,
) -> Result<(), Damage> {
    for (number, (loaded, complete)) in loaded.counted(complete).enumerate() {
        let at = format!("items.complete[{number}]");
        let asked: Vec<&AskedQuestion> =
            loaded.iter().filter_map(|(place, _)| questions.get(*place)).collect();
        complete.check(loaded, &asked, people, &at)?;
    }
    Ok(())
}

impl CompleteAnswers {
    fn check(
        &self,
        loaded: &[(usize, f64)],
        asked: &[&AskedQuestion],
        people: u64,
        at: &str,
    ) -> Result<(), Damage> {
        let complete = self.people();
        // Whoever is not complete skipped one question at least.
        let skipped = asked.iter().fold(0_u64, |sum, of| sum.saturating_add(people - of.people));
        let most = asked.iter().map(|of| of.people).min().unwrap_or(0);
        between(complete, people.saturating_sub(skipped).min(most), most, at)?;
        for (number, (counts, asked)) in self.questions.iter().zip(asked).enumerate() {
            let at = format!("{at}.questions[{number}]");
            add_up(counts, complete, &at)?;
            for (count, of_all) in counts.iter().zip(&asked.counts) {
                between(*count, 0, *of_all, &at)?;
            }
        }
        let freedom = real(complete.saturating_sub(1));
        let sum: f64 = self.loaded(loaded).map(|of| of.sum).sum();
        let spread: f64 = self.loaded(loaded).map(|of| (of.variance * freedom).sqrt()).sum();
        let least = if complete == 0 { 0.0 } else { sum * sum / real(complete) };
        // A total spreads no more than its parts together.
        let most = least + spread * spread;
        within(self.squares.value(), least, most, complete, &format!("{at}.squares"))
    }
}
