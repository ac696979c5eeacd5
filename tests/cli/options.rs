//! Which options a command takes, and what its help and its manual page say.

use crate::COMMANDS;
use crate::support::Run;

fn told(run: Run) -> String {
    let ran = run.output();
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    ran.stdout
}

#[test]
fn a_help_shows_only_what_its_command_takes() {
    let result = ["quiz", "score", "batch", "cohort", "render", "compare"];
    let catalogue = [
        "quiz", "score", "batch", "cohort", "render", "compare", "show", "audit", "form", "page",
        "doctor",
    ];
    for command in COMMANDS {
        let help = told(Run::new([command, "-h"]));
        let takes = |option: &str| help.contains(&format!(" {option} "));
        assert_eq!(takes("--top"), result.contains(&command), "{help}");
        let has_one_form = ["form", "page", "doctor"].contains(&command);
        let writes = !has_one_form && (catalogue.contains(&command) || command == "sittings");
        assert_eq!(takes("--format"), writes, "{help}");
        assert_eq!(takes("--questions"), catalogue.contains(&command), "{help}");
        assert!(takes("--color"), "{help}");
    }
}

/// The formats of each command.
const FORMATS: [(&str, &str); 9] = [
    ("quiz", "text, json, markdown, html"),
    ("score", "text, json, markdown, html"),
    ("show", "text, json, csv"),
    ("audit", "text, json"),
    ("render", "text, json, markdown, html"),
    ("compare", "text, json, markdown, html"),
    ("sittings", "text, json"),
    ("batch", "ndjson, csv, tsv, xlsx"),
    ("cohort", "text, json, csv, html"),
];

/// The formats of a command as a choice: `text or json`.
pub(super) fn formats(command: &str) -> String {
    let (_, formats) = FORMATS.iter().find(|(of, _)| *of == command).unwrap();
    let (others, last) = formats.rsplit_once(", ").unwrap();
    format!("{others} or {last}")
}

#[test]
fn a_help_lists_the_formats_that_its_command_writes() {
    for (command, formats) in FORMATS {
        let help = told(Run::new([command, "-h"]));
        let words = help.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(&format!("[possible values: {formats}]")), "{command}: {help}");
    }
}

#[test]
fn a_short_help_has_no_more_than_examples_and_options() {
    for command in COMMANDS {
        let help = told(Run::new([command, "-h"]));
        let examples = help.lines().skip(1).take_while(|line| line.starts_with("  rolefit"));
        assert!(help.starts_with("Examples:\n") && examples.count() >= 2, "{help}");
        assert!(!help.contains("Exit codes") && help.lines().count() < 60, "{command}: {help}");
    }
}

#[test]
fn the_help_of_the_quiz_tells_of_the_environment_and_of_the_saved_sitting() {
    for run in [Run::new(["--help"]), Run::new(["quiz", "--help"])] {
        let help = told(run);
        for name in ["ROLEFIT_PLAIN", "NO_COLOR", "ROLEFIT_KEEP", "~/.local/state/rolefit/"] {
            assert!(help.contains(name), "{name}: {help}");
        }
    }
}

#[test]
fn a_manual_page_has_the_sections_of_a_manual() {
    for command in COMMANDS {
        let page = told(Run::new(["man", command]));
        assert!(page.contains(".SH \"EXIT STATUS\"\n.TP\n\\fB0\\fR\ndone\n"), "{page}");
        assert!(page.contains("\n.SH EXAMPLES\n.nf\nrolefit "), "{page}");
        assert!(!page.contains("EXTRA"), "{page}");
    }
    let page = told(Run::new(["man", "quiz"]));
    assert!(page.contains("\n.SH ENVIRONMENT\n.TP\n\\fBROLEFIT_PLAIN\\fR\n"), "{page}");
    assert!(page.contains("\n.SH FILES\n"), "{page}");
}

#[test]
fn data_files_may_be_named_before_the_command() {
    let after = told(Run::small(["show", "roles"]));
    let before = Run::small([]).arg("show").arg("roles");
    assert_eq!(told(before), after);
    Run::small(["--plain", "show"])
        .code(2)
        .stderr(
            "error: --plain: rolefit show has no such option: leave it out; rolefit show --help \
             lists those it has\n",
        )
        .check();
}

#[test]
fn colour_is_spelt_either_way() {
    let run = || Run::small(["show", "roles"]);
    assert_eq!(told(run().arg("--colour=always")), told(run().arg("--color").arg("always")));
    assert!(
        Run::small(["show", "--nonsense", "--colour", "always"]).output().stderr.contains('\u{1b}')
    );
}

#[test]
fn an_audit_simulates_as_many_people_as_it_is_told() {
    let ran = Run::middle(["audit", "--respondents", "1000"]).output();
    assert!(ran.stdout.contains("\nOf 1000 simulated respondents; "), "{}", ran.stdout);
    let ran = Run::middle(["audit", "--respondents", "999"]).output();
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(
        ran.stderr
            .contains("expected a whole number from 1000 to 1000000, as in --respondents 5000"),
        "{}",
        ran.stderr
    );
}

#[test]
fn an_option_that_would_do_nothing_is_refused() {
    let rows = "respondent,sums,talk,mend,site\na,5,2,1,x\n";
    for (arguments, why) in [
        (
            &["batch", "--table", "--top", "2"][..],
            "--top: a table for people has the first role of each alone; leave --top out",
        ),
        (
            &["batch", "--table", "--columns", "talk,talk"],
            "--columns: \"talk\" is named twice: name it once",
        ),
    ] {
        let run = arguments.iter().fold(Run::small([]), |run, word| run.arg(*word));
        let ran = run.stdin(rows).output();
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.stderr.ends_with(&format!("error: {why}\n")), "{}", ran.stderr);
    }
}
