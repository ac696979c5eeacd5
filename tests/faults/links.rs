//! Links, pipes and devices where something is to be written.

use std::io::Write as _;
use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _, symlink};
use std::process::{Command, Stdio};

use crate::support::place::{ANSWERS, Place};
use crate::support::ran::{ended, fed, ran};
use crate::support::until;

const DATA: &str = "--questions q.yaml --careers c.yaml";

#[test]
fn a_link_is_never_followed_to_what_is_not_ours() {
    let place = Place::new();
    place.write("precious", "mine\n");
    symlink("precious", place.path("link")).unwrap();
    symlink("nowhere", place.path("dangling")).unwrap();
    std::fs::create_dir(place.path("new")).unwrap();
    symlink("../precious", place.path("new/careers.yaml")).unwrap();
    for (arguments, code) in [
        (format!("quiz --plain {DATA} --save link"), 65),
        (format!("quiz --plain {DATA} --resume --save link"), 65),
        ("sittings forget link --yes".to_owned(), 65),
        (format!("quiz --plain {DATA} --save dangling"), 65),
        (format!("quiz --plain {DATA} --write-sheet link"), 74),
        (format!("quiz --plain {DATA} --write-sheet dangling"), 74),
        (format!("batch {DATA} rows.ndjson -o link"), 74),
        ("init new".to_owned(), 74),
    ] {
        let ran = fed(&mut place.rolefit(&arguments), ANSWERS);
        assert_eq!(ran.code, code, "{arguments}: {}", ran.stderr);
        assert!(ran.stderr.contains("error: "), "{arguments}: {}", ran.stderr);
        assert_eq!(place.read("precious"), "mine\n", "{arguments}");
        assert!(!place.path("nowhere").exists(), "{arguments}");
        for name in ["link", "dangling", "new/careers.yaml"] {
            assert!(place.path(name).is_symlink(), "{arguments}: {name} is there as it was");
        }
    }
}

/// Someone puts a link into the place of the saved sitting between two answers.
#[test]
fn a_link_that_comes_later_is_not_followed_either() {
    let place = Place::new();
    place.write("precious", "mine\n");
    let saved = place.path("s.json");
    let mut command = place.rolefit(&format!("quiz --plain {DATA} --save s.json"));
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let mut keys = child.stdin.take().unwrap();
    keys.write_all(b"5\n").unwrap();
    let holds = |answer: &str| {
        std::fs::symlink_metadata(&saved).is_ok_and(|about| about.is_file())
            && std::fs::read_to_string(&saved).is_ok_and(|text| text.contains(answer))
    };
    until("the first answer is saved", || holds("\"answer\":5"));
    std::fs::remove_file(&saved).unwrap();
    symlink("precious", &saved).unwrap();
    keys.write_all(b"2\n").unwrap();
    drop(keys);
    let ended = ended(child);
    assert_eq!(ended.code, 130);
    // The link is someone else's: it stays, and the answers are in what is said.
    assert!(ended.stderr.contains("Your answers are not being saved"), "{}", ended.stderr);
    assert!(ended.stderr.contains("--answers 52----"), "{}", ended.stderr);
    assert!(saved.is_symlink());
    assert_eq!(place.read("precious"), "mine\n");
}

#[test]
fn a_saved_sitting_is_its_owners_alone_wherever_it_is() {
    let place = Place::new();
    let saved = fed(&mut place.rolefit(&format!("quiz --plain {DATA} --save s.json")), "5\n2\n");
    assert_eq!(saved.code, 130, "{}", saved.stderr);
    let mode = std::fs::metadata(place.path("s.json")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn records_go_into_a_pipe_and_the_pipe_stays_one() {
    let place = Place::new();
    assert!(Command::new("mkfifo").arg(place.path("pipe")).status().unwrap().success());
    let direct = ran(&mut place.rolefit(&format!("batch -q {DATA} rows.ndjson")));
    let piped = place.shell(&format!("cat pipe & $R batch -q {DATA} rows.ndjson -o pipe; wait"));
    assert_eq!((piped.stderr.as_str(), piped.stdout), ("", direct.stdout));
    assert!(std::fs::metadata(place.path("pipe")).unwrap().file_type().is_fifo());
    // A device, by a link to it: a file in its place would be a trap for others.
    symlink("/dev/null", place.path("device")).unwrap();
    let ran = ran(&mut place.rolefit(&format!("batch -q {DATA} rows.ndjson -o device")));
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(place.path("device").is_symlink());
}
