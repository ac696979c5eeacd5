//! The ids of a catalogue's questions and interests, looked up.

use std::collections::HashMap;

use crate::catalogue::{Catalogue, InterestIx, QuestionIx, nearest, repeated};

/// Finds questions and interests by their ids.
#[derive(Debug, Clone)]
pub(crate) struct Ids<'c> {
    catalogue: &'c Catalogue,
    questions: HashMap<&'c str, QuestionIx>,
    interests: HashMap<&'c str, InterestIx>,
}

/// An id that the catalogue does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no {kind} called \"{id}\"{}", or_list(kind, near.as_deref()))]
pub struct UnknownId {
    /// What was looked for: a question or an interest.
    pub kind: &'static str,
    /// The id, shortened.
    pub id: String,
    /// The id that was probably meant.
    pub near: Option<String>,
}

impl<'c> Ids<'c> {
    pub(crate) fn of(catalogue: &'c Catalogue) -> Self {
        let asked = catalogue.questionnaire();
        let questions = asked.questions.indexed().map(|(ix, of)| (of.id.as_str(), ix));
        let interests = asked.interests.indexed().map(|(ix, of)| (of.id.as_str(), ix));
        Self { catalogue, questions: questions.collect(), interests: interests.collect() }
    }

    pub(crate) fn catalogue(&self) -> &'c Catalogue {
        self.catalogue
    }

    pub(crate) fn question(&self, id: &str) -> Option<QuestionIx> {
        self.questions.get(id).copied()
    }

    pub(crate) fn interest(&self, id: &str) -> Option<InterestIx> {
        self.interests.get(id).copied()
    }

    /// That no question is called `id`; if it `suggests`, which was probably meant.
    pub(crate) fn unknown_question(&self, id: &str, suggests: bool) -> UnknownId {
        UnknownId::new("question", id, suggests.then_some(&self.questions))
    }

    /// That no interest is called `id`; if it `suggests`, which was probably meant.
    pub(crate) fn unknown_interest(&self, id: &str, suggests: bool) -> UnknownId {
        UnknownId::new("interest", id, suggests.then_some(&self.interests))
    }

    /// The id of a question.
    pub(crate) fn id(&self, question: QuestionIx) -> &'c str {
        self.catalogue.questionnaire().questions[question].id.as_str()
    }
}

impl UnknownId {
    fn new<T>(kind: &'static str, id: &str, known: Option<&HashMap<&str, T>>) -> Self {
        let mut known: Vec<&str> = known.into_iter().flat_map(HashMap::keys).copied().collect();
        // Of ids that are equally near, the same on every run.
        known.sort_unstable();
        Self::among(known.into_iter(), kind, id)
    }

    /// That none of the `known` ids is `id`.
    pub(super) fn among<'a>(
        known: impl Iterator<Item = &'a str>,
        kind: &'static str,
        id: &str,
    ) -> Self {
        Self { kind, id: repeated(id).into_owned(), near: nearest(id, known).map(str::to_owned) }
    }
}

/// The name that was probably meant, or else what lists those that there are.
fn or_list(kind: &str, near: Option<&str>) -> String {
    near.map_or_else(|| format!("; rolefit show {kind}s lists them"), |near| hint(Some(near)))
}

/// What a message adds about the name that was probably meant.
fn hint(near: Option<&str>) -> String {
    near.map(|near| format!("; did you mean \"{near}\"?")).unwrap_or_default()
}
