//! Help, completions and manual pages: one set of definitions, told three ways.

use std::process::Command;

use crate::support::Run;

const COMMANDS: [&str; 11] = [
    "quiz",
    "score",
    "batch",
    "cohort",
    "compare",
    "show",
    "audit",
    "schema",
    "completions",
    "man",
    "init",
];

fn said(run: Run) -> String {
    let ran = run.output();
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    ran.stdout
}

#[test]
fn help_leads_with_examples_and_ends_with_exit_codes() {
    let help = said(Run::new(["--help"]));
    assert!(help.starts_with("Examples:\n  rolefit "), "{help}");
    let codes = "0 done 1 rows were rejected, or the audit found errors 2 usage";
    assert!(help.split_whitespace().collect::<Vec<_>>().join(" ").contains(codes), "{help}");
    for command in COMMANDS {
        assert!(help.contains(&format!("\n  {command} ")), "{command} is not in the help");
        let help = said(Run::new([command, "--help"]));
        assert!(help.starts_with("Example"), "{command}: {help}");
    }
}

/// The examples run one after the other in a folder with the files they name.
#[test]
fn every_example_in_the_help_runs() {
    let run = Run::new([]);
    let folder = run.folder();
    let class = "respondent,site,waiting-list,new-staff,right-code\na,North,5,2,4\nb,South,1,4,2\n";
    let sheet = "answers: {waiting-list: 5, new-staff: 2, scanner-check: 3, right-code: 5}";
    std::fs::write(folder.join("class.csv"), class).unwrap();
    std::fs::write(folder.join("sheets.ndjson"), "{\"answers\": {\"waiting-list\": 5}}\n").unwrap();
    for name in ["sheet.yaml", "before.yaml", "after.yaml"] {
        std::fs::write(folder.join(name), sheet).unwrap();
    }
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_rolefit")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut ran = 0;
    // What init makes is what audit reads.
    for command in std::iter::once("init").chain(COMMANDS) {
        let help = said(Run::new([command, "--help"]));
        let examples = help.lines().take_while(|line| !line.is_empty()).skip(1);
        for example in examples.filter(|example| !example.contains("rolefit quiz")) {
            let is_again = command == "init" && ran > 0;
            let words = example.trim().split("   ").next().unwrap();
            let output = Command::new("sh")
                .args(["-c", words])
                .current_dir(folder)
                .env("PATH", &path)
                .stdin(std::process::Stdio::null())
                .output()
                .unwrap();
            let why = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success() || is_again, "{words}: {why}");
            ran += 1;
        }
    }
    assert!(ran > 15, "only {ran} examples were found");
}

#[test]
fn every_shell_completes_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = said(Run::new(["completions", shell]));
        for command in COMMANDS {
            assert!(script.contains(command), "{shell} does not know {command}");
        }
        assert!(script.contains("adaptive"), "{shell} does not know --adaptive");
    }
    let run = Run::new(["completions", "bash"]);
    let script = run.folder().join("script");
    std::fs::write(&script, said(Run::new(["completions", "bash"]))).unwrap();
    assert!(Command::new("bash").arg("-n").arg(&script).status().unwrap().success());
}

#[test]
fn there_is_a_manual_page_for_every_command() {
    let page = said(Run::new(["man"]));
    assert!(page.contains(".TH rolefit 1"), "{page}");
    assert!(page.contains("exploring, never for selecting"), "{page}");
    let run = Run::new(["man", "--all", "pages"]);
    let folder = run.folder().join("pages");
    let ran = run.output();
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (Some(0), "", ""));
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let mut expected: Vec<String> =
        COMMANDS.iter().map(|command| format!("rolefit-{command}.1")).collect();
    expected.push("rolefit.1".to_owned());
    expected.sort();
    assert_eq!(names, expected);
    for command in COMMANDS {
        let page = said(Run::new(["man", command]));
        assert!(page.contains(&format!(".TH rolefit-{command} 1")), "{page}");
    }
    Run::new(["man", "scores"])
        .code(2)
        .stderr(
            "error: invalid value 'scores' for '[COMMAND]'\n  [possible values: quiz, score, \
             batch, cohort, compare, show, audit, schema, completions, man, init]\n\n  tip: a \
             similar value exists: 'score'\n\nFor more information, try '--help'.\n",
        )
        .check();
}

#[test]
fn the_version_names_the_commit_if_there_is_one() {
    let version = said(Run::new(["--version"]));
    let rest = version.strip_prefix(&format!("rolefit {}", env!("CARGO_PKG_VERSION"))).unwrap();
    let git = |arguments: &[&str]| {
        let root = env!("CARGO_MANIFEST_DIR");
        let output = Command::new("git").args(arguments).current_dir(root).output().ok()?;
        output.status.success().then(|| String::from_utf8(output.stdout).unwrap())
    };
    let is_own = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(".git").exists();
    match git(&["rev-parse", "HEAD"]).filter(|_| is_own) {
        None => assert_eq!(rest, "\n"),
        Some(commit) => {
            let named = rest.strip_prefix(" (").unwrap().strip_suffix(")\n").unwrap();
            assert!(commit.starts_with(named) && named.len() >= 10, "{named} is not {commit}");
        }
    }
}
