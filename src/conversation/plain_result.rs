//! A result in plain lines: what comes first, and the choices by number.

use super::result_request::{FirstScreen, PickList, ResultChoice, ResultRequest};
use super::wording::KEPT;
use crate::output::{dialogue_style, laid_out};
use crate::text::Page;

/// What can be typed.
pub(super) const EXPECTED: &str =
    "a number, a letter or a word of the list, ? for the list, or nothing to leave";

/// What comes first, if it was not told yet, what came of the last request, and what
/// can be asked for.
pub(super) fn page(shown: &FirstScreen<'_>) -> Page {
    let mut page = Page::new(dialogue_style());
    page.gap();
    if !shown.said.is_empty() {
        page.paragraph(shown.said);
    }
    if !shown.is_new {
        page.paragraph("What next? ? lists what can be asked for, Enter alone leaves.");
        return page;
    }
    let summary: Vec<String> = shown.summary.lines().iter().map(ToString::to_string).collect();
    for line in laid_out(&summary.join("\n")).split_lines() {
        page.line(line.unpainted());
    }
    if shown.is_kept {
        page.paragraph(KEPT[0]);
    }
    list_choices(&mut page, shown.choices);
    page
}

/// What can be asked for.
pub(super) fn choices(choices: &[ResultChoice]) -> Page {
    let mut page = Page::new(dialogue_style());
    list_choices(&mut page, choices);
    page
}

fn list_choices(page: &mut Page, choices: &[ResultChoice]) {
    page.gap();
    for (number, choice) in (1..).zip(choices) {
        page.item(format!("{number}. "), format!("{}: {}", choice.word, choice.does));
    }
    page.paragraph("Type a number, the word or its first letter. Enter alone leaves.");
}

/// A list of which one line can be asked for.
pub(super) fn list(list: &PickList<'_>) -> Page {
    let mut page = Page::new(dialogue_style());
    page.gap();
    page.paragraph(format!("{}:", list.heading.trim_end_matches('?')));
    for (number, line) in (1..).zip(&list.lines) {
        page.item(format!("{number}. "), line);
    }
    page.paragraph(example(list.typed));
    page
}

/// How something is asked for by its number.
pub(super) fn typed(what: &str) -> Page {
    let mut page = Page::new(dialogue_style());
    page.paragraph(example(what));
    page
}

fn example(what: &str) -> String {
    format!("Type what you want of it by number, as in \"{what}\".")
}

/// What a line asks for, if it is clear.
pub(super) fn request(line: &str, page: &FirstScreen<'_>) -> Option<ResultRequest> {
    let line = line.to_lowercase();
    let parts = line.split(|c: char| c.is_whitespace() || c == ',');
    let mut words = parts.filter(|part| !part.is_empty());
    let Some(word) = words.next() else { return Some(ResultRequest::Quit) };
    let numbers: Vec<usize> = words.map(|word| word.parse().ok()).collect::<Option<_>>()?;
    if let Ok(number) = word.parse::<usize>() {
        let choice = page.choices.get(number.checked_sub(1)?)?;
        return numbers.is_empty().then(|| choice.request());
    }
    let is_meant = |choice: &&ResultChoice| {
        let singular = choice.word.trim_end_matches('s');
        let names = [choice.word, choice.short, singular, other_word(choice.letter)];
        names.contains(&word) || word.chars().eq([choice.letter])
    };
    let choice = page.choices.iter().find(is_meant)?;
    if numbers.is_empty() {
        return Some(choice.request());
    }
    let among = |count: usize| {
        let places =
            numbers.iter().map(|number| number.checked_sub(1).filter(|place| *place < count));
        places.collect::<Option<Vec<usize>>>()
    };
    Some(match (choice.letter, page.counts, numbers.len()) {
        ('r', counts, 1) => ResultRequest::Role(among(counts.roles)?.first().copied()),
        ('c', counts, 2) => ResultRequest::Compare(Some(among(counts.roles)?.try_into().ok()?)),
        ('a', counts, 1) => ResultRequest::Answer(among(counts.answers)?.first().copied()),
        ('m', counts, _) => ResultRequest::Mark(among(counts.interests)?),
        ('s', counts, 1) => ResultRequest::Save(among(counts.files)?.first().copied()),
        _ => return None,
    })
}

/// Another word for a choice, by which earlier versions knew it.
fn other_word(letter: char) -> &'static str {
    match letter {
        'a' => "change",
        's' => "write",
        _ => "",
    }
}
