//! Nothing that a person answers leaves the machine: the program has no way to
//! any network.

use crate::support::ROLEFIT;
use crate::support::place::Place;
use crate::support::ran::ran;
use crate::support::tried::RUN;

/// The calls that lead to other machines, as the C library names them. A pair of
/// sockets (`socketpair`), over which a signal wakes whoever waits (`send`,
/// `sendmsg`), leads nowhere: without `socket` there is no other to send to.
/// `getpwuid` and its kin may ask a list of users on a network.
const CALLS: [&str; 14] = [
    "socket",
    "connect",
    "bind",
    "listen",
    "accept",
    "accept4",
    "getaddrinfo",
    "gethostbyname",
    "res_query",
    "getpwuid",
    "getpwuid_r",
    "getpwnam",
    "getpwnam_r",
    "getpwent",
];

/// The program is linked to the C library at run time, so each of its functions
/// that is ever called stands in it by name. This holds for what it is made of,
/// too, and for what no test runs.
#[test]
fn the_program_is_linked_to_no_call_of_a_network() {
    let names = linked();
    // The names are where they are looked for.
    assert!(names.contains(&"write".to_owned()), "{names:?}");
    for call in CALLS {
        assert!(!names.contains(&call.to_owned()), "the program is linked to {call}");
    }
}

/// The names by which the program asks for functions: a run of texts near the
/// beginning of its file, each ended by a zero, around one that is surely there.
fn linked() -> Vec<String> {
    let program = std::fs::read(ROLEFIT).unwrap();
    let known = b"\0sigaction\0";
    let at = program.windows(known.len()).position(|bytes| bytes == known).unwrap();
    let is_text = |byte: &u8| byte.is_ascii_graphic();
    let is_name = |pair: &[u8]| is_text(&pair[0]) || is_text(&pair[1]);
    let before = program[..=at].windows(2).rev().take_while(|pair| is_name(pair)).count();
    let after = program[at..].windows(2).take_while(|pair| is_name(pair)).count();
    let names = program[at - before..=at + after].split(|byte| *byte == 0);
    names.map(|name| String::from_utf8_lossy(name).into_owned()).collect()
}

#[test]
#[ignore = "needs strace; .ci/run installs and runs it"]
fn no_command_makes_a_call_to_a_network() {
    let traced = |place: &Place| {
        let mut command = place.command("strace");
        // The calls that make or name an end of a connection, as in `CALLS`.
        let calls = "trace=socket,connect,bind,listen,accept,accept4";
        // Only these calls stop a thread; without it each call of each thread does.
        command.args(["-f", "--seccomp-bpf", "-qq", "-e", calls]);
        command.args(["-e", "signal=none", "-o", "trace"]);
        command
    };
    // One that does is seen.
    let place = Place::new();
    ran(traced(&place).args(["--", "bash", "-c", "true < /dev/tcp/127.0.0.1/9"]));
    assert!(place.read("trace").contains("socket("), "{}", place.read("trace"));
    // Without a home, it is not looked for either.
    for ((arguments, input), has_home) in RUN.iter().flat_map(|of| [(of, true), (of, false)]) {
        let place = Place::of_any_command();
        let mut command = traced(&place);
        if !has_home {
            command.env_remove("HOME").env_remove("XDG_STATE_HOME");
        }
        command.arg("--").arg(ROLEFIT).args(arguments.split_whitespace());
        if !input.is_empty() {
            command.stdin(std::fs::File::open(place.path(input)).unwrap());
        }
        let ran = ran(&mut command);
        assert!(!has_home || (ran.code, ran.stderr.as_str()) == (0, ""), "{arguments}: {ran:?}");
        let trace = place.read("trace");
        let calls = trace.lines().filter(|line| !is_thread_left_at_the_end(line));
        assert_eq!(calls.collect::<Vec<_>>(), [""; 0], "{arguments}");
    }
}

/// True for a line of strace that tells of no call: the program ended while a thread
/// of it had been stopped before strace knew what for.
fn is_thread_left_at_the_end(line: &str) -> bool {
    let (_, told) = line.split_once(' ').unwrap_or_default();
    told.trim_start() == "???( <detached ...>"
}
