//! Who comes first in each draw, and how often.

use super::lanes::{BLOCKS, DrawGroup, IntLanes, LANES, Lanes, minus_equal};

/// How many draws are ranked together.
#[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "they are few")]
const TOGETHER: i32 = (BLOCKS * LANES) as i32;

/// In how many blocks of draws the highest number is found at once: what is needed for it
/// fits into a processor's registers.
const AT_ONCE: usize = 2;

/// Counts how often each of some contenders comes first.
pub(super) struct Contest {
    /// The number of each before anything is drawn.
    given: Vec<Lanes>,
    /// So often, in each lane.
    firsts: Vec<IntLanes>,
    /// The numbers that the contenders have in the draws at hand.
    totals: Vec<DrawGroup>,
    /// The highest of them.
    highest: DrawGroup,
    /// Who comes first in those draws: so often, in each lane.
    leads: Vec<IntLanes>,
}

impl Contest {
    /// A contest in which nothing was drawn yet, among contenders to whom these numbers are
    /// given before anything is.
    pub(super) fn among(given: &[f32]) -> Self {
        let none = vec![IntLanes::default(); given.len()];
        let given: Vec<Lanes> = given.iter().map(|given| Lanes::splat(*given)).collect();
        let totals = given.iter().map(|given| [*given; BLOCKS]).collect();
        Self { given, firsts: none.clone(), totals, highest: DrawGroup::default(), leads: none }
    }

    /// The numbers that the contenders have in the draws at hand: whoever changes them has
    /// the highest found.
    pub(super) fn totals(&mut self) -> &mut [DrawGroup] {
        &mut self.totals
    }

    /// Gives each contender what it had before and what some draws add to it, and finds the
    /// highest. Nothing is `added` where that is not known.
    pub(super) fn sum_up(&mut self, added: Option<&[DrawGroup]>) {
        let Some(added) = added else {
            for (totals, given) in self.totals.iter_mut().zip(&self.given) {
                *totals = [*given; BLOCKS];
            }
            return self.find_highest();
        };
        let (highest, _) = self.highest.as_chunks_mut::<AT_ONCE>();
        for (place, highest) in highest.iter_mut().enumerate() {
            let mut most = [Lanes::splat(f32::NEG_INFINITY); AT_ONCE];
            for ((totals, added), given) in self.totals.iter_mut().zip(added).zip(&self.given) {
                let (totals, _) = totals.as_chunks_mut::<AT_ONCE>();
                let (added, _) = added.as_chunks::<AT_ONCE>();
                let (Some(totals), Some(added)) = (totals.get_mut(place), added.get(place)) else {
                    continue;
                };
                for ((most, total), added) in most.iter_mut().zip(totals).zip(added) {
                    *total = *added + *given;
                    *most = most.fast_max(*total);
                }
            }
            *highest = most;
        }
    }

    /// Finds the highest number in each of the draws at hand.
    pub(super) fn find_highest(&mut self) {
        for (block, highest) in self.highest.iter_mut().enumerate() {
            let mut most = Lanes::splat(f32::NEG_INFINITY);
            for totals in &self.totals {
                most = most.fast_max(totals.get(block).copied().unwrap_or_default());
            }
            *highest = most;
        }
    }

    /// Counts the draws at hand: the highest number comes first in each, and of equal ones
    /// the first contender. Returns the highest.
    pub(super) fn count(&mut self) -> &DrawGroup {
        self.lead();
        for (firsts, leads) in self.firsts.iter_mut().zip(&self.leads) {
            *firsts += *leads;
        }
        &self.highest
    }

    /// In how many draws each contender came first.
    pub(super) fn firsts(self) -> impl Iterator<Item = i32> {
        self.firsts.into_iter().map(IntLanes::reduce_add)
    }

    /// Who has the `highest` number. Where nobody shares a place that is all who equal it.
    fn lead(&mut self) {
        let mut all = IntLanes::default();
        for (leads, totals) in self.leads.iter_mut().zip(&self.totals) {
            let mut sum = IntLanes::default();
            for (total, highest) in totals.iter().zip(&self.highest) {
                sum -= minus_equal(*total, *highest);
            }
            *leads = sum;
            all += sum;
        }
        if all.reduce_add() != TOGETHER {
            self.lead_in_order();
        }
    }

    /// The same where places are shared: the first contender takes one, and also those
    /// that nobody can take as there is no highest number.
    fn lead_in_order(&mut self) {
        let mut open = [IntLanes::splat(1); BLOCKS];
        for (leads, totals) in self.leads.iter_mut().zip(&self.totals) {
            *leads = IntLanes::default();
            for (open, (total, highest)) in open.iter_mut().zip(totals.iter().zip(&self.highest)) {
                let taken = minus_equal(*total, *highest) & *open;
                *open -= taken;
                *leads += taken;
            }
        }
        if let Some(first) = self.leads.first_mut() {
            *first = open.into_iter().fold(*first, |sum, open| sum + open);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same number in every draw.
    fn everywhere(number: f32) -> DrawGroup {
        [Lanes::splat(number); BLOCKS]
    }

    fn firsts(draws: &[&[DrawGroup]]) -> Vec<i32> {
        let mut contest = Contest::among(&vec![0.0; draws[0].len()]);
        for totals in draws {
            contest.totals().copy_from_slice(totals);
            contest.find_highest();
            contest.count();
        }
        contest.firsts().collect()
    }

    #[test]
    fn the_highest_number_comes_first() {
        let mut mixed = everywhere(1.0);
        mixed[2] = Lanes::splat(3.0);
        let draws: [&[DrawGroup]; 2] = [
            &[everywhere(2.0), mixed, everywhere(-1.0)],
            &[everywhere(0.0), mixed, everywhere(9.0)],
        ];
        // A block of 16 to the second in the first 128 draws, the next 128 to the third.
        assert_eq!(firsts(&draws), [112, 16, 128]);
        let mut contest = Contest::among(&[0.0; 3]);
        contest.totals().copy_from_slice(draws[0]);
        contest.find_highest();
        let highest = contest.count();
        let by_hand: Vec<f32> = (0..BLOCKS).map(|at| if at == 2 { 3.0 } else { 2.0 }).collect();
        assert_eq!(highest.map(|lanes| lanes.to_array()[15]).to_vec(), by_hand);
    }

    #[test]
    fn numbers_are_sums_of_what_is_given_and_added() {
        let mut mixed = everywhere(1.0);
        mixed[5] = Lanes::splat(4.0);
        let mut contest = Contest::among(&[2.0, 0.5]);
        contest.sum_up(Some(&[everywhere(1.0), mixed]));
        // 2 + 1 against 0.5 + 1, or in the sixth block 0.5 + 4.
        let by_hand: Vec<f32> = (0..BLOCKS).map(|at| if at == 5 { 4.5 } else { 3.0 }).collect();
        assert_eq!(contest.count().map(|lanes| lanes.to_array()[0]).to_vec(), by_hand);
        contest.sum_up(None);
        assert_eq!(contest.count(), &everywhere(2.0));
        // All but a block of 16 of the first 128 draws, then all.
        assert_eq!(contest.firsts().collect::<Vec<i32>>(), [240, 16]);
    }

    #[test]
    fn of_equal_numbers_the_first_contender_comes_first() {
        let mut lanes = [1.0; LANES];
        lanes[3] = 5.0;
        let mut once = everywhere(1.0);
        once[7] = Lanes::from(lanes);
        assert_eq!(firsts(&[&[everywhere(1.0), once, once]]), [127, 1, 0]);
        assert_eq!(firsts(&[&[everywhere(0.0), everywhere(1.0), everywhere(1.0)]]), [0, 128, 0]);
    }

    #[test]
    fn every_draw_is_counted_even_without_a_number() {
        let none = everywhere(f32::NAN);
        assert_eq!(firsts(&[&[none, none]]), [128, 0]);
    }
}
