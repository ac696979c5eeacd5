//! A page for each person of a class, and saved reports that are rendered again.

use std::collections::BTreeSet;
use std::fs;

use crate::support::Run;

const ROWS: &str = "respondent,answers\nAnn Lee,453152345123451\nann lee,5-3-2--4-1--3--\n\
                    ../<b>,4--------------\n,111212111111121\nGus,45\n";

/// The ids of the elements of a page.
fn ids(page: &str) -> Vec<&str> {
    page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn a_page_is_the_result_of_the_person_and_the_index_leads_to_it() {
    let run = Run::middle(["batch", "--pages", "class/pages"]).stdin(ROWS);
    let ran = run.output();
    let said = "5 rows read: 3 scored, 1 not matched, 1 rejected, 0 blank\n\
                class/pages: 4 pages and an index; open class/pages/index.html in a browser\n";
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.ends_with(said), "{}", ran.stderr);
    let folder = run.folder().join("class/pages");
    let names: BTreeSet<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let expected = ["Ann-Lee.html", "ann-lee-2.html", "b.html", "index.html", "person-4.html"];
    assert_eq!(names, expected.map(str::to_owned).into());
    let index = fs::read_to_string(folder.join("index.html")).unwrap();
    for (name, called) in [
        ("Ann-Lee.html", "Ann Lee"),
        ("ann-lee-2.html", "ann lee"),
        ("b.html", "../&#60;b&#62;"),
        ("person-4.html", "no name"),
    ] {
        assert!(index.contains(&format!("<a href=\"./{name}\">{called}</a>")), "{name}: {index}");
    }
    assert!(index.contains("<th scope=\"row\">Gus</th><td>row 6 (line 6): "), "{index}");
    let page = fs::read_to_string(folder.join("Ann-Lee.html")).unwrap();
    let sheet = "{respondent: Ann Lee, answers: '453152345123451'}";
    assert_eq!(page, Run::middle(["score", "--format", "html"]).stdin(sheet).told());
    // They are for their owner alone.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(folder.join("b.html")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn pages_are_written_into_a_folder_that_is_new_or_empty() {
    let run = Run::middle(["batch", "-q", "--pages", "."]).stdin(ROWS).file("mine", "here");
    let ran = run.output();
    let why = "error: . is there already, and is not overwritten: choose another folder\n";
    assert_eq!((ran.code, ran.stderr.as_str()), (74, why));
    let names = fs::read_dir(run.folder()).unwrap().count();
    let with_file =
        Run::middle(["batch", "-q", "--pages", "mine"]).stdin(ROWS).file("mine", "here");
    assert_eq!(with_file.output().code, 74);
    assert_eq!(fs::read(with_file.folder().join("mine")).unwrap(), b"here");
    assert_eq!(names, fs::read_dir(run.folder()).unwrap().count());
    // A strict run that ends early leaves nothing.
    let strict = Run::middle(["batch", "-q", "--strict", "--pages", "a/b"]).stdin(ROWS);
    let before = fs::read_dir(strict.folder()).unwrap().count();
    assert_ne!(strict.output().code, 0);
    assert_eq!(fs::read_dir(strict.folder()).unwrap().count(), before);
}

#[test]
fn letters_are_all_results_in_one_file() {
    let letters = Run::middle(["batch", "-q", "--letters", "-"]).stdin(ROWS).output();
    let why = "error: 1 of 5 rows was rejected; the first: row 6 (line 6): answers: there are 15 \
               questions, but 2 answers: give one character a question\n";
    assert_eq!((letters.code, letters.stderr.as_str()), (1, why));
    let text = letters.stdout;
    assert_eq!(text.matches("<article class=\"letter\"").count(), 4);
    assert!(text.starts_with("<!doctype html>") && text.ends_with("</main>\n</body>\n</html>\n"));
    // Each has what its page has, and no place of one has the name of another's.
    let page = Run::middle(["score", "--format", "html", "--answers", "453152345123451"]).told();
    let (_, body) = page.split_once("</header>").unwrap();
    let (body, _) = body.split_once("</main>").unwrap();
    let own = body.replace("=\"#", "=\"#person-1-").replace(" id=\"", " id=\"person-1-");
    assert!(text.contains(own.trim()), "{text}");
    let all = ids(&text);
    assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len(), "{all:?}");
    let links = text.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap());
    let lost: Vec<&str> = links.filter(|link| !all.iter().any(|id| id == link)).collect();
    assert!(text.contains("href=\"#person-4-next\"") && lost.is_empty(), "{lost:?}");
}

#[test]
fn a_saved_report_is_rendered_as_it_was() {
    let sheet = "{respondent: Ann, answers: '453-52345123451', importance: {money: 2, acting: 0.5}, starting_point: nhs}";
    for format in ["text", "markdown", "html", "json"] {
        for explain in [&[][..], &["--explain"], &["--top", "2"]] {
            let score = Run::middle(["score", "--format", format]).stdin(sheet);
            let expected = explain.iter().fold(score, |run, of| run.arg(*of)).told();
            let saved = Run::middle(["score", "--format", "json"]).stdin(sheet).told();
            let line = Run::middle(["batch", "--full", "-q"])
                .stdin(serde_json::to_string(&yaml(sheet)).unwrap())
                .told();
            for report in [saved, line] {
                let run =
                    Run::middle(["render", "report", "--format", format]).file("report", &report);
                let run = explain.iter().fold(run, |run, of| run.arg(*of));
                assert_eq!(run.told(), expected, "{format} {explain:?}");
            }
        }
    }
}

/// The sheet as JSON.
fn yaml(sheet: &str) -> serde_json::Value {
    let report = Run::middle(["score", "--format", "json"]).stdin(sheet).json();
    serde_json::json!({
        "respondent": report["respondent"],
        "answers": report["sheet"]["answers"],
        "importance": report["sheet"]["importance"],
        "starting_point": report["sheet"]["starting_point"],
    })
}

#[test]
fn what_is_no_report_of_these_data_files_is_refused() {
    let report = Run::middle(["score", "--format", "json", "--answers", "453152345123451"]).told();
    let brief = Run::middle(["batch", "-q"]).stdin("{\"answers\": \"453152345123451\"}").told();
    let other = Run::small(["score", "--format", "json", "--answers", "523454"]).told();
    let twice = format!("{report}\n{report}");
    let second = report.lines().count() + 2;
    let kind = "rolefit score --format json and a line of rolefit batch --full are";
    for (text, why) in [
        ("{}", format!("this is no whole report of one person (line 1, column 1): {kind}")),
        (
            "",
            "this is an empty file, and no whole report of one person: give a report as rolefit \
             score --format json writes it"
                .to_owned(),
        ),
        (
            "answers: '453'",
            "this is a sheet of answers, and no whole report of one person: score it with rolefit \
             score"
                .to_owned(),
        ),
        (
            &brief,
            "this is a record that rolefit batch wrote, without the answers, and no whole report of \
             one person: give the row"
                .to_owned(),
        ),
        (
            &report.replace("\"schema_version\": 1,", "\"schema_version\": 2,"),
            "this report is of version 2, and this program reads version 1: render it with".to_owned(),
        ),
        (&other, "this report was made with other questions or careers (sha256:".to_owned()),
        (
            &twice,
            format!(
                "there is more than one report from line {second} on: put one line into a file of its own"
            ),
        ),
        (
            &report.replace("453152345123451", "45315234512345"),
            "the answers in this report: ".to_owned(),
        ),
    ] {
        let ran = Run::middle(["render", "r.json"]).file("r.json", text).output();
        let said = format!("error: r.json: {why}");
        assert!(ran.stderr.starts_with(&said), "{said}\n{}", ran.stderr);
        assert_eq!((ran.code, ran.stdout.as_str()), (65, ""));
    }
}
