//! A contest of those to whom the draws add what a table says, in the widest registers that
//! the processor has. [`Contest`](super::contest::Contest) says the same, draw by draw.

use fearless_simd::{Level, Simd, dispatch, prelude::*};

use super::deviates::DRAWS;
use super::lanes::{BLOCKS, DrawGroup, LANES, Lanes};

/// How many draws the table keeps together for each contender.
const TOGETHER: usize = BLOCKS * LANES;

/// In how many registers of draws the highest number is found at once: with what is needed
/// for it they are at most as many as a processor has.
const AT_ONCE: usize = 8;

/// In how many draws each contender comes first to whom these numbers are `given`, and to
/// which the draws add what `table` says. The highest number in each draw goes to `highest`,
/// if that is wanted. `None` if places are shared or something given is not finite: then
/// who comes first depends on the order.
pub(super) fn firsts(
    given: &[f32],
    table: &[DrawGroup],
    highest: Option<&mut [Lanes]>,
) -> Option<Vec<i32>> {
    firsts_on(Level::new(), given, table, highest)
}

/// The same with the registers of a processor of this level.
fn firsts_on(
    level: Level,
    given: &[f32],
    table: &[DrawGroup],
    highest: Option<&mut [Lanes]>,
) -> Option<Vec<i32>> {
    if given.is_empty() || !given.iter().all(|given| given.is_finite()) {
        return None;
    }
    let table: &[f32] = bytemuck::cast_slice(table);
    let highest: Option<&mut [f32]> = highest.map(bytemuck::cast_slice_mut);
    let mut firsts = vec![0; given.len()];
    dispatch!(level, simd => count(simd, given, table, highest, &mut firsts));
    // In each draw somebody has the highest number, so these are more where two have.
    let all: i32 = firsts.iter().sum();
    (usize::try_from(all) == Ok(DRAWS)).then_some(firsts)
}

/// Counts for each contender in how many draws nobody has a higher number.
#[expect(clippy::inline_always, reason = "it is worked out in the registers of its caller")]
#[inline(always)]
fn count<S: Simd>(
    simd: S,
    given: &[f32],
    table: &[f32],
    mut highest: Option<&mut [f32]>,
    firsts: &mut [i32],
) {
    let width = S::f32s::LEN;
    let none = S::i32s::splat(simd, 0);
    let mut minus_firsts = vec![none; given.len()];
    let given: Vec<S::f32s> = given.iter().map(|given| S::f32s::splat(simd, *given)).collect();
    let groups = table.chunks_exact(given.len() * TOGETHER);
    for (first, group) in (0..).step_by(TOGETHER).zip(groups) {
        for begin in (0..TOGETHER).step_by(AT_ONCE * width) {
            let draws = begin..begin + AT_ONCE * width;
            let rows = group.chunks_exact(TOGETHER).filter_map(|row| row.get(draws.clone()));
            let mut most = [S::f32s::splat(simd, f32::NEG_INFINITY); AT_ONCE];
            for (added, given) in rows.clone().zip(&given) {
                for (most, added) in most.iter_mut().zip(added.chunks_exact(width)) {
                    *most = most.max(S::f32s::from_slice(simd, added) + *given);
                }
            }
            for ((added, given), minus_firsts) in rows.zip(&given).zip(&mut minus_firsts) {
                let mut minus_equal = none;
                for (most, added) in most.iter().zip(added.chunks_exact(width)) {
                    let total = S::f32s::from_slice(simd, added) + *given;
                    minus_equal += total.simd_eq(*most).to_vector();
                }
                *minus_firsts += minus_equal;
            }
            if let Some(to) = highest.as_mut().and_then(|to| to.get_mut(first + begin..)) {
                for (most, to) in most.iter().zip(to.chunks_exact_mut(width)) {
                    most.store_slice(to);
                }
            }
        }
    }
    for (firsts, minus) in firsts.iter_mut().zip(&minus_firsts) {
        *firsts = -minus.as_slice().iter().sum::<i32>();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::matching::odds::contest::Contest;

    /// A table whose numbers are as far apart as this, for so many contenders.
    fn table(seed: u32, step: f32, contenders: usize) -> Vec<DrawGroup> {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f32::from(u16::try_from(state >> 16).unwrap()) * step - 1.0
        };
        let rows = DRAWS / TOGETHER * contenders;
        (0..rows)
            .map(|_| [(); BLOCKS].map(|()| Lanes::from([(); LANES].map(|()| next()))))
            .collect()
    }

    /// What the draws come to one by one: the firsts, and the highest number in each.
    fn by_draw(given: &[f32], table: &[DrawGroup]) -> (Vec<i32>, Vec<Lanes>) {
        let mut contest = Contest::among(given);
        let mut highest = Vec::new();
        for rows in table.chunks_exact(given.len()) {
            contest.sum_up(Some(rows));
            highest.extend_from_slice(contest.count());
        }
        (contest.firsts().collect(), highest)
    }

    /// Whether two contenders have the highest number in some draw.
    fn shares_a_place(given: &[f32], table: &[DrawGroup], highest: &[Lanes]) -> bool {
        let groups = table.chunks_exact(given.len()).zip(highest.chunks_exact(BLOCKS));
        groups.flat_map(|(rows, highest)| (0..TOGETHER).map(move |draw| (rows, highest, draw))).any(
            |(rows, highest, draw)| {
                let at = |lanes: &[Lanes]| lanes[draw / LANES].to_array()[draw % LANES];
                let is_first = |(row, given): &(&DrawGroup, &f32)| {
                    (at(&row[..]) + **given).total_cmp(&at(highest)).is_eq()
                };
                rows.iter().zip(given).filter(is_first).count() > 1
            },
        )
    }

    proptest! {
        #[test]
        fn it_says_what_the_draws_say_one_by_one(
            given in proptest::collection::vec(-1.0_f32..1.0, 1..14),
            seed: u32,
            few: bool,
        ) {
            // With steps of a 64th some places are shared, but for a single contender.
            let (step, round) = if few { (1.0 / 2_048.0, 64.0) } else { (1.0 / 32_768.0, 1e9) };
            let given: Vec<f32> = given.iter().map(|of| (of * round).round() / round).collect();
            let table = table(seed, step, given.len());
            let (by_hand, all_highest) = by_draw(&given, &table);
            let shared = shares_a_place(&given, &table, &all_highest);
            let by_hand = (!shared).then_some(by_hand);
            for level in [Level::new(), Level::baseline()] {
                let mut highest = vec![Lanes::default(); DRAWS / LANES];
                let firsts = firsts_on(level, &given, &table, Some(&mut highest));
                prop_assert_eq!(&highest, &all_highest);
                prop_assert_eq!(&firsts, &by_hand);
            }
        }
    }

    #[test]
    fn nothing_is_said_where_order_decides() {
        let table = table(1, 1.0 / 32_768.0, 2);
        assert_eq!(firsts(&[2.0, 0.0], &table, None).map(|all| all.iter().sum()), Some(2_048));
        let same: Vec<DrawGroup> = table.iter().step_by(2).flat_map(|of| [*of, *of]).collect();
        assert_eq!(firsts(&[0.5, 0.5], &same, None), None);
        for given in [[f32::NAN, 0.0], [f32::INFINITY, 0.0]] {
            assert_eq!(firsts(&given, &table, None), None);
        }
        assert_eq!(firsts(&[], &[], None), None);
    }
}
