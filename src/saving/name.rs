//! The names of saved sittings: the date on which one began, `-2` and so on being the
//! later ones of that day.

use std::fmt;

/// The name of a saved sitting. The later one is the greater.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SittingName {
    /// `None` for the one that versions before there were names wrote.
    date: Option<String>,
    /// Which one of that day it is, from 1.
    number: u32,
}

impl SittingName {
    /// What the sitting of a version before there were names is called.
    const EARLIEST: &str = "sitting";

    /// The name that `text` is, if it is one.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text == Self::EARLIEST {
            return Some(Self { date: None, number: 1 });
        }
        let (date, rest) = text.split_at_checked(10)?;
        let is_date = date.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
        let number = match rest.strip_prefix('-') {
            None if rest.is_empty() => 1,
            None => return None,
            Some(digits) => digits.parse().ok().filter(|number| *number > 1)?,
        };
        let name = Self { date: Some(date.to_owned()), number };
        // There is one way to write each.
        (is_date && name.to_string() == text).then_some(name)
    }

    /// The name of a sitting that begins on `date` beside those of `others`.
    pub(super) fn new(date: &str, others: &[Self]) -> Self {
        let of_day = others.iter().filter(|other| other.date.as_deref() == Some(date));
        let last = of_day.map(|other| other.number).max().unwrap_or(0);
        Self { date: Some(date.to_owned()), number: last.saturating_add(1) }
    }

    /// The next name of the same day.
    pub(super) fn next(&self) -> Self {
        Self { date: self.date.clone(), number: self.number.saturating_add(1) }
    }
}

impl fmt::Display for SittingName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(date) = &self.date else { return formatter.write_str(Self::EARLIEST) };
        match self.number {
            1 => formatter.write_str(date),
            number => write!(formatter, "{date}-{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SittingName;

    fn name(text: &str) -> SittingName {
        SittingName::parse(text).unwrap()
    }

    #[test]
    fn a_name_is_a_date_and_a_number_and_is_written_in_one_way() {
        for text in ["2026-11-26", "2026-11-26-2", "2026-11-26-10", "sitting"] {
            assert_eq!(name(text).to_string(), text);
        }
        for text in [
            "",
            "2026-11-2",
            "2026-11-26-",
            "2026-11-26-1",
            "2026-11-26-02",
            "2026-11-26-+2",
            "2026-11-26x",
            "2026_11_26",
            "x026-11-26",
            "2026-11-26-99999999999",
            "sitting-2",
            "settings",
            "äääää",
        ] {
            assert_eq!(SittingName::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_later_sitting_has_a_greater_name() {
        let names = ["sitting", "2025-12-31-3", "2026-11-26", "2026-11-26-2", "2026-11-26-10"];
        assert!(names.map(name).is_sorted());
    }

    #[test]
    fn a_new_sitting_comes_after_all_others_of_its_day() {
        let others = ["2026-11-25-7", "2026-11-26-3", "sitting"].map(name);
        assert_eq!(SittingName::new("2026-11-26", &others), name("2026-11-26-4"));
        assert_eq!(SittingName::new("2026-11-27", &others), name("2026-11-27"));
        assert_eq!(name("2026-11-27").next(), name("2026-11-27-2"));
    }
}
