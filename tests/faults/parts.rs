//! Parts of a cohort that are longer than any, or made by another version.

use std::process::Stdio;

use crate::support::place::Place;
use crate::support::ran::ran;

const COHORT: &str = "cohort --questions q.yaml --careers c.yaml";

/// What a shell says of `script`, which pipes something endless into a merge in 100 MB.
#[track_caller]
fn refused(script: &str) -> String {
    let place = Place::new();
    let merge = format!("(ulimit -d 100000; exec $R {COHORT} --merge -)");
    let mut shell = place.command("sh");
    let piped = shell.args(["-c", &format!("{script} 2> ended | {merge}")]);
    let ran = ran(piped.stdin(Stdio::null()));
    assert_eq!((ran.code, ran.stdout.as_str()), (65, ""), "{script}: {}", ran.stderr);
    ran.stderr
}

/// What is counted is refused while it is read: texts, numbers, lists and groups.
#[test]
fn a_part_without_an_end_is_refused_while_it_is_read() {
    let too_long = "error: standard input: this is longer than a part of a cohort can be: with \
                    these questions and roles one has at most ";
    let endless = "tr '\\0' 7 < /dev/zero";
    for script in [
        format!("(printf '{{\"'; {endless})"),
        format!("(printf '{{\"catalogue\": \"'; {endless})"),
        format!("(printf '{{\"scored\": 1'; {endless})"),
        format!("(printf '{{\"all\": {{\"best\": [1'; {endless})"),
        "(printf '{\"all\": {\"best\": ['; yes 0,)".to_owned(),
        "(printf '{\"items\": {\"questions\": ['; yes '[],')".to_owned(),
        "(printf '{\"items\": {\"pairs\": ['; yes '[[],[[{}]]],')".to_owned(),
    ] {
        let said = refused(&script);
        assert!(said.starts_with(too_long), "{script}: {said}");
    }
}

#[test]
fn the_name_of_a_group_is_no_letter() {
    let place = Place::new();
    let fits = "n".repeat(1_024);
    place.write("rows.csv", &format!("site,sums,talk,mend\n{fits},1,2,4\n"));
    let part = place.shell(&format!("$R {COHORT} -q --by site --partial rows.csv > part"));
    assert_eq!((part.code, part.stderr.as_str()), (0, ""));
    let merged = place.shell(&format!("$R {COHORT} -q --private --merge part --format json"));
    assert!(merged.stdout.contains(&fits), "{}", merged.stderr);
    place.write("rows.csv", &format!("site,sums\n{fits}n,1\n"));
    let ran = place.shell(&format!("$R {COHORT} -q --by site rows.csv"));
    assert_eq!(ran.code, 2);
    assert_eq!(
        ran.stderr,
        "error: --by: there is a group whose name is longer than 1024 bytes: choose a column that \
         many people share, such as a site or a year\n"
    );
}

#[test]
fn long_paths_are_told_by_their_ends() {
    let place = Place::new();
    let long = "folder/".repeat(30);
    for (script, option) in [
        (format!("$R {COHORT} {long}rows.csv"), ""),
        (format!("$R {COHORT} --merge {long}rows.csv"), ""),
        (format!("$R score --answers 523454 --questions {long}rows.csv"), "--questions: "),
    ] {
        let ran = place.shell(&script);
        assert_eq!(ran.code, 66, "{script}");
        assert!(ran.stderr.starts_with(&format!("error: {option}…")), "{}", ran.stderr);
        let (path, why) = ran.stderr.split_once(": there").unwrap();
        assert!(path.ends_with("/folder/rows.csv") && path.chars().count() < 110, "{path}");
        assert_eq!(why, " is no such file: check its name, and which folder it is in\n");
    }
    place.shell(&format!("mkdir -p {long}; echo 'id: [' > {long}q.yaml"));
    let ran = place.shell(&format!("$R show --questions {long}q.yaml"));
    let arrow = ran.stderr.lines().find(|line| line.contains("--> ")).unwrap();
    assert!(arrow.contains("--> …") && arrow.contains("/folder/q.yaml"), "{arrow}");
    assert!(arrow.chars().count() < 100, "{arrow}");
}
