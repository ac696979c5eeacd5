//! What a person does with a result: reads it page by page, changes an answer and sees
//! what that moves, writes files of it.

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::report::Report;
use rolefit_engine::sitting::Sitting;

use super::interview::{Asked, EarlierReply, Interview, Position, Reply};
use super::result_book::ResultBook;
use super::result_request::{
    FirstScreen, PickList, Picked, ResultChoice, ResultCounts, ResultRequest,
};
use super::starting_point;
use crate::failure::Failure;
use crate::text::CommandLines;

/// What a result needs of the program around it.
pub(crate) trait ResultDesk<'c> {
    /// The sitting as it is now.
    fn sitting(&self) -> &Sitting<'c>;
    /// What it says of its respondent, every role explained.
    fn report(&self) -> Report<'c>;
    /// The commands that texts mention.
    fn commands(&self) -> CommandLines;
    /// Takes a changed sitting and saves it; a warning if that cannot be done.
    fn keep(&mut self, sitting: Sitting<'c>) -> Option<String>;
    /// Whether it is saved, for its person to come back to.
    fn is_kept(&self) -> bool;
    /// Removes what is saved of it; what came of that.
    fn forget(&mut self) -> String;
    /// The files that can be written: what each is, and its name.
    fn files(&self) -> Vec<(String, String)>;
    /// Writes one of them, by its number from 0; what came of that.
    fn write(&mut self, number: usize) -> Result<String, Failure>;
}

/// Shows a result until its person leaves it, at first with what is `said` beside it.
pub(crate) fn explore(
    desk: &mut dyn ResultDesk<'_>,
    said: String,
    interview: &mut dyn Interview,
) -> Result<(), Failure> {
    let book = ResultBook::new(desk.sitting().sheet(), desk.report(), desk.commands());
    let mut exploration = Exploration { desk, interview, book, said, is_new: true };
    let outcome = exploration.until_left();
    let Exploration { interview, book, .. } = exploration;
    let mut leave =
        || interview.leave(&|style| book.first_lines(style), &|style| book.again(style));
    match outcome {
        // The terminal may have gone: then there is nobody to read it.
        Err(Failure::Interrupted) => leave().and(Err(Failure::Interrupted)),
        outcome => outcome.and_then(|()| leave()),
    }
}

struct Exploration<'c, 'd, 'i> {
    desk: &'d mut dyn ResultDesk<'c>,
    interview: &'i mut dyn Interview,
    book: ResultBook<'c>,
    /// What came of the last request.
    said: String,
    /// Whether the summary is to be shown in any case.
    is_new: bool,
}

impl<'c> Exploration<'c, '_, '_> {
    /// Answers every request but the last, which is to leave.
    fn until_left(&mut self) -> Result<(), Failure> {
        loop {
            let request = self.request()?;
            if request == ResultRequest::Quit {
                return Ok(());
            }
            self.said.clear();
            self.answer(request)?;
        }
    }

    /// What the person asks for next.
    fn request(&mut self) -> Result<ResultRequest, Failure> {
        let catalogue = self.desk.sitting().answers.catalogue();
        let is_kept = self.desk.is_kept();
        let roles = self.book.roles().len();
        let is_start_asked = starting_point::is_asked(catalogue);
        let is_there = |choice: &ResultChoice| match choice.letter {
            'w' => self.book.has_why(),
            'r' => roles > 0,
            'c' => roles > 1 && self.book.is_ranked(),
            't' => self.book.has_training(),
            'n' => is_start_asked,
            'f' => is_kept,
            _ => true,
        };
        let choices: Vec<ResultChoice> = ResultChoice::ALL.into_iter().filter(is_there).collect();
        let page = FirstScreen {
            summary: self.book.summary(),
            choices: &choices,
            said: &self.said,
            is_kept,
            is_new: std::mem::take(&mut self.is_new),
            counts: ResultCounts {
                roles,
                answers: self.desk.sitting().asked.len(),
                interests: catalogue.questionnaire().interests.len(),
                starting_points: catalogue.careers().starting_points().len(),
                files: self.desk.files().len(),
            },
        };
        self.interview.first_screen(&page)
    }

    fn answer(&mut self, request: ResultRequest) -> Result<(), Failure> {
        let Self { interview, book, .. } = self;
        match request {
            ResultRequest::Why => interview.read(&|style| book.why(style)),
            ResultRequest::Training => interview.read(&|style| book.training(style)),
            ResultRequest::Everything => interview.read(&|style| book.everything(style)),
            ResultRequest::Role(Some(place)) => interview.read(&|style| book.role(place, style)),
            ResultRequest::Role(None) => self.roles(),
            ResultRequest::Compare(roles) => self.compare(roles),
            ResultRequest::Answer(place) => self.change_answer(place),
            ResultRequest::Mark(places) => self.change_marks(&places),
            ResultRequest::Start(place) => self.change_start(place),
            ResultRequest::Save(number) => self.save(number),
            ResultRequest::Forget => {
                self.said = if interview.agrees_to_forget()? {
                    self.desk.forget()
                } else {
                    "Nothing was removed.".to_owned()
                };
                Ok(())
            }
            ResultRequest::Quit => Ok(()),
        }
    }

    /// The list of the roles, and the page of each that is chosen.
    fn roles(&mut self) -> Result<(), Failure> {
        let Self { interview, book, .. } = self;
        let mut at = 0;
        let order = book.order();
        let list = PickList {
            heading: book.roles_heading(),
            words: &order,
            lines: book.roles(),
            details: Vec::new(),
            picked: Picked::Role,
        };
        while let Some(place) = interview.pick(&list, at)? {
            interview.read(&|style| book.role(place, style))?;
            at = place;
        }
        Ok(())
    }

    fn compare(&mut self, roles: Option<[usize; 2]>) -> Result<(), Failure> {
        let Self { interview, book, .. } = self;
        let order = book.order();
        let list = |heading| PickList {
            heading,
            words: &order,
            lines: book.roles(),
            details: Vec::new(),
            picked: Picked::TwoRoles,
        };
        let roles = match roles {
            Some(roles) => Some(roles),
            None => match interview.pick(&list("Which role?"), 0)? {
                None => None,
                Some(one) => {
                    let next = usize::from(one == 0);
                    let other = interview.pick(&list("And which other?"), next)?;
                    other.map(|other| [one, other])
                }
            },
        };
        match roles {
            Some([one, other]) if one != other => {
                interview.read(&|style| book.pair(one, other, style))
            }
            Some(_) => {
                "These are one role: choose two.".clone_into(&mut self.said);
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Asks a question again, and shows what another answer moves.
    fn change_answer(&mut self, place: Option<usize>) -> Result<(), Failure> {
        let sitting = self.desk.sitting().clone();
        let places: Vec<Asked<'c>> =
            (0..sitting.asked.len()).filter_map(|place| asked(&sitting, place)).collect();
        let place = match place {
            Some(place) => Some(place),
            None => self.interview.pick_answer(&places)?,
        };
        let Some((place, question)) =
            place.and_then(|place| Some((places.get(place)?, sitting.asked.get(place)?)))
        else {
            return Ok(());
        };
        let mut changed = sitting.clone();
        match self.interview.ask(place)? {
            Reply::Answer(point) => changed.answers.set(*question, Some(point)),
            Reply::Skip => changed.answers.set(*question, None),
            Reply::Keep | Reply::Back | Reply::Quit | Reply::Silence => return Ok(()),
        }
        self.take(changed)
    }

    /// Changes what matters most, and shows what that moves.
    fn change_marks(&mut self, places: &[usize]) -> Result<(), Failure> {
        let mut changed = self.desk.sitting().clone();
        let catalogue: &Catalogue = changed.answers.catalogue();
        let interests = &catalogue.questionnaire().interests;
        let marks = if places.is_empty() {
            self.interview.pick_marks(catalogue, &changed.matters)?
        } else {
            // To mark what is marked takes the mark away.
            let is_marked = |interest: &_| {
                changed.matters.contains(interest) != places.contains(&interest.number())
            };
            Some(interests.indices().filter(is_marked).collect())
        };
        let Some(marks) = marks else { return Ok(()) };
        changed.matters = marks;
        self.take(changed)
    }

    /// Takes a changed sitting, and shows what the change moves.
    fn take(&mut self, changed: Sitting<'c>) -> Result<(), Failure> {
        if changed == *self.desk.sitting() {
            return Ok(());
        }
        let (before, warning) = self.replace(changed);
        let after = &self.book;
        let is_saved = warning.is_none() && self.desk.is_kept();
        self.interview.read(&|style| after.moves(&before, is_saved, style))?;
        self.said = warning.unwrap_or_default();
        self.is_new = true;
        Ok(())
    }

    /// Keeps a changed sitting; the result as it was, and a warning if it cannot be saved.
    fn replace(&mut self, changed: Sitting<'c>) -> (ResultBook<'c>, Option<String>) {
        let warning = self.desk.keep(changed);
        let desk = &*self.desk;
        let book = ResultBook::new(desk.sitting().sheet(), desk.report(), desk.commands());
        (std::mem::replace(&mut self.book, book), warning)
    }

    /// Asks where the person starts from, which orders what is told and moves nothing.
    fn change_start(&mut self, place: Option<usize>) -> Result<(), Failure> {
        let known = self.desk.sitting().starting_point;
        let points = self.desk.sitting().answers.catalogue().careers().starting_points();
        let at = starting_point::line_of(known, &points).unwrap_or(0);
        let place = match place {
            Some(place) => Some(place),
            None => self.interview.pick(&starting_point::list(&points), at)?,
        };
        let Some(place) = place else { return Ok(()) };
        let mut changed = self.desk.sitting().clone();
        changed.starting_point = points.get(place).copied();
        let told = match changed.starting_point {
            Some(point) => format!("The way in {} now comes first.", point.from_there()),
            None => "The ways in stand in their usual order.".to_owned(),
        };
        if changed.starting_point != known {
            let (_, warning) = self.replace(changed);
            self.is_new = true;
            self.said = warning.unwrap_or(told);
        }
        Ok(())
    }

    fn save(&mut self, number: Option<usize>) -> Result<(), Failure> {
        let (lines, details) = self.desk.files().into_iter().unzip();
        let list = PickList {
            heading: "Write which file?",
            words: "",
            lines,
            details,
            picked: Picked::File,
        };
        let number = match number {
            Some(number) => Some(number),
            None => self.interview.pick(&list, 0)?,
        };
        if let Some(number) = number {
            self.said = self.desk.write(number)?;
        }
        Ok(())
    }
}

/// A question of a finished sitting, to be asked again.
fn asked<'c>(sitting: &Sitting<'c>, place: usize) -> Option<Asked<'c>> {
    let question = *sitting.asked.get(place)?;
    let questionnaire = sitting.answers.catalogue().questionnaire();
    let before = sitting.answers.get(question);
    Some(Asked {
        place: Position {
            number: place + 1,
            of: sitting.asked.len(),
            may_end_sooner: false,
            is_review: true,
            done: 1.0,
            done_after: 1.0,
        },
        stem: questionnaire.stem.as_deref(),
        question: &questionnaire.questions[question],
        scale: &questionnaire.scale,
        language: &questionnaire.language,
        before: before.map_or(EarlierReply::Skipped, EarlierReply::Answered),
    })
}
