//! The answer scale and the points on it.

use std::num::NonZeroU8;

use serde::{Deserialize, Serialize};

use crate::limits;

/// The labels of the answers, lowest first; 2 to 9 of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    labels: Vec<String>,
}

/// An answer that was given: a point on the scale, from 1 at the lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point(NonZeroU8);

impl Scale {
    /// The fewest answers a scale may offer.
    pub const MIN_POINTS: usize = 2;
    /// The most answers a scale may offer: each must be one digit.
    pub const MAX_POINTS: usize = limits::POINTS.most;

    /// A scale with these labels; `None` unless there are 2 to 9.
    #[must_use]
    pub fn new(labels: Vec<String>) -> Option<Self> {
        (Self::MIN_POINTS..=Self::MAX_POINTS).contains(&labels.len()).then_some(Self { labels })
    }

    /// The labels, lowest first.
    #[must_use]
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// The number of points, 2 to 9.
    #[must_use]
    pub fn len(&self) -> u8 {
        u8::try_from(self.labels.len()).unwrap_or(u8::MAX)
    }

    /// Always `false`: a scale has at least two points.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// The point numbered `number`; `None` if the scale has no such point.
    #[must_use]
    pub fn point(&self, number: u8) -> Option<Point> {
        NonZeroU8::new(number).filter(|number| number.get() <= self.len()).map(Point)
    }

    /// Every point, lowest first.
    pub fn points(&self) -> impl DoubleEndedIterator<Item = Point> + use<> {
        (1..=self.len()).filter_map(NonZeroU8::new).map(Point)
    }

    /// The label of `point`; empty if the point is of a longer scale.
    #[must_use]
    pub fn label(&self, point: Point) -> &str {
        self.labels.get(usize::from(point.number()) - 1).map_or("", String::as_str)
    }

    /// Where `point` stands when the scale runs from -1 to 1.
    #[must_use]
    pub fn coordinate(&self, point: Point) -> f64 {
        2.0 * f64::from(point.number() - 1) / f64::from(self.len() - 1) - 1.0
    }
}

impl Point {
    /// The point's number, from 1.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0.get()
    }
}
