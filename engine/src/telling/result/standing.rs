//! Where a role stands for a person.

use super::clear::{in_hundred, is_disliked};
use super::source::ResultSource;
use crate::report::RolePart;
use crate::telling::clean::Clean;

/// The rank of a role of the report, and its chance to be the best match, in a sentence.
#[must_use]
pub fn standing(source: &ResultSource<'_>, role: &RolePart<'_>) -> Clean {
    let all = source.catalogue().careers().roles.len();
    let number = format!("Number {} of {all}", role.rank);
    if role.similarity.is_none() {
        return format!(
            "{number}: it cannot be matched, as everything you said matters counts alike in it."
        )
        .into();
    }
    let chance = in_hundred(role.certainty.best);
    if is_disliked(source.report) {
        format!("{number}, the least disliked first: {chance} that you dislike it least.").into()
    } else {
        format!("{number} by what you like: {chance} that it is your best match.").into()
    }
}
