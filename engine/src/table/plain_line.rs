//! Lines of JSON as programs write most of them, read without a parser: rows of one file look
//! alike, so each key is expected where an earlier row had it, and compared as bytes.
//!
//! Whatever is read here, the parser reads the same; what is not, is left to it, and every
//! mistake with it.

use std::str;

use super::cell_notes::CellNotes;
use super::column::Column;
use super::json_context::JsonWords;
use super::row_shape::RowShape;
use crate::catalogue::QuestionIx;
use crate::sheet::{Answers, Sheet, keys};

/// The sheet in `line`, if it is one object of a respondent and of answers, of which each is
/// one digit or null, or all are one text. How its answers were read is added to `notes`.
pub(super) fn sheet<'c>(
    words: &JsonWords<'c>,
    line: &[u8],
    notes: &mut CellNotes,
) -> Option<Sheet<'c>> {
    if words.answers.are_coded() {
        return None;
    }
    let (catalogue, known) = (words.names.ids().catalogue(), words.keys.shape());
    let shaped = known.and_then(|shape| shape.sheet(catalogue, &words.answers, line, notes));
    if shaped.is_some() {
        return shaped;
    }
    let shape = known.is_none().then(RowShape::of_objects);
    let mut reader = PlainReader { words, common: line, rest: line, notes: *notes, shape };
    let sheet = reader.sheet()?;
    *notes = reader.notes;
    if let Some(shape) = reader.shape {
        words.keys.show(shape.ending(reader.common));
    }
    Some(sheet)
}

/// What is left of a line.
struct PlainReader<'w, 'l, 'c> {
    words: &'w JsonWords<'c>,
    /// What was read since the last gap in its shape, and all that is left.
    common: &'l [u8],
    rest: &'l [u8],
    notes: CellNotes,
    /// The shape of the line, unless that of another is known.
    shape: Option<RowShape>,
}

impl<'l, 'c> PlainReader<'_, 'l, 'c> {
    fn sheet(&mut self) -> Option<Sheet<'c>> {
        let (mut respondent, mut sheet) = (None, None);
        self.take(b"{")?;
        loop {
            let key = self.text()?;
            self.colon()?;
            match key {
                keys::RESPONDENT if respondent.is_none() => {
                    respondent = Some(self.text_gap(Column::Respondent)?.trim());
                }
                keys::ANSWERS if sheet.is_none() => sheet = Some(self.answers()?),
                _ => return None,
            }
            if self.is_last()? {
                break;
            }
        }
        let respondent = respondent.filter(|name| !name.is_empty()).map(str::to_owned);
        let sheet: Sheet<'c> = sheet?;
        self.rest.is_empty().then_some(Sheet { respondent, ..sheet })
    }

    fn answers(&mut self) -> Option<Sheet<'c>> {
        let catalogue = self.words.names.ids().catalogue();
        if self.rest.first() == Some(&b'"') {
            return self.words.texts.read(self.text_gap(Column::AllAnswers)?).ok();
        }
        let questions = &catalogue.questionnaire().questions;
        let mut answers = Answers::blank(catalogue);
        let mut seen = questions.each(false);
        let mut last = None;
        self.take(b"{")?;
        loop {
            let question = self.question(last)?;
            self.colon()?;
            if std::mem::replace(&mut seen[question], true) {
                return None;
            }
            self.gap(Column::Answer(question), |reader| reader.answer(question, &mut answers))?;
            last = Some(question);
            if self.is_last()? {
                break;
            }
        }
        Some(Sheet::new(answers))
    }

    /// What `read` reads here, where other rows hold something else.
    fn gap<T>(&mut self, holds: Column, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.common.len() - self.rest.len();
        if let Some(shape) = &mut self.shape {
            shape.add(self.common.get(..before)?, holds);
        }
        let found = read(self)?;
        self.common = self.rest;
        Some(found)
    }

    /// A text where other rows hold another.
    fn text_gap(&mut self, holds: Column) -> Option<&'l str> {
        self.blanks();
        self.take(b"\"")?;
        let text = self.gap(holds, Self::up_to_mark)?;
        self.take(b"\"")?;
        Some(text)
    }

    /// A key that is the id of a question: that which is expected behind the `last`, or the
    /// next, if one was skipped, or any.
    fn question(&mut self, last: Option<QuestionIx>) -> Option<QuestionIx> {
        self.blanks();
        let order = &self.words.keys;
        let mut expected = order.expected().behind(last);
        for _ in 0..2 {
            let Some(question) = expected else { break };
            if let Some(rest) = self.rest.strip_prefix(order.quoted(question).as_bytes()) {
                self.rest = rest;
                return expected;
            }
            expected = order.expected().behind(expected);
        }
        let id = self.text()?;
        self.words.names.ids().question(id)
    }

    /// Reads the answer that is one digit, or null for none.
    fn answer(&mut self, question: QuestionIx, answers: &mut Answers<'_>) -> Option<()> {
        if self.take(b"null").is_some() {
            return Some(());
        }
        let (digit, rest) = self.rest.split_first()?;
        self.rest = rest;
        let point = self.words.answers.digit(*digit)?;
        answers.give(question, Some(self.words.answers.number(point, &mut self.notes)));
        Some(())
    }

    /// A text without escapes.
    fn text(&mut self) -> Option<&'l str> {
        self.blanks();
        self.take(b"\"")?;
        let text = self.up_to_mark()?;
        self.take(b"\"")?;
        Some(text)
    }

    /// What stands before the next mark, without escapes.
    fn up_to_mark(&mut self) -> Option<&'l str> {
        let is_end = |byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ');
        let end = self.rest.iter().position(is_end)?;
        let (text, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        str::from_utf8(text).ok()
    }

    fn colon(&mut self) -> Option<()> {
        self.blanks();
        self.take(b":")?;
        self.blanks();
        Some(())
    }

    /// Whether an object ends here; otherwise the next of its keys follows.
    fn is_last(&mut self) -> Option<bool> {
        self.blanks();
        let (mark, rest) = self.rest.split_first()?;
        self.rest = rest;
        match mark {
            b'}' => Some(true),
            b',' => Some(false),
            _ => None,
        }
    }

    fn take(&mut self, mark: &[u8]) -> Option<()> {
        self.rest = self.rest.strip_prefix(mark)?;
        Some(())
    }

    fn blanks(&mut self) {
        while let [b' ', rest @ ..] = self.rest {
            self.rest = rest;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::table::key_order::KeyOrder;

    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::*;
    use crate::catalogue::small_catalogue::CATALOGUE;
    use crate::sheet::{AnswerTexts, AnswerWords, Ids, QuestionNames};
    use crate::table::json_sheet;
    use crate::table::noted_answers::NotedAnswers;

    fn words() -> JsonWords<'static> {
        let answers = AnswerWords::of(&CATALOGUE.questionnaire().scale);
        JsonWords {
            names: QuestionNames::of(Ids::of(&CATALOGUE)),
            answers: NotedAnswers::new(answers, false),
            texts: AnswerTexts::of(&CATALOGUE),
            keys: KeyOrder::of(&CATALOGUE),
        }
    }

    /// The digits that the line is read as, if it is.
    fn read(words: &JsonWords<'_>, line: &str) -> Option<String> {
        let sheet = sheet(words, line.as_bytes(), &mut CellNotes::default())?;
        Some(sheet.answers().digits())
    }

    #[test]
    fn lines_are_read_in_whatever_order_their_keys_are() {
        let words = words();
        for (line, digits) in [
            // The first shows the order of the others, some of which depart from it.
            (r#"{"answers":{"sums":1,"talk":2,"chart":3},"respondent":"r1"}"#, "123"),
            (r#"{"respondent": "r2", "answers": {"sums": 5, "chart": null, "talk": 2}}"#, "52-"),
            (r#"{ "answers" : { "chart" : 3 , "sums" : 1 } }"#, "1-3"),
            (r#"{"answers":{"talk":2}}"#, "-2-"),
        ] {
            let found = read(&words, line).unwrap();
            let questions = &CATALOGUE.questionnaire().questions;
            let of = |id: &str| {
                let place = questions.iter().position(|question| question.id.as_str() == id);
                found.chars().nth(place.unwrap()).unwrap()
            };
            let read: String = ["sums", "talk", "chart"].map(of).iter().collect();
            assert_eq!(read, digits, "{line}");
        }
        let all = r#"{"respondent":"é","answers":"521-34"}"#;
        assert_eq!(read(&words, all).as_deref(), Some("521-34"));
    }

    #[test]
    fn what_is_not_plain_is_left_to_the_parser() {
        let words = words();
        for line in [
            "",
            "{}",
            r#"{"answers":{}}"#,
            r#"{"respondent":"r1"}"#,
            r#"{"answers":{"sums":9}}"#,
            r#"{"answers":{"sums":0}}"#,
            r#"{"answers":{"sums":11}}"#,
            r#"{"answers":{"sums":1.0}}"#,
            r#"{"answers":{"sums":"1"}}"#,
            r#"{"answers":{"sums":1,"sums":1}}"#,
            r#"{"answers":{"sums":1},"answers":{"sums":1}}"#,
            r#"{"answers":{"sums":1},"respondent":"a\"b"}"#,
            r#"{"answers":{"sums":1},"respondent":7}"#,
            r#"{"answers":{"sums":1},"importance":{}}"#,
            r#"{"answers":{"sums":1}}}"#,
            r#"{"answers":{"sums":1}"#,
            r#"{"answers":{"sums":1,}}"#,
            "\t{\"answers\":{\"sums\":1}}",
            r#"{"answers":"5"}"#,
        ] {
            assert_eq!(read(&words, line), None, "{line}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn whatever_is_read_here_the_parser_reads_the_same(
            rows in proptest::collection::vec(row(), 1..4),
            alike in proptest::collection::vec(edits(2), 3),
        ) {
            let words = words();
            let last = rows.last().unwrap().clone();
            for line in rows.into_iter().chain(alike.iter().map(|edits| edited(&last, edits))) {
                let (mut notes, mut parsers) = (CellNotes::default(), CellNotes::default());
                if let Some(sheet) = sheet(&words, &line, &mut notes) {
                    let parsed = json_sheet::parsed(&words, &line, true, &mut parsers);
                    prop_assert_eq!(parsed.ok(), Some(sheet));
                    prop_assert_eq!(notes, parsers);
                }
            }
        }
    }

    /// A row that is plain, or nearly.
    fn row() -> impl Strategy<Value = Vec<u8>> {
        let ids =
            || proptest::sample::select(vec!["sums", "talk", "chart", "charts", "sums\\u0020"]);
        let value = || {
            proptest::sample::select(vec!["1", "5", "6", "0", "null", "10", "1.0", "1e0", "\"2\""])
        };
        let answers = proptest::collection::vec((ids(), value()), 0..5).prop_map(|answers| {
            let answers = answers.iter().map(|(id, value)| format!("\"{id}\": {value}"));
            format!("{{{}}}", answers.collect::<Vec<_>>().join(", "))
        });
        let answers = prop_oneof![4 => answers, 1 => "\"[1-5-]{5,7}\""];
        let name = prop_oneof!["\"[a-é \\\\\u{7f}\t]{0,4}\"", "null", "7"];
        (answers, name, any::<bool>(), edits(1)).prop_map(
            |(answers, name, is_named_first, edits)| {
                let (answers, name) =
                    (format!("\"answers\":{answers}"), format!("\"respondent\":{name}"));
                let (first, second) =
                    if is_named_first { (name, answers) } else { (answers, name) };
                edited(format!("{{{first},{second}}}").as_bytes(), &edits)
            },
        )
    }

    /// Other bytes in a line, at the most so many.
    fn edits(most: usize) -> impl Strategy<Value = Vec<(Index, u8)>> {
        let bytes = b" \t\"\\{}[],:0159ns\xc3\x7f".to_vec();
        proptest::collection::vec((any::<Index>(), proptest::sample::select(bytes)), 0..=most)
    }

    fn edited(line: &[u8], edits: &[(Index, u8)]) -> Vec<u8> {
        let mut line = line.to_vec();
        for (place, byte) in edits {
            let place = place.index(line.len());
            line[place] = *byte;
        }
        line
    }
}
