//! Twice the input is twice the work, for every reader and every kind of mistake.

use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{fs, io};

use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::catalogue::{Catalogue, repeated, repeated_path};
use rolefit_engine::cohort::{PartReader, StoredSummary};
use rolefit_engine::limits;
use rolefit_engine::sheet::Sheet;
use rolefit_engine::table::{ColumnMap, RowReader, SheetReader, Syntax};
use rolefit_engine::workbook::Workbook;

use crate::support::{CAREERS, QUESTIONS, small, workbooks};

/// What is read, and what it is made of: the beginning, a part that is repeated with a
/// number in place of `@`, and the end.
type Case = (&'static str, Reader, &'static str, &'static str, &'static str);

#[derive(Clone, Copy)]
enum Reader {
    Questions,
    Careers,
    AnswerSheet,
    Table,
    Lines,
    Values,
    Partial,
    Map,
    Xlsx,
    Strings,
    Ods,
}

use Reader::{
    AnswerSheet, Careers, Lines, Map, Ods, Partial, Questions, Strings, Table, Values, Xlsx,
};

const HEAD: &str = "format: 1\ntitle: t\nintroduction: i\nscale: [a, b]\n";

const CASES: [Case; 51] = [
    ("interests", Questions, HEAD, "@: 1\n", "interests: []\n"),
    ("too many interests", Questions, "interests:\n", "- {id: a@, name: n a@}\n", ""),
    ("too many questions", Questions, "questions:\n", "- {id: a@, text: t a@, interest: @}\n", ""),
    ("loadings", Questions, "questions:\n- {id: a, text: t a, interests: {", "a@: 1, ", "}}\n"),
    ("one long line", Questions, "questions: [", "{id: A}, ", "]\n"),
    ("returns", Questions, "questions:\r", "- {id: A}\r", "\r"),
    ("one key again and again", Questions, "", "title: a\n", ""),
    ("keys", Questions, "", "title@: a\n", ""),
    ("a long key", Questions, "", "title@", ": a\n"),
    ("a long text", Questions, "title: \"", "a\\n@ ", "\"\n"),
    ("a long block", Questions, "title: |\n", "  words @\n", ""),
    ("a long text over lines", Questions, "title: a\n", "  b@\n", ""),
    ("comments", Questions, "", "# @\n", ""),
    ("hyphens", Questions, "title: [", "- ", ""),
    ("colons", Questions, "title: ", "a:@", ""),
    ("marks of order", Questions, "title: a\n", "\u{feff}", ""),
    ("anchors", Questions, "title: ", "&a@ ", "b\n"),
    ("tags", Questions, "title: ", "! ", "b\n"),
    ("roles", Careers, "roles:\n", "- {id: r@, name: n r@, summary: s, profile: {n@: 1}}\n", ""),
    ("modules", Careers, "modules:\n", "- {id: r@, name: n r@, stage: sometimes}\n", ""),
    ("relevances", Careers, "roles:\n- {id: a, modules: {", "m@: 1, ", "}}\n"),
    ("unknown ids", AnswerSheet, "answers:\n", "  sums@: 1\n", ""),
    ("digits", AnswerSheet, "answers: \"", "12345", "\"\n"),
    ("a list", AnswerSheet, "answers: [", "7, ", "1]\n"),
    ("headings", Table, "sums", ",tlak@", "\n1\n"),
    ("cells", Table, "sums\n", "1,", "\n1\n"),
    ("rows", Table, "sums,talk\n", "@,1\n", ""),
    ("an open mark", Table, "sums,talk\n1,\"", "@\n", ""),
    ("unknown ids in lines", Lines, "", "{\"answers\": {\"tlak@\": 1}}\n", ""),
    ("a line", Lines, "{\"answers\": \"", "1", "\"}\n"),
    ("an export on a line", Lines, "{", "\"tlak@\": 1, ", "\"sums\": 1}\n"),
    ("texts of questions on a line", Lines, "{", "\"a - b >> c : [x@]\": 1, ", "\"sums\": 1}\n"),
    ("texts of questions", AnswerSheet, "answers:\n", "  \"a - b >> c : [x@]\": 1\n", ""),
    ("objects in a list", Values, "[", "{\"answers\": {\"tlak@\": 1}},", "]"),
    ("an object over lines", Values, "{\n", "\"tlak@\":\n1,\n", "\"sums\": 1}"),
    ("brackets", Values, "[", "[", ""),
    ("braces", Values, "", "{\n", ""),
    ("a text over lines", Values, "[\"", "\\\\\n@", ""),
    ("values that are none", Values, "[", "x@ ,", "]"),
    ("a map of columns", Map, "", "a@: sumz@\n", ""),
    ("a key in a part", Partial, "{\"", "a", "\": 1}"),
    ("a text in a part", Partial, "{\"catalogue\": \"", "\\n", "\"}"),
    ("a number in a part", Partial, "{\"scored\": ", "1", "}"),
    ("a list in a part", Partial, "{\"all\": {\"first\": [", "@,", "1]}}"),
    ("cells of a worksheet", Xlsx, "<row>", "<c t=\"n\" s=\"@\"><v>1</v></c>", "</row>"),
    ("rows of a worksheet", Xlsx, "", "<row><c><v>@</v></c></row>", ""),
    ("texts of a workbook", Strings, "<sst>", "<si><t>@</t></si>", "</sst>"),
    ("cells of an ods", Ods, "<table:table-row>", "<table:table-cell/>", "</table:table-row>"),
    ("rows of an ods", Ods, "", "<table:table-row/>", ""),
    (
        "a long cell of an ods",
        Ods,
        "<table:table-row><table:table-cell><text:p>",
        "@<text:s/>",
        "</text:p></table:table-cell></table:table-row>",
    ),
    ("groups in a part", Partial, "{\"groups\": {", "\"a@\": {\"first\": []},", "}}"),
];

fn text((_, _, begin, part, end): Case, bytes: usize) -> String {
    let mut text = begin.to_owned();
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        text += &part.replace('@', &number.to_string());
    }
    text + end
}

fn read(catalogue: &Catalogue, reader: Reader, text: &str) {
    let source = |text: &str| Source::decode("file", text.as_bytes());
    match reader {
        Questions => drop(black_box(Catalogue::read(source(text), source(CAREERS)))),
        Careers => drop(black_box(Catalogue::read(source(QUESTIONS), source(text)))),
        AnswerSheet => drop(black_box(Sheet::read(catalogue, &source(text).unwrap()))),
        Table | Lines | Values => {
            let syntax = match reader {
                Table => Syntax::Csv,
                Values => Syntax::Json,
                _ => Syntax::Ndjson,
            };
            let Ok(rows) = RowReader::open(text.as_bytes(), Some(syntax), catalogue) else {
                return;
            };
            let _ = black_box(rows.near_misses());
            let sheets = SheetReader::new(catalogue);
            for chunk in rows {
                for row in chunk.unwrap().rows() {
                    drop(black_box(sheets.read(&row).map(|read| read.map_err(|e| e.to_string()))));
                }
            }
        }
        Map => drop(black_box(ColumnMap::read(catalogue, &source(text).unwrap()))),
        Xlsx | Strings | Ods => {
            let bytes = match reader {
                Xlsx => workbooks::xlsx(&[("S", "visible", text)], &[]),
                Strings => {
                    workbooks::xlsx(&[("S", "visible", "")], &[("xl/sharedStrings.xml", text)])
                }
                _ => workbooks::ods(&[("S", text)]),
            };
            let mut workbook = Workbook::open(bytes).unwrap();
            drop(black_box(workbook.table(0)));
        }
        Partial => {
            let from = io::BufReader::new(PartReader::new(text.as_bytes(), catalogue));
            drop(black_box(serde_json::from_reader::<_, StoredSummary>(from)));
        }
    }
}

/// How long this thread has had a processor: what other programs do is not in it.
fn processor_time(begun: Instant) -> Duration {
    let schedule = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let first = schedule.as_deref().and_then(|text| text.split(' ').next()?.parse().ok());
    first.map_or_else(|| begun.elapsed(), Duration::from_nanos)
}

/// The least time of some tries is that of one which nothing came between. A reader that
/// is not linear never comes down to the ratio, however often it is tried.
#[test]
fn no_reader_takes_more_than_its_input_is_larger() {
    const SMALL: usize = 100_000;
    const MOST: f64 = 2.5;
    const TRIES: usize = 60;
    // The system counts in ticks of some milliseconds, so that each is read for many of them.
    const LONG: Duration = Duration::from_millis(40);
    let (catalogue, begun) = (small(), Instant::now());
    let timed = |case: Case, text: &str, rounds: u32| {
        let before = processor_time(begun);
        (0..rounds).for_each(|_| read(&catalogue, case.1, text));
        processor_time(begun).saturating_sub(before)
    };
    // By the same clock: one that other programs held up would seem to need fewer rounds.
    let rounds = |case: Case, text: &str| {
        let mut doubled = (0..14).map(|power| 1 << power);
        doubled.find(|rounds| timed(case, text, *rounds) >= LONG).unwrap_or(1 << 14)
    };
    for case in CASES {
        let texts = [text(case, SMALL), text(case, 2 * SMALL)];
        let mut least = [Duration::MAX; 2];
        let rounds = rounds(case, &texts[0]);
        let is_linear = (0..TRIES).any(|_| {
            for (least, text) in least.iter_mut().zip(&texts) {
                let spent = timed(case, text, rounds);
                // No tick came: nothing was measured.
                *least = if spent.is_zero() { *least } else { spent.min(*least) };
            }
            // What takes no time at all is not worth measuring.
            least[1] < Duration::from_millis(1) * rounds || least[1] < least[0].mul_f64(MOST)
        });
        assert!(is_linear, "{}: {least:?}", case.0);
    }
}

/// However long what is wrong, a message is short.
#[test]
fn no_message_repeats_more_than_its_beginning() {
    let long = "q".repeat(5_000);
    let questions = [
        QUESTIONS.replace("title:", &format!("{long}:")),
        QUESTIONS.replace("id: sums", &format!("id: {long}")),
        QUESTIONS.replace("interest: words", &format!("interest: {long}")),
        QUESTIONS.replace("title:", &format!("title: !{long}")),
        QUESTIONS.replace("title:", &format!("{long}: 1\n{long}: 1\ntitle:")),
    ];
    for questions in questions {
        let questions = Source::decode("q.yaml", questions.as_bytes());
        let careers = Source::decode("c.yaml", CAREERS.as_bytes());
        for problem in Catalogue::read(questions, careers).unwrap_err().as_slice() {
            assert!(problem.to_string().len() < 300, "{problem}");
        }
    }
    let catalogue = small();
    let sheet = |text: String| {
        let source = Source::decode("s.yaml", text.as_bytes()).unwrap();
        Sheet::read(&catalogue, &source).unwrap_err().to_string()
    };
    let line = |text: String| {
        let sheets = SheetReader::new(&catalogue);
        sheets.read_json(text.as_bytes()).unwrap_err().to_string()
    };
    for told in [
        sheet(format!("answers: {{{long}: 1}}")),
        sheet(format!("answers: {{sums: {long}}}")),
        sheet(format!("answers: \"523454\"\ncatalogue: {long}")),
        sheet(format!("answers: \"523454\"\nstarting_point: {long}")),
        line(format!("{{\"{long}\": 1}}")),
        line(format!("{{\"answers\": {{\"{long}\": 1}}}}")),
        line(format!("{{\"answers\": {{\"sums\": \"{long}\"}}}}")),
        line(format!("{{\"answers\": \"523454\", \"catalogue\": \"{long}\"}}")),
        line(format!("{{\"answers\": \"523454\", \"starting_point\": \"{long}\"}}")),
        line(format!("{{\"answers\": \"523454\", \"importance\": \"{long}\"}}")),
        line(format!("{{\"answers\": \"523454\", \"importance\": {{\"words\": \"{long}\"}}}}")),
        line(format!("{{\"answers\": {{\"sums\": {}}}}}", "9".repeat(300))),
    ] {
        assert!(told.len() < 500, "{told}");
    }
    assert_eq!(repeated(&long).chars().count(), limits::REPEATED.most + 1);
    let problem = Source::decode(&format!("{long}/q.yaml"), b"\xff\xfe").unwrap_err();
    let told = problem.to_string();
    assert!(told.starts_with("…qqqqq") && told.contains("qqqqq/q.yaml: the file is"), "{told}");
    assert_eq!(repeated_path(&long).chars().count(), 1 + limits::REPEATED.most);
    let fits = "é".repeat(limits::REPEATED.most);
    assert_eq!(repeated_path(&fits), fits);
}
