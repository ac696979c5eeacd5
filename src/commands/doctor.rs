//! `rolefit doctor`: what a maintainer needs to know of a machine, and nothing about a person.

use std::env::{self, consts};
use std::io::{self, IsTerminal};
use std::path::Path;
use std::{fs, thread};

use crate::args::{DoctorArgs, VERSION};
use crate::failure::Failure;
use crate::files::{self, Salvaged};
use crate::output::{Output, is_plain_wanted};
use crate::saving::SittingsFolder;
use crate::terminal;
use crate::text::TerminalText;

/// A variable, and whether a value of it is a usual one.
type Variable = (&'static str, fn(&str) -> bool);

/// What is told of the environment with its value, where that is one of these.
const WITH_VALUE: [Variable; 13] = [
    ("TERM", is_terminal_name),
    ("TERM_PROGRAM", is_terminal_name),
    ("TERM_PROGRAM_VERSION", is_number),
    ("COLORTERM", |value| ["truecolor", "24bit", "yes", "1"].contains(&value)),
    ("COLUMNS", is_number),
    ("NO_COLOR", is_number),
    ("CLICOLOR_FORCE", is_number),
    ("LC_ALL", is_locale),
    ("LC_CTYPE", is_locale),
    ("LANG", is_locale),
    ("RAYON_NUM_THREADS", is_number),
    ("ROLEFIT_KEEP", |value| value == "never"),
    ("ROLEFIT_PLAIN", is_number),
];

/// A version, a count or a flag; the empty value is one.
fn is_number(value: &str) -> bool {
    value.len() <= 10 && value.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// What terminals call themselves, and what they add for what they can.
const TERMINALS: &str = "alacritty ansi Apple_Terminal cygwin dumb foot ghostty Hyper iTerm.app kitty \
     konsole linux msys rxvt screen st tmux unknown vscode vt100 vt220 WezTerm xterm zed";
const ABILITIES: &str =
    "-256color -color -direct -kitty -ghostty -unicode -unicode-256color -16color";

fn is_terminal_name(value: &str) -> bool {
    let name = value.find('-').map_or((value, ""), |at| value.split_at(at));
    let is_in = |list: &str, word: &str| list.split(' ').any(|of| of == word);
    is_in(TERMINALS, name.0) && (name.1.is_empty() || is_in(ABILITIES, name.1))
}

/// A language, perhaps with a country, and how it is encoded: `en_GB.UTF-8`.
fn is_locale(value: &str) -> bool {
    let (language, encoding) = value.split_once('.').unwrap_or((value, "UTF-8"));
    let parts: Vec<&str> = language.split('_').collect();
    let is_language = match parts[..] {
        ["C" | "POSIX" | ""] => true,
        [language] => language.len() == 2 && language.chars().all(|c| c.is_ascii_lowercase()),
        [language, country] => {
            is_locale(language)
                && country.len() == 2
                && country.chars().all(|c| c.is_ascii_uppercase())
        }
        _ => false,
    };
    is_language && ["UTF-8", "utf8", "ISO-8859-1", "ISO-8859-15"].contains(&encoding)
}

/// Others, which may hold a name or a path: only that they are set is told.
const WITHOUT_VALUE: [&str; 9] = [
    "ROLEFIT_CATALOGUE",
    "XDG_STATE_HOME",
    "HOME",
    "LOCALAPPDATA",
    "SSH_CONNECTION",
    "TMUX",
    "WT_SESSION",
    "WSL_DISTRO_NAME",
    "PSModulePath",
];

pub(crate) fn run(args: &DoctorArgs, output: &mut Output) -> Result<(), Failure> {
    let mut lines = vec![
        "Put these lines into a report of a fault. They say nothing about you.".to_owned(),
        String::new(),
    ];
    let facts = [
        ("rolefit", VERSION.to_owned()),
        ("built for", built_for()),
        ("system", system()),
        ("standard input", stream(&io::stdin())),
        ("standard output", stream(&io::stdout())),
        ("error stream", stream(&io::stderr())),
        ("size", size()),
        ("colour", color(output).to_owned()),
        ("quiz", quiz().to_owned()),
        ("data files", data_files(args)),
        ("sittings", sittings()),
    ];
    lines
        .extend(facts.into_iter().chain(variables()).map(|(name, told)| format!("{name}: {told}")));
    output.result(&TerminalText::each_on_a_line(lines))
}

fn built_for() -> String {
    let profile = if cfg!(debug_assertions) { "for development" } else { "for release" };
    format!("{}, {profile}", env!("ROLEFIT_TARGET"))
}

fn system() -> String {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    format!("{} on {}, {cores} core{}", consts::OS, consts::ARCH, if cores == 1 { "" } else { "s" })
}

fn stream(stream: &impl IsTerminal) -> String {
    if stream.is_terminal() { "a terminal" } else { "no terminal" }.to_owned()
}

fn size() -> String {
    // Where there is none, another program would be asked.
    let is_somewhere = io::stdout().is_terminal() || io::stderr().is_terminal();
    let size = if is_somewhere { terminal::size() } else { None };
    size.map_or_else(
        || "not known".to_owned(),
        |size| format!("{} columns, {} rows", size.columns, size.rows),
    )
}

fn color(output: &Output) -> &'static str {
    if output.is_colored() { "used in results" } else { "not used in results" }
}

/// How the quiz would ask.
fn quiz() -> &'static str {
    let on_terminal = io::stdin().is_terminal() && io::stderr().is_terminal();
    match (on_terminal, is_plain_wanted()) {
        (true, false) => "one key a question",
        (true, true) => "plain lines, as TERM or ROLEFIT_PLAIN says",
        (false, _) => "plain lines, as there is no terminal",
    }
}

/// The questions and careers in use, without their place.
fn data_files(args: &DoctorArgs) -> String {
    let named = if files::is_builtin(&args.files) { "built in" } else { "named" };
    let paths = [args.files.questions(), args.files.careers()];
    // A pipe would be waited for.
    let is_no_file = |path: &Path| fs::metadata(path).is_ok_and(|about| !about.is_file());
    if paths.into_iter().flatten().any(is_no_file) {
        return format!("{named}: they are no files");
    }
    match files::salvage(&args.files) {
        Ok(Salvaged { catalogue: Some(catalogue), problems, misfit: None })
            if problems.is_empty() =>
        {
            let questions = catalogue.questionnaire().questions.len();
            let roles = catalogue.careers().roles.len();
            format!("{named}: {questions} questions, {roles} roles, {}", catalogue.fingerprint())
        }
        Ok(_) => {
            format!("{named}: they have mistakes; rolefit audit with the same options names them")
        }
        Err(_) => {
            format!("{named}: they cannot be read; rolefit audit with the same options says why")
        }
    }
}

/// Whether sittings can be saved, without their folder's place.
fn sittings() -> String {
    let Some(folder) = SittingsFolder::usual() else {
        return "not saved: there is no folder for them".to_owned();
    };
    match fs::metadata(folder.path()) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            "their folder is made when one is saved".to_owned()
        }
        Err(error) => format!("their folder cannot be seen: {}", error.kind()),
        // A file without a name, or one that goes at once.
        Ok(_) => match tempfile::tempfile_in(folder.path()) {
            Ok(_) => "their folder can be written".to_owned(),
            Err(error) => format!("their folder cannot be written: {}", error.kind()),
        },
    }
}

/// What is set of the environment.
fn variables() -> impl Iterator<Item = (&'static str, String)> {
    let values = WITH_VALUE.into_iter().filter_map(|(name, is_known)| {
        let value = env::var_os(name)?;
        let known = value.to_str().filter(|value| is_known(value));
        let told = known.map_or_else(
            || "set to something that is not told, as it is not known".to_owned(),
            |value| format!("\"{value}\""),
        );
        Some((name, told))
    });
    let set = WITHOUT_VALUE
        .into_iter()
        .filter(|name| env::var_os(name).is_some())
        .map(|name| (name, "set".to_owned()));
    values.chain(set)
}
