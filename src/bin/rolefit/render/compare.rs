//! A comparison as text.

use rolefit::catalogue::Catalogue;
use rolefit::report::{Basis, Comparison, MovedInterest, MovedRole, Status};

use super::reading::{listed, signed};
use super::{Entry, Page, Style, clean};

/// The whole comparison.
pub(crate) fn comparison(catalogue: &Catalogue, of: &Comparison, style: Style) -> String {
    let mut page = Page::new(style);
    page.heading("Two sittings compared");
    page.paragraph(&basis(catalogue, of));
    importance(&mut page, catalogue, of);
    leading(&mut page, catalogue, of);
    interests(&mut page, of);
    answers(&mut page, catalogue, of);
    roles(&mut page, &of.roles);
    page.into_text()
}

/// Which questions were used.
fn basis(catalogue: &Catalogue, of: &Comparison) -> String {
    let asked = catalogue.questionnaire().questions.len();
    match (of.basis, of.questions.as_slice()) {
        (Basis::WholeSheets, [_]) => "1 question was answered in both.".to_owned(),
        (Basis::WholeSheets, _) => format!("{} questions were answered in both.", of.shared),
        (Basis::SharedQuestions, used) => {
            let many = if used.len() == 1 { "question" } else { "questions" };
            let which = match used.len() {
                all if all == asked => ".".to_owned(),
                _ => format!(": {}.", listed(used)),
            };
            format!(
                "The sheets were made with different data files, so only the {} {many} that both \
                 answer are used{which}",
                used.len()
            )
        }
    }
}

/// That the person weighed the interests differently, which moves roles too.
fn importance(page: &mut Page, catalogue: &Catalogue, of: &Comparison) {
    let interests = &catalogue.questionnaire().interests;
    let moved = |id: &String| interests.iter().find(|interest| interest.id.as_str() == id);
    let names: Vec<String> =
        (of.importance_moved.iter()).filter_map(|id| Some(clean(&moved(id)?.name))).collect();
    if !names.is_empty() {
        page.paragraph(&format!(
            "What matters to you was weighed differently: {}. Roles may have moved because of \
             that alone.",
            listed(&names)
        ));
    }
}

fn leading(page: &mut Page, catalogue: &Catalogue, of: &Comparison) {
    page.heading("Does it change what suits you?");
    if of.status_before != Status::Ranked || of.status_after != Status::Ranked {
        page.paragraph("At least one of the two cannot be ranked, so there is nothing to compare.");
        return;
    }
    let names = |ids: &[String]| {
        let roles = &catalogue.careers().roles;
        let named = ids.iter().filter_map(|id| roles.iter().find(|role| role.id.as_str() == id));
        named.map(|role| clean(&role.name)).collect::<Vec<_>>().join(", ")
    };
    page.item("  Then: ", &names(&of.leading_before));
    page.item("  Now:  ", &names(&of.leading_after));
    page.paragraph(if of.leading_overlap {
        "The roles that lead overlap: the two sittings agree, as far as they can."
    } else {
        "No role leads in both. Either you have changed, or one of the sittings was not typical."
    });
}

fn interests(page: &mut Page, of: &Comparison) {
    page.heading("Interests");
    let moved = of.interests.iter().filter(|interest| interest.moved).count();
    page.paragraph(&match moved {
        0 => "None moved by more than chance explains.".to_owned(),
        1 => "One, marked *, moved by more than chance explains.".to_owned(),
        many => format!("{many}, marked *, moved by more than chance explains."),
    });
    page.gap();
    let shown = |score: Option<f64>| score.map_or("-".to_owned(), |score| signed(score, 2));
    let entry = |interest: &MovedInterest| Entry {
        lead: format!("  {} ", if interest.moved { "*" } else { " " }),
        name: clean(&interest.name),
        figures: format!("{:>5} to {:>5}", shown(interest.before), shown(interest.after)),
    };
    page.table(&of.interests.iter().map(entry).collect::<Vec<_>>());
}

fn answers(page: &mut Page, catalogue: &Catalogue, of: &Comparison) {
    page.heading(&match of.answers.len() {
        0 => "No answer moved".to_owned(),
        1 => "1 answer moved".to_owned(),
        many => format!("{many} answers moved"),
    });
    let asked = catalogue.questionnaire();
    for answer in &of.answers {
        let question = asked.question(&answer.id).and_then(|at| asked.questions.get(at));
        let text = question.map_or_else(String::new, |question| clean(&question.text));
        let label =
            |number| clean(asked.scale.point(number).map_or("", |point| asked.scale.label(point)));
        let (before, after) = (label(answer.before), label(answer.after));
        page.item("  - ", &format!("{text}: {before}, now {after}"));
    }
}

fn roles(page: &mut Page, roles: &[MovedRole]) {
    page.heading("Ranks then and now");
    let shown = |rank: Option<usize>| rank.map_or("-".to_owned(), |rank| rank.to_string());
    for role in roles {
        let (before, after) = (shown(role.before), shown(role.after));
        page.item(&format!("  {before:>3} {after:>4}  "), &clean(&role.name));
    }
}
