//! The review on a terminal: every answer, grouped, and the question that the cursor
//! is at in full.

use rolefit_engine::telling::Clean;

use super::interview::{Asked, EarlierReply, ReviewReply};
use super::key_bindings::{TypedNumber, menu_action};
use super::list_view::{headed, menu_text, window_below};
use super::menu::{Choice, Menu};
use super::view::{ScreenRoom, View};
use crate::terminal::Key;
use crate::text::{Page, Style, TerminalText, cut};

/// With fewer rows of the list, the stem gives way to it.
const EASY_WINDOW: usize = 7;

/// A list is no list with fewer rows.
const SMALLEST_WINDOW: usize = 3;

/// What a review calls its first line, and what leaves it.
#[derive(Debug, Clone, Copy)]
pub(super) struct ReviewWords {
    first: &'static str,
    enter: &'static str,
    /// What goes back to the questions, if they come before.
    b: &'static str,
    q: &'static str,
    q_short: &'static str,
}

impl ReviewWords {
    /// Before the result.
    pub(super) fn before(saves: bool) -> Self {
        Self {
            first: "Go on",
            enter: "goes on",
            b: "b goes back, ",
            q: if saves { "saves and quits" } else { "quits" },
            q_short: "quits",
        }
    }
    /// After it.
    pub(super) const AFTER: Self = Self {
        first: "Back to the result",
        enter: "goes back",
        b: "",
        q: "goes back too",
        q_short: "back",
    };
}

/// Every answer, those that are alike together.
pub(super) struct ReviewView<'a> {
    answers: &'a [Asked<'a>],
    words: ReviewWords,
    /// The place of each line's answer; the first line goes on.
    places: Vec<usize>,
    menu: Menu,
    /// The number that is being typed.
    typed: TypedNumber,
}

impl<'a> ReviewView<'a> {
    /// The review, with the cursor on the line that goes on.
    pub(super) fn new(answers: &'a [Asked<'a>], words: ReviewWords) -> Self {
        let mut menu = Menu::of_one(vec![words.first.to_owned()], 1, "lines");
        let mut places = Vec::new();
        for (heading, group) in groups(answers) {
            let line = |place: &usize| {
                let asked = answers.get(*place)?;
                let text = Clean::from(&asked.question.text);
                Some(format!("{:>2} {text}", asked.place.number))
            };
            let lines: Vec<String> = group.iter().filter_map(line).collect();
            menu = menu.with_group(format!("{heading} ({})", lines.len()), lines);
            places.extend(group);
        }
        if !words.b.is_empty() {
            menu = menu.going_back();
        }
        Self { answers, words, places, menu, typed: TypedNumber::default() }
    }

    /// Puts the cursor on the answer at this place.
    fn go_to(&mut self, place: usize, window: usize) {
        if let Some(line) = self.places.iter().position(|there| *there == place) {
            self.menu.go_to(line + 1, window);
        }
    }

    /// The answer under the cursor.
    fn current(&self) -> Option<&Asked<'a>> {
        let line = self.menu.at().checked_sub(1)?;
        self.answers.get(*self.places.get(line)?)
    }

    /// What stands above the list, what below, and the rows between them.
    fn around(&self, room: ScreenRoom) -> (TerminalText, TerminalText, usize) {
        let skipped = self.answers.iter().filter(|asked| asked.answer().is_none()).count();
        let skipped = if skipped == 0 { String::new() } else { format!("{skipped} skipped. ") };
        let words = format!(
            "{skipped}Enter {}. To change an answer, move to it or type its number, and press \
             Enter. {}q {}.",
            self.words.enter, self.words.b, self.words.q
        );
        let whole = headed("Your answers", &words, room.style);
        let mut page = Page::new(room.style);
        let back = if self.words.b.is_empty() { "" } else { ", b back" };
        let short = format!("{skipped}Enter {}, q {}{back}.", self.words.enter, self.words.q_short);
        page.line(cut(&short, room.style.columns()));
        let short = page.into_text();
        let [below, closer] = [true, false].map(|has_stem| self.below(room.style, has_stem));
        let tries = [
            (&whole, &below, EASY_WINDOW),
            (&whole, &closer, SMALLEST_WINDOW),
            (&short, &closer, SMALLEST_WINDOW),
        ];
        for (above, below, least) in tries {
            let window = window_below(above, room).saturating_sub(below.lines().count());
            if window >= least {
                return (above.clone(), below.clone(), window);
            }
        }
        let window = window_below(&short, room).max(1);
        (short, TerminalText::empty(), window)
    }

    /// The question under the cursor in full, after its stem or without. It takes the same
    /// rows whichever that is, so that the list stays where it is.
    fn below(&self, style: Style, has_stem: bool) -> TerminalText {
        let told = |asked: &Asked<'_>| {
            let mut page = Page::new(style);
            page.gap();
            let label = match asked.before {
                EarlierReply::Answered(point) => asked.scale.label(point),
                EarlierReply::Skipped | EarlierReply::Nothing => "skipped",
            };
            let stem = asked.stem.filter(|_| has_stem);
            let stem = stem.map_or_else(String::new, |stem| format!("{stem} "));
            page.paragraph(format!("{stem}{}", asked.question.text));
            page.item("  ", label);
            page.into_text()
        };
        let highest = self.answers.iter().map(|asked| told(asked).lines().count()).max();
        let mut lines = self.current().map_or_else(Vec::new, |asked| told(asked).split_lines());
        lines.resize(highest.unwrap_or(0), TerminalText::empty());
        TerminalText::of_lines(&lines)
    }
}

/// The places of the answers that are alike: the highest first, those skipped last.
fn groups(answers: &[Asked<'_>]) -> Vec<(Clean, Vec<usize>)> {
    let Some(scale) = answers.first().map(|asked| asked.scale) else { return Vec::new() };
    let with = |point| {
        let numbered = answers.iter().enumerate();
        let alike = numbered.filter(move |(_, asked)| asked.answer() == point);
        alike.map(|(place, _)| place).collect::<Vec<_>>()
    };
    let points = scale.points().rev();
    let answered = points.map(|point| (Clean::from(scale.label(point)), with(Some(point))));
    let all = answered.chain([(Clean::from("Skipped"), with(None))]);
    all.filter(|(_, places)| !places.is_empty()).collect()
}

impl View for ReviewView<'_> {
    type Reply = ReviewReply;

    fn text(&self, room: ScreenRoom) -> TerminalText {
        let (above, below, window) = self.around(room);
        above.then(&menu_text(&self.menu, window, room.style)).then(&below)
    }

    fn press(&mut self, key: Key, room: ScreenRoom) -> Option<ReviewReply> {
        let (_, _, window) = self.around(room);
        if let Some(number) = self.typed.press(key, self.answers.len()) {
            self.go_to(number - 1, window);
            return None;
        }
        Some(match self.menu.step(menu_action(key), window)? {
            Choice::Back => ReviewReply::Back,
            Choice::Quit => ReviewReply::Quit,
            Choice::Chosen(lines) | Choice::Marked(lines) => {
                match lines.first().and_then(|line| line.checked_sub(1)) {
                    None => ReviewReply::GoOn,
                    Some(line) => {
                        let place = self.places.get(line).map_or(1, |place| place + 1);
                        ReviewReply::Change(vec![place])
                    }
                }
            }
        })
    }

    /// A number may have a digit twice, typed fast.
    fn repeats(&self, key: Key) -> bool {
        key.moves() || matches!(key, Key::Char('0'..='9'))
    }
}
