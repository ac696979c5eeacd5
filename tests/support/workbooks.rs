//! Workbooks, well made and badly.

use std::io::{Cursor, Write};

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A zip of these parts, packed.
pub fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An `.xlsx` of worksheets, each with its name, its state and what stands in its `sheetData`;
/// and of other parts.
pub fn xlsx(worksheets: &[(&str, &str, &str)], others: &[(&str, &str)]) -> Vec<u8> {
    let (mut listed, mut related, mut parts) = (String::new(), String::new(), Vec::new());
    for (at, (name, state, data)) in worksheets.iter().enumerate() {
        let id = format!("rId{at}");
        listed += &format!("<sheet name=\"{name}\" state=\"{state}\" r:id=\"{id}\"/>");
        related += &relation(&id, "worksheet", &format!("worksheets/sheet{at}.xml"));
        let text =
            format!("{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetData>{data}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/sheet{at}.xml"), text));
    }
    let relations = |text: &str| format!("{HEAD}<Relationships>{text}</Relationships>");
    let document = relation("rId1", "officeDocument", "xl/workbook.xml");
    let workbook = format!(
        "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{listed}</sheets></workbook>"
    );
    parts.push(("_rels/.rels".to_owned(), relations(&document)));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), relations(&related)));
    parts.push(("xl/workbook.xml".to_owned(), workbook));
    let of_all = parts.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    zipped(&of_all.chain(others.iter().copied()).collect::<Vec<_>>())
}

fn relation(id: &str, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
}

/// An `.xlsx` of one worksheet with these cells; what is a number is one.
pub fn table(rows: &[&[&str]]) -> Vec<u8> {
    xlsx(&[("Answers", "visible", &cells(rows))], &[])
}

/// Rows of cells as they stand in `sheetData`.
pub fn cells(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| match text.parse::<f64>() {
        Ok(_) => format!("<c><v>{text}</v></c>"),
        Err(_) => format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(text)),
    };
    let row =
        |row: &&[&str]| format!("<row>{}</row>", row.iter().map(cell).collect::<Vec<_>>().concat());
    rows.iter().map(row).collect::<Vec<_>>().concat()
}

/// An `.ods` of worksheets, each with its name and its rows as they stand in it.
pub fn ods(worksheets: &[(&str, &str)]) -> Vec<u8> {
    let table = |(name, rows): &(&str, &str)| {
        format!("<table:table table:name=\"{name}\">{rows}</table:table>")
    };
    let tables = worksheets.iter().map(table).collect::<Vec<_>>().concat();
    let content = format!(
        "{HEAD}<office:document-content><office:automatic-styles><style:style style:name=\"h\"\
         ><style:table-properties table:display=\"false\"/></style:style>\
         </office:automatic-styles><office:body><office:spreadsheet>{tables}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ])
}

/// Rows of cells as they stand in an `.ods`.
pub fn ods_cells(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| match text.parse::<f64>() {
        Ok(_) => format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{text}\"><text:p>x\
             </text:p></table:table-cell>"
        ),
        Err(_) if text.is_empty() => "<table:table-cell/>".to_owned(),
        Err(_) => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p>\
             </table:table-cell>",
            escaped(text)
        ),
    };
    let row = |row: &&[&str]| {
        format!(
            "<table:table-row>{}</table:table-row>",
            row.iter().map(cell).collect::<Vec<_>>().concat()
        )
    };
    rows.iter().map(row).collect::<Vec<_>>().concat()
}

/// The same zip, which says of every part that it has so many bytes.
pub fn lying(mut zip: Vec<u8>, size: u32) -> Vec<u8> {
    // Where the size of what is unpacked stands behind the mark of a header.
    for (mark, at) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
        let found: Vec<usize> =
            zip.windows(4).enumerate().filter(|(_, of)| of == mark).map(|(at, _)| at).collect();
        for header in found {
            zip[header + at..header + at + 4].copy_from_slice(&size.to_le_bytes());
        }
    }
    zip
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
