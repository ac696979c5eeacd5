//! `rolefit init`: the built-in data files, to edit.

use std::fs;

use rolefit_engine::telling::Clean;

use super::schema;
use crate::args::{InitArgs, SchemaName};
use crate::builtin;
use crate::failure::Failure;
use crate::output::{Output, write_new};
use crate::text::TerminalText;

pub(crate) fn run(args: &InitArgs, output: &mut Output) -> Result<(), Failure> {
    let folder = &args.folder;
    // An editor looks for the schemas where the first line of each file says.
    let schemas = folder.join("schemas");
    let [questions, careers] = builtin::sources();
    let files = [
        (folder.join("questions.yaml"), questions.text()),
        (folder.join("careers.yaml"), careers.text()),
        (schemas.join("questions.json"), schema::text(SchemaName::Questions)),
        (schemas.join("careers.json"), schema::text(SchemaName::Careers)),
    ];
    fs::create_dir_all(&schemas).map_err(Failure::io(schemas.display().to_string()))?;
    // All are looked for before any is written.
    for (path, _) in &files {
        if fs::symlink_metadata(path).is_ok() {
            return Err(Failure::Exists { path: path.clone(), instead: "folder" });
        }
    }
    for (already, (path, text)) in files.iter().enumerate() {
        if let Err(failure) = write_new(path, text) {
            // A part of them would stand in the way of the next attempt.
            for (written, _) in files.iter().take(already) {
                let _ = fs::remove_file(written);
            }
            return Err(failure);
        }
    }
    output.result(&TerminalText::each_on_a_line(files.iter().map(|(path, _)| path.display())))?;
    let name = Clean::from(folder.display().to_string());
    output.note(&TerminalText::lines(&format!(
        "Edit the two files, then try them with:\n  rolefit --questions {name}/questions.yaml \
         --careers {name}/careers.yaml\n"
    )));
    Ok(())
}
