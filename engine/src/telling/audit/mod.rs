//! An audit of a catalogue in words.

mod questions;
mod told;

use crate::audit::{Audit, Calibration, EqualAnswers, Finding, FormRecovery, Recovery, Severity};
use crate::catalogue::Catalogue;
use crate::report::Status;
use crate::telling::clean::Clean;
use crate::telling::figures::{exact_percent, signed};
use crate::telling::passage::{ListPassage, Passage};

/// Everything that is said of a catalogue.
#[derive(Debug)]
pub struct AuditText {
    /// The questionnaire's title, if it has one.
    pub title: Option<Clean>,
    /// How many findings there are.
    pub verdict: Clean,
    /// The findings.
    pub findings: Vec<FindingLine>,
    /// How often each role comes first; `None` if there are no roles, but questions alone.
    pub roles: Option<FirstRolesText>,
    /// How often each module is the nearest, if there are any.
    pub modules: Option<FirstModulesText>,
    /// How well true interests are found again, a form after the other.
    pub recovery: Vec<RecoveryText>,
    /// How well an adaptive sitting finds them; `None` if nobody can be ranked.
    pub adaptive: Option<Passage>,
    /// Whether what people are told beside the ranking holds, for each form by which
    /// anyone can be ranked.
    pub told: Vec<Passage>,
    /// How many people the signs of careless answering flag.
    pub signs: Passage,
    /// How well each interest is measured.
    pub interests: ListPassage,
    /// What each question is good for, and what people's answers say of it.
    pub questions: Vec<ListPassage>,
    /// What the same answer to every question leads to; `None` if there are no roles.
    pub equal_answers: Option<Passage>,
}

/// A finding.
#[derive(Debug)]
pub struct FindingLine {
    /// How bad it is.
    pub severity: Severity,
    /// The same in a word, with a colon.
    pub word: &'static str,
    /// What it is, and its code.
    pub text: Clean,
    /// What would mend it, if that is known.
    pub repair: Option<Clean>,
}

/// How often each role comes first.
#[derive(Debug)]
pub struct FirstRolesText {
    /// The heading.
    pub heading: &'static str,
    /// What the figures mean.
    pub text: Clean,
    /// The roles in file order.
    pub lines: Vec<FirstRoleLine>,
    /// For how many there are answers that put them first.
    pub witnesses: Clean,
}

/// How often a role comes first.
#[derive(Debug)]
pub struct FirstRoleLine {
    /// Its name.
    pub name: Clean,
    /// How often it comes first, as a multiple of an even share.
    pub of_even: f64,
    /// How often it comes first, in per cent.
    pub first: String,
    /// How often it is among the first three, in per cent.
    pub first_three: String,
    /// The most similar role, if there is another.
    pub nearest: Option<Clean>,
}

/// How often each module is the nearest of the modules.
#[derive(Debug)]
pub struct FirstModulesText {
    /// The heading.
    pub heading: &'static str,
    /// The names of the modules in file order, and how often they are, in per cent.
    pub lines: Vec<(Clean, String)>,
    /// For how many there are answers that make them the nearest.
    pub witnesses: Clean,
}

/// How well true interests are found again with one form.
#[derive(Debug)]
pub struct RecoveryText {
    /// The form.
    pub heading: Clean,
    /// How well, in sentences.
    pub paragraphs: Vec<Clean>,
    /// The stated chance against the truth; `None` if nobody can be ranked.
    pub calibration: Option<CalibrationText>,
}

/// The stated chance of the first role against the truth.
#[derive(Debug)]
pub struct CalibrationText {
    /// Over how many respondents.
    pub text: Clean,
    /// The chances, by range.
    pub rows: Vec<CalibrationLine>,
    /// How far they are off.
    pub error: Clean,
}

/// The chances of one range.
#[derive(Debug)]
pub struct CalibrationLine {
    /// Where the range begins, 0 to 100.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// The mean chance that was stated, in per cent.
    pub stated: String,
    /// How often the first role was the best, in per cent.
    pub observed: String,
    /// Over how many respondents.
    pub respondents: usize,
}

impl AuditText {
    /// Puts an audit into words.
    #[must_use]
    pub fn of(catalogue: &Catalogue, audit: &Audit<'_>) -> Self {
        let full = recovery("With every question answered", &audit.recovery.full);
        let short = audit.recovery.short.as_ref();
        let short = short.map(|short| recovery("With the short form", short));
        let has_roles = !audit.roles.is_empty();
        let forms = [Some(full), short].into_iter().flatten();
        Self {
            title: catalogue.questionnaire().title.as_ref().map(Clean::from),
            verdict: verdict(audit).into(),
            findings: audit.problems.iter().map(finding).collect(),
            roles: has_roles.then(|| roles(catalogue, audit)),
            modules: (!audit.modules.is_empty()).then(|| modules(catalogue, audit)),
            recovery: forms.filter(|_| has_roles).collect(),
            adaptive: (audit.recovery.full.ranked > 0.0).then(|| adaptive(&audit.recovery)),
            told: told(audit, catalogue.careers().specialisms.len()),
            signs: told::signs(&audit.signs),
            interests: questions::interests(catalogue, audit),
            questions: questions::all(audit),
            equal_answers: has_roles.then(|| Passage {
                heading: "The same answer to everything".into(),
                paragraphs: audit.equal_answers.iter().map(equal_answers).collect(),
            }),
        }
    }
}

/// What people are told with each form in which anyone can be ranked.
fn told(audit: &Audit<'_>, specialisms: usize) -> Vec<Passage> {
    let forms = [
        ("What people are told", Some(&audit.told)),
        ("What people are told with the short form", audit.told_short.as_ref()),
        ("What people are told after an adaptive sitting", audit.told_adaptive.as_ref()),
    ];
    let asked = forms.into_iter().filter_map(|(heading, of)| Some((heading, of?)));
    let told = asked.filter(|(_, of)| of.respondents > 0);
    told.map(|(heading, of)| told::told(heading, of, specialisms)).collect()
}

fn verdict(audit: &Audit<'_>) -> String {
    let count = |severity| audit.problems.iter().filter(|of| of.severity == severity).count();
    let counts = [
        (count(Severity::Error), "error", "errors"),
        (count(Severity::Warning), "warning", "warnings"),
        (count(Severity::Note), "note", "notes"),
    ];
    let counts = counts.map(|(count, one, many)| match count {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    });
    format!("{}.", counts.join(", "))
}

fn finding(of: &Finding) -> FindingLine {
    FindingLine {
        severity: of.severity,
        word: match of.severity {
            Severity::Error => "error:",
            Severity::Warning => "warning:",
            Severity::Note => "note:",
        },
        text: format!("{}: {} [{}]", of.subject, of.message, of.code).into(),
        repair: of.repair.as_deref().map(Clean::from),
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are at most 5,000 roles")]
fn roles(catalogue: &Catalogue, audit: &Audit<'_>) -> FirstRolesText {
    let respondents = audit.recovery.full.respondents;
    let nearest = if audit.roles.len() > 1 { " Then the most similar role." } else { "" };
    let even = 1.0 / audit.roles.len().max(1) as f64;
    let named = audit.roles.iter().zip(&catalogue.careers().roles);
    let witnesses = audit.roles.iter().map(|role| role.witness.is_some());
    let witnesses = match witnessed(witnesses, ["role", "roles"]) {
        (0, none) => format!("{none}: no answers were found that put one strictly first."),
        (1, one) => format!("{one}: answers that put it strictly first. The JSON gives them."),
        (_, many) => format!("{many}: answers that put them strictly first. The JSON gives them."),
    };
    FirstRolesText {
        heading: "How often each role comes first",
        text: format!(
            "Of {respondents} simulated respondents; in brackets, among the first three. A bar of \
             full length is twice an even share.{nearest}"
        )
        .into(),
        lines: named
            .map(|(role, of)| FirstRoleLine {
                name: Clean::from(&of.name),
                of_even: role.first_share / even,
                first: exact_percent(role.first_share),
                first_three: exact_percent(role.top_three_share),
                nearest: role
                    .nearest
                    .as_ref()
                    .map(|nearest| format!("{} like {}", signed(nearest.similarity, 2), nearest.id))
                    .map(Clean::from),
            })
            .collect(),
        witnesses: witnesses.into(),
    }
}

/// How many have a witness, and that as the beginning of a sentence.
fn witnessed(
    witnesses: impl ExactSizeIterator<Item = bool>,
    [one, many]: [&str; 2],
) -> (usize, String) {
    let all = witnesses.len();
    let found = witnesses.filter(|found| *found).count();
    let said = match (found, all) {
        (1, 1) => format!("The only {one} has a witness"),
        (0, _) => format!("No {one} has a witness"),
        (1, _) => format!("1 of {all} {many} has a witness"),
        _ => format!("{found} of {all} {many} have a witness"),
    };
    (found, said)
}

fn modules(catalogue: &Catalogue, audit: &Audit<'_>) -> FirstModulesText {
    let named = audit.modules.iter().zip(&catalogue.careers().modules);
    let lines =
        named.map(|(module, of)| (Clean::from(&of.name), exact_percent(module.first_share)));
    let witnesses = audit.modules.iter().map(|module| module.witness.is_some());
    FirstModulesText {
        heading: "How often each module is the nearest of the modules",
        lines: lines.collect(),
        witnesses: format!("{}.", witnessed(witnesses, ["module", "modules"]).1).into(),
    }
}

fn recovery(heading: &str, form: &FormRecovery) -> RecoveryText {
    let questions = if form.questions == 1 { "question" } else { "questions" };
    let heading = format!("{heading}: {} {questions}", form.questions).into();
    let stated = form.calibration.respondents;
    if stated == 0 {
        let paragraphs = vec!["No respondent can be ranked.".into()];
        return RecoveryText { heading, paragraphs, calibration: None };
    }
    let ranked = (form.ranked < 0.9995)
        .then(|| format!("{} of respondents can be ranked.", exact_percent(form.ranked)));
    let over = over(form);
    let found = format!(
        "The truly best role comes first for {} of {} respondents, and among the first three for \
         {}. {over}, it is among the roles told to lead for {}; {:.1} roles are told to lead \
         on average.",
        exact_percent(form.first),
        form.respondents,
        exact_percent(form.first_three),
        exact_percent(form.leading),
        form.leading_size
    );
    RecoveryText {
        heading,
        paragraphs: ranked.into_iter().chain([found]).map(Clean::from).collect(),
        calibration: Some(calibration(&form.calibration)),
    }
}

/// Of whom the chances were worked out: that time cut their number is another matter than who
/// can be ranked.
fn over(form: &FormRecovery) -> String {
    let stated = form.calibration.respondents;
    let is_cut = form.sampled < form.respondents;
    let ranked = if stated < form.sampled {
        format!("{stated} who can be ranked")
    } else {
        "all of them".to_owned()
    };
    if is_cut {
        format!(
            "Chances were worked out for the first {} alone, since more would take too long. Over \
             {ranked}",
            form.sampled
        )
    } else {
        format!("Over {ranked}")
    }
}

fn calibration(of: &Calibration) -> CalibrationText {
    let rows = of.table.iter().map(|row| CalibrationLine {
        from: 100.0 * row.from,
        to: 100.0 * row.to,
        stated: exact_percent(row.stated),
        observed: exact_percent(row.observed),
        respondents: row.respondents,
    });
    CalibrationText {
        text: format!(
            "The stated chance of the first role against the truth, over {} respondents:",
            of.respondents
        )
        .into(),
        rows: rows.collect(),
        error: format!("Expected calibration error: {}.", exact_percent(of.error)).into(),
    }
}

fn adaptive(recovery: &Recovery) -> Passage {
    let Some(of) = &recovery.adaptive else {
        let why = "Not tried: with so many roles and questions it would take too long.";
        return Passage {
            heading: "With an adaptive sitting".into(),
            paragraphs: vec![why.into()],
        };
    };
    let sample = if of.respondents < recovery.full.respondents { "a sample of" } else { "all" };
    let found = format!(
        "Over {sample} {} respondents, each asked until one role leads or the first three hold \
         a chance of {}. The truly best role comes first for {} and among the first three for {}. \
         With as many questions in the order of the file it does for {} and {}; the differences \
         have standard errors of {} and {}.",
        of.respondents,
        exact_percent(of.until),
        exact_percent(of.first),
        exact_percent(of.first_three),
        exact_percent(of.fixed_first),
        exact_percent(of.fixed_first_three),
        exact_percent(of.first_error),
        exact_percent(of.first_three_error)
    );
    Passage {
        heading: format!("With an adaptive sitting: {:.1} questions on average", of.questions)
            .into(),
        paragraphs: vec![found.into()],
    }
}

fn equal_answers(of: &EqualAnswers<'_>) -> Clean {
    let leads = match (of.status, &of.first) {
        (Status::Ranked, Some(first)) => format!("puts {first} first"),
        (Status::Insufficient, _) => "is too little for a match".to_owned(),
        _ => "separates no role from another".to_owned(),
    };
    format!("{} {leads}", of.answer).into()
}
