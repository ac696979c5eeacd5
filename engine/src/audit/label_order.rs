//! Labels of a scale that seem to run from the highest to the lowest.

use super::result::{Finding, Severity};
use crate::catalogue::Scale;

/// Words with which a label says that something is not so, or least so.
const DENIALS: [&str; 8] = ["no", "not", "never", "none", "nothing", "hate", "least", "worst"];

/// What turns a word round, as in `dislike` and `unlikely`.
const TURNING: [&str; 4] = ["dis", "un", "in", "im"];

/// Where the last label denies something and the first does not: every answer would count the
/// other way round. It knows English words alone.
pub(super) fn label_order(scale: &Scale) -> Option<Finding> {
    let (lowest, highest) = (scale.labels().first()?, scale.labels().last()?);
    let is_turned = denies(highest, lowest) && !denies(lowest, highest);
    let message = format!("seems to run the wrong way round, from \"{lowest}\" to \"{highest}\"");
    let finding = Finding::new(Severity::Warning, "scale-turned", "the scale", message);
    is_turned.then(|| finding.mended_by("Write the answer that likes least first.".to_owned()))
}

/// Whether `label` denies something, such as what `other` says.
fn denies(label: &str, other: &str) -> bool {
    let (own, other) = (words(label), words(other));
    let turns = |word: &String| {
        let rest = TURNING.iter().filter_map(|turning| word.strip_prefix(turning));
        rest.into_iter().any(|rest| other.iter().any(|other| other == rest))
    };
    own.iter().any(|word| DENIALS.contains(&word.as_str()) || turns(word))
}

/// In small letters.
fn words(label: &str) -> Vec<String> {
    let words = label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(labels: &[&str]) -> Option<String> {
        let labels = labels.iter().copied().map(str::to_owned).collect();
        label_order(&Scale::new(labels).unwrap()).map(|finding| finding.message)
    }

    #[test]
    fn labels_that_run_from_the_highest_to_the_lowest_are_told_of() {
        let message =
            "seems to run the wrong way round, from \"Strongly like\" to \"Strongly dislike\"";
        assert_eq!(told(&["Strongly like", "Not sure", "Strongly dislike"]).unwrap(), message);
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
        ] {
            assert_eq!(told(&[lowest, "Between", highest]), None, "{lowest}");
            assert!(told(&[highest, "Between", lowest]).is_some(), "{highest}");
        }
    }

    #[test]
    fn labels_of_which_no_word_tells_the_order_are_not_told_of() {
        for labels in [
            ["1", "5"],
            ["Uninspired", "Disposed to it"],
            ["Not for me", "Could not do without it"],
            ["Nein", "Ja"],
            ["Ja", "Nein"],
            ["Knot", "Norm"],
            ["—", "?"],
        ] {
            assert_eq!(told(&labels), None, "{labels:?}");
        }
    }
}
