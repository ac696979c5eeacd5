//! Where saved sittings are.

use std::path::PathBuf;

/// The variables of the environment that say where that is, and what each says.
pub(crate) const STATE_VARIABLES: [(&str, &str); 2] = [
    ("LOCALAPPDATA", "the folder in which saved sittings are, in rolefit\\"),
    ("USERPROFILE", "where that is not set, they are in AppData\\Local\\rolefit\\ of this folder"),
];

/// Where that is, and what is there.
pub(crate) const STATE_PLACES: [(&str, &str); 2] = [
    ("%LOCALAPPDATA%\\rolefit\\", "your saved sittings, for you alone, each called by its date"),
    ("%USERPROFILE%\\AppData\\Local\\rolefit\\", "the same where LOCALAPPDATA is not set"),
];

/// Where programs keep what they are in the middle of, on this computer alone; `None` where
/// the environment names no place.
pub(crate) fn state_folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let whole = |name: &str| named(name).filter(|path| path.is_absolute());
    whole("LOCALAPPDATA").or_else(|| Some(whole("USERPROFILE")?.join("AppData").join("Local")))
}
