//! What a person needs to know first: the result in a few lines.

use super::clear;
use super::notice::{self, Notice};
use super::reasons::{Reasons, reasons};
use super::role_names::{RoleNames, too_close, worth_a_look};
use super::roles::gist;
use super::source::ResultSource;
use super::steps::{NextStep, read_about, read_about_all};
use crate::catalogue::RoleIx;
use crate::telling::clean::{Clean, Literal};

/// A result in a few lines, its parts in the order in which they are told.
///
/// ```
/// # use rolefit_engine::catalogue::Catalogue;
/// # use rolefit_engine::catalogue::yaml::Source;
/// # use rolefit_engine::sheet::{AnswerCode, Answers, Sheet};
/// # use rolefit_engine::telling::{Commands, Literal};
/// use rolefit_engine::report::{Explain, report};
/// use rolefit_engine::telling::result::{Detail, ResultSource, ResultSummary};
///
/// # let questions = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/questions.yaml"));
/// # let careers = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/careers.yaml"));
/// # let questions = Source::decode("questions.yaml", questions);
/// # let careers = Source::decode("careers.yaml", careers);
/// # let catalogue = Catalogue::read(questions, careers).map_err(|problems| format!("{problems:?}"))?;
/// # struct None;
/// # impl Commands for None {
/// #     fn show(&self, _: &str) -> Literal { Literal::default() }
/// #     fn score(&self, _: &Sheet<'_>) -> Vec<Literal> { Vec::new() }
/// #     fn score_code(&self, _: &AnswerCode) -> Literal { Literal::default() }
/// #     fn fit(&self) -> Literal { Literal::default() }
/// # }
/// let sheet = Sheet::new(Answers::from_digits(&catalogue, "452314")?);
/// let report = report(&sheet, Explain::Nothing);
/// let detail = Detail { top: 5, explain: false };
/// let source = ResultSource { sheet: &sheet, report: &report, detail, commands: &None };
/// let summary = ResultSummary::of(&source);
/// let first = summary.first.as_ref().ok_or("ranked")?;
/// assert_eq!(first.name.as_str(), report.roles[0].name);
/// assert!(summary.clear.contains("chances in 100 that it is your best match"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct ResultSummary {
    /// What has to be known before any role is named: that the person disliked
    /// nearly everything, or liked it. At most 45 columns.
    pub beforehand: Option<&'static str>,
    /// The first role; `None` if there is no ranking.
    pub first: Option<FirstRole>,
    /// How clear that is, in chances, or why no role is named.
    pub clear: Clean,
    /// How near the first role comes to this person, where that is out of the
    /// ordinary.
    pub closeness: Option<&'static str>,
    /// The roles that may suit better than the first, as far as the answers tell.
    pub too_close: Option<RoleNames>,
    /// The other roles among which the best match may well be.
    pub worth_a_look: Option<RoleNames>,
    /// What speaks for the first role, or that nothing does; `None` without a first role.
    pub reasons: Option<Reasons>,
    /// What to read next; `None` without a role to read about.
    pub next_step: Option<NextStep>,
    /// What to keep in mind about the answers.
    pub notice: Option<Notice>,
}

/// The role that comes first.
#[derive(Debug)]
pub struct FirstRole {
    /// The role.
    pub role: RoleIx,
    /// What being first means: "Best match".
    pub label: &'static str,
    /// Its name.
    pub name: Clean,
    /// What the job is, in one line.
    pub line: Clean,
}

impl ResultSummary {
    /// Says what comes first in a report.
    #[must_use]
    pub fn of(source: &ResultSource<'_>) -> Self {
        let first = first(source);
        Self {
            beforehand: notice::beforehand(source.report),
            clear: clear::clear(source.report),
            closeness: clear::closeness(source.report),
            too_close: too_close(source.report),
            worth_a_look: worth_a_look(source.report),
            reasons: reasons(source),
            next_step: match &first {
                Some(first) => Some(read_about(source, first.role)),
                None => read_about_all(source),
            },
            notice: notice::notice(source),
            first,
        }
    }

    /// The same line by line, unbroken; `more` is where more stands about what to keep in
    /// mind, or empty.
    #[must_use]
    pub fn lines(&self, more: &str) -> Vec<Literal> {
        let mut lines: Vec<Literal> = Vec::new();
        lines.extend(self.beforehand.map(Literal::from));
        if let Some(first) = &self.first {
            lines.push(format!("{}: {}", first.label, first.name).into());
            lines.push(first.line.as_str().into());
        }
        lines.push(self.clear.as_str().into());
        lines.extend(self.closeness.map(Literal::from));
        for names in [&self.too_close, &self.worth_a_look].into_iter().flatten() {
            lines.push(names.sentence(usize::MAX).as_str().into());
        }
        lines.extend(self.reasons.iter().map(|reasons| reasons.sentence().as_str().into()));
        if let Some(step) = &self.next_step {
            lines.push(step.text.as_str().into());
            lines.extend(step.links.iter().map(|link| format!("  {}", link.url).into()));
            lines.extend(step.command.iter().map(|line| format!("  {line}").into()));
        }
        lines.extend(self.notice.iter().map(|notice| notice.with(false, more).as_str().into()));
        lines
    }
}

/// The role at the top of the ranking, if there is one that can be matched.
fn first(source: &ResultSource<'_>) -> Option<FirstRole> {
    let part = source.report.roles.first().filter(|role| role.similarity.is_some())?;
    let role = &source.catalogue().careers().roles[part.role];
    Some(FirstRole {
        role: part.role,
        label: clear::label(source.report),
        name: Clean::from(part.name),
        line: gist(role),
    })
}
