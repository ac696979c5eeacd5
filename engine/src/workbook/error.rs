//! Why a workbook cannot be read.

use zip::result::ZipError;

use crate::catalogue::repeated;
use crate::limits;

const REMEDY: &str = "open it in the spreadsheet and save it anew, or save the table as CSV UTF-8";

/// Why a workbook cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WorkbookError {
    /// It has a password.
    #[error(
        "the workbook is protected by a password: open it in the spreadsheet and save it without one"
    )]
    Password,
    /// It is an `.xls`.
    #[error(
        "this is a workbook of an older kind (.xls): in the spreadsheet, save it as .xlsx or as \
         CSV UTF-8"
    )]
    Xls,
    /// It is an `.xlsb`.
    #[error(
        "this is a binary workbook (.xlsb): in the spreadsheet, save it as .xlsx or as CSV UTF-8"
    )]
    Xlsb,
    /// It is a zip of something else.
    #[error(
        "this is a zip, but no workbook: unpack it, and give the .xlsx, .ods or .csv that is in it"
    )]
    NoWorkbook,
    /// It is a document of another program of the same package.
    #[error(
        "this is {0}, and no table: put the answers into a spreadsheet and save that as .xlsx or \
         as CSV UTF-8"
    )]
    OtherDocument(&'static str),
    /// It has no worksheet.
    #[error("the workbook has no worksheet: {REMEDY}")]
    NoWorksheet,
    /// The zip is broken; what its reader says.
    #[error("the workbook cannot be unpacked ({}): {REMEDY}", repeated(.0))]
    Zip(String),
    /// A part of it is not what it should be.
    #[error("the workbook cannot be read: {part}: {}: {REMEDY}", repeated(why))]
    Part {
        /// The part, or what stands in it.
        part: String,
        /// What is wrong with it.
        why: String,
    },
    /// It has more than [`limits::WORKBOOK_PARTS`].
    #[error("the workbook has {found} parts, and no more than {most} are read: save the table as CSV UTF-8", most = limits::WORKBOOK_PARTS.most)]
    Parts {
        /// How many it has.
        found: usize,
    },
    /// More than [`limits::WORKBOOK`] come of it.
    #[error(
        "the workbook is larger than {} MiB when it is unpacked: save the table as CSV UTF-8, which \
         may have any length", limits::WORKBOOK.most >> 20
    )]
    TooLarge,
    /// It has more than [`limits::CELLS`].
    #[error(
        "the workbook has more than {} million cells: save the table as CSV UTF-8, which may have \
         any length", limits::CELLS.most / 1_000_000
    )]
    Cells,
    /// It has more than [`limits::WORKSHEET_ROWS`], or more columns than a table may have.
    #[error(
        "the worksheet has a cell beyond row {} or column {}: take out what holds no answers, or save \
         the table as CSV UTF-8", limits::WORKSHEET_ROWS.most, limits::COLUMNS.most
    )]
    Beyond,
    /// A cell stands before one that comes after it.
    #[error("the cells of the worksheet are not in order (row {row}): {REMEDY}")]
    Order {
        /// The row, from 1.
        row: u32,
    },
}

impl WorkbookError {
    /// That a part is wrong.
    pub(super) fn part(part: &str, why: &impl ToString) -> Self {
        Self::Part { part: repeated(part).into_owned(), why: why.to_string() }
    }
}

impl From<ZipError> for WorkbookError {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Self::Password,
            error => Self::Zip(error.to_string()),
        }
    }
}

/// What is in a container of the older kind, by the names in it: they are UTF-16.
pub(super) fn of_compound(bytes: &[u8]) -> WorkbookError {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let has_name = memchr::memmem::find(bytes, &name).is_some();
    if has_name { WorkbookError::Password } else { WorkbookError::Xls }
}
