//! Whether what people are told beside the ranking holds: how close others come to the
//! first role, how close the first comes to them, and what a mark does.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::effort::Effort;
use super::recovery::calibration;
use super::result::{Calibration, ToldAudit};
use super::shares::{Shares, share};
use crate::catalogue::{InterestIx, Point, RoleIx};
use crate::matching::{Band, DRAWS, TOO_CLOSE};
use crate::parallel::map_each;
use crate::report::{Explain, Report, Reporter};
use crate::sheet::{Answers, Importance, Sheet};
use crate::simulation::Respondent;

/// More respondents would not change what is printed.
const MOST: usize = 4_000;

/// How many interests a respondent marks.
const MARKS: usize = 2;

/// Fixed, so that an audit is the same on every run and machine.
const SEED: u64 = 0x746f_6c64_3031;

/// What one respondent is told.
struct Told {
    too_close: usize,
    /// For each role but the first, the chance that it suits better, and whether it does.
    over_first: Vec<(f64, bool)>,
    closeness: Option<f64>,
    what: Vec<What>,
}

/// What may hold of a respondent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// The first role has a strong fit.
    Strong,
    /// It has for someone who answers at random.
    StrongAtRandom,
    /// By its own profile another specialism is best than that of the first role.
    OtherSpecialism,
    /// Another role has the highest chance.
    OtherMostLikely,
    /// The truly best role comes first.
    Found,
    /// It does with the strongest interests marked.
    FoundWithMarks,
    /// It does if these weigh twice what the others weigh instead.
    FoundWithWeights,
}

/// What each respondent answers of the questions, by the respondent's number; `None` for
/// those who are not asked.
pub(super) type Answering<'a, 'c> =
    &'a (dyn Fn(usize, &Respondent<'c>) -> Option<Answers<'c>> + Sync);

/// A respondent who is asked.
struct AskedRespondent<'p, 'c> {
    number: u64,
    respondent: &'p Respondent<'c>,
    answers: Answers<'c>,
    truly: Option<RoleIx>,
}

/// What some of the respondents are told who can be ranked by what they answer.
pub(super) fn told<'c>(
    reporter: &Reporter<'c>,
    respondents: &[Respondent<'c>],
    answering: Answering<'_, 'c>,
    shares: &Shares,
    effort: Effort,
) -> ToldAudit {
    let catalogue = reporter.catalogue();
    let questionnaire = catalogue.questionnaire();
    let each = 4 * DRAWS * catalogue.careers().roles.len() * questionnaire.interests.len();
    let asked = effort.respondents_at(each).min(MOST);
    let people: Vec<_> =
        (0..).zip(respondents.iter().zip(&shares.truly_first)).take(asked).collect();
    let told = map_each(&people, |(number, (respondent, truly))| {
        let answers = answering(*number, respondent)?;
        let person =
            AskedRespondent { number: *number as u64, respondent, answers, truly: **truly };
        of_one(reporter, shares, &person)
    });
    let told: Vec<Told> = told.into_iter().flatten().collect();
    let count = |which: &dyn Fn(&Told) -> bool| {
        share(told.iter().filter(|of| which(of)).count(), told.len())
    };
    let part = |what: What| count(&|of| of.what.contains(&what));
    let beyond = |which: fn(f64) -> bool| count(&|of| of.closeness.is_some_and(which));
    ToldAudit {
        respondents: told.len(),
        too_close: [
            count(&|of| of.too_close == 0),
            count(&|of| of.too_close == 1),
            count(&|of| of.too_close == 2),
            count(&|of| of.too_close > 2),
        ],
        over_first: over_first(&told),
        far: beyond(|closeness| closeness < 0.25),
        near: beyond(|closeness| closeness > 0.75),
        strong: part(What::Strong),
        strong_at_random: part(What::StrongAtRandom),
        other_specialism: part(What::OtherSpecialism),
        other_most_likely: part(What::OtherMostLikely),
        found: part(What::Found),
        found_with_marks: part(What::FoundWithMarks),
        found_with_weights: part(What::FoundWithWeights),
    }
}

fn of_one<'c>(
    reporter: &Reporter<'c>,
    shares: &Shares,
    person: &AskedRespondent<'_, 'c>,
) -> Option<Told> {
    let sheet = Sheet::new(person.answers.clone());
    let report = Report::of(reporter, &sheet, Explain::Nothing);
    let first = report.roles.first().filter(|role| role.similarity.is_some())?;
    let true_numerator = |role: RoleIx| {
        let mut directions = shares.compass.directions().iter();
        let (_, direction) = directions.find(|(of, _)| *of == role)?;
        Some(direction.dot(person.respondent.interests.as_slice()))
    };
    let of_first = true_numerator(first.role)?;
    let over = report.roles.iter().filter_map(|role| {
        Some((role.certainty.over_first?, true_numerator(role.role)? > of_first))
    });
    let by_profile = report.specialisms.iter().filter(|of| of.chance.is_some()).max_by(|a, b| {
        let key = |of: Option<f64>| of.unwrap_or(f64::NEG_INFINITY);
        key(a.similarity).total_cmp(&key(b.similarity))
    });
    let most = report.roles.iter().map(|role| role.certainty.best).fold(0.0, f64::max);
    let is_strong = |report: &Report<'_>| {
        report.roles.first().is_some_and(|role| role.band == Some(Band::Strong))
    };
    let truly = person.truly;
    let finds = |first: Option<RoleIx>| truly.is_some() && first == truly;
    let what = [
        (What::Strong, is_strong(&report)),
        (What::StrongAtRandom, is_strong(&random(reporter, person))),
        (What::OtherSpecialism, by_profile.is_some_and(|of| Some(of.id) != first.specialism)),
        (What::OtherMostLikely, first.certainty.best < most),
        (What::Found, Some(first.role) == truly),
        (What::FoundWithMarks, finds(first_with(reporter, person, Strongest::Marked))),
        (What::FoundWithWeights, finds(first_with(reporter, person, Strongest::Weighed))),
    ];
    Some(Told {
        too_close: report.close.len(),
        over_first: over.collect(),
        closeness: report.closeness,
        what: what.into_iter().filter(|(_, holds)| *holds).map(|(what, _)| what).collect(),
    })
}

/// What someone is told who answers the same questions at random.
fn random<'c>(reporter: &Reporter<'c>, person: &AskedRespondent<'_, 'c>) -> Report<'c> {
    let catalogue = reporter.catalogue();
    let mut rng = ChaCha8Rng::seed_from_u64(SEED);
    rng.set_stream(person.number);
    let points: Vec<Point> = catalogue.questionnaire().scale.points().collect();
    let mut answers = Answers::blank(catalogue);
    for question in catalogue.questionnaire().questions.indices() {
        let point = points.get(rng.next_u32() as usize % points.len()).copied();
        answers.set(question, point.filter(|_| person.answers.get(question).is_some()));
    }
    Report::of(reporter, &Sheet::new(answers), Explain::Nothing)
}

/// What is done with the interests that are truly the strongest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strongest {
    /// They are marked, and so taken as liked more.
    Marked,
    /// They weigh twice what the others weigh.
    Weighed,
}

/// The first role where that is done.
fn first_with(
    reporter: &Reporter<'_>,
    person: &AskedRespondent<'_, '_>,
    strongest: Strongest,
) -> Option<RoleIx> {
    let by_value = person.respondent.interests.indexed();
    let mut interests: Vec<(InterestIx, f64)> = by_value.map(|(of, value)| (of, *value)).collect();
    interests.sort_by(|(_, left), (_, right)| right.total_cmp(left));
    let (marked, others) = interests.split_at(MARKS.min(interests.len()));
    let mut sheet = Sheet::new(person.answers.clone());
    // Only what weights are to each other counts, and none is above the usual.
    let (changed, counts) = match strongest {
        Strongest::Marked => (marked, Importance::MARKED),
        Strongest::Weighed => (others, Importance::USUAL / 2.0),
    };
    for (interest, _) in changed {
        sheet.set_importance(*interest, counts);
    }
    reporter.first(&sheet)
}

/// How the stated chance of the roles that come near the first compares with the truth.
fn over_first(told: &[Told]) -> Calibration {
    // Below this a role is hardly a rival, and most roles are not.
    let is_near = |chance: f64| chance >= 0.6 * TOO_CLOSE;
    let pairs = told.iter().flat_map(|of| &of.over_first).copied();
    calibration(&pairs.filter(|(chance, _)| is_near(*chance)).collect::<Vec<_>>())
}
