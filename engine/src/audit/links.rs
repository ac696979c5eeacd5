//! The links of a catalogue, to be checked by hand.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::{Catalogue, Id, Link, Role};

/// Every link of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct LinkList<'c> {
    /// The version of this form: 1.
    pub schema_version: u32,
    /// The fingerprint of the data files.
    pub catalogue: &'c str,
    /// The links, those without a year first, then those that were seen longest ago, then in
    /// file order. One that stands in several places with one title and year is one.
    pub links: Vec<ListedLink<'c>>,
}

/// A link and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct ListedLink<'c> {
    /// The year in which it was seen to say what is said of it; null if the file does not say.
    pub seen: Option<u16>,
    /// What it is.
    pub title: &'c str,
    /// Its address.
    pub url: &'c str,
    /// Where it stands, in file order.
    pub places: Vec<LinkPlace<'c>>,
}

/// Where a link stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct LinkPlace<'c> {
    /// What it is a link of: `role` or `module`.
    pub kind: &'static str,
    /// The id of that.
    pub id: &'c Id,
    /// The field that it stands in, as in `routes.school`.
    pub field: String,
}

/// Every link of `catalogue`.
///
/// ```
/// # use rolefit_engine::catalogue::Catalogue;
/// # use rolefit_engine::catalogue::yaml::Source;
/// # let questions = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/questions.yaml"));
/// # let careers = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/careers.yaml"));
/// # let questions = Source::decode("questions.yaml", questions);
/// # let careers = Source::decode("careers.yaml", careers);
/// # let catalogue = Catalogue::read(questions, careers).map_err(|problems| format!("{problems:?}"))?;
/// let list = rolefit_engine::audit::links(&catalogue);
/// assert_eq!(list.links[0].url, "https://example.org/clerk");
/// assert_eq!(list.links[0].places[0].field, "links");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn links(catalogue: &Catalogue) -> LinkList<'_> {
    let careers = catalogue.careers();
    let mut links: Vec<ListedLink<'_>> = Vec::new();
    let modules = careers.modules.iter().flat_map(|module| {
        let place = LinkPlace { kind: "module", id: &module.id, field: "now".to_owned() };
        module.now.iter().map(move |link| (link, place.clone()))
    });
    for (link, place) in modules.chain(careers.roles.iter().flat_map(of_role)) {
        let (title, url) = (link.title.as_str(), link.url.as_str());
        let is_it =
            |of: &&mut ListedLink<'_>| of.url == url && of.title == title && of.seen == link.seen;
        match links.iter_mut().find(is_it) {
            Some(known) => known.places.push(place),
            None => links.push(ListedLink { seen: link.seen, title, url, places: vec![place] }),
        }
    }
    links.sort_by_key(|link| link.seen);
    LinkList { schema_version: 1, catalogue: catalogue.fingerprint().as_str(), links }
}

/// The links of a role with their places.
fn of_role(role: &Role) -> impl Iterator<Item = (&Link, LinkPlace<'_>)> {
    let routes =
        role.routes.iter().map(|(from, advice)| (format!("routes.{}", from.word()), advice));
    let contact = role.contact.iter().flat_map(|contact| {
        let from = contact.from.iter();
        let from = from.map(|(from, advice)| (format!("ask.{}", from.word()), advice));
        [("ask".to_owned(), &contact.anyone)].into_iter().chain(from)
    });
    let trial = role.trial.iter().map(|advice| ("try".to_owned(), advice));
    let advised =
        routes.chain(trial).chain(contact).map(|(field, advice)| (field, advice.links.as_slice()));
    advised.chain([("links".to_owned(), role.links.as_slice())]).flat_map(move |(field, links)| {
        links
            .iter()
            .map(move |link| (link, LinkPlace { kind: "role", id: &role.id, field: field.clone() }))
    })
}
