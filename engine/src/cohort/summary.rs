//! The counts of a cohort, or of a part of one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::damage::Damage;
use super::exact::add_count;
use super::items::{ItemPlan, Items};
use super::person::Person;
use super::run_id::RunId;
use super::tally::Tally;
use super::variances::Variances;
use super::{MOST_GROUP_NAME, MOST_GROUPS, SMALLEST_GROUP};
use crate::catalogue::Catalogue;
use crate::signs::SignIndex;

/// Counts that add up: the summaries of the parts of a cohort, merged in any
/// order, are the summary of the whole.
///
/// Its serialised form is made for that alone. It counts small groups too, so
/// it is not made to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// Its name also tells the file from others.
    #[serde(rename = "rolefit_summary")]
    version: u32,
    catalogue: String,
    /// The runs that counted: none while one is at it.
    runs: BTreeSet<RunId>,
    pub(super) by: Option<String>,
    pub(super) scored: u64,
    pub(super) rejected: u64,
    pub(super) blank: u64,
    pub(super) all: Tally,
    pub(super) items: Items,
    pub(super) variances: Variances,
    pub(super) groups: BTreeMap<String, Tally>,
    /// What is counted of the questions: the same for every person, and so worked out once.
    /// Of a summary that was read, not at all.
    #[serde(skip)]
    plan: Option<ItemPlan>,
}

/// Why counts do not add up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// The summary is of another version of this form.
    #[error(
        "this summary is of version {0}, and this program reads version {version}: write it anew \
         with rolefit cohort --partial",
        version = Summary::VERSION
    )]
    Version(u32),
    /// The summary is of other data files.
    #[error(
        "this summary was made with another pair of data files: it names {found}, and the pair \
         in use is {loaded}; give the files it was made with, with --questions and --careers or \
         --catalogue, or take it out"
    )]
    OtherCatalogue {
        /// The fingerprint in the summary.
        found: String,
        /// The fingerprint of the loaded pair.
        loaded: String,
    },
    /// It names no run, so nothing would tell if it were added twice.
    #[error("this summary names no run: write it with rolefit cohort --partial")]
    Unnamed,
    /// The two count a run both.
    #[error("the run {0} is counted already: each part counts once: take one out")]
    SameRun(RunId),
    /// No people can have these counts.
    #[error("this summary is damaged: {0}; write it anew with rolefit cohort --partial")]
    Damaged(Damage),
    /// The groups are those of another column.
    #[error(
        "these summaries have groups by different columns, {0} and {1}: write those of one kind \
         anew with rolefit cohort --partial, all with the same --by"
    )]
    OtherColumn(String, String),
    /// More groups than anyone would compare.
    #[error(
        "there are more than {MOST_GROUPS} groups: choose a column that many people share, \
         such as a site or a year"
    )]
    TooManyGroups,
    /// The name of a group is longer than any.
    #[error(
        "there is a group whose name is longer than {MOST_GROUP_NAME} bytes: choose a column that \
         many people share, such as a site or a year"
    )]
    LongGroup,
}

impl Summary {
    /// The version of the serialised form that is written and read.
    pub const VERSION: u32 = 4;

    /// Of nobody yet. People are grouped by the column named `by`, if any.
    #[must_use]
    pub fn of(catalogue: &Catalogue, by: Option<String>) -> Self {
        let questionnaire = catalogue.questionnaire();
        let plan = ItemPlan::of(questionnaire);
        Self {
            version: Self::VERSION,
            catalogue: catalogue.fingerprint().to_string(),
            runs: BTreeSet::new(),
            by,
            scored: 0,
            rejected: 0,
            blank: 0,
            all: Tally::of(catalogue, SignIndex::ALL.len()),
            items: Items::of(questionnaire, &plan),
            variances: Variances::default(),
            groups: BTreeMap::new(),
            plan: Some(plan),
        }
    }

    /// The same as counted by `run`: written and read, it is merged with no other of that run.
    #[must_use]
    pub fn of_run(mut self, run: RunId) -> Self {
        self.runs.insert(run);
        self
    }

    /// The runs that counted what is in it.
    pub fn runs(&self) -> impl Iterator<Item = RunId> {
        self.runs.iter().copied()
    }

    /// Counts a person, who belongs to `group` if the cohort has groups; names that
    /// differ in their blanks alone are one.
    ///
    /// # Errors
    /// [`Misfit::OtherCatalogue`], and then the person is not counted;
    /// [`Misfit::TooManyGroups`] and [`Misfit::LongGroup`].
    pub fn add(&mut self, person: &Person<'_>, group: Option<&str>) -> Result<(), Misfit> {
        let catalogue = person.answers.catalogue();
        if catalogue.fingerprint().as_str() != self.catalogue {
            let (found, loaded) = (catalogue.fingerprint().to_string(), self.catalogue.clone());
            return Err(Misfit::OtherCatalogue { found, loaded });
        }
        let questionnaire = catalogue.questionnaire();
        let plan = self.plan.get_or_insert_with(|| ItemPlan::of(questionnaire));
        add_count(&mut self.scored, 1);
        self.all.add(person);
        self.items.add(plan, person);
        self.variances.add(&person.answers);
        let Some(group) = group else { return Ok(()) };
        let group = group.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(tally) = self.groups.get_mut(&group) {
            tally.add(person);
            return Ok(());
        }
        if group.len() > MOST_GROUP_NAME {
            return Err(Misfit::LongGroup);
        }
        let mut tally = Tally::of(catalogue, self.all.signs.len());
        tally.add(person);
        self.groups.insert(group, tally);
        self.few_groups()
    }

    /// Counts a row that could not be read.
    pub fn reject(&mut self) {
        add_count(&mut self.rejected, 1);
    }

    /// Counts a row without anything in it.
    pub fn pass_blank(&mut self) {
        add_count(&mut self.blank, 1);
    }

    /// Counts everybody whom `other` has counted.
    ///
    /// # Errors
    /// [`Misfit`] if the two do not count the same things; then nothing is added.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::cohort::{Audience, Cohort, Extras, Person, Summary};
    /// use rolefit_engine::report::Reporter;
    /// use rolefit_engine::sheet::{Answers, Sheet};
    ///
    /// let reporter = Reporter::new(&catalogue);
    /// let part = |digits| -> Result<Summary, Box<dyn std::error::Error>> {
    ///     let sheet = Sheet::new(Answers::from_digits(&catalogue, digits)?);
    ///     let mut summary = Summary::of(&catalogue, None);
    ///     summary.add(&Person::of(&reporter, &sheet), None)?;
    ///     Ok(summary)
    /// };
    /// let mut whole = part("521234")?;
    /// whole.merge(part("153423")?)?;
    /// let cohort = Cohort::of(&whole, &catalogue, Extras::default(), Audience::Anyone)?;
    /// assert_eq!((cohort.rows.read, cohort.rows.scored), (2, 2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn merge(&mut self, other: Self) -> Result<(), Misfit> {
        self.check(&other)?;
        if let Some(run) = self.runs.intersection(&other.runs).next() {
            return Err(Misfit::SameRun(*run));
        }
        self.runs.extend(other.runs);
        add_count(&mut self.scored, other.scored);
        add_count(&mut self.rejected, other.rejected);
        add_count(&mut self.blank, other.blank);
        self.all.merge(&other.all);
        self.items.merge(&other.items);
        self.variances.merge(other.variances);
        for (group, tally) in other.groups {
            match self.groups.get_mut(&group) {
                Some(of) => of.merge(&tally),
                None => drop(self.groups.insert(group, tally)),
            }
        }
        self.few_groups()
    }

    /// The fingerprint of the data files it was made with.
    #[must_use]
    pub fn catalogue(&self) -> &str {
        &self.catalogue
    }

    /// The column by which people are grouped.
    #[must_use]
    pub fn by(&self) -> Option<&str> {
        self.by.as_deref()
    }

    /// How many rows were scored, rejected and blank.
    #[must_use]
    pub fn rows(&self) -> (u64, u64, u64) {
        (self.scored, self.rejected, self.blank)
    }

    /// How many people were matched, how many answered too little for that, and of how many all
    /// interests come out equal: together all who were scored.
    #[must_use]
    pub fn people_by_status(&self) -> [u64; 3] {
        [self.all.ranked, self.all.insufficient, self.all.undifferentiated]
    }

    /// How many pairs of questions are counted, those that measure an interest together: what
    /// takes the memory, and most of the time, where many questions measure the same.
    #[must_use]
    pub fn question_pairs(&self) -> usize {
        self.items.question_pairs.len()
    }

    /// Whether so few people were counted that figures of them are for their adviser alone.
    #[must_use]
    pub fn is_small(&self) -> bool {
        (1..SMALLEST_GROUP).contains(&self.all.respondents())
    }

    /// Whether `other` counts the same things.
    fn check(&self, other: &Self) -> Result<(), Misfit> {
        if other.catalogue != self.catalogue {
            let (found, loaded) = (other.catalogue.clone(), self.catalogue.clone());
            return Err(Misfit::OtherCatalogue { found, loaded });
        }
        let column = |by: &Option<String>| by.clone().unwrap_or_else(|| "none".to_owned());
        if other.by != self.by {
            return Err(Misfit::OtherColumn(column(&self.by), column(&other.by)));
        }
        Ok(())
    }

    /// Whether it was made of `catalogue`.
    pub(super) fn check_catalogue(&self, catalogue: &Catalogue) -> Result<(), Misfit> {
        Self::of(catalogue, self.by.clone()).check(self)
    }

    /// Whether it was written by a run of this version.
    pub(super) fn check_form(&self) -> Result<(), Misfit> {
        if self.version != Self::VERSION {
            return Err(Misfit::Version(self.version));
        }
        if self.runs.is_empty() { Err(Misfit::Unnamed) } else { Ok(()) }
    }

    /// Whether its lists are as long as those of `other`.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let groups = self.groups.values().all(|group| other.all.is_like(group));
        other.all.is_like(&self.all) && groups && other.items.is_like(&self.items)
    }

    fn few_groups(&self) -> Result<(), Misfit> {
        if self.groups.len() > MOST_GROUPS { Err(Misfit::TooManyGroups) } else { Ok(()) }
    }
}
