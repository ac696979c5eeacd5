//! Disks that are full, and disks that nothing can be written to.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::process::Command;
use std::sync::OnceLock;

use crate::support::place::{ANSWERS, Place};
use crate::support::ran::{Ran, ran};
use crate::support::tried::RUN;

/// What is done to the disk, and how the program speaks of it.
#[derive(Debug, Clone, Copy)]
struct Fault {
    done: &'static str,
    said: &'static str,
}

const FAULTS: [Fault; 2] = [
    Fault { done: "cat /dev/zero > disk/fill 2>/dev/null", said: "the disk is full" },
    Fault { done: "mount -o remount,bind,ro disk", said: "nothing can be written on this disk" },
];

/// How a disk of 64 kB is mounted here: as root, or as root of a namespace of
/// one's own; `None` where neither is allowed.
fn mounting() -> Option<&'static [&'static str]> {
    static WAY: OnceLock<Option<&'static [&'static str]>> = OnceLock::new();
    *WAY.get_or_init(|| {
        let ways: [&[&str]; 2] = [&["--mount"], &["--mount", "--map-root-user"]];
        let found = ways.into_iter().find(|way| {
            let tried = Command::new("unshare")
                .args(*way)
                .args(["mount", "-t", "tmpfs", "tmpfs", "/tmp"])
                .output();
            tried.is_ok_and(|tried| tried.status.success())
        });
        if found.is_none() {
            // Not through the test's own output, which nobody sees if it passes.
            let _ = std::io::stderr().write_all(
                b"\nNo disk can be mounted here: files that may not grow stand in for a full \
                  one and a read-only one. As root, the real ones are tried.\n",
            );
        }
        found
    })
}

impl Fault {
    /// Runs `before`, then does its harm to the folder `disk`, then runs `after`.
    /// The folder is as they left it in `left`; what the program said of the harm
    /// is in the place of its usual words if something else stood in for it.
    fn around(self, place: &Place, before: &str, after: &str) -> Ran {
        std::fs::create_dir(place.path("disk")).unwrap();
        let left = "code=$?; ulimit -f unlimited 2>/dev/null; mkdir left; cp -r disk/. left; \
                    rm -f left/fill; exit $code";
        let script = |mounted: &str, done: &str| {
            format!("{mounted}; ({before}) || exit 99; {done}; ({after}); {left}")
        };
        let Some(way) = mounting() else {
            let limited = format!("ulimit -f 0; {after}");
            let script = format!("({before}) || exit 99; ({limited}); {left}");
            let mut ran = place.shell(&script);
            ran.stderr =
                ran.stderr.replace("the file would be larger than is allowed here", self.said);
            return ran;
        };
        let mut command = place.command("unshare");
        let mounted = "mount -t tmpfs -o size=64k tmpfs disk || exit 98";
        command.args(way).args(["sh", "-c", &script(mounted, self.done)]);
        ran(&mut command)
    }
}

#[test]
fn a_result_that_cannot_be_written_is_told() {
    for (arguments, input) in RUN.iter().copied() {
        let place = Place::of_any_command();
        let mut command = place.rolefit(arguments);
        if !input.is_empty() {
            command.stdin(std::fs::File::open(place.path(input)).unwrap());
        }
        command.stdout(OpenOptions::new().write(true).open("/dev/full").unwrap());
        let ran = ran(&mut command);
        let said = "error: standard output: the disk is full\n";
        assert!(ran.stderr.starts_with(said), "{arguments}: {}", ran.stderr);
        assert_eq!(ran.code, 74, "{arguments}");
    }
}

#[test]
fn a_result_appears_whole_or_not_at_all_and_what_was_there_stays() {
    // These write their own, or take no file.
    let other = ["batch", "cohort", "form", "page", "init"];
    let results =
        RUN.iter().copied().filter(|(line, _)| !other.iter().any(|of| line.starts_with(of)));
    for ((arguments, input), fault) in results.flat_map(|run| FAULTS.map(|fault| (run, fault))) {
        let place = Place::of_any_command();
        let from = if input.is_empty() { String::new() } else { format!("< {input}") };
        let run = format!("$R {arguments} -o disk/out {from}");
        let ran = fault.around(&place, "echo before > disk/out", &run);
        assert_eq!((ran.code, ran.stdout.as_str()), (74, ""), "{run} {fault:?} {}", ran.stderr);
        let begins = ["error: --output: disk/out", "error: disk/out"];
        assert!(begins.iter().any(|of| ran.stderr.starts_with(of)), "{run} {}", ran.stderr);
        assert!(ran.stderr.contains(&format!(": {}\n", fault.said)), "{run} {}", ran.stderr);
        assert_eq!(
            (place.names("left"), place.read("left/out")),
            (vec!["out".to_owned()], "before\n".to_owned())
        );
    }
}

/// A device is written as it is, and named.
#[test]
fn a_device_that_takes_nothing_is_named() {
    for arguments in
        ["score --answers 523454", "batch rows.ndjson", "form csv", "page", "show roles"]
    {
        let place = Place::new();
        let data = "--questions q.yaml --careers c.yaml";
        let ran = ran(&mut place.rolefit(&format!("{arguments} -q -o /dev/full {data}")));
        let said = "error: /dev/full: the disk is full\n".to_owned();
        assert_eq!((ran.code, ran.stderr), (74, said), "{arguments}");
    }
}

#[test]
fn records_appear_whole_or_not_at_all_and_what_was_there_stays() {
    for fault in FAULTS {
        let place = Place::new();
        place.write("rows.ndjson", &crate::support::place::cohort(2_000));
        let ran = fault.around(
            &place,
            "echo before > disk/out.ndjson",
            "$R batch -q --questions q.yaml --careers c.yaml rows.ndjson -o disk/out.ndjson",
        );
        assert_eq!(ran.code, 74, "{fault:?} {}", ran.stderr);
        assert!(ran.stderr.ends_with(&format!(": {}\n", fault.said)), "{}", ran.stderr);
        assert_eq!(ran.stderr.lines().count(), 1, "{}", ran.stderr);
        assert_eq!(
            (place.names("left"), place.read("left/out.ndjson")),
            (vec!["out.ndjson".to_owned()], "before\n".to_owned())
        );
    }
}

/// A table that is sorted first, a workbook, and letters.
#[test]
fn what_is_for_people_appears_whole_or_not_at_all() {
    let written = ["--table --sort chance -o", "--format xlsx -o", "--letters"];
    for (options, fault) in written.into_iter().flat_map(|of| FAULTS.map(|fault| (of, fault))) {
        let place = Place::new();
        place.write("rows.ndjson", &crate::support::place::cohort(2_000));
        let batch = "$R batch -q --questions q.yaml --careers c.yaml rows.ndjson";
        let run = format!("{batch} {options} disk/out");
        let ran = fault.around(&place, "echo before > disk/out", &run);
        assert_eq!(ran.code, 74, "{options} {fault:?} {}", ran.stderr);
        assert!(ran.stderr.ends_with(&format!(": {}\n", fault.said)), "{}", ran.stderr);
        assert_eq!(
            (place.names("left"), place.read("left/out")),
            (vec!["out".to_owned()], "before\n".to_owned())
        );
    }
}

#[test]
fn the_pages_of_a_class_are_all_there_or_none() {
    for fault in FAULTS {
        let place = Place::new();
        place.write("rows.ndjson", &crate::support::place::cohort(20));
        let batch = "$R batch -q --questions q.yaml --careers c.yaml rows.ndjson";
        let ran = fault.around(&place, "true", &format!("{batch} --pages disk/pages"));
        assert_eq!(ran.code, 74, "{fault:?} {}", ran.stderr);
        assert!(ran.stderr.ends_with(&format!(": {}\n", fault.said)), "{}", ran.stderr);
        assert_eq!(place.names("left"), Vec::<String>::new(), "{fault:?}");
    }
}

#[test]
fn a_form_appears_whole_or_not_at_all_and_what_was_there_stays() {
    // Larger than what is left on the disk.
    let many = |count: usize| -> String {
        let line =
            |number| format!("  - {{id: q-{number}, text: Do {number}, interest: people}}\n");
        (0..count).map(line).collect()
    };
    for (kind, fault) in ["csv", "xlsx"].into_iter().flat_map(|kind| FAULTS.map(|of| (kind, of))) {
        let place = Place::new();
        place.write("many.yaml", &(crate::support::QUESTIONS.to_owned() + &many(900)));
        let ran = fault.around(
            &place,
            "echo before > disk/form",
            &format!("$R form {kind} -q --questions many.yaml --careers c.yaml -o disk/form"),
        );
        assert_eq!(ran.code, 74, "{kind} {fault:?} {}", ran.stderr);
        assert!(ran.stderr.ends_with(&format!(": {}\n", fault.said)), "{}", ran.stderr);
        assert_eq!(
            (place.names("left"), place.read("left/form")),
            (vec!["form".to_owned()], "before\n".to_owned())
        );
    }
}

#[test]
fn a_page_appears_whole_or_not_at_all_and_what_was_there_stays() {
    for fault in FAULTS {
        let place = Place::new();
        let ran = fault.around(
            &place,
            "echo before > disk/page",
            "$R page -q --questions q.yaml --careers c.yaml -o disk/page",
        );
        assert_eq!(ran.code, 74, "{fault:?} {}", ran.stderr);
        assert!(ran.stderr.ends_with(&format!(": {}\n", fault.said)), "{}", ran.stderr);
        assert_eq!(
            (place.names("left"), place.read("left/page")),
            (vec!["page".to_owned()], "before\n".to_owned())
        );
    }
}

#[test]
fn the_data_files_are_written_all_or_none() {
    for fault in FAULTS {
        let place = Place::new();
        // Room for the questions and not for the careers.
        let before = "mkdir disk/schemas; head -c 30000 /dev/zero > disk/room";
        let fault = Fault {
            done: if fault.done.starts_with("cat") { ":" } else { fault.done },
            said: fault.said,
        };
        let ran = fault.around(&place, before, "$R init disk");
        assert_eq!((ran.code, ran.stdout.as_str()), (74, ""), "{fault:?} {}", ran.stderr);
        assert!(ran.stderr.ends_with(&format!(": {}\n", fault.said)), "{}", ran.stderr);
        assert_eq!(place.names("left"), ["room", "schemas"]);
    }
}

#[test]
fn a_sitting_goes_on_and_the_answers_saved_before_stay() {
    let quiz = "$R quiz --plain --questions q.yaml --careers c.yaml --save disk/s.json";
    for fault in FAULTS {
        let place = Place::new();
        let before = format!("printf '5\\n2\\n' | {quiz} 2>/dev/null; cp disk/s.json saved");
        let after = format!("printf '3\\n4\\n' | {quiz} --resume");
        let ran = fault.around(&place, &before, &after);
        assert_eq!(ran.code, 130, "{fault:?} {}", ran.stderr);
        // None of the four is lost: each is saved, or in what is said.
        assert!(ran.stderr.contains("rolefit score --answers 5234--"), "{}", ran.stderr);
        assert_eq!(place.names("left"), ["s.json"]);
        let said = format!("Your answers are not being saved: {}.\n", fault.said);
        if ran.stderr.contains(&said) {
            assert_eq!(place.read("left/s.json"), place.read("saved"));
        } else {
            // There was room for two lines in the block that the file has.
            assert!(fault.said.contains("full"), "{}", ran.stderr);
            assert!(place.read("left/s.json").starts_with(&place.read("saved")));
            assert_eq!(place.read("left/s.json").lines().count(), 5);
        }
    }
}

#[test]
fn a_result_is_told_even_if_it_cannot_be_kept_and_what_was_saved_stays() {
    let quiz = "$R quiz --plain --questions q.yaml --careers c.yaml --save disk/s.json";
    let place = Place::new();
    let answers = "printf '5\\n2\\n3\\n4\\n5\\n'";
    let before = format!("{answers} | {quiz} 2>/dev/null; cp disk/s.json saved");
    let ran = FAULTS[1].around(&place, &before, &format!("echo 4 | {quiz} --resume"));
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("Your result\n"), "{}", ran.stdout);
    let said = format!("Your answers are not being saved: {}.\n", FAULTS[1].said);
    assert!(ran.stderr.contains(&said), "{}", ran.stderr);
    assert!(ran.stderr.contains("Not every answer is saved."), "{}", ran.stderr);
    assert!(!ran.stderr.contains("is kept"), "{}", ran.stderr);
    assert_eq!(place.names("left"), ["s.json"]);
    assert_eq!(place.read("left/s.json"), place.read("saved"));
}

#[test]
fn what_cannot_be_forgotten_is_told_and_what_can_be_read_is_listed() {
    // Without a disk of its own nothing stands in for one that is read-only.
    if mounting().is_none() {
        return;
    }
    let place = Place::new();
    let quiz = "$R quiz -q --plain --questions q.yaml --careers c.yaml --save s.json";
    let folder = "disk/rolefit";
    let before =
        format!("echo 5 | {quiz} 2>/dev/null; mkdir {folder}; cp s.json {folder}/2026-01-02.json");
    let sittings = "XDG_STATE_HOME=$PWD/disk $R sittings";
    let ran =
        FAULTS[1].around(&place, &before, &format!("{sittings}; {sittings} forget --all --yes"));
    assert!(
        ran.stdout.starts_with("2026-01-02\n  Not finished, with 1 answer.\n"),
        "{}",
        ran.stdout
    );
    assert_eq!(ran.code, 74, "{}", ran.stderr);
    assert!(
        ran.stderr.ends_with("2026-01-02.json: nothing can be written on this disk\n"),
        "{}",
        ran.stderr
    );
    assert_eq!(place.read("left/rolefit/2026-01-02.json"), place.read("s.json"));
}

#[test]
fn a_result_is_told_even_if_its_sheet_cannot_be_kept() {
    for fault in FAULTS {
        let place = Place::new();
        place.write("answers", ANSWERS);
        let quiz =
            "$R quiz -q --plain --questions q.yaml --careers c.yaml --write-sheet disk/k.json";
        let ran = fault.around(&place, ":", &format!("{quiz} < answers"));
        assert_eq!(ran.code, 74, "{fault:?} {}", ran.stderr);
        // Told before anything is asked, or with the result there to be copied.
        let said = format!("error: disk/k.json cannot be written: {}\n", fault.said);
        assert!(ran.stderr.starts_with(&said), "{}", ran.stderr);
        let is_told = ran.stdout.starts_with("Your result\n");
        assert!(is_told || ran.stdout.is_empty(), "{}", ran.stdout);
        assert_eq!(place.names("left"), Vec::<String>::new());
    }
}
