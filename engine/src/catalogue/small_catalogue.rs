//! The small catalogue, for tests.

use std::sync::LazyLock;

use crate::catalogue::Catalogue;
use crate::catalogue::yaml::Source;

pub(crate) static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let questions = include_bytes!("../../examples/small/questions.yaml");
    let careers = include_bytes!("../../examples/small/careers.yaml");
    let questions = Source::decode("questions.yaml", questions);
    Catalogue::read(questions, Source::decode("careers.yaml", careers)).unwrap()
});
