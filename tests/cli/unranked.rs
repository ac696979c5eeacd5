//! Where the answers put the roles in no order, they can be read about.

use crate::support::{CAREERS, QUESTIONS, Run};

const ALIKE: &str = "--answers=333333";

const ROLES: &str = "The roles Your answers give no ranking. This is what each job is, in no \
                     order. - Clerk: Keeps the books. - Guide: Shows the way. - Smith: Works metal. \
                     What you like";

#[test]
fn each_role_is_named_with_what_it_is() {
    for answers in [ALIKE, "--answers=5-----"] {
        let told = Run::small(["score", answers]).words();
        assert!(told.contains("Next, read what the roles are: rolefit show roles "), "{told}");
        assert!(told.contains(ROLES), "{told}");
        assert!(!told.contains("Best match"), "{told}");
    }
}

#[test]
fn as_many_are_listed_as_were_asked_for() {
    let told = Run::small(["score", ALIKE, "--top", "1"]).words();
    assert!(told.contains("- Clerk: Keeps the books. - and 2 more What you like"), "{told}");
    let markdown = Run::small(["score", ALIKE, "--top=2", "--format=markdown"]).told();
    let list = "- **Clerk**: Keeps the books. [A page](<https://example.org/clerk>)\n- **Guide**: Shows the \
                way.\n- and 1 more\n";
    assert!(markdown.contains(list), "{markdown}");
    let page = Run::small(["score", ALIKE, "--top=2", "--format=html"]).told();
    assert!(page.contains("<li>and 1 more</li>"), "{page}");
}

#[test]
fn a_page_leads_to_the_list() {
    let page = Run::small(["score", ALIKE, "--format=html"]).told();
    let to_list = "Next, read what the roles are: <a href=\"#roles\">see below</a>";
    assert!(page.contains(to_list) && page.contains("<section id=\"roles\">"), "{page}");
    assert!(page.contains("<li><strong>Smith</strong>: Works metal.</li>"), "{page}");
    let markdown = Run::small(["score", ALIKE, "--format=markdown"]).told();
    assert!(markdown.contains("Next, read what the roles are: see below.\n"), "{markdown}");
    let list = "## The roles\n\nYour answers give no ranking. This is what each job is, in no \
                order.\n\n- **Clerk**: Keeps the books. [A page](<https://example.org/clerk>)\n";
    let to_read = "Keeps the books. <a href=\"https://example.org/clerk\">A page</a>";
    assert!(page.contains(to_read), "{page}");
    assert!(markdown.contains(list), "{markdown}");
}

#[test]
fn a_name_is_no_mark_of_a_page() {
    let careers = CAREERS.replace("name: Smith", "name: \"<b>*Smith*\"");
    let run = |format: &str| Run::with(["score", ALIKE, format], QUESTIONS, &careers).told();
    assert!(run("--format=html").contains("<strong>&#60;b&#62;*Smith*</strong>"));
    assert!(run("--format=markdown").contains(r"- **\<b\>\*Smith\***: Works metal"));
}

#[test]
fn where_there_is_a_ranking_nothing_else_is_listed() {
    let told = Run::small(["score", "--answers=523454"]).words();
    assert!(told.contains("How the roles compare") && !told.contains("in no order"), "{told}");
}
