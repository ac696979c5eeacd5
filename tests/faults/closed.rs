//! Streams that are closed from the start.

use crate::support::place::Place;
use crate::support::tried::RUN;

/// Runs a command of [`RUN`] by a shell that closes a stream of it.
fn closed(arguments: &str, input: &str, stream: &str) -> crate::support::Ran {
    let place = Place::of_any_command();
    let from = if input.is_empty() { "/dev/null" } else { input };
    place.shell(&format!("exec $R {arguments} < {from} {stream}"))
}

#[test]
fn a_result_for_a_closed_output_is_told_as_lost() {
    let others = [("completions bash", ""), ("man", ""), ("--help", ""), ("--version", "")];
    for (arguments, input) in RUN.iter().copied().chain(others) {
        let ran = closed(arguments, input, ">&-");
        let said = "error: standard output: it is closed, and nothing can be written to it\n";
        assert_eq!(ran.code, 74, "{arguments}");
        // What was answered in a quiz is told as well.
        let is_told = if arguments.starts_with("quiz") {
            ran.stderr.starts_with(said)
        } else {
            ran.stderr == said
        };
        assert!(is_told, "{arguments}: {}", ran.stderr);
        // Nobody has to read what comes of it.
        let ran = closed(arguments, input, "> /dev/null");
        assert_eq!((ran.stderr.as_str(), ran.code), ("", 0), "{arguments}");
        let ran = closed(arguments, input, "1<> /dev/null");
        assert_eq!((ran.stderr.as_str(), ran.code), ("", 0), "{arguments}");
    }
}

/// What is said beside a result is lost, and the result is not.
#[test]
fn a_result_comes_even_if_nothing_can_be_said_beside_it() {
    for (arguments, input) in RUN.iter().copied() {
        let usual = closed(arguments, input, "");
        let ran = closed(arguments, input, "2>&-");
        // Each is in a folder of its own, which may be named.
        let length = |ran: &crate::support::Ran| (ran.code, ran.stdout.len());
        assert_eq!(length(&ran), length(&usual), "{arguments}");
    }
}
