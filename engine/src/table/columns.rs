//! What the columns of a table hold, by its headings.

use std::collections::HashMap;
use std::fmt;
use std::iter::zip;

use csv::StringRecord;

use super::error::{ColumnError, HeadingsFault};
use super::ids::Ids;
use crate::catalogue::{Catalogue, Fingerprint, QuestionIx, nearest, repeated};
use crate::limits;
use crate::sheet::keys;

/// The columns of a table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Columns {
    /// The catalogue whose questions the headings name.
    catalogue: Fingerprint,
    headings: StringRecord,
    meanings: Vec<Column>,
    near_misses: Vec<NearMiss>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Column {
    /// What the respondent is called.
    Respondent,
    /// The answers to this question.
    Answer(QuestionIx),
    /// All answers as one text. No other column holds answers then.
    AllAnswers,
    /// Something else.
    Other,
}

/// A heading that is no question's id, but nearly one. Its column is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearMiss {
    /// The heading.
    pub heading: String,
    /// The id of the question that was probably meant.
    pub near: String,
}

impl Columns {
    /// Understands the headings of a table.
    ///
    /// # Errors
    /// Two headings that mean the same, no heading that is a question, or too many.
    pub(super) fn of(headings: StringRecord, ids: &Ids<'_>) -> Result<Self, HeadingsFault> {
        let found = headings.len();
        if found > limits::COLUMNS.most {
            return Err(HeadingsFault::TooMany { found });
        }
        let mut meanings: Vec<Column> =
            headings.iter().map(|heading| Column::of(heading, ids)).collect();
        let has_questions = meanings.iter().any(|column| matches!(column, Column::Answer(_)));
        if has_questions {
            // Something else is called so, such as how many answers there are.
            for column in meanings.iter_mut().filter(|column| **column == Column::AllAnswers) {
                *column = Column::Other;
            }
        }
        let mut first: HashMap<Column, usize> = HashMap::new();
        for (place, column) in meanings.iter().enumerate() {
            let Some(first) = first.insert(*column, place) else { continue };
            if *column != Column::Other {
                let heading = |at| headings.get(at).unwrap_or_default().trim().to_owned();
                return Err(match (heading(first), heading(place)) {
                    (first, heading) if first == heading => HeadingsFault::Twice(heading),
                    (first, heading) => HeadingsFault::SameMeaning(first, heading),
                });
            }
        }
        if !has_questions && !meanings.contains(&Column::AllAnswers) {
            return Err(HeadingsFault::NoQuestion);
        }
        let others = zip(&headings, &meanings).filter(|(_, column)| **column == Column::Other);
        let others = others.take(limits::SUGGESTIONS.most);
        let near_misses = others.filter_map(|(heading, _)| NearMiss::of(heading, ids)).collect();
        let catalogue = ids.catalogue().fingerprint().clone();
        Ok(Self { catalogue, headings, meanings, near_misses })
    }

    /// Whether the headings name questions of `catalogue`.
    pub(super) fn are_of(&self, catalogue: &Catalogue) -> bool {
        self.catalogue == *catalogue.fingerprint()
    }

    /// What the columns hold, in the table's order.
    pub(super) fn meanings(&self) -> &[Column] {
        &self.meanings
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
        let headings = || self.headings.iter().map(str::trim);
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
            (None, _) => {
                let near = nearest(name, headings()).map(str::to_owned);
                Err(ColumnError::Unknown { name: name.to_owned(), near })
            }
        }
    }
}

impl Column {
    /// What a column with this heading holds; blanks around it and capitals change
    /// nothing.
    pub(super) fn of(heading: &str, ids: &Ids<'_>) -> Self {
        let heading = heading.trim().to_lowercase();
        match ids.question(&heading) {
            Some(question) => Self::Answer(question),
            None if heading == keys::RESPONDENT => Self::Respondent,
            None if heading == keys::ANSWERS => Self::AllAnswers,
            None => Self::Other,
        }
    }
}

impl NearMiss {
    fn of(heading: &str, ids: &Ids<'_>) -> Option<Self> {
        let questions = &ids.catalogue().questionnaire().questions;
        let known = questions.iter().map(|question| question.id.as_str());
        let near = nearest(&heading.trim().to_lowercase().replace(' ', "-"), known)?;
        Some(Self { heading: heading.to_owned(), near: near.to_owned() })
    }
}

impl fmt::Display for NearMiss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (heading, near) = (repeated(&self.heading), &self.near);
        write!(f, "the column \"{heading}\" is not used: did you mean \"{near}\"?")
    }
}
