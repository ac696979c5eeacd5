//! Student's t.

use super::beta::beta;
use crate::elementary::erfc;

/// Above so many degrees of freedom the normal distribution is near enough.
const MOST_FREEDOM: f64 = 1e6;

/// The chance, 0 to 1, that Student's t with so many degrees of freedom, above 0, is at
/// least as far from 0 as `t` (Student 1908, doi 10.1093/biomet/6.1.1): the incomplete
/// beta function of Abramowitz and Stegun 1964, 26.7.1, and above a million degrees of
/// freedom their normal approximation, 26.7.8.
///
/// Of 0 / 0, as where there is neither a difference nor a spread, it is not a number.
pub(crate) fn t_two_sided(t: f64, freedom: f64) -> f64 {
    if t.is_infinite() {
        return 0.0;
    }
    let square = t * t;
    if freedom > MOST_FREEDOM {
        let normal =
            t.abs() * (1.0 - 1.0 / (4.0 * freedom)) / (1.0 + square / (2.0 * freedom)).sqrt();
        return erfc(normal / 2.0_f64.sqrt());
    }
    beta(freedom / (freedom + square), freedom / 2.0, 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chances_are_those_of_tables() {
        for (t, freedom, chance) in [
            (12.706_205, 1.0, 0.05),
            (2.228_139, 10.0, 0.05),
            (2.042_272, 30.0, 0.05),
            (2.749_996, 30.0, 0.01),
            (1.959_964, f64::INFINITY, 0.05),
            (2.575_829, f64::INFINITY, 0.01),
        ] {
            let found = t_two_sided(t, freedom);
            assert!((found - chance).abs() < 1e-7, "{t} {freedom}: {found}");
            assert!((t_two_sided(-t, freedom) - found).abs() < 1e-15);
        }
    }

    #[test]
    fn one_and_two_degrees_of_freedom_have_closed_forms() {
        // 1 - (2/π) atan(1), and 1 - t / √(2 + t²) at t = 1 and √2.
        assert!((t_two_sided(1.0, 1.0) - 0.5).abs() < 1e-14);
        assert!((t_two_sided(1.0, 2.0) - 0.422_649_730_810_374_2).abs() < 1e-14);
        assert!((t_two_sided(2.0_f64.sqrt(), 2.0) - 0.292_893_218_813_452_5).abs() < 1e-14);
    }

    #[test]
    fn no_difference_has_the_chance_one_and_an_endless_one_none() {
        assert!((t_two_sided(0.0, 7.0) - 1.0).abs() < 1e-15);
        assert!(t_two_sided(f64::NEG_INFINITY, 7.0).abs() < 1e-300);
        assert!(t_two_sided(f64::NAN, 7.0).is_nan());
    }

    #[test]
    fn the_approximation_joins_the_exact_chance() {
        for t in [0.1, 1.0, 1.96, 3.0, 5.0] {
            let [exact, near] = [1e6, 1e6 + 1.0].map(|freedom| t_two_sided(t, freedom));
            assert!((exact - near).abs() < 1e-7 * near, "{t}: {exact} {near}");
        }
    }
}
