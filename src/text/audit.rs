//! An audit as text.

use colored::Colorize;
use rolefit_engine::audit::{Audit, Calibration, Finding, FormRecovery, Recovery, Severity};
use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::report::Status;

use super::{Page, Style, clean, cut, padded};

/// The whole audit.
pub(crate) fn audit(catalogue: &Catalogue, audit: &Audit, style: Style) -> String {
    let mut page = Page::new(style);
    page.heading(&clean(&catalogue.questionnaire().title));
    verdict(&mut page, audit);
    roles(&mut page, catalogue, audit);
    modules(&mut page, catalogue, audit);
    recovery(&mut page, "With every question answered", &audit.recovery.full);
    if let Some(short) = &audit.recovery.short {
        recovery(&mut page, "With the short form", short);
    }
    if audit.recovery.full.ranked > 0.0 {
        adaptive(&mut page, &audit.recovery);
    }
    questions(&mut page, audit);
    equal_answers(&mut page, audit);
    page.into_text()
}

fn verdict(page: &mut Page, audit: &Audit) {
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
    page.paragraph(&format!("{}.", counts.join(", ")));
    for finding in &audit.problems {
        page.item("  ", &format!("{} {}", word(finding), said(finding)));
    }
}

fn word(finding: &Finding) -> String {
    match finding.severity {
        Severity::Error => "error:".red().bold().to_string(),
        Severity::Warning => "warning:".yellow().to_string(),
        Severity::Note => "note:".dimmed().to_string(),
    }
}

fn said(finding: &Finding) -> String {
    clean(&format!("{}: {} [{}]", finding.subject, finding.message, finding.code))
}

#[expect(clippy::cast_precision_loss, reason = "there are at most 5,000 roles")]
fn roles(page: &mut Page, catalogue: &Catalogue, audit: &Audit) {
    page.heading("How often each role comes first");
    let respondents = audit.recovery.full.respondents;
    let nearest = if audit.roles.len() > 1 { " Then the most similar role." } else { "" };
    page.paragraph(&format!(
        "Of {respondents} simulated respondents; in brackets, among the first three. A bar of \
         full length is twice an even share.{nearest}"
    ));
    page.gap();
    let even = 1.0 / audit.roles.len().max(1) as f64;
    let width = page.style().columns().saturating_sub(30).clamp(12, 42);
    for (role, of) in audit.roles.iter().zip(&catalogue.careers().roles) {
        let name = padded(&cut(&clean(&of.name), width), width);
        let bar = page.style().bar(role.first_share / even / 2.0, 10);
        let shares =
            format!("{:>6} ({})", percent(role.first_share), percent(role.top_three_share));
        if page.style().is_narrow() {
            page.strong_item("  ", &clean(&of.name));
            page.line(&format!("    {bar}{shares}"));
        } else {
            page.line(&format!("  {name} {bar}{shares}"));
        }
        if let Some(nearest) = &role.nearest {
            let alike = format!("{:+.2} like {}", nearest.similarity, nearest.id);
            page.line(&format!("    {}", cut(&alike, page.style().columns() - 4).dimmed()));
        }
    }
    page.gap();
    let witnesses = audit.roles.iter().map(|role| role.witness.is_some());
    page.paragraph(&match witnessed(witnesses, ["role", "roles"]) {
        (0, none) => format!("{none}: no answers were found that put one strictly first."),
        (1, one) => format!("{one}: answers that put it strictly first. The JSON gives them."),
        (_, many) => format!("{many}: answers that put them strictly first. The JSON gives them."),
    });
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

fn modules(page: &mut Page, catalogue: &Catalogue, audit: &Audit) {
    if audit.modules.is_empty() {
        return;
    }
    page.heading("How often each module is the nearest of the modules");
    let width = page.style().columns().saturating_sub(12).clamp(12, 70);
    for (module, of) in audit.modules.iter().zip(&catalogue.careers().modules) {
        let name = padded(&cut(&clean(&of.name), width), width);
        page.line(&format!("  {name} {:>6}", percent(module.first_share)));
    }
    page.gap();
    let witnesses = audit.modules.iter().map(|module| module.witness.is_some());
    page.paragraph(&format!("{}.", witnessed(witnesses, ["module", "modules"]).1));
}

fn recovery(page: &mut Page, heading: &str, form: &FormRecovery) {
    let questions = if form.questions == 1 { "question" } else { "questions" };
    page.heading(&format!("{heading}: {} {questions}", form.questions));
    let told = form.calibration.respondents;
    if told == 0 {
        return page.paragraph("No respondent can be ranked.");
    }
    if form.ranked < 0.9995 {
        page.paragraph(&format!("{} of respondents can be ranked.", percent(form.ranked)));
    }
    page.paragraph(&format!(
        "The truly best role comes first for {} of {} respondents, and among the first three for \
         {}. Over {}, it is among the roles told to lead for {}; {:.1} roles are told to lead on \
         average.",
        percent(form.first),
        form.respondents,
        percent(form.first_three),
        if told < form.respondents {
            format!("{told} who can be ranked")
        } else {
            "all of them".to_owned()
        },
        percent(form.leading),
        form.leading_size
    ));
    calibration(page, &form.calibration);
}

fn calibration(page: &mut Page, calibration: &Calibration) {
    page.gap();
    page.paragraph(&format!(
        "The stated chance of the first role against the truth, over {} respondents:",
        calibration.respondents
    ));
    for row in &calibration.table {
        page.line(&format!(
            "  {:>3.0} to {:>3.0}%  stated {:>5}  true {:>5}  of {:>6}",
            100.0 * row.from,
            100.0 * row.to,
            percent(row.stated),
            percent(row.observed),
            row.respondents
        ));
    }
    page.paragraph(&format!("Expected calibration error: {}.", percent(calibration.error)));
}

fn adaptive(page: &mut Page, recovery: &Recovery) {
    let Some(of) = &recovery.adaptive else {
        page.heading("With an adaptive sitting");
        return page
            .paragraph("Not tried: with so many roles and questions it would take too long.");
    };
    page.heading(&format!("With an adaptive sitting: {:.1} questions on average", of.questions));
    let sample = if of.respondents < recovery.full.respondents { "a sample of" } else { "all" };
    page.paragraph(&format!(
        "Over {sample} {} respondents, each asked until one role leads or the first three hold \
         a chance of {}. The truly best role comes first for {} and among the first three for {}. \
         With as many questions in the order of the file it does for {} and {}; the differences \
         have standard errors of {} and {}.",
        of.respondents,
        percent(of.until),
        percent(of.first),
        percent(of.first_three),
        percent(of.fixed_first),
        percent(of.fixed_first_three),
        percent(of.first_error),
        percent(of.first_three_error)
    ));
}

fn questions(page: &mut Page, audit: &Audit) {
    page.heading("How often the first role hangs on a question");
    let respondents = audit.questions.first().map_or(0, |of| of.respondents);
    page.paragraph(&format!(
        "The share of {respondents} respondents whose first role would be another without it, \
         or none because too few interests were left."
    ));
    page.gap();
    let mut questions: Vec<_> = audit.questions.iter().collect();
    questions.sort_by(|left, right| right.decides.total_cmp(&left.decides));
    let shown: Vec<String> =
        questions.iter().map(|of| format!("{} {}", of.id, percent(of.decides))).collect();
    page.item("  ", &shown.join(", "));
}

fn equal_answers(page: &mut Page, audit: &Audit) {
    page.heading("The same answer to everything");
    for of in &audit.equal_answers {
        let leads = match (of.status, &of.first) {
            (Status::Ranked, Some(first)) => format!("puts {first} first"),
            (Status::Insufficient, _) => "is too little for a match".to_owned(),
            _ => "separates no role from another".to_owned(),
        };
        page.line(&format!("  {} {leads}", of.answer));
    }
}

fn percent(share: f64) -> String {
    format!("{:.1}%", 100.0 * share)
}
