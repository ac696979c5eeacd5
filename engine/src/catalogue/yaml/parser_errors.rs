//! The parser's errors of syntax, recognised by its own words: it has no codes for them.
//! A test fails when the parser changes its words.

use crate::catalogue::mistake::SyntaxMistake;

/// A part of the parser's sentence, and what it means. The first that fits counts.
const WORDS: [(&str, SyntaxMistake); 17] = [
    ("recursion limit", SyntaxMistake::TooDeep),
    ("tab", SyntaxMistake::Tab),
    ("mapping values are not allowed", SyntaxMistake::ColonInText),
    ("content after", SyntaxMistake::TextAfterQuote),
    ("unknown escape", SyntaxMistake::UnknownEscape),
    ("quote", SyntaxMistake::OpenQuote),
    ("unclosed bracket", SyntaxMistake::OpenBracket),
    ("mismatched bracket", SyntaxMistake::MismatchedBracket),
    ("misplaced bracket", SyntaxMistake::StrayBracket),
    ("illegal placement of ':'", SyntaxMistake::StrayColon),
    ("implicit flow mapping", SyntaxMistake::NothingBeforeComma),
    ("expected ','", SyntaxMistake::NoComma),
    ("expected '-'", SyntaxMistake::NotAnItem),
    ("block sequence entries are not allowed", SyntaxMistake::ListInLine),
    ("expected key", SyntaxMistake::Indentation),
    ("simple key", SyntaxMistake::NoKey),
    ("unexpected character", SyntaxMistake::ReservedStart),
];

/// The mistake that the parser's `error` means.
pub(super) fn recognised(error: &str) -> SyntaxMistake {
    // The position that the parser appends is told otherwise.
    let sentence = error.rsplit_once(" at line ").map_or(error, |(sentence, _)| sentence);
    let known = WORDS.iter().find(|(words, _)| sentence.contains(words));
    let other = || SyntaxMistake::Other { sentence: sentence.to_owned() };
    known.map_or_else(other, |(_, mistake)| mistake.clone())
}

/// Whether the parser's `error` names `character` as one it does not take.
pub(super) fn names(error: &str, character: char) -> bool {
    error.contains(&format!("`{}'", character.escape_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the parser says of `text`.
    fn said(text: &str) -> String {
        let read = serde_yaml::from_str::<serde_json::Value>(text);
        read.unwrap_err().without_snippet().to_string()
    }

    /// If this fails after an update of the parser, it has changed its words: bring
    /// `WORDS` up to them.
    #[test]
    fn the_parser_says_what_it_is_recognised_by() {
        let deep = "[".repeat(5_000);
        let samples = [
            deep.as_str(),
            "a:\n\tb: c\n",
            "a: b: c\n",
            "a: \"b\" c\n",
            "a: \"\\q\"\n",
            "a: \"b\n",
            "[,,,\n",
            "a: [b}\n",
            "}\n",
            "a: [b\nc: d\n",
            "a: [,,,]\n",
            "a: {b: c: d}\n",
            "- a\nb: c\n",
            "a: - b\n",
            "a:\n  b: 1\n c: 2\n",
            "a: 1\nb:2\n",
            "a: @b\n",
        ];
        for (sample, (words, mistake)) in samples.iter().zip(WORDS) {
            let said = said(sample);
            assert!(said.contains(words), "{sample:?} was recognised by {words:?}: {said}");
            assert_eq!(recognised(&said), mistake, "{said}");
        }
        assert!(names(&said("a: b\u{7f}c\n"), '\u{7f}'));
    }

    #[test]
    fn what_is_not_recognised_is_told_in_the_words_of_the_parser() {
        let other = recognised("never heard of at line 3, column 1");
        assert_eq!(other, SyntaxMistake::Other { sentence: "never heard of".to_owned() });
    }
}
