//! Respondents that occur twice.

use std::collections::HashSet;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher};

use foldhash::quality::RandomState;
use rolefit_engine::catalogue::repeated;
use rolefit_engine::limits::WATCHED;

/// The respondents of all rows so far. Of each a hash is kept, so that they take 16 bytes
/// or so.
#[derive(Debug, Default)]
pub(crate) struct SeenRespondents {
    hasher: RandomState,
    seen: HashSet<u64, BuildHasherDefault<Hashed>>,
    /// The first that occurred before.
    again: Vec<String>,
    /// Whether these are not all of them.
    are_more: bool,
    /// How many rows are of one that occurred before.
    rows_again: u64,
    is_full: bool,
}

/// The hash of what is a hash already, which nobody outside can foresee.
#[derive(Debug, Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

impl SeenRespondents {
    /// So many are told by name.
    const TOLD: usize = 3;

    /// Takes note of the respondent of a row, and says whether it occurred before. One without a
    /// name did not.
    pub(crate) fn add(&mut self, name: &str) -> bool {
        if name.is_empty() {
            return false;
        }
        let hash = self.hasher.hash_one(name);
        let has_room = self.seen.len() < WATCHED.most;
        let is_again = if has_room { !self.seen.insert(hash) } else { self.seen.contains(&hash) };
        if is_again {
            self.rows_again += 1;
            let is_told = self.again.iter().any(|known| known == name);
            if !is_told && self.again.len() < Self::TOLD {
                self.again.push(name.to_owned());
            } else {
                self.are_more |= !is_told;
            }
        } else {
            self.is_full |= !has_room;
        }
        is_again
    }

    /// The same respondents, none of which occurred in the file that comes next.
    pub(crate) fn before_next_file(self) -> Self {
        Self { again: Vec::new(), are_more: false, rows_again: 0, ..self }
    }

    /// Lines about those that occurred again, if any did.
    pub(crate) fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if self.rows_again > 0 {
            let names: Vec<_> = self.again.iter().map(|name| repeated(name)).collect();
            let names = names.join(", ");
            let more = if self.are_more { ", ..." } else { "" };
            let rows = self.rows_again;
            lines.push(if rows == 1 {
                format!("1 row is of a respondent that occurred before: {names}")
            } else {
                format!("{rows} rows are of respondents that occurred before: {names}{more}")
            });
        }
        if self.is_full {
            let most = WATCHED.most;
            lines.push(format!(
                "of the respondents, {most} were watched for whether they occur twice"
            ));
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::SeenRespondents;

    #[test]
    fn the_first_names_that_occur_again_are_told() {
        let told = |names: &[&str]| {
            let mut seen = SeenRespondents::default();
            for name in names {
                let _ = seen.add(name);
            }
            seen.lines()
        };
        assert!(told(&["a", "b", "A"]).is_empty());
        assert_eq!(told(&["a", "b", "a"]), ["1 row is of a respondent that occurred before: a"]);
        let many = ["a", "b", "c", "d", "b", "b", "c", "d", "a"];
        let line = "5 rows are of respondents that occurred before: b, c, d, ...";
        assert_eq!(told(&many), [line]);
        let line = "3 rows are of respondents that occurred before: b, c, d";
        assert_eq!(told(&["b", "c", "d", "b", "c", "d"]), [line]);
    }
}
