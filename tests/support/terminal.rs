//! The program in a pseudo-terminal, and the screen that it draws.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rexpect::process::PtyProcess;
use tempfile::TempDir;

use super::catalogues::{MIDDLE_CAREERS, MIDDLE_QUESTIONS};
use super::{ROLEFIT, patience, unset};

/// The middle catalogue, which is in the folder that the program runs in.
pub const DATA: &str = "--questions q.yaml --careers c.yaml";

/// These arguments, and the middle catalogue, unless what is saved is to be forgotten, which needs
/// none.
fn with_data(arguments: &str) -> String {
    if arguments.starts_with("sittings forget") {
        arguments.to_owned()
    } else {
        format!("{arguments} {DATA}")
    }
}

/// What the reader has made of the program's output.
struct Seen {
    parser: vt100::Parser,
    raw: Vec<u8>,
    ended: bool,
}

/// A program in a terminal.
pub struct Terminal {
    process: PtyProcess,
    keys: std::fs::File,
    /// The last character that was sent.
    last: Option<char>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    home: Arc<TempDir>,
}

impl Terminal {
    /// Starts `rolefit` with these arguments and the middle catalogue in a terminal
    /// of this size.
    #[track_caller]
    pub fn start(rows: u16, columns: u16, arguments: &str) -> Self {
        Self::start_in(rows, columns, arguments, XTERM)
    }

    /// The same in a terminal of another kind.
    #[track_caller]
    pub fn start_in(rows: u16, columns: u16, arguments: &str, term: &str) -> Self {
        Self::launch(home(), rows, columns, &run(&with_data(arguments)), term)
    }

    /// Starts `rolefit` with these arguments alone, after `prepare` in its folder.
    #[track_caller]
    pub fn prepared(arguments: &str, prepare: impl FnOnce(&Path)) -> Self {
        let home = home();
        prepare(home.path());
        Self::launch(home, 24, 80, &run(arguments), XTERM)
    }

    /// Starts `rolefit` with the shipped catalogue: only `tests/content` may know
    /// what it says.
    #[track_caller]
    pub fn shipped(rows: u16, columns: u16, arguments: &str) -> Self {
        Self::launch(home(), rows, columns, &run(arguments), XTERM)
    }

    /// Starts the program on other careers than those of the middle catalogue.
    #[track_caller]
    pub fn with_careers(rows: u16, columns: u16, arguments: &str, careers: &str) -> Self {
        let home = home();
        fs::write(home.path().join("c.yaml"), careers).unwrap();
        Self::launch(home, rows, columns, &run(&with_data(arguments)), XTERM)
    }

    /// Starts the program again in the same home, once this one has ended.
    #[track_caller]
    pub fn again(&self, arguments: &str) -> Self {
        self.again_in(24, 80, arguments)
    }

    /// The same without the catalogue, for commands that take none.
    #[track_caller]
    pub fn again_alone(&self, arguments: &str) -> Self {
        Self::launch(Arc::clone(&self.home), 24, 80, &run(arguments), XTERM)
    }

    /// The same with the catalogue and with a variable of the environment set, as in
    /// `NAME=value`.
    #[track_caller]
    pub fn again_where(&self, variable: &str, arguments: &str) -> Self {
        self.again_alone_where(variable, &with_data(arguments))
    }

    /// The same without the catalogue.
    #[track_caller]
    pub fn again_alone_where(&self, variable: &str, arguments: &str) -> Self {
        let run = format!("env {variable} {}", run(arguments));
        Self::launch(Arc::clone(&self.home), 24, 80, &run, XTERM)
    }

    /// The same in a terminal of another size.
    #[track_caller]
    pub fn again_in(&self, rows: u16, columns: u16, arguments: &str) -> Self {
        let run = run(&with_data(arguments));
        Self::launch(Arc::clone(&self.home), rows, columns, &run, XTERM)
    }

    /// Starts the program under a shell, which writes down how it finds the
    /// terminal afterwards.
    #[track_caller]
    pub fn under_a_shell(arguments: &str) -> Self {
        let home = home();
        let run = run(&with_data(arguments));
        let script = format!("stty -a > before; {run}; code=$?; stty -a > after; exit $code");
        fs::write(home.path().join("script"), script).unwrap();
        Self::launch(home, 24, 80, "sh script", XTERM)
    }

    /// Starts a shell with job control, in which `rolefit` is to be typed.
    #[track_caller]
    pub fn in_a_shell() -> Self {
        let home = home();
        fs::write(home.path().join("rolefit"), format!("exec {} \"$@\" {DATA}\n", run("")))
            .unwrap();
        Self::launch(home, 24, 80, "sh -i", XTERM)
    }

    /// Sends a signal by its name to the program under the shell.
    pub fn signal_child(&self, name: &str) {
        let pid = self.pid();
        let sent = Command::new("pkill").args([&format!("-{name}"), "-P", &pid]).status();
        assert!(sent.unwrap().success());
    }

    /// The folder that the program runs in, which is also its user's home.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The usual folder of saved sittings.
    pub fn folder(&self) -> PathBuf {
        self.home().join("state/rolefit")
    }

    /// The names of the files in it; of those of one day the earlier one first.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder()).into_iter().flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort_by_key(|name| (name.len(), name.clone()));
        names
    }

    /// The one saved sitting in it; a path without a file if there is none.
    #[track_caller]
    pub fn saved(&self) -> PathBuf {
        let files = self.files();
        assert!(files.len() <= 1, "{files:?}");
        self.folder().join(files.first().map_or("none", String::as_str))
    }

    /// The name of the one saved sitting.
    #[track_caller]
    pub fn name(&self) -> String {
        self.saved().file_stem().unwrap().to_str().unwrap().to_owned()
    }

    /// The program's process, once it has shown something.
    fn pid(&self) -> String {
        fs::read_to_string(self.home().join("pid")).unwrap().trim().to_owned()
    }

    /// Sends a signal by its name to the program.
    pub fn signal(&self, name: &str) {
        let pid = self.pid();
        assert!(Command::new("kill").args([&format!("-{name}"), &pid]).status().unwrap().success());
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, rows: u16, columns: u16) {
        let tty = fs::read_link(format!("/proc/{}/fd/0", self.pid())).unwrap();
        let size = ["rows", &rows.to_string(), "cols", &columns.to_string()].map(str::to_owned);
        let stty = Command::new("stty").arg("-F").arg(tty).args(size).status().unwrap();
        assert!(stty.success());
        self.seen.0.lock().unwrap().parser.screen_mut().set_size(rows, columns);
    }

    #[track_caller]
    fn launch(home: Arc<TempDir>, rows: u16, columns: u16, run: &str, term: &str) -> Self {
        let mut command = unset("sh");
        command
            .arg("-c")
            .arg(format!("echo $$ > pid; stty rows {rows} cols {columns}; exec {run}"));
        command.env("TERM", term).env("HOME", home.path()).current_dir(home.path());
        command.env("XDG_STATE_HOME", home.path().join("state"));
        let mut process = PtyProcess::new(command).unwrap();
        // An interactive shell does not end when it is asked to.
        process.set_kill_timeout(Some(100));
        let keys = process.get_file_handle().unwrap();
        let mut output = process.get_file_handle().unwrap();
        let parser = vt100::Parser::new(rows, columns, 2_000);
        let seen = Seen { parser, raw: Vec::new(), ended: false };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let shared = Arc::clone(&seen);
        thread::spawn(move || {
            let mut buffer = [0; 4_096];
            let mut ended_before = false;
            loop {
                let read = output.read(&mut buffer).unwrap_or(0);
                // The kernel may tell of the end while the last words are still on
                // their way; a second read then has them.
                let ended = read == 0 && ended_before;
                ended_before = read == 0;
                let (seen, changed) = &*shared;
                let mut seen = seen.lock().unwrap();
                seen.parser.process(&buffer[..read]);
                seen.raw.extend_from_slice(&buffer[..read]);
                seen.ended = ended;
                changed.notify_all();
                if ended {
                    return;
                }
            }
        });
        Self { process, keys, last: None, seen, home }
    }

    /// Sends keys at once; the first of them, if it is the last one again, so much later
    /// that it is not taken for a key that is held.
    pub fn send(&mut self, keys: &str) {
        if self.last.is_some() && self.last == keys.chars().next() {
            thread::sleep(Duration::from_millis(120));
        }
        self.last = keys.chars().last();
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// The text on the screen.
    pub fn screen(&self) -> String {
        self.seen.0.lock().unwrap().parser.screen().contents()
    }

    /// Everything that was ever written, escapes and all.
    pub fn raw(&self) -> String {
        String::from_utf8_lossy(&self.seen.0.lock().unwrap().raw).into_owned()
    }

    /// Whether the screen beside the usual one is shown, which has no history.
    pub fn is_on_other_screen(&self) -> bool {
        self.seen.0.lock().unwrap().parser.screen().alternate_screen()
    }

    pub fn cursor_is_hidden(&self) -> bool {
        self.seen.0.lock().unwrap().parser.screen().hide_cursor()
    }

    /// Waits until the screen shows `text`, however its lines are broken.
    #[track_caller]
    pub fn expect(&self, text: &str) {
        assert!(self.wait(|seen| shows(seen, text)), "no \"{text}\" on\n{}", self.screen());
    }

    /// Waits until `text` is all that stands on a row of the screen.
    #[track_caller]
    pub fn expect_row(&self, text: &str) {
        let has_row = |seen: &Seen| seen.parser.screen().contents().lines().any(|row| row == text);
        assert!(self.wait(has_row), "no row \"{text}\" on\n{}", self.screen());
    }

    /// Waits until the screen shows one of two texts; which.
    #[track_caller]
    pub fn expect_either(&self, first: &str, second: &str) -> usize {
        let either = |seen: &Seen| shows(seen, first) || shows(seen, second);
        assert!(self.wait(either), "neither {first:?} nor {second:?} on\n{}", self.screen());
        usize::from(!shows(&self.seen.0.lock().unwrap(), first))
    }

    /// Waits until `text` was written, even if it has scrolled away.
    #[track_caller]
    pub fn expect_written(&self, text: &str) {
        let wrote = |seen: &Seen| String::from_utf8_lossy(&seen.raw).contains(text);
        assert!(self.wait(wrote), "no \"{text}\" in\n{}", self.raw());
    }

    /// Waits until `text` was written so many times.
    #[track_caller]
    pub fn expect_count(&self, text: &str, count: usize) {
        let wrote = |seen: &Seen| String::from_utf8_lossy(&seen.raw).matches(text).count() == count;
        assert!(self.wait(wrote), "not {count} times \"{text}\" in\n{}", self.raw());
    }

    /// Waits until the screen shows something else.
    #[track_caller]
    pub fn expect_other_than(&self, before: &str) {
        let is_other = |seen: &Seen| seen.parser.screen().contents() != before;
        assert!(self.wait(is_other), "still\n{before}");
    }

    /// Sends keys and waits until the screen shows `text`.
    #[track_caller]
    pub fn press(&mut self, keys: &str, text: &str) {
        self.send(keys);
        self.expect(text);
    }

    /// Waits for the end; the exit code, or none if a signal ended the program.
    #[track_caller]
    pub fn exit_code(&mut self) -> Option<i32> {
        assert!(self.wait(|seen| seen.ended), "still running:\n{}", self.screen());
        // The crate keeps the type of a status to itself: `Exited(Pid(7), 130)`.
        let status = format!("{:?}", self.process.wait().unwrap());
        let code = status.strip_prefix("Exited(")?.rsplit_once(", ")?.1;
        code.trim_end_matches(')').parse().ok()
    }

    /// Whether the program ends while a test waits so many times.
    pub fn ends_within(&self, times: usize) -> bool {
        (0..times).any(|_| self.wait(|seen| seen.ended))
    }

    fn wait(&self, until: impl Fn(&Seen) -> bool) -> bool {
        let (seen, changed) = &*self.seen;
        let mut seen = seen.lock().unwrap();
        let deadline = Instant::now() + patience();
        while is_drawing(&seen.raw) || !until(&seen) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() || seen.ended {
                return until(&seen);
            }
            seen = changed.wait_timeout(seen, left).unwrap().0;
        }
        true
    }
}

const XTERM: &str = "xterm-256color";

/// A folder with the middle catalogue in it.
fn home() -> Arc<TempDir> {
    let home = TempDir::new().unwrap();
    for (name, text) in [("q.yaml", MIDDLE_QUESTIONS), ("c.yaml", MIDDLE_CAREERS)] {
        fs::write(home.path().join(name), text).unwrap();
    }
    Arc::new(home)
}

/// The command of a shell that runs the program.
fn run(arguments: &str) -> String {
    format!("'{ROLEFIT}' {arguments}")
}

/// Whether a screen has begun and not ended, so that a part of it is still the old one.
fn is_drawing(raw: &[u8]) -> bool {
    const MARK: &[u8] = b"\x1b[?2026";
    let last = raw.windows(MARK.len()).rposition(|window| window == MARK);
    last.is_some_and(|at| raw.get(at + MARK.len()) != Some(&b'l'))
}

/// Whether the screen shows `text`, white space counting alike.
fn shows(seen: &Seen, text: &str) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    words(&seen.parser.screen().contents()).contains(&words(text))
}
