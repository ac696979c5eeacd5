//! What a result says in words agrees with its numbers.

use serde_json::Value;

use crate::support::run::words;
use crate::support::{CAREERS, QUESTIONS, Run};

/// Answers to the middle questionnaire that make three roles lead.
const ANSWERS: &str = "453152345123451";

fn small(answers: &str, importance: &[&str]) -> Run {
    let run = Run::small(["score"]).arg(format!("--answers={answers}"));
    importance.iter().fold(run, |run, weight| run.arg(format!("--importance={weight}")))
}

/// What stands between two texts.
#[track_caller]
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    assert!(text.contains(from), "no {from} in {text}");
    let after = text.split_once(from).unwrap().1;
    assert!(after.contains(to), "no {to} in {after}");
    after.split_once(to).unwrap().0
}

#[test]
fn an_interest_that_was_not_answered_is_no_reason() {
    for (answers, importance, unanswered) in [
        ("---53-", vec!["words=0"], "People"),
        ("-331-3", vec!["people=5"], "Numbers"),
        ("535--1", vec![], "Words"),
        ("3--53-", vec!["things=0"], "People"),
    ] {
        let result = small(answers, &importance).arg("--explain").words();
        assert!(result.contains(&format!("{unanswered} - not answered")), "{result}");
        let reasons = between(&result, "Why ", "The answers that weigh most");
        assert!(!reasons.contains(unanswered), "{answers}: {reasons}");
        let contrast = between(&result, "? ", "What would put another");
        assert!(!contrast.contains(unanswered), "{answers}: {contrast}");
    }
}

/// The hundredths in `text` that `begins` and `ends` enclose.
fn hundredths(text: &str, begins: &str, ends: char) -> Vec<i32> {
    let figures = text.split(begins).skip(1).map(|rest| rest.split(ends).next().unwrap());
    figures.filter_map(|figure| figure.replace('.', "").parse().ok()).collect()
}

#[test]
fn the_terms_of_a_contrast_add_up_to_the_lead_that_is_stated() {
    let mut stated = 0;
    for answers in [ANSWERS, "452314523145231", "511-3511-3511-3"] {
        let result = Run::middle(["score", "--explain", "--answers", answers]).words();
        let contrast = between(&result, "The answers that weigh most", "What would put another");
        let contrast = contrast.split_once("? ").unwrap().1;
        let lead = match contrast.split_once("is ahead by ") {
            Some(_) => hundredths(contrast, "is ahead by ", ' ')[0],
            None => 0,
        };
        // Where every term is named, only their rounding is left.
        let rest =
            ["All the rest together: ", "Rounding: "].map(|of| hundredths(contrast, of, ' '));
        let rest: i32 = rest.iter().flatten().sum();
        let named = hundredths(contrast, "(", ')');
        assert!(!named.is_empty(), "{contrast}");
        assert_eq!(named.iter().sum::<i32>() + rest, lead, "{contrast}");
        assert!(contrast.contains("in similarity, which runs from -1 to 1"), "{contrast}");
        stated += lead;
    }
    assert!(stated > 0);
}

#[test]
fn specialisms_are_told_by_their_chance_against_the_usual() {
    let run = |format| Run::small(["score", "--answers", "523454", "--format", format]);
    let report = run("json").json();
    let hundredth = |value: &Value| format!("{:.0}", 100.0 * value.as_f64().unwrap());
    let [desk, field] = [0, 1].map(|place| &report["specialisms"][place]);
    assert_eq!([&desk["name"], &field["name"]], ["Desk work", "Field work"]);
    let told = format!(
        "The training has two branches. The chances in 100 that your best match is in each, with \
         what is usual in brackets: Desk work {} ({}) and Field work {} ({}).",
        hundredth(&desk["chance"]),
        hundredth(&desk["usual"]),
        // Its one role suits someone who wants to see no stranger less often than that.
        "less than 1",
        hundredth(&field["usual"])
    );
    for format in ["text", "markdown", "html"] {
        let result = run(format).words();
        assert!(result.contains(&told), "{told}\n{result}");
    }
}

#[test]
fn a_specialism_without_roles_is_told_by_its_fit() {
    let careers =
        CAREERS.replace("specialism: desk", "family: Other").replace("family: Offices", "");
    let run = |importance: &str| {
        Run::with(
            ["score", "--answers", "513454", importance, "--importance=words=0"],
            QUESTIONS,
            &careers,
        )
    };
    let told = run("--importance=numbers=1").words();
    assert!(
        told.contains("No role here belongs to Desk work. By its own profile its fit is "),
        "{told}"
    );
    let unmatched = run("--importance=numbers=0").words();
    assert!(
        unmatched.contains("With what you said matters, Desk work cannot be matched."),
        "{unmatched}"
    );
}

#[test]
fn a_first_role_that_is_not_first_most_often_is_told_as_that() {
    // Roles all around one share the draws that come near it.
    let weights = [3.0, 2.0, 1.0, 2.0];
    let role = |id: &str, [numbers, people, things, words]: [f64; 4]| {
        format!(
            "  - {{id: {id}, name: The {id} role, summary: One of many., profile: {{numbers: \
             {numbers}, people: {people}, things: {things}, words: {words}}}}}\n"
        )
    };
    let mut careers = "format: 1\nroles:\n".to_owned() + &role("middle", weights);
    for (place, name) in ["numbers", "people", "things", "words"].into_iter().enumerate() {
        for (word, more) in [("more", 0.5), ("less", -0.5)] {
            let mut weights = weights;
            weights[place] += more;
            careers += &role(&format!("{word}-{name}"), weights);
        }
    }
    let run =
        |format| Run::with(["score", "--answers=531343", "--format", format], QUESTIONS, &careers);
    let report = run("json").json();
    let leads = |id: &Value| report["leading"].as_array().unwrap().contains(id);
    assert!(!leads(&report["roles"][0]["id"]), "the example has to be such a case");
    let name = report["roles"][0]["name"].as_str().unwrap();
    for format in ["text", "markdown", "html"] {
        let result = run(format).words();
        assert!(result.contains(&format!("Best match: {name}")), "{result}");
        let why = "because this role shares its chances with look-alikes.";
        assert!(result.contains(" is first more often (") && result.contains(why), "{result}");
    }
    // The list goes by rank, and marks those that lead.
    let text = run("text").told();
    let listed: Vec<&str> =
        text.lines().filter(|line| line.contains('█') && line.ends_with('%')).collect();
    for (role, line) in report["roles"].as_array().unwrap().iter().zip(&listed) {
        let (rank, name) = (&role["rank"], role["name"].as_str().unwrap());
        let mark = if leads(&role["id"]) { "*" } else { " " };
        assert!(line.trim_start().starts_with(&format!("{rank}{mark} {name}")), "{line}");
    }
    assert_eq!(listed.len(), report["roles"].as_array().unwrap().len());
}

#[test]
fn what_was_not_answered_is_told_truthfully_however_it_came_about() {
    let others = "The others were skipped or not asked, and count for nothing.";
    assert!(small("52345-", &[]).words().contains(
        "You answered 5 of 6 questions. The other was skipped or not asked, and counts for nothing."
    ));
    assert!(
        small("52-4--", &[]).words().contains(&format!("You answered 3 of 6 questions. {others}"))
    );
    assert!(
        small("523---", &[]).words().contains("You answered the 3 questions of the short form.")
    );
    let markdown = small("52345-", &[]).arg("--format=markdown").words();
    assert!(markdown.contains("| Spend a day alone | not answered |"), "{markdown}");
    let html = small("52345-", &[]).arg("--format=html").words();
    assert!(html.contains("Spend a day alone: <strong>not answered</strong>"), "{html}");
}

#[test]
fn the_programme_that_modules_belong_to_is_named_once() {
    for format in ["text", "markdown", "html"] {
        let result = Run::middle(["score", "--answers", ANSWERS, "--format", format]).words();
        let named = result.matches("the Theatre Diploma (TD)").count();
        assert_eq!(named, 1, "{format}");
    }
}

#[test]
fn the_bars_of_training_have_a_legend_where_there_are_bars() {
    let legend = "Bars: how far it prepares for ";
    assert!(small("523454", &[]).words().contains(legend));
    assert!(small("523454", &[]).arg("--format=html").words().contains(legend));
    assert!(!small("523454", &[]).arg("--format=markdown").words().contains(legend));
}

#[test]
fn the_terms_of_a_sum_stand_by_size_with_bars_up_to_the_largest() {
    let result = small("523454", &[]).arg("--explain").told();
    let sum = between(&result, "Clerk: the sum\n", "\n\nSmith: the sum");
    assert!(sum.contains("Bars: each as a share of the largest of its list, which is full."));
    assert!(sum.contains("sums = 5: Add up long columns"), "{sum}");
    assert!(!result.contains("-0.000"), "{result}");
    for list in sum.split("\n\n").skip(1) {
        let terms: Vec<(f64, usize)> = list
            .lines()
            .map(|line| {
                let figure = line.split_whitespace().find_map(|word| {
                    let is_figure = word.contains('.') && !word.ends_with('…');
                    word.parse::<f64>().ok().filter(|_| is_figure)
                });
                (figure.unwrap().abs(), line.matches('█').count())
            })
            .collect();
        assert_eq!(terms[0].1, 7, "the largest is full:\n{list}");
        assert!(terms.is_sorted_by(|left, right| left.0 >= right.0), "{list}");
        assert!(terms.len() >= 4, "{list}");
    }
}

#[test]
fn no_name_of_an_interest_is_cut() {
    let long = "Words of every kind, spoken and written, long and short";
    let questions = QUESTIONS.replace("name: Words", &format!("name: '{long}'"));
    for columns in ["80", "45", "30"] {
        let result = Run::middle(["score", "--answers", ANSWERS]).env("COLUMNS", columns).told();
        assert!(!between(&result, "What you like", "What to do next").contains('…'), "{result}");
        for arguments in [["score", "--answers=523454"], ["show", "clerk"]] {
            let run = Run::with(arguments, &questions, CAREERS).env("COLUMNS", columns);
            let result = run.told();
            assert!(result.lines().all(|line| line.chars().count() <= 80), "{result}");
            assert!(words(&result).contains(long), "{columns} {arguments:?}: {result}");
        }
    }
}

#[test]
fn what_an_interest_counts_is_told() {
    for format in ["text", "markdown", "html"] {
        let result =
            small("523454", &["people=2.5", "words=0.5"]).arg("--format").arg(format).words();
        assert!(result.contains("People counts as if you had liked it more."), "{result}");
        assert!(result.contains("Words (counts x0.5)"), "{result}");
    }
    let both = small("523454", &["people=2", "words=2"]).words();
    assert!(both.contains("People and Words count as if you had liked them more."), "{both}");
}
