//! What the program tells of files, folders, parts of cohorts and forms, and how a run ends.

use std::io;
use std::path::PathBuf;

use rolefit_engine::catalogue::{Catalogue, Problems};
use rolefit_engine::cohort::{Misfit, RunId, StoredSummary, Summary};
use rolefit_engine::form::{Unfit, limesurvey, redcap};
use rolefit_engine::matching::Unranked;
use rolefit_engine::sheet::SheetMistake;
use serde_json::json;

use super::examples::{CAREERS, QUESTIONS, pair, small};
use crate::failure::{Failure, no_short_form};

fn path() -> PathBuf {
    PathBuf::from("class.csv")
}

fn no_input(kind: io::ErrorKind) -> Failure {
    Failure::NoInput { path: path(), source: kind.into() }
}

fn unwritable(kind: io::ErrorKind) -> Failure {
    Failure::Unwritable { path: PathBuf::from("no/such/out.csv"), source: kind.into() }
}

/// What is wrong with the form for a tool if an id or a text is changed.
fn unfit(edits: &[(&str, &str)]) -> Unfit {
    let edit = |text: String, (from, to): &(&str, &str)| text.replacen(from, to, 1);
    let questions = edits.iter().fold(QUESTIONS.to_owned(), edit);
    let catalogue = pair(&questions, CAREERS).unwrap();
    let asked = catalogue.questionnaire();
    redcap(asked).map(drop).and_then(|()| limesurvey(asked).map(drop)).unwrap_err()
}

/// What is wrong with a part of a cohort of which a value is changed.
fn part(name: &str, value: serde_json::Value) -> Misfit {
    let catalogue = small();
    let summary = Summary::of(&catalogue, None).of_run(RunId::from_bits(1));
    let mut written = serde_json::to_value(summary).unwrap();
    assert!(written.get(name).is_some(), "{name}: {written}");
    written[name] = value;
    checked(written, &catalogue)
}

fn checked(written: serde_json::Value, catalogue: &Catalogue) -> Misfit {
    let stored: StoredSummary = serde_json::from_value(written).unwrap();
    stored.checked(catalogue).unwrap_err()
}

pub(super) fn all() -> String {
    [of_parts(), of_forms(), of_runs(), of_failures()].concat()
}

fn of_parts() -> String {
    let run = RunId::from_bits(0x2a);
    let other = format!("sha256:{}", "0".repeat(64));
    messages!("Parts of a cohort", Misfit,
        Misfit::Version(_) => part("rolefit_summary", json!(1));
        Misfit::OtherCatalogue { .. } => part("catalogue", json!(other));
        Misfit::Unnamed => part("runs", json!([]));
        Misfit::SameRun(_) => Misfit::SameRun(run);
        Misfit::Damaged(_) => part("rejected", json!(9_000_000_000_000_u64)),
            part("scored", json!(5));
        Misfit::OtherColumn(..) => Misfit::OtherColumn("none".to_owned(), "site".to_owned());
        Misfit::TooManyGroups => Misfit::TooManyGroups;
        Misfit::LongGroup => Misfit::LongGroup;
    )
}

fn of_forms() -> String {
    let long = format!("id: {}", "x".repeat(60));
    let twins = [("id: sums", "id: a-bc"), ("id: talk", "id: ab-c"), ("Mend a bicycle", "abc")];
    messages!("Forms for tools", Unfit,
        Unfit::TooLong { .. } => unfit(&[("id: sums", &long)]);
        Unfit::Taken { .. } => unfit(&[("id: sums", "id: record-id")]);
        Unfit::Unknown { .. } => unfit(&twins);
    )
}

fn of_runs() -> String {
    messages!("Why nobody is ranked", Unranked,
        Unranked::Insufficient => Unranked::Insufficient;
        Unranked::Undifferentiated => Unranked::Undifferentiated;
    )
}

fn of_failures() -> String {
    let class = "class.csv".to_owned();
    let advised = || no_input(io::ErrorKind::NotFound).advised("more advice".to_owned());
    let few = |too_little, level| Failure::NobodyMatched { too_little, level };
    let instead = "file for --output";
    messages!("How a run ends", Failure,
        Failure::Usage(_) => no_short_form();
        Failure::ErrorsIntoInput { .. } =>
            Failure::ErrorsIntoInput { what: "the rows", is_told: true };
        Failure::Problems(_) => Failure::Problems(Problems::from(super::examples::told("", CAREERS)));
        Failure::Sheet(_) => Failure::Sheet(Problems::<SheetMistake>::from(Vec::new()));
        Failure::Data(_) => Failure::Data("class.csv: what is wrong in it".to_owned());
        Failure::NoInput { .. } => no_input(io::ErrorKind::NotFound),
            no_input(io::ErrorKind::PermissionDenied), no_input(io::ErrorKind::IsADirectory),
            no_input(io::ErrorKind::NotADirectory), no_input(io::ErrorKind::OutOfMemory);
        Failure::Io { .. } => Failure::io("out.csv")(io::ErrorKind::StorageFull.into()),
            Failure::io("out.csv")(io::ErrorKind::QuotaExceeded.into()),
            Failure::io("out.csv")(io::ErrorKind::FileTooLarge.into()),
            Failure::io("out.csv")(io::ErrorKind::ReadOnlyFilesystem.into());
        Failure::Exists { .. } => Failure::Exists { path: path(), instead };
        Failure::Unwritable { .. } => unwritable(io::ErrorKind::NotFound),
            unwritable(io::ErrorKind::AlreadyExists);
        Failure::Busy(_) => Failure::Busy(path());
        Failure::Advised { .. } => advised();
        Failure::Unsound => Failure::Unsound;
        Failure::Audited { .. } => Failure::Audited {
            count: "3 errors".to_owned(), first: "questions.yaml:4:7: what is wrong".to_owned()
        };
        Failure::NobodyMatched { .. } => few(3, 0), few(0, 2), few(3, 2);
        Failure::NoRows(_) => Failure::NoRows(None), Failure::NoRows(Some(class));
        Failure::Named { .. } => no_input(io::ErrorKind::NotFound).named_by("--map");
        Failure::LeftAlone(_) => Failure::LeftAlone("notes.txt".to_owned());
        Failure::Rejected(_) => Failure::Rejected("1 of 2 rows was rejected".to_owned());
        Failure::Interrupted => Failure::Interrupted;
    )
}
