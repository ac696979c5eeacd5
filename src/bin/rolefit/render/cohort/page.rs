//! A cohort as one self-contained page.

use minijinja::{Value, context};
use rolefit::catalogue::{Catalogue, Stage};
use rolefit::cohort::{Cohort, Interest, People, Reliability};

use super::super::{clean, page};
use super::{answered, figure, groups, measurement, percent, sign};
use crate::failure::Failure;

/// The page: no script, and no request to anywhere.
pub(crate) fn html(catalogue: &Catalogue, cohort: &Cohort) -> Result<String, Failure> {
    let (block, why) = match cohort.measurement.as_ref().map(measurement) {
        Some(Ok(lines)) => (Some(lines.join("\n")), None),
        Some(Err(why)) => (None, Some(why)),
        None => (None, None),
    };
    let context = context! {
        style => page::STYLE,
        title => clean(&catalogue.questionnaire().title),
        answered => answered(&cohort.all, cohort.questions.len()),
        all => people(&cohort.all),
        reliability => reliability(catalogue, &cohort.reliability),
        questions => questions(catalogue, cohort),
        by => cohort.by.as_deref().map(clean),
        left_out => groups::left_out(cohort.suppressed),
        groups => cohort.groups.iter().map(group).collect::<Vec<_>>(),
        block,
        why,
    };
    page::render("cohort.html", include_str!("cohort.html"), &context)
}

fn people(of: &People) -> Value {
    let most = |shares: &mut dyn Iterator<Item = f64>| shares.fold(1e-9, f64::max);
    let highest_role = most(&mut of.roles.iter().map(|role| role.expected_share));
    let highest = most(&mut of.modules.iter().map(|module| module.expected_share));
    let roles = of.roles.iter().map(|role| {
        context! {
            name => clean(&role.name),
            width => 100.0 * role.expected_share / highest_role,
            share => percent(role.expected_share),
            first => role.first,
            leading => role.leading,
        }
    });
    let stage = |stage: Stage, heading: &str| {
        let modules = of.modules.iter().filter(|module| module.stage == stage).map(|module| {
            context! {
                name => clean(&module.name),
                width => 100.0 * module.expected_share / highest,
                share => percent(module.expected_share),
                expected => figure(Some(module.expected), 1),
                no_regret => module.no_regret,
            }
        });
        context! { heading, modules => modules.collect::<Vec<_>>() }
    };
    let signs = of.signs.iter().map(|of| {
        context! { index => sign(of.index), flagged => of.flagged, defined => of.defined }
    });
    context! {
        ranked => of.status.ranked,
        roles => roles.collect::<Vec<_>>(),
        stages => [
            stage(Stage::Rotation, "Rotations of the first year"),
            stage(Stage::Specialist, "Specialist modules of the later years"),
        ],
        interests => of.interests.iter().map(interest).collect::<Vec<_>>(),
        signs => signs.collect::<Vec<_>>(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "bars are a few pixels high")]
fn interest(of: &Interest) -> Value {
    let highest = of.distribution.iter().map(|bin| bin.respondents).max().unwrap_or(0).max(1);
    let bars = of.distribution.iter().enumerate().map(|(place, bin)| {
        let height = 28.0 * bin.respondents as f64 / highest as f64;
        context! { x => 24 * place, y => 30.0 - height, height, people => bin.respondents }
    });
    let counts: Vec<String> =
        of.distribution.iter().map(|bin| bin.respondents.to_string()).collect();
    context! {
        id => of.id,
        name => clean(&of.name),
        mean => figure(of.mean, 2),
        sd => figure(of.sd, 2),
        bars => bars.collect::<Vec<_>>(),
        counts => counts.join(", "),
    }
}

fn reliability(catalogue: &Catalogue, of: &[Reliability]) -> Vec<Value> {
    let interests = catalogue.questionnaire().interests.iter().zip(of);
    let row = |(interest, of): (&rolefit::catalogue::Interest, &Reliability)| {
        context! {
            name => clean(&interest.name),
            alpha => figure(of.alpha, 2),
            questions => of.questions,
            respondents => of.respondents,
        }
    };
    interests.map(row).collect()
}

fn questions(catalogue: &Catalogue, cohort: &Cohort) -> Vec<Value> {
    let asked = catalogue.questionnaire().questions.iter().zip(&cohort.questions);
    asked
        .map(|(question, of)| {
            let item_rest: Vec<String> =
                of.item_rest.iter().map(|rest| figure(rest.correlation, 2)).collect();
            context! {
                text => clean(&question.text),
                answered => of.answered,
                mean => figure(of.mean, 2),
                sd => figure(of.sd, 2),
                item_rest => item_rest.join(" "),
            }
        })
        .collect()
}

fn group(of: &rolefit::cohort::Group) -> Value {
    context! {
        name => groups::name(of),
        respondents => of.people.respondents,
        people => people(&of.people),
    }
}
