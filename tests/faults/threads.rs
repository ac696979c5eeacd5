//! A system that has no threads to give.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;

use crate::support::place::{Place, cohort};
use crate::support::ran::{Ran, ran};

const DATA: &str = "--questions q.yaml --careers c.yaml";

/// Runs the program as somebody who may have this one process and no thread more;
/// `None` if nobody else can be had, since root may have any number.
fn alone(place: &Place, arguments: &str) -> Option<Ran> {
    let mut who = place.command("id");
    if ran(who.arg("-u")).stdout.trim() != "0" {
        return None;
    }
    std::fs::set_permissions(place.path("."), Permissions::from_mode(0o777)).unwrap();
    let mut command = place.command("setpriv");
    command.args(["--reuid", "54321", "--clear-groups", "--", "prlimit", "--nproc=1"]);
    command.arg(crate::support::ROLEFIT).args(arguments.split(' '));
    Some(ran(&mut command))
}

#[test]
fn without_threads_the_same_comes_of_it_on_one() {
    let place = Place::new();
    place.write("many.ndjson", &cohort(3_000));
    for arguments in [
        format!("score {DATA} a.json"),
        format!("batch -q {DATA} many.ndjson"),
        format!("batch -q {DATA} many.ndjson -o out"),
        format!("cohort -q {DATA} many.ndjson"),
        format!("audit -q {DATA}"),
        "init new".to_owned(),
    ] {
        let usual =
            ran(&mut place.rolefit(&arguments.replace(" out", " usual").replace("new", "old")));
        let Some(alone) = alone(&place, &arguments) else { return };
        assert_eq!(
            (alone.code, alone.stderr.is_empty()),
            (usual.code, usual.stderr.is_empty()),
            "{arguments}: {}",
            alone.stderr
        );
        assert_eq!(alone.stdout, usual.stdout.replace("old/", "new/"), "{arguments}");
    }
    assert_eq!(place.read("out"), place.read("usual"));
}

#[test]
fn an_absurd_number_of_threads_is_cut_down() {
    let place = Place::new();
    place.write("many.ndjson", &cohort(1_000));
    for arguments in [format!("audit -q {DATA}"), format!("cohort -q {DATA} many.ndjson")] {
        let usual = ran(&mut place.rolefit(&arguments));
        for threads in ["10000", "1", "0", "-5", "many"] {
            // Ten thousand stacks would not fit.
            let script = format!("ulimit -v 2000000; exec $R {arguments}");
            let mut command = place.command("sh");
            let some = ran(command.args(["-c", &script]).env("RAYON_NUM_THREADS", threads));
            assert_eq!((some.code, some.stderr.as_str()), (0, ""), "{threads} {arguments}");
            assert_eq!(some.stdout, usual.stdout, "{threads} {arguments}");
        }
    }
}

#[test]
fn without_room_for_open_files_nothing_is_lost_without_a_word() {
    let place = Place::new();
    let usual = ran(&mut place.rolefit(&format!("batch -q {DATA} rows.ndjson"))).stdout;
    for files in 4..12 {
        for arguments in [
            format!("score {DATA} a.json"),
            format!("batch -q {DATA} rows.ndjson -o out"),
            format!("cohort -q {DATA} rows.ndjson"),
            format!("init new-{files}"),
        ] {
            let ran = place.shell(&format!("ulimit -n {files}; exec $R {arguments}"));
            let what = format!("{files}: {arguments}: {}", ran.stderr);
            assert!([0, 74].contains(&ran.code), "{what}");
            assert_eq!(ran.code == 74, ran.stderr.contains("Too many open files"), "{what}");
            if arguments.ends_with("out") && ran.code == 0 {
                assert_eq!(place.read("out"), usual);
            }
            let has_new = place.path(&format!("new-{files}")).exists();
            assert!(!arguments.starts_with("init") || has_new == (ran.code == 0), "{what}");
        }
    }
}
