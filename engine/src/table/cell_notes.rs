//! What was noted of the cells that hold answers.

/// How many cells of a table were read how. Notes of several rows add up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CellNotes {
    /// Those that hold the number of an answer.
    pub numbers: u64,
    /// Those that hold the label of an answer, or another word for it.
    pub words: u64,
    /// Those that hold no answer and were taken as skipped.
    pub passed: u64,
    /// Those that hold no answer, but the number below the lowest.
    pub below: u64,
    /// Those that hold the highest answer by its number.
    pub highest: u64,
    /// Not cells, but objects of which a key holds an answer and is nearly the id of a question
    /// that has no key.
    pub astray: u64,
}

impl CellNotes {
    /// These and others.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            numbers: self.numbers + other.numbers,
            words: self.words + other.words,
            passed: self.passed + other.passed,
            below: self.below + other.below,
            highest: self.highest + other.highest,
            astray: self.astray + other.astray,
        }
    }

    /// Whether the answers seem to be counted from one lower: there are numbers below the
    /// lowest answer, and none is the highest.
    #[must_use]
    pub fn count_lower(&self) -> bool {
        self.below > 0 && self.highest == 0
    }
}
