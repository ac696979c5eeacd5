//! Where a person starts from, which decides what way into a role is of use.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a person starts from. It orders what is shown, and changes no score.
///
/// ```
/// use rolefit_engine::catalogue::StartingPoint;
///
/// assert_eq!(StartingPoint::of("nhs"), Some(StartingPoint::Nhs));
/// assert_eq!(StartingPoint::of("university"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum StartingPoint {
    /// At school.
    School,
    /// At college.
    College,
    /// With a degree, or on the way to one.
    Degree,
    /// In other work, and thinking of a change.
    Change,
    /// In the NHS already.
    Nhs,
}

impl StartingPoint {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 5] = [Self::School, Self::College, Self::Degree, Self::Change, Self::Nhs];

    /// The words for them in files, in the same order, each with what it means.
    pub const WORDS: &[(&str, &str)] = &[
        ("school", "At school."),
        ("college", "At college."),
        ("degree", "With a degree, or on the way to one."),
        ("change", "In other work, and thinking of a change."),
        ("nhs", "In the NHS already."),
    ];

    /// The one that files call `word`.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|point| point.word() == word)
    }

    /// What it means, in a few words with a full stop.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        let known = Self::WORDS.iter().find(|(word, _)| *word == self.word());
        known.map_or("", |(_, meaning)| *meaning)
    }

    /// From where that is, as in "the way in from school".
    #[must_use]
    pub const fn from_there(self) -> &'static str {
        match self {
            Self::School => "from school",
            Self::College => "from college",
            Self::Degree => "with a degree",
            Self::Change => "from other work",
            Self::Nhs => "from within the NHS",
        }
    }

    /// What files call it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::School => "school",
            Self::College => "college",
            Self::Degree => "degree",
            Self::Change => "change",
            Self::Nhs => "nhs",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::StartingPoint;

    #[test]
    fn every_word_that_files_may_hold_is_one_of_them() {
        let words = StartingPoint::WORDS.iter().map(|(word, _)| StartingPoint::of(word));
        assert!(words.eq(StartingPoint::ALL.map(Some)));
    }
}
