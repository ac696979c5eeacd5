use proptest::prelude::*;

use super::*;
use crate::sitting::Form;

fn answer(id: &str, answer: Option<u8>) -> SavedAnswer {
    SavedAnswer { id: id.to_owned(), seen: "00".to_owned(), answer }
}

fn sittings() -> impl Strategy<Value = SavedSitting> {
    let asked = proptest::collection::vec((0..9_usize, proptest::option::of(1..6_u8)), 0..6);
    let matters = proptest::collection::vec("[a-z]{1,3}", 0..3);
    let result = proptest::option::of("[a-z\"\\\\]{0,5}");
    let start = proptest::option::of(proptest::sample::select(&StartingPoint::ALL[..]));
    (asked, matters, start, result, 0..3_u8).prop_map(|(asked, matters, start, result, form)| {
        let mut sitting = SavedSitting::blank(match form {
            0 => Form::Full,
            1 => Form::Short,
            _ => Form::Adaptive(0.1 + 0.2),
        });
        for (number, given) in asked {
            SittingEvent::Put(answer(&format!("q{number}"), given)).apply(&mut sitting);
        }
        sitting.matters = matters;
        sitting.starting_point = start;
        sitting.result = result.map(|line| SavedResult {
            catalogue: "sha256:00".to_owned(),
            summary: vec![line, String::new()],
        });
        sitting
    })
}

proptest! {
    /// Wherever the file is cut, what is read is the sitting at the last line that
    /// is whole, and going on from there gives what was to come.
    #[test]
    fn a_cut_anywhere_is_a_sitting_as_it_was(
        states in proptest::collection::vec(sittings(), 1..6),
        cut in any::<prop::sample::Index>(),
        is_whole_object in any::<bool>(),
    ) {
        let (mut journal, mut file) = if is_whole_object {
            let object = serde_json::to_string(&states[0]).unwrap();
            (SittingJournal::read(object.as_bytes()).unwrap(), object)
        } else {
            SittingJournal::begin(&states[0])
        };
        let mut ends = vec![(file.len(), states[0].clone())];
        for state in &states[1..] {
            for event in changes(&journal.sitting, state) {
                let mut next = journal.sitting.clone();
                event.apply(&mut next);
                let (after, lines) = journal.go_on(&next);
                file += &lines;
                journal = after;
                ends.push((file.len(), next));
            }
            prop_assert_eq!(&journal.sitting, state);
        }
        prop_assert_eq!(journal.length(), file.len() as u64);
        let whole = SittingJournal::read(file.as_bytes()).unwrap();
        prop_assert_eq!(&whole, &journal);
        let cut = cut.index(file.len() + 1);
        let read = SittingJournal::read(&file.as_bytes()[..cut]);
        // A line that lacks nothing but its end holds as well.
        let last = ends.iter().rev().find(|(end, _)| *end <= cut + 1);
        match (read, last) {
            (Ok(read), Some((_, state))) => {
                prop_assert_eq!(read.sitting(), state);
                let kept = usize::try_from(read.length()).unwrap();
                let (_, lines) = read.go_on(&states[states.len() - 1]);
                let again = file[..kept].to_owned() + &lines;
                let again = SittingJournal::read(again.as_bytes()).unwrap();
                prop_assert_eq!(again.sitting(), &states[states.len() - 1]);
            }
            (Err(_), _) => prop_assert!(cut < ends[0].0),
            (Ok(read), None) => prop_assert!(false, "{read:?}"),
        }
    }

    /// A byte that is changed anywhere but in the last line is seen.
    #[test]
    fn a_change_before_the_last_line_is_seen(
        first in sittings(),
        then in sittings(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        let (journal, mut file) = SittingJournal::begin(&first);
        let end = file.len();
        file += &journal.go_on(&then).1;
        prop_assume!(file.len() > end);
        let mut bytes = file.into_bytes();
        let at = at.index(end);
        prop_assume!(bytes[at] != byte);
        let is_blank = |byte: u8| byte.is_ascii_whitespace();
        prop_assume!(!is_blank(byte) && !is_blank(bytes[at]));
        bytes[at] = byte;
        prop_assert!(SittingJournal::read(&bytes).is_err());
    }

    /// Whatever the bytes are, there is an answer.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
        let _ = SittingJournal::read(&bytes);
        let line = [b"{\"rolefit_sitting\":3,".as_slice(), &bytes].concat();
        let _ = SittingJournal::read(&line);
    }
}

#[test]
fn an_event_is_a_line_and_nothing_is_none() {
    let blank = SavedSitting::blank(Form::Full);
    let (journal, first) = SittingJournal::begin(&blank);
    assert_eq!(
        first,
        "{\"rolefit_sitting\":3,\"event\":{\"sitting\":{\"rolefit_sitting\":2,\
         \"form\":\"full\",\"asked\":[]}},\"check\":\"CHECK1\"}\n"
            .replace("CHECK1", &journal.check)
    );
    assert_eq!(journal.go_on(&blank).1, "");
    let mut now = blank;
    now.asked.push(answer("sums", Some(4)));
    let (journal, line) = journal.go_on(&now);
    assert_eq!(
        line,
        format!(
            "{{\"event\":{{\"put\":{{\"id\":\"sums\",\"seen\":\"00\",\"answer\":4}}}},\
             \"check\":\"{}\"}}\n",
            journal.check
        )
    );
    now.asked[0].answer = None;
    now.matters.push("analysis".to_owned());
    assert_eq!(journal.go_on(&now).1.lines().count(), 2);
}

#[test]
fn what_is_no_sitting_is_told_apart() {
    let read = |text: &str| SittingJournal::read(text.as_bytes()).unwrap_err();
    assert_eq!(read(" \n"), JournalError::Empty);
    assert_eq!(read("{\"rolefit_sitting\":2,"), JournalError::BrokenOff);
    assert_eq!(read("thesis"), JournalError::Other);
    assert_eq!(read("{\"rolefit_sitting\":4}"), JournalError::Later);
    assert_eq!(
        read("{\"rolefit_sitting\":0,\"form\":\"full\",\"asked\":[]}"),
        JournalError::Damaged
    );
    assert_eq!(
        read("{\"rolefit_sitting\":2,\"form\":\"full\",\"asked\":[]} x"),
        JournalError::Damaged
    );
    let put = "{\"rolefit_sitting\":3,\"event\":{\"matters\":[]},\"check\":\"\"}\n";
    assert_eq!(read(put), JournalError::BrokenOff);
}
