//! `rolefit sittings`: what is saved of a person's sittings.

use std::fs;
use std::io::{self, BufRead as _, IsTerminal as _};
use std::path::Path;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::report::{KeptSitting, KeptSittings};
use rolefit_engine::sitting::SavedSitting;
use rolefit_engine::telling::Clean;

use super::result::ResultWriter;
use crate::args::{
    DataFiles, ForgetArgs, ResultArgs, ResultFormat, ShowSittingArgs, SittingsAction, SittingsArgs,
    TextOrJson,
};
use crate::failure::Failure;
use crate::files;
use crate::interruption::handle_signals;
use crate::output::{Output, is_plain_wanted};
use crate::saving::{FileContent, Forgetting, LeftAlone, SittingFile, SittingsFolder};
use crate::terminal;
use crate::text::{TerminalText, data_options, json, sittings as text};

pub(crate) fn run(args: &SittingsArgs, output: &mut Output) -> Result<(), Failure> {
    match &args.action {
        None => list(args.format.unwrap_or_default(), output),
        Some(SittingsAction::Show(args)) => show(args, output),
        Some(SittingsAction::Forget(args)) => forget(args, output),
    }
}

/// Lists what is saved.
fn list(format: TextOrJson, output: &mut Output) -> Result<(), Failure> {
    let folder = SittingsFolder::usual();
    let sittings = match &folder {
        // A sitting with other questions only says how many it has answers to.
        Some(folder) => listed(folder, files::catalogue(&DataFiles::default())?)?,
        None => Vec::new(),
    };
    let kept = kept(folder.as_ref(), sittings);
    output.result(&match format {
        TextOrJson::Json => written(&kept)?,
        TextOrJson::Text => text::list(&kept, output.style()),
    })
}

fn kept<'c>(folder: Option<&SittingsFolder>, sittings: Vec<KeptSitting<'c>>) -> KeptSittings<'c> {
    let folder = folder.map(|folder| folder.path().display().to_string());
    KeptSittings { schema_version: KeptSittings::SCHEMA_VERSION, folder, sittings }
}

fn written(kept: &KeptSittings<'_>) -> Result<TerminalText, Failure> {
    json::json(kept).map_err(|error| Failure::io("JSON")(error.into()))
}

/// What is in the folder, the newest sitting first and what was set aside last.
fn listed(
    folder: &SittingsFolder,
    catalogue: &Catalogue,
) -> Result<Vec<KeptSitting<'static>>, Failure> {
    let content = folder.content()?;
    let mut sittings = Vec::new();
    for name in &content.names {
        let sitting = match folder.file(name).peek() {
            Ok(None) => continue,
            // A quiz has begun there, or was cut off before the first answer.
            Ok(Some(FileContent::Sitting(saved))) if saved.is_blank() => continue,
            Ok(Some(FileContent::Sitting(saved))) => {
                KeptSitting::read(name.to_string(), &saved, catalogue)
            }
            Ok(Some(FileContent::Foreign(foreign))) => {
                KeptSitting::unreadable(name.to_string(), foreign.why.to_owned())
            }
            Err(failure) => KeptSitting::unreadable(name.to_string(), failure.to_string()),
        };
        sittings.push(sitting);
    }
    let why = "it was damaged, and is kept aside";
    let set_aside = content.set_aside.into_iter();
    sittings.extend(set_aside.map(|name| KeptSitting::unreadable(name, why.to_owned())));
    Ok(sittings)
}

/// Shows one sitting.
fn show(args: &ShowSittingArgs, output: &mut Output) -> Result<(), Failure> {
    let found = match saved(&args.name)? {
        None => content(SittingFile::at(Path::new(&args.name)))?,
        found => found,
    };
    let (file, saved) = found.ok_or_else(|| no_such(&args.name))?;
    let catalogue = files::catalogue(&args.files)?;
    let is_whole = saved.is_finished() && !saved.is_of_other(catalogue);
    let result =
        ResultArgs { files: args.files.clone(), format: args.format, ..ResultArgs::default() };
    let writer = ResultWriter::new(catalogue, &result);
    let sheet = saved.resume(catalogue).sitting.sheet();
    if args.format == Some(ResultFormat::Json) {
        let mut sitting = KeptSitting::read(args.name.clone(), &saved, catalogue);
        sitting.report = is_whole.then(|| writer.report(&sheet));
        return output.result(&written(&kept(SittingsFolder::usual().as_ref(), vec![sitting]))?);
    }
    if is_whole {
        return writer.write(&sheet, false, output.style(), output);
    }
    if result.format() != ResultFormat::Text {
        return Err(no_page(&args.name));
    }
    let resume = format!("{}{}", file.resume_command(), data_options(&args.files));
    let sitting = KeptSitting::read(args.name.clone(), &saved, catalogue);
    output.result(&text::partial(&sitting, &resume, output.style()))
}

/// That a sitting has no whole result, of which a page could be made.
fn no_page(name: &str) -> Failure {
    Failure::Data(format!(
        "{}: only a sitting that was finished with these questions and careers is a page: leave \
         out --format and --output to see how far it is",
        Clean::from(name)
    ))
}

/// The saved sitting of this name, if there is one.
///
/// # Errors
/// The folder or the file cannot be read, or the file holds something else.
pub(super) fn saved(name: &str) -> Result<Option<(SittingFile, SavedSitting)>, Failure> {
    let Some(folder) = SittingsFolder::usual() else { return Ok(None) };
    match folder.find(name)? {
        Some(file) => content(file),
        None => Ok(None),
    }
}

/// A file, and the sitting in it, if there is one.
fn content(file: SittingFile) -> Result<Option<(SittingFile, SavedSitting)>, Failure> {
    match file.peek()? {
        None => Ok(None),
        Some(FileContent::Sitting(saved)) => Ok(Some((file, saved))),
        Some(FileContent::Foreign(foreign)) => Err(file.refused(foreign)),
    }
}

/// That there is no sitting of this name.
pub(super) fn no_such(name: &str) -> Failure {
    Failure::NoInput {
        path: Clean::from(name).as_str().into(),
        source: io::Error::other("no sitting of that name is saved"),
    }
    .advised("To see which are:\n  rolefit sittings\n".to_owned())
}

/// Removes sittings.
fn forget(args: &ForgetArgs, output: &mut Output) -> Result<(), Failure> {
    let folder = SittingsFolder::usual();
    let mut forgetting = match &folder {
        Some(folder) if args.all => Forgetting::all(folder)?,
        _ => Forgetting::default(),
    };
    for name in &args.names {
        let kept = folder.as_ref().map(|folder| folder.any_file(name)).transpose()?.flatten();
        match kept {
            Some(file) => forgetting.add(&file)?,
            // What is a link is told as one.
            None if fs::symlink_metadata(name).is_ok() => {
                forgetting.add_elsewhere(&SittingFile::at(Path::new(name)))?;
            }
            None => return Err(no_such(name)),
        }
    }
    let on_terminal = io::stdin().is_terminal() && io::stderr().is_terminal();
    if !args.yes && !on_terminal && forgetting.count() > 0 {
        return Err(Failure::Usage(
            "there is nobody to ask: add --yes to forget without asking".to_owned(),
        ));
    }
    forget_all(forgetting, !args.yes, output)
}

/// Removes what is to be forgotten; where answers would be lost and the person `asks`
/// to be asked, only once they say so.
fn forget_all(mut forgetting: Forgetting, asks: bool, output: &mut Output) -> Result<(), Failure> {
    let left = forgetting.take_left();
    let mut is_done = true;
    let said = match forgetting.count() {
        0 => "there was no saved sitting\n".to_owned(),
        count if !asks || is_sure(count, forgetting.answers(), output)? => {
            let removed = forgetting.remove()?.into_iter();
            let line = |path: std::path::PathBuf| {
                format!("removed {}\n", Clean::from(path.display().to_string()))
            };
            removed.map(line).collect()
        }
        count => {
            is_done = false;
            let what = if count == 1 { "sitting stays" } else { "sittings stay" };
            format!("the saved {what}\n")
        }
    };
    output.remark(&TerminalText::lines(&said)).map_err(Failure::io("standard error"))?;
    if is_done && !left.is_empty() { Err(left_alone(&left)) } else { Ok(()) }
}

/// That some things are not removed, and why.
fn left_alone(left: &[LeftAlone]) -> Failure {
    let line = |left: &LeftAlone| {
        format!("  {}: {}\n", Clean::from(left.path.display().to_string()), left.why)
    };
    let what = match left.len() {
        1 => "1 thing is left alone".to_owned(),
        several => format!("{several} things are left alone"),
    };
    let lines: String = left.iter().map(line).collect();
    Failure::LeftAlone(what).advised(format!("Remove by hand what should go:\n{lines}"))
}

/// Asks whether so many sittings with so many answers are to go.
fn is_sure(sittings: usize, answers: usize, output: &mut Output) -> Result<bool, Failure> {
    if answers == 0 {
        return Ok(true);
    }
    let answers = if answers == 1 { "1 answer" } else { &format!("{answers} answers") };
    let question = match sittings {
        1 => format!("Remove the saved sitting with {answers}?"),
        _ => format!("Remove {sittings} saved sittings with {answers}?"),
    };
    if is_plain_wanted() {
        let question = format!("{question} Type yes; anything else keeps what is saved.\n");
        let asked = output.dialogue(&TerminalText::lines(&question));
        asked.map_err(Failure::io("standard error"))?;
        let mut line = String::new();
        io::Read::take(io::stdin().lock(), 80)
            .read_line(&mut line)
            .map_err(Failure::io("standard input"))?;
        return Ok(["y", "yes"].contains(&line.trim().to_ascii_lowercase().as_str()));
    }
    handle_signals(true).map_err(Failure::io("the terminal"))?;
    match terminal::confirm(&question) {
        Ok(sure) => Ok(sure == Some(true)),
        Err(_) => Err(Failure::Interrupted),
    }
}
