//! `rolefit doctor`: what a maintainer needs to know of a machine, and nothing about a person.

use std::env::{self, consts};
use std::io::{self, IsTerminal};
use std::{fs, thread};

use rolefit_engine::telling::Clean;

use crate::args::DoctorArgs;
use crate::failure::Failure;
use crate::files::{self, Salvaged};
use crate::output::{Output, is_plain_wanted};
use crate::saving::SittingsFolder;
use crate::terminal;
use crate::text::TerminalText;

/// What is told of the environment with its value: none of these holds a name or a path.
const WITH_VALUE: [&str; 14] = [
    "TERM",
    "TERM_PROGRAM",
    "TERM_PROGRAM_VERSION",
    "COLORTERM",
    "COLUMNS",
    "NO_COLOR",
    "CLICOLOR_FORCE",
    "LC_ALL",
    "LC_CTYPE",
    "LANG",
    "RAYON_NUM_THREADS",
    "ROLEFIT_KEEP",
    "ROLEFIT_PLAIN",
    "CI",
];

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
        ("rolefit", env!("ROLEFIT_VERSION").to_owned()),
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
    let is_somewhere = io::stdout().is_terminal() || io::stderr().is_terminal();
    terminal::size().filter(|_| is_somewhere).map_or_else(
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
    match files::salvage(&args.files) {
        Ok(Salvaged { catalogue: Some(catalogue), problems, misfit: None })
            if problems.is_empty() =>
        {
            let questions = catalogue.questionnaire().questions.len();
            let roles = catalogue.careers().roles.len();
            format!("{named}: {questions} questions, {roles} roles, {}", catalogue.fingerprint())
        }
        Ok(_) => format!("{named}: they have mistakes; rolefit audit names them"),
        Err(_) => format!("{named}: they cannot be read; rolefit audit says why"),
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
    /// More than these characters are no usual value.
    const MOST: usize = 40;
    let values = WITH_VALUE.into_iter().filter_map(|name| {
        let value = env::var_os(name)?.to_string_lossy().into_owned();
        let is_short = value.chars().count() <= MOST;
        let shown = if is_short { format!("\"{}\"", Clean::from(value)) } else { "set".to_owned() };
        Some((name, shown))
    });
    let set = WITHOUT_VALUE
        .into_iter()
        .filter(|name| env::var_os(name).is_some())
        .map(|name| (name, "set".to_owned()));
    values.chain(set)
}
