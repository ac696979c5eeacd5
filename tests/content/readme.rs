//! Every command in the README and in the pages that it leads to does what stands below it.
//!
//! In a `console` block a line that begins with `$ ` is a command (`> ` goes on
//! with it), and the lines after it are what it prints, on both streams; `…`
//! stands for any number of lines. All blocks of a text run in one folder, in order.
//! A `python` block prints what is in the `text` block after it; that is tried where
//! there is a `python3`. `SNAPSHOTS=overwrite` writes anew what stands below each
//! command, and leaves out what was left out.

use std::path::Path;
use std::process::Output;
use std::{fs, io};

use tempfile::TempDir;

use crate::support::recorded::overwrites;
use crate::support::{Run, root, search_path, shipped, unset};

/// The texts whose commands are run.
const TEXTS: [&str; 4] = ["README.md", "docs/catalogue.md", "docs/evidence.md", "docs/scripts.md"];

fn readme() -> String {
    text(TEXTS[0])
}

fn text(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// The texts of the fenced blocks of one language.
fn blocks<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let fence = format!("```{language}\n");
    let after = text.split(fence.as_str()).skip(1);
    after.map(|rest| rest.split("```").next().unwrap()).collect()
}

/// A command of a block, its lines as they stand there, and what it is said to print.
struct Step {
    command: String,
    as_written: String,
    said: Vec<String>,
}

fn steps(block: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for line in block.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            let as_written = format!("{line}\n");
            steps.push(Step { command: command.to_owned(), as_written, said: Vec::new() });
        } else if let Some(more) = line.strip_prefix("> ") {
            let step = steps.last_mut().unwrap();
            step.command += &format!("\n{more}");
            step.as_written += &format!("{line}\n");
        } else {
            steps.last_mut().unwrap().said.push(line.to_owned());
        }
    }
    steps
}

/// Every command of these texts.
pub(super) fn commands() -> Vec<String> {
    let texts = TEXTS.map(text);
    let steps = texts.iter().flat_map(|text| blocks(text, "console")).flat_map(steps);
    steps.map(|step| step.command).collect()
}

const LEFT_OUT: &str = "…";

/// Whether `printed` is what is said, `…` standing for any lines.
fn is_as_said(printed: &[&str], said: &[String]) -> bool {
    match said.split_first() {
        None => printed.is_empty(),
        Some((first, rest)) if first == LEFT_OUT => {
            (0..=printed.len()).any(|at| is_as_said(&printed[at..], rest))
        }
        Some((first, rest)) => {
            printed.first().is_some_and(|line| line == first) && is_as_said(&printed[1..], rest)
        }
    }
}

/// What is printed, less what is left out of `said`: each part that is shown begins
/// where its first line stands now, and has as many paragraphs as before. The last
/// part ends where the output does.
fn shown_anew(printed: &[&str], said: &[String]) -> Vec<String> {
    let parts: Vec<&[String]> = said.split(|line| line == LEFT_OUT).collect();
    let mut shown = Vec::new();
    let mut at = 0;
    for (number, part) in parts.iter().enumerate() {
        if number > 0 {
            shown.push(LEFT_OUT.to_owned());
        }
        let Some(first) = part.first() else { continue };
        let is_last = number + 1 == parts.len();
        if is_last && number > 0 {
            at = printed.len().saturating_sub(part.len()).max(at);
        } else if number > 0 {
            let found = printed[at..].iter().position(|line| line == first);
            at +=
                found.unwrap_or_else(|| panic!("mend the README by hand: nothing prints {first}"));
        }
        let until = if is_last { printed.len() } else { at + length(&printed[at..], part) };
        shown.extend(printed[at..until].iter().map(|line| (*line).to_owned()));
        at = until;
    }
    shown
}

/// How many of the lines that are printed stand for those of `part`: as many
/// paragraphs, and of a last one that is cut short as many lines.
fn length(printed: &[&str], part: &[String]) -> usize {
    let blanks = part.iter().filter(|line| line.is_empty()).count();
    let open = part.iter().rev().take_while(|line| !line.is_empty()).count();
    let mut passed = 0;
    let whole = printed.iter().take_while(|line| {
        let is_before = passed < blanks;
        passed += usize::from(line.is_empty());
        is_before
    });
    let whole = whole.count();
    let last = printed[whole..].iter().take_while(|line| !line.is_empty()).count();
    // A paragraph of prose may have become a little longer; a list stays cut.
    whole + if last <= open + 2 && open > 0 { last } else { open.min(last) }
}

/// `block` with as many answers behind each `--answers` as there are questions: a
/// new one is skipped.
fn answer_every_question(block: &str) -> String {
    let count = shipped().questionnaire().questions.len();
    let mut parts = block.split("--answers ");
    let mut anew = parts.next().unwrap().to_owned();
    for part in parts {
        let given = part.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(part.len());
        let (digits, rest) = part.split_at(given);
        anew += &format!("--answers {digits:-<count$.count$}{rest}");
    }
    anew
}

#[test]
fn every_console_command_prints_what_stands_below_it() {
    for name in TEXTS {
        let anew = run_anew(name);
        if overwrites() && anew != text(name) {
            fs::write(root().join(name), anew).unwrap();
        }
    }
}

/// The text of this name with what its commands print now, which is what stands there
/// unless it is to be written anew.
fn run_anew(name: &str) -> String {
    let folder = TempDir::new().unwrap();
    let mut text = text(name);
    println!("{name}:");
    for block in blocks(&text.clone(), "console") {
        let block_now = if overwrites() { answer_every_question(block) } else { block.to_owned() };
        let anew: String =
            steps(&block_now).into_iter().map(|step| step_anew(step, folder.path())).collect();
        text = text.replacen(block, &anew, 1);
    }
    with_python_tried(text, folder.path())
}

fn step_anew(step: Step, folder: &Path) -> String {
    let output = ran_in(folder, &["sh", "-c", &format!("exec 2>&1\n{}", step.command)]).unwrap();
    let said = said_anew(&format!("$ {}", step.command), &output, step.said);
    said.iter().fold(step.as_written, |anew, line| anew + line + "\n")
}

/// Runs a command on a path where `rolefit` is the program under test.
fn ran_in(folder: &Path, command: &[&str]) -> io::Result<Output> {
    unset(command[0]).args(&command[1..]).current_dir(folder).env("PATH", search_path()).output()
}

/// The lines that are to stand below `command`, which printed `output`. They are those that
/// are `said`, unless they are to be written anew.
#[track_caller]
fn said_anew(command: &str, output: &Output, said: Vec<String>) -> Vec<String> {
    let printed = String::from_utf8_lossy(&output.stdout);
    let lines: Vec<&str> = printed.lines().collect();
    let is_right = is_as_said(&lines, &said);
    let lost = said.iter().filter(|line| *line != LEFT_OUT && !lines.contains(&line.as_str()));
    let lost: Vec<&str> = lost.map(String::as_str).collect();
    assert!(
        is_right || overwrites(),
        "{command}\nprints\n{}\n…\nand not, or not in this order\n{}\nIf this is as it should be, run \
         SNAPSHOTS=overwrite cargo test --test content readme",
        lines[..lines.len().min(20)].join("\n"),
        if lost.is_empty() { said.join("\n") } else { lost.join("\n") }
    );
    if is_right { said } else { shown_anew(&lines, &said) }
}

/// `text` after its examples in Python were run, with what they print. Without a `python3`
/// it is as it was: `.ci/wheel` runs them, too.
fn with_python_tried(text: String, folder: &Path) -> String {
    if !ran_in(folder, &["python3", "--version"]).is_ok_and(|output| output.status.success()) {
        return text;
    }
    let mut anew = text.clone();
    for example in blocks(&text, "python") {
        let (_, after) = text.split_once(example).unwrap();
        let below = blocks(after, "text")[0];
        let output = ran_in(folder, &["python3", "-c", example]).unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && errors.is_empty(), "{example}\nfails: {errors}");
        let said = said_anew(example, &output, below.lines().map(str::to_owned).collect());
        let told: String = said.iter().map(|line| format!("{line}\n")).collect();
        anew = anew.replacen(below, &told, 1);
    }
    anew
}

#[test]
fn every_text_has_commands() {
    for name in TEXTS {
        assert!(!blocks(&text(name), "console").is_empty(), "{name}");
    }
    assert!(readme().lines().count() < 350, "the rest belongs into docs");
}

#[test]
fn what_is_left_out_stays_left_out_when_a_block_is_written_anew() {
    let lines = |text: &'static str| text.split('/').collect::<Vec<_>>();
    for (printed, said, anew) in [
        ("a/b//c/d", "a/b//…", "a/b//…"),
        ("a/b/b//c/d", "a/b//…/c/d", "a/b/b//…/c/d"),
        ("{/1/2/3/4/5/6}", "{/1/…", "{/1/…"),
        ("x/y//k/1/2/3//z", "w/y//…/k/1//…", "x/y//…/k/1/2/3//…"),
        ("one/two/three//four", "one/2/…", "one/two/three/…"),
        ("a/b/c/d/e/f/end", "a/b/x/…/end", "a/b/c/…/end"),
        ("a/b", "c", "a/b"),
    ] {
        let said: Vec<String> = lines(said).into_iter().map(str::to_owned).collect();
        assert_eq!(shown_anew(&lines(printed), &said), lines(anew), "{printed} for {said:?}");
    }
}

/// What the prose says in figures of its own is what stands in the blocks, which
/// are what is printed.
#[test]
fn the_figures_of_the_prose_are_those_that_are_printed() {
    let (readme, catalogue) = (readme(), shipped());
    let questions = &catalogue.questionnaire().questions;
    let count = questions.len();
    let said = number_word(count);
    let counted = format!("{said} questions, one key each");
    assert!(readme.contains(&counted), "README.md: write by hand {counted:?}");
    let short = questions.iter().filter(|question| question.short).count();
    let is_half = (2 * short).abs_diff(count) <= count / 10;
    assert!(!readme.contains("asks half the questions") || is_half, "{short} of {count}");
    let evidence = text("docs/evidence.md");
    let figure = |before: &str, after: &str| -> f64 {
        let (_, rest) = evidence.split_once(before).unwrap();
        rest.split_once(after).unwrap().0.parse().unwrap()
    };
    assert!(readme.contains("a person's best role less than half the time"));
    assert!(figure("The truly best role comes first for ", "% of") < 50.0);
    let (_, ratios) = readme.split_once("How fast, as ratios").unwrap();
    let (ratios, _) = ratios.split_once("\n\n").unwrap();
    let measured = text("docs/speed.md");
    let is_figure = |word: &&str| word.contains('.') && word.parse::<f64>().is_ok();
    let figures: Vec<&str> = ratios
        .split(|c: char| c.is_whitespace() || ",;:()".contains(c))
        .filter(is_figure)
        .collect();
    assert!(!figures.is_empty());
    for figure in figures {
        let is_there = measured.split([' ', '\n']).any(|word| word == figure);
        assert!(is_there, "README.md: benches/figures did not measure {figure}");
    }
    let within = "what it says of its own certainty is true to within a percentage point";
    assert!(readme.split_whitespace().collect::<Vec<_>>().join(" ").contains(within));
    assert!(figure("Expected calibration error: ", "%.") < 1.0);
}

/// `Forty` for 40; up to ninety-nine.
fn number_word(number: usize) -> String {
    const TENS: [&str; 10] =
        ["", "Ten", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];
    const ONES: [&str; 10] =
        ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let (tens, ones) = (TENS[number / 10], ONES[number % 10]);
    format!("{tens}{}{ones}", if ones.is_empty() { "" } else { "-" })
}

#[test]
fn the_quiz_and_the_tests_are_one_command_each() {
    let commands: Vec<String> =
        blocks(&readme(), "sh").iter().map(|block| block.trim().to_owned()).collect();
    assert_eq!(commands, ["cargo run --release", "cargo test"]);
}

#[test]
fn every_option_that_is_named_exists() {
    let help = Run::shipped(["--help"]).told();
    let commands = super::program::commands();
    let helps = commands.iter().map(|command| Run::shipped([command, "--help"]).told());
    let known = help.clone() + &helps.collect::<String>();
    for name in TEXTS {
        let text = text(name);
        let options = text.split(|c: char| !c.is_alphanumeric() && c != '-');
        for option in options.filter(|word| word.starts_with("--") && !word.ends_with('-')) {
            let of_cargo = ["--release", "--path", "--bench"].contains(&option);
            assert!(of_cargo || known.contains(option), "{option} of {name} is not in --help");
        }
    }
}
