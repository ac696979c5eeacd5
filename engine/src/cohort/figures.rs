//! Which figures are told of whom.

use super::bins::{Fifths, Widths, merged, unmerged};
use super::disclosure::{Base, told};
use super::tally::{Moments, Tally};

/// Which figures are told of some people. What is not told goes as a whole: counts, mean and
/// standard deviation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ToldFigures {
    /// For how many there is a ranking.
    pub(super) status: bool,
    /// How many answered everything.
    pub(super) complete: bool,
    /// What is counted of roles and modules.
    pub(super) roles: bool,
    /// Of each interest that is told, the bars of its distribution.
    pub(super) interests: Vec<Option<Widths>>,
    pub(super) signs: Vec<bool>,
}

impl ToldFigures {
    /// All that there is.
    pub(super) fn everything(of: &Tally) -> Self {
        Self {
            status: true,
            complete: true,
            roles: true,
            interests: vec![Some(unmerged()); of.interests.len()],
            signs: vec![true; of.signs.len()],
        }
    }

    /// What tells of no single person, of everybody and of each of these groups: any reader may
    /// take the groups from the whole.
    pub(super) fn safe(all: &Tally, groups: &[&Tally]) -> (Self, Vec<Self>) {
        let nothing = Self {
            status: false,
            complete: false,
            roles: false,
            interests: vec![None; all.interests.len()],
            signs: vec![false; all.signs.len()],
        };
        let mut shown = Release { whole: nothing.clone(), groups: vec![nothing; groups.len()] };
        let figure = |base: &dyn Fn(&Tally) -> Base| {
            let bases: Vec<Base> = groups.iter().map(|group| base(group)).collect();
            told(&base(all), &bases)
        };
        shown.set(figure(&|of| Base::of(of.ranked, &[])), |of| &mut of.status);
        shown.set(figure(&|of| Base::of(of.complete, &[])), |of| &mut of.complete);
        shown.set(figure(&|of| Base::of(of.ranked, &of.first)), |of| &mut of.roles);
        for place in 0..all.signs.len() {
            let sign = |of: &Tally| {
                let [defined, flagged] = of.signs.get(place).copied().unwrap_or_default();
                Base::of(defined, &[flagged])
            };
            shown.set_of(figure(&sign), |of| of.signs.get_mut(place));
        }
        for place in 0..all.interests.len() {
            let is_told = figure(&|of| {
                let of = interest(of, place);
                Base::of(of.people, &of.bins)
            });
            shown.spread(is_told, place, all, groups);
        }
        (shown.whole, shown.groups)
    }
}

/// What is told of everybody and of each group.
struct Release {
    whole: ToldFigures,
    groups: Vec<ToldFigures>,
}

impl Release {
    fn set(&mut self, is_told: Option<Vec<bool>>, figure: fn(&mut ToldFigures) -> &mut bool) {
        self.set_of(is_told, |of| Some(figure(of)));
    }

    fn set_of(
        &mut self,
        is_told: Option<Vec<bool>>,
        figure: impl Fn(&mut ToldFigures) -> Option<&mut bool>,
    ) {
        let Some(is_told) = is_told else { return };
        let groups = self.groups.iter_mut().zip(is_told);
        for (of, is_told) in groups.chain([(&mut self.whole, true)]) {
            if let Some(figure) = figure(of) {
                *figure = is_told;
            }
        }
    }

    /// Sets the bars of an interest.
    fn spread(&mut self, is_told: Option<Vec<bool>>, place: usize, all: &Tally, groups: &[&Tally]) {
        let Some(is_told) = is_told else { return };
        let bars = groups.iter().zip(&is_told).filter(|(_, is_told)| **is_told);
        let bars: Vec<Fifths> = bars.map(|(group, _)| interest(group, place).bins).collect();
        let (whole, widths) = merged(&interest(all, place).bins, &bars);
        let told_groups = self.groups.iter_mut().zip(is_told).filter(|(_, is_told)| *is_told);
        let groups = told_groups.map(|(group, _)| group).zip(widths);
        for (of, widths) in groups.chain([(&mut self.whole, whole)]) {
            if let Some(of) = of.interests.get_mut(place) {
                *of = Some(widths);
            }
        }
    }
}

/// What is counted of an interest; nothing where there is none.
fn interest(of: &Tally, place: usize) -> Moments {
    of.interests.get(place).cloned().unwrap_or_default()
}
