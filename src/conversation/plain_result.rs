//! A result in plain lines: what comes first, and the choices by number.

use super::result_request::{FirstScreen, PickList, Picked, ResultChoice, ResultRequest};
use super::wording::KEPT;
use crate::output::{dialogue_style, laid_out};
use crate::text::Page;

/// What can be typed, where numbers are those of the menu or of another list.
pub(super) fn expected(listed: Option<Picked>) -> String {
    let list = listed.map_or_else(|| "list".to_owned(), |_| "menu".to_owned());
    let number = match listed {
        None => "a number,".to_owned(),
        Some(picked) => format!("{} above,", numbers(picked)),
    };
    format!("{number} a letter or a word of the {list}, ? for the {list}, or nothing to leave")
}

/// What is typed for a line of a list, in words.
fn numbers(picked: Picked) -> String {
    let many = match picked {
        Picked::TwoRoles => "two numbers",
        Picked::Interests => "numbers",
        Picked::Role | Picked::Answer | Picked::Start | Picked::File => "a number",
    };
    format!("{many} of the {}", picked.what())
}

/// What comes first, if it was not told yet, what came of the last request, and what
/// can be asked for: by number those that were `listed` last.
pub(super) fn page(shown: &FirstScreen<'_>, listed: Option<Picked>) -> Page {
    let mut page = Page::new(dialogue_style());
    page.gap();
    if !shown.said.is_empty() {
        page.paragraph(shown.said);
    }
    if !shown.is_new {
        let numbers = listed.map_or_else(String::new, |picked| {
            format!("Type {} above, or a word of the menu. ", numbers(picked))
        });
        page.paragraph(format!(
            "What next? {numbers}? lists what can be asked for, Enter alone leaves."
        ));
        return page;
    }
    let summary: Vec<String> =
        shown.summary.lines("type e").iter().map(ToString::to_string).collect();
    for line in laid_out(&summary.join("\n")).split_lines() {
        page.line(line.unpainted().into_owned());
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
    if !list.words.is_empty() {
        page.paragraph(list.words);
    }
    for (place, line) in list.lines.iter().enumerate() {
        let detail = list.details.get(place);
        let detail = detail.map_or_else(String::new, |detail| format!(" ({detail})"));
        page.item(format!("{}. ", place + 1), format!("{line}{detail}"));
    }
    page.paragraph(example(list.picked));
    page
}

/// How something is asked for by its number.
pub(super) fn typed(picked: Picked) -> Page {
    let mut page = Page::new(dialogue_style());
    page.paragraph(example(picked));
    page
}

fn example(picked: Picked) -> String {
    let [word, number] = picked.typed();
    let many = if number.len() > 1 { "numbers" } else { "number" };
    format!(
        "Type what you want of it by {many}, as in \"{number}\", or at any time as in \"{word} \
         {number}\"."
    )
}

/// What a line asks for, if it is clear: by numbers alone something of what was `listed`
/// last, or else of the menu.
pub(super) fn request(
    line: &str,
    page: &FirstScreen<'_>,
    listed: Option<Picked>,
) -> Option<ResultRequest> {
    let line = line.to_lowercase();
    let parts = line.split(|c: char| c.is_whitespace() || c == ',');
    let words: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let Some((word, rest)) = words.split_first() else { return Some(ResultRequest::Quit) };
    let numbers = |words: &[&str]| -> Option<Vec<usize>> {
        words.iter().map(|word| word.parse().ok()).collect()
    };
    if let Some(numbers) = numbers(&words) {
        return match (listed, numbers.as_slice()) {
            (Some(picked), numbers) => picked.request(numbers, page.counts),
            (None, [number]) => Some(page.choices.get(number.checked_sub(1)?)?.request()),
            (None, _) => None,
        };
    }
    let is_meant = |choice: &&ResultChoice| {
        let singular = choice.word.trim_end_matches('s');
        let names = [choice.word, choice.short, singular, other_word(choice.letter)];
        names.contains(word) || word.chars().eq([choice.letter])
    };
    let choice = page.choices.iter().find(is_meant)?;
    match numbers(rest)?.as_slice() {
        [] => Some(choice.request()),
        numbers => Picked::of(*choice)?.request(numbers, page.counts),
    }
}

/// Another word for a choice, by which earlier versions knew it.
fn other_word(letter: char) -> &'static str {
    match letter {
        'a' => "change",
        's' => "write",
        _ => "",
    }
}
