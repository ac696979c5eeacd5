//! What a person can act on: pay, ways in, things to try, whom to ask, stages.

use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::catalogue::{Catalogue, Rate, StartingPoint};
use rolefit_engine::telling::entries::{EntryBody, EntryKind, EntryText, kinds_json};

use crate::support::run::words;
use crate::support::{CAREERS, QUESTIONS, Run, catalogue};

const SCALE: &str = "pay_scale: {name: Scale A, country: England, year: 2025/26, currency: GBP, \
                     source: Seen there., bands: {\"5\": [31049, 37796], \"8a\": [55690, 62682]}}\n";

const CLERK: &str = "    pay: {from: 5, to: 8a, note: A guide.}\n\
    \x20   routes:\n\
    \x20     school: {text: By an apprenticeship., links: [{title: Jobs, url: 'https://example.org/jobs', seen: 2026}]}\n\
    \x20     nhs: {text: Ask your manager.}\n\
    \x20   try: {text: Count something.}\n\
    \x20   ask: {text: A clerk near you.}\n\
    \x20   codes: {soc2020: [4131/06], onet: [43-4071.00, 43-6013.00]}\n";

/// The small careers with a pay scale, and a clerk of whom everything is known.
fn careers() -> String {
    let careers = CAREERS.replacen("specialisms:", &format!("{SCALE}specialisms:"), 1);
    careers.replacen("    activities: [Adding, Filing]\n", CLERK, 1)
}

/// What is wrong with the careers if `from` is `to` in them.
#[track_caller]
fn wrong(from: &str, to: &str) -> Vec<String> {
    let careers = careers();
    assert!(careers.contains(from), "{from}");
    let read = Catalogue::read(
        Source::decode("q", QUESTIONS.as_bytes()),
        Source::decode("c", careers.replacen(from, to, 1).as_bytes()),
    );
    let problems = read.err().map(|problems| problems.as_slice().to_vec()).unwrap_or_default();
    problems.iter().map(|of| of.to_string().split_once(": ").unwrap().1.to_owned()).collect()
}

#[test]
fn pay_is_told_in_amounts_and_by_its_scale() {
    let catalogue = catalogue(QUESTIONS, &careers());
    let careers = catalogue.careers();
    let role = &careers.roles.as_slice()[0];
    let (pay, scale) = role.pay.as_ref().zip(careers.pay_scale.as_ref()).unwrap();
    assert_eq!((&pay.from, &pay.to), (&Rate::Band("5".into()), &Rate::Band("8a".into())));
    assert_eq!(scale.amounts(pay), Some([31_049.0, 62_682.0]));
    let shown = kinds_json(&catalogue, &[EntryKind::Roles]);
    assert_eq!(shown["roles"][0]["pay"]["amounts"], serde_json::json!([31_049.0, 62_682.0]));
    assert_eq!(shown["roles"][0]["pay"]["currency"], "GBP");
    let page = page();
    let told = "Pay £31,049 to £62,682 a year (bands 5 to 8a of Scale A, England, 2025/26). A \
                guide. Seen there.";
    assert!(page.contains(told), "{page}");
}

#[test]
fn where_there_is_a_scale_a_role_without_pay_says_so() {
    let careers = careers().replace("    pay: {from: 5, to: 8a, note: A guide.}\n", "");
    let told = |careers: &str| words(&Run::with(["show", "clerk"], QUESTIONS, careers).told());
    let says = "Pay No figure is given here. Adverts say what a post pays.";
    assert!(told(&careers).contains(says), "{}", told(&careers));
    let no_scale = careers.replace(SCALE, "");
    assert!(!told(&no_scale).contains("Pay "), "{}", told(&no_scale));
}

/// The clerk's page on one line.
fn page() -> String {
    words(&Run::with(["show", "clerk"], QUESTIONS, &careers()).told())
}

#[test]
fn pay_is_in_bands_of_the_scale_or_in_amounts() {
    assert_eq!(wrong("to: 8a", "to: 60000"), [""; 0]);
    assert_eq!(wrong("to: 8a", "to: 8b"), ["there is no band called \"8b\""]);
    assert_eq!(
        wrong(SCALE, ""),
        ["5", "8a"].map(|band| format!(
            "there is no band called \"{band}\"; name the bands or the currency in pay_scale"
        ))
    );
    let upside_down =
        ["the band ends at 1, below 31049, where it begins; write the lower amount first"];
    assert_eq!(wrong("[31049, 37796]", "[31049, 1]"), upside_down);
    assert_eq!(wrong("to: 8a", "to: 8"), ["there is no band called \"8\"; did you mean \"8a\"?"]);
    let digits = "write an amount in digits alone, such as 24000";
    for amount in ["£24000", "'24,000'"] {
        let expected =
            format!("there is no band called \"{}\"; {digits}", amount.trim_matches('\''));
        assert_eq!(wrong("to: 8a", &format!("to: {amount}")), [expected]);
    }
    assert_eq!(
        wrong("to: 8a", "to: 24000"),
        ["the pay ends at 24000, below 31049, where it begins; write the lower amount first"]
    );
    let currency = "\"pounds\" is no currency: expected its three capital letters, such as GBP";
    assert!(wrong("currency: GBP", "currency: pounds").contains(&currency.to_owned()));
    let seen = ["expected a whole number from 1990 to 2999, found 26"];
    assert_eq!(wrong("seen: 2026", "seen: 26"), seen);
    let unknown = ["unknown key \"scool\"; did you mean \"school\"?"];
    assert_eq!(wrong("school:", "scool:"), unknown);
}

#[test]
fn a_page_tells_of_routes_trying_asking_and_codes() {
    let page = page();
    let parts = [
        "The way in At school By an apprenticeship. - Jobs https://example.org/jobs In the NHS \
         already Ask your manager.",
        "Try this week Count something.",
        "Whom to ask A clerk near you.",
        "In lists of occupations - SOC 2020: 4131/06 - O*NET: 43-4071.00, 43-6013.00",
    ];
    for part in parts {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

#[test]
fn the_route_from_where_a_person_starts_is_told_and_the_others_are_named() {
    let sheet = "{\"answers\": \"521234\", \"starting_point\": \"nhs\"}";
    let run = Run::with(["score", "s.json", "--format", "markdown"], QUESTIONS, &careers());
    let told = run.file("s.json", sheet).told();
    let place = |text: &str| told.find(text).unwrap_or_else(|| panic!("no {text} in {told}"));
    let others = "\nOther ways in: from school: `rolefit show clerk --questions q --careers c`\n";
    assert!(place("Ask your manager.") < place(others), "{told}");
    assert!(!told.contains("By an apprenticeship."), "{told}");
    // A page that may be read without the program names no command.
    let run = Run::with(["score", "s.json", "--format", "html"], QUESTIONS, &careers());
    let page = words(&run.file("s.json", sheet).told());
    assert!(page.contains("<p>Other ways in: from school.</p>"), "{page}");
    assert!(!page.contains("By an apprenticeship."), "{page}");
    // Where nothing is known of the person, every way in is told.
    let all =
        Run::with(["score", "--answers", "521234", "--format", "markdown"], QUESTIONS, &careers());
    let all = all.told();
    assert!(all.contains("By an apprenticeship.") && !all.contains("Other ways in"), "{all}");
    let catalogue = catalogue(QUESTIONS, &careers());
    let role = catalogue.careers().roles.as_slice()[0].id.as_str();
    let entry = EntryKind::Roles.entries(&catalogue)[0];
    let text = EntryText::of(&catalogue, entry, None);
    let routes = text.sections.iter().find_map(|section| match &section.body {
        EntryBody::Routes(routes) => Some(routes),
        _ => None,
    });
    let from: Vec<&str> = routes.unwrap().ways.iter().map(|route| route.from.as_str()).collect();
    assert_eq!((role, from), ("clerk", vec!["At school", "In the NHS already"]));
    assert_eq!(StartingPoint::Nhs.meaning(), "In the NHS already.");
}

#[test]
fn the_next_step_is_that_from_where_a_person_starts() {
    let from = |point: &str| {
        let run = Run::with(["score", "--answers", "521234"], QUESTIONS, &careers());
        words(&run.arg(format!("--starting-point={point}")).told())
    };
    let school = from("school");
    assert!(school.contains("Next, from school, read: Jobs https://example.org/jobs"), "{school}");
    let way_in = "The way in from school: By an apprenticeship. https://example.org/jobs * Talk";
    assert!(school.contains(way_in), "{school}");
    // A way in without a page is told, and the page of the role stays the next to read.
    let nhs = from("nhs");
    assert!(nhs.contains("The way in from within the NHS: Ask your manager. * Talk"), "{nhs}");
    assert!(!nhs.contains("Next, from"), "{nhs}");
    assert!(!from("degree").contains("The way in with a degree"));
}

#[test]
fn a_quiz_takes_the_starting_point_and_asks_a_script_for_none() {
    let quiz = ["quiz", "--quiet", "--format", "json", "--starting-point", "college"];
    let told = Run::with(quiz, QUESTIONS, &careers()).stdin("5\n2\n1\n2\n3\n4\n\n\n").json();
    assert_eq!(told["starting_point"], "college");
    assert_eq!(told["sheet"]["starting_point"], "college");
    let quiz = ["quiz", "--quiet", "--format", "json"];
    let told = Run::with(quiz, QUESTIONS, &careers()).stdin("5\n2\n1\n2\n3\n4\n\n\n").json();
    assert_eq!(told["starting_point"], serde_json::Value::Null);
}

#[test]
fn at_school_two_lines_tell_of_the_training_and_lead_to_the_rest() {
    let told = |format: &str, point: &str| {
        let run = Run::with(["score", "--answers", "521234"], QUESTIONS, &careers());
        words(
            &run.arg(format!("--format={format}")).arg(format!("--starting-point={point}")).told(),
        )
    };
    let later = "Training Training for these roles comes later on. rolefit show modules \
                 --questions q --careers c What";
    let text = told("text", "school");
    assert!(text.contains(later), "{text}");
    assert!(!text.contains("Rotations of the first year"), "{text}");
    assert!(told("text", "nhs").contains("Rotations of the first year"));
    let page = told("html", "college");
    assert!(page.contains("<summary>More about it</summary>"), "{page}");
    assert!(!told("html", "degree").contains("<summary>More about it</summary>"));
    let markdown = told("markdown", "school");
    let later = "Training for these roles comes later on. Its modules: `rolefit show modules \
                 --questions q --careers c`";
    assert!(markdown.contains(later), "{markdown}");
}

#[test]
fn what_has_to_be_known_of_the_modules_stands_with_them() {
    let note = "programme_note: These are of another day.\n";
    let careers = CAREERS.replacen("specialisms:", &format!("{note}specialisms:"), 1);
    for args in [["show", "modules"], ["score", "--answers=521234"]] {
        let told = words(&Run::with(args, QUESTIONS, &careers).told());
        assert!(told.contains("These are of another day."), "{told}");
    }
    let modules = Run::with(["show", "modules", "--format", "json"], QUESTIONS, &careers).json();
    assert_eq!(modules["programme_note"], "These are of another day.");
    let told = Run::with(["show", "roles"], QUESTIONS, &careers).told();
    assert!(!told.contains("another day"), "{told}");
}

#[test]
fn a_module_is_taken_at_a_stage_that_the_file_declares() {
    let stages = "stages:\n- {id: autumn, name: The autumn, fixed: true, note: In most years.}\n\
                  - {id: spring, name: The spring}\n";
    let careers = CAREERS
        .replacen("modules:", &format!("{stages}modules:"), 1)
        .replacen("stage: rotation", "stage: spring", 1)
        .replacen("stage: specialist", "stage: autumn", 1);
    let modules = Run::with(["show", "modules", "--format", "json"], QUESTIONS, &careers).json();
    assert_eq!(modules["modules"][0]["stage"], "spring");
    let page = words(&Run::with(["show", "speaking"], QUESTIONS, &careers).told());
    assert!(page.contains("The autumn. In most years."), "{page}");
    let run = Run::with(["score", "--answers", "521234"], QUESTIONS, &careers);
    let told = words(&run.told());
    let place = |text: &str| told.find(text).unwrap_or_else(|| panic!("no {text} in {told}"));
    assert!(place("The autumn.") < place("The spring."), "{told}");
    assert!(!told.contains("choose"), "{told}");
}
