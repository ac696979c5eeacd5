//! The last step of `quiz` and `score`: one person's result, written out.

use std::path::Path;

use rolefit::catalogue::Catalogue;
use rolefit::report::{Explain, report};
use rolefit::sheet::Sheet;

use crate::args::{Common, Format};
use crate::failure::Failure;
use crate::output::Output;
use crate::render::{Style, json, text};

/// In text, the roles whose ledgers are at hand for the words about them.
const EXPLAINED: usize = 20;

/// Writes what `sheet` says of its respondent.
pub(crate) fn tell(
    catalogue: &Catalogue,
    sheet: &Sheet,
    explain: bool,
    common: &Common,
    style: Style,
    output: &mut Output,
) -> Result<(), Failure> {
    let top = common.top.map_or(usize::MAX, usize::from);
    let text = match common.format {
        Format::Text => {
            let report = report(catalogue, sheet, Explain::First(EXPLAINED));
            let telling = text::Telling {
                catalogue,
                report: &report,
                top,
                explain,
                digits: sheet.answers.digits(),
                options: options(common),
            };
            text::result(&telling, style)
        }
        Format::Json => {
            let explain = if explain { Explain::First(top) } else { Explain::Nothing };
            let mut report = report(catalogue, sheet, explain);
            report.roles.truncate(top);
            json::json(&report).map_err(|error| Failure::io("JSON")(error.into()))?
        }
    };
    output.result(&text)
}

/// The options that name other data files, as they would be typed again.
fn options(common: &Common) -> String {
    let option = |name: &str, path: &Option<std::path::PathBuf>| {
        path.as_deref().map_or_else(String::new, |path| format!(" --{name} {}", quoted(path)))
    };
    option("questions", &common.questions) + &option("careers", &common.careers)
}

fn quoted(path: &Path) -> String {
    let path = crate::render::clean(&path.display().to_string());
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+".contains(c);
    if path.chars().all(plain) { path } else { format!("'{}'", path.replace('\'', r"'\''")) }
}
