//! The zip that a workbook is, unpacked through a counter: sizes in a zip may lie.

use std::io::{Cursor, Read};

use zip::read::ZipArchive;

use super::error::WorkbookError;
use crate::limits;

/// The parts of a workbook.
#[derive(Debug)]
pub(super) struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// How many bytes more may come of it.
    left: usize,
}

impl Archive {
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, WorkbookError> {
        let zip = ZipArchive::new(Cursor::new(bytes))?;
        let found = zip.len();
        if found > limits::WORKBOOK_PARTS.most {
            return Err(WorkbookError::Parts { found });
        }
        Ok(Self { zip, left: limits::WORKBOOK.most })
    }

    /// Whether there is a part of this name, in whatever capitals.
    pub(super) fn has(&self, name: &str) -> bool {
        let mut names = self.zip.file_names().flatten();
        names.any(|known| known.eq_ignore_ascii_case(name))
    }

    /// The text of a part of this name, if there is one.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, WorkbookError> {
        let Some(place) = self.zip.index_for_name(name) else { return Ok(None) };
        let (name, bytes) = self.unpacked(place)?;
        as_text(&name, bytes).map(Some)
    }

    /// Unpacks each part, one after the other, and hands on those that are XML.
    pub(super) fn each(
        &mut self,
        mut part: impl FnMut(&str, &str) -> Result<(), WorkbookError>,
    ) -> Result<(), WorkbookError> {
        for place in 0..self.zip.len() {
            let (name, bytes) = self.unpacked(place)?;
            if is_xml(&name) {
                part(&name, &as_text(&name, bytes)?)?;
            }
        }
        Ok(())
    }

    /// The workbook as it was given.
    pub(super) fn into_bytes(self) -> Cursor<Vec<u8>> {
        self.zip.into_inner()
    }

    fn unpacked(&mut self, place: usize) -> Result<(String, Vec<u8>), WorkbookError> {
        let file = self.zip.by_index(place)?;
        let name = file.name()?.into_owned();
        let mut bytes = Vec::new();
        let read = file.take(self.left as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|error| WorkbookError::part(&name, &error))?;
        self.left = self.left.checked_sub(bytes.len()).ok_or(WorkbookError::TooLarge)?;
        Ok((name, bytes))
    }
}

/// Whether a part is one that is read as XML, by its name.
pub(super) fn is_xml(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|of| of.eq_ignore_ascii_case("xml") || of.eq_ignore_ascii_case("rels"))
}

fn as_text(name: &str, bytes: Vec<u8>) -> Result<String, WorkbookError> {
    String::from_utf8(bytes).map_err(|_| WorkbookError::part(name, &"this is not UTF-8"))
}
