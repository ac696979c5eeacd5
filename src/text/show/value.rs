//! The catalogue as JSON: the keys of the data files, with every id resolved
//! and every default filled in.

use rolefit_engine::catalogue::{Catalogue, Profile};
use serde_json::{Map, Value, json};

use super::Shown;
use super::kind::Kind;

impl Shown {
    /// What is shown, as one JSON object: a list under the name of each kind.
    pub(crate) fn value(&self, catalogue: &Catalogue) -> Value {
        let chosen: Vec<(Kind, Vec<Value>)> = match self {
            Self::Everything => {
                Kind::ALL.into_iter().map(|kind| (kind, entries(kind, catalogue))).collect()
            }
            Self::Kind(kind) => vec![(*kind, entries(*kind, catalogue))],
            Self::Entries(chosen) => {
                let one = |(kind, number): &(Kind, usize)| {
                    (*kind, entries(*kind, catalogue).into_iter().skip(*number).take(1).collect())
                };
                chosen.iter().map(one).collect()
            }
        };
        let mut object = Map::new();
        object.insert("schema_version".to_owned(), json!(1));
        object.insert("catalogue".to_owned(), json!(catalogue.fingerprint().as_str()));
        for (kind, entries) in chosen {
            object.insert(kind.name().to_owned(), Value::Array(entries));
        }
        Value::Object(object)
    }
}

fn entries(kind: Kind, catalogue: &Catalogue) -> Vec<Value> {
    match kind {
        Kind::Roles => roles(catalogue),
        Kind::Specialisms => specialisms(catalogue),
        Kind::Modules => modules(catalogue),
        Kind::Interests => interests(catalogue),
        Kind::Questions => questions(catalogue),
    }
}

fn roles(catalogue: &Catalogue) -> Vec<Value> {
    let careers = catalogue.careers();
    let role = |of: &rolefit_engine::catalogue::Role| {
        let specialism = of.specialism.map(|specialism| &careers.specialisms[specialism]);
        let modules: Map<String, Value> = of
            .modules
            .iter()
            .map(|relevance| {
                (careers.modules[relevance.module].id.to_string(), json!(relevance.value))
            })
            .collect();
        let links = of.links.iter().map(|link| json!({"title": link.title, "url": link.url}));
        json!({
            "id": of.id.as_str(), "name": of.name, "family": of.family,
            "specialism": specialism.map(|specialism| specialism.id.as_str()),
            "summary": of.summary, "activities": of.activities, "day": of.day, "asks": of.asks,
            "way_in": of.way_in, "profile": profile(catalogue, &of.profile), "modules": modules,
            "links": links.collect::<Vec<_>>(), "evidence": of.evidence,
        })
    };
    careers.roles.iter().map(role).collect()
}

fn specialisms(catalogue: &Catalogue) -> Vec<Value> {
    let specialism = |of: &rolefit_engine::catalogue::Specialism| {
        json!({
            "id": of.id.as_str(), "name": of.name, "summary": of.summary,
            "profile": profile(catalogue, &of.profile),
        })
    };
    catalogue.careers().specialisms.iter().map(specialism).collect()
}

fn modules(catalogue: &Catalogue) -> Vec<Value> {
    let module = |of: &rolefit_engine::catalogue::Module| {
        json!({
            "id": of.id.as_str(), "name": of.name, "stage": of.stage, "summary": of.summary,
            "topics": of.topics, "profile": profile(catalogue, &of.profile),
        })
    };
    catalogue.careers().modules.iter().map(module).collect()
}

fn interests(catalogue: &Catalogue) -> Vec<Value> {
    let interest = |of: &rolefit_engine::catalogue::Interest| json!({"id": of.id.as_str(), "name": of.name, "description": of.description});
    catalogue.questionnaire().interests.iter().map(interest).collect()
}

fn questions(catalogue: &Catalogue) -> Vec<Value> {
    let asked = catalogue.questionnaire();
    let question = |of: &rolefit_engine::catalogue::Question| {
        let interests: Map<String, Value> = of
            .loadings
            .iter()
            .map(|loading| {
                (asked.interests[loading.interest].id.to_string(), json!(loading.weight))
            })
            .collect();
        json!({
            "id": of.id.as_str(), "text": of.text, "interests": interests,
            "reversed": of.reversed, "short": of.short,
        })
    };
    asked.questions.iter().map(question).collect()
}

fn profile(catalogue: &Catalogue, profile: &Profile) -> Map<String, Value> {
    let interests = catalogue.questionnaire().interests.iter();
    interests
        .zip(profile.weights())
        .map(|(of, weight)| (of.id.to_string(), json!(weight)))
        .collect()
}
