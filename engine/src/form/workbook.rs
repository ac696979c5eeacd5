//! Workbooks of spreadsheets (Office Open XML, ECMA-376) that hold texts. The same sheets
//! always give the same bytes.

use super::escaping::xml;
use super::zip::zipped;

/// A sheet of a workbook.
#[derive(Debug, Clone, Default)]
pub(super) struct SheetPage {
    /// Its name: letters.
    pub(super) name: &'static str,
    pub(super) rows: Vec<Vec<SheetCell>>,
    /// How many rows and columns stay in sight.
    pub(super) frozen: [usize; 2],
    /// The width of each column, in characters.
    pub(super) widths: Vec<usize>,
    /// Cells in which one of a list is chosen.
    pub(super) choices: Option<CellChoices>,
}

/// What stands in a cell.
#[derive(Debug, Clone)]
pub(super) enum SheetCell {
    Empty,
    Text(String),
    /// A text that heads others.
    Heading(String),
    /// A text that may take several lines.
    Wrapped(String),
    Number(usize),
}

/// Cells in which one of a list is chosen.
#[derive(Debug, Clone)]
pub(super) struct CellChoices {
    /// The row and the column, from 0, of the first cell and of the last.
    pub(super) cells: [[usize; 2]; 2],
    /// The sheet that has the list, and the first cell and the last of it.
    pub(super) list: (&'static str, [[usize; 2]; 2]),
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// The fonts and layouts of cells: plain, a heading, and wrapped.
const STYLES: &str = "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
     <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
     <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>\
     <fill><patternFill patternType=\"gray125\"/></fill></fills>\
     <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
     <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
     <cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
     <xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>\
     <xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">\
     <alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs>\
     <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

/// The bytes of a workbook of these sheets.
pub(super) fn workbook(pages: &[SheetPage]) -> Vec<u8> {
    let numbered = || (1..).zip(pages);
    let each = |of: &dyn Fn(usize, &SheetPage) -> String| -> String {
        numbered().map(|(number, page)| of(number, page)).collect()
    };
    let sheets = each(&|number, page| {
        format!("<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>", page.name)
    });
    let related =
        each(&|number, _| relation(number, "worksheet", &format!("worksheets/sheet{number}.xml")));
    let kinds = each(&|number, _| {
        part_type(&format!("/xl/worksheets/sheet{number}.xml"), &format!("{TYPES}.worksheet+xml"))
    });
    let relations = |inside: &str| {
        format!(
            "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">{inside}</Relationships>"
        )
    };
    let main = |root: &str, inside: &str| {
        format!("{DECLARATION}<{root} xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\">{inside}</{root}>")
    };
    let types = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{kinds}</Types>",
        part_type("/xl/workbook.xml", &format!("{TYPES}.sheet.main+xml")),
        part_type("/xl/styles.xml", &format!("{TYPES}.styles+xml")),
    );
    let styles = relation(pages.len() + 1, "styles", "styles.xml");
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), types),
        ("_rels/.rels".to_owned(), relations(&relation(1, "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml".to_owned(), main("workbook", &format!("<sheets>{sheets}</sheets>"))),
        ("xl/_rels/workbook.xml.rels".to_owned(), relations(&(related + &styles))),
        ("xl/styles.xml".to_owned(), main("styleSheet", STYLES)),
    ];
    parts.extend(numbered().map(|(number, page)| {
        (format!("xl/worksheets/sheet{number}.xml"), main("worksheet", &page.inside()))
    }));
    zipped(&parts)
}

fn relation(number: usize, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
}

fn part_type(part: &str, kind: &str) -> String {
    format!("<Override PartName=\"{part}\" ContentType=\"{kind}\"/>")
}

impl SheetPage {
    /// What stands within its element, in the order that the standard has.
    fn inside(&self) -> String {
        let mut inside = self.view();
        let widths = (1..).zip(&self.widths).map(|(column, width)| {
            format!("<col min=\"{column}\" max=\"{column}\" width=\"{width}\" customWidth=\"1\"/>")
        });
        if !self.widths.is_empty() {
            inside.extend(["<cols>".to_owned()].into_iter().chain(widths));
            inside.push_str("</cols>");
        }
        inside.push_str("<sheetData>");
        for (row, cells) in self.rows.iter().enumerate() {
            let written =
                cells.iter().enumerate().map(|(column, cell)| cell.written([row, column]));
            inside.extend([format!("<row r=\"{}\">", row + 1)].into_iter().chain(written));
            inside.push_str("</row>");
        }
        inside.push_str("</sheetData>");
        inside + &self.choices.as_ref().map(CellChoices::written).unwrap_or_default()
    }

    /// What stays in sight.
    fn view(&self) -> String {
        let [rows, columns] = self.frozen;
        let split = |name: &str, count: usize| match count {
            0 => String::new(),
            count => format!(" {name}=\"{count}\""),
        };
        let corner = match (rows, columns) {
            (0, _) => "topRight",
            (_, 0) => "bottomLeft",
            _ => "bottomRight",
        };
        let pane = format!(
            "<pane{}{} topLeftCell=\"{}\" activePane=\"{corner}\" state=\"frozen\"/>",
            split("xSplit", columns),
            split("ySplit", rows),
            name(self.frozen)
        );
        let pane = if self.frozen == [0, 0] { String::new() } else { pane };
        format!("<sheetViews><sheetView workbookViewId=\"0\">{pane}</sheetView></sheetViews>")
    }
}

impl SheetCell {
    /// The cell at this row and column. A text stays one, whatever it begins with.
    fn written(&self, at: [usize; 2]) -> String {
        let (style, text) = match self {
            Self::Empty => return String::new(),
            Self::Number(number) => return format!("<c r=\"{}\"><v>{number}</v></c>", name(at)),
            Self::Text(text) => (0, text),
            Self::Heading(text) => (1, text),
            Self::Wrapped(text) => (2, text),
        };
        format!(
            "<c r=\"{}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            name(at),
            xml(text)
        )
    }
}

impl CellChoices {
    fn written(&self) -> String {
        let [first, last] = self.cells.map(name);
        let (sheet, cells) = &self.list;
        let [from, to] = cells.map(|[row, column]| format!("${}${}", letters(column), row + 1));
        format!(
            "<dataValidations count=\"1\"><dataValidation type=\"list\" allowBlank=\"1\" \
             showErrorMessage=\"1\" sqref=\"{first}:{last}\"><formula1>{sheet}!{from}:{to}</formula1>\
             </dataValidation></dataValidations>"
        )
    }
}

/// What a spreadsheet calls the cell at this row and column, both from 0.
fn name([row, column]: [usize; 2]) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// What a spreadsheet calls a column: A to Z, AA and so on.
fn letters(column: usize) -> String {
    let before = if column >= 26 { letters(column / 26 - 1) } else { String::new() };
    let last = u8::try_from(column % 26).unwrap_or_default();
    before + char::from(b'A' + last).encode_utf8(&mut [0; 4])
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn cells_are_called_as_a_spreadsheet_calls_them() {
        let called =
            [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (702, "AAA1"), (16_383, "XFD1")];
        for (column, cell) in called {
            assert_eq!(name([0, column]), cell);
        }
        assert_eq!(name([1_001, 4]), "E1002");
    }
}
