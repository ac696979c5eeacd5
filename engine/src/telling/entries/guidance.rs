//! What a person can act on, in words.

use crate::catalogue::{
    Advice, Contact, Link, OccupationCodes, Pay, PayScale, Rate, Routes, StartingPoint,
};
use crate::telling::clean::{Clean, Literal};

/// Something to know or to do.
#[derive(Debug, Default)]
pub struct AdviceText {
    /// What it is.
    pub paragraphs: Vec<Clean>,
    /// Pages for it, each with its title and its address.
    pub links: Vec<(Clean, Clean)>,
}

/// A way in.
#[derive(Debug)]
pub struct RouteText {
    /// Where it starts from.
    pub from: Clean,
    /// What it is.
    pub advice: AdviceText,
}

/// The ways in that are told.
#[derive(Debug)]
pub struct RoutesText {
    /// The ways, each with where it starts from: the one that is of use to the person,
    /// where that is known, else all of them.
    pub ways: Vec<RouteText>,
    /// The ways that are left out, in a line; none if there are none.
    pub others: Option<Clean>,
    /// The command that shows those, where commands can be typed.
    pub command: Option<Literal>,
}

impl AdviceText {
    pub(super) fn of(advice: &Advice) -> Self {
        Self { paragraphs: vec![Clean::from(&advice.text)], ..Self::pages(&advice.links) }
    }

    /// Adds more, and where it starts from if that is to be told.
    fn add(&mut self, advice: &Advice, from: Option<StartingPoint>) {
        let Self { paragraphs, links } = Self::of(advice);
        let from = from.map(|from| from.meaning().trim_end_matches('.'));
        self.paragraphs.extend(paragraphs.into_iter().map(|text| match from {
            Some(from) => format!("{from}: {text}").into(),
            None => text,
        }));
        self.links.extend(
            links.into_iter().filter(|link| !self.links.contains(link)).collect::<Vec<_>>(),
        );
    }

    /// Pages alone.
    pub(super) fn pages<'l>(links: impl IntoIterator<Item = &'l Link>) -> Self {
        let link = |link: &Link| (Clean::from(&link.title), Clean::from(&link.url));
        Self { paragraphs: Vec::new(), links: links.into_iter().map(link).collect() }
    }
}

/// The way in from `start` and the names of the others; all of them if `start` is not known
/// or has no way in of its own.
pub(super) fn routes(routes: &Routes, start: Option<StartingPoint>) -> RoutesText {
    let is_own = |from: StartingPoint| Some(from) == start;
    let has_own = routes.iter().any(|(from, _)| is_own(from));
    let (told, others): (Vec<_>, Vec<_>) =
        routes.iter().partition(|(from, _)| !has_own || is_own(*from));
    let route = |(from, advice): (StartingPoint, &Advice)| RouteText {
        from: Clean::from(from.meaning().trim_end_matches('.')),
        advice: AdviceText::of(advice),
    };
    let others: Vec<&str> = others.into_iter().map(|(from, _)| from.from_there()).collect();
    RoutesText {
        ways: told.into_iter().map(route).collect(),
        others: (!others.is_empty())
            .then(|| format!("Other ways in: {}", others.join(", ")).into()),
        command: None,
    }
}

/// Whom to ask: first what goes for someone who starts from `start`, then what goes for
/// anybody, then the rest, each with where it starts from.
pub(super) fn contact(of: &Contact, start: Option<StartingPoint>) -> AdviceText {
    let own = start.and_then(|start| of.from.get(start));
    let mut told = AdviceText::default();
    for advice in own.into_iter().chain([&of.anyone]) {
        told.add(advice, None);
    }
    for (from, advice) in of.from.iter().filter(|(from, _)| Some(*from) != start) {
        told.add(advice, Some(from));
    }
    told
}

/// Codes, list by list.
pub(super) fn codes(codes: &OccupationCodes) -> Vec<Clean> {
    codes.lists().map(|(_, name, codes)| format!("{name}: {}", codes.join(", ")).into()).collect()
}

/// Pay as amounts and by its scale, and what else has to be known of it; `None` if its
/// scale does not have its bands.
pub(super) fn paid(pay: &Pay, scale: &PayScale) -> Option<AdviceText> {
    let [lowest, highest] = scale.amounts(pay)?;
    let amount = |amount: f64| money(amount, &scale.currency);
    let from_to = if lowest < highest {
        format!("{} to {} a year", amount(lowest), amount(highest))
    } else {
        format!("{} a year", amount(lowest))
    };
    let bands = match (&pay.from, &pay.to) {
        (Rate::Band(from), Rate::Band(to)) if from == to => format!("band {from} of "),
        (Rate::Band(from), Rate::Band(to)) => format!("bands {from} to {to} of "),
        _ => String::new(),
    };
    let year = pay.year.as_ref().or(scale.year.as_ref());
    let known: Vec<&str> = [Some(&scale.name), scale.country.as_ref(), year]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let first = format!("{from_to} ({bands}{}).", known.join(", "));
    let others = [&pay.note, &pay.source, &scale.source].into_iter().flatten();
    let paragraphs = [Clean::from(first)].into_iter().chain(others.map(Clean::from)).collect();
    Some(AdviceText { paragraphs, links: Vec::new() })
}

/// An amount to the unit, as it is written in Britain.
fn money(amount: f64, currency: &str) -> String {
    let digits = format!("{amount:.0}");
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match currency {
        "GBP" => format!("£{grouped}"),
        "EUR" => format!("€{grouped}"),
        other => format!("{other} {grouped}"),
    }
}
