//! Tables, known by their first line.

use std::borrow::Cow;

/// Whether these first bytes are those of a workbook, of a row of headings (cells with commas,
/// semicolons or tabs between them, of which the first has no colon, as keys in YAML and JSON
/// have), or of objects of JSON, one a line.
pub(crate) fn begins_as_table(begun: &[u8]) -> bool {
    if begun.starts_with(b"PK\x03\x04") || begun.starts_with(b"\xd0\xcf\x11\xe0") {
        return true;
    }
    let text = lossy(begun);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let line = lines.next().unwrap_or_default();
    let is_object = line.starts_with('{') && line.trim_end().ends_with('}');
    if line.starts_with("sep=") || (is_object && lines.next().is_some_and(is_begun)) {
        return true;
    }
    let is_other = line.starts_with(['{', '[', '#', '%', '-']);
    // A heading in quotes may hold anything.
    let first = match line.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
        Some((_, after)) => after.chars().next(),
        None => line.chars().find(|mark| ",;\t:".contains(*mark)),
    };
    !is_other && first.is_some_and(|mark| ",;\t".contains(mark))
}

fn is_begun(line: &str) -> bool {
    line.starts_with('{')
}

/// The text of these bytes, whatever they are. Most are text throughout, which is seen in far
/// less time.
pub(super) fn lossy(bytes: &[u8]) -> Cow<'_, str> {
    str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::from)
}

#[cfg(test)]
mod tests {
    use super::begins_as_table;

    #[test]
    fn a_table_is_told_from_a_sheet_a_code_and_digits_by_its_first_line() {
        let tables = [
            "respondent,a,b\nx,1,2\n",
            "\u{feff}a;b\r\n",
            "sep=;\na;b\n",
            "\"How much, say: a lot\",b\n",
            "a\tb",
            "{\"a\": 1}\r\n\r\n{\"a\": 2}\r\n",
        ];
        for table in tables {
            assert!(begins_as_table(table.as_bytes()), "{table:?}");
        }
        let others = [
            "answers: {a: 1, b: 2}\n",
            "{\"answers\": {\"a\": 1, \"b\": 2}}\n",
            "{\n  \"answers\": {\n\"a\": 1}\n}",
            "- a, b",
            "# with a comma, and more\nanswers: 12",
            "RABC-DEFG-HJKM",
            "44145-3",
            "\"answers\": 12, 13",
            "",
        ];
        for other in others {
            assert!(!begins_as_table(other.as_bytes()), "{other:?}");
        }
        assert!(begins_as_table(b"PK\x03\x04rest"));
    }
}
