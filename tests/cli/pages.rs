//! Results as Markdown and HTML.

use crate::support::run::words;
use crate::support::{CAREERS, QUESTIONS, Run};

const ANSWERS: [&str; 2] = ["--answers", "523454"];

fn page(format: &str) -> String {
    Run::small(["score", ANSWERS[0], ANSWERS[1], "--format", format]).told()
}

#[test]
fn every_format_says_the_same() {
    let text = Run::small(["score", ANSWERS[0], ANSWERS[1], "--explain"]).output().stdout;
    let (markdown, html) = (words(&page("markdown")), words(&page("html")));
    for sentence in [
        "You answered all 6 questions.",
        "Best match: Clerk",
        "Keeps the books.",
        "chances in 100 that it is your best match",
        "What you like and the job has: Numbers",
        "https://example.org/clerk",
        "With at least 80 chances in 100 your best match is among the 2 roles",
        "The answers that weigh most",
        "What would put another role ahead of",
        "If you had answered No to \"Add up long columns\"",
        "The training has two branches. The chances in 100 that your best match is in each",
        "Talk to someone who does the work, and ask to see a day of it.",
        "Nobody should be selected by it.",
    ] {
        let escaped = sentence.replace('"', "&#34;");
        assert!(words(&text).contains(sentence), "text: {sentence}");
        assert!(markdown.contains(sentence), "markdown: {sentence}");
        assert!(html.contains(&escaped), "html: {sentence}");
    }
    assert!(markdown.contains("| Spend a day alone | Rather |"), "{markdown}");
}

#[test]
fn markdown_has_a_blank_line_between_its_parts() {
    let ran = Run::small(["score", "--answers=52345-", "--explain", "--format=markdown"]).output();
    let kind = |line: &str| match line.trim_start().chars().next() {
        // The lines of a command.
        _ if line.starts_with("    ") => ' ',
        first => first.unwrap_or_default(),
    };
    let lines: Vec<&str> = ran.stdout.lines().collect();
    for pair in lines.windows(2).filter(|pair| !pair.contains(&"")) {
        let kinds = [kind(pair[0]), kind(pair[1])];
        assert!(["||", "--", "  "].contains(&String::from_iter(kinds).as_str()), "{pair:#?}");
    }
    assert!(ran.stdout.ends_with(" |\n"), "{}", ran.stdout);
}

#[test]
fn a_page_needs_nothing_but_itself() {
    let html = page("html");
    for outside in ["<script", "src=", "<link", "@import", "url(", "<iframe", "<object"] {
        assert!(!html.contains(outside), "{outside}");
    }
    assert!(html.contains("default-src 'none'"));
    // The lines to write on, which look like fields of a form, are for paper.
    assert!(html.contains("<p class=\"write\">Whom to ask</p>"));
    assert!(html.contains("@media screen { .summary .write { display: none; } }"));
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en-GB\">"));
}

#[test]
fn the_figure_says_in_words_what_its_bars_and_diamonds_show() {
    let html = page("html");
    let rows: Vec<String> = html
        .split("<ul class=\"chart\">")
        .nth(1)
        .and_then(|chart| chart.split("</ul>").next())
        .unwrap()
        .split("<li>")
        .skip(1)
        .map(|row| {
            let text = row.split('>').map(|part| part.split('<').next().unwrap().trim());
            text.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
        })
        .collect();
    assert_eq!(
        rows,
        [
            "Numbers; +1.00; Clerk: +1.00",
            "Words; +0.50; Clerk: -0.33",
            "Things; +0.33; Clerk: -1.00",
            "People; -0.50; Clerk: -1.00"
        ]
    );
    // Each of the two scales has its ends labelled.
    assert!(html.contains("<span>No</span><span>Yes</span>"), "{html}");
    assert!(html.contains("<span>◇ little of the role</span><span>much of it ◇</span>"));
}

#[test]
fn a_page_tells_of_the_leading_roles_all_that_a_person_needs() {
    let careers = CAREERS.replace(
        "    activities: [Adding, Filing]\n",
        "    activities: [Adding, Filing]\n    day: A long one.\n    asks: [Patience]\n    way_in: By letter.\n",
    );
    for format in ["html", "markdown"] {
        let run =
            Run::with(["score", ANSWERS[0], ANSWERS[1], "--format", format], QUESTIONS, &careers);
        let page = run.told();
        // The links at the beginning name what comes.
        let page = match (page.find("<nav"), page.find("</nav>")) {
            (Some(from), Some(to)) => format!("{}{}", &page[..from], &page[to..]),
            _ => page,
        };
        let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text} in {page}"));
        let places = [
            "Best match: Clerk",
            "What I want to check",
            "Whom to ask",
            "How the roles compare",
            "Shows the way.",
            "What people in it do",
            "A long one.",
            "Patience",
            "By letter.",
            "Read more",
            "Why Clerk",
        ]
        .map(place);
        assert!(places.is_sorted(), "{format}: {places:?}");
        assert!(!page.contains("rolefit show"), "a page is read without the program: {page}");
    }
    let html = page("html");
    assert!(html.contains("<a href=\"https://example.org/clerk\">A page</a>"), "{html}");
    assert!(page("markdown").contains("[A page](<https://example.org/clerk>)"));
}

#[test]
fn an_address_is_nothing_but_an_address() {
    let careers = CAREERS.replace("https://example.org/clerk", "https://example.org/'><b>)x");
    let page = |format: &str| {
        Run::with(["score", ANSWERS[0], ANSWERS[1], "--format", format], QUESTIONS, &careers).told()
    };
    assert!(!page("html").contains("<b>"));
    assert!(
        page("markdown").contains(r"(<https://example.org/'\>\<b\>)x>)"),
        "{}",
        page("markdown")
    );
}

#[test]
fn what_files_and_answers_say_is_nothing_but_text() {
    let nasty = "<script>alert(1)</script> & *bold* | [x](javascript:1)";
    let careers = CAREERS.replace("name: Clerk", &format!("name: '{nasty}'"));
    let questions = QUESTIONS.replace("Add up long columns", &format!("'{nasty}'"));
    let page = |format: &str| {
        Run::with(["score", "--format", format], &questions, &careers)
            .stdin("{\"respondent\": \"</title><b>\", \"answers\": \"523454\"}")
            .told()
    };
    let html = page("html");
    assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
    assert!(html.contains("&#60;script&#62;alert(1)&#60;"));
    let markdown = page("markdown");
    assert!(
        markdown.contains(r"\<script\>alert(1)\</script\> \& \*bold\* \| \[x\](javascript:1)"),
        "{markdown}"
    );
}

#[test]
fn a_result_without_a_ranking_is_a_page_too() {
    for answers in ["333333", "4-----", "------"] {
        for format in ["html", "markdown"] {
            let page = Run::small(["score", "--answers", answers, "--format", format]).told();
            assert!(
                page.contains("Nobody should be selected by it."),
                "{answers} {format}: {page}"
            );
        }
    }
}

#[test]
fn whom_to_ask_begins_with_where_a_person_starts() {
    let asked = "    ask: {text: Ask anyone., links: [{title: All, url: \"https://example.org/all\"}], \
                 school: {text: Ask a teacher.}, nhs: {text: Ask a manager., links: [{title: Inside, url: \"https://example.org/in\"}]}}\n";
    let careers = CAREERS.replace(
        "    profile: {numbers: 3, words: 1}\n",
        &format!("    profile: {{numbers: 3, words: 1}}\n{asked}"),
    );
    let order = |start: &str, expected: &[&str]| {
        let run =
            Run::with(["score", ANSWERS[0], ANSWERS[1], "--format", "html"], QUESTIONS, &careers);
        let page =
            if start.is_empty() { run } else { run.arg("--starting-point").arg(start) }.told();
        let part = page.split("<h3>Whom to ask</h3>").nth(1).unwrap();
        let part = part.split("</div>").next().unwrap();
        let places: Vec<_> = expected.iter().map(|text| part.find(text)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{start}: {part}");
    };
    order(
        "",
        &[
            "<p>Ask anyone.</p>",
            "<p>At school: Ask a teacher.</p>",
            "<p>In the NHS already: Ask a manager.</p>",
            ">All<",
            ">Inside<",
        ],
    );
    order(
        "nhs",
        &[
            "<p>Ask a manager.</p>",
            "<p>Ask anyone.</p>",
            "<p>At school: Ask a teacher.</p>",
            ">Inside<",
            ">All<",
        ],
    );
    order(
        "college",
        &[
            "<p>Ask anyone.</p>",
            "<p>At school: Ask a teacher.</p>",
            "<p>In the NHS already: Ask a manager.</p>",
        ],
    );
    let list = Run::with(["audit", "--links"], QUESTIONS, &careers).told();
    assert!(list.contains("role clerk: ask.nhs\n"), "{list}");
    let role = Run::with(["show", "clerk", "--format", "json"], QUESTIONS, &careers).json();
    let ask = &role["roles"][0]["ask"];
    assert_eq!(
        (&ask["text"], &ask["school"]["text"]),
        (&"Ask anyone.".into(), &"Ask a teacher.".into())
    );
    assert!(ask["college"].is_null(), "{ask}");
}
