//! Small models of the tools: each reads a form as the tool would, and exports answers to it
//! as the tool does.

use calamine::{Data, Reader as _, Xlsx};
use serde_json::Value;

use super::Answered;

/// What a model does.
pub(super) struct Tool {
    pub(super) kind: &'static str,
    pub(super) exports: &'static [Export],
    pub(super) export: fn(&[u8], Export, &Answered) -> String,
}

/// What stands at the heads of the columns and in the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Export {
    Codes,
    Texts,
}

pub(super) const TOOLS: [Tool; 7] = [
    Tool { kind: "csv", exports: &[Export::Codes], export: csv },
    Tool { kind: "xlsx", exports: &[Export::Codes], export: xlsx },
    Tool { kind: "xlsform", exports: &[Export::Codes, Export::Texts], export: odk },
    Tool { kind: "limesurvey", exports: &[Export::Codes, Export::Texts], export: limesurvey },
    Tool { kind: "redcap", exports: &[Export::Codes, Export::Texts], export: redcap },
    Tool { kind: "google", exports: &[Export::Texts], export: google },
    Tool { kind: "qualtrics", exports: &[Export::Texts], export: qualtrics },
];

/// An answer to choose: its code and its label.
type Choice = (String, String);

/// Rows with the columns of `before`, the questions in the order that was drawn, and those
/// of `after`.
fn rows(
    answered: &Answered,
    heads: &[Vec<String>],
    cells: &[String],
    [before, after]: [&[&str]; 2],
) -> Vec<Vec<String>> {
    let own = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
    let shuffled = |row: &Vec<String>| {
        let columns = answered.order.iter().map(|place| row[*place].clone());
        own(before).into_iter().chain(columns).chain(own(after)).collect()
    };
    let mut rows: Vec<Vec<String>> = heads.iter().map(shuffled).collect();
    for (number, person) in answered.people.iter().enumerate() {
        let cell = |answer: &Option<usize>| answer.map_or(String::new(), |at| cells[at].clone());
        let given: Vec<String> = person.iter().map(cell).collect();
        let mut row = shuffled(&given);
        for place in (0..before.len()).chain(row.len() - after.len()..row.len()) {
            row[place] = format!("p{number}");
        }
        rows.push(row);
    }
    rows
}

/// The same as a table, every cell quoted if `quoted`.
fn table(rows: &[Vec<String>], separator: u8, is_quoted: bool) -> String {
    let style = if is_quoted { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
    let mut writer = csv::WriterBuilder::new();
    let mut writer = writer.delimiter(separator).quote_style(style).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// What a browser shows of a piece of HTML without line breaks.
fn shown(html: &str) -> String {
    let mut plain = String::new();
    let mut is_mark = false;
    for character in html.chars() {
        match character {
            '<' => is_mark = true,
            '>' if is_mark => is_mark = false,
            other if !is_mark => plain.push(other),
            _ => {}
        }
    }
    let mut shown = String::new();
    let mut rest = plain.as_str();
    while let Some((before, marked)) = rest.split_once('&') {
        let (name, after) = marked.split_once(';').unwrap();
        shown += before;
        shown.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            _ => char::from_u32(name.strip_prefix('#').unwrap().parse().unwrap()).unwrap(),
        });
        rest = after;
    }
    shown + rest
}

fn numbered(answered: &Answered) -> Vec<String> {
    let points = answered.people.iter().flatten().flatten().max().unwrap() + 1;
    (1..=points).map(|number| number.to_string()).collect()
}

/// People type numbers into the table.
fn csv(form: &[u8], _: Export, answered: &Answered) -> String {
    let text = std::str::from_utf8(form).unwrap();
    assert_eq!(text.lines().count(), 1);
    let heads: Vec<String> = text.trim().split(',').map(str::to_owned).collect();
    table(
        &rows(answered, &[heads[1..].to_vec()], &numbered(answered), [&heads_of(&heads), &[]]),
        b',',
        false,
    )
}

fn heads_of(heads: &[String]) -> [&str; 1] {
    [heads[0].as_str()]
}

/// The cells of a sheet of a workbook.
fn sheet(form: &[u8], name: &str) -> Vec<Vec<String>> {
    let mut workbook: Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(form)).unwrap();
    let cell = |cell: &Data| match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        other => unreachable!("{other:?}"),
    };
    let range = workbook.worksheet_range(name).unwrap();
    range.rows().map(|row| row.iter().map(cell).collect()).collect()
}

/// People choose labels from the lists; the sheet is saved as CSV.
fn xlsx(form: &[u8], _: Export, answered: &Answered) -> String {
    let answers = sheet(form, "answers");
    let labels: Vec<String> = sheet(form, "questions")[4..]
        .iter()
        .map(|row| row[4].clone())
        .filter(|label| !label.is_empty())
        .collect();
    let who = answers[0][0].clone();
    let heads: Vec<Vec<String>> = answers.iter().map(|row| row[1..].to_vec()).collect();
    let mut filled = rows(answered, &heads, &labels, [&[&who], &[]]);
    if heads.len() > 1 {
        filled[1][0] = String::new();
    }
    table(&filled, b';', false)
}

/// ODK Central exports names, and Kobo labels if asked.
fn odk(form: &[u8], export: Export, answered: &Answered) -> String {
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
    };
    let survey = sheet(form, "survey");
    let asked: Vec<&Vec<String>> =
        survey.iter().filter(|row| row[0] == "select_one scale").collect();
    assert!(survey[1..].iter().all(|row| is_name(&row[1])), "{survey:?}");
    let choices: Vec<Choice> =
        sheet(form, "choices")[1..].iter().map(|row| (row[1].clone(), row[2].clone())).collect();
    let heads = |column: usize| vec![asked.iter().map(|row| row[column].clone()).collect()];
    assert!(asked.iter().all(|row| !row[2].contains("${")));
    let of = |pick: fn(&Choice) -> String| choices.iter().map(pick).collect::<Vec<_>>();
    match export {
        Export::Codes => {
            let own: [&[&str]; 2] = [&["SubmissionDate", "meta-instanceID"], &["KEY", "Status"]];
            table(&rows(answered, &heads(1), &of(|choice| choice.0.clone()), own), b',', false)
        }
        Export::Texts => {
            let own: [&[&str]; 2] = [&[], &["_id", "_uuid", "_submission_time"]];
            table(&rows(answered, &heads(2), &of(|choice| choice.1.clone()), own), b';', true)
        }
    }
}

fn limesurvey(form: &[u8], export: Export, answered: &Answered) -> String {
    let text = std::str::from_utf8(form).unwrap();
    assert!(!text.contains('"'), "a quotation mark would begin a cell of several lines");
    let mut lines = text.split_terminator("\r\n").map(|line| line.split('\t').collect::<Vec<_>>());
    let columns = lines.next().unwrap();
    let place = |name: &str| columns.iter().position(|column| *column == name).unwrap();
    let [class, name, text] = ["class", "name", "text"].map(place);
    let (mut array, mut stem) = ("", "");
    let mut asked: Vec<[String; 2]> = Vec::new();
    let mut choices: Vec<Choice> = Vec::new();
    let mut groups = 0;
    for row in lines {
        assert_eq!(row.len(), columns.len(), "{row:?}");
        assert!(!row[text].contains('{'));
        match row[class] {
            "Q" => (array, stem) = (row[name], row[text]),
            "SQ" => {
                let code = row[name];
                assert!(code.len() <= 20 && code.starts_with(|c: char| c.is_ascii_lowercase()));
                assert!(code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()));
                let told = format!("{} [{}]", shown(stem), shown(row[text]));
                asked.push([format!("{array}[{code}]"), told]);
            }
            "A" if groups == 1 => choices.push((row[name].to_owned(), shown(row[text]))),
            "G" => groups += 1,
            "A" | "S" | "SL" => {}
            other => unreachable!("{other}"),
        }
    }
    let own: [&[&str]; 2] = match export {
        Export::Codes => [&["id", "submitdate", "lastpage", "startlanguage", "seed"], &[]],
        Export::Texts => [&["Response ID", "Date submitted"], &[]],
    };
    let column = usize::from(export == Export::Texts);
    let heads = vec![asked.into_iter().map(|names| names[column].clone()).collect()];
    let cells: Vec<String> = choices
        .into_iter()
        .map(|(code, label)| if export == Export::Codes { code } else { label })
        .collect();
    format!("\u{feff}{}", table(&rows(answered, &heads, &cells, own), b';', true))
}

fn redcap(form: &[u8], export: Export, answered: &Answered) -> String {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.flexible(false).from_reader(form);
    let fields: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert!(fields.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
    assert_eq!(&fields[0][0], "record_id");
    for field in &fields {
        let name = &field[0];
        assert!(name.len() <= 100 && name.starts_with(|c: char| c.is_ascii_lowercase()));
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'));
        assert!(!field[4].contains('['), "a field is put in its place");
    }
    let asked = &fields[1..];
    assert!(asked.iter().all(|field| &field[3] == "radio" && field[15] == asked[0][15]));
    assert!(asked.iter().all(|field| field[5] == asked[0][5]), "a matrix has one list");
    let choices: Vec<Choice> = asked[0][5]
        .split('|')
        .map(|choice| choice.split_once(',').unwrap())
        .map(|(code, label)| (code.trim().to_owned(), shown(label.trim())))
        .collect();
    let (heads, cells): (Vec<String>, Vec<String>) = match export {
        Export::Codes => (
            asked.iter().map(|field| field[0].to_owned()).collect(),
            choices.iter().map(|choice| choice.0.clone()).collect(),
        ),
        Export::Texts => (
            asked.iter().map(|field| shown(&field[4])).collect(),
            choices.iter().map(|choice| choice.1.clone()).collect(),
        ),
    };
    let own: [&[&str]; 2] = match export {
        Export::Codes => [&["record_id", "redcap_event_name"], &["interests_complete"]],
        Export::Texts => [&["Record ID", "Event Name"], &["Complete?"]],
    };
    table(&rows(answered, &[heads], &cells, own), b',', false)
}

/// The literal that follows `before` in a script, and what is behind it.
fn literal<'t>(script: &'t str, before: &str) -> Option<(Value, &'t str)> {
    let (_, rest) = script.split_once(before)?;
    let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
    let value = values.next()?.unwrap();
    Some((value, &rest[values.byte_offset()..]))
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn google(form: &[u8], _: Export, answered: &Answered) -> String {
    let script = std::str::from_utf8(form).unwrap();
    assert!(!script.contains("</") && !script.contains(['\u{2028}', '\u{2029}']));
    let (labels, mut rest) = literal(script, "const labels = ").unwrap();
    let mut heads = Vec::new();
    while let Some((title, behind)) = literal(rest, "addGridItem().setTitle(") {
        let (grid, behind) = literal(behind, ").setRows(").unwrap();
        assert!(behind.starts_with(").setColumns(labels);\n"));
        let grid = texts(&grid);
        assert!(!grid.is_empty() && grid.len() <= 10);
        heads.extend(grid.iter().map(|row| format!("{} [{row}]", title.as_str().unwrap())));
        rest = behind;
    }
    table(&rows(answered, &[heads], &texts(&labels), [&["Timestamp"], &[]]), b',', true)
}

fn qualtrics(form: &[u8], _: Export, answered: &Answered) -> String {
    let text = std::str::from_utf8(form).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("[[AdvancedFormat]]"));
    let (mut part, mut id, mut stem, mut is_matrix) = ("", "", "", false);
    let mut heads: [Vec<String>; 3] = Default::default();
    let mut labels: Vec<String> = Vec::new();
    let (mut choices, mut matrices) = (0, 0);
    for line in lines.filter(|line| !line.trim().is_empty()) {
        if let Some(tag) = line.strip_prefix("[[").and_then(|tag| tag.strip_suffix("]]")) {
            match tag.split_once(':').unwrap_or((tag, "")) {
                ("Question", kind) => (is_matrix, part, choices) = (kind == "Matrix", "stem", 0),
                ("ID", name) => id = name,
                ("Choices" | "Answers" | "PageBreak", "") => part = tag,
                other => unreachable!("{other:?}"),
            }
            matrices += u32::from(tag == "Question:Matrix");
            continue;
        }
        assert!(!line.contains("[[") && !line.contains("${"), "{line}");
        match part {
            "stem" => stem = line,
            "Choices" => {
                assert!(is_matrix);
                choices += 1;
                heads[0].push(format!("{id}_{choices}"));
                heads[1].push(format!("{} - {}", shown(stem), shown(line)));
                heads[2].push(format!("{{\"ImportId\":\"QID{matrices}_{choices}\"}}"));
            }
            "Answers" if matrices == 1 => labels.push(shown(line)),
            "Answers" => {}
            other => unreachable!("{other}: {line}"),
        }
    }
    let mut written = rows(answered, &heads, &labels, [&["StartDate", "ResponseId"], &[]]);
    written[1][..2].clone_from_slice(&["Start Date", "Response ID"].map(str::to_owned));
    let ids = ["startDate", "_recordId"].map(|id| format!("{{\"ImportId\":\"{id}\"}}"));
    written[2][..2].clone_from_slice(&ids);
    table(&written, b',', false)
}
