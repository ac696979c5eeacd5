//! The kinds of things in a catalogue.

use rolefit_engine::catalogue::Catalogue;

/// A kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Roles,
    Specialisms,
    Modules,
    Interests,
    Questions,
}

impl Kind {
    /// All of them, in the order they are shown.
    pub(crate) const ALL: [Self; 5] =
        [Self::Roles, Self::Specialisms, Self::Modules, Self::Interests, Self::Questions];

    /// Its name, as typed.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Roles => "roles",
            Self::Specialisms => "specialisms",
            Self::Modules => "modules",
            Self::Interests => "interests",
            Self::Questions => "questions",
        }
    }

    /// The ids of this kind, in file order.
    pub(crate) fn ids(self, catalogue: &Catalogue) -> Vec<&str> {
        let (asked, offered) = (catalogue.questionnaire(), catalogue.careers());
        match self {
            Self::Roles => offered.roles.iter().map(|of| of.id.as_str()).collect(),
            Self::Specialisms => offered.specialisms.iter().map(|of| of.id.as_str()).collect(),
            Self::Modules => offered.modules.iter().map(|of| of.id.as_str()).collect(),
            Self::Interests => asked.interests.iter().map(|of| of.id.as_str()).collect(),
            Self::Questions => asked.questions.iter().map(|of| of.id.as_str()).collect(),
        }
    }

    /// The names of this kind, in file order; of questions, the texts.
    pub(crate) fn names(self, catalogue: &Catalogue) -> Vec<&str> {
        let (asked, offered) = (catalogue.questionnaire(), catalogue.careers());
        match self {
            Self::Roles => offered.roles.iter().map(|of| of.name.as_str()).collect(),
            Self::Specialisms => offered.specialisms.iter().map(|of| of.name.as_str()).collect(),
            Self::Modules => offered.modules.iter().map(|of| of.name.as_str()).collect(),
            Self::Interests => asked.interests.iter().map(|of| of.name.as_str()).collect(),
            Self::Questions => asked.questions.iter().map(|of| of.text.as_str()).collect(),
        }
    }

    /// A sentence on each of this kind, in file order.
    pub(super) fn summaries(self, catalogue: &Catalogue) -> Vec<Option<String>> {
        let (asked, offered) = (catalogue.questionnaire(), catalogue.careers());
        match self {
            Self::Roles => offered.roles.iter().map(|of| Some(of.summary.clone())).collect(),
            Self::Specialisms => {
                offered.specialisms.iter().map(|of| Some(of.summary.clone())).collect()
            }
            Self::Modules => offered.modules.iter().map(|of| Some(of.summary.clone())).collect(),
            Self::Interests => asked.interests.iter().map(|of| of.description.clone()).collect(),
            Self::Questions => {
                let measured = |question: &rolefit_engine::catalogue::Question| {
                    let loadings = question.loadings.iter();
                    let interests =
                        loadings.map(|loading| asked.interests[loading.interest].name.clone());
                    Some(interests.collect::<Vec<_>>().join(", "))
                };
                asked.questions.iter().map(measured).collect()
            }
        }
    }
}
