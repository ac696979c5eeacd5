//! From choices to what is told of them.

use super::choices::{ChoiceMade, Choices};
use super::result::{Chosen, ChosenFigures, ChosenRole, HitRate};
use super::stated::stated;
use super::usual::{base_rate, counts};
use crate::catalogue::{Catalogue, Each, Role, RoleIx};
use crate::cohort::Audience;
use crate::cohort::disclosure::{Base, told};
use crate::cohort::exact::{real, share};
use crate::cohort::result::Cohort;
use crate::cohort::suppressed::Suppressed;
use crate::inference::permutation::{Permutations, permutation_p};
use crate::inference::proportions::wilson;

/// What the figures do not say.
const NOTICE: &str = "The best match is not the same event as the role that is chosen: people \
                      choose by what is open near them, by pay and by chance too, and some \
                      because of what they were told here. So these figures say how far interests \
                      and choices go together, and not how often the program is right.";

/// Shuffles that are drawn at the most, and the least.
const SHUFFLES: (usize, usize) = (9_999, 199);

/// About so many people are shuffled in all.
const WORK: usize = 20_000_000;

impl<'c> Cohort<'c> {
    /// The same with what people chose later, which stands in `column`, set against what they
    /// had been told. Figures are of ten people or more, unless the cohort is for its adviser
    /// alone.
    #[must_use]
    pub fn with_choices(self, catalogue: &'c Catalogue, column: &str, choices: &Choices) -> Self {
        let is_private = self.private || self.small;
        let audience = if is_private { Audience::Adviser } else { Audience::Anyone };
        let chosen = Chosen {
            column: column.to_owned(),
            notice: NOTICE,
            respondents: choices.people.len() as u64,
            without: choices.without,
            unmatched: choices.unmatched,
            unknown: choices.unknown,
            figures: ChosenFigures::of(catalogue, &choices.people, audience),
        };
        Self { chosen: Some(chosen), ..self }
    }
}

impl<'c> ChosenFigures<'c> {
    fn of(catalogue: &'c Catalogue, people: &[ChoiceMade], audience: Audience) -> Option<Self> {
        let outcomes = Outcomes::of(people);
        let is_told = audience == Audience::Adviser
            || outcomes.base(catalogue.careers().roles.len()).is_safe();
        if people.is_empty() || !is_told {
            return None;
        }
        let counts = counts(catalogue, people);
        let rates = rates(people, &outcomes, &counts);
        let (roles, suppressed) = roles(catalogue, people, audience);
        let usual = base_rate(catalogue, people, &counts);
        let sizes = people.iter().map(|person| person.leading.len()).sum::<usize>();
        Some(Self {
            first: rates[0],
            first_three: rates[1],
            leading: rates[2],
            leading_size: share(real(sizes as u64), people.len() as u64),
            usual: usual.told_with(&roles),
            stated: stated(people, audience),
            roles,
            suppressed,
        })
    }
}

/// What the first role, the first three and the leading set are, of one person.
const SETS: [fn(&ChoiceMade) -> &[RoleIx]; 3] = [
    |person| person.first_three.get(..1).unwrap_or_default(),
    |person| &person.first_three,
    |person| &person.leading,
];

/// How many people there are, and for how many each of the sets held the choice.
#[derive(Debug, Clone, Copy, Default)]
struct Outcomes {
    people: u64,
    hits: [u64; 3],
}

impl Outcomes {
    fn of(people: &[ChoiceMade]) -> Self {
        let mut outcomes = Self::default();
        for person in people {
            outcomes.add(person);
        }
        outcomes
    }

    fn add(&mut self, person: &ChoiceMade) {
        self.people += 1;
        for (hits, set) in self.hits.iter_mut().zip(SETS) {
            *hits += u64::from(set(person).contains(&person.chosen));
        }
    }

    /// For the rule of what is told: both outcomes of each, where there are two. Of three roles
    /// the choice is always one of the first three, and that tells nothing.
    fn base(&self, roles: usize) -> Base {
        let both = self.hits.map(|hits| [hits, self.people - hits]);
        let [first, first_three, leading] = both;
        let both = if roles > 3 { vec![first, first_three, leading] } else { vec![first, leading] };
        Base::of(self.people, both.as_flattened())
    }
}

/// The three rates, with what a shuffle of the choices would give.
fn rates(people: &[ChoiceMade], outcomes: &Outcomes, counts: &Each<Role, u64>) -> [HitRate; 3] {
    let mut drawn: [Vec<u64>; 3] = Default::default();
    let mut source = Permutations::new();
    let number = |role: RoleIx| u32::try_from(role.number()).unwrap_or(u32::MAX);
    let mut chosen: Vec<u32> = people.iter().map(|person| number(person.chosen)).collect();
    let shuffles = (WORK / people.len().max(1)).clamp(SHUFFLES.1, SHUFFLES.0);
    for _ in 0..shuffles {
        source.shuffle(&mut chosen);
        for (drawn, set) in drawn.iter_mut().zip(SETS) {
            let of = people.iter().zip(&chosen);
            let hits = of.filter(|(person, chosen)| {
                set(person).iter().any(|role| number(*role) == **chosen)
            });
            drawn.push(hits.count() as u64);
        }
    }
    let mut rates = SETS.iter().zip(outcomes.hits).zip(drawn).map(|((set, hits), drawn)| {
        let [lower, upper] = wilson(hits, outcomes.people);
        let each = people.iter().flat_map(set).map(|role| real(counts[*role])).sum::<f64>();
        HitRate {
            hits,
            share: share(real(hits), outcomes.people),
            lower,
            upper,
            expected: share(each, outcomes.people),
            p: permutation_p(hits, drawn.into_iter()),
        }
    });
    let none = HitRate { hits: 0, share: 0.0, lower: 0.0, upper: 1.0, expected: 0.0, p: 1.0 };
    std::array::from_fn(|_| rates.next().unwrap_or(none))
}

/// The roles that were chosen, as far as they are told.
fn roles<'c>(
    catalogue: &'c Catalogue,
    people: &[ChoiceMade],
    audience: Audience,
) -> (Vec<ChosenRole<'c>>, Suppressed) {
    let roles = &catalogue.careers().roles;
    let mut outcomes = roles.each(Outcomes::default());
    for person in people {
        outcomes[person.chosen].add(person);
    }
    let chosen: Vec<(RoleIx, &Outcomes)> =
        roles.indices().zip(&outcomes).filter(|(_, of)| of.people > 0).collect();
    let bases: Vec<Base> = chosen.iter().map(|(_, of)| of.base(roles.len())).collect();
    let is_told = match audience {
        Audience::Adviser => vec![true; bases.len()],
        Audience::Anyone => told(&Outcomes::of(people).base(roles.len()), &bases)
            .unwrap_or_else(|| vec![false; bases.len()]),
    };
    let (mut shown, mut left_out) = (Vec::new(), Suppressed::default());
    for ((role, of), is_told) in chosen.into_iter().zip(is_told) {
        if is_told {
            let [first, first_three, leading] = of.hits;
            let (id, name) = (&roles[role].id, roles[role].name.as_str());
            let respondents = of.people;
            shown.push(ChosenRole { id, name, respondents, first, first_three, leading });
        } else {
            left_out.groups += 1;
            left_out.respondents += of.people;
        }
    }
    shown.sort_by(|left, right| {
        right.respondents.cmp(&left.respondents).then_with(|| left.id.cmp(right.id))
    });
    (shown, left_out)
}
