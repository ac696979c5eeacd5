//! Answer codes: their form computed by hand, every slip noticed, any catalogue.

use proptest::prelude::*;
use rolefit_engine::catalogue::{Catalogue, StartingPoint};
use rolefit_engine::sheet::{AnswerCode, Answers, BadAnswerText, BadCode, Sheet};

use crate::support::{CAREERS, QUESTIONS, catalogue, lasting, middle, small};

/// The characters of a code, in the order of their worth.
const SYMBOLS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A catalogue of so many questions, points and interests, whose ids begin with `name`.
fn shaped(name: &str, questions: usize, points: u8, interests: usize) -> Catalogue {
    let list =
        |count: usize, line: &dyn Fn(usize) -> String| (0..count).map(line).collect::<String>();
    let points = (1..=points).map(|point| format!("l{point}")).collect::<Vec<_>>().join(", ");
    let text = format!(
        "format: 1\ntitle: t\nintroduction: i\nscale: [{points}]\ninterests:\n{}questions:\n{}",
        list(interests, &|at| format!("  - {{id: {name}i{at}, name: n {name}i{at}}}\n")),
        list(questions, &|at| {
            format!(
                "  - {{id: {name}q{at}, text: t {name}q{at}, interest: {name}i{}}}\n",
                at % interests
            )
        })
    );
    let careers =
        format!("format: 1\nroles: [{{id: r, name: n r, summary: s, profile: {{{name}i0: 1}}}}]\n");
    catalogue(&text, &careers)
}

/// A sheet of these digits, with these interests marked.
#[track_caller]
fn sheet<'c>(
    catalogue: &'c Catalogue,
    digits: &str,
    marked: &[&str],
    starting_point: Option<StartingPoint>,
) -> Sheet<'c> {
    let mut sheet = Sheet::from_text(catalogue, digits).unwrap();
    for interest in marked {
        sheet.weigh(interest, "2").unwrap();
    }
    sheet.starting_point = starting_point;
    sheet
}

#[track_caller]
fn code(sheet: &Sheet<'_>) -> String {
    AnswerCode::of(sheet).unwrap().to_string()
}

/// How many characters a code has, hyphens not counted.
fn length(code: &str) -> usize {
    code.chars().filter(|character| *character != '-').count()
}

#[test]
fn a_code_is_computed_by_hand() {
    let catalogue = small();
    // The tag, HYVT: the first 20 bits of the SHA-256 of
    // "5\nsums\ntalk\nmend\nwrite\nchart\nalone\n\nnumbers\npeople\nthings\nwords\n",
    // 8fb7a in hexadecimal, are 10001 11110 11011 11010.
    //
    // 52345- is 5·6^5 + 2·6^4 + 3·6^3 + 4·6^2 + 5·6 + 0 = 42294 = 1·32^3 + 9·32^2 + 9·32 + 22:
    // 199P. Six answers need four characters, as 6^6 - 1 = 46655 is at least 32^3.
    assert_eq!(code(&sheet(&catalogue, "52345-", &[], None)), "RHYV-T199-P8ZP");
    assert_eq!(code(&sheet(&catalogue, "------", &[], None)), "RHYV-T000-03FT");
    assert_eq!(code(&sheet(&catalogue, "555555", &[], None)), "RHYV-T1DH-ZBFW");
    // People is the second of four interests, and no starting point is 000: 01000 00 000 is 80.
    assert_eq!(code(&sheet(&catalogue, "52345-", &["people"], None)), "SHYV-T199-P800-4V");
    // College is the second starting point: 01010 10 000 is AG.
    let college = Some(StartingPoint::College);
    let both = sheet(&catalogue, "52345-", &["words", "people"], college);
    assert_eq!(code(&both), "SHYV-T199-PAGQ-P9");
    let nhs = Some(StartingPoint::Nhs);
    assert_eq!(code(&sheet(&catalogue, "52345-", &[], nhs)), "SHYV-T199-P18T-WM");
}

#[test]
fn forty_answers_on_five_points_take_29_characters_and_32_with_marks() {
    let catalogue = shaped("", 40, 5, 10);
    let plain = code(&sheet(&catalogue, &"3".repeat(40), &[], None));
    assert_eq!((length(&plain), plain.len()), (29, 36));
    let marked = sheet(&catalogue, &"5".repeat(40), &["i0", "i9"], Some(StartingPoint::School));
    assert_eq!((length(&code(&marked)), code(&marked).len()), (32, 39));
}

#[test]
fn a_code_does_not_change_in_length_with_the_answers() {
    let catalogue = shaped("", 40, 5, 10);
    let lengths = ["-", "1", "5"]
        .map(|digit| length(&code(&sheet(&catalogue, &digit.repeat(40), &[], None))));
    assert_eq!(lengths, [29; 3]);
}

/// Reading is not merely the inverse of writing: another hand wrote these.
#[test]
fn capitals_blanks_hyphens_and_likenesses_do_not_matter() {
    let catalogue = small();
    let expected = sheet(&catalogue, "------", &[], None);
    for typed in [
        "RHYV-T000-03FT",
        "rhyvt00003ft",
        "  R HYV t0 0o O3 ft\n",
        "R-H-Y-V-T-O-O-O-0-3-F-T",
        "RHYV\u{2011}T000\u{2013}03FT",
        "RHYV\u{a0}T000\t03FT--",
    ] {
        assert_eq!(Sheet::from_text(&catalogue, typed).as_ref(), Ok(&expected), "{typed}");
    }
    let ones = sheet(&catalogue, "555555", &[], None);
    for typed in ["RHYV-TIDH-ZBFW", "rhyv-tldh-zbfw", "RHYV-TLDH-ZBFW", "rhyv-tidh-zbfw"] {
        assert_eq!(Sheet::from_text(&catalogue, typed).as_ref(), Ok(&ones), "{typed}");
    }
}

#[test]
fn digits_are_never_taken_for_a_code_nor_a_code_for_digits() {
    for digits in ["52345-", "------", "", "4444554333253214232535224442222444132243", "52x45-"] {
        assert!(!AnswerCode::is_meant_by(digits), "{digits}");
    }
    for code in ["RHYV-T199-P8ZP", "s", " -rhyv", "QHYV-T199-P8ZP", "HRYV T199 P8ZP"] {
        assert!(AnswerCode::is_meant_by(code), "{code}");
    }
}

/// Expects that every wrong character, every swap of two neighbours, every character too
/// many or too few, and every shorter code is noticed.
#[track_caller]
fn every_slip_is_noticed(sheet: &Sheet<'_>) {
    let catalogue = sheet.catalogue();
    let written: Vec<char> = code(sheet).chars().collect();
    let read = |typed: &[char]| Sheet::from_text(catalogue, &typed.iter().collect::<String>());
    let refused = |typed: &[char]| {
        // A hyphen or a blank more or less is no slip.
        let characters =
            |code: &[char]| -> String { code.iter().filter(|c| !"- ".contains(**c)).collect() };
        if characters(typed) != characters(&written) {
            assert!(read(typed).is_err(), "{typed:?} for {written:?}");
        }
    };
    for at in 0..written.len() {
        for wrong in SYMBOLS.chars().chain("U-* é\u{30}".chars()) {
            let mut typed = written.clone();
            typed[at] = wrong;
            refused(&typed);
            typed.insert(at, written[at]);
            refused(&typed);
        }
        let mut typed = written.clone();
        typed.remove(at);
        refused(&typed);
        refused(&written[..at]);
        // The end of a code may be as many digits as there are questions: nothing tells
        // those from digits.
        let end: String = written[at + 1..].iter().collect();
        if Answers::from_digits(catalogue, &end).is_err() {
            refused(&written[at + 1..]);
        }
        if at > 0 {
            let mut typed = written.clone();
            typed.swap(at - 1, at);
            refused(&typed);
        }
    }
    // Neighbours on both sides of a hyphen, too.
    let bare: Vec<char> = written.iter().copied().filter(|character| *character != '-').collect();
    for at in 1..bare.len() {
        let mut typed = bare.clone();
        typed.swap(at - 1, at);
        refused(&typed);
    }
    let as_is: String = written.iter().collect();
    assert_eq!(Sheet::from_text(catalogue, &as_is).as_ref(), Ok(sheet));
}

#[test]
fn every_slip_is_noticed_in_codes_of_several_catalogues() {
    let (small, middle) = (small(), middle());
    for digits in ["52345-", "------", "555555", "111111", "5-5-5-"] {
        every_slip_is_noticed(&sheet(&small, digits, &[], None));
        every_slip_is_noticed(&sheet(&small, digits, &["people"], None));
        every_slip_is_noticed(&sheet(&small, digits, &["words"], Some(StartingPoint::Nhs)));
    }
    every_slip_is_noticed(&sheet(&middle, "453152345123451", &[], None));
    every_slip_is_noticed(&sheet(&middle, "---------------", &[], Some(StartingPoint::Change)));
    for (questions, points, interests) in
        [(1, 2, 3), (40, 5, 10), (60, 7, 6), (24, 9, 3), (59, 9, 64)]
    {
        let catalogue = shaped("", questions, points, interests);
        let digits: String =
            ('1'..).take(usize::from(points)).cycle().step_by(2).take(questions).collect();
        every_slip_is_noticed(&sheet(&catalogue, &digits, &[], None));
        every_slip_is_noticed(&sheet(&catalogue, &digits, &["i2"], Some(StartingPoint::School)));
    }
}

#[test]
fn any_catalogue_has_codes() {
    // The limits: 10^1000 needs ceil(1000 · log32(10)) = 665 symbols, 64 + 3 bits 14.
    let largest = shaped("", 1_000, 9, 64);
    let digits: String = ('1'..='9').rev().cycle().step_by(4).take(1_000).collect();
    let full = sheet(&largest, &digits, &["i63"], Some(StartingPoint::Degree));
    assert_eq!(length(&code(&full)), 1 + 4 + 665 + 14 + 3);
    assert_eq!(Sheet::from_text(&largest, &code(&full)).as_ref(), Ok(&full));
    let plain = sheet(&largest, &digits, &[], None);
    assert_eq!(length(&code(&plain)), 1 + 4 + 665 + 3);
    assert_eq!(Sheet::from_text(&largest, &code(&plain)).as_ref(), Ok(&plain));
    // 3^1 needs one symbol.
    let least = shaped("", 1, 2, 3);
    for digits in ["-", "1", "2"] {
        let sheet = sheet(&least, digits, &[], None);
        assert_eq!(length(&code(&sheet)), 9);
        assert_eq!(Sheet::from_text(&least, &code(&sheet)).as_ref(), Ok(&sheet));
    }
    // 4^5 and 8^5 are powers of 32 exactly: no symbol more than needed.
    assert_eq!(length(&code(&sheet(&shaped("", 5, 3, 3), "33333", &[], None))), 1 + 4 + 2 + 3);
    assert_eq!(length(&code(&sheet(&shaped("", 5, 7, 3), "77777", &[], None))), 1 + 4 + 3 + 3);
}

#[track_caller]
fn refused(catalogue: &Catalogue, typed: &str, expected: &str) {
    let error = Sheet::from_text(catalogue, typed).unwrap_err();
    assert_eq!(error.to_string(), expected, "{typed}");
}

#[test]
fn a_bad_code_says_what_is_wrong_with_it() {
    let catalogue = small();
    let mistyped =
        "this answer code is mistyped or cut short: compare it with the one you were given";
    let length = |found: usize| {
        format!(
            "this answer code is mistyped or cut short: it has {found} characters, and one for \
             these questions 12, or 14 if it begins with S; hyphens do not count"
        )
    };
    refused(&catalogue, "RHYV-T199-P8ZQ", mistyped);
    refused(&catalogue, "RHYV-T199-P8PZ", mistyped);
    refused(&catalogue, "QHYV-T199-P8ZP", mistyped);
    refused(&catalogue, "RHYU-T199-P8ZP", mistyped);
    refused(&catalogue, "RHYV-T199-P8Z", &length(11));
    refused(&catalogue, "R", &length(1));
    refused(&catalogue, "SHYV-T199-P8ZP", mistyped);
    refused(&catalogue, "RHYV-T199-P8ZP-0", &length(13));
}

#[test]
fn the_check_is_looked_at_before_the_questionnaire() {
    let (catalogue, other) = (small(), middle());
    let elsewhere = code(&sheet(&other, "453152345123451", &[], None));
    let of_another = "this answer code is of another questionnaire: it can be read only with the \
                      questions that were answered";
    refused(&catalogue, &elsewhere, of_another);
    let marked = code(&sheet(&other, "453152345123451", &[], Some(StartingPoint::Nhs)));
    refused(&catalogue, &marked, of_another);
    let slip = elsewhere.replacen(elsewhere.chars().last().unwrap(), "", 1);
    let error = Sheet::from_text(&catalogue, &slip).unwrap_err();
    assert!(matches!(error, BadAnswerText::Code(BadCode::Length { .. })), "{error}");
}

/// What a code was made for: the same ids, in the same order, on as many points.
#[test]
fn a_code_outlives_other_words_and_other_careers_but_no_other_order() {
    let read_with = |questions: &str, careers: &str| {
        Sheet::from_text(lasting(catalogue(questions, careers)), "RHYV-T199-P8ZP")
            .map(|sheet| sheet.answers().digits())
    };
    let same = Ok("52345-".to_owned());
    assert_eq!(read_with(QUESTIONS, CAREERS), same);
    assert_eq!(read_with(&QUESTIONS.replace("Mend a bicycle", "Mend a bike"), CAREERS), same);
    assert_eq!(read_with(&QUESTIONS.replace("Rather not", "Hardly"), CAREERS), same);
    assert_eq!(read_with(QUESTIONS, &CAREERS.replace("Clerk", "Accountant")), same);
    let other = Err(BadAnswerText::Code(BadCode::OtherQuestionnaire));
    assert_eq!(read_with(&QUESTIONS.replace("id: mend", "id: mends"), CAREERS), other);
    let swapped = QUESTIONS
        .replace("id: mend", "id: x")
        .replace("id: write", "id: mend")
        .replace("id: x", "id: write");
    assert_eq!(read_with(&swapped, CAREERS), other);
    assert_eq!(read_with(&QUESTIONS.replace(", Rather, Yes]", ", Yes]"), CAREERS), other);
}

#[test]
fn an_importance_other_than_1_and_2_has_no_code() {
    let catalogue = small();
    let mut unusual = sheet(&catalogue, "52345-", &["people"], None);
    unusual.weigh("words", "0.5").unwrap();
    assert_eq!(
        AnswerCode::of(&unusual).unwrap_err().to_string(),
        "an answer code holds an importance of 1 or 2 alone, and \"words\" counts 0.5"
    );
    unusual.weigh("words", "1").unwrap();
    assert_eq!(code(&unusual), "SHYV-T199-P800-4V");
}

/// Codes whose check fits, but of which the rest says nothing.
const FORGED: [&str; 10] = [
    "RHYV-T1DJ-03VT",
    "RHYV-TZZZ-Z43C",
    "SHYV-T199-P010-94",
    "SHYV-T199-P1GC-G4",
    "SHYV-T199-P1W7-PC",
    "RHYV-T199-P02P-7",
    "QHYV-T199-PKEB",
    "SHYV-T199-P075-T",
    "SHYV-T199-PFET",
    "RHYV-TWX3",
];

/// A code that begins with S, and need not.
const SPARE: &str = "SHYV-T199-P00H-5X";

/// A code that no one has written, but with a check that fits.
#[test]
fn a_sound_check_does_not_make_answers_of_what_are_none() {
    let catalogue = small();
    // 46656 = 1·32^3 + 13·32^2 + 18·32 + 0 is no number of six digits in base 6: 1DJ0.
    // Bits behind the starting point, and a sixth starting point.
    for forged in FORGED {
        let error = Sheet::from_code(&catalogue, forged).unwrap_err();
        assert_ne!(error, BadCode::OtherQuestionnaire, "{forged}");
    }
    // An S without marks and without a starting point says what an R says.
    assert_eq!(
        Sheet::from_code(&catalogue, SPARE).as_ref(),
        Ok(&sheet(&catalogue, "52345-", &[], None))
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back_and_every_slip_is_noticed(
        (questions, points, interests) in (1_usize..70, 2_u8..=9, 3_usize..=20),
        seed in prop::collection::vec(any::<u8>(), 70 + 20),
        point in prop::option::of(prop::sample::select(StartingPoint::ALL.to_vec())),
        is_marked in any::<bool>(),
    ) {
        let catalogue = shaped("x", questions, points, interests);
        let digit = |byte: &u8| match byte % (points + 1) {
            0 => '-',
            answer => char::from(b'0' + answer),
        };
        let digits: String = seed[..questions].iter().map(digit).collect();
        let mut sheet = sheet(&catalogue, &digits, &[], point);
        let marks = catalogue.questionnaire().interests.indices().zip(&seed[70..]);
        for (interest, byte) in marks.filter(|(_, byte)| is_marked && **byte % 2 == 1) {
            sheet.set_importance(interest, 1.0 + f64::from(byte % 2));
        }
        every_slip_is_noticed(&sheet);
    }
}
