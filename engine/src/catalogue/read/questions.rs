//! From the tree of `questions.yaml` to a questionnaire.

use std::collections::HashSet;

use crate::catalogue::hint::Hint;
use crate::catalogue::id::Id;
use crate::catalogue::index::{InterestIx, List};
use crate::catalogue::mistake::Mistake;
use crate::catalogue::questionnaire::{Interest, Loading, Measurement, Question, Questionnaire};
use crate::catalogue::scale::Scale;
use crate::catalogue::yaml::{KeyValue, Mapping, Node, Reader, Span};

const INTERESTS: (usize, usize) = (3, 64);
const QUESTIONS: (usize, usize) = (1, 1_000);

/// What could be read of the file. It is the file itself only if the reader
/// has noted no mistake.
pub(in crate::catalogue) fn questionnaire(
    reader: &mut Reader<'_>,
    root: &Node,
) -> Option<Questionnaire> {
    let required = ["format", "title", "introduction", "scale", "interests", "questions"];
    let record = reader.record(root, &required, &["measurement"])?;
    format_one(reader, &record);
    let title = record.get("title").and_then(|node| reader.text(node));
    let introduction = record.get("introduction").and_then(|node| reader.text(node));
    let scale = record.get("scale").and_then(|node| scale(reader, node));
    let measurement = match record.get("measurement") {
        Some(node) => measurement(reader, node),
        None => Some(Measurement::default()),
    };
    let interests = record.get("interests").and_then(|node| interests(reader, node))?;
    let interests = List::new(interests);
    let questions = record.get("questions").and_then(|node| questions(reader, node, &interests));
    Some(Questionnaire {
        title: title.unwrap_or_default(),
        introduction: introduction.unwrap_or_default(),
        // Whatever stands in for an unreadable scale is never used: a mistake was noted.
        scale: scale.or_else(|| Scale::new(vec![String::new(); Scale::MAX_POINTS]))?,
        measurement: measurement.unwrap_or_default(),
        interests,
        questions: List::new(questions.unwrap_or_default()),
    })
}

/// Both files begin with `format: 1`.
pub(super) fn format_one(reader: &mut Reader<'_>, record: &Mapping<'_>) {
    let Some(node) = record.get("format") else { return };
    if let Some(found) = reader.format(node)
        && found.total_cmp(&1.0).is_ne()
    {
        reader.note(node.span, Mistake::UnknownFormat { found });
    }
}

/// The items of a list whose length is limited.
pub(super) fn counted<'n>(
    reader: &mut Reader<'_>,
    node: &'n Node,
    what: &'static str,
    (low, high): (usize, usize),
) -> Option<&'n [Node]> {
    let items = reader.list(node)?;
    let found = items.len();
    if !(low..=high).contains(&found) {
        reader.note(node.span, Mistake::Count { what, low, high, found });
    }
    Some(items)
}

/// Reads an id that has to be new among `seen`.
pub(super) fn new_id(
    reader: &mut Reader<'_>,
    record: &Mapping<'_>,
    what: &'static str,
    seen: &mut HashSet<Id>,
) -> Option<Id> {
    let node = record.get("id")?;
    let id = reader.id(node)?;
    if !seen.insert(id.clone()) {
        reader.note(node.span, Mistake::DuplicateId { what, id: id.to_string() });
        return None;
    }
    Some(id)
}

fn scale(reader: &mut Reader<'_>, node: &Node) -> Option<Scale> {
    let limits = (Scale::MIN_POINTS, Scale::MAX_POINTS);
    counted(reader, node, "answers on the scale", limits)?;
    Scale::new(reader.texts(node)?)
}

fn measurement(reader: &mut Reader<'_>, node: &Node) -> Option<Measurement> {
    let record = reader.record(node, &["noise", "signal"], &["source"])?;
    let noise = record.get("noise").and_then(|node| reader.not_negative(node));
    let signal = record.get("signal").and_then(|node| reader.positive(node));
    let source = record.get("source").and_then(|node| reader.text(node));
    Some(Measurement { noise: noise?, signal: signal?, source })
}

fn interests(reader: &mut Reader<'_>, node: &Node) -> Option<Vec<Interest>> {
    let items = counted(reader, node, "interests", INTERESTS)?;
    let mut seen = HashSet::new();
    let mut interests = Vec::new();
    for item in items {
        let Some(record) = reader.record(item, &["id", "name"], &["description"]) else { continue };
        let id = new_id(reader, &record, "an interest", &mut seen);
        let name = record.get("name").and_then(|node| reader.text(node));
        let description = record.get("description").and_then(|node| reader.text(node));
        // An interest without a good name still has an id that others may refer to.
        if let Some(id) = id {
            interests.push(Interest { id, name: name.unwrap_or_default(), description });
        }
    }
    Some(interests)
}

fn questions(
    reader: &mut Reader<'_>,
    node: &Node,
    interests: &List<Interest>,
) -> Option<Vec<Question>> {
    let items = counted(reader, node, "questions", QUESTIONS)?;
    let mut seen = HashSet::new();
    Some(items.iter().filter_map(|item| question(reader, item, interests, &mut seen)).collect())
}

fn question(
    reader: &mut Reader<'_>,
    item: &Node,
    interests: &List<Interest>,
    seen: &mut HashSet<Id>,
) -> Option<Question> {
    let optional = ["interest", "interests", "reversed", "short"];
    let record = reader.record(item, &["id", "text"], &optional)?;
    let id = new_id(reader, &record, "a question", seen);
    let text = record.get("text").and_then(|node| reader.text(node));
    let loadings = loadings(reader, item, &record, interests);
    let mut flag = |key| record.get(key).map_or(Some(false), |node| reader.flag(node));
    let (reversed, short) = (flag("reversed"), flag("short"));
    Some(Question { id: id?, text: text?, loadings: loadings?, reversed: reversed?, short: short? })
}

fn loadings(
    reader: &mut Reader<'_>,
    item: &Node,
    record: &Mapping<'_>,
    interests: &List<Interest>,
) -> Option<Vec<Loading>> {
    match (record.get("interest"), record.get("interests")) {
        (Some(node), None) => {
            let name = reader.text(node)?;
            let interest = interest(reader, node.span, &name, interests)?;
            Some(vec![Loading::new(interest, 1.0)])
        }
        (None, Some(node)) => {
            let entries = reader.entries(node)?;
            if entries.is_empty() {
                reader.note(node.span, Mistake::NoInterest);
            }
            let mut loading = |entry: KeyValue<'_>| {
                let interest = interest(reader, entry.span, &entry.key, interests);
                let weight = reader.positive(entry.value);
                Some(Loading::new(interest?, weight?))
            };
            // All of them are read before any is missed, so that every mistake is noted.
            let loadings: Vec<Option<Loading>> = entries.into_iter().map(&mut loading).collect();
            loadings.into_iter().collect()
        }
        (Some(_), Some(node)) => {
            reader.note(node.span, Mistake::InterestAndInterests);
            None
        }
        (None, None) => {
            let hint = Hint::Advice("write interest: and the id of one, or interests: for several");
            reader.note_with(item.span, Mistake::MissingKey { key: "interest" }, || Some(hint));
            None
        }
    }
}

/// The interest called `name`.
fn interest(
    reader: &mut Reader<'_>,
    span: Span,
    name: &str,
    interests: &List<Interest>,
) -> Option<InterestIx> {
    let ids: Vec<&str> = interests.iter().map(|interest| interest.id.as_str()).collect();
    interests.nth(known(reader, span, "interest", name, &ids)?)
}

/// The place of `name` among `names`.
pub(super) fn known(
    reader: &mut Reader<'_>,
    span: Span,
    what: &'static str,
    name: &str,
    names: &[&str],
) -> Option<usize> {
    let place = names.iter().position(|known| *known == name);
    if place.is_none() {
        let mistake = Mistake::UnknownId { what, id: name.to_owned() };
        reader.note_with(span, mistake, || Hint::nearest(name, names.iter().copied()));
    }
    place
}
