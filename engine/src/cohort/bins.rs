//! Fifths of a distribution that are counted together, so that none tells of fewer than ten.
//!
//! The whole is told as finely as its own counts allow. Groups are told on a ladder of ever wider
//! bars, each made of those before: a group stands on the first step on which its own bars, and
//! those of all who are left, have nobody or at least ten people. So whatever can be had by taking
//! groups from the whole is a sum of bars of ten.

use super::disclosure::is_enough;
use super::tally::BINS;

/// How many bars each wider bar is made of, the lowest first; they sum to [`BINS`].
pub(super) type Widths = Vec<usize>;

/// People in each bar.
pub(super) type Fifths = [u64; BINS];

/// Every bar by itself.
pub(super) fn unmerged() -> Widths {
    vec![1; BINS]
}

/// The people in each of the wider bars.
pub(super) fn counts(bars: &[u64], widths: &[usize]) -> Vec<u64> {
    let mut bars = bars.iter();
    widths.iter().map(|width| bars.by_ref().take(*width).sum()).collect()
}

/// The bars of the whole and those of each group. All groups, and the whole less all groups,
/// have nobody or at least ten people.
pub(super) fn merged(whole: &Fifths, groups: &[Fifths]) -> (Widths, Vec<Widths>) {
    let finest = partitions().filter(|widths| are_enough(whole, widths)).max_by_key(Vec::len);
    let finest = finest.unwrap_or_else(|| vec![BINS]);
    let mut step = finest.clone();
    let mut placed: Vec<Option<Widths>> = vec![None; groups.len()];
    loop {
        place(whole, groups, &step, &mut placed);
        let open = || groups.iter().zip(&placed).filter(|(_, widths)| widths.is_none());
        if open().next().is_none() {
            break;
        }
        let fitting = |widths: &Widths| open().filter(|(of, _)| are_enough(*of, widths)).count();
        match wider(&step).max_by_key(fitting) {
            Some(widths) => step = widths,
            None => break,
        }
    }
    (finest, placed.into_iter().map(|widths| widths.unwrap_or_else(|| vec![BINS])).collect())
}

/// Puts on this step the groups that are safe there, as long as those who are left are.
fn place(whole: &Fifths, groups: &[Fifths], step: &Widths, placed: &mut [Option<Widths>]) {
    let mut rest = *whole;
    let mut fitting = Vec::new();
    for (group, widths) in groups.iter().zip(placed) {
        if widths.is_some() {
            change(&mut rest, group, u64::saturating_sub);
        } else if are_enough(group, step) {
            change(&mut rest, group, u64::saturating_sub);
            fitting.push((group, widths));
        }
    }
    fitting.sort_by_key(|(group, _)| group.iter().sum::<u64>());
    for (group, widths) in fitting {
        if are_enough(&rest, step) {
            *widths = Some(step.clone());
        } else {
            change(&mut rest, group, u64::saturating_add);
        }
    }
}

fn change(rest: &mut Fifths, by: &Fifths, how: fn(u64, u64) -> u64) {
    for (rest, by) in rest.iter_mut().zip(by) {
        *rest = how(*rest, *by);
    }
}

fn are_enough(bars: &[u64], widths: &Widths) -> bool {
    counts(bars, widths).into_iter().all(is_enough)
}

/// Every way to make wider bars.
fn partitions() -> impl Iterator<Item = Widths> {
    (0..1_u32 << (BINS - 1)).map(|cuts| {
        let mut widths = vec![1];
        for place in 0..BINS - 1 {
            match widths.last_mut() {
                Some(last) if cuts >> place & 1 == 0 => *last += 1,
                _ => widths.push(1),
            }
        }
        widths
    })
}

/// The same with two neighbours made one, in every way.
fn wider(widths: &[usize]) -> impl Iterator<Item = Widths> {
    (1..widths.len()).map(|place| {
        let (left, right) = widths.split_at(place);
        let joined = left.last().into_iter().chain(right.first()).sum();
        let before = left.iter().take(place - 1).copied();
        before.chain([joined]).chain(right.iter().skip(1).copied()).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::merged;

    #[test]
    fn bars_of_fewer_than_ten_are_counted_with_a_neighbour() {
        assert_eq!(merged(&[0, 12, 30, 0, 10], &[]).0, [1, 1, 1, 1, 1]);
        assert_eq!(merged(&[3, 12, 30, 10, 10], &[]).0, [2, 1, 1, 1]);
        assert_eq!(merged(&[3, 3, 3, 3, 3], &[]).0, [5]);
    }

    #[test]
    fn no_bar_of_few_is_the_rest_of_the_whole() {
        let (whole, groups) =
            merged(&[20, 20, 20, 20, 20], &[[10, 10, 10, 10, 10], [10, 10, 10, 10, 10]]);
        assert_eq!((whole, groups), (vec![1; 5], vec![vec![1; 5]; 2]));
        // The first would be safe by itself; it would give away the five of the second.
        let (whole, groups) =
            merged(&[15, 25, 20, 20, 20], &[[10, 10, 10, 10, 10], [5, 15, 10, 10, 10]]);
        assert_eq!((whole, groups), (vec![1; 5], vec![vec![2, 1, 1, 1]; 2]));
    }
}
