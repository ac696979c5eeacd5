//! How much work an audit may take.

/// How thorough an audit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// How many respondents are simulated.
    pub respondents: usize,
    /// About how many multiplications each further part may take; a large
    /// catalogue is then put to fewer of the respondents.
    pub work: u64,
}

impl Default for Effort {
    /// 20,000 respondents, and a few seconds of work on two processors.
    fn default() -> Self {
        Self { respondents: 20_000, work: 12_000_000_000 }
    }
}

impl Effort {
    /// The effort for adaptive sittings, which take longest, and of which many
    /// are needed to tell small differences.
    pub(super) fn of_sittings(self) -> Self {
        Self { work: self.work.saturating_mul(4), ..self }
    }

    /// How many respondents can be put through something that takes `each`.
    pub(super) fn respondents_at(self, each: usize) -> usize {
        let affordable = self.work / u64::try_from(each.max(1)).unwrap_or(u64::MAX);
        self.respondents.min(usize::try_from(affordable).unwrap_or(usize::MAX)).max(1)
    }
}
