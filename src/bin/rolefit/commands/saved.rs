//! What is told of a saved sitting that does not fit the questions of today.

use rolefit::sheet::{Dropped, Progress, Reason, Resumed};

use crate::failure::Failure;
use crate::render::clean;
use crate::store::Store;

/// Which answers of a saved sitting could not be kept, and why.
pub(super) fn lost(resumed: &Resumed) -> String {
    let told: Vec<String> = resumed.dropped.iter().map(why).collect();
    format!(
        "Some answers of your saved sitting no longer hold, and are lost: {}. The other answers \
         are kept.",
        told.join(", ")
    )
}

fn why(dropped: &Dropped) -> String {
    let id = clean(&dropped.id);
    match dropped.reason {
        Reason::Gone => format!("{id} is no longer asked"),
        Reason::Changed => format!("{id} reads differently now"),
        Reason::OffScale(answer) => format!("{id} has the answer {answer}, which is not on offer"),
        Reason::NoInterest => format!("{id} is no longer an interest"),
    }
}

/// A saved sitting of which nothing can be used here.
pub(super) fn of_no_use(saved: &Progress, resumed: &Resumed, store: Option<&Store>) -> Failure {
    let (path, forget) = store.map_or_else(Default::default, |store| {
        (store.path().display().to_string(), format!("rolefit quiz --forget{}", store.options()))
    });
    let path = clean(&path);
    let is_damaged =
        resumed.dropped.iter().any(|dropped| matches!(dropped.reason, Reason::OffScale(_)));
    let (failure, way) = if is_damaged {
        let told: Vec<String> = resumed.dropped.iter().map(why).collect();
        let told = told.join(", ");
        (format!("no answer saved in {path} can be used, and they are left there: {told}"), "")
    } else {
        let answers = match saved.answered() {
            1 => "1 answer".to_owned(),
            several => format!("{several} answers"),
        };
        let failure = format!(
            "the sitting saved in {path} belongs to other questions than these, and is kept: \
             {answers}"
        );
        (failure, "To go on with it, name the files it was begun with: --questions FILE.\n")
    };
    Failure::Data(failure).advised(format!(
        "{way}To answer these questions and leave it there, save them elsewhere: --save FILE.\n\
         To do without it:\n  {forget}\n"
    ))
}
