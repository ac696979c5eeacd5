//! Similarities taken apart: what each interest and each answer adds.

use super::source::ResultSource;
use crate::report::{AnswerShare, InterestPart, InterestShare, LedgerPart, RolePart};
use crate::telling::clean::Clean;
use crate::telling::figures::{plain, signed};

/// A similarity, or the difference between two, taken apart in full.
#[derive(Debug)]
pub struct LedgerText {
    /// Whose similarity it is.
    pub heading: Clean,
    /// What the terms add up to.
    pub text: Clean,
    /// What each interest adds, the largest first, whatever its sign.
    pub interests: Vec<Term>,
    /// What each answer adds, the largest first, whatever its sign.
    pub answers: Vec<Term>,
}

/// One term of a sum.
#[derive(Debug)]
pub struct Term {
    /// What adds it.
    pub label: Clean,
    /// How much it adds to the similarity.
    pub value: f64,
    /// The same with three decimals.
    pub shown: String,
}

/// The first two roles' ledgers, one less the other, and those of the roles that
/// lead, if that was asked for.
pub(super) fn ledgers(source: &ResultSource<'_>) -> Vec<LedgerText> {
    if !source.detail.explain {
        return Vec::new();
    }
    let leads = |role: &&RolePart<'_>| source.report.leads(role.role);
    let leading = source.report.roles.iter().filter(leads);
    difference(source).into_iter().chain(leading.filter_map(|role| whole(source, role))).collect()
}

/// The role at `rank` and its ledger, if there is one.
pub(super) fn explained<'a>(
    source: &ResultSource<'a>,
    rank: usize,
) -> Option<(&'a RolePart<'a>, &'a LedgerPart<'a>)> {
    let role = source.report.roles.get(rank - 1)?;
    Some((role, role.ledger.as_ref()?))
}

/// What each interest adds, its mark included, in the order of the questionnaire.
pub(super) fn shares(ledger: &LedgerPart<'_>) -> Vec<f64> {
    let mark = |of: &InterestShare<'_>| {
        let mark = ledger.marks.iter().find(|mark| mark.interest == of.interest);
        mark.map_or(0.0, |mark| mark.contribution)
    };
    ledger.interests.iter().map(|share| share.contribution + mark(share)).collect()
}

/// What each interest adds by the answers alone.
fn unmarked(ledger: &LedgerPart<'_>) -> impl Iterator<Item = f64> {
    ledger.interests.iter().map(|share| share.contribution)
}

/// What each mark adds to a role's ledger, less what it adds to another.
fn marks(
    source: &ResultSource<'_>,
    ours: &LedgerPart<'_>,
    theirs: Option<&LedgerPart<'_>>,
) -> Vec<Term> {
    let interests = &source.catalogue().questionnaire().interests;
    let term_of = |(place, of): (usize, &InterestShare<'_>)| {
        let other = theirs.and_then(|theirs| theirs.marks.get(place));
        let value = of.contribution - other.map_or(0.0, |other| other.contribution);
        term(format!("{}: as if you had liked it more", interests[of.interest].name), value)
    };
    ours.marks.iter().enumerate().map(term_of).collect()
}

/// The terms of one role's similarity.
fn whole(source: &ResultSource<'_>, role: &RolePart<'_>) -> Option<LedgerText> {
    let (ledger, similarity) = (role.ledger.as_ref()?, role.similarity?);
    let interests = source.report.interests.iter().zip(unmarked(ledger));
    let answers = ledger.answers.iter().map(|of| term(answer(source, of), of.contribution));
    let interests = interests.map(|(of, value)| term(interest(of), value));
    let marks = || marks(source, ledger, None);
    let text = format!(
        "The similarity is {}. It is the sum of what each interest adds, and also the \
         sum of what each answer adds.",
        plain(similarity, 3)
    );
    Some(LedgerText {
        heading: format!("{}: the sum", role.name).into(),
        text: text.into(),
        interests: by_size(interests.chain(marks())),
        answers: by_size(answers.chain(marks())),
    })
}

/// The first role's terms less the second's.
fn difference(source: &ResultSource<'_>) -> Option<LedgerText> {
    let (first, ours) = explained(source, 1)?;
    let (second, theirs) = explained(source, 2)?;
    let lead = first.similarity? - second.similarity?;
    let (first, second) = (first.name, second.name);
    let interests = unmarked(ours).zip(unmarked(theirs)).zip(&source.report.interests);
    let marks = || marks(source, ours, Some(theirs));
    let answers = ours.answers.iter().zip(&theirs.answers);
    let text = format!(
        "What each interest and each answer does for {first}, less what it does for {second}. \
         Either list adds up to the lead of {first}, {}.",
        signed(lead, 3)
    );
    Some(LedgerText {
        heading: format!("{first} against {second}").into(),
        text: text.into(),
        interests: by_size(
            interests.map(|((ours, theirs), of)| term(interest(of), ours - theirs)).chain(marks()),
        ),
        answers: by_size(
            answers
                .map(|(ours, theirs)| {
                    term(answer(source, ours), ours.contribution - theirs.contribution)
                })
                .chain(marks()),
        ),
    })
}

/// The terms of a sum, the largest first, whatever their sign.
fn by_size(terms: impl Iterator<Item = Term>) -> Vec<Term> {
    let mut terms: Vec<Term> = terms.collect();
    terms.sort_by(|left, right| right.value.abs().total_cmp(&left.value.abs()));
    terms
}

fn term(label: String, value: f64) -> Term {
    Term { label: label.into(), value, shown: signed(value, 3) }
}

/// The label of what an interest adds.
fn interest(of: &InterestPart<'_>) -> String {
    if of.score.is_some() { of.name.to_owned() } else { format!("{} (not answered)", of.name) }
}

/// The label of what an answer adds.
fn answer(source: &ResultSource<'_>, of: &AnswerShare<'_>) -> String {
    let asked = source.catalogue().questionnaire();
    let text = &asked.questions[of.place].text;
    format!("{} = {}: {text}", of.id, of.answer)
}
