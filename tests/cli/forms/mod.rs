//! The questionnaire in the form of each tool: what the tool exports of it is read back
//! with no option at all.

mod hostile;
mod tools;

use rand::seq::SliceRandom as _;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use self::tools::{Export, TOOLS, Tool};
use super::batch::records;
use crate::support::{CAREERS, QUESTIONS, Run};

/// What people answered, and an order of columns that is none of the file.
struct Answered {
    /// A person's answers in the order of the file, from 0 for the lowest.
    people: Vec<Vec<Option<usize>>>,
    order: Vec<usize>,
}

impl Answered {
    fn made_up(questions: usize, points: usize, seed: u64) -> Self {
        let mut draws = ChaCha8Rng::seed_from_u64(seed);
        let mut person = || -> Vec<Option<usize>> {
            let mut answer =
                || (draws.random_range(0..8) > 0).then(|| draws.random_range(0..points));
            (0..questions).map(|_| answer()).collect()
        };
        let people = (0..4).map(|_| person()).collect();
        let mut order: Vec<usize> = (0..questions).collect();
        order.shuffle(&mut draws);
        Self { people, order }
    }

    /// The records of the same answers in lines of JSON.
    fn expected(&self, questions: &str) -> Vec<Value> {
        let digit =
            |answer: &Option<usize>| answer.map_or("-".to_owned(), |at| (at + 1).to_string());
        let line = |person: &Vec<Option<usize>>| {
            json!({"answers": person.iter().map(digit).collect::<String>()}).to_string() + "\n"
        };
        let lines: String = self.people.iter().map(line).collect();
        nameless(&Run::with(["batch"], questions, CAREERS).stdin(lines).output().stdout)
    }
}

/// Records without what the people are called.
fn nameless(told: &str) -> Vec<Value> {
    let mut told = records(told);
    for record in &mut told {
        record["respondent"].take();
    }
    told
}

/// The form of a kind, as it is in the file that is written; with what was noted.
fn form(kind: &str, questions: &str) -> Result<(Vec<u8>, String), String> {
    let run = Run::with(["form", kind, "-o", "made"], questions, CAREERS);
    let ran = run.output();
    match ran.code {
        0 => Ok((std::fs::read(run.folder().join("made")).unwrap(), ran.stderr)),
        65 => Err(ran.stderr),
        other => unreachable!("{kind}: {other}: {}", ran.stderr),
    }
}

/// That what `tool` exports of the form is read as the answers that were given.
#[track_caller]
fn is_read_back(tool: &Tool, form: &[u8], export: Export, answered: &Answered, questions: &str) {
    let table = (tool.export)(form, export, answered);
    let ran = Run::with(["batch"], questions, CAREERS).stdin(table.clone()).output();
    let shown = format!("{} {export:?}\n{}\n{table}", tool.kind, ran.stderr);
    // Made-up answers may put nobody's interests apart.
    let is_anybody_matched = ran.stdout.contains("\"status\":\"ranked\"");
    assert_eq!(ran.code, i32::from(!is_anybody_matched), "{shown}");
    assert_eq!(nameless(&ran.stdout), answered.expected(questions), "{shown}");
}

#[test]
fn what_each_tool_exports_of_its_form_is_read_with_no_option() {
    let questions = QUESTIONS.replace("title:", "stem: How much would you like to …\ntitle:");
    let answered = Answered::made_up(6, 5, 1);
    for tool in TOOLS {
        for questions in [QUESTIONS, &questions] {
            let (form, noted) = form(tool.kind, questions).unwrap();
            assert_eq!(noted, "", "{}", tool.kind);
            for export in tool.exports {
                is_read_back(&tool, &form, *export, &answered, questions);
            }
        }
    }
}

#[test]
fn a_form_is_the_same_whenever_it_is_made() {
    for tool in TOOLS {
        assert_eq!(form(tool.kind, QUESTIONS), form(tool.kind, QUESTIONS), "{}", tool.kind);
    }
}

#[test]
fn questions_alone_are_enough_and_the_kinds_are_listed() {
    let run = Run::new(["form", "csv", "--questions", "q"]).file("q", QUESTIONS);
    let mut run = run;
    run.knows_its_files();
    run.stdout("respondent,sums,talk,mend,write,chart,alone\n").check();
    let listed = Run::small(["form"]).told();
    let kinds: Vec<&str> = listed.lines().filter_map(|line| line.split(' ').next()).collect();
    let all = "csv xlsx xlsform limesurvey redcap google qualtrics paper";
    assert_eq!(kinds.join(" "), all);
}

#[test]
fn what_a_tool_cannot_ask_is_told_by_name() {
    let long = "a-name-of-over-twenty-letters";
    let questions = QUESTIONS.replace("id: sums", &format!("id: {long}"));
    let questions = questions.replace("id: talk", &format!("id: {long}-too"));
    Run::with(["form", "limesurvey"], &questions, CAREERS)
        .code(65)
        .stderr(format!(
            "error: LimeSurvey allows 20 characters for what a question is called, and {long}, \
             {long}-too have more: give shorter ids in questions.yaml\n"
        ))
        .check();
    let questions = QUESTIONS.replace("id: sums", "id: record-id");
    Run::with(["form", "redcap"], &questions, CAREERS)
        .code(65)
        .stderr(
            "error: REDCap has columns of its own for other things, and record-id is one of them: \
             give other ids, or other texts, in questions.yaml\n",
        )
        .check();
    let questions = QUESTIONS.replace("Mend a bicycle", "Talk");
    Run::with(["form", "google"], &questions, CAREERS)
        .code(65)
        .stderr(
            "error: what Google Forms exports would not be known again, and mend is such a \
             question: give ids of letters and hyphens that differ in their letters, and texts \
             that are no ids and have no control characters\n",
        )
        .check();
}

#[test]
fn ids_that_a_tool_cannot_tell_apart_leave_it_to_the_texts() {
    let questions = QUESTIONS.replace("id: sums", "id: a-bc").replace("id: talk", "id: ab-c");
    for kind in ["limesurvey", "redcap"] {
        let (_, noted) = form(kind, &questions).unwrap();
        assert_eq!(
            noted,
            "the ids of the questions could not be told apart in this tool, so they have numbers \
             there: export the answers with the texts of the questions as headings\n"
        );
    }
    assert_eq!(form("xlsform", &questions).unwrap().1, "");
}
