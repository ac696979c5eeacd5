//! A mistake is told at the line and column at which an editor shows it.

use proptest::prelude::*;
use proptest::sample::select;
use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::sheet::Sheet;
use rolefit_engine::table::{RowReader, SheetReader, Syntax};

use crate::support::small;

/// Lines that say nothing, with characters of every width.
const FILLERS: [&str; 6] =
    ["", "# plain", "# caf\u{e9} \u{1f642}", "# \t a tab", "# a \u{feff} mark", "   "];

const ENDS: [&str; 3] = ["\n", "\r\n", "\r"];

/// Mistakes in a line of a sheet: the line, and how many characters stand before the place.
const MISTAKES: [(&str, usize); 7] = [
    ("  talk: 9", 8),
    ("  tlak: 1", 2),
    ("  talk: {a: 1}", 8),
    ("  \"talk\": [1]", 10),
    ("  talk: \"\u{1f642}\u{e9}\"", 8),
    ("  {talk: 1}: 1", 2),
    ("  \"caf\u{e9} \u{feff}\": 1", 2),
];

proptest! {
    #[test]
    fn a_mistake_in_a_sheet_is_told_where_it_is(
        fillers in prop::collection::vec((select(&FILLERS[..]), select(&ENDS[..])), 0..12),
        (mistake, before) in select(&MISTAKES[..]),
        at in any::<prop::sample::Index>(),
        end in select(&ENDS[..]),
        starts_with_mark in any::<bool>(),
    ) {
        let mut lines = vec![("answers:", end), ("  sums: 1", end)];
        lines.extend(fillers);
        let place = 2 + at.index(lines.len() - 1);
        lines.insert(place.min(lines.len()), (mistake, end));
        let mark = if starts_with_mark { "\u{feff}" } else { "" };
        let text: String = lines.iter().flat_map(|(line, end)| [*line, *end]).collect();
        prop_assume!(are_as_meant(&text, lines.iter().map(|(_, end)| *end)));
        let source = Source::decode("s", format!("{mark}{text}").as_bytes()).unwrap();
        let problems = Sheet::read(&small(), &source).unwrap_err().into_vec();
        let places: Vec<_> = problems
            .iter()
            .map(|of| of.place.as_ref().map(|place| (place.line, place.column)))
            .collect();
        let expected = Some((1 + place.min(lines.len() - 1), 1 + before));
        prop_assert_eq!(places, vec![expected], "{:?}", text);
    }

    #[test]
    fn a_mistake_in_rows_is_told_on_its_line(
        before in prop::collection::vec((any::<bool>(), select(&ENDS[..])), 0..12),
        end in select(&ENDS[..]),
        name in "[a-z\u{e9}\u{1f642}]{0,5}",
        is_table in any::<bool>(),
    ) {
        let catalogue = small();
        let syntax = if is_table { Syntax::Csv } else { Syntax::Ndjson };
        let (good, bad) = if is_table {
            ("Ann,5", format!("{name},9"))
        } else {
            (r#"{"answers": "5-----"}"#, format!(r#"{{"respondent": "{name}", "answers": {{"sums": 9}}}}"#))
        };
        let ends = [end].into_iter().take(usize::from(is_table));
        let ends = ends.chain(before.iter().map(|(_, end)| *end)).chain([end, end]);
        let mut text = if is_table { format!("respondent,sums{end}") } else { String::new() };
        for (is_blank, end) in &before {
            text += &format!("{}{end}", if *is_blank { "" } else { good });
        }
        let line = 1 + before.len() + usize::from(is_table);
        text += &format!("{bad}{end}{good}{end}");
        prop_assume!(are_as_meant(&text, ends));
        let sheets = SheetReader::new(&catalogue);
        let mut told = Vec::new();
        for chunk in RowReader::open(text.as_bytes(), Some(syntax), &catalogue).unwrap() {
            for row in chunk.unwrap().rows() {
                told.extend(sheets.read(&row).and_then(Result::err).map(|error| error.to_string()));
            }
        }
        let column = r#"{"respondent": "", "answers": {"sums": 9"#.len() + name.chars().count();
        let why = "sums: \"9\" is not an answer: expected a whole number from 1 to 5";
        let expected = if is_table {
            format!("row {line} (line {line}): {why}")
        } else {
            format!("line {line}: {why} (column {column})")
        };
        prop_assert_eq!(told, vec![expected], "{:?}", text);
    }
}

/// Whether these are the line ends of `text`: where a line is blank, the return before it
/// and the feed behind it are one.
fn are_as_meant<'e>(text: &str, ends: impl Iterator<Item = &'e str>) -> bool {
    text.matches("\r\n").count() == ends.filter(|end| *end == "\r\n").count()
}

#[test]
fn half_of_a_pair_of_characters_is_told_where_it_stands() {
    let catalogue = small();
    let line = r#"{"answers": "523454", "respondent": "ab\ud800cd"}"#;
    let told = SheetReader::new(&catalogue).read_json(line.as_bytes()).unwrap_err();
    let column = told.column.unwrap();
    let place = line.find("\\ud800").unwrap() + 1;
    assert!((place..=place + "\\ud800cd".len()).contains(&column), "{told}");
    let text = "answers: \"523454\"\rrespondent: \"a\\ud800\"\r";
    let source = Source::decode("s", text.as_bytes()).unwrap();
    let problems = Sheet::read(&catalogue, &source).unwrap_err().into_vec();
    let place = problems[0].place.as_ref().unwrap();
    assert_eq!((problems.len(), place.line), (1, 2), "{problems:?}");
    assert!((13..=22).contains(&place.column), "{problems:?}");
}
