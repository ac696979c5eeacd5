//! A command, run to its end.

use std::io::Write as _;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command, Stdio};

/// What a command did.
#[derive(Debug)]
pub struct Ran {
    pub stdout: String,
    pub stderr: String,
    /// The exit code, or minus the number of the signal.
    pub code: i32,
}

/// Runs `command` to its end.
#[track_caller]
pub fn ran(command: &mut Command) -> Ran {
    ended(command.spawn().unwrap())
}

/// Runs `command` to its end and gives it `input`.
#[track_caller]
pub fn fed(command: &mut Command, input: impl AsRef<[u8]> + Send) -> Ran {
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        // It may end before it has read everything.
        scope.spawn(move || drop(stdin.write_all(input.as_ref())));
        ended(child)
    })
}

/// What `child` did, when it has done it.
#[track_caller]
pub fn ended(child: Child) -> Ran {
    let output = child.wait_with_output().unwrap();
    let status = output.status;
    // A workbook is no text, and begins as every zip does.
    let is_workbook = output.stdout.starts_with(b"PK");
    let stdout = if is_workbook {
        String::from_utf8_lossy(&output.stdout).into_owned()
    } else {
        String::from_utf8(output.stdout).unwrap()
    };
    Ran {
        stdout,
        stderr: String::from_utf8(output.stderr).unwrap(),
        code: status.code().unwrap_or_else(|| -status.signal().unwrap()),
    }
}
