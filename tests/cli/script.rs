//! A script that answers the quiz line by line, each when it is asked for: whoever
//! wrote one must not find that the program reads a line more than it did, or fewer.

use std::io::{Read as _, Write as _};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;

use crate::support::catalogues::small_files;
use crate::support::run::words;
use crate::support::{ROLEFIT, patience, unset};

/// What is waited for on the error stream, and the line that is given then.
const SCRIPT: [(&str, &str); 15] = [
    ("Question 1 of 6: ", "5"),
    ("Question 2 of 6: ", "b"),
    ("Answered 5: ", ""),
    ("Question 2 of 6: ", "?"),
    ("Question 2 of 6: ", "2"),
    ("Question 3 of 6: ", "s"),
    ("Question 4 of 6: ", "4"),
    ("Question 5 of 6: ", "5"),
    ("Question 6 of 6: ", "4"),
    ("Enter goes on, q quits.", "change 3 2"),
    ("You skipped it. ", "3"),
    ("Answered 2: ", ""),
    ("Enter goes on, q quits.", ""),
    ("Enter goes on with none, q quits.", "mark 2"),
    ("Enter goes on, q quits.", ""),
];

/// The program, and what it says on the error stream as it says it.
struct Asked {
    child: Child,
    said: Receiver<Vec<u8>>,
    /// What was said and not waited for yet.
    rest: String,
}

impl Asked {
    fn start() -> Self {
        let [questions, careers] = small_files();
        let mut child = unset(ROLEFIT)
            .args(["quiz", "--plain", "--format", "json"])
            .arg("--questions")
            .arg(questions)
            .arg("--careers")
            .arg(careers)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut errors = child.stderr.take().unwrap();
        let (sender, said) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4_096];
            while let Ok(read @ 1..) = errors.read(&mut buffer) {
                let _ = sender.send(buffer[..read].to_vec());
            }
        });
        Self { child, said, rest: String::new() }
    }

    /// Waits until the program says `prompt`.
    #[track_caller]
    fn expect(&mut self, prompt: &str) {
        loop {
            let said = words(&self.rest) + " ";
            if let Some((_, rest)) = said.split_once(prompt) {
                rest.clone_into(&mut self.rest);
                return;
            }
            let more = self.said.recv_timeout(patience());
            assert!(more.is_ok(), "{prompt:?} is not asked: {}", self.rest);
            self.rest += &String::from_utf8(more.unwrap()).unwrap();
        }
    }
}

#[test]
fn yesterdays_script_is_read_line_by_line_as_it_was() {
    let mut quiz = Asked::start();
    // It stays open: whoever reads a line more waits for ever.
    let mut lines = quiz.child.stdin.take().unwrap();
    for (prompt, line) in SCRIPT {
        quiz.expect(prompt);
        writeln!(lines, "{line}").unwrap();
    }
    // The error stream ends with the program.
    let ended = loop {
        match quiz.said.recv_timeout(patience()) {
            Ok(_) => {}
            Err(ended) => break ended,
        }
    };
    assert_eq!(ended, RecvTimeoutError::Disconnected, "a line more is read");
    assert!(quiz.child.wait().unwrap().success());
    let mut result = String::new();
    quiz.child.stdout.take().unwrap().read_to_string(&mut result).unwrap();
    let result: serde_json::Value = serde_json::from_str(&result).unwrap();
    assert_eq!(result["status"], "ranked");
    drop(lines);
}
