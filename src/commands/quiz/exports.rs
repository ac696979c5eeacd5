//! Files that a person may write after the result, and forgetting the sitting.

use std::path::{Path, PathBuf};

use rolefit_engine::sheet::Sheet;

use crate::commands::result::ResultWriter;
use crate::conversation::{ExportReply, Interview};
use crate::failure::Failure;
use crate::output::{laid_out, write_new};
use crate::saving::Autosave;
use crate::text::TerminalText;

/// Offers files, and to forget the sitting, until nothing more is wanted.
pub(super) fn offer_files<'c>(
    sheet: &Sheet<'c>,
    writer: &ResultWriter<'c>,
    interview: &mut dyn Interview,
    autosave: &mut Autosave<'c>,
) -> Result<(), Failure> {
    loop {
        let page = free_name("rolefit-result", "html");
        let answers = free_name("rolefit-answers", "json");
        let files = [
            format!("{}: the result as a page", page.display()),
            format!("{}: the answers as a sheet", answers.display()),
        ];
        let (path, written) = match interview.export(&files, autosave.is_kept())? {
            ExportReply::NoMore | ExportReply::Quit => return Ok(()),
            ExportReply::Write(0) => (&page, write_new(&page, writer.page(sheet)?.as_str())),
            ExportReply::Write(_) => (&answers, write_sheet(sheet, &answers)),
            ExportReply::Forget => {
                forget(interview, autosave)?;
                continue;
            }
        };
        let output = interview.output();
        let said = match written {
            Ok(()) => {
                let written = format!("Written: {}", path.display());
                output.remark(&TerminalText::each_on_a_line([written]))
            }
            Err(failure) => output.dialogue(&laid_out(&format!("{failure}.\n"))),
        };
        said.map_err(Failure::io("standard error"))?;
    }
}

/// Removes what is saved of the sitting, and says so.
fn forget(interview: &mut dyn Interview, autosave: &mut Autosave<'_>) -> Result<(), Failure> {
    let said = match autosave.forget() {
        Ok(()) => "Forgotten: nothing of this sitting is saved.\n".to_owned(),
        Err(failure) => format!("{failure}.\n"),
    };
    interview.output().dialogue(&laid_out(&said)).map_err(Failure::io("standard error"))
}

/// Writes the answers to a new file as a sheet that `score` reads.
pub(super) fn write_sheet(sheet: &Sheet<'_>, path: &Path) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(&sheet.to_json()).unwrap_or_default();
    write_new(path, &format!("{text}\n"))
}

/// A name in this folder that no file has: what is there is never overwritten.
fn free_name(stem: &str, extension: &str) -> PathBuf {
    let name = |number: u32| match number {
        1 => format!("{stem}.{extension}"),
        _ => format!("{stem}-{number}.{extension}"),
    };
    let free = (1..=u32::MAX).map(name).find(|name| std::fs::symlink_metadata(name).is_err());
    PathBuf::from(free.unwrap_or_default())
}
