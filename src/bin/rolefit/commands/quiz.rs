//! `rolefit quiz`: the conversation, then the result.

use std::io::{self, IsTerminal};

use rolefit::catalogue::Catalogue;
use rolefit::sheet::Sheet;

use super::tell::tell;
use crate::args::{Common, QuizArgs};
use crate::conversation::{Plain, Screen, Stopped, converse};
use crate::failure::Failure;
use crate::files;
use crate::output::{Output, is_dumb, result_style};

pub(crate) fn run(args: &QuizArgs, common: &Common, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(common)?;
    let form = form(&catalogue, args.short)?;
    let on_terminal = io::stdin().is_terminal() && io::stderr().is_terminal();
    let plain = args.plain || !on_terminal || is_dumb() || asked_for_plain();
    let sat = if plain {
        converse(&catalogue, &form, &mut Plain::new(output, on_terminal))
    } else {
        converse(&catalogue, &form, &mut Screen::new(output)?)
    };
    let sheet = sat.map_err(|stopped| account(stopped, output))?;
    let style = if plain { result_style().without_bars() } else { result_style() };
    tell(&catalogue, &sheet, false, common, style, output)
}

/// The questions to ask, by number.
fn form(catalogue: &Catalogue, short: bool) -> Result<Vec<usize>, Failure> {
    let questions = catalogue.questionnaire().questions.iter().enumerate();
    let form: Vec<usize> = questions
        .filter(|(_, question)| !short || question.short)
        .map(|(number, _)| number)
        .collect();
    if form.is_empty() {
        return Err(Failure::Usage(
            "--short: no question in this questionnaire is marked short: true".to_owned(),
        ));
    }
    Ok(form)
}

fn asked_for_plain() -> bool {
    std::env::var_os("ROLEFIT_PLAIN").is_some_and(|value| !value.is_empty())
}

/// Says where the person stopped and how to use what was answered.
fn account(stopped: Stopped, output: &mut Output) -> Failure {
    match stopped {
        Stopped::Failed(failure) => failure,
        Stopped::Left(sheet) => {
            // If it cannot be said, the exit code still tells.
            let _ = output.say(&left(&sheet));
            Failure::Interrupted
        }
    }
}

fn left(sheet: &Sheet) -> String {
    let (count, they) = match sheet.answers.answered() {
        0 => return "\nStopped. Nothing was answered.\n".to_owned(),
        1 => ("1 answer".to_owned(), "it says"),
        several => (format!("{several} answers"), "they say"),
    };
    format!(
        "\nStopped after {count}. What {they} so far:\n  rolefit score --answers {}\n",
        sheet.answers.digits()
    )
}
