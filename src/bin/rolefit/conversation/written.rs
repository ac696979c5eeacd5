//! What the conversation looks like as lines: numbered, and told by words alone.

use rolefit::catalogue::{Catalogue, Scale};

use super::course::Course;
use super::interview::{Asked, Before};
use super::wording::{NOTICE, length, lines, opening};
use crate::output::dialogue_style;
use crate::render::{Page, clean};

/// What the quiz is, how it is answered, and the answers on offer.
pub(super) fn introduction(catalogue: &Catalogue, course: &Course<'_>) -> Page {
    let (title, introduction) = opening(catalogue);
    let mut page = Page::new(dialogue_style());
    page.paragraph(&title);
    page.gap();
    page.paragraph(&introduction);
    page.paragraph(NOTICE);
    page.paragraph(&format!(
        "{} To each, type a number and press Enter. s skips, b goes back, ? is help, q quits.",
        length(course)
    ));
    page.gap();
    answers(&mut page, &catalogue.questionnaire().scale);
    page.gap();
    page
}

/// One question, and what was said to it before.
pub(super) fn question(asked: &Asked<'_>) -> Page {
    let mut page = Page::new(dialogue_style());
    let text = clean(&asked.question.text);
    let place = asked.place.words();
    let place = if asked.place.of.is_some() { format!("Question {place}") } else { place };
    page.paragraph(&format!("{place}: {text}"));
    match asked.before {
        Before::Nothing => {}
        Before::Skipped => page.paragraph("You skipped it. Enter leaves it so."),
        Before::Answered(point) => {
            let label = clean(asked.scale.label(point));
            page.paragraph(&format!("Answered {}: {label}. Enter keeps it.", point.number()));
        }
    }
    page
}

/// What can be typed.
pub(super) fn help(asked: &Asked<'_>, saves: bool) -> Page {
    let mut page = Page::new(dialogue_style());
    answers(&mut page, asked.scale);
    for (typed, does) in lines(asked.scale.len(), asked.was_put(), saves) {
        page.item(&format!("{typed}: "), does);
    }
    page.gap();
    page
}

/// Every answer, with the number of its question.
pub(super) fn review(answers: &[Asked<'_>]) -> Page {
    let mut page = Page::new(dialogue_style());
    page.gap();
    page.paragraph("Your answers:");
    for asked in answers {
        let label = asked.answer().map_or("skipped", |point| asked.scale.label(point));
        let text = clean(&asked.question.text);
        page.item(&format!("{}. ", asked.place.number), &format!("{}: {text}", clean(label)));
    }
    page.paragraph("To change answers, type their numbers. Enter goes on, q quits.");
    page
}

fn answers(page: &mut Page, scale: &Scale) {
    for (point, label) in scale.points().zip(scale.labels()) {
        page.item(&format!("{}. ", point.number()), &clean(label));
    }
}
