//! Where saved sittings are.

use std::path::PathBuf;

/// The variables of the environment that say where that is, and what each says.
pub(crate) const STATE_VARIABLES: [(&str, &str); 2] = [
    ("XDG_STATE_HOME", "the folder in which saved sittings are, in rolefit/"),
    ("HOME", "where that is not set, they are in .local/state/rolefit/ of this folder"),
];

/// Where that is, and what is there.
pub(crate) const STATE_PLACES: [(&str, &str); 2] = [
    ("$XDG_STATE_HOME/rolefit/", "your saved sittings, for you alone, each called by its date"),
    ("~/.local/state/rolefit/", "the same where XDG_STATE_HOME is not set"),
];

/// Where programs keep what they are in the middle of; `None` where the environment
/// names no home. The list of users is not asked for one: it may be on a network.
pub(crate) fn state_folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let whole = |name: &str| named(name).filter(|path| path.is_absolute());
    whole("XDG_STATE_HOME").or_else(|| Some(whole("HOME")?.join(".local/state")))
}
