//! Stated chances against what came true.

use super::choices::ChoiceMade;
use super::result::{StatedAgainstObserved, StatedBin};
use crate::cohort::disclosure::Base;
use crate::cohort::exact::{real, share};
use crate::cohort::{Audience, SMALLEST_GROUP};
use crate::inference::poisson_binomial::two_sided;
use crate::inference::proportions::wilson;

/// The chances from 0 to 1 are cut into so many parts of one width.
const PARTS: u32 = 10;

pub(super) fn stated(people: &[ChoiceMade], audience: Audience) -> StatedAgainstObserved {
    let chances: Vec<f64> = people.iter().map(|person| person.stated).collect();
    let hits = people.iter().filter(|person| person.is_first()).count();
    let all = people.len() as u64;
    StatedAgainstObserved {
        stated: share(chances.iter().sum(), all),
        observed: share(real(hits as u64), all),
        p: two_sided(hits, &chances),
        bins: bins(people, audience).iter().map(StatedPart::told).collect(),
    }
}

/// Neighbouring parts of the range, and the people in them.
#[derive(Debug, Clone, Copy)]
struct StatedPart {
    from: f64,
    to: f64,
    people: u64,
    hits: u64,
    sum: f64,
}

impl StatedPart {
    /// Whether it can stand alone: it has ten people, and, for anyone to see, no outcome that
    /// nearly all of them share.
    fn is_enough(&self, audience: Audience) -> bool {
        let base = Base::of(self.people, &[self.hits, self.people - self.hits]);
        self.people >= SMALLEST_GROUP && (audience == Audience::Adviser || base.is_safe())
    }

    fn join(&mut self, next: &Self) {
        self.to = next.to;
        self.people += next.people;
        self.hits += next.hits;
        self.sum += next.sum;
    }

    fn told(&self) -> StatedBin {
        let Self { from, to, people, hits, sum } = *self;
        let [lower, upper] = wilson(hits, people);
        let (stated, observed) = (share(sum, people), share(real(hits), people));
        StatedBin { from, to, respondents: people, stated, hits, observed, lower, upper }
    }
}

/// The parts of the range, each joined with the next until it can stand alone. What is left at
/// the end joins the part before.
fn bins(people: &[ChoiceMade], audience: Audience) -> Vec<StatedPart> {
    let edge = |part: u32| f64::from(part) / f64::from(PARTS);
    let mut parts: Vec<StatedPart> = (0..PARTS)
        .map(|part| StatedPart {
            from: edge(part),
            to: edge(part + 1),
            people: 0,
            hits: 0,
            sum: 0.0,
        })
        .collect();
    for person in people {
        let is_in = |part: &&mut StatedPart| person.stated < part.to || part.to >= 1.0;
        if let Some(part) = parts.iter_mut().find(is_in) {
            part.people += 1;
            part.hits += u64::from(person.is_first());
            part.sum += person.stated;
        }
    }
    let mut told: Vec<StatedPart> = Vec::new();
    let mut open: Option<StatedPart> = None;
    for part in parts {
        let joined = match open.take() {
            Some(mut joined) => {
                joined.join(&part);
                joined
            }
            None => part,
        };
        if joined.is_enough(audience) { told.push(joined) } else { open = Some(joined) }
    }
    match (open, told.last_mut()) {
        (Some(rest), Some(last)) if rest.people > 0 => last.join(&rest),
        (Some(rest), None) if rest.people > 0 => told.push(rest),
        _ => {}
    }
    told
}
