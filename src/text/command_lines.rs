//! The commands that texts mention, as they would be typed again.

use rolefit_engine::sheet::{AnswerCode, Sheet};
use rolefit_engine::telling::{Commands, Literal};

use crate::args::DataFiles;
use crate::system::{LINE_GOES_ON, quoted};

/// The commands of this program.
#[derive(Debug, Clone, Default)]
pub(crate) struct CommandLines {
    /// The options that name the data files, each with a blank before it.
    options: String,
}

impl CommandLines {
    /// The commands that use the same data files.
    pub(crate) fn of(files: &DataFiles) -> Self {
        Self { options: data_options(files) }
    }
}

impl Commands for CommandLines {
    fn show(&self, what: &str) -> Literal {
        format!("rolefit show {what}{}", self.options).into()
    }

    fn score(&self, sheet: &Sheet<'_>) -> Vec<Literal> {
        let begin = format!("rolefit score{}", self.options);
        let start = sheet.starting_point.map(|point| format!("--starting-point {}", point.word()));
        let digits = format!("--answers {}", sheet.answers().digits());
        let options = weights(sheet).chain(start).chain([digits]);
        match LINE_GOES_ON {
            Some(mark) => {
                let lines = [begin].into_iter().chain(options.map(|option| format!("  {option}")));
                let lines: Vec<String> = lines.collect();
                lines.join(&format!(" {mark}\n")).lines().map(Literal::from).collect()
            }
            None => vec![options.fold(begin, |line, option| line + " " + &option).into()],
        }
    }

    fn score_code(&self, code: &AnswerCode) -> Literal {
        format!("rolefit score{} --answers {code}", self.options).into()
    }

    fn fit(&self) -> Literal {
        "rolefit cohort --fit".into()
    }
}

/// The options that name other data files, as they would be typed again.
pub(crate) fn data_options(files: &DataFiles) -> String {
    let options = files.options().map(|(option, path)| format!(" {option} {}", quoted(path)));
    options.collect()
}

/// The options that say what counts more to a person, or less, than is usual.
pub(crate) fn importance_options(sheet: &Sheet<'_>) -> String {
    weights(sheet).fold(String::new(), |options, option| options + " " + &option)
}

fn weights(sheet: &Sheet<'_>) -> impl Iterator<Item = String> {
    let interests = &sheet.catalogue().questionnaire().interests;
    let unusual = sheet.importance().unusual();
    unusual.map(|(at, weight)| format!("--importance {}={weight}", interests[at].id))
}
