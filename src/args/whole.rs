//! Whole numbers on the command line.

use std::fmt::Display;
use std::str::FromStr;

/// Reads a whole number from `least` to `most`; `example` is the option with one.
///
/// # Errors
/// That another text is none, with what would be.
pub(super) fn whole<N>(
    least: N,
    most: N,
    example: &'static str,
) -> impl Fn(&str) -> Result<N, String> + Clone + Send + Sync + 'static
where
    N: FromStr + PartialOrd + Display + Copy + Send + Sync + 'static,
{
    move |text| {
        let number = text.trim().parse().ok().filter(|number| (least..=most).contains(number));
        number.ok_or_else(|| {
            format!("expected a whole number from {least} to {most}, as in {example}")
        })
    }
}
