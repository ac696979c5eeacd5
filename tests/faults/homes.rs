//! People without a home folder.

use crate::support::place::{ANSWERS, Place};
use crate::support::ran::{fed, ran};

/// Someone whom this machine does not know, and whose surroundings say nothing.
const NOBODY: [&str; 4] = ["--reuid", "54321", "--clear-groups", "--"];

#[test]
fn without_a_home_only_saving_is_not_possible() {
    let place = Place::new();
    let without = |arguments: &str| {
        let mut command = place.rolefit(arguments);
        command.env_remove("HOME").env_remove("XDG_STATE_HOME");
        command
    };
    let quiz = "quiz -q --plain --questions q.yaml --careers c.yaml";
    let sat = fed(&mut without(quiz), ANSWERS);
    assert_eq!((sat.code, sat.stderr.as_str()), (0, ""));
    assert!(sat.stdout.starts_with("Your result\n"), "{}", sat.stdout);
    let saved = fed(&mut without(&format!("{quiz} --save s.json")), "5\n");
    assert_eq!(saved.code, 130, "{}", saved.stderr);
    assert!(place.path("s.json").exists());
}

/// Without `HOME`, the home is the one that the system knows of its user; this
/// one it does not know.
#[test]
fn nobody_is_told_where_to_save() {
    let place = Place::new();
    let mut who = place.command("id");
    if ran(who.arg("-u")).stdout.trim() != "0" {
        // Only root can become somebody else, and everybody else has a home.
        return;
    }
    let no_home = "error: there is no home folder to save a sitting in: use --save FILE\n";
    for (arguments, code, said) in [
        ("quiz --resume --plain", 2, no_home),
        ("sittings forget --all", 0, "there was no saved sitting\n"),
    ] {
        let mut command = place.command("setpriv");
        command.args(NOBODY).arg(crate::support::ROLEFIT);
        command.args(arguments.split(' ')).env_remove("HOME").env_remove("XDG_STATE_HOME");
        let ran = ran(command.current_dir("/"));
        assert_eq!((ran.code, ran.stderr.as_str()), (code, said), "{arguments}");
    }
}

/// Such a folder would be another one wherever the program is started.
#[test]
fn a_state_folder_that_is_not_a_whole_path_does_not_count() {
    let place = Place::new();
    std::fs::create_dir_all(place.path("state/rolefit")).unwrap();
    place.write("state/rolefit/sitting.json", "thesis");
    let ran = ran(place.rolefit("sittings forget --all").env("XDG_STATE_HOME", "state"));
    assert_eq!((ran.code, ran.stderr.as_str()), (0, "there was no saved sitting\n"));
    assert_eq!(place.read("state/rolefit/sitting.json"), "thesis");
}
