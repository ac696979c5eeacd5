//! The conversation on a terminal: one question a screen, one key an answer.

use console::Term;
use dialoguer::{MultiSelect, Select};
use rolefit::catalogue::{Catalogue, Scale};

use super::course::Course;
use super::drawing::{self, Frame};
use super::interview::{Asked, Interview, Reply, Review};
use super::keyboard::{Event, Keyboard};
use super::keys::{Keys, Meaning};
use super::leave::Tidy;
use super::wording::{IMPORTANCE, length, opening};
use crate::failure::Failure;
use crate::output::{Output, dialogue_style};
use crate::render::{Page, clean, cut};

/// A person at a terminal.
pub(crate) struct Screen<'o> {
    term: Term,
    output: &'o mut Output,
    keyboard: Keyboard,
    keys: Keys,
    title: String,
    opening: Option<String>,
    warning: String,
    _tidy: Tidy,
}

impl<'o> Screen<'o> {
    pub(crate) fn new(output: &'o mut Output) -> Result<Self, Failure> {
        let tidy = Tidy::new().map_err(Failure::io("the terminal"))?;
        let term = Term::stderr();
        Ok(Self {
            keyboard: Keyboard::new(&term),
            term,
            output,
            keys: Keys::default(),
            title: String::new(),
            opening: None,
            warning: String::new(),
            _tidy: tidy,
        })
    }

    fn draw(&mut self, text: &str) -> Result<(), Failure> {
        self.term
            .clear_screen()
            .and_then(|()| self.output.say(text))
            .map_err(Failure::io("the terminal"))
    }

    /// Shows a page, again whenever the terminal changes its size, until a key
    /// means something.
    fn answered(
        &mut self,
        scale: &Scale,
        page: impl Fn(&Self) -> String,
    ) -> Result<Meaning, Failure> {
        loop {
            let text = page(self);
            self.draw(&text)?;
            loop {
                match self.keyboard.next().map_err(stopped)? {
                    Event::Resized => break,
                    Event::Key(key) => match self.keys.meaning(&key, scale) {
                        Meaning::Nothing => {}
                        meaning => return Ok(meaning),
                    },
                }
            }
        }
    }

    /// Shows a page until any key is pressed.
    fn shown(&mut self, page: impl Fn(&Self) -> String) -> Result<(), Failure> {
        loop {
            let text = page(self);
            self.draw(&text)?;
            if let Event::Key(_) = self.keyboard.next().map_err(stopped)? {
                return Ok(());
            }
        }
    }

    /// What stands around a question.
    fn frame(&self) -> Frame<'_> {
        Frame {
            title: &self.title,
            opening: self.opening.as_deref(),
            warning: &self.warning,
            rows: usize::from(self.term.size().0),
        }
    }

    /// A heading and some lines above a menu; the number of the line chosen, or
    /// `None` if the person would not choose.
    fn choice(
        &mut self,
        heading: &str,
        text: &str,
        lines: &[String],
    ) -> Result<Option<usize>, Failure> {
        let mut page = Page::new(dialogue_style());
        page.heading(heading);
        page.paragraph(text);
        self.draw(&page.into_text())?;
        let lines: Vec<String> = lines.iter().map(|line| Self::menu_line(line)).collect();
        let menu = Select::new().items(&lines).default(0).max_length(self.rows()).report(false);
        menu.interact_on_opt(&self.term).map_err(of_menu)
    }

    /// A menu's line: menus leave ghosts when a line nears the edge.
    fn menu_line(text: &str) -> String {
        cut(text, dialogue_style().columns().saturating_sub(6))
    }

    fn rows(&self) -> usize {
        usize::from(self.term.size().0).saturating_sub(5).max(3)
    }
}

impl Interview for Screen<'_> {
    fn offer(&mut self, answered: usize) -> Result<bool, Failure> {
        let text = format!("A sitting of yours is saved, with {answered} answers.");
        let lines = ["Go on with it", "Begin anew; the saved answers are lost"].map(str::to_owned);
        Ok(self.choice("Welcome back", &text, &lines)? != Some(1))
    }

    fn notice(&mut self, text: &str) -> Result<(), Failure> {
        self.shown(|_| {
            let mut page = Page::new(dialogue_style());
            page.paragraph(text);
            page.gap();
            page.paragraph("Any key goes on.");
            page.into_text()
        })
    }

    fn introduce(&mut self, catalogue: &Catalogue, course: &Course<'_>) -> Result<(), Failure> {
        let (title, introduction) = opening(catalogue);
        self.title = title;
        self.opening = Some(format!("{introduction} {}", length(course)));
        Ok(())
    }

    fn warn(&mut self, warning: &str) {
        warning.clone_into(&mut self.warning);
    }

    fn ask(&mut self, asked: &Asked<'_>) -> Result<Reply, Failure> {
        let reply = loop {
            match self.answered(asked.scale, |screen| drawing::question(&screen.frame(), asked))? {
                Meaning::Answer(point) => break Reply::Answer(point),
                Meaning::Skip => break Reply::Skip,
                Meaning::Back => break Reply::Back,
                Meaning::Quit => break Reply::Quit,
                Meaning::Onward if asked.answer.is_some() => break Reply::Keep,
                Meaning::Help => self.shown(|_| drawing::help(asked.scale.len()))?,
                Meaning::Onward | Meaning::Nothing => {}
            }
        };
        self.opening = None;
        Ok(reply)
    }

    fn review(&mut self, answers: &[Asked<'_>]) -> Result<Review, Failure> {
        let skipped = answers.iter().filter(|asked| asked.answer.is_none()).count();
        let text = match skipped {
            0 => "Enter goes on. To change an answer, move to it and press Enter.".to_owned(),
            _ => format!("{skipped} skipped. Enter goes on; or move to an answer to change it."),
        };
        let mut lines = vec!["Go on".to_owned()];
        for asked in answers {
            let label = asked.answer.map_or("skipped", |point| asked.scale.label(point));
            let answer = cut(&clean(label), 20);
            lines.push(format!(
                "{:>2} {answer}: {}",
                asked.place.number,
                clean(&asked.question.text)
            ));
        }
        match self.choice("Your answers", &text, &lines)? {
            None | Some(0) => Ok(Review::GoOn),
            Some(place) => Ok(Review::Change(vec![place])),
        }
    }

    fn is_patient(&self) -> bool {
        true
    }

    fn importance(&mut self, catalogue: &Catalogue) -> Result<Vec<usize>, Failure> {
        let mut page = Page::new(dialogue_style());
        page.heading("What matters most");
        page.paragraph(IMPORTANCE);
        page.paragraph("Space marks a line. Enter goes on, with none marked too.");
        self.draw(&page.into_text())?;
        let interests = catalogue.questionnaire().interests.iter();
        let lines: Vec<String> =
            interests.map(|interest| Self::menu_line(&clean(&interest.name))).collect();
        let menu = MultiSelect::new().items(&lines).max_length(self.rows()).report(false);
        let marked = menu.interact_on_opt(&self.term).map_err(of_menu)?;
        self.draw("")?;
        Ok(marked.unwrap_or_default())
    }

    fn keepsake(&mut self, keepsakes: &[String]) -> Result<Option<usize>, Failure> {
        let mut lines = vec!["Nothing more".to_owned()];
        lines.extend(keepsakes.iter().map(|line| Self::menu_line(line)));
        // The result stays on the screen, so the menu is drawn below it.
        self.output.say("\nKeep something of this?\n").map_err(Failure::io("the terminal"))?;
        let menu = Select::new().items(&lines).default(0).report(false);
        let chosen = menu.interact_on_opt(&self.term).map_err(of_menu)?;
        Ok(chosen.and_then(|line| line.checked_sub(1)))
    }
}

fn of_menu(error: dialoguer::Error) -> Failure {
    let dialoguer::Error::IO(error) = error;
    stopped(error)
}

/// Ctrl-C reaches a reader of keys as an interruption, and a terminal that has
/// gone as the end of it.
fn stopped(error: std::io::Error) -> Failure {
    use std::io::ErrorKind::{Interrupted, NotConnected, UnexpectedEof};
    match error.kind() {
        Interrupted | UnexpectedEof | NotConnected => Failure::Interrupted,
        _ => Failure::io("the terminal")(error),
    }
}
