//! The data files that are part of the program, read and checked when it was built, and
//! what people in general come to in them.

use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::catalogue::{Catalogue, Problem, embedded};
use rolefit_engine::report::{Norms, Reporter};

/// The names under which mistakes in the built-in files are told.
pub(crate) const NAMES: [&str; 2] = ["built-in questions.yaml", "built-in careers.yaml"];

/// The texts of the built-in `questions.yaml` and `careers.yaml`.
pub(crate) const TEXTS: [&str; 2] =
    [include_str!("../questions.yaml"), include_str!("../careers.yaml")];

/// The built-in pair as the build script read it.
#[expect(clippy::expect_used, reason = "the build script wrote these bytes, and a test reads them")]
pub(crate) fn catalogue() -> Catalogue {
    const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.postcard"));
    embedded(BYTES).expect("a catalogue is embedded")
}

/// The built-in files, to be read with another one.
pub(crate) fn sources() -> [Result<Source, Problem>; 2] {
    let ([first, second], [questions, careers]) = (NAMES, TEXTS);
    [Source::decode(first, questions.as_bytes()), Source::decode(second, careers.as_bytes())]
}

/// A reporter of `catalogue`. For the built-in pair it has its norms at hand, which take
/// longer to simulate than the rest of a result.
pub(crate) fn reporter(catalogue: &Catalogue) -> Reporter<'_> {
    let reporter = Reporter::new(catalogue);
    match norms() {
        Ok(norms) => reporter.with_norms(norms),
        Err(_) => reporter,
    }
}

/// The norms of `catalogue`, at hand if it is the built-in pair.
pub(crate) fn norms_of(catalogue: &Catalogue) -> Norms {
    let at_hand = norms().ok().filter(|norms| norms.serve(catalogue));
    at_hand.unwrap_or_else(|| Norms::of(catalogue))
}

/// The norms of the built-in pair.
fn norms() -> Result<Norms, serde_json::Error> {
    serde_json::from_str(include_str!("builtin_norms.json"))
}

#[cfg(test)]
#[expect(dead_code, reason = "only what embeds the files is tried")]
#[expect(clippy::print_stdout, reason = "a build script speaks to cargo so")]
#[path = "../build.rs"]
mod build_script;

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    const FOLDER: &str = env!("CARGO_MANIFEST_DIR");

    #[test]
    fn what_is_embedded_is_what_reading_the_files_gives() {
        let [questions, careers] = sources();
        let read = Catalogue::read(questions, careers).unwrap();
        assert_eq!(format!("{:?}", catalogue()), format!("{read:?}"));
    }

    #[test]
    fn the_norms_are_those_of_the_built_in_pair() {
        let simulated = Norms::of(&catalogue());
        let path = Path::new(FOLDER).join("src/builtin_norms.json");
        if std::env::var_os("SNAPSHOTS").is_some_and(|mode| mode == "overwrite") {
            let text = serde_json::to_string(&simulated).unwrap();
            fs::write(&path, text + "\n").unwrap();
            return;
        }
        assert!(
            norms().ok() == Some(simulated),
            "what is scored has changed: SNAPSHOTS=overwrite cargo test --bin rolefit norms"
        );
    }

    #[test]
    fn a_mistake_in_a_shipped_file_is_an_error_of_the_build_with_its_place() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["questions.yaml", "careers.yaml"] {
            let text = fs::read_to_string(Path::new(FOLDER).join(name)).unwrap();
            fs::write(folder.path().join(name), text.replacen("format: 1", "format: 2", 1))
                .unwrap();
        }
        let mistakes = super::build_script::builtin(folder.path()).unwrap_err();
        assert_eq!(mistakes.len(), 2);
        for (mistake, file) in mistakes.iter().zip(["questions.yaml:", "careers.yaml:"]) {
            let (place, told) = mistake.split_once(": ").unwrap();
            assert!(place.starts_with(file) && place.ends_with(":9"), "{mistake}");
            assert_eq!(told, "format 2 is not known; this program reads format 1");
        }
    }
}
