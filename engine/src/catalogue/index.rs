//! Places in the lists of a catalogue, and values that go with its entries.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};
use std::slice;

use serde::{Deserialize, Serialize};

/// The place of an entry of the kind `T` in its catalogue's list.
///
/// Only lists make them, so that one of a question cannot be taken for one of
/// an interest, and each is good for the list that it came from. Read back, it is good for
/// the catalogue that it was written with.
#[derive(Serialize, Deserialize)]
#[serde(transparent, bound = "")]
pub struct Ix<T> {
    place: usize,
    kind: PhantomData<fn() -> T>,
}

/// One `V` for each entry of the kind `T` in a catalogue, in file order.
#[derive(Serialize, Deserialize)]
#[serde(transparent, bound(serialize = "V: Serialize", deserialize = "V: Deserialize<'de>"))]
pub struct Each<T, V> {
    values: Vec<V>,
    kind: PhantomData<fn() -> T>,
}

/// The entries of one kind themselves, in file order.
pub type List<T> = Each<T, T>;

impl<T> Ix<T> {
    fn at(place: usize) -> Self {
        Self { place, kind: PhantomData }
    }

    /// The place as a number, from 0.
    #[must_use]
    pub fn number(self) -> usize {
        self.place
    }
}

impl<T, V> Each<T, V> {
    /// Values that are known to be one for each entry.
    pub(crate) fn new(values: Vec<V>) -> Self {
        Self { values, kind: PhantomData }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The values in file order.
    pub fn iter(&self) -> slice::Iter<'_, V> {
        self.values.iter()
    }

    /// The values in file order, to be changed.
    pub fn iter_mut(&mut self) -> slice::IterMut<'_, V> {
        self.values.iter_mut()
    }

    /// The places in file order.
    pub fn indices(
        &self,
    ) -> impl DoubleEndedIterator<Item = Ix<T>> + ExactSizeIterator + use<T, V> {
        (0..self.values.len()).map(Ix::at)
    }

    /// The values with their places, in file order.
    #[must_use]
    pub fn indexed(&self) -> impl DoubleEndedIterator<Item = (Ix<T>, &V)> + ExactSizeIterator {
        self.values.iter().enumerate().map(|(place, value)| (Ix::at(place), value))
    }

    /// The place of this number, from 0; `None` past the last.
    #[must_use]
    pub fn nth(&self, number: usize) -> Option<Ix<T>> {
        (number < self.values.len()).then(|| Ix::at(number))
    }

    /// The values as a slice, in file order.
    #[must_use]
    pub fn as_slice(&self) -> &[V] {
        &self.values
    }

    /// What `make` makes of each value.
    pub fn map<W>(&self, make: impl FnMut(&V) -> W) -> Each<T, W> {
        Each::new(self.values.iter().map(make).collect())
    }

    /// The same `value` for each entry.
    pub fn each<W: Clone>(&self, value: W) -> Each<T, W> {
        Each::new(vec![value; self.values.len()])
    }

    /// The place of the first value that `is_it` holds for.
    pub fn position(&self, is_it: impl FnMut(&V) -> bool) -> Option<Ix<T>> {
        self.values.iter().position(is_it).map(Ix::at)
    }
}

impl<T, V> Index<Ix<T>> for Each<T, V> {
    type Output = V;

    /// The value at a place.
    ///
    /// # Panics
    /// If the place is one of another, longer catalogue.
    #[expect(clippy::indexing_slicing, reason = "an index is made by the lists it is good for")]
    fn index(&self, ix: Ix<T>) -> &V {
        &self.values[ix.place]
    }
}

impl<T, V> IndexMut<Ix<T>> for Each<T, V> {
    #[expect(clippy::indexing_slicing, reason = "an index is made by the lists it is good for")]
    fn index_mut(&mut self, ix: Ix<T>) -> &mut V {
        &mut self.values[ix.place]
    }
}

impl<'e, T, V> IntoIterator for &'e Each<T, V> {
    type Item = &'e V;
    type IntoIter = slice::Iter<'e, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.values.iter()
    }
}

impl<'e, T, V> IntoIterator for &'e mut Each<T, V> {
    type Item = &'e mut V;
    type IntoIter = slice::IterMut<'e, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.values.iter_mut()
    }
}

// Derived, these would ask the same of the kind `T`, of which there is no value here.

impl<T> Clone for Ix<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Ix<T> {}

impl<T> PartialEq for Ix<T> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl<T> Eq for Ix<T> {}

impl<T> PartialOrd for Ix<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Ix<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.place.cmp(&other.place)
    }
}

impl<T> Hash for Ix<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.place.hash(state);
    }
}

impl<T> fmt::Debug for Ix<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ix({})", self.place)
    }
}

impl<T, V: Clone> Clone for Each<T, V> {
    fn clone(&self) -> Self {
        Self::new(self.values.clone())
    }
}

impl<T, V: PartialEq> PartialEq for Each<T, V> {
    fn eq(&self, other: &Self) -> bool {
        self.values == other.values
    }
}

impl<T, V: Eq> Eq for Each<T, V> {}

impl<T, V: fmt::Debug> fmt::Debug for Each<T, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.values).finish()
    }
}
