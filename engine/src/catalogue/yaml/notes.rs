//! The mistakes that are noted while a file is read.

use super::node::Span;
use super::slips;
use super::source::Source;
use crate::catalogue::hint::Hint;
use crate::catalogue::mistake::{FileMistake, Mistake};
use crate::catalogue::problem::Problem;
use crate::limits;

/// Mistakes in the order in which they were noted.
#[derive(Debug)]
pub(super) struct Notes<M> {
    noted: Vec<NotedMistake<M>>,
    unlisted: usize,
}

/// A mistake whose line and column are still to be worked out.
#[derive(Debug)]
struct NotedMistake<M> {
    span: Span,
    mistake: M,
    hint: Option<Hint>,
}

impl<M: From<Mistake>> Notes<M> {
    pub(super) fn new() -> Self {
        Self { noted: Vec::new(), unlisted: 0 }
    }

    /// Whether others are only counted.
    pub(super) fn are_full(&self) -> bool {
        self.noted.len() >= limits::MISTAKES.most
    }

    /// Notes a mistake, or counts it where that is all that is still done.
    pub(super) fn add(&mut self, span: Span, mistake: M, hint: Option<Hint>) {
        if self.are_full() {
            self.unlisted += 1;
        } else {
            self.noted.push(NotedMistake { span, mistake, hint });
        }
    }

    /// Every mistake noted, in the order of the file.
    pub(super) fn into_problems(self, source: &Source) -> Vec<Problem<M>> {
        let noted = with_slips(self.noted, source);
        let (file, mut walk) = (source.name(), source.walk());
        let problem = |NotedMistake { span, mistake, hint }| {
            let place = Some(Box::new(walk.place(span)));
            Problem { file: file.to_owned(), place, mistake, hint }
        };
        let mut problems: Vec<Problem<M>> = noted.into_iter().map(problem).collect();
        if self.unlisted > 0 {
            let more = Mistake::from(FileMistake::More { count: self.unlisted });
            problems.push(Problem::of_file(source.name(), more.into(), None));
        }
        problems
    }
}

/// The mistakes in the order of the file. Where a line begins with a slip, that is told
/// once, in the place of all that came of it on its line.
fn with_slips<M: From<Mistake>>(
    mut noted: Vec<NotedMistake<M>>,
    source: &Source,
) -> Vec<NotedMistake<M>> {
    noted.sort_by_key(|noted| noted.span.start);
    let mut told = None;
    noted.retain_mut(|noted| {
        let slip = slips::on_line(source.text(), noted.span.start);
        let Some((start, slip)) = slip else { return true };
        let (span, hint) = (Span { start, end: start }, Some(slip.hint()));
        *noted = NotedMistake { span, mistake: Mistake::from(slip).into(), hint };
        told.replace(start) != Some(start)
    });
    noted
}
