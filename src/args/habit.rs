//! What is new is tried like what is old: every command, format, and argument that names a
//! file is in the lists of the tests.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use clap::{Arg, Command};

use super::Cli;

#[path = "../../tests/support/tried.rs"]
#[expect(unreachable_pub, reason = "the tests of the whole program see it, too")]
mod tried;

/// Where the lists are.
const LISTS: &str = "tests/support/tried.rs";

/// The commands that do something, by their whole names.
fn commands() -> Vec<(String, Command)> {
    let mut program = Cli::whole();
    program.build();
    let mut found = Vec::new();
    let mut left: Vec<(String, Command)> = inner("", &program);
    while let Some((name, command)) = left.pop() {
        left.extend(inner(&name, &command));
        found.push((name, command));
    }
    found
}

fn inner(within: &str, command: &Command) -> Vec<(String, Command)> {
    let named =
        |of: &Command| (format!("{within} {}", of.get_name()).trim().to_owned(), of.clone());
    command.get_subcommands().filter(|of| of.get_name() != "help").map(named).collect()
}

/// The values that an option may have.
fn choices(arg: &Arg) -> Vec<String> {
    arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect()
}

/// Every command with each of its formats, or with none.
fn forms() -> BTreeSet<(String, String)> {
    let of = |(name, command): &(String, Command)| {
        let format = command.get_arguments().find(|arg| arg.get_id() == "format");
        let formats = format.map_or_else(|| vec![String::new()], choices);
        formats.into_iter().map(|format| (name.clone(), format)).collect::<Vec<_>>()
    };
    commands().iter().flat_map(of).collect()
}

fn owned((command, format): (&str, &str)) -> (String, String) {
    (command.to_owned(), format.to_owned())
}

#[test]
fn every_command_and_format_is_tried() {
    every_form_is_typed();
    every_form_is_run();
}

/// With texts made to do harm.
fn every_form_is_typed() {
    let typed: BTreeSet<_> =
        tried::TYPED.iter().map(|(command, format, _)| owned((command, format))).collect();
    for (command, format) in forms() {
        let is_tried = typed.contains(&(command.clone(), format.clone()));
        assert!(
            is_tried,
            "no text made to do harm reaches a terminal through `{command}` with the format \
             {format:?}: add it to TYPED in {LISTS}"
        );
    }
    for (command, format) in typed {
        // The program itself, and a form that is no format.
        let is_other = command == "rolefit" || (command == "cohort" && format.is_empty());
        let is_known = is_other || forms().contains(&(command.clone(), format.clone()));
        assert!(is_known, "`{command}` with the format {format:?} is in TYPED, and is none");
    }
}

/// With a fault at each of its writes.
fn every_form_is_run() {
    let run: BTreeSet<(String, String)> = tried::RUN.iter().map(|(line, _)| form(line)).collect();
    for (command, format) in forms() {
        let silent = tried::SILENT.iter().find(|(silent, _)| *silent == command);
        if let Some((_, test)) = silent {
            assert_test(test, &command);
            continue;
        }
        assert!(
            run.contains(&(command.clone(), format.clone())),
            "no write of `{command}` with the format {format:?} is tried with a full disk or a \
             closed pipe: add it to RUN in {LISTS}"
        );
    }
}

/// The command and the format of a line of arguments, as clap reads it.
fn form(line: &str) -> (String, String) {
    let words = std::iter::once("rolefit").chain(line.split_whitespace());
    let read = Cli::whole().try_get_matches_from(words);
    let read = read.unwrap_or_else(|error| unreachable!("{line} in RUN: {error}"));
    let (mut name, mut matches) = (String::new(), &read);
    while let Some((word, of)) = matches.subcommand() {
        name = format!("{name} {word}").trim().to_owned();
        matches = of;
    }
    let formats = commands().into_iter().find(|(of, _)| *of == name).map(|(_, of)| of);
    let formats = formats.and_then(|of| {
        of.get_arguments()
            .find(|arg| arg.get_id() == "format")
            .map(|arg| (arg.is_positional(), choices(arg)))
    });
    let has = formats.is_some();
    // Without the option a command writes in the first.
    let usual =
        || formats.filter(|(is_kind, _)| !is_kind).and_then(|(_, all)| all.into_iter().next());
    let raw = has.then(|| matches.get_raw("format")).flatten();
    let format = raw.and_then(|mut words| words.next()).map(|word| word.to_string_lossy());
    let format = format.map(Cow::into_owned);
    (name, format.or_else(usual).unwrap_or_default())
}

/// Every argument that names a file or a folder, with its command, once for each command.
fn file_arguments() -> Vec<(String, String)> {
    let path = clap::value_parser!(PathBuf).type_id();
    let of = |(name, command): (String, Command)| {
        let named = command.get_arguments().filter(|arg| arg.get_value_parser().type_id() == path);
        named.map(|arg| (name.clone(), arg.get_id().to_string())).collect::<Vec<_>>()
    };
    commands().into_iter().flat_map(of).collect()
}

#[test]
fn every_file_is_read_by_a_fuzz_target_or_meets_a_fault_when_it_is_written() {
    for (command, argument) in file_arguments() {
        let known = tried::FILES
            .iter()
            .find(|(of, name, ..)| (of.is_empty() || *of == command) && *name == argument);
        assert!(
            known.is_some(),
            "`{command}` takes a file as {argument}: say in FILES of {LISTS} which fuzz target \
             reads it, or which test of tests/faults lets its writes fail"
        );
    }
    for (command, argument, targets, test) in tried::FILES.iter().copied() {
        assert!(takes(command, argument), "`{command}` has no {argument}: take it out of FILES");
        assert!(!targets.is_empty() || !test.is_empty(), "{command} {argument}");
        for target in targets {
            assert_target(target);
        }
        if !test.is_empty() {
            assert_test(test, argument);
        }
    }
}

fn takes(command: &str, argument: &str) -> bool {
    let is_it = |name: &str| command.is_empty() || name == command;
    let mut found = commands().into_iter().filter(|(name, _)| is_it(name));
    found.any(|(_, of)| of.get_arguments().any(|arg| arg.get_id() == argument))
}

#[test]
fn every_form_that_can_be_chosen_for_reading_has_a_fuzz_target() {
    for (name, command) in commands() {
        for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
            let option = arg.get_id().as_str();
            if option == "format" || (tried::NO_FORMS.contains(&option)) || option == "command" {
                continue;
            }
            for value in choices(arg) {
                let known = tried::READERS.iter().find(|of| (of.0, of.1) == (option, &*value));
                assert!(
                    known.is_some(),
                    "`{name} --{option} {value}`: name the fuzz target that reads it in READERS \
                     of {LISTS}, or the option in NO_FORMS"
                );
            }
        }
    }
    for (_, _, target) in tried::READERS {
        assert_target(target);
    }
}

#[test]
fn every_fuzz_target_reads_what_the_program_reads() {
    let readers = tried::READERS.iter().map(|(_, _, target)| *target);
    let named: BTreeSet<&str> = tried::FILES
        .iter()
        .flat_map(|(_, _, targets, _)| targets.iter().copied())
        .chain(readers)
        .collect();
    for entry in fs::read_dir(root().join("fuzz/fuzz_targets")).into_iter().flatten().flatten() {
        let path = entry.path();
        let target = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        assert!(
            named.contains(&*target),
            "what reads as {target} does? say so in FILES of {LISTS}"
        );
    }
}

/// The target is there, is built, holds what it reads to laws, and has a corpus to begin with.
#[track_caller]
fn assert_target(target: &str) {
    let text = read(&format!("fuzz/fuzz_targets/{target}.rs"));
    assert!(
        text.contains("use rolefit_fuzz::"),
        "fuzz/fuzz_targets/{target}.rs is to hold what {target} reads to the laws of fuzz/src"
    );
    let built = read("fuzz/Cargo.toml").contains(&format!("name = \"{target}\""));
    assert!(built, "fuzz/Cargo.toml builds no {target}");
    let corpus = fs::read_dir(root().join("fuzz/corpus").join(target)).into_iter().flatten();
    assert!(corpus.count() >= 5, "fuzz/corpus/{target} is to have inputs to begin with");
}

/// A test of that name is in tests/faults.
#[track_caller]
fn assert_test(test: &str, of: &str) {
    let files = fs::read_dir(root().join("tests/faults")).into_iter().flatten().flatten();
    let texts = files.filter_map(|file| fs::read_to_string(file.path()).ok());
    let is_there = texts.into_iter().any(|text| text.contains(&format!("#[test]\nfn {test}()")));
    assert!(is_there, "no test of tests/faults is called {test}, which {LISTS} names for {of}");
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_default()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
