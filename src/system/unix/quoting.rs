//! Paths as a shell reads them again.

use std::path::Path;

use rolefit_engine::telling::is_unsafe;

/// What ends a line of a command that goes on in the next one.
pub(crate) const LINE_GOES_ON: Option<&str> = Some("\\");

/// A path as it would be typed in a shell.
pub(crate) fn quoted(path: &Path) -> String {
    // One that begins with a hyphen would be taken for an option.
    let is_option = path.as_os_str().as_encoded_bytes().starts_with(b"-");
    let path = if is_option { &Path::new(".").join(path) } else { path };
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+".contains(c);
    match path.to_str() {
        Some(text) if !text.is_empty() && text.chars().all(plain) => text.to_owned(),
        // Its blanks are part of its name: there may be two in a row.
        Some(text) if !text.contains(is_unsafe) => format!("'{}'", text.replace('\'', r"'\''")),
        _ => escaped(path.as_os_str().as_encoded_bytes()),
    }
}

/// Bytes as a shell reads them again (POSIX 2024, 2.2.4), those that a terminal would not
/// show in octal.
fn escaped(bytes: &[u8]) -> String {
    let octal = |bytes: &[u8]| {
        bytes.iter().fold(String::new(), |text, byte| text + &format!("\\{byte:03o}"))
    };
    let shown = |character: char| match character {
        '\'' | '\\' => format!("\\{character}"),
        _ if is_unsafe(character) => octal(character.encode_utf8(&mut [0; 4]).as_bytes()),
        _ => character.to_string(),
    };
    let part = |chunk: std::str::Utf8Chunk<'_>| {
        chunk.valid().chars().map(shown).collect::<String>() + &octal(chunk.invalid())
    };
    format!("$'{}'", bytes.utf8_chunks().map(part).collect::<String>())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{is_unsafe, quoted};

    #[test]
    fn a_path_is_quoted_with_every_blank() {
        assert_eq!(quoted(Path::new("my  files/it's.yaml")), r"'my  files/it'\''s.yaml'");
        assert_eq!(quoted(Path::new("a/b-1.yaml")), "a/b-1.yaml");
        assert_eq!(quoted(Path::new("")), "''");
        assert_eq!(quoted(Path::new("-q.yaml")), "./-q.yaml");
    }

    #[test]
    fn a_shell_reads_a_path_again_as_it_is() {
        use std::os::unix::ffi::OsStrExt as _;
        let names: [&[u8]; 6] =
            [b"a b", b"it's \\", b"caf\xe9", b"a\x1b[31m1", b"a\nb", "b\u{202e}\u{9b}c".as_bytes()];
        for name in names {
            let printed = quoted(Path::new(std::ffi::OsStr::from_bytes(name)));
            assert!(!printed.contains(is_unsafe), "{printed:?}");
            let script = format!("printf %s {printed}");
            let read = std::process::Command::new("bash").args(["-c", &script]).output().unwrap();
            assert_eq!(read.stdout, name, "{printed}");
        }
    }
}
