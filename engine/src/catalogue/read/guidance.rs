//! Pay, ways in, things to do and pages, as `careers.yaml` has them.

use crate::catalogue::guidance::{
    Advice, Contact, Link, OccupationCodes, Pay, PayBand, PayScale, Rate, Routes,
};
use crate::catalogue::hint::Hint;
use crate::catalogue::mistake::Mistake;
use crate::catalogue::yaml::{KeyValue, Mapping, Reader, Slot};

pub(super) fn pay_scale(reader: &mut Reader<'_>, slot: Slot<'_>) -> Option<PayScale> {
    let fields = reader.object(slot)?;
    let name = fields.text(reader, "name");
    let country = fields.text(reader, "country");
    let year = fields.text(reader, "year");
    let currency = fields.get("currency").and_then(|slot| currency(reader, slot));
    let source = fields.text(reader, "source");
    let bands = fields.get("bands").and_then(|slot| reader.entries(slot));
    let bands = bands.into_iter().flatten().filter_map(|entry| band(reader, entry)).collect();
    Some(PayScale { name: name?, country, year, currency: currency?, source, bands })
}

fn currency(reader: &mut Reader<'_>, slot: Slot<'_>) -> Option<String> {
    let text = reader.text(slot)?;
    if text.len() == 3 && text.bytes().all(|letter| letter.is_ascii_uppercase()) {
        return Some(text);
    }
    reader.note(slot.node.span, Mistake::BadCurrency { text });
    None
}

fn band(reader: &mut Reader<'_>, entry: KeyValue<'_>) -> Option<PayBand> {
    let amounts = reader.list(entry.value)?;
    let amounts: Vec<f64> = amounts.filter_map(|amount| reader.number(amount)).collect();
    let [lowest, highest] = *amounts.as_slice() else { return None };
    if highest < lowest {
        let mistake = Mistake::BandUpsideDown { lowest, highest };
        reader.note_with(entry.value.node.span, mistake, |_| Some(LOWER_FIRST));
    }
    Some(PayBand { name: entry.key.into_owned(), lowest, highest })
}

/// What a role is paid, by the bands of `scale` or in amounts.
pub(super) fn pay(
    reader: &mut Reader<'_>,
    slot: Slot<'_>,
    scale: Option<&PayScale>,
) -> Option<Pay> {
    let fields = reader.object(slot)?;
    let from = fields.get("from").and_then(|slot| rate(reader, slot, scale));
    let to = match fields.get("to") {
        Some(slot) => rate(reader, slot, scale),
        None => from.clone(),
    };
    if let (Some(from), Some(to)) = (&from, &to) {
        let lowest = amount(from, scale, |band| band.lowest);
        let highest = amount(to, scale, |band| band.highest);
        if let (Some(lowest), Some(highest)) = (lowest, highest)
            && highest < lowest
        {
            let mistake = Mistake::PayUpsideDown { lowest, highest };
            reader.note_with(slot.node.span, mistake, |_| Some(LOWER_FIRST));
        }
    }
    let note = fields.text(reader, "note");
    let source = fields.text(reader, "source");
    let year = fields.text(reader, "year");
    Some(Pay { from: from?, to: to?, note, source, year })
}

/// What to do about an end that is below its beginning.
const LOWER_FIRST: Hint = Hint::Advice("write the lower amount first");

/// What is paid in a year, at one end of a band.
fn amount(rate: &Rate, scale: Option<&PayScale>, end: impl Fn(&PayBand) -> f64) -> Option<f64> {
    match rate {
        Rate::Amount(amount) => Some(*amount),
        Rate::Band(name) => scale?.band(name).map(end),
    }
}

/// Nobody is paid less in a year: a smaller number is a band, or a slip.
const LEAST_PAY: f64 = 1_000.0;

fn rate(reader: &mut Reader<'_>, slot: Slot<'_>, scale: Option<&PayScale>) -> Option<Rate> {
    let text = reader.text(slot)?;
    if scale.is_some_and(|scale| scale.band(&text).is_some()) {
        return Some(Rate::Band(text));
    }
    let amount =
        text.parse::<f64>().ok().filter(|amount| amount.is_finite() && *amount >= LEAST_PAY);
    if let (Some(amount), Some(_)) = (amount, scale) {
        return Some(Rate::Amount(amount));
    }
    let (span, unknown) = (slot.node.span, Mistake::UnknownId { what: "band", id: text.clone() });
    match scale {
        Some(_) if text.starts_with(|c: char| !c.is_ascii_alphanumeric()) || text.contains(',') => {
            let hint = Hint::Advice("write an amount in digits alone, such as 24000");
            reader.note_with(span, unknown, |_| Some(hint));
        }
        Some(scale) if scale.bands.is_empty() => {
            let hint = Hint::Advice("write what is paid in a year, 1000 or more");
            reader.note_with(span, unknown, |_| Some(hint));
        }
        Some(scale) => {
            let bands = scale.bands.iter().map(|band| band.name.as_str());
            reader.note_unknown(span, unknown, "band", &text, bands);
        }
        None => reader.note_with(span, unknown, |_| {
            Some(Hint::Advice("name the bands or the currency in pay_scale"))
        }),
    }
    None
}

pub(super) fn routes(reader: &mut Reader<'_>, slot: Slot<'_>) -> Option<Routes> {
    let fields = reader.object(slot)?;
    Some(Routes::new(|start| fields.get(start.word()).and_then(|slot| advice(reader, slot))))
}

pub(super) fn advice(reader: &mut Reader<'_>, slot: Slot<'_>) -> Option<Advice> {
    let fields = reader.object(slot)?;
    let text = fields.text(reader, "text");
    let links = links(reader, &fields);
    Some(Advice::new(text?, links))
}

pub(super) fn contact(reader: &mut Reader<'_>, slot: Slot<'_>) -> Option<Contact> {
    let fields = reader.object(slot)?;
    let text = fields.text(reader, "text");
    let links = links(reader, &fields);
    let from = Routes::new(|start| fields.get(start.word()).and_then(|slot| advice(reader, slot)));
    Some(Contact::new(Advice::new(text?, links), from))
}

pub(super) fn occupation_codes(reader: &mut Reader<'_>, slot: Slot<'_>) -> Option<OccupationCodes> {
    let fields = reader.object(slot)?;
    Some(OccupationCodes {
        soc2020: fields.texts(reader, "soc2020"),
        isco08: fields.texts(reader, "isco08"),
        esco: fields.texts(reader, "esco"),
        onet: fields.texts(reader, "onet"),
    })
}

pub(super) fn links(reader: &mut Reader<'_>, fields: &Mapping<'_>) -> Vec<Link> {
    let items = fields.get("links").and_then(|slot| reader.list(slot));
    items.into_iter().flatten().filter_map(|item| link(reader, item)).collect()
}

pub(super) fn link(reader: &mut Reader<'_>, slot: Slot<'_>) -> Option<Link> {
    let fields = reader.object(slot)?;
    let title = fields.text(reader, "title");
    let url = fields.get("url").and_then(|slot| reader.url(slot));
    let seen = fields.get("seen").and_then(|slot| reader.whole(slot));
    Some(Link::new(title?, url?, seen))
}
