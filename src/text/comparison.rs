//! A comparison as text.

use rolefit_engine::catalogue::{Catalogue, RoleIx};
use rolefit_engine::report::{Basis, Comparison, MovedInterest, MovedRole, Status};
use rolefit_engine::telling::figures::{counted, listed, signed};

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
    if [of.status_before, of.status_after] == [Status::Ranked; 2] {
        roles(&mut page, &of.roles);
    }
    page.into_text()
}

/// Which questions were used.
fn basis(catalogue: &Catalogue, of: &Comparison) -> String {
    let asked = catalogue.questionnaire().questions.len();
    match (of.basis, of.questions.as_slice()) {
        (Basis::WholeSheets, used) => {
            let both = match used.len() {
                0 => "No question was answered in both.".to_owned(),
                1 => "1 question was answered in both.".to_owned(),
                many => format!("{many} questions were answered in both."),
            };
            match of.answered_once {
                0 => both,
                1 => format!("{both} 1 was answered in one of them only."),
                many => format!("{both} {many} were answered in one of them only."),
            }
        }
        (Basis::SharedQuestions, used) => {
            let many = if used.len() == 1 { "question" } else { "questions" };
            let which = match used.len() {
                all if all == asked => ".".to_owned(),
                _ => format!(
                    ": {}.",
                    listed(&used.iter().map(ToString::to_string).collect::<Vec<_>>())
                ),
            };
            format!(
                "The sheets were made with different data files, so only the {} {many} that both \
                 answer are used{which}",
                used.len()
            )
        }
    }
}

/// That the person weighed the interests differently.
fn importance(page: &mut Page, catalogue: &Catalogue, of: &Comparison) {
    let interests = &catalogue.questionnaire().interests;
    let names: Vec<String> =
        of.interests_weighed.iter().map(|interest| clean(&interests[*interest].name)).collect();
    if !names.is_empty() {
        page.paragraph(&format!(
            "What matters to you was weighed differently: {}.",
            listed(&names)
        ));
    }
}

fn leading(page: &mut Page, catalogue: &Catalogue, of: &Comparison) {
    page.heading("Does it change what suits you?");
    let is_ranked = [of.status_before, of.status_after].map(|status| status == Status::Ranked);
    let unranked = match is_ranked {
        [true, true] => None,
        [true, false] => Some("The second sitting"),
        [false, true] => Some("The first sitting"),
        [false, false] => Some("Neither sitting"),
    };
    if let Some(which) = unranked {
        let cannot = if is_ranked == [false; 2] { "can" } else { "cannot" };
        return page.paragraph(&format!("{which} {cannot} be ranked, so no roles are compared."));
    }
    let names = |leaders: &[RoleIx]| {
        let roles = &catalogue.careers().roles;
        leaders.iter().map(|role| clean(&roles[*role].name)).collect::<Vec<_>>()
    };
    let [before, after] = &of.leaders;
    page.item("  Then: ", &names(before).join(", "));
    page.item("  Now:  ", &names(after).join(", "));
    let both: Vec<RoleIx> = after.iter().filter(|role| before.contains(role)).copied().collect();
    let is_same = both.len() == before.len().max(after.len());
    let lead = match (both.len(), is_same) {
        (0, _) => "No role leads in both.".to_owned(),
        (1, true) => "The same role leads in both.".to_owned(),
        (_, true) => "The same roles lead in both.".to_owned(),
        (1, false) => format!("One role leads in both: {}.", listed(&names(&both))),
        (many, false) => {
            format!("{} roles lead in both: {}.", counted(many), listed(&names(&both)))
        }
    };
    page.paragraph(&format!("{lead} {}", cause(of, is_same)));
}

/// What the difference comes from; whether the same roles lead is known.
fn cause(of: &Comparison, is_same: bool) -> String {
    let once = match of.answered_once {
        0 => None,
        1 => Some("the question answered in one sitting only"),
        _ => Some("the questions answered in one sitting only"),
    };
    let weighed =
        (!of.importance_moved.is_empty()).then_some("how you weighed what matters to you");
    let others: Vec<String> = once.into_iter().chain(weighed).map(str::to_owned).collect();
    if of.answers.is_empty() {
        let none =
            if of.shared == 0 { "No answer can be compared" } else { "No answer moved" }.to_owned();
        return match others.as_slice() {
            [] => none + ".",
            _ => format!("{none}: whatever differs comes from {}.", listed(&others)),
        };
    }
    let moved = of.interests.iter().filter(|interest| interest.moved).count();
    let explains = "moved by more than chance explains";
    let verdict = match (moved, is_same) {
        (0, true) => format!("No interest {explains}."),
        (0, false) => format!("No interest {explains}, so what differs may be chance."),
        (many, true) => {
            format!("{} {explains}, but not so that other roles lead.", many_interests(many))
        }
        (many, false) => format!(
            "{} {explains}: either you have changed, or one of the sittings was not typical.",
            many_interests(many)
        ),
    };
    match others.as_slice() {
        [] => verdict,
        _ => format!("{verdict} What differs may also come from {}.", listed(&others)),
    }
}

/// So many interests, at the beginning of a sentence.
fn many_interests(count: usize) -> String {
    match count {
        1 => "One interest".to_owned(),
        many => format!("{} interests", counted(many)),
    }
}

fn interests(page: &mut Page, of: &Comparison) {
    page.heading("Interests");
    let moved = of.interests.iter().filter(|interest| interest.moved).count();
    let is_in_both = |of: &MovedInterest| of.before.is_some() && of.after.is_some();
    page.paragraph(&match moved {
        0 if !of.interests.iter().any(is_in_both) => "None was measured in both.".to_owned(),
        0 => "None moved by more than chance explains.".to_owned(),
        many => format!("{}, marked *, moved by more than chance explains.", many_interests(many)),
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
    if of.shared == 0 {
        return;
    }
    page.heading(&match of.answers.len() {
        0 => "No answer moved".to_owned(),
        1 => "1 answer moved".to_owned(),
        many => format!("{many} answers moved"),
    });
    let asked = catalogue.questionnaire();
    for answer in &of.answers {
        let text = clean(&asked.questions[answer.question].text);
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
