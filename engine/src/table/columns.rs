//! What the columns of a table hold, by its headings.

use std::collections::{HashMap, HashSet};
use std::fmt;

use csv::StringRecord;

use super::choice::TableChoice;
use super::column::Column;
use super::error::{ColumnError, HeadedColumn, HeadingsFault};
use super::meanings::Meanings;
use super::naming::Naming;
use super::respondents;
use super::row_shape::RowShape;
use crate::catalogue::{Catalogue, Fingerprint, repeated};
use crate::limits;
use crate::sheet::{compact, folded, is_marking};

/// The columns of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Columns {
    /// The catalogue whose questions the headings name.
    catalogue: Fingerprint,
    headings: StringRecord,
    meanings: Vec<Column>,
    near_misses: Vec<NearMiss>,
    separator: u8,
    /// How most rows are written.
    shape: RowShape,
}

/// A heading that is no question's id or text, but nearly one. Its column is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// The heading.
    pub heading: String,
    /// The id of the question that was probably meant.
    pub near: String,
}

impl Columns {
    /// Understands the headings of a table with this byte between its cells.
    ///
    /// # Errors
    /// Two headings that mean the same, one that names two questions, no heading that is a
    /// question, or too many.
    pub(super) fn of(
        headings: StringRecord,
        separator: u8,
        names: &Naming<'_>,
    ) -> Result<Self, HeadingsFault> {
        let found = headings.len();
        if found > limits::COLUMNS.most {
            return Err(HeadingsFault::TooMany { found });
        }
        let choice = &names.choice;
        if let Some((heading, place)) = choice.map.unmet(headings.iter()) {
            let error = ColumnError::unknown(heading, &headings);
            return Err(HeadingsFault::NoColumn { place, error });
        }
        let mut meanings = Meanings::of(names, headings.iter());
        let read = headings.iter().map(|heading| meanings.next(heading));
        let mut meanings: Vec<Column> = read.collect::<Result<_, _>>()?;
        let has_questions = meanings.iter().any(|column| matches!(column, Column::Answer(_)));
        if has_questions {
            // Something else is called so, such as how many answers there are.
            for column in meanings.iter_mut().filter(|column| **column == Column::AllAnswers) {
                *column = Column::Other;
            }
        }
        drop_marking(&headings, &mut meanings, choice);
        each_once(&headings, &meanings, names)?;
        if !has_questions && !meanings.contains(&Column::AllAnswers) {
            return Err(HeadingsFault::NoQuestion);
        }
        name_respondent(&headings, &mut meanings, choice)?;
        let mut columns = Self {
            catalogue: names.ids().catalogue().fingerprint().clone(),
            headings,
            near_misses: Vec::new(),
            separator,
            shape: RowShape::of_table(&meanings, separator),
            meanings,
        };
        // What the map takes out is not used on purpose.
        let unused = columns.unused().filter(|heading| choice.map.get(heading).is_none());
        let unused = unused.take(limits::SUGGESTIONS.most);
        columns.near_misses = unused.filter_map(|heading| NearMiss::of(heading, names)).collect();
        Ok(columns)
    }

    /// The headings of the columns that are not used, but for blank ones.
    pub(super) fn unused(&self) -> impl Iterator<Item = &str> {
        let columns = self.headings.iter().map(str::trim).zip(&self.meanings);
        columns.filter(|(heading, of)| **of == Column::Other && !heading.is_empty()).map(|of| of.0)
    }

    /// The heading of the column that names the respondent.
    pub(super) fn respondent(&self) -> Option<&str> {
        let place = self.meanings.iter().position(|column| *column == Column::Respondent)?;
        self.headings.get(place).map(str::trim)
    }

    /// The places of columns that name people, the surest first, where what names the respondent
    /// may do no more than number the rows, and nothing was said of it by hand.
    pub(super) fn of_people(&self, choice: &TableChoice) -> Vec<usize> {
        let is_said =
            |heading: &str| choice.respondent.is_some() || choice.map.get(heading).is_some();
        let number = self.respondent().filter(|heading| respondents::is_number(heading));
        if number.is_none_or(is_said) {
            return Vec::new();
        }
        let unused = |place: usize| {
            let is_open = choice.map.get(self.heading(place)).is_none();
            is_open && self.meanings.get(place) == Some(&Column::Other)
        };
        respondents::of_people(&self.headings, unused)
    }

    /// Makes the column at `place` the one that names the respondent.
    pub(super) fn name_by(&mut self, place: usize) {
        drop_respondent(&mut self.meanings);
        if let Some(column) = self.meanings.get_mut(place) {
            *column = Column::Respondent;
        }
    }

    /// The heading of the column at `place`.
    pub(super) fn heading(&self, place: usize) -> &str {
        self.headings.get(place).unwrap_or_default().trim()
    }

    /// Whether the headings name questions of `catalogue`.
    pub(super) fn are_of(&self, catalogue: &Catalogue) -> bool {
        self.catalogue == *catalogue.fingerprint()
    }

    /// What the columns hold, in the table's order.
    pub(super) fn meanings(&self) -> &[Column] {
        &self.meanings
    }

    /// How most rows of the table are written.
    pub(super) fn shape(&self) -> &RowShape {
        &self.shape
    }

    /// What stands between cells.
    pub(super) fn separator(&self) -> u8 {
        self.separator
    }

    /// Headings that are nearly ids of questions.
    pub(super) fn near_misses(&self) -> &[NearMiss] {
        &self.near_misses
    }

    /// The place, from 0, of the one column with the heading `name`: as it is
    /// written or, if there is none, in whatever capitals.
    ///
    /// # Errors
    /// [`ColumnError::Unknown`] and [`ColumnError::Twice`].
    pub(super) fn place(&self, name: &str) -> Result<usize, ColumnError> {
        place(name, &self.headings)
    }
}

/// The place of the one column of `all` headings that is called `name`.
pub(super) fn place(name: &str, all: &StringRecord) -> Result<usize, ColumnError> {
    let headings = || all.iter().map(str::trim);
    let two = |is_it: &dyn Fn(&str) -> bool| {
        let mut places =
            headings().enumerate().filter(|(_, heading)| is_it(heading)).map(|(at, _)| at);
        (places.next(), places.next())
    };
    let found = match two(&|heading| heading == name) {
        (None, _) => two(&|heading| heading.to_lowercase() == name.to_lowercase()),
        exact => exact,
    };
    match found {
        (Some(place), None) => Ok(place),
        (Some(_), Some(_)) => Err(ColumnError::Twice(name.to_owned())),
        (None, _) => Err(ColumnError::unknown(name, all)),
    }
}

/// Makes one column the one that names the respondent, or none.
fn name_respondent(
    headings: &StringRecord,
    meanings: &mut [Column],
    choice: &TableChoice,
) -> Result<(), HeadingsFault> {
    if choice.is_anonymous {
        drop_respondent(meanings);
    } else if let Some(name) = &choice.respondent {
        choose_respondent(name, headings, meanings)?;
    } else if !meanings.contains(&Column::Respondent) {
        let unused = |place: usize| meanings.get(place) == Some(&Column::Other);
        let place = respondents::column(headings, unused);
        if let Some(column) = place.and_then(|place| meanings.get_mut(place)) {
            *column = Column::Respondent;
        }
    }
    Ok(())
}

/// Makes the column that is called `name` the one that names the respondent.
fn choose_respondent(
    name: &str,
    headings: &StringRecord,
    meanings: &mut [Column],
) -> Result<(), HeadingsFault> {
    let chosen = place(name.trim(), headings)
        .map_err(|error| HeadingsFault::Column { option: "--respondent", error })?;
    drop_respondent(meanings);
    match meanings.get_mut(chosen) {
        Some(column @ Column::Other) => *column = Column::Respondent,
        _ => return Err(HeadingsFault::RespondentAnswers(name.to_owned())),
    }
    Ok(())
}

/// Leaves the column that names the respondent unused.
fn drop_respondent(meanings: &mut [Column]) {
    for column in meanings.iter_mut().filter(|column| **column == Column::Respondent) {
        *column = Column::Other;
    }
}

/// Leaves out the columns that tell how the answers to a question were marked, where another has
/// the answers.
fn drop_marking(headings: &StringRecord, meanings: &mut [Column], choice: &TableChoice) {
    let is_marked = |heading: &str| is_marking(heading) && choice.map.get(heading).is_none();
    let answers = headings.iter().zip(meanings.iter()).filter(|(heading, _)| !is_marked(heading));
    let answers: HashSet<Column> = answers.map(|(_, column)| *column).collect();
    for (heading, column) in headings.iter().zip(meanings) {
        if is_marked(heading) && answers.contains(column) {
            *column = Column::Other;
        }
    }
}

/// That no two columns mean the same, but for those that mean nothing.
fn each_once(
    headings: &StringRecord,
    meanings: &[Column],
    names: &Naming<'_>,
) -> Result<(), HeadingsFault> {
    let mut first: HashMap<Column, usize> = HashMap::new();
    for (place, column) in meanings.iter().enumerate() {
        let Some(first) = first.insert(*column, place) else { continue };
        if *column != Column::Other {
            let headed = |place: usize| {
                let heading = headings.get(place).unwrap_or_default().trim().to_owned();
                HeadedColumn { place, heading }
            };
            let (first, other) = (headed(first), headed(place));
            return Err(HeadingsFault::SameMeaning { first, other, meaning: told(*column, names) });
        }
    }
    Ok(())
}

/// What a column holds, in words.
fn told(column: Column, names: &Naming<'_>) -> String {
    match column {
        Column::Answer(question) => format!("the question {}", names.ids().id(question)),
        Column::Respondent => "the respondent".to_owned(),
        Column::AllAnswers => "all answers in one cell".to_owned(),
        Column::Other => "not used".to_owned(),
    }
}

impl NearMiss {
    /// A slip of at most two letters, of which the id or the text has many more; none in itself.
    pub(super) fn of(heading: &str, names: &Naming<'_>) -> Option<Self> {
        const MOST_SLIPS: usize = 2;
        const LETTERS_A_SLIP: usize = 3;
        // So many bytes two slips may add.
        const LONGER: usize = 8;
        const LONGEST_TEXT: usize = 256;
        if names.by_id(heading).is_some() {
            return None;
        }
        let is_short = |most: usize| heading.len() <= most;
        let as_id = is_short(limits::ID.most * 2).then(|| compact(heading)).flatten();
        let as_text = is_short(LONGEST_TEXT).then(|| folded(heading));
        let questions = &names.ids().catalogue().questionnaire().questions;
        let slips = |written: &Option<String>, name: Option<String>| {
            let (written, name) = written.as_ref().zip(name)?;
            if written.len().abs_diff(name.len()) > LONGER {
                return None;
            }
            let slips = strsim::osa_distance(written, &name);
            (slips <= MOST_SLIPS && slips * LETTERS_A_SLIP <= written.len()).then_some(slips)
        };
        let near = questions.iter().take(limits::CANDIDATES.most).filter_map(|question| {
            let of_id = slips(&as_id, compact(&question.id));
            let of_text = slips(&as_text, Some(folded(&question.text)));
            Some((of_id.into_iter().chain(of_text).min()?, question.id.as_str()))
        });
        let (_, near) = near.min()?;
        Some(Self { heading: heading.to_owned(), near: near.to_owned() })
    }
}

impl fmt::Display for NearMiss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (heading, near) = (repeated(&self.heading), &self.near);
        write!(f, "the column \"{heading}\" is not used: did you mean \"{near}\"?")
    }
}
