//! Whether sittings are kept on this machine, as its environment says.

use std::env;

use rolefit_engine::telling::Clean;

use crate::failure::Failure;

/// The variable that says so.
const KEEP: &str = "ROLEFIT_KEEP";

/// Whether sittings are kept: `ROLEFIT_KEEP=never` is for machines that many people
/// use as one user.
///
/// # Errors
/// The variable has a value that is not known.
pub(crate) fn keeps_sittings() -> Result<bool, Failure> {
    let value = env::var_os(KEEP).unwrap_or_default();
    match value.to_str() {
        Some("") => Ok(true),
        Some("never") => Ok(false),
        _ => {
            let value = Clean::from(value.to_string_lossy().as_ref());
            Err(Failure::Usage(format!(
                "{KEEP}: \"{value}\" is not known: expected never, or nothing"
            )))
        }
    }
}
