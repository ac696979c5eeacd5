//! Little memory.

use crate::support::place::{Place, cohort};
use crate::support::workbooks::{cells, ods, ods_cells, xlsx};

/// What may be used besides the program itself, all threads' stacks included:
/// 64 MB. A limit on address space would count what is never touched: the C
/// library sets 64 MB aside for each thread.
const LIMIT: &str = "ulimit -d 65536";

#[test]
fn every_command_gets_by_on_64_mb() {
    let place = Place::new();
    place.write("many.ndjson", &cohort(100_000));
    let data = "--questions q.yaml --careers c.yaml";
    for arguments in [
        &format!("score -q --explain --answers 452314 {data}"),
        &format!("show --format json {data}"),
        &format!("audit -q {data}"),
        &format!("batch -q --threads 4 {data} many.ndjson -o out.ndjson"),
        &format!("batch -q --threads 4 {data} many.ndjson -o out.csv"),
        &format!("cohort -q --threads 4 {data} many.ndjson"),
    ] {
        let ran = place.shell(&format!("{LIMIT}; exec $R {arguments}"));
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{arguments}");
    }
    assert_eq!(place.read("out.ndjson").lines().count(), 100_000);
    assert_eq!(place.read("out.csv").lines().count(), 100_001);
}

/// A workbook is read whole, and the worst of them within what is said of it.
#[test]
fn the_largest_workbooks_take_512_mb() {
    let place = Place::new();
    let rows: String =
        (0..1_000_000).map(|_| "<row><c><v>1</v></c><c><v>2</v></c></row>").collect();
    let head = cells(&[&["sums", "talk"]]);
    place.write_bytes("large.xlsx", &xlsx(&[("S", "visible", &(head + &rows))], &[]));
    let strings = format!("<sst>{}</sst>", "<si><t/></si>".repeat(4_900_000));
    let head = cells(&[&["sums", "talk"], &["5", "2"]]);
    let strings = &[("xl/sharedStrings.xml", strings.as_str())];
    place.write_bytes("strings.xlsx", &xlsx(&[("S", "visible", &head)], strings));
    let row = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell \
               table:number-columns-repeated=\"4\" office:value-type=\"float\" \
               office:value=\"1\"/></table:table-row>";
    let head = ods_cells(&[&["sums", "talk", "mend", "write"]]);
    place.write_bytes("large.ods", &ods(&[("S", &(head + row))]));
    for (name, rows) in [("large.xlsx", 1_000_000), ("strings.xlsx", 1), ("large.ods", 1_000_000)] {
        let batch = "$R batch --threads 2 --top 1 --questions q.yaml --careers c.yaml";
        let ran = place.shell(&format!("ulimit -d 524288; exec {batch} {name} > records"));
        assert!(
            ran.stderr.contains(&format!("{rows} row")) && ran.stderr.contains(" 0 rejected"),
            "{name}: {}",
            ran.stderr
        );
    }
}

/// Rows as long as they may be are not all held at once.
#[test]
fn wide_rows_are_carried_through_in_64_mb() {
    let place = Place::new();
    let rows = "head -c 900000 /dev/zero | tr '\\0' x > cell; (echo sums,talk,mend,note; \
                for row in $(seq 200); do printf 5,1,3,; cat cell; echo; done)";
    let batch = "$R batch --threads 4 --keep note --questions q.yaml --careers c.yaml";
    for to in ["csv", "ndjson"] {
        let ran =
            place.shell(&format!("{rows} | ({LIMIT}; exec {batch} --format {to}) > /dev/null"));
        let end = "200 rows read: 200 scored, 0 rejected, 0 blank\n";
        assert!(ran.stderr.ends_with(end), "{}", ran.stderr);
    }
}

/// A line without an end is never held whole.
#[test]
fn a_line_of_200_mb_is_rejected_in_64() {
    let place = Place::new();
    let rows = "(head -c 200000000 /dev/zero; echo; cat rows.ndjson)";
    let batch = "$R batch -q --from ndjson --questions q.yaml --careers c.yaml";
    let ran = place.shell(&format!("{rows} | ({LIMIT}; exec {batch})"));
    let told = "error: 1 of 4 rows was rejected; the first: line 1: the line is longer than 1 MiB: write each sheet on a line of its own\n";
    assert_eq!((ran.code, ran.stderr.as_str()), (1, told));
    let records: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(
        records[0],
        "{\"error\":{\"line\":1,\"message\":\"the line is longer than 1 MiB: write each sheet on a \
         line of its own\"}}"
    );
    assert_eq!(records.len(), 4);
}
