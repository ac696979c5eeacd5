//! The links of a catalogue, listed to be checked by hand.

use serde_json::json;

use crate::support::{CAREERS, QUESTIONS, Run};

fn careers() -> String {
    let page = |title: &str, seen: &str| {
        format!("{{title: {title}, url: \"https://example.org/{title}\"{seen}}}")
    };
    let (old, new, other) =
        (page("old", ", seen: 2019"), page("new", ", seen: 2025"), page("new", ", seen: 2024"));
    let of_role = format!(
        "routes: {{school: {{text: By letter., links: [{new}]}}, nhs: {{text: Ask., links: [{old}]}}}}\n    \
         try: {{text: Add up., links: [{new}]}}\n    ask: {{text: Anyone., links: [{other}]}}\n    \
         links: [{old}, {}]",
        page("undated", "")
    );
    CAREERS
        .replace("links: [{title: A page, url: \"https://example.org/clerk\"}]", &of_role)
        .replace("topics: [one, two],", &format!("topics: [one, two], now: {new},"))
}

#[test]
fn every_link_is_listed_once_with_its_places_the_longest_unseen_first() {
    let run = Run::with(["audit", "--links"], QUESTIONS, &careers());
    run.stdout(
        "\
There are 4 links, the longest unseen first.

Seen in no year that is told
  - undated
    https://example.org/undated
    role clerk: links

Seen in 2019
  - old
    https://example.org/old
    role clerk: routes.nhs, role clerk: links

Seen in 2024
  - new
    https://example.org/new
    role clerk: ask

Seen in 2025
  - new
    https://example.org/new
    module counting: now, role clerk: routes.school, role clerk: try
",
    )
    .check();
}

#[test]
fn the_list_is_there_as_json_and_empty_where_there_is_no_link() {
    let list = Run::with(["audit", "--links", "--format", "json"], QUESTIONS, &careers()).json();
    assert_eq!(list["links"].as_array().unwrap().len(), 4);
    assert_eq!(
        list["links"][1],
        json!({
            "seen": 2019,
            "title": "old",
            "url": "https://example.org/old",
            "places": [
                {"kind": "role", "id": "clerk", "field": "routes.nhs"},
                {"kind": "role", "id": "clerk", "field": "links"},
            ],
        })
    );
    let none =
        CAREERS.replace("    links: [{title: A page, url: \"https://example.org/clerk\"}]\n", "");
    Run::with(["audit", "--links"], QUESTIONS, &none).stdout("There are no links.\n").check();
}

#[test]
fn the_page_of_a_module_says_what_has_to_be_known_of_the_programme() {
    let careers =
        CAREERS.replace("format: 1\n", "format: 1\nprogramme_note: All of it is of 1999.\n");
    let page = Run::with(["show", "counting"], QUESTIONS, &careers).told();
    assert!(page.contains("\nHow to count.\n\nRotations of the first year. Every trainee takes them.\nAll of it is of 1999.\n"), "{page}");
    let value = Run::with(["show", "counting", "--format", "json"], QUESTIONS, &careers).json();
    assert_eq!(value["programme_note"], "All of it is of 1999.");
    let other = Run::with(["show", "clerk"], QUESTIONS, &careers).told();
    assert!(!other.contains("1999"), "{other}");
}
