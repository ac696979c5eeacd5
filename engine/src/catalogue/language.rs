//! The language that the texts of a data file are in.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A language, by its tag (BCP 47, RFC 5646): `en-GB`, `tr`, `zh-Hant-TW`.
///
/// ```
/// use rolefit_engine::catalogue::Language;
///
/// assert_eq!(Language::default().as_str(), "en-GB");
/// assert!(Language::parse("zh-Hant-TW").is_some());
/// assert!(Language::parse("English").is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language(String);

impl Language {
    /// The form of a tag, as a regular expression. The language itself has two or three
    /// letters: longer ones were never given out.
    pub const PATTERN: &str = "^\\s*[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?\
        (-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*\
        (-[A-WY-Za-wy-z0-9](-[A-Za-z0-9]{2,8})+)*(-[Xx](-[A-Za-z0-9]{1,8})+)?\\s*$";

    /// The language of this tag; `None` if it has not the form of one.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        is_well_formed(tag).then(|| Self(tag.to_owned()))
    }

    /// The tag, as it is written in the file.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `text` without the difference between capitals and small letters, as this language
    /// has it: in Turkish and Azerbaijani the capital of i is İ, and that of ı is I.
    ///
    /// ```
    /// use rolefit_engine::catalogue::Language;
    ///
    /// let turkish = Language::parse("tr").unwrap();
    /// assert_eq!(turkish.folded("ILIK İŞ"), "ılık iş");
    /// assert_eq!(Language::default().folded("LIKE"), "like");
    /// ```
    #[must_use]
    pub fn folded(&self, text: &str) -> String {
        let language = self.0.split('-').next().unwrap_or_default();
        if ["tr", "az"].iter().any(|dotted| dotted.eq_ignore_ascii_case(language)) {
            return text.replace('I', "ı").replace('İ', "i").to_lowercase();
        }
        text.to_lowercase()
    }
}

impl Default for Language {
    /// That of a file which does not say: British English.
    fn default() -> Self {
        Self("en-GB".to_owned())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether `tag` is a `langtag` of RFC 5646, section 2.1.
fn is_well_formed(tag: &str) -> bool {
    let is_alphanumeric = |part: &&str| part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !tag.split('-').all(|part| (1..=8).contains(&part.len()) && is_alphanumeric(&part)) {
        return false;
    }
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = tag.split('-').peekable();
    if !parts.next().is_some_and(|part| (2..=3).contains(&part.len()) && letters(part)) {
        return false;
    }
    for _ in 0..3 {
        parts.next_if(|part| part.len() == 3 && letters(part));
    }
    parts.next_if(|part| part.len() == 4 && letters(part));
    parts.next_if(|part| (part.len() == 2 && letters(part)) || (part.len() == 3 && digits(part)));
    let is_variant = |part: &str| part.len() > 4 || (part.len() == 4 && part < ":");
    while parts.next_if(|part| is_variant(part)).is_some() {}
    while let Some(single) = parts.next_if(|part| part.len() == 1) {
        let is_private = single.eq_ignore_ascii_case("x");
        let least = if is_private { 1 } else { 2 };
        if parts.next_if(|part| part.len() >= least).is_none() {
            return false;
        }
        while parts.next_if(|part| part.len() >= least).is_some() {}
    }
    parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_tag_is_well_formed_or_refused() {
        let tags = [
            "en",
            "en-GB",
            "yue",
            "zh-yue-Hant-HK",
            "sr-Latn-RS",
            "es-419",
            "de-1996",
            "sl-rozaj",
            "de-DE-u-co-phonebk",
            "en-x-a",
            "hy-arevela-x-1",
            "TR",
            "de-a-bb-cc-x-d-e",
        ];
        for tag in tags {
            assert!(Language::parse(tag).is_some(), "{tag}");
        }
        let wrong = [
            "",
            "e",
            "English",
            "en_GB",
            "en-",
            "-en",
            "en--GB",
            "en GB",
            "deutsch-DE",
            "en-u",
            "en-u-a",
            "en-x",
            "12",
            "en-GB-GB",
            "en-ä",
            "x-mine",
            "en-abcdefghi",
        ];
        for tag in wrong {
            assert!(Language::parse(tag).is_none(), "{tag}");
        }
    }
}
