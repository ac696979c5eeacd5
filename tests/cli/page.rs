//! The quiz as one file for a browser. What it does there is tried in tests/browser.

use std::fs;
use std::io::Read as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::read::GzDecoder;
use rolefit_engine::catalogue::embedded;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::support::{CAREERS, QUESTIONS, Run, root, small};

/// What the page holds in the element with this id.
#[track_caller]
fn part<'p>(page: &'p str, id: &str) -> &'p str {
    let (_, rest) = page.split_once(&format!("id=\"{id}\">")).unwrap();
    rest.split_once("</script>").unwrap().0
}

fn settings(page: &str) -> Value {
    serde_json::from_str(part(page, "settings")).unwrap()
}

#[track_caller]
fn unpacked(page: &str, id: &str) -> Vec<u8> {
    let packed = STANDARD.decode(part(page, id)).unwrap();
    let mut bytes = Vec::new();
    GzDecoder::new(&packed[..]).read_to_end(&mut bytes).unwrap();
    bytes
}

#[test]
fn the_page_holds_the_catalogue_and_the_engine_and_may_ask_for_nothing() {
    let page = Run::small(["page", "-q"]).told();
    let small = small();
    let catalogue = embedded(&unpacked(&page, "catalogue")).unwrap();
    assert_eq!(catalogue.fingerprint(), small.fingerprint());
    assert!(unpacked(&page, "engine").starts_with(b"\0asm"));
    let (_, script) = page.rsplit_once("<script>").unwrap();
    let (script, _) = script.split_once("</script>").unwrap();
    let policy = format!(
        "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{}' \
         'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'\"",
        STANDARD.encode(Sha256::digest(script))
    );
    assert!(page.contains(&policy), "{policy}");
    for asks in [" src=", " href=", "url(", "@import", "fetch(", "XMLHttpRequest", "import("] {
        assert!(!page.contains(asks), "{asks}");
    }
    // Each question can be answered on paper, where no script runs.
    for question in &small.questionnaire().questions {
        assert!(page.contains(&format!(">{}</li>", question.text)), "{}", question.text);
    }
}

#[test]
fn what_is_said_of_the_quiz_is_in_the_page() {
    let of = |arguments: &[&str]| {
        let run = arguments.iter().fold(Run::middle(["page", "-q"]), |run, of| run.arg(*of));
        settings(&run.told())
    };
    let usual = of(&[]);
    assert_eq!(
        (&usual["form"], &usual["return_to"], &usual["has_result"]),
        (&json!("full"), &Value::Null, &json!(true))
    );
    // Another catalogue than the program's has to be named with its commands.
    assert_eq!(usual["needs_files"], true);
    assert_eq!(of(&["--short"])["form"], "short");
    assert_eq!(of(&["--adaptive"])["form"], json!({"adaptive": 0.8}));
    assert_eq!(of(&["--adaptive", "--until", "0.9"])["form"], json!({"adaptive": 0.9}));
    let collected =
        of(&["--no-result", "--return-to", "Send it to </script> \u{1b}[1m\u{202e}<jo>"]);
    assert_eq!(collected["return_to"], "Send it to </script> [1m<jo>");
    assert_eq!(collected["has_result"], false);
    let ran = Run::small(["page", "--return-to", " "]).output();
    let why = "error: --return-to: say what to do with the code\n";
    assert_eq!((ran.code, ran.stderr.as_str()), (2, why));
    let ran = Run::small(["page", "--short", "--adaptive"]).output();
    assert_eq!(ran.code, 2, "{}", ran.stderr);
    // A page that asks nothing is none.
    let all = QUESTIONS.replace("short: true", "short: false");
    let ran = Run::with(["page", "--short"], &all, CAREERS).output();
    let why = "error: --short: no question in this questionnaire is marked short: true: leave --short out, \
               or mark some\n";
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (2, "", why));
}

/// What a person types where no script runs is a sheet as it is.
#[test]
fn without_a_script_answers_are_typed_into_a_box() {
    let page = Run::small(["page", "-q", "--return-to", "Send it to jo."]).told();
    assert!(page.contains("<input id=\"typed\"") && page.contains("Then: Send it to jo."));
    let page = Run::small(["page", "-q", "--short"]).told();
    let (_, rest) = page.split_once("<textarea id=\"typed\"").unwrap();
    let (_, rest) = rest.split_once('>').unwrap();
    let (sheet, _) = rest.split_once("</textarea>").unwrap();
    assert_eq!(sheet, "answers:\n  sums: \n  talk: \n  mend: \n");
    let filled = sheet.replace("talk: ", "talk: 4");
    let report = Run::small(["score", "--format", "json"]).stdin(filled).json();
    assert_eq!(report["sheet"]["answers"], "-4----");
}

#[test]
fn the_size_of_a_page_is_told() {
    let run = Run::small(["page", "-o", "quiz.html"]);
    let ran = run.output();
    let written = fs::read(run.folder().join("quiz.html")).unwrap();
    let kilobytes = written.len().div_ceil(1_000);
    assert_eq!(
        (ran.code, ran.stdout.as_str(), ran.stderr),
        (
            0,
            "",
            format!(
                "quiz.html: {kilobytes} kB, for 6 questions and 3 roles; open it in a browser\n"
            )
        )
    );
}

#[test]
fn a_page_of_data_files_with_mistakes_is_none() {
    let questions = QUESTIONS.replace("format: 1", "format: 2");
    let run = Run::with(["page", "-o", "quiz.html"], &questions, CAREERS);
    let ran = run.output();
    assert_eq!((ran.code, ran.stdout.as_str()), (65, ""));
    assert!(ran.stderr.contains("format 2 is not known"), "{}", ran.stderr);
    assert!(!run.folder().join("quiz.html").exists());
}

/// That is what was compiled and tried; `release/check` looks at what it was made from.
#[test]
fn the_engine_is_the_one_that_its_provenance_tells_of() {
    let told: Value =
        serde_json::from_slice(&fs::read(root().join("page/engine.json")).unwrap()).unwrap();
    let engine = fs::read(root().join("page/engine.wasm.gz")).unwrap();
    let digest = Sha256::digest(&engine).into_iter().map(|byte| format!("{byte:02x}"));
    assert_eq!(told["compressed"], format!("sha256:{}", digest.collect::<String>()));
    assert_eq!(told["compressed_bytes"], engine.len());
}
