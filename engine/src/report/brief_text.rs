//! Brief records as JSON, of which what is the same in all of them is made once.

use std::io::{self, Write};

use fearless_simd::{Level, dispatch};
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter as _};

use super::brief::Brief;
use super::decimal::ten_decimals;
use super::record_text::{ReadyText, RecordText};
use super::report::Status;
use super::shortest::shortest;
use crate::catalogue::{Careers, Each, Role};
use crate::matching::Band;

/// The JSON of brief records, as `serde_json` writes them.
#[derive(Debug, Clone)]
pub struct BriefText {
    /// What a role begins with that has this place in the ranking, the best first, behind the end
    /// of the one before.
    ranks: Vec<ReadyText>,
    /// What comes next of each role, up to its similarity.
    roles: Each<Role, ReadyText>,
    /// What stands between the respondent and the number of answers, of each status.
    statuses: [ReadyText; 3],
    /// What the processor can do.
    level: Level,
}

impl BriefText {
    /// The text of records of these careers.
    #[must_use]
    pub fn of(careers: &Careers) -> Self {
        let rank = |rank| {
            let before = if rank == 1 { "" } else { "}," };
            ReadyText::of(format!("{before}{{\"rank\":{rank},\"id\":"))
        };
        let role = |role: &Role| ReadyText::of(format!("\"{}\",\"similarity\":", role.id));
        let status = |status: Status| {
            let word = serde_json::json!(status);
            ReadyText::of(format!(",\"status\":{word},\"answered\":"))
        };
        let statuses = [Status::Ranked, Status::Insufficient, Status::Undifferentiated];
        Self {
            ranks: (1..=careers.roles.len()).map(rank).collect(),
            roles: careers.roles.map(role),
            statuses: statuses.map(status),
            level: Level::new(),
        }
    }

    /// Writes all of `brief` but the brace at its end: more may follow in the same object.
    ///
    /// # Errors
    /// There is no memory for it.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use std::io::Write as _;
    /// use rolefit_engine::report::{Brief, BriefText, RecordText, Reporter};
    /// use rolefit_engine::sheet::{Answers, Sheet};
    ///
    /// let sheet = Sheet::new(Answers::from_digits(&catalogue, "521234")?);
    /// let brief = Brief::of(&Reporter::new(&catalogue), &sheet, 1);
    /// let mut text = RecordText::default();
    /// BriefText::of(catalogue.careers()).open(&brief, &mut text)?;
    /// text.write_all(b"}")?;
    /// assert_eq!(text.as_bytes(), serde_json::to_vec(&brief)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn open(&self, brief: &Brief<'_>, to: &mut RecordText) -> io::Result<()> {
        // The same steps with all instructions that the processor has.
        dispatch!(self.level, _simd => self.written(brief, to))
    }

    #[expect(clippy::inline_always, reason = "it is built with the instructions of its caller")]
    #[inline(always)]
    fn written(&self, brief: &Brief<'_>, to: &mut RecordText) -> io::Result<()> {
        let [ranked, insufficient, undifferentiated] = &self.statuses;
        to.write_all(b"{\"respondent\":")?;
        name(brief.respondent.as_deref(), to)?;
        to.add(match brief.status {
            Status::Ranked => ranked,
            Status::Insufficient => insufficient,
            Status::Undifferentiated => undifferentiated,
        })?;
        json(&brief.answered, to)?;
        to.write_all(b",\"roles\":[")?;
        for (rank, role) in self.ranks.iter().zip(&brief.roles) {
            let named = &self.roles[role.role];
            let quickly = to.fill::<ROLE>(
                #[inline(always)]
                |place| {
                    let mut at = rank.copy(place.first_chunk_mut()?)?;
                    at += named.copy(place.get_mut(at..)?.first_chunk_mut()?)?;
                    let place = place.get_mut(at..)?.first_chunk_mut()?;
                    Some(at + quick_figures(role.similarity, role.fit, role.band, place)?)
                },
            )?;
            if quickly.is_none() {
                to.add(rank)?;
                to.add(named)?;
                figures(role.similarity, role.fit, role.band, to)?;
            }
        }
        to.write_all(if brief.roles.is_empty() { b"]" } else { b"}]" })
    }
}

/// Writes a similarity, and what follows it: the fit and the band.
pub(super) fn figures(
    similarity: Option<f64>,
    fit: Option<f64>,
    band: Option<Band>,
    to: &mut RecordText,
) -> io::Result<()> {
    if to.fill(|place| quick_figures(similarity, fit, band, place))?.is_some() {
        return Ok(());
    }
    number(similarity, to)?;
    to.write_all(FIT)?;
    number(fit, to)?;
    let (band, length) = band_text(band);
    to.write_all(band.get(..length).unwrap_or(band))
}

/// The same of figures that most people have; gives the length of the text, or `None` for others.
#[expect(clippy::inline_always, reason = "it is built with the instructions of its caller")]
#[inline(always)]
fn quick_figures(
    similarity: Option<f64>,
    fit: Option<f64>,
    band: Option<Band>,
    place: &mut [u8; FIGURES],
) -> Option<usize> {
    let mut at = shortest(similarity?, place.first_chunk_mut()?)?;
    *place.get_mut(at..)?.first_chunk_mut()? = *b",\"fit\": ";
    at += FIT.len();
    at += ten_decimals(fit?, place.get_mut(at..)?.first_chunk_mut()?)?;
    let (band, length) = band_text(band);
    *place.get_mut(at..)?.first_chunk_mut()? = *band;
    Some(at + length)
}

/// A band after its name, and how many bytes of it are text: what has a length that is known
/// beforehand is copied in no time.
fn band_text(band: Option<Band>) -> (&'static [u8; 16], usize) {
    match band {
        Some(Band::Strong) => (b",\"band\":\"strong\"", 16),
        Some(Band::Good) => (b",\"band\":\"good\"  ", 14),
        Some(Band::Fair) => (b",\"band\":\"fair\"  ", 14),
        Some(Band::Weak) => (b",\"band\":\"weak\"  ", 14),
        None => (b",\"band\":null    ", 12),
    }
}

/// What a similarity, the name of the fit, the fit and the band are written to, in bytes.
const FIGURES: usize = 32 + 8 + 16 + 16;

/// The same of a role with two short texts before its figures.
const ROLE: usize = 2 * ReadyText::SHORT + FIGURES;

/// What stands between a similarity and a fit.
const FIT: &[u8] = b",\"fit\":";

/// Writes what somebody is called, if anything.
fn name(name: Option<&str>, to: &mut impl Write) -> io::Result<()> {
    let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
    match name.filter(|name| name.bytes().all(is_plain)) {
        Some(name) => {
            to.write_all(b"\"")?;
            to.write_all(name.as_bytes())?;
            to.write_all(b"\"")
        }
        None => json(&name, to),
    }
}

/// Writes a number as `serde_json` writes it.
fn number(value: Option<f64>, to: &mut impl Write) -> io::Result<()> {
    match value.filter(|value| value.is_finite()) {
        Some(value) => CompactFormatter.write_f64(to, value),
        None => to.write_all(b"null"),
    }
}

/// Writes a value as `serde_json` writes it.
pub(super) fn json(value: &impl Serialize, to: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(to, value).map_err(Into::into)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::yaml::Source;
    use crate::catalogue::{Catalogue, Id};
    use crate::report::Reporter;
    use crate::sheet::{Answers, Sheet};

    /// The small example, of which one role has the longest id that there is.
    fn catalogue() -> Catalogue {
        let careers = include_str!("../../examples/small/careers.yaml");
        let careers = careers.replace("id: clerk", &format!("id: {}", "c".repeat(Id::MAX_LENGTH)));
        let questions = include_bytes!("../../examples/small/questions.yaml");
        let questions = Source::decode("questions.yaml", questions);
        Catalogue::read(questions, Source::decode("careers.yaml", careers.as_bytes())).unwrap()
    }

    proptest! {
        #[test]
        fn a_record_is_written_as_serde_writes_it(
            digits in "[1-5-]{6}",
            name in proptest::option::of(".*"),
            top in 0_usize..5,
            counts in proptest::collection::vec(0.0..5.0, 3),
        ) {
            let catalogue = catalogue();
            let mut sheet = Sheet::new(Answers::from_digits(&catalogue, &digits).unwrap());
            sheet.respondent = name;
            let interests = catalogue.questionnaire().interests.indices();
            // Of some people an interest counts nothing at all, and a profile may be flat.
            for (interest, count) in interests.zip(counts) {
                sheet.set_importance(interest, if count < 1.0 { 0.0 } else { count });
            }
            let brief = Brief::of(&Reporter::new(&catalogue), &sheet, top);
            for level in [Level::new(), Level::baseline()] {
                let texts = BriefText { level, ..BriefText::of(catalogue.careers()) };
                let mut text = RecordText::default();
                texts.open(&brief, &mut text).unwrap();
                text.write_all(b"}").unwrap();
                prop_assert_eq!(text.as_bytes(), serde_json::to_vec(&brief).unwrap());
            }
        }
    }
}
