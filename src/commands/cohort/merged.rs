//! Summaries that parts of a cohort wrote, added up.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::cohort::{RunId, Summary};

use crate::args::CohortArgs;
use crate::failure::{Failure, named};
use crate::files::{self, each_once};

/// Adds up the summaries in files, each of which may hold several.
pub(super) fn merged(args: &CohortArgs, catalogue: &Catalogue) -> Result<Summary, Failure> {
    let mut all: Option<Summary> = None;
    let mut runs = BTreeMap::new();
    each_once(&args.merge).map_err(|failure| failure.named_by("--merge"))?;
    for path in &args.merge {
        let told = |why: String| Failure::Data(format!("{}: {why}", named(path)));
        let mut is_empty = true;
        for summary in files::summaries(path, catalogue)? {
            is_empty = false;
            let summary = summary.map_err(|error| match error.io_error_kind() {
                Some(io::ErrorKind::InvalidData) => told(io::Error::from(error).to_string()),
                Some(_) => Failure::io(named(path))(error.into()),
                None => told(unlike_a_summary(&error)),
            })?;
            let summary = summary.checked(catalogue).map_err(|misfit| told(misfit.to_string()))?;
            for run in summary.runs() {
                if let Some(before) = runs.insert(run, path) {
                    return Err(told(counted_twice(before, path, run)));
                }
            }
            let by = summary.by().map(str::to_owned);
            let all = all.get_or_insert_with(|| Summary::of(catalogue, by));
            all.merge(summary).map_err(|misfit| told(misfit.to_string()))?;
        }
        if is_empty {
            let why = "there is no summary in it: did the run that should have written it fail?";
            return Err(told(why.to_owned()));
        }
    }
    all.ok_or_else(|| {
        Failure::Data(
            "--merge: the files hold no part of a cohort: rolefit cohort --partial writes one"
                .to_owned(),
        )
    })
}

/// That a part would count twice.
fn counted_twice(before: &Path, path: &Path, run: RunId) -> String {
    let place = if before == path {
        "stands in this file twice".to_owned()
    } else {
        format!("is in {} already", named(before))
    };
    format!("the summary of run {run} {place}: each part counts once: take one out")
}

/// What is wrong with a file of summaries, and where.
fn unlike_a_summary(error: &serde_json::Error) -> String {
    let what = if error.is_eof() {
        "the summary is cut off: write it anew with rolefit cohort --partial"
    } else {
        "this is no summary that rolefit cohort --partial wrote"
    };
    format!("{what} (line {}, column {})", error.line(), error.column())
}
