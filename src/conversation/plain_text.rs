//! What the conversation looks like as lines: numbered, and told by words alone.

use rolefit_engine::catalogue::{Catalogue, Interest, InterestIx, List, Scale};
use rolefit_engine::sitting::QuestionOrder;

use super::interview::{Asked, EarlierReply, LostAnswers};
use super::result_request::PickList;
use super::wording::{IMPORTANCE, NOTICE, length, lines, opening};
use crate::output::dialogue_style;
use crate::text::Page;

/// The word that asks for a question again.
pub(super) const CHANGE: &str = "change";

/// The word that marks what matters most.
pub(super) const MARK: &str = "mark";

/// The word that says where the person starts from.
pub(super) const NOW: &str = "now";

/// What the quiz is, how it is answered, and the answers on offer.
pub(super) fn introduction(catalogue: &Catalogue, order: &QuestionOrder) -> Page {
    let [title, introduction] = opening(catalogue);
    let mut page = Page::new(dialogue_style());
    if !title.is_empty() {
        page.paragraph(&title);
        page.gap();
    }
    if !introduction.is_empty() {
        page.paragraph(&introduction);
    }
    page.paragraph(NOTICE);
    page.paragraph(format!(
        "{} To each, type a number and press Enter. s skips, b goes back, ? is help, q quits.",
        length(order)
    ));
    page.gap();
    let questionnaire = catalogue.questionnaire();
    questionnaire.stem.iter().for_each(|stem| page.paragraph(stem));
    answers(&mut page, &questionnaire.scale);
    page.gap();
    page
}

/// What of a saved sitting is lost.
pub(super) fn lost(lost: &LostAnswers) -> Page {
    let mut page = Page::new(dialogue_style());
    page.paragraph(lost.before);
    for item in &lost.items {
        page.item("  * ", item);
    }
    page.paragraph(lost.after);
    page.gap();
    page
}

/// One question, and what was said to it before.
pub(super) fn question(asked: &Asked<'_>) -> Page {
    let mut page = Page::new(dialogue_style());
    let text = &asked.question.text;
    let place = asked.place.words();
    let place = if asked.place.may_end_sooner { place } else { format!("Question {place}") };
    page.paragraph(format!("{place}: {text}"));
    match asked.before {
        EarlierReply::Nothing => {}
        EarlierReply::Skipped => page.paragraph("You skipped it. Enter leaves it so."),
        EarlierReply::Answered(point) => {
            let label = asked.scale.label(point);
            page.paragraph(format!("Answered {}: {label}. Enter keeps it.", point.number()));
        }
    }
    page
}

/// What can be typed.
pub(super) fn help(asked: &Asked<'_>, saves: bool) -> Page {
    let mut page = Page::new(dialogue_style());
    answers(&mut page, asked.scale);
    for (typed, does) in lines(asked.scale.len(), asked.was_put(), saves) {
        page.item(format!("{typed}: "), does);
    }
    page.gap();
    page
}

/// The same, to be changed.
pub(super) fn review(answers: &[Asked<'_>]) -> Page {
    let mut page = answers_given(answers);
    page.paragraph(format!(
        "To change answers, type {CHANGE} and their numbers, as in \"{CHANGE} 5\". Enter goes on, \
         q quits."
    ));
    page
}

/// Every answer, with the number of its question.
pub(super) fn answers_given(answers: &[Asked<'_>]) -> Page {
    let mut page = Page::new(dialogue_style());
    page.gap();
    page.paragraph("Your answers:");
    for asked in answers {
        let label = asked.answer().map_or("skipped", |point| asked.scale.label(point));
        let text = &asked.question.text;
        page.item(format!("{}. ", asked.place.number), format!("{label}: {text}"));
    }
    page
}

/// The interests by number, and which of them are marked.
pub(super) fn interests(interests: &List<Interest>, marked: &[InterestIx]) -> Page {
    let mut page = Page::new(dialogue_style());
    page.gap();
    page.paragraph(IMPORTANCE);
    for (ix, interest) in interests.indexed() {
        let number = ix.number();
        let mark = if marked.contains(&ix) { " (marked)" } else { "" };
        page.item(format!("{}. ", number + 1), format!("{}{mark}", interest.name));
    }
    page
}

/// The interests, to be marked by number, and which of them are.
pub(super) fn importance(all: &List<Interest>, marked: &[InterestIx]) -> Page {
    let mut page = interests(all, marked);
    let (onward, again) = match marked {
        [] => ("goes on with none", ""),
        _ => ("goes on", " The same again takes a mark away."),
    };
    page.paragraph(format!(
        "Type {MARK} and the numbers of those that do, as in \"{MARK} 2\".{again} Enter {onward}, \
         q quits."
    ));
    page
}

/// The starting points by number, one of which is taken where nothing is said.
pub(super) fn starting_points(list: &PickList<'_>, at: usize) -> Page {
    let mut page = Page::new(dialogue_style());
    page.gap();
    page.paragraph(format!("{} {}", list.heading, list.words));
    for (number, line) in (1..).zip(&list.lines) {
        page.item(format!("{number}. "), line);
    }
    page.paragraph(format!(
        "Type {NOW} and a number, as in \"{NOW} 1\". Enter takes {}, q quits.",
        at + 1
    ));
    page
}

fn answers(page: &mut Page, scale: &Scale) {
    for (point, label) in scale.points().zip(scale.labels()) {
        page.item(format!("{}. ", point.number()), label);
    }
}
