//! Where a line may be broken: at blanks and, in scripts that are written without them,
//! between two characters.
//!
//! Chinese and Japanese break before and after nearly every character (Unicode Standard
//! Annex 14, class ID). Thai, Lao, Khmer and Burmese break between words, which only a
//! dictionary could tell; here it is between what their readers take for one character.

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_width::UnicodeWidthChar as _;

/// How text is wrapped into lines of so many columns.
pub(super) fn wrapping(columns: usize) -> Options<'static> {
    Options::new(columns.max(1))
        .word_splitter(WordSplitter::NoHyphenation)
        .word_separator(WordSeparator::Custom(words))
}

fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let words = WordSeparator::AsciiSpace.find_words(line);
    if line.is_ascii() {
        return words;
    }
    Box::new(words.flat_map(|word| {
        let mut pieces: Vec<Word<'_>> = pieces(word.word).into_iter().map(Word::from).collect();
        match pieces.last_mut() {
            Some(last) => last.whitespace = word.whitespace,
            None => pieces.push(word),
        }
        pieces
    }))
}

/// The parts of a word between which a line may be broken.
fn pieces(word: &str) -> Vec<&str> {
    let breaks = word.char_indices().zip(word.char_indices().skip(1));
    let breaks = breaks.filter(|((_, before), (_, after))| may_break(*before, *after));
    let mut pieces = Vec::new();
    let (mut rest, mut start) = (word, 0);
    for (_, (at, _)) in breaks {
        let (piece, next) = rest.split_at(at - start);
        pieces.push(piece);
        (rest, start) = (next, at);
    }
    if !rest.is_empty() {
        pieces.push(rest);
    }
    pieces
}

fn may_break(before: char, after: char) -> bool {
    (is_unspaced(before) || is_unspaced(after)) && !holds_next(before) && !holds_on(after)
}

/// Whether its script is written without blanks between words.
fn is_unspaced(character: char) -> bool {
    matches!(character,
        '\u{e00}'..='\u{eff}'          // Thai, Lao
        | '\u{1000}'..='\u{109f}'      // Burmese
        | '\u{1780}'..='\u{17ff}'      // Khmer
        | '\u{2e80}'..='\u{312f}'      // radicals, punctuation, kana, bopomofo
        | '\u{31a0}'..='\u{4dbf}'      // bopomofo, kana, enclosed, ideographs
        | '\u{4e00}'..='\u{a4cf}'      // ideographs, Yi
        | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether no line ends with it: it opens something, or is read after what it stands
/// before.
fn holds_next(character: char) -> bool {
    "([{<'\"“‘«¿¡$£€#（［｛「『【〈《〔〖〘〝".contains(character)
        || matches!(character,
            '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}' | '\u{1039}' | '\u{17d2}'
            | '\u{200d}' | '\u{2060}')
}

/// Whether no line begins with it: it closes something, or belongs to what stands before
/// it.
fn holds_on(character: char) -> bool {
    ")]}>'\"”’».,:;!?%…‥、。，．・：；？！）］｝」』】〉》〕〗〙〟ー々〻ゝゞヽヾ～"
        .contains(character)
        || "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶｧｨｩｪｫｬｭｮｯｰﾞﾟ".contains(character)
        || matches!(character,
            '\u{e2f}'..='\u{e33}' | '\u{e45}' | '\u{e46}' | '\u{eaf}'..='\u{eb3}' | '\u{ec6}'
            | '\u{102b}'..='\u{103e}' | '\u{104a}' | '\u{104b}' | '\u{1056}'..='\u{1059}'
            | '\u{17b4}'..='\u{17d6}' | '\u{17dd}')
        || character.width() == Some(0)
}

#[cfg(test)]
mod tests {
    use textwrap::wrap;

    use super::wrapping;

    #[test]
    fn text_without_blanks_fills_its_lines_and_no_line_begins_with_what_closes() {
        let chinese = "你喜欢整理数据吗（一点点）？请选择。";
        assert_eq!(
            wrap(chinese, wrapping(12)),
            ["你喜欢整理数", "据吗（一点", "点）？请选", "择。"]
        );
        let japanese = "データベースをつくって、まもる";
        assert_eq!(wrap(japanese, wrapping(10)), ["データベー", "スをつくっ", "て、まもる"]);
        let mixed = "使用 SQL 查询数据库";
        assert_eq!(wrap(mixed, wrapping(12)), ["使用 SQL 查", "询数据库"]);
    }

    #[test]
    fn thai_is_broken_between_what_is_read_as_one_character() {
        let thai = "ทำงานกับข้อมูลผู้ป่วย";
        for columns in 2..12 {
            let lines = wrap(thai, wrapping(columns));
            assert_eq!(lines.concat(), thai);
            for line in lines {
                let first = line.chars().next().unwrap_or_default();
                let last = line.chars().next_back().unwrap_or_default();
                assert!(!"ะัาำิีึืุู่้๊๋็์".contains(first), "{columns}: {line}");
                assert!(!"เแโใไ".contains(last), "{columns}: {line}");
            }
        }
    }

    #[test]
    fn text_with_blanks_is_broken_there_and_nowhere_else() {
        let text = "Können Größen “unsicher” sein? 데이터를 정리하다";
        let lines = wrap(text, wrapping(14));
        assert_eq!(lines, ["Können Größen", "“unsicher”", "sein? 데이터를", "정리하다"]);
    }
}
