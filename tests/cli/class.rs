//! The table of a class, for people.

use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use serde_json::{Value, json};

use crate::support::{Run, middle};

/// People of the middle catalogue: what they answered.
const CLASS: [(&str, &str); 6] = [
    ("Ann", "453152345123451"),
    ("Bob", "5-3-2--4-1--3--"),
    ("Cy", "111212111111121"),
    ("Di", "444444444444444"),
    ("Ed", "4--------------"),
    ("Fi", "232121134114122"),
];

/// The class, and a row that cannot be read.
fn rows() -> String {
    let row = |(name, answers): (&str, &str)| format!("{name},{answers},North\n");
    let rows: String = CLASS.into_iter().map(row).collect();
    format!("respondent,answers,status\n{rows}Gus,45315,South\n")
}

fn table(options: &[&str]) -> Run {
    let run = Run::middle(["batch", "-q", "--table"]).stdin(rows());
    options.iter().fold(run, |run, option| run.arg(*option))
}

/// The cells of a table, its headings first.
fn cells(text: &str, separator: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The column under a heading.
#[track_caller]
fn column<'t>(cells: &'t [Vec<String>], heading: &str) -> Vec<&'t str> {
    let place = cells[0].iter().position(|of| of == heading);
    let place = place.unwrap();
    cells[1..].iter().map(|row| row[place].as_str()).collect()
}

#[test]
fn a_row_says_what_the_report_says() {
    let ran = table(&["--keep", "status"]).output();
    let why = "error: 1 of 7 rows was rejected; the first: row 8 (line 8): answers: there are 15 \
               questions, but 5 answers: give one character a question\n";
    assert_eq!((ran.code, ran.stderr.as_str()), (1, why));
    let cells = cells(&ran.stdout, b',');
    let stages = middle().careers().stages.len();
    assert_eq!(cells[0].len(), 20 - 1 - 2 + 2 * stages, "{:?}", cells[0]);
    for (place, (name, answers)) in CLASS.into_iter().enumerate() {
        let report = Run::middle(["score", "--format", "json"])
            .stdin(format!("{{respondent: {name}, answers: '{answers}'}}"))
            .json();
        let told = |heading: &str| column(&cells, heading)[place].to_owned();
        let first = &report["roles"][0];
        let name_of = |id: &Value| -> String {
            let roles = report["roles"].as_array().unwrap();
            let role = roles.iter().find(|role| role["id"] == *id).unwrap();
            role["name"].as_str().unwrap().to_owned()
        };
        let names = |ids: &Value| {
            ids.as_array().unwrap().iter().map(&name_of).collect::<Vec<_>>().join("; ")
        };
        let ids = |ids: &Value| {
            let ids = ids.as_array().unwrap().iter().map(|id| id.as_str().unwrap());
            ids.collect::<Vec<_>>().join("; ")
        };
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let share = |value: &Value| {
            value.as_f64().map_or_else(String::new, |of| format!("{:.3}", of.clamp(0.001, 0.999)))
        };
        assert_eq!(told("respondent"), name);
        assert_eq!(told("first role"), text(&first["name"]), "{name}");
        assert_eq!(told("first role id"), text(&first["id"]));
        assert_eq!(told("chance"), share(&first["certainty"]["best"]));
        assert_eq!(told("closeness"), share(&report["closeness"]));
        assert_eq!(told("leading"), names(&report["leading"]));
        assert_eq!(told("leading ids"), ids(&report["leading"]));
        assert_eq!(told("too close to call"), names(&report["too_close"]));
        assert_eq!(told("too close to call ids"), ids(&report["too_close"]));
        assert_eq!(told("answered"), report["answered"].to_string());
        assert_eq!(told("status (kept)"), "North");
        let flagged = report["signs"].as_array().unwrap().iter().filter(|of| of["flagged"] == true);
        let signs = told("signs");
        assert_eq!(
            signs.split("; ").filter(|of| !of.is_empty()).count(),
            flagged.count(),
            "{signs}"
        );
        if !first.is_null() {
            assert_eq!(told("specialism"), text(&report["specialisms"][0]["name"]));
        }
        for stage in &middle().careers().stages {
            let modules = report["modules"].as_array().unwrap();
            let module = modules.iter().find(|of| of["stage"] == stage.id.as_str());
            let module = module.unwrap_or(&Value::Null);
            assert_eq!(told(&format!("module: {}", stage.name)), text(&module["name"]));
            assert_eq!(told(&format!("module id: {}", stage.name)), text(&module["id"]));
        }
    }
    // The row that could not be read says why, and what was carried through.
    assert_eq!(column(&cells, "status (kept)")[6], "South");
    assert!(column(&cells, "error")[6].starts_with("row 8 (line 8): "), "{cells:?}");
}

#[test]
fn whom_to_talk_to_first_is_told_in_a_word() {
    let told = table(&["--columns", "respondent,status,talk"]).output().stdout;
    let expected = "respondent,status,talk\nAnn,matched,\nBob,matched,little answered\n\
                    Cy,matched,\"flagged; nothing liked\"\nDi,interests all equal,\"flagged; level between roles\"\n\
                    Ed,too little answered,little answered\nFi,matched,nothing liked\n\
                    Gus,not read,not read\n";
    assert_eq!(told, expected);
}

#[test]
fn who_answered_twice_is_told_in_the_later_row_of_each_form() {
    let rows = "respondent,answers\nAnn,453152345123451\nFi,232121134114122\nAnn,453152345123451\n\
                ,453152345123451\n,453152345123451\nFi,2\n";
    let run = |options: &[&str]| {
        let run = Run::middle(["batch", "-q"]).stdin(rows);
        options.iter().fold(run, |run, option| run.arg(*option)).output().stdout
    };
    let columns = ["--table", "--columns", "respondent,talk"];
    let told = "respondent,talk\nAnn,\nFi,nothing liked\nAnn,answered twice\n,\n,\n\
                Fi,\"not read; answered twice\"\n";
    assert_eq!(run(&columns), told);
    // The most urgent first: it is told after all else.
    let sorted = "respondent,talk\nFi,\"not read; answered twice\"\nFi,nothing liked\n\
                  Ann,answered twice\nAnn,\n,\n,\n";
    assert_eq!(run(&[&columns[..], &["--sort", "talk"]].concat()), sorted);
    // Numbers are nobody's name.
    let numbered = run(&[&columns[..], &["--anonymous"]].concat());
    assert!(!numbered.contains("answered twice"), "{numbered}");
    let pages = Run::middle(["batch", "-q", "--pages", "all"]).stdin(rows);
    pages.output();
    let index = std::fs::read_to_string(pages.folder().join("all/index.html")).unwrap();
    assert_eq!(index.matches("answered twice").count(), 2, "{index}");
}

#[test]
fn what_only_a_table_has_is_refused_for_pages() {
    for pages in ["--letters", "--pages"] {
        let run = Run::middle(["batch", "t.csv", "--sort", "chance", pages, "out.html"]);
        let why = format!(
            "error: --sort: only a table for people has it, and {pages} writes none: leave --sort \
             out, or write a table in another run\n"
        );
        run.stderr(why).code(2).check();
    }
}

#[test]
fn a_name_that_is_kept_in_spite_of_anonymous_is_told_once() {
    let row = "respondent,E-mail,site,answers\nAnn,a@x.org,North,453152345123451\n";
    let run = |keep: &str| {
        let run = Run::middle(["batch", "--anonymous", "--keep", keep, "a.csv", "b.csv"]);
        let ran = run.file("a.csv", row).file("b.csv", row).output();
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stderr
    };
    let note = "--keep carries \"E-mail\" through as it came, by which people can be found in \
                spite of --anonymous; leave it out to write numbers alone\n";
    assert_eq!(run("E-mail,site").matches(note).count(), 1);
    let both = "--keep carries \"E-mail\", \"respondent\" through as it came, by which people can \
                be found in spite of --anonymous; leave them out to write numbers alone\n";
    assert_eq!(run("E-mail,respondent").matches(both).count(), 1);
    assert!(!run("site").contains("--keep"));
}

#[test]
fn columns_are_chosen_by_name_in_any_order() {
    let told = table(&["--columns", "Chance, first-role ,respondent,chance"]).output().stdout;
    assert!(told.starts_with("chance,first role,respondent\n"), "{told}");
    let ids = cells(&table(&["--ids"]).output().stdout, b',');
    for name in ["first role", "too close to call", "leading", "specialism", "module: Core"] {
        assert!(!ids[0].contains(&name.to_owned()), "{:?}", ids[0]);
    }
    assert!(ids[0].contains(&"leading ids".to_owned()));
    let ran = table(&["--columns", "chances"]).output();
    let why =
        "error: --columns: there is no column \"chances\"; there are: respondent, source, kept";
    assert!(ran.code == 2 && ran.stderr.starts_with(why), "{}", ran.stderr);
}

#[test]
fn chances_have_so_many_decimals_and_are_never_told_as_certain() {
    let of = |decimals: &str| {
        let run = table(&["--columns", "chance", "--decimals", decimals]);
        run.output().stdout.lines().nth(1).unwrap().to_owned()
    };
    let exact = Run::middle(["score", "--format", "json", "--answers", CLASS[0].1]).json();
    let exact = exact["roles"][0]["certainty"]["best"].as_f64().unwrap();
    assert_eq!(of("9"), format!("{exact:.9}"));
    assert_eq!(of("1"), format!("{:.1}", exact.clamp(0.1, 0.9)));
    assert_eq!(table(&["--decimals", "0"]).output().code, 2);
}

#[test]
fn excel_opens_a_table_with_a_double_click() {
    let semicolons = rows().replace(',', ";");
    let run = |options: &[&str], rows: String| {
        let columns = ["--columns", "respondent,first role,chance"];
        let run = Run::middle(["batch", "-q", "--table"]).stdin(rows);
        columns.iter().chain(options).fold(run, |run, of| run.arg(*of)).output().stdout
    };
    let plain = run(&[], rows());
    let row = plain.lines().nth(1).unwrap();
    let (_, chance) = row.rsplit_once(',').unwrap();
    let comma = format!("\"{}\"", chance.replace('.', ","));
    let european = row.replace(',', ";").replace(chance, &comma);
    let told = run(&["--excel"], semicolons.clone());
    assert!(told.starts_with("\u{feff}respondent;first role;chance\n"), "{told}");
    assert_eq!(told.lines().nth(1).unwrap(), european);
    assert_eq!(run(&["--excel"], rows()), format!("\u{feff}{plain}"));
    // Other programs read a point.
    assert_eq!(run(&[], semicolons), plain);
    let told = run(&["--separator", "semicolon"], rows());
    assert_eq!(told.lines().nth(1).unwrap(), row.replace(',', ";"));
    let tabs = run(&["--format", "tsv"], rows());
    assert_eq!(tabs, plain.replace(',', "\t"));
}

#[test]
fn a_table_is_sorted_by_what_is_asked_for() {
    let order = |by: &str| {
        let told = table(&["--columns", "respondent,chance,closeness", "--sort", by]).output();
        cells(&told.stdout, b',')[1..].to_vec()
    };
    for (by, place) in [("chance", 1), ("closeness", 2)] {
        let rows = order(by);
        let known: Vec<f64> = rows.iter().filter_map(|row| row[place].parse().ok()).collect();
        assert!(known.len() > 3 && known.is_sorted_by(|one, other| one >= other), "{rows:?}");
        // Of those at the end nothing is known, and they are in their order.
        assert!(rows[known.len()..].iter().all(|row| row[place].is_empty()));
        assert_eq!(rows[6][0], "Gus");
    }
    let names: Vec<String> = order("respondent").into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(names, ["Ann", "Bob", "Cy", "Di", "Ed", "Fi", "Gus"]);
}

#[test]
fn a_workbook_has_the_class_and_what_it_adds_up_to() {
    let run = Run::middle(["batch", "-q", "--keep", "status", "-o", "class.xlsx"]).stdin(rows());
    assert_eq!(run.output().code, 1);
    let bytes = std::fs::read(run.folder().join("class.xlsx")).unwrap();
    let mut workbook = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    assert_eq!(workbook.sheet_names(), ["Class", "Cohort"]);
    let sheet = workbook.worksheet_range("Class").unwrap();
    let text = cells(&table(&["--keep", "status"]).output().stdout, b',');
    let shown = |cell: &Data| match cell {
        Data::Float(number) if number.fract() != 0.0 => format!("{number:.3}"),
        cell => cell.to_string(),
    };
    let read: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(shown).collect()).collect();
    assert_eq!(read, text);
    let chance = text[0].iter().position(|of| of == "chance").unwrap();
    assert!(matches!(sheet.get((1, chance)), Some(Data::Float(_))));
    let cohort = workbook.worksheet_range("Cohort").unwrap();
    assert_eq!(cohort.get((0, 1)), Some(&Data::Float(6.0)));
    let roles = cohort.rows().skip(4).take(middle().careers().roles.len());
    let firsts: Vec<String> =
        roles.map(|row| row[1].to_string()).filter(|count| count != "0").collect();
    assert_eq!(firsts, ["2", "1", "1"]);
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    zip.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut xml).unwrap();
    for part in ["state=\"frozen\"", "<autoFilter ", "<colorScale>"] {
        assert!(xml.contains(part), "{part}");
    }
    // The same people always give the same bytes.
    let again = Run::middle(["batch", "-q", "--keep", "status", "-o", "class.xlsx"]).stdin(rows());
    again.output();
    let same = std::fs::read(again.folder().join("class.xlsx")).unwrap();
    assert_eq!(same, std::fs::read(run.folder().join("class.xlsx")).unwrap());
}

#[test]
fn the_name_of_the_output_decides_its_format() {
    let written = |name: &str, options: &[&str]| {
        let run = Run::middle(["batch", "-q", "-o", name]).stdin(rows());
        let run = options.iter().fold(run, |run, option| run.arg(*option));
        run.output();
        std::fs::read(run.folder().join(name)).unwrap()
    };
    let text = |name: &str, options: &[&str]| String::from_utf8(written(name, options)).unwrap();
    assert!(text("out.csv", &[]).starts_with("respondent,status,answered,error,role_1,"));
    assert!(text("out.TSV", &[]).starts_with("respondent\tstatus\tanswered\terror\trole_1\t"));
    assert!(text("out.ndjson", &[]).starts_with("{\"respondent\":\"Ann\""));
    assert!(text("out", &[]).starts_with("{\"respondent\":\"Ann\""));
    assert!(text("out.csv", &["--table"]).starts_with("respondent,status,talk,"));
    assert!(text("out.tsv", &["--table"]).starts_with("respondent\tstatus\ttalk\t"));
    assert!(text("out", &["--table"]).starts_with("respondent,status,talk,"));
    assert!(written("out.xlsx", &[]).starts_with(b"PK"));
    assert!(written("out.bin", &["--format", "xlsx"]).starts_with(b"PK"));
}

#[test]
fn carried_columns_are_told_from_those_of_the_program() {
    let rows = "respondent,answers,Status,role_1\nAnn,453152345123451,a,b\n";
    let run = Run::middle(["batch", "-q", "--format", "csv", "--keep", "Status,role_1"]);
    let told = run.stdin(rows).told();
    let headings = "respondent,Status (kept),role_1 (kept),status,answered,error,role_1,";
    assert!(told.starts_with(headings), "{told}");
}

#[test]
fn what_does_not_go_together_is_refused() {
    for (arguments, why) in [
        (&["--ids"][..], "--ids: only a table for people has it; add --table"),
        (
            &["--sort", "chance", "--format", "csv"],
            "--sort: only a table for people has it; add --table",
        ),
        (
            &["--table", "--keep", "answers", "--columns", "answers,chance"],
            "--columns: \"answers\" is a column of --keep, which are called kept here: write kept in its \
             place",
        ),
        (
            &["--table", "--format", "ndjson"],
            "--table: a table is csv, tsv or xlsx, and not ndjson: leave --table out, or end the \
             name of the file with .csv, .tsv or .xlsx",
        ),
        (
            &["--full", "-o", "x.xlsx"],
            "--full: a whole report does not fit a row of xlsx: write ndjson, to a file that ends \
             with .ndjson if you name one",
        ),
        (
            &["--format", "xlsx", "--excel"],
            "--excel: it is for csv alone: leave it out, or write csv",
        ),
    ] {
        let run = Run::middle(["batch", "-q"]).stdin(rows());
        let ran = arguments.iter().fold(run, |run, of| run.arg(*of)).output();
        assert_eq!((ran.code, ran.stderr), (2, format!("error: {why}\n")), "{arguments:?}");
    }
    assert_eq!(table(&["--full"]).output().code, 2);
}

#[test]
fn a_file_of_several_is_told() {
    let sheet = json!({"respondent": "Ann", "answers": CLASS[0].1}).to_string();
    let run = Run::middle(["batch", "-q", "--table", "--columns", "respondent,source", "a.json"]);
    let run = run.arg("b.json").file("a.json", &sheet).file("b.json", sheet.replace("Ann", "Bo"));
    assert_eq!(run.told(), "respondent,source\nAnn,a.json\nBo,b.json\n");
    // A file may be called by the name of a person.
    assert_eq!(run.arg("--anonymous").told(), "respondent,source\n1,1\n1,2\n");
    assert!(!table(&[]).output().stdout.lines().next().unwrap().contains("source"));
}
