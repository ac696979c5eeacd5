//! The one place where the stages of matching are run one after the other.

use super::parts::{
    Answer, CertaintyPart, InterestPart, InterestShare, LedgerPart, ModulePart, Report, RolePart,
    SignPart, SpecialismPart, Status, Tool,
};
use crate::catalogue::{Catalogue, Questionnaire};
use crate::matching::{
    Certainty, Direction, Estimate, Ledger, Match, Pattern, Place, Training, Unranked, certainties,
    leading, match_profile, rank, trainings,
};
use crate::sheet::{Sheet, signs};

/// How many roles are reported with their ledgers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Explain {
    /// None.
    Nothing,
    /// The first few.
    First(usize),
    /// All.
    Everything,
}

/// Everything that `sheet` says of its respondent.
#[must_use]
pub fn report(catalogue: &Catalogue, sheet: &Sheet, explain: Explain) -> Report {
    let questionnaire = catalogue.questionnaire();
    let estimate = Estimate::of(questionnaire, &sheet.answers);
    let pattern = Pattern::of(&estimate, &sheet.importance);
    let unranked = Report {
        schema_version: 1,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        catalogue: catalogue.fingerprint().to_string(),
        respondent: sheet.respondent.clone(),
        status: status(&pattern),
        answered: sheet.answers.answered(),
        skipped: sheet.answers.skipped(),
        level: estimate.level,
        interests: interests(questionnaire, sheet, &estimate),
        roles: Vec::new(),
        leading: Vec::new(),
        specialisms: Vec::new(),
        modules: Vec::new(),
        signs: signs(questionnaire, &sheet.answers)
            .into_iter()
            .map(|sign| SignPart { index: sign.index, value: sign.value, flagged: sign.flagged })
            .collect(),
    };
    match pattern {
        Ok(pattern) => Ranked { catalogue, sheet, estimate, pattern }.complete(unranked, explain),
        Err(_) => unranked,
    }
}

fn status(pattern: &Result<Pattern, Unranked>) -> Status {
    match pattern {
        Ok(_) => Status::Ranked,
        Err(Unranked::Insufficient) => Status::Insufficient,
        Err(Unranked::Undifferentiated) => Status::Undifferentiated,
    }
}

fn interests(
    questionnaire: &Questionnaire,
    sheet: &Sheet,
    estimate: &Estimate,
) -> Vec<InterestPart> {
    let estimated = questionnaire.interests.iter().zip(&estimate.interests);
    estimated
        .zip(sheet.importance.weights())
        .map(|((interest, of), importance)| InterestPart {
            id: interest.id.to_string(),
            name: interest.name.clone(),
            score: of.score,
            estimate: estimate.level.map(|_| of.value),
            answered: of.answered,
            importance: *importance,
        })
        .collect()
}

/// A sheet that can be ranked.
struct Ranked<'a> {
    catalogue: &'a Catalogue,
    sheet: &'a Sheet,
    estimate: Estimate,
    pattern: Pattern,
}

impl Ranked<'_> {
    fn complete(&self, report: Report, explain: Explain) -> Report {
        let careers = self.catalogue.careers();
        let importance = &self.sheet.importance;
        let measurement = &self.catalogue.questionnaire().measurement;
        let ranking = rank(careers, &self.pattern, importance);
        let certainties = certainties(careers, measurement, &self.estimate, importance);
        let leading = leading(&ranking, &certainties);
        let modules = trainings(careers, &self.pattern, importance, &certainties, &leading);
        let name = |role: &usize| careers.roles.get(*role).map(|role| role.id.to_string());
        Report {
            roles: self.roles(&ranking, &certainties, explain),
            leading: leading.iter().filter_map(name).collect(),
            specialisms: self.specialisms(),
            modules: modules.iter().filter_map(|training| self.module(training)).collect(),
            ..report
        }
    }

    fn roles(&self, ranking: &[Place], sure: &[Certainty], explain: Explain) -> Vec<RolePart> {
        let explained = match explain {
            Explain::Nothing => 0,
            Explain::First(count) => count,
            Explain::Everything => usize::MAX,
        };
        let ranked = (1..).zip(ranking);
        ranked
            .filter_map(|(rank, place)| {
                let certainty = sure.get(place.role).copied().unwrap_or_default();
                self.role(rank, place, certainty, rank <= explained)
            })
            .collect()
    }

    fn role(&self, rank: usize, at: &Place, sure: Certainty, explained: bool) -> Option<RolePart> {
        let careers = self.catalogue.careers();
        let role = careers.roles.get(at.role)?;
        let specialism = role.specialism.and_then(|place| careers.specialisms.get(place));
        let direction =
            if explained { Direction::of(&role.profile, &self.sheet.importance) } else { None };
        let (similarity, fit, band) = apart(at.matched);
        Some(RolePart {
            rank,
            id: role.id.to_string(),
            name: role.name.clone(),
            family: role.family.clone(),
            specialism: specialism.map(|specialism| specialism.id.to_string()),
            similarity,
            fit,
            band,
            certainty: CertaintyPart { best: sure.best, retest: sure.retest },
            ledger: direction.map(|direction| self.ledger(&direction)),
        })
    }

    fn ledger(&self, direction: &Direction) -> LedgerPart {
        let questionnaire = self.catalogue.questionnaire();
        let answers = &self.sheet.answers;
        let ledger = Ledger::of(questionnaire, answers, &self.estimate, &self.pattern, direction);
        let interests = questionnaire.interests.iter().zip(ledger.interests);
        let answered = questionnaire.questions.iter().zip(answers.iter()).zip(ledger.answers);
        LedgerPart {
            interests: interests
                .map(|(of, contribution)| InterestShare { id: of.id.to_string(), contribution })
                .collect(),
            answers: answered
                .filter_map(|((question, point), contribution)| {
                    let id = question.id.to_string();
                    Some(Answer { id, answer: point?.number(), contribution: contribution? })
                })
                .collect(),
        }
    }

    fn specialisms(&self) -> Vec<SpecialismPart> {
        let part = |entry: &crate::catalogue::Specialism| {
            let matched = match_profile(&entry.profile, &self.pattern, &self.sheet.importance);
            let (similarity, fit, band) = apart(matched);
            let (id, name) = (entry.id.to_string(), entry.name.clone());
            SpecialismPart { id, name, similarity, fit, band }
        };
        let mut parts: Vec<_> = self.catalogue.careers().specialisms.iter().map(part).collect();
        let key = |part: &SpecialismPart| part.similarity.unwrap_or(f64::NEG_INFINITY);
        parts.sort_by(|a, b| key(b).total_cmp(&key(a)).then_with(|| a.id.cmp(&b.id)));
        parts
    }

    fn module(&self, training: &Training) -> Option<ModulePart> {
        let module = self.catalogue.careers().modules.get(training.module)?;
        let (similarity, fit, band) = apart(training.matched);
        Some(ModulePart {
            id: module.id.to_string(),
            name: module.name.clone(),
            stage: module.stage,
            relevance: training.relevance,
            no_regret: training.no_regret,
            similarity,
            fit,
            band,
        })
    }
}

type Apart = (Option<f64>, Option<f64>, Option<crate::matching::Band>);

fn apart(matched: Option<Match>) -> Apart {
    (matched.map(|m| m.similarity), matched.map(|m| m.fit), matched.map(|m| m.band))
}
