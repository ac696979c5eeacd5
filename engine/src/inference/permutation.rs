//! Tests by drawing permutations.

use super::real;

/// Where every sequence of draws begins.
const SEED: u64 = 0x726f_6c65_6669_7431;

/// A deterministic source of permutations: splitmix64 (Steele, Lea and Flood 2014, doi
/// 10.1145/2660193.2660195) from a constant seed, so that the same data give the same
/// p value everywhere.
pub(crate) struct Permutations {
    state: u64,
}

impl Permutations {
    /// The source at the beginning of its sequence.
    pub(crate) fn new() -> Self {
        Self { state: SEED }
    }

    /// Puts `of` in an order of which all are equally likely (Fisher and Yates 1938, as in
    /// Durstenfeld 1964, doi 10.1145/364520.364540).
    pub(crate) fn shuffle(&mut self, of: &mut [u32]) {
        let mut left = of;
        while let Some((last, rest)) = left.split_last_mut() {
            let place = self.below(u64::try_from(rest.len()).map_or(u64::MAX, |rest| rest + 1));
            // The place after the rest is its own.
            if let Some(other) = usize::try_from(place).ok().and_then(|at| rest.get_mut(at)) {
                std::mem::swap(last, other);
            }
            left = rest;
        }
    }

    /// A whole number below `bound`, which is above 0, all equally likely (Lemire 2019, doi
    /// 10.1145/3230636).
    #[expect(clippy::cast_possible_truncation, reason = "the two halves of a product")]
    fn below(&mut self, bound: u64) -> u64 {
        // The 2^64 draws do not divide evenly: so many of them are drawn again.
        let uneven = bound.wrapping_neg().checked_rem(bound).unwrap_or(0);
        loop {
            let product = u128::from(self.draw()) * u128::from(bound);
            if product as u64 >= uneven {
                return (product >> 64) as u64;
            }
        }
    }

    fn draw(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// The p value, above 0 and at most 1, of a statistic of which permutations drew others:
/// the share of those at least as large, with the observed one among them (Phipson and
/// Smyth 2010, doi 10.2202/1544-6115.1585).
///
/// Where nothing was drawn it is 1.
pub(crate) fn permutation_p(observed: u64, drawn: impl Iterator<Item = u64>) -> f64 {
    let (mut large, mut all) = (1, 1);
    for statistic in drawn {
        all += 1;
        large += u64::from(statistic >= observed);
    }
    real(large) / real(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_draws_are_those_of_splitmix() {
        // The outputs from 1234567 that implementations are commonly checked against.
        let mut source = Permutations { state: 1_234_567 };
        assert_eq!(source.draw(), 6_457_827_717_110_365_317);
        assert_eq!(source.draw(), 3_203_168_211_198_807_973);
        assert_eq!(source.draw(), 9_817_491_932_198_370_423);
    }

    #[test]
    fn the_six_orders_of_three_are_equally_likely() {
        let mut source = Permutations::new();
        let mut counts = std::collections::BTreeMap::<[u32; 3], u32>::new();
        for _ in 0..60_000 {
            let mut order = [0, 1, 2];
            source.shuffle(&mut order);
            *counts.entry(order).or_default() += 1;
        }
        assert_eq!(counts.len(), 6);
        let away = counts.values().map(|count| f64::from(count.abs_diff(10_000)));
        let squares = away.map(|away| away * away / 10_000.0);
        // The 99.9 % point of chi-squared with five degrees of freedom.
        assert!(squares.sum::<f64>() < 20.515, "{counts:?}");
    }

    #[test]
    fn a_shuffle_keeps_what_it_shuffles_and_is_the_same_again() {
        let [one, other] = [(); 2].map(|()| {
            let mut order: Vec<u32> = (0..100).collect();
            Permutations::new().shuffle(&mut order);
            order
        });
        assert_eq!(one, other);
        let mut sorted = one.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..100).collect::<Vec<u32>>());
        assert_ne!(one, sorted);
        Permutations::new().shuffle(&mut []);
    }

    #[test]
    fn large_bounds_are_drawn_from_evenly() {
        // Of 3 · 2^62 a third of the draws are each below 2^62, below 2^63 and above.
        let mut source = Permutations::new();
        let mut thirds = [0_u32; 3];
        for _ in 0..30_000 {
            let third = source.below((1 << 63) + (1 << 62)) >> 62;
            thirds[usize::try_from(third).unwrap()] += 1;
        }
        assert!(thirds.iter().all(|count| count.abs_diff(10_000) < 330), "{thirds:?}");
    }

    #[test]
    fn the_observed_statistic_is_counted_too() {
        assert!((permutation_p(5, [1, 5, 9, 2].into_iter()) - 0.6).abs() < 1e-15);
        assert!((permutation_p(5, [0; 999].into_iter()) - 0.001).abs() < 1e-15);
        assert!((permutation_p(5, std::iter::empty()) - 1.0).abs() < 1e-15);
    }
}
