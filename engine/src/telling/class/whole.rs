//! What a class adds up to, beside the table of its people.

use super::cell::ClassCell;
use super::table::ClassTable;
use crate::cohort::Cohort;
use crate::telling::Clean;

impl<'c> ClassTable<'c> {
    /// Rows for a sheet of what the class adds up to: its roles, then its interests.
    #[must_use]
    pub fn cohort(&self, cohort: &Cohort<'c>) -> Vec<Vec<ClassCell>> {
        let of = &cohort.all;
        let text = |text: &str| ClassCell::text(text);
        let count = |count: u64| usize::try_from(count).map_or(ClassCell::Empty, ClassCell::Count);
        let share = |share: f64| ClassCell::Share(share);
        let careers = self.catalogue().careers();
        let asked = self.catalogue().questionnaire();
        let mut rows = vec![
            vec![text("people"), count(of.respondents)],
            vec![text("matched"), of.status.ranked.map_or(ClassCell::Empty, count)],
            Vec::new(),
            ["role", "comes first for", "share of first places", "expected share", "leads for"]
                .map(text)
                .to_vec(),
        ];
        for role in &of.roles {
            let name = careers.roles.iter().find(|known| known.id == *role.id);
            let name = name.map_or_else(String::new, |role| Clean::from(&role.name).to_string());
            let shares = [share(role.first_share), share(role.expected_share)];
            let [first, expected] = shares;
            let leading = role.leading.map_or(ClassCell::Empty, count);
            rows.push(vec![text(&name), count(role.first), first, expected, leading]);
        }
        rows.push(Vec::new());
        rows.push(["interest", "people", "mean score (-1 to 1)", "spread"].map(text).to_vec());
        for interest in &of.interests {
            let name = asked.interests.iter().find(|known| known.id == *interest.id);
            let name = name.map_or_else(String::new, |of| Clean::from(&of.name).to_string());
            let figure = |of: Option<f64>| of.map_or(ClassCell::Empty, ClassCell::Figure);
            let people = interest.respondents.map_or(ClassCell::Empty, count);
            rows.push(vec![text(&name), people, figure(interest.mean), figure(interest.sd)]);
        }
        rows
    }
}
