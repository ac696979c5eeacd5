//! Why a questionnaire cannot be put into the form of a tool.

use std::fmt;

/// Why a tool cannot ask these questions so that its export is read back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Ids that are longer than the tool allows.
    #[error(
        "{tool} allows {longest} characters for what a question is called, and {ids}: give \
         shorter ids in questions.yaml"
    )]
    TooLong {
        /// The tool.
        tool: &'static str,
        /// The most characters that it allows.
        longest: usize,
        /// The ids.
        ids: Misfits,
    },
    /// Ids or texts of questions that are headings of the tool's own columns.
    #[error(
        "{tool} has columns of its own for other things, and {ids}: give other ids, or other \
         texts, in questions.yaml"
    )]
    Taken {
        /// The tool.
        tool: &'static str,
        /// The ids of the questions.
        ids: Misfits,
    },
    /// Questions that neither an id nor a text would tell apart in the export.
    #[error(
        "what {tool} exports would not be known again, and {ids}: give ids of letters and \
         hyphens that differ in their letters, and texts that are no ids and have no control \
         characters"
    )]
    Unknown {
        /// The tool.
        tool: &'static str,
        /// The ids of the questions.
        ids: Misfits,
    },
}

/// The ids of questions that do not fit, in a sentence that names them all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfits {
    ids: Vec<String>,
    /// What is said of one, and of several.
    said: [&'static str; 2],
}

impl Misfits {
    /// Those of the questions, if there are any.
    pub(super) fn of<'a>(
        ids: impl Iterator<Item = &'a str>,
        said: [&'static str; 2],
    ) -> Option<Self> {
        Some(Self::all(ids, said)).filter(|misfits| !misfits.ids.is_empty())
    }

    /// Those of the questions, of which there are some.
    pub(super) fn all<'a>(ids: impl Iterator<Item = &'a str>, said: [&'static str; 2]) -> Self {
        Self { ids: ids.map(str::to_owned).collect(), said }
    }

    /// The ids.
    #[must_use]
    pub fn ids(&self) -> &[String] {
        &self.ids
    }
}

impl fmt::Display for Misfits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [one, several] = self.said;
        let said = if self.ids.len() == 1 { one } else { several };
        write!(f, "{} {said}", self.ids.join(", "))
    }
}
