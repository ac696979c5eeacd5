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
        "With 80 chances in 100 your best match is among the 2 roles",
        "The answers that weigh most",
        "What would put another role ahead of",
        "If you had answered No to \"Add up long columns\"",
        "Your best match belongs to Desk work with ",
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
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en-GB\">"));
}

#[test]
fn the_figure_says_in_words_what_its_bars_and_diamonds_show() {
    let html = page("html");
    let told = html.split("<desc id=\"figure-text\">").nth(1).unwrap().split('<').next().unwrap();
    assert_eq!(
        told.trim(),
        "Numbers: +1.00; Clerk: +1.00. Words: +0.50; Clerk: -0.33. Things: +0.33; Clerk: -1.00. \
         People: -0.50; Clerk: -1.00."
    );
}

#[test]
fn a_name_too_long_for_the_figure_is_cut_there_and_told_in_full() {
    let long = "Words of every kind, spoken and written";
    let questions = QUESTIONS.replace("name: Words", &format!("name: '{long}'"));
    let html =
        Run::with(["score", "--answers=523454", "--format=html"], &questions, CAREERS).told();
    let label = format!("<title>{long}</title>Words of every kind, sp…</text>");
    assert!(html.contains(&label), "{html}");
    assert!(html.contains("y=\"51.0\">Numbers</text>"), "{html}");
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
