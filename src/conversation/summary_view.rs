//! The first screen of a result: all of what comes first on one screen, and the
//! choices below it.

use rolefit_engine::telling::Clean;

use super::choice_rows::choices;
use super::result_request::{FirstScreen, ResultRequest};
use super::summary_parts::{SummaryPart, budgets, parts};
use super::view::{ScreenRoom, View};
use super::wording::KEPT;
use crate::terminal::Key;
use crate::text::{Page, Styled, TerminalText, wrapped};

/// What comes first, and where the cursor is among the choices.
pub(super) struct SummaryView<'a> {
    page: &'a FirstScreen<'a>,
    at: usize,
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

#[cfg(test)]
mod tests {
    use rolefit_engine::catalogue::Catalogue;
    use rolefit_engine::catalogue::yaml::Source;
    use rolefit_engine::report::{Explain, report};
    use rolefit_engine::sheet::{Answers, Sheet};
    use rolefit_engine::telling::result::{
        Detail, Notice, Reasons, ResultSource, ResultSummary, RoleNames,
    };

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
        let counts =
            ResultCounts { roles: 9, answers: 6, interests: 6, starting_points: 5, files: 2 };
        let choices = &ResultChoice::ALL;
        let page = FirstScreen { summary, choices, said: "", is_kept, is_new: true, counts };
        let style = Style::new(columns - 3, Bars::Blocks);
        let room = ScreenRoom { rows, columns: Some(columns), style };
        let text = SummaryView::new(&page, 0).text(room);
        text.split_lines().iter().map(|line| line.unpainted().into_owned()).collect()
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
    fn words_that_can_be_left_out_are_whole_or_not_there() {
        let catalogue = catalogue(200);
        let mut summary = fullest(&catalogue);
        summary.closeness = Some("Your pattern comes close to a job here, closer than most.");
        for rows in 12..60 {
            let lines = drawn(&summary, true, rows, 45).join(" ");
            let is_whole = lines.contains("close to a job here, closer than most.");
            assert_eq!(lines.contains("Your pattern"), is_whole, "{rows}: {lines}");
            assert!(is_whole || rows < 40, "{rows}: {lines}");
        }
    }
}
