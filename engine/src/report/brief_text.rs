//! Brief records as JSON, of which what is the same in all of them is made once.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter as _};

use super::block::Block;
use super::brief::Brief;
use super::decimal::ten_decimals;
use super::shortest::shortest;
use crate::catalogue::{Careers, Each, Role};
use crate::matching::Band;

/// The JSON of brief records, as `serde_json` writes them.
#[derive(Debug, Clone)]
pub struct BriefText {
    /// What a role begins with that has this place in the ranking, the best first, behind the end
    /// of the one before.
    ranks: Vec<String>,
    /// What comes next of each role, up to its similarity.
    roles: Each<Role, String>,
}

impl BriefText {
    /// The text of records of these careers.
    #[must_use]
    pub fn of(careers: &Careers) -> Self {
        let rank = |rank| {
            let before = if rank == 1 { "" } else { "}," };
            format!("{before}{{\"rank\":{rank},\"id\":")
        };
        Self {
            ranks: (1..=careers.roles.len()).map(rank).collect(),
            roles: careers.roles.map(|role| format!("\"{}\",\"similarity\":", role.id)),
        }
    }

    /// Writes all of `brief` but the brace at its end: more may follow in the same object.
    ///
    /// # Errors
    /// Those of `to`.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::report::{Brief, BriefText, Reporter};
    /// use rolefit_engine::sheet::{Answers, Sheet};
    ///
    /// let sheet = Sheet::new(Answers::from_digits(&catalogue, "521234")?);
    /// let brief = Brief::of(&Reporter::new(&catalogue), &sheet, 1);
    /// let mut text = Vec::new();
    /// BriefText::of(catalogue.careers()).open(&brief, &mut text)?;
    /// text.push(b'}');
    /// assert_eq!(text, serde_json::to_vec(&brief)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn open(&self, brief: &Brief<'_>, to: &mut impl Write) -> io::Result<()> {
        let mut to = Block::<_, 512>::new(to);
        to.write_all(b"{\"respondent\":")?;
        json(&brief.respondent, &mut to)?;
        to.write_all(b",\"status\":")?;
        json(&brief.status, &mut to)?;
        to.write_all(b",\"answered\":")?;
        json(&brief.answered, &mut to)?;
        to.write_all(b",\"roles\":[")?;
        for (rank, role) in self.ranks.iter().zip(&brief.roles) {
            to.write_all(rank.as_bytes())?;
            to.write_all(self.roles[role.role].as_bytes())?;
            add_figures(role.similarity, role.fit, role.band, &mut to)?;
        }
        to.write_all(if brief.roles.is_empty() { b"]" } else { b"}]" })?;
        to.finish()
    }
}

/// Writes a similarity, and what follows it: the fit and the band.
pub(super) fn figures(
    similarity: Option<f64>,
    fit: Option<f64>,
    band: Option<Band>,
    to: &mut impl Write,
) -> io::Result<()> {
    let mut to = Block::<_, 128>::new(to);
    add_figures(similarity, fit, band, &mut to)?;
    to.finish()
}

fn add_figures<const SIZE: usize>(
    similarity: Option<f64>,
    fit: Option<f64>,
    band: Option<Band>,
    to: &mut Block<'_, impl Write, SIZE>,
) -> io::Result<()> {
    match similarity.and_then(shortest) {
        Some(pieces) => pieces.into_iter().try_for_each(|(text, length)| to.add(text, length))?,
        None => number(similarity, to)?,
    }
    to.write_all(b",\"fit\":")?;
    match fit.and_then(ten_decimals) {
        Some((text, length)) => to.add(text, length)?,
        None => number(fit, to)?,
    }
    to.write_all(match band {
        Some(Band::Strong) => b",\"band\":\"strong\"",
        Some(Band::Good) => b",\"band\":\"good\"",
        Some(Band::Fair) => b",\"band\":\"fair\"",
        Some(Band::Weak) => b",\"band\":\"weak\"",
        None => b",\"band\":null",
    })
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
    use crate::catalogue::small_catalogue::CATALOGUE;
    use crate::report::Reporter;
    use crate::sheet::{Answers, Sheet};

    proptest! {
        #[test]
        fn a_record_is_written_as_serde_writes_it(
            digits in "[1-5-]{6}",
            name in proptest::option::of(".*"),
            top in 0_usize..5,
            counts in proptest::collection::vec(0.0..5.0, 3),
        ) {
            let catalogue = &*CATALOGUE;
            let mut sheet = Sheet::new(Answers::from_digits(catalogue, &digits).unwrap());
            sheet.respondent = name;
            let interests = catalogue.questionnaire().interests.indices();
            // Of some people an interest counts nothing at all, and a profile may be flat.
            for (interest, count) in interests.zip(counts) {
                sheet.set_importance(interest, if count < 1.0 { 0.0 } else { count });
            }
            let brief = Brief::of(&Reporter::new(catalogue), &sheet, top);
            let mut text = Vec::new();
            BriefText::of(catalogue.careers()).open(&brief, &mut text).unwrap();
            text.push(b'}');
            prop_assert_eq!(text, serde_json::to_vec(&brief).unwrap());
        }
    }
}
