//! What a changed answer moves, against the chances of the two reports.

use rolefit_engine::report::{Explain, report};
use rolefit_engine::sheet::{Answers, Sheet};
use rolefit_engine::telling::result::Moves;

use crate::support::middle;

#[test]
fn what_moved_is_told_by_size_and_what_stayed_is_not() {
    let catalogue = middle();
    let result = |digits: &str| {
        report(&Sheet::new(Answers::from_digits(&catalogue, digits).unwrap()), Explain::Nothing)
    };
    let before = result("452314523145231");
    let none = Moves::between(&before, &before);
    assert_eq!(none.first.as_str(), format!("{} stays first.", before.roles[0].name));
    assert!(none.roles.is_empty() && none.others == 0);
    let after = result("412314123141231");
    let (was, now) = (before.roles[0].name, after.roles[0].name);
    let moves = Moves::between(&before, &after);
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
