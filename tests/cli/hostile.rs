//! Files made to do harm end quickly, in little memory, with a plain message.

use std::time::{Duration, Instant};

use crate::support::{CAREERS, ROLEFIT, Run, unset};

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

#[test]
fn a_questionnaire_and_careers_as_large_as_allowed_are_ranked() {
    let mut questions =
        String::from("format: 1\ntitle: t\nintroduction: i\nscale: [a, b, c]\ninterests:\n");
    for interest in 0..30 {
        questions += &format!("  - {{id: i{interest}, name: n}}\n");
    }
    questions += "questions:\n";
    for question in 0..60 {
        questions += &format!("  - {{id: q{question}, text: t, interest: i{}}}\n", question % 30);
    }
    let mut careers = String::from("format: 1\nroles:\n");
    for role in 0..900_usize {
        let (high, low) = (role % 30, (role * 7 + role / 30) % 30);
        let profile =
            if high == low { format!("i{high}: 2") } else { format!("i{high}: 2, i{low}: 1") };
        careers += &format!("  - {{id: r{role}, name: n, summary: s, profile: {{{profile}}}}}\n");
    }
    let begun = Instant::now();
    let report = Run::with(["score", "--format", "json"], &questions, &careers)
        .arg(format!("--answers={}", "132-213".repeat(9).split_at(60).0))
        .json();
    assert_eq!(report["roles"].as_array().unwrap().len(), 900);
    assert!(begun.elapsed() < Duration::from_secs(30));
}
