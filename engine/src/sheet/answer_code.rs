//! A sheet as an answer code: a few letters and digits to write down and to type again,
//! in which a slip is noticed.

use std::fmt;

use sha2::{Digest, Sha256};

use super::Sheet;
use super::answers::Answers;
use super::crockford::{BITS, CHECKS, bits, characters, check, grouped, packed, symbol};
use super::importance::Importance;
use super::long_number::LongNumber;
use crate::catalogue::{Catalogue, Point, Questionnaire, StartingPoint};

/// The symbol of `R`: answers alone.
const PLAIN: u8 = 24;

/// The symbol of `S`: answers, marks and a starting point.
const MARKED: u8 = 25;

/// The symbols of a tag.
const TAG: usize = 4;

/// The bits of a starting point.
const STARTING_POINT: usize = 3;

/// The characters of the shortest code: one question with two answers.
const SHORTEST: usize = 1 + TAG + 1 + CHECKS;

/// A sheet as an answer code. It does not hold what the respondent is called.
///
/// It is written in Crockford's base 32 (the digits, and the capital letters without I, L,
/// O and U), in groups of four with hyphens between them:
///
/// ```text
/// part      characters
/// version   1            R, or S if there are marks or a starting point
/// tag       4            of the questionnaire
/// answers   as needed    one number in base n + 1 for a scale of n points: 0 is a skipped
///                        question, and the first question the highest digit
/// marks     as needed    S alone: a bit an interest in file order, 1 if it counts 2, then
///                        three bits: 0, or which starting point it is; zeros at the end
/// check     3            CRC-15/CAN of all symbols before it, five bits each
/// ```
///
/// The tag is the first 20 bits of the SHA-256 of some lines, each with its end: the number
/// of points, the ids of the questions in order, an empty line, the ids of the interests in
/// order. So a code outlives a correction of the wording, and other careers.
///
/// Forty answers on five points take 1 + 4 + 21 + 3 = 29 characters; with ten interests and
/// a starting point, whose 13 bits take three more, 32. Hyphens are not counted, and need
/// not be typed: with them it is 36 and 39.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AnswerCode(String);

/// Why a sheet has no answer code: an interest counts neither 1 nor 2.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error(
    "an answer code holds an importance of 1 or 2 alone, and \"{interest}\" counts {importance}"
)]
pub struct NoCode {
    /// The id of the interest.
    pub interest: String,
    /// What it counts.
    pub importance: f64,
}

/// Why a text is no answer code of a questionnaire. The check is looked at before the
/// questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadCode {
    /// The check does not fit, and neither does the number of characters.
    #[error(
        "this answer code is mistyped or cut short: it has {found} characters, and one for these \
         questions {plain}, or {marked} if it begins with S; hyphens do not count"
    )]
    Length {
        /// How many characters were given; hyphens and blanks are none.
        found: usize,
        /// How many a code has that begins with R.
        plain: usize,
        /// How many one has that begins with S.
        marked: usize,
    },
    /// The check does not fit.
    #[error("this answer code is mistyped or cut short: compare it with the one you were given")]
    Mistyped,
    /// The code is sound, but answers other questions.
    #[error(
        "this answer code is of another questionnaire: it can be read only with the questions \
         that were answered"
    )]
    OtherQuestionnaire,
}

impl AnswerCode {
    /// The code of `sheet`.
    ///
    /// # Errors
    /// [`NoCode`] if an interest counts neither 1 nor 2.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::sheet::{AnswerCode, Answers, BadCode, Sheet};
    ///
    /// let sheet = Sheet::new(Answers::from_digits(&catalogue, "5212--")?);
    /// let code = AnswerCode::of(&sheet)?;
    /// assert_eq!(code.as_str(), "RHYV-T18S-02Z3");
    /// // Capitals and hyphens do not matter, but any slip is noticed.
    /// let typed = code.as_str().to_lowercase().replace('-', " ");
    /// assert_eq!(Sheet::from_code(&catalogue, &typed)?, sheet);
    /// let slip = code.as_str().replace('8', "3");
    /// assert_eq!(Sheet::from_code(&catalogue, &slip), Err(BadCode::Mistyped));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(sheet: &Sheet<'_>) -> Result<Self, NoCode> {
        CodeForm::of(sheet.catalogue().questionnaire()).code(sheet)
    }

    /// Whether `text` is meant as an answer code, be it a bad one, and not as digits.
    #[must_use]
    pub fn is_meant_by(text: &str) -> bool {
        let all = characters(text);
        let is_letter = |character: &char| character.is_ascii_alphabetic();
        let begins = all.clone().next().is_some_and(|first| "RrSs".contains(first));
        begins || all.clone().count() >= SHORTEST && all.filter(is_letter).count() > 1
    }

    /// The code as it is written down.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AnswerCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'c> Sheet<'c> {
    /// The sheet whose answer code is `text`, in capitals or not, with any blanks and
    /// hyphens.
    ///
    /// # Errors
    /// [`BadCode`] if it was mistyped, or is of another questionnaire.
    pub fn from_code(catalogue: &'c Catalogue, text: &str) -> Result<Self, BadCode> {
        Self::from_code_of(&CodeForm::of(catalogue.questionnaire()), catalogue, text)
    }

    /// The same where the `form` of its questionnaire's codes is known.
    pub(super) fn from_code_of(
        form: &CodeForm,
        catalogue: &'c Catalogue,
        text: &str,
    ) -> Result<Self, BadCode> {
        let mistyped = || form.mistyped(characters(text).count());
        let symbols: Option<Vec<u8>> = characters(text).map(symbol).collect();
        let symbols = symbols.ok_or_else(mistyped)?;
        let checked = symbols.split_last_chunk().filter(|(body, found)| check(body) == **found);
        let (body, _) = checked.ok_or_else(mistyped)?;
        let ([version @ (PLAIN | MARKED), tag @ ..], body) =
            body.split_first_chunk::<{ 1 + TAG }>().ok_or_else(mistyped)?
        else {
            return Err(mistyped());
        };
        if *tag != form.tag {
            return Err(BadCode::OtherQuestionnaire);
        }
        let (answers, marks) = body.split_at_checked(form.answers).ok_or_else(mistyped)?;
        let is_whole = marks.len() == if *version == MARKED { form.marks } else { 0 };
        let sheet = form.sheet(catalogue, answers, marks).filter(|_| is_whole);
        sheet.ok_or_else(mistyped)
    }
}

/// What the codes of one questionnaire look like.
#[derive(Debug, Clone)]
pub(crate) struct CodeForm {
    tag: [u8; TAG],
    /// How many values an answer can have, of which one is that there is none.
    base: u8,
    /// How many symbols the answers take.
    answers: usize,
    /// How many symbols the marks and the starting point take.
    marks: usize,
}

impl CodeForm {
    pub(crate) fn of(asked: &Questionnaire) -> Self {
        let highest = asked.scale.len();
        let base = highest + 1;
        let answers = LongNumber::of_digits(base, asked.questions.iter().map(|_| highest));
        let marks = (asked.interests.len() + STARTING_POINT).div_ceil(BITS);
        Self { tag: tag(asked), base, answers: answers.symbols().len(), marks }
    }

    /// The code of a sheet of this questionnaire.
    ///
    /// # Errors
    /// [`NoCode`] if an interest counts neither 1 nor 2.
    pub(crate) fn code(&self, sheet: &Sheet<'_>) -> Result<AnswerCode, NoCode> {
        let marks = marks(sheet)?;
        let is_plain = !marks.contains(&true);
        let mut symbols = Vec::with_capacity(1 + TAG + self.answers + self.marks + CHECKS);
        symbols.push(if is_plain { PLAIN } else { MARKED });
        symbols.extend(self.tag);
        let digits = sheet.answers().iter().map(|point| point.map_or(0, Point::number));
        let answers = LongNumber::of_digits(self.base, digits).symbols();
        symbols.resize(symbols.len() + self.answers.saturating_sub(answers.len()), 0);
        symbols.extend(answers);
        if !is_plain {
            symbols.extend(packed(&marks));
        }
        symbols.extend(check(&symbols));
        Ok(AnswerCode(grouped(&symbols)))
    }

    /// What is wrong with a code of `found` characters whose check does not fit.
    fn mistyped(&self, found: usize) -> BadCode {
        let plain = 1 + TAG + self.answers + CHECKS;
        let marked = plain + self.marks;
        if found == plain || found == marked {
            BadCode::Mistyped
        } else {
            BadCode::Length { found, plain, marked }
        }
    }

    /// The sheet with these answers and marks; `None` if they are no such.
    fn sheet<'c>(
        &self,
        catalogue: &'c Catalogue,
        answers: &[u8],
        marks: &[u8],
    ) -> Option<Sheet<'c>> {
        let asked = catalogue.questionnaire();
        let mut sheet = Sheet::new(Answers::blank(catalogue));
        let digits = LongNumber::of_symbols(answers).digits(self.base, asked.questions.len())?;
        for (question, digit) in asked.questions.indices().zip(digits) {
            sheet.set_answer(question, asked.scale.point(digit));
        }
        let mut bits = bits(marks).into_iter();
        for interest in asked.interests.indices() {
            if bits.next() == Some(true) {
                sheet.set_importance(interest, Importance::MARKED);
            }
        }
        let point =
            bits.by_ref().take(STARTING_POINT).fold(0, |sum, bit| sum << 1 | usize::from(bit));
        if let Some(place) = point.checked_sub(1) {
            sheet.starting_point = Some(*StartingPoint::ALL.get(place)?);
        }
        bits.all(|bit| !bit).then_some(sheet)
    }
}

/// The bits of the marks and the starting point.
fn marks(sheet: &Sheet<'_>) -> Result<Vec<bool>, NoCode> {
    let importance = sheet.importance();
    let mark = |interest| match importance.get(interest) {
        weight if weight.total_cmp(&Importance::USUAL).is_eq() => Ok(false),
        weight if weight.total_cmp(&Importance::MARKED).is_eq() => Ok(true),
        importance => {
            let of = &sheet.catalogue().questionnaire().interests[interest];
            Err(NoCode { interest: of.id.to_string(), importance })
        }
    };
    let interests = sheet.catalogue().questionnaire().interests.indices();
    let marks: Result<Vec<bool>, NoCode> = interests.map(mark).collect();
    let is_start = |point: &StartingPoint| Some(*point) == sheet.starting_point;
    let place = StartingPoint::ALL.iter().position(is_start).map_or(0, |place| place + 1);
    let point = (0..STARTING_POINT).rev().map(|at| place >> at & 1 == 1);
    marks.map(|marks| marks.into_iter().chain(point).collect())
}

/// The tag of a questionnaire: what tells its codes from those of most others.
fn tag(asked: &Questionnaire) -> [u8; TAG] {
    let mut hash = Sha256::new();
    hash.update(format!("{}\n", asked.scale.len()));
    for question in &asked.questions {
        hash.update(format!("{}\n", question.id));
    }
    hash.update("\n");
    for interest in &asked.interests {
        hash.update(format!("{}\n", interest.id));
    }
    let hash: [u8; 32] = hash.finalize().into();
    let [first, second, third, ..] = hash;
    let bits = u32::from_be_bytes([0, first, second, third]) >> 4;
    [15, 10, 5, 0].map(|at| (bits >> at & 31).to_le_bytes()[0])
}
