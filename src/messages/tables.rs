//! What is told of tables, rows, lines of JSON and workbooks.

use std::io;

use rolefit_engine::table::{
    ColumnError, ColumnMap, HeadedColumn, HeadingsFault, JsonError, JsonFault, RowFault, RowReader,
    SheetReader, Syntax, TableChoice, TableError,
};
use rolefit_engine::telling::class::ColumnChoice;
use rolefit_engine::workbook::WorkbookError;

use super::examples::{pair, small, source};
use crate::rows::NoRows;

fn table_with(text: &[u8], choice: TableChoice) -> TableError {
    RowReader::choosing(text, Some(Syntax::Csv), &small(), choice).map(drop).unwrap_err()
}

fn table(text: &str) -> TableError {
    table_with(text.as_bytes(), TableChoice::default())
}

fn headings_with(text: &[u8], choice: TableChoice) -> HeadingsFault {
    match table_with(text, choice) {
        TableError::Headings(fault) => fault,
        other => panic!("{other:?}"),
    }
}

fn headings(text: &str) -> HeadingsFault {
    headings_with(text.as_bytes(), TableChoice::default())
}

fn respondent(text: &str, name: &str) -> HeadingsFault {
    let choice = TableChoice { respondent: Some(name.to_owned()), ..TableChoice::default() };
    headings_with(text.as_bytes(), choice)
}

fn in_order(text: &str, from: &str) -> HeadingsFault {
    let choice = TableChoice { in_order_from: Some(from.to_owned()), ..TableChoice::default() };
    headings_with(text.as_bytes(), choice)
}

fn mapped(text: &str, map: &str) -> HeadingsFault {
    let map = ColumnMap::read(&small(), &source("map.yaml", map)).unwrap();
    headings_with(text.as_bytes(), TableChoice { map, ..TableChoice::default() })
}

fn strict(text: &str) -> HeadingsFault {
    headings_with(text.as_bytes(), TableChoice { is_strict: true, ..TableChoice::default() })
}

/// What is wrong with a heading that is the text of two questions.
fn two_questions() -> HeadingsFault {
    let questions = super::examples::QUESTIONS.replacen("Add up long columns", "Draw - a chart", 1);
    let catalogue =
        pair(&questions.replacen("Draw a chart", "Draw, a chart", 1), super::examples::CAREERS);
    let text = &b"Draw a chart,talk\n5,5\n"[..];
    match catalogue.map(|of| RowReader::open(text, Some(Syntax::Csv), &of).map(drop)) {
        Ok(Err(TableError::Headings(fault @ HeadingsFault::TwoQuestions { .. }))) => fault,
        _ => HeadingsFault::TwoQuestions {
            heading: "Draw a chart".to_owned(),
            one: "sums".to_owned(),
            other: "chart".to_owned(),
        },
    }
}

/// What is wrong with the first row that cannot be read.
fn row(text: &str, syntax: Option<Syntax>) -> RowFault {
    let catalogue = small();
    let rows = RowReader::open(text.as_bytes(), syntax, &catalogue).unwrap();
    let sheets = SheetReader::new(&catalogue);
    let mut faults = Vec::new();
    for chunk in rows {
        for row in chunk.unwrap().rows() {
            faults.extend(sheets.read(&row).and_then(Result::err).map(|error| error.fault));
        }
    }
    faults.swap_remove(0)
}

fn cells(text: &str) -> RowFault {
    row(text, Some(Syntax::Csv))
}

fn lines(text: &str) -> RowFault {
    row(text, None)
}

fn json(text: &[u8]) -> JsonError {
    SheetReader::new(&small()).read_json(text).unwrap_err()
}

/// What is wrong with a line of JSON, with the column.
fn fault(text: &str) -> JsonFault {
    json(text.as_bytes()).fault
}

pub(super) fn all() -> String {
    [of_tables(), of_columns(), of_rows(), of_json(), of_workbooks(), of_worksheets()].concat()
}

fn of_tables() -> String {
    let many = "x,".repeat(20_000) + "sums\n1\n";
    let half = "sums,a,b\n1,2,3\n";
    messages!("Tables", TableError,
        TableError::Read(_) => TableError::Read(io::ErrorKind::StorageFull.into());
        TableError::Empty => table("\n");
        TableError::Headings(_) => table("name,mood\n");
    ) + &messages!("Headings of tables", HeadingsFault,
        HeadingsFault::Row(_) => HeadingsFault::Row(RowFault::OpenQuote);
        HeadingsFault::NotText => HeadingsFault::NotText;
        HeadingsFault::SameMeaning { .. } => headings("Sums,sums\n"),
            headings("sums,Add up long columns\n");
        HeadingsFault::TwoQuestions { .. } => two_questions();
        HeadingsFault::TooMany { .. } => headings(&many);
        HeadingsFault::NoColumn { .. } => mapped("sums\n", "other: talk\n");
        HeadingsFault::Column { .. } => respondent("sums,name\n", "nam"), in_order("sums\n", "Q9");
        HeadingsFault::RespondentAnswers(_) => respondent("sums\n", "sums");
        HeadingsFault::TooFewInOrder { .. } => in_order("name,Q1,Q2\n", "Q1");
        HeadingsFault::Missing { .. } => strict("sums\n");
        HeadingsFault::Unmatched { .. } => unmatched(half);
        HeadingsFault::Contradiction { .. } => contradicted();
        HeadingsFault::NoQuestion => headings("name,mood\n");
    )
}

/// Two rows of headings that name two questions for one column.
fn contradicted() -> HeadingsFault {
    let texts = "x,Talk with strangers,Add up long columns,Mend a bicycle";
    headings(&format!("name,sums,talk,mend\n{texts}\na,5,1,3\n"))
}

/// Headings of which as many match no question as match one.
fn unmatched(text: &str) -> HeadingsFault {
    let catalogue = small();
    let rows = RowReader::open(text.as_bytes(), Some(Syntax::Csv), &catalogue);
    match rows.map(|mut rows| rows.next().map(|chunk| chunk.map(drop))) {
        Err(TableError::Headings(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

fn of_columns() -> String {
    let unknown = |near: Option<&str>, count| ColumnError::Unknown {
        name: "sit".to_owned(),
        near: near.map(str::to_owned),
        headings: ["site", "year"].map(str::to_owned)[..count].to_vec(),
        count,
    };
    let column = HeadedColumn { place: 1, heading: "Sums".to_owned() };
    let classes = ["chances", "firts role"].map(|name| ColumnChoice::these([name]).unwrap_err());
    let near = RowReader::open(&b"Sumss,talk\n"[..], None, &small()).unwrap();
    messages!("Columns that are asked for", ColumnError,
        ColumnError::NoRows => ColumnError::NoRows;
        ColumnError::NoTable => ColumnError::NoTable;
        ColumnError::Twice(_) => ColumnError::Twice("site".to_owned());
        ColumnError::Unknown { .. } => unknown(None, 2), unknown(Some("site"), 2), unknown(None, 0);
    ) + &classes.iter().map(super::examples::line).collect::<String>()
        + &super::examples::line(&column)
        + &near.near_misses().iter().map(super::examples::line).collect::<String>()
}

fn of_rows() -> String {
    let long = "x".repeat((1 << 20) + 1);
    let quote = format!("sums,talk\n5,\"{long}\n{long}\"\n");
    messages!("Rows", RowFault,
        RowFault::LongLine => lines(&format!("{{\"answers\": \"{long}\"}}\n"));
        RowFault::LongObject => lines(&format!("[\n{{\"answers\": \"{long}\"}}\n]\n"));
        RowFault::StrayJson => lines("[\n{\"answers\": \"523454\"}\n}\n");
        RowFault::Object { .. } => lines("[\n{\"answers\": \"5234\"}\n]\n");
        RowFault::Json(_) => lines("{\"answers\": \"5234\"}\n");
        RowFault::LongRow => cells(&format!("sums,talk\n5,{long}\n"));
        RowFault::LongQuote { .. } => cells(&quote);
        RowFault::OpenQuote => cells("sums,talk\n5,\"4\n");
        RowFault::TextAfterQuote => cells("sums,talk\n5,\"a\nb\"c\n");
        RowFault::JoinedRows => cells("sums,note,talk,mend\n5,\"a,4,1\n3,b\",2,2\n");
        RowFault::NotText => RowFault::NotText;
        RowFault::OtherCatalogue => RowFault::OtherCatalogue;
        RowFault::TooManyCells { .. } => cells("sums,talk\n5,4,3\n");
        RowFault::BadText(_) => cells("respondent,answers\na,5234\n");
        RowFault::BadAnswers(_) => cells("sums,talk\n9,0\n"), cells("sums,talk\nAgree,Disagree\n");
    )
}

fn of_json() -> String {
    messages!("Lines of JSON", JsonFault,
        JsonFault::NotText => json(b"\xff").fault;
        JsonFault::Cut => fault("{\"answers\": ");
        JsonFault::NotJson(_) => fault("{answers: 1}");
        JsonFault::Type { .. } => fault("5");
        JsonFault::Other(_) => JsonFault::Other("invalid value".to_owned());
        JsonFault::RepeatedKey(_) => fault("{\"answers\": {}, \"answers\": {}}");
        JsonFault::UnknownKey(_) => fault("{\"answers\": {}, \"answer\": 1}"),
            fault("{\"schema_version\": 1, \"answers\": {}}"),
            fault("{\"rolefit_summary\": 1, \"answers\": {}}");
        JsonFault::KeyOfList(_) => fault("{\"results\": [{\"sums\": 4}]}");
        JsonFault::NoAnswers => fault("{\"respondent\": \"a\"}");
        JsonFault::OtherCatalogue { .. } => fault("{\"answers\": {}, \"catalogue\": \"sha256:0\"}");
        JsonFault::Respondent => fault("{\"answers\": {}, \"respondent\": []}");
        JsonFault::StartingPoint(_) => fault("{\"answers\": {}, \"starting_point\": \"work\"}");
        JsonFault::Weight { .. } => fault("{\"answers\": {}, \"importance\": {\"words\": 9}}");
        JsonFault::UnknownId(_) => fault("{\"answers\": {\"sum\": 4}}");
        JsonFault::TwoQuestions { .. } => JsonFault::TwoQuestions {
            key: "Draw a chart".to_owned(), one: "sums".to_owned(), other: "chart".to_owned()
        };
        JsonFault::Unmatched { .. } => fault("{\"sums\": 4, \"a\": 4, \"b\": 4}");
        JsonFault::AnswerCount { .. } => fault("{\"answers\": [1, 2]}");
        JsonFault::Text(_) => fault("{\"answers\": \"5234\"}");
        JsonFault::Answers(_) => fault("{\"answers\": {\"sums\": \"often\"}}");
    ) + &super::examples::line(&json(b"{\"answers\": {\"sums\": 9}}"))
}

fn of_workbooks() -> String {
    let why = || "it is cut off".to_owned();
    messages!("Workbooks", WorkbookError,
        WorkbookError::Password => WorkbookError::Password;
        WorkbookError::Xls => WorkbookError::Xls;
        WorkbookError::Xlsb => WorkbookError::Xlsb;
        WorkbookError::NoWorkbook => WorkbookError::NoWorkbook;
        WorkbookError::OtherDocument(_) => WorkbookError::OtherDocument("a text document (.docx)");
        WorkbookError::NoWorksheet => WorkbookError::NoWorksheet;
        WorkbookError::Zip(_) => WorkbookError::Zip(why());
        WorkbookError::Part { .. } =>
            WorkbookError::Part { part: "xl/workbook.xml".to_owned(), why: why() };
        WorkbookError::Parts { .. } => WorkbookError::Parts { found: 20_000 };
        WorkbookError::TooLarge => WorkbookError::TooLarge;
        WorkbookError::Cells => WorkbookError::Cells;
        WorkbookError::Beyond => WorkbookError::Beyond;
        WorkbookError::Order { .. } => WorkbookError::Order { row: 3 };
    )
}

fn of_worksheets() -> String {
    let (name, names) = (|| "Notes".to_owned(), || "\"Answers\", \"Old\"".to_owned());
    let error = || Box::new(table("name,mood\n"));
    messages!("Worksheets", NoRows,
        NoRows::Read(_) => NoRows::Read(io::ErrorKind::StorageFull.into());
        NoRows::Workbook(_) => NoRows::Workbook(WorkbookError::Xls);
        NoRows::Table(_) => NoRows::Table(table("name,mood\n"));
        NoRows::Misnamed => NoRows::Misnamed;
        NoRows::Worksheet { .. } => NoRows::Worksheet { name: name(), error: error() };
        NoRows::Faulty { .. } =>
            NoRows::Faulty { name: name(), error: error(), others: names() };
        NoRows::NoQuestion(_) => NoRows::NoQuestion(names());
        NoRows::Unknown { .. } =>
            NoRows::Unknown { asked: name(), near: None, names: names() },
            NoRows::Unknown {
                asked: "Answer".to_owned(), near: Some("Answers".to_owned()), names: names()
            };
    )
}
