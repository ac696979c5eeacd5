//! An option means one thing in the whole program.

use std::collections::BTreeSet;

use clap::error::ErrorKind;
use clap::{Arg, Command};

use super::Cli;

/// Every option, and its one meaning, which every command that takes it gives.
const MEANINGS: [(&str, &str); 67] = [
    ("adaptive", "Ask what tells most until your answers are clear enough"),
    (
        "against",
        "Set the cohort against an earlier one of other people, whose rows are in FILE; may be \
         repeated",
    ),
    (
        "against-catalogue",
        "The questions.yaml and careers.yaml in DIR are those of the earlier cohort",
    ),
    ("all", "Remove every saved sitting"),
    ("anonymous", "Number the respondents, and leave their names out"),
    ("answer", "The answer to one question; may be repeated"),
    ("answers", "One character a question, a digit or - for a skipped one; or an answer code"),
    (
        "by",
        "Also tell of each group of people with the same cell in this column of a table; \
         groups of which fewer than 10 can be matched are left out",
    ),
    ("careers", "Match against the careers in FILE instead of the built-in ones"),
    ("catalogue", "Use the questions.yaml and careers.yaml in DIR"),
    ("check", "Only say how the rows are understood"),
    (
        "chosen",
        "The column of the role that each person chose later, an id or a name: did it come true?",
    ),
    ("chosen-map", "Read in FILE which role a choice is, a line each: TEXT: ID"),
    ("color", "Whether to use colour"),
    ("columns", "Only these columns of the table, in this order, with commas between them"),
    ("decimals", "How many decimals chances have in the table, 1 to 9 [default: 3]"),
    ("deny-warnings", "Exit with 1 if there are warnings, too"),
    (
        "empty",
        "Write a small pair to begin with, every field explained, instead of the built-in one",
    ),
    ("excel", "Write the table so that Excel opens it with a double click"),
    ("explain", "Show what every interest and every answer adds to a role"),
    ("fit", "Estimate the noise and the signal of the answers, to paste into questions.yaml"),
    ("format", "How to write the result"),
    ("from", "How the rows are written [default: by the file's name or its first character]"),
    ("full", "Write whole reports, not brief records"),
    ("ids", "Ids in the place of names, for programs that read the table"),
    ("importance", "How much an interest counts, 0 to 5, where 1 is usual; may be repeated"),
    (
        "in-order-from",
        "Take the columns from COLUMN on as the questions in the order of questions.yaml",
    ),
    ("keep", "Carry these columns of a table through to the records, with commas between them"),
    ("lenient", "Take a cell that holds no answer as a skipped question, and count it"),
    ("letters", "Write the pages of all into FILE, to be printed in one go"),
    ("links", "List every link with its place, the longest unseen first, to be checked by hand"),
    ("listwise", "Also tell alpha of those who answered every question on the interest"),
    ("map", "Read in FILE which question a heading is, a line each: HEADING: ID"),
    (
        "merge",
        "Add up summaries that --partial wrote, instead of reading sheets; - for standard input",
    ),
    ("missing", "Words that stand for a skipped question, with commas between them"),
    ("no-result", "End with the answer code alone"),
    ("output", "Write the result to FILE, which appears when it is whole"),
    ("output-dir", "Write the pages of all commands into DIR instead"),
    ("pages", "Write a page for each person, and an index, into DIR, which has to be new or empty"),
    ("partial", "Write a summary that --merge can add to others"),
    ("plain", "Plain numbered lines, one line read a question: for screen readers and scripts"),
    ("private", "Leave no group and no figure out, for yourself alone"),
    ("questions", "Ask the questions in FILE instead of the built-in ones"),
    ("quiet", "Say nothing but the conversation, the result and errors"),
    ("respondent", "The column that names the respondents"),
    (
        "respondent",
        "Whose rows of a table: once for one person, twice for the earlier and the later",
    ),
    ("respondents", "Simulate N respondents, 1,000 to 1,000,000: more tell smaller differences"),
    (
        "resume",
        "Go on with the sitting called NAME [default: the newest unfinished one, else the newest]",
    ),
    (
        "return-to",
        "What to do with the answer code at the end, as in \"Send it to jo@example.org\"",
    ),
    ("save", "Save the sitting in FILE instead of the usual folder"),
    ("scale", "Words that are answers, such as \"Agree=5,Disagree=1\"; may be repeated"),
    ("scale-from", "The number of the lowest answer, if that is not 1"),
    ("separator", "What stands between the cells of the table"),
    ("short", "Ask only the short form"),
    ("sort", "Sort the table"),
    ("starting-point", "Where you start from"),
    ("strict", "Stop at the first row that cannot be scored"),
    ("strict-columns", "Refuse a table in which a question has no column"),
    ("table", "Write a table for people: the first role of each, how sure it is, whom to talk to"),
    ("threads", "Use no more than N threads, and never more than one a core"),
    ("top", "Show only the first N roles"),
    (
        "until",
        "With --adaptive: stop when the first three roles hold this chance, 0 to 1 [default: 0.8]",
    ),
    ("version", "Print version"),
    ("help", "Print help"),
    ("yes", "Remove without asking"),
    ("worksheet", "Read this worksheet of a workbook [default: the first with a question]"),
    ("write-sheet", "At the end, also write the answers to FILE as a sheet"),
];

/// Other names of options, with the name that the help gives.
const ALIASES: [(&str, &str); 1] = [("colour", "color")];

/// The letters of options.
const LETTERS: [(char, &str); 4] =
    [('V', "version"), ('h', "help"), ('o', "output"), ('q', "quiet")];

/// The program and its commands as they are used.
fn commands() -> Vec<Command> {
    let mut program = Cli::whole();
    program.build();
    let of = |command: &Command| command.get_subcommands().cloned().collect::<Vec<_>>();
    let of_it = of(&program);
    let of_them: Vec<Command> = of_it.iter().flat_map(of).collect();
    std::iter::once(program).chain(of_it).chain(of_them).collect()
}

fn options(command: &Command) -> impl Iterator<Item = (&str, &Arg)> {
    command.get_arguments().filter_map(|arg| Some((arg.get_long()?, arg)))
}

/// The first words of the help, which alone tells `-h` from `--help`.
fn meaning(name: &str, option: &Arg) -> String {
    let help = option.get_help().map(ToString::to_string).unwrap_or_default();
    if name == "help" { "Print help".to_owned() } else { help }
}

#[test]
fn an_option_means_one_thing_in_every_command() {
    let mut used = BTreeSet::new();
    for command in commands() {
        for (name, option) in options(&command) {
            let found = (name.to_owned(), meaning(name, option));
            let is_known = MEANINGS.iter().any(|known| *known == (&*found.0, &*found.1));
            assert!(is_known, "--{name} of {}: {}", command.get_name(), found.1);
            used.insert(found);
        }
    }
    let owned = |(name, meaning): &(&str, &str)| ((*name).to_owned(), (*meaning).to_owned());
    assert_eq!(used, MEANINGS.iter().map(owned).collect());
    assert_eq!(used.len(), MEANINGS.len(), "an option is listed twice");
    let names: BTreeSet<&str> = MEANINGS.iter().map(|(name, _)| *name).collect();
    assert_eq!(names.len(), MEANINGS.len() - 1, "none but respondent has two meanings");
}

#[test]
fn another_name_or_a_letter_stands_for_one_option() {
    let (mut aliases, mut letters) = (BTreeSet::new(), BTreeSet::new());
    for command in commands() {
        for (name, option) in options(&command) {
            let others = option.get_all_aliases().unwrap_or_default();
            aliases.extend(others.into_iter().map(|alias| (alias.to_owned(), name.to_owned())));
            letters.extend(option.get_short().map(|letter| (letter, name.to_owned())));
        }
    }
    assert_eq!(aliases, ALIASES.map(|(alias, name)| (alias.to_owned(), name.to_owned())).into());
    assert_eq!(letters, LETTERS.map(|(letter, name)| (letter, name.to_owned())).into());
    let listed = |alias: &str| MEANINGS.iter().any(|(name, _)| *name == alias);
    assert!(!ALIASES.iter().any(|(alias, _)| listed(alias)));
}

/// A value that no option takes but those of any text.
const NO_VALUE: &str = "no-value";

#[test]
fn no_value_is_refused_in_the_words_of_a_parser() {
    let mut program = Cli::definitions();
    program.build();
    for command in program.get_subcommands() {
        for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
            let Some(option) = arg.get_long() else { continue };
            let option = format!("--{option}={NO_VALUE}");
            let words = ["rolefit", command.get_name(), option.as_str()];
            let Err(error) = Cli::definitions().try_get_matches_from(words) else { continue };
            let is_ours = error.to_string().contains(": expected ");
            assert!(error.kind() != ErrorKind::ValueValidation || is_ours, "{error}");
        }
    }
}
