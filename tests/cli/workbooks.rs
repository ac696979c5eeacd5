//! Workbooks of spreadsheets, read as the tables in them.

use super::batch::records;
use crate::support::Run;
use crate::support::workbooks::{cells, lying, ods, ods_cells, table, xlsx, zipped};

const TABLE: &str = "respondent,sums,talk,mend,write,chart,alone\na,5,2,3,,4,1\nb,1,4,2,5,3,2\n";
const HEADINGS: &[&str] = &["respondent", "sums", "talk", "mend", "write", "chart", "alone"];
const A: &[&str] = &["a", "5", "2", "3", "", "4", "1"];
const B: &[&str] = &["b", "1", "4", "2", "5", "3", "2"];
const SCORED: &str = "2 rows read: 2 scored, 0 rejected, 0 blank\n";

/// That a workbook is read as the table is, with these notes before what became of the rows.
#[track_caller]
fn is_read(workbook: impl Into<Vec<u8>>, notes: &str) {
    is_read_by(Run::small(["batch"]), workbook, notes);
}

#[track_caller]
fn is_read_by(run: Run, workbook: impl Into<Vec<u8>>, notes: &str) {
    let expected = Run::small(["batch"]).stdin(TABLE).output();
    let ran = run.stdin(workbook).output();
    assert_eq!((ran.stderr, ran.stdout), (format!("{notes}{SCORED}"), expected.stdout));
}

#[track_caller]
fn is_refused(workbook: impl Into<Vec<u8>>, why: &str) {
    Run::small(["batch"]).stdin(workbook).code(65).stderr(format!("error: {why}\n")).check();
}

#[test]
fn a_workbook_says_what_its_table_says() {
    is_read(table(&[HEADINGS, A, B]), "");
    is_read(ods(&[("Answers", &ods_cells(&[HEADINGS, A, B]))]), "");
    // From a file, too, and in every command about rows.
    let workbook = table(&[HEADINGS, A, B]);
    for command in ["batch", "cohort"] {
        let by = |name: &str, bytes: &[u8]| Run::small([command, name]).file(name, bytes).output();
        let (table, book) = (by("a.csv", TABLE.as_bytes()), by("a.xlsx", &workbook));
        assert_eq!((table.stdout, table.stderr), (book.stdout, book.stderr));
    }
}

#[test]
fn cells_are_what_the_spreadsheet_shows_of_them() {
    let strings = "<sst uniqueCount=\"2\"><si><t>4 - Rather</t></si><si><r><t>Per</t></r><r><t>haps\
                   </t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si></sst>";
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>\
                  </numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/>\
                  </cellXfs></styleSheet>";
    let headings =
        cells(&[&["respondent", "sums", "talk", "mend", "write", "chart", "when", "at", "ok"]]);
    // A formula, a shared text, one in two fonts, an error, a number with decimals that are
    // none, dates and a truth; line breaks and tabs within a text are blanks.
    let row = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>a&#10;b\tc</t></is></c>\
               <c r=\"B2\"><f>1+4</f><v>5</v></c><c r=\"C2\" t=\"s\"><v>0</v></c>\
               <c r=\"D2\" t=\"s\"><v>1</v></c><c r=\"E2\" t=\"e\"><v>#N/A</v></c>\
               <c r=\"F2\"><v>4.0</v></c><c r=\"G2\" s=\"1\"><v>46023</v></c>\
               <c r=\"H2\" s=\"2\"><v>46023.5</v></c><c r=\"I2\" t=\"b\"><v>1</v></c></row>";
    let book = xlsx(
        &[("S", "visible", &format!("{headings}{row}"))],
        &[("xl/sharedStrings.xml", strings), ("xl/styles.xml", styles)],
    );
    let ran = Run::small(["batch", "-q", "--keep", "when,at,ok"]).stdin(book).output();
    let told = &records(&ran.stdout)[0];
    assert_eq!(told["respondent"], "a b c", "{}", ran.stdout);
    assert_eq!(told["answered"], 4);
    let kept = serde_json::json!({"when": "2026-01-01", "at": "2026-01-01T12:00:00", "ok": "TRUE"});
    assert_eq!(told["kept"], kept);
    let expected = "respondent,sums,talk,mend,chart\na b c,5,4,3,4\n";
    let expected = &records(&Run::small(["batch", "-q"]).stdin(expected).output().stdout)[0];
    assert_eq!(told["roles"], expected["roles"]);
}

#[test]
fn an_ods_repeats_merges_and_remarks() {
    let remark = "<office:annotation><text:p>no</text:p></office:annotation>";
    let row = format!(
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell \
         office:value-type=\"string\"><text:p>a<text:s text:c=\"2\"/>b</text:p><text:p>c&amp;&#100;\
         </text:p>{remark}</table:table-cell><table:table-cell \
         table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"4\"/>\
         <table:covered-table-cell office:value-type=\"float\" office:value=\"1\"/>\
         <table:table-cell calcext:value-type=\"error\" office:value-type=\"string\" \
         office:string-value=\"\"><text:p>#N/A</text:p></table:table-cell><table:table-cell \
         table:number-columns-repeated=\"16000\"/></table:table-row><table:table-row \
         table:number-rows-repeated=\"1048000\"><table:table-cell \
         table:number-columns-repeated=\"16384\"/></table:table-row>"
    );
    let rows = format!("{}{row}", ods_cells(&[HEADINGS]));
    let ran = Run::small(["batch", "-q"]).stdin(ods(&[("S", &rows)])).output();
    let expected = "respondent,sums,talk\na  b c&d,4,4\na  b c&d,4,4\n";
    let expected = Run::small(["batch", "-q"]).stdin(expected).output();
    assert_eq!((ran.stdout, ran.stderr), (expected.stdout, expected.stderr));
}

#[test]
fn the_worksheet_is_the_one_with_the_questions_or_the_one_that_is_named() {
    let (notes, answers) = (cells(&[&["Notes"], &["of Monday"]]), cells(&[HEADINGS, A, B]));
    let other = cells(&[&["sums"], &["1"]]);
    let sheets = [
        ("Old", "hidden", other.as_str()),
        ("Notes", "visible", &notes),
        ("Empty", "visible", ""),
        ("Answers", "visible", &answers),
    ];
    let book = xlsx(&sheets, &[]);
    let note = "worksheet \"Answers\" is read; for batch, cohort and audit, --worksheet NAME chooses \"Old\", \
         \"Notes\", \"Empty\"\n";
    is_read(book.clone(), note);
    is_read_by(Run::small(["batch", "--worksheet", "Answers"]), book.clone(), "");
    let ran = Run::small(["batch", "-q", "--worksheet", "Old"]).stdin(book.clone()).output();
    assert_eq!(records(&ran.stdout)[0]["answered"], 1);
    let ran = Run::small(["batch", "--worksheet", "May"]).stdin(book).output();
    let why = "error: --worksheet: there is no worksheet \"May\"; the workbook has \"Old\", \
               \"Notes\", \"Empty\", \"Answers\"\n";
    assert_eq!((ran.code, ran.stderr.as_str()), (65, why));
    // One that is alone is read even if it is hidden.
    is_read(xlsx(&[("Only", "hidden", &answers)], &[]), "");
    is_refused(
        xlsx(&sheets[..2], &[]),
        "no worksheet that is shown has a heading that is the id or the text of a question; \
         for batch, cohort and audit, --worksheet NAME chooses one of \"Old\", \"Notes\"",
    );
    is_refused(
        xlsx(&[("A", "visible", &cells(&[&["name", "Sums", "sums"]]))], &[]),
        "worksheet \"A\": the table's headings: column 2 (\"Sums\") and column 3 (\"sums\") are both the \
         question sums: take one of them out, or give it another heading",
    );
    let hidden = format!(
        "<table:table table:name=\"Old\" table:style-name=\"h\">{}</table:table>",
        ods_cells(&[&["sums"], &["1"]])
    );
    let book = ods(&[("Answers", &ods_cells(&[HEADINGS, A, B]))]);
    is_read(book, "");
    let both = format!("{}</table:table>{hidden}<table:table table:name=\"Last\">", "");
    let book = ods(&[("First", &both), ("Answers", &ods_cells(&[HEADINGS, A, B]))]);
    let note = "worksheet \"Answers\" is read; for batch, cohort and audit, --worksheet NAME chooses \"First\", \
         \"Old\", \"Last\"\n";
    is_read(book, note);
    Run::small(["batch", "--worksheet", "A"])
        .stdin(TABLE)
        .code(65)
        .stderr(
            "error: --worksheet: standard input is no workbook, and has no worksheets: leave \
             --worksheet out\n",
        )
        .check();
}

#[test]
fn what_is_no_workbook_that_can_be_read_says_what_to_do() {
    let compound = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", vec![0; 600].as_slice(), &name].concat()
    };
    is_refused(
        compound("EncryptedPackage"),
        "the workbook is protected by a password: open it in the spreadsheet and save it without \
         one",
    );
    is_refused(
        zipped(&[("META-INF/manifest.xml", "<manifest:encryption-data/>"), ("content.xml", "x")]),
        "the workbook is protected by a password: open it in the spreadsheet and save it without \
         one",
    );
    is_refused(
        compound("Workbook"),
        "this is a workbook of an older kind (.xls): in the spreadsheet, save it as .xlsx or as \
         CSV UTF-8",
    );
    is_refused(
        zipped(&[("xl/workbook.bin", "")]),
        "this is a binary workbook (.xlsb): in the spreadsheet, save it as .xlsx or as CSV UTF-8",
    );
    is_refused(
        zipped(&[("answers.csv", TABLE)]),
        "this is a zip, but no workbook: unpack it, and give the .xlsx, .ods or .csv that is in it",
    );
    let none = "the workbook has no worksheet: open it in the spreadsheet and save it anew, or save \
                the table as CSV UTF-8";
    is_refused(xlsx(&[], &[]), none);
    // The file is named.
    let ran = Run::small(["batch", "a.xlsx"]).file("a.xlsx", xlsx(&[], &[])).output();
    assert_eq!(ran.stderr, format!("error: a.xlsx: {none}\n"));
    let mut cut = table(&[HEADINGS, A, B]);
    cut.truncate(cut.len() / 2);
    let ran = Run::small(["batch"]).stdin(cut).output();
    assert_eq!(ran.code, 65);
    assert!(ran.stderr.starts_with("error: the workbook cannot be unpacked ("), "{}", ran.stderr);
}

/// Each says in a few bytes that there is more than any computer holds.
#[test]
fn what_would_fill_the_memory_is_refused() {
    let blanks = " ".repeat(65 << 20);
    let large = "the workbook is larger than 64 MiB when it is unpacked: save the table as CSV \
                 UTF-8, which may have any length";
    is_refused(xlsx(&[("S", "visible", &blanks)], &[]), large);
    for (size, cells) in [(100, blanks.as_str()), (u32::MAX - 1, "")] {
        let ran = Run::small(["batch"]).stdin(lying(xlsx(&[("S", "visible", cells)], &[]), size));
        assert_eq!(ran.output().code, 65, "{size}");
    }
    is_refused(xlsx(&[("S", "visible", "")], &[("media/image1.png", &blanks)]), large);
    let many = "the workbook has more than 5 million cells: save the table as CSV UTF-8, which may \
                have any length";
    let corner = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    // One far away costs its row alone.
    is_read(
        xlsx(&[("S", "visible", &cells(&[HEADINGS, A, B])), ("T", "visible", corner)], &[]),
        "worksheet \"S\" is read; for batch, cohort and audit, --worksheet NAME chooses \"T\"\n",
    );
    let wide: String = (1..400)
        .map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"))
        .collect();
    is_refused(xlsx(&[("S", "visible", &wide)], &[]), many);
    let cell = |attributes: &str| {
        format!(
            "<table:table-row><table:table-cell {attributes} office:value-type=\"float\" \
                 office:value=\"1\"/></table:table-row>"
        )
    };
    let beyond = "the worksheet has a cell beyond row 1048576 or column 16384: take out what holds \
                  no answers, or save the table as CSV UTF-8";
    let rows = cell("table:number-columns-repeated=\"4000000000\"");
    is_refused(ods(&[("S", &rows)]), beyond);
    let rows = rows
        .replace("4000000000", "16000")
        .replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"1000000\">");
    is_refused(ods(&[("S", &rows)]), many);
    let text = format!(
        "<table:table-row><table:table-cell table:number-columns-repeated=\"16000\" \
         office:value-type=\"string\"><text:p>{}</text:p></table:table-cell></table:table-row>",
        "x".repeat(10_000)
    );
    is_refused(ods(&[("S", &text)]), large);
    let string = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(100_000));
    let each = "<row>".to_owned() + &"<c t=\"s\"><v>0</v></c>".repeat(1_000) + "</row>";
    is_refused(xlsx(&[("S", "visible", &each)], &[("xl/sharedStrings.xml", &string)]), large);
    let ran = Run::small(["batch"])
        .stdin(xlsx(
            &[("S", "visible", "")],
            &[("xl/sharedStrings.xml", "<sst uniqueCount=\"99999999999\"/>")],
        ))
        .output();
    assert!(
        ran.stderr.contains("xl/sharedStrings.xml: <sst>: \"99999999999\" is not believed"),
        "{}",
        ran.stderr
    );
    let entities = "<!DOCTYPE a [<!ENTITY b \"cccccccccc\">]>";
    let ran = Run::small(["batch"])
        .stdin(xlsx(&[("S", "visible", "")], &[("xl/sharedStrings.xml", entities)]))
        .output();
    assert!(
        ran.stderr.contains("xl/sharedStrings.xml: a document type is not read"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_row_of_a_worksheet_is_named_as_it_is_there() {
    let rows: &[&[&str]] = &[&["Our class"], &[], HEADINGS, &["a\nb", "5"], &[], &["c", "9"]];
    for (name, book) in [("a.xlsx", table(rows)), ("a.ods", ods(&[("S", &ods_cells(rows))]))] {
        let ran = Run::small(["batch", name, "--check"]).file(name, &book).output();
        let why = "sums: \"9\" is not an answer: expected a whole number from 1 to 5";
        assert!(ran.stderr.contains(&format!("\n{name}: row 6: {why}\n")), "{}", ran.stderr);
        let ran = Run::small(["batch", name]).file(name, &book).output();
        let told = records(&ran.stdout);
        assert_eq!(told.last().unwrap()["error"]["row"], 6, "{told:?}");
    }
}

/// The worksheet with the texts of the questions has headings of its own, and stays unread.
#[test]
fn a_filled_answer_sheet_is_read_as_it_is() {
    use std::io::{Cursor, Read as _};

    let run = Run::small(["form", "xlsx", "-q", "-o", "form.xlsx"]);
    assert_eq!(run.output().code, 0);
    let form = std::fs::read(run.folder().join("form.xlsx")).unwrap();
    let mut form = zip::ZipArchive::new(Cursor::new(form)).unwrap();
    let mut parts: Vec<(String, String)> = Vec::new();
    for place in 0..form.len() {
        let mut part = form.by_index(place).unwrap();
        let mut text = String::new();
        let name = part.name().unwrap().into_owned();
        part.read_to_string(&mut text).unwrap();
        parts.push((name, text));
    }
    let cell = |(column, digit): (char, char)| format!("<c r=\"{column}9\"><v>{digit}</v></c>");
    let row: String = ('B'..='G').zip("523454".chars()).map(cell).collect();
    for (name, text) in &mut parts {
        if name.ends_with("sheet1.xml") {
            *text = text.replace("</sheetData>", &format!("<row r=\"9\">{row}</row></sheetData>"));
        }
    }
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (&**name, &**text)).collect();
    let book = zipped(&parts);
    let score = Run::small(["score", "--format", "json", "--answers", "523454"]).json();
    let ran = Run::small(["batch", "-q"]).stdin(book.clone()).output();
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(records(&ran.stdout)[0]["roles"][0]["id"], score["roles"][0]["id"]);
    let of_file = Run::small(["score", "form.xlsx", "-q", "--format", "json"]);
    assert_eq!(of_file.file("form.xlsx", book.clone()).json()["roles"], score["roles"]);
    let cohort = Run::small(["cohort", "-q", "--format", "json"]).stdin(book).output();
    assert_eq!((cohort.code, cohort.stderr.as_str()), (0, ""));
}

#[test]
fn a_worksheet_whose_headings_are_faulty_is_named_if_there_is_no_other() {
    let faulty = cells(&[&["name", "Sums", "sums"]]);
    let notes = cells(&[&["Notes"], &["of Monday"]]);
    is_refused(
        xlsx(&[("A", "visible", &faulty), ("B", "visible", &notes)], &[]),
        "worksheet \"A\": the table's headings: column 2 (\"Sums\") and column 3 (\"sums\") are both the \
         question sums: take one of them out, or give it another heading; \
         for batch, cohort and audit, --worksheet NAME chooses \"B\"",
    );
}
