//! The standard normal distribution, the same on every system.

use rand::Rng;

use crate::elementary::{erfc, ln};

/// The value below which a standard normal deviate lies with the chance
/// `share`, above 0 and below 1; to about sixteen digits (Wichura 1988,
/// algorithm AS 241, PPND16, doi 10.2307/2347330).
pub(crate) fn quantile(share: f64) -> f64 {
    let from_middle = share - 0.5;
    if from_middle.abs() <= MIDDLE_EDGE {
        let r = MIDDLE_R - from_middle * from_middle;
        return from_middle * ratio(r, &MIDDLE);
    }
    let tail = if from_middle < 0.0 { share } else { 1.0 - share };
    let r = (-ln(tail)).sqrt();
    let far = if r <= 5.0 { ratio(r - 1.6, &OUTER) } else { ratio(r - 5.0, &FAR) };
    if from_middle < 0.0 { -far } else { far }
}

/// The chance that a standard normal deviate lies below `value`.
pub(crate) fn cumulative(value: f64) -> f64 {
    0.5 * erfc(-value * std::f64::consts::FRAC_1_SQRT_2)
}

/// The next value of Normal(0, 1).
pub(crate) fn deviate(rng: &mut impl Rng) -> f64 {
    // The middle of one of 2^52 cells: never 0, and never 1.
    #[expect(clippy::cast_precision_loss, reason = "52 bits are fewer than fit")]
    let cell = (rng.next_u64() >> 12) as f64;
    quantile((cell + 0.5) / 4_503_599_627_370_496.0)
}

/// The coefficients of a polynomial over another, from the highest power.
pub(crate) type Ratio = [[f64; 8]; 2];

fn ratio(r: f64, [above, below]: &Ratio) -> f64 {
    let at = |coefficients: &[f64; 8]| coefficients.iter().fold(0.0, |sum, next| sum * r + next);
    at(above) / at(below)
}

/// As far from the middle [`MIDDLE`] is good.
pub(crate) const MIDDLE_EDGE: f64 = 0.425;

/// The square of that.
pub(crate) const MIDDLE_R: f64 = 0.180_625;

/// Within [`MIDDLE_EDGE`] of the middle.
#[expect(clippy::excessive_precision, reason = "the coefficients as they were published")]
pub(crate) const MIDDLE: Ratio = [
    [
        2.509_080_928_730_122_672_7e3,
        3.343_057_558_358_812_810_5e4,
        6.726_577_092_700_870_085_3e4,
        4.592_195_393_154_987_145_7e4,
        1.373_169_376_550_946_112_5e4,
        1.971_590_950_306_551_442_7e3,
        1.331_416_678_917_843_774_5e2,
        3.387_132_872_796_366_608_0,
    ],
    [
        5.226_495_278_852_854_561_0e3,
        2.872_908_573_572_194_267_4e4,
        3.930_789_580_009_271_061_0e4,
        2.121_379_430_158_659_586_7e4,
        5.394_196_021_424_751_107_7e3,
        6.871_870_074_920_579_083_0e2,
        4.231_333_070_160_091_125_2e1,
        1.0,
    ],
];

/// Beyond that, as far as a tail of e^-25.
#[expect(clippy::excessive_precision, reason = "the coefficients as they were published")]
const OUTER: Ratio = [
    [
        7.745_450_142_783_414_076_40e-4,
        2.272_384_498_926_918_458_33e-2,
        2.417_807_251_774_506_117_70e-1,
        1.270_458_252_452_368_382_58,
        3.647_848_324_763_204_605_04,
        5.769_497_221_460_691_405_50,
        4.630_337_846_156_545_295_90,
        1.423_437_110_749_683_577_34,
    ],
    [
        1.050_750_071_644_416_843_24e-9,
        5.475_938_084_995_344_946_00e-4,
        1.519_866_656_361_645_719_66e-2,
        1.481_039_764_274_800_745_90e-1,
        6.897_673_349_851_000_045_50e-1,
        1.676_384_830_183_803_849_40,
        2.053_191_626_637_758_821_87,
        1.0,
    ],
];

/// Farther still.
#[expect(clippy::excessive_precision, reason = "the coefficients as they were published")]
const FAR: Ratio = [
    [
        2.010_334_399_292_288_132_65e-7,
        2.711_555_568_743_487_578_15e-5,
        1.242_660_947_388_078_438_60e-3,
        2.653_218_952_657_612_309_30e-2,
        2.965_605_718_285_048_912_30e-1,
        1.784_826_539_917_291_335_80,
        5.463_784_911_164_114_369_90,
        6.657_904_643_501_103_777_20,
    ],
    [
        2.044_263_103_389_939_785_64e-15,
        1.421_511_758_316_445_888_70e-7,
        1.846_318_317_510_054_681_80e-5,
        7.868_691_311_456_132_591_00e-4,
        1.487_536_129_085_061_485_25e-2,
        1.369_298_809_227_358_053_10e-1,
        5.998_322_065_558_879_376_90e-1,
        1.0,
    ],
];

#[cfg(test)]
mod tests {
    use super::{cumulative, quantile};
    use crate::elementary::pow;

    #[test]
    fn the_quantile_is_the_inverse_of_the_distribution() {
        for exponent in -300..0 {
            let share = pow(10.0, f64::from(exponent));
            let there_and_back = cumulative(quantile(share));
            assert!((there_and_back / share - 1.0).abs() < 1e-12, "{share}: {there_and_back}");
        }
        for thousandth in 1..1_000 {
            let share = f64::from(thousandth) / 1_000.0;
            assert!((cumulative(quantile(share)) - share).abs() < 1e-15, "{share}");
        }
    }

    #[test]
    fn quantiles_are_those_of_tables() {
        // To fifteen digits, as R and SciPy print them.
        for (share, value) in [
            (0.5, 0.0),
            (0.975, 1.959_963_984_540_054),
            (0.001, -3.090_232_306_167_813),
            (1e-9, -5.997_807_015_007_686_5),
            (1e-100, -21.273_453_560_965_32),
        ] {
            let found = quantile(share);
            assert!((found - value).abs() < 1e-13, "{share}: {found}");
        }
    }
}
