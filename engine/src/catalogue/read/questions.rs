//! From the tree of `questions.yaml` to a questionnaire.

use std::collections::HashSet;

use super::names::{Names, language, new_id};
use crate::catalogue::hint::Hint;
use crate::catalogue::id::Id;
use crate::catalogue::index::List;
use crate::catalogue::mistake::Mistake;
use crate::catalogue::questionnaire::{Interest, Loading, Measurement, Question, Questionnaire};
use crate::catalogue::scale::Scale;
use crate::catalogue::schema::QUESTIONS_FILE;
use crate::catalogue::yaml::{KeyValue, Mapping, Node, Reader, Slot};

/// What could be read of the file. It is the file itself only if the reader
/// has noted no mistake.
pub(crate) fn questionnaire(reader: &mut Reader<'_>, root: &Node) -> Option<Questionnaire> {
    let file = reader.root(root, &QUESTIONS_FILE)?;
    if let Some(slot) = file.get("format") {
        reader.format(slot);
    }
    let language = language(reader, &file);
    let title = file.text(reader, "title");
    let introduction = file.text(reader, "introduction");
    let stem = file.text(reader, "stem");
    let scale = file.get("scale").and_then(|slot| Scale::new(reader.texts(slot)?));
    let measurement = match file.get("measurement") {
        Some(slot) => measurement(reader, slot),
        None => Some(Measurement::default()),
    };
    let written = file.get("interests");
    let interests = written.and_then(|slot| interests(reader, slot))?;
    let names =
        Names::new("interest", written.filter(Slot::is_cut), &interests, |interest| &interest.id);
    let questions = file.get("questions").and_then(|slot| questions(reader, slot, &names));
    Some(Questionnaire {
        language,
        title: title.unwrap_or_default(),
        introduction: introduction.unwrap_or_default(),
        stem,
        // Whatever stands in for an unreadable scale is never used: a mistake was noted.
        scale: scale.or_else(|| Scale::new(vec![String::new(); Scale::MAX_POINTS]))?,
        measurement: measurement.unwrap_or_default(),
        interests,
        questions: List::new(questions.unwrap_or_default()),
    })
}

fn measurement(reader: &mut Reader<'_>, slot: Slot<'_>) -> Option<Measurement> {
    let fields = reader.object(slot)?;
    let noise = fields.number(reader, "noise");
    let signal = fields.number(reader, "signal");
    let lasting = fields.number(reader, "lasting");
    let source = fields.text(reader, "source");
    Some(Measurement { noise: noise?, signal: signal?, lasting: lasting.unwrap_or(0.0), source })
}

fn interests(reader: &mut Reader<'_>, slot: Slot<'_>) -> Option<List<Interest>> {
    let mut seen = HashSet::new();
    let mut interests = Vec::new();
    for item in reader.list(slot)? {
        let Some(fields) = reader.object(item) else { continue };
        let id = new_id(reader, &fields, "an interest", &mut seen);
        let name = fields.text(reader, "name");
        let description = fields.text(reader, "description");
        // An interest without a good name still has an id that others may refer to.
        if let Some(id) = id {
            interests.push(Interest { id, name: name.unwrap_or_default(), description });
        }
    }
    Some(List::new(interests))
}

fn questions(
    reader: &mut Reader<'_>,
    slot: Slot<'_>,
    interests: &Names<'_, Interest>,
) -> Option<Vec<Question>> {
    let mut seen = HashSet::new();
    let items = reader.list(slot)?;
    Some(items.filter_map(|item| question(reader, item, interests, &mut seen)).collect())
}

fn question(
    reader: &mut Reader<'_>,
    item: Slot<'_>,
    interests: &Names<'_, Interest>,
    seen: &mut HashSet<Id>,
) -> Option<Question> {
    let fields = reader.object(item)?;
    let id = new_id(reader, &fields, "a question", seen);
    let text = fields.text(reader, "text");
    let loadings = loadings(reader, item.node, &fields, interests);
    let reversed = fields.flag(reader, "reversed");
    let short = fields.flag(reader, "short");
    Some(Question { id: id?, text: text?, loadings: loadings?, reversed: reversed?, short: short? })
}

fn loadings(
    reader: &mut Reader<'_>,
    question: &Node,
    fields: &Mapping<'_>,
    interests: &Names<'_, Interest>,
) -> Option<Vec<Loading>> {
    match (fields.get("interest"), fields.get("interests")) {
        (Some(slot), None) => {
            let name = reader.text(slot)?;
            Some(vec![Loading::new(interests.find(reader, slot.node.span, &name)?, 1.0)])
        }
        (None, Some(slot)) => {
            let entries = reader.entries(slot)?;
            if entries.is_empty() {
                reader.note(slot.node.span, Mistake::NoInterest);
            }
            let mut loading = |entry: KeyValue<'_>| {
                let interest = interests.find(reader, entry.span, &entry.key);
                let weight = reader.number(entry.value);
                Some(Loading::new(interest?, weight?))
            };
            // All of them are read before any is missed, so that every mistake is noted.
            let loadings: Vec<Option<Loading>> = entries.into_iter().map(&mut loading).collect();
            loadings.into_iter().collect()
        }
        (Some(_), Some(slot)) => {
            reader.note(slot.node.span, Mistake::InterestAndInterests);
            None
        }
        (None, None) => {
            let hint = Hint::Advice("write interest: and the id of one, or interests: for several");
            reader
                .note_with(question.span, Mistake::MissingKey { key: "interest" }, |_| Some(hint));
            None
        }
    }
}
