//! `--output` means one thing: the result, whole and alone, goes into the file.

use super::options::formats;
use crate::support::Run;

/// A command that needs no more.
type Command = fn() -> Run;

/// What is in the file that a run wrote, which said nothing and printed nothing.
#[track_caller]
fn written(run: &Run, file: &str) -> String {
    let ran = run.output();
    assert_eq!((ran.stderr.as_str(), ran.stdout.as_str(), ran.code), ("", "", 0));
    std::fs::read_to_string(run.folder().join(file)).unwrap()
}

#[test]
fn a_file_has_what_standard_output_would_have() {
    let score = || Run::small(["score", "--answers", "523454"]);
    let runs: [(Command, &str); 7] = [
        (|| Run::small(["score", "--answers", "523454"]), "out"),
        (|| Run::small(["score", "--answers", "523454", "--format", "html"]), "out.html"),
        (|| Run::small(["show", "roles"]), "out.txt"),
        (|| Run::small(["audit", "-q", "--links"]), "out"),
        (|| Run::new(["schema", "report"]), "out.json"),
        (|| Run::new(["completions", "bash"]), "rolefit.bash"),
        (|| Run::new(["man", "score"]), "rolefit-score.1"),
    ];
    for (run, file) in runs {
        assert_eq!(written(&run().arg("-o").arg(file), file), run().told(), "{file}");
    }
    let colored = score().arg("--color=always");
    assert_eq!(written(&colored.arg("--output=out"), "out"), score().arg("--color=always").told());
    assert_eq!(score().arg("-o").arg("-").told(), score().told());
    let quiz = || Run::small(["quiz", "-q", "--plain", "-o", "out"]).stdin("5\n2\n3\n4\n5\n4\n");
    let (run, without) = (quiz(), Run::small(["quiz", "-q", "--plain"]));
    let ran = run.output();
    assert_eq!((ran.stdout.as_str(), ran.code), ("", 0));
    let printed = without.stdin("5\n2\n3\n4\n5\n4\n").output();
    assert_eq!(ran.stderr, printed.stderr);
    assert_eq!(std::fs::read_to_string(run.folder().join("out")).unwrap(), printed.stdout);
}

#[test]
fn a_result_is_in_the_file_even_if_the_exit_code_is_1() {
    let run = Run::small(["audit", "-q", "--deny-warnings", "-o", "audit.txt"]);
    let printed = Run::small(["audit", "-q", "--deny-warnings"]).output();
    let ran = run.output();
    assert_eq!((ran.stdout.as_str(), ran.code), ("", 1));
    assert_eq!(printed.code, 1);
    assert_eq!(std::fs::read_to_string(run.folder().join("audit.txt")).unwrap(), printed.stdout);
}

#[test]
fn the_end_of_the_name_says_the_format() {
    for (file, format) in [
        ("out.json", "json"),
        ("out.md", "markdown"),
        ("OUT.MARKDOWN", "markdown"),
        ("out.html", "html"),
        ("out.htm", "html"),
        ("out.txt", "text"),
        ("out", "text"),
    ] {
        let score = || Run::small(["score", "--answers", "523454"]);
        let expected = score().arg("--format").arg(format).told();
        assert_eq!(written(&score().arg("-o").arg(file), file), expected, "{file}");
        // What is said as well is no contradiction.
        let said = score().arg("--format").arg(format).arg("-o").arg(file);
        assert_eq!(written(&said, file), expected, "{file}");
    }
    let shown = Run::small(["show", "roles", "-o", "roles.json"]);
    assert!(written(&shown, "roles.json").starts_with("{\n"));
    let pdf = Run::small(["score", "--answers", "523454", "--format", "json", "-o", "out.pdf"]);
    assert!(written(&pdf, "out.pdf").starts_with("{\n"));
}

#[test]
fn a_name_that_says_another_format_or_none_is_refused() {
    let no_format = |file: &str, command: &str| {
        let formats = formats(command);
        format!("--output {file}: no format of this command ends so: add --format {formats}")
    };
    let other = |file: &str, ends: &str, given: &str| {
        format!(
            "--output {file}: a file that ends so is {ends}, and --format says {given}: leave out \
             --format, or name the file otherwise"
        )
    };
    for (arguments, said) in [
        ("batch -o x.pdf", no_format("x.pdf", "batch")),
        ("score -o x.csv", no_format("x.csv", "score")),
        ("quiz -o x.csv", no_format("x.csv", "quiz")),
        ("render r.json -o x.csv", no_format("x.csv", "render")),
        ("compare a b -o x.csv", no_format("x.csv", "compare")),
        ("audit -o x.csv", no_format("x.csv", "audit")),
        ("sittings -o x.html", no_format("x.html", "sittings")),
        ("sittings show a -o x.csv", no_format("x.csv", "score")),
        ("score --format json -o x.md", other("x.md", "markdown", "json")),
        ("batch --format csv -o x.tab", other("x.tab", "tsv", "csv")),
        ("show --format text -o x.json", other("x.json", "json", "text")),
        (
            "form csv -o f.xlsx",
            "--output f.xlsx: this form is no such file: end its name with .csv".to_owned(),
        ),
        (
            "form paper -o f.csv",
            "--output f.csv: this form is no such file: end its name with .html or .htm".to_owned(),
        ),
        (
            "page -o p.pdf",
            "--output p.pdf: a page is no such file: end its name with .html or .htm".to_owned(),
        ),
        (
            "batch x.csv --letters l.pdf",
            "--letters l.pdf: a page for a browser is no such file: end its name with .html or .htm"
                .to_owned(),
        ),
        (
            "page -o p.csv",
            "--output p.csv: a page is no such file: end its name with .html or .htm".to_owned(),
        ),
    ] {
        // No data file is read before that.
        let mut run = arguments.split(' ').fold(Run::new([]), Run::arg);
        run.knows_its_files();
        let ran = run.output();
        let told = (ran.stderr, ran.stdout.as_str(), ran.code);
        assert_eq!(told, (format!("error: {said}\n"), "", 2), "{arguments}");
    }
}

#[test]
fn a_form_in_a_file_is_named() {
    Run::small(["form", "-o", "x.csv"])
        .code(2)
        .stderr(
            "error: --output: which form? rolefit form lists them, as in rolefit form csv -o \
             form.csv\n",
        )
        .check();
}
