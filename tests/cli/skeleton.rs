//! The small pair to begin with, which `init --empty` writes.

use rolefit_engine::catalogue::schema::{CAREERS_FILE, ObjectSchema, QUESTIONS_FILE, ValueKind};

use crate::support::{Run, catalogue};

/// The two files as they are written.
pub(crate) fn skeleton() -> [String; 2] {
    let mut run = Run::new(["init", "--empty", "-q", "new"]);
    run.knows_its_files();
    let ran = run.output();
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let files = ["questions.yaml", "careers.yaml"];
    files.map(|name| std::fs::read_to_string(run.folder().join("new").join(name)).unwrap())
}

/// The text with what is left out put to use, and the remarks taken out.
pub(crate) fn in_full(text: &str) -> String {
    let line = |line: &str| {
        let start = line.trim_start();
        let indent = &line[..line.len() - start.len()];
        match start.strip_prefix('#') {
            Some(remark) if remark.starts_with('#') || remark.contains("$schema") => String::new(),
            Some(field) => format!("{indent}{}\n", field.strip_prefix(' ').unwrap()),
            None => format!("{line}\n"),
        }
    };
    text.lines().map(line).collect()
}

#[test]
fn as_it_is_it_ranks_people_and_has_no_mistake() {
    let [questions, careers] = skeleton();
    let pair = catalogue(&questions, &careers);
    assert_eq!(pair.careers().roles.len(), 3);
    let audit = Run::with(["audit", "--format", "json"], &questions, &careers).output();
    assert_eq!(audit.code, 0, "{}", audit.stdout);
    let digits = "5".to_owned() + &"3".repeat(pair.questionnaire().questions.len() - 1);
    let run = Run::with(["score", "--answers", &digits], &questions, &careers);
    assert!(run.told().contains("Best match: The first role"));
}

#[test]
fn with_every_comment_put_to_use_it_is_valid_too() {
    let [questions, careers] = skeleton().map(|text| in_full(&text));
    let pair = catalogue(&questions, &careers);
    assert!(!pair.careers().modules.is_empty());
    let audit = Run::with(["audit"], &questions, &careers).output();
    assert_eq!(audit.code, 0, "{}", audit.stdout);
}

#[test]
fn it_has_every_field_that_there_is() {
    let texts = skeleton().map(|text| in_full(&text));
    for (text, form) in texts.iter().zip([&QUESTIONS_FILE, &CAREERS_FILE]) {
        for key in keys(form) {
            assert!(
                text.contains(&format!("{key}: ")) || text.contains(&format!("{key}:\n")),
                "{key}"
            );
        }
    }
}

/// Every key that a form has, at any depth.
fn keys(form: &ObjectSchema) -> Vec<&'static str> {
    let of = |kind: &'static ValueKind| match kind {
        ValueKind::Object(form) | ValueKind::List(ValueKind::Object(form), _) => keys(form),
        _ => Vec::new(),
    };
    form.fields.iter().flat_map(|field| [vec![field.key], of(&field.kind)].concat()).collect()
}
