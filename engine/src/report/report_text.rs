//! Whole reports as JSON, of which what is the same in all of them is made once.

use std::io::{self, Write};

use serde_json::Value;

use super::brief_text::{figures, json};
use super::entries::{InterestPart, ModulePart, RolePart, SheetPart, SignPart, SpecialismPart};
use super::fraction_text::fraction;
use super::languages::Languages;
use super::record_text::RecordText;
use super::report::{Report, Tool};
use crate::catalogue::{Catalogue, Each, Interest, Module, Role, RoleIx, Specialism};
use crate::signs::SignIndex;

/// The JSON of whole reports, as `serde_json` writes them.
#[derive(Debug, Clone)]
pub struct ReportText {
    /// What a report begins with, up to its respondent.
    head: String,
    /// What an interest begins with, up to its score.
    interests: Each<Interest, String>,
    /// What a role begins with, from its id up to its similarity.
    roles: Each<Role, String>,
    /// The ids of the roles.
    ids: Each<Role, String>,
    /// What a specialism begins with, up to its chance.
    specialisms: Each<Specialism, String>,
    /// What a module begins with, up to its relevance.
    modules: Each<Module, String>,
    /// What a sign begins with, up to its value, in the order of [`SignIndex::ALL`].
    signs: [String; SignIndex::ALL.len()],
}

impl ReportText {
    /// The text of reports on the sheets of `catalogue`.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        let careers = catalogue.careers();
        let named = |id: &str, name: &str| format!("\"id\":{},\"name\":{}", text(id), text(name));
        let role = |role: &Role| {
            let specialism = role.specialism.map(|of| careers.specialisms[of].id.as_str());
            format!(
                "{},\"line\":{},\"family\":{},\"specialism\":{},\"similarity\":",
                named(&role.id, &role.name),
                text(role.line.as_deref()),
                text(role.family.as_deref()),
                text(specialism),
            )
        };
        let module = |of: &Module| {
            let stage = text(careers.stages[of.stage].id.as_str());
            format!("{{{},\"stage\":{stage},\"relevance\":", named(&of.id, &of.name))
        };
        let sign = |of: SignIndex| {
            let index = serde_json::to_value(of).unwrap_or_default();
            format!("{{\"index\":{index},\"value\":")
        };
        Self {
            head: head(catalogue),
            interests: catalogue
                .questionnaire()
                .interests
                .map(|of| format!("{{{},\"score\":", named(&of.id, &of.name))),
            roles: careers.roles.map(role),
            ids: careers.roles.map(|role| text(role.id.as_str())),
            specialisms: careers
                .specialisms
                .map(|of| format!("{{{},\"chance\":", named(&of.id, &of.name))),
            modules: careers.modules.map(module),
            signs: SignIndex::ALL.map(sign),
        }
    }

    /// Writes all of `report`, which is on a sheet of the same catalogue, but the brace at
    /// its end: more may follow in the same object.
    ///
    /// # Errors
    /// There is no memory for it.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use std::io::Write as _;
    /// use rolefit_engine::report::{Explain, RecordText, Report, ReportText, Reporter};
    /// use rolefit_engine::sheet::{Answers, Sheet};
    ///
    /// let sheet = Sheet::new(Answers::from_digits(&catalogue, "521234")?);
    /// let report = Report::of(&Reporter::new(&catalogue), &sheet, Explain::Nothing);
    /// let mut text = RecordText::default();
    /// ReportText::of(&catalogue).open(&report, &mut text)?;
    /// text.write_all(b"}")?;
    /// assert_eq!(text.as_bytes(), serde_json::to_vec(&report)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn open(&self, report: &Report<'_>, to: &mut RecordText) -> io::Result<()> {
        to.write_all(self.head.as_bytes())?;
        json(&report.respondent, to)?;
        field(",\"starting_point\":", &report.starting_point, to)?;
        field(",\"status\":", &report.status, to)?;
        field(",\"answered\":", &report.answered, to)?;
        field(",\"skipped\":", &report.skipped, to)?;
        field(",\"level\":", &report.level, to)?;
        field(",\"level_far_off\":", &report.level_far_off, to)?;
        field(",\"closeness\":", &report.closeness, to)?;
        list(",\"interests\":[", &report.interests, to, |of, to| self.interest(of, to))?;
        list(",\"roles\":[", &report.roles, to, |of, to| self.role(of, to))?;
        list(",\"leading\":[", &report.leaders, to, |of, to| self.id(*of, to))?;
        list(",\"too_close\":[", &report.close, to, |of, to| self.id(*of, to))?;
        if let Some(rivals) = &report.rivals {
            field(",\"rivals\":", rivals, to)?;
        }
        list(",\"specialisms\":[", &report.specialisms, to, |of, to| self.specialism(of, to))?;
        list(",\"modules\":[", &report.modules, to, |of, to| self.module(of, to))?;
        list(",\"signs\":[", &report.signs, to, |of, to| self.sign(of, to))?;
        field(",\"code\":", &report.code, to)?;
        sheet(&report.sheet, to)
    }

    fn interest(&self, of: &InterestPart<'_>, to: &mut RecordText) -> io::Result<()> {
        to.write_all(self.interests[of.interest].as_bytes())?;
        share("", of.score, to)?;
        field(",\"estimate\":", &of.estimate, to)?;
        field(",\"answered\":", &of.answered, to)?;
        share(",\"importance\":", Some(of.importance), to)?;
        to.write_all(b"}")
    }

    fn role(&self, of: &RolePart<'_>, to: &mut RecordText) -> io::Result<()> {
        field("{\"rank\":", &of.rank, to)?;
        to.write_all(b",")?;
        to.write_all(self.roles[of.role].as_bytes())?;
        figures(of.similarity, of.fit, of.band, to)?;
        share(",\"certainty\":{\"best\":", Some(of.certainty.best), to)?;
        share(",\"retest\":", Some(of.certainty.retest), to)?;
        field(",\"over_first\":", &of.certainty.over_first, to)?;
        to.write_all(b"}")?;
        if let Some(ledger) = &of.ledger {
            field(",\"ledger\":", ledger, to)?;
        }
        to.write_all(b"}")
    }

    fn id(&self, of: RoleIx, to: &mut RecordText) -> io::Result<()> {
        to.write_all(self.ids[of].as_bytes())
    }

    fn specialism(&self, of: &SpecialismPart<'_>, to: &mut RecordText) -> io::Result<()> {
        to.write_all(self.specialisms[of.specialism].as_bytes())?;
        share("", of.chance, to)?;
        share(",\"usual\":", of.usual, to)?;
        to.write_all(b",\"similarity\":")?;
        figures(of.similarity, of.fit, of.band, to)?;
        to.write_all(b"}")
    }

    fn sign(&self, of: &SignPart, to: &mut RecordText) -> io::Result<()> {
        let named = SignIndex::ALL.iter().zip(&self.signs).find(|(index, _)| **index == of.index);
        to.write_all(named.map_or(&[][..], |(_, text)| text.as_bytes()))?;
        json(&of.value, to)?;
        field(",\"flagged\":", &of.flagged, to)?;
        to.write_all(b"}")
    }

    fn module(&self, of: &ModulePart<'_>, to: &mut RecordText) -> io::Result<()> {
        to.write_all(self.modules[of.module].as_bytes())?;
        share("", Some(of.relevance), to)?;
        field(",\"no_regret\":", &of.no_regret, to)?;
        to.write_all(b",\"similarity\":")?;
        figures(of.similarity, of.fit, of.band, to)?;
        to.write_all(b"}")
    }
}

/// Writes what was answered, after its name.
fn sheet(of: &SheetPart<'_>, to: &mut impl Write) -> io::Result<()> {
    field(",\"sheet\":{\"answers\":", &of.answers, to)?;
    if of.importance.is_empty() {
        to.write_all(b",\"importance\":{}")?;
    } else {
        field(",\"importance\":", &of.importance, to)?;
    }
    field(",\"starting_point\":", &of.starting_point, to)?;
    to.write_all(b"}")
}

/// What every report on a sheet of `catalogue` begins with, up to its respondent.
fn head(catalogue: &Catalogue) -> String {
    let (tool, languages) = (Tool::default(), Languages::of(catalogue));
    format!(
        "{{\"schema_version\":{},\"tool\":{{\"name\":{},\"version\":{}}},\"catalogue\":{},\
         \"languages\":{{\"questions\":{},\"careers\":{}}},\"respondent\":",
        Report::SCHEMA_VERSION,
        text(tool.name),
        text(tool.version),
        text(catalogue.fingerprint().as_str()),
        text(languages.questions),
        text(languages.careers),
    )
}

/// A text, or that there is none, as JSON.
fn text<'t>(text: impl Into<Option<&'t str>>) -> String {
    Value::from(text.into()).to_string()
}

/// Writes a value after its name.
fn field(name: &str, value: &impl serde::Serialize, to: &mut impl Write) -> io::Result<()> {
    to.write_all(name.as_bytes())?;
    json(value, to)
}

/// Writes a share, or that there is none, after its name: most are parts of the draws.
fn share(name: &str, value: Option<f64>, to: &mut impl Write) -> io::Result<()> {
    to.write_all(name.as_bytes())?;
    match value {
        Some(value) => fraction(value, to),
        None => to.write_all(b"null"),
    }
}

/// Writes some parts, `each` as it is written, after the name of their list and its bracket.
fn list<P, W: Write>(
    name: &str,
    parts: &[P],
    to: &mut W,
    each: impl Fn(&P, &mut W) -> io::Result<()>,
) -> io::Result<()> {
    to.write_all(name.as_bytes())?;
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            to.write_all(b",")?;
        }
        each(part, to)?;
    }
    to.write_all(b"]")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::StartingPoint;
    use crate::catalogue::yaml::Source;
    use crate::report::{Explain, Reporter};
    use crate::sheet::{Answers, Sheet};

    /// The small example, with what JSON escapes in a text of each kind.
    fn catalogue() -> Catalogue {
        let escaped = |text: &str| {
            let names = ["Numbers", "Clerk", "Offices", "Desk work", "Counting"];
            let escaped = names.iter().fold(text.to_owned(), |text, name| {
                text.replace(&format!(": {name}"), &format!(": '\"{name}\\ é'"))
            });
            escaped.into_bytes()
        };
        let questions = escaped(include_str!("../../examples/small/questions.yaml"));
        let careers = escaped(include_str!("../../examples/small/careers.yaml"));
        let questions = Source::decode("questions.yaml", &questions);
        Catalogue::read(questions, Source::decode("careers.yaml", &careers)).unwrap()
    }

    proptest! {
        #[test]
        fn a_report_is_written_as_serde_writes_it(
            digits in "[1-5-]{6}",
            name in proptest::option::of(".*"),
            start in proptest::option::of(proptest::sample::select(&StartingPoint::ALL[..])),
            explain in proptest::option::of(0_usize..5),
            counts in proptest::collection::vec(0.0..5.0, 3),
        ) {
            let catalogue = catalogue();
            let mut sheet = Sheet::new(Answers::from_digits(&catalogue, &digits).unwrap());
            (sheet.respondent, sheet.starting_point) = (name, start);
            let interests = catalogue.questionnaire().interests.indices();
            // Of some people an interest counts nothing at all, and a profile may be flat.
            for (interest, count) in interests.zip(counts) {
                sheet.set_importance(interest, if count < 1.0 { 0.0 } else { count });
            }
            let explain = explain.map_or(Explain::Nothing, Explain::First);
            let report = Report::of(&Reporter::new(&catalogue), &sheet, explain);
            let mut text = RecordText::default();
            ReportText::of(&catalogue).open(&report, &mut text).unwrap();
            text.write_all(b"}").unwrap();
            prop_assert_eq!(text.as_bytes(), serde_json::to_vec(&report).unwrap());
        }
    }
}
