//! Labels of a scale that seem to run from the highest to the lowest.

use super::result::{Finding, Severity};
use crate::catalogue::{Language, Scale};

/// Words by which a label says that something is not so, or the least so.
const DENIALS: [&str; 19] = [
    "no", "not", "never", "none", "nothing", "without", "least", "worst", "hate", "loathe",
    "dislike", "disagree", "rarely", "seldom", "hardly", "false", "low", "poor", "bad",
];

/// Words that say nothing of their own beside a denial, as in `Not at all` and `Hate it`.
const FILLERS: [&str; 17] = [
    "at",
    "all",
    "ever",
    "really",
    "very",
    "strongly",
    "quite",
    "much",
    "a",
    "i",
    "do",
    "it",
    "this",
    "of",
    "me",
    "definitely",
    "my",
];

/// What turns a word round, as in `dislike` and `unlikely`.
const TURNING: [&str; 2] = ["dis", "un"];

/// Where the last label denies what the others say and the first does not, every answer would count
/// the other way round. It knows English words alone.
pub(super) fn label_order(scale: &Scale, language: &Language) -> Option<Finding> {
    let is_english = language.as_str().split('-').next()?.eq_ignore_ascii_case("en");
    if !is_english {
        return None;
    }
    let labels: Vec<Vec<String>> = scale.labels().iter().map(|label| words(label)).collect();
    let (lowest, highest) = (labels.first()?, labels.last()?);
    let is_turned = denies(highest, &labels) && !denies(lowest, &labels);
    let (first, last) = (scale.labels().first()?, scale.labels().last()?);
    let message = format!("seems to run the wrong way round, from \"{first}\" to \"{last}\"");
    let finding = Finding::new(Severity::Warning, "scale-turned", "the scale", message);
    is_turned.then(|| finding.mended_by("Write the answer that likes least first.".to_owned()))
}

/// Whether a label, one of `all`, denies: by a word that turns round one of another label, or by
/// one that says no, to nothing else than what another label says.
fn denies(label: &[String], all: &[Vec<String>]) -> bool {
    let others: Vec<&String> = all.iter().filter(|other| *other != label).flatten().collect();
    let is_said = |word: &str| others.iter().any(|other| *other == word);
    let turns = |word: &String| {
        TURNING.iter().filter_map(|turning| word.strip_prefix(turning)).any(is_said)
    };
    let is_denial = |word: &&String| DENIALS.contains(&word.as_str()) || word.ends_with("n't");
    let (denials, rest): (Vec<&String>, Vec<&String>) = label.iter().partition(is_denial);
    let is_filler = |word: &&String| FILLERS.contains(&word.as_str());
    label.iter().any(turns)
        || !denials.is_empty() && rest.iter().all(|word| is_filler(word) || is_said(word))
}

/// In small letters, contractions whole.
fn words(label: &str) -> Vec<String> {
    let label = label.to_lowercase().replace('\u{2019}', "'");
    let words = label.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(labels: &[&str], language: &str) -> Option<String> {
        let scale = Scale::new(labels.iter().copied().map(str::to_owned).collect()).unwrap();
        label_order(&scale, &Language::parse(language).unwrap()).map(|finding| finding.message)
    }

    #[test]
    fn labels_that_run_from_the_highest_to_the_lowest_are_told_of() {
        let message =
            "seems to run the wrong way round, from \"Strongly like\" to \"Strongly dislike\"";
        let told_of = told(&["Strongly like", "Not sure", "Strongly dislike"], "en-GB");
        assert_eq!(told_of.as_deref(), Some(message));
        for [lowest, highest] in [
            ["No", "Yes"],
            ["Not at all", "Very much"],
            ["Very unlikely", "Very likely"],
            ["Not interested", "Very interested"],
            ["UNINTERESTING", "interesting"],
            ["Strongly disagree", "Strongly agree"],
            ["Never", "Always"],
            ["Hate it", "Love it"],
            ["Least like me", "Most like me"],
            ["Not like me", "Like me"],
            ["Don\u{2019}t like it", "Like it"],
            ["Definitely wouldn't", "Definitely would"],
            ["Rarely", "Always"],
            ["False", "True"],
        ] {
            assert_eq!(told(&[lowest, "Between", highest], "en"), None, "{lowest}");
            assert!(told(&[highest, "Between", lowest], "en-US").is_some(), "{highest}");
        }
    }

    #[test]
    fn labels_of_which_no_word_tells_the_order_are_not_told_of() {
        for labels in [
            ["1", "2", "5"],
            ["Uninspired", "So so", "Disposed to it"],
            ["Not for me", "Perhaps", "Could not do without it"],
            ["Avoid", "Do", "Couldn't live without it"],
            ["Rarely", "Sometimes", "Never miss it"],
            ["Rarely", "Sometimes", "At least weekly"],
            ["A burden", "Fine", "No problem"],
            ["Dislike", "Like", "No opinion"],
            ["Dislike", "Like", "Not sure"],
            ["Knot", "Or", "Norm"],
            ["\u{2014}", "!", "?"],
        ] {
            assert_eq!(told(&labels, "en"), None, "{labels:?}");
        }
        // No is yes in another language.
        assert_eq!(told(&["Ne", "Mo\u{17e}n\u{e1}", "No"], "cs"), None);
    }
}
