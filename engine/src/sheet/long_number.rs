//! Rows of small digits as one number, written in base 32.

/// How many symbols of base 32 a limb holds.
const SYMBOLS: usize = 6;

/// What a limb stays below.
const LIMB: u64 = 1 << 30;

/// A whole number of any size, 0 or more: its limbs, the lowest first and none 0 at the
/// end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct LongNumber(Vec<u32>);

impl LongNumber {
    /// The number that has these digits in `base`, the highest first.
    pub(super) fn of_digits(base: u8, digits: impl IntoIterator<Item = u8>) -> Self {
        let mut number = Self::default();
        let base = u64::from(base);
        // As many digits as fit into a limb are appended together.
        let (mut power, mut together) = (1, 0);
        for digit in digits {
            if power * base > LIMB {
                number.append(power, together);
                (power, together) = (1, 0);
            }
            power *= base;
            together = together * base + u64::from(digit);
        }
        number.append(power, together);
        number
    }

    /// The number that has these symbols in base 32, the highest first.
    pub(super) fn of_symbols(symbols: &[u8]) -> Self {
        let limb = |symbols: &[u8]| symbols.iter().fold(0, |limb, at| limb << 5 | u32::from(*at));
        let mut number = Self(symbols.rchunks(SYMBOLS).map(limb).collect());
        number.trim();
        number
    }

    /// Its last `count` digits in `base`, the highest first; `None` if it has more.
    pub(super) fn digits(mut self, base: u8, count: usize) -> Option<Vec<u8>> {
        let base = u64::from(base);
        // So many digits fit into a limb, and are taken together.
        let together = LIMB.ilog(base) as usize;
        let power = (0..together).fold(1, |power, _| power * base);
        let mut digits = Vec::with_capacity(count + together);
        while digits.len() < count {
            let mut last = self.take(power);
            for _ in 0..together {
                digits.push((last % base).to_le_bytes()[0]);
                last /= base;
            }
        }
        let are_no_more = digits.drain(count..).all(|digit| digit == 0);
        digits.reverse();
        (are_no_more && self.0.is_empty()).then_some(digits)
    }

    /// Its symbols in base 32, the highest first; as many as it needs.
    pub(super) fn symbols(&self) -> Vec<u8> {
        let mut symbols = Vec::with_capacity(self.0.len() * SYMBOLS);
        for limb in self.0.iter().rev() {
            let places = (0..SYMBOLS).rev();
            symbols.extend(places.map(|at| (limb >> (5 * at) & 31).to_le_bytes()[0]));
        }
        let zeros = symbols.iter().take_while(|symbol| **symbol == 0).count();
        symbols.drain(..zeros);
        symbols
    }

    /// Puts `digits` behind the last ones, of which there are as many as `power`, at most
    /// that of a limb, is a power of the base.
    fn append(&mut self, power: u64, digits: u64) {
        let mut carried = digits;
        for limb in &mut self.0 {
            let grown = u64::from(*limb) * power + carried;
            *limb = low(grown);
            carried = grown / LIMB;
        }
        if carried > 0 {
            self.0.push(low(carried));
        }
    }

    /// Takes the last digit in this base away, which is at most that of a limb.
    fn take(&mut self, base: u64) -> u64 {
        let rest = self.0.iter_mut().rev().fold(0, |rest, limb| {
            let left = rest * LIMB + u64::from(*limb);
            *limb = low(left / base);
            left % base
        });
        self.trim();
        rest
    }

    /// Drops the zeros at the end.
    fn trim(&mut self) {
        let used = self.0.iter().rposition(|limb| *limb > 0).map_or(0, |last| last + 1);
        self.0.truncate(used);
    }
}

/// What of a number fits into a limb.
fn low(number: u64) -> u32 {
    let [a, b, c, d, ..] = (number % LIMB).to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

#[cfg(test)]
mod tests {
    use super::LongNumber;

    #[test]
    fn digits_become_symbols_and_these_digits_again() {
        // 1 * 6^2 + 2 * 6 + 3 = 51 = 1 * 32 + 19.
        assert_eq!(LongNumber::of_digits(6, [1, 2, 3]).symbols(), [1, 19]);
        assert_eq!(LongNumber::of_symbols(&[0, 1, 19]).digits(6, 4), Some(vec![0, 1, 2, 3]));
        // It has three digits.
        assert_eq!(LongNumber::of_symbols(&[1, 19]).digits(6, 2), None);
        assert_eq!(LongNumber::of_digits(6, [0, 0]).symbols(), [0; 0]);
        assert_eq!(LongNumber::of_symbols(&[]).digits(6, 2), Some(vec![0, 0]));
    }

    #[test]
    fn numbers_of_many_limbs_are_exact() {
        // 2^32 = 4 * 32^6.
        let digits = (0..33).map(|at| u8::from(at == 0));
        assert_eq!(LongNumber::of_digits(2, digits).symbols(), [4, 0, 0, 0, 0, 0, 0]);
        let digits: Vec<u8> = (0..1_000).map(|at| (at * at % 10).try_into().unwrap()).collect();
        let symbols = LongNumber::of_digits(10, digits.iter().copied()).symbols();
        // Its first digit is 0: log32(10^999) = 663.7.
        assert_eq!(symbols.len(), 664);
        assert_eq!(LongNumber::of_symbols(&symbols).digits(10, 1_000), Some(digits));
    }
}
