//! The chance of each role to come first.

use std::sync::{Arc, OnceLock};

use super::closeness::{HighestSimilarities, Lengths, WHOLE};
use super::contest::Contest;
use super::deviates::{DRAWS, Deviates};
use super::lanes::{BLOCKS, DrawGroup, LANES, Lanes, single};
use super::shift::Shift;
use super::standing::{OrderedBy, Standing};
use super::{quick_closeness, quick_contest};
use crate::catalogue::{Catalogue, Each, Measurement, Role};
use crate::matching::estimate::{Estimate, InterestEstimate};
use crate::matching::ledger::pulls;
use crate::matching::ranking::Directions;
use crate::sheet::Importance;

/// With more roles than this a table of all draws takes more room than it saves
/// time.
const MOST_CONTENDERS: usize = 200;

/// How often a role comes first.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Certainty {
    /// The share of draws of the true interests in which it does, 0 to 1: the
    /// chance that it is this person's best match. Roles in one direction, which
    /// come first together, have equal parts of a draw.
    pub best: f64,
    /// The share of repeat sittings, with other questions of the same kind but for
    /// what lasts of their noise, in which it does, 0 to 1.
    pub retest: f64,
}

/// What the draws of a person's true interests give.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// For each role its chance to be best: the `best` of [`Odds::certainties`].
    pub best: Each<Role, f64>,
    /// The highest numerator of any role at each draw.
    highest: Vec<Lanes>,
}

/// The odds of all who weigh the interests alike.
///
/// The true interests are drawn from Normal(e, v), the scores of a repeat sitting
/// from Normal((1 - c) e + c u, (1 - c)² v + (1 - c²) noise / k) with c the part
/// of the noise that lasts; from these the interests are estimated anew. What
/// orders the roles is the numerator of their similarity: the denominator is
/// the same for all. It is a sum of what the estimate gives and what the draw
/// adds, and the latter depends on which questions were answered, and not on
/// how. So it is worked out once for all who answered a whole form, and for
/// others corrected where they answered more or fewer questions.
#[derive(Debug, Clone)]
pub struct Odds {
    measurement: Measurement,
    directions: Directions,
    deviates: Arc<Deviates>,
    forms: Vec<WholeForm>,
}

/// Those who answered a whole form.
#[derive(Debug, Clone)]
struct WholeForm {
    standing: Standing,
    truly: OnceLock<Vec<DrawGroup>>,
    again: OnceLock<Vec<DrawGroup>>,
}

impl Odds {
    /// The odds of those to whom the interests matter like this; `deviates`
    /// are those of the catalogue's number of interests.
    #[must_use]
    pub fn of(catalogue: &Catalogue, importance: &Importance, deviates: Arc<Deviates>) -> Self {
        let measurement = catalogue.questionnaire().measurement.clone();
        let directions = Directions::of(catalogue.careers(), importance);
        Self { measurement, directions, deviates, forms: Vec::new() }
    }

    /// The odds of those to whom every interest matters alike, prepared for many.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::matching::{Deviates, Estimate, Odds};
    /// use rolefit_engine::sheet::Answers;
    ///
    /// let odds = Odds::usual(&catalogue, Deviates::of(&catalogue));
    /// let chances = odds.chances(&Estimate::of(&Answers::from_digits(&catalogue, "521234")?));
    /// assert!((chances.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn usual(catalogue: &Catalogue, deviates: Arc<Deviates>) -> Self {
        let mut odds = Self::of(catalogue, &Importance::equal(catalogue), deviates);
        if odds.directions.contenders().count() <= MOST_CONTENDERS {
            let form =
                |standing| WholeForm { standing, truly: OnceLock::new(), again: OnceLock::new() };
            odds.forms.extend(Standing::of_forms(catalogue).into_iter().map(form));
        }
        odds
    }

    /// The directions of the roles.
    #[must_use]
    pub fn directions(&self) -> &Directions {
        &self.directions
    }

    /// For each role how often it comes first for a person with this estimate.
    #[must_use]
    pub fn certainties(&self, estimate: &Estimate) -> Each<Role, Certainty> {
        let (best, retest) = (self.chances(estimate), self.retests(estimate));
        let both = best.iter().zip(&retest);
        Each::new(both.map(|(best, retest)| Certainty { best: *best, retest: *retest }).collect())
    }

    /// For each role the share of repeat sittings in which it comes first: the
    /// `retest` of [`Odds::certainties`].
    #[must_use]
    pub fn retests(&self, estimate: &Estimate) -> Each<Role, f64> {
        self.ranked(estimate, OrderedBy::Repeat, None)
    }

    /// For each role its chance to be best: the `best` of
    /// [`Odds::certainties`], for whoever needs no more.
    #[must_use]
    pub fn chances(&self, estimate: &Estimate) -> Each<Role, f64> {
        self.ranked(estimate, OrderedBy::True, None)
    }

    /// Ranks the roles at every draw of the true interests of a person with this estimate.
    #[must_use]
    pub fn drawn(&self, estimate: &Estimate) -> Drawn {
        let mut highest = vec![Lanes::default(); DRAWS / LANES];
        let best = self.ranked(estimate, OrderedBy::True, Some(&mut highest));
        Drawn { best, highest }
    }

    /// How the best match of a person with this estimate, to whom the interests matter
    /// as to all who have these odds, compares with that of people in general: the mean
    /// over the draws of the share of people whose highest similarity is lower, 0 to 1.
    /// `drawn` is what [`Odds::drawn`] gives for the estimate.
    #[must_use]
    pub fn closeness(
        &self,
        estimate: &Estimate,
        drawn: &Drawn,
        importance: &Importance,
        people: &HighestSimilarities,
    ) -> f64 {
        let standing = Standing::of(&self.measurement, estimate);
        let level = estimate.level.unwrap_or(0.0);
        let values = estimate.interests.iter().map(|of| single(of.value - level));
        let reaches = standing.moves(OrderedBy::True).map(|of| single(of.by));
        let lengths = Lengths::of(importance, values.zip(reaches));
        let by_block = || {
            let blocks = self.deviates.blocks().zip(&drawn.highest);
            blocks.fold(0.0, |sum, (deviates, highest)| {
                sum + people.parts_below(lengths.similarities(*highest, deviates))
            })
        };
        let quick = quick_closeness::parts_below(people, &lengths, &self.deviates, &drawn.highest);
        quick.unwrap_or_else(by_block) / WHOLE * share(1, 1)
    }

    fn shift(&self, base: Option<&Standing>, to: &Standing, by: OrderedBy) -> Shift {
        let contenders = self.directions.contenders().map(|(_, direction)| direction);
        Shift::between(base, to, by, contenders)
    }

    /// What the draws add to each contender's numerator for those who answered
    /// the whole form, group by group.
    fn table<'f>(&self, form: &'f WholeForm, by: OrderedBy) -> &'f [DrawGroup] {
        let table = || {
            let shift = self.shift(None, &form.standing, by);
            let contenders = self.directions.contenders().count();
            let mut columns = Vec::new();
            let mut table = Vec::with_capacity(DRAWS / LANES / BLOCKS * contenders);
            for deviates in self.deviates.groups() {
                shift.columns(deviates, &mut columns);
                table.extend((0..contenders).map(|number| {
                    let mut totals = DrawGroup::default();
                    shift.add(number, &columns, &mut totals);
                    totals
                }));
            }
            table
        };
        match by {
            OrderedBy::True => form.truly.get_or_init(table),
            OrderedBy::Repeat => form.again.get_or_init(table),
        }
    }

    /// What the estimate gives each contender, before anything is drawn.
    fn numerators(&self, estimate: &Estimate, by: OrderedBy) -> Vec<f32> {
        let contenders = self.directions.contenders().map(|(_, direction)| direction.parts());
        match by {
            OrderedBy::True => {
                let values: Vec<f64> = estimate.interests.iter().map(|of| of.value).collect();
                contenders.map(|parts| single(dot(parts, &values))).collect()
            }
            OrderedBy::Repeat => {
                let lasting = self.measurement.lasting;
                let again = |of: &InterestEstimate| of.expected_score(lasting);
                let scores: Vec<f64> = estimate.interests.iter().map(again).collect();
                let gains: Vec<f64> = estimate.interests.iter().map(|of| of.gain).collect();
                let numerator = |parts: &[f64]| {
                    let pulled = pulls(estimate, parts).zip(&scores);
                    pulled.map(|(pull, score)| pull * score).sum::<f64>() + dot(parts, &gains)
                };
                contenders.map(|parts| single(numerator(parts))).collect()
            }
        }
    }

    /// Ranks the contenders in every draw: the share of draws in which each role comes
    /// first. The highest number in each draw goes to `highest`, if that is wanted.
    fn ranked(
        &self,
        estimate: &Estimate,
        by: OrderedBy,
        mut highest: Option<&mut [Lanes]>,
    ) -> Each<Role, f64> {
        let standing = Standing::of(&self.measurement, estimate);
        let numerators = self.numerators(estimate, by);
        let form = self.forms.iter().min_by_key(|form| form.standing.distance(&standing));
        let table = form.map_or(&[][..], |form| self.table(form, by));
        let shift = self.shift(form.map(|form| &form.standing), &standing, by);
        let mut quick = || quick_contest::firsts(&numerators, table, highest.as_deref_mut());
        let firsts = if shift.adds_nothing() { form.and_then(|_| quick()) } else { None };
        let firsts = firsts.unwrap_or_else(|| self.contest(&numerators, table, &shift, highest));
        let mut shares = self.directions.each(0.0);
        for ((alike, _), firsts) in self.directions.contenders().zip(firsts) {
            for role in alike {
                shares[*role] = share(firsts, alike.len());
            }
        }
        shares
    }

    /// In how many draws each contender comes first to whom these numerators are given, and
    /// to which the draws add what `table` says and `shift`.
    fn contest(
        &self,
        numerators: &[f32],
        table: &[DrawGroup],
        shift: &Shift,
        highest: Option<&mut [Lanes]>,
    ) -> Vec<i32> {
        let mut columns = Vec::new();
        let mut rows = table.chunks_exact(numerators.len().max(1));
        let mut contest = Contest::among(numerators);
        let mut all_highest = highest.unwrap_or_default().chunks_exact_mut(BLOCKS);
        for deviates in self.deviates.groups() {
            shift.columns(deviates, &mut columns);
            contest.sum_up(rows.next());
            if !columns.is_empty() {
                for (number, totals) in contest.totals().iter_mut().enumerate() {
                    shift.add(number, &columns, totals);
                }
                contest.find_highest();
            }
            let highest = contest.count();
            if let Some(to) = all_highest.next() {
                to.copy_from_slice(highest);
            }
        }
        contest.firsts().collect()
    }
}

/// The part of all draws for each of so many that share a `count` of them.
#[expect(clippy::cast_precision_loss, reason = "there are few draws and roles")]
fn share(count: i32, alike: usize) -> f64 {
    f64::from(count) / (DRAWS * alike) as f64
}

/// Σ w v.
fn dot(weights: &[f64], values: &[f64]) -> f64 {
    weights.iter().zip(values).map(|(weight, value)| weight * value).sum()
}
