//! Every command in the README does what stands below it.
//!
//! In a `console` block a line that begins with `$ ` is a command (`> ` goes on
//! with it), and the lines after it are what it prints, on both streams; `…`
//! stands for any number of lines. All blocks run in one folder, in order.
use std::env;
use std::fs;
use std::path::Path;

use crate::support::unset;
use tempfile::TempDir;

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

/// The texts of the fenced blocks of one language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let after = text.split(&fence).skip(1);
    after.map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

/// The commands of a block, each with what it is said to print.
fn session(block: &str) -> Vec<(String, Vec<String>)> {
    let mut session: Vec<(String, Vec<String>)> = Vec::new();
    for line in block.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            session.push((command.to_owned(), Vec::new()));
        } else if let Some(more) = line.strip_prefix("> ") {
            let command = &mut session.last_mut().unwrap().0;
            command.push('\n');
            command.push_str(more);
        } else {
            session.last_mut().unwrap().1.push(line.to_owned());
        }
    }
    session
}

/// Whether `printed` is what is said, `…` standing for any lines.
fn is_as_said(printed: &[&str], said: &[String]) -> bool {
    match said.split_first() {
        None => printed.is_empty(),
        Some((first, rest)) if first == "…" => {
            (0..=printed.len()).any(|at| is_as_said(&printed[at..], rest))
        }
        Some((first, rest)) => {
            printed.first().is_some_and(|line| line == first) && is_as_said(&printed[1..], rest)
        }
    }
}

#[test]
fn every_console_command_prints_what_stands_below_it() {
    let folder = TempDir::new().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_rolefit")).parent().unwrap();
    let path = format!("{}:{}", program.display(), env::var("PATH").unwrap());
    let mut ran = 0;
    for (command, said) in blocks(&readme(), "console").iter().flat_map(|block| session(block)) {
        let output = unset("sh")
            .args(["-c", &format!("exec 2>&1\n{command}")])
            .current_dir(&folder)
            .env("PATH", &path)
            .output()
            .unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        let lines: Vec<&str> = printed.lines().collect();
        assert!(
            is_as_said(&lines, &said),
            "$ {command}\nprints\n{printed}\nand not\n{}",
            said.join("\n")
        );
        ran += 1;
    }
    assert!(ran >= 6, "only {ran} commands were found");
}

#[test]
fn the_quiz_and_the_tests_are_one_command_each() {
    let commands: Vec<String> =
        blocks(&readme(), "sh").iter().map(|block| block.trim().to_owned()).collect();
    assert_eq!(commands, ["cargo run --release", "cargo test"]);
}

#[test]
fn every_option_and_command_that_is_named_exists() {
    let program = env!("CARGO_BIN_EXE_rolefit");
    let help = |arguments: &[&str]| {
        let output = unset(program).args(arguments).arg("--help").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let known: String = [
        vec![],
        vec!["quiz"],
        vec!["score"],
        vec!["show"],
        vec!["init"],
        vec!["audit"],
        vec!["compare"],
        vec!["batch"],
        vec!["cohort"],
        vec!["schema"],
    ]
    .iter()
    .map(|arguments| help(arguments))
    .collect();
    let readme = readme();
    let options = readme.split(|c: char| !c.is_alphanumeric() && c != '-');
    for option in options.filter(|word| word.starts_with("--") && !word.ends_with('-')) {
        let of_cargo = ["--release", "--path", "--bench"].contains(&option);
        assert!(of_cargo || known.contains(option), "{option} is in the README and not in --help");
    }
}
