//! How well interests are measured and what each question is good for, in words.

use crate::audit::{Audit, GivenAudit, GivenQuestion, InterestAudit, QuestionAudit};
use crate::catalogue::{Catalogue, Interest};
use crate::telling::figures::{exact_percent, signed};
use crate::telling::passage::{ListPassage, Passage};

/// How well each interest is measured.
pub(super) fn interests(catalogue: &Catalogue, audit: &Audit<'_>) -> ListPassage {
    let has_short = catalogue.questionnaire().questions.iter().any(|of| of.short);
    let line = |(interest, of): (&Interest, &InterestAudit<'_>)| {
        let questions = if of.questions == 1 { "question" } else { "questions" };
        let full =
            format!("{}: {} {questions}, {:.2}", interest.name, of.questions, of.reliability);
        let short = format!(
            "{full}; {} in the short form, {:.2}",
            of.short_questions, of.short_reliability
        );
        if has_short { short } else { full }
    };
    let named = catalogue.questionnaire().interests.iter().zip(&audit.interests);
    let means = "Of each interest the questions on it, and how reliable its score is, 0 to 1, by the \
                 noise and signal of the measurement.";
    list("How well each interest is measured", means.to_owned(), named.map(line))
}

/// What is said of the questions: each in its own list.
pub(super) fn all(audit: &Audit<'_>) -> Vec<ListPassage> {
    let given = audit.answers.as_ref().map(|of| given(audit, of));
    let others = if audit.roles.is_empty() {
        vec![rests(audit)]
    } else {
        vec![decisions(audit), costs(audit)]
    };
    given.into_iter().chain(others).collect()
}

/// How often the first role hangs on each.
fn decisions(audit: &Audit<'_>) -> ListPassage {
    let means = format!(
        "The share of {} respondents whose first role would be another without it, or none because \
         too few interests were left.",
        respondents(audit)
    );
    let shares = |of: &QuestionAudit<'_>| format!("{} {}", of.id, exact_percent(of.decides));
    run_in(
        "How often the first role hangs on a question",
        means,
        &by(audit, |of| of.decides, shares),
    )
}

/// What dropping each costs.
fn costs(audit: &Audit<'_>) -> ListPassage {
    let means = format!(
        "How many more in a hundred of {} respondents have the truly best role first with it than \
         without it; in brackets the standard error.",
        respondents(audit)
    );
    let cost = |of: &QuestionAudit<'_>| {
        format!("{} {:.2} ({:.2})", of.id, 100.0 * of.costs, 100.0 * of.costs_error)
    };
    run_in("What dropping a question costs", means, &by(audit, |of| of.costs, cost))
}

/// How each goes with the others on its interest.
fn rests(audit: &Audit<'_>) -> ListPassage {
    let means = "The correlation of its answers with what the other questions on its interest say, of \
                 simulated respondents.";
    let rest = |of: &QuestionAudit<'_>| {
        let rest = of.item_rest.map_or_else(|| "no other".to_owned(), |of| signed(of, 2));
        format!("{} {rest}", of.id)
    };
    let figure = |of: &QuestionAudit<'_>| of.item_rest.unwrap_or(f64::NEG_INFINITY);
    run_in("How each question goes with the others", means.to_owned(), &by(audit, figure, rest))
}

/// What people's answers say of each.
fn given(audit: &Audit<'_>, given: &GivenAudit<'_>) -> ListPassage {
    let heading = "What the answers say of each question";
    let people = if given.people == 1 { "1 person" } else { &format!("{} people", given.people) };
    if given.questions.is_empty() {
        let few = format!("{people} answered. Figures need ten people at least.");
        return list(heading, few, std::iter::empty::<String>());
    }
    let means = format!(
        "{people} answered. The correlation of a question's answers with what the others on its \
         interest say, its standard error, and that of simulated respondents; then the other \
         interest that it goes best with."
    );
    let pairs = given.questions.iter().zip(&audit.questions);
    list(heading, means, pairs.map(|(given, simulated)| given_line(given, simulated)))
}

fn given_line(of: &GivenQuestion<'_>, simulated: &QuestionAudit<'_>) -> String {
    let Some(answered) = of.answered else {
        return format!("{}: too few answers, or too much alike", of.id);
    };
    let own = of.item_rest.zip(of.item_rest_error).map_or_else(
        || format!("no figure with {}", of.interest),
        |(own, error)| {
            let expected = simulated.item_rest.map(|of| format!(", simulated {}", signed(of, 2)));
            let expected = expected.unwrap_or_default();
            format!("{} with {} ({error:.2}{expected})", signed(own, 2), of.interest)
        },
    );
    let other = of
        .best_other
        .map(|other| format!("; {} with {}", signed(other.correlation, 2), other.interest));
    format!("{}: {answered} answered, {own}{}", of.id, other.unwrap_or_default())
}

fn respondents(audit: &Audit<'_>) -> usize {
    audit.questions.first().map_or(0, |of| of.respondents)
}

fn list<T: Into<String>>(
    heading: &str,
    means: String,
    items: impl Iterator<Item = T>,
) -> ListPassage {
    let passage = Passage { heading: heading.into(), paragraphs: vec![means.into()] };
    ListPassage { passage, items: items.map(|item| item.into().into()).collect() }
}

/// A list whose entries follow each other on a line.
fn run_in(heading: &str, means: String, items: &[String]) -> ListPassage {
    list(heading, means, std::iter::once(items.join(", ")))
}

/// The questions by falling figure.
fn by(
    audit: &Audit<'_>,
    figure: impl Fn(&QuestionAudit<'_>) -> f64,
    told: impl Fn(&QuestionAudit<'_>) -> String,
) -> Vec<String> {
    let mut questions: Vec<_> = audit.questions.iter().collect();
    questions.sort_by(|left, right| figure(right).total_cmp(&figure(left)));
    questions.into_iter().map(told).collect()
}
