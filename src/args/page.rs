//! The arguments of the command that writes the quiz as a page.

use clap::Args;

use super::data_files::DataFiles;
use super::result_file::ResultFile;
use super::which_questions::WhichQuestions;

/// What is asked, how the page ends, and where to write it.
#[derive(Debug, Clone, Args)]
pub(crate) struct PageArgs {
    #[command(flatten)]
    pub(crate) asked: WhichQuestions,
    /// What to do with the answer code at the end, as in "Send it to jo@example.org"
    #[arg(long, value_name = "TEXT")]
    pub(crate) return_to: Option<String>,
    /// End with the answer code alone
    #[arg(long)]
    pub(crate) no_result: bool,
    #[command(flatten)]
    pub(crate) output: ResultFile,
    #[command(flatten)]
    pub(crate) files: DataFiles,
}
