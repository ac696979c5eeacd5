//! `rolefit page`: the quiz as one file for a browser.

use std::io::{self, Write as _};

use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;
use rolefit_engine::catalogue::{Catalogue, embed};
use rolefit_engine::page::STYLE;
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
    if args.return_to.as_ref().is_some_and(|text| text.trim().is_empty()) {
        return Err(Failure::Usage("--return-to: say what to do with the code".to_owned()));
    }
    let page = QuizPage::of(catalogue, args).map_err(Failure::io("the page"))?;
    let questions = page.questions.len();
    if args.asked.short && questions == 0 {
        return Err(no_short_form());
    }
    let page = page.render().map_err(|error| Failure::io("the page")(error.into()))? + "\n";
    // If signals cannot be handled, the file is written all the same.
    let handle_signals = || drop(handle_signals(false));
    let mut target = RecordTarget::open(args.output.path(), handle_signals)?;
    target.show(page.as_bytes())?;
    target.finish()?;
    if let Some(path) = args.output.path() {
        let roles = catalogue.careers().roles.len();
        let kilobytes = page.len().div_ceil(1_000);
        let many = |count: usize, what: &str| format!("{count} {what}{}", plural(count));
        let size = format!(
            "{}: {kilobytes} kB, for {} and {}; open it in a browser",
            named(path),
            many(questions, "question"),
            many(roles, "role")
        );
        output.note(&TerminalText::each_on_a_line([size]));
    }
    Ok(())
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// How the quiz goes and how it ends.
#[derive(Serialize)]
struct PageSettings {
    form: Form,
    return_to: Option<String>,
    has_result: bool,
    /// Whether the program has to be given the files of the catalogue.
    needs_files: bool,
}

/// A question, for whoever answers it without a script.
struct PageQuestion {
    id: Clean,
    text: Clean,
}

#[derive(Template)]
#[template(path = "quiz.html")]
struct QuizPage {
    language: Clean,
    title: Clean,
    introduction: Option<Clean>,
    stem: Option<Clean>,
    labels: Vec<Clean>,
    /// Those that are asked.
    questions: Vec<PageQuestion>,
    is_short: bool,
    return_to: Option<Clean>,
    style: [&'static str; 2],
    script: &'static str,
    /// The digest of the script: no other one is run.
    script_digest: String,
    /// JSON without a `<`.
    settings: String,
    catalogue: String,
    norms: String,
    engine: String,
}

impl QuizPage {
    fn of(catalogue: &Catalogue, args: &PageArgs) -> io::Result<Self> {
        let form = args.asked.form();
        let asked = catalogue.questionnaire();
        let clean = |text: &String| Clean::from(text);
        let settings = PageSettings {
            form,
            return_to: args.return_to.as_ref().map(|text| clean(text).to_string()),
            has_result: !args.no_result,
            needs_files: *catalogue.fingerprint() != *builtin::catalogue().fingerprint(),
        };
        let is_asked = |short: bool| form != Form::Short || short;
        let asked_here = asked.questions.iter().filter(|question| is_asked(question.short));
        let norms = serde_json::to_vec(&builtin::norms_of(catalogue))?;
        Ok(Self {
            language: Clean::from(asked.language.as_str()),
            title: asked.title.as_ref().map_or_else(|| Clean::from("Quiz"), clean),
            introduction: asked.introduction.as_ref().map(clean),
            stem: asked.stem.as_ref().map(clean),
            labels: asked.scale.labels().iter().map(clean).collect(),
            questions: asked_here
                .map(|of| PageQuestion { id: Clean::from(of.id.as_str()), text: clean(&of.text) })
                .collect(),
            is_short: form == Form::Short,
            return_to: args.return_to.as_ref().map(clean),
            style: [STYLE, QUIZ_STYLE],
            script: SCRIPT,
            script_digest: BASE64.encode(Sha256::digest(SCRIPT)),
            settings: serde_json::to_string(&settings)?.replace('<', "\\u003c"),
            catalogue: BASE64.encode(compressed(&embed(catalogue).map_err(io::Error::other)?)?),
            norms: BASE64.encode(compressed(&norms)?),
            engine: BASE64.encode(ENGINE),
        })
    }
}

fn compressed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
