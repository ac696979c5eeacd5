//! What the page of each person is called.

use std::collections::{HashMap, HashSet};

/// The longest name, in bytes, without its ending and a number that sets it apart.
const LONGEST: usize = 100;

/// Names that Windows keeps for devices, and that of the index.
const RESERVED: [&str; 5] = ["con", "prn", "aux", "nul", "index"];

/// Names of files, each safe on any system and unlike all others.
#[derive(Debug, Default)]
pub(crate) struct PageNames {
    /// In small letters, as some systems see no difference.
    taken: HashSet<String>,
    /// The number to try next behind a name that is taken.
    next: HashMap<String, u64>,
}

impl PageNames {
    /// A name for the page of a respondent, the so-manieth person of all, from 1.
    pub(crate) fn of(&mut self, respondent: &str, person: u64) -> String {
        let safe = safe(respondent);
        let base = match safe.as_str() {
            "" => format!("person-{person}"),
            name if is_reserved(&name.to_lowercase()) => format!("person-{name}"),
            _ => safe,
        };
        let key = base.to_lowercase();
        let next = self.next.entry(key.clone()).or_insert(1);
        loop {
            let (name, taken) = match *next {
                1 => (base.clone(), key.clone()),
                number => (format!("{base}-{number}"), format!("{key}-{number}")),
            };
            *next += 1;
            if self.taken.insert(taken) {
                return format!("{name}.html");
            }
        }
    }
}

/// The letters and digits of a name, and what may stand between them; a hyphen for all else.
fn safe(name: &str) -> String {
    let mut safe = String::new();
    for character in name.trim().chars() {
        let kept = character.is_alphanumeric() || "_.@".contains(character);
        let character = if kept { character } else { '-' };
        if safe.len() + character.len_utf8() > LONGEST {
            break;
        }
        if character != '-' || !safe.ends_with('-') {
            safe.push(character);
        }
    }
    safe.trim_matches(['-', '.']).to_owned()
}

fn is_reserved(name: &str) -> bool {
    let before = name.split('.').next().unwrap_or_default();
    let is_port = ["com", "lpt"]
        .iter()
        .any(|port| before.strip_prefix(port).is_some_and(|rest| rest.chars().count() == 1));
    is_port || RESERVED.contains(&before)
}

#[cfg(test)]
mod tests {
    use super::PageNames;

    #[test]
    fn names_are_safe_and_each_is_unlike_the_others() {
        let mut names = PageNames::default();
        let long = "x".repeat(300);
        let cases = [
            ("Ann Lee", "Ann-Lee.html"),
            ("ann lee", "ann-lee-2.html"),
            ("ann-lee-2", "ann-lee-2-2.html"),
            ("../../etc/passwd", "etc-passwd.html"),
            ("a\\b:c*?\"<>|", "a-b-c.html"),
            ("", "person-6.html"),
            ("..", "person-7.html"),
            ("CON", "person-CON.html"),
            ("nul.txt", "person-nul.txt.html"),
            ("com1", "person-com1.html"),
            ("Index", "person-Index.html"),
            ("jo@example.org", "jo@example.org.html"),
            ("Zo\u{eb} \u{202e}gpj", "Zo\u{eb}-gpj.html"),
            (&long, ""),
        ];
        for (place, (respondent, expected)) in (1..).zip(cases) {
            let name = names.of(respondent, place);
            if respondent.len() == 300 {
                assert_eq!(name.len(), 100 + ".html".len());
            } else {
                assert_eq!(name, expected, "{respondent}");
            }
        }
    }
}
