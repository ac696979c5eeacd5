//! What a person can act on: pay, the ways in, what to try, whom to ask, and pages.

use serde::{Deserialize, Serialize};

use super::starting_point::StartingPoint;

/// A page to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Link {
    /// What it is.
    pub title: String,
    /// Its address.
    pub url: String,
    /// The year in which it was seen to say what is said of it.
    pub seen: Option<u16>,
}

/// Something to know or to do, and pages for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Advice {
    /// What it is, in a few sentences.
    pub text: String,
    /// The pages.
    pub links: Vec<Link>,
}

/// Whom to ask about a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Contact {
    /// Whom anybody may ask.
    pub anyone: Advice,
    /// Whom to ask besides, by where a person starts from.
    pub from: Routes,
}

/// The ways into a role, by where a person starts from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Routes([Option<Advice>; StartingPoint::ALL.len()]);

/// What a role is paid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Pay {
    /// The lowest.
    pub from: Rate,
    /// The highest; the lowest again if nothing else is known.
    pub to: Rate,
    /// What else has to be known of it.
    pub note: Option<String>,
    /// Where it was read.
    pub source: Option<String>,
    /// The year it holds for.
    pub year: Option<String>,
}

/// A rate of pay.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Rate {
    /// A band of the pay scale, by its name.
    Band(String),
    /// A year's pay, in the currency of the pay scale.
    Amount(f64),
}

/// A pay scale that the roles' pay refers to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PayScale {
    /// What it is called.
    pub name: String,
    /// Where it holds.
    pub country: Option<String>,
    /// The year it holds for.
    pub year: Option<String>,
    /// The currency, by its code of three letters (ISO 4217).
    pub currency: String,
    /// Where it was read, and what has to be known of it.
    pub source: Option<String>,
    /// The bands, in file order.
    pub bands: Vec<PayBand>,
}

/// A band of a pay scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PayBand {
    /// Its name.
    pub name: String,
    /// What is paid in a year at the bottom of it.
    pub lowest: f64,
    /// What is paid in a year at the top of it.
    pub highest: f64,
}

/// The codes of a role in lists of occupations.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OccupationCodes {
    /// Of the British list, SOC 2020.
    pub soc2020: Vec<String>,
    /// Of the international list, ISCO-08.
    pub isco08: Vec<String>,
    /// Of the European list, ESCO.
    pub esco: Vec<String>,
    /// Of the American list, O*NET-SOC.
    pub onet: Vec<String>,
}

impl Link {
    pub(super) fn new(title: String, url: String, seen: Option<u16>) -> Self {
        Self { title, url, seen }
    }
}

impl Advice {
    pub(super) fn new(text: String, links: Vec<Link>) -> Self {
        Self { text, links }
    }
}

impl Contact {
    pub(super) fn new(anyone: Advice, from: Routes) -> Self {
        Self { anyone, from }
    }
}

impl Routes {
    pub(super) fn new(of: impl FnMut(StartingPoint) -> Option<Advice>) -> Self {
        Self(StartingPoint::ALL.map(of))
    }

    /// The way in from `start`, if one is known.
    #[must_use]
    pub fn get(&self, start: StartingPoint) -> Option<&Advice> {
        self.iter().find_map(|(from, advice)| (from == start).then_some(advice))
    }

    /// The ways in that are known, in the order of [`StartingPoint::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (StartingPoint, &Advice)> {
        let known = StartingPoint::ALL.into_iter().zip(&self.0);
        known.filter_map(|(from, advice)| Some((from, advice.as_ref()?)))
    }
}

impl PayScale {
    /// The band called `name`.
    #[must_use]
    pub fn band(&self, name: &str) -> Option<&PayBand> {
        self.bands.iter().find(|band| band.name == name)
    }

    /// What is paid in a year for `pay`, from and to; `None` if it names a band that the
    /// scale does not have.
    #[must_use]
    pub fn amounts(&self, pay: &Pay) -> Option<[f64; 2]> {
        let amount = |rate: &Rate, of: fn(&PayBand) -> f64| match rate {
            Rate::Band(name) => self.band(name).map(of),
            Rate::Amount(amount) => Some(*amount),
        };
        Some([amount(&pay.from, |band| band.lowest)?, amount(&pay.to, |band| band.highest)?])
    }
}

impl OccupationCodes {
    /// The lists that have a code for the role, each with its key in files and its name.
    pub fn lists(&self) -> impl Iterator<Item = (&'static str, &'static str, &[String])> {
        let lists = [
            ("soc2020", "SOC 2020", self.soc2020.as_slice()),
            ("isco08", "ISCO-08", self.isco08.as_slice()),
            ("esco", "ESCO", self.esco.as_slice()),
            ("onet", "O*NET", self.onet.as_slice()),
        ];
        lists.into_iter().filter(|(.., codes)| !codes.is_empty())
    }
}
