//! The schemas of the data files and the program agree: what one refuses the other refuses,
//! but for rules that no schema can state.

use std::sync::LazyLock;

use jsonschema::Validator;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::catalogue::{Catalogue, Mistake, Problems};
use serde_json::{Map, Value, json};

use super::skeleton::{in_full, skeleton};
use crate::support::schemas::validator;

/// The two files with every field that there is.
static FILES: LazyLock<[Value; 2]> =
    LazyLock::new(|| skeleton().map(|text| serde_yaml::from_str(&in_full(&text)).unwrap()));

static VALIDATORS: LazyLock<[&Validator; 2]> =
    LazyLock::new(|| ["questions", "careers"].map(validator));

/// Whether no schema can state the rule.
fn is_beyond_schemas(mistake: &Mistake) -> bool {
    matches!(
        mistake,
        // What is in a list, or in the other file, and what stands there already.
        Mistake::UnknownId { .. }
            | Mistake::DuplicateId { .. }
            | Mistake::SameText { .. }
            | Mistake::SameLabel { .. }
            // How two values compare, and how a number is written.
            | Mistake::FlatProfile
            | Mistake::BandUpsideDown { .. }
            | Mistake::PayUpsideDown { .. }
            | Mistake::NumberLabel { .. }
    ) || matches!(mistake, Mistake::BadId { text, .. } if text.parse::<f64>().is_ok())
}

/// What may stand where something else stood.
fn values() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(2),
        json!(-1),
        json!(0.5),
        json!(1995),
        json!(1e9),
        json!(""),
        json!(" "),
        json!("x"),
        json!("first"),
        json!("First one"),
        json!("en_GB"),
        json!("de-AT"),
        json!("GBP"),
        json!("https://example.org"),
        json!("x".repeat(81)),
        json!([]),
        json!([1]),
        json!(["a", "b"]),
        json!([1, 2]),
        json!({}),
        json!({"a": 1}),
        json!({"first": 1}),
        json!({"first": 1, "second": 0}),
        json!({"No slug": 1}),
        json!({"text": "A"}),
        json!({"title": "A", "url": "b"}),
    ]
}

#[derive(Debug, Clone)]
enum Change {
    Put(Value),
    Remove,
    Repeat,
    Add(&'static str, Value),
}

fn change() -> impl Strategy<Value = Change> {
    const KEYS: &[&str] = &["x", "id", "name", "title", "interest", "interests", "note", "pay"];
    prop_oneof![
        6 => select(values()).prop_map(Change::Put),
        2 => Just(Change::Remove),
        1 => Just(Change::Repeat),
        1 => (select(KEYS), select(values())).prop_map(|(key, value)| Change::Add(key, value)),
    ]
}

/// How many values there are in a value, with itself.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(map) => map.values().map(size).sum(),
        _ => 0,
    }
}

/// Makes the change at one of the values inside, counted from 0, outermost first.
fn make(value: &mut Value, mut at: usize, change: &Change) {
    match value {
        Value::Array(items) => {
            for place in 0..items.len() {
                if at == 0 {
                    match change {
                        Change::Put(new) => items[place] = new.clone(),
                        Change::Remove => drop(items.remove(place)),
                        Change::Repeat => items.push(items[place].clone()),
                        Change::Add(key, new) => add(&mut items[place], key, new),
                    }
                    return;
                }
                let inside = size(&items[place]);
                if at < inside {
                    return make(&mut items[place], at - 1, change);
                }
                at -= inside;
            }
        }
        Value::Object(map) => make_in_map(map, at, change),
        _ => {}
    }
}

fn make_in_map(map: &mut Map<String, Value>, mut at: usize, change: &Change) {
    for key in map.keys().cloned().collect::<Vec<_>>() {
        let value = &mut map[&key];
        if at == 0 {
            match change {
                Change::Put(new) => *value = new.clone(),
                Change::Remove | Change::Repeat => drop(map.remove(&key)),
                Change::Add(key, new) => add(value, key, new),
            }
            return;
        }
        let inside = size(value);
        if at < inside {
            return make(value, at - 1, change);
        }
        at -= inside;
    }
}

fn add(value: &mut Value, key: &str, new: &Value) {
    if let Value::Object(map) = value {
        map.insert(key.to_owned(), new.clone());
    }
}

/// The mistakes that the program finds in the file of this number, beside the other as it
/// was.
fn mistakes(number: usize, changed: &Value) -> Vec<Mistake> {
    let mut files = FILES.clone();
    files[number] = changed.clone();
    let [questions, careers] =
        [0, 1].map(|at| Source::decode(["q", "c"][at], files[at].to_string().as_bytes()));
    let problems = Catalogue::read(questions, careers).err().map(Problems::into_vec);
    let of_it = problems.into_iter().flatten().filter(|of| of.file == ["q", "c"][number]);
    of_it.map(|problem| problem.mistake).collect()
}

#[test]
fn both_take_the_files_as_they_are() {
    for number in [0, 1] {
        assert!(VALIDATORS[number].is_valid(&FILES[number]));
        assert_eq!(mistakes(number, &FILES[number]), []);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn what_one_refuses_the_other_refuses(
        number in 0_usize..2,
        changes in prop::collection::vec((any::<Index>(), change()), 1..3),
    ) {
        let mut changed = FILES[number].clone();
        for (at, change) in &changes {
            let at = at.index(size(&changed) - 1);
            make(&mut changed, at, change);
        }
        let is_valid = VALIDATORS[number].is_valid(&changed);
        let mistakes = mistakes(number, &changed);
        if is_valid {
            let others: Vec<_> = mistakes.iter().filter(|of| !is_beyond_schemas(of)).collect();
            prop_assert!(others.is_empty(), "the schema takes what is refused: {:?}", others);
        } else {
            prop_assert!(!mistakes.is_empty(), "the schema refuses what is taken: {}", changed);
        }
    }
}
