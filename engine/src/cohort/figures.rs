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
    /// What is counted of roles and modules, but for what follows.
    pub(super) roles: bool,
    /// Of each role, for how many it leads.
    pub(super) leading: Vec<bool>,
    /// Of each module, for how many every role that leads needs it.
    pub(super) no_regret: Vec<bool>,
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
            leading: vec![true; of.leading.len()],
            no_regret: vec![true; of.no_regret.len()],
            interests: vec![Some(unmerged()); of.interests.len()],
            signs: vec![true; of.signs.len()],
        }
    }

    /// What tells of no single person, of everybody and of each of these groups: any reader may
    /// take the groups from the whole. `needed` are the modules that every role needs, which is
    /// no secret of anybody.
    pub(super) fn safe(all: &Tally, groups: &[&Tally], needed: &[bool]) -> (Self, Vec<Self>) {
        let nothing = Self::nothing(all);
        let mut shown = Release { whole: nothing.clone(), groups: vec![nothing; groups.len()] };
        let figure = |base: &dyn Fn(&Tally) -> Base| {
            let bases: Vec<Base> = groups.iter().map(|group| base(group)).collect();
            told(&base(all), &bases)
        };
        shown.set(figure(&|of| Base::of(of.ranked, &[])), |of| &mut of.status);
        shown.set(figure(&|of| Base::of(of.complete, &[])), |of| &mut of.complete);
        shown.set(figure(&|of| Base::of(of.ranked, &of.first)), |of| &mut of.roles);
        shown.of_roles(all, groups, needed);
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

    fn nothing(of: &Tally) -> Self {
        Self {
            status: false,
            complete: false,
            roles: false,
            leading: vec![false; of.leading.len()],
            no_regret: vec![false; of.no_regret.len()],
            interests: vec![None; of.interests.len()],
            signs: vec![false; of.signs.len()],
        }
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

    /// Sets for which roles it is told how many they lead, and for which modules how many need
    /// them anyhow: of those whose first roles are told.
    fn of_roles(&mut self, all: &Tally, groups: &[&Tally], needed: &[bool]) {
        if !self.whole.roles {
            return;
        }
        let are_told: Vec<bool> = self.groups.iter().map(|of| of.roles).collect();
        let within = |held: &dyn Fn(&Tally) -> Vec<u64>| {
            let base = |of: &Tally| Base::of(of.ranked, &held(of));
            // Whoever is not told of is one of the others.
            let of_group = |(of, is_told): (&&Tally, &bool)| {
                if *is_told { base(of) } else { Base::of(0, &[]) }
            };
            let bases: Vec<Base> = groups.iter().zip(&are_told).map(of_group).collect();
            let both = |(told, is_told): (bool, &bool)| told && *is_told;
            Some(told(&base(all), &bases)?.into_iter().zip(&are_told).map(both).collect())
        };
        let counted =
            |counts: &[u64], place: usize| counts.get(place).copied().into_iter().collect();
        for place in 0..all.leading.len() {
            let is_told = within(&|of| counted(&of.leading, place));
            self.set_of(is_told, |of| of.leading.get_mut(place));
        }
        for place in 0..all.no_regret.len() {
            let is_needed = needed.get(place).copied().unwrap_or(false);
            let held =
                |of: &Tally| if is_needed { Vec::new() } else { counted(&of.no_regret, place) };
            self.set_of(within(&held), |of| of.no_regret.get_mut(place));
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
