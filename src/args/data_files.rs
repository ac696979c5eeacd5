//! Which questions and careers a command uses.

use std::env;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::failure::Failure;

/// The heading of the options that choose the data files.
pub(super) const CATALOGUE: &str = "Catalogue";

/// The variable that names a folder as `--catalogue` does.
const VARIABLE: &str = "ROLEFIT_CATALOGUE";

/// Which questions and careers to use.
#[derive(Debug, Clone, PartialEq, Eq, Default, Args)]
pub(crate) struct DataFiles {
    /// Use the questions.yaml and careers.yaml in DIR
    #[arg(long, value_name = "DIR", help_heading = CATALOGUE)]
    catalogue: Option<PathBuf>,
    /// Ask the questions in FILE instead of the built-in ones
    #[arg(long, value_name = "FILE", help_heading = CATALOGUE)]
    questions: Option<PathBuf>,
    /// Match against the careers in FILE instead of the built-in ones
    #[arg(long, value_name = "FILE", help_heading = CATALOGUE)]
    careers: Option<PathBuf>,
    /// The two files of the folder, if there is one.
    #[arg(skip)]
    of_folder: Option<[PathBuf; 2]>,
    /// The option or the variable that names the folder.
    #[arg(skip)]
    folder_named_by: Option<&'static str>,
}

impl DataFiles {
    /// The pair in a folder.
    pub(crate) fn in_folder(folder: PathBuf) -> Self {
        let of_folder = Some(of_folder(&folder));
        let folder_named_by = Some("--against-catalogue");
        let (questions, careers) = (None, None);
        Self { catalogue: Some(folder), questions, careers, of_folder, folder_named_by }
    }

    /// These files, and where one is not named, that of `others`.
    pub(super) fn or(self, others: Self) -> Self {
        Self {
            catalogue: self.catalogue.or(others.catalogue),
            questions: self.questions.or(others.questions),
            careers: self.careers.or(others.careers),
            of_folder: None,
            folder_named_by: None,
        }
    }

    /// The same with the folder that the environment names, if the command line names none
    /// and not both files.
    ///
    /// # Errors
    /// [`Failure::Usage`] if a folder is named beside both files.
    pub(super) fn settled(mut self) -> Result<Self, Failure> {
        let are_both_named = self.questions.is_some() && self.careers.is_some();
        if are_both_named && self.catalogue.is_some() {
            let why = "--catalogue: nothing in it is used, as --questions and --careers name both \
                       files; leave one of the three out";
            return Err(Failure::Usage(why.to_owned()));
        }
        self.folder_named_by = self.catalogue.is_some().then_some("--catalogue");
        if self.catalogue.is_none() && !are_both_named {
            self.folder_named_by = Some(VARIABLE);
            let named = env::var_os(VARIABLE).filter(|folder| !folder.is_empty());
            self.catalogue = named.map(PathBuf::from);
        }
        self.of_folder = self.catalogue.as_deref().map(of_folder);
        Ok(self)
    }

    /// The file of the questions; `None` for the built-in ones.
    pub(crate) fn questions(&self) -> Option<&Path> {
        let [of_folder, _] = self.files_of_folder();
        self.questions.as_deref().or(of_folder)
    }

    /// The file of the careers; `None` for the built-in ones.
    pub(crate) fn careers(&self) -> Option<&Path> {
        let [_, of_folder] = self.files_of_folder();
        self.careers.as_deref().or(of_folder)
    }

    fn files_of_folder(&self) -> [Option<&Path>; 2] {
        match &self.of_folder {
            Some([questions, careers]) => [Some(questions), Some(careers)],
            None => [None, None],
        }
    }

    /// The folder in which a file is looked for that is not named itself, with what names it.
    fn folder(&self, is_named: bool) -> Option<(&'static str, &Path)> {
        let named_by = self.folder_named_by.filter(|_| !is_named)?;
        Some((named_by, self.catalogue.as_deref()?))
    }

    /// The folder that the questions are taken from, with the option or the variable that names
    /// it; none if their file is named, or there is no folder.
    pub(crate) fn questions_folder(&self) -> Option<(&'static str, &Path)> {
        self.folder(self.questions.is_some())
    }

    /// The same of the careers.
    pub(crate) fn careers_folder(&self) -> Option<(&'static str, &Path)> {
        self.folder(self.careers.is_some())
    }

    /// The options that name them, with what each names.
    pub(crate) fn options(&self) -> impl Iterator<Item = (&'static str, &Path)> {
        let options = [
            ("--catalogue", &self.catalogue),
            ("--questions", &self.questions),
            ("--careers", &self.careers),
        ];
        options.into_iter().filter_map(|(option, path)| Some((option, path.as_deref()?)))
    }
}

/// The two files of a folder.
fn of_folder(folder: &Path) -> [PathBuf; 2] {
    ["questions.yaml", "careers.yaml"].map(|of| folder.join(of))
}
