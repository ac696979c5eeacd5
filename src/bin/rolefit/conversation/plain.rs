//! The conversation as numbered lines: nothing is redrawn, nothing is told by
//! colour, and one line is read for each question.

use rolefit::catalogue::Catalogue;

use super::course::Course;
use super::interview::{Asked, Interview, Reply, Review};
use super::leave::handle_signals;
use super::lines::{Lines, numbers};
use super::wording::{IMPORTANCE, NOTICE, help, length, opening};
use crate::failure::Failure;
use crate::output::{Output, dialogue_style};
use crate::render::{Page, clean};

/// More lines than any script needs: an endless `yes b` has to come to an end.
const MOST_LINES: usize = 20_000;

/// A person, or a script, that reads and writes lines.
pub(crate) struct Plain<'o> {
    output: &'o mut Output,
    /// Whether someone is there to be asked again.
    on_terminal: bool,
    lines: Lines,
    answered: bool,
}

impl<'o> Plain<'o> {
    pub(crate) fn new(output: &'o mut Output, on_terminal: bool) -> Self {
        // If they cannot be handled, a signal ends the program as it does any other.
        let _ = handle_signals();
        Self { output, on_terminal, lines: Lines::default(), answered: false }
    }

    fn tell(&mut self, page: Page) -> Result<(), Failure> {
        self.say(&page.into_text())
    }

    fn say(&mut self, text: &str) -> Result<(), Failure> {
        self.output.say(text).map_err(Failure::io("standard error"))
    }

    fn not_understood(&mut self, line: &str, expected: &str) -> Result<(), Failure> {
        self.say(&format!("\"{}\" is not clear here. Type {expected}.\n", clean(line)))
    }

    /// Asks again if there is someone to ask. A script's later lines would be
    /// read as answers to the wrong questions, so there it ends.
    fn not_an_answer(&mut self, line: &str, expected: &str) -> Result<(), Failure> {
        if self.on_terminal {
            return self.not_understood(line, expected);
        }
        let line = clean(line);
        Err(Failure::Data(format!(
            "line {} of the input is \"{line}\": expected {expected}",
            self.lines.count()
        )))
    }

    /// Numbers from 1 to `highest`; none on an empty line and at the end of
    /// input, and none from a script that says anything else: by now its
    /// answers are all in.
    fn chosen(&mut self, highest: usize) -> Result<Chosen, Failure> {
        loop {
            let line = self.lines.read()?.unwrap_or_default();
            if matches!(line.as_str(), "q" | "Q") {
                return Ok(Chosen::Quit);
            }
            if let Some(numbers) = numbers(&line, highest) {
                return Ok(Chosen::Numbers(numbers));
            }
            self.not_understood(&line, &format!("numbers from 1 to {highest}, or nothing"))?;
            if !self.on_terminal {
                return Ok(Chosen::Numbers(Vec::new()));
            }
        }
    }

    fn help(&mut self, asked: &Asked<'_>) -> Result<(), Failure> {
        let mut page = Page::new(dialogue_style());
        scale(&mut page, asked);
        for (key, does) in help(asked.scale.len()) {
            page.item(&format!("{key}: "), does);
        }
        self.tell(page)
    }
}

fn scale(page: &mut Page, asked: &Asked<'_>) {
    for (point, label) in asked.scale.points().zip(asked.scale.labels()) {
        page.item(&format!("{}. ", point.number()), &clean(label));
    }
}

impl Interview for Plain<'_> {
    fn offer(&mut self, answered: usize) -> Result<bool, Failure> {
        self.say(&format!(
            "A sitting of yours is saved, with {answered} answers. Enter goes on with it; n \
             begins anew, and the saved answers are lost.\n"
        ))?;
        let line = self.lines.read()?.unwrap_or_default();
        Ok(!line.to_ascii_lowercase().starts_with('n'))
    }

    fn notice(&mut self, text: &str) -> Result<(), Failure> {
        let mut page = Page::new(dialogue_style());
        page.paragraph(text);
        page.gap();
        self.tell(page)
    }

    fn warn(&mut self, warning: &str) {
        // A warning that cannot be shown is not worth stopping for.
        let _ = self.say(&format!("{warning}\n"));
    }

    fn introduce(&mut self, catalogue: &Catalogue, course: &Course<'_>) -> Result<(), Failure> {
        let (title, introduction) = opening(catalogue);
        let mut page = Page::new(dialogue_style());
        page.paragraph(&title);
        page.gap();
        page.paragraph(&introduction);
        page.paragraph(NOTICE);
        page.paragraph(&format!(
            "{} To each, type a number and press Enter. s skips, b goes back, ? is help, q quits.",
            length(course)
        ));
        page.gap();
        for (number, label) in (1..).zip(catalogue.questionnaire().scale.labels()) {
            page.item(&format!("{number}. "), &clean(label));
        }
        page.gap();
        self.tell(page)
    }

    fn ask(&mut self, asked: &Asked<'_>) -> Result<Reply, Failure> {
        let mut page = Page::new(dialogue_style());
        let text = clean(&asked.question.text);
        let place = asked.place.words();
        let place = if asked.place.of.is_some() { format!("Question {place}") } else { place };
        page.paragraph(&format!("{place}: {text}"));
        if let Some(point) = asked.answer {
            let label = clean(asked.scale.label(point));
            page.paragraph(&format!("Answered {}: {label}. Enter keeps it.", point.number()));
        }
        self.tell(page)?;
        loop {
            if !self.on_terminal && self.lines.count() > MOST_LINES {
                return Err(Failure::Data(format!(
                    "{MOST_LINES} lines of input did not answer the questions"
                )));
            }
            let Some(line) = self.lines.read()? else {
                return if self.answered { Ok(Reply::Quit) } else { Err(no_answers()) };
            };
            let number = line.parse::<u8>().ok();
            if let Some(point) = number.and_then(|number| asked.scale.point(number)) {
                self.answered = true;
                return Ok(Reply::Answer(point));
            }
            match line.to_ascii_lowercase().as_str() {
                "" if asked.answer.is_some() => return Ok(Reply::Keep),
                "s" | "-" | "skip" => return Ok(Reply::Skip),
                "b" | "back" => return Ok(Reply::Back),
                "q" | "quit" => return Ok(Reply::Quit),
                "?" | "help" => self.help(asked)?,
                _ => {
                    let expected = format!("1 to {}, s, b, ? or q", asked.scale.len());
                    self.not_an_answer(&line, &expected)?;
                }
            }
        }
    }

    fn review(&mut self, answers: &[Asked<'_>]) -> Result<Review, Failure> {
        let mut page = Page::new(dialogue_style());
        page.gap();
        page.paragraph("Your answers:");
        for asked in answers {
            let label = asked.answer.map_or("skipped", |point| asked.scale.label(point));
            let text = clean(&asked.question.text);
            page.item(&format!("{}. ", asked.place.number), &format!("{}: {text}", clean(label)));
        }
        page.paragraph("To change answers, type their numbers. Enter goes on.");
        self.tell(page)?;
        Ok(match self.chosen(answers.len())? {
            Chosen::Quit => Review::Quit,
            Chosen::Numbers(places) if places.is_empty() => Review::GoOn,
            Chosen::Numbers(places) => Review::Change(places),
        })
    }

    fn is_patient(&self) -> bool {
        self.on_terminal
    }

    fn importance(&mut self, catalogue: &Catalogue) -> Result<Vec<usize>, Failure> {
        let interests = &catalogue.questionnaire().interests;
        let mut page = Page::new(dialogue_style());
        page.gap();
        page.paragraph(IMPORTANCE);
        for (number, interest) in (1..).zip(interests) {
            page.item(&format!("{number}. "), &clean(&interest.name));
        }
        page.paragraph("Type the numbers of those that do. Enter goes on with none.");
        self.tell(page)?;
        Ok(match self.chosen(interests.len())? {
            Chosen::Quit => Vec::new(),
            Chosen::Numbers(numbers) => numbers.into_iter().map(|number| number - 1).collect(),
        })
    }

    fn keepsake(&mut self, keepsakes: &[String]) -> Result<Option<usize>, Failure> {
        let mut page = Page::new(dialogue_style());
        page.gap();
        page.paragraph("Keep something of this? Type its number; Enter keeps nothing more.");
        for (number, keepsake) in (1..).zip(keepsakes) {
            page.item(&format!("{number}. "), keepsake);
        }
        self.tell(page)?;
        Ok(match self.chosen(keepsakes.len())? {
            Chosen::Numbers(numbers) => numbers.first().map(|number| number - 1),
            Chosen::Quit => None,
        })
    }
}

/// What was said where numbers may be chosen.
enum Chosen {
    Numbers(Vec<usize>),
    Quit,
}

fn no_answers() -> Failure {
    Failure::Usage(
        "no answers: the input ended before the first one. Take the quiz in a terminal, pipe \
         one answer a line, or give them all at once with rolefit score --answers DIGITS"
            .to_owned(),
    )
}
