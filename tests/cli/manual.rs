//! Help, completions and manual pages: one set of definitions, told three ways.

use std::process::Command;

use crate::COMMANDS;
use crate::support::Run;
use crate::support::run::words;

#[test]
fn help_leads_with_examples_and_ends_with_exit_codes() {
    let help = Run::new(["--help"]).told();
    assert!(help.starts_with("Examples:\n  rolefit "), "{help}");
    let codes = "0 done 1 rows were rejected, nobody could be matched, the audit found errors, or not all was forgotten 2 usage";
    assert!(words(&help).contains(codes), "{help}");
    for command in COMMANDS {
        assert!(help.contains(&format!("\n  {command} ")), "{command} is not in the help");
        let help = Run::new([command, "--help"]).told();
        assert!(help.starts_with("Example"), "{command}: {help}");
    }
}

#[test]
fn every_shell_completes_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = Run::new(["completions", shell]).told();
        for command in COMMANDS {
            assert!(script.contains(command), "{shell} does not know {command}");
        }
        assert!(script.contains("adaptive"), "{shell} does not know --adaptive");
    }
    let run = Run::new(["completions", "bash"]);
    let script = run.folder().join("script");
    std::fs::write(&script, Run::new(["completions", "bash"]).told()).unwrap();
    assert!(Command::new("bash").arg("-n").arg(&script).status().unwrap().success());
}

#[test]
fn there_is_a_manual_page_for_every_command() {
    let page = Run::new(["man"]).told();
    assert!(page.contains(".TH rolefit 1"), "{page}");
    assert!(page.contains("exploring, never for selecting"), "{page}");
    let run = Run::new(["man", "--output-dir", "pages"]);
    let folder = run.folder().join("pages");
    let ran = run.output();
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""));
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let mut expected: Vec<String> =
        COMMANDS.iter().map(|command| format!("rolefit-{command}.1")).collect();
    let of_commands = ["rolefit.1", "rolefit-sittings-show.1", "rolefit-sittings-forget.1"];
    expected.extend(of_commands.map(str::to_owned));
    expected.sort();
    assert_eq!(names, expected);
    for command in COMMANDS {
        let page = Run::new(["man", command]).told();
        assert!(page.contains(&format!(".TH rolefit-{command} 1")), "{page}");
    }
    let page = Run::new(["man", "sittings", "show"]).told();
    assert!(page.contains(".TH rolefit-sittings-show 1"), "{page}");
    assert!(page.contains("\\fBXDG_STATE_HOME\\fR"), "{page}");
    Run::new(["man", "score", "show"])
        .code(2)
        .stderr("error: score has no command show: show and forget are of sittings\n")
        .check();
    Run::new(["man", "scores"])
        .code(2)
        .stderr(
            "error: COMMAND: \"scores\" is none of its values; did you mean \"score\"? It takes \
             quiz, score, batch, cohort, render, compare, sittings, show, audit, form, page, \
             schema, completions, man, doctor or init\n",
        )
        .check();
}

#[test]
fn the_version_names_the_commit_if_there_is_one() {
    let version = Run::new(["--version"]).told();
    let rest = version.strip_prefix(&format!("rolefit {}", env!("CARGO_PKG_VERSION"))).unwrap();
    let git = |arguments: &[&str]| {
        let root = env!("CARGO_MANIFEST_DIR");
        let output = Command::new("git").args(arguments).current_dir(root).output().ok()?;
        output.status.success().then(|| String::from_utf8(output.stdout).unwrap())
    };
    // What the program was built from is known only where the build notices a commit.
    let is_own = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(".git/logs/HEAD").exists();
    match git(&["rev-parse", "HEAD"]).filter(|_| is_own) {
        None => assert!(rest.ends_with('\n'), "{rest:?}"),
        Some(commit) => {
            let named = rest.strip_prefix(" (").unwrap().strip_suffix(")\n").unwrap();
            assert!(commit.starts_with(named) && named.len() >= 10, "{named} is not {commit}");
        }
    }
}

/// The help of a command ends with what it may do, and with nothing that only others do.
#[test]
fn a_help_ends_with_the_codes_variables_and_files_of_its_command() {
    let ends = |command: &[&str]| {
        let run = command.iter().fold(Run::new([]), |run, word| run.arg(*word));
        run.arg("--help").told().split_once("\nExit codes:").unwrap().1.to_owned()
    };
    for (command, has, has_not) in [
        (
            &["score"][..],
            &["  65 ", "COLUMNS", "CLICOLOR_FORCE", "TERM"][..],
            &["\n  1 ", "HOME"][..],
        ),
        (&["batch"], &["\n  1 ", "RAYON_NUM_THREADS", "ROLEFIT_CATALOGUE"], &["forgotten", "KEEP"]),
        (&["audit"], &["the audit found errors", "RAYON_NUM_THREADS"], &["matched", "HOME"]),
        (&["compare"], &["XDG_STATE_HOME", "~/.local/state/rolefit/"], &["ROLEFIT_KEEP"]),
        (&["sittings"], &["~/.local/state/rolefit/"], &["ROLEFIT_CATALOGUE", "  65 "]),
        (&["sittings", "show"], &["~/.local/state/rolefit/", "ROLEFIT_CATALOGUE"], &["\n  1 "]),
        (&["sittings", "forget"], &["not all was forgotten", "ROLEFIT_PLAIN"], &["COLUMNS"]),
        (&["show"], &["ROLEFIT_CATALOGUE"], &["rolefit/", "\n  1 "]),
        (&["schema"], &["NO_COLOR"], &["  65 ", "  66 ", "ROLEFIT_"]),
    ] {
        let end = ends(command);
        for word in has {
            assert!(end.contains(word), "{command:?} {word}: {end}");
        }
        for word in has_not {
            assert!(!end.contains(word), "{command:?} {word}: {end}");
        }
    }
}
