//! The program with the shipped data files built into it.

use std::path::Path;
use std::process::Command;

use rolefit_engine::sheet::Answers;
use rolefit_engine::sitting::{Form, SavedSitting, Sitting};

use crate::support::{
    CAREERS, QUESTIONS, Run, SHIPPED_CAREERS, SHIPPED_QUESTIONS, search_path, shipped,
};

#[test]
fn a_file_that_the_built_in_other_one_does_not_fit_is_one_mistake() {
    Run::shipped(["show", "roles", "--questions", "q.yaml"])
        .file("q.yaml", QUESTIONS)
        .stderr(
            "error: the built-in careers do not fit these questions\n--> q.yaml\n = help: name the \
             careers that go with them, with --careers FILE\nerror: 1 mistake; nothing was done\n",
        )
        .code(65)
        .check();
    Run::shipped(["show", "roles", "--careers", "c.yaml"])
        .file("c.yaml", CAREERS)
        .stderr(
            "error: these careers do not fit the built-in questions: there is no interest called \
             \"numbers\"\n \
             --> c.yaml:3:69\n  \
               |\n\
             3 |   - {id: desk, name: Desk work, summary: Work at a desk., profile: {numbers: 2, \
             words: 1}}\n  \
               |                                                                     ^^^^^^^ name the \
             questions that go with them, with --questions FILE\n\
             error: 1 mistake; nothing was done\n",
        )
        .code(65)
        .check();
}

#[test]
fn questions_without_careers_are_shown_and_audited_alone() {
    let run = |args| Run::shipped(args).file("q.yaml", QUESTIONS);
    let shown = run(["show", "--questions", "q.yaml"]).arg("questions").output();
    assert_eq!((shown.code, shown.stderr.as_str()), (0, ""));
    assert!(shown.stdout.starts_with("Add up long columns"), "{}", shown.stdout);
    let audited = run(["audit", "--questions", "q.yaml"]).output();
    assert_eq!((audited.code, audited.stderr.as_str()), (0, ""));
    let text = audited.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "note: the questions: are audited alone, without careers that go with them \
         [questions-alone]",
        "warning: words: is measured by one question only",
        "How well each interest is measured",
        "How each question goes with the others",
        "Whom the signs of careless answering flag",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    for not_said in ["role", "dead-question", "nobody-ranked"] {
        assert!(!text.contains(not_said), "{not_said}: {text}");
    }
    // Answers of people need no careers either.
    let given = Run::shipped(["audit", "--format", "json", "--questions", "q.yaml", "a.ndjson"])
        .file("q.yaml", QUESTIONS)
        .file("a.ndjson", "{\"answers\": \"523454\"}\n")
        .output();
    assert_eq!(given.code, 0, "{}", given.stderr);
    assert!(given.stdout.contains("\"people\": 1,"), "{}", given.stdout);
}

#[test]
fn a_slip_in_a_file_beside_a_built_in_one_is_told_in_its_place() {
    let careers = SHIPPED_CAREERS.replacen("records:", "record:", 1);
    let ran = Run::shipped(["show", "--careers", "c"]).file("c", careers).output();
    assert!(ran.stderr.contains("did you mean \"records\"?"), "{}", ran.stderr);
    assert!(ran.stderr.ends_with("error: 1 mistake; nothing was done\n"), "{}", ran.stderr);
    let questions = SHIPPED_QUESTIONS.replacen("short: true", "short: yes", 1);
    let ran = Run::shipped(["show", "--questions", "q"]).file("q", questions).output();
    assert!(ran.stderr.starts_with("error: expected true or false"), "{}", ran.stderr);
    assert!(ran.stderr.ends_with("error: 1 mistake; nothing was done\n"), "{}", ran.stderr);
}

#[test]
fn every_role_has_a_full_page() {
    let catalogue = shipped();
    let careers = catalogue.careers();
    for role in &careers.roles {
        let page = Run::shipped(["show", role.id.as_str()]).told();
        for part in
            ["What people in it do", "A day in it", "What it asks", "The way in", "Read more"]
        {
            assert!(page.contains(part), "{} has no \"{part}\"", role.id);
        }
    }
    for kind in ["roles", "modules", "interests", "questions", "specialisms"] {
        assert!(!Run::shipped(["show", kind]).told().is_empty(), "{kind}");
    }
}

/// The examples run one after the other in a folder with the files they name, but
/// for those that the README runs.
/// The files that the examples read.
fn write_inputs(folder: &Path) {
    let class = "respondent,site,job,find-studies,new-staff,illness-list\nr0001,North,clinical-coder,5,2,4\n\
         b,South,,1,4,2\nr0001,North,,4,2,4\n";
    let last = "respondent,find-studies,new-staff,illness-list\na,4,2,5\nb,2,4,1\nc,3,1,5\n";
    let sheet = "answers: {find-studies: 5, new-staff: 2, scanner-check: 3, illness-list: 5}";
    let sheets = "{\"answers\": {\"find-studies\": 5, \"new-staff\": 2, \"illness-list\": 4}}\n";
    let files = [("class.csv", class), ("last.csv", last), ("sheets.ndjson", sheets)];
    let files = ["sheet.yaml", "before.yaml", "after.yaml"]
        .map(|name| (name, sheet))
        .into_iter()
        .chain(files);
    for (name, text) in files {
        std::fs::write(folder.join(name), text).unwrap();
    }
}

#[test]
fn every_example_in_the_help_runs() {
    let run = Run::shipped([]);
    let folder = run.folder();
    write_inputs(folder);
    save_two_sittings(folder);
    let report = Run::shipped(["score", "sheet.yaml", "--format", "json"]);
    let report = report.file("sheet.yaml", std::fs::read(folder.join("sheet.yaml")).unwrap());
    std::fs::write(folder.join("report.json"), report.told()).unwrap();
    let in_readme = super::readme::commands();
    let mut ran = 0;
    std::fs::create_dir(folder.join("mine")).unwrap();
    std::fs::write(folder.join("mine/questions.yaml"), QUESTIONS).unwrap();
    std::fs::write(folder.join("mine/careers.yaml"), CAREERS).unwrap();
    for command in commands() {
        let help = Run::shipped([&command, "--help"]).told();
        let examples = help.lines().take_while(|line| !line.is_empty()).skip(1);
        let examples = examples.map(|example| example.trim().split("   ").next().unwrap());
        for words in examples.filter(|words| !words.contains("rolefit quiz")) {
            if in_readme.iter().any(|command| command == words) {
                continue;
            }
            // There is nobody to ask.
            let asks = words.starts_with("rolefit sittings forget");
            let script = if asks { format!("{words} --yes") } else { words.to_owned() };
            let output = Command::new("sh")
                .args(["-c", &script])
                .current_dir(folder)
                .env("PATH", search_path())
                .env("XDG_STATE_HOME", folder.join("state"))
                .stdin(std::process::Stdio::null())
                .output()
                .unwrap();
            let why = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{words}: {why}");
            ran += 1;
        }
    }
    assert!(ran > 10, "only {ran} examples were found");
}

/// Saves two sittings that have the first four answers.
fn save_two_sittings(folder: &Path) {
    let catalogue = shipped();
    let mut sitting = Sitting::new(&catalogue, Form::Full);
    let answers = format!("{:-<width$}", "5234", width = catalogue.questionnaire().questions.len());
    sitting.answers = Answers::from_digits(&catalogue, &answers).unwrap();
    sitting.asked = catalogue.questionnaire().questions.indices().take(4).collect();
    let saved = serde_json::to_string(&SavedSitting::of(&sitting)).unwrap();
    let place = folder.join("state/rolefit");
    std::fs::create_dir_all(&place).unwrap();
    for name in ["2026-09-01.json", "2026-11-26.json"] {
        std::fs::write(place.join(name), &saved).unwrap();
    }
}

/// Every command that the help names.
pub(super) fn commands() -> Vec<String> {
    let help = Run::shipped(["--help"]).told();
    let list =
        help.split("Commands:\n").nth(1).unwrap().lines().take_while(|line| !line.is_empty());
    let named = list.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = named.map(|line| line.split_whitespace().next().unwrap().to_owned());
    names.filter(|name| name != "help").collect()
}

#[test]
fn the_answer_code_and_its_command_take_two_lines() {
    let asked = shipped().questionnaire().questions.len();
    let digits: String = "44554332513".chars().cycle().take(asked).collect();
    let text = Run::shipped(["score", "--answers", &digits]).env("COLUMNS", "80").told();
    let json = Run::shipped(["score", "--format", "json", "--answers", &digits]).json();
    let code = json["code"].as_str().unwrap();
    let command = format!("  rolefit score --answers {code}");
    let end = format!("\n\nYour answer code, and what shows this result again:\n{command}\n");
    assert!(text.ends_with(&end), "{text}");
}
