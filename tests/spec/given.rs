//! What an audit says of the answers that people gave.

use rolefit_engine::audit::{Audit, Effort, Finding, GivenAnswers, GivenQuestion, audit};
use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::sheet::Answers;
use rolefit_engine::simulation::simulate;

use crate::support::{catalogue, lasting};

const QUICK: Effort = Effort { respondents: 100, work: 1_000_000 };

/// Three interests, x, y and z, with these questions: the interest of each, and what else is
/// said of it.
fn asked(questions: &[&str]) -> &'static Catalogue {
    let mut text = String::from(
        "format: 1\ntitle: t\nintroduction: i\nscale: [a, b, c, d, e]\ninterests: [{id: x, name: \
         X}, {id: y, name: Y}, {id: z, name: Z}]\nquestions:\n",
    );
    for (number, of) in questions.iter().enumerate() {
        text += &format!("  - {{id: q{number}, text: t{number}, interest: {of}}}\n");
    }
    let careers = "format: 1\nroles: [{id: r, name: r, summary: s, profile: {x: 1}}]";
    lasting(catalogue(&text, careers))
}

const NINE: [&str; 9] = ["x", "y", "z", "x", "y", "z", "x", "y", "z"];

fn with(catalogue: &'static Catalogue, rows: &[String]) -> Audit<'static> {
    let mut given = GivenAnswers::of(catalogue);
    for digits in rows {
        given.add(&Answers::from_digits(catalogue, digits).unwrap());
    }
    audit(catalogue, &[], QUICK, &|_| ()).with_answers(catalogue, &given)
}

/// What so many people answer who are as the model says, to the questions of `catalogue`.
fn simulated(catalogue: &Catalogue, people: usize) -> Vec<String> {
    simulate(catalogue, people).iter().map(|person| person.answers.digits()).collect()
}

/// The findings about the answers of people.
fn found<'a>(audit: &'a Audit<'_>) -> Vec<&'a Finding> {
    let codes = ["miskeyed", "measures-another", "hardly-answered", "answered-alike", "few-people"];
    audit.problems.iter().filter(|of| codes.contains(&of.code)).collect()
}

fn question<'a>(audit: &'a Audit<'static>, place: usize) -> &'a GivenQuestion<'static> {
    &audit.answers.as_ref().unwrap().questions[place]
}

#[test]
fn a_question_is_correlated_with_the_rest_of_its_interest() {
    // q0 and q1 are of x: four people say yes to both, four no to both, two each to one of them.
    // (4 · 4 - 2 · 2) / √(6 · 6 · 6 · 6) = 1/3. q2 says the reverse of q0 but for two people, of
    // y: of twelve, ten are apart and two alike: -8/12.
    let catalogue = asked(&["x", "x", "y", "z"]);
    let rows = [
        "5511", "5511", "5512", "5512", "1154", "1154", "1155", "1155", "5111", "5151", "1515",
        "1551",
    ];
    let audit = with(catalogue, &rows.map(str::to_owned));
    let of = question(&audit, 0);
    assert_eq!((of.answered, of.respondents, of.interest.as_str()), (Some(12), Some(12), "x"));
    assert!((of.item_rest.unwrap() - 1.0 / 3.0).abs() < 1e-12, "{of:?}");
    // √((1 - 1/9) / 10)
    assert!((of.item_rest_error.unwrap() - (8.0_f64 / 90.0).sqrt()).abs() < 1e-12, "{of:?}");
    // Of the others z goes best with it: y at -8/12, z by its products of deviations.
    let z = [1.0, 1.0, 2.0, 2.0, 4.0, 4.0, 5.0, 5.0, 1.0, 1.0, 5.0, 1.0];
    let mean = z.iter().sum::<f64>() / 12.0;
    let yes = [0, 1, 2, 3, 8, 9].map(|place: usize| z[place] - mean).iter().sum::<f64>();
    let spread = z.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>();
    // q0 is 2 above and below its mean, so its sum of squares is 12 · 4.
    let expected = 4.0 * yes / (48.0 * spread).sqrt();
    let other = of.best_other.unwrap();
    let best = if expected > -8.0 / 12.0 { ("z", expected) } else { ("y", -8.0 / 12.0) };
    assert_eq!(other.interest.as_str(), best.0);
    assert!((other.correlation - best.1).abs() < 1e-12, "{other:?} {best:?}");
    // Nobody has another question on y.
    assert_eq!(question(&audit, 2).item_rest, None);
    assert!(found(&audit).is_empty(), "{:?}", found(&audit));
}

#[test]
fn a_question_that_is_turned_round_is_miskeyed() {
    let mut turned = NINE;
    turned[3] = "x, reversed: true";
    let audit = with(asked(&NINE), &simulated(asked(&turned), 300));
    let [finding] = found(&audit)[..] else { panic!("{:?}", found(&audit)) };
    let of = question(&audit, 3);
    let (own, error) = (of.item_rest.unwrap(), of.item_rest_error.unwrap());
    assert!(own < -2.0 * error, "{of:?}");
    assert_eq!((finding.code, finding.subject.as_str()), ("miskeyed", "q3"));
    let message = format!(
        "is miskeyed: it goes against the other questions on x ({own:+.2}, standard error \
         {error:.2}, 300 people)"
    );
    assert_eq!(finding.message, message);
    let repair =
        "If liking it speaks against the interest, add reversed: true; else write it anew.";
    assert_eq!(finding.repair.as_deref(), Some(repair));
    // With the key put right nothing is found.
    let right = with(asked(&turned), &simulated(asked(&turned), 300));
    assert!(found(&right).is_empty(), "{:?}", found(&right));
}

#[test]
fn a_question_that_measures_another_interest_is_told_which() {
    let mut other = NINE;
    other[6] = "z";
    let audit = with(asked(&NINE), &simulated(asked(&other), 500));
    let [finding] = found(&audit)[..] else { panic!("{:?}", found(&audit)) };
    assert_eq!((finding.code, finding.subject.as_str()), ("measures-another", "q6"));
    assert!(finding.message.starts_with("measures z (+0."), "{}", finding.message);
    assert!(finding.message.ends_with(", by the answers of 500 people"), "{}", finding.message);
    assert_eq!(finding.repair.as_deref(), Some("Give it interest: z, or write it anew."));
    assert!(question(&audit, 6).best_other.unwrap().is_clearly_more);
}

#[test]
fn of_hardly_any_answers_or_of_like_ones_no_figure_is_told() {
    let catalogue = asked(&NINE);
    let mut rows = simulated(catalogue, 50);
    for (number, row) in rows.iter_mut().enumerate() {
        // Nine answer q0; all but one answer q1 alike.
        let first = if number < 9 { &row[..1] } else { "-" };
        let second = if number == 0 { "5" } else { "3" };
        *row = format!("{first}{second}{}", &row[2..]);
    }
    let audit = with(catalogue, &rows);
    let found: Vec<_> =
        found(&audit).iter().map(|of| (of.subject.as_str(), of.message.as_str())).collect();
    let expected = [
        ("q0", "fewer than ten of 50 people answered it"),
        ("q1", "at least 45 of 50 people answered it alike"),
    ];
    assert_eq!(found, expected);
    for place in [0, 1] {
        let of = question(&audit, place);
        let figures = (of.answered, of.respondents, of.item_rest, of.item_rest_error);
        assert_eq!((figures, of.best_other), ((None, None, None, None), None));
    }
    assert_eq!(question(&audit, 2).answered, Some(50));
}

#[test]
fn what_all_but_one_of_a_few_answer_is_told_as_no_more_than_all_but_two() {
    let catalogue = asked(&NINE);
    let mut rows = simulated(catalogue, 12);
    for (number, row) in rows.iter_mut().enumerate() {
        *row = format!("{}{}", if number == 0 { "5" } else { "3" }, &row[1..]);
    }
    let audit = with(catalogue, &rows);
    assert_eq!(found(&audit)[0].message, "at least 10 of 12 people answered it alike");
}

#[test]
fn of_fewer_than_ten_people_there_are_no_figures() {
    let catalogue = asked(&NINE);
    let mut rows = simulated(catalogue, 9);
    rows.push("---------".to_owned());
    let audit = with(catalogue, &rows);
    let answers = audit.answers.as_ref().unwrap();
    assert_eq!((answers.people, answers.questions.len()), (9, 0));
    let [finding] = found(&audit)[..] else { panic!("{:?}", found(&audit)) };
    let said = "9 people answered: figures of the questions need ten people at least";
    assert_eq!((finding.code, finding.message.as_str()), ("few-people", said));
}

#[test]
fn interests_have_the_reliability_that_their_questions_give() {
    let mut nine = NINE;
    nine[0] = "x, short: true";
    let audit = with(asked(&nine), &[]);
    let of = &audit.interests[0];
    assert_eq!((of.questions, of.short_questions), (3, 1));
    // ρ = k · .099 / (k · .099 + .236), with k = 3 and 1.
    assert!((of.reliability - 0.297 / 0.533).abs() < 1e-12, "{of:?}");
    assert!((of.short_reliability - 0.099 / 0.335).abs() < 1e-12, "{of:?}");
    assert_eq!(audit.interests[1].short_reliability, 0.0);
}
