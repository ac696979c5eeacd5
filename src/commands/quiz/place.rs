//! Where the sitting of a quiz is saved.

use crate::args::QuizArgs;
use crate::failure::Failure;
use crate::saving::{SittingFile, SittingsFolder, keeps_sittings};

/// A place for saved sittings.
pub(super) enum SavingPlace {
    /// None: the sitting is not saved.
    Nowhere,
    /// A file that the person named.
    File(SittingFile),
    /// The usual folder.
    Folder(SittingsFolder),
}

impl SavingPlace {
    /// The place that the arguments and the environment ask for.
    ///
    /// # Errors
    /// They contradict each other, or there is no home.
    pub(super) fn of(args: &QuizArgs, on_terminal: bool) -> Result<Self, Failure> {
        let keeps = keeps_sittings()?;
        if let Some(path) = &args.save {
            if let Some(Some(_)) = args.resume {
                return Err(usage("--resume NAME is for the usual folder: leave out --save"));
            }
            return Ok(Self::File(SittingFile::at(path)));
        }
        let is_needed = args.resume.is_some();
        if !keeps && args.resume.is_some() {
            return Err(usage("--resume: nothing is kept here, as ROLEFIT_KEEP is never"));
        }
        // A script's answers are not a person's sitting.
        if !is_needed && (!on_terminal || !keeps) {
            return Ok(Self::Nowhere);
        }
        match SittingsFolder::usual() {
            Some(folder) => Ok(Self::Folder(folder)),
            None if is_needed => {
                Err(usage("there is no home folder to save a sitting in: use --save FILE"))
            }
            None => Ok(Self::Nowhere),
        }
    }

    /// Whether the sitting is meant to be saved.
    pub(super) fn is_somewhere(&self) -> bool {
        !matches!(self, Self::Nowhere)
    }
}

fn usage(why: &str) -> Failure {
    Failure::Usage(why.to_owned())
}
