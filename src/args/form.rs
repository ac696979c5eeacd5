//! The arguments of the command that writes forms to ask with.

use clap::{Args, ValueEnum};

use super::data_files::DataFiles;
use super::result_file::ResultFile;

/// Which form, and where to write it.
#[derive(Debug, Clone, Args)]
#[command(mut_arg("careers", |arg| arg.hide(true)))]
pub(crate) struct FormArgs {
    /// The form; without it the forms are listed
    #[arg(value_enum, value_name = "KIND")]
    pub(crate) format: Option<FormKind>,
    #[command(flatten)]
    pub(crate) output: ResultFile,
    /// A form has no careers: `--careers` is taken for those who name both files everywhere.
    #[command(flatten)]
    pub(crate) files: DataFiles,
}

/// The forms in which the questionnaire is written.
#[expect(clippy::doc_markdown, reason = "these lines are the help, in which names have no quotes")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormKind {
    /// The heading row of a table: one row a person, a column a question
    Csv,
    /// A workbook to fill in, with lists to choose answers from: Excel, LibreOffice
    Xlsx,
    /// A workbook that ODK and KoboToolbox make a form of
    Xlsform,
    /// A survey structure for LimeSurvey (.txt)
    Limesurvey,
    /// A data dictionary for REDCap (.csv)
    Redcap,
    /// A script that makes a form in Google Forms (.gs)
    Google,
    /// A survey in the advanced format of Qualtrics (.txt)
    Qualtrics,
    /// A page to print, with boxes to tick, and how to type the answers in (.html)
    Paper,
}

impl FormKind {
    /// What the names of such files end with.
    pub(super) fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Csv | Self::Redcap => &["csv"],
            Self::Xlsx | Self::Xlsform => &["xlsx"],
            Self::Limesurvey | Self::Qualtrics => &["txt"],
            Self::Google => &["gs"],
            Self::Paper => &["html", "htm"],
        }
    }
}
