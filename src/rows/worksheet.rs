//! Rows from a workbook: which of its worksheets has them.

use std::io::{self, Cursor, Read};

use rolefit_engine::catalogue::{Catalogue, nearest, repeated};
use rolefit_engine::limits;
use rolefit_engine::table::{HeadingsFault, RowReader, Syntax, TableChoice, TableError};
use rolefit_engine::workbook::{Workbook, WorkbookError};

/// Why a workbook gives no rows.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoRows {
    #[error("{0}")]
    Read(#[from] io::Error),
    #[error("{0}")]
    Workbook(#[from] WorkbookError),
    #[error("{0}")]
    Table(TableError),
    #[error(
        "its name ends as that of a workbook, but it is none: open it in the spreadsheet and save \
         it as .xlsx or as CSV UTF-8"
    )]
    Misnamed,
    #[error("worksheet \"{}\": {error}", repeated(name))]
    Worksheet { name: String, error: Box<TableError> },
    #[error(
        "worksheet \"{}\": {error}; for batch, cohort and audit, --worksheet NAME chooses {others}",
        repeated(name)
    )]
    Faulty { name: String, error: Box<TableError>, others: String },
    #[error(
        "no worksheet that is shown has a heading that is the id or the text of a question; \
         for batch, cohort and audit, --worksheet NAME chooses one of {0}"
    )]
    NoQuestion(String),
    #[error(
        "--worksheet: there is no worksheet \"{}\"; the workbook has {names}{}",
        repeated(asked),
        meant(near.as_deref())
    )]
    Unknown { asked: String, near: Option<String>, names: String },
}

/// The worksheet that was probably meant.
fn meant(near: Option<&str>) -> String {
    near.map(|near| format!(": did you mean \"{}\"?", repeated(near))).unwrap_or_default()
}

impl From<TableError> for NoRows {
    fn from(error: TableError) -> Self {
        match error {
            TableError::Read(source) => Self::Read(source),
            other => Self::Table(other),
        }
    }
}

/// A worksheet that has rows.
pub(super) struct WorksheetRows {
    pub(super) rows: RowReader<Box<dyn Read + Send>>,
    /// How many bytes they take.
    pub(super) length: usize,
    /// Which worksheet it is, where there are several.
    pub(super) note: Option<String>,
}

/// The rows of a workbook: those of the worksheet called `asked`, of the only one, or of the
/// one of those that are shown whose headings name most questions, the first of them. A workbook is read whole.
pub(super) fn rows(
    from: impl Read,
    asked: Option<&str>,
    catalogue: &Catalogue,
    choice: &TableChoice,
) -> Result<WorksheetRows, NoRows> {
    let mut bytes = Vec::new();
    from.take(limits::WORKBOOK.most as u64 + 1).read_to_end(&mut bytes)?;
    let mut workbook = Workbook::open(bytes)?;
    let tried = candidates(&workbook, asked)?;
    let place = match tried.as_slice() {
        [only] if asked.is_some() || workbook.worksheets().len() == 1 => *only,
        _ => with_most_questions(&mut workbook, &tried, catalogue, choice)?,
    };
    let (rows, length) = table(&mut workbook, place, catalogue, choice)?;
    let others = listed(&workbook, |other| other != place);
    let is_told = asked.is_none() && !others.is_empty();
    let name = || workbook.worksheets().get(place).map(|of| of.name.as_str());
    let note = is_told.then(|| {
        let name = repeated(name().unwrap_or_default());
        format!(
            "worksheet \"{name}\" is read; for batch, cohort and audit, --worksheet NAME chooses \
             {others}"
        )
    });
    Ok(WorksheetRows { rows, length, note })
}

/// The first of these worksheets whose headings name most questions.
fn with_most_questions(
    workbook: &mut Workbook,
    tried: &[usize],
    catalogue: &Catalogue,
    choice: &TableChoice,
) -> Result<usize, NoRows> {
    let (mut best, mut fault): (Option<(usize, usize)>, _) = (None, None);
    for place in tried {
        let found = match table(workbook, *place, catalogue, choice) {
            // What stands beside the answers may be anything.
            Err(NoRows::Worksheet { name, error }) => {
                if !says_nothing(&error) && fault.is_none() {
                    let others = listed(workbook, |other| other != *place);
                    fault = Some(NoRows::Faulty { name, error, others });
                }
                continue;
            }
            Err(error) => return Err(error),
            Ok((rows, _)) => rows.reading().map_or(0, |reading| reading.found),
        };
        if best.is_none_or(|(most, _)| found > most) {
            best = Some((found, *place));
        }
    }
    let none = || fault.unwrap_or_else(|| NoRows::NoQuestion(listed(workbook, |_| true)));
    best.map(|(_, place)| place).ok_or_else(none)
}

/// The places of the worksheets that may have the rows.
fn candidates(workbook: &Workbook, asked: Option<&str>) -> Result<Vec<usize>, NoRows> {
    let worksheets = workbook.worksheets();
    if let Some(asked) = asked {
        let called =
            |is_it: &dyn Fn(&str) -> bool| worksheets.iter().position(|of| is_it(&of.name));
        let place = called(&|name| name == asked)
            .or_else(|| called(&|name| name.trim().to_lowercase() == asked.trim().to_lowercase()));
        let near = || nearest(asked, worksheets.iter().map(|of| of.name.as_str()));
        return place.map(|place| vec![place]).ok_or_else(|| NoRows::Unknown {
            asked: asked.to_owned(),
            near: near().map(str::to_owned),
            names: listed(workbook, |_| true),
        });
    }
    let is_alone = worksheets.len() == 1;
    let shown = worksheets.iter().enumerate().filter(|(_, of)| is_alone || !of.is_hidden);
    Ok(shown.map(|(place, _)| place).collect())
}

type Table = (RowReader<Box<dyn Read + Send>>, usize);

fn table(
    workbook: &mut Workbook,
    place: usize,
    catalogue: &Catalogue,
    choice: &TableChoice,
) -> Result<Table, NoRows> {
    let table = workbook.table(place)?;
    let length = table.len();
    let from: Box<dyn Read + Send> = Box::new(Cursor::new(table));
    match RowReader::choosing(from, Some(Syntax::Worksheet), catalogue, choice.clone()) {
        Ok(rows) => Ok((rows, length)),
        Err(error) => {
            let name = workbook.worksheets().get(place).map(|of| of.name.clone());
            Err(NoRows::Worksheet { name: name.unwrap_or_default(), error: Box::new(error) })
        }
    }
}

/// Whether a text is no table of answers at all.
pub(super) fn is_no_table(error: &TableError) -> bool {
    says_nothing(error) || matches!(error, TableError::Headings(HeadingsFault::NotText))
}

/// Whether a table has nothing to do with the questions.
fn says_nothing(error: &TableError) -> bool {
    matches!(error, TableError::Empty | TableError::Headings(HeadingsFault::NoQuestion))
}

/// The names of the first worksheets of those at such places.
fn listed(workbook: &Workbook, is_meant: impl Fn(usize) -> bool) -> String {
    const TOLD: usize = 5;
    let worksheets = workbook.worksheets().iter().enumerate();
    let mut names = worksheets.filter(|(place, _)| is_meant(*place)).map(|(_, of)| &of.name);
    let told: Vec<String> =
        names.by_ref().take(TOLD).map(|name| format!("\"{}\"", repeated(name))).collect();
    match names.count() {
        0 => told.join(", "),
        more => format!("{} and {more} more", told.join(", ")),
    }
}
