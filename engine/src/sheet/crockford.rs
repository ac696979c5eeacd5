//! Crockford's base 32: symbols that people can write down and type again, and a check
//! on them.
//!
//! A symbol is worth five bits. It is a digit or a capital letter without I, L, O and U.
//! Readers take `O` for 0, `I` and `L` for 1, and pass over capitals, blanks and hyphens.

/// The characters of the symbols, by their worth.
const ALPHABET: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J',
    'K', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];

/// How many bits a symbol is worth.
pub(super) const BITS: usize = 5;

/// How many symbols a check takes.
pub(super) const CHECKS: usize = 3;

/// How many characters stand between two hyphens.
const GROUP: usize = 4;

/// x^15 + x^14 + x^10 + x^8 + x^7 + x^4 + x^3 + 1 without its first term: the polynomial
/// of CRC-15/CAN.
const POLYNOMIAL: u16 = 0x4599;

/// The symbol of this character; `None` if it is no symbol's.
pub(super) fn symbol(character: char) -> Option<u8> {
    let meant = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let worth = ALPHABET.iter().position(|known| *known == meant)?;
    u8::try_from(worth).ok()
}

/// The characters of `text` but those that only part it: blanks, and hyphens as people
/// and word processors write them.
pub(super) fn characters(text: &str) -> impl Iterator<Item = char> + Clone + '_ {
    let parts = |character: &char| {
        let is_hyphen = matches!(character, '-' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}');
        is_hyphen || character.is_whitespace()
    };
    text.chars().filter(move |character| !parts(character))
}

/// `symbols` as characters, in groups of four with hyphens between them.
pub(super) fn grouped(symbols: &[u8]) -> String {
    let mut text = String::with_capacity(symbols.len() + symbols.len() / GROUP);
    for (place, symbol) in symbols.iter().enumerate() {
        if place > 0 && place.is_multiple_of(GROUP) {
            text.push('-');
        }
        text.extend(ALPHABET.get(usize::from(*symbol)));
    }
    text
}

/// The bits in symbols, the first highest; the last symbol is filled up with zeros.
pub(super) fn packed(bits: &[bool]) -> Vec<u8> {
    let symbol = |bits: &[bool]| {
        (0..BITS).fold(0, |sum, at| sum << 1 | u8::from(bits.get(at).copied().unwrap_or_default()))
    };
    bits.chunks(BITS).map(symbol).collect()
}

/// The bits of `symbols`, the first highest.
pub(super) fn bits(symbols: &[u8]) -> Vec<bool> {
    let mut bits = Vec::with_capacity(symbols.len() * BITS);
    for symbol in symbols {
        bits.extend((0..BITS).rev().map(|at| symbol >> at & 1 == 1));
    }
    bits
}

/// The check on `symbols`: CRC-15/CAN of their bits, in three symbols.
///
/// Any change within fifteen bits in a row shows, wherever it is, in a check too. So
/// every wrong symbol does, and every swap of two neighbours.
pub(super) fn check(symbols: &[u8]) -> [u8; CHECKS] {
    let remainder = symbols.iter().fold(0_u16, |remainder, symbol| {
        let falls_out = usize::from((remainder >> 10 ^ u16::from(*symbol)) & 31);
        remainder << BITS & 0x7fff ^ REMAINDERS.get(falls_out).copied().unwrap_or_default()
    });
    [remainder >> 10, remainder >> 5, remainder].map(|part| (part & 31).to_le_bytes()[0])
}

/// What is left of each symbol when all its bits have fallen out.
#[expect(clippy::indexing_slicing, reason = "with a wrong index it would not build")]
const REMAINDERS: [u16; 32] = {
    let mut remainders = [0; 32];
    let mut symbol: u16 = 0;
    while symbol < 32 {
        remainders[symbol as usize] = remainder(symbol << 10);
        symbol += 1;
    }
    remainders
};

/// What becomes of a remainder with the next [`BITS`] bits, all 0.
const fn remainder(mut remainder: u16) -> u16 {
    let mut bit = 0;
    while bit < BITS {
        let shifted = remainder << 1 & 0x7fff;
        remainder = if remainder >> 14 & 1 == 1 { shifted ^ POLYNOMIAL } else { shifted };
        bit += 1;
    }
    remainder
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_check_is_the_one_that_catalogues_of_checks_list() {
        // Their test is of the 72 bits of "123456789"; zeros before them change nothing.
        let mut text = vec![false; 3];
        text.extend(
            b"123456789".iter().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1 == 1)),
        );
        // 0x059e is 00001 01100 11110.
        assert_eq!(check(&packed(&text)), [1, 12, 30]);
    }

    proptest! {
        #[test]
        fn the_check_takes_one_bit_after_the_other(
            symbols in proptest::collection::vec(0_u8..32, 0..40),
        ) {
            let by_bit = bits(&symbols).into_iter().fold(0_u16, |remainder, bit| {
                let falls_out = (remainder >> 14 & 1 == 1) != bit;
                let shifted = remainder << 1 & 0x7fff;
                if falls_out { shifted ^ POLYNOMIAL } else { shifted }
            });
            let check = check(&symbols).iter().fold(0, |all, part| all << BITS | u16::from(*part));
            prop_assert_eq!(check, by_bit);
        }
    }

    #[test]
    fn capitals_blanks_and_likenesses_do_not_matter() {
        let read = |text| characters(text).map(symbol).collect::<Option<Vec<u8>>>();
        assert_eq!(read("R0-1z"), Some(vec![24, 0, 1, 31]));
        for other in ["rO1Z", " ro\u{2011}L Z\n", "r\u{a0}0iz", "ro \u{2013} iz"] {
            assert_eq!(read(other), read("R0-1z"), "{other}");
        }
        assert_eq!(read("R0U"), None);
        assert_eq!(read("R0_"), None);
    }

    #[test]
    fn groups_have_four_characters_and_the_last_what_is_left() {
        assert_eq!(grouped(&[24, 0, 1, 2, 3]), "R012-3");
        assert_eq!(grouped(&[24, 0, 1, 2]), "R012");
    }

    #[test]
    fn bits_are_filled_up_at_the_end() {
        assert_eq!(packed(&[true, false, false, false, true, true]), [0b10001, 0b10000]);
        assert_eq!(bits(&[0b10001]), [true, false, false, false, true]);
    }
}
