//! What is asked and offered: questionnaire and careers, read from YAML, every
//! mistake in them reported, and the pair that is built in.

mod careers;
mod embedded;
mod fingerprint;
mod guidance;
mod hint;
mod id;
mod index;
mod language;
#[cfg(feature = "scoring")]
mod lone_loadings;
mod mistake;
mod problem;
mod profile;
mod questionnaire;
mod read;
mod repeated;
mod scale;
pub mod schema;
mod scoring_key;
#[cfg(test)]
pub(crate) mod small_catalogue;
mod starting_point;
pub mod yaml;

pub use careers::{
    Careers, Module, ModuleIx, Relevance, Role, RoleIx, Specialism, SpecialismIx, Stage, StageIx,
};
pub use embedded::{EmbedError, embed, embedded};
pub use fingerprint::Fingerprint;
pub use guidance::{Advice, Contact, Link, OccupationCodes, Pay, PayBand, PayScale, Rate, Routes};
pub use hint::Hint;
pub use id::{Id, NotASlug, nearest};
pub use index::{Each, Ix, List};
pub use language::Language;
pub use mistake::{FileMistake, Mistake, SyntaxMistake, ValueType};
pub use problem::{Place, Problem, Problems};
pub use profile::Profile;
pub use questionnaire::{
    Interest, InterestIx, Loading, Measurement, Question, QuestionIx, Questionnaire,
};
pub use repeated::{repeated, repeated_path};
pub use scale::{Point, Scale};
pub use starting_point::StartingPoint;

#[cfg(feature = "scoring")]
use std::sync::OnceLock;

#[cfg(feature = "scoring")]
pub(crate) use lone_loadings::LoneInterest;
#[cfg(feature = "scoring")]
use lone_loadings::LoneLoadings;
use yaml::{Reader, Source};

/// A questionnaire and the careers it is matched against, both valid.
#[derive(Debug, Clone)]
pub struct Catalogue {
    questionnaire: Questionnaire,
    careers: Careers,
    fingerprint: Fingerprint,
    /// Worked out of the questionnaire when it is first asked for.
    #[cfg(feature = "scoring")]
    lone_loadings: OnceLock<Option<LoneLoadings>>,
}

impl Catalogue {
    fn new(questionnaire: Questionnaire, careers: Careers, fingerprint: Fingerprint) -> Self {
        Self {
            questionnaire,
            careers,
            fingerprint,
            #[cfg(feature = "scoring")]
            lone_loadings: OnceLock::new(),
        }
    }

    /// Reads a pair of data files.
    ///
    /// # Errors
    /// Every mistake in both files, those of the questionnaire first.
    ///
    /// ```
    /// use rolefit_engine::catalogue::Catalogue;
    /// use rolefit_engine::catalogue::yaml::Source;
    ///
    /// let questions = Source::decode("questions.yaml", b"format: 1\ntitel: A slip\nscale: [No, Yes]");
    /// let careers = Source::decode("careers.yaml", b"format: 2\nroles: []");
    /// let problems = Catalogue::read(questions, careers).unwrap_err();
    /// for problem in problems.as_slice() {
    ///     println!("{problem}");
    /// }
    /// assert!(problems.as_slice().len() > 3);
    /// ```
    pub fn read(
        questions: Result<Source, Problem>,
        careers: Result<Source, Problem>,
    ) -> Result<Self, Problems> {
        match Self::salvage(questions, careers) {
            (Some(catalogue), problems) if problems.is_empty() => Ok(catalogue),
            (_, problems) => Err(problems.into()),
        }
    }

    /// Reads a pair of data files and leaves out what is wrong in them: entries
    /// with a mistake are not there. Returns what is left, if that can be used
    /// at all, and every mistake in both files.
    #[must_use]
    pub fn salvage(
        questions: Result<Source, Problem>,
        careers: Result<Source, Problem>,
    ) -> (Option<Self>, Vec<Problem>) {
        let mut problems = Vec::new();
        let asked = read_one(&questions, &mut problems, read::questionnaire);
        // Which interests there are is not known where there are too many.
        let is_cut = |of: &Problem| match of.mistake {
            Mistake::Count { what, high, found, .. } => what == "interests" && found > high,
            _ => false,
        };
        let interests = asked.as_ref().map(|asked| &asked.interests);
        let interests = interests.filter(|_| !problems.iter().any(is_cut));
        let offered = read_one(&careers, &mut problems, |reader, root| {
            read::careers(reader, root, interests)
        });
        let catalogue = match (asked, offered, questions, careers) {
            (Some(questionnaire), Some(careers), Ok(questions), Ok(careers_text))
                if questionnaire.is_usable() && !careers.roles.is_empty() =>
            {
                let fingerprint = Fingerprint::of(questions.text(), careers_text.text());
                Some(Self::new(questionnaire, careers, fingerprint))
            }
            _ => None,
        };
        (catalogue, problems)
    }

    /// Reads questions alone, with nothing to match them against, and leaves out what is wrong in
    /// them: what is left, if that can be used at all, and every mistake.
    ///
    /// ```
    /// use rolefit_engine::catalogue::Catalogue;
    /// use rolefit_engine::catalogue::yaml::Source;
    ///
    /// let questions = "{format: 1, title: t, introduction: i, scale: [No, Yes], interests: [
    ///     {id: a, name: A}, {id: b, name: B}, {id: c, name: C}], questions: [
    ///     {id: q, text: t, interest: a}]}";
    /// let (alone, problems) =
    ///     Catalogue::salvage_questions(Source::decode("questions.yaml", questions.as_bytes()));
    /// let alone = alone.ok_or("usable")?;
    /// assert_eq!((alone.questionnaire().questions.len(), alone.careers().roles.len()), (1, 0));
    /// assert!(problems.is_empty());
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn salvage_questions(questions: Result<Source, Problem>) -> (Option<Self>, Vec<Problem>) {
        let mut problems = Vec::new();
        let asked = read_one(&questions, &mut problems, read::questionnaire);
        let catalogue = match (asked, questions) {
            (Some(questionnaire), Ok(questions)) if questionnaire.is_usable() => {
                let careers = Careers::none(questionnaire.language.clone());
                Some(Self::new(questionnaire, careers, Fingerprint::of(questions.text(), "")))
            }
            _ => None,
        };
        (catalogue, problems)
    }

    /// The same with another questionnaire, to see what comes of it: the interests must stay.
    #[cfg(feature = "scoring")]
    pub(crate) fn with_questionnaire(&self, change: fn(&mut Questionnaire)) -> Self {
        let mut questionnaire = self.questionnaire.clone();
        change(&mut questionnaire);
        Self::new(questionnaire, self.careers.clone(), self.fingerprint.clone())
    }

    /// What is asked.
    #[must_use]
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// What the answers say, if each question measures one interest, and each interest is measured
    /// alike by all that measure it.
    #[cfg(feature = "scoring")]
    pub(crate) fn lone_loadings(&self) -> Option<&LoneLoadings> {
        self.lone_loadings.get_or_init(|| LoneLoadings::of(&self.questionnaire)).as_ref()
    }

    /// What is offered.
    #[must_use]
    pub fn careers(&self) -> &Careers {
        &self.careers
    }

    /// What tells this pair of files from any other.
    #[must_use]
    pub fn fingerprint(&self) -> &Fingerprint {
        &self.fingerprint
    }
}

fn read_one<T>(
    source: &Result<Source, Problem>,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(&mut Reader<'_>, &yaml::Node) -> Option<T>,
) -> Option<T> {
    let parsed = match source {
        Ok(source) => yaml::parse(source).map(|root| (source, root)),
        Err(problem) => Err(problem.clone()),
    };
    match parsed {
        Ok((source, root)) => {
            let mut reader = Reader::new(source);
            let value = read(&mut reader, &root);
            problems.extend(reader.into_problems());
            value
        }
        Err(problem) => {
            problems.push(problem);
            None
        }
    }
}
