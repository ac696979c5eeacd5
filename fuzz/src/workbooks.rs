//! Workbooks packed from texts.

use std::io::{Cursor, Write as _};

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// What an `.xlsx` has where no other text is given.
const PARTS: [(&str, &str); 3] = [
    (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r\" Type=\"/relationships/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>",
    ),
    (
        "xl/workbook.xml",
        "<workbook><sheets><sheet name=\"A\" r:id=\"a\"/><sheet name=\"B\" state=\"hidden\" \
         r:id=\"b\"/></sheets></workbook>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"a.xml\"/>\
         <Relationship Id=\"b\" Type=\"/worksheet\" Target=\"b.xml\"/></Relationships>",
    ),
];

/// A zip of the parts of `text`, each of which begins with a line of `#` and its name. What
/// an `.xlsx` needs besides is added.
#[must_use]
pub fn packed(text: &[u8]) -> Vec<u8> {
    let mut parts: Vec<(&[u8], &[u8])> = Vec::new();
    for part in split(text) {
        let end = part.iter().position(|byte| *byte == b'\n').unwrap_or(part.len());
        let (name, text) = part.split_at(end);
        if !name.is_empty() && parts.iter().all(|(known, _)| *known != name) {
            parts.push((name, text.strip_prefix(b"\n").unwrap_or_default()));
        }
    }
    if parts.iter().all(|(name, _)| *name != b"content.xml") {
        for (name, text) in PARTS {
            if parts.iter().all(|(known, _)| *known != name.as_bytes()) {
                parts.push((name.as_bytes(), text.as_bytes()));
            }
        }
    }
    zip(&parts)
}

fn split(text: &[u8]) -> Vec<&[u8]> {
    let starts =
        (0..text.len()).filter(|at| text[*at] == b'#' && (*at == 0 || text[at - 1] == b'\n'));
    let starts: Vec<usize> = starts.collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| &text[start + 1..end]).collect()
}

/// A zip of parts as they are; of a name that is no text, nothing.
fn zip(parts: &[(&[u8], &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in parts {
        let is_begun = str::from_utf8(name).is_ok_and(|name| zip.start_file(name, options).is_ok());
        if is_begun {
            zip.write_all(text).expect("memory is enough");
        }
    }
    zip.finish().expect("memory is enough").into_inner()
}
