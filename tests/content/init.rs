//! `rolefit init` writes out the shipped data files.

use std::fs;

use crate::support::{Run, SHIPPED_CAREERS, SHIPPED_QUESTIONS, root};

#[test]
fn the_built_in_pair_is_written_out_and_can_be_used() {
    let run = Run::shipped(["init", "mine/deep"]);
    let folder = run.folder().join("mine/deep");
    let ran = run.output();
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (
            0,
            "mine/deep/questions.yaml\nmine/deep/careers.yaml\n\
         mine/deep/schemas/questions.json\nmine/deep/schemas/careers.json\n"
        )
    );
    assert_eq!(fs::read_to_string(folder.join("questions.yaml")).unwrap(), SHIPPED_QUESTIONS);
    assert_eq!(fs::read_to_string(folder.join("careers.yaml")).unwrap(), SHIPPED_CAREERS);
    for (file, name) in [(SHIPPED_QUESTIONS, "questions"), (SHIPPED_CAREERS, "careers")] {
        // What an editor reads in the first line leads to the schema beside the file.
        let line = format!("# yaml-language-server: $schema=schemas/{name}.json");
        assert_eq!(file.lines().next(), Some(line.as_str()));
        let schema = Run::new(["schema", name]).output().stdout;
        assert_eq!(
            fs::read_to_string(folder.join("schemas").join(name).with_extension("json")).unwrap(),
            schema
        );
        assert_eq!(
            fs::read_to_string(root().join(format!("schemas/{name}.json"))).unwrap(),
            schema
        );
    }
}

#[test]
fn nothing_is_overwritten_and_nothing_half_done() {
    let run = Run::shipped(["init", "."]).file("careers.yaml", "mine");
    let folder = run.folder().to_owned();
    let ran = run.output();
    assert_eq!(
        (ran.code, ran.stdout.as_str(), ran.stderr.as_str()),
        (
            74,
            "",
            "error: ./careers.yaml is there already, and is not overwritten: choose another folder\n"
        )
    );
    assert_eq!(fs::read_to_string(folder.join("careers.yaml")).unwrap(), "mine");
    assert!(!folder.join("questions.yaml").exists());
}
