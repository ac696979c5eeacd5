//! From the tree of `questions.yaml` to a questionnaire.

use super::names::{Names, Seen, format_and_language};
use crate::catalogue::hint::Hint;
use crate::catalogue::index::List;
use crate::catalogue::language::Language;
use crate::catalogue::mistake::Mistake;
use crate::catalogue::questionnaire::{Interest, Loading, Measurement, Question, Questionnaire};
use crate::catalogue::scale::Scale;
use crate::catalogue::schema::QUESTIONS_FILE;
use crate::catalogue::yaml::{KeyValue, Mapping, Node, Reader, Slot};

/// What could be read of the file. It is the file itself only if the reader
/// has noted no mistake.
pub(crate) fn questionnaire(reader: &mut Reader<'_>, root: &Node) -> Option<Questionnaire> {
    let file = reader.root(root, &QUESTIONS_FILE)?;
    let language = format_and_language(reader, &file);
    let title = file.text(reader, "title");
    let introduction = file.text(reader, "introduction");
    let stem = file.text(reader, "stem");
    let scale = file.get("scale").and_then(|slot| scale(reader, slot, &language));
    let measurement = match file.get("measurement") {
        Some(slot) => measurement(reader, slot),
        None => Some(Measurement::default()),
    };
    let written = file.get("interests");
    let interests = written.and_then(|slot| interests(reader, slot, &language))?;
    let names =
        Names::new("interest", written.filter(Slot::is_cut), &interests, |interest| &interest.id);
    let questions =
        file.get("questions").and_then(|slot| questions(reader, slot, &names, &language));
    Some(Questionnaire {
        language,
        title,
        introduction,
        stem,
        // Whatever stands in for an unreadable scale is never used: a mistake was noted.
        scale: scale.or_else(|| Scale::new(vec![String::new(); Scale::MAX_POINTS]))?,
        measurement: measurement.unwrap_or_default(),
        interests,
        questions: List::new(questions.unwrap_or_default()),
    })
}

/// The scale, whose labels all differ.
fn scale(reader: &mut Reader<'_>, slot: Slot<'_>, language: &Language) -> Option<Scale> {
    let mut seen = Seen::new("an answer", language);
    let items = reader.list(slot)?;
    let mut label = |(item, place): (Slot<'_>, usize)| {
        let label = reader.text(item)?;
        // A cell with such a number could be either of two answers.
        if label.parse::<f64>().is_ok_and(|number| number.to_string() != place.to_string()) {
            let hint = Hint::Advice("add a word to it: answers are numbered from 1");
            let mistake = Mistake::NumberLabel { label: label.clone(), place };
            reader.note_with(item.node.span, mistake, |_| Some(hint));
        }
        if !seen.is_new(&label) {
            let hint = Hint::Advice("give each answer a label of its own");
            let mistake = Mistake::SameLabel { label: label.clone() };
            reader.note_with(item.node.span, mistake, |_| Some(hint));
        }
        Some(label)
    };
    Scale::new(items.zip(1..).filter_map(&mut label).collect())
}

fn measurement(reader: &mut Reader<'_>, slot: Slot<'_>) -> Option<Measurement> {
    let fields = reader.object(slot)?;
    let noise = fields.number(reader, "noise");
    let signal = fields.number(reader, "signal");
    let lasting = fields.number(reader, "lasting");
    let source = fields.text(reader, "source");
    Some(Measurement { noise: noise?, signal: signal?, lasting: lasting.unwrap_or(0.0), source })
}

fn interests(
    reader: &mut Reader<'_>,
    slot: Slot<'_>,
    language: &Language,
) -> Option<List<Interest>> {
    let mut seen = Seen::new("an interest", language);
    let mut interests = Vec::new();
    for item in reader.list(slot)? {
        let Some(fields) = reader.object(item) else { continue };
        let id = seen.id(reader, &fields);
        let name = seen.text(reader, &fields, "name");
        let description = fields.text(reader, "description");
        // An interest without a good name still has an id that others may refer to.
        if let Some(id) = id {
            interests.push(Interest {
                name: name.unwrap_or_else(|| id.to_string()),
                id,
                description,
            });
        }
    }
    Some(List::new(interests))
}

fn questions(
    reader: &mut Reader<'_>,
    slot: Slot<'_>,
    interests: &Names<'_, Interest>,
    language: &Language,
) -> Option<Vec<Question>> {
    let mut seen = Seen::new("a question", language);
    let items = reader.list(slot)?;
    Some(items.filter_map(|item| question(reader, item, interests, &mut seen)).collect())
}

fn question(
    reader: &mut Reader<'_>,
    item: Slot<'_>,
    interests: &Names<'_, Interest>,
    seen: &mut Seen,
) -> Option<Question> {
    let fields = reader.object(item)?;
    let id = seen.id(reader, &fields);
    let text = seen.text(reader, &fields, "text");
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
