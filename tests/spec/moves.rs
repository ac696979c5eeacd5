//! What a changed answer moves, against the chances of the two reports.

use rolefit_engine::report::{Explain, Report, report};
use rolefit_engine::sheet::{Answers, Sheet};
use rolefit_engine::telling::result::{Detail, Moves, ResultSource, in_hundred};

use crate::support::no_commands::NoCommands;
use crate::support::{middle, small};

#[test]
fn what_moved_is_told_by_size_and_what_stayed_is_not() {
    let catalogue = middle();
    let sheet = |digits: &str| Sheet::new(Answers::from_digits(&catalogue, digits).unwrap());
    let [sheet_before, sheet_after] = ["452314523145231", "412314123141231"].map(sheet);
    let [before, after] =
        [&sheet_before, &sheet_after].map(|sheet| report(sheet, Explain::Nothing));
    let none = between([&sheet_before, &sheet_before], [&before, &before]);
    assert_eq!(none.first.as_str(), format!("{} stays first.", before.roles[0].name));
    assert!(none.changes.is_empty() && none.roles.is_empty() && none.others == 0);
    let (was, now) = (before.roles[0].name, after.roles[0].name);
    let moves = between([&sheet_before, &sheet_after], [&before, &after]);
    let first = if was == now {
        format!("{now} stays first.")
    } else {
        format!("{now} is first now; before, {was} was.")
    };
    assert_eq!(moves.first.as_str(), first);
    // The largest move of all is told first, and no move below one in a hundred is.
    let best = |role| before.roles.iter().find(|of| of.role == role).unwrap().certainty.best;
    let mut by: Vec<(f64, &str)> = after
        .roles
        .iter()
        .map(|role| ((role.certainty.best - best(role.role)).abs(), role.name))
        .filter(|(by, _)| *by >= 0.01)
        .collect();
    by.sort_by(|(left, _), (right, _)| right.total_cmp(left));
    assert!(!by.is_empty());
    assert_eq!(moves.roles.len() + moves.others, by.len());
    for (told, (_, name)) in moves.roles.iter().zip(by) {
        assert!(told.starts_with(&format!("{name}: ")), "{told}");
    }
}

#[test]
fn chances_that_were_not_there_before_did_not_move() {
    let catalogue = small();
    let sheet = |digits: &str| Sheet::new(Answers::from_digits(&catalogue, digits).unwrap());
    let [one, other] = ["333333", "533331"].map(sheet);
    let [before, after] = [&one, &other].map(|sheet| report(sheet, Explain::Nothing));
    let moves = between([&one, &other], [&before, &after]);
    let first = &after.roles[0];
    let chances = format!("{}: {}", first.name, in_hundred(first.certainty.best));
    assert!(moves.roles.iter().any(|told| told.as_str() == chances), "{:?}", moves.roles);
    let back = between([&other, &one], [&after, &before]);
    assert_eq!(
        back.first.as_str(),
        format!("There is no ranking now; before, {} was first.", first.name)
    );
    assert_eq!((back.lead(), back.roles.len()), (None, 0));
}

/// What was changed is named with the answer before and the answer now.
#[test]
fn what_was_changed_is_told() {
    let catalogue = small();
    let sheet = |digits: &str| Sheet::new(Answers::from_digits(&catalogue, digits).unwrap());
    let [one, mut other] = ["52345-", "42345-"].map(sheet);
    let questionnaire = catalogue.questionnaire();
    other.set_answer(questionnaire.questions.indices().nth(1).unwrap(), None);
    other.set_importance(questionnaire.interests.indices().nth(2).unwrap(), 2.0);
    let [before, after] = [&one, &other].map(|sheet| report(sheet, Explain::Nothing));
    let told =
        |moves: Moves| -> Vec<String> { moves.changes.iter().map(ToString::to_string).collect() };
    assert_eq!(
        told(between([&one, &other], [&before, &after])),
        [
            "Add up long columns: before \"Yes\", now \"Rather\".",
            "Talk with strangers: before \"Rather not\", now \"skipped\".",
            "Things: marked as what matters most to you.",
        ]
    );
    assert_eq!(
        told(between([&other, &one], [&after, &before])),
        [
            "Add up long columns: before \"Rather\", now \"Yes\".",
            "Talk with strangers: before \"skipped\", now \"Rather not\".",
            "Things: no longer marked as what matters most to you.",
        ]
    );
}

fn between(sheets: [&Sheet<'_>; 2], reports: [&Report<'_>; 2]) -> Moves {
    let detail = Detail { top: usize::MAX, explain: false };
    let source = |at: usize| ResultSource {
        sheet: sheets[at],
        report: reports[at],
        detail,
        commands: &NoCommands,
    };
    Moves::between(&source(0), &source(1))
}
