//! The audit: witnesses that hold, shares that add up, and every finding.
use rolefit_engine::audit::{Audit, Effort, Severity, audit};
use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::report::{Explain, Status, report};
use rolefit_engine::sheet::{Answers, Sheet};
use rolefit_engine::simulation::{LEVEL_SD, simulate};

use crate::support::{CAREERS, QUESTIONS, Run, catalogue, lasting, middle, small};

const QUICK: Effort = Effort { respondents: 2_000, work: 100_000_000 };

fn audited(catalogue: Catalogue) -> Audit<'static> {
    audit(lasting(catalogue), &[], QUICK, &|_| ())
}

/// The codes and subjects of what was found.
fn found<'a>(audit: &'a Audit<'_>) -> Vec<(&'static str, &'a str)> {
    audit.problems.iter().map(|of| (of.code, of.subject.as_str())).collect()
}

#[track_caller]
fn scored<'c>(catalogue: &'c Catalogue, digits: &str) -> rolefit_engine::report::Report<'c> {
    let answers = Answers::from_digits(catalogue, digits).unwrap();
    report(&Sheet::new(answers), Explain::Nothing)
}

#[test]
fn simulated_respondents_vary_as_the_design_says() {
    let catalogue = middle();
    let people = simulate(&catalogue, 20_000);
    let variance = |values: &[f64]| {
        let count = f64::from(u32::try_from(values.len()).unwrap());
        let mean = values.iter().sum::<f64>() / count;
        values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count
    };
    // One interest over people varies by level and signal: 0.275^2 + 0.12.
    let first: Vec<f64> = people.iter().map(|person| person.interests.as_slice()[0]).collect();
    assert!((variance(&first) - (LEVEL_SD * LEVEL_SD + 0.12)).abs() < 0.005);
    // The difference of two interests of one person varies by twice the signal.
    let between: Vec<f64> = people
        .iter()
        .map(|person| person.interests.as_slice()[0] - person.interests.as_slice()[1])
        .collect();
    assert!((variance(&between) - 2.0 * 0.12).abs() < 0.006);
    assert!(people.iter().all(|person| person.answers.skipped() == 0));
    // A smaller number of people are the first of a larger.
    assert_eq!(simulate(&catalogue, 10), people[..10]);
}

#[test]
fn shares_add_up() {
    let audit = audited(small());
    let first: f64 = audit.roles.iter().map(|role| role.first_share).sum();
    let three: f64 = audit.roles.iter().map(|role| role.top_three_share).sum();
    // A few of them answer everything alike, and are not ranked.
    assert!(first > 0.98 && first <= 1.0 + 1e-9, "{first}");
    assert!((three - 3.0 * first).abs() < 1e-9, "{three}");
    let modules: f64 = audit.modules.iter().map(|module| module.first_share).sum();
    assert!((modules - first).abs() < 1e-9, "{modules}");
}

#[test]
fn two_roles_with_one_profile_can_neither_be_first() {
    let twin =
        CAREERS.replace("{things: 3, numbers: 1}", "{things: 5, numbers: 5, people: 5, words: 5}");
    let twin =
        twin.replace("{things: 5, numbers: 5, people: 5, words: 5}", "{numbers: 6, words: 2}");
    let audit = audited(catalogue(QUESTIONS, &twin));
    let errors: Vec<_> =
        audit.problems.iter().filter(|of| of.severity == Severity::Error).collect();
    assert_eq!(errors.len(), 2);
    assert_eq!((errors[0].code, errors[0].subject.as_str()), ("unreachable-role", "clerk"));
    assert_eq!(errors[0].message, "can never be strictly first: smith has the same profile");
    let witness = |id: &str| audit.roles.iter().find(|role| role.id == id).unwrap().witness.clone();
    assert_eq!((witness("clerk"), witness("smith")), (None, None));
    assert!(witness("guide").is_some());
}

#[test]
fn a_role_that_nobody_simulated_comes_to_is_found_by_search() {
    // Weights that fall evenly over ten interests: few people are like that.
    let interests: String =
        (0..10).map(|at| format!("  - {{id: i{at}, name: n i{at}}}\n")).collect();
    let mut questions =
        String::from("format: 1\ntitle: t\nintroduction: i\nscale: [a, b, c, d, e]\n");
    questions += &format!("interests:\n{interests}questions:\n");
    for at in 0..30 {
        questions += &format!("  - {{id: q{at}, text: t{at}, interest: i{}}}\n", at % 10);
    }
    let profile = |from: [i32; 10]| {
        let weights = from.iter().enumerate().map(|(at, weight)| format!("i{at}: {weight}"));
        weights.collect::<Vec<_>>().join(", ")
    };
    let mut careers = String::from("format: 1\nroles:\n");
    let even = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    careers +=
        &format!("  - {{id: even, name: n even, summary: s, profile: {{{}}}}}\n", profile(even));
    // Every neighbour differs from it by one exchange of neighbouring weights.
    for at in 0..9 {
        let mut other = even;
        other.swap(at, at + 1);
        careers += &format!(
            "  - {{id: r{at}, name: n r{at}, summary: s, profile: {{{}}}}}\n",
            profile(other)
        );
    }
    let catalogue = catalogue(&questions, &careers);
    let audit = audit(&catalogue, &[], Effort { respondents: 3, work: 1_000_000 }, &|_| ());
    let witness = audit.roles[0].witness.as_ref().unwrap();
    let first = scored(&catalogue, witness);
    assert_eq!(first.roles[0].id, "even");
    assert!(first.roles[0].similarity > first.roles[1].similarity);
}

#[test]
fn every_weakness_is_named() {
    let questions = QUESTIONS
        .replace(
            "interests:\n",
            "interests:\n  - {id: ghosts, name: Ghosts}\n  - {id: twins, name: Twins}\n",
        )
        .replace("{numbers: 1, things: 0.5}", "{numbers: 1, things: 0.5, words: 3, twins: 3}")
        .replace(
            "{id: write, text: Write a story, interest: words}",
            "{id: write, text: Write, interests: {words: 1, twins: 1}}",
        )
        .replace(
            "[No, Rather not, Perhaps, Rather, Yes]",
            "[Yes, Rather, Perhaps, Rather not, No]",
        );
    let careers = CAREERS
        .replace("modules: {counting: 1, speaking: 0.25}", "modules: {speaking: 0.25}")
        .replace("modules: {counting: 0.5}", "modules: {counting: 0.25}")
        .replace("profile: {numbers: 1}}", "profile: {ghosts: 1}}")
        .replace(
            "profile: {things: 3, numbers: 1}, modules: {counting: 0.25}}",
            "profile: {things: 3}}",
        );
    let audit = audited(catalogue(&questions, &careers));
    let found = found(&audit);
    for expected in [
        ("scale-turned", "the scale"),
        ("few-questions", "ghosts"),
        ("few-questions", "people"),
        ("same-loadings", "words"),
        ("unneeded-module", "counting"),
        ("no-modules", "smith"),
        ("dominated-profile", "smith"),
        ("dominated-profile", "counting"),
    ] {
        assert!(found.contains(&expected), "{expected:?} is not in {found:?}");
    }
    let ranks = [Severity::Error, Severity::Warning, Severity::Note];
    let order: Vec<_> = audit
        .problems
        .iter()
        .map(|of| ranks.iter().position(|rank| *rank == of.severity))
        .collect();
    assert!(order.is_sorted(), "the worst come first");
}

#[test]
fn a_question_that_cannot_matter_is_dead() {
    // The roles differ in x and y alone, which are measured alike; what is said of z moves both.
    let mut questions = String::from(
        "format: 1\ntitle: t\nintroduction: i\nscale: [a, b, c, d, e, f, g, h, i]\ninterests: [{id: x, name: X}, \
         {id: y, name: Y}, {id: z, name: Z}, {id: w, name: W}]\nquestions:\n",
    );
    for (id, interest) in
        [("x1", "x"), ("y1", "y"), ("x2", "x"), ("y2", "y"), ("z1", "z"), ("w1", "w"), ("w2", "w")]
    {
        questions += &format!("  - {{id: {id}, text: {id}, interest: {interest}}}\n");
    }
    let careers = "
format: 1
roles:
  - {id: a, name: n a, summary: s, profile: {x: 2, y: 1}}
  - {id: b, name: n b, summary: s, profile: {x: 1, y: 2}}
";
    let audit = audited(catalogue(&questions, careers));
    let decides = |id: &str| audit.questions.iter().find(|of| of.id == id).unwrap().decides;
    assert!(decides("x1") > 0.1 && decides("y2") > 0.1);
    let found = found(&audit);
    assert_eq!(audit.roles[0].nearest.as_ref().unwrap().id, "b");
    assert!(found.contains(&("dead-question", "z1")), "{found:?}");
    assert!(!found.contains(&("dead-question", "x1")), "{found:?}");
}

/// A catalogue of as many interests, each a letter, whose questions and roles
/// measure and want what the lists say.
fn lettered(interests: &str, questions: &[&str], roles: &[&str]) -> (String, String) {
    let mut asked =
        String::from("format: 1\ntitle: t\nintroduction: i\nscale: [a, b, c]\ninterests:\n");
    for interest in interests.chars() {
        asked += &format!("  - {{id: {interest}, name: {interest}}}\n");
    }
    asked += "questions:\n";
    for (number, question) in questions.iter().enumerate() {
        asked += &format!("  - {{id: q{number}, text: text {number}, {question}}}\n");
    }
    let mut careers = String::from("format: 1\nmodules:\n");
    careers += "  - {id: m, name: m, stage: rotation, summary: s, profile: {a: 1}}\nroles:\n";
    for (number, role) in roles.iter().enumerate() {
        let modules = "modules: {m: 1}";
        careers += &format!(
            "  - {{id: r{number}, name: r r{number}, summary: s, profile: {{{role}}}, {modules}}}\n"
        );
    }
    (asked, careers)
}

#[test]
fn a_catalogue_that_can_rank_nobody_is_an_error_and_has_no_witness() {
    let two = ["interest: a", "interest: b"];
    let one = ["interest: a"];
    let alike = ["interests: {a: 1, b: 1, c: 2}", "interests: {a: 2, b: 2, c: 4}"];
    let add = "so nobody can be ranked; add questions on other interests";
    for (questions, roles, why) in [
        (
            &two[..],
            &["a: 1", "b: 1"][..],
            "only two interests can be measured, and a match needs three",
        ),
        (&one[..], &["a: 1"][..], "only one interest can be measured, and a match needs three"),
        (&alike[..], &["a: 1", "b: 1"][..], "every interest is measured by the same questions"),
    ] {
        let (questions, careers) = lettered("abc", questions, roles);
        let audit = audited(catalogue(&questions, &careers));
        let errors = audit.problems.iter().filter(|of| of.severity == Severity::Error);
        let errors: Vec<_> =
            errors.map(|of| (of.subject.as_str(), of.code, of.message.clone())).collect();
        assert_eq!(errors, [("the questions", "nobody-ranked", format!("{why}, {add}"))]);
        assert!(audit.roles.iter().all(|role| role.witness.is_none()));
        assert!(audit.modules.iter().all(|module| module.witness.is_none()));
        assert_eq!((audit.recovery.full.ranked, audit.recovery.full.leading_size), (0.0, 0.0));
        // What follows from it is not told once more for each role and question.
        let codes: Vec<&str> = audit.problems.iter().map(|of| of.code).collect();
        assert!(!codes.contains(&"no-witness") && !codes.contains(&"dead-question"), "{codes:?}");
        let ran = Run::with(["audit"], &questions, &careers).output();
        let end =
            format!("error: the catalogue has 1 error; the first: the questions: {why}, {add}\n");
        assert_eq!((ran.code, ran.stderr), (1, end));
        for said in ["1 error,", "\nNo role has a witness: ", "\nNo respondent can be ranked.\n"] {
            assert!(ran.stdout.contains(said), "{}", ran.stdout);
        }
    }
}

#[test]
fn one_role_has_a_witness_that_is_ranked() {
    let (questions, careers) =
        lettered("abc", &["interest: a", "interest: b", "interest: c"], &["a: 1"]);
    let catalogue = catalogue(&questions, &careers);
    let audit = audited(catalogue.clone());
    let witness = scored(&catalogue, audit.roles[0].witness.as_ref().unwrap());
    assert_eq!((witness.status, witness.roles.len()), (Status::Ranked, 1));
    let ran = Run::with(["audit"], &questions, &careers).output();
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let text = ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "A bar of full length is twice an even share. r ",
        "The only role has a witness: answers that put it strictly first. The JSON gives them.",
        "The only module has a witness.",
        "Over all 20000 respondents, each asked until",
        "a: is measured by one question only: at least three questions should measure an interest",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn a_measurement_by_which_all_come_out_alike_is_an_error() {
    let (questions, careers) =
        lettered("abc", &["interest: a", "interest: b", "interest: c"], &["a: 1", "b: 1"]);
    let questions = questions
        .replace("interests:\n", "measurement: {noise: 1e300, signal: 1e-300}\ninterests:\n");
    let audit = audited(catalogue(&questions, &careers));
    let first = &audit.problems[0];
    assert_eq!(
        (first.severity, first.code, first.message.as_str()),
        (
            Severity::Error,
            "nobody-ranked",
            "none of 2000 simulated respondents can be ranked: their interests come out alike; \
             check the noise and signal of the measurement"
        )
    );
    assert!(audit.problems.iter().all(|of| of.code != "no-witness" && of.code != "dead-question"));
}

#[test]
fn one_question_is_told_in_the_singular() {
    let (questions, careers) = lettered("abc", &["interest: a"], &["a: 1"]);
    let ran = Run::with(["audit"], &questions, &careers).output();
    assert!(ran.stdout.contains("\nWith every question answered: 1 question\n"), "{}", ran.stdout);
}

#[test]
fn a_short_form_that_can_rank_nobody_is_an_error() {
    let (questions, careers) = lettered(
        "abc",
        &["interest: a, short: true", "interest: b, short: true", "interest: c"],
        &["a: 1", "b: 1"],
    );
    let audit = audited(catalogue(&questions, &careers));
    let first = &audit.problems[0];
    assert_eq!(
        (first.severity, first.code, first.subject.as_str(), first.message.as_str()),
        (
            Severity::Error,
            "nobody-ranked-by-short-form",
            "the short form",
            "only two interests can be measured, and a match needs three, so nobody can be ranked \
             by it; put short: true on questions of other interests"
        )
    );
    assert!(audit.roles.iter().all(|role| role.witness.is_some()));
    assert_eq!(audit.recovery.short.as_ref().unwrap().ranked, 0.0);
}

#[test]
fn a_question_without_which_nobody_is_ranked_decides() {
    let (questions, careers) =
        lettered("abc", &["interest: a", "interest: b", "interest: c"], &["a: 1", "a: -1"]);
    let audit = audited(catalogue(&questions, &careers));
    for question in &audit.questions {
        assert_eq!(question.decides, audit.recovery.full.ranked, "{}", question.id);
    }
    assert!(found(&audit).iter().all(|(code, _)| *code != "dead-question"));
}

#[test]
fn equal_answers_that_lead_somewhere_are_told() {
    let audit = audited(small());
    let statuses: Vec<Status> = audit.equal_answers.iter().map(|of| of.status).collect();
    // One question is reversed, so only the middle answer says nothing.
    let expected =
        [Status::Ranked, Status::Ranked, Status::Undifferentiated, Status::Ranked, Status::Ranked];
    assert_eq!(statuses, expected);
    let notes: Vec<&str> = audit
        .problems
        .iter()
        .filter(|of| of.code == "equal-answers")
        .map(|of| of.message.as_str())
        .collect();
    assert_eq!(notes.len(), 4);
    assert!(notes[0].starts_with("answering 1 to everything puts "), "{notes:?}");
}

#[test]
fn the_command_tells_the_same_whatever_the_threads() {
    let json = |threads: &str| {
        Run::small(["audit", "--format", "json"]).env("RAYON_NUM_THREADS", threads).output().stdout
    };
    assert_eq!(json("1"), json("3"));
}

#[test]
fn an_unsound_catalogue_is_audited_as_far_as_it_is_valid() {
    let careers = CAREERS.replace("{people: 3, words: 1}", "{peple: 3, words: 1}");
    let questions = QUESTIONS.replace("reversed: true", "reversed: maybe");
    let ran = Run::with(["audit", "--format", "json"], &questions, &careers).output();
    let end = "error: the catalogue has 2 errors; the first: q:17:70: ";
    assert!(ran.code == 1 && ran.stderr.starts_with(end), "{}", ran.stderr);
    let audit: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let invalid: Vec<&str> = audit["problems"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|of| of["code"] == "invalid")
        .map(|of| of["subject"].as_str().unwrap())
        .collect();
    assert_eq!(invalid, ["q:17:70", "c:19:84"]);
    let roles: Vec<&str> = audit["roles"]
        .as_array()
        .unwrap()
        .iter()
        .map(|role| role["id"].as_str().unwrap())
        .collect();
    assert_eq!(roles, ["clerk", "smith"]);
    assert_eq!(audit["questions"].as_array().unwrap().len(), 5);
}

#[test]
fn a_file_that_is_no_catalogue_at_all_is_bad_data() {
    let ran = Run::with(["audit"], "[", CAREERS).output();
    assert_eq!((ran.code, ran.stdout.as_str()), (65, ""));
    assert!(ran.stderr.starts_with("error: this is not valid YAML"), "{}", ran.stderr);
}

#[test]
fn an_id_that_is_a_word_of_show_is_a_warning() {
    for word in ["roles", "specialisms", "modules", "interests", "questions", "limits"] {
        let ids = [("smith", word), ("speaking", word), ("field", word)];
        for (from, to) in ids {
            let careers = CAREERS.replace(from, to);
            let audit = audited(catalogue(QUESTIONS, &careers));
            let of = audit.problems.iter().find(|of| of.code == "shown-word").unwrap();
            assert_eq!((of.severity, of.subject.as_str()), (Severity::Warning, word));
            assert_eq!(
                of.message,
                "is also a word of rolefit show, and one hides the other there: choose another id"
            );
        }
    }
    let audit = audited(catalogue(
        &QUESTIONS.replace("words", "limits"),
        &CAREERS.replace("words", "limits"),
    ));
    assert!(found(&audit).contains(&("shown-word", "limits")));
    assert!(found(&audited(small())).iter().all(|(code, _)| *code != "shown-word"));
}
