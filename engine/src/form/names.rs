//! What the questions are called in a tool.

use std::collections::HashSet;

use super::error::{Misfits, Unfit};
use super::escaping::line;
use crate::catalogue::{Question, Questionnaire};
use crate::sheet::{compact, folded, keys};

/// What a tool allows its questions to be called, and what it calls other columns.
pub(super) struct NameRule {
    /// What people call the tool.
    pub(super) tool: &'static str,
    /// What stands in a name for the hyphen of an id.
    pub(super) hyphen: &'static str,
    /// The most characters of a name.
    pub(super) longest: usize,
    /// The letters of the headings of the tool's own columns.
    pub(super) own: &'static [&'static str],
}

/// By what the questions are known in what a tool exports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headings {
    /// By their ids, in the form that the tool allows.
    Ids,
    /// By their texts alone: the export has to have them at the heads of its columns.
    Texts,
}

/// The questions' names in a tool, in the order of the file.
pub(super) struct ToolNames {
    pub(super) names: Vec<String>,
    pub(super) headings: Headings,
}

impl NameRule {
    /// The ids as the tool allows them or, where they would not be known again, numbers:
    /// then the texts have to be.
    ///
    /// # Errors
    /// [`Unfit`] if ids are too long or taken, or neither ids nor texts are known again.
    pub(super) fn names(&self, asked: &Questionnaire) -> Result<ToolNames, Unfit> {
        let ids = || asked.questions.iter().map(|question| question.id.as_str());
        let name = |id: &str| {
            let name = id.replace('-', self.hyphen);
            // Behind a hyphen an id is known as behind the name of a group.
            let is_behind = self.keeps_hyphens() && id.starts_with(|c: char| c.is_ascii_digit());
            if is_behind { format!("q-{name}") } else { name }
        };
        let too_long = ids().filter(|id| name(id).len() > self.longest);
        if let Some(ids) = Misfits::of(too_long, ["has more", "have more"]) {
            return Err(Unfit::TooLong { tool: self.tool, longest: self.longest, ids });
        }
        let taken = ids().filter(|id| self.is_own(id));
        if let Some(ids) = Misfits::of(taken, ["is one of them", "are among them"]) {
            return Err(Unfit::Taken { tool: self.tool, ids });
        }
        let names: Vec<String> = ids().map(name).collect();
        if self.are_known(&names, asked) {
            return Ok(ToolNames { names, headings: Headings::Ids });
        }
        self.check_texts(asked)?;
        let taken: HashSet<String> = ids().filter_map(compact).collect();
        let numbered = |prefix: &str| -> Vec<String> {
            (1..=asked.questions.len()).map(|number| format!("{prefix}{number}")).collect()
        };
        let prefixes = ["q", "item", "statement", "zz"].into_iter().map(numbered);
        let mut free = prefixes.filter(|names| !names.iter().any(|name| taken.contains(name)));
        match free.next() {
            Some(names) => Ok(ToolNames { names, headings: Headings::Texts }),
            None => Err(self.unknown(ids())),
        }
    }

    /// That the texts of all questions are known again at the heads of columns.
    ///
    /// # Errors
    /// [`Unfit`] that names the questions of which they are not.
    pub(super) fn check_texts(&self, asked: &Questionnaire) -> Result<(), Unfit> {
        let named = |questions: Vec<&Question>, said| {
            Misfits::of(questions.iter().map(|question| question.id.as_str()), said)
        };
        let taken: Vec<&Question> =
            asked.questions.iter().filter(|question| self.is_own(&question.text)).collect();
        if let Some(ids) = named(taken, ["has such a text", "have such texts"]) {
            return Err(Unfit::Taken { tool: self.tool, ids });
        }
        let ids: HashSet<String> =
            asked.questions.iter().filter_map(|question| compact(&question.id)).collect();
        let is_unknown = |question: &&Question| {
            let written = line(&question.text);
            let letters = compact(&written);
            let is_id = letters.as_ref().is_some_and(|letters| {
                ids.contains(letters) && compact(&question.id).as_ref() != Some(letters)
            });
            is_id
                || folded(&written) != folded(&question.text)
                || folded(&written).is_empty()
                || keys::meant_by(&written).is_some()
        };
        let unknown: Vec<&Question> = asked.questions.iter().filter(is_unknown).collect();
        if unknown.is_empty() {
            return Ok(());
        }
        Err(self.unknown(unknown.into_iter().map(|question| question.id.as_str())))
    }

    fn unknown<'a>(&self, ids: impl Iterator<Item = &'a str>) -> Unfit {
        let ids = Misfits::all(ids, ["is such a question", "are such questions"]);
        Unfit::Unknown { tool: self.tool, ids }
    }

    /// Whether the ids stand as they are in the names.
    fn keeps_hyphens(&self) -> bool {
        self.hyphen == "-"
    }

    /// Whether a column of the tool itself has this heading.
    fn is_own(&self, heading: &str) -> bool {
        compact(heading).is_some_and(|letters| self.own.contains(&letters.as_str()))
    }

    /// Whether each of `names` is known again as the question that it is of.
    fn are_known(&self, names: &[String], asked: &Questionnaire) -> bool {
        let letters: Vec<Option<String>> =
            asked.questions.iter().map(|question| compact(&question.id)).collect();
        let has_twins = letters.iter().collect::<HashSet<_>>().len() < letters.len();
        let is_exact = |name: &str, question: &Question| question.id == *name;
        let texts: HashSet<String> =
            asked.questions.iter().map(|question| folded(&question.text)).collect();
        names.iter().zip(&asked.questions).all(|(name, question)| {
            let is_of_another =
                texts.contains(&folded(name)) && folded(&question.text) != folded(name);
            let is_prefixed = self.keeps_hyphens() && !is_exact(name, question);
            let is_anothers = is_prefixed && letters.contains(&compact(name));
            name.starts_with(|c: char| c.is_ascii_lowercase())
                && !is_of_another
                && !is_anothers
                && (!has_twins || (self.keeps_hyphens() && is_exact(name, question)))
        })
    }
}
