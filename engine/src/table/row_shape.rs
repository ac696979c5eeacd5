//! Rows of one file look alike: what stands between the answers of one is expected between
//! those of the others, and compared as bytes.
//!
//! Whatever is read so, the full reader of lines or of tables reads the same; at the first
//! difference the row is left to it, and every mistake with it.

use std::str;

use super::cell_notes::CellNotes;
use super::column::Column;
use super::digit_run::DigitRun;
use super::noted_answers::NotedAnswers;
use crate::catalogue::{Catalogue, Point, QuestionIx};
use crate::sheet::{Answers, Sheet};

/// What the rows of a file have in common, and where they differ.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RowShape {
    gaps: Vec<Gap>,
    /// The answers that stand one behind the other from the first on, once all gaps are known.
    run: DigitRun,
    /// The place of the gap of the first answer.
    first_answer: usize,
    /// What stands behind the last gap.
    end: Vec<u8>,
    /// What stands for an answer to a question that was skipped.
    skipped: &'static [u8],
    /// What stands behind a text, unless that ends the row.
    behind_text: u8,
}

/// Where rows differ.
#[derive(Debug, Clone, PartialEq)]
struct Gap {
    /// What stands before it, from the gap before it on.
    before: Vec<u8>,
    holds: Column,
}

impl RowShape {
    /// That of objects, of which nothing is known yet.
    pub(super) fn of_objects() -> Self {
        Self::of(b"null", b'"')
    }

    /// That without gaps.
    fn of(skipped: &'static [u8], behind_text: u8) -> Self {
        Self {
            gaps: Vec::new(),
            run: DigitRun::default(),
            first_answer: 0,
            end: Vec::new(),
            skipped,
            behind_text,
        }
    }

    /// That of the rows of a table with these columns, and this byte between its cells.
    pub(super) fn of_table(columns: &[Column], separator: u8) -> Self {
        let mut shape = Self::of(b"", separator);
        for (place, column) in columns.iter().enumerate() {
            let before = [separator];
            shape.add(if place == 0 { &[] } else { &before }, *column);
        }
        shape.ending(b"")
    }

    /// Adds a gap, before which these bytes stand.
    pub(super) fn add(&mut self, before: &[u8], holds: Column) {
        self.gaps.push(Gap { before: before.to_vec(), holds });
    }

    /// The same, behind whose last gap these bytes stand.
    pub(super) fn ending(mut self, end: &[u8]) -> Self {
        self.end = end.to_vec();
        let is_answer = |gap: &Gap| matches!(gap.holds, Column::Answer(_));
        self.first_answer = self.gaps.iter().position(is_answer).unwrap_or(self.gaps.len());
        for gap in self.gaps.iter().skip(self.first_answer) {
            let Column::Answer(question) = gap.holds else { break };
            self.run.add(&gap.before, question);
        }
        self
    }

    /// The questions whose answers stand in gaps of their own, in their order.
    pub(super) fn questions(&self) -> impl Iterator<Item = QuestionIx> {
        self.gaps.iter().filter_map(|gap| match gap.holds {
            Column::Answer(question) => Some(question),
            _ => None,
        })
    }

    /// The sheet of `catalogue` in `row`, if it has this shape. How its answers were read is
    /// added to `notes`.
    pub(super) fn sheet<'c>(
        &self,
        catalogue: &'c Catalogue,
        words: &NotedAnswers<'c>,
        row: &[u8],
        notes: &mut CellNotes,
    ) -> Option<Sheet<'c>> {
        if words.are_coded() {
            return None;
        }
        let mut read = ReadSoFar {
            words,
            answers: Answers::blank(catalogue),
            respondent: None,
            notes: *notes,
        };
        let (before, from) = self.gaps.split_at_checked(self.first_answer)?;
        let rest = self.gaps(before, row, &mut read)?;
        let run = self.run.read(words, rest, &mut read.answers, &mut read.notes);
        let rest = match run {
            Some(rest) => self.gaps(from.get(self.run.len()..)?, rest, &mut read)?,
            None => self.gaps(from, rest, &mut read)?,
        };
        if rest != self.end {
            return None;
        }
        *notes = read.notes;
        let respondent = read.respondent.map(str::to_owned);
        Some(Sheet { respondent, ..Sheet::new(read.answers) })
    }

    /// Reads what stands in some of the gaps, and gives what stands behind them.
    fn gaps<'r>(
        &self,
        gaps: &[Gap],
        row: &'r [u8],
        read: &mut ReadSoFar<'_, 'r, '_>,
    ) -> Option<&'r [u8]> {
        let mut rest = row;
        for gap in gaps {
            rest = behind(rest, &gap.before)?;
            match gap.holds {
                Column::Answer(question) => match digit(read.words, rest) {
                    Some((point, after)) => {
                        read.answers
                            .give(question, Some(read.words.number(point, &mut read.notes)));
                        rest = after;
                    }
                    None => rest = rest.strip_prefix(self.skipped)?,
                },
                Column::AllAnswers => rest = all_answers(rest, &mut read.answers)?,
                Column::Respondent => (read.respondent, rest) = text(rest, self.behind_text)?,
                Column::Other => (_, rest) = text(rest, self.behind_text)?,
            }
        }
        Some(rest)
    }
}

/// What was read of a row so far.
struct ReadSoFar<'w, 'r, 'c> {
    words: &'w NotedAnswers<'c>,
    answers: Answers<'c>,
    respondent: Option<&'r str>,
    notes: CellNotes,
}

/// What stands behind these bytes, if `rest` begins with them.
fn behind<'r>(rest: &'r [u8], before: &[u8]) -> Option<&'r [u8]> {
    match (before, rest) {
        ([], _) => Some(rest),
        ([mark], [first, rest @ ..]) => (first == mark).then_some(rest),
        _ => rest.strip_prefix(before),
    }
}

/// The answer that is one digit, and what stands behind it.
fn digit<'r>(words: &NotedAnswers<'_>, rest: &'r [u8]) -> Option<(Point, &'r [u8])> {
    let (digit, rest) = rest.split_first()?;
    Some((words.digit(*digit)?, rest))
}

/// Reads one character a question, and gives what stands behind them.
fn all_answers<'r>(rest: &'r [u8], answers: &mut Answers<'_>) -> Option<&'r [u8]> {
    let questionnaire = answers.catalogue().questionnaire();
    let (scale, questions) = (&questionnaire.scale, &questionnaire.questions);
    let (text, rest) = rest.split_at_checked(questions.len())?;
    for (question, character) in questions.indices().zip(text) {
        if *character != b'-' {
            answers.give(question, Some(scale.point(character.wrapping_sub(b'0'))?));
        }
    }
    Some(rest)
}

/// A text up to a byte, or another that could mean something else, without blanks around it,
/// if there is any, and what stands behind it.
fn text(rest: &[u8], until: u8) -> Option<(Option<&str>, &[u8])> {
    let ends = |byte: &u8| *byte == until || matches!(byte, b'"' | b'\\' | ..b' ');
    let end = rest.iter().position(ends).unwrap_or(rest.len());
    let (text, rest) = rest.split_at_checked(end)?;
    let text = str::from_utf8(text).ok()?.trim();
    Some((Some(text).filter(|text| !text.is_empty()), rest))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::catalogue::small_catalogue::CATALOGUE;
    use crate::sheet::AnswerWords;
    use crate::table::{RowError, RowReader, SheetReader, Syntax, TableChoice};

    /// Gives so many bytes at a time.
    struct ShortReads<'b>(&'b [u8], usize);

    impl Read for ShortReads<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let (now, later) = self.0.split_at(self.1.min(self.0.len()).min(into.len()));
            into[..now.len()].copy_from_slice(now);
            self.0 = later;
            Ok(now.len())
        }
    }

    type ReadRow = (String, Option<String>, Option<Result<Sheet<'static>, RowError>>);

    /// What is read of each row of a table, of which so many bytes come at a time, and how.
    fn read(
        table: &[u8],
        piece: usize,
        choice: &TableChoice,
    ) -> Result<(Vec<ReadRow>, CellNotes), String> {
        let sheets = SheetReader::choosing(&CATALOGUE, choice);
        let (mut rows, mut notes) = (Vec::new(), CellNotes::default());
        let pieces = ShortReads(table, piece);
        let reader = RowReader::choosing(pieces, Some(Syntax::Csv), &CATALOGUE, choice.clone());
        for chunk in reader.map_err(|error| error.to_string())? {
            let chunk = chunk.unwrap();
            rows.extend(chunk.rows().map(|row| {
                let place = format!("{} {}", row.place(), row.number());
                let name = row.respondent().map(std::borrow::Cow::into_owned);
                (place, name, sheets.read_noting(&row, &mut notes))
            }));
        }
        Ok((rows, notes))
    }

    /// A table with these cells between `mark`s.
    fn table(rows: &[Vec<String>], separator: char, mark: &str, end: &str) -> String {
        let cell = |cell: &String| format!("{mark}{cell}{mark}");
        let row = |row: &Vec<String>| {
            let cells: Vec<String> = row.iter().map(cell).collect();
            cells.join(&separator.to_string()) + end
        };
        rows.iter().map(row).collect()
    }

    fn headings() -> impl Strategy<Value = Vec<String>> {
        let one = |names: &str| names.split(' ').map(str::to_owned).collect::<Vec<_>>();
        select(vec![
            one("respondent sums talk chart"),
            one("sums talk other chart respondent"),
            one("answers respondent"),
            one("respondent answers other"),
        ])
    }

    fn cell() -> impl Strategy<Value = String> {
        let plain = select(vec!["1", "2", "3", "4", "5", "", "521-34", "------", "Ann"]);
        let other = select(vec![" 5", "6", "0", "4.0", "-", "NA", "\u{e9}", "\\", "52143", "a b "]);
        prop_oneof![9 => plain, 1 => other].prop_map(str::to_owned)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn rows_without_quotation_marks_are_read_as_those_with_them(
            headings in headings(),
            rows in proptest::collection::vec(proptest::collection::vec(cell(), 1..6), 1..6),
            separator in select(vec![',', ';', '\t']),
            end in select(vec!["\n", "\r\n", "\r"]),
            piece in 1_usize..40,
            is_anonymous: bool,
            is_lenient: bool,
        ) {
            let choice = TableChoice { is_anonymous, is_lenient, ..TableChoice::default() };
            let rows: Vec<_> = [headings].into_iter().chain(rows).collect();
            let plain = table(&rows, separator, "", end);
            let quoted = table(&rows, separator, "\"", end);
            let (plain, quoted) =
                (read(plain.as_bytes(), piece, &choice), read(quoted.as_bytes(), piece, &choice));
            prop_assert_eq!(plain, quoted);
        }
    }

    /// The name and the answers in a row of a table with these columns, if it has their shape.
    fn shaped(headings: &[&str], row: &[u8]) -> Option<String> {
        let questions = &CATALOGUE.questionnaire().questions;
        let question = |id: &str| questions.position(|question| question.id.as_str() == id);
        let column = |heading: &&str| match *heading {
            "respondent" => Column::Respondent,
            "answers" => Column::AllAnswers,
            id => question(id).map_or(Column::Other, Column::Answer),
        };
        let columns: Vec<Column> = headings.iter().map(column).collect();
        let words = NotedAnswers::new(AnswerWords::of(&CATALOGUE.questionnaire().scale), false);
        let shape = RowShape::of_table(&columns, b',');
        let sheet = shape.sheet(&CATALOGUE, &words, row, &mut CellNotes::default())?;
        Some(format!("{}:{}", sheet.respondent.unwrap_or_default(), sheet.answers.digits()))
    }

    #[test]
    fn most_rows_of_a_table_have_its_shape() {
        let headings = ["respondent", "sums", "other", "chart"];
        for (row, read) in [
            ("Ann,1,x,5", "Ann:1---5-"),
            (" Zo\u{eb} ,,,3", "Zo\u{eb}:----3-"),
            (",2,a b,", ":2-----"),
        ] {
            assert_eq!(shaped(&headings, row.as_bytes()).as_deref(), Some(read), "{row}");
        }
        let read = shaped(&["answers", "respondent"], b"52-341,Ann");
        assert_eq!(read.as_deref(), Some("Ann:52-341"));
    }

    #[test]
    fn what_has_another_shape_is_left_to_the_reader_of_cells() {
        let headings = ["respondent", "sums", "other", "chart"];
        let rows: [&[u8]; 10] = [
            b"",
            b"Ann,1,x",
            b"Ann,1,x,5,",
            b"Ann,6,x,5",
            b"Ann,0,x,5",
            b"Ann, 1,x,5",
            b"Ann,1.0,x,5",
            b"Ann,1,\"x\",5",
            b"Ann,NA,x,5",
            b"\xff,1,x,5",
        ];
        for row in rows {
            assert_eq!(shaped(&headings, row), None, "{}", row.escape_ascii());
        }
        for row in [&b"52-34,Ann"[..], b"52-3416,Ann", b"52-346,Ann", b"RHYV-T18S-02Z3,Ann"] {
            assert_eq!(shaped(&["answers", "respondent"], row), None, "{}", row.escape_ascii());
        }
    }
}
