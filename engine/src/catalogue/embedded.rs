//! A pair of data files that a program carries: parsed and checked when the program is
//! built, so that nothing is left to parse when it runs.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Catalogue;
use super::fingerprint::Fingerprint;
use super::problem::Problems;
use super::yaml::{Node, Source, parse};

/// Why a pair cannot be embedded, or read back.
#[derive(Debug, thiserror::Error)]
pub enum EmbedError {
    /// Mistakes in the files.
    #[error(transparent)]
    Invalid(#[from] Problems),
    /// Bytes that do not hold a pair.
    #[error("no pair of data files is embedded here: {0}")]
    Encoding(#[from] postcard::Error),
}

#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct StoredPair {
    questions: StoredFile,
    careers: StoredFile,
    fingerprint: String,
}

#[derive(Serialize, Deserialize)]
struct StoredFile {
    #[serde(borrow)]
    text: Cow<'static, str>,
    root: Node,
}

/// Reads and checks a pair of data files, for a build script: the bytes that
/// [`embedded`] reads.
///
/// # Errors
/// Every mistake in the files.
pub fn embed(questions: &Source, careers: &Source) -> Result<Vec<u8>, EmbedError> {
    let catalogue = Catalogue::read(Ok(questions.clone()), Ok(careers.clone()))?;
    let file = |source: &Source| {
        let root = parse(source).map_err(Problems::from)?.into_owned();
        Ok::<_, Problems>(StoredFile { text: source.text().to_owned().into(), root })
    };
    let fingerprint = catalogue.fingerprint().to_string();
    let pair = StoredPair { questions: file(questions)?, careers: file(careers)?, fingerprint };
    Ok(postcard::to_allocvec(&pair)?)
}

/// The pair that [`embed`] made `bytes` of, questions first, as sources to which nothing
/// is left to do but to be read: [`Catalogue::read`] neither parses nor hashes them.
/// Mistakes in them would be told under these `names`.
///
/// # Errors
/// [`EmbedError::Encoding`] if `bytes` are others.
///
/// ```
/// use rolefit_engine::catalogue::yaml::Source;
/// use rolefit_engine::catalogue::{Catalogue, embed, embedded};
/// # let (questions, careers) = (
/// #     include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/questions.yaml")),
/// #     include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/careers.yaml")),
/// # );
///
/// // In a build script:
/// let questions = Source::decode("questions.yaml", questions)?;
/// let careers = Source::decode("careers.yaml", careers)?;
/// let bytes = embed(&questions, &careers)?;
///
/// // In the program, with include_bytes!:
/// let bytes: &'static [u8] = bytes.leak();
/// let [questions, careers] = embedded(bytes, ["questions.yaml", "careers.yaml"])?;
/// let catalogue = Catalogue::read(Ok(questions), Ok(careers))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn embedded(bytes: &'static [u8], names: [&'static str; 2]) -> Result<[Source; 2], EmbedError> {
    let StoredPair { questions, careers, fingerprint } = postcard::from_bytes(bytes)?;
    let fingerprint = Fingerprint::embedded(fingerprint);
    let [first, second] = names;
    Ok([
        Source::parsed(first, questions.text, questions.root, fingerprint.clone()),
        Source::parsed(second, careers.text, careers.root, fingerprint),
    ])
}
