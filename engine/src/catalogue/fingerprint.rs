//! What tells one pair of data files from another.

use std::fmt;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// `sha256:` and 64 hexadecimal digits: the SHA-256 of the text of
/// `questions.yaml`, a NUL and the text of `careers.yaml`, both without byte
/// order mark and with `\n` line ends, so that it is the same on every machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint(String);

impl Fingerprint {
    pub(super) fn of(questions: &str, careers: &str) -> Self {
        let mut hash = Sha256::new();
        hash.update(questions.replace("\r\n", "\n"));
        hash.update([0]);
        hash.update(careers.replace("\r\n", "\n"));
        let mut text = "sha256:".to_owned();
        for byte in hash.finalize() {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        Self(text)
    }

    /// Whether `text` has the form of a fingerprint.
    #[must_use]
    pub fn is_one(text: &str) -> bool {
        let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        text.strip_prefix("sha256:")
            .is_some_and(|digits| digits.len() == 64 && digits.bytes().all(digit))
    }

    /// The fingerprint as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
