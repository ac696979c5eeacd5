//! Counts that were read are believed only if people can have given them.

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::cohort::{Misfit, RunId, StoredSummary, Summary};
use serde_json::{Value, json};

use crate::cohort::{answers, counted};
use crate::support::small;

/// Twenty people of two sites who answered in one of four ways, as they are written.
fn written(catalogue: &Catalogue) -> Value {
    let kinds = answers(catalogue, &["523454", "152321", "3-5242", "441532"]);
    let people = (0..20).map(|of| (&kinds[of % 4], ["North", "South"][of / 10]));
    let summary = counted(catalogue, Some("site"), people).of_run(RunId::from_bits(1));
    serde_json::to_value(summary).unwrap()
}

fn checked(catalogue: &Catalogue, written: Value) -> Result<Summary, Misfit> {
    serde_json::from_value::<StoredSummary>(written).unwrap().checked(catalogue)
}

/// The message for a summary in which the value at `pointer` is another.
#[track_caller]
fn refused(pointer: &str, value: Value) -> String {
    let catalogue = small();
    let mut written = written(&catalogue);
    *written.pointer_mut(pointer).unwrap() = value;
    checked(&catalogue, written).unwrap_err().to_string()
}

#[test]
fn what_no_people_can_have_given_is_refused_at_its_place() {
    let damaged = |pointer: &str, value: Value, why: &str| {
        let told =
            format!("this summary is damaged: {why}; write it anew with rolefit cohort --partial");
        assert_eq!(refused(pointer, value), told);
    };
    let near = 1_u64 << 63;
    damaged(
        "/all/ranked",
        json!(near),
        "all.ranked: 9223372036854775808 cannot be: it lies between 0 and 1000000000000",
    );
    damaged(
        "/rejected",
        json!(near),
        "rejected: 9223372036854775808 cannot be: it lies between 0 and 1000000000000",
    );
    damaged("/scored", json!(21), "scored: 21 people are counted as 20");
    damaged("/all/first/0", json!(77), "all.first: 20 people are counted as 92");
    damaged("/all/complete", json!(21), "all.complete: 21 cannot be: it lies between 0 and 20");
    // 15 people answered all six, and 5 five of them at the most.
    damaged("/all/answered", json!(116), "all.answered: 116 cannot be: it lies between 90 and 115");
    damaged("/all/signs/0/1", json!(21), "all.signs[0]: 21 cannot be: it lies between 0 and 20");
    damaged("/all/leading/0", json!(21), "all.leading[0]: 21 cannot be: it lies between 0 and 20");
    damaged(
        "/items/questions/0/0",
        json!(6),
        "items.questions[0]: 21 cannot be: it lies between 0 and 20",
    );
    damaged(
        "/all/interests/1/bins/0",
        json!(9),
        "all.interests[1].bins: 20 people are counted as 29",
    );
    damaged(
        "/groups/North/ranked",
        json!(9),
        "groups.\"North\".answered: 58 cannot be: it lies between 48 and 53",
    );
    damaged("/groups/North/signs/0/0", json!(9), "groups: they are not all the people together");
    damaged("/all/first", json!([20]), "its lists: they are not as long as the data files say");
    damaged(
        "/variances/people",
        json!(21),
        "variances.people: 21 cannot be: it lies between 0 and 20",
    );
}

/// The sum counts in parts of 2^-40.
#[test]
fn a_mean_of_ten_to_the_24th_is_refused() {
    let catalogue = small();
    let mut written = written(&catalogue);
    *written.pointer_mut("/all/interests/0/sum").unwrap() = json!(123_456_789);
    let sum = ((20 * 10_i128.pow(24)) << 40).to_string();
    let written = written.to_string().replacen("123456789", &sum, 1);
    let stored: StoredSummary = serde_json::from_str(&written).unwrap();
    assert_eq!(
        stored.checked(&catalogue).unwrap_err().to_string(),
        "this summary is damaged: all.interests[0].sum: a sum of 2.00e25 cannot be: it lies \
         between 0.00 and 8.00; write it anew with rolefit cohort --partial"
    );
}

/// Alpha cannot pass 1: the products of two questions hold to their spreads.
#[test]
fn a_covariance_that_no_answers_give_is_refused() {
    // The first interest has sums and chart: 5 and 5, 1 and 2, 3 and 4, 4 and 3.
    let catalogue = small();
    let pairs = written(&catalogue).pointer("/items/question_pairs/0").unwrap().clone();
    assert_eq!(pairs, json!([20, 65, 70, 255]));
    // Squares of the deviations: sums 5 (3.0625 + 5.0625 + 0.0625 + 0.5625), chart 5 · 5; the
    // products of deviations are at most the root of 43.75 · 25, 33.07, and 65 · 70 / 20 is 227.5.
    for (products, is_refused) in [(260, false), (261, true), (195, false), (194, true)] {
        let mut changed = written(&catalogue);
        *changed.pointer_mut("/items/question_pairs/0/3").unwrap() = json!(products);
        assert_eq!(checked(&catalogue, changed).is_err(), is_refused, "{products}");
    }
    assert!(refused("/items/question_pairs/0/3", json!(261)).starts_with(
        "this summary is damaged: items.question_pairs[0]: a sum of 33.50 cannot be: it lies between"
    ));
    assert!(
        refused("/items/question_pairs/0/1", json!(66))
            .contains("items.question_pairs[0]: a sum of 66.00")
    );
    assert_eq!(
        refused("/items/question_pairs/0/0", json!(19)),
        "this summary is damaged: items.question_pairs[0]: 19 cannot be: it lies between 20 and 20; \
         write it anew with rolefit cohort --partial"
    );
}

/// Sums of a question with an interest that it does not measure: here of sums with people.
#[test]
fn sums_with_another_interest_hold_to_the_answers_and_the_scores() {
    let pointer = |rest: &str| format!("/items/other_interests/0{rest}");
    let sums = written(&small()).pointer(&pointer("")).unwrap().clone();
    // Five people each said 5, 1, 3 and 4.
    assert_eq!((&sums[0], &sums[1]), (&json!(20), &json!([65, 255])));
    for (rest, value, why) in [
        ("/0", json!(21), "21 cannot be: it lies between 0 and 20"),
        ("/0", json!(19), "a sum of 65.00 cannot be: it lies between 60.00 and 64.00"),
        ("/1/0", json!(66), "a sum of 66.00 cannot be: it lies between 65.00 and 65.00"),
        ("/1/1", json!(211), "the squares of 65 in 20 answers cannot sum to 211"),
        ("/1/1", json!(256), "a sum of -1.00 cannot be: it lies between 0.00 and 0.00"),
        ("/2/0", json!(21_u64 << 40), "a sum of 21.00 cannot be: it lies between -20.00 and 20.00"),
        ("/2/1", json!(21_u64 << 40), "a sum of 21.00 cannot be: it lies between"),
        ("/3/0", json!(19_u64 << 40), "a sum of"),
        ("/3/1", json!(0), "a sum of 0.00 cannot be: it lies between"),
        ("/4/0", json!(1_000_u64 << 40), "a sum of"),
        ("/4/1", json!(1_000_u64 << 40), "a sum of"),
        ("/4/2", json!(1_000_u64 << 40), "a sum of"),
    ] {
        let told = refused(&pointer(rest), value);
        let expected = format!("this summary is damaged: items.other_interests[0]: {why}");
        assert!(told.starts_with(&expected), "{rest}: {told}");
    }
}

/// Counts of those who answered every question on an interest: here talk and alone, on people.
#[test]
fn complete_answers_are_some_of_all() {
    let counts = json!([[0, 5, 0, 5, 5], [0, 5, 0, 5, 5]]);
    let written = written(&small());
    assert_eq!(written.pointer("/items/complete/1/questions"), Some(&counts));
    // Five people each come to 2 + 2, 5 + 5 and 4 + 4.
    assert_eq!(written.pointer("/items/complete/1/squares"), Some(&json!(900_u64 << 40)));
    for (rest, value, why) in [
        ("/questions/0/1", json!(6), ": 16 cannot be: it lies between 15 and 15"),
        ("/questions/1/1", json!(6), ".questions[1]: 15 people are counted as 16"),
        (
            "/questions/0",
            json!([5, 0, 0, 5, 5]),
            ".questions[0]: 5 cannot be: it lies between 0 and 0",
        ),
        (
            "/squares",
            json!(901_u64 << 40),
            ".squares: a sum of 901.00 cannot be: it lies between 806.67 and 900.00",
        ),
        (
            "/squares",
            json!(800_u64 << 40),
            ".squares: a sum of 800.00 cannot be: it lies between 806.67 and 900.00",
        ),
    ] {
        let told = refused(&format!("/items/complete/1{rest}"), value);
        assert_eq!(
            told,
            format!(
                "this summary is damaged: items.complete[1]{why}; write it anew with rolefit cohort \
                 --partial"
            )
        );
    }
    let short = refused("/items/complete/1/questions", json!([[0, 0, 0, 0, 0]]));
    assert!(short.contains(" its lists: they are not as long as the data files say; "), "{short}");
}

#[test]
fn a_part_names_its_run_and_counts_once() {
    let catalogue = small();
    let part = |run: u128| Summary::of(&catalogue, None).of_run(RunId::from_bits(run));
    let mut whole = Summary::of(&catalogue, None);
    whole.merge(part(1)).unwrap();
    whole.merge(part(2)).unwrap();
    let misfit = whole.merge(part(1)).unwrap_err();
    assert_eq!(
        misfit.to_string(),
        "the run 00000000000000000000000000000001 is counted already: each part counts once: take one out"
    );
    assert_eq!(whole.runs().count(), 2);
    let refused = |from: &str, to: &str| {
        let written = serde_json::to_string(&part(1)).unwrap();
        assert!(written.contains(from), "{from} in {written}");
        let written = serde_json::from_str(&written.replacen(from, to, 1)).unwrap();
        checked(&catalogue, written).unwrap_err().to_string()
    };
    assert_eq!(
        refused("\"00000000000000000000000000000001\"", ""),
        "this summary names no run: write it with rolefit cohort --partial"
    );
    let other = |version: u32| {
        format!(
            "this summary is of version {version}, and this program reads version 4: write it \
             anew with rolefit cohort --partial"
        )
    };
    assert_eq!(refused("\"rolefit_summary\":4", "\"rolefit_summary\":5"), other(5));
    // Version 2 had a list for each interest.
    let written = serde_json::to_string(&part(1)).unwrap();
    let begin = written.find(",\"question_pairs\":[").unwrap();
    let end = begin + written[begin..].find("]]").unwrap() + 1;
    let before = written.replace(&written[begin..end], ",\"pairs\":[[[0,0,0,0]],[]").replacen(
        "\"rolefit_summary\":4",
        "\"rolefit_summary\":2",
        1,
    );
    let before = serde_json::from_str::<StoredSummary>(&before).unwrap().checked(&catalogue);
    assert_eq!(before.unwrap_err().to_string(), other(2));
    // Version 3 counted nothing of other interests, and nothing of complete answers.
    let begin = written.find(",\"other_interests\":[").unwrap();
    let end = written.find(",\"variances\"").unwrap() - 1;
    let before = written.replace(&written[begin..end], "");
    let before = before.replacen("\"rolefit_summary\":4", "\"rolefit_summary\":3", 1);
    let before = serde_json::from_str::<StoredSummary>(&before).unwrap().checked(&catalogue);
    assert_eq!(before.unwrap_err().to_string(), other(3));
    let written = serde_json::to_string(&part(1)).unwrap().replacen("0001\"", "+001\"", 1);
    assert!(serde_json::from_str::<StoredSummary>(&written).is_err());
}
