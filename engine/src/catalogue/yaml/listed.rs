//! Lists whose entries are named in files.

/// A list of what the data files hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    /// What its entries are called.
    pub(super) name: &'static str,
    /// What to say of the command that shows it, if it is named by whoever did not write it.
    pub(super) shown_by: Option<&'static str>,
}

impl Listed {
    /// The questions.
    pub const QUESTIONS: Self =
        Self { name: "question", shown_by: Some("rolefit show questions lists them") };
    /// The interests.
    pub const INTERESTS: Self =
        Self { name: "interest", shown_by: Some("rolefit show interests lists them") };
    /// The roles.
    pub const ROLES: Self = Self { name: "role", shown_by: Some("rolefit show roles lists them") };
}

/// A list of the file itself, which no command shows.
impl From<&'static str> for Listed {
    fn from(name: &'static str) -> Self {
        Self { name, shown_by: None }
    }
}
