//! Mistakes in files, as a compiler would show them.

use std::fmt::Display;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use rolefit_engine::catalogue::{Place, Problem, repeated_path};
use rolefit_engine::telling::{Clean, is_unsafe};

use super::layout::{Page, Style};
use super::styled::{Paint, Styled};
use super::terminal_text::TerminalText;

/// What went wrong, in a line; on a terminal in as many as it takes.
pub(crate) fn line(message: &str, terminal: Option<Style>) -> TerminalText {
    let line = error().then(": ").then(&Clean::from(message));
    let Some(style) = terminal else { return TerminalText::laid_out(format!("{line}\n")) };
    let mut page = Page::new(style);
    page.paragraph(line);
    page.into_text()
}

/// All of them, and at the end how many they are and where the first is, which may have left the
/// screen by then; `option` names their file, if one does.
pub(crate) fn all<M: Display>(problems: &[Problem<M>], option: Option<&str>) -> TerminalText {
    let shown: String = problems.iter().map(one).collect();
    let count = match problems.len() {
        1 => "1 mistake".to_owned(),
        many => format!("{many} mistakes{}", problems.first().map(first).unwrap_or_default()),
    };
    let option = option.map(|option| format!("{option}: ")).unwrap_or_default();
    TerminalText::laid_out(format!("{shown}{}: {option}{count}; nothing was done\n", error()))
}

fn first<M: Display>(problem: &Problem<M>) -> String {
    let file = repeated_path(&problem.file);
    let place = match &problem.place {
        Some(place) => format!("{file}:{}:{}", place.line, place.column),
        None => file.into_owned(),
    };
    format!(", the first in {}", clean(place))
}

fn one<M: Display>(problem: &Problem<M>) -> String {
    let title = Level::ERROR.primary_title(clean(problem.mistake.to_string()));
    let group = Group::with_title(title);
    let hint = problem.hint.as_ref().map(|hint| clean(hint.to_string()));
    let file = clean(repeated_path(&problem.file).as_ref());
    let group = if let Some(place) = &problem.place {
        in_line(group, file, place, hint.unwrap_or_default())
    } else {
        let group = group.element(Origin::path(file));
        match hint {
            Some(hint) => group.element(Level::HELP.message(hint)),
            None => group,
        }
    };
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii);
    format!("{}\n", renderer.render(&[group]))
}

/// The line at fault with a caret under what is meant.
fn in_line<'a>(group: Group<'a>, file: String, place: &Place, hint: String) -> Group<'a> {
    // One character for one, so that the caret stays where it belongs.
    let shown = |c: char| if is_unsafe(c) { ' ' } else { c };
    let (lead, rest) = place.excerpt.split_at(place.marked.start);
    let (marked, tail) = rest.split_at(place.marked.len());
    let [lead, marked, tail] =
        [lead, marked, tail].map(|part| part.chars().map(shown).collect::<String>());
    let span = lead.len()..lead.len() + marked.len();
    let annotation = AnnotationKind::Primary.span(span).label(hint);
    let snippet = Snippet::source(lead + &marked + &tail).line_start(place.line);
    let snippet = snippet.annotation(annotation);
    if place.is_whole() {
        // The library counts the column itself, as it sees the whole line.
        group.element(snippet.path(file))
    } else {
        let origin = Origin::path(file).line(place.line).char_column(place.column);
        group.element(origin).element(snippet)
    }
}

/// The word that begins an error.
fn error() -> Styled {
    Styled::painted("error", Paint::Error)
}

fn clean(text: impl Into<Clean>) -> String {
    text.into().to_string()
}
