//! Two sittings of one person, compared in words.

use std::cmp::Reverse;

use super::clean::Clean;
use super::figures::{counted, listed, ordinal, signed};
use super::page_languages::PageLanguages;
use crate::catalogue::{Catalogue, RoleIx};
use crate::report::{Basis, Comparison, MovedInterest, MovedRole, Status};

/// More moved answers than these are counted.
const MOST_ANSWERS: usize = 10;

/// Everything that is said of two sittings.
#[derive(Debug)]
pub struct ComparisonText {
    /// The heading of the whole.
    pub heading: &'static str,
    /// The languages of its page.
    pub languages: PageLanguages,
    /// That the two sheets are of different people, if they are.
    pub other_people: Option<Clean>,
    /// Which questions were used.
    pub basis: Clean,
    /// That the person weighed the interests differently, if so.
    pub importance: Option<Clean>,
    /// Which roles led and lead.
    pub leading: LeadingText,
    /// The interests then and now.
    pub interests: MovedInterestsText,
    /// The answers that moved; `None` if no question was answered in both.
    pub answers: Option<MovedAnswersText>,
    /// The roles by rank in the second sitting; none unless both were ranked.
    pub ranks: Vec<MovedRank>,
}

/// Which roles led and lead.
#[derive(Debug)]
pub struct LeadingText {
    /// The heading.
    pub heading: &'static str,
    /// The names of the roles that led in the first sitting and that lead in the
    /// second, in rows; `None` unless both were ranked.
    pub then_and_now: Option<[Clean; 2]>,
    /// What the difference comes from, or why no roles are compared.
    pub text: Clean,
}

/// The interests then and now.
#[derive(Debug)]
pub struct MovedInterestsText {
    /// The heading.
    pub heading: &'static str,
    /// How many moved.
    pub text: Clean,
    /// The interests, in the questionnaire's order.
    pub lines: Vec<MovedInterestLine>,
}

/// An interest then and now.
#[derive(Debug)]
pub struct MovedInterestLine {
    /// Its name.
    pub name: Clean,
    /// Whether it moved by more than chance explains.
    pub moved: bool,
    /// The score then, or a dash.
    pub before: String,
    /// The score now, or a dash.
    pub after: String,
}

/// The answers that moved.
#[derive(Debug)]
pub struct MovedAnswersText {
    /// How many did.
    pub heading: Clean,
    /// Each with its question, then and now: those that moved most, ten at the most.
    pub lines: Vec<Clean>,
    /// How many more there are.
    pub others: Option<Clean>,
}

/// A role's ranks then and now.
#[derive(Debug)]
pub struct MovedRank {
    /// Its name.
    pub name: Clean,
    /// Its rank then, or a dash.
    pub before: String,
    /// Its rank now, or a dash.
    pub after: String,
}

impl ComparisonText {
    /// Puts a comparison into words.
    #[must_use]
    pub fn of(catalogue: &Catalogue, comparison: &Comparison<'_>) -> Self {
        let is_ranked = [comparison.status_before, comparison.status_after]
            .map(|status| status == Status::Ranked);
        let roles = if is_ranked == [true; 2] { comparison.roles.as_slice() } else { &[] };
        Self {
            heading: "Two sittings compared",
            languages: PageLanguages::of(&comparison.languages),
            other_people: comparison.other_respondents().map(other_people),
            basis: basis(catalogue, comparison).into(),
            importance: importance(catalogue, comparison).map(Clean::from),
            leading: leading(catalogue, comparison, is_ranked),
            interests: interests(comparison),
            answers: (comparison.shared > 0).then(|| answers(catalogue, comparison)),
            ranks: roles.iter().map(rank).collect(),
        }
    }
}

/// That the sheets are of different people.
fn other_people([before, after]: [&str; 2]) -> Clean {
    Clean::from(format!(
        "The first sheet is of {before} and the second of {after}: what differs between two people \
         is no change."
    ))
}

/// Which questions were used.
fn basis(catalogue: &Catalogue, of: &Comparison<'_>) -> String {
    let asked = catalogue.questionnaire().questions.len();
    match (of.basis, of.questions.as_slice()) {
        (Basis::WholeSheets, used) => {
            let both = match used.len() {
                0 => "No question was answered in both.".to_owned(),
                1 => "1 question was answered in both.".to_owned(),
                many => format!("{many} questions were answered in both."),
            };
            match of.answered_once {
                0 => both,
                1 => format!("{both} 1 was answered in one of them only."),
                many => format!("{both} {many} were answered in one of them only."),
            }
        }
        (Basis::SharedQuestions, used) => {
            let many = if used.len() == 1 { "question" } else { "questions" };
            let which = match used.len() {
                all if all == asked => ".".to_owned(),
                _ => {
                    let ids: Vec<&str> = used.iter().map(|id| id.as_str()).collect();
                    format!(": {}.", listed(&ids))
                }
            };
            format!(
                "The sheets were made with different data files, so only the {} {many} that both \
                 answer are used{which}",
                used.len()
            )
        }
    }
}

/// That the person weighed the interests differently.
fn importance(catalogue: &Catalogue, of: &Comparison<'_>) -> Option<String> {
    let interests = &catalogue.questionnaire().interests;
    let weighed = of.interests_weighed.iter();
    let names: Vec<&str> = weighed.map(|interest| interests[*interest].name.as_str()).collect();
    (!names.is_empty())
        .then(|| format!("You marked different things as mattering most: {}.", listed(&names)))
}

fn leading(catalogue: &Catalogue, of: &Comparison<'_>, is_ranked: [bool; 2]) -> LeadingText {
    let heading = "Does it change what suits you?";
    let unranked = match is_ranked {
        [true, true] => None,
        [true, false] => Some("The second sitting cannot"),
        [false, true] => Some("The first sitting cannot"),
        [false, false] => Some("Neither sitting can"),
    };
    if let Some(cannot) = unranked {
        let text = format!("{cannot} be ranked, so no roles are compared.").into();
        return LeadingText { heading, then_and_now: None, text };
    }
    let roles = &catalogue.careers().roles;
    let names = |leaders: &[RoleIx]| {
        leaders.iter().map(|role| roles[*role].name.as_str()).collect::<Vec<&str>>()
    };
    let [before, after] = &of.leaders;
    let both: Vec<RoleIx> = after.iter().filter(|role| before.contains(role)).copied().collect();
    let is_same = both.len() == before.len().max(after.len());
    let lead = match (both.len(), is_same) {
        (0, _) => "No role leads in both.".to_owned(),
        (1, true) => "The same role leads in both.".to_owned(),
        (_, true) => "The same roles lead in both.".to_owned(),
        (1, false) => format!("One role leads in both: {}.", listed(&names(&both))),
        (many, false) => {
            format!("{} roles lead in both: {}.", counted(many), listed(&names(&both)))
        }
    };
    LeadingText {
        heading,
        then_and_now: Some([
            led_then(catalogue, of).join(", ").into(),
            names(after).join(", ").into(),
        ]),
        text: format!("{lead} {}", cause(of, is_same)).into(),
    }
}

/// The roles that led in the first sitting; those that lead no more, with their rank now.
fn led_then(catalogue: &Catalogue, of: &Comparison<'_>) -> Vec<String> {
    let [before, after] = &of.leaders;
    let told = |leader: &RoleIx| {
        let role = &catalogue.careers().roles[*leader];
        let now = of.roles.iter().find(|moved| *moved.id == role.id).and_then(|moved| moved.after);
        match now.filter(|_| !after.contains(leader)) {
            Some(rank) => format!("{} (now {})", role.name, ordinal(rank)),
            None => role.name.clone(),
        }
    };
    before.iter().map(told).collect()
}

/// What the difference comes from; whether the same roles lead is known.
fn cause(of: &Comparison<'_>, is_same: bool) -> String {
    let once = match of.answered_once {
        0 => None,
        1 => Some("the question answered in one sitting only"),
        _ => Some("the questions answered in one sitting only"),
    };
    let weighed = (!of.importance_moved.is_empty()).then_some("what you marked as mattering most");
    let others: Vec<&str> = once.into_iter().chain(weighed).collect();
    if of.answers.is_empty() {
        let none = if of.shared == 0 { "No answer can be compared" } else { "No answer moved" };
        return match others.as_slice() {
            [] => format!("{none}."),
            _ => format!("{none}: whatever differs comes from {}.", listed(&others)),
        };
    }
    let moved = of.interests.iter().filter(|interest| interest.moved).count();
    let explains = "moved by more than chance explains";
    let verdict = match (moved, is_same) {
        (0, _) if answers_differ_a_lot(of) => format!(
            "{} of {} answers moved, so these sittings differ a lot, although no single interest \
             {explains}.",
            of.answers.len(),
            of.shared
        ),
        (0, true) => format!("No interest {explains}."),
        (0, false) => format!("No interest {explains}, so what differs may be chance."),
        (many, true) => {
            format!("{} {explains}, but not so that other roles lead.", many_interests(many))
        }
        (many, false) => format!(
            "{} {explains}: either you have changed, or one of the sittings was not typical.",
            many_interests(many)
        ),
    };
    match others.as_slice() {
        [] => verdict,
        _ => format!("{verdict} What differs may also come from {}.", listed(&others)),
    }
}

/// Whether so many answers moved that nobody would call it a few: three in four, and no
/// fewer than four.
fn answers_differ_a_lot(of: &Comparison<'_>) -> bool {
    of.answers.len() >= 4 && 4 * of.answers.len() >= 3 * of.shared
}

/// So many interests, at the beginning of a sentence.
fn many_interests(count: usize) -> String {
    match count {
        1 => "One interest".to_owned(),
        many => format!("{} interests", counted(many)),
    }
}

fn interests(of: &Comparison<'_>) -> MovedInterestsText {
    let moved = of.interests.iter().filter(|interest| interest.moved).count();
    let is_in_both = |of: &MovedInterest<'_>| of.before.is_some() && of.after.is_some();
    let text = match moved {
        0 if !of.interests.iter().any(is_in_both) => "None was measured in both.".to_owned(),
        0 => "None moved by more than chance explains.".to_owned(),
        many => format!("{}, marked *, moved by more than chance explains.", many_interests(many)),
    };
    let shown = |score: Option<f64>| score.map_or("-".to_owned(), |score| signed(score, 2));
    let line = |interest: &MovedInterest<'_>| MovedInterestLine {
        name: Clean::from(interest.name),
        moved: interest.moved,
        before: shown(interest.before),
        after: shown(interest.after),
    };
    MovedInterestsText {
        heading: "Interests",
        text: text.into(),
        lines: of.interests.iter().map(line).collect(),
    }
}

fn answers(catalogue: &Catalogue, of: &Comparison<'_>) -> MovedAnswersText {
    let heading = match of.answers.len() {
        0 => "No answer moved".to_owned(),
        1 => "1 answer moved".to_owned(),
        many => format!("{many} answers moved"),
    };
    let asked = catalogue.questionnaire();
    let label = |number| asked.scale.point(number).map_or("", |point| asked.scale.label(point));
    let mut moved: Vec<_> = of.answers.iter().collect();
    // Those that moved as far stay in the order of the file.
    moved.sort_by_key(|answer| Reverse(answer.before.abs_diff(answer.after)));
    let others = match moved.len().saturating_sub(MOST_ANSWERS) {
        0 => None,
        1 => Some("1 other moved too, by no more.".into()),
        many => Some(format!("{many} others moved too, none of them by more.").into()),
    };
    let lines = moved.into_iter().take(MOST_ANSWERS).map(|answer| {
        let text = &asked.questions[answer.question].text;
        format!("{text}: {}, now {}", label(answer.before), label(answer.after)).into()
    });
    MovedAnswersText { heading: heading.into(), lines: lines.collect(), others }
}

fn rank(role: &MovedRole<'_>) -> MovedRank {
    let shown = |rank: Option<usize>| rank.map_or("-".to_owned(), |rank| rank.to_string());
    MovedRank { name: Clean::from(role.name), before: shown(role.before), after: shown(role.after) }
}
