//! The conversation on a terminal: one question a screen, one key an answer.

use console::Key;
use rolefit_engine::catalogue::{Catalogue, InterestIx};
use rolefit_engine::sitting::QuestionOrder;

use super::full_screen::FullScreen;
use super::interview::{Asked, Interview, Keepsake, Loss, Mattering, Offer, Reply, Review, Saved};
use super::key_bindings::{QuestionAction, meaning, quits};
use super::menu::{Choice, Menu};
use super::screen_text::{self, Frame};
use super::wording::{IMPORTANCE, length, opening};
use super::{plain_text, wording};
use crate::failure::Failure;
use crate::output::Output;
use crate::text::{clean, cut};

/// A person at a terminal.
pub(crate) struct Screen<'o> {
    full_screen: FullScreen<'o>,
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
        let full_screen = FullScreen::new(output)?;
        let (title, warning) = (String::new(), String::new());
        Ok(Self { full_screen, title, opening: None, saves, warning, interests: None })
    }

    /// Shows one question until there is a reply to it.
    fn put(&mut self, asked: &Asked<'_>) -> Result<Reply, Failure> {
        let page = |rows| {
            let opening = self.opening.as_ref();
            let frame = Frame { title: &self.title, opening, warning: &self.warning, rows };
            screen_text::question(&frame, asked)
        };
        let meant = |key: &Key| match meaning(key, asked.scale) {
            QuestionAction::Onward if !asked.was_put() => None,
            QuestionAction::Nothing => None,
            meaning => Some(meaning),
        };
        let saves = self.saves && self.warning.is_empty();
        let help = |rows| screen_text::help(asked.scale.len(), saves, rows);
        loop {
            match self.full_screen.shown(page, meant)? {
                QuestionAction::Answer(point) => return Ok(Reply::Answer(point)),
                QuestionAction::Skip => return Ok(Reply::Skip),
                QuestionAction::Back => return Ok(Reply::Back),
                QuestionAction::Quit => return Ok(Reply::Quit),
                QuestionAction::Onward | QuestionAction::Nothing => return Ok(Reply::Keep),
                QuestionAction::Help => {}
            }
            if self.full_screen.shown(help, |key| Some(quits(key)))? {
                return Ok(Reply::Quit);
            }
        }
    }
}

impl Interview for Screen<'_> {
    fn output(&mut self) -> &mut Output {
        self.full_screen.output
    }

    fn offer(&mut self, saved: Saved) -> Result<Offer, Failure> {
        let lines = ["Go on with it", "Begin anew"].map(str::to_owned).to_vec();
        let words = format!("{} q leaves everything as it is.", wording::saved(saved));
        let mut menu = Menu::of_one(lines, 0, "lines");
        Ok(match self.full_screen.choice("Welcome back", &words, &mut menu)? {
            Choice::Quit => Offer::Quit,
            Choice::Chosen(lines) if lines == [1] => Offer::Anew,
            Choice::Chosen(_) | Choice::Marked(_) => Offer::GoOn,
        })
    }

    fn notice(&mut self, loss: &Loss) -> Result<(), Failure> {
        let page = |_| {
            let mut page = plain_text::lost(loss);
            page.paragraph("q quits, any other key goes on.");
            page.into_text()
        };
        if self.full_screen.shown(page, |key| Some(quits(key)))? {
            Err(Failure::Interrupted)
        } else {
            Ok(())
        }
    }

    fn introduce(&mut self, catalogue: &Catalogue, order: &QuestionOrder) -> Result<(), Failure> {
        let (title, introduction) = opening(catalogue);
        self.title = title;
        self.opening = Some([introduction, length(order)]);
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

    fn review(&mut self, answers: &[Asked<'_>]) -> Result<Review, Failure> {
        let skipped = answers.iter().filter(|asked| asked.answer().is_none()).count();
        let skipped = if skipped == 0 { String::new() } else { format!("{skipped} skipped. ") };
        let words = format!(
            "{skipped}Enter goes on. To change an answer, move to it and press Enter. q saves and \
             quits."
        );
        let mut lines = vec!["Go on".to_owned()];
        for asked in answers {
            let label = asked.answer().map_or("skipped", |point| asked.scale.label(point));
            let answer = cut(&clean(label), 20);
            let text = clean(&asked.question.text);
            lines.push(format!("{:>2} {answer}: {text}", asked.place.number));
        }
        let mut menu = Menu::of_one(lines, 1, "answers");
        Ok(match self.full_screen.choice("Your answers", &words, &mut menu)? {
            Choice::Quit => Review::Quit,
            Choice::Chosen(lines) if lines == [0] => Review::GoOn,
            Choice::Chosen(places) | Choice::Marked(places) => Review::Change(places),
        })
    }

    fn importance(
        &mut self,
        catalogue: &Catalogue,
        marked: &[InterestIx],
    ) -> Result<Mattering, Failure> {
        let words = format!(
            "{IMPORTANCE} Space marks a line. Enter goes on, with none marked too. q saves your \
             answers and quits."
        );
        let interests = &catalogue.questionnaire().interests;
        let places: Vec<usize> = marked.iter().map(|interest| interest.number()).collect();
        let names = || interests.iter().map(|interest| clean(&interest.name)).collect();
        let menu =
            self.interests.get_or_insert_with(|| Menu::of_any(names(), &places, "interests"));
        let said = match self.full_screen.choice("What matters most", &words, menu)? {
            Choice::Marked(marked) => {
                let marked = marked.into_iter().filter_map(|line| interests.nth(line));
                return Ok(Mattering::Marked(marked.collect()));
            }
            Choice::Quit => Mattering::Quit,
            Choice::Chosen(_) => Mattering::GoOn,
        };
        self.full_screen.draw("")?;
        Ok(said)
    }

    fn keepsake(&mut self, keepsakes: &[String]) -> Result<Keepsake, Failure> {
        let mut lines = vec!["Nothing more".to_owned()];
        lines.extend(keepsakes.iter().map(|line| clean(line)));
        // The result stays on the screen, so the menu is drawn below it.
        let menu = Menu::of_one(lines, 1, "things");
        Ok(match self.full_screen.choice_below("Keep something of this?", menu)? {
            Choice::Quit => Keepsake::Quit,
            Choice::Chosen(lines) | Choice::Marked(lines) => {
                match lines.first().and_then(|line| line.checked_sub(1)) {
                    Some(number) => Keepsake::This(number),
                    None => Keepsake::NoMore,
                }
            }
        })
    }
}
