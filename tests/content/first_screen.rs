//! The first screen of a result with the shipped content, which has to be whole.

use rolefit_engine::catalogue::{Question, Role};

use crate::support::run::words;
use crate::support::shipped;
use crate::support::terminal::Terminal;

/// Who looks for thirty seconds has read what it is, how sure, why, and what to do.
#[test]
fn the_first_screen_of_a_shipped_result_is_whole() {
    let catalogue = shipped();
    let asked = catalogue.questionnaire().questions.len();
    for (rows, columns) in [(24, 80), (20, 45)] {
        for liked in [[0, 6, 8], [4, 5, 9], [1, 2, 3]] {
            let mut terminal = Terminal::shipped(rows, columns, "quiz");
            terminal.expect(&format!("1 of {asked}"));
            terminal.expect("There are no right answers.");
            // No two neighbours are alike, as from a key that is held.
            let key = |(at, question): (usize, &Question)| {
                let interest = question.loadings.first().unwrap().interest.number();
                if liked.contains(&interest) { ['4', '5'][at % 2] } else { ['1', '2'][at % 2] }
            };
            let questions = catalogue.questionnaire().questions.iter();
            terminal.send(&questions.enumerate().map(key).collect::<String>());
            terminal.expect("To change an answer");
            terminal.press("\r", "What matters most");
            terminal.press("\r", "Where are you now?");
            terminal.press("\r", "q:quit");
            let screen = terminal.screen();
            let told = words(&screen);
            assert!(screen.lines().count() <= usize::from(rows), "{screen}");
            let is_first = |role: &&Role| told.contains(&format!("Best match: {} ", role.name));
            let role = catalogue.careers().roles.iter().find(is_first);
            let role = role.unwrap_or_else(|| panic!("no role on\n{screen}"));
            let line = role.line.as_deref().unwrap();
            for part in [line, " in 100 that it is your best match", "Next, "] {
                assert!(told.contains(part), "no {part:?} on\n{screen}");
            }
            assert!(told.contains(" + "), "no reason on\n{screen}");
        }
    }
}
