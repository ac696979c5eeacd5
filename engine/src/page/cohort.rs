//! A cohort as one self-contained page.

use crate::catalogue::{Catalogue, Stage};
use crate::cohort::{self, Cohort};
use askama::Template;

use super::{STYLE, Unfilled, filled, tenths};
use crate::telling::clean;
use crate::telling::cohort::{answered, figure, left_out, measurement, name, percent, sign};

/// The page: no script, and no request to anywhere.
pub fn html(catalogue: &Catalogue, cohort: &Cohort) -> Result<String, Unfilled> {
    filled(&Page {
        style: STYLE,
        title: clean(&catalogue.questionnaire().title),
        answered: answered(&cohort.all, cohort.questions.len()),
        all: people("all-".to_owned(), &cohort.all),
        reliability: reliability(catalogue, &cohort.reliability),
        questions: questions(catalogue, &cohort.questions),
        by: cohort.by.as_deref().map(clean),
        left_out: left_out(cohort),
        groups: (1..).zip(&cohort.groups).map(group).collect(),
        measured: cohort.measurement.as_ref().map(measurement),
    })
}

/// What `cohort.html` is filled in with. Figures that are not counts are
/// written out; lengths are in the units of their drawings, widths in percent.
#[derive(Template)]
#[template(path = "page/cohort.html", whitespace = "minimize")]
struct Page {
    style: &'static str,
    title: String,
    answered: String,
    all: People,
    reliability: Vec<Reliability>,
    questions: Vec<Question>,
    by: Option<String>,
    left_out: Option<String>,
    groups: Vec<Group>,
    /// The lines to paste, or why there are none.
    measured: Option<Result<Vec<String>, String>>,
}

struct Group {
    name: String,
    respondents: u64,
    people: People,
}

struct People {
    /// What the ids of their elements begin with.
    prefix: String,
    ranked: u64,
    roles: Vec<Role>,
    stages: [Training; 2],
    interests: Vec<Interest>,
    signs: Vec<Sign>,
}

struct Role {
    name: String,
    width: String,
    share: String,
    first: u64,
    leading: u64,
}

struct Training {
    heading: &'static str,
    modules: Vec<Module>,
}

struct Module {
    name: String,
    width: String,
    share: String,
    expected: String,
    no_regret: u64,
}

struct Interest {
    id: String,
    name: String,
    mean: String,
    sd: String,
    bars: Vec<Bar>,
    counts: String,
}

struct Bar {
    x: usize,
    y: String,
    height: String,
}

struct Sign {
    index: &'static str,
    flagged: u64,
    defined: u64,
}

struct Reliability {
    name: String,
    alpha: String,
    questions: usize,
    respondents: u64,
}

struct Question {
    text: String,
    answered: u64,
    mean: String,
    sd: String,
    item_rest: String,
}

fn group((place, of): (usize, &cohort::Group<'_>)) -> Group {
    Group {
        name: name(of),
        respondents: of.people.respondents,
        people: people(format!("group-{place}-"), &of.people),
    }
}

fn people(prefix: String, of: &cohort::People<'_>) -> People {
    let sign = |of: &cohort::SignCount| Sign {
        index: sign(of.index),
        flagged: of.flagged,
        defined: of.defined,
    };
    People {
        prefix,
        ranked: of.status.ranked,
        roles: roles(&of.roles),
        stages: [
            training(&of.modules, Stage::Rotation, "Rotations of the first year"),
            training(&of.modules, Stage::Specialist, "Specialist modules of the later years"),
        ],
        interests: of.interests.iter().map(interest).collect(),
        signs: of.signs.iter().map(sign).collect(),
    }
}

fn roles(of: &[cohort::RoleCount<'_>]) -> Vec<Role> {
    let highest = highest(of.iter().map(|role| role.expected_share));
    let row = |role: &cohort::RoleCount<'_>| Role {
        name: clean(&role.name),
        width: tenths(100.0 * role.expected_share / highest),
        share: percent(role.expected_share),
        first: role.first,
        leading: role.leading,
    };
    of.iter().map(row).collect()
}

/// The modules of one stage; their bars can be compared with those of the other.
fn training(of: &[cohort::ModuleDemand<'_>], stage: Stage, heading: &'static str) -> Training {
    let highest = highest(of.iter().map(|module| module.expected_share));
    let row = |module: &cohort::ModuleDemand<'_>| Module {
        name: clean(&module.name),
        width: tenths(100.0 * module.expected_share / highest),
        share: percent(module.expected_share),
        expected: figure(Some(module.expected), 1),
        no_regret: module.no_regret,
    };
    let modules = of.iter().filter(|module| module.stage == stage).map(row).collect();
    Training { heading, modules }
}

/// The highest share, and never 0: a share is divided by it.
fn highest(shares: impl Iterator<Item = f64>) -> f64 {
    shares.fold(1e-9, f64::max)
}

#[expect(clippy::cast_precision_loss, reason = "bars are a few pixels high")]
fn interest(of: &cohort::InterestSummary<'_>) -> Interest {
    let highest = of.distribution.iter().map(|bin| bin.respondents).max().unwrap_or(0).max(1);
    let bars = of.distribution.iter().enumerate().map(|(place, bin)| {
        let height = 28.0 * bin.respondents as f64 / highest as f64;
        Bar { x: 24 * place, y: tenths(30.0 - height), height: tenths(height) }
    });
    let counts: Vec<String> =
        of.distribution.iter().map(|bin| bin.respondents.to_string()).collect();
    Interest {
        id: of.id.to_string(),
        name: clean(&of.name),
        mean: figure(of.mean, 2),
        sd: figure(of.sd, 2),
        bars: bars.collect(),
        counts: counts.join(", "),
    }
}

fn reliability(catalogue: &Catalogue, of: &[cohort::Reliability<'_>]) -> Vec<Reliability> {
    let interests = catalogue.questionnaire().interests.iter().zip(of);
    let row =
        |(interest, of): (&crate::catalogue::Interest, &cohort::Reliability<'_>)| Reliability {
            name: clean(&interest.name),
            alpha: figure(of.alpha, 2),
            questions: of.questions,
            respondents: of.respondents,
        };
    interests.map(row).collect()
}

fn questions(catalogue: &Catalogue, of: &[cohort::ItemStatistics<'_>]) -> Vec<Question> {
    let asked = catalogue.questionnaire().questions.iter().zip(of);
    let row = |(question, of): (&crate::catalogue::Question, &cohort::ItemStatistics<'_>)| {
        let item_rest: Vec<String> =
            of.item_rest.iter().map(|rest| figure(rest.correlation, 2)).collect();
        Question {
            text: clean(&question.text),
            answered: of.answered,
            mean: figure(of.mean, 2),
            sd: figure(of.sd, 2),
            item_rest: item_rest.join(" "),
        }
    };
    asked.map(row).collect()
}
