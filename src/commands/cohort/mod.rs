//! `rolefit cohort`: what a cohort adds up to.

mod against;
mod counted;
mod merged;
mod outcomes;

use rolefit_engine::catalogue::{Catalogue, repeated};
use rolefit_engine::cohort::{
    Audience, ChoiceWords, Choices, Cohort, Extras, PeopleByAnswers, Summary,
};
use rolefit_engine::page;
use rolefit_engine::telling::cohort::CohortText;
use serde_json::json;

use self::against::Earlier;
use self::counted::{CountedRows, Taken, count, sources};
use self::merged::merged;
use self::outcomes::{outcomes, say};
use super::result::unfilled;
use crate::args::{CohortArgs, CohortFormat};
use crate::failure::Failure;
use crate::files;
use crate::output::Output;
use crate::rows::{Inputs, check, note_renumbered};
use crate::text::{CommandLines, TerminalText, cohort as shown, json as written};

pub(crate) fn run(args: &CohortArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.files)?;
    note_renumbered(&args.table, catalogue, output)?;
    if args.table.check {
        let sources = sources(&args.inputs, output)?;
        let inputs = Inputs::open(&sources, &args.source, &args.table, catalogue, |_| Ok(()))?;
        return check(inputs, catalogue, args.threads, output);
    }
    if !args.merge.is_empty() {
        let summary = merged(args, catalogue)?;
        say(&summary, &[], output);
        write(args, catalogue, &summary, &Besides::default(), output)?;
        return outcomes(&summary).judged_aloud(false, &[], output.is_quiet());
    }
    let words = words(args, catalogue)?;
    let earlier_catalogue = against::catalogue(args)?;
    let (mut given, mut choices) = (PeopleByAnswers::default(), Choices::default());
    let taken = Taken {
        given: (!args.against.is_empty()).then_some(&mut given),
        choices: words.as_ref().map(|words| (words, &mut choices)),
    };
    let counted = count(args, &args.inputs, catalogue, taken, output)?;
    let CountedRows { summary, needs_rows, rejected } = counted;
    say(&summary, &rejected, output);
    // A part of a cohort may have nobody.
    let judged =
        outcomes(&summary).judged_aloud(needs_rows && !args.partial, &rejected, output.is_quiet());
    if matches!(judged, Err(Failure::NoRows(_))) {
        return judged;
    }
    let earlier = earlier_catalogue.unwrap_or(catalogue);
    let besides = Besides {
        earlier: against::earlier(args, earlier, &given, output)?,
        choices: words.is_some().then_some(choices),
    };
    besides.say_unknown(output);
    write(args, catalogue, &summary, &besides, output)?;
    judged?;
    besides.earlier.as_ref().map_or(Ok(()), |earlier| earlier.judged(output))
}

/// What a cohort is set against.
#[derive(Default)]
struct Besides<'c> {
    earlier: Option<Earlier<'c>>,
    choices: Option<Choices>,
}

impl Besides<'_> {
    /// Says which choices are no role, and what to do.
    fn say_unknown(&self, output: &mut Output) {
        let Some((texts, count)) = self.choices.as_ref().map(Choices::unknown) else { return };
        if count == 0 {
            return;
        }
        let each = texts.iter().map(|(text, count)| format!("\"{}\" ({count})", repeated(text)));
        let named = each.collect::<Vec<_>>().join(", ");
        let more = if texts.values().sum::<u64>() < count { ", ..." } else { "" };
        let shortest = texts.keys().min_by_key(|text| text.len()).map_or("", String::as_str);
        output.note(&TerminalText::each_on_a_line([format!(
            "--chosen: {count} choices are no role of these careers: {named}{more}; say in a \
             --chosen-map FILE which they are, a line each, as in {}: some-role",
            as_key(shortest)
        )]));
    }
}

/// A text as a key of YAML, in quotation marks where it would be none without.
fn as_key(text: &str) -> String {
    let is_plain = text.chars().all(|character| character.is_alphanumeric() || character == ' ');
    let is_word = !text.eq_ignore_ascii_case("null") && text.starts_with(char::is_alphabetic);
    if is_plain && is_word {
        repeated(text).to_string()
    } else {
        json!(repeated(text).to_string()).to_string()
    }
}

/// How choices are written, if there is a column of them.
fn words(args: &CohortArgs, catalogue: &Catalogue) -> Result<Option<ChoiceWords>, Failure> {
    if args.chosen.is_none() {
        return Ok(None);
    }
    let words = ChoiceWords::of(catalogue);
    let Some(path) = &args.chosen_map else { return Ok(Some(words)) };
    let named = |failure: Failure| failure.named_by("--chosen-map");
    let source = files::read(path).map_err(named)?;
    let source = source.map_err(|problem| named(Failure::Problems(problem.into())))?;
    let words = words.with_map(catalogue, &source);
    words.map(Some).map_err(|problems| named(Failure::Problems(problems)))
}

/// Writes the cohort in the format that was asked for, or the summary if it is a part.
fn write(
    args: &CohortArgs,
    catalogue: &Catalogue,
    summary: &Summary,
    besides: &Besides<'_>,
    output: &mut Output,
) -> Result<(), Failure> {
    let json = |error: serde_json::Error| Failure::io("JSON")(error.into());
    if args.partial {
        let line = serde_json::to_string(summary).map_err(json)?;
        return output.table(&(line + "\n"));
    }
    let cohort = cohort(args, catalogue, summary, besides)?;
    let style = output.style();
    let words = || CohortText::of(catalogue, &cohort, &CommandLines::of(&args.files));
    match args.format.unwrap_or_default() {
        CohortFormat::Json => output.result(&written::json(&cohort).map_err(json)?),
        CohortFormat::Csv => {
            output.table(&shown::table(&cohort).map_err(Failure::io("the table"))?)
        }
        CohortFormat::Html => output.result(&page::cohort_html(&words()).map_err(unfilled)?.into()),
        CohortFormat::Text => output.result(&shown::text(&words(), style)),
    }
}

/// What the counts add up to, with all that was asked for.
fn cohort<'c>(
    args: &CohortArgs,
    catalogue: &'c Catalogue,
    summary: &Summary,
    besides: &Besides<'c>,
) -> Result<Cohort<'c>, Failure> {
    let told = |summary: &Summary, catalogue: &'c Catalogue, extras: Extras| {
        Cohort::of(summary, catalogue, extras, audience(args))
            .map_err(|misfit| Failure::Data(misfit.to_string()))
    };
    let extras = Extras { fit: args.fit, listwise: args.listwise };
    let mut cohort = told(summary, catalogue, extras)?.with_simulated_signs(catalogue, summary);
    if let Some((column, choices)) = args.chosen.as_ref().zip(besides.choices.as_ref()) {
        cohort = cohort.with_choices(catalogue, column, choices);
    }
    // It may make the whole one for its adviser alone, and not what was chosen.
    if let Some(Earlier { catalogue, summary, .. }) = &besides.earlier {
        cohort = cohort.against(&told(summary, catalogue, Extras::default())?);
    }
    cohort.cut_roles(args.top.or_all());
    Ok(cohort)
}

fn audience(args: &CohortArgs) -> Audience {
    if args.private { Audience::Adviser } else { Audience::Anyone }
}
