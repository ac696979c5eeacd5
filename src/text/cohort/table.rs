//! A cohort as a table: one figure a row, for a spreadsheet to sort and filter.

use std::io;

use rolefit_engine::cohort::{Cohort, People};
use rolefit_engine::table::write_row;
use rolefit_engine::telling::cohort::{InterestSpread, group_name};
use serde_json::json;

/// The table, with its headings.
pub(crate) fn table(cohort: &Cohort) -> io::Result<String> {
    let mut table = FigureTable(Vec::new());
    write_row(&mut table.0, ["group", "kind", "id", "measure", "value"]);
    table.row("", "notice", "", if cohort.small { "small" } else { "limits" }, cohort.notice);
    table.people("", &cohort.all);
    for of in &cohort.reliability {
        table.figure("", "interest", of.interest, "alpha", of.alpha);
        table.told("", "interest", of.interest, "alpha_respondents", of.respondents);
    }
    for of in &cohort.questions {
        table.told("", "question", of.id, "answered", of.answered);
        table.told("", "question", of.id, "skipped", of.skipped);
        table.figure("", "question", of.id, "mean", of.mean);
        table.figure("", "question", of.id, "sd", of.sd);
        for (answer, count) in (1..).zip(&of.counts) {
            table.count("", "question", of.id, &format!("answer_{answer}"), *count);
        }
        for rest in &of.item_rest {
            let measure = format!("item_rest_{}", rest.interest);
            table.figure("", "question", of.id, &measure, rest.correlation);
        }
    }
    for group in &cohort.groups {
        table.people(&group_name(group), &group.people);
    }
    if cohort.by.is_some() {
        table.count("", "suppressed", "", "groups", cohort.suppressed.groups);
        table.count("", "suppressed", "", "respondents", cohort.suppressed.respondents);
    }
    if let Some(of) = &cohort.measurement {
        table.told("", "measurement", "", "respondents", of.respondents);
        table.figure("", "measurement", "", "noise", of.noise);
        table.figure("", "measurement", "", "noise_error", of.noise_error);
        table.figure("", "measurement", "", "signal", of.signal);
        table.figure("", "measurement", "", "signal_error", of.signal_error);
    }
    String::from_utf8(table.0).map_err(io::Error::other)
}

struct FigureTable(Vec<u8>);

impl FigureTable {
    fn people(&mut self, group: &str, of: &People) {
        self.count(group, "people", "", "respondents", of.respondents);
        self.told(group, "people", "", "ranked", of.status.ranked);
        self.told(group, "people", "", "insufficient", of.status.insufficient);
        self.told(group, "people", "", "undifferentiated", of.status.undifferentiated);
        self.told(group, "people", "", "complete", of.complete);
        self.figure(group, "people", "", "mean_answered", Some(of.mean_answered));
        for role in &of.roles {
            self.count(group, "role", role.id, "first", role.first);
            self.figure(group, "role", role.id, "first_share", Some(role.first_share));
            self.figure(group, "role", role.id, "expected_share", Some(role.expected_share));
            self.count(group, "role", role.id, "leading", role.leading);
        }
        for of in &of.modules {
            self.figure(group, "module", of.id, "expected", Some(of.expected));
            self.figure(group, "module", of.id, "expected_share", Some(of.expected_share));
            self.count(group, "module", of.id, "no_regret", of.no_regret);
        }
        for of in &of.interests {
            self.told(group, "interest", of.id, "respondents", of.respondents);
            self.figure(group, "interest", of.id, "mean", of.mean);
            self.figure(group, "interest", of.id, "sd", of.sd);
            let mut fifth = 1;
            for bar in &InterestSpread::of(of).bars {
                let last = fifth + bar.fifths - 1;
                let measure = match bar.fifths {
                    1 => format!("fifth_{fifth}"),
                    _ => format!("fifth_{fifth}_to_{last}"),
                };
                self.count(group, "interest", of.id, &measure, bar.people);
                fifth = last + 1;
            }
        }
        for of in &of.signs {
            let index = json!(of.index);
            let index = index.as_str().unwrap_or_default();
            self.told(group, "sign", index, "defined", of.defined);
            self.told(group, "sign", index, "flagged", of.flagged);
        }
    }

    fn count(&mut self, group: &str, kind: &str, id: &str, measure: &str, count: u64) {
        self.row(group, kind, id, measure, &count.to_string());
    }

    /// A count, or an empty cell where it is left out.
    fn told(&mut self, group: &str, kind: &str, id: &str, measure: &str, count: Option<u64>) {
        let count = count.map_or_else(String::new, |count| count.to_string());
        self.row(group, kind, id, measure, &count);
    }

    /// A figure, or an empty cell where there is none.
    fn figure(&mut self, group: &str, kind: &str, id: &str, measure: &str, figure: Option<f64>) {
        let figure = figure.map_or_else(String::new, |figure| figure.to_string());
        self.row(group, kind, id, measure, &figure);
    }

    fn row(&mut self, group: &str, kind: &str, id: &str, measure: &str, value: &str) {
        write_row(&mut self.0, [group, kind, id, measure, value]);
    }
}
