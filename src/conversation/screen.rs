//! The conversation on a terminal: one question a screen, one key an answer.

use rolefit_engine::catalogue::{Catalogue, InterestIx};
use rolefit_engine::sitting::QuestionOrder;
use rolefit_engine::telling::Clean;

use super::interview::{
    Asked, ImportanceReply, Interview, LostAnswers, Reading, Reply, ResumeReply, ReviewReply,
    SavedSummary, StartReply,
};
use super::key_bindings::{TypedNumber, quits};
use super::list_view::ListView;
use super::menu::{Choice, Menu};
use super::pager_view::PagerView;
use super::question_text::QuestionFrame;
use super::question_view::QuestionView;
use super::result_request::{FirstScreen, PickList, ResultRequest};
use super::review_view::{ReviewView, ReviewWords};
use super::summary_view::SummaryView;
use super::terminal_view::{TerminalView, stopped};
use super::view::{PageView, ScreenRoom};
use super::wording::{FORGET, IMPORTANCE, RESULT_KEPT, opening, openings};
use super::{plain_text, wording};
use crate::failure::Failure;
use crate::output::{Output, dialogue_style};
use crate::terminal::{self, Key};
use crate::text::Page;

/// A person at a terminal.
pub(crate) struct Screen<'o> {
    view: TerminalView<'o>,
    title: String,
    /// What the quiz is, in ever fewer words, until the first question has a reply.
    opening: Vec<String>,
    /// Whether what is answered is meant to be saved.
    saves: bool,
    warning: String,
    /// The interests as they were last shown, with the cursor where it was.
    interests: Option<Menu>,
    /// Where the cursor was among the choices of the result.
    choice: usize,
}

impl<'o> Screen<'o> {
    pub(crate) fn new(output: &'o mut Output, saves: bool) -> Result<Self, Failure> {
        let view = TerminalView::new(output)?;
        let (title, warning) = (String::new(), String::new());
        Ok(Self { view, title, opening: Vec::new(), saves, warning, interests: None, choice: 0 })
    }
}

impl Screen<'_> {
    /// Greets a person of whom something is saved, and offers what can be done with it.
    fn welcome(
        &mut self,
        words: &str,
        choices: [(&str, ResumeReply); 3],
    ) -> Result<ResumeReply, Failure> {
        let mut page = Page::new(dialogue_style());
        page.heading("Welcome back");
        page.paragraph(words);
        page.gap();
        let shown = self.view.output.dialogue(&page.into_text());
        shown.map_err(Failure::io("standard error"))?;
        let chosen = terminal::choose(&choices.map(|(line, _)| line)).map_err(stopped)?;
        let chosen = chosen.and_then(|place| choices.get(place));
        Ok(chosen.map_or(ResumeReply::Quit, |(_, reply)| *reply))
    }

    /// Shows a list of which one line is taken, below these words, the long ones or the
    /// short; what was chosen.
    fn choose(
        &mut self,
        mut menu: Menu,
        heading: &str,
        [words, short]: [&str; 2],
    ) -> Result<Choice, Failure> {
        let typed = Some(TypedNumber::default());
        self.view.show(&mut ListView { heading, words, short, menu: &mut menu, typed })
    }
}

impl Interview for Screen<'_> {
    fn output(&mut self) -> &mut Output {
        self.view.output
    }

    fn resume_or_begin(&mut self, saved: SavedSummary) -> Result<ResumeReply, Failure> {
        self.welcome(
            &wording::saved(saved),
            [
                ("Go on with it", ResumeReply::GoOn),
                ("Begin anew", ResumeReply::Anew),
                ("Leave all as it is", ResumeReply::Quit),
            ],
        )
    }

    fn reopen_or_begin(&mut self) -> Result<ResumeReply, Failure> {
        // Who comes next to a machine for everybody is not shown another's result by Enter.
        self.welcome(
            RESULT_KEPT,
            [
                ("Take the quiz again", ResumeReply::Anew),
                ("See the last result", ResumeReply::GoOn),
                ("Leave all as it is", ResumeReply::Quit),
            ],
        )
    }

    fn tell_lost(&mut self, lost: &LostAnswers) -> Result<(), Failure> {
        let page = |_| {
            let mut page = plain_text::lost(lost);
            page.paragraph("q quits, any other key goes on.");
            page.into_text()
        };
        let mut view = PageView { page, means: |key| Some(quits(key)) };
        if self.view.show(&mut view)? { Err(Failure::Interrupted) } else { Ok(()) }
    }

    fn introduce(
        &mut self,
        catalogue: &Catalogue,
        order: &QuestionOrder,
        is_complete: bool,
    ) -> Result<(), Failure> {
        let [title, introduction] = opening(catalogue);
        self.title = title;
        self.opening = if is_complete { Vec::new() } else { openings(introduction, order) };
        Ok(())
    }

    fn warn(&mut self, warning: Option<&str>) {
        warning.unwrap_or_default().clone_into(&mut self.warning);
    }

    fn agrees_to_forget(&mut self) -> Result<bool, Failure> {
        let page = |room: ScreenRoom| {
            let mut page = Page::new(room.style);
            page.paragraph(format!("{FORGET} key keeps it."));
            page.into_text()
        };
        let means = |key| Some(matches!(key, Key::Char('y' | 'Y')));
        self.view.show(&mut PageView { page, means })
    }

    fn ask(&mut self, asked: &Asked<'_>) -> Result<Reply, Failure> {
        let frame = QuestionFrame {
            title: &self.title,
            opening: &self.opening,
            warning: &self.warning,
            saves: self.saves,
        };
        let mut view = QuestionView::new(frame, asked);
        let reply = self.view.show(&mut view)?;
        if let Some(echo) = view.echo(reply) {
            self.view.flash(&echo)?;
        }
        self.opening.clear();
        Ok(reply)
    }

    fn review(&mut self, answers: &[Asked<'_>]) -> Result<ReviewReply, Failure> {
        self.view.show(&mut ReviewView::new(answers, ReviewWords::before(self.saves)))
    }

    fn importance(
        &mut self,
        catalogue: &Catalogue,
        marked: &[InterestIx],
    ) -> Result<ImportanceReply, Failure> {
        let words = format!(
            "{IMPORTANCE} Space marks a line. Enter goes on, with none marked too. b goes back, q {}.",
            wording::quits(self.saves)
        );
        let interests = &catalogue.questionnaire().interests;
        let menu =
            self.interests.get_or_insert_with(|| interests_menu(catalogue, marked).going_back());
        let mut view = ListView {
            heading: "What matters most",
            words: &words,
            short: "Space marks, Enter goes on, b back.",
            menu,
            typed: None,
        };
        Ok(match self.view.show(&mut view)? {
            Choice::Marked(lines) => {
                let marked = lines.into_iter().filter_map(|line| interests.nth(line));
                ImportanceReply::Marked(marked.collect())
            }
            Choice::Back => ImportanceReply::Back,
            Choice::Quit => ImportanceReply::Quit,
            Choice::Chosen(_) => ImportanceReply::GoOn,
        })
    }

    fn starting_point(&mut self, list: &PickList<'_>, at: usize) -> Result<StartReply, Failure> {
        let words = format!(
            "{} A number or the arrows, then Enter goes on. b goes back, q {}.",
            list.words,
            wording::quits(self.saves)
        );
        let words = [words.as_str(), "Number, Enter, b: back, q: quit."];
        Ok(match self.choose(numbered_menu(list, at).going_back(), list.heading, words)? {
            Choice::Chosen(lines) | Choice::Marked(lines) => {
                StartReply::Line(lines.first().copied().unwrap_or(at))
            }
            Choice::Back => StartReply::Back,
            Choice::Quit => StartReply::Quit,
        })
    }

    fn step_aside(&mut self) -> Result<(), Failure> {
        self.view.step_aside()
    }

    fn first_screen(&mut self, page: &FirstScreen<'_>) -> Result<ResultRequest, Failure> {
        let mut view = SummaryView::new(page, self.choice);
        let request = self.view.show(&mut view)?;
        self.choice = view.at();
        Ok(request)
    }

    fn leave(&mut self, summary: &Reading<'_>, again: &Reading<'_>) -> Result<(), Failure> {
        self.view.step_aside()?;
        let style = dialogue_style();
        let history = summary(style).then(&again(style));
        self.view.output.dialogue(&history).map_err(Failure::io("standard error"))
    }

    fn read(&mut self, text: &Reading<'_>) -> Result<(), Failure> {
        self.view.show(&mut PagerView::new(text))
    }

    fn pick(&mut self, list: &PickList<'_>, at: usize) -> Result<Option<usize>, Failure> {
        let words = format!("{} A number or the arrows, then Enter; q goes back.", list.words);
        let words = [words.trim_start(), "Number, Enter; q: back."];
        Ok(match self.choose(numbered_menu(list, at), list.heading, words)? {
            Choice::Chosen(lines) | Choice::Marked(lines) => lines.first().copied(),
            Choice::Back | Choice::Quit => None,
        })
    }

    fn pick_answer(&mut self, answers: &[Asked<'_>]) -> Result<Option<usize>, Failure> {
        Ok(match self.view.show(&mut ReviewView::new(answers, ReviewWords::AFTER))? {
            ReviewReply::Change(places) => places.first().map(|place| place - 1),
            ReviewReply::GoOn | ReviewReply::Back | ReviewReply::Quit => None,
        })
    }

    fn pick_marks(
        &mut self,
        catalogue: &Catalogue,
        marked: &[InterestIx],
    ) -> Result<Option<Vec<InterestIx>>, Failure> {
        let interests = &catalogue.questionnaire().interests;
        let mut menu = interests_menu(catalogue, marked);
        let words = format!("{IMPORTANCE} Space marks a line, Enter takes them, q goes back.");
        let mut view = ListView {
            heading: "What matters most",
            words: &words,
            short: "Space marks, Enter, q: back.",
            menu: &mut menu,
            typed: None,
        };
        loop {
            match self.view.show(&mut view)? {
                Choice::Marked(_) => {}
                Choice::Back | Choice::Quit => return Ok(None),
                Choice::Chosen(lines) => {
                    return Ok(Some(
                        lines.into_iter().filter_map(|line| interests.nth(line)).collect(),
                    ));
                }
            }
        }
    }
}

/// The lines of a list with their numbers, and the cursor at one of them.
fn numbered_menu(list: &PickList<'_>, at: usize) -> Menu {
    let numbered = (1..).zip(&list.lines);
    let lines = numbered.map(|(number, line)| format!("{number:>2} {line}")).collect();
    let mut menu = Menu::of_one(lines, 0, list.picked.what());
    menu = menu.with_details(list.details.clone());
    menu.go_to(at, 1);
    menu
}

/// The interests as lines that can be marked.
fn interests_menu(catalogue: &Catalogue, marked: &[InterestIx]) -> Menu {
    let interests = catalogue.questionnaire().interests.iter();
    let names = interests.map(|interest| Clean::from(&interest.name).to_string()).collect();
    let places: Vec<usize> = marked.iter().map(|interest| interest.number()).collect();
    Menu::of_any(names, &places, "interests")
}
