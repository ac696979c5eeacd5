//! How far a long run is.

use std::time::{Duration, Instant};

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::output::Output;
use crate::text::TerminalText;

/// How often a line is written where no bar can be drawn.
const EVERY: Duration = Duration::from_secs(10);

/// Shows how far a run is: a bar on a terminal, else a plain line every 10 seconds.
pub(crate) struct RowProgress {
    bar: ProgressBar,
    begun: Instant,
    /// When the last plain line was written.
    last_line: Instant,
    rows: u64,
    length: Option<u64>,
    is_plain: bool,
}

impl RowProgress {
    /// `length` is how many bytes there are to read, if that is known.
    pub(crate) fn new(length: Option<u64>, quiet: bool) -> Self {
        let target =
            if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let is_plain = !quiet && target.is_hidden();
        let length = length.filter(|length| *length > 0);
        let bar = ProgressBar::with_draw_target(length, target);
        let template = match length {
            Some(_) => "{bar:20} {percent}%  {msg}, {eta} left",
            None => "{msg}, {elapsed}",
        };
        let bar = match ProgressStyle::with_template(template) {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        };
        let now = Instant::now();
        Self { bar, begun: now, last_line: now, rows: 0, length, is_plain }
    }

    /// Takes note that so many more `rows` are done, and so many `bytes` in all.
    pub(crate) fn done(&mut self, rows: u64, bytes: u64, output: &mut Output) {
        self.rows += rows;
        self.bar.set_position(self.length.map_or(bytes, |length| bytes.min(length)));
        self.bar.set_message(self.speed());
        if self.is_plain && self.last_line.elapsed() >= EVERY {
            self.last_line = Instant::now();
            output.note(&TerminalText::each_on_a_line([self.speed()]));
        }
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    fn speed(&self) -> String {
        let milliseconds = u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        let rate = self.rows.saturating_mul(1_000) / milliseconds.max(1);
        let rows = if self.rows == 1 { "row" } else { "rows" };
        format!("{} {rows}, {} a second", HumanCount(self.rows), HumanCount(rate))
    }
}
