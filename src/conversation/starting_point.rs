//! The list of starting points: it is asked once before the result, and again whenever
//! the person likes.

use rolefit_engine::catalogue::{Catalogue, StartingPoint};

use super::result_request::{PickList, Picked};

/// Whether a role has a way in that hangs on where a person starts from.
pub(super) fn is_asked(catalogue: &Catalogue) -> bool {
    catalogue.careers().roles.iter().any(|role| role.routes.iter().next().is_some())
}

/// The starting points, and below them that the person would rather not say.
pub(super) fn list(points: &[StartingPoint]) -> PickList<'static> {
    let meanings = points.iter().map(|point| point.meaning().trim_end_matches('.').to_owned());
    PickList {
        heading: "Where are you now?",
        words: "It changes no score.",
        lines: meanings.chain(["I would rather not say".to_owned()]).collect(),
        details: Vec::new(),
        picked: Picked::Start,
    }
}

/// The line of what is known; `None` if nothing is.
pub(super) fn line_of(known: Option<StartingPoint>, points: &[StartingPoint]) -> Option<usize> {
    points.iter().position(|point| Some(*point) == known)
}
