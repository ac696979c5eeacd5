//! What an audit says would mend a catalogue: that it does.

use rolefit_engine::audit::{AlikePair, Audit, Effort, Finding, audit};
use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::report::{Brief, Reporter};
use rolefit_engine::sheet::{Answers, Sheet};
use rolefit_engine::simulation::simulate;
use rolefit_engine::telling::audit::AuditText;

use crate::support::{catalogue, lasting, middle};

const QUICK: Effort = Effort { respondents: 2_000, work: 100_000_000 };

/// Some interests, each a letter, with so many questions on each.
fn lettered(interests: &str, each: usize) -> String {
    let mut text =
        String::from("format: 1\ntitle: t\nintroduction: i\nscale: [a, b, c, d, e]\ninterests:\n");
    for interest in interests.chars() {
        text += &format!("  - {{id: {interest}, name: {interest}}}\n");
    }
    text += "questions:\n";
    for number in 0..each {
        for interest in interests.chars() {
            let id = format!("{interest}{number}");
            text += &format!("  - {{id: {id}, text: {id}, interest: {interest}}}\n");
        }
    }
    text
}

fn roles(profiles: &[(&str, String)]) -> String {
    let mut text = String::from("format: 1\nroles:\n");
    for (id, profile) in profiles {
        text += &format!("  - {{id: {id}, name: {id}, summary: s, profile: {{{profile}}}}}\n");
    }
    text
}

fn weights(interests: &str, weights: &[f64]) -> String {
    let each = interests.chars().zip(weights).map(|(of, weight)| format!("{of}: {weight}"));
    each.collect::<Vec<_>>().join(", ")
}

fn audited(questions: &str, careers: &str) -> Audit<'static> {
    audit(lasting(catalogue(questions, careers)), &[], QUICK, &|_| ())
}

fn findings<'a>(audit: &'a Audit<'_>, code: &str) -> Vec<&'a Finding> {
    audit.problems.iter().filter(|of| of.code == code).collect()
}

/// The moves of a pair: role, interest, from, and to in thousandths.
fn moves(pair: &AlikePair<'_>) -> Vec<(String, String, f64, f64)> {
    let moves = pair.moves.iter();
    moves
        .map(|of| {
            let to = (of.to * 1000.0).round() / 1000.0;
            (of.role.to_string(), of.interest.to_string(), of.from, to)
        })
        .collect()
}

#[test]
fn a_pair_too_alike_is_told_once_with_the_moves_that_part_it() {
    // Centred and in lengths of 1, a is (1, 0, -1) / √2 and b is (2, -1, -1) / √6: .866 alike.
    let careers = roles(&[
        ("a", "x: 4, y: 2".to_owned()),
        ("b", "x: 4".to_owned()),
        ("c", "z: 4".to_owned()),
    ]);
    let audit = audited(&lettered("xyz", 2), &careers);
    let [pair] = &audit.pairs[..] else { panic!("{:?}", audit.pairs) };
    assert_eq!((pair.roles[0].as_str(), pair.roles[1].as_str(), pair.limit), ("a", "b", 0.75));
    assert!((pair.similarity - 0.75_f64.sqrt()).abs() < 1e-12);
    // With a at (4, y, 0), (8 - y) / √(64 - 16 y + 4 y²) = .75: 1.25 y² + 7 y = 28, y = 2.699.
    // With b at (4, 0, z), z² - 20 z + 16 = 0, z = 10 - √84 = .835.
    // With a at (x, 2, 0) and u = x - 1, u / √(u² + 3) = .75, x = 1 + √(27 / 7) = 2.964.
    // With a at (4, 2, z), 1.25 z² - 1.5 z = 9, z = 3.350; all others pass 0 or 4.
    let of = |role: &str, interest: &str, from, to| (role.into(), interest.into(), from, to);
    let expected = [
        of("a", "y", 2.0, 2.699),
        of("b", "z", 0.0, 0.835),
        of("a", "x", 4.0, 2.964),
        of("a", "z", 0.0, 3.35),
    ];
    assert_eq!(moves(pair), expected);
    // With a at (4 - d, 2 + d, 0), d² - 10 d + 4 = 0, d = 5 - √21 = .417.
    let [up, down] = pair.two_moves.unwrap();
    assert_eq!((up.role.as_str(), up.interest.as_str(), up.from), ("a", "y", 2.0));
    assert_eq!((down.role.as_str(), down.interest.as_str(), down.from), ("a", "x", 4.0));
    let moved = 5.0 - 21.0_f64.sqrt();
    assert!((up.by() - moved).abs() < 1e-9 && (down.by() + moved).abs() < 1e-9);
    let [finding] = findings(&audit, "alike-roles")[..] else { panic!("{:?}", audit.problems) };
    assert_eq!(finding.subject, "a");
    assert_eq!(finding.message, "is 0.87 like b: few will be told apart");
    assert_eq!(
        finding.repair.as_deref(),
        Some(
            "One weight brings them to 0.75: y of a from 2 to 2.7, or z of b from 0 to 0.9, or x \
             of a from 4 to 2.9. So do two against each other: y of a from 2 to 2.5, and x of a \
             from 4 to 3.5."
        )
    );
}

#[test]
fn a_pair_that_no_one_weight_parts_is_told_as_that() {
    // Of ten weights, all at an end of the range, one that goes to the other end leaves .8.
    let careers = roles(&[
        ("a", weights("abcdefghij", &[10.0, 10.0, 10.0, 10.0, 10.0, 0.0, 0.0, 0.0, 0.0, 0.0])),
        ("b", weights("abcdefghij", &[10.0, 10.0, 10.0, 10.0, 10.0, 0.0, 0.0, 0.0, 0.0, 1.0])),
    ]);
    let audit = audited(&lettered("abcdefghij", 1), &careers);
    assert_eq!(audit.pairs[0].moves, []);
    let [up, down] = audit.pairs[0].two_moves.unwrap();
    assert!(up.by() > 0.0 && (up.by() + down.by()).abs() < 1e-9, "{up:?} {down:?}");
    let repair = findings(&audit, "alike-roles")[0].repair.as_ref().unwrap();
    let said = "No one weight brings them to 0.75 within the weights that the roles use. So do two";
    assert!(repair.starts_with(said), "{repair}");
}

fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let centred = |of: &[f64]| {
        let mean = of.iter().sum::<f64>() / f64::from(u32::try_from(of.len()).unwrap());
        of.iter().map(|value| value - mean).collect::<Vec<f64>>()
    };
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let (one, other) = (centred(one), centred(other));
    dot(&one, &other) / (dot(&one, &one) * dot(&other, &other)).sqrt()
}

#[test]
fn every_move_ends_at_the_limit_and_none_is_smaller() {
    let letters = "abcde";
    let profiles =
        [[5.0, 3.0, 0.0, 1.0, 2.0], [5.0, 4.0, 1.0, 0.0, 2.0], [4.0, 4.0, 0.0, 2.0, 3.0]];
    let named: Vec<(&str, String)> = ["p", "q", "r"]
        .into_iter()
        .zip(profiles)
        .map(|(id, of)| (id, weights(letters, &of)))
        .collect();
    let audit = audited(&lettered(letters, 1), &roles(&named));
    assert_eq!(audit.pairs.len(), 3);
    let place = |letters: &str, id: &str| letters.find(id).unwrap();
    for pair in &audit.pairs {
        let [one, other] = pair.roles.map(|id| profiles[place("pqr", id.as_str())]);
        assert!((correlation(&one, &other) - pair.similarity).abs() < 1e-12);
        let mut smallest = std::collections::BTreeMap::new();
        for of in &pair.moves {
            let is_first = of.role == pair.roles[0];
            let (mut own, against) = if is_first { (one, other) } else { (other, one) };
            let interest = place(letters, of.interest.as_str());
            own[interest] = of.to;
            assert!((correlation(&own, &against) - 0.75).abs() < 1e-9, "{of:?}");
            assert!((0.0..=5.0).contains(&of.to), "{of:?}");
            smallest.insert((is_first, interest), of.by().abs());
        }
        // Tried in steps of a hundredth: nothing nearer parts them, and nothing else at all.
        for (is_first, own, against) in [(true, one, other), (false, other, one)] {
            for (interest, hundredth) in (0..5).flat_map(|of| (0..=500).map(move |to| (of, to))) {
                let mut moved = own;
                moved[interest] = f64::from(hundredth) / 100.0;
                if correlation(&moved, &against) <= 0.75 {
                    let by = (moved[interest] - own[interest]).abs();
                    assert!(smallest[&(is_first, interest)] <= by + 1e-9, "{pair:?} {interest}");
                }
            }
        }
    }
}

#[test]
fn no_step_that_frees_a_role_makes_it_another() {
    // One step of z makes t the same as u, and u then shares every first place.
    let text = roles(&[
        ("a", "x: 3, y: 1".to_owned()),
        ("b", "x: 3, y: 2".to_owned()),
        ("t", "x: 3, y: 1.5".to_owned()),
        ("u", "x: 4, y: 2, z: 1".to_owned()),
    ]);
    let own = catalogue(&lettered("xyz", 3), &text);
    let audit = audit(&own, &[], QUICK, &|_| ());
    for role in audit.roles.iter().filter_map(|role| role.freed_by.as_ref()) {
        let careers = own.careers();
        let at = careers.roles.position(|of| of.id == *role.change.role).unwrap();
        let place = "xyz".find(role.change.interest.as_str()).unwrap();
        let mut moved = careers.roles[at].profile.weights().to_vec();
        moved[place] = role.change.to;
        for (_, other) in careers.roles.indexed().filter(|(of, _)| *of != at) {
            assert!(correlation(&moved, other.profile.weights()) < 1.0 - 1e-9, "{role:?}");
        }
    }
    assert!(audit.roles.iter().any(|role| role.freed_by.is_some()), "{:?}", audit.roles);
}

#[test]
fn a_rare_role_is_told_who_crowds_it_out_and_what_frees_it() {
    // Between two others, s has a narrow wedge.
    let text = |s: &str| {
        roles(&[
            ("a", "x: 10, y: 5".to_owned()),
            ("b", "x: 10, y: 1".to_owned()),
            ("c", "z: 10".to_owned()),
            ("s", s.to_owned()),
        ])
    };
    let questions = lettered("xyz", 3);
    let own = catalogue(&questions, &text("x: 10, y: 3"));
    let audit = audit(&own, &[], QUICK, &|_| ());
    let role = &audit.roles[3];
    // The same counted from the reports of the same people.
    let people = simulate(&own, QUICK.respondents);
    let reporter = Reporter::new(&own);
    let mut counts = [0.0; 4];
    for person in people.iter().filter(|of| truly_first(of.interests.as_slice()) == "s") {
        let first = scored(&reporter, person.answers.clone()).roles[0].id.to_string();
        counts["abcs".find(&first).unwrap()] += 1.0;
    }
    let suited: f64 = counts.iter().sum();
    assert!((role.truly_first_share - suited / 2_000.0).abs() < 1e-12);
    for of in &role.first_instead {
        let expected = counts["abcs".find(of.id.as_str()).unwrap()] / suited;
        assert!((of.share - expected).abs() < 1e-12, "{of:?} {counts:?}");
    }
    assert!(role.first_instead.is_sorted_by(|left, right| left.share >= right.share));
    // What is told of the change is what an audit of the changed file finds.
    let freed = role.freed_by.unwrap();
    assert!((freed.change.by().abs() - 1.0).abs() < 1e-12 && freed.first_share > role.first_share);
    let changed = careers_with(&text("x: 10, y: 3"), &freed.change);
    let after = audited(&questions, &changed);
    assert!((after.roles[3].first_share - freed.first_share).abs() < 1e-12);
    let [finding] = findings(&audit, "rare-role")[..] else { panic!("{:?}", audit.problems) };
    let repair = finding.repair.as_ref().unwrap();
    let begins = format!("Of the {:.1}% of respondents whom it truly suits best, ", suited / 20.0);
    assert!(repair.starts_with(&begins), "{repair}");
    let change = &freed.change;
    let said =
        format!("{} of {} from {} to {} ", change.interest, change.role, change.from, change.to);
    assert!(repair.contains(&said), "{repair}");
    let times =
        format!("comes first {:.2} times as often as an even share.", 4.0 * freed.first_share);
    assert!(repair.ends_with(&times), "{repair}");
    assert!(audit.roles[2].freed_by.is_none(), "the others are not rare");
}

/// The role of that test which correlates most with interests.
fn truly_first(interests: &[f64]) -> &'static str {
    let roles = [
        ("a", [10.0, 5.0, 0.0]),
        ("b", [10.0, 1.0, 0.0]),
        ("c", [0.0, 0.0, 10.0]),
        ("s", [10.0, 3.0, 0.0]),
    ];
    let most = roles.into_iter().max_by(|(_, left), (_, right)| {
        correlation(left, interests).total_cmp(&correlation(right, interests))
    });
    most.unwrap().0
}

/// The careers with one weight changed.
fn careers_with(text: &str, change: &rolefit_engine::audit::WeightMove<'_>) -> String {
    let head = format!("{{id: {},", change.role);
    let line = text.lines().find(|line| line.contains(&head)).unwrap();
    let (interest, from, to) = (change.interest, change.from, change.to);
    let old = format!("{interest}: {from}");
    let new = if line.contains(&old) {
        line.replace(&old, &format!("{interest}: {to}"))
    } else {
        line.replace("profile: {", &format!("profile: {{{interest}: {to}, "))
    };
    text.replace(line, &new)
}

fn scored<'c>(reporter: &Reporter<'c>, answers: Answers<'c>) -> Brief<'c> {
    Brief::of(reporter, &Sheet::new(answers), 1)
}

#[test]
fn dropping_a_question_costs_what_scoring_without_it_gives() {
    let own = middle();
    let effort = Effort { respondents: 300, ..QUICK };
    let audit = audit(&own, &[], effort, &|_| ());
    let truly = |interests: &[f64]| {
        let roles = own.careers().roles.iter();
        let keyed =
            roles.map(|role| (role.id.as_str(), correlation(role.profile.weights(), interests)));
        keyed.max_by(|left, right| left.1.total_cmp(&right.1)).unwrap().0
    };
    let question = own.questionnaire().questions.indices().nth(4).unwrap();
    let reporter = Reporter::new(&own);
    let (mut lost, mut won) = (0.0, 0.0);
    for person in simulate(&own, 300) {
        let best = truly(person.interests.as_slice());
        let finds = |answers| {
            scored(&reporter, answers).roles.first().is_some_and(|role| role.id.as_str() == best)
        };
        let mut without = person.answers.clone();
        without.set(question, None);
        match (finds(person.answers), finds(without)) {
            (true, false) => lost += 1.0,
            (false, true) => won += 1.0,
            _ => (),
        }
    }
    let of = &audit.questions[4];
    assert_eq!(of.respondents, 300);
    let mean = (lost - won) / 300.0;
    assert!((of.costs - mean).abs() < 1e-12, "{of:?} {lost} {won}");
    // Of 1, 0 and -1 the variance is the mean square less the squared mean.
    let error = (((lost + won) / 300.0 - mean * mean) / 300.0_f64).sqrt();
    assert!((of.costs_error - error).abs() < 1e-12 && error > 0.0, "{of:?}");
}

#[test]
fn the_rest_of_an_interest_is_what_its_other_questions_say() {
    let own = catalogue(&lettered("xyz", 3), &roles(&[("a", "x: 1".to_owned())]));
    let audit = audit(&own, &[], QUICK, &|_| ());
    // Questions x0, y0, z0, x1, …: the first and the rest of its interest and of the second.
    let coordinates = |person: &rolefit_engine::simulation::Respondent<'_>, places: &[usize]| {
        let digits = person.answers.digits();
        let digits = places.iter().map(|place| digits.as_bytes()[*place] - b'0');
        digits.map(f64::from).sum::<f64>()
    };
    let people = simulate(&own, QUICK.respondents);
    let sums = |places: &[usize]| -> Vec<f64> {
        people.iter().map(|person| coordinates(person, places)).collect()
    };
    let of = &audit.questions[0];
    let own_rest = correlation(&sums(&[0]), &sums(&[3, 6]));
    let others =
        [correlation(&sums(&[0]), &sums(&[1, 4, 7])), correlation(&sums(&[0]), &sums(&[2, 5, 8]))];
    assert!((of.item_rest.unwrap() - own_rest).abs() < 1e-9, "{of:?} {own_rest}");
    let best = of.best_other.unwrap();
    assert!((best.correlation - others[0].max(others[1])).abs() < 1e-9, "{of:?} {others:?}");
    assert_eq!((of.interest.as_str(), best.is_clearly_more), ("x", false));
}

#[test]
fn questions_that_harm_or_measure_another_interest_are_named() {
    // q measures x a little more than y, of which there are many other questions.
    let mut questions = lettered("xyz", 1);
    for number in 1..8 {
        questions += &format!("  - {{id: y{number}, text: y{number}, interest: y}}\n");
    }
    questions += "  - {id: q, text: q, interests: {x: 1, y: 0.95}}\n";
    // heavy outweighs the other questions on z, which say more together.
    for number in 1..8 {
        questions += &format!("  - {{id: z{number}, text: z{number}, interest: z}}\n");
    }
    questions += "  - {id: heavy, text: heavy, interests: {z: 30}}\n";
    let careers = roles(&[
        ("a", "x: 1".to_owned()),
        ("b", "y: 1".to_owned()),
        ("c", "z: 1".to_owned()),
        ("d", "x: 1, y: 1".to_owned()),
    ]);
    let audit = audited(&questions, &careers);
    let subjects =
        |code| findings(&audit, code).iter().map(|of| of.subject.clone()).collect::<Vec<_>>();
    assert_eq!(subjects("measures-another"), ["q"], "{:#?}", audit.questions);
    assert_eq!(subjects("harmful-question"), ["q", "heavy"], "{:#?}", audit.questions);
}

fn told(catalogue: &Catalogue, effort: Effort) -> String {
    let text = AuditText::of(catalogue, &audit(catalogue, &[], effort, &|_| ()));
    text.recovery[0].paragraphs.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

#[test]
fn effort_that_was_cut_is_not_told_as_people_who_cannot_be_ranked() {
    let small = catalogue(
        &lettered("xyz", 3),
        &roles(&[("a", "x: 1".to_owned()), ("b", "y: 1".to_owned())]),
    );
    // 2,048 draws of two roles on three interests are 12,288 multiplications.
    let cut = told(&small, Effort { respondents: 2_000, work: 12_288 * 500 });
    let said =
        "Chances were worked out for the first 500 alone, since more would take too long. Over";
    assert!(cut.contains(said), "{cut}");
    let whole = told(&small, Effort { respondents: 500, work: u64::MAX / 8 });
    assert!(!whole.contains("too long"), "{whole}");
}

/// Six interests with a role on each and a half, and what is asked.
fn six(questions: &str, scale: &str) -> Audit<'static> {
    let profiles =
        ["a: 5, c: 3", "b: 5, d: 3", "c: 5, e: 3", "d: 5, f: 3", "e: 5, a: 3", "f: 5, b: 3"];
    let named = ["u", "v", "w", "x", "y", "z"].into_iter().zip(profiles.map(str::to_owned));
    let head = lettered("abcdef", 0).replace("[a, b, c, d, e]", scale);
    let catalogue = catalogue(&(head + questions), &roles(&named.collect::<Vec<_>>()));
    let effort = Effort { respondents: 4_000, work: u64::MAX / 8 };
    audit(lasting(catalogue), &[], effort, &|_| ())
}

#[test]
fn chances_that_do_not_hold_are_told_with_their_cause() {
    let question = |number: usize, of: String| {
        format!("  - {{id: q{number}, text: q{number}, interests: {{{of}}}}}\n")
    };
    let interest = |number: usize| &"abcdef"[number % 6..=number % 6];
    let mixed = |at: usize| format!("{}: 1, {}: 1", interest(at), interest(at + 1 + at / 6));
    let mixed: String = (0..12).map(|at| question(at, mixed(at))).collect();
    let single: String = (0..18).map(|at| question(at, format!("{}: 1", interest(at)))).collect();
    let five = "[a, b, c, d, e]";
    for (asked, scale, cause, mended) in [
        (
            &mixed,
            five,
            "12 of 12 questions measure several interests at once: without that the error \
          would be 0.0",
            "Let each question measure one interest.",
        ),
        (
            &single,
            "[a, b]",
            "The scale is coarse: it has 2 points: without that the error would be 0.0",
            "Offer more answers.",
        ),
    ] {
        let audit = six(asked, scale);
        let calibration = &audit.recovery.full.calibration;
        assert!(calibration.error > 0.05 && calibration.boldness > 0.05, "{calibration:?}");
        let [finding] = findings(&audit, "miscalibrated")[..] else {
            panic!("{:?}", audit.problems)
        };
        let message =
            format!("are too bold: the expected calibration error is {:.3}, ", calibration.error);
        assert!(finding.message.starts_with(&message), "{}", finding.message);
        let repair = finding.repair.as_ref().unwrap();
        assert!(repair.starts_with(cause) && repair.ends_with(mended), "{repair}");
    }
    // With one interest for each question and five points the chances hold.
    assert!(findings(&six(&single, five), "miscalibrated").is_empty());
}
