//! One run of the program, which does exactly what was declared.

use std::path::Path;
use std::process::Stdio;

use tempfile::TempDir;

use super::catalogues::{middle_files, small_files};
use super::ran::{Ran, fed};
use super::{ROLEFIT, schemas, unset};

/// One run of the program in an empty folder. Expects nothing on either stream
/// and exit code 0 unless told otherwise.
#[must_use]
pub struct Run {
    folder: TempDir,
    args: Vec<String>,
    stdin: Vec<u8>,
    env: Vec<(String, String)>,
    stdout: String,
    stderr: String,
    code: i32,
    may_know_content: bool,
}

impl Run {
    /// Without data files, for what needs none.
    pub fn new<const N: usize>(args: [&str; N]) -> Self {
        Self {
            folder: TempDir::new().unwrap(),
            args: args.map(str::to_owned).to_vec(),
            stdin: Vec::new(),
            env: Vec::new(),
            stdout: String::new(),
            stderr: String::new(),
            code: 0,
            may_know_content: false,
        }
    }

    /// With the small catalogue.
    pub fn small<const N: usize>(args: [&str; N]) -> Self {
        let [questions, careers] = small_files();
        Self::new(args).data(&questions, &careers)
    }

    /// With the middle catalogue.
    pub fn middle<const N: usize>(args: [&str; N]) -> Self {
        let [questions, careers] = middle_files();
        Self::new(args).data(&questions, &careers)
    }

    /// With a catalogue of two texts, in the files `q` and `c`.
    #[track_caller]
    pub fn with<const N: usize>(args: [&str; N], questions: &str, careers: &str) -> Self {
        let run = Self::new(args).file("q", questions).file("c", careers);
        run.data(Path::new("q"), Path::new("c"))
    }

    /// With the shipped catalogue. Only `tests/content` may know what it says.
    pub fn shipped<const N: usize>(args: [&str; N]) -> Self {
        Self { may_know_content: true, ..Self::new(args) }
    }

    fn data(mut self, questions: &Path, careers: &Path) -> Self {
        for (option, path) in [("--questions", questions), ("--careers", careers)] {
            self.args.push(option.to_owned());
            self.args.push(path.display().to_string());
        }
        self
    }

    /// The test itself sees to it that this does not run on the shipped catalogue.
    pub fn knows_its_files(&mut self) {
        self.may_know_content = true;
    }

    pub fn arg(mut self, arg: impl Into<String>) -> Self {
        self.args.push(arg.into());
        self
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn stdin(mut self, stdin: impl Into<Vec<u8>>) -> Self {
        self.stdin = stdin.into();
        self
    }

    /// Puts a file into the folder that the program runs in.
    #[track_caller]
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        std::fs::write(self.folder.path().join(name), content).unwrap();
        self
    }

    /// The folder that the program runs in.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn stdout(mut self, expected: impl Into<String>) -> Self {
        self.stdout = expected.into();
        self
    }

    pub fn stderr(mut self, expected: impl Into<String>) -> Self {
        self.stderr = expected.into();
        self
    }

    pub fn code(mut self, expected: i32) -> Self {
        self.code = expected;
        self
    }

    /// Runs the program and returns what it did, whatever that is.
    #[track_caller]
    pub fn output(&self) -> Ran {
        assert!(
            self.may_know_content || !self.would_load_the_shipped_catalogue(),
            "{:?} runs on the shipped catalogue: use Run::small, Run::middle or Run::with, or move \
             the test to tests/content",
            self.args
        );
        let mut command = unset(ROLEFIT);
        command.args(&self.args).current_dir(self.folder.path());
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let ran = fed(&mut command, &self.stdin);
        schemas::check(&self.args, &ran);
        ran
    }

    fn would_load_the_shipped_catalogue(&self) -> bool {
        let is = |word: &str| self.args.iter().any(|arg| arg.split('=').next() == Some(word));
        let shows_limits = self.args.starts_with(&["show".to_owned(), "limits".to_owned()]);
        let needs_data = match self.args.first().map(String::as_str) {
            None | Some("schema" | "completions" | "man" | "--version" | "-V") => false,
            Some(_) if shows_limits => false,
            Some(_) => true,
        };
        let has_data = (is("--questions") && is("--careers")) || is("--catalogue");
        needs_data && !has_data && !is("--help") && !is("-h")
    }

    /// Runs the program, which has to do exactly what was declared.
    #[track_caller]
    pub fn check(self) -> Ran {
        let ran = self.output();
        assert_eq!(ran.stderr, self.stderr, "on standard error");
        assert_eq!(ran.stdout, self.stdout, "on standard output");
        assert_eq!(ran.code, self.code, "exit code");
        ran
    }

    /// Runs the program, which has to succeed without a notice; what it prints.
    #[track_caller]
    pub fn told(&self) -> String {
        let ran = self.output();
        assert_eq!((ran.stderr.as_str(), ran.code), ("", 0));
        ran.stdout
    }

    /// Runs the program, which has to succeed without a notice; its words on one line.
    #[track_caller]
    pub fn words(&self) -> String {
        words(&self.told())
    }

    /// Runs the program, which has to succeed, and reads the JSON it prints.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.told()).unwrap()
    }
}

/// A text on one line, however it was wrapped.
pub fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
