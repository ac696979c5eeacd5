//! The table of a class: which columns it has, and what stands in them.

use super::cell::ClassCell;
use super::column::ClassColumn;
use super::talk::Talk;
use crate::catalogue::{Catalogue, Id, RoleIx, Stage};
use crate::report::{Report, Status};
use crate::sheet::compact;
use crate::table::{Carried, Kept, Record, Rejected, unlike};
use crate::telling::Clean;
use crate::telling::signs::sign;

/// Between the names in a cell.
const AND: &str = "; ";

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
#[error("there is no column \"{0}\"; there are: {all}", all = ClassColumn::ALL.map(|(_, name)| name).join(", "))]
pub struct UnknownColumn(String);

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

    /// The row of a record. A brief one says too little for one, and is a row that could not
    /// be read.
    #[must_use]
    pub fn row<B>(&self, record: &Record<B, Report<'c>>) -> Vec<ClassCell> {
        match record {
            Record::Full(of) => {
                self.cells(&of.kept, of.source.as_deref(), |column| self.told(column, &of.told))
            }
            Record::Rejected(Carried { told, kept, source }) => {
                self.cells(kept, source.as_deref(), |column| vec![rejected(column, told)])
            }
            Record::Brief(of) => {
                self.cells(&of.kept, of.source.as_deref(), |_| vec![ClassCell::Empty])
            }
        }
    }

    fn cells(
        &self,
        kept: &Kept,
        source: Option<&str>,
        told: impl Fn(ClassColumn) -> Vec<ClassCell>,
    ) -> Vec<ClassCell> {
        let of = |column: &ClassColumn| {
            let wide = match column {
                ClassColumn::Kept => self.kept.len(),
                ClassColumn::Modules | ClassColumn::ModuleIds => self.stages.len(),
                _ => 1,
            };
            let mut cells = match column {
                ClassColumn::Source => vec![ClassCell::text(source.unwrap_or_default())],
                ClassColumn::Kept => {
                    kept.0.iter().map(|(_, cell)| ClassCell::text(cell.as_str())).collect()
                }
                column => told(*column),
            };
            // A row of which nothing could be read has none to carry through.
            cells.resize(wide, ClassCell::Empty);
            cells
        };
        self.columns.iter().flat_map(of).collect()
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

/// What the table says of a row that could not be read.
fn rejected(column: ClassColumn, told: &Rejected) -> ClassCell {
    match column {
        ClassColumn::Respondent => ClassCell::text(told.respondent.as_deref().unwrap_or_default()),
        ClassColumn::Status | ClassColumn::Talk => ClassCell::text(Talk::NotRead.words()),
        ClassColumn::Error => ClassCell::text(told.error.to_string()),
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
