//! `rolefit show`: what the quiz knows, as lists and as pages.

use rolefit_engine::catalogue::{Catalogue, nearest};

use crate::args::{Common, Format, ShowArgs};
use crate::failure::Failure;
use crate::files;
use crate::output::{Output, result_style};
use crate::text::show::{Kind, Shown, list, one, overview};
use crate::text::{clean, json};

pub(crate) fn run(args: &ShowArgs, common: &Common, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(common)?;
    let shown = chosen(&catalogue, args.what.as_deref())?;
    let style = result_style();
    let text = match (common.format, &shown) {
        (Format::Json, shown) => json::json(&shown.value(&catalogue))
            .map_err(|error| Failure::io("JSON")(error.into()))?,
        (_, Shown::Everything) => overview(&catalogue, style),
        (_, Shown::Kind(kind)) => list(&catalogue, *kind, style),
        (_, Shown::Entries(entries)) => one(&catalogue, entries, style),
    };
    output.result(&text)
}

/// The entries with an id and a name as asked for.
fn entries(catalogue: &Catalogue, is_asked: impl Fn(&str, &str) -> bool) -> Vec<(Kind, usize)> {
    let of_kind = |kind: Kind| {
        let pairs = kind.ids(catalogue).into_iter().zip(kind.names(catalogue)).enumerate();
        let found = pairs.filter(|(_, (id, name))| is_asked(id, name));
        found.map(|(number, _)| (kind, number)).collect::<Vec<_>>()
    };
    Kind::ALL.into_iter().flat_map(of_kind).collect()
}

fn chosen(catalogue: &Catalogue, what: Option<&str>) -> Result<Shown, Failure> {
    let Some(what) = what else { return Ok(Shown::Everything) };
    if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.name() == what) {
        return Ok(Shown::Kind(kind));
    }
    let found = entries(catalogue, |id, _| id == what);
    if !found.is_empty() {
        return Ok(Shown::Entries(found));
    }
    // A result tells of names.
    let asked = what.trim().to_lowercase();
    let found = entries(catalogue, |_, name| name.to_lowercase() == asked);
    if !found.is_empty() {
        return Ok(Shown::Entries(found));
    }
    let mut names: Vec<&str> = Kind::ALL.into_iter().map(Kind::name).collect();
    names.extend(Kind::ALL.into_iter().flat_map(|kind| kind.ids(catalogue)));
    let hint = match nearest(&asked.replace(' ', "-"), names) {
        Some(near) => format!("did you mean {near}?"),
        None => "rolefit show lists what there is".to_owned(),
    };
    Err(Failure::Usage(format!("there is nothing called \"{}\"; {hint}", clean(what))))
}
