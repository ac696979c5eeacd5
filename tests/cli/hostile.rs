//! Files made to do harm end quickly, in little memory, with a plain message.

use std::time::{Duration, Instant};

use crate::support::{CAREERS, QUESTIONS, ROLEFIT, Run, unset};

/// Runs under a limit on memory and within a second of processor time.
#[track_caller]
fn refused(name: &str, content: &[u8], says: &str) {
    let run = Run::new([]).file("q.yaml", content).file("c.yaml", CAREERS);
    // 100 MB of address space is more than 100 MB of memory would allow.
    let output = unset("sh")
        .args([
            "-c",
            "ulimit -v 100000; ulimit -t 1; exec \"$0\" show --questions q.yaml --careers c.yaml",
        ])
        .arg(ROLEFIT)
        .current_dir(run.folder())
        .output()
        .unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(65), "{name}: {}", &stderr[..stderr.len().min(500)]);
    assert!(stderr.contains(says), "{name}: {}", &stderr[..stderr.len().min(500)]);
    assert!(!stderr.contains("panicked"), "{name}");
}

#[test]
fn bombs() {
    let alias = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned()
        + &(0..50).map(|n| format!("a{n}: &a{n} [*a, *a, *a]\n")).collect::<String>();
    refused("aliases", alias.as_bytes(), "anchors (&) and aliases (*) are not allowed");
    refused("brackets", "[".repeat(200_000).as_bytes(), "the nesting is too deep");
    refused("braces", "{".repeat(200_000).as_bytes(), "the nesting is too deep");
    refused("question marks", "? ".repeat(200_000).as_bytes(), "the nesting is too deep");
    refused(
        "closed",
        ("[".repeat(3_000) + &"]".repeat(3_000)).as_bytes(),
        "the nesting is too deep",
    );
    let block: String = (0..1_400).map(|n| " ".repeat(n) + "a:\n").collect();
    refused("block", block.as_bytes(), "the nesting is too deep");
}

#[test]
fn no_text() {
    refused("UTF-16", b"\xff\xfef\0o\0r\0m\0", "the file is UTF-16 text");
    refused("NUL", b"format: 1\0\n", "NUL byte");
    let binary: Vec<u8> =
        (0_u32..4_096).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8 | 1).collect();
    refused("binary", &binary, "is not UTF-8 text");
    refused("3 MB", &vec![b'a'; 3_000_000], "larger than 1 MiB");
}

#[test]
fn keys_that_are_too_many() {
    let duplicates = "format: 1\n".repeat(100_000);
    refused("duplicates", duplicates.as_bytes(), "stands here a second time");
    let unknown: String = (0..60_000).map(|n| format!("k{n}: 1\n")).collect();
    refused("unknown", unknown.as_bytes(), "more mistakes like these");
    let long = format!("{}: 1\n", "k".repeat(1_000_000));
    refused("a long key", long.as_bytes(), "");
    refused("format: yes", b"format: yes\n", "write format: 1");
}

/// Runs `command`, whose files are `big` and the small catalogue, in 100 MB and two seconds
/// of processor time: as released, the program takes half as long.
#[track_caller]
fn bounded(command: &str, content: &[u8], code: i32) -> String {
    let files = Run::new([]).file("q.yaml", QUESTIONS).file("c.yaml", CAREERS);
    let run = files.file("big", content);
    // What threads set aside and never touch is not counted.
    let script = format!("ulimit -d 100000; ulimit -t 2; exec \"$0\" {command} < big");
    let output =
        unset("sh").args(["-c", &script]).arg(ROLEFIT).current_dir(run.folder()).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{command}: {stderr:.500}");
    stderr
}

#[test]
fn a_mebibyte_of_anything_is_read_in_a_second_and_100_mb() {
    let many = |begin: &str, part: &str| {
        let mut text = begin.to_owned();
        for number in 0.. {
            let part = part.replace('@', &number.to_string());
            if text.len() + part.len() > 1 << 20 {
                break;
            }
            text += &part;
        }
        text.into_bytes()
    };
    let data = "--questions q.yaml --careers c.yaml";
    let head = "format: 1\ntitle: t\nintroduction: i\nscale: [a, b]\nquestions: []\n";
    let interests = many(&format!("{head}interests:\n"), "- {id: a@, name: n a@}\n");
    let said = bounded("show --questions big --careers c.yaml", &interests, 65);
    assert!(said.contains("expected 3 to 64 interests, found 3"), "{said:.500}");
    let roles =
        many("format: 1\nroles:\n", "- {id: r@, name: n r@, summary: s, profile: {n@: 1}}\n");
    let said = bounded("show --questions q.yaml --careers big", &roles, 65);
    assert!(said.contains("expected 1 to 5000 roles, found 1"), "{said:.500}");
    bounded("show --questions big --careers big", &interests, 65);
    let unknown = many("answers:\n", "  sums@: 1\n");
    bounded(&format!("score {data} big"), &unknown, 65);
    bounded(&format!("score {data} big"), &many("answers: [", "1, "), 65);
    bounded(&format!("score {data}"), &many("answers: \"", "1"), 65);
    bounded(&format!("score {data} big"), &many("S", "A"), 65);
    bounded(&format!("compare {data} big big"), &unknown, 65);
    bounded(&format!("batch -q {data} --from csv > out"), &many("sums", ",sumz@"), 65);
    bounded(&format!("batch -q {data} --from csv > out"), &many("sums", ","), 65);
    let said = bounded(&format!("batch {data} > out"), &many("sums\n", "\"@\"\n"), 1);
    assert!(said.contains(" rows read: 0 scored, 5 not matched, "), "{said:.500}");
    let said =
        bounded(&format!("batch {data} > out"), &many("", "{\"answers\":{\"sumz\":@}}\n"), 1);
    assert!(said.contains(" rows read: 0 scored, "), "{said:.500}");
    bounded(&format!("batch -q {data} > out"), &many("{\"answers\": {", "\"sumz@\": 1, "), 1);
    bounded(&format!("cohort {data} --merge big"), &many("{\"a\": [", "@,"), 65);
    bounded(&format!("cohort {data} --merge big"), &many("{\"", "a"), 65);
}

#[test]
fn what_is_counted_is_shown() {
    let shown = Run::new(["show", "limits"]).told();
    assert!(shown.contains("  1,000 questions  "), "{shown}");
    assert!(shown.contains("  64 interests  "), "{shown}");
    let json: serde_json::Value =
        serde_json::from_str(&Run::new(["show", "limits", "--format", "json"]).told()).unwrap();
    let roles = json["limits"].as_array().unwrap().iter().find(|limit| limit["name"] == "roles");
    assert_eq!((&json["schema_version"], &roles.unwrap()["most"]), (&1.into(), &5_000.into()));
}

#[test]
fn a_questionnaire_and_careers_as_large_as_allowed_are_ranked() {
    let mut questions =
        String::from("format: 1\ntitle: t\nintroduction: i\nscale: [a, b, c]\ninterests:\n");
    for interest in 0..30 {
        questions += &format!("  - {{id: i{interest}, name: n i{interest}}}\n");
    }
    questions += "questions:\n";
    for question in 0..60 {
        questions += &format!(
            "  - {{id: q{question}, text: t q{question}, interest: i{}}}\n",
            question % 30
        );
    }
    let mut careers = String::from("format: 1\nroles:\n");
    for role in 0..900_usize {
        let (high, low) = (role % 30, (role * 7 + role / 30) % 30);
        let profile =
            if high == low { format!("i{high}: 2") } else { format!("i{high}: 2, i{low}: 1") };
        careers +=
            &format!("  - {{id: r{role}, name: n r{role}, summary: s, profile: {{{profile}}}}}\n");
    }
    let begun = Instant::now();
    let report = Run::with(["score", "--format", "json"], &questions, &careers)
        .arg(format!("--answers={}", "132-213".repeat(9).split_at(60).0))
        .json();
    assert_eq!(report["roles"].as_array().unwrap().len(), 900);
    assert!(begun.elapsed() < Duration::from_secs(30));
}
