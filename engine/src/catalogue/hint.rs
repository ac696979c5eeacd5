//! What to do about a mistake.

use std::fmt;

use super::id::nearest;

/// What the author of a file can do about a mistake in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// The name that was probably meant.
    DidYouMean(String),
    /// A fixed piece of advice.
    Advice(&'static str),
    /// Removing this character, or writing it as an escape.
    Escape(char),
    /// Writing keys with values, of which this is one.
    Keys(&'static str),
    /// Writing a whole number within these bounds.
    Whole(u16, u16),
}

impl Hint {
    /// What to do about `found`, which is none of the `known` names.
    #[must_use]
    pub fn nearest<'a>(
        found: &str,
        known: impl IntoIterator<Item = &'a str, IntoIter: Clone>,
    ) -> Option<Self> {
        let known = known.into_iter();
        // In `{analysis:2}` the key is `analysis:2`, and it has no value.
        let (before, _) = found.split_once(':').unwrap_or_default();
        if known.clone().any(|name| name == before) {
            return Some(Self::Advice("put a space after the colon"));
        }
        nearest(found, known).map(|name| Self::DidYouMean(name.to_owned()))
    }
}

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DidYouMean(name) => write!(f, "did you mean \"{name}\"?"),
            Self::Advice(advice) => f.write_str(advice),
            Self::Escape(character) => {
                let code = u32::from(*character);
                write!(f, "remove it, or write \\u{code:04x} in double quotes")
            }
            Self::Keys(key) => write!(f, "write it as {key}: value"),
            Self::Whole(low, high) => write!(f, "write a whole number from {low} to {high}"),
        }
    }
}
