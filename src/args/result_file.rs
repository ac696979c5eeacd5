//! The file that a result goes into, and what the end of its name says of the format.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::failure::{Failure, named};

/// The heading of the options on how things are written.
pub(super) const OUTPUT: &str = "Output";

/// Where the result goes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Args)]
pub(crate) struct ResultFile {
    /// Write the result to FILE, which appears when it is whole
    #[arg(long, short, value_name = "FILE", help_heading = OUTPUT)]
    output: Option<PathBuf>,
}

/// What names of files end with, and the format that each says.
const ENDINGS: [(&str, &str); 12] = [
    ("json", "json"),
    ("md", "markdown"),
    ("markdown", "markdown"),
    ("html", "html"),
    ("htm", "html"),
    ("txt", "text"),
    ("csv", "csv"),
    ("tsv", "tsv"),
    ("tab", "tsv"),
    ("ndjson", "ndjson"),
    ("jsonl", "ndjson"),
    ("xlsx", "xlsx"),
];

/// What names of files end with that nothing here writes.
const FOREIGN: [&str; 12] =
    ["pdf", "doc", "docx", "odt", "rtf", "xls", "ods", "yaml", "yml", "png", "jpg", "zip"];

impl ResultFile {
    /// The file; none where the result goes to standard output.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| path.as_os_str() != "-")
    }

    /// Sees to it that `format` is the one that the name of the file says, where it says one.
    ///
    /// # Errors
    /// The file ends as one of another format, or as one of none and `format` is not given.
    pub(super) fn settle<F: ValueEnum>(&self, format: &mut Option<F>) -> Result<(), Failure> {
        let Some((path, ending)) = self.path().and_then(|path| Some((path, ending(path)?))) else {
            return Ok(());
        };
        let by_ending = F::value_variants().iter().find(|of| says(&ending, &name(*of)));
        match (by_ending, format.as_ref().map(name)) {
            (None, None) => Err(Failure::Usage(format!(
                "--output {}: no format of this command ends so: add --format {}",
                named(path),
                alternatives(F::value_variants().iter().map(name).collect())
            ))),
            (Some(ends), Some(given)) if name(ends) != given => Err(Failure::Usage(format!(
                "--output {}: a file that ends so is {}, and --format says {given}: leave out \
                 --format, or name the file otherwise",
                named(path),
                name(ends)
            ))),
            (Some(ends), None) => {
                *format = Some(ends.clone());
                Ok(())
            }
            (_, Some(_)) => Ok(()),
        }
    }

    /// Refuses a file whose name says that it is something else than what is written: `what`,
    /// of which files end with one of `usual`.
    ///
    /// # Errors
    /// It does.
    pub(super) fn expect(&self, what: &str, usual: &[&str]) -> Result<(), Failure> {
        self.path().map_or(Ok(()), |path| expect("--output", path, what, usual))
    }
}

/// The same of the file that `option` names.
pub(super) fn expect(option: &str, path: &Path, what: &str, usual: &[&str]) -> Result<(), Failure> {
    let Some(ending) = ending(path) else { return Ok(()) };
    let is_of_other =
        ENDINGS.iter().any(|(of, _)| *of == ending) || FOREIGN.contains(&ending.as_str());
    if usual.contains(&&*ending) || !is_of_other {
        return Ok(());
    }
    let usual = usual.iter().map(|of| format!(".{of}")).collect();
    Err(Failure::Usage(format!(
        "{option} {}: {what} is no such file: end its name with {}",
        named(path),
        alternatives(usual)
    )))
}

/// What the name of a file ends with, in small letters.
fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_ascii_lowercase())
}

fn says(ending: &str, format: &str) -> bool {
    ENDINGS.iter().any(|(of, says)| *of == ending && *says == format)
}

fn name<F: ValueEnum>(format: &F) -> String {
    let value = format.to_possible_value();
    value.map(|value| value.get_name().to_owned()).unwrap_or_default()
}

/// "a, b or c".
fn alternatives(mut all: Vec<String>) -> String {
    let last = all.pop().unwrap_or_default();
    if all.is_empty() { last } else { format!("{} or {last}", all.join(", ")) }
}
