//! The conversation as numbered lines: nothing is redrawn, nothing is told by
//! colour, and one line is read for each question.

use std::io::{self, BufRead};

use rolefit::catalogue::Catalogue;

use super::flow::{Asked, Interview, Reply, Review};
use super::wording::{IMPORTANCE, NOTICE, help, opening};
use crate::failure::Failure;
use crate::output::{Output, dialogue_style};
use crate::render::{Page, clean};

/// A person, or a script, that reads and writes lines.
pub(crate) struct Plain<'o> {
    output: &'o mut Output,
    /// Whether someone is there to be asked again.
    on_terminal: bool,
    line: usize,
    answered: bool,
}

impl<'o> Plain<'o> {
    pub(crate) fn new(output: &'o mut Output, on_terminal: bool) -> Self {
        Self { output, on_terminal, line: 0, answered: false }
    }

    fn tell(&mut self, page: Page) -> Result<(), Failure> {
        self.say(&page.into_text())
    }

    fn say(&mut self, text: &str) -> Result<(), Failure> {
        self.output.say(text).map_err(Failure::io("standard error"))
    }

    /// The next line of input without blanks; `None` at its end.
    fn read(&mut self) -> Result<Option<String>, Failure> {
        /// A line that is longer than this answers nothing.
        const LONGEST: u64 = 4_096;
        let mut bytes = Vec::new();
        let mut input = io::Read::take(io::stdin().lock(), LONGEST);
        let read = input.read_until(b'\n', &mut bytes).map_err(Failure::io("standard input"))?;
        if read == 0 {
            return Ok(None);
        }
        self.line += 1;
        Ok(Some(String::from_utf8_lossy(&bytes).trim().to_owned()))
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
            self.line
        )))
    }

    /// Numbers from 1 to `highest`; none on an empty line and at the end of
    /// input, and none from a script that says anything else: by now its
    /// answers are all in.
    fn chosen(&mut self, highest: usize) -> Result<Chosen, Failure> {
        loop {
            let line = self.read()?.unwrap_or_default();
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
    fn introduce(&mut self, catalogue: &Catalogue, questions: usize) -> Result<(), Failure> {
        let (title, introduction) = opening(catalogue);
        let mut page = Page::new(dialogue_style());
        page.paragraph(&title);
        page.gap();
        page.paragraph(&introduction);
        page.paragraph(NOTICE);
        page.paragraph(&format!(
            "There are {questions} questions. To each, type a number and press Enter. s skips, \
             b goes back, ? is help, q quits."
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
        page.paragraph(&format!("Question {} of {}: {text}", asked.place, asked.of));
        if let Some(point) = asked.answer {
            let label = clean(asked.scale.label(point));
            page.paragraph(&format!("Answered {}: {label}. Enter keeps it.", point.number()));
        }
        self.tell(page)?;
        loop {
            let Some(line) = self.read()? else {
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
            page.item(&format!("{}. ", asked.place), &format!("{}: {text}", clean(label)));
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
}

/// What was said where numbers may be chosen.
enum Chosen {
    Numbers(Vec<usize>),
    Quit,
}

/// Numbers from 1 to `highest`, with blanks or commas between them.
fn numbers(line: &str, highest: usize) -> Option<Vec<usize>> {
    line.split(|c: char| c.is_whitespace() || c == ',')
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok().filter(|number| (1..=highest).contains(number)))
        .collect()
}

fn no_answers() -> Failure {
    Failure::Usage(
        "no answers: the input ended before the first one. Take the quiz in a terminal, pipe \
         one answer a line, or give them all at once with rolefit score --answers DIGITS"
            .to_owned(),
    )
}
