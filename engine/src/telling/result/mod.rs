//! A person's result in words.

mod answers;
mod clear;
mod code;
mod contrast;
mod interests;
mod lead;
mod ledger;
mod links;
mod moves;
mod notice;
mod pair;
mod reasons;
mod rivals;
mod role_names;
mod role_pages;
mod roles;
mod signs;
mod source;
mod standing;
mod steps;
mod summary;
mod training;
mod unranked;
mod why;

pub use answers::GivenAnswer;
pub use clear::{figure, in_hundred, is_headline};
pub use code::CodeText;
pub use interests::{InterestLine, InterestsText};
pub use ledger::{LedgerText, Term};
pub use links::PageLink;
pub use moves::Moves;
pub use notice::Notice;
pub use pair::{PairSide, PairText, PairedRole};
pub use reasons::Reasons;
pub use rivals::{RivalText, RivalsText};
pub use role_names::RoleNames;
pub use role_pages::RolePage;
pub use roles::{RoleLine, RolesText, order};
pub use signs::SignsText;
pub use source::{Detail, ResultSource};
pub use standing::standing;
pub use steps::NextStep;
pub use summary::{FirstRole, ResultSummary};
pub use training::{LaterText, ModuleLine, StageText, TrainingText};
pub use unranked::{UnrankedLine, UnrankedText};
pub use why::{Sides, Why};

use super::clean::Clean;
use super::page_languages::PageLanguages;
use super::passage::Passage;

/// Everything that a result says.
///
/// ```
/// # use rolefit_engine::catalogue::Catalogue;
/// # use rolefit_engine::catalogue::yaml::Source;
/// # use rolefit_engine::sheet::{AnswerCode, Answers, Sheet};
/// # use rolefit_engine::telling::Literal;
/// use rolefit_engine::report::{Explain, report};
/// use rolefit_engine::telling::Commands;
/// use rolefit_engine::telling::result::{Detail, ResultSource, ResultText};
///
/// # let questions = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/questions.yaml"));
/// # let careers = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/careers.yaml"));
/// # let questions = Source::decode("questions.yaml", questions);
/// # let careers = Source::decode("careers.yaml", careers);
/// # let catalogue = Catalogue::read(questions, careers).map_err(|problems| format!("{problems:?}"))?;
/// # let answers = Answers::from_digits(&catalogue, "452314")?;
/// # let sheet = Sheet::new(answers);
/// /// A page on the web has buttons, not commands.
/// struct Buttons;
///
/// impl Commands for Buttons {
///     # fn score(&self, _: &Sheet<'_>) -> Vec<Literal> { Vec::new() }
///     # fn score_code(&self, _: &AnswerCode) -> Literal { Literal::default() }
///     # fn fit(&self) -> Literal { Literal::default() }
///     fn show(&self, what: &str) -> Literal {
///         Literal::from(format!("the button \"{what}\""))
///     }
///     // ...
/// }
///
/// let report = report(&sheet, Explain::First(20));
/// let detail = Detail { top: 5, explain: false };
/// let source = ResultSource { sheet: &sheet, report: &report, detail, commands: &Buttons };
/// let text = ResultText::of(&source);
/// assert_eq!(text.heading.as_str(), "Your result");
/// assert_eq!(text.answered.as_str(), "You answered all 6 questions.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct ResultText {
    /// The languages of its page.
    pub languages: PageLanguages,
    /// Whose result it is.
    pub heading: Clean,
    /// How many questions were answered.
    pub answered: Clean,
    /// Whether every detail was asked for.
    pub is_detailed: bool,
    /// What comes first, in a few lines.
    pub summary: ResultSummary,
    /// What has to be known to read the ranking as it is meant.
    pub remarks: Vec<Clean>,
    /// The roles by rank, and what their figures mean.
    pub roles: RolesText,
    /// The roles that there are, if they have no ranking.
    pub unranked: Option<UnrankedText>,
    /// The pages of the roles that lead, a few of them.
    pub role_pages: Vec<RolePage>,
    /// Why the first role is first.
    pub why: Option<Why>,
    /// What the first role has over the second.
    pub contrast: Option<Passage>,
    /// What would put other roles ahead of the first.
    pub rivals: Option<RivalsText>,
    /// Similarities taken apart in full, if that was asked for.
    pub ledgers: Vec<LedgerText>,
    /// The specialisms and the modules.
    pub training: Option<TrainingText>,
    /// What the person likes.
    pub interests: InterestsText,
    /// Signs of careless answering, if any are flagged.
    pub signs: Option<SignsText>,
    /// What to do next.
    pub steps: Vec<NextStep>,
    /// What a result is not.
    pub caution: &'static str,
    /// How the same result is had again.
    pub code: Option<CodeText>,
    /// The answers that were given.
    pub answers: Vec<GivenAnswer>,
}

impl ResultText {
    /// Puts a report into words.
    #[must_use]
    pub fn of(source: &ResultSource<'_>) -> Self {
        let report = source.report;
        Self {
            languages: PageLanguages::of(&report.languages),
            heading: match report.respondent.as_deref() {
                Some(name) => format!("Result for {name}").into(),
                None => "Your result".into(),
            },
            answered: lead::answered(source).into(),
            is_detailed: source.detail.explain,
            summary: ResultSummary::of(source),
            remarks: lead::remarks(report),
            roles: roles::roles(source),
            unranked: unranked::unranked(source),
            role_pages: role_pages::role_pages(source),
            why: why::why(source),
            contrast: contrast::contrast(source),
            rivals: rivals::rivals(source),
            ledgers: ledger::ledgers(source),
            training: training::training(source),
            interests: interests::interests(source),
            signs: signs::flagged(report),
            steps: steps::steps(source),
            caution: steps::CAUTION,
            code: code::code(source),
            answers: answers::given(source),
        }
    }
}
