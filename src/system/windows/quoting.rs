//! Paths as `cmd` and `PowerShell` read them again.

use std::path::Path;

use rolefit_engine::telling::is_unsafe;

/// The two have no common sign for a command that goes on in the next line.
pub(crate) const LINE_GOES_ON: Option<&str> = None;

/// A path as it would be typed: in double quotes, which both read, unless it is plain.
/// (Where a name holds `%` or `$`, one of them may put something else in its place.)
pub(crate) fn quoted(path: &Path) -> String {
    // One that begins with a hyphen would be taken for an option.
    let is_option = path.as_os_str().as_encoded_bytes().starts_with(b"-");
    let path = if is_option { &Path::new(".").join(path) } else { path };
    let plain = |c: char| c.is_ascii_alphanumeric() || r"\/:._-+".contains(c);
    // No name of a file has a quotation mark in it, or what a terminal would obey, but for
    // marks that turn the direction of text: these have no other spelling.
    let text = path.to_string_lossy().replace(|c| c == '"' || is_unsafe(c), "\u{fffd}");
    if !text.is_empty() && text.chars().all(plain) {
        return text;
    }
    // The last backslash would take the quotation mark for its own.
    let end = if text.ends_with('\\') { r"\" } else { "" };
    format!("\"{text}{end}\"")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::quoted;

    #[test]
    fn a_path_is_quoted_for_both_shells() {
        let cases = [
            (r"C:\a\b-1.yaml", r"C:\a\b-1.yaml"),
            (r"C:\my  files\it's.yaml", r#""C:\my  files\it's.yaml""#),
            (r"\\server\share\x.yaml", r"\\server\share\x.yaml"),
            (r"C:\my files\", r#""C:\my files\\""#),
            ("", r#""""#),
            ("-q.yaml", r".\-q.yaml"),
        ];
        for (path, expected) in cases {
            assert_eq!(quoted(Path::new(path)), expected);
        }
    }
}
