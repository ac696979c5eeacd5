//! Words of a command line, as they would be typed again.

use std::path::Path;

use rolefit_engine::telling::is_unsafe;

/// A path as it would be typed in a shell.
pub fn quoted(path: &Path) -> String {
    // Its blanks are part of its name: there may be two in a row.
    let path: String = path.display().to_string().chars().filter(|c| !is_unsafe(*c)).collect();
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+".contains(c);
    if path.chars().all(plain) { path } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::quoted;

    #[test]
    fn a_path_is_quoted_with_every_blank() {
        assert_eq!(quoted(Path::new("my  files/it's.yaml")), r"'my  files/it'\''s.yaml'");
        assert_eq!(quoted(Path::new("a/b-1.yaml")), "a/b-1.yaml");
    }
}
