//! The quiz of one catalogue: every request and what is told.

use rolefit_engine::catalogue::{Catalogue, EmbedError, StartingPoint, embedded};
use rolefit_engine::page::{self, Unfilled};
use rolefit_engine::report::{Explain, Norms, Report, Reporter};
use rolefit_engine::sheet::{AnswerCode, Sheet};
use rolefit_engine::sitting::{QuestionOrder, SavedAnswer, SavedSitting, Sitting};
use rolefit_engine::telling::entries::{EntryIx, EntryText};
use rolefit_engine::telling::result::{
    Detail, Moves, PairText, ResultSource, ResultText, figure, standing,
};
use rolefit_engine::telling::{Clean, json_text};
use serde_json::{Value, json};

use crate::commands::ProgramCommands;
use crate::request::{Request, Settings};

/// As in the program: the roles whose ledgers are at hand for the words about them.
const EXPLAINED: usize = 20;

/// A catalogue that was opened, and the order of its questions.
pub struct Quiz {
    reporter: Reporter<'static>,
    order: QuestionOrder,
    form: rolefit_engine::sitting::Form,
    commands: ProgramCommands,
}

/// Why a request cannot be answered.
#[derive(Debug, thiserror::Error)]
pub enum Wrong {
    /// It is none.
    #[error("the page does not go with its engine: {0}")]
    Request(#[from] serde_json::Error),
    /// The catalogue was cut off or changed.
    #[error("the questions in this page are damaged: get the page again")]
    Damaged(#[from] EmbedError),
    /// The norms are those of other questions.
    #[error("the settings in this page are of other questions: get the page again")]
    OtherNorms,
    /// It came before the quiz was opened.
    #[error("the quiz is not open yet")]
    NotOpen,
    /// There is no role at this place.
    #[error("there is no such role in this result")]
    NoRole,
    /// A page could not be written.
    #[error("{0}")]
    Unfilled(#[from] Unfilled),
}

impl Quiz {
    /// Opens a catalogue.
    ///
    /// # Errors
    /// [`Wrong::Damaged`] if `bytes` hold none, and [`Wrong::OtherNorms`] if the norms are not
    /// its own.
    pub fn open(bytes: &[u8], settings: &Settings) -> Result<Self, Wrong> {
        // It is there as long as the page is.
        let catalogue: &'static Catalogue = Box::leak(Box::new(embedded(bytes)?));
        let norms: Norms = serde_json::from_str(&settings.norms)?;
        if !norms.serve(catalogue) {
            return Err(Wrong::OtherNorms);
        }
        let reporter = Reporter::new(catalogue).with_norms(norms);
        let order = QuestionOrder::new(catalogue, settings.form);
        let commands = ProgramCommands { needs_files: settings.needs_files };
        Ok(Self { reporter, order, form: settings.form, commands })
    }

    fn catalogue(&self) -> &'static Catalogue {
        self.reporter.catalogue()
    }

    /// What is asked: the words of the questionnaire, and a sitting in which nothing was said.
    #[must_use]
    pub fn questionnaire(&self) -> Value {
        let catalogue = self.catalogue();
        let asked = catalogue.questionnaire();
        let clean = |text: &String| Clean::from(text).to_string();
        let mut all = Sitting::new(catalogue, self.form);
        all.asked = asked.questions.indices().collect();
        // What tells whether an answer is to the same question.
        let seen = SavedSitting::of(&all).asked;
        let question = |(question, saved): (&rolefit_engine::catalogue::Question, SavedAnswer)| json!({ "id": saved.id, "seen": saved.seen, "text": clean(&question.text) });
        let start =
            |point: StartingPoint| json!({ "word": point.word(), "meaning": point.meaning() });
        let interests = asked.interests.iter();
        json!({
            "fingerprint": catalogue.fingerprint().as_str(),
            "language": asked.language.as_str(),
            "title": asked.title.as_ref().map(clean),
            "introduction": asked.introduction.as_ref().map(clean),
            "stem": asked.stem.as_ref().map(clean),
            "labels": asked.scale.labels().iter().map(clean).collect::<Vec<_>>(),
            "questions": asked.questions.iter().zip(seen).map(question).collect::<Vec<_>>(),
            "interests": interests
                .map(|of| json!({ "id": of.id.as_str(), "name": clean(&of.name) }))
                .collect::<Vec<_>>(),
            "starting_points":
                catalogue.careers().starting_points().into_iter().map(start).collect::<Vec<_>>(),
            "longest": self.order.longest(),
            "may_end_sooner": self.order.length().is_none(),
            "blank": SavedSitting::blank(self.form),
        })
    }

    /// Answers every request but the first.
    ///
    /// # Errors
    /// [`Wrong`] if it asks for something that is not there.
    pub fn told(&self, request: Request) -> Result<Value, Wrong> {
        Ok(match request {
            Request::Open(_) => self.questionnaire(),
            Request::Next(saved) => self.next(&saved),
            Request::Result(saved) => self.result(&self.sheet(&saved))?,
            Request::Role(saved, place) => self.role(&self.sheet(&saved), place)?,
            Request::Pair(saved, places) => self.pair(&self.sheet(&saved), places)?,
            Request::Moves(before, now) => self.moves(&[before, now].map(|of| self.sheet(&of)))?,
            Request::Report(saved) => {
                let sheet = self.sheet(&saved);
                let roles = self.catalogue().careers().roles.len();
                let report = Report::of(&self.reporter, &sheet, Explain::First(roles));
                json!(json_text(&report)?)
            }
        })
    }

    /// What still holds of a sitting: it may have been kept while the page was another.
    fn sitting(&self, saved: &SavedSitting) -> Sitting<'static> {
        saved.resume(self.catalogue()).sitting
    }

    fn sheet(&self, saved: &SavedSitting) -> Sheet<'static> {
        self.sitting(saved).sheet()
    }

    fn report(&self, sheet: &Sheet<'static>, explain: Explain) -> Report<'static> {
        Report::of(&self.reporter, sheet, explain)
    }

    /// The next question, by its place among all; null at the end.
    fn next(&self, saved: &SavedSitting) -> Value {
        let sitting = self.sitting(saved);
        let next = self.order.next(&sitting.answers, &sitting.asked);
        let settled = next.and_then(|next| next.settled).zip(self.order.until());
        json!({
            "question": next.map(|next| next.question.number()),
            "settled": settled.map(|(settled, until)| settled / until),
            // What was kept and holds no longer is gone.
            "sitting": SavedSitting::of(&sitting),
        })
    }

    fn result(&self, sheet: &Sheet<'static>) -> Result<Value, Wrong> {
        let report = self.report(sheet, Explain::First(EXPLAINED));
        let text = ResultText::of(&self.source(sheet, &report));
        let role = |role: &rolefit_engine::report::RolePart<'_>| json!({ "name": Clean::from(role.name).as_str(), "chance": figure(role.certainty.best) });
        Ok(json!({
            "page": page::html(&text)?.as_str(),
            "roles": report.roles.iter().map(role).collect::<Vec<_>>(),
            "code": AnswerCode::of(sheet).ok().map(|code| code.to_string()),
            "answered": report.answered,
            "sheet": format!("{}\n", serde_json::to_string_pretty(&sheet.to_json())?),
        }))
    }

    fn role(&self, sheet: &Sheet<'static>, place: usize) -> Result<Value, Wrong> {
        let report = self.report(sheet, Explain::Everything);
        let role = report.roles.get(place).ok_or(Wrong::NoRole)?;
        let entry = EntryText::of(self.catalogue(), EntryIx::Role(role.role), sheet.starting_point);
        let standing = standing(&self.source(sheet, &report), role);
        // The words about one role alone are those of a result that has no other.
        let alone = Report { roles: vec![role.clone()], ..report.clone() };
        let why = ResultText::of(&self.source(sheet, &alone)).why;
        Ok(json!(page::role_html(&entry, &standing, why.as_ref())?.as_str()))
    }

    fn pair(&self, sheet: &Sheet<'static>, places: [usize; 2]) -> Result<Value, Wrong> {
        let report = self.report(sheet, Explain::Everything);
        let pair = PairText::of(&self.source(sheet, &report), places).ok_or(Wrong::NoRole)?;
        Ok(json!(page::pair_html(&pair)?.as_str()))
    }

    fn moves(&self, sheets: &[Sheet<'static>; 2]) -> Result<Value, Wrong> {
        let [before, now] = sheets;
        let reports = [before, now].map(|sheet| self.report(sheet, Explain::Nothing));
        let [one, other] = [(before, &reports[0]), (now, &reports[1])]
            .map(|(sheet, report)| self.source(sheet, report));
        Ok(json!(page::moves_html(&Moves::between(&one, &other))?.as_str()))
    }

    fn source<'a>(&'a self, sheet: &'a Sheet<'a>, report: &'a Report<'a>) -> ResultSource<'a> {
        let detail = Detail { top: usize::MAX, explain: false };
        ResultSource { sheet, report, detail, commands: &self.commands }
    }
}
