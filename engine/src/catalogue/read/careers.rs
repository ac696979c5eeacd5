//! From the tree of `careers.yaml` to roles, modules and specialisms.

use super::guidance::{advice, contact, link, links, occupation_codes, pay, pay_scale, routes};
use super::names::{Names, Seen, format_and_language};
use crate::catalogue::careers::{Careers, Module, Relevance, Role, Specialism, Stage};
use crate::catalogue::guidance::PayScale;
use crate::catalogue::index::{Each, List};
use crate::catalogue::language::Language;
use crate::catalogue::mistake::Mistake;
use crate::catalogue::profile::Profile;
use crate::catalogue::questionnaire::Interest;
use crate::catalogue::schema::CAREERS_FILE;
use crate::catalogue::yaml::{KeyValue, Mapping, Node, Reader, Slot};

/// The interests of the questionnaire; `None` if it was too broken to say: then any
/// name will do.
#[derive(Clone, Copy)]
struct Interests<'n>(Option<(&'n List<Interest>, &'n Names<'n, Interest>)>);

/// What roles may refer to.
struct TrainingNames<'n> {
    specialisms: Names<'n, Specialism>,
    modules: Names<'n, Module>,
    pay_scale: Option<&'n PayScale>,
}

/// What could be read of the file. It is the file itself only if the reader
/// has noted no mistake.
pub(crate) fn careers(
    reader: &mut Reader<'_>,
    root: &Node,
    interests: Option<&List<Interest>>,
) -> Option<Careers> {
    let file = reader.root(root, &CAREERS_FILE)?;
    let language = format_and_language(reader, &file);
    let programme = file.text(reader, "programme");
    let programme_note = file.text(reader, "programme_note");
    let pay_scale = file.get("pay_scale").and_then(|slot| pay_scale(reader, slot));
    let stages = stages(reader, &file, &language);
    let stage_names = Names::new("stage", file.get("stages"), &stages, |stage| &stage.id);
    let names = interests.map(|list| Names::new("interest", None, list, |interest| &interest.id));
    let interests = Interests(interests.zip(names.as_ref()));
    let specialisms = list(
        reader,
        &file,
        "specialisms",
        Seen::new("a specialism", &language),
        |reader, item, seen| specialism(reader, item, interests, seen),
    );
    let modules =
        list(reader, &file, "modules", Seen::new("a module", &language), |reader, item, seen| {
            module(reader, item, interests, &stage_names, seen)
        });
    let training = TrainingNames {
        specialisms: Names::new("specialism", file.get("specialisms"), &specialisms, |of| &of.id),
        modules: Names::new("module", file.get("modules"), &modules, |of| &of.id),
        pay_scale: pay_scale.as_ref(),
    };
    let roles =
        list(reader, &file, "roles", Seen::new("a role", &language), |reader, item, seen| {
            role(reader, item, interests, &training, seen)
        });
    Some(Careers {
        language,
        programme,
        programme_note,
        pay_scale,
        stages,
        specialisms,
        modules,
        roles,
    })
}

fn list<T>(
    reader: &mut Reader<'_>,
    file: &Mapping<'_>,
    key: &str,
    mut seen: Seen,
    mut read: impl FnMut(&mut Reader<'_>, Slot<'_>, &mut Seen) -> Option<T>,
) -> List<T> {
    let items = file.get(key).and_then(|slot| reader.list(slot));
    let entries = items.into_iter().flatten();
    List::new(entries.filter_map(|item| read(reader, item, &mut seen)).collect())
}

/// The stages; those that every file has if it declares none.
fn stages(reader: &mut Reader<'_>, file: &Mapping<'_>, language: &Language) -> List<Stage> {
    if file.get("stages").is_some() {
        return list(reader, file, "stages", Seen::new("a stage", language), stage);
    }
    List::new(Stage::usual())
}

fn stage(reader: &mut Reader<'_>, item: Slot<'_>, seen: &mut Seen) -> Option<Stage> {
    let fields = reader.object(item)?;
    let id = seen.id(reader, &fields);
    let name = seen.text(reader, &fields, "name");
    let is_fixed = fields.flag(reader, "fixed");
    let note = fields.text(reader, "note");
    Some(Stage { id: id?, name: name?, is_fixed: is_fixed?, note })
}

fn specialism(
    reader: &mut Reader<'_>,
    item: Slot<'_>,
    interests: Interests<'_>,
    seen: &mut Seen,
) -> Option<Specialism> {
    let fields = reader.object(item)?;
    let id = seen.id(reader, &fields);
    let name = seen.text(reader, &fields, "name");
    let summary = fields.text(reader, "summary");
    let profile = profile(reader, &fields, interests);
    Some(Specialism { id: id?, name: name?, summary: summary?, profile: profile? })
}

fn module(
    reader: &mut Reader<'_>,
    item: Slot<'_>,
    interests: Interests<'_>,
    stages: &Names<'_, Stage>,
    seen: &mut Seen,
) -> Option<Module> {
    let fields = reader.object(item)?;
    let id = seen.id(reader, &fields);
    let name = seen.text(reader, &fields, "name");
    let stage = fields.get("stage").and_then(|slot| {
        let name = reader.text(slot)?;
        stages.find(reader, slot.node.span, &name)
    });
    let summary = fields.text(reader, "summary");
    let topics = fields.texts(reader, "topics");
    let profile = profile(reader, &fields, interests);
    let now = fields.get("now").and_then(|slot| link(reader, slot));
    Some(Module {
        now,
        id: id?,
        name: name?,
        stage: stage?,
        summary: summary?,
        topics,
        profile: profile?,
    })
}

fn role(
    reader: &mut Reader<'_>,
    item: Slot<'_>,
    interests: Interests<'_>,
    training: &TrainingNames<'_>,
    seen: &mut Seen,
) -> Option<Role> {
    let fields = reader.object(item)?;
    let id = seen.id(reader, &fields);
    let name = seen.text(reader, &fields, "name");
    let summary = fields.text(reader, "summary");
    let profile = profile(reader, &fields, interests);
    let role = Role {
        line: fields.get("line").and_then(|slot| reader.line(slot)),
        family: fields.text(reader, "family"),
        specialism: fields.get("specialism").and_then(|slot| {
            let name = reader.text(slot)?;
            training.specialisms.find(reader, slot.node.span, &name)
        }),
        activities: fields.texts(reader, "activities"),
        day: fields.text(reader, "day"),
        asks: fields.texts(reader, "asks"),
        pay: fields.get("pay").and_then(|slot| pay(reader, slot, training.pay_scale)),
        routes: fields.get("routes").and_then(|slot| routes(reader, slot)).unwrap_or_default(),
        way_in: fields.text(reader, "way_in"),
        trial: fields.get("try").and_then(|slot| advice(reader, slot)),
        contact: fields.get("ask").and_then(|slot| contact(reader, slot)),
        modules: relevances(reader, &fields, &training.modules),
        codes: fields
            .get("codes")
            .and_then(|slot| occupation_codes(reader, slot))
            .unwrap_or_default(),
        links: links(reader, &fields),
        evidence: fields.texts(reader, "evidence"),
        // What has to be there is looked at last, so that every mistake is noted.
        id: id?,
        name: name?,
        summary: summary?,
        profile: profile?,
    };
    Some(role)
}

fn profile(
    reader: &mut Reader<'_>,
    fields: &Mapping<'_>,
    Interests(interests): Interests<'_>,
) -> Option<Profile> {
    let slot = fields.get("profile")?;
    let entries = reader.entries(slot)?;
    let mut weights: Option<Each<Interest, f64>> = interests.map(|(list, _)| list.each(0.0));
    let mut is_sound = true;
    for entry in entries {
        let weight = reader.number(entry.value);
        let Some(((_, names), weights)) = interests.zip(weights.as_mut()) else { continue };
        match names.find(reader, entry.span, &entry.key).zip(weight) {
            Some((interest, weight)) => weights[interest] = weight,
            None => is_sound = false,
        }
    }
    let profile = Profile::new(weights?.as_slice().to_vec());
    if profile.is_none() && is_sound {
        reader.note(slot.node.span, Mistake::FlatProfile);
    }
    profile.filter(|_| is_sound)
}

fn relevances(
    reader: &mut Reader<'_>,
    fields: &Mapping<'_>,
    modules: &Names<'_, Module>,
) -> Vec<Relevance> {
    let entries = fields.get("modules").and_then(|slot| reader.entries(slot));
    let mut relevance = |entry: KeyValue<'_>| {
        let module = modules.find(reader, entry.span, &entry.key);
        let value = reader.number(entry.value);
        Some(Relevance::new(module?, value?))
    };
    entries.into_iter().flatten().filter_map(&mut relevance).collect()
}
