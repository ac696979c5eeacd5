//! What a ranking adds to a report: the one place where the stages of matching
//! are run one after the other.

use super::build::Explain;
use super::parts::{
    Answer, CertaintyPart, ChangePart, InterestShare, LedgerPart, ModulePart, Report, RivalPart,
    RolePart, SpecialismPart,
};
use super::reporter::Reporter;
use crate::catalogue::{Catalogue, Specialism};
use crate::matching::{
    Band, Certainty, Change, Direction, Estimate, Ledger, Match, Pattern, Place, Training, leading,
    match_profile, rival_changes, trainings,
};
use crate::sheet::Sheet;

/// A sheet that can be ranked.
pub(super) struct Ranked<'a> {
    pub(super) reporter: &'a Reporter<'a>,
    pub(super) sheet: &'a Sheet,
    pub(super) estimate: Estimate,
    pub(super) pattern: Pattern,
}

impl Ranked<'_> {
    fn catalogue(&self) -> &Catalogue {
        self.reporter.catalogue()
    }

    /// `report` with everything that a ranking adds.
    pub(super) fn complete(&self, report: Report, explain: Explain) -> Report {
        let careers = self.catalogue().careers();
        let importance = &self.sheet.importance;
        let odds = self.reporter.odds(importance);
        let ranking = odds.directions().rank(careers, &self.pattern);
        let certainties = odds.certainties(&self.estimate);
        let matched = ranking.iter().filter(|place| place.matched.is_some());
        let matched: Vec<usize> = matched.map(|place| place.role).collect();
        let best: Vec<f64> = certainties.iter().map(|certainty| certainty.best).collect();
        let leading = leading(&matched, &best);
        let modules = trainings(careers, &self.pattern, importance, &best, &leading);
        let name = |role: &usize| careers.roles.get(*role).map(|role| role.id.to_string());
        Report {
            roles: self.roles(&ranking, &certainties, explain),
            leading: leading.iter().filter_map(name).collect(),
            rivals: (explain != Explain::Nothing)
                .then(|| self.rivals(ranking.iter().take(explain.count()))),
            specialisms: self.specialisms(),
            modules: modules.iter().filter_map(|training| self.module(training)).collect(),
            ..report
        }
    }

    fn roles(&self, ranking: &[Place], sure: &[Certainty], explain: Explain) -> Vec<RolePart> {
        let ranked = (1..).zip(ranking);
        ranked
            .filter_map(|(rank, place)| {
                let certainty = sure.get(place.role).copied().unwrap_or_default();
                self.role(rank, place, certainty, rank <= explain.count())
            })
            .collect()
    }

    fn role(&self, rank: usize, at: &Place, sure: Certainty, explained: bool) -> Option<RolePart> {
        let careers = self.catalogue().careers();
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
        let questionnaire = self.catalogue().questionnaire();
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

    fn rivals<'p>(&self, ranking: impl Iterator<Item = &'p Place>) -> Vec<RivalPart> {
        let roles = &self.catalogue().careers().roles;
        let pointed = |place: &Place| {
            let role = roles.get(place.role)?;
            Some((role, Direction::of(&role.profile, &self.sheet.importance)?))
        };
        let mut pointed = ranking.filter_map(pointed);
        let Some((_, first)) = pointed.next() else { return Vec::new() };
        pointed
            .map(|(role, rival)| RivalPart {
                id: role.id.to_string(),
                changes: self.changes(&first, &rival),
            })
            .collect()
    }

    fn changes(&self, first: &Direction, rival: &Direction) -> Option<Vec<ChangePart>> {
        let asked = self.catalogue().questionnaire();
        let changes = rival_changes(asked, &self.sheet.answers, &self.estimate, first, rival)?;
        let part = |change: &Change| {
            let question = asked.questions.get(change.question)?.id.to_string();
            let (from, to) = (change.from.number(), change.to.number());
            Some(ChangePart { question, from, to })
        };
        changes.iter().map(part).collect()
    }

    fn specialisms(&self) -> Vec<SpecialismPart> {
        let part = |entry: &Specialism| {
            let matched = match_profile(&entry.profile, &self.pattern, &self.sheet.importance);
            let (similarity, fit, band) = apart(matched);
            let (id, name) = (entry.id.to_string(), entry.name.clone());
            SpecialismPart { id, name, similarity, fit, band }
        };
        let mut parts: Vec<_> = self.catalogue().careers().specialisms.iter().map(part).collect();
        let key = |part: &SpecialismPart| part.similarity.unwrap_or(f64::NEG_INFINITY);
        parts.sort_by(|a, b| key(b).total_cmp(&key(a)).then_with(|| a.id.cmp(&b.id)));
        parts
    }

    fn module(&self, training: &Training) -> Option<ModulePart> {
        let module = self.catalogue().careers().modules.get(training.module)?;
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

type Apart = (Option<f64>, Option<f64>, Option<Band>);

fn apart(matched: Option<Match>) -> Apart {
    (matched.map(|m| m.similarity), matched.map(|m| m.fit), matched.map(|m| m.band))
}
