//! What `--help` and the manual end with.

/// A part of the help after the options: its title, and its lines.
pub(crate) struct HelpSection {
    /// The heading in `--help`.
    pub(crate) title: &'static str,
    /// The heading in the manual, as manuals call it.
    pub(crate) in_manual: &'static str,
    /// What something is called, and what is said of it.
    pub(crate) entries: &'static [(&'static str, &'static str)],
}

/// How the program ends.
const EXIT_CODES: HelpSection = HelpSection {
    title: "Exit codes",
    in_manual: "EXIT STATUS",
    entries: &[
        ("0", "done"),
        (
            "1",
            "rows were rejected, nobody could be matched, the audit found errors, or not all was forgotten",
        ),
        ("2", "usage, or no terminal and no answers"),
        ("65", "bad data"),
        ("66", "no such input"),
        ("70", "a fault of rolefit itself"),
        ("74", "input or output failed"),
        ("130", "interrupted; the answers are kept"),
    ],
};

/// The variable that every command on questions and careers looks at.
const CATALOGUE: (&str, &str) =
    ("ROLEFIT_CATALOGUE", "if not empty, the folder that is used as with --catalogue");

/// What of the environment matters to them all.
const FILES_ENVIRONMENT: HelpSection =
    HelpSection { title: "Environment", in_manual: "ENVIRONMENT", entries: &[CATALOGUE] };

/// What of the environment matters to the quiz.
const ENVIRONMENT: HelpSection = HelpSection {
    title: "Environment",
    in_manual: "ENVIRONMENT",
    entries: &[
        ("ROLEFIT_PLAIN", "if not empty, the quiz asks as with --plain, and no text has bars"),
        (
            "ROLEFIT_KEEP",
            "if never, nothing is saved, unfinished answers neither (but --save FILE is)",
        ),
        CATALOGUE,
        ("NO_COLOR", "if not empty, colour is used only with --color always"),
        ("COLUMNS", "the width of text that goes into a file or a pipe"),
    ],
};

/// What the program keeps.
const FILES: HelpSection = HelpSection {
    title: "Files",
    in_manual: "FILES",
    entries: &[
        ("$XDG_STATE_HOME/rolefit/", "your saved sittings, for you alone, each called by its date"),
        ("~/.local/state/rolefit/", "the same where XDG_STATE_HOME is not set"),
    ],
};

/// The sections that the help of a command ends with; the program itself has
/// those of the quiz.
pub(crate) fn sections(command: &str) -> &'static [HelpSection] {
    match command {
        "rolefit" | "quiz" => &[EXIT_CODES, ENVIRONMENT, FILES],
        "sittings" => &[EXIT_CODES, FILES],
        "score" | "batch" | "cohort" | "render" | "compare" | "show" | "audit" | "form"
        | "page" => &[EXIT_CODES, FILES_ENVIRONMENT],
        _ => &[EXIT_CODES],
    }
}

/// What `--help` shows after the options.
pub(super) fn after_options(command: &str) -> String {
    sections(command).iter().map(text).collect::<Vec<_>>().join("\n\n")
}

fn text(section: &HelpSection) -> String {
    let width = section.entries.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let entries = section.entries.iter();
    let lines = entries.map(|(name, meaning)| format!("\n  {name:width$}  {meaning}"));
    format!("{}:{}", section.title, lines.collect::<String>())
}
