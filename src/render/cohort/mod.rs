//! What a cohort adds up to, as text, as a table and as a page.

mod groups;
mod page;
mod table;
mod text;

pub(crate) use page::html;
pub(crate) use table::table;
pub(crate) use text::text;

use rolefit_engine::cohort::{Measured, People};
use rolefit_engine::sheet::SignIndex;

/// Who took part, in sentences.
fn answered(people: &People, questions: usize) -> String {
    let all = people.respondents;
    let count = match all {
        0 => return "Nobody took part.".to_owned(),
        1 => "One person took part.".to_owned(),
        _ => format!("{all} people took part."),
    };
    let status = people.status;
    let mut parts = vec![format!("{} can be matched", status.ranked)];
    if status.insufficient > 0 {
        parts.push(format!("{} answered too little for a match", status.insufficient));
    }
    if status.undifferentiated > 0 {
        parts.push(format!("{} like everything alike", status.undifferentiated));
    }
    format!(
        "{count} {}. {} answered every question; on average {:.1} of {questions} were answered.",
        parts.join(", "),
        people.complete,
        people.mean_answered
    )
}

/// An index of careless answering in words.
fn sign(index: SignIndex) -> &'static str {
    match index {
        SignIndex::StraightLine => "all answers equal",
        SignIndex::Longstring => "a long run of equal answers",
        SignIndex::Variability => "answers that hardly vary",
        SignIndex::Consistency => "like questions answered differently",
    }
}

/// The two variances as a block of `questions.yaml`, or why there is none.
fn measurement(of: &Measured) -> Result<Vec<String>, String> {
    // What the block would write as 0 is nothing that a questionnaire may say.
    let signal = of.signal.filter(|signal| *signal >= 0.000_05);
    let (Some(noise), Some(signal)) = (of.noise, signal) else {
        return Err(if of.has_few() {
            format!(
                "{} people gave enough answers to tell, and it takes 30: keep the figures in use.",
                of.respondents
            )
        } else {
            "These people's interests differ no more than their answers waver, so there is \
             nothing to measure: keep the figures in use."
                .to_owned()
        });
    };
    Ok(vec![
        "measurement:".to_owned(),
        format!("  noise: {noise:.4} # standard error {:.4}", of.noise_error.unwrap_or(0.0)),
        format!("  signal: {signal:.4} # standard error {:.4}", of.signal_error.unwrap_or(0.0)),
        format!("  source: Estimated by rolefit cohort --fit from {} people", of.respondents),
    ])
}

fn percent(share: f64) -> String {
    format!("{:.1}%", 100.0 * share)
}

/// A figure with so many decimals, or a dash.
fn figure(value: Option<f64>, decimals: usize) -> String {
    // Adding 0 makes of -0 the 0 that it equals.
    let settled = |value: f64| {
        let unit = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
        (value * unit).round() / unit + 0.0
    };
    value.map_or_else(|| "-".to_owned(), |value| format!("{:.decimals$}", settled(value)))
}
