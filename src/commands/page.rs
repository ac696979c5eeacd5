//! `rolefit page`: the quiz as one file for a browser.

use std::io::{self, Write as _};

use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;
use rolefit_engine::catalogue::{Catalogue, embed};
use rolefit_engine::page::STYLE;
use rolefit_engine::report::Norms;
use rolefit_engine::sitting::Form;
use rolefit_engine::telling::Clean;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::args::PageArgs;
use crate::builtin;
use crate::failure::{Failure, named, no_short_form};
use crate::files;
use crate::interruption::handle_signals;
use crate::output::{Output, RecordTarget};
use crate::text::TerminalText;

/// The engine, compiled and compressed by `page/build`.
const ENGINE: &[u8] = include_bytes!("../../page/engine.wasm.gz");
const SCRIPT: &str = include_str!("../../page/quiz.js");
const QUIZ_STYLE: &str = include_str!("../../page/quiz.css");

pub(crate) fn run(args: &PageArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.files)?;
    let page = QuizPage::of(&catalogue, args).map_err(Failure::io("the page"))?;
    let questions = page.questions.len();
    if args.asked.short && questions == 0 {
        return Err(no_short_form());
    }
    let page = page.render().map_err(|error| Failure::io("the page")(error.into()))? + "\n";
    // If signals cannot be handled, the file is written all the same.
    let handle_signals = || drop(handle_signals(false));
    let mut target = RecordTarget::open(args.output.as_deref(), handle_signals)?;
    target.show(page.as_bytes())?;
    target.finish()?;
    if let Some(path) = args.output.as_deref().filter(|path| path.as_os_str() != "-") {
        let roles = catalogue.careers().roles.len();
        let kilobytes = page.len().div_ceil(1_000);
        let size = format!(
            "{}: {kilobytes} kB, for {questions} questions and {roles} roles; open it in a browser",
            named(path)
        );
        output.note(&TerminalText::each_on_a_line([size]));
    }
    Ok(())
}

/// How the quiz goes and how it ends.
#[derive(Serialize)]
struct PageSettings<'a> {
    form: Form,
    norms: Norms,
    return_to: Option<&'a str>,
    has_result: bool,
}

#[derive(Template)]
#[template(path = "quiz.html")]
struct QuizPage {
    language: Clean,
    title: Clean,
    introduction: Option<Clean>,
    stem: Option<Clean>,
    labels: Vec<Clean>,
    /// Those that are asked, each with its number among all.
    questions: Vec<(usize, Clean)>,
    asked_in_all: usize,
    return_to: Option<Clean>,
    style: [&'static str; 2],
    script: &'static str,
    /// The digest of the script: no other one is run.
    script_digest: String,
    /// JSON without a `<`.
    settings: String,
    catalogue: String,
    engine: String,
}

impl QuizPage {
    fn of(catalogue: &Catalogue, args: &PageArgs) -> io::Result<Self> {
        let form = args.asked.form();
        let settings = PageSettings {
            form,
            norms: builtin::norms_of(catalogue),
            return_to: args.return_to.as_deref(),
            has_result: !args.no_result,
        };
        let asked = catalogue.questionnaire();
        let clean = |text: &String| Clean::from(text);
        let is_asked = |short: bool| form != Form::Short || short;
        let numbered = (1..).zip(asked.questions.iter());
        let asked_here = numbered.filter(|(_, question)| is_asked(question.short));
        Ok(Self {
            language: Clean::from(asked.language.as_str()),
            title: asked.title.as_ref().map_or_else(|| Clean::from("Quiz"), clean),
            introduction: asked.introduction.as_ref().map(clean),
            stem: asked.stem.as_ref().map(clean),
            labels: asked.scale.labels().iter().map(clean).collect(),
            questions: asked_here.map(|(number, of)| (number, clean(&of.text))).collect(),
            asked_in_all: asked.questions.len(),
            return_to: args.return_to.as_ref().map(clean),
            style: [STYLE, QUIZ_STYLE],
            script: SCRIPT,
            script_digest: BASE64.encode(Sha256::digest(SCRIPT)),
            settings: serde_json::to_string(&settings)?.replace('<', "\\u003c"),
            catalogue: BASE64.encode(compressed(catalogue)?),
            engine: BASE64.encode(ENGINE),
        })
    }
}

fn compressed(catalogue: &Catalogue) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&embed(catalogue).map_err(io::Error::other)?)?;
    encoder.finish()
}
