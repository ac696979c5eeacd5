//! The first screen of a result: all of what comes first on one screen, and the
//! choices below it.

use rolefit_engine::telling::Clean;
use rolefit_engine::telling::result::{NextStep, Notice, Reasons, ResultSummary, RoleNames};

use super::choice_rows::choices;
use super::result_request::{FirstScreen, ResultRequest};
use super::view::{ScreenRoom, View};
use super::wording::KEPT;
use crate::terminal::Key;
use crate::text::{Page, Paint, Styled, TerminalText, cut, wrapped};

/// Where more stands about what to keep in mind.
const MORE: &str = "press e";

/// What comes first, and where the cursor is among the choices.
pub(super) struct SummaryView<'a> {
    page: &'a FirstScreen<'a>,
    at: usize,
}

/// A part of the summary, which can be shown in more rows or fewer.
struct SummaryPart<'a> {
    text: PartText<'a>,
    paint: Paint,
    /// The rows that it has where there is little room.
    budget: usize,
    /// The fewest rows that say anything.
    least: usize,
    /// What gives way first where even that is too much has the highest number.
    gives_way: u8,
}

enum PartText<'a> {
    Words(Clean),
    Names(&'a RoleNames),
    Reasons(&'a Reasons),
    Step(&'a NextStep),
    Notice(&'a Notice),
}

impl<'a> SummaryView<'a> {
    pub(super) fn new(page: &'a FirstScreen<'a>, at: usize) -> Self {
        Self { page, at: at.min(page.choices.len().saturating_sub(1)) }
    }

    /// Where the cursor is among the choices.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// What stands below the summary: what was said last or that the sitting is kept,
    /// and the choices.
    fn foot(&self, room: ScreenRoom) -> Vec<Styled> {
        let columns = room.style.columns();
        let mut rows = Vec::new();
        let said = match self.page.said {
            "" if self.page.is_kept => KEPT.into_iter().find(|kept| kept.len() <= columns),
            said => Some(said).filter(|said| !said.is_empty()),
        };
        let said = said.map_or_else(Vec::new, |said| wrapped(&Clean::from(said), columns, 2));
        rows.extend(said.into_iter().map(Styled::from));
        rows.extend(choices(self.page.choices, self.at, room));
        rows
    }

    fn turn(&mut self, by: isize) {
        let count = self.page.choices.len().max(1).cast_signed();
        self.at = (self.at.cast_signed() + by).rem_euclid(count).cast_unsigned();
    }
}

impl View for SummaryView<'_> {
    type Reply = ResultRequest;

    fn text(&self, room: ScreenRoom) -> TerminalText {
        let foot = self.foot(room);
        let parts = parts(self.page.summary);
        let columns = room.style.columns();
        let rows = room.rows.saturating_sub(foot.len());
        let whole = |part: &SummaryPart<'_>| part.text.rows(columns, usize::MAX);
        let all: usize = parts.iter().map(|part| whole(part).len()).sum();
        // With air between the parts, where there is room for it.
        let is_airy = all + parts.len() < rows;
        let budgets = budgets(&parts, columns, if is_airy { all } else { rows });
        let mut page = Page::new(room.style);
        for (part, budget) in parts.iter().zip(budgets) {
            for row in part.text.rows(columns, budget) {
                page.line(Styled::painted(row, part.paint));
            }
            if is_airy {
                page.gap();
            }
        }
        for row in foot {
            page.line(row);
        }
        page.into_text()
    }

    fn press(&mut self, key: Key, _: ScreenRoom) -> Option<ResultRequest> {
        let choice = |letter: char| {
            self.page.choices.iter().find(|choice| choice.letter == letter.to_ascii_lowercase())
        };
        match key {
            Key::Right | Key::Down | Key::Tab => self.turn(1),
            Key::Left | Key::Up | Key::BackTab => self.turn(-1),
            Key::Home => self.at = 0,
            Key::End => self.at = self.page.choices.len().saturating_sub(1),
            Key::Enter => return self.page.choices.get(self.at).map(|choice| choice.request()),
            Key::EndOfInput => return Some(ResultRequest::Quit),
            Key::Char(letter) => return choice(letter).map(|choice| choice.request()),
            _ => {}
        }
        None
    }
}

/// The parts in the order in which they are told.
fn parts(summary: &ResultSummary) -> Vec<SummaryPart<'_>> {
    let mut parts = Vec::new();
    let mut part = |text, paint, [budget, least]: [usize; 2], gives_way| {
        parts.push(SummaryPart { text, paint, budget, least, gives_way });
    };
    let words = |text: &str| PartText::Words(Clean::from(text));
    if let Some(text) = summary.beforehand {
        part(words(text), Paint::Plain, [2, 1], 1);
    }
    if let Some(first) = &summary.first {
        let name = format!("{}: {}", first.label, first.name);
        part(words(&name), Paint::Bold, [2, 1], 0);
        part(words(&first.line), Paint::Plain, [2, 1], 2);
    }
    let budget = if summary.first.is_some() { 2 } else { 12 };
    part(words(&summary.clear), Paint::Plain, [budget, 1], 1);
    if let Some(text) = summary.closeness {
        part(words(text), Paint::Plain, [2, 0], 9);
    }
    if let Some(names) = &summary.too_close {
        part(PartText::Names(names), Paint::Plain, [2, 1], 4);
    }
    if let Some(names) = &summary.worth_a_look {
        part(PartText::Names(names), Paint::Plain, [2, 0], 7);
    }
    if let Some(reasons) = &summary.reasons {
        part(PartText::Reasons(reasons), Paint::Plain, [4, 1], 5);
    }
    if let Some(step) = &summary.next_step {
        part(PartText::Step(step), Paint::Plain, [2, 1], 3);
    }
    if let Some(notice) = &summary.notice {
        part(PartText::Notice(notice), Paint::Negative, [2, 0], 8);
    }
    parts
}

/// The rows that each part has of so many.
fn budgets(parts: &[SummaryPart<'_>], columns: usize, rows: usize) -> Vec<usize> {
    let needs: Vec<usize> =
        parts.iter().map(|part| part.text.rows(columns, usize::MAX).len()).collect();
    let budgeted = parts.iter().zip(&needs).map(|(part, need)| part.budget.min(*need));
    let mut budgets: Vec<usize> = budgeted.collect();
    let sum = |budgets: &[usize]| budgets.iter().sum::<usize>();
    // What is left goes to those that need more, in their order.
    for place in 0..budgets.len() {
        let left = rows.saturating_sub(sum(&budgets));
        budgets[place] += left.min(needs[place] - budgets[place]);
    }
    // And where there is too little, some give way, down to what says anything; and then
    // altogether.
    for is_last in [false, true] {
        while sum(&budgets) > rows {
            let least = |place: usize| if is_last { 0 } else { parts[place].least };
            let giving = (0..budgets.len()).filter(|place| budgets[*place] > least(*place));
            let Some(place) = giving.max_by_key(|place| parts[*place].gives_way) else { break };
            budgets[place] -= 1;
        }
    }
    budgets
}

impl PartText<'_> {
    /// The part in so many rows at the most.
    fn rows(&self, columns: usize, most: usize) -> Vec<String> {
        if most == 0 {
            return Vec::new();
        }
        match self {
            Self::Words(text) => wrapped(text, columns, most),
            Self::Names(names) => {
                let full = wrapped(&names.sentence(usize::MAX), columns, usize::MAX);
                let sentence = |count| wrapped(&names.short_sentence(count), columns, usize::MAX);
                let counts = (1..=names.names.len()).rev();
                let mut sentences = [full].into_iter().chain(counts.map(sentence));
                let fitting = sentences.find(|rows| rows.len() <= most);
                // A name that is too long is cut, so that the others are still counted.
                let of_one = |name: &str| names.short_sentence_of(name);
                fitting.unwrap_or_else(|| cut_within(&names.names[0], columns, most, of_one))
            }
            Self::Reasons(reasons) if most > 1 && !reasons.interests.is_empty() => {
                let label = [cut(&format!("{}:", reasons.label), columns)];
                let items = reasons.interests.iter().take(most - 1);
                let items = items.map(|name| cut(&format!("  + {name}"), columns));
                label.into_iter().chain(items).collect()
            }
            Self::Reasons(reasons) => wrapped(&reasons.sentence(), columns, most),
            Self::Step(step) => step_rows(step, columns, most),
            Self::Notice(notice) => {
                let rows = wrapped(&notice.with(false, MORE), columns, usize::MAX);
                if rows.len() <= most {
                    rows
                } else {
                    wrapped(&notice.with(true, MORE), columns, most)
                }
            }
        }
    }
}

/// What to do next, with the address of a page if that is whole in a row. What a command
/// would show is behind a key here.
fn step_rows(step: &NextStep, columns: usize, most: usize) -> Vec<String> {
    let link = step.links.first().map(|link| format!("  {}", link.url));
    let link = link.filter(|link| most > 1 && link.chars().count() <= columns);
    if let Some(link) = link {
        let mut rows = wrapped(&step.text, columns, most - 1);
        rows.push(link);
        return rows;
    }
    cut_within(step.text.trim_end_matches([':', '.']), columns, most, |told| {
        format!("{told}: press r.").into()
    })
}

/// A sentence around a text, of which so much is cut that the sentence is whole in so
/// many rows; if there is no room even then, the sentence is cut.
fn cut_within(
    text: &str,
    columns: usize,
    most: usize,
    sentence: impl Fn(&str) -> Clean,
) -> Vec<String> {
    let longest = text.chars().count().min(most.saturating_mul(columns)).max(1);
    let lengths = [usize::MAX].into_iter().chain((1..=longest).rev());
    let mut drawn =
        lengths.map(|length| wrapped(&sentence(&cut(text, length)), columns, usize::MAX));
    let whole = drawn.find(|rows| rows.len() <= most);
    whole.unwrap_or_else(|| wrapped(&sentence(text), columns, most))
}

#[cfg(test)]
mod tests {
    use rolefit_engine::catalogue::Catalogue;
    use rolefit_engine::catalogue::yaml::Source;
    use rolefit_engine::report::{Explain, report};
    use rolefit_engine::sheet::{Answers, Sheet};
    use rolefit_engine::telling::result::{Detail, ResultSource};

    use super::*;
    use crate::conversation::result_request::{ResultChoice, ResultCounts};
    use crate::text::{Bars, CommandLines, Style};

    /// A catalogue of nine roles and six interests, all with names of so many letters.
    fn catalogue(letters: usize) -> Catalogue {
        let name = |first: &str| format!("{first} {}", "long ".repeat(letters / 5));
        let ids = ["a", "b", "c", "d", "e", "f"];
        let interests = ids.map(|id| format!("  - {{id: {id}, name: {}}}\n", name(id))).concat();
        let questions =
            ids.map(|id| format!("  - {{id: q{id}, text: T {id}, interest: {id}}}\n")).concat();
        let questions = format!(
            "format: 1\ntitle: T\nintroduction: I\nscale: [a, b, c, d, e]\ninterests:\n\
             {interests}questions:\n{questions}"
        );
        let roles: Vec<String> = (0..9)
            .map(|at| {
                let (name, summary) = (name(&format!("Role{at}")), name("It"));
                format!(
                    "  - {{id: r{at}, name: {name}, summary: {summary}, profile: {{a: 3, b: 2, \
                     c: 0.{at}}}}}\n"
                )
            })
            .collect();
        let careers = format!("format: 1\nroles:\n{}", roles.concat());
        let source = |text: &str| Source::decode("file", text.as_bytes());
        Catalogue::read(source(&questions), source(&careers)).unwrap()
    }

    /// The fullest summary that there can be: eight roles too close to call, more that
    /// are worth a look, three reasons and a notice.
    fn fullest(catalogue: &Catalogue) -> ResultSummary {
        let sheet = Sheet::new(Answers::from_digits(catalogue, "554121").unwrap());
        let report = report(&sheet, Explain::Everything);
        let detail = Detail { top: 9, explain: false };
        let commands = &CommandLines::default();
        let source = ResultSource { sheet: &sheet, report: &report, detail, commands };
        let mut summary = ResultSummary::of(&source);
        let names = |range: std::ops::Range<usize>| {
            report.roles[range].iter().map(|role| Clean::from(role.name)).collect()
        };
        summary.too_close = Some(RoleNames {
            label: "Too close to call",
            because: ", as each may be better",
            names: names(1..6),
            others: 3,
        });
        summary.worth_a_look = Some(RoleNames {
            label: "Also worth a look",
            because: "",
            names: names(2..5),
            others: 0,
        });
        let interests = catalogue.questionnaire().interests.iter().take(3);
        let interests = interests.map(|interest| Clean::from(&interest.name)).collect();
        summary.reasons = Some(Reasons { label: "What you like and the job has", interests });
        summary.notice = Some(Notice {
            text: "Caution: your answers often disagree with each other.".into(),
            short: "Caution: answers disagree.".into(),
            has_more: true,
        });
        summary
    }

    fn drawn(summary: &ResultSummary, is_kept: bool, rows: usize, columns: usize) -> Vec<String> {
        let counts = ResultCounts { roles: 9, answers: 6, interests: 6, files: 2 };
        let choices = &ResultChoice::ALL;
        let page = FirstScreen { summary, choices, said: "", is_kept, is_new: true, counts };
        let room = ScreenRoom { rows, style: Style::new(columns - 3, Bars::Blocks) };
        let text = SummaryView::new(&page, 0).text(room);
        text.split_lines().iter().map(TerminalText::unpainted).collect()
    }

    #[test]
    fn the_fullest_summary_fits_every_screen_whole() {
        for letters in [20, 200] {
            let catalogue = catalogue(letters);
            let summary = fullest(&catalogue);
            for (rows, columns) in [(24, 80), (20, 45), (8, 30), (6, 20), (16, 40)] {
                for is_kept in [true, false] {
                    let lines = drawn(&summary, is_kept, rows, columns);
                    let size = format!("{columns}x{rows}, {letters}: {lines:#?}");
                    assert!(lines.len() <= rows, "{size}");
                    let width = |line: &String| line.chars().count() <= columns - 3;
                    assert!(lines.iter().all(width), "{size}");
                    assert!(lines[0].starts_with("Best match: Role"), "{size}");
                    let key = if columns < 40 { "w:why" } else { "q:quit" };
                    assert!(lines.last().unwrap().contains(key), "{size}");
                }
            }
        }
    }

    #[test]
    fn every_part_has_its_rows_where_twenty_are_all() {
        for letters in [20, 200] {
            let catalogue = catalogue(letters);
            let lines = drawn(&fullest(&catalogue), true, 20, 45).join("\n");
            for part in [
                "Best match: Role",
                "\nIt long",
                "chances in 100 that it is",
                "\nToo close to call:",
                "\nAlso worth a look:",
                "\nWhat you like and the job has:",
                "\n  + a long",
                "\n  + b long",
                "\nNext, read about",
                ": press r.\n",
                "\nCaution: ",
                " (press e).",
                "\nSaved on this computer. f deletes it.",
                "\nw:why",
            ] {
                assert!(lines.contains(part), "no {part:?} with {letters}:\n{lines}");
            }
        }
    }

    #[test]
    fn names_that_have_no_room_are_counted() {
        let names = RoleNames {
            label: "Too close to call",
            because: "",
            names: ["First of them", "Second of them", "Third of them"].map(Clean::from).to_vec(),
            others: 5,
        };
        let rows = |columns, most| PartText::Names(&names).rows(columns, most).join(" ");
        assert_eq!(
            rows(80, 2),
            "Too close to call: First of them, Second of them, Third of them and 5 others."
        );
        assert_eq!(rows(36, 1), "Too close to call: Fi… and 7 others.");
        assert_eq!(rows(20, 1), "Too close to call: …");
        assert_eq!(rows(36, 2), "Too close to call: First of them, Second of them and 6 others.");
    }
}
