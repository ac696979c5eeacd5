use crate::support::Run;

#[test]
fn a_role_page_tells_all_that_the_file_does() {
    let page = Run::small(["show", "clerk"]).output();
    assert_eq!(page.code, 0);
    assert_eq!(
        page.stdout,
        "\
Clerk
Its id, for scripts: clerk

Keeps the books.

Family
Offices

What people in it do
  - Adding
  - Filing

Specialism
Desk work

Modules that prepare for it, the most useful first
  - Counting
  - Speaking

The interests it rewards
  Numbers     3 ████████████
  Words       1 ████░░░░░░░░

Read more
  - A page
    https://example.org/clerk

What the profile rests on
  - none
"
    );
}

#[test]
fn kinds_and_ids_are_shown_as_json() {
    let roles = Run::small(["show", "roles", "--format", "json"]).json();
    assert_eq!(roles["schema_version"], 1);
    assert_eq!(roles["roles"].as_array().unwrap().len(), 3);
    let chart = Run::small(["show", "chart", "--format", "json"]).json();
    assert_eq!(chart["questions"][0]["interests"]["things"], 0.5);
    let everything = Run::small(["show", "--format", "json"]).json();
    for kind in ["roles", "modules", "interests", "questions", "specialisms"] {
        assert!(everything[kind].is_array(), "{kind}");
    }
}

#[test]
fn a_kind_is_shown_as_a_table_of_the_same_keys() {
    let shown = Run::small(["show", "questions", "--format", "csv"]).told();
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(shown.as_bytes());
    let row = |row: csv::StringRecord| row.iter().map(str::to_owned).collect::<Vec<_>>();
    let questions: Vec<_> = rows.records().map(|read| row(read.unwrap())).collect();
    let headings = "id text interests.numbers interests.people interests.things \
                    interests.words reversed short";
    assert_eq!(questions[0].join(" "), headings);
    let chart = questions.iter().find(|row| row[0] == "chart").unwrap();
    assert_eq!(chart[2..], ["1", "", "0.5", "", "false", "false"]);
}

#[test]
fn all_tables_of_a_kind_have_the_same_columns() {
    let heading = |what: &str| {
        let shown = Run::middle(["show", what, "--format", "csv"]).told();
        shown.lines().next().unwrap().to_owned()
    };
    let roles = Run::middle(["show", "roles", "--format", "json"]).json();
    for role in roles["roles"].as_array().unwrap() {
        assert_eq!(heading(role["id"].as_str().unwrap()), heading("roles"));
    }
    let columns: Vec<String> = heading("roles").split(',').map(str::to_owned).collect();
    for column in &columns {
        let part = format!("{column}.");
        assert!(!columns.iter().any(|other| other.starts_with(&part)), "{column} is a mapping");
    }
}

#[test]
fn a_table_is_of_one_kind() {
    Run::small(["show", "--format", "csv"])
        .stderr(
            "error: a table is of one kind of entries: name it, as in rolefit show roles \
             --format csv\n",
        )
        .code(2)
        .check();
}

#[test]
fn a_name_that_is_nearly_right_is_guessed() {
    Run::small(["show", "clark"])
        .stderr("error: there is nothing called \"clark\"; did you mean clerk?\n")
        .code(2)
        .check();
    Run::middle(["show", "Accounts"])
        .stderr("error: there is nothing called \"Accounts\"; did you mean theatre-accounts?\n")
        .code(2)
        .check();
    Run::small(["show", "zzz"])
        .stderr("error: there is nothing called \"zzz\"; rolefit show lists what there is\n")
        .code(2)
        .check();
}

#[test]
fn the_limits_are_shown_whatever_the_data_files_are() {
    let limits = Run::small(["show", "limits"]).told();
    let run = Run::new(["show", "limits", "--catalogue", "."]);
    assert_eq!(run.told(), limits);
    assert_eq!(Run::new(["show", "limits", "--questions", "no"]).told(), limits);
}

#[test]
fn excel_opens_a_table_with_a_double_click() {
    for what in ["roles", "limits"] {
        let plain = Run::small(["show", what, "--format", "csv"]).told();
        let told = Run::small(["show", what, "--format", "csv", "--excel"]).told();
        assert_eq!(told, format!("\u{feff}{plain}"));
    }
    Run::small(["show", "roles", "--excel"])
        .stderr("error: --excel: only a table has it; add --format csv\n")
        .code(2)
        .check();
}
