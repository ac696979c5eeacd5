//! From the tree of `careers.yaml` to roles, modules and specialisms.

use std::collections::HashSet;

use super::questions::{counted, format_one, known, new_id};
use crate::catalogue::careers::{Careers, Link, Module, Relevance, Role, Specialism, Stage};
use crate::catalogue::hint::Hint;
use crate::catalogue::id::Id;
use crate::catalogue::index::List;
use crate::catalogue::mistake::Mistake;
use crate::catalogue::profile::Profile;
use crate::catalogue::yaml::{Mapping, Node, Reader};

const ROLES: (usize, usize) = (1, 5_000);
const MODULES: (usize, usize) = (0, 1_000);

/// What the entries of the file may refer to.
struct Names<'n> {
    /// `None` if the questionnaire was too broken to say: then any will do.
    interests: Option<&'n [&'n str]>,
    /// As written, so that a role is not blamed for a mistake in a module.
    modules: Vec<&'n str>,
    specialisms: Vec<&'n str>,
}

/// What the roles' references lead to: the entries without a mistake.
#[derive(Clone, Copy)]
struct Read<'n> {
    modules: &'n List<Module>,
    specialisms: &'n List<Specialism>,
}

/// What could be read of the file. It is the file itself only if the reader
/// has noted no mistake.
pub(in crate::catalogue) fn careers(
    reader: &mut Reader<'_>,
    root: &Node,
    interests: Option<&[&str]>,
) -> Option<Careers> {
    let record =
        reader.record(root, &["format", "roles"], &["programme", "specialisms", "modules"])?;
    format_one(reader, &record);
    let programme = record.get("programme").and_then(|node| reader.text(node));
    let names = Names {
        interests,
        modules: ids_as_written(&record, "modules"),
        specialisms: ids_as_written(&record, "specialisms"),
    };
    let specialisms = list(reader, &record, "specialisms", MODULES, |reader, item, seen| {
        specialism(reader, item, &names, seen)
    });
    let modules = list(reader, &record, "modules", MODULES, |reader, item, seen| {
        module(reader, item, &names, seen)
    });
    let (specialisms, modules) = (List::new(specialisms), List::new(modules));
    let read = Read { modules: &modules, specialisms: &specialisms };
    let roles = list(reader, &record, "roles", ROLES, |reader, item, seen| {
        role(reader, item, &names, read, seen)
    });
    Some(Careers { programme, specialisms, modules, roles: List::new(roles) })
}

fn list<T>(
    reader: &mut Reader<'_>,
    record: &Mapping<'_>,
    key: &'static str,
    limits: (usize, usize),
    mut read: impl FnMut(&mut Reader<'_>, &Node, &mut HashSet<Id>) -> Option<T>,
) -> Vec<T> {
    let mut seen = HashSet::new();
    let items = record.get(key).and_then(|node| counted(reader, node, key, limits));
    items.unwrap_or_default().iter().filter_map(|item| read(reader, item, &mut seen)).collect()
}

fn ids_as_written<'n>(record: &Mapping<'n>, key: &str) -> Vec<&'n str> {
    use crate::catalogue::yaml::Value;
    let Some(Node { value: Value::List(items), .. }) = record.get(key) else { return Vec::new() };
    let id = |item: &'n Node| match &item.value {
        Value::Map(map) => map.iter().find_map(|(key, value)| match (&key.value, &value.value) {
            (Value::Text(key), Value::Text(id)) if key == "id" => Some(id.as_str()),
            _ => None,
        }),
        _ => None,
    };
    items.iter().map(|item| id(item).unwrap_or_default()).collect()
}

fn specialism(
    reader: &mut Reader<'_>,
    item: &Node,
    names: &Names<'_>,
    seen: &mut HashSet<Id>,
) -> Option<Specialism> {
    let record = reader.record(item, &["id", "name", "summary", "profile"], &[])?;
    let id = new_id(reader, &record, "a specialism", seen);
    let name = record.get("name").and_then(|node| reader.text(node));
    let summary = record.get("summary").and_then(|node| reader.text(node));
    let profile = record.get("profile").and_then(|node| profile(reader, node, names));
    Some(Specialism { id: id?, name: name?, summary: summary?, profile: profile? })
}

fn module(
    reader: &mut Reader<'_>,
    item: &Node,
    names: &Names<'_>,
    seen: &mut HashSet<Id>,
) -> Option<Module> {
    let required = ["id", "name", "stage", "summary", "profile"];
    let record = reader.record(item, &required, &["topics"])?;
    let id = new_id(reader, &record, "a module", seen);
    let name = record.get("name").and_then(|node| reader.text(node));
    let stage = record.get("stage").and_then(|node| stage(reader, node));
    let summary = record.get("summary").and_then(|node| reader.text(node));
    let topics = texts(reader, &record, "topics");
    let profile = record.get("profile").and_then(|node| profile(reader, node, names));
    Some(Module {
        id: id?,
        name: name?,
        stage: stage?,
        summary: summary?,
        topics,
        profile: profile?,
    })
}

fn stage(reader: &mut Reader<'_>, node: &Node) -> Option<Stage> {
    let found = reader.text(node)?;
    match found.as_str() {
        "rotation" => Some(Stage::Rotation),
        "specialist" => Some(Stage::Specialist),
        _ => {
            let mistake = Mistake::UnknownStage { found: found.clone() };
            reader.note_with(node.span, mistake, || {
                Hint::nearest(&found, ["rotation", "specialist"])
            });
            None
        }
    }
}

fn role(
    reader: &mut Reader<'_>,
    item: &Node,
    names: &Names<'_>,
    read: Read<'_>,
    seen: &mut HashSet<Id>,
) -> Option<Role> {
    let optional = [
        "family",
        "specialism",
        "activities",
        "day",
        "asks",
        "way_in",
        "modules",
        "links",
        "evidence",
    ];
    let record = reader.record(item, &["id", "name", "summary", "profile"], &optional)?;
    let id = new_id(reader, &record, "a role", seen);
    let mut text = |key: &str| record.get(key).and_then(|node| reader.text(node));
    let (name, summary, family) = (text("name"), text("summary"), text("family"));
    let (day, way_in) = (text("day"), text("way_in"));
    let specialism = record.get("specialism").and_then(|node| {
        let name = reader.text(node)?;
        known(reader, node.span, "specialism", &name, &names.specialisms)?;
        read.specialisms.position(|specialism| specialism.id.as_str() == name)
    });
    let profile = record.get("profile").and_then(|node| profile(reader, node, names));
    let modules = record.get("modules").map(|node| relevances(reader, node, names, read.modules));
    let links = record.get("links").map(|node| links(reader, node));
    Some(Role {
        id: id?,
        name: name?,
        family,
        specialism,
        summary: summary?,
        activities: texts(reader, &record, "activities"),
        day,
        asks: texts(reader, &record, "asks"),
        way_in,
        profile: profile?,
        modules: modules.unwrap_or_default(),
        links: links.unwrap_or_default(),
        evidence: texts(reader, &record, "evidence"),
    })
}

fn texts(reader: &mut Reader<'_>, record: &Mapping<'_>, key: &str) -> Vec<String> {
    record.get(key).and_then(|node| reader.texts(node)).unwrap_or_default()
}

fn profile(reader: &mut Reader<'_>, node: &Node, names: &Names<'_>) -> Option<Profile> {
    let entries = reader.entries(node)?;
    let mut weights = vec![0.0; names.interests.map_or(0, <[_]>::len)];
    let mut sound = true;
    for entry in entries {
        let weight = reader.number(entry.value);
        let Some(interests) = names.interests else { continue };
        let interest = known(reader, entry.span, "interest", &entry.key, interests);
        match interest.and_then(|place| weights.get_mut(place)).zip(weight) {
            Some((slot, weight)) => *slot = weight,
            None => sound = false,
        }
    }
    let profile = Profile::new(weights);
    if profile.is_none() && sound && names.interests.is_some() {
        reader.note(node.span, Mistake::FlatProfile);
    }
    profile.filter(|_| sound)
}

fn relevances(
    reader: &mut Reader<'_>,
    node: &Node,
    names: &Names<'_>,
    modules: &List<Module>,
) -> Vec<Relevance> {
    let mut relevances = Vec::new();
    for entry in reader.entries(node).unwrap_or_default() {
        let known = known(reader, entry.span, "module", &entry.key, &names.modules);
        let value = reader.number_in(entry.value, 0.0..=1.0);
        let place = modules.position(|module| module.id.as_str() == entry.key);
        if let (Some(_), Some(module), Some(value)) = (known, place, value) {
            relevances.push(Relevance::new(module, value));
        }
    }
    relevances
}

fn links(reader: &mut Reader<'_>, node: &Node) -> Vec<Link> {
    let mut links = Vec::new();
    for item in reader.list(node).unwrap_or_default() {
        let Some(record) = reader.record(item, &["title", "url"], &[]) else { continue };
        let title = record.get("title").and_then(|node| reader.text(node));
        let Some(node) = record.get("url") else { continue };
        let Some(url) = reader.text(node) else { continue };
        if !url.starts_with("https://") && !url.starts_with("http://") {
            reader.note(node.span, Mistake::BadLink);
        }
        links.extend(title.map(|title| Link::new(title, url)));
    }
    links
}
