//! What a report of a fault needs.

use crate::support::Run;

#[test]
fn what_is_told_of_a_machine_says_nothing_about_a_person() {
    let run = Run::small(["doctor"])
        .env("HOME", "/home/jo-bloggs")
        .env("XDG_STATE_HOME", "/home/jo-bloggs/state")
        .env("SSH_CONNECTION", "192.0.2.7 1 192.0.2.8 22")
        .env("TERM", "dumb")
        .env("LC_ALL", "en_GB.UTF-8")
        .env("COLORTERM", "jo-bloggs")
        .env("NO_COLOR", "jo-bloggs' machine")
        .env("LANG", "/home/jo-bloggs/a/language/longer/than/any/that/there/is");
    let folder = run.folder().display().to_string();
    let told = run.told();
    for secret in ["jo-bloggs", "192.0", &folder] {
        assert!(!told.contains(secret), "{told}");
    }
    for line in [
        "Put these lines into a report of a fault. They say nothing about you.",
        "standard input: no terminal",
        "quiz: plain lines, as there is no terminal",
        "sittings: their folder is made when one is saved",
        "TERM: \"dumb\"",
        "LANG: set to something that is not told, as it is not known",
        "LC_ALL: \"en_GB.UTF-8\"",
        "HOME: set",
        "SSH_CONNECTION: set",
    ] {
        assert!(told.lines().any(|of| of == line), "{line} is not in {told}");
    }
    let catalogue = Run::small(["show", "--format", "json"]).json()["catalogue"].to_string();
    let files = format!("data files: named: 6 questions, 3 roles, {}", catalogue.trim_matches('"'));
    assert!(told.contains(&files), "{told}");
}

#[test]
fn mistakes_in_data_files_are_told_without_them() {
    let told = Run::with(["doctor"], "nonsense", "nonsense").told();
    assert!(told.contains(
        "data files: named: they have mistakes; rolefit audit with the same options names them\n"
    ));
    let told = Run::new(["doctor", "--catalogue", "jo-bloggs"]).told();
    assert!(told.contains(
        "data files: named: they cannot be read; rolefit audit with the same options says why\n"
    ));
}
