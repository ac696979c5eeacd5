//! A sheet that is named by its answer code, where a file is expected.

use std::path::Path;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::sheet::{BadCode, Sheet};

use crate::failure::Failure;

/// The sheet whose answer code was given in place of a file; none where there is a file
/// of that name, or it is no code.
///
/// # Errors
/// The code is of another questionnaire.
pub(super) fn sheet<'c>(
    catalogue: &'c Catalogue,
    path: &Path,
) -> Result<Option<Sheet<'c>>, Failure> {
    let Some(text) = path.to_str().filter(|_| !path.exists()) else { return Ok(None) };
    match Sheet::from_code(catalogue, text) {
        Ok(sheet) => Ok(Some(sheet)),
        Err(error @ BadCode::OtherQuestionnaire) => Err(Failure::Data(format!("{text}: {error}"))),
        Err(BadCode::Length { .. } | BadCode::Mistyped) => Ok(None),
    }
}
