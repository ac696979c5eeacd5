//! The program, run in a folder of its own by a shell where one is needed.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

use super::catalogues::{CAREERS, QUESTIONS};
use super::ran::{Ran, fed, ran};
use super::workbooks::{cells, xlsx};
use super::{ROLEFIT, unset};

/// Answers to the small questionnaire, one a line.
pub const ANSWERS: &str = "5\n2\n3\n4\n5\n4\n";

/// A folder with the small data files, two sheets and a cohort of three.
pub struct Place(TempDir);

impl Place {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let place = Self(folder);
        place.write("q.yaml", QUESTIONS);
        place.write("c.yaml", CAREERS);
        place.write("a.json", "{\"answers\": \"523454\"}\n");
        place.write("b.json", "{\"answers\": \"15-234\"}\n");
        place.write("rows.ndjson", &cohort(3));
        place.write("last.ndjson", &cohort(3));
        let headings = &["respondent", "sums", "talk", "mend"][..];
        let rows = cells(&[headings, &["a", "5", "2", "1"], &["b", "1", "4", "3"]]);
        place.write_bytes("rows.xlsx", &xlsx(&[("S", "visible", &rows)], &[]));
        place
    }

    /// With what [`RUN`](super::tried::RUN) reads: answers, and a sitting that was finished.
    pub fn of_any_command() -> Self {
        let place = Self::new();
        place.write("answers", ANSWERS);
        place.write("report.json", REPORT.get_or_init(|| report(&place)));
        std::fs::create_dir_all(place.path("state/rolefit")).unwrap();
        place.write("state/rolefit/2026-01-02.json", SITTING.get_or_init(finished));
        place
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    pub fn write_bytes(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path(name), bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names in a folder, in their order.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.path(folder)).unwrap();
        let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<String> =
            entries.map(|entry| name(entry).into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// A command in this folder, which is also its user's home.
    pub fn command(&self, program: &str) -> Command {
        let mut command = unset(program);
        command.current_dir(self.0.path()).env("HOME", self.0.path()).env("R", ROLEFIT);
        command.env("XDG_STATE_HOME", self.path("state"));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// The program with these arguments, separated by blanks.
    pub fn rolefit(&self, arguments: &str) -> Command {
        let mut command = self.command(ROLEFIT);
        command.args(arguments.split_whitespace());
        command
    }

    /// The same, ended by signals even where the tests were started to ignore them, as a
    /// shell does in the background.
    pub fn rolefit_with_signals(&self, arguments: &str) -> Command {
        let mut command = self.command("env");
        command.args(["--default-signal", ROLEFIT]);
        command.args(arguments.split_whitespace());
        command
    }

    /// What a shell makes of `script`, in which `$R` is the program.
    pub fn shell(&self, script: &str) -> Ran {
        ran(self.command("sh").args(["-c", script]))
    }
}

/// The file of a finished sitting.
static SITTING: OnceLock<String> = OnceLock::new();
/// What `score` writes as JSON.
static REPORT: OnceLock<String> = OnceLock::new();

fn report(place: &Place) -> String {
    let score = "score --questions q.yaml --careers c.yaml --format json --answers 523454";
    let output = place.rolefit(score).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn finished() -> String {
    let place = Place::new();
    let quiz = "quiz -q --plain --questions q.yaml --careers c.yaml";
    let begun = fed(&mut place.rolefit(&format!("{quiz} --save s.json")), "5\n2\n");
    let file = "state/rolefit/2026-01-02.json";
    std::fs::create_dir_all(place.path("state/rolefit")).unwrap();
    std::fs::rename(place.path("s.json"), place.path(file)).unwrap();
    let ended = fed(&mut place.rolefit(&format!("{quiz} --resume")), "3\n4\n5\n4\n");
    assert_eq!((begun.code, ended.code), (130, 0), "{}", ended.stderr);
    place.read(file)
}

/// Lines of JSON for so many people.
pub fn cohort(people: usize) -> String {
    let line = |person: usize| {
        let digits: String = (0..6)
            .map(|question| [1, 3, 4, 2, 5][(person * 7 + question * 3) % 5].to_string())
            .collect();
        format!("{{\"respondent\":\"r{person}\",\"answers\":\"{digits}\"}}\n")
    };
    (0..people).map(line).collect()
}
