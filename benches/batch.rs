//! How long a cohort takes, as ratios of things measured side by side:
//! `cargo bench --bench batch`.
//!
//! Every figure is the median over the rounds of one run, in which the parties
//! take turns, on the same rows and the same threads.

use std::collections::HashMap;
use std::hint::black_box;
use std::io::{self, Write as _};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use rayon::prelude::*;
use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::report::{Brief, BriefText, Explain, RecordText, Report, ReportText, Reporter};
use rolefit_engine::sheet::Sheet;
use rolefit_engine::simulation::simulate;
use rolefit_engine::table::{Chunk, Row, RowReader, SheetReader, Syntax};
use serde::Deserialize;
use serde_json::json;

const ROWS: usize = 20_000;
const ROUNDS: usize = 15;
const SHARE: usize = 64;

/// A row as a program would type it that knows nothing of the questions.
#[derive(Deserialize)]
#[expect(dead_code, reason = "what is measured is that it is read")]
struct Typed {
    respondent: String,
    answers: HashMap<String, u8>,
}

/// The same without a copy of any text.
#[derive(Deserialize)]
#[expect(dead_code, reason = "what is measured is that it is read")]
struct Borrowed<'r> {
    respondent: &'r str,
    #[serde(borrow)]
    answers: HashMap<&'r str, u8>,
}

fn main() {
    let questions = Source::decode("questions.yaml", include_bytes!("../questions.yaml"));
    let careers = Source::decode("careers.yaml", include_bytes!("../careers.yaml"));
    let Ok(catalogue) = Catalogue::read(questions, careers) else { return };
    let lines = lines(&catalogue, |_| true);
    let gappy = lines_with_gaps(&catalogue);
    let sheets = SheetReader::new(&catalogue);
    let reporter = Reporter::new(&catalogue);
    let (brief, report) = (BriefText::of(catalogue.careers()), ReportText::of(&catalogue));
    let brief = |sheet: &Sheet<'_>, text: &mut RecordText| {
        brief.open(&Brief::of(&reporter, sheet, usize::MAX), text)
    };
    let full = |sheet: &Sheet<'_>, text: &mut RecordText| {
        report.open(&Report::of(&reporter, sheet, Explain::Nothing), text)
    };
    let (chunks, gappy) = (chunks(&catalogue, &lines), chunks(&catalogue, &gappy));
    let [typed, borrowed, briefs, fulls] = timed([
        &|| through(&lines, |line| serde_json::from_str::<Typed>(line).ok()),
        &|| {
            through(&lines, |line| {
                serde_json::from_str::<Borrowed<'_>>(line).ok().map(|row| drop(black_box(row)))
            });
        },
        &|| written(&sheets, &chunks, brief),
        &|| written(&sheets, &chunks, full),
    ]);
    let [gappy_briefs, gappy_fulls] =
        timed([&|| written(&sheets, &gappy, brief), &|| written(&sheets, &gappy, full)]);
    let threads = rayon::current_num_threads();
    let bytes: usize = lines.iter().map(String::len).sum();
    println!("{ROWS} rows of 40 answers, {} kB, {threads} threads, {ROUNDS} rounds", bytes / 1_000);
    let tell = |what: &str, ratio: f64| println!("{what:<58} {ratio:>6.2}");
    tell("brief records : serde_json into typed rows", ratio(briefs, typed));
    tell("brief records : serde_json into rows that borrow", ratio(briefs, borrowed));
    tell("whole reports : brief records", ratio(fulls, briefs));
    tell(
        "whole reports : brief records, one answer in 20 skipped",
        ratio(gappy_fulls, gappy_briefs),
    );
}

/// These lines as `batch` reads them, ready to be understood.
fn chunks(catalogue: &Catalogue, lines: &[String]) -> Vec<Chunk> {
    let text = lines.join("\n");
    let rows = RowReader::open(text.as_bytes(), Some(Syntax::Ndjson), catalogue).ok();
    rows.into_iter().flatten().filter_map(Result::ok).collect()
}

/// Reads the rows and writes what is told of each, as `batch` does, shared out to all threads.
fn written(
    sheets: &SheetReader<'_>,
    chunks: &[Chunk],
    tell: impl Fn(&Sheet<'_>, &mut RecordText) -> io::Result<()> + Sync,
) {
    let empty: Mutex<Vec<RecordText>> = Mutex::default();
    let empties = || empty.lock().unwrap_or_else(PoisonError::into_inner);
    let of_chunk = |chunk: &Chunk| {
        let mut text = empties().pop().unwrap_or_default();
        let told = |row: Row<'_>| {
            let sheet = sheets.read(&row)?.ok()?;
            tell(&sheet, &mut text).ok()?;
            text.write_all(b"}\n").ok()
        };
        let done = chunk.rows().filter_map(told).count();
        black_box(text.as_bytes());
        text.clear();
        empties().push(text);
        done
    };
    let done: usize = chunks.par_iter().map(of_chunk).sum();
    assert_eq!(done, ROWS, "a row was not read");
}

/// Rows of simulated respondents, with the answers to the questions that are kept.
fn lines(catalogue: &Catalogue, keep: impl Fn(usize) -> bool) -> Vec<String> {
    let questions = &catalogue.questionnaire().questions;
    let line = |(number, respondent): (usize, &rolefit_engine::simulation::Respondent<'_>)| {
        let answered = questions.iter().zip(respondent.answers.iter()).enumerate();
        let answers: serde_json::Map<_, _> = answered
            .filter(|(question, _)| keep(number * questions.len() + question))
            .filter_map(|(_, (question, point))| {
                Some((question.id.to_string(), json!(point?.number())))
            })
            .collect();
        json!({"respondent": format!("r{number:06}"), "answers": answers}).to_string()
    };
    simulate(catalogue, ROWS).iter().enumerate().map(line).collect()
}

/// The same rows with one answer in twenty left out, scattered over them.
fn lines_with_gaps(catalogue: &Catalogue) -> Vec<String> {
    lines(catalogue, |answer| answer.wrapping_mul(2_654_435_761) % 101 > 4)
}

/// Puts every line through `work`, shared out to all threads.
fn through<T: Send>(lines: &[String], work: impl Fn(&String) -> Option<T> + Sync) {
    let done: usize = lines
        .par_chunks(SHARE)
        .map(|share| share.iter().filter_map(&work).map(black_box).count())
        .sum();
    assert_eq!(done, lines.len(), "a row was not read");
}

/// The median time of each party, which take turns.
fn timed<const N: usize>(parties: [&dyn Fn(); N]) -> [Duration; N] {
    let mut times = [(); N].map(|()| Vec::new());
    for _ in 0..ROUNDS {
        for (party, times) in parties.iter().zip(&mut times) {
            let begun = Instant::now();
            party();
            times.push(begun.elapsed());
        }
    }
    times.map(|mut times| {
        times.sort();
        times[ROUNDS / 2]
    })
}

fn ratio(left: Duration, right: Duration) -> f64 {
    left.as_secs_f64() / right.as_secs_f64()
}
