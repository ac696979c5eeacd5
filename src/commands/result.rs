//! The last step of `quiz` and `score`: one person's result, written out.

use std::io;

use rolefit_engine::page;
use rolefit_engine::report::{Explain, report};
use rolefit_engine::sheet::Sheet;
use rolefit_engine::telling::result::{Telling, story};

use crate::args::{Common, Format};
use crate::failure::Failure;
use crate::output::Output;
use crate::text::{Style, json, quoted, result as text};

/// In text, the roles whose ledgers are at hand for the words about them.
const EXPLAINED: usize = 20;

/// Writes what `sheet` says of its respondent.
pub(crate) fn write_result(
    sheet: &Sheet<'_>,
    explain: bool,
    common: &Common,
    style: Style,
    output: &mut Output,
) -> Result<(), Failure> {
    output.result(&result_text(sheet, explain, common, style)?)
}

/// What `sheet` says of its respondent, in the format that was asked for.
fn result_text(
    sheet: &Sheet<'_>,
    explain: bool,
    common: &Common,
    style: Style,
) -> Result<String, Failure> {
    let top = common.top.map_or(usize::MAX, usize::from);
    if common.format == Format::Json {
        let explain = if explain { Explain::First(top) } else { Explain::Nothing };
        let mut report = report(sheet, explain);
        report.roles.truncate(top);
        return json::json(&report).map_err(|error| Failure::io("JSON")(error.into()));
    }
    let report = report(sheet, Explain::First(EXPLAINED));
    let rivals = explain || common.format != Format::Text;
    let options = data_options(common);
    let telling = Telling { sheet, report: &report, top, explain, rivals, options };
    let story = story(&telling);
    match common.format {
        Format::Html => page::html(&story).map_err(unfilled),
        Format::Markdown => page::markdown(&story).map_err(unfilled),
        Format::Text | Format::Json | Format::Csv => Ok(text::result(&story, style)),
    }
}

fn unfilled(fault: page::Unfilled) -> Failure {
    Failure::io("the page")(io::Error::other(fault))
}

/// The result as a page that can be kept and shown.
pub(super) fn result_page(sheet: &Sheet<'_>, common: &Common) -> Result<String, Failure> {
    let common = Common { format: Format::Html, ..common.clone() };
    result_text(sheet, false, &common, crate::output::result_style())
}

/// The options that name other data files, as they would be typed again.
pub(super) fn data_options(common: &Common) -> String {
    let option = |name: &str, path: &Option<std::path::PathBuf>| {
        path.as_deref().map_or_else(String::new, |path| format!(" --{name} {}", quoted(path)))
    };
    option("questions", &common.questions) + &option("careers", &common.careers)
}

/// The options that say what counts more to a person, or less, than is usual.
pub(crate) fn importance_options(sheet: &Sheet<'_>) -> String {
    let interests = &sheet.catalogue().questionnaire().interests;
    let unusual = sheet.importance().unusual();
    unusual.map(|(at, weight)| format!(" --importance {}={weight}", interests[at].id)).collect()
}
