//! Sheets of every kind, drawn with a fixed seed.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rolefit_engine::catalogue::{Catalogue, StartingPoint};
use rolefit_engine::sitting::{Form, Sitting};

/// So many sheets, each as the arguments of `score`: answers with and without gaps, some
/// of few kinds, and importances, many or none, usual or not.
pub fn drawn(catalogue: &Catalogue, count: usize) -> Vec<Vec<String>> {
    let mut rng = ChaCha8Rng::seed_from_u64(7);
    (0..count).map(|_| sheet(catalogue, &mut rng)).collect()
}

fn sheet(catalogue: &Catalogue, rng: &mut ChaCha8Rng) -> Vec<String> {
    const KINDS: [&str; 5] = ["12345", "45", "1234555", "12", "134"];
    const WEIGHTS: [&str; 5] = ["2", "0.5", "3", "0", "1.25"];
    let questionnaire = catalogue.questionnaire();
    let kind = KINDS[rng.random_range(0..KINDS.len())];
    let skipped = [0.0, 0.0, 0.2, 0.5][rng.random_range(0..4)];
    let answer = |_| {
        let drawn = char::from(kind.as_bytes()[rng.random_range(0..kind.len())]);
        if rng.random_bool(skipped) { '-' } else { drawn }
    };
    let answers: String = questionnaire.questions.iter().map(answer).collect();
    let marked = [0.0, 0.3, 1.0][rng.random_range(0..3)];
    let weights = if rng.random_bool(0.3) { 1 } else { WEIGHTS.len() };
    let mut arguments = vec!["--answers".to_owned(), answers];
    for interest in &questionnaire.interests {
        if rng.random_bool(marked) {
            let weight = WEIGHTS[rng.random_range(0..weights)];
            arguments.push(format!("--importance={}={weight}", interest.id));
        }
    }
    arguments
}

/// So many sittings to their end: with answers and skips, marks and starting points.
pub fn sittings(catalogue: &Catalogue, count: usize) -> Vec<Sitting<'_>> {
    let mut rng = ChaCha8Rng::seed_from_u64(11);
    let asked = catalogue.questionnaire();
    let mut one = || {
        let mut sitting = Sitting::new(catalogue, Form::Full);
        let skipped = [0.0, 0.1, 0.6][rng.random_range(0..3)];
        for question in asked.questions.indices() {
            let point = rng.random_range(1..=asked.scale.len());
            let point = asked.scale.point(point).filter(|_| !rng.random_bool(skipped));
            sitting.answers.set(question, point);
            sitting.asked.push(question);
        }
        let marked = [0.0, 0.3][rng.random_range(0..2)];
        sitting.matters = asked.interests.indices().filter(|_| rng.random_bool(marked)).collect();
        let start = rng.random_range(0..=StartingPoint::ALL.len());
        sitting.starting_point = StartingPoint::ALL.get(start).copied();
        sitting
    };
    (0..count).map(|_| one()).collect()
}
