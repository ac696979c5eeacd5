//! Saved sittings as scripts see them: listed, shown, forgotten, compared.

use rolefit_engine::sitting::SittingJournal;
use serde_json::{Value, json};

use crate::support::place::Place;
use crate::support::ran::{Ran, fed, ran};
use crate::support::schemas::validator;

const DATA: &str = "--questions q.yaml --careers c.yaml";

/// Answers to the small questionnaire, of which the first two are given at first.
const ANSWERS: &str = "523454";

fn did(place: &Place, arguments: &str) -> Ran {
    ran(&mut place.rolefit(arguments))
}

#[track_caller]
fn told(place: &Place, arguments: &str) -> String {
    let ran = did(place, arguments);
    assert_eq!((ran.stderr.as_str(), ran.code), ("", 0), "{arguments}");
    ran.stdout
}

/// A folder with a sitting of two answers and one that is finished, as they are saved.
fn sittings() -> (Place, String, String) {
    let place = Place::new();
    std::fs::create_dir_all(place.path("state/rolefit")).unwrap();
    let lines =
        |answers: &str| answers.chars().fold(String::new(), |text, c| format!("{text}{c}\n"));
    let quiz = format!("quiz -q {DATA} --save s.json");
    assert_eq!(fed(&mut place.rolefit(&quiz), lines(&ANSWERS[..2])).code, 130);
    let begun = place.read("s.json");
    let quiz = format!("{quiz} --resume");
    assert_eq!(fed(&mut place.rolefit(&quiz), lines(&ANSWERS[2..])).code, 0);
    let finished = place.read("s.json");
    std::fs::remove_file(place.path("s.json")).unwrap();
    (place, begun, finished)
}

fn journal(file: &str) -> SittingJournal {
    SittingJournal::read(file.as_bytes()).unwrap()
}

/// The summary of the result in the file of a sitting.
fn summary(file: &str) -> Vec<String> {
    journal(file).sitting().result.as_ref().unwrap().summary.clone()
}

fn keep(place: &Place, name: &str, text: &str) {
    place.write(&format!("state/rolefit/{name}"), text);
}

#[test]
fn the_list_tells_how_far_each_has_come_the_newest_first() {
    let (place, begun, finished) = sittings();
    assert_eq!(told(&place, "sittings"), "No sitting is saved.\n");
    keep(&place, "2026-11-26-10.json", &begun);
    keep(&place, "2026-11-26-2.json", &finished);
    keep(&place, "2025-01-31.json", "{\"rolefit_sitting\":2,");
    keep(&place, "2025-01-31.damaged", "{");
    // Neither a sitting nor anything that the program wrote.
    keep(&place, "notes.json", "mine");
    keep(&place, "2026-11-26-3.json", "{\"rolefit_sitting\":2,\"form\":\"full\",\"asked\":[]}");
    let list = told(&place, "sittings");
    let folder = place.path("state/rolefit");
    let summary = summary(&finished)[0].clone();
    assert_eq!(
        list,
        format!(
            "2026-11-26-10\n  Not finished, with 2 answers.\n\n2026-11-26-2\n  Finished, with 6 \
             answers.\n  {}\n\n2025-01-31\n  It cannot be read: it breaks off in the middle.\n\n\
             2025-01-31.damaged\n  It cannot be read: it was damaged, and is kept aside.\n\nThey \
             are kept for this user of the machine, until you forget them, in:\n  {}\nTo show one \
             again, or to forget it:\n  rolefit sittings show NAME\n  rolefit sittings forget \
             NAME\n",
            summary.as_str(),
            folder.display()
        )
    );
    let list: Value = serde_json::from_str(&told(&place, "sittings --format json")).unwrap();
    assert!(validator("sittings").is_valid(&list), "{list}");
    let of = |key: &str| -> Vec<Value> {
        list["sittings"].as_array().unwrap().iter().map(|sitting| sitting[key].clone()).collect()
    };
    assert_eq!(json!(of("state")), json!(["unfinished", "finished", "unreadable", "unreadable"]));
    assert_eq!(json!(of("answered")), json!([2, 6, null, null]));
}

#[test]
fn two_that_are_finished_can_be_set_against_each_other() {
    let (place, begun, finished) = sittings();
    let names = ["2026-11-26", "2026-11-25", "2026-11-26-2", "2026-11-26-10"];
    for (name, text) in names.iter().zip([&finished, &finished, &finished, &begun]) {
        keep(&place, &format!("{name}.json"), text);
    }
    // The newest two, the earlier first.
    let command = "rolefit compare 2026-11-26 2026-11-26-2";
    let list = told(&place, "sittings");
    let offer = format!("\nTo see what has moved between two:\n  {command}\n");
    assert!(list.ends_with(&offer), "{list}");
    told(&place, &format!("{} {DATA}", command.strip_prefix("rolefit ").unwrap()));
}

#[test]
fn what_is_shown_is_what_score_says_and_else_the_summary() {
    let (place, begun, finished) = sittings();
    keep(&place, "2026-11-26.json", &finished);
    keep(&place, "2026-11-27.json", &begun);
    let score = told(&place, &format!("score {DATA} --answers {ANSWERS}"));
    assert_eq!(told(&place, &format!("sittings show {DATA} 2026-11-26")), score);
    let show = format!("sittings show {DATA} --format json");
    let shown: Value = serde_json::from_str(&told(&place, &format!("{show} 2026-11-26"))).unwrap();
    let score = told(&place, &format!("score --format json {DATA} --answers {ANSWERS}"));
    assert!(validator("sittings").is_valid(&shown), "{shown}");
    assert_eq!(shown["sittings"][0]["report"], serde_json::from_str::<Value>(&score).unwrap());
    for format in ["html", "markdown"] {
        let score = told(&place, &format!("score --format {format} {DATA} --answers {ANSWERS}"));
        let show = format!("sittings show {DATA} --format {format}");
        assert_eq!(told(&place, &format!("{show} 2026-11-26")), score);
        let ran = did(&place, &format!("{show} 2026-11-27"));
        let why = "error: 2026-11-27: only a sitting that was finished with these questions and \
                   careers is a page: leave out --format and --output to see how far it is\n";
        assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (65, "", why));
    }
    // One that is not finished has no result.
    let shown = told(&place, &format!("sittings show {DATA} 2026-11-27"));
    let resume = format!("  rolefit quiz --resume 2026-11-27 {DATA}\n");
    assert_eq!(
        shown,
        format!(
            "2026-11-27\nNot finished, with 2 answers.\n\nTo go on with its answers:\n{resume}"
        )
    );
    // Nor has one of which every question was put, and it says so.
    let mut all = journal(&finished).sitting().clone();
    all.result = None;
    keep(&place, "2026-11-28.json", &SittingJournal::begin(&all).1);
    let shown = told(&place, &format!("sittings show {DATA} 2026-11-28"));
    let state = "Every question was put, with 6 answers; there is no result yet.";
    assert!(shown.starts_with(&format!("2026-11-28\n{state}\n")), "{shown}");
    // The careers have changed: the summary is what is left.
    let careers = place.read("c.yaml") + "\n# Another file.\n";
    place.write("c.yaml", &careers);
    let shown = told(&place, &format!("sittings show {DATA} 2026-11-26"));
    assert!(
        shown.starts_with("2026-11-26\nFinished, with 6 answers.\n\nIt was finished with other")
    );
    let summary = json!(summary(&finished));
    assert!(shown.contains(summary[0].as_str().unwrap()), "{shown}");
    let shown: Value = serde_json::from_str(&told(&place, &format!("{show} 2026-11-26"))).unwrap();
    assert_eq!(shown["sittings"][0]["summary"], summary);
    assert_eq!(shown["sittings"][0]["report"], Value::Null);
}

#[test]
fn a_sitting_that_there_is_not_or_that_is_damaged_is_an_error() {
    let (place, _, finished) = sittings();
    keep(&place, "2026-11-26.json", &finished.replace("\"asked\"", "\"aksed\""));
    for name in ["2026-11-25", "x", "../../../a", "2026-11-26.json"] {
        let ran = did(&place, &format!("sittings show {DATA} {name}"));
        let said = format!("error: {name}: no sitting of that name is saved\n");
        assert_eq!((ran.code, ran.stdout.as_str()), (66, ""), "{name}");
        assert_eq!(ran.stderr, format!("{said}To see which are:\n  rolefit sittings\n"));
    }
    let ran = did(&place, &format!("sittings show {DATA} a.json"));
    let said = "error: a.json does not hold a saved sitting: it is something else\n\
                It is left as it is. Name another file.\n";
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (65, "", said));
    let ran = did(&place, &format!("sittings show {DATA} 2026-11-26"));
    assert_eq!((ran.code, ran.stdout.as_str()), (65, ""), "{}", ran.stderr);
    let path = place.path("state/rolefit/2026-11-26.json");
    assert_eq!(
        ran.stderr,
        format!(
            "error: {} does not hold a saved sitting: something in it has been changed by hand or \
             damaged\nIt is left as it is. To remove it:\n  rolefit sittings forget 2026-11-26\n",
            path.display()
        )
    );
}

#[test]
fn what_is_forgotten_is_what_was_named() {
    let (place, begun, finished) = sittings();
    keep(&place, "2026-11-26.json", &finished);
    keep(&place, "2026-11-26-2.json", &begun);
    keep(&place, "2026-11-25.damaged", "{");
    keep(&place, "sitting.json", &begun);
    keep(&place, ".rolefit-x", "half");
    keep(&place, "notes.json", "mine");
    let all = place.names("state/rolefit");
    let refused = did(&place, "sittings forget 2026-11-26");
    let said = "error: there is nobody to ask: add --yes to forget without asking\n";
    assert_eq!((refused.code, refused.stderr.as_str()), (2, said));
    // One wrong name, and nothing is removed.
    let refused = did(&place, "sittings forget --yes 2026-11-26 2026-11-27");
    assert_eq!(refused.code, 66, "{}", refused.stderr);
    assert_eq!(place.names("state/rolefit"), all);
    let removed = did(&place, "sittings forget --yes 2026-11-26 2026-11-25.damaged");
    let path = |name: &str| place.path("state/rolefit").join(name).display().to_string();
    let said =
        format!("removed {}\nremoved {}\n", path("2026-11-26.json"), path("2026-11-25.damaged"));
    assert_eq!((removed.code, removed.stderr), (0, said));
    assert_eq!(
        place.names("state/rolefit"),
        [".rolefit-x", "2026-11-26-2.json", "notes.json", "sitting.json"]
    );
    // All is all that this program has written, the half-written too.
    let removed = did(&place, "sittings forget --all --yes");
    assert_eq!(removed.stderr.matches("removed /").count(), 3, "{}", removed.stderr);
    assert_eq!((removed.code, place.names("state/rolefit")), (1, vec!["notes.json".to_owned()]));
    std::fs::remove_file(path("notes.json")).unwrap();
    let nothing = did(&place, "sittings forget --all");
    assert_eq!((nothing.code, nothing.stderr.as_str()), (0, "there was no saved sitting\n"));
    for arguments in ["sittings forget", "sittings forget --all x", "sittings --format json show x"]
    {
        assert_eq!(did(&place, arguments).code, 2, "{arguments}");
    }
}

/// What rolefit did not write stays, is named, and leads nowhere.
#[test]
#[cfg(unix)]
fn what_is_left_of_all_is_named_with_why() {
    use std::os::unix::fs::symlink;

    let (place, begun, finished) = sittings();
    let path = |name: &str| place.path("state/rolefit").join(name);
    keep(&place, "2026-11-26.json", &finished);
    keep(&place, ".rolefit-half", &begun[..40]);
    keep(&place, "notes.json", "mine");
    place.write("elsewhere.json", &begun);
    symlink(place.path("elsewhere.json"), path("2026-11-25.json")).unwrap();
    symlink(place.path("."), path(".rolefit-link")).unwrap();
    std::fs::create_dir(path("2026-11-24.json")).unwrap();
    keep(&place, "2026-11-24.json/inside", "mine");
    let made = std::process::Command::new("mkfifo").arg(path("2026-11-23.json")).status();
    assert!(made.unwrap().success());
    let left = [
        (".rolefit-link", "it is a link"),
        ("2026-11-23.json", "it is not a plain file"),
        ("2026-11-24.json", "it is a folder"),
        ("2026-11-25.json", "it is a link"),
        ("notes.json", "it is no file of rolefit"),
    ];
    let lines = left.map(|(name, why)| format!("  {}: {why}\n", path(name).display())).concat();
    let told = format!(
        "error: not everything in the folder of saved sittings is removed: 5 things are left \
         alone\nRemove by hand what should go:\n{lines}"
    );
    for (arguments, said) in [
        (
            "sittings forget --all --yes",
            format!(
                "removed {}\nremoved {}\n",
                path("2026-11-26.json").display(),
                path(".rolefit-half").display()
            ),
        ),
        ("sittings forget --all", "there was no saved sitting\n".to_owned()),
    ] {
        let ran = did(&place, arguments);
        assert_eq!((ran.code, ran.stderr), (1, format!("{said}{told}")), "{arguments}");
        assert_eq!(place.names("state/rolefit"), left.map(|(name, _)| name));
    }
    assert_eq!(place.read("elsewhere.json"), begun);
    assert_eq!(place.read("state/rolefit/2026-11-24.json/inside"), "mine");
}

#[test]
fn a_script_forgets_all_and_files_elsewhere() {
    let (place, begun, finished) = sittings();
    keep(&place, "2026-11-26.json", &finished);
    keep(&place, "sitting.json", &begun);
    let removed = did(&place, "sittings forget --all --yes");
    assert_eq!((removed.code, removed.stderr.lines().count()), (0, 2), "{}", removed.stderr);
    assert_eq!(place.names("state/rolefit"), [""; 0]);
    place.write("mine.json", &finished);
    let kept = did(&place, "sittings forget mine.json");
    let said = "error: there is nobody to ask: add --yes to forget without asking\n";
    assert_eq!((kept.code, kept.stderr.as_str()), (2, said));
    let of_the_same = did(&place, "sittings show mine.json --format json");
    assert_eq!(of_the_same.code, 0, "{}", of_the_same.stderr);
    let removed = did(&place, "sittings forget mine.json ./mine.json --yes");
    assert_eq!((removed.code, removed.stderr.as_str()), (0, "removed mine.json\n"));
    assert!(!place.path("mine.json").exists());
    place.write("notes.json", "mine");
    let refused = did(&place, "sittings forget notes.json --yes");
    assert_eq!((refused.code, place.read("notes.json").as_str()), (65, "mine"));
    assert!(refused.stderr.contains("notes.json does not hold a saved sitting: "));
    assert!(refused.stderr.ends_with("It is left as it is. Name another file.\n"));
}

#[test]
fn resume_takes_the_newest_unfinished_one_and_else_the_newest() {
    let (place, begun, finished) = sittings();
    let object = serde_json::to_string(journal(&finished).sitting()).unwrap();
    let other = object.replace("\"answer\":5", "\"answer\":1");
    keep(&place, "2026-11-26.json", &begun);
    keep(&place, "2026-11-26-2.json", &other);
    keep(&place, "2026-11-26-3.json", &finished);
    let resume = |more: &str| did(&place, &format!("quiz -q {DATA} --format json --resume {more}"));
    let score = |answers| told(&place, &format!("score {DATA} --format json --answers {answers}"));
    let unfinished = resume("");
    assert_eq!((unfinished.code, unfinished.stdout.as_str()), (130, ""));
    let go_on =
        format!("Every answer is saved. To go on:\n  rolefit quiz --resume 2026-11-26 {DATA}\n");
    assert!(unfinished.stderr.ends_with(&go_on), "{}", unfinished.stderr);
    std::fs::remove_file(place.path("state/rolefit/2026-11-26.json")).unwrap();
    let newest = resume("");
    assert_eq!((newest.code, &newest.stdout), (0, &score(ANSWERS)));
    let named = resume("2026-11-26-2");
    assert_eq!((named.code, &named.stdout), (0, &score("123414")));
    let unknown = resume("2026-11-26");
    assert_eq!(unknown.code, 66);
    assert!(unknown.stderr.starts_with("error: 2026-11-26: no sitting of that name is saved\n"));
    let both = did(&place, &format!("quiz {DATA} --resume 2026-11-26-2 --save s.json"));
    let said = "error: --resume NAME is for the usual folder: leave out --save\n";
    assert_eq!((both.code, both.stderr.as_str()), (2, said));
}

#[test]
fn a_finished_sitting_of_other_questions_is_not_gone_on_with_and_can_be_seen() {
    let (place, _, finished) = sittings();
    keep(&place, "2026-11-26.json", &finished);
    place.write("q.yaml", &place.read("q.yaml").replace("text: ", "text: Really "));
    let resumed = did(&place, &format!("quiz -q {DATA} --resume"));
    assert_eq!((resumed.code, resumed.stdout.as_str()), (65, ""));
    let see = "To see what came of it:\n  rolefit sittings show 2026-11-26\n";
    assert!(resumed.stderr.contains(see), "{}", resumed.stderr);
    let shown = told(&place, &format!("sittings show {DATA} 2026-11-26"));
    assert!(shown.contains("In short, it was then:\n\n"), "{shown}");
    assert_eq!(place.read("state/rolefit/2026-11-26.json"), finished);
}

#[test]
fn what_an_older_version_saved_is_gone_on_with() {
    let (place, begun, _) = sittings();
    // As version 0.1.0 wrote it, where it wrote it.
    let begun = serde_json::to_string(journal(&begun).sitting()).unwrap();
    let older = begun.replace("\"rolefit_sitting\":2", "\"rolefit_sitting\":1");
    assert_ne!(older, begun);
    keep(&place, "sitting.json", &older);
    assert!(told(&place, "sittings").starts_with("sitting\n  Not finished, with 2 answers.\n"));
    let quiz = format!("quiz -q {DATA} --format json --resume");
    let quiz = fed(&mut place.rolefit(&quiz), "3\n4\n5\n4\n");
    let score = told(&place, &format!("score {DATA} --format json --answers {ANSWERS}"));
    assert_eq!((quiz.code, quiz.stdout), (0, score));
    let shown = told(&place, &format!("sittings show {DATA} sitting"));
    assert_eq!(shown, told(&place, &format!("score {DATA} --answers {ANSWERS}")));
    assert_eq!(place.names("state/rolefit"), ["sitting.json"]);
}

#[test]
fn compare_takes_names_beside_files_and_a_file_of_that_name_wins() {
    let (place, begun, finished) = sittings();
    keep(&place, "2026-11-26.json", &finished);
    keep(&place, "2026-11-26-2.json", &begun);
    place.write("before", &format!("{{\"answers\": \"{ANSWERS}\"}}"));
    place.write("after", "{\"answers\": \"52----\"}");
    for format in ["text", "json"] {
        let compare = |two: &str| told(&place, &format!("compare {DATA} --format {format} {two}"));
        let files = compare("before after");
        assert_eq!(compare("2026-11-26 2026-11-26-2"), files);
        assert_eq!(compare("2026-11-26 after"), files);
    }
    let files = told(&place, &format!("compare {DATA} after after"));
    place.write("2026-11-26", "{\"answers\": \"52----\"}");
    let compared = did(&place, &format!("compare {DATA} 2026-11-26 after"));
    assert_eq!((compared.code, compared.stdout), (0, files));
    let said = "2026-11-26 is the file here, and not the saved sitting of that name\n";
    assert_eq!(compared.stderr, said);
    let neither = did(&place, &format!("compare {DATA} 2026-11-25 after"));
    assert_eq!(
        (neither.code, neither.stderr.as_str()),
        (
            66,
            "error: 2026-11-25: there is no such file, no saved sitting of that name, and it is \
             no answer code\n"
        )
    );
    std::fs::remove_file(place.path("2026-11-26")).unwrap();
    // Answers to other questions are compared as far as they are shared.
    place.write("q.yaml", &place.read("q.yaml").replacen("text: ", "text: Really ", 1));
    let compared = told(&place, &format!("compare {DATA} --format json 2026-11-26 2026-11-26"));
    let compared: Value = serde_json::from_str(&compared).unwrap();
    assert_eq!((&compared["basis"], &compared["shared"]), (&json!("shared-questions"), &json!(5)));
}

#[test]
fn a_damaged_sitting_is_kept_aside_and_told() {
    let (place, begun, finished) = sittings();
    let damaged = &finished[..60];
    keep(&place, "2026-11-26.json", damaged);
    keep(&place, "2026-11-26.damaged", "the first");
    keep(&place, "2026-11-25.json", &begun);
    keep(&place, "2026-11-24.json", "{\"rolefit_sitting\":9}");
    let quiz = fed(&mut place.rolefit(&format!("quiz {DATA} --resume")), "3\n4\n5\n4\n");
    assert_eq!(quiz.code, 0, "{}", quiz.stderr);
    let folder = place.path("state/rolefit");
    let said = format!(
        "{0}/2026-11-26.json: it breaks off in the middle. It is {0}/2026-11-26.damaged-2 now.",
        folder.display()
    );
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words(&quiz.stderr).contains(&said), "{}", quiz.stderr);
    assert_eq!(place.read("state/rolefit/2026-11-26.damaged-2"), damaged);
    assert_eq!(place.read("state/rolefit/2026-11-26.damaged"), "the first");
    // What a later version wrote is whole, and is left to it.
    assert_eq!(place.read("state/rolefit/2026-11-24.json"), "{\"rolefit_sitting\":9}");
}

#[test]
fn where_nothing_is_kept_a_file_can_still_be_named() {
    let (place, begun, _) = sittings();
    keep(&place, "2026-11-26.json", &begun);
    let never = |arguments: &str| {
        let mut command = place.rolefit(&format!("{arguments} {DATA}"));
        command.env("ROLEFIT_KEEP", "never");
        fed(&mut command, "5\nq\n")
    };
    let resumed = never("quiz --resume");
    let said = "error: --resume: nothing is kept here, as ROLEFIT_KEEP is never\n";
    assert_eq!((resumed.code, resumed.stderr.as_str()), (2, said));
    assert_eq!(never("quiz --save s.json").code, 130);
    assert!(place.path("s.json").exists());
    for wrong in ["nver", "no", "Never", "always"] {
        let mut command = place.rolefit(&format!("quiz {DATA}"));
        let ran = ran(command.env("ROLEFIT_KEEP", wrong));
        let said =
            format!("error: ROLEFIT_KEEP: \"{wrong}\" is not known: expected never, or nothing\n");
        assert_eq!((ran.code, ran.stderr), (2, said));
    }
    // Forgetting is possible all the same.
    let mut command = place.rolefit("sittings forget --all --yes");
    assert_eq!(ran(command.env("ROLEFIT_KEEP", "never")).code, 0);
    assert_eq!(place.names("state/rolefit"), [""; 0]);
}

#[test]
fn what_a_script_saves_stays_and_takes_no_ones_place() {
    let (place, _, finished) = sittings();
    let quiz = format!("quiz -q {DATA} --save s.json");
    let done = fed(&mut place.rolefit(&quiz), "5\n2\n3\n4\n5\n4\n");
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stderr.contains("Your result is kept, on this computer."), "{}", done.stderr);
    let own = place.read("s.json");
    let said = "error: --save: this file holds a finished sitting already: add --resume to see it \
                again, or remove it with rolefit sittings forget s.json\n";
    for held in [own, finished] {
        place.write("s.json", &held);
        let refused = fed(&mut place.rolefit(&quiz), "5\n2\n3\n4\n5\n4\n");
        assert_eq!((refused.code, refused.stderr.as_str()), (2, said));
        assert_eq!(place.read("s.json"), held);
        let again = did(&place, &format!("{quiz} --resume"));
        assert_eq!((again.code, place.read("s.json")), (0, held));
    }
}
