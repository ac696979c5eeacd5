"""A cohort through Apache Spark: `rolefit` runs unchanged in every partition.

    spark-submit cohort.py --rolefit PATH ROWS RESULT

ROWS is a CSV with a heading (one row a line) or NDJSON, anywhere that Spark can
read. In the new folder RESULT appear `records` and `errors`, one line a row, in
parts that stand in the order of the rows, and `cohort.json`, what all rows add up
to. Every worker needs the program at PATH.

With `--in-place` ROWS is a folder of parts, each of which is whole: a table has its
heading. Every worker reads and writes them itself, under the same paths, so that only
their names go through the pipe. That takes less than half the time. `records` then
holds a file for each part, with the rejected rows among the others.
"""

import argparse
import json
import os
import shlex
import subprocess
import tempfile

from pyspark.sql import SparkSession

# Rejected rows (exit code 1) are told among the records; anything above is a
# failure of the program, and fails the task.
GUARD = 'code=0; "$@" || code=$?; [ "$code" -le 1 ] || exit "$code"'

# Reads names of parts, and does with each what the words say; the records go into a folder, if
# the first word names one.
EACH = r"""
records=$1
shift
while read -r part; do
    code=0
    "$@" ${records:+--output "$records/${part##*/}.ndjson"} "$part" </dev/null || code=$?
    [ "$code" -le 1 ] || exit "$code"
done
"""


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("rows")
    words.add_argument("result")
    words.add_argument("--rolefit", default="rolefit", help="the program, on every worker")
    words.add_argument("--questions")
    words.add_argument("--careers")
    words.add_argument("--by", help="a column to group the cohort by (CSV)")
    words.add_argument("--fit", action="store_true", help="estimate the measurement")
    words.add_argument("--full", action="store_true", help="whole reports, not brief records")
    words.add_argument("--parts", type=int, help="split the rows into so many parts at least")
    words.add_argument("--in-place", action="store_true", help="ROWS is a folder of whole parts")
    args = words.parse_args()

    spark = SparkSession.builder.appName("rolefit").getOrCreate()
    partial = (in_place if args.in_place else through_pipe)(args, spark.sparkContext)
    with open(os.path.join(args.result, "cohort.json"), "wb") as file:
        file.write(merged(args, partial))
    spark.stop()


def through_pipe(args, context):
    """Writes the records of all lines; a summary of each part."""
    lines = context.textFile(args.rows, args.parts)
    heading = lines.first() if not lines.isEmpty() else ""
    is_table = not heading.lstrip("\ufeff \t").startswith("{")
    rows = lines.mapPartitionsWithIndex(without_first) if is_table else lines

    def through(*words):
        """The output of the program, one process a partition."""
        table = itemise(heading) if is_table else leave
        command = ["sh", "-c", GUARD, "sh", *program(args), "--quiet", *words]
        return rows.mapPartitions(table).pipe(shlex.join(command), checkCode=True)

    form = ["--from", "csv" if is_table else "ndjson", "--threads", "1"]
    told = through("batch", *form, "--format", "ndjson", *whole(args))
    told = told.mapPartitionsWithIndex(in_the_file(before(rows))).cache()
    told.filter(lambda line: not is_error(line)).saveAsTextFile(f"{args.result}/records")
    told.filter(is_error).saveAsTextFile(f"{args.result}/errors")
    return through("cohort", *form, *by(args), "--partial").collect()


def in_place(args, context):
    """The same of a folder of parts that every worker sees."""
    names = sorted(entry.path for entry in os.scandir(args.rows) if entry.is_file())
    parts = context.parallelize(names, max(len(names), 1))
    records = os.path.join(args.result, "records")
    os.makedirs(records)

    def each(records, *words):
        command = ["sh", "-c", EACH, "sh", records, *program(args), "--quiet"]
        return parts.pipe(shlex.join([*command, *words]), checkCode=True).collect()

    each(records, "batch", "--threads", "1", *whole(args))
    return each("", "cohort", "--threads", "1", *by(args), "--partial")


def whole(args):
    return ["--full"] if args.full else []


def by(args):
    return ["--by", args.by] if args.by else []


def program(args):
    words = [args.rolefit]
    words += ["--questions", args.questions] if args.questions else []
    words += ["--careers", args.careers] if args.careers else []
    return words


def without_first(part, lines):
    """All but the heading, which is the first line of the first part."""
    if part == 0:
        next(lines, None)
    return lines


def itemise(heading):
    """Every part gets the heading of the table."""

    def headed(lines):
        yield heading
        yield from lines

    return headed


def leave(lines):
    return lines


def before(rows):
    """How many rows stand before each part."""
    counts = rows.mapPartitions(lambda lines: [sum(1 for _ in lines)]).collect()
    return [sum(counts[:part]) for part in range(len(counts))]


def is_error(line):
    """Whether a row was rejected: its record may name the respondent first."""
    # Few rows are: only those that might be are parsed.
    return '"error":{' in line and "error" in json.loads(line)


def in_the_file(before):
    """Lines are counted from the start of a part; errors name those of the file."""

    def counted(part, lines):
        for line in lines:
            if is_error(line):
                record = json.loads(line)
                # A table has its row beside its line.
                for place in record["error"].keys() & {"line", "row"}:
                    record["error"][place] += before[part]
                line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
            yield line

    return counted


def merged(args, partial):
    """What the summaries of the parts add up to."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".ndjson") as file:
        file.write("\n".join(partial) + "\n")
        file.flush()
        fit = ["--fit"] if args.fit else []
        command = [*program(args), "cohort", *fit, "--format", "json", "--merge", file.name]
        done = subprocess.run(command, stdout=subprocess.PIPE)
    if done.returncode > 1:
        raise SystemExit(done.returncode)
    return done.stdout


if __name__ == "__main__":
    main()
