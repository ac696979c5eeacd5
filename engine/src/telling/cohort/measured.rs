//! How exactly the answers of a cohort measure, in words.

use crate::cohort::Measured;
use crate::telling::clean::{Clean, Literal};
use crate::telling::commands::Commands;

/// How exactly the answers measure.
#[derive(Debug)]
pub struct MeasuredText {
    /// The heading.
    pub heading: &'static str,
    /// What to do with the block, or why there is none.
    pub text: Clean,
    /// The two variances as a block of `questions.yaml`, line by line; empty if
    /// there is none.
    pub block: Vec<Literal>,
}

pub(super) fn measured(of: &Measured, commands: &dyn Commands) -> MeasuredText {
    // What the block would write as 0 is nothing that a questionnaire may say.
    let signal = of.signal.filter(|signal| *signal >= 0.000_05);
    let (text, block) = match (of.noise, signal) {
        (Some(noise), Some(signal)) => (
            "Put this into questions.yaml in place of its measurement, and every certainty is \
             that of people like these. The figures are of answers as they are given, rounded to \
             the scale; the standard errors know nothing of that:"
                .into(),
            block(of, noise, signal, &commands.fit()),
        ),
        _ if of.has_few() => (
            format!(
                "{} people gave enough answers to tell, and it takes 30: keep the figures in use.",
                people(of)
            )
            .into(),
            Vec::new(),
        ),
        _ => (
            "These people's interests differ no more than their answers waver, so there is \
             nothing to measure: keep the figures in use."
                .into(),
            Vec::new(),
        ),
    };
    MeasuredText { heading: "How exactly these answers measure", text, block }
}

/// How many people it rests on.
fn people(of: &Measured) -> String {
    of.respondents.map_or_else(|| "Fewer than 10".to_owned(), |people| people.to_string())
}

fn block(of: &Measured, noise: f64, signal: f64, fit: &Literal) -> Vec<Literal> {
    let [noise_error, signal_error] =
        [of.noise_error, of.signal_error].map(|error| error.unwrap_or(0.0));
    vec![
        "measurement:".into(),
        format!("  noise: {noise:.4} # standard error {noise_error:.4}").into(),
        format!("  signal: {signal:.4} # standard error {signal_error:.4}").into(),
        format!("  source: Estimated by {fit} from {} people", people(of)).into(),
    ]
}
