//! `rolefit init`: the built-in data files, or a small pair to begin with, to edit.

use super::schema;
use crate::args::{InitArgs, SchemaName};
use crate::builtin;
use crate::failure::Failure;
use crate::interruption::handle_signals;
use crate::output::{Output, write_all_new};
use crate::system::quoted;
use crate::text::TerminalText;

/// The smallest pair that ranks anyone, and what else a file may hold as comments.
const SKELETON: [&str; 2] =
    [include_str!("../skeleton/questions.yaml"), include_str!("../skeleton/careers.yaml")];

pub(crate) fn run(args: &InitArgs, output: &mut Output) -> Result<(), Failure> {
    let folder = &args.folder;
    // An editor looks for the schemas where the first line of each file says.
    let schemas = folder.join("schemas");
    let [questions, careers] = if args.empty { SKELETON } else { builtin::TEXTS };
    let files = [
        (folder.join("questions.yaml"), questions),
        (folder.join("careers.yaml"), careers),
        (schemas.join("questions.json"), schema::text(SchemaName::Questions)),
        (schemas.join("careers.json"), schema::text(SchemaName::Careers)),
    ];
    let files = files.map(|(path, text)| (path, text.to_owned()));
    // If signals cannot be handled, the files are written all the same.
    let _ = handle_signals(false);
    write_all_new(&files, "folder")?;
    output.result(&TerminalText::each_on_a_line(files.iter().map(|(path, _)| path.display())))?;
    output.note(&TerminalText::lines(format!(
        "Edit the two files, then try them with:\n  rolefit --catalogue {}\n",
        quoted(folder)
    )));
    Ok(())
}
