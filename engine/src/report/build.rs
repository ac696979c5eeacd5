//! From a sheet to its report.

use super::assessment::{Assessment, Ranking};
use super::entries::{
    CertaintyPart, InterestPart, ModulePart, RolePart, SheetPart, SignPart, SpecialismPart,
};
use super::explain::Explain;
use super::explained::{AnswerShare, ChangePart, InterestShare, LedgerPart, RivalPart};
use super::languages::Languages;
use super::report::{LevelFarOff, Report, Status, Tool};
use super::reporter::Reporter;
use crate::catalogue::{
    Careers, Each, Interest, InterestIx, Role, RoleIx, Specialism, SpecialismIx,
};
use crate::matching::{
    Band, Change, Direction, Estimate, Ledger, Match, OtherDirections, RankedRole, Training,
    rival_changes,
};
use crate::sheet::Sheet;
use crate::signs::{Sign, signs};

/// Everything that `sheet` says of its respondent, by its own catalogue.
#[must_use]
pub fn report<'c>(sheet: &Sheet<'c>, explain: Explain) -> Report<'c> {
    Report::of(&Reporter::new(sheet.catalogue()), sheet, explain)
}

impl<'c> Report<'c> {
    /// Everything that `sheet` says of its respondent, by its own catalogue.
    #[must_use]
    pub fn of(reporter: &Reporter<'c>, sheet: &Sheet<'c>, explain: Explain) -> Self {
        let Assessment { estimate, ranking } = Assessment::of(reporter, sheet);
        let status = Status::of(&ranking);
        let unranked = unranked(reporter, sheet, &estimate, status);
        let Ok(ranking) = ranking else { return unranked };
        let odds = reporter.odds(sheet);
        let retest = odds.retests(&estimate);
        let closeness = || {
            let people = reporter.highest(sheet);
            odds.closeness(&estimate, &ranking.drawn, sheet.importance(), &people)
        };
        let is_matched = ranking.roles.iter().any(|role| role.matched.is_some());
        let explained = Explained { sheet, estimate: &estimate, ranking: &ranking };
        let careers = sheet.catalogue().careers();
        let ids = |roles: &[RoleIx]| roles.iter().map(|role| &careers.roles[*role].id).collect();
        Self {
            closeness: is_matched.then(closeness),
            roles: explained.roles(&retest, explain),
            leading: ids(&ranking.leading),
            too_close: ids(&ranking.too_close),
            rivals: (explain != Explain::Nothing).then(|| explained.rivals(explain.count())),
            specialisms: explained
                .specialisms(&reporter.usual_chances(sheet), &reporter.others(sheet)),
            modules: ranking.modules.iter().map(|training| module(careers, training)).collect(),
            leaders: ranking.leading,
            close: ranking.too_close,
            ..unranked
        }
    }
}

/// What a report says whether there is a ranking or not.
fn unranked<'c>(
    reporter: &Reporter<'c>,
    sheet: &Sheet<'c>,
    estimate: &Estimate,
    status: Status,
) -> Report<'c> {
    let sign =
        |sign: Sign| SignPart { index: sign.index, value: sign.value, flagged: sign.flagged };
    Report {
        schema_version: Report::SCHEMA_VERSION,
        tool: Tool::default(),
        catalogue: sheet.catalogue().fingerprint().as_str(),
        languages: Languages::of(sheet.catalogue()),
        respondent: sheet.respondent.clone(),
        starting_point: sheet.starting_point,
        status,
        answered: sheet.answers().answered(),
        skipped: sheet.answers().skipped(),
        level: estimate.level,
        level_far_off: estimate.level.and_then(LevelFarOff::of),
        closeness: None,
        interests: interests(sheet, estimate),
        roles: Vec::new(),
        leading: Vec::new(),
        leaders: Vec::new(),
        too_close: Vec::new(),
        close: Vec::new(),
        rivals: None,
        specialisms: Vec::new(),
        modules: Vec::new(),
        signs: signs(sheet.answers(), &reporter.thresholds(sheet)).into_iter().map(sign).collect(),
        code: reporter.code(sheet).map(|code| code.to_string()),
        sheet: SheetPart::of(sheet),
    }
}

fn interests<'c>(sheet: &Sheet<'c>, estimate: &Estimate) -> Vec<InterestPart<'c>> {
    let part = |(ix, of): (_, &'c crate::catalogue::Interest)| InterestPart {
        interest: ix,
        id: &of.id,
        name: &of.name,
        score: estimate.interests[ix].score,
        estimate: estimate.level.map(|_| estimate.interests[ix].value),
        answered: estimate.interests[ix].answered,
        importance: sheet.importance().get(ix),
    };
    sheet.catalogue().questionnaire().interests.indexed().map(part).collect()
}

fn module<'c>(careers: &'c Careers, training: &Training) -> ModulePart<'c> {
    let module = &careers.modules[training.module];
    let (similarity, fit, band) = figures(training.matched);
    ModulePart {
        module: training.module,
        id: &module.id,
        name: &module.name,
        stage: &careers.stages[module.stage].id,
        relevance: training.relevance,
        no_regret: training.no_regret,
        similarity,
        fit,
        band,
    }
}

/// A sheet with its ranking, of which the parts of a report are made.
struct Explained<'s, 'c> {
    sheet: &'s Sheet<'c>,
    estimate: &'s Estimate,
    ranking: &'s Ranking,
}

impl<'c> Explained<'_, 'c> {
    fn roles(&self, retest: &Each<Role, f64>, explain: Explain) -> Vec<RolePart<'c>> {
        let careers = self.sheet.catalogue().careers();
        let part = |(rank, at): (usize, &RankedRole)| {
            let role = &careers.roles[at.role];
            let (similarity, fit, band) = figures(at.matched);
            let (best, retest) = (self.ranking.drawn.best[at.role], retest[at.role]);
            RolePart {
                role: at.role,
                rank,
                id: &role.id,
                name: &role.name,
                line: role.line.as_deref(),
                family: role.family.as_deref(),
                specialism: role.specialism.map(|specialism| &careers.specialisms[specialism].id),
                similarity,
                fit,
                band,
                certainty: CertaintyPart {
                    best,
                    retest,
                    over_first: self.ranking.over_first[at.role],
                },
                ledger: if rank <= explain.count() { self.ledger(role) } else { None },
            }
        };
        (1..).zip(&self.ranking.roles).map(part).collect()
    }

    fn ledger(&self, role: &Role) -> Option<LedgerPart<'c>> {
        let direction = Direction::of(&role.profile, self.sheet.importance())?;
        let answers = self.sheet.answers();
        let ledger = Ledger::of(answers, self.estimate, &self.ranking.pattern, &direction);
        let interests = || self.sheet.catalogue().questionnaire().interests.indexed();
        let share = |shares: &Each<Interest, f64>, (ix, of): (InterestIx, &'c Interest)| {
            InterestShare { interest: ix, id: &of.id, contribution: shares[ix] }
        };
        let is_marked = |(ix, _): &(InterestIx, _)| self.sheet.importance().rise(*ix) > 0.0;
        let answer = |(ix, of, point): (_, &'c crate::catalogue::Question, _)| {
            let point: crate::catalogue::Point = point;
            let contribution = ledger.answers[ix]?;
            Some(AnswerShare { place: ix, id: &of.id, answer: point.number(), contribution })
        };
        Some(LedgerPart {
            interests: interests().map(|of| share(&ledger.interests, of)).collect(),
            answers: answers.answered_questions().filter_map(answer).collect(),
            marks: interests().filter(is_marked).map(|of| share(&ledger.marks, of)).collect(),
        })
    }

    /// What would put each of the first `count` roles ahead of the first of all.
    fn rivals(&self, count: usize) -> Vec<RivalPart<'c>> {
        let roles = &self.sheet.catalogue().careers().roles;
        let pointed = |at: &RankedRole| {
            let direction = Direction::of(&roles[at.role].profile, self.sheet.importance())?;
            Some((at.role, direction))
        };
        let mut pointed = self.ranking.roles.iter().take(count).filter_map(pointed);
        let Some((_, first)) = pointed.next() else { return Vec::new() };
        pointed
            .map(|(role, rival)| RivalPart {
                role,
                id: &roles[role].id,
                changes: self.changes(&first, &rival),
            })
            .collect()
    }

    fn changes(&self, first: &Direction, rival: &Direction) -> Option<Vec<ChangePart<'c>>> {
        let questions = &self.sheet.catalogue().questionnaire().questions;
        let changes = rival_changes(self.sheet.answers(), self.estimate, first, rival)?;
        let part = |change: &Change| ChangePart {
            place: change.question,
            question: &questions[change.question].id,
            from: change.from.number(),
            to: change.to.number(),
        };
        Some(changes.iter().map(part).collect())
    }

    /// The specialisms in the order of their best-placed roles; those without
    /// roles last, by similarity. `usual` are the chances of people in general.
    fn specialisms(
        &self,
        usual: &Each<Role, f64>,
        directions: &OtherDirections,
    ) -> Vec<SpecialismPart<'c>> {
        let careers = self.sheet.catalogue().careers();
        let part = |(specialism, of): (SpecialismIx, &'c Specialism)| {
            let ranked = self.ranking.roles.iter().map(|ranked| ranked.role);
            let belongs = |role: &RoleIx| careers.roles[*role].specialism == Some(specialism);
            let place = ranked.clone().position(|role| belongs(&role));
            let sum = |chances: &Each<Role, f64>| {
                place.map(|_| ranked.clone().filter(belongs).map(|role| chances[role]).sum())
            };
            let matched = directions.match_specialism(specialism, &self.ranking.pattern);
            let (similarity, fit, band) = figures(matched);
            let part = SpecialismPart {
                specialism,
                id: &of.id,
                name: &of.name,
                chance: sum(&self.ranking.drawn.best),
                usual: sum(usual),
                similarity,
                fit,
                band,
            };
            (place.unwrap_or(usize::MAX), part)
        };
        let mut parts: Vec<_> = careers.specialisms.indexed().map(part).collect();
        let key = |part: &SpecialismPart<'_>| part.similarity.unwrap_or(f64::NEG_INFINITY);
        parts.sort_by(|(left_place, left), (right_place, right)| {
            let by_similarity = || key(right).total_cmp(&key(left));
            left_place.cmp(right_place).then_with(by_similarity).then_with(|| left.id.cmp(right.id))
        });
        parts.into_iter().map(|(_, part)| part).collect()
    }
}

/// A match as its three figures.
fn figures(matched: Option<Match>) -> (Option<f64>, Option<f64>, Option<Band>) {
    (matched.map(|m| m.similarity), matched.map(|m| m.fit), matched.map(|m| m.band))
}
