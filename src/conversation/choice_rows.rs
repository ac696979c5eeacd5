//! The choices on the first screen of a result, in the rows below it.

use super::result_request::ResultChoice;
use super::view::ScreenRoom;
use crate::text::{Paint, Styled, cut};

/// The choices, each with its key, on two rows or, where there is room for it, on three;
/// else that at the cursor alone.
pub(super) fn choices(choices: &[ResultChoice], at: usize, room: ScreenRoom) -> Vec<Styled> {
    const ROWS_FOR_THREE: usize = 12;
    type Word = fn(&ResultChoice) -> &'static str;
    let words: [Word; 2] = [|choice| choice.label, |choice| choice.short];
    let columns = room.style.columns();
    let drawn = words.map(|word| {
        let tokens = choices.iter().enumerate().map(|(place, choice)| {
            let paint = if place == at { Paint::Current } else { Paint::Plain };
            Styled::painted(format!("{}:{}", choice.letter, word(choice)), paint)
        });
        let tokens: Vec<Styled> = tokens.collect();
        ["  ", " "].map(|between| filled(&tokens, between, columns))
    });
    let most: &[usize] = if room.rows < ROWS_FOR_THREE { &[2] } else { &[2, 3] };
    let mut fitting =
        most.iter().flat_map(|most| drawn.iter().flatten().filter(move |rows| rows.len() <= *most));
    if let Some(rows) = fitting.next() {
        return rows.clone();
    }
    let choice = choices.get(at);
    let choice = choice.map(|choice| format!("{}:{} (arrows)", choice.letter, choice.label));
    let row = cut(&choice.unwrap_or_default(), columns);
    vec![Styled::painted(row, Paint::Current)]
}

/// Tokens on as few rows as they need.
fn filled(tokens: &[Styled], between: &str, columns: usize) -> Vec<Styled> {
    let mut rows: Vec<Styled> = Vec::new();
    for token in tokens {
        let longer = rows.last().map(|row| row.clone().then(between).then(token.clone()));
        match longer.filter(|longer| longer.columns() <= columns) {
            Some(longer) => {
                rows.pop();
                rows.push(longer);
            }
            None => rows.push(token.clone()),
        }
    }
    rows
}
