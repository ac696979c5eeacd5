//! The table of a class: which columns it has, and what stands in them.

use super::cell::ClassCell;
use super::column::ClassColumn;
use super::headings::unlike;
use super::talk::{AND, Talk};
use crate::catalogue::{Catalogue, Id, RoleIx, Stage, nearest, repeated};
use crate::report::{Report, Status};
use crate::sheet::compact;
use crate::telling::Clean;
use crate::telling::signs::sign;

/// Which columns are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum ColumnChoice {
    /// All.
    #[default]
    All,
    /// Those for programs: ids in the place of names.
    Ids,
    /// These, in this order.
    These(Vec<ClassColumn>),
}

/// No column is called so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no column \"{}\"; there are: {}{}", repeated(.0), ClassColumn::ALL.map(|(_, name)| name).join(", "), meant(.0))]
pub struct UnknownColumn(String);

/// The column that was probably meant.
fn meant(name: &str) -> String {
    let known = ClassColumn::ALL.map(|(_, name)| name);
    let near = nearest(&name.trim().to_lowercase(), known);
    near.map(|near| format!(": did you mean \"{near}\"?")).unwrap_or_default()
}

/// What is known of a person.
#[derive(Debug, Clone, Copy)]
pub enum ToldPerson<'r, 'c> {
    /// The report.
    Reported(&'r Report<'c>),
    /// The answers could not be read.
    NotRead {
        /// What the respondent is called, if that could be read.
        respondent: Option<&'r str>,
        /// Why.
        error: &'r str,
    },
}

/// A person of a class.
#[derive(Debug, Clone)]
pub struct ClassRow<'r, 'c> {
    /// What is told of the person.
    pub told: ToldPerson<'r, 'c>,
    /// The cells that are carried through.
    pub kept: Vec<&'r str>,
    /// The file that the answers are from, where there are several.
    pub source: Option<&'r str>,
}

/// A table of a class.
#[derive(Debug, Clone)]
pub struct ClassTable<'c> {
    catalogue: &'c Catalogue,
    columns: Vec<ClassColumn>,
    kept: Vec<String>,
    /// The stages that have modules.
    stages: Vec<&'c Stage>,
}

impl ColumnChoice {
    /// The columns that are named, however their words are joined.
    ///
    /// # Errors
    /// [`UnknownColumn`]
    pub fn these<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<Self, UnknownColumn> {
        let mut columns = Vec::new();
        for name in names {
            let letters = compact(name);
            let known = ClassColumn::ALL.iter().find(|(_, of)| compact(of) == letters);
            let (column, _) = known.ok_or_else(|| UnknownColumn(name.to_owned()))?;
            if !columns.contains(column) {
                columns.push(*column);
            }
        }
        Ok(Self::These(columns))
    }
}

impl<'c> ClassTable<'c> {
    /// A table with the columns of `choice`; `kept` are the headings of those carried through,
    /// and rows are from several files or not.
    #[must_use]
    pub fn new(
        catalogue: &'c Catalogue,
        choice: ColumnChoice,
        kept: Vec<String>,
        are_many: bool,
    ) -> Self {
        let all = || ClassColumn::ALL.iter().map(|(column, _)| *column);
        let columns = match choice {
            ColumnChoice::All => all().collect(),
            ColumnChoice::Ids => all().filter(|column| !column.has_names()).collect(),
            ColumnChoice::These(columns) => columns,
        };
        let is_there = |column: &ClassColumn| are_many || *column != ClassColumn::Source;
        let columns = columns.into_iter().filter(is_there).collect();
        let careers = catalogue.careers();
        let has_modules = |at| careers.modules.iter().any(|module| module.stage == at);
        let stages = careers.stages.indexed().filter(|(at, _)| has_modules(*at));
        Self { catalogue, columns, kept, stages: stages.map(|(_, stage)| stage).collect() }
    }

    pub(super) fn catalogue(&self) -> &'c Catalogue {
        self.catalogue
    }

    /// The head of each column; no two are the same.
    #[must_use]
    pub fn headings(&self) -> Vec<String> {
        let own = |column: ClassColumn| match column {
            ClassColumn::Kept => Vec::new(),
            ClassColumn::Modules | ClassColumn::ModuleIds => {
                let of =
                    |stage: &&Stage| format!("{}: {}", column.name(), Clean::from(&stage.name));
                self.stages.iter().map(of).collect()
            }
            column => vec![column.name().to_owned()],
        };
        let all: Vec<String> = self.columns.iter().copied().flat_map(own).collect();
        let kept = unlike(&all, &self.kept);
        let headings = |column: &ClassColumn| match column {
            ClassColumn::Kept => kept.clone(),
            column => own(*column),
        };
        self.columns.iter().flat_map(headings).collect()
    }

    /// The cells of a person.
    #[must_use]
    pub fn row(&self, row: &ClassRow<'_, 'c>) -> Vec<ClassCell> {
        let of = |column: &ClassColumn| {
            let mut cells = match (column, row.told) {
                (ClassColumn::Source, _) => vec![ClassCell::text(row.source.unwrap_or_default())],
                (ClassColumn::Kept, _) => row.kept.iter().copied().map(ClassCell::text).collect(),
                (column, ToldPerson::Reported(report)) => self.told(*column, report),
                (column, ToldPerson::NotRead { respondent, error }) => {
                    vec![not_read(*column, respondent, error)]
                }
            };
            // A row of which nothing could be read has none to carry through.
            cells.resize(self.wide(*column), ClassCell::Empty);
            cells
        };
        self.columns.iter().flat_map(of).collect()
    }

    /// How many columns of the table are of this kind.
    fn wide(&self, column: ClassColumn) -> usize {
        match column {
            ClassColumn::Kept => self.kept.len(),
            ClassColumn::Modules | ClassColumn::ModuleIds => self.stages.len(),
            _ => 1,
        }
    }

    /// Adds a reason to talk to the person whose `cells` these are, where the table tells of any.
    pub fn add_reason(&self, cells: &mut [ClassCell], reason: Talk) {
        let is_talk = |column: &ClassColumn| *column == ClassColumn::Talk;
        if !self.columns.iter().any(is_talk) {
            return;
        }
        let before = self.columns.iter().take_while(|column| !is_talk(column));
        let place = before.map(|column| self.wide(*column)).sum::<usize>();
        if let Some(cell) = cells.get_mut(place) {
            *cell = ClassCell::Text(reason.behind(&cell.shown(0)));
        }
    }

    /// What a report says in a column.
    fn told(&self, column: ClassColumn, report: &Report<'c>) -> Vec<ClassCell> {
        use ClassColumn as C;
        let first = report.roles.first();
        let specialism = report.specialisms.first().filter(|_| first.is_some());
        let names = |roles: &[RoleIx]| {
            let all = &self.catalogue.careers().roles;
            joined(roles.iter().map(|role| Clean::from(&all[*role].name).to_string()))
        };
        let ids = |ids: &[&Id]| joined(ids.iter().map(ToString::to_string));
        let text = |text: Option<String>| ClassCell::text(text.unwrap_or_default());
        let share = |share: Option<f64>| share.map_or(ClassCell::Empty, ClassCell::Share);
        let flagged = report.signs.iter().filter(|sign| sign.flagged);
        vec![match column {
            C::Respondent => text(report.respondent.clone()),
            C::Status => text(Some(status(report.status).to_owned())),
            C::Talk => joined(Talk::of(report).map(|reason| reason.words().to_owned())),
            C::FirstRole => text(first.map(|role| Clean::from(role.name).to_string())),
            C::FirstRoleId => text(first.map(|role| role.id.to_string())),
            C::Chance => share(first.map(|role| role.certainty.best)),
            C::TooClose => names(&report.close),
            C::TooCloseIds => ids(&report.too_close),
            C::Leading => names(&report.leaders),
            C::LeadingIds => ids(&report.leading),
            C::Closeness => share(report.closeness),
            C::Specialism => text(specialism.map(|of| Clean::from(of.name).to_string())),
            C::SpecialismId => text(specialism.map(|of| of.id.to_string())),
            C::Signs => joined(flagged.map(|of| sign(of.index).to_owned())),
            C::Answered => ClassCell::Count(report.answered),
            C::Modules => return self.modules(report, |name, _| Clean::from(name).to_string()),
            C::ModuleIds => return self.modules(report, |_, id| id.to_string()),
            C::Source | C::Kept | C::Error => ClassCell::Empty,
        }]
    }

    /// The first module of each stage.
    fn modules(&self, report: &Report<'c>, told: impl Fn(&str, &Id) -> String) -> Vec<ClassCell> {
        let first = |stage: &&Stage| report.modules.iter().find(|of| *of.stage == stage.id);
        let cell = |stage| {
            first(stage).map_or(ClassCell::Empty, |of| ClassCell::text(told(of.name, of.id)))
        };
        self.stages.iter().map(cell).collect()
    }
}

/// What the table says of answers that could not be read.
fn not_read(column: ClassColumn, respondent: Option<&str>, error: &str) -> ClassCell {
    match column {
        ClassColumn::Respondent => ClassCell::text(respondent.unwrap_or_default()),
        ClassColumn::Status | ClassColumn::Talk => ClassCell::text(Talk::NotRead.words()),
        ClassColumn::Error => ClassCell::text(error),
        _ => ClassCell::Empty,
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Ranked => "matched",
        Status::Insufficient => "too little answered",
        Status::Undifferentiated => "interests all equal",
    }
}

fn joined(parts: impl Iterator<Item = String>) -> ClassCell {
    ClassCell::text(parts.collect::<Vec<_>>().join(AND))
}
