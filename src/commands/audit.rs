//! `rolefit audit`: is this catalogue sound?

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rolefit_engine::audit::{Effort, Severity, audit, links};
use rolefit_engine::telling::audit::AuditText;

use crate::args::{AuditArgs, TextOrJson};
use crate::failure::Failure;
use crate::files;
use crate::output::{Output, result_style};
use crate::text::link_list::link_list;
use crate::text::{audit as text, json};

pub(crate) fn run(args: &AuditArgs, output: &mut Output) -> Result<(), Failure> {
    if args.links {
        return list_links(args, output);
    }
    let (catalogue, problems) = files::salvage(&args.files)?;
    let Some(catalogue) = catalogue else { return Err(Failure::Problems(problems.into())) };
    let effort = Effort {
        respondents: usize::try_from(args.respondents).unwrap_or(usize::MAX),
        ..Effort::default()
    };
    let bar = bar(output.is_quiet());
    let begun = Instant::now();
    let audit = audit(&catalogue, &problems, effort, &|share| {
        // What is done in a moment needs no bar.
        if begun.elapsed() > Duration::from_secs(1) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a share of a hundred"
            )]
            bar.set_position((share * 100.0) as u64);
        }
    });
    bar.finish_and_clear();
    let text = match args.format {
        TextOrJson::Json => {
            json::json(&audit).map_err(|error| Failure::io("JSON")(error.into()))?
        }
        TextOrJson::Text => text::audit(&AuditText::of(&catalogue, &audit), result_style()),
    };
    output.result(&text)?;
    let fails = audit.problems.iter().any(|problem| match problem.severity {
        Severity::Error => true,
        Severity::Warning => args.deny_warnings,
        Severity::Note => false,
    });
    if fails { Err(Failure::Unsound) } else { Ok(()) }
}

/// Lists every link.
fn list_links(args: &AuditArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.files)?;
    let list = links(&catalogue);
    output.result(&match args.format {
        TextOrJson::Json => json::json(&list).map_err(|error| Failure::io("JSON")(error.into()))?,
        TextOrJson::Text => link_list(&list, result_style()),
    })
}

/// A bar on the error stream if that is a terminal.
fn bar(quiet: bool) -> ProgressBar {
    let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let bar = ProgressBar::with_draw_target(Some(100), target);
    match ProgressStyle::with_template("auditing {bar:30} {percent}%") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
