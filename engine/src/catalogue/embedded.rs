//! A catalogue that a program carries: read and checked when the program is built, so that
//! nothing is left to parse or to check when it runs.

use super::fingerprint::Fingerprint;
use super::{Careers, Catalogue, Questionnaire};

/// Why a catalogue cannot be embedded, or be taken out again.
#[derive(Debug, thiserror::Error)]
#[error("no catalogue is embedded here: {0}")]
pub struct EmbedError(#[from] postcard::Error);

/// `catalogue` as bytes, for a build script that has read and checked it; [`embedded`]
/// takes it out of them.
///
/// # Errors
/// [`EmbedError`] if the bytes cannot be written.
pub fn embed(catalogue: &Catalogue) -> Result<Vec<u8>, EmbedError> {
    let Catalogue { questionnaire, careers, fingerprint, .. } = catalogue;
    Ok(postcard::to_allocvec(&(questionnaire, careers, fingerprint))?)
}

/// The catalogue that [`embed`] made `bytes` of. It is not checked again: of other bytes
/// it is an error or any catalogue at all.
///
/// # Errors
/// [`EmbedError`] if `bytes` hold no catalogue.
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
/// let questions = Source::decode("questions.yaml", questions);
/// let careers = Source::decode("careers.yaml", careers);
/// let bytes = embed(&Catalogue::read(questions, careers)?)?;
///
/// // In the program, with include_bytes!:
/// let catalogue = embedded(&bytes)?;
/// # assert!(!catalogue.careers().roles.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn embedded(bytes: &[u8]) -> Result<Catalogue, EmbedError> {
    let (questionnaire, careers, fingerprint): (Questionnaire, Careers, Fingerprint) =
        postcard::from_bytes(bytes)?;
    Ok(Catalogue::new(questionnaire, careers, fingerprint))
}
