//! The names that data files use for interests, questions, roles, modules and
//! specialisms.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::limits;

/// A slug: `a-z`, `0-9` and single inner hyphens, at most [`Id::MAX_LENGTH`]
/// characters. Ids are compared and sorted byte by byte.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// The most characters an id may have.
    pub const MAX_LENGTH: usize = limits::ID.most;

    /// Reads `text` as an id.
    ///
    /// # Errors
    /// [`NotASlug`] if `text` has another form.
    pub fn parse(text: &str) -> Result<Self, NotASlug> {
        if is_slug(text) { Ok(Self(text.to_owned())) } else { Err(NotASlug) }
    }

    /// The id as written in the data file.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_slug(text: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.len() <= Id::MAX_LENGTH && text.split('-').all(is_part)
}

/// An id reads as the text that it is.
impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, text: &str) -> bool {
        self.0 == text
    }
}

impl PartialEq<&str> for Id {
    fn eq(&self, text: &&str) -> bool {
        self.0 == *text
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if is_slug(&text) { Ok(Self(text)) } else { Err(de::Error::custom(NotASlug)) }
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Id {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "an id has the letters a-z, the digits 0-9 and single hyphens between them, \
     and at most 64 characters"
)]
pub struct NotASlug;

/// The candidate that `text` was probably meant to be, if one is near enough. A swap of
/// two neighbours is the nearest of all. Texts longer than an id are near to nothing, and
/// no more than [`limits::CANDIDATES`] are looked at.
///
/// ```
/// use rolefit_engine::catalogue::nearest;
///
/// assert_eq!(nearest("analisys", ["software", "analysis"]), Some("analysis"));
/// assert_eq!(nearest("tow", ["one", "two"]), Some("two"));
/// assert_eq!(nearest("seventeen", ["one", "two"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// Below this Jaro-Winkler similarity two names are taken to be unrelated.
    const NEAR: f64 = 0.8;
    /// The characters that a slip may have added.
    const LONGER: usize = 2;
    // Comparing long names takes long; only id-sized ones can be slips of an id.
    let is_short = |text: &str| text.chars().nth(Id::MAX_LENGTH + LONGER).is_none();
    if !is_short(text) {
        return None;
    }
    let similarity = |candidate| {
        if is_swapped(text, candidate) { 1.0 } else { strsim::jaro_winkler(text, candidate) }
    };
    candidates
        .into_iter()
        .take(limits::CANDIDATES.most)
        .filter(|candidate| is_short(candidate))
        .map(|candidate| (similarity(candidate), candidate))
        .filter(|(similarity, _)| *similarity >= NEAR)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

/// Whether two neighbouring characters of `text` are swapped in `other`, and no more.
fn is_swapped(text: &str, other: &str) -> bool {
    let mut differing =
        text.chars().zip(other.chars()).enumerate().filter(|(_, (here, there))| here != there);
    let (Some((at, first)), Some((next, second))) = (differing.next(), differing.next()) else {
        return false;
    };
    let is_swap = next == at + 1 && first.0 == second.1 && first.1 == second.0;
    is_swap && differing.next().is_none() && text.chars().count() == other.chars().count()
}
