//! What is checked of the parts of an `.xlsx` before its reader sees them: that no number in
//! them makes it take more memory than the part has, or count past the end.

use std::ops::ControlFlow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::archive::is_xml;
use super::error::WorkbookError;
use crate::limits;

/// More bytes than a format or the name of a font has: each is copied for every format of
/// a cell that names it.
const LONGEST_STYLE: usize = 1_024;

/// What a relation leads to that is read.
const READ: [&str; 4] = ["/worksheet", "/chartsheet", "/dialogsheet", "/officeDocument"];

/// Looks through one part.
pub(super) fn check(name: &str, text: &str) -> Result<(), WorkbookError> {
    let mut reader = Reader::from_str(text);
    let mut counted = Counted::default();
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return Ok(()),
            Ok(Event::Start(element) | Event::Empty(element)) => {
                counted.take(name, &element)?;
            }
            Ok(Event::DocType(_)) => {
                return Err(WorkbookError::part(name, &"a document type is not read"));
            }
            Ok(Event::Decl(declaration)) => {
                let encoding = declaration.encoding().and_then(Result::ok);
                if encoding.is_some_and(|encoding| !encoding.eq_ignore_ascii_case("utf-8")) {
                    return Err(WorkbookError::part(name, &"this is not UTF-8"));
                }
            }
            Ok(_) => {}
            Err(error) => return Err(WorkbookError::part(name, &error)),
        }
    }
}

/// What was counted in one part.
#[derive(Debug, Default)]
struct Counted {
    is_style: bool,
    texts: usize,
    formats: usize,
}

impl Counted {
    fn take(&mut self, part: &str, element: &BytesStart<'_>) -> Result<(), WorkbookError> {
        let local = element.local_name();
        let of = local.as_ref();
        self.is_style |= of == "styleSheet";
        self.texts += usize::from(of == "si");
        self.formats += usize::from(of == "xf");
        if self.texts > limits::CELLS.most || self.formats > limits::CELL_FORMATS.most {
            return Err(WorkbookError::Cells);
        }
        let mut relation = (false, true);
        for attribute in element.attributes() {
            let attribute = attribute.map_err(|error| WorkbookError::part(part, &error))?;
            let value = attribute.value.as_ref();
            let is_bad = match (of, attribute.key.as_ref()) {
                ("sst", "uniqueCount") => {
                    !value.parse::<usize>().is_ok_and(|count| count <= limits::CELLS.most)
                }
                ("c" | "row", "r") => place(value).is_none(),
                ("dimension", "ref") => !is_area(value),
                ("Relationship", "Type") => {
                    relation.0 = READ.iter().any(|kind| value.ends_with(kind));
                    false
                }
                ("Relationship", "Target") => {
                    relation.1 = is_xml(value);
                    false
                }
                _ => self.is_style && value.len() > LONGEST_STYLE,
            };
            if is_bad {
                let shown = format!("<{of}>: \"{value}\" is not believed");
                return Err(WorkbookError::part(part, &shown));
            }
        }
        // What has another name was not looked through.
        if relation == (true, false) {
            return Err(WorkbookError::part(part, &"a worksheet has to be a part named .xml"));
        }
        Ok(())
    }
}

/// The row and the column of a cell, or the row alone, as in `B7` or `7`; `None` if there
/// is no such place in a worksheet.
fn place(text: &str) -> Option<(usize, usize)> {
    let digits = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (letters, digits) = text.split_at_checked(digits)?;
    let number = |sum: usize, letter: u8| {
        let letter = letter.to_ascii_uppercase();
        let value = letter.is_ascii_uppercase().then(|| usize::from(letter - b'A') + 1);
        let sum = value.map(|value| sum * 26 + value).filter(|sum| *sum <= limits::COLUMNS.most);
        sum.map_or(ControlFlow::Break(()), ControlFlow::Continue)
    };
    let column = letters.bytes().try_fold(0, number).continue_value()?;
    let is_number = digits.len() <= 7 && digits.bytes().all(|digit| digit.is_ascii_digit());
    let row = is_number.then(|| digits.parse().ok())??;
    (1..=limits::WORKSHEET_ROWS.most).contains(&row).then_some((row, column))
}

/// Whether this is a place, or two with the first before the second.
fn is_area(text: &str) -> bool {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    match (place(first), place(last)) {
        (Some(first), Some(last)) => first.0 <= last.0 && first.1 <= last.1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{check, is_area, place};

    #[test]
    fn places_are_those_of_a_worksheet() {
        assert_eq!(place("A1"), Some((1, 1)));
        assert_eq!(place("xfd1048576"), Some((1_048_576, 16_384)));
        assert_eq!(place("7"), Some((7, 0)));
        for none in [
            "",
            "A",
            "A0",
            "XFE1",
            "A1048577",
            "AAAAAAAAAAAA1",
            "A99999999999",
            "A1B",
            "$A$1",
            "é1",
        ] {
            assert_eq!(place(none), None, "{none}");
        }
        assert!(is_area("A1:AS11") && is_area("B2"));
        assert!(!is_area("B2:A1") && !is_area("A1:B2:C3") && !is_area("A1:"));
    }

    #[test]
    fn what_a_reader_would_believe_is_refused() {
        let formats = format!("<styleSheet><font val=\"{}\"/></styleSheet>", "x".repeat(1_025));
        for text in [
            "<sst uniqueCount=\"99999999999\"/>",
            "<worksheet><dimension ref=\"A1:XFE1\"/></worksheet>",
            "<row r=\"4294967297\"/>",
            "<x:c r=\"ZZZZZZ1\"/>",
            "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>",
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>",
            "<Relationship Type=\"http://a/worksheet\" Target=\"worksheets/sheet1.png\"/>",
            "<a b=c/>",
            "<a",
            &formats,
            &format!("<a>{}</a>", "<xf/>".repeat(65_537)),
        ] {
            assert!(check("part", text).is_err(), "{text}");
        }
        assert!(check("part", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><c r=\"A1\"/>").is_ok());
    }
}
