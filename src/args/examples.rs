//! What `--help` leads with. A test runs each of these.

pub(super) const ROLEFIT: &str = "\
Examples:
  rolefit                              take the quiz
  rolefit show                         see the roles, modules and questions
  rolefit score sheet.yaml             score answers that are in a file
  rolefit batch class.csv -o out.csv   score a whole class";

pub(super) const QUIZ: &str = "\
Examples:
  rolefit quiz                 every question, one key each
  rolefit quiz --adaptive      only as many as are needed
  rolefit quiz --resume        go on where you were
  rolefit quiz --plain         for a screen reader, or to pipe answers in";

pub(super) const SCORE: &str = "\
Examples:
  rolefit score sheet.yaml
  rolefit score sheet.yaml --explain
  rolefit score sheet.yaml -o result.html";

pub(super) const BATCH: &str = "\
Examples:
  rolefit batch class.csv --table --excel -o table.csv
  rolefit batch class.csv --pages results
  rolefit batch class.csv --keep site --format csv --top 1
  rolefit batch sheets.ndjson --full -o reports.ndjson";

pub(super) const COHORT: &str = "\
Examples:
  rolefit cohort class.csv
  rolefit cohort class.csv --by site -o class.html
  rolefit cohort class.csv --against last.csv
  rolefit cohort class.csv --chosen job
  rolefit cohort class.csv --partial -o part.json
  rolefit cohort --merge part.json";

pub(super) const RENDER: &str = "\
Examples:
  rolefit render report.json
  rolefit render report.json -o result.html";

pub(super) const COMPARE: &str = "\
Examples:
  rolefit compare before.yaml after.yaml
  rolefit compare class.csv --respondent r0001
  rolefit compare 2026-09-01 2026-11-26";

pub(super) const SITTINGS: &str = "\
Examples:
  rolefit sittings
  rolefit sittings show 2026-11-26
  rolefit sittings forget 2026-11-26
  rolefit sittings forget --all";

pub(super) const SHOW_SITTING: &str = "\
Examples:
  rolefit sittings show 2026-11-26
  rolefit sittings show 2026-11-26 --format json";

pub(super) const FORGET: &str = "\
Examples:
  rolefit sittings forget 2026-11-26
  rolefit sittings forget --all --yes";

pub(super) const SHOW: &str = "\
Examples:
  rolefit show roles
  rolefit show clinical-coder
  rolefit show questions --format json
  rolefit show limits";

pub(super) const AUDIT: &str = "\
Examples:
  rolefit audit
  rolefit audit --catalogue mine
  rolefit audit class.csv
  rolefit audit --links";

pub(super) const FORM: &str = "\
Examples:
  rolefit form
  rolefit form xlsx -o answers.xlsx
  rolefit form redcap -o dictionary.csv
  rolefit form paper -o paper.html";

pub(super) const PAGE: &str = "\
Examples:
  rolefit page -o quiz.html
  rolefit page --return-to 'Send it to jo@example.org' -o quiz.html
  rolefit page --short --no-result -o quiz.html";

pub(super) const SCHEMA: &str = "\
Examples:
  rolefit schema report -o report.json
  rolefit schema questions             what an editor checks questions.yaml by";

pub(super) const DOCTOR: &str = "\
Examples:
  rolefit doctor
  rolefit doctor -o doctor.txt";

pub(super) const COMPLETIONS: &str = "\
Examples:
  rolefit completions bash -o rolefit.bash
  rolefit completions powershell       for the profile of PowerShell";

pub(super) const MAN: &str = "\
Examples:
  rolefit man -o rolefit.1
  rolefit man score -o rolefit-score.1
  rolefit man --output-dir pages";

pub(super) const INIT: &str = "\
Examples:
  rolefit init mine
  rolefit init --empty ours";
