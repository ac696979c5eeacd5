//! The lines of the table, and their order.

use std::cmp::Ordering;

use rolefit_engine::table::Record;
use rolefit_engine::telling::class::{ClassCell, ClassRow, ClassTable, Talk, ToldPerson};

use crate::args::SortBy;
use crate::rows::{BatchRecord, SeenRespondents};

/// A line of the table, and what it may be sorted by.
#[derive(Debug)]
pub(crate) struct ClassLine {
    pub(crate) cells: Vec<ClassCell>,
    respondent: String,
    closeness: Option<f64>,
    chance: Option<f64>,
    /// The most urgent reason to talk to the person, by its place among all.
    urgency: Option<usize>,
}

impl ClassLine {
    /// The line of a record; a brief one says too little for it.
    pub(crate) fn of<'c>(table: &ClassTable<'c>, record: &BatchRecord<'c>) -> Option<Self> {
        let (report, error) = match record {
            Record::Full(of) => (Some(&of.told), String::new()),
            Record::Rejected(of) => (None, of.told.error.to_string()),
            Record::Brief(_) => return None,
        };
        let (kept, source, respondent) = match record {
            Record::Full(of) => (&of.kept, &of.source, &of.told.respondent),
            Record::Rejected(of) => (&of.kept, &of.source, &of.told.respondent),
            Record::Brief(_) => return None,
        };
        let told = match report {
            Some(report) => ToldPerson::Reported(report),
            None => ToldPerson::NotRead { respondent: respondent.as_deref(), error: &error },
        };
        let kept = kept.0.iter().map(|(_, cell)| cell.as_str()).collect();
        let first = report.and_then(|report| report.roles.first());
        Some(Self {
            cells: table.row(&ClassRow { told, kept, source: source.as_deref() }),
            respondent: respondent.clone().unwrap_or_default(),
            closeness: report.and_then(|report| report.closeness),
            chance: first.map(|first| first.certainty.best),
            urgency: report
                .map_or(Some(Talk::NotRead), |report| Talk::of(report).next())
                .and_then(urgency),
        })
    }

    /// Says that the respondent answered twice if `seen` says so of a row before.
    pub(crate) fn mark_again(&mut self, table: &ClassTable<'_>, seen: &mut SeenRespondents) {
        if seen.add(&self.respondent) {
            table.add_reason(&mut self.cells, Talk::AnsweredTwice);
            self.urgency = self.urgency.or(urgency(Talk::AnsweredTwice));
        }
    }
}

/// How urgent a reason is: 0 is the most urgent.
fn urgency(reason: Talk) -> Option<usize> {
    Talk::ALL.iter().position(|of| *of == reason)
}

/// The lines in the order that is asked for; equal ones stay as they were, and those of which
/// nothing is known come last.
pub(crate) fn sorted(mut lines: Vec<ClassLine>, by: Option<SortBy>) -> Vec<ClassLine> {
    let falling = |one: Option<f64>, other: Option<f64>| match (one, other) {
        (Some(one), Some(other)) => other.total_cmp(&one),
        (one, other) => other.is_some().cmp(&one.is_some()),
    };
    lines.sort_by(|one, other| match by {
        None => Ordering::Equal,
        Some(SortBy::Closeness) => falling(one.closeness, other.closeness),
        Some(SortBy::Chance) => falling(one.chance, other.chance),
        Some(SortBy::Talk) => {
            let last = Talk::ALL.len();
            one.urgency.unwrap_or(last).cmp(&other.urgency.unwrap_or(last))
        }
        Some(SortBy::Respondent) => by_name(&one.respondent, &other.respondent),
    });
    lines
}

/// Names as people sort them: without regard to capitals, and numbers in them by their value;
/// none comes last.
fn by_name(one: &str, other: &str) -> Ordering {
    let parts = |name: &str| -> Vec<(bool, String)> {
        let mut parts: Vec<(bool, String)> = Vec::new();
        for character in name.trim().to_lowercase().chars() {
            let is_digit = character.is_ascii_digit();
            match parts.last_mut() {
                Some((of_digits, part)) if *of_digits == is_digit => part.push(character),
                _ => parts.push((is_digit, character.to_string())),
            }
        }
        parts
    };
    let value = |digits: &str| {
        let digits = digits.trim_start_matches('0');
        (digits.len(), digits.to_owned())
    };
    let by_part = |(one, other): (&(bool, String), &(bool, String))| match (one, other) {
        ((true, one), (true, other)) => value(one).cmp(&value(other)),
        ((_, one), (_, other)) => one.cmp(other),
    };
    let (one, other) = (parts(one), parts(other));
    let by_parts = one.iter().zip(&other).map(by_part).find(|order| order.is_ne());
    let by_length = || one.len().cmp(&other.len());
    one.is_empty().cmp(&other.is_empty()).then(by_parts.unwrap_or_else(by_length))
}

#[cfg(test)]
mod tests {
    use super::by_name;

    #[test]
    fn names_are_sorted_as_people_do_it() {
        let mut names = ["r10", "", "R2", "ann", "r2b", "Bob", "r02", "7", "12"];
        names.sort_by(|one, other| by_name(one, other));
        assert_eq!(names, ["7", "12", "ann", "Bob", "R2", "r02", "r2b", "r10", ""]);
    }
}
