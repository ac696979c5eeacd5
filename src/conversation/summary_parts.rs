//! The parts of a result's first screen, and how many rows each has where there are few.

use rolefit_engine::telling::Clean;
use rolefit_engine::telling::result::{NextStep, Notice, Reasons, ResultSummary, RoleNames};

use crate::text::{Paint, cut, wrapped};

/// Where more stands about what to keep in mind.
const MORE: &str = "press e";

/// A part of the summary, which can be shown in more rows or fewer.
pub(super) struct SummaryPart<'a> {
    pub(super) text: PartText<'a>,
    pub(super) paint: Paint,
    /// The rows that it has where there is little room.
    budget: usize,
    /// The fewest rows that say anything.
    least: usize,
    /// What gives way first where even that is too much has the highest number.
    gives_way: u8,
}

pub(super) enum PartText<'a> {
    Words(Clean),
    Names(&'a RoleNames),
    Reasons(&'a Reasons),
    Step(&'a NextStep),
    Notice(&'a Notice),
}

/// The parts in the order in which they are told.
pub(super) fn parts(summary: &ResultSummary) -> Vec<SummaryPart<'_>> {
    let mut parts = Vec::new();
    let mut part = |text, paint, [budget, least]: [usize; 2], gives_way| {
        parts.push(SummaryPart { text, paint, budget, least, gives_way });
    };
    let words = |text: &str| PartText::Words(Clean::from(text));
    if let Some(text) = summary.beforehand {
        part(words(text), Paint::Plain, [2, 1], 1);
    }
    if let Some(first) = &summary.first {
        let name = format!("{}: {}", first.label, first.name);
        part(words(&name), Paint::Bold, [2, 1], 0);
        part(words(&first.line), Paint::Plain, [2, 1], 2);
    }
    let budget = if summary.first.is_some() { 2 } else { 12 };
    part(words(&summary.clear), Paint::Plain, [budget, 1], 1);
    if let Some(text) = summary.closeness {
        part(words(text), Paint::Plain, [2, 0], 9);
    }
    if let Some(names) = &summary.too_close {
        part(PartText::Names(names), Paint::Plain, [2, 1], 4);
    }
    if let Some(names) = &summary.worth_a_look {
        part(PartText::Names(names), Paint::Plain, [2, 0], 7);
    }
    if let Some(reasons) = &summary.reasons {
        part(PartText::Reasons(reasons), Paint::Plain, [4, 1], 5);
    }
    if let Some(step) = &summary.next_step {
        part(PartText::Step(step), Paint::Plain, [2, 1], 3);
    }
    if let Some(notice) = &summary.notice {
        part(PartText::Notice(notice), Paint::Negative, [2, 0], 8);
    }
    parts
}

/// The rows that each part has of so many.
pub(super) fn budgets(parts: &[SummaryPart<'_>], columns: usize, rows: usize) -> Vec<usize> {
    let needs: Vec<usize> =
        parts.iter().map(|part| part.text.rows(columns, usize::MAX).len()).collect();
    let budgeted = parts.iter().zip(&needs).map(|(part, need)| part.budget.min(*need));
    let mut budgets: Vec<usize> = budgeted.collect();
    let sum = |budgets: &[usize]| budgets.iter().sum::<usize>();
    fill(&mut budgets, &needs, rows);
    // And where there is too little, some give way, down to what says anything; and then
    // altogether.
    for is_last in [false, true] {
        while sum(&budgets) > rows {
            let least = |place: usize| if is_last { 0 } else { parts[place].least };
            let giving = (0..budgets.len()).filter(|place| budgets[*place] > least(*place));
            let Some(place) = giving.max_by_key(|place| parts[*place].gives_way) else { break };
            // Words that can be left out are not cut.
            let is_whole = matches!(parts[place].text, PartText::Words(_)) && least(place) == 0;
            budgets[place] = if is_whole { 0 } else { budgets[place] - 1 };
        }
    }
    fill(&mut budgets, &needs, rows);
    budgets
}

/// Gives the rows that are left to the parts that are there and need more, in their order.
fn fill(budgets: &mut [usize], needs: &[usize], rows: usize) {
    for place in 0..budgets.len() {
        let left = rows.saturating_sub(budgets.iter().sum());
        if budgets[place] > 0 {
            budgets[place] += left.min(needs[place] - budgets[place]);
        }
    }
}

impl PartText<'_> {
    /// The part in so many rows at the most.
    pub(super) fn rows(&self, columns: usize, most: usize) -> Vec<String> {
        if most == 0 {
            return Vec::new();
        }
        match self {
            Self::Words(text) => wrapped(text, columns, most),
            Self::Names(names) => {
                let full = wrapped(&names.sentence(usize::MAX), columns, usize::MAX);
                let sentence = |count| wrapped(&names.short_sentence(count), columns, usize::MAX);
                let counts = (1..=names.names.len()).rev();
                let mut sentences = [full].into_iter().chain(counts.map(sentence));
                let fitting = sentences.find(|rows| rows.len() <= most);
                // A name that is too long is cut, so that the others are still counted.
                let of_one = |name: &str| names.short_sentence_of(name);
                fitting.unwrap_or_else(|| cut_within(&names.names[0], columns, most, of_one))
            }
            Self::Reasons(reasons) if most > 1 && !reasons.interests.is_empty() => {
                let label = [cut(&format!("{}:", reasons.label), columns)];
                let items = reasons.interests.iter().take(most - 1);
                let items = items.map(|name| cut(&format!("  + {name}"), columns));
                label.into_iter().chain(items).collect()
            }
            Self::Reasons(reasons) => wrapped(&reasons.sentence(), columns, most),
            Self::Step(step) => step_rows(step, columns, most),
            Self::Notice(notice) => {
                let rows = wrapped(&notice.with(false, MORE), columns, usize::MAX);
                if rows.len() <= most {
                    rows
                } else {
                    wrapped(&notice.with(true, MORE), columns, most)
                }
            }
        }
    }
}

/// What to do next, with the address of a page if that is whole in a row. What a command
/// would show is behind a key here.
fn step_rows(step: &NextStep, columns: usize, most: usize) -> Vec<String> {
    let link = step.links.first().map(|link| (link.url.as_str(), link.url.chars().count()));
    if let Some((url, length)) = link.filter(|(_, length)| most > 1 && *length <= columns) {
        let mut rows = wrapped(&step.text, columns, most - 1);
        rows.push(" ".repeat((columns - length).min(2)) + url);
        return rows;
    }
    cut_within(step.text.trim_end_matches([':', '.']), columns, most, |told| {
        format!("{told}: press r.").into()
    })
}

/// A sentence around a text, of which so much is cut that the sentence is whole in so
/// many rows; if there is no room even then, the sentence is cut.
fn cut_within(
    text: &str,
    columns: usize,
    most: usize,
    sentence: impl Fn(&str) -> Clean,
) -> Vec<String> {
    let longest = text.chars().count().min(most.saturating_mul(columns)).max(1);
    let lengths = [usize::MAX].into_iter().chain((1..=longest).rev());
    let mut drawn =
        lengths.map(|length| wrapped(&sentence(&cut(text, length)), columns, usize::MAX));
    let whole = drawn.find(|rows| rows.len() <= most);
    whole.unwrap_or_else(|| wrapped(&sentence(text), columns, most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_have_no_room_are_counted() {
        let names = RoleNames {
            label: "Too close to call",
            because: "",
            names: ["First of them", "Second of them", "Third of them"].map(Clean::from).to_vec(),
            others: 5,
        };
        let rows = |columns, most| PartText::Names(&names).rows(columns, most).join(" ");
        assert_eq!(
            rows(80, 2),
            "Too close to call: First of them, Second of them, Third of them and 5 others."
        );
        assert_eq!(rows(36, 1), "Too close to call: Fi… and 7 others.");
        assert_eq!(rows(20, 1), "Too close to call: …");
        assert_eq!(rows(36, 2), "Too close to call: First of them, Second of them and 6 others.");
    }
}
