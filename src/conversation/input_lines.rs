//! Lines of input, and what they may hold.

use std::io::{self, BufRead};

use rolefit_engine::limits::INPUT_LINE;

use crate::failure::Failure;

/// The lines of standard input, counted.
#[derive(Debug, Default)]
pub(super) struct InputLines {
    count: usize,
}

impl InputLines {
    /// How many lines were read.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// The next line without blanks around it; `None` at the end of input.
    pub(super) fn read(&mut self) -> Result<Option<String>, Failure> {
        let line = limited(io::stdin().lock()).map_err(Failure::io("standard input"))?;
        self.count += usize::from(line.is_some());
        Ok(line)
    }
}

/// The next line without blanks around it, read to its end. One that is longer than the
/// limit is cut, and has a mark that makes it no answer.
fn limited(mut input: impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let mut part = io::Read::take(&mut input, INPUT_LINE.most as u64);
    if part.read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    let mut line = String::from_utf8_lossy(&bytes).trim().to_owned();
    if !bytes.ends_with(b"\n") && input.skip_until(b'\n')? > 1 {
        line.push('…');
    }
    Ok(Some(line))
}

/// Whether a line ends the sitting.
pub(super) fn is_quit(line: &str) -> bool {
    matches!(line.to_ascii_lowercase().as_str(), "q" | "quit")
}

/// Whether a line asks for something of what can be done after the last question,
/// and so is no answer left over.
pub(super) fn is_request(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    ["change", "mark", "now", "write"].iter().any(|request| word.eq_ignore_ascii_case(request))
}

/// What a line may say after the last question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Request {
    /// The word that was asked for, with these numbers, from 1.
    Numbers(Vec<usize>),
    /// Nothing: it goes on.
    Nothing,
    /// The sitting ends here.
    Quit,
}

impl Request {
    /// What `line` says where `word` and numbers from 1 to `highest` are asked for,
    /// with blanks or commas between them; `None` if it says anything else. Numbers
    /// alone are not enough: a script that cannot know how many questions there are
    /// has answers left over, which must not be taken for anything else.
    pub(super) fn by(line: &str, word: &str, highest: usize) -> Option<Self> {
        if line.is_empty() {
            return Some(Self::Nothing);
        }
        if is_quit(line) {
            return Some(Self::Quit);
        }
        let parts = line.split(|c: char| c.is_whitespace() || c == ',');
        let mut parts = parts.filter(|part| !part.is_empty());
        if !parts.next()?.eq_ignore_ascii_case(word) {
            return None;
        }
        let known = |part: &str| part.parse().ok().filter(|number| (1..=highest).contains(number));
        let numbers: Vec<usize> = parts.map(known).collect::<Option<_>>()?;
        (!numbers.is_empty()).then_some(Self::Numbers(numbers))
    }
}

#[cfg(test)]
mod tests {
    use super::limited;

    #[test]
    fn a_line_is_one_however_long_it_is() {
        let long = "3".repeat(10_000);
        let exact = "4".repeat(4_096);
        let text = format!("{long}\n5\n{exact}\n2 \n{long}");
        let mut input = text.as_bytes();
        let lines = std::iter::from_fn(|| limited(&mut input).unwrap()).collect::<Vec<_>>();
        let cut = format!("{}…", &long[..4_096]);
        assert_eq!(lines, [&cut, "5", &exact, "2", &cut]);
    }
}
