//! Every JSON that the program writes in a test is held against its schema.

use std::collections::HashMap;
use std::process::Command;
use std::sync::{LazyLock, Mutex};

use jsonschema::Validator;
use serde_json::Value;

use super::Ran;

static VALIDATORS: LazyLock<Mutex<HashMap<&'static str, &'static Validator>>> =
    LazyLock::new(Mutex::default);

/// What the program says the form called `name` is.
#[track_caller]
pub fn validator(name: &'static str) -> &'static Validator {
    let mut validators = VALIDATORS.lock().unwrap();
    validators.entry(name).or_insert_with(|| {
        let program = env!("CARGO_BIN_EXE_rolefit");
        let output = Command::new(program).args(["schema", name]).output().unwrap();
        let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        Box::leak(Box::new(jsonschema::validator_for(&schema).unwrap()))
    })
}

/// Holds what was written against the schema of what the command writes.
#[track_caller]
pub fn check(args: &[String], ran: &Ran) {
    let is = |word: &str| args.iter().any(|arg| arg == word);
    let is_json = args.windows(2).any(|two| two == ["--format", "json"]) || is("--format=json");
    let name = match args.first().map(String::as_str) {
        Some("score" | "quiz") if is_json => "report",
        Some("audit") if is_json && is("--links") => "links",
        Some("audit") if is_json => "audit",
        Some("cohort") if is_json => "cohort",
        Some("compare") if is_json => "comparison",
        Some("sittings") if is_json => "sittings",
        Some("show") if is_json && ran.stdout.contains("\n  \"limits\": [") => "limits",
        Some("show") if is_json => "entries",
        Some("batch") if ran.stdout.starts_with('{') => "batch-record",
        _ => return,
    };
    // A command that failed has written nothing.
    for value in serde_json::Deserializer::from_str(&ran.stdout).into_iter::<Value>() {
        let value = value.unwrap();
        let errors: Vec<String> = validator(name)
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "rolefit {args:?} is no {name}: {errors:#?}");
    }
}
