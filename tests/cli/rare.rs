//! Answers that few people give: what is said of them is so.

use crate::support::{CAREERS, QUESTIONS, Run};

/// A result on one line, however it was wrapped.
fn told(run: Run) -> String {
    let ran = run.output();
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    ran.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
}

const ANSWERS: &str = "4444554333253214232535224442222444132243";

fn weighed(importance: &[&str]) -> Run {
    let run = Run::new(["score", "--answers", ANSWERS]);
    importance.iter().fold(run, |run, weight| run.arg("--importance").arg(*weight))
}

/// Every interest but those named, of no importance.
fn only(kept: &[&str]) -> Run {
    let all = "analysis software genomics devices care teaching records delivery strategy design";
    let others = all.split(' ').filter(|interest| !kept.contains(interest));
    let others: Vec<String> = others.map(|interest| format!("{interest}=0")).collect();
    weighed(&others.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_ranking_of_dislikes_is_called_one() {
    let said = "None of this came out as something you like";
    let disliked = "1111211111121111111111112211211111111111";
    for format in ["text", "markdown", "html"] {
        let result = Run::new(["score", "--answers", disliked, "--format", format]);
        assert!(told(result).contains(said), "{format}");
    }
    assert!(!told(Run::new(["score", "--answers", ANSWERS])).contains(said));
    // One liked interest is enough.
    assert!(!told(Run::small(["score", "--answers", "551111"])).contains(said));
}

#[test]
fn averages_are_told_as_what_they_are() {
    // Seven interests are liked more than software is, and two less.
    let answers = "2142345215555525312253544114411133152445";
    let result = told(Run::new(["score", "--answers", answers]));
    assert!(!result.contains("most things here"), "{result}");
    let note = "In these averages an interest counts as much as you said it matters.";
    assert!(!result.contains(note));
    for format in ["text", "markdown", "html"] {
        let result = told(weighed(&["care=2"]).arg("--format").arg(format));
        assert!(result.contains(note), "{format}: {result}");
    }
}

#[test]
fn interests_that_do_not_count_are_not_said_to_be_the_same() {
    // The three that count come out the same, and the others do not.
    let result = told(only(&["software", "devices", "teaching"]));
    assert!(
        result.contains(
            "The interests that count here, those with answers and of some importance to you, all \
             come out the same."
        ),
        "{result}"
    );
    let result = told(only(&["software"]));
    assert!(result.contains("At most one interest was given any importance"), "{result}");
    let equal = told(Run::new(["score", "--answers", &"4".repeat(40)]));
    assert!(equal.contains("Your answers come out the same for every interest"), "{equal}");
}

#[test]
fn fits_of_two_interests_are_not_told_without_a_caution() {
    let caution = "Only two interests count with what you said matters.";
    let result = only(&["analysis", "software"]).output().stdout;
    assert!(result.contains(caution), "{result}");
    // A role that cannot be matched costs the others none of their columns.
    assert!(result.contains("fit         best\n  1* Clinical Coder    "), "{result}");
    assert!(result.contains(" 12  Training Manager: cannot be matched\n"), "{result}");
    assert!(
        told(only(&["analysis", "software"])).contains("A role that cannot be matched is one in")
    );
    assert!(!told(only(&["analysis", "software", "care"])).contains(caution));
}

#[test]
fn specialisms_that_fit_alike_are_not_put_one_ahead_of_another() {
    let result = told(only(&["analysis", "software"]));
    let tied = result.split_once("Specialisms that suit equally ").unwrap().1;
    let tied = tied.split_once("Training: ").unwrap().0;
    assert_eq!(tied.matches("(fit 100, strong)").count(), 3, "{tied}");
    assert!(!tied.contains("ahead of"), "{tied}");
}

#[test]
fn answers_that_are_all_the_same_are_one_sign() {
    let result = told(Run::new(["score", "--answers", &"1".repeat(40)]));
    assert!(result.contains("All your answers are the same. Careful people"), "{result}");
    assert!(!result.contains("differ very little"), "{result}");
}

#[test]
fn a_sum_without_a_rest_is_not_said_to_have_one() {
    let careers = "format: 1\nroles:\n  - {id: a, name: A, summary: s, profile: {people: 3, words: 1}}\n  \
                   - {id: b, name: B, summary: s, profile: {numbers: 3, things: 1}}\n";
    let run = Run::new(["score", "--answers=155551", "--questions=q", "--careers=c"]);
    let result = told(run.file("q", QUESTIONS).file("c", careers));
    let contrast = result.split_once(" or ").unwrap().1;
    let named = contrast.split_once(" What you like").unwrap().0;
    assert_eq!(named.matches("(+").count() + named.matches("(-").count(), 4, "{named}");
    assert!(!named.contains("the rest"), "{named}");
}

#[test]
fn modules_are_of_no_programme_that_the_careers_do_not_name() {
    let own = |careers: &str, command: [&str; 2]| {
        let run = Run::new(command).file("q", QUESTIONS).file("c", careers);
        told(run.arg("--questions=q").arg("--careers=c"))
    };
    let named = CAREERS.replacen("format: 1\n", "format: 1\nprogramme: our own course\n", 1);
    for (careers, score, show) in [
        (CAREERS, "first year Every trainee", "Modules that prepare for it, the most useful first"),
        (
            &named,
            "These modules belong to our own course, one way into some of these roles. Every trainee",
            "Modules of our own course that prepare for it",
        ),
    ] {
        let result = own(careers, ["score", "--answers=523454"]);
        assert!(result.contains(score) && !result.contains("NHS"), "{result}");
        let page = own(careers, ["show", "clerk"]);
        assert!(page.contains(show) && !page.contains("NHS"), "{page}");
    }
}

#[test]
fn no_module_stands_out_where_none_serves_a_leading_role() {
    let text = "None stands out for the roles that lead.";
    let result = told(Run::new(["score", "--answers", "1242421114312143221122244321231231232223"]));
    assert!(result.contains(&format!("Every trainee takes them all. {text}")), "{result}");
    assert!(!result.contains("Make the most of the first"), "{result}");
    assert!(!told(Run::new(["score", "--answers", ANSWERS])).contains(text));
}

#[test]
fn every_role_that_leads_can_be_read_about() {
    let run = || Run::new(["score", "--answers", ANSWERS]);
    let report = run().arg("--format=json").json();
    let result = run().output().stdout;
    let leading = report["leading"].as_array().unwrap();
    assert!(leading.len() > 1);
    for role in leading {
        let command = format!("\n      rolefit show {}\n", role.as_str().unwrap());
        assert!(result.contains(&command), "{result}");
    }
    // A name leads there, too, as it is written in the result.
    let by_id = Run::new(["show", "information-analyst"]).output().stdout;
    for name in ["Information Analyst", "information analyst"] {
        assert_eq!(Run::new(["show", name]).output().stdout, by_id);
    }
    let near = Run::new(["show", "Information Analist"]).output();
    assert_eq!(
        (near.code, near.stderr.as_str()),
        (
            Some(2),
            "error: there is nothing called \"Information Analist\"; did you mean \
             information-analyst?\n"
        )
    );
}

#[test]
fn nothing_is_told_of_answers_that_there_are_not() {
    let blank = told(Run::new(["score", "--answers", &"-".repeat(40)]));
    assert!(!blank.contains("scored again"), "{blank}");
    let apart = Run::small(["compare", "a.json", "b.json"])
        .file("a.json", r#"{"answers": {"sums": 1, "talk": 2, "mend": 3}}"#)
        .file("b.json", r#"{"answers": {"write": 4, "chart": 2}}"#);
    let apart = told(apart);
    assert!(apart.contains("No question was answered in both"), "{apart}");
    assert!(!apart.contains("No answer moved"), "{apart}");
}
