//! Which question a heading or a key names.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::OnceLock;

use super::folding::{behind_number, compact, folded};
use super::ids::Ids;
use crate::catalogue::{QuestionIx, Questionnaire};

/// The questions of a catalogue by all that a heading may call them.
#[derive(Debug, Clone)]
pub(crate) struct QuestionNames<'c> {
    ids: Ids<'c>,
    /// Made for the first heading that is no id.
    folded: OnceLock<FoldedNames>,
}

/// What a heading that is no id may call a question.
#[derive(Debug, Clone)]
struct FoldedNames {
    /// By the letters of their ids; `None` where two ids have the same.
    compact: HashMap<String, Option<QuestionIx>>,
    /// By their texts, folded, alone and behind the stem.
    texts: HashMap<String, Named>,
    /// More bytes than any heading that ends with the name of a question has behind the
    /// place where that begins.
    longest: usize,
}

/// The question that a text names, or two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    One(QuestionIx),
    Two(QuestionIx, QuestionIx),
}

/// Of the places at which a text may begin within a heading, so many are tried, from the
/// end.
const MOST_BEGINNINGS: usize = 32;

/// The dashes that may stand before a text.
const DASHES: [&str; 3] = [" - ", " – ", " — "];

/// What stands between what a tool puts before a text and the text itself.
const BETWEEN: [&str; 7] = [DASHES[0], DASHES[1], DASHES[2], " >> ", " : ", "->", "["];

/// What a quiz puts before a dash and the text of a question, where a column tells how that was
/// marked.
const MARKING: [&str; 2] = ["points", "feedback"];

/// Whether a column with this heading tells how the answers to a question were marked, if another
/// has the answers.
pub(crate) fn is_marking(heading: &str) -> bool {
    DASHES.iter().any(|dash| {
        let before = heading.split_once(dash).map(|(before, _)| before.trim());
        before.is_some_and(|before| MARKING.iter().any(|word| before.eq_ignore_ascii_case(word)))
    })
}

impl FoldedNames {
    fn of(asked: &Questionnaire) -> Self {
        let mut by_letters: HashMap<String, Option<QuestionIx>> = HashMap::new();
        let mut texts: HashMap<String, Named> = HashMap::new();
        let mut longest = 0;
        let mut name = |text: String, question| match texts.entry(text) {
            Entry::Vacant(place) => {
                place.insert(Named::One(question));
            }
            Entry::Occupied(mut place) => {
                if let Named::One(other) = *place.get()
                    && other != question
                {
                    place.insert(Named::Two(other, question));
                }
            }
        };
        for (ix, question) in asked.questions.indexed() {
            let letters = compact(&question.id).unwrap_or_default();
            by_letters.entry(letters).and_modify(|known| *known = None).or_insert(Some(ix));
            let text = folded(&question.text);
            longest = longest.max(question.text.len());
            if let Some(stem) = &asked.stem {
                name(format!("{} {text}", folded(stem)), ix);
                // The same with the marks at the stem's end.
                name(folded(&format!("{stem} {}", question.text)), ix);
            }
            name(text, ix);
        }
        // Marks of HTML make a text longer.
        Self { compact: by_letters, texts, longest: 4 * longest + 64 }
    }
}

impl<'c> QuestionNames<'c> {
    pub(crate) fn of(ids: Ids<'c>) -> Self {
        Self { ids, folded: OnceLock::new() }
    }

    fn folded_names(&self) -> &FoldedNames {
        self.folded.get_or_init(|| FoldedNames::of(self.ids.catalogue().questionnaire()))
    }

    pub(crate) fn ids(&self) -> &Ids<'c> {
        &self.ids
    }

    /// The question whose id `heading` is, in whatever capitals.
    pub(crate) fn by_id(&self, heading: &str) -> Option<QuestionIx> {
        self.ids.question(&heading.trim().to_lowercase())
    }

    /// The question that `heading` names in any way.
    pub(crate) fn question(&self, heading: &str) -> Option<Named> {
        self.by_id(heading).map(Named::One).or_else(|| self.named_by(heading))
    }

    /// The question that `heading` names: by its id with other signs between the words, by
    /// its text, or by either of them at its end, behind what a tool puts before it.
    pub(crate) fn named_by(&self, heading: &str) -> Option<Named> {
        let heading = heading.trim();
        self.by_letters(heading)
            .or_else(|| self.by_text(heading))
            .or_else(|| self.at_the_end(heading))
    }

    fn by_letters(&self, heading: &str) -> Option<Named> {
        let names = self.folded_names();
        // No id has more letters than this.
        let letters = (heading.len() <= names.longest).then(|| compact(heading))??;
        names.compact.get(&letters).copied().flatten().map(Named::One)
    }

    fn by_text(&self, heading: &str) -> Option<Named> {
        let names = self.folded_names();
        if heading.len() > names.longest {
            return None;
        }
        let text = folded(heading);
        let found = names.texts.get(&text);
        found.or_else(|| names.texts.get(behind_number(&text)?)).copied()
    }

    /// A text or an id behind what a tool puts before it: the longest that there is.
    fn at_the_end(&self, heading: &str) -> Option<Named> {
        let text = |(at, between): (usize, &str)| {
            let rest = heading.get(at + between.len()..)?;
            let rest = if between == "[" { rest.strip_suffix(']')? } else { rest };
            self.by_text(rest).or_else(|| self.by_letters(rest))
        };
        let mut beginnings: Vec<(usize, &str)> = BETWEEN
            .iter()
            .flat_map(|between| heading.rmatch_indices(between).take(MOST_BEGINNINGS))
            .collect();
        beginnings.sort_unstable();
        beginnings.into_iter().find_map(text).or_else(|| self.behind_group(heading))
    }

    /// An id behind the name of the group that it is in: `group/id`, `group-id`, `group.id`
    /// or `group[id]`, the longest that there is.
    fn behind_group(&self, heading: &str) -> Option<Named> {
        const LONGEST: usize = 2 * crate::catalogue::Id::MAX_LENGTH;
        let heading = heading.strip_suffix(']').unwrap_or(heading);
        let ends = heading.rmatch_indices(['/', '-', '.', '[']).map(|(at, _)| at + 1);
        let ends: Vec<usize> = ends.take_while(|start| heading.len() - start <= LONGEST).collect();
        let rests = ends.into_iter().rev().filter_map(|start| heading.get(start..));
        rests.into_iter().find_map(|rest| self.by_letters(rest))
    }
}
