//! `rolefit show`: what the quiz knows, as lists and as pages.

use rolefit_engine::catalogue::{Catalogue, nearest, repeated};
use rolefit_engine::limits::{CANDIDATES, LIMITS, Limit, LimitList};
use rolefit_engine::table::write_row;
use rolefit_engine::telling::Clean;
use rolefit_engine::telling::entries::{
    EntryIx, EntryKind, EntryLine, EntryText, OverviewText, entries_json, entries_table, kinds_json,
};

use crate::args::{ShowArgs, ShowFormat};
use crate::failure::Failure;
use crate::files::{self, Salvaged};
use crate::output::Output;
use crate::text::{CommandLines, Style, TerminalText, entries as text, json, limits as shown};

/// What is to be shown.
enum Shown {
    /// What there is of every kind.
    Everything,
    /// All of one kind.
    Kind(EntryKind),
    /// The entries of one id or name.
    Entries(Vec<EntryIx>),
}

/// What is shown that is in no catalogue.
const SHOWN_LIMITS: &str = "limits";

pub(crate) fn run(args: &ShowArgs, output: &mut Output) -> Result<(), Failure> {
    if args.excel && args.format != Some(ShowFormat::Csv) {
        let why = "--excel: only a table has it; add --format csv";
        return Err(Failure::Usage(why.to_owned()));
    }
    let is_limits = args.what.as_deref() == Some(SHOWN_LIMITS);
    let salvaged = files::salvage(&args.files);
    if is_limits && salvaged.is_err() {
        // They are the same whatever the data files are.
        return show_limits(args, output);
    }
    let Salvaged { catalogue, problems, misfit } = salvaged?;
    let catalogue = catalogue.filter(|_| problems.is_empty());
    // An entry may have that id.
    let is_entry = |of: &Catalogue| chosen(of, args.what.as_deref()).is_ok();
    if is_limits && !catalogue.as_ref().is_some_and(is_entry) {
        return show_limits(args, output);
    }
    let Some(catalogue) = catalogue else { return Err(Failure::Problems(problems.into())) };
    let shown = match (chosen(&catalogue, args.what.as_deref()), misfit) {
        // Of questions alone no more can be shown.
        (
            Err(_)
            | Ok(Shown::Kind(EntryKind::Roles | EntryKind::Modules | EntryKind::Specialisms)),
            Some(misfit),
        ) => return Err(misfit),
        (shown, _) => shown?,
    };
    let text = match args.format.unwrap_or_default() {
        ShowFormat::Json => {
            let value = match &shown {
                Shown::Everything => kinds_json(&catalogue, &EntryKind::ALL),
                Shown::Kind(kind) => kinds_json(&catalogue, &[*kind]),
                Shown::Entries(entries) => entries_json(&catalogue, entries),
            };
            json::json(&value).map_err(|error| Failure::io("JSON")(error.into()))?
        }
        ShowFormat::Csv => table(&rows(&catalogue, &shown)?),
        ShowFormat::Text => {
            words(&catalogue, &shown, &CommandLines::of(&args.files), output.style())
        }
    };
    output.result(&marked(text, args))
}

/// With the mark that tells Excel that a text is UTF-8, if that is wanted.
fn marked(text: TerminalText, args: &ShowArgs) -> TerminalText {
    if args.excel { text.marked() } else { text }
}

fn show_limits(args: &ShowArgs, output: &mut Output) -> Result<(), Failure> {
    let text = limits(args.format.unwrap_or_default(), output.style())?;
    output.result(&marked(text, args))
}

/// How much of anything is read.
fn limits(format: ShowFormat, style: Style) -> Result<TerminalText, Failure> {
    match format {
        ShowFormat::Json => {
            json::json(&LimitList::ALL).map_err(|error| Failure::io("JSON")(error.into()))
        }
        ShowFormat::Csv => {
            let headings = ["name", "most", "unit", "bounds"].map(str::to_owned).to_vec();
            let row = |limit: &Limit| {
                [limit.name, &limit.most.to_string(), limit.unit, limit.bounds]
                    .map(str::to_owned)
                    .to_vec()
            };
            Ok(table(&[headings].into_iter().chain(LIMITS.iter().map(row)).collect::<Vec<_>>()))
        }
        ShowFormat::Text => Ok(shown::limits(&LIMITS, style)),
    }
}

/// What is shown as rows, which are of one kind.
fn rows(catalogue: &Catalogue, shown: &Shown) -> Result<Vec<Vec<String>>, Failure> {
    let (kind, entries) = match shown {
        Shown::Everything => return Err(several("a table is of one kind of entries")),
        Shown::Kind(kind) => (*kind, kind.entries(catalogue)),
        Shown::Entries(entries) => match &entries[..] {
            [first, others @ ..] if others.iter().all(|other| other.kind() == first.kind()) => {
                (first.kind(), entries.clone())
            }
            _ => {
                return Err(several(
                    "entries of several kinds are called so, and a table is of one kind",
                ));
            }
        },
    };
    Ok(entries_table(catalogue, kind, &entries))
}

fn several(why: &str) -> Failure {
    Failure::Usage(format!("{why}: name it, as in rolefit show roles --format csv"))
}

fn table(rows: &[Vec<String>]) -> TerminalText {
    let mut text = Vec::new();
    for row in rows {
        write_row(&mut text, row);
    }
    TerminalText::lines(String::from_utf8_lossy(&text))
}

fn words(
    catalogue: &Catalogue,
    shown: &Shown,
    commands: &CommandLines,
    style: Style,
) -> TerminalText {
    match shown {
        Shown::Everything => text::overview(&OverviewText::of(catalogue, commands), style),
        Shown::Kind(kind) => {
            let entries = kind.entries(catalogue).into_iter();
            let lines: Vec<_> = entries.map(|entry| EntryLine::of(catalogue, entry)).collect();
            text::list(kind.note(catalogue).as_ref(), &lines, style)
        }
        Shown::Entries(entries) => {
            let pages: Vec<_> =
                entries.iter().map(|entry| EntryText::of(catalogue, *entry, None)).collect();
            text::pages(&pages, style)
        }
    }
}

fn chosen(catalogue: &Catalogue, what: Option<&str>) -> Result<Shown, Failure> {
    let Some(what) = what else { return Ok(Shown::Everything) };
    if let Some(kind) = EntryKind::ALL.into_iter().find(|kind| kind.name() == what) {
        return Ok(Shown::Kind(kind));
    }
    let entries = || EntryKind::ALL.into_iter().flat_map(|kind| kind.entries(catalogue));
    let found: Vec<_> = entries().filter(|entry| entry.id(catalogue).as_str() == what).collect();
    if !found.is_empty() {
        return Ok(Shown::Entries(found));
    }
    // A result mentions names, not ids.
    let is_asked = |entry: &EntryIx| {
        let language = entry.language(catalogue);
        language.folded(entry.name(catalogue)) == language.folded(what.trim())
    };
    let found: Vec<_> = entries().filter(is_asked).collect();
    if !found.is_empty() {
        return Ok(Shown::Entries(found));
    }
    let hint = hint(catalogue, &what.trim().to_lowercase());
    Err(Failure::Usage(format!(
        "there is nothing called \"{}\"; {hint}",
        Clean::from(&*repeated(what))
    )))
}

/// What may have been meant: the nearest name or id, else those of which it is a part.
fn hint(catalogue: &Catalogue, asked: &str) -> String {
    /// More than these are no hint.
    const MOST: usize = 3;
    let entries = EntryKind::ALL.into_iter().flat_map(|kind| kind.entries(catalogue));
    let ids: Vec<&str> = entries.map(|entry| entry.id(catalogue).as_str()).collect();
    let kinds: Vec<&str> = EntryKind::ALL.into_iter().map(EntryKind::name).collect();
    let asked = asked.replace(' ', "-");
    let names: Vec<&str> = kinds.into_iter().chain([SHOWN_LIMITS]).chain(ids.clone()).collect();
    // Of each part of a long list the nearest, and of these the nearest.
    let parts = names.chunks(CANDIDATES.most);
    let near = parts.filter_map(|names| nearest(&asked, names.iter().copied()));
    let near = nearest(&asked, near.collect::<Vec<_>>());
    let meant: Vec<&str> = match near {
        Some(near) => vec![near],
        None => ids.into_iter().filter(|id| !asked.is_empty() && id.contains(&asked)).collect(),
    };
    match meant.len() {
        1..=MOST => format!("did you mean {}?", meant.join(" or ")),
        _ => "rolefit show lists what there is".to_owned(),
    }
}
