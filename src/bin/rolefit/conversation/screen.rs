//! The conversation on a terminal: one question a screen, one key an answer.

use colored::Colorize;
use console::{Key, Term};
use dialoguer::{MultiSelect, Select};
use rolefit::catalogue::Catalogue;

use super::flow::{Asked, Interview, Reply, Review};
use super::keys::{Keys, Meaning};
use super::leave::Tidy;
use super::wording::{IMPORTANCE, NOTICE, help, opening};
use crate::failure::Failure;
use crate::output::{Output, dialogue_style};
use crate::render::{Page, clean, cut, padded};

/// A person at a terminal.
pub(crate) struct Screen<'o> {
    term: Term,
    output: &'o mut Output,
    keys: Keys,
    title: String,
    opening: Option<String>,
    _tidy: Tidy,
}

impl<'o> Screen<'o> {
    pub(crate) fn new(output: &'o mut Output) -> Result<Self, Failure> {
        let tidy = Tidy::new().map_err(Failure::io("the terminal"))?;
        let (term, keys) = (Term::stderr(), Keys::default());
        Ok(Self { term, output, keys, title: String::new(), opening: None, _tidy: tidy })
    }

    fn draw(&mut self, text: &str) -> Result<(), Failure> {
        self.term
            .clear_screen()
            .and_then(|()| self.output.say(text))
            .map_err(Failure::io("the terminal"))
    }

    fn key(&self) -> Result<Key, Failure> {
        self.term.read_key_raw().map_err(stopped)
    }

    /// A question's screen; the first one says what the quiz is, as far as the
    /// terminal has room.
    fn question(&self, asked: &Asked<'_>) -> String {
        let Some(opening) = &self.opening else { return self.screen(asked, &[]) };
        let rows = usize::from(self.term.size().0);
        let whole = self.screen(asked, &[opening, NOTICE]);
        if whole.lines().count() < rows { whole } else { self.screen(asked, &[NOTICE]) }
    }

    fn screen(&self, asked: &Asked<'_>, opening: &[&str]) -> String {
        let mut page = Page::new(dialogue_style());
        page.line(&cut(&self.title, page.style().columns()).bold().to_string());
        page.gap();
        for paragraph in opening {
            page.paragraph(paragraph);
            page.gap();
        }
        #[expect(clippy::cast_precision_loss, reason = "there are at most 1,000 questions")]
        let done = (asked.place - 1) as f64 / asked.of as f64;
        let place = format!("{} of {}", asked.place, asked.of);
        page.line(&format!("{place}  {}", page.style().bar(done, 20)));
        page.gap();
        page.strong_item("", &clean(&asked.question.text));
        page.gap();
        for (point, label) in asked.scale.points().zip(asked.scale.labels()) {
            let mark = if asked.answer == Some(point) { ">" } else { " " };
            page.item(&format!(" {mark} {}  ", point.number()), &clean(label));
        }
        page.gap();
        let points = asked.scale.len();
        page.paragraph(&format!("1-{points} answer  s skip  b back  ? help  q quit"));
        page.into_text()
    }

    fn help(&mut self, points: u8) -> Result<(), Failure> {
        let mut page = Page::new(dialogue_style());
        page.heading("The keys");
        for (key, does) in help(points) {
            page.item(&padded(&format!("  {key}"), 9), does);
        }
        page.gap();
        page.paragraph(NOTICE);
        page.gap();
        page.paragraph("Any key goes back to the question.");
        self.draw(&page.into_text())?;
        self.key().map(|_| ())
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
    fn introduce(&mut self, catalogue: &Catalogue, questions: usize) -> Result<(), Failure> {
        let (title, introduction) = opening(catalogue);
        self.title = title;
        self.opening = Some(format!("{introduction} There are {questions} questions."));
        Ok(())
    }

    fn ask(&mut self, asked: &Asked<'_>) -> Result<Reply, Failure> {
        loop {
            let text = self.question(asked);
            self.draw(&text)?;
            let reply = loop {
                let key = self.key()?;
                match self.keys.meaning(&key, asked.scale) {
                    Meaning::Answer(point) => break Some(Reply::Answer(point)),
                    Meaning::Skip => break Some(Reply::Skip),
                    Meaning::Back => break Some(Reply::Back),
                    Meaning::Quit => break Some(Reply::Quit),
                    Meaning::Onward if asked.answer.is_some() => break Some(Reply::Keep),
                    Meaning::Help => break None,
                    Meaning::Onward | Meaning::Nothing => {}
                }
            };
            if let Some(reply) = reply {
                self.opening = None;
                return Ok(reply);
            }
            self.help(asked.scale.len())?;
        }
    }

    fn review(&mut self, answers: &[Asked<'_>]) -> Result<Review, Failure> {
        let skipped = answers.iter().filter(|asked| asked.answer.is_none()).count();
        let mut page = Page::new(dialogue_style());
        page.heading("Your answers");
        page.paragraph(&match skipped {
            0 => "Enter goes on. To change an answer, move to it and press Enter.".to_owned(),
            _ => format!("{skipped} skipped. Enter goes on; or move to an answer to change it."),
        });
        self.draw(&page.into_text())?;
        let mut lines = vec!["Go on".to_owned()];
        for asked in answers {
            let label = asked.answer.map_or("skipped", |point| asked.scale.label(point));
            let answer = cut(&clean(label), 20);
            let text = clean(&asked.question.text);
            lines.push(Self::menu_line(&format!("{:>2} {answer}: {text}", asked.place)));
        }
        let menu = Select::new().items(&lines).default(0).max_length(self.rows()).report(false);
        match menu.interact_on_opt(&self.term).map_err(of_menu)? {
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
