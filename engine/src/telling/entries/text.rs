//! Entries in words: lists of them, and a page of each.

use super::fields::{EntryField, FieldValue, fields};
use super::guidance::{AdviceText, RoutesText, codes, contact, paid, routes};
use super::kind::{EntryIx, EntryKind};
use crate::catalogue::{Catalogue, Id, StartingPoint};
use crate::telling::clean::{Clean, Literal};
use crate::telling::commands::Commands;

/// What there is of every kind.
#[derive(Debug)]
pub struct OverviewText {
    /// The questionnaire's title, if it has one.
    pub title: Option<Clean>,
    /// The kinds.
    pub kinds: Vec<KindText>,
    /// How to see more.
    pub more: Clean,
}

/// What there is of one kind.
#[derive(Debug)]
pub struct KindText {
    /// How many of which kind.
    pub heading: Clean,
    /// The entries; none of a kind that has too many for an overview.
    pub entries: Vec<EntryLine>,
    /// How to see the entries that are not listed.
    pub note: Option<Clean>,
}

/// An entry in a list.
#[derive(Debug)]
pub struct EntryLine {
    /// Its name.
    pub name: Clean,
    /// Its id.
    pub id: Clean,
    /// What it is.
    pub summary: Option<Clean>,
}

/// The page of an entry.
#[derive(Debug)]
pub struct EntryText {
    /// The entry.
    pub line: EntryLine,
    /// What it is, in one line, if its file says so.
    pub gist: Option<Clean>,
    /// What else stands at the top.
    pub notes: Vec<Clean>,
    /// Everything else.
    pub sections: Vec<EntrySection>,
}

/// A section of an entry's page.
#[derive(Debug)]
pub struct EntrySection {
    /// The field of the data file that it tells; empty if it is of no one field.
    pub key: &'static str,
    /// The heading.
    pub heading: Clean,
    /// What stands below it.
    pub body: EntryBody,
}

/// What stands in a section of an entry's page.
#[derive(Debug)]
pub enum EntryBody {
    /// A paragraph.
    Paragraph(Clean),
    /// The items of a list.
    Items(Vec<Clean>),
    /// Something to know or to do.
    Advice(AdviceText),
    /// The ways in.
    Routes(RoutesText),
    /// The interests that count in a profile, the weightiest first.
    Weights(Vec<WeightLine>),
}

/// An interest in a profile.
#[derive(Debug)]
pub struct WeightLine {
    /// Its name.
    pub name: Clean,
    /// What it counts.
    pub weight: f64,
    /// The same as a share of the highest weight; below 0 for a weight below 0.
    pub share: f64,
}

impl OverviewText {
    /// Every kind and the names in it, the questions only counted.
    #[must_use]
    pub fn of(catalogue: &Catalogue, commands: &dyn Commands) -> Self {
        let kind = |kind: EntryKind| {
            let entries = kind.entries(catalogue);
            let name = if entries.len() == 1 { kind.one() } else { kind.name() };
            let heading = format!("{} {name}", entries.len()).into();
            if kind == EntryKind::Questions {
                let note = format!("{} lists them.", commands.show(kind.name())).into();
                return KindText { heading, entries: Vec::new(), note: Some(note) };
            }
            let lines = entries.into_iter().map(|entry| EntryLine::of(catalogue, entry));
            KindText { heading, entries: lines.collect(), note: None }
        };
        Self {
            title: catalogue.questionnaire().title.as_ref().map(Clean::from),
            kinds: EntryKind::ALL.map(kind).into(),
            more: format!("{} tells more about any of them.", commands.show("ID")).into(),
        }
    }
}

impl EntryLine {
    /// An entry with what it is.
    #[must_use]
    pub fn of(catalogue: &Catalogue, entry: EntryIx) -> Self {
        Self {
            name: Clean::from(entry.name(catalogue)),
            id: Clean::from(entry.id(catalogue).as_str()),
            summary: entry.summary(catalogue).map(|summary| Clean::from(&summary)),
        }
    }
}

impl EntryText {
    /// The page of an entry, for someone who starts from `start`: the way in from there is
    /// told and the others are named.
    #[must_use]
    pub fn of(catalogue: &Catalogue, entry: EntryIx, start: Option<StartingPoint>) -> Self {
        let fields = fields(catalogue, entry);
        Self {
            line: EntryLine::of(catalogue, entry),
            gist: fields.iter().find_map(|field| gist(&field.value)),
            notes: fields.iter().filter_map(|field| note(&field.value)).collect(),
            sections: fields.into_iter().filter_map(|field| section(field, start)).collect(),
        }
    }

    /// The same with the command that shows what is left out of the page.
    #[must_use]
    pub fn with_commands(mut self, commands: &dyn Commands) -> Self {
        let shown = commands.show(self.line.id.as_str());
        self.sections.iter_mut().for_each(|section| section.lead_to(&shown));
        self
    }
}

impl EntrySection {
    /// Adds the command that shows what is left out, if anything is.
    fn lead_to(&mut self, shown: &Literal) {
        if let EntryBody::Routes(routes) = &mut self.body
            && routes.others.is_some()
            && !shown.as_str().is_empty()
        {
            routes.command = Some(shown.clone());
        }
    }
}

/// The sections of these fields of an entry, in this order, as far as the entry has
/// them, for someone who starts from `start`.
pub(in crate::telling) fn sections(
    catalogue: &Catalogue,
    entry: EntryIx,
    keys: &[&str],
    start: Option<StartingPoint>,
    commands: &dyn Commands,
) -> Vec<EntrySection> {
    let mut fields = fields(catalogue, entry);
    let shown = commands.show(entry.id(catalogue).as_str());
    let mut take = |key: &&str| {
        let place = fields.iter().position(|field| field.key == Some(*key))?;
        let mut section = section(fields.swap_remove(place), start)?;
        section.lead_to(&shown);
        Some(section)
    };
    keys.iter().filter_map(&mut take).collect()
}

/// What an entry is, in one line.
fn gist(value: &FieldValue<'_>) -> Option<Clean> {
    match value {
        FieldValue::Line(line) => line.map(Clean::from),
        _ => None,
    }
}

/// What else stands at the top of a page.
fn note(value: &FieldValue<'_>) -> Option<Clean> {
    match value {
        FieldValue::Stage(stage) => {
            let fixed = stage.is_fixed.then_some("Every trainee takes them.");
            // A note tells it more exactly.
            let known = stage.note.as_deref().or(fixed);
            let known = known.map(|known| format!(" {known}")).unwrap_or_default();
            Some(format!("{}.{known}", stage.name).into())
        }
        FieldValue::Flag(true, says) => Some(Clean::from(*says)),
        FieldValue::Note(note) => Some(Clean::from(note)),
        _ => None,
    }
}

/// A section, if the field has a heading and anything in it.
fn section(field: EntryField<'_>, start: Option<StartingPoint>) -> Option<EntrySection> {
    let heading = Clean::from(field.heading?);
    let items = |names: Vec<&str>| {
        (!names.is_empty()).then(|| EntryBody::Items(names.into_iter().map(Clean::from).collect()))
    };
    let body = match field.value {
        FieldValue::Text(text) => EntryBody::Paragraph(Clean::from(text?)),
        FieldValue::Entry(entry) => EntryBody::Paragraph(Clean::from(entry?.1)),
        FieldValue::Texts(texts) => items(texts)?,
        FieldValue::Counted(mut counted) => {
            counted.sort_by(|(.., left), (.., right)| right.total_cmp(left));
            items(counted.into_iter().map(|(_, name, _)| name).collect())?
        }
        FieldValue::Profile(weights) => EntryBody::Weights(weight_lines(weights)),
        FieldValue::Links(links @ [_, ..]) => EntryBody::Advice(AdviceText::pages(links)),
        FieldValue::Link(link) => EntryBody::Advice(AdviceText::pages([link?])),
        FieldValue::Contact(of) => EntryBody::Advice(contact(of?, start)),
        FieldValue::Advice(advice) => EntryBody::Advice(AdviceText::of(advice?)),
        FieldValue::Pay(Some(pay), Some(scale)) => EntryBody::Advice(paid(pay, scale)?),
        // Where others have a figure, a reader looks for one.
        FieldValue::Pay(None, Some(_)) => EntryBody::Paragraph(Clean::from(NO_PAY)),
        FieldValue::Routes(known) if known.iter().next().is_some() => {
            EntryBody::Routes(routes(known, start))
        }
        FieldValue::Codes(of) if of.lists().next().is_some() => EntryBody::Items(codes(of)),
        _ => return None,
    };
    Some(EntrySection { key: field.key.unwrap_or_default(), heading, body })
}

/// What is said of the pay of a role that has none, though there is a scale.
const NO_PAY: &str = "No figure is given here. Adverts say what a post pays.";

/// The interests of a profile that count, the weightiest first.
fn weight_lines(mut weights: Vec<(&Id, &str, f64)>) -> Vec<WeightLine> {
    weights.sort_by(|(.., left), (.., right)| right.total_cmp(left));
    let highest = weights.iter().map(|(.., weight)| *weight).fold(0.0, f64::max);
    weights.retain(|(.., weight)| *weight != 0.0);
    let line = |(_, name, weight): (&Id, &str, f64)| WeightLine {
        name: Clean::from(name),
        weight,
        share: weight / highest,
    };
    weights.into_iter().map(line).collect()
}
