//! Parts of a cohort are read no further than one can be long.

use std::io::{self, Read};

use super::{MOST_GROUP_NAME, MOST_GROUPS};
use crate::catalogue::Catalogue;
use crate::limits;
use crate::signs::SignIndex;

/// Characters of a text or a number that count as nothing beside its value.
const SHORT: usize = 48;
/// So many more of them count as a value.
const LONG: usize = 16;
/// Values of runs that were added up before: each is one.
const RUNS: usize = 1_000_000;

/// Reads parts of a cohort, one after the other, and counts the values of each while it
/// is read: before more is held than any part has, there is an error of the kind
/// [`InvalidData`](io::ErrorKind::InvalidData).
///
/// ```
/// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
/// use std::io::{self, Read};
///
/// use rolefit_engine::cohort::PartReader;
///
/// let endless = b"{\"".chain(io::repeat(b'a'));
/// let refused = io::copy(&mut PartReader::new(endless, &catalogue), &mut io::sink());
/// assert_eq!(refused.unwrap_err().kind(), io::ErrorKind::InvalidData);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct PartReader<R> {
    from: R,
    most: usize,
    values: usize,
    depth: usize,
    /// How long the text or number is that is being read.
    length: usize,
    in_text: bool,
    is_escaped: bool,
}

#[derive(Debug, thiserror::Error)]
#[error(
    "this is longer than a part of a cohort can be: with these questions and roles one has at \
     most {0} values"
)]
struct TooLong(usize);

impl<R: Read> PartReader<R> {
    /// Reads parts that were counted with `catalogue`.
    pub fn new(from: R, catalogue: &Catalogue) -> Self {
        let most = most_values(catalogue);
        Self { from, most, values: 0, depth: 0, length: 0, in_text: false, is_escaped: false }
    }

    fn pass(&mut self, byte: u8) {
        if self.in_text {
            self.lengthen();
            (self.in_text, self.is_escaped) = match byte {
                _ if self.is_escaped => (true, false),
                b'\\' => (true, true),
                byte => (byte != b'"', false),
            };
            return;
        }
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' => {}
            b'"' => (self.in_text, self.length) = (true, 0),
            b'[' | b'{' => {
                self.depth += 1;
                self.count();
            }
            b',' | b':' => self.count(),
            b']' | b'}' => {
                self.depth = self.depth.saturating_sub(1);
                self.length = 0;
                if self.depth == 0 {
                    self.values = 0;
                }
            }
            _ => self.lengthen(),
        }
    }

    fn count(&mut self) {
        self.values += 1;
        self.length = 0;
    }

    fn lengthen(&mut self) {
        self.length += 1;
        if self.length > SHORT && self.length.is_multiple_of(LONG) {
            self.values += 1;
        }
    }
}

impl<R: Read> Read for PartReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        for byte in buffer.get(..read).unwrap_or_default() {
            self.pass(*byte);
            if self.values > self.most {
                return Err(io::Error::new(io::ErrorKind::InvalidData, TooLong(self.most)));
            }
        }
        Ok(read)
    }
}

/// How many values a part has at the most. Each begins with a mark: that of its list or
/// object, or a comma or colon before it.
fn most_values(catalogue: &Catalogue) -> usize {
    let (questionnaire, careers) = (catalogue.questionnaire(), catalogue.careers());
    let (questions, interests) = (questionnaire.questions.len(), questionnaire.interests.len());
    let points = usize::from(questionnaire.scale.len());
    // An escaped byte of a name takes six.
    let name = 2 + MOST_GROUP_NAME * 6 / LONG;
    let moments = 24 * interests + 4 * SignIndex::ALL.len();
    let tally = 64 + 3 * careers.roles.len() + careers.modules.len() + moments;
    let alone = questions * (points + 2) + questions * questions.saturating_sub(1) / 2 * 5;
    // Of each question with each interest, fifteen that it does not measure, or its answers.
    let items = alone + questions * interests * (points + 2).max(15) + 8 * interests;
    let most = (MOST_GROUPS + 1) * (name + tally) + items + RUNS;
    most.min(limits::PART.most)
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::PartReader;

    fn values(most: usize, text: &str) -> Result<u64, String> {
        let (values, depth, length) = (0, 0, 0);
        let from = text.as_bytes();
        let (in_text, is_escaped) = (false, false);
        let mut part = PartReader { from, most, values, depth, length, in_text, is_escaped };
        io::copy(&mut part, &mut io::sink()).map_err(|error| error.to_string())
    }

    #[test]
    fn a_part_has_so_many_values_and_the_next_one_again() {
        assert_eq!(values(4, "{\"a\": [1, 2]} {\"b\": [3, 4]}"), Ok(27));
        let why = "this is longer than a part of a cohort can be: with these questions and roles \
                   one has at most 3 values";
        assert_eq!(values(3, "{\"a\": [1, 2]}"), Err(why.to_owned()));
        // Marks in a text are none.
        assert_eq!(values(1, "{\"[[,,\\\",{{\""), Ok(12));
        // 48 and 16 more count as one.
        let digits = |count: usize| format!("[{}", "7".repeat(count));
        assert!(values(1, &digits(63)).is_ok() && values(1, &digits(64)).is_err());
        assert!(values(1, &format!("[\"{}", "a".repeat(64))).is_err());
        assert!(values(1, &format!("[{}", " ".repeat(1_000))).is_ok());
    }
}
