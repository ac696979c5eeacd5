//! What is wrong with a catalogue, or worth a look.

use super::freeing::{FREQUENT, RARE, times_even};
use super::label_order::label_order;
use super::measures;
use super::pairs::ALIKE;
use super::repairs::AlikePair;
use super::result::{Audit, EqualAnswers, Finding, QuestionAudit, RoleAudit, Severity};
use super::shares::Compass;
use super::shown_words::shown_words;
use super::witness::{is_doubled, most_similar};
use super::wording;
use crate::catalogue::{Catalogue, Problem, Profile, RoleIx};
use crate::matching::Direction;
use crate::report::Status;
use crate::sheet::Importance;

/// A profile of which one interest makes up more than this rests on it alone.
const DOMINATED: f64 = 0.6;
/// Less than this share of the respondents is no harm.
const LITTLE: f64 = 0.001;
/// A question that decides less than this times what questions do on average is weak.
const WEAK: f64 = 0.4;

/// Everything found, the worst first.
pub(super) fn findings(
    catalogue: &Catalogue,
    problems: &[Problem],
    audit: &Audit<'_>,
    chances: Option<Finding>,
) -> Vec<Finding> {
    let mut findings: Vec<Finding> = problems.iter().map(in_file).collect();
    if !problems.is_empty() {
        let message = "what is wrong is left out of everything below, or taken as usual".to_owned();
        findings.push(Finding::new(Severity::Note, "left-out", "the data files", message));
    }
    let asked = catalogue.questionnaire();
    findings.extend(label_order(&asked.scale, &asked.language));
    findings.extend(shown_words(catalogue));
    findings.extend(roles(catalogue, audit));
    findings.extend(pairs(audit));
    findings.extend(profiles(catalogue));
    findings.extend(modules(catalogue, audit));
    findings.extend(measures::interests(catalogue.questionnaire()));
    findings.extend(questions(&audit.questions, catalogue.careers().roles.len()));
    findings.extend(audit.questions.iter().flat_map(measured));
    findings.extend(chances);
    if audit.roles.is_empty() {
        let message = "are audited alone, without careers that go with them".to_owned();
        findings.push(Finding::new(Severity::Note, "questions-alone", "the questions", message));
    }
    findings.extend(equal_answers(audit));
    let unranked = measures::unranked(catalogue.questionnaire(), audit);
    if unranked.iter().any(|of| of.code == "nobody-ranked") {
        // What follows from that alone is not told again.
        findings.retain(|of| !matches!(of.code, "no-witness" | "dead-question"));
    }
    findings.extend(unranked);
    // A stable sort: within a severity the order above.
    findings.sort_by_key(|finding| finding.severity);
    findings
}

fn in_file(problem: &Problem) -> Finding {
    let subject = match &problem.place {
        Some(place) => format!("{}:{}:{}", problem.file, place.line, place.column),
        None => problem.file.clone(),
    };
    let hint = problem.hint.as_ref().map(|hint| format!("; {hint}")).unwrap_or_default();
    let message = format!("{}{hint}", problem.mistake);
    Finding::new(Severity::Error, "invalid", &subject, message)
}

fn roles(catalogue: &Catalogue, audit: &Audit<'_>) -> Vec<Finding> {
    let compass = Compass::of_roles(catalogue);
    let (count, respondents) = (audit.roles.len(), audit.recovery.full.respondents);
    let finding = |(ix, role): (RoleIx, &RoleAudit<'_>)| {
        let id = role.id.as_str();
        let (times, error) = times_even(role.first_share, count, respondents);
        if let Some(other) = role.nearest.as_ref().filter(|_| is_doubled(&compass, ix)) {
            let message = format!("can never be strictly first: {} has the same profile", other.id);
            Some(Finding::new(Severity::Error, "unreachable-role", id, message))
        } else if role.witness.is_none() {
            let message = "no answers were found that put it first".to_owned();
            let finding = Finding::new(Severity::Warning, "no-witness", id, message);
            Some(finding.mended_by(wording::freed(role, count)))
        } else if times + error < RARE {
            let message = format!("comes first only {times:.2} times as often as an even share");
            let finding = Finding::new(Severity::Warning, "rare-role", id, message);
            Some(finding.mended_by(wording::freed(role, count)))
        } else if times - error > FREQUENT && count > 1 {
            let message = format!("comes first {times:.2} times as often as an even share");
            Some(Finding::new(Severity::Warning, "frequent-role", id, message))
        } else {
            None
        }
    };
    catalogue.careers().roles.indices().zip(&audit.roles).filter_map(finding).collect()
}

/// Pairs of roles that are too alike, each once.
fn pairs(audit: &Audit<'_>) -> Vec<Finding> {
    let pair = |of: &AlikePair<'_>| {
        let [one, other] = of.roles;
        let message = format!("is {:.2} like {other}: few will be told apart", of.similarity);
        let finding = Finding::new(Severity::Warning, "alike-roles", one.as_str(), message);
        finding.mended_by(wording::parted(of))
    };
    let mut findings: Vec<Finding> = audit.pairs.iter().map(pair).collect();
    let more = audit.alike_pairs.saturating_sub(audit.pairs.len());
    if more > 0 {
        let message = format!("{more} more pairs of them are more than {ALIKE} alike");
        findings.push(Finding::new(Severity::Warning, "alike-roles", "the roles", message));
    }
    findings
}

/// Profiles of which a single interest makes up most.
fn profiles(catalogue: &Catalogue) -> Vec<Finding> {
    let careers = catalogue.careers();
    let interests = &catalogue.questionnaire().interests;
    let importance = Importance::equal(catalogue);
    let dominated = |id: &str, profile: &Profile| {
        let direction = Direction::of(profile, &importance)?;
        let shares = direction.parts().iter().map(|part| part * part);
        let (place, share) = shares.enumerate().max_by(|a, b| a.1.total_cmp(&b.1))?;
        let name = interests.as_slice().get(place)?.id.as_str();
        let is_high = direction.parts().get(place).is_some_and(|part| *part > 0.0);
        let which = if is_high { name.to_owned() } else { format!("how little of {name} it has") };
        let message = format!("rests mostly on one interest: {which} makes up {share:.2} of it");
        (share > DOMINATED).then(|| Finding::new(Severity::Note, "dominated-profile", id, message))
    };
    let roles = careers.roles.iter().map(|role| (role.id.as_str(), &role.profile));
    let modules = careers.modules.iter().map(|module| (module.id.as_str(), &module.profile));
    roles.chain(modules).filter_map(|(id, profile)| dominated(id, profile)).collect()
}

fn modules(catalogue: &Catalogue, audit: &Audit<'_>) -> Vec<Finding> {
    let careers = catalogue.careers();
    let compass = Compass::of_modules(catalogue);
    let mut findings = Vec::new();
    for (ix, module) in careers.modules.indices().zip(&audit.modules) {
        let id = module.id.as_str();
        if is_doubled(&compass, ix) {
            let twin = most_similar(&compass, ix).map(|(of, _)| &careers.modules[of]);
            let other = twin.map_or("another", |twin| twin.id.as_str());
            let message = format!("can never be strictly first: {other} has the same profile");
            findings.push(Finding::new(Severity::Error, "unreachable-module", id, message));
        } else if module.witness.is_none() {
            let message = "no answers were found that put it first".to_owned();
            findings.push(Finding::new(Severity::Warning, "no-witness", id, message));
        }
        if !careers.roles.iter().any(|role| role.needs(ix)) {
            let message = "no role needs it: none gives it a relevance of 0.5 or more".to_owned();
            findings.push(Finding::new(Severity::Warning, "unneeded-module", id, message));
        }
    }
    if !careers.modules.is_empty() {
        for role in careers.roles.iter().filter(|role| role.modules.is_empty()) {
            let message = "names no module that prepares for it".to_owned();
            findings.push(Finding::new(Severity::Note, "no-modules", role.id.as_str(), message));
        }
    }
    findings
}

fn questions(audited: &[QuestionAudit<'_>], roles: usize) -> Vec<Finding> {
    let mut findings = Vec::new();
    let usual = mean(audited.iter().map(|of| of.decides));
    // Where there are not two roles to choose from nothing is decided.
    for question in audited.iter().filter(|of| of.respondents > 0 && roles > 1) {
        if question.decides <= 0.0 {
            let message = "never decides which role comes first".to_owned();
            findings.push(Finding::new(
                Severity::Warning,
                "dead-question",
                question.id.as_str(),
                message,
            ));
        } else if question.decides < WEAK * usual {
            let message = format!(
                "decides which role comes first {:.2} times as often as questions do on average",
                question.decides / usual
            );
            findings.push(Finding::new(
                Severity::Note,
                "weak-question",
                question.id.as_str(),
                message,
            ));
        }
    }
    findings
}

/// What a question does to the match, and which interest it measures.
fn measured(question: &QuestionAudit<'_>) -> Vec<Finding> {
    let id = question.id.as_str();
    let mut findings = Vec::new();
    if question.costs < -2.0 * question.costs_error && question.costs < -LITTLE {
        let message = format!(
            "does harm: without it the truly best role comes first for {:.2} % more of the \
             respondents (standard error {:.2})",
            -100.0 * question.costs,
            100.0 * question.costs_error
        );
        findings.push(Finding::new(Severity::Warning, "harmful-question", id, message));
    }
    let other = question.best_other.filter(|other| other.is_clearly_more);
    if let Some((own, other)) = question.item_rest.zip(other) {
        let message = format!(
            "measures {} ({:+.2} with its other questions) better than its own interest, {} \
             ({own:+.2})",
            other.interest, other.correlation, question.interest
        );
        findings.push(Finding::new(Severity::Warning, "measures-another", id, message));
    }
    findings
}

#[expect(clippy::cast_precision_loss, reason = "there are at most 1,000 questions")]
fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len() as f64;
    values.sum::<f64>() / count
}

fn equal_answers(audit: &Audit<'_>) -> Vec<Finding> {
    let ranked = audit.equal_answers.iter().filter(|of| of.status == Status::Ranked);
    let note = |of: &EqualAnswers<'_>| {
        let first = of.first?;
        let message = format!("answering {} to everything puts {first} first", of.answer);
        Some(Finding::new(Severity::Note, "equal-answers", first.as_str(), message))
    };
    ranked.filter_map(note).collect()
}
