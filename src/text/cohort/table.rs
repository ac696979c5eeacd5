//! A cohort as a table: one figure a row, for a spreadsheet to sort and filter.

use std::io;

use rolefit_engine::cohort::{
    BaseRate, Cohort, MeanDifference, People, PeopleAgainst, StatedAgainstObserved,
};
use rolefit_engine::table::write_row;
use rolefit_engine::telling::cohort::{InterestSpread, advice_text, group_label, group_name};
use serde_json::json;

/// The table, with its headings.
pub(crate) fn table(cohort: &Cohort) -> io::Result<String> {
    let mut table = FigureTable(Vec::new());
    write_row(&mut table.0, ["group", "kind", "id", "measure", "value"]);
    table.row("", "notice", "", if cohort.small { "small" } else { "limits" }, cohort.notice);
    table.people("", &cohort.all);
    table.against(cohort);
    table.chosen(cohort);
    table.reliability(cohort);
    table.questions(cohort);
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
    fn reliability(&mut self, cohort: &Cohort) {
        for of in &cohort.reliability {
            self.figure("", "interest", of.interest, "alpha", of.alpha);
            self.told("", "interest", of.interest, "alpha_respondents", of.respondents);
            self.row("", "interest", of.interest, "alpha_by", "pairwise deletion");
            if let Some(listwise) = of.listwise {
                self.figure("", "interest", of.interest, "alpha_listwise", listwise.alpha);
                let measure = "alpha_listwise_respondents";
                self.told("", "interest", of.interest, measure, listwise.respondents);
            }
        }
    }

    fn questions(&mut self, cohort: &Cohort) {
        for of in &cohort.questions {
            self.told("", "question", of.id, "answered", of.answered);
            self.told("", "question", of.id, "skipped", of.skipped);
            self.figure("", "question", of.id, "mean", of.mean);
            self.figure("", "question", of.id, "sd", of.sd);
            for (answer, count) in (1..).zip(&of.counts) {
                self.count("", "question", of.id, &format!("answer_{answer}"), *count);
            }
            for rest in &of.item_rest {
                let measure = format!("item_rest_{}", rest.interest);
                self.figure("", "question", of.id, &measure, rest.correlation);
            }
            if let Some(advice) = of.advice {
                self.row("", "question", of.id, "advice", &advice_text(cohort, advice));
            }
        }
    }

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
            self.told(group, "role", role.id, "leading", role.leading);
        }
        for of in &of.modules {
            self.figure(group, "module", of.id, "expected", Some(of.expected));
            self.figure(group, "module", of.id, "expected_share", Some(of.expected_share));
            self.told(group, "module", of.id, "no_regret", of.no_regret);
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

    fn against(&mut self, cohort: &Cohort) {
        let Some(against) = &cohort.against else { return };
        self.row("", "against", "", "notice", against.notice);
        self.people_against("", &against.all);
        for of in &against.groups {
            self.people_against(&group_label(&of.group), &of.people);
        }
        let (now, before) = (&against.only_now, &against.only_before);
        for (kind, measure, ids) in [
            ("role", "only_now", &now.roles),
            ("role", "only_before", &before.roles),
            ("interest", "only_now", &now.interests),
            ("interest", "only_before", &before.interests),
        ] {
            for id in ids {
                self.row("", kind, id.as_str(), measure, "yes");
            }
        }
    }

    fn people_against(&mut self, group: &str, of: &PeopleAgainst) {
        self.count(group, "against", "", "respondents_before", of.respondents_before);
        for role in &of.roles {
            let (id, first) = (role.id, &role.first);
            self.count(group, "role", id, "first_before", first.count_before);
            for (measure, figure) in [
                ("first_share_before", Some(first.before)),
                ("first_share_difference", Some(first.difference)),
                ("first_share_lower", Some(first.lower)),
                ("first_share_upper", Some(first.upper)),
                ("first_share_p", first.p),
                ("first_share_p_corrected", first.p_corrected),
            ] {
                self.figure(group, "role", id, measure, figure);
            }
            self.difference(group, "role", id, "expected_share", &role.expected);
        }
        for of in &of.interests {
            self.difference(group, "interest", of.id, "mean", &of.mean);
        }
    }

    fn difference(&mut self, group: &str, kind: &str, id: &str, of: &str, by: &MeanDifference) {
        for (measure, figure) in [
            ("before", Some(by.before)),
            ("difference", Some(by.difference)),
            ("difference_error", by.standard_error),
            ("p", by.p),
            ("p_corrected", by.p_corrected),
        ] {
            self.figure(group, kind, id, &format!("{of}_{measure}"), figure);
        }
    }

    fn chosen(&mut self, cohort: &Cohort) {
        let Some(chosen) = &cohort.chosen else { return };
        self.row("", "chosen", "", "notice", chosen.notice);
        for (measure, count) in [
            ("respondents", chosen.respondents),
            ("without", chosen.without),
            ("unmatched", chosen.unmatched),
            ("unknown", chosen.unknown),
        ] {
            self.count("", "chosen", "", measure, count);
        }
        let Some(of) = &chosen.figures else { return };
        for (id, rate) in
            [("first", of.first), ("first_three", of.first_three), ("leading", of.leading)]
        {
            self.count("", "chosen", id, "hits", rate.hits);
            for (measure, figure) in [
                ("share", rate.share),
                ("lower", rate.lower),
                ("upper", rate.upper),
                ("expected", rate.expected),
                ("p", rate.p),
            ] {
                self.figure("", "chosen", id, measure, Some(figure));
            }
        }
        self.figure("", "chosen", "leading", "size", Some(of.leading_size));
        self.usual(&of.usual);
        self.stated(&of.stated);
        for role in &of.roles {
            self.count("", "role", role.id, "chosen", role.respondents);
            self.count("", "role", role.id, "chosen_first", role.first);
            self.count("", "role", role.id, "chosen_first_three", role.first_three);
            self.count("", "role", role.id, "chosen_leading", role.leading);
        }
    }

    fn usual(&mut self, of: &BaseRate) {
        self.count("", "chosen", "usual", "respondents", of.respondents);
        self.figure("", "chosen", "usual", "hits", Some(of.hits));
        self.figure("", "chosen", "usual", "share", Some(of.share));
        let paired = of.paired;
        let [first, usual] = [paired.map(|of| of.first_alone), paired.map(|of| of.usual_alone)];
        self.told("", "chosen", "usual", "first_alone", first);
        self.told("", "chosen", "usual", "usual_alone", usual);
        self.figure("", "chosen", "usual", "p", paired.map(|of| of.p));
    }

    fn stated(&mut self, of: &StatedAgainstObserved) {
        self.figure("", "chosen", "stated", "stated", Some(of.stated));
        self.figure("", "chosen", "stated", "observed", Some(of.observed));
        self.figure("", "chosen", "stated", "p", Some(of.p));
        for bin in &of.bins {
            let id = format!("stated_{:.0}_to_{:.0}", 100.0 * bin.from, 100.0 * bin.to);
            self.count("", "chosen", &id, "respondents", bin.respondents);
            self.count("", "chosen", &id, "hits", bin.hits);
            for (measure, figure) in [
                ("stated", bin.stated),
                ("observed", bin.observed),
                ("lower", bin.lower),
                ("upper", bin.upper),
            ] {
                self.figure("", "chosen", &id, measure, Some(figure));
            }
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
