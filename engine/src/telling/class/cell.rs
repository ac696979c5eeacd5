//! What stands in a cell of the table of a class.

use crate::telling::figures::plain;

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum ClassCell {
    /// Nothing.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// A count.
    Count(usize),
    /// A chance or another share, 0 to 1.
    Share(f64),
    /// Any other figure.
    Figure(f64),
}

impl ClassCell {
    /// A text, or nothing where it is empty.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Some(text.into()).filter(|text| !text.is_empty()).map_or(Self::Empty, Self::Text)
    }

    /// The cell as text, a share with so many decimals: one that is neither 0 nor 1 is not
    /// told as either.
    ///
    /// ```
    /// use rolefit_engine::telling::class::ClassCell;
    ///
    /// assert_eq!(ClassCell::Share(0.79449).shown(3), "0.794");
    /// assert_eq!(ClassCell::Share(0.9999).shown(3), "0.999");
    /// assert_eq!(ClassCell::Share(0.0001).shown(3), "0.001");
    /// assert_eq!(ClassCell::Share(0.0).shown(3), "0.000");
    /// ```
    #[must_use]
    pub fn shown(&self, decimals: u8) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Figure(figure) => plain(*figure, usize::from(decimals)),
            Self::Share(share) => {
                format!("{:.*}", usize::from(decimals), settled(*share, decimals))
            }
        }
    }
}

/// A share rounded to so many decimals, to 0 or 1 only where it is that.
#[must_use]
pub fn settled(share: f64, decimals: u8) -> f64 {
    let unit = f64::from(10_u32.pow(u32::from(decimals.min(9))));
    let rounded = (share * unit).round();
    if share <= 0.0 || share >= 1.0 {
        rounded / unit
    } else {
        rounded.clamp(1.0, (unit - 1.0).max(1.0)) / unit
    }
}
