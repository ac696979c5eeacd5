//! Which questions are asked of a person.

use clap::Args;
use rolefit_engine::sitting::{Form, USUAL_UNTIL};

/// The form of the quiz.
#[derive(Debug, Clone, PartialEq, Default, Args)]
pub(crate) struct WhichQuestions {
    /// Ask only the short form
    #[arg(long, conflicts_with = "adaptive")]
    pub(crate) short: bool,
    /// Ask what tells most until your answers are clear enough
    #[arg(long)]
    adaptive: bool,
    /// With --adaptive: stop when the first three roles hold this chance, 0 to 1 [default: 0.8]
    #[arg(long, value_name = "P", requires = "adaptive", value_parser = chance)]
    until: Option<f64>,
}

impl WhichQuestions {
    /// The form that is asked for.
    pub(crate) fn form(&self) -> Form {
        match (self.short, self.adaptive) {
            (true, _) => Form::Short,
            (false, true) => Form::Adaptive(self.until.unwrap_or(USUAL_UNTIL)),
            (false, false) => Form::Full,
        }
    }
}

fn chance(text: &str) -> Result<f64, String> {
    let chance = text.parse().ok().filter(|chance| (0.0..=1.0).contains(chance));
    chance.ok_or_else(|| "expected a number from 0 to 1, as in --until 0.9".to_owned())
}
