//! Parts of a page, for one that shows a result and more of it in place.

use askama::Template;

use super::template::{Document, Unfilled, filled};
use crate::telling::Clean;
use crate::telling::entries::{EntryBody, EntryText};
use crate::telling::result::{Moves, PairText, Why};

/// The page of a role, with how it stands in the result, and what speaks for it and against.
///
/// # Errors
/// [`Unfilled`] never happens, but for a fault of this library.
pub fn role_html(
    role: &EntryText,
    standing: &Clean,
    why: Option<&Why>,
) -> Result<Document, Unfilled> {
    filled(&RoleFragment { role, standing, why })
}

/// Two roles, one under the other, and what sets them apart.
///
/// # Errors
/// [`Unfilled`] never happens, but for a fault of this library.
pub fn pair_html(pair: &PairText) -> Result<Document, Unfilled> {
    filled(&PairFragment { pair })
}

/// What a changed answer or mark moves.
///
/// # Errors
/// [`Unfilled`] never happens, but for a fault of this library.
pub fn moves_html(moves: &Moves) -> Result<Document, Unfilled> {
    filled(&MovesFragment { moves })
}

#[derive(Template)]
#[template(path = "page/role.html", whitespace = "minimize")]
struct RoleFragment<'a> {
    role: &'a EntryText,
    standing: &'a Clean,
    why: Option<&'a Why>,
}

#[derive(Template)]
#[template(path = "page/pair.html", whitespace = "minimize")]
struct PairFragment<'a> {
    pair: &'a PairText,
}

#[derive(Template)]
#[template(path = "page/moves.html", whitespace = "minimize")]
struct MovesFragment<'a> {
    moves: &'a Moves,
}
