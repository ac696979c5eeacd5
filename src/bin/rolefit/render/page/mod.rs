//! A story as Markdown and as a page for a browser, from templates that escape
//! whatever is put into them.

use minijinja::{AutoEscape, Environment, Error, Output, State, Value};

use super::story::Story;
use crate::failure::Failure;

mod figure;

/// A story as Markdown.
pub(crate) fn markdown(story: &Story) -> Result<String, Failure> {
    told("result.md", include_str!("result.md"), story)
}

/// A story as one self-contained page: no script, and no request to anywhere.
pub(crate) fn html(story: &Story) -> Result<String, Failure> {
    told("result.html", include_str!("result.html"), story)
}

fn told(name: &str, template: &str, story: &Story) -> Result<String, Failure> {
    let figure = figure::rows(&story.interests);
    render(name, template, &minijinja::context! { story, figure, style => STYLE })
}

/// What every page looks like.
pub(super) const STYLE: &str = include_str!("style.css");

/// Fills in a template so that whatever is put into it is escaped.
pub(super) fn render(name: &str, template: &str, context: &Value) -> Result<String, Failure> {
    let mut environment = Environment::new();
    environment.set_trim_blocks(true);
    environment.set_lstrip_blocks(true);
    environment.set_keep_trailing_newline(true);
    environment.set_auto_escape_callback(|name| match name.rsplit_once('.') {
        Some((_, "md")) => AutoEscape::Custom("markdown"),
        _ => AutoEscape::Html,
    });
    environment.set_formatter(escaped);
    environment
        .render_named_str(name, template, context)
        .map_err(|error| Failure::io("the page")(std::io::Error::other(error)))
}

/// Writes a value so that it is nothing but text where it stands.
fn escaped(output: &mut Output<'_>, state: &State<'_, '_>, value: &Value) -> Result<(), Error> {
    if !matches!(state.auto_escape(), AutoEscape::Custom("markdown")) {
        return minijinja::escape_formatter(output, state, value);
    }
    let text = value.to_string();
    let text = if value.is_safe() { text } else { literal(&text) };
    output.write_str(&text).map_err(Error::from)
}

/// `text` with a backslash before whatever Markdown would take for a mark.
fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len());
    for character in text.chars() {
        if "\\`*_{}[]<>#|~&!".contains(character) {
            literal.push('\\');
        }
        literal.push(character);
    }
    literal
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn marks_are_nothing_but_text() {
        assert_eq!(literal("*a* <b> [c](d) |"), r"\*a\* \<b\> \[c\](d) \|");
    }
}
