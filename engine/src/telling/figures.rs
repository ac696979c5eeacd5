//! Figures as people read them.

/// A share (0 to 1) as a whole percentage that never rounds to a certainty.
#[must_use]
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

/// A share (0 to 1) of many people as a percentage with one decimal.
#[must_use]
pub fn exact_percent(share: f64) -> String {
    format!("{:.1}%", 100.0 * share)
}

/// A fit (0 to 100) as a whole number. Rounded down, so that it agrees with its band.
#[must_use]
pub fn whole(fit: f64) -> String {
    format!("{:.0}", fit.floor())
}

/// A figure with its sign and so many decimals; what rounds to zero has none.
#[must_use]
pub fn signed(figure: f64, decimals: usize) -> String {
    let shown = format!("{figure:+.decimals$}");
    if shown.contains(|digit: char| matches!(digit, '1'..='9')) {
        shown
    } else {
        format!("{:.decimals$}", 0.0)
    }
}

/// A figure with so many decimals and a sign only below 0; what rounds to zero has none.
#[must_use]
pub fn plain(figure: f64, decimals: usize) -> String {
    signed(figure, decimals).trim_start_matches('+').to_owned()
}

/// A figure with so many decimals, 9 at the most, halves rounded away from zero; a dash where
/// there is none.
#[must_use]
pub fn or_dash(figure: Option<f64>, decimals: u8) -> String {
    let Some(figure) = figure else { return "-".to_owned() };
    let unit = f64::from(10_u32.pow(u32::from(decimals)));
    // Adding 0 makes of -0 the 0 that it equals.
    let settled = (figure * unit).round() / unit + 0.0;
    format!("{settled:.*}", usize::from(decimals))
}

/// A count; a dash where there is none.
#[must_use]
pub fn count_or_dash(count: Option<u64>) -> String {
    count.map_or_else(|| "-".to_owned(), |count| count.to_string())
}

/// Names in a row: `a, b and c`.
#[must_use]
pub fn listed(names: &[impl AsRef<str>]) -> String {
    let is_long = |name: &str| name.contains(" and ") || name.contains(',');
    let (comma, and) = if names.iter().any(|name| is_long(name.as_ref())) {
        ("; ", "; and ")
    } else {
        (", ", " and ")
    };
    let joined = |names: &[_]| names.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(comma);
    match names {
        [before @ .., last] if !before.is_empty() => {
            format!("{}{and}{}", joined(before), last.as_ref())
        }
        few => joined(few),
    }
}

/// A number of things, two or more, at the beginning of a sentence.
#[must_use]
pub fn counted(count: usize) -> String {
    let words = ["Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
    words.get(count.wrapping_sub(2)).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// A rank as it is said: `1st`, `11th`.
#[must_use]
pub fn ordinal(rank: usize) -> String {
    let ending = match (rank % 10, rank % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{rank}{ending}")
}

#[cfg(test)]
mod tests {
    use super::{listed, or_dash, ordinal, percent, plain, signed, whole};

    #[test]
    fn ranks_are_said_as_ordinals() {
        let said = [1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(ordinal);
        let expected =
            ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "102nd", "111th"];
        assert_eq!(said, expected);
    }

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
        assert_eq!([-0.0004, 0.2, -1.0].map(|f| plain(f, 3)), ["0.000", "0.200", "-1.000"]);
        assert_eq!([Some(-0.001), Some(0.125), None].map(|f| or_dash(f, 2)), ["0.00", "0.13", "-"]);
    }

    #[test]
    fn names_are_joined_as_in_a_sentence() {
        let names = ["a", "b", "c"];
        let listed = [0, 1, 2, 3].map(|count| listed(&names[..count]));
        assert_eq!(listed, ["", "a", "a and b", "a, b and c"]);
    }

    #[test]
    fn names_with_an_and_of_their_own_are_joined_so_that_each_is_seen() {
        assert_eq!(listed(&["a and b"]), "a and b");
        assert_eq!(listed(&["a and b", "c"]), "a and b; and c");
        assert_eq!(listed(&["a", "b", "c, d and e"]), "a; b; and c, d and e");
    }
}
