//! Workbooks as `LibreOffice` writes them. They are read here, cell by cell: the reader of
//! `.xlsx` files would fill a whole rectangle with the cells that one stands for.

use std::borrow::Cow;
use std::collections::HashSet;

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::archive::Archive;
use super::error::WorkbookError;
use super::sheet_text::{SheetText, number};
use super::worksheet::Worksheet;
use crate::limits;

const CONTENT: &str = "content.xml";

/// The part that holds the cells.
pub(super) fn content(archive: &mut Archive) -> Result<String, WorkbookError> {
    let manifest = archive.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(WorkbookError::Password);
    }
    archive.text(CONTENT)?.ok_or(WorkbookError::NoWorkbook)
}

/// The worksheets, in order.
pub(super) fn worksheets(content: &str) -> Result<Vec<Worksheet>, WorkbookError> {
    let mut xml = Xml::new(content);
    let (mut style, mut hidden, mut found) = (None, HashSet::new(), Vec::new());
    loop {
        match xml.next()? {
            Event::Eof => break,
            Event::Start(element) => match element.name().as_ref() {
                "style:style" => style = attribute(&element, "style:name")?,
                "style:table-properties"
                    if attribute(&element, "table:display")?.as_deref() == Some("false") =>
                {
                    hidden.extend(style.take());
                }
                "table:table" => {
                    let of = attribute(&element, "table:style-name")?;
                    let is_hidden = of.is_some_and(|of| hidden.contains(&of));
                    let name = attribute(&element, "table:name")?.unwrap_or_default();
                    found.push(Worksheet { name, is_hidden });
                    xml.skip(&element)?;
                }
                _ => {}
            },
            _ => {}
        }
    }
    if found.is_empty() { Err(WorkbookError::NoWorksheet) } else { Ok(found) }
}

/// The cells of the worksheet at `place`.
pub(super) fn table(content: &str, place: usize) -> Result<Vec<u8>, WorkbookError> {
    let mut xml = Xml::new(content);
    let mut tables = 0;
    loop {
        match xml.next()? {
            Event::Eof => return Ok(Vec::new()),
            Event::Start(element) if element.name().as_ref() == "table:table" => {
                if tables == place {
                    return xml.rows();
                }
                xml.skip(&element)?;
                tables += 1;
            }
            _ => {}
        }
    }
}

/// Reads elements one after the other; an empty one begins and ends.
struct Xml<'t>(Reader<&'t [u8]>);

/// The cells of one row: how many each stands for, and what it says.
type RowCells = Vec<(u32, String)>;

impl<'t> Xml<'t> {
    fn new(content: &'t str) -> Self {
        let mut reader = Reader::from_str(content);
        reader.config_mut().expand_empty_elements = true;
        Self(reader)
    }

    fn next(&mut self) -> Result<Event<'t>, WorkbookError> {
        match self.0.read_event().map_err(|error| of_content(&error))? {
            Event::DocType(_) => Err(of_content(&"a document type is not read")),
            event => Ok(event),
        }
    }

    /// Passes over all that is within `element`.
    fn skip(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookError> {
        self.0.read_to_end(element.name()).map(drop).map_err(|error| of_content(&error))
    }

    /// The rows of a worksheet that has begun, up to its end.
    fn rows(&mut self) -> Result<Vec<u8>, WorkbookError> {
        let mut text = SheetText::default();
        let mut row: u32 = 0;
        loop {
            match self.next()? {
                Event::Start(element) => match element.name().as_ref() {
                    "table:table-row" => {
                        let repeated = count(&element, "table:number-rows-repeated")?;
                        let cells = self.cells()?;
                        if cells.iter().any(|(_, value)| !value.is_empty()) {
                            // Ends at the limit of cells or of rows.
                            (0..repeated).try_for_each(|more| {
                                write(&mut text, row.saturating_add(more), &cells)
                            })?;
                        }
                        row = row.saturating_add(repeated);
                    }
                    // Drawings and forms, which may hold tables of their own.
                    "table:shapes" | "office:forms" => self.skip(&element)?,
                    _ => {}
                },
                Event::End(element) if element.name().as_ref() == "table:table" => {
                    return Ok(text.into_table());
                }
                Event::Eof => return Err(of_content(&"it ends within a worksheet")),
                _ => {}
            }
        }
    }

    /// The cells of a row that has begun, up to its end.
    fn cells(&mut self) -> Result<RowCells, WorkbookError> {
        let mut cells = RowCells::new();
        loop {
            match self.next()? {
                Event::Start(element) => match element.name().as_ref() {
                    "table:table-cell" => {
                        let repeated = count(&element, "table:number-columns-repeated")?;
                        cells.push((repeated, self.cell(&element)?));
                    }
                    // Part of a cell that is merged, which is the first of them.
                    "table:covered-table-cell" => {
                        let repeated = count(&element, "table:number-columns-repeated")?;
                        self.skip(&element)?;
                        cells.push((repeated, String::new()));
                    }
                    _ => self.skip(&element)?,
                },
                Event::End(element) if element.name().as_ref() == "table:table-row" => {
                    return Ok(cells);
                }
                Event::Eof => return Err(of_content(&"it ends within a row")),
                _ => {}
            }
        }
    }

    /// What a cell that has begun says, up to its end.
    fn cell(&mut self, element: &BytesStart<'_>) -> Result<String, WorkbookError> {
        let shown = self.shown()?;
        let of = |key: &str| attribute(element, key);
        // An error is a text without a value.
        if of("calcext:value-type")?.as_deref() == Some("error") {
            return Ok(shown);
        }
        let value = match of("office:value-type")?.as_deref() {
            Some("float" | "percentage" | "currency") => {
                let value = of("office:value")?.unwrap_or_default();
                Some(value.parse().map(number).unwrap_or(value))
            }
            Some("date") => of("office:date-value")?,
            Some("time") => of("office:time-value")?,
            Some("boolean") => of("office:boolean-value")?.map(|value| value.to_ascii_uppercase()),
            Some("string") => of("office:string-value")?,
            _ => None,
        };
        Ok(value.unwrap_or(shown))
    }

    /// The text that a cell shows, its paragraphs with blanks between them.
    fn shown(&mut self) -> Result<String, WorkbookError> {
        let mut text = String::new();
        let mut is_paragraph = false;
        loop {
            match self.next()? {
                Event::Start(element) => match element.name().as_ref() {
                    "text:p" => {
                        is_paragraph = true;
                        text.extend((!text.is_empty()).then_some(' '));
                    }
                    "text:tab" | "text:line-break" => text.push(' '),
                    "text:s" => {
                        let blanks = count(&element, "text:c")? as usize;
                        if blanks > limits::ROW.most {
                            return Err(WorkbookError::TooLarge);
                        }
                        text.extend(std::iter::repeat_n(' ', blanks));
                    }
                    "text:span" | "text:a" => {}
                    // A remark, or a drawing.
                    _ => self.skip(&element)?,
                },
                Event::End(element) if element.name().as_ref() == "text:p" => is_paragraph = false,
                Event::Text(part) if is_paragraph => text.push_str(&part.xml10_content()),
                Event::CData(part) => text.push_str(&part.xml10_content()),
                Event::GeneralRef(part) => text.push_str(&resolved(&part)?),
                Event::End(element) if element.name().as_ref() == "table:table-cell" => {
                    return Ok(text);
                }
                Event::Eof => return Err(of_content(&"it ends within a cell")),
                _ => {}
            }
            if text.len() > limits::WORKBOOK.most {
                return Err(WorkbookError::TooLarge);
            }
        }
    }
}

/// Writes a row.
fn write(text: &mut SheetText, row: u32, cells: &RowCells) -> Result<(), WorkbookError> {
    let mut column: u32 = 0;
    for (repeated, value) in cells {
        if !value.is_empty() {
            // Ends at the limit of columns.
            (0..*repeated)
                .try_for_each(|more| text.cell(row, column.saturating_add(more), value))?;
        }
        column = column.saturating_add(*repeated);
    }
    Ok(())
}

/// What an element says of itself under `key`.
fn attribute(element: &BytesStart<'_>, key: &str) -> Result<Option<String>, WorkbookError> {
    let found = element.try_get_attribute(key).map_err(|error| of_content(&error))?;
    let read = |value: Cow<'_, str>| {
        unescape(&value).map(Cow::into_owned).map_err(|error| of_content(&error))
    };
    found.map(|attribute| read(attribute.value)).transpose()
}

/// How often an element stands there.
fn count(element: &BytesStart<'_>, key: &str) -> Result<u32, WorkbookError> {
    let Some(written) = attribute(element, key)? else { return Ok(1) };
    written.parse().map_err(|_| of_content(&format!("{key}: \"{written}\" is not believed")))
}

/// The character that a name or a number stands for.
fn resolved(part: &BytesRef<'_>) -> Result<String, WorkbookError> {
    if let Some(character) = part.resolve_char_ref().map_err(|error| of_content(&error))? {
        return Ok(character.to_string());
    }
    let known = resolve_predefined_entity(part);
    known.map(str::to_owned).ok_or_else(|| of_content(&"an entity that is not known"))
}

fn of_content(why: &impl ToString) -> WorkbookError {
    WorkbookError::part(CONTENT, why)
}
