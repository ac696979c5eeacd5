//! The conversation on a terminal: one question a screen, one key an answer.

use rolefit_engine::catalogue::{Catalogue, InterestIx};
use rolefit_engine::sitting::QuestionOrder;
use rolefit_engine::telling::Clean;

use super::interview::{
    Asked, ExportReply, ImportanceReply, Interview, LostAnswers, Reply, ResumeReply, ReviewReply,
    SavedSummary,
};
use super::key_bindings::{QuestionAction, question_action, quits};
use super::menu::{Choice, Menu};
use super::screen_text::{self, QuestionFrame};
use super::terminal_view::{TerminalView, stopped};
use super::wording::{IMPORTANCE, length, opening};
use super::{plain_text, wording};
use crate::failure::Failure;
use crate::output::{Output, dialogue_style};
use crate::terminal;
use crate::text::{Page, cut};

/// A person at a terminal.
pub(crate) struct Screen<'o> {
    view: TerminalView<'o>,
    title: String,
    /// What the quiz is and how long, until the first question has a reply.
    opening: Option<[String; 2]>,
    /// Whether what is answered is meant to be saved.
    saves: bool,
    warning: String,
    /// The interests as they were last shown, with the cursor where it was.
    interests: Option<Menu>,
}

impl<'o> Screen<'o> {
    pub(crate) fn new(output: &'o mut Output, saves: bool) -> Result<Self, Failure> {
        let view = TerminalView::new(output)?;
        let (title, warning) = (String::new(), String::new());
        Ok(Self { view, title, opening: None, saves, warning, interests: None })
    }

    /// Shows one question until there is a reply to it.
    fn put(&mut self, asked: &Asked<'_>) -> Result<Reply, Failure> {
        let page = |rows| {
            let opening = self.opening.as_ref();
            let frame = QuestionFrame { title: &self.title, opening, warning: &self.warning, rows };
            screen_text::question(&frame, asked)
        };
        let means = |key| {
            question_action(key, asked.scale)
                .filter(|action| asked.was_put() || *action != QuestionAction::Onward)
        };
        let saves = self.saves && self.warning.is_empty();
        let help = |rows| screen_text::help(asked.scale.len(), saves, rows);
        loop {
            match self.view.page(page, means)? {
                QuestionAction::Answer(point) => return Ok(Reply::Answer(point)),
                QuestionAction::Skip => return Ok(Reply::Skip),
                QuestionAction::Back => return Ok(Reply::Back),
                QuestionAction::Quit => return Ok(Reply::Quit),
                QuestionAction::Onward => return Ok(Reply::Keep),
                QuestionAction::Help => {}
            }
            if self.view.page(help, |key| Some(quits(key)))? {
                return Ok(Reply::Quit);
            }
        }
    }
}

impl Interview for Screen<'_> {
    fn output(&mut self) -> &mut Output {
        self.view.output
    }

    fn resume_or_begin(&mut self, saved: SavedSummary) -> Result<ResumeReply, Failure> {
        let mut page = Page::new(dialogue_style());
        page.heading("Welcome back");
        page.paragraph(wording::saved(saved));
        page.gap();
        let shown = self.view.output.dialogue(&page.into_text());
        shown.map_err(Failure::io("standard error"))?;
        let lines = ["Go on with it", "Begin anew", "Leave all as it is"];
        Ok(match terminal::choose(&lines).map_err(stopped)? {
            Some(0) => ResumeReply::GoOn,
            Some(1) => ResumeReply::Anew,
            Some(_) | None => ResumeReply::Quit,
        })
    }

    fn tell_lost(&mut self, lost: &LostAnswers) -> Result<(), Failure> {
        let page = |_| {
            let mut page = plain_text::lost(lost);
            page.paragraph("q quits, any other key goes on.");
            page.into_text()
        };
        if self.view.page(page, |key| Some(quits(key)))? {
            Err(Failure::Interrupted)
        } else {
            Ok(())
        }
    }

    fn introduce(
        &mut self,
        catalogue: &Catalogue,
        order: &QuestionOrder,
        is_complete: bool,
    ) -> Result<(), Failure> {
        let [title, introduction] = opening(catalogue);
        self.title = title;
        self.opening = (!is_complete).then(|| [introduction, length(order)]);
        Ok(())
    }

    fn warn(&mut self, warning: Option<&str>) {
        warning.unwrap_or_default().clone_into(&mut self.warning);
    }

    fn ask(&mut self, asked: &Asked<'_>) -> Result<Reply, Failure> {
        let reply = self.put(asked)?;
        self.opening = None;
        Ok(reply)
    }

    fn review(&mut self, answers: &[Asked<'_>]) -> Result<ReviewReply, Failure> {
        let skipped = answers.iter().filter(|asked| asked.answer().is_none()).count();
        let skipped = if skipped == 0 { String::new() } else { format!("{skipped} skipped. ") };
        let words = format!(
            "{skipped}Enter goes on. To change an answer, move to it and press Enter. q saves and \
             quits."
        );
        let mut lines = vec!["Go on".to_owned()];
        for asked in answers {
            let label = asked.answer().map_or("skipped", |point| asked.scale.label(point));
            let answer = cut(&Clean::from(label), 20);
            let text = Clean::from(&asked.question.text);
            lines.push(format!("{:>2} {answer}: {text}", asked.place.number));
        }
        let mut menu = Menu::of_one(lines, 1, "answers");
        Ok(
            match self.view.choice("Your answers", &words, "Enter goes on, q quits.", &mut menu)? {
                Choice::Quit => ReviewReply::Quit,
                Choice::Chosen(lines) if lines == [0] => ReviewReply::GoOn,
                Choice::Chosen(places) | Choice::Marked(places) => ReviewReply::Change(places),
            },
        )
    }

    fn importance(
        &mut self,
        catalogue: &Catalogue,
        marked: &[InterestIx],
    ) -> Result<ImportanceReply, Failure> {
        let words = format!(
            "{IMPORTANCE} Space marks a line. Enter goes on, with none marked too. q saves your \
             answers and quits."
        );
        let interests = &catalogue.questionnaire().interests;
        let places: Vec<usize> = marked.iter().map(|interest| interest.number()).collect();
        let names =
            || interests.iter().map(|interest| Clean::from(&interest.name).to_string()).collect();
        let menu =
            self.interests.get_or_insert_with(|| Menu::of_any(names(), &places, "interests"));
        Ok(
            match self.view.choice(
                "What matters most",
                &words,
                "Space marks, Enter goes on.",
                menu,
            )? {
                Choice::Marked(lines) => {
                    let marked = lines.into_iter().filter_map(|line| interests.nth(line));
                    ImportanceReply::Marked(marked.collect())
                }
                Choice::Quit => ImportanceReply::Quit,
                Choice::Chosen(_) => ImportanceReply::GoOn,
            },
        )
    }

    fn end_questions(&mut self) -> Result<(), Failure> {
        self.view.use_below()
    }

    fn export(&mut self, files: &[String]) -> Result<ExportReply, Failure> {
        let mut lines = vec!["Nothing more".to_owned()];
        lines.extend(files.iter().map(|line| Clean::from(line).to_string()));
        // The result stays on the screen, so the menu is drawn below it.
        let menu = Menu::of_one(lines, 1, "files").wrapped();
        Ok(match self.view.choice_below("Keep something of this?", menu)? {
            Choice::Quit => ExportReply::Quit,
            Choice::Chosen(lines) | Choice::Marked(lines) => {
                match lines.first().and_then(|line| line.checked_sub(1)) {
                    Some(number) => ExportReply::Write(number),
                    None => ExportReply::NoMore,
                }
            }
        })
    }
}
