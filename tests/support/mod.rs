//! What the tests share: a catalogue small enough to compute by hand, and a
//! runner of the real program that expects silence unless told otherwise.
#![allow(dead_code, unreachable_pub, reason = "each test binary uses a part of this")]

pub mod schemas;

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::catalogue::yaml::Source;
use tempfile::TempDir;

/// The small questionnaire that the scoring tests are computed on.
pub const QUESTIONS: &str = include_str!("../data/questions.yaml");
/// The small careers that go with it.
pub const CAREERS: &str = include_str!("../data/careers.yaml");

/// The built-in `questions.yaml`.
pub const BUILTIN_QUESTIONS: &str = include_str!("../../questions.yaml");
/// The built-in `careers.yaml`.
pub const BUILTIN_CAREERS: &str = include_str!("../../careers.yaml");

/// The built-in catalogue.
#[track_caller]
pub fn builtin() -> Catalogue {
    catalogue(BUILTIN_QUESTIONS, BUILTIN_CAREERS)
}

/// The catalogue of two texts, which must be valid.
#[track_caller]
pub fn catalogue(questions: &str, careers: &str) -> Catalogue {
    Catalogue::read(
        Source::decode("questions.yaml", questions.as_bytes()),
        Source::decode("careers.yaml", careers.as_bytes()),
    )
    .unwrap()
}

/// The small catalogue.
#[track_caller]
pub fn small() -> Catalogue {
    catalogue(QUESTIONS, CAREERS)
}

/// What a caller may have set that changes what the program prints.
const SET_BY_CALLERS: [&str; 6] =
    ["NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "COLUMNS", "LINES", "ROLEFIT_PLAIN"];

/// `program`, to be run as on a machine where none of that is set.
pub fn unset(program: &str) -> Command {
    let mut command = Command::new(program);
    for name in SET_BY_CALLERS {
        command.env_remove(name);
    }
    command.env("TERM", "xterm-256color");
    command
}

/// What the program did.
#[derive(Debug)]
pub struct Ran {
    pub stdout: String,
    pub stderr: String,
    pub code: Option<i32>,
}

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
}

impl Run {
    pub fn new<const N: usize>(args: [&str; N]) -> Self {
        Self {
            folder: TempDir::new().unwrap(),
            args: args.map(str::to_owned).to_vec(),
            stdin: Vec::new(),
            env: Vec::new(),
            stdout: String::new(),
            stderr: String::new(),
            code: 0,
        }
    }

    /// With the small catalogue in place of the built-in one.
    pub fn small<const N: usize>(args: [&str; N]) -> Self {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
        let path = |name: &str| data.join(name).display().to_string();
        Self::new(args)
            .arg("--questions")
            .arg(path("questions.yaml"))
            .arg("--careers")
            .arg(path("careers.yaml"))
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
        let mut child = unset(env!("CARGO_BIN_EXE_rolefit"))
            .args(&self.args)
            .envs(self.env.iter().map(|(name, value)| (name, value)))
            .current_dir(self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = self.stdin.clone();
        // The program may end before it has read everything.
        let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        let ran = Ran {
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code(),
        };
        schemas::check(&self.args, &ran);
        ran
    }

    /// Runs the program, which has to do exactly what was declared.
    #[track_caller]
    pub fn check(self) -> Ran {
        let ran = self.output();
        assert_eq!(ran.stderr, self.stderr, "on standard error");
        assert_eq!(ran.stdout, self.stdout, "on standard output");
        assert_eq!(ran.code, Some(self.code), "exit code");
        ran
    }

    /// Runs the program, which has to succeed, and reads the JSON it prints.
    #[track_caller]
    pub fn json(self) -> serde_json::Value {
        let ran = self.output();
        assert_eq!((ran.stderr.as_str(), ran.code), ("", Some(0)));
        serde_json::from_str(&ran.stdout).unwrap()
    }
}
