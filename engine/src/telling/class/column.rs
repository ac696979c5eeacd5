//! The columns of the table of a class.

/// A column, or several of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClassColumn {
    /// What the respondent is called.
    Respondent,
    /// The file that the row is from, where there are several.
    Source,
    /// The columns that are carried through.
    Kept,
    /// Whether the person could be matched, and if not, why.
    Status,
    /// Why to talk to the person first.
    Talk,
    /// The first role, by its name.
    FirstRole,
    /// The chance that it is the best match, 0 to 1.
    Chance,
    /// The roles that are too close to the first to call, by name.
    TooClose,
    /// The roles among which the best match is with 80 chances in 100, by name.
    Leading,
    /// The share of people in general whose best match comes less close, 0 to 1.
    Closeness,
    /// The first specialism, by its name.
    Specialism,
    /// The first module of each stage, by name.
    Modules,
    /// The signs of careless answering that are flagged.
    Signs,
    /// How many questions were answered.
    Answered,
    /// Why a row could not be read.
    Error,
    /// The first role, by its id.
    FirstRoleId,
    /// The roles too close to call, by id.
    TooCloseIds,
    /// The leading roles, by id.
    LeadingIds,
    /// The first specialism, by its id.
    SpecialismId,
    /// The first module of each stage, by id.
    ModuleIds,
}

impl ClassColumn {
    /// Each with its name, in the usual order.
    pub const ALL: [(Self, &str); 20] = [
        (Self::Respondent, "respondent"),
        (Self::Source, "source"),
        (Self::Kept, "kept"),
        (Self::Status, "status"),
        (Self::Talk, "talk"),
        (Self::FirstRole, "first role"),
        (Self::Chance, "chance"),
        (Self::TooClose, "too close to call"),
        (Self::Leading, "leading"),
        (Self::Closeness, "closeness"),
        (Self::Specialism, "specialism"),
        (Self::Modules, "module"),
        (Self::Signs, "signs"),
        (Self::Answered, "answered"),
        (Self::Error, "error"),
        (Self::FirstRoleId, "first role id"),
        (Self::TooCloseIds, "too close to call ids"),
        (Self::LeadingIds, "leading ids"),
        (Self::SpecialismId, "specialism id"),
        (Self::ModuleIds, "module id"),
    ];

    /// What it is called, by whoever chooses columns, and at its head.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(column, _)| *column == self).map_or("", |(_, name)| *name)
    }

    /// Whether it has the names of entries, which the ids say for programs.
    #[must_use]
    pub fn has_names(self) -> bool {
        use ClassColumn as C;
        matches!(self, C::FirstRole | C::TooClose | C::Leading | C::Specialism | C::Modules)
    }
}
