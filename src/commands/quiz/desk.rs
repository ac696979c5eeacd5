//! What a result on a terminal needs of the program: the report, the saved sitting and
//! the files that can be written.

use std::path::{Path, PathBuf};

use rolefit_engine::matching::{Estimate, Pattern, Unranked};
use rolefit_engine::report::Report;
use rolefit_engine::sheet::Sheet;
use rolefit_engine::sitting::Sitting;

use crate::commands::result::ResultWriter;
use crate::conversation::ResultDesk;
use crate::failure::Failure;
use crate::output::write_new;
use crate::saving::Autosave;
use crate::system::Readers;
use crate::text::CommandLines;

/// A finished sitting with everything that can be done with it.
pub(super) struct QuizDesk<'c, 'd> {
    pub(super) sitting: Sitting<'c>,
    pub(super) writer: &'d ResultWriter<'c>,
    pub(super) autosave: &'d mut Autosave<'c>,
}

impl QuizDesk<'_, '_> {
    /// Saves the result with the sitting, unless too few interests were answered for any
    /// role to be matched: who is told to answer more has to find these answers again. A
    /// warning if it cannot be saved.
    pub(super) fn finish(&mut self) -> Option<String> {
        let sheet = self.sitting.sheet();
        if is_too_little(&sheet) { None } else { self.autosave.finish(self.writer.saved(&sheet)) }
    }
}

impl<'c> ResultDesk<'c> for QuizDesk<'c, '_> {
    fn sitting(&self) -> &Sitting<'c> {
        &self.sitting
    }

    fn report(&self) -> Report<'c> {
        self.writer.explained(&self.sitting.sheet())
    }

    fn commands(&self) -> CommandLines {
        self.writer.commands().clone()
    }

    fn keep(&mut self, sitting: Sitting<'c>) -> Option<String> {
        self.sitting = sitting;
        self.autosave.save(&self.sitting).or_else(|| self.finish())
    }

    fn is_kept(&self) -> bool {
        self.autosave.is_kept()
    }

    fn forget(&mut self) -> String {
        match self.autosave.forget() {
            Ok(()) => "Forgotten: nothing of this sitting is saved.".to_owned(),
            Err(failure) => format!("{failure}."),
        }
    }

    fn files(&self) -> Vec<(String, String)> {
        let what = ["A page for a browser", "Your answers"].map(str::to_owned);
        let names = free_names().map(|path| path.display().to_string());
        what.into_iter().zip(names).collect()
    }

    fn write(&mut self, number: usize) -> Result<String, Failure> {
        let [page, answers] = free_names();
        let sheet = self.sitting.sheet();
        let (path, written) = if number == 0 {
            (&page, write_new(&page, self.writer.page(&sheet)?.as_str(), Readers::Owner))
        } else {
            (&answers, write_sheet(&sheet, &answers))
        };
        Ok(match written {
            Ok(()) => match std::env::current_dir() {
                Ok(folder) => format!("Written: {}, in {}", path.display(), folder.display()),
                Err(_) => format!("Written: {}", path.display()),
            },
            Err(failure) => format!("{failure}."),
        })
    }
}

/// Whether too few interests were answered for any role to be matched.
pub(super) fn is_too_little(sheet: &Sheet<'_>) -> bool {
    let estimate = Estimate::of(sheet.answers());
    Pattern::of(&estimate, sheet.importance()) == Err(Unranked::Insufficient)
}

/// Writes the answers to a new file as a sheet that `score` reads.
pub(super) fn write_sheet(sheet: &Sheet<'_>, path: &Path) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(&sheet.to_json()).unwrap_or_default();
    write_new(path, &format!("{text}\n"), Readers::Owner)
}

/// Names in this folder that no file has, for a page and for a sheet.
fn free_names() -> [PathBuf; 2] {
    [free_name("rolefit-result", "html"), free_name("rolefit-answers", "json")]
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
