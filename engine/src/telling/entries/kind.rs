//! The kinds of entries in a catalogue, and where an entry stands.

use std::borrow::Cow;

use crate::catalogue::schema::{self, ObjectSchema};
use crate::catalogue::{
    Catalogue, Id, InterestIx, Language, ModuleIx, Question, QuestionIx, RoleIx, SpecialismIx,
};
use crate::telling::clean::Clean;

/// A kind of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// Jobs that the quiz may recommend.
    Roles,
    /// Fields of training.
    Specialisms,
    /// Training modules.
    Modules,
    /// Kinds of activities.
    Interests,
    /// What is asked.
    Questions,
}

impl EntryKind {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 5] =
        [Self::Roles, Self::Specialisms, Self::Modules, Self::Interests, Self::Questions];

    /// Its name, as it is typed and as it stands in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Roles => "roles",
            Self::Specialisms => "specialisms",
            Self::Modules => "modules",
            Self::Interests => "interests",
            Self::Questions => "questions",
        }
    }

    /// The name of one of it.
    pub(super) fn one(self) -> &'static str {
        self.name().trim_end_matches('s')
    }

    /// What an entry of this kind holds.
    pub(super) fn schema(self) -> &'static ObjectSchema {
        match self {
            Self::Roles => &schema::ROLE,
            Self::Specialisms => &schema::SPECIALISM,
            Self::Modules => &schema::MODULE,
            Self::Interests => &schema::INTEREST,
            Self::Questions => &schema::QUESTION,
        }
    }

    /// What has to be known wherever entries of this kind are listed.
    #[must_use]
    pub fn note(self, catalogue: &Catalogue) -> Option<Clean> {
        let note = catalogue.careers().programme_note.as_ref();
        note.filter(|_| self == Self::Modules).map(Clean::from)
    }

    /// The entries of this kind, in file order.
    #[must_use]
    pub fn entries(self, catalogue: &Catalogue) -> Vec<EntryIx> {
        let (asked, offered) = (catalogue.questionnaire(), catalogue.careers());
        match self {
            Self::Roles => offered.roles.indices().map(EntryIx::Role).collect(),
            Self::Specialisms => offered.specialisms.indices().map(EntryIx::Specialism).collect(),
            Self::Modules => offered.modules.indices().map(EntryIx::Module).collect(),
            Self::Interests => asked.interests.indices().map(EntryIx::Interest).collect(),
            Self::Questions => asked.questions.indices().map(EntryIx::Question).collect(),
        }
    }
}

/// The place of an entry of any kind in its catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryIx {
    /// A role.
    Role(RoleIx),
    /// A specialism.
    Specialism(SpecialismIx),
    /// A module.
    Module(ModuleIx),
    /// An interest.
    Interest(InterestIx),
    /// A question.
    Question(QuestionIx),
}

impl EntryIx {
    /// Its kind.
    #[must_use]
    pub fn kind(self) -> EntryKind {
        match self {
            Self::Role(_) => EntryKind::Roles,
            Self::Specialism(_) => EntryKind::Specialisms,
            Self::Module(_) => EntryKind::Modules,
            Self::Interest(_) => EntryKind::Interests,
            Self::Question(_) => EntryKind::Questions,
        }
    }

    /// Its id.
    #[must_use]
    pub fn id(self, catalogue: &Catalogue) -> &Id {
        let (asked, offered) = (catalogue.questionnaire(), catalogue.careers());
        match self {
            Self::Role(ix) => &offered.roles[ix].id,
            Self::Specialism(ix) => &offered.specialisms[ix].id,
            Self::Module(ix) => &offered.modules[ix].id,
            Self::Interest(ix) => &asked.interests[ix].id,
            Self::Question(ix) => &asked.questions[ix].id,
        }
    }

    /// The language it is in.
    #[must_use]
    pub fn language(self, catalogue: &Catalogue) -> &Language {
        match self {
            Self::Role(_) | Self::Specialism(_) | Self::Module(_) => &catalogue.careers().language,
            Self::Interest(_) | Self::Question(_) => &catalogue.questionnaire().language,
        }
    }

    /// Its name; of a question, the text.
    #[must_use]
    pub fn name(self, catalogue: &Catalogue) -> &str {
        let (asked, offered) = (catalogue.questionnaire(), catalogue.careers());
        match self {
            Self::Role(ix) => &offered.roles[ix].name,
            Self::Specialism(ix) => &offered.specialisms[ix].name,
            Self::Module(ix) => &offered.modules[ix].name,
            Self::Interest(ix) => &asked.interests[ix].name,
            Self::Question(ix) => &asked.questions[ix].text,
        }
    }

    /// What it is, in a sentence or two; of a question, the interests it measures.
    #[must_use]
    pub fn summary(self, catalogue: &Catalogue) -> Option<Cow<'_, str>> {
        let (asked, offered) = (catalogue.questionnaire(), catalogue.careers());
        Some(match self {
            Self::Role(ix) => offered.roles[ix].summary.as_str().into(),
            Self::Specialism(ix) => offered.specialisms[ix].summary.as_str().into(),
            Self::Module(ix) => offered.modules[ix].summary.as_str().into(),
            Self::Interest(ix) => asked.interests[ix].description.as_deref()?.into(),
            Self::Question(ix) => measured(catalogue, &asked.questions[ix]).into(),
        })
    }
}

/// The names of the interests that a question measures.
fn measured(catalogue: &Catalogue, question: &Question) -> String {
    let interests = &catalogue.questionnaire().interests;
    let names = question.loadings.iter().map(|of| interests[of.interest].name.as_str());
    names.collect::<Vec<_>>().join(", ")
}
