//! What a cohort adds up to, in words.

use crate::cohort::{Cohort, Group, Measured, People, Suppressed};
use crate::signs::SignIndex;
use crate::telling::clean;

/// Who took part, in sentences.
pub fn answered(people: &People, questions: usize) -> String {
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
pub fn sign(index: SignIndex) -> &'static str {
    match index {
        SignIndex::StraightLine => "all answers equal",
        SignIndex::Longstring => "a long run of equal answers",
        SignIndex::Variability => "answers that hardly vary",
        SignIndex::Consistency => "like questions answered differently",
    }
}

/// The two variances as a block of `questions.yaml`, or why there is none.
pub fn measurement(of: &Measured) -> Result<Vec<String>, String> {
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

pub fn percent(share: f64) -> String {
    format!("{:.1}%", 100.0 * share)
}

/// A figure with so many decimals, or a dash.
pub fn figure(value: Option<f64>, decimals: usize) -> String {
    // Adding 0 makes of -0 the 0 that it equals.
    let settled = |value: f64| {
        let unit = (0..decimals).fold(1.0, |unit, _| 10.0 * unit);
        (value * unit).round() / unit + 0.0
    };
    value.map_or_else(|| "-".to_owned(), |value| format!("{:.decimals$}", settled(value)))
}

/// What a group is called.
pub fn name(group: &Group) -> String {
    let name = clean(&group.group);
    if name.is_empty() { "(nothing in this column)".to_owned() } else { name }
}

/// What is left out, and why.
pub fn left_out(cohort: &Cohort) -> Option<String> {
    let said = [groups(cohort.suppressed), interests(cohort)];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Which groups are.
fn groups(of: Suppressed) -> Option<String> {
    let groups = match of.groups {
        0 => return None,
        1 => "One group is".to_owned(),
        groups => format!("{groups} groups are"),
    };
    let people = match of.respondents {
        1 => "one person".to_owned(),
        people => format!("{people} people in all"),
    };
    Some(format!(
        "{groups} left out ({people}), so that no figure tells of single people: groups of which \
         fewer than 10 can be matched, and where those could be worked out from the rest, the next \
         smallest."
    ))
}

/// That figures of some interests are.
fn interests(cohort: &Cohort) -> Option<String> {
    let mut each = cohort.groups.iter().flat_map(|of| &of.people.interests);
    each.any(|of| of.respondents > 0 && of.mean.is_none()).then(|| {
        "A dash stands for an interest on which fewer than 10 of a group answered, or whose \
         figures would let those of few people be worked out."
            .to_owned()
    })
}
