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
