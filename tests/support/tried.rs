//! What every command, format and file is tried with. A test beside the definitions of the
//! arguments fails for one that is in none of these lists.

/// A command, its format, and what is typed at a terminal, with `@` for what is hostile and
/// DATA for data files full of it.
pub const TYPED: &[(&str, &str, &str)] = &[
    ("quiz", "text", "quiz --plain DATA < answers"),
    ("quiz", "json", "quiz --plain --format json DATA < answers"),
    ("quiz", "markdown", "quiz --plain --format markdown DATA < answers"),
    ("quiz", "html", "quiz --plain --format html DATA < answers"),
    ("score", "text", "score --explain DATA a.json"),
    ("score", "json", "score --explain --format json DATA a.json"),
    ("score", "markdown", "score --format markdown DATA a.json"),
    ("score", "html", "score --format html DATA a.json"),
    ("batch", "csv", "batch --keep note --format csv DATA rows.csv"),
    ("batch", "ndjson", "batch --keep note --format ndjson DATA rows.csv"),
    ("batch", "ndjson", "batch --keep note --worksheet '@' DATA rows.xlsx"),
    ("batch", "ndjson", "batch --keep note DATA rows.xlsx"),
    ("cohort", "text", "cohort --by note DATA rows.csv"),
    ("cohort", "json", "cohort --by note --format json DATA rows.csv"),
    ("cohort", "csv", "cohort --by note --format csv DATA rows.csv"),
    ("cohort", "html", "cohort --by note --format html DATA rows.csv"),
    ("cohort", "", "cohort --by note --partial DATA rows.csv"),
    ("compare", "text", "compare DATA a.json b.json"),
    ("compare", "json", "compare --format json DATA a.json b.json"),
    ("sittings", "text", "sittings"),
    ("sittings", "json", "sittings --format json"),
    ("sittings show", "text", "sittings show '@' DATA"),
    ("sittings show", "json", "sittings show '@' --format json DATA"),
    ("sittings forget", "", "sittings forget '@'"),
    ("show", "text", "show clerk DATA"),
    ("show", "json", "show --format json DATA"),
    ("audit", "text", "audit DATA"),
    ("audit", "text", "audit DATA rows.csv"),
    ("audit", "json", "audit --format json DATA"),
    ("audit", "text", "audit --links DATA"),
    ("audit", "json", "audit --links --format json DATA"),
    ("form", "csv", "form csv DATA"),
    ("form", "xlsx", "form xlsx DATA"),
    ("form", "xlsform", "form xlsform DATA"),
    ("form", "limesurvey", "form limesurvey DATA"),
    ("form", "redcap", "form redcap DATA"),
    ("form", "google", "form google DATA"),
    ("form", "qualtrics", "form qualtrics DATA"),
    ("form", "paper", "form paper DATA"),
    ("page", "", "page DATA"),
    ("schema", "", "schema '@'"),
    ("completions", "", "completions '@'"),
    ("man", "", "man '@'"),
    ("init", "", "init 'mine@'"),
    ("rolefit", "", "'@'"),
];

/// Every command and format on the small data files, without notices. Those that read
/// standard input have it from the file named last. Each is run with a full disk, a reader
/// that goes and a fault at each of its writes.
pub const RUN: &[(&str, &str)] = &[
    ("score -q --questions q.yaml --careers c.yaml a.json", ""),
    ("score -q --explain --questions q.yaml --careers c.yaml --answers 523454", ""),
    ("score -q --format json --questions q.yaml --careers c.yaml", "a.json"),
    ("score -q --format markdown --questions q.yaml --careers c.yaml a.json", ""),
    ("score -q --format html --questions q.yaml --careers c.yaml a.json", ""),
    ("quiz -q --plain --questions q.yaml --careers c.yaml", "answers"),
    ("quiz -q --plain --format json --questions q.yaml --careers c.yaml", "answers"),
    ("quiz -q --plain --format markdown --questions q.yaml --careers c.yaml", "answers"),
    ("quiz -q --plain --format html --questions q.yaml --careers c.yaml", "answers"),
    ("batch -q --format ndjson --questions q.yaml --careers c.yaml rows.ndjson", ""),
    ("batch -q --format ndjson --questions q.yaml --careers c.yaml --worksheet S rows.xlsx", ""),
    ("batch -q --format csv --questions q.yaml --careers c.yaml rows.ndjson", ""),
    ("batch -q --full --questions q.yaml --careers c.yaml", "rows.ndjson"),
    ("cohort -q --questions q.yaml --careers c.yaml rows.ndjson", ""),
    ("cohort -q --format json --questions q.yaml --careers c.yaml rows.ndjson", ""),
    ("cohort -q --format csv --questions q.yaml --careers c.yaml rows.ndjson", ""),
    ("cohort -q --format html --questions q.yaml --careers c.yaml rows.ndjson", ""),
    ("cohort -q --partial --questions q.yaml --careers c.yaml rows.ndjson", ""),
    ("compare --questions q.yaml --careers c.yaml a.json b.json", ""),
    ("compare --format json --questions q.yaml --careers c.yaml a.json b.json", ""),
    ("audit -q --questions q.yaml --careers c.yaml", ""),
    ("audit -q --format json --questions q.yaml --careers c.yaml", ""),
    ("audit -q --links --questions q.yaml --careers c.yaml", ""),
    ("audit -q --links --format json --questions q.yaml --careers c.yaml", ""),
    ("audit -q --respondents 1000 --questions q.yaml --careers c.yaml -", "rows.ndjson"),
    ("show --questions q.yaml --careers c.yaml", ""),
    ("show --format json --questions q.yaml --careers c.yaml questions", ""),
    ("sittings", ""),
    ("sittings --format json", ""),
    ("sittings show 2026-01-02 --questions q.yaml --careers c.yaml", ""),
    ("sittings show 2026-01-02 --format json --questions q.yaml --careers c.yaml", ""),
    ("form", ""),
    ("form csv --questions q.yaml --careers c.yaml", ""),
    ("form xlsx --questions q.yaml --careers c.yaml", ""),
    ("form xlsform --questions q.yaml --careers c.yaml", ""),
    ("form limesurvey --questions q.yaml --careers c.yaml", ""),
    ("form redcap --questions q.yaml --careers c.yaml", ""),
    ("form google --questions q.yaml --careers c.yaml", ""),
    ("form qualtrics --questions q.yaml --careers c.yaml", ""),
    ("form paper --questions q.yaml --careers c.yaml", ""),
    ("page -q --questions q.yaml --careers c.yaml", ""),
    ("schema report", ""),
    ("completions bash", ""),
    ("man", ""),
    ("init new -q", ""),
    ("init new -q --empty", ""),
];

/// A command that tells nothing on standard output, and the test in tests/faults of what it
/// changes.
pub const SILENT: &[(&str, &str)] =
    &[("sittings forget", "what_cannot_be_forgotten_is_told_and_what_can_be_read_is_listed")];

/// A command, or every one if empty, and an argument of it that names a file or holds
/// answers; the fuzz targets that read it, and the test in tests/faults of what is written
/// there.
pub const FILES: &[(&str, &str, &[&str], &str)] = &[
    ("", "catalogue", &["questions", "careers"], ""),
    ("", "questions", &["questions"], ""),
    ("", "careers", &["careers"], ""),
    ("quiz", "save", &["sitting"], "a_sitting_goes_on_and_the_answers_saved_before_stay"),
    ("quiz", "write_sheet", &[], "a_result_is_told_even_if_its_sheet_cannot_be_kept"),
    ("score", "file", &["sheet", "code", "table", "workbook"], ""),
    ("score", "answers", &["digits", "code"], ""),
    ("batch", "inputs", &["table", "lines", "values", "workbook"], ""),
    ("batch", "output", &[], "records_appear_whole_or_not_at_all_and_what_was_there_stays"),
    ("batch", "map", &["map"], ""),
    ("cohort", "inputs", &["table", "lines", "values", "workbook"], ""),
    ("cohort", "map", &["map"], ""),
    ("audit", "file", &["table", "lines", "values", "workbook"], ""),
    ("cohort", "merge", &["partial"], ""),
    ("compare", "before", &["sheet", "sitting", "code"], ""),
    ("compare", "after", &["sheet", "sitting", "code"], ""),
    ("sittings show", "name", &["sitting"], ""),
    ("audit", "map", &["map"], ""),
    ("form", "questions", &["questions", "form"], ""),
    ("form", "output", &[], "a_form_appears_whole_or_not_at_all_and_what_was_there_stays"),
    ("page", "output", &["request"], "a_page_appears_whole_or_not_at_all_and_what_was_there_stays"),
    ("init", "folder", &[], "the_data_files_are_written_all_or_none"),
    ("man", "all", &[], "a_file_that_may_not_grow_is_as_a_full_disk"),
];

/// The values of an option that chooses how something is read, and the fuzz target of each.
pub const READERS: &[(&str, &str, &str)] = &[("from", "csv", "table"), ("from", "ndjson", "lines")];

/// Options with a choice of values that neither read nor write a form.
pub const NO_FORMS: &[&str] = &["color", "shell", "name", "starting_point"];
