//! How much of a report is explained.

/// How many roles are reported with their ledgers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Explain {
    /// None.
    Nothing,
    /// The first few.
    First(usize),
    /// All.
    Everything,
}

impl Explain {
    /// How many roles at the most.
    pub(super) fn count(self) -> usize {
        match self {
            Self::Nothing => 0,
            Self::First(count) => count,
            Self::Everything => usize::MAX,
        }
    }
}
