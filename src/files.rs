//! Reading what the person points at.

mod apart;
mod foreign;
mod kind;
mod row_sources;
mod table_start;
mod written;

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::catalogue::{Catalogue, Hint, Mistake, Problem};
use rolefit_engine::cohort::{PartReader, StoredSummary};
use rolefit_engine::sheet::AnswerCode;

use crate::args::DataFiles;
use crate::builtin;
use crate::failure::{Failure, STDIN, named};

pub(crate) use apart::apart;
pub(crate) use foreign::{foreign, may_be_foreign};
pub(crate) use kind::FileKind;
pub(crate) use row_sources::{RowSources, each_once, in_folder};
pub(crate) use table_start::begins_as_table;
pub(crate) use written::{expected, is_catalogue, kind_at, refuse_other};

/// The pair of data files in use: the built-in one, or what stands in for it. It lives as long
/// as the program, and nothing takes the time to free its texts.
pub(crate) fn catalogue(files: &DataFiles) -> Result<&'static Catalogue, Failure> {
    let catalogue = if is_builtin(files) {
        builtin::catalogue()
    } else {
        let (questions, careers) = sources(files)?;
        Catalogue::read(questions, careers)
            .map_err(|problems| Failure::Problems(of_pair(files, problems.into_vec()).into()))?
    };
    Ok(Box::leak(Box::new(catalogue)))
}

/// What can be used of data files.
pub(crate) struct Salvaged {
    /// What is left of the pair; of the questions alone, if `misfit` says why.
    pub(crate) catalogue: Option<Catalogue>,
    /// Every mistake in it.
    pub(crate) problems: Vec<Problem>,
    /// Why there is no pair: only the questions were named, and the built-in careers do not go
    /// with them.
    pub(crate) misfit: Option<Failure>,
}

/// What can be used of that pair.
pub(crate) fn salvage(files: &DataFiles) -> Result<Salvaged, Failure> {
    if is_builtin(files) {
        let catalogue = Some(builtin::catalogue());
        return Ok(Salvaged { catalogue, problems: Vec::new(), misfit: None });
    }
    let (questions, careers) = sources(files)?;
    let (catalogue, problems) = Catalogue::salvage(questions.clone(), careers);
    let are_alone = files.questions().is_some() && files.careers().is_none();
    if are_alone && problems.iter().any(is_in_builtin) {
        let (alone, found) = Catalogue::salvage_questions(questions);
        if alone.is_some() {
            let misfit = Failure::Problems(of_pair(files, problems).into());
            return Ok(Salvaged { catalogue: alone, problems: found, misfit: Some(misfit) });
        }
    }
    Ok(Salvaged { catalogue, problems: of_pair(files, problems), misfit: None })
}

/// Whether neither file was named.
pub(crate) fn is_builtin(files: &DataFiles) -> bool {
    files.questions().is_none() && files.careers().is_none()
}

fn is_in_builtin(problem: &Problem) -> bool {
    builtin::NAMES.contains(&problem.file.as_str())
}

/// That one of the two files of a folder is missing, with what to do.
fn missing_in(failure: Failure) -> Failure {
    const WHY: &str = "there is no such file: the folder has to hold questions.yaml and \
                       careers.yaml, as rolefit init DIR writes them";
    match failure {
        Failure::NoInput { path, source } if source.kind() == io::ErrorKind::NotFound => {
            Failure::NoInput { path, source: io::Error::other(WHY) }
        }
        other => other,
    }
}

/// A file's text, or what is wrong with all of it.
type Decoded = Result<Source, Problem>;

fn sources(files: &DataFiles) -> Result<(Decoded, Decoded), Failure> {
    let [questions, careers] = builtin::sources();
    let chosen = |path: Option<&Path>, folder, option, builtin| match path {
        Some(path) => read(path).map_err(|failure| of_data_file(failure, folder, option)),
        None => Ok(builtin),
    };
    let questions = chosen(files.questions(), files.questions_folder(), "--questions", questions)?;
    Ok((questions, chosen(files.careers(), files.careers_folder(), "--careers", careers)?))
}

/// A failure to read a data file, with what names it: its `option`, or that of its `folder`.
fn of_data_file(
    failure: Failure,
    folder: Option<(&'static str, &Path)>,
    option: &'static str,
) -> Failure {
    let Some((option, folder)) = folder else { return failure.named_by(option) };
    let why = match failure {
        Failure::NoInput { .. } if folder.is_dir() => {
            return missing_in(failure).named_by(option);
        }
        Failure::NoInput { .. } if folder.exists() => {
            "this is a file, not a folder: name the folder that questions.yaml and careers.yaml \
             are in"
        }
        Failure::NoInput { .. } => {
            "there is no such folder: name the one that questions.yaml and careers.yaml are in"
        }
        failure => return failure.named_by(option),
    };
    let (path, source) = (folder.to_owned(), io::Error::other(why));
    Failure::NoInput { path, source }.named_by(option)
}

/// The mistakes of a pair as they concern the person: where only one file was
/// replaced and the other does not fit it, that is one mistake and not hundreds.
fn of_pair(files: &DataFiles, problems: Vec<Problem>) -> Vec<Problem> {
    match (files.questions(), files.careers()) {
        (Some(questions), None) => with_builtin_careers(questions, problems),
        (None, Some(_)) => with_builtin_questions(problems),
        _ => problems,
    }
}

fn with_builtin_careers(questions: &Path, problems: Vec<Problem>) -> Vec<Problem> {
    let (misfits, mut told): (Vec<Problem>, Vec<Problem>) =
        problems.into_iter().partition(is_in_builtin);
    if !misfits.is_empty() {
        let misfit = Mistake::Misfit {
            careers: "the built-in careers",
            questions: "these questions",
            first: None,
        };
        let hint = Hint::Advice("name the careers that go with them, with --careers FILE");
        told.push(Problem::of_file(&questions.display().to_string(), misfit, Some(hint)));
    }
    told
}

/// An interest that the built-in questions do not have, nor one with a name
/// like it, is no slip of the pen: it is of other questions.
fn with_builtin_questions(problems: Vec<Problem>) -> Vec<Problem> {
    let is_unknown =
        |of: &Problem| matches!(of.mistake, Mistake::UnknownId { what: "interest", .. });
    let is_foreign = |problem: &Problem| is_unknown(problem) && problem.hint.is_none();
    let Some(first) = problems.iter().find(|problem| is_foreign(problem)).cloned() else {
        return problems;
    };
    let mut told: Vec<Problem> = problems.into_iter().filter(|of| !is_unknown(of)).collect();
    let misfit = |first| Mistake::Misfit {
        careers: "these careers",
        questions: "the built-in questions",
        first: Some(Box::new(first)),
    };
    let hint = Hint::Advice("name the questions that go with them, with --questions FILE");
    told.push(Problem { hint: Some(hint), ..first.map(misfit) });
    told
}

/// The text of the file at `path`, or the problem with it.
///
/// # Errors
/// There is no such file, it cannot be read, or it is no text; `-` is no file.
pub(crate) fn read(path: &Path) -> Result<Decoded, Failure> {
    if path.as_os_str() == "-" {
        let why = "standard input is not read here: name a file";
        return Err(Failure::Usage(why.to_owned()));
    }
    let file = opened(path)?;
    let bytes = limited(file).map_err(Failure::io(named(path)))?;
    no_text(&named(path), &bytes)?;
    Ok(Source::decode(&path.display().to_string(), &bytes))
}

/// Refuses a file of another kind than text.
fn no_text(file: &str, bytes: &[u8]) -> Result<(), Failure> {
    foreign::no_text(bytes).map_or(Ok(()), |what| {
        Err(Failure::Data(format!("{file}: this is {what}: expected text, YAML or JSON")))
    })
}

/// What the file at `path` begins with, if it can be read again.
fn begun_at(path: &Path) -> Option<Vec<u8>> {
    path.is_file().then(|| limited(opened(path).ok()?).ok()).flatten()
}

/// The summaries in the file at `path`, or on standard input if that is `-`, one
/// after the other. They are read no further than one of `catalogue` can be long.
pub(crate) fn summaries(
    path: &Path,
    catalogue: &Catalogue,
) -> Result<impl Iterator<Item = serde_json::Result<StoredSummary>> + use<>, Failure> {
    let from: Box<dyn Read> = match path.to_str() {
        Some("-") => Box::new(io::stdin()),
        _ => Box::new(opened(path)?),
    };
    let from = BufReader::new(PartReader::new(from, catalogue));
    Ok(serde_json::Deserializer::from_reader(from).into_iter())
}

/// The file at `path`; a folder is none.
fn opened(path: &Path) -> Result<File, Failure> {
    let file = File::open(path).and_then(|file| {
        let is_folder = file.metadata()?.is_dir();
        if is_folder { Err(io::Error::from(io::ErrorKind::IsADirectory)) } else { Ok(file) }
    });
    file.map_err(|source| Failure::NoInput { path: path.to_owned(), source })
}

/// Whether a word in the place of a file can be nothing but an answer code, be it mistyped.
pub(crate) fn is_answer_code(word: &str) -> bool {
    AnswerCode::is_meant_by(word) && word.contains(|mark: char| mark.is_ascii_digit())
}

/// The text on standard input, or the problem with it.
pub(crate) fn read_stdin() -> Result<Decoded, Failure> {
    let bytes = limited(io::stdin().lock()).map_err(Failure::io(STDIN))?;
    no_text(STDIN, &bytes)?;
    Ok(Source::decode(STDIN, &bytes))
}

/// At most one byte more than a data file may have: enough to see that it is
/// too large, and no more memory than that.
fn limited(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(Source::MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
