//! The conversation as numbered lines: nothing is redrawn, nothing is told by
//! colour, and one line is read for each question.

use rolefit_engine::catalogue::{Catalogue, InterestIx, Point, repeated};
use rolefit_engine::sitting::QuestionOrder;
use rolefit_engine::telling::Clean;

use super::input_lines::{InputLines, Request, is_quit, is_request};
use super::interview::{
    Asked, ImportanceReply, Interview, LostAnswers, Reading, Reply, ResumeReply, ReviewReply,
    SavedSummary, StartReply,
};
use super::plain_text::{CHANGE, MARK, NOW};
use super::result_request::{FirstScreen, PickList, Picked, ResultRequest};
use super::{plain_result, plain_text, wording};
use crate::failure::Failure;
use crate::interruption::handle_signals;
use crate::output::{Output, dialogue_style};
use crate::terminal::{self, TerminalUse};
use crate::text::Page;

/// More lines than any script needs: an endless `yes b` has to come to an end.
const MOST_LINES: usize = 20_000;

/// A person, or a script, that reads and writes lines.
pub(crate) struct Plain<'o> {
    output: &'o mut Output,
    /// Whether someone is there to be asked again.
    on_terminal: bool,
    /// Whether what is answered is meant to be saved.
    saves: bool,
    warning: Option<String>,
    lines: InputLines,
    /// Whether it was said that a script's lines are passed over.
    has_passed_over: bool,
    /// What a number takes after the result, if it is not the menu's: something of the
    /// list that was shown last.
    listed: Option<Picked>,
}

impl<'o> Plain<'o> {
    pub(crate) fn new(output: &'o mut Output, on_terminal: bool, saves: bool) -> Self {
        // If they cannot be handled, a signal ends the program as it does any other.
        let _ = handle_signals(false);
        if on_terminal {
            let _ = terminal::enter(TerminalUse::Lines);
        }
        let lines = InputLines::default();
        Self {
            output,
            on_terminal,
            saves,
            warning: None,
            lines,
            has_passed_over: false,
            listed: None,
        }
    }

    /// Shows a page; a script that is to be quiet is not spoken to.
    fn show(&mut self, page: Page) -> Result<(), Failure> {
        let text = page.into_text();
        let shown =
            if self.on_terminal { self.output.dialogue(&text) } else { self.output.remark(&text) };
        shown.map_err(Failure::io("standard error"))
    }

    fn not_understood(&mut self, line: &str, expected: &str) -> Result<(), Failure> {
        let mut page = Page::new(dialogue_style());
        let unclear = match Clean::from(line) {
            line if line.is_empty() => String::new(),
            line => format!("\"{}\" is not clear here. ", repeated(&line)),
        };
        page.paragraph(format!("{unclear}Type {expected}."));
        self.show(page)
    }

    /// Asks again if there is someone to ask. A script's later lines would be
    /// read as answers to the wrong questions, so there it ends.
    fn not_an_answer(&mut self, line: &str, expected: &str) -> Result<(), Failure> {
        if self.on_terminal {
            return self.not_understood(line, expected);
        }
        let line = Clean::from(line);
        Err(Failure::Data(format!(
            "line {} of the input is \"{line}\": expected {expected}",
            self.lines.count()
        )))
    }

    /// Waits until `word` and numbers from 1 to `highest` are said, or nothing: as
    /// an empty line and the end of input do.
    fn request(&mut self, word: &str, highest: usize) -> Result<Request, Failure> {
        loop {
            let has_more = self.on_terminal || self.lines.count() < MOST_LINES;
            let line = if has_more { self.lines.read()? } else { None };
            let Some(line) = line else {
                // Ctrl-D leaves; a script's input only has nothing more to say.
                return Ok(if self.on_terminal { Request::Quit } else { Request::Nothing });
            };
            // A person may leave the word out where one number is all that is asked for.
            let is_bare = self.on_terminal && word == NOW && line.parse::<usize>().is_ok();
            let full = if is_bare { format!("{word} {line}") } else { line.clone() };
            match Request::by(&full, word, highest) {
                Some(request) => return Ok(request),
                None if self.on_terminal => {
                    let numbers = format!("numbers from 1 to {highest}");
                    self.not_understood(&line, &format!("{word} and {numbers}, q or nothing"))?;
                }
                None if is_request(&line) => {
                    let expected = format!("{word} and numbers from 1 to {highest}");
                    self.not_an_answer(&line, &format!("{expected}, or an empty line to go on"))?;
                }
                None => self.pass_over(&line)?,
            }
        }
    }

    /// Says once that a script has lines left over.
    fn pass_over(&mut self, line: &str) -> Result<(), Failure> {
        if std::mem::replace(&mut self.has_passed_over, true) {
            return Ok(());
        }
        let mut page = Page::new(dialogue_style());
        page.paragraph(format!(
            "Line {} of the input, \"{}\", says nothing after the last question: it is passed \
             over, and so are others like it.",
            self.lines.count(),
            line
        ));
        self.show(page)
    }
}

impl Interview for Plain<'_> {
    fn output(&mut self) -> &mut Output {
        self.output
    }

    fn resume_or_begin(&mut self, saved: SavedSummary) -> Result<ResumeReply, Failure> {
        let mut page = Page::new(dialogue_style());
        page.paragraph(format!(
            "{} Enter goes on with it, n begins anew, q leaves everything as it is.",
            wording::saved(saved)
        ));
        self.show(page)?;
        Ok(match self.lines.read()? {
            None => ResumeReply::Quit,
            Some(line) if is_quit(&line) => ResumeReply::Quit,
            Some(line) if line.to_ascii_lowercase().starts_with('n') => ResumeReply::Anew,
            Some(_) => ResumeReply::GoOn,
        })
    }

    fn reopen_or_begin(&mut self) -> Result<ResumeReply, Failure> {
        let mut page = Page::new(dialogue_style());
        page.paragraph(format!(
            "{} Enter takes the quiz again, r shows the last result, q leaves everything as it is.",
            wording::RESULT_KEPT
        ));
        self.show(page)?;
        Ok(match self.lines.read()? {
            None => ResumeReply::Quit,
            Some(line) if is_quit(&line) => ResumeReply::Quit,
            Some(line) if line.to_ascii_lowercase().starts_with('r') => ResumeReply::GoOn,
            Some(_) => ResumeReply::Anew,
        })
    }

    fn tell_lost(&mut self, lost: &LostAnswers) -> Result<(), Failure> {
        self.show(plain_text::lost(lost))
    }

    fn warn(&mut self, warning: Option<&str>) {
        if self.warning.as_deref() == warning {
            return;
        }
        self.warning = warning.map(str::to_owned);
        let mut page = Page::new(dialogue_style());
        page.paragraph(warning.unwrap_or("Your answers are saved again, all of them."));
        // A warning that cannot be shown is not worth stopping for.
        let _ = self.show(page);
    }

    fn agrees_to_forget(&mut self) -> Result<bool, Failure> {
        let mut page = Page::new(dialogue_style());
        page.paragraph(format!("{} line keeps it.", wording::FORGET));
        self.show(page)?;
        let line = self.lines.read()?.unwrap_or_default();
        Ok(["y", "yes"].contains(&line.to_ascii_lowercase().as_str()))
    }

    fn introduce(
        &mut self,
        catalogue: &Catalogue,
        order: &QuestionOrder,
        is_complete: bool,
    ) -> Result<(), Failure> {
        if is_complete {
            return Ok(());
        }
        self.show(plain_text::introduction(catalogue, order))
    }

    fn ask(&mut self, asked: &Asked<'_>) -> Result<Reply, Failure> {
        self.show(plain_text::question(asked))?;
        loop {
            if !self.on_terminal && self.lines.count() > MOST_LINES {
                return Err(Failure::Data(format!(
                    "{MOST_LINES} lines of input did not answer the questions"
                )));
            }
            let Some(line) = self.lines.read()? else {
                return Ok(if self.on_terminal { Reply::Quit } else { Reply::Silence });
            };
            let number = line.parse::<u8>().ok();
            if let Some(point) = number.and_then(|number| asked.scale.point(number)) {
                return Ok(Reply::Answer(point));
            }
            match line.to_lowercase().as_str() {
                "" if asked.was_put() => return Ok(Reply::Keep),
                "s" | "-" | "skip" => return Ok(Reply::Skip),
                "b" | "back" => return Ok(Reply::Back),
                "q" | "quit" => return Ok(Reply::Quit),
                "?" | "help" => {
                    let saves = self.saves && self.warning.is_none();
                    self.show(plain_text::help(asked, saves))?;
                    self.show(plain_text::question(asked))?;
                }
                _ => {
                    if let Some(point) = labelled(asked, &line) {
                        return Ok(Reply::Answer(point));
                    }
                    let expected = format!("1 to {}, s, b, ? or q", asked.scale.len());
                    self.not_an_answer(&line, &expected)?;
                }
            }
        }
    }

    fn review(&mut self, answers: &[Asked<'_>]) -> Result<ReviewReply, Failure> {
        self.show(plain_text::review(answers))?;
        Ok(match self.request(CHANGE, answers.len())? {
            Request::Quit => ReviewReply::Quit,
            Request::Nothing => ReviewReply::GoOn,
            Request::Numbers(places) => ReviewReply::Change(places),
        })
    }

    fn importance(
        &mut self,
        catalogue: &Catalogue,
        marked: &[InterestIx],
    ) -> Result<ImportanceReply, Failure> {
        let interests = &catalogue.questionnaire().interests;
        self.show(plain_text::importance(interests, marked))?;
        let numbers = match self.request(MARK, interests.len())? {
            Request::Quit => return Ok(ImportanceReply::Quit),
            Request::Nothing => return Ok(ImportanceReply::GoOn),
            Request::Numbers(numbers) => numbers,
        };
        let is_marked = |interest: &InterestIx| {
            // To mark what is marked takes the mark away.
            marked.contains(interest) != numbers.contains(&(interest.number() + 1))
        };
        Ok(ImportanceReply::Marked(interests.indices().filter(is_marked).collect()))
    }

    fn starting_point(&mut self, list: &PickList<'_>, at: usize) -> Result<StartReply, Failure> {
        self.show(plain_text::starting_points(list, at))?;
        loop {
            match self.request(NOW, list.lines.len())? {
                Request::Quit => return Ok(StartReply::Quit),
                Request::Nothing => return Ok(StartReply::Line(at)),
                Request::Numbers(numbers) => match numbers.as_slice() {
                    [number] => return Ok(StartReply::Line(number - 1)),
                    several => {
                        let line = several.iter().map(|number| format!(" {number}"));
                        let line = format!("{NOW}{}", line.collect::<String>());
                        let highest = list.lines.len();
                        self.not_an_answer(
                            &line,
                            &format!("{NOW} and one number, 1 to {highest}"),
                        )?;
                    }
                },
            }
        }
    }

    fn step_aside(&mut self) -> Result<(), Failure> {
        Ok(())
    }

    fn first_screen(&mut self, page: &FirstScreen<'_>) -> Result<ResultRequest, Failure> {
        if page.is_new {
            self.listed = None;
        }
        self.show(plain_result::page(page, self.listed))?;
        loop {
            // Only a person is asked here, so no script's answers are left over.
            let Some(line) = self.lines.read()? else { return Ok(ResultRequest::Quit) };
            if matches!(line.as_str(), "?" | "help") {
                self.listed = None;
                self.show(plain_result::choices(page.choices))?;
                continue;
            }
            let listed = self.listed;
            let Some(request) = plain_result::request(&line, page, listed) else {
                self.not_understood(&line, &plain_result::expected(listed))?;
                continue;
            };
            // The list is the last one until something else is asked for.
            if line.starts_with(|first: char| !first.is_ascii_digit()) {
                self.listed = None;
            }
            return Ok(request);
        }
    }

    fn leave(&mut self, _: &Reading<'_>, again: &Reading<'_>) -> Result<(), Failure> {
        // What comes first is in the history already.
        self.read(again)
    }

    fn read(&mut self, text: &Reading<'_>) -> Result<(), Failure> {
        let text = text(dialogue_style().without_bars());
        self.output.dialogue(&text).map_err(Failure::io("standard error"))
    }

    fn pick(&mut self, list: &PickList<'_>, _: usize) -> Result<Option<usize>, Failure> {
        self.show(plain_result::list(list))?;
        self.listed = Some(list.picked);
        Ok(None)
    }

    fn pick_answer(&mut self, answers: &[Asked<'_>]) -> Result<Option<usize>, Failure> {
        self.show(plain_text::answers_given(answers))?;
        self.show(plain_result::typed(Picked::Answer))?;
        self.listed = Some(Picked::Answer);
        Ok(None)
    }

    fn pick_marks(
        &mut self,
        catalogue: &Catalogue,
        marked: &[InterestIx],
    ) -> Result<Option<Vec<InterestIx>>, Failure> {
        self.show(plain_text::interests(&catalogue.questionnaire().interests, marked))?;
        self.show(plain_result::typed(Picked::Interests))?;
        self.listed = Some(Picked::Interests);
        Ok(None)
    }
}

/// The answer of this label, in capitals or not.
fn labelled(asked: &Asked<'_>, word: &str) -> Option<Point> {
    let folded = |text: &str| asked.language.folded(&Clean::from(text));
    let labels = asked.scale.points().zip(asked.scale.labels());
    let mut named = labels.filter(|(_, label)| folded(label) == folded(word));
    named.next().map(|(point, _)| point)
}

impl Drop for Plain<'_> {
    fn drop(&mut self) {
        // Lines that were pasted and not read are not to run in the shell.
        let sequences = terminal::leave();
        let _ = self.output.draw(&sequences);
    }
}
