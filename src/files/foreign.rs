//! Files of other kinds, known by their first bytes.

/// What files of other programs begin with, and what they are.
const KINDS: [(&[u8], &str); 12] = [
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a text document (.rtf)"),
    (b"\x1f\x8b", "a compressed file (.gz)"),
    (b"7z\xbc\xaf", "an archive (.7z)"),
    (b"Rar!\x1a", "an archive (.rar)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"<!DOCTYPE", "a web page"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
];

/// The same of files that hold tables.
const TABLES: [(&[u8], &str); 2] = [
    (b"PK\x03\x04", "a workbook, or another zip"),
    (b"\xd0\xcf\x11\xe0", "a file of an older office program (.xls, .doc)"),
];

/// What a file that begins so is, if it holds neither text nor a workbook.
pub(crate) fn foreign(begun: &[u8]) -> Option<&'static str> {
    KINDS.iter().find(|(mark, _)| begun.starts_with(mark)).map(|(_, what)| *what)
}

/// Whether more bytes could make it one.
pub(crate) fn may_be_foreign(begun: &[u8]) -> bool {
    KINDS.iter().any(|(mark, _)| mark.len() > begun.len() && mark.starts_with(begun))
}

/// What a file that begins so is, if it may hold a workbook.
pub(super) fn container(begun: &[u8]) -> Option<&'static str> {
    TABLES.iter().find(|(mark, _)| begun.starts_with(mark)).map(|(_, what)| *what)
}

/// What a file that begins so is, if it holds no text.
pub(super) fn no_text(begun: &[u8]) -> Option<&'static str> {
    container(begun).or_else(|| foreign(begun))
}
