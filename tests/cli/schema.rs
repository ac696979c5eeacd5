//! The schemas of what is read agree with what is read. (What is written is
//! held against its schema whenever a test runs the program.)

use serde_json::{Value, json};

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::catalogue::yaml::Source;

use crate::support::schemas::validator;
use crate::support::{MIDDLE_CAREERS, MIDDLE_QUESTIONS, Run};

/// A data file as JSON, which is YAML too.
fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

/// The paths to every value in `value`.
fn paths(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            found.push(format!("{path}/{key}"));
            paths(value, format!("{path}/{key}"), found);
        }),
        Value::Array(items) => {
            // Entries of a list are alike: the first and the last stand for all.
            for at in [0, items.len().saturating_sub(1)] {
                if let Some(item) = items.get(at) {
                    paths(item, format!("{path}/{at}"), found);
                }
            }
        }
        _ => {}
    }
}

/// Whether the reader accepts the pair.
fn is_read(questions: &Value, careers: &Value) -> bool {
    let source = |name, value: &Value| Source::decode(name, value.to_string().as_bytes());
    Catalogue::read(source("q", questions), source("c", careers)).is_ok()
}

fn without(value: &Value, path: &str) -> Value {
    let mut value = value.clone();
    let (parent, key) = path.rsplit_once('/').unwrap();
    value.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    value
}

fn with(value: &Value, path: &str, new: Value) -> Value {
    let mut value = value.clone();
    *value.pointer_mut(path).unwrap() = new;
    value
}

/// Takes away and replaces every value in turn, and expects that the schema and
/// the program agree, but for what a schema cannot know: whether an id is one.
fn agrees(name: &'static str, file: &Value, is_read: impl Fn(&Value) -> bool) {
    let schema = validator(name);
    assert!(schema.is_valid(file) && is_read(file));
    let mut places = Vec::new();
    paths(file, String::new(), &mut places);
    let mut refused = 0;
    for path in &places {
        for changed in [
            without(file, path),
            with(file, path, json!(null)),
            with(file, path, json!([[]])),
            with(file, path, json!({"another": {}})),
            with(file, path, json!(7)),
            with(file, path, json!(true)),
            with(file, path, json!(" ")),
            with(file, path, json!({})),
        ] {
            let (valid, read) = (schema.is_valid(&changed), is_read(&changed));
            assert!(valid || !read, "{name}: {path} is read, and against the schema");
            let refers = ["/id", "/interest", "/modules", "/specialism", "/specialisms", "/stage"];
            let is_reference = refers.iter().any(|end| path.ends_with(end));
            assert!(
                read || !valid || is_reference,
                "{name}: {path} is not read, but in the schema"
            );
            refused += usize::from(!valid);
        }
    }
    assert!(refused > places.len(), "{refused} of {} places", places.len());
}

#[test]
fn the_schemas_of_the_data_files_are_those_of_the_reader() {
    let (questions, careers) = (yaml(MIDDLE_QUESTIONS), yaml(MIDDLE_CAREERS));
    agrees("questions", &questions, |changed| is_read(changed, &careers));
    agrees("careers", &careers, |changed| is_read(&questions, changed));
}

#[test]
fn a_schema_knows_the_limits_of_the_data_files() {
    let (questions, careers) = (yaml(MIDDLE_QUESTIONS), yaml(MIDDLE_CAREERS));
    for (path, bad) in [
        ("/format", json!(2)),
        ("/title", json!("")),
        ("/title", json!(" \t")),
        ("/scale", json!(["one"])),
        ("/scale", json!(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"])),
        ("/measurement/noise", json!(-0.1)),
        ("/measurement/signal", json!(0)),
        ("/interests/0/id", json!("Not A Slug")),
        ("/questions/0/short", json!("yes")),
        ("/questions", json!([])),
    ] {
        let changed = with(&questions, path, bad.clone());
        assert!(!validator("questions").is_valid(&changed), "{path}: {bad}");
        assert!(!is_read(&changed, &careers), "{path}: {bad}");
    }
    for (path, bad) in [
        ("/roles/0/links/0/url", json!("ftp://example.org")),
        ("/modules/0/stage", json!("Later On")),
        ("/roles/0/profile/building", json!("much")),
        ("/roles/0/profile", json!({})),
        ("/roles/0/line", json!("x".repeat(81))),
    ] {
        let changed = with(&careers, path, bad.clone());
        assert!(!validator("careers").is_valid(&changed), "{path}: {bad}");
        assert!(!is_read(&questions, &changed), "{path}: {bad}");
    }
}

#[test]
fn a_schema_takes_what_is_read_as_text() {
    let (questions, careers) = (yaml(MIDDLE_QUESTIONS), yaml(MIDDLE_CAREERS));
    for (path, good) in [("/scale", json!([1, 2, true, "yes"])), ("/title", json!(2026))] {
        let changed = with(&questions, path, good.clone());
        assert!(validator("questions").is_valid(&changed), "{path}: {good}");
        assert!(is_read(&changed, &careers), "{path}: {good}");
    }
}

#[test]
fn the_schema_of_a_sheet_is_that_of_the_reader() {
    let own = {
        let run = Run::small(["score", "--answers", "523454", "--format", "json"]);
        run.json()["catalogue"].as_str().unwrap().to_owned()
    };
    for (sheet, good) in [
        (json!({"answers": {"sums": 5, "talk": null}}), true),
        (json!({"answers": "52-454", "respondent": "r", "importance": {"people": 2.5}}), true),
        (json!({"answers": [5, null, 1, 2, 3, 4], "respondent": 17}), true),
        (json!({"answers": "523454", "catalogue": own}), true),
        (json!({"answers": {}, "respondent": null, "importance": null, "catalogue": null}), true),
        (json!({"answers": "RHYV-T199-P8ZP"}), true),
        (json!({"answers": " shyv t199 p8oo4v", "importance": {"people": 3}}), true),
        (json!({"answers": "52-454", "starting_point": "nhs"}), true),
        (json!({"answers": "52-454", "starting_point": null}), true),
        (json!({"answers": "52-454", "starting_point": "university"}), false),
        (json!({"answers": "52-454", "starting_point": 1}), false),
        (json!({"answers": "RHYV-T1"}), false),
        (json!({"answers": {"sums": 0}}), false),
        (json!({"answers": {"sums": 2.5}}), false),
        (json!({"answers": {"sums": "5"}}), true),
        (json!({"answers": [true, null, 1, 2, 3, 4]}), false),
        (json!({"answers": "52x454"}), false),
        (json!({"answers": 523}), false),
        (json!({"respondent": "r"}), false),
        (json!({"answers": {}, "other": 1}), false),
        (json!({"answers": {}, "importance": {"people": 6}}), false),
        (json!({"answers": {}, "importance": {"people": null}}), false),
        (json!({"answers": {}, "respondent": ["r"]}), false),
        (json!({"answers": {}, "catalogue": "sha256:0"}), false),
    ] {
        assert_eq!(validator("sheet").is_valid(&sheet), good, "{sheet}");
        let batch = Run::small(["batch"]).stdin(sheet.to_string() + "\n").output();
        let record: Value = serde_json::from_str(&batch.stdout).unwrap();
        assert_eq!(record.get("error").is_none(), good, "batch: {sheet}: {record}");
        let score = Run::small(["score"]).stdin(sheet.to_string()).output();
        assert_eq!(score.code == 0, good, "score: {sheet}: {}", score.stderr);
    }
}
