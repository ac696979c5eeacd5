//! Figures as people read them.

/// A share as a whole percentage that never rounds to a certainty.
pub fn percent(share: f64) -> String {
    let percent = 100.0 * share;
    if percent < 1.0 {
        "<1%".to_owned()
    } else if percent > 99.0 {
        ">99%".to_owned()
    } else {
        format!("{percent:.0}%")
    }
}

/// A fit as a whole number. Rounded down, so that it agrees with its band.
pub fn whole(fit: f64) -> String {
    format!("{:.0}", fit.floor())
}

/// A figure with its sign and so many decimals; what rounds to zero has none.
pub fn signed(figure: f64, decimals: usize) -> String {
    let shown = format!("{figure:+.decimals$}");
    if shown.contains(|digit: char| matches!(digit, '1'..='9')) {
        shown
    } else {
        format!("{:.decimals$}", 0.0)
    }
}

/// Names in a row: `a, b and c`.
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// A number of things at the beginning of a sentence.
pub fn counted(count: usize) -> String {
    let words = ["Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
    words.get(count.wrapping_sub(2)).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::{listed, percent, signed, whole};

    #[test]
    fn no_share_is_told_as_certain_or_impossible() {
        assert_eq!([percent(0.0), percent(1.0), percent(0.444)], ["<1%", ">99%", "44%"]);
    }

    #[test]
    fn a_fit_just_below_a_band_is_not_rounded_into_it() {
        assert_eq!(whole(94.99), "94");
    }

    #[test]
    fn zero_has_no_sign() {
        assert_eq!(
            [0.004, -0.004, -0.0, 0.006].map(|f| signed(f, 2)),
            ["0.00", "0.00", "0.00", "+0.01"]
        );
        assert_eq!([-0.0004, 0.2, -1.0].map(|f| signed(f, 3)), ["0.000", "+0.200", "-1.000"]);
    }

    #[test]
    fn names_are_joined_as_in_a_sentence() {
        let names =
            |count| ["a", "b", "c"].iter().take(count).map(|&n| n.to_owned()).collect::<Vec<_>>();
        assert_eq!([1, 2, 3].map(|count| listed(&names(count))), ["a", "a and b", "a, b and c"]);
    }
}
