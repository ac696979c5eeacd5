"""Compares a cohort on Spark with the same on one machine, and times both."""

import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import time

from cohort import is_error

PROGRAM = "target/release/rolefit"
CLUSTER = "local-cluster[2,1,1024]"


def make_table(file, rows):
    """Answers of people at three sites, a gap here and there, and broken rows."""
    show = [PROGRAM, "show", "questions", "--format", "json"]
    shown = subprocess.run(show, capture_output=True, check=True)
    ids = [question["id"] for question in json.loads(shown.stdout)["questions"]]
    chance = random.Random(1)
    with open(file, "w", encoding="utf-8") as table:
        table.write(",".join(["respondent", "site", *ids]) + "\n")
        for number in range(rows):
            answers = chance.choices(["1", "2", "3", "4", "5", ""], [8, 14, 20, 14, 8, 2], k=len(ids))
            if number % 5000 == 4999:
                answers[number % len(ids)] = "9"
            site = chance.choice(["North", "South", "East"])
            table.write(",".join([f"r{number:06}", site, *answers]) + "\n")


def run(*words):
    """How long a command takes; exit code 1 says that rows were rejected."""
    begun = time.perf_counter()
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode > 1:
        sys.stderr.buffer.write(done.stderr)
        raise SystemExit(f"{words[0]}: exit code {done.returncode}")
    return time.perf_counter() - begun, done.stdout


def parts(folder):
    files = sorted(path for path in folder.iterdir() if path.name.startswith("part-"))
    return b"".join(path.read_bytes() for path in files), len(files)


def in_parts(table, folder, parts):
    """The rows of a table as whole tables of their own."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    heading, *rows = table.read_bytes().splitlines(keepends=True)
    for part in range(parts):
        some = rows[part * len(rows) // parts : (part + 1) * len(rows) // parts]
        (folder / f"part-{part}.csv").write_bytes(heading + b"".join(some))


def on_spark(place, rows, result, *words):
    binaries = place / "venv" / "bin"
    home = next((place / "venv" / "lib").glob("python*/site-packages/pyspark")).resolve()
    os.environ.update(SPARK_HOME=str(home), SPARK_LOCAL_IP="127.0.0.1")
    for name in ("PYSPARK_PYTHON", "PYSPARK_DRIVER_PYTHON"):
        os.environ[name] = str((binaries / "python").absolute())
    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.driver.memory": "1g",
        "spark.executor.memory": "1g",
    }
    flags = [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]
    seconds, _ = run(
        str(binaries / "spark-submit"), "--master", CLUSTER, *flags, "examples/spark/cohort.py",
        "--rolefit", str(pathlib.Path(PROGRAM).absolute()), "--by", "site", "--fit", *words,
        str(rows.absolute()), str(result.absolute()),
    )
    return seconds


def main(place, rows):
    place = pathlib.Path(place)
    table, result = place / "rows.csv", place / "result"
    make_table(table, rows)
    shutil.rmtree(result, ignore_errors=True)
    brief, records = run(PROGRAM, "batch", "--quiet", str(table))
    counted, cohort = run(PROGRAM, "cohort", "--quiet", "--by", "site", "--fit", "--format", "json", str(table))
    cluster = on_spark(place, table, result, "--parts", "8")
    pieces_in, pieces_out = place / "pieces", place / "pieces-result"
    in_parts(table, pieces_in, 8)
    shutil.rmtree(pieces_out, ignore_errors=True)
    in_place = on_spark(place, pieces_in, pieces_out, "--in-place")

    lines = records.splitlines(keepends=True)
    good = b"".join(line for line in lines if not is_error(line.decode()))
    bad = b"".join(line for line in lines if is_error(line.decode()))
    (told, pieces), (errors, _) = parts(result / "records"), parts(result / "errors")
    assert bad.count(b"\n") == rows // 5000, "rows were made that break"
    apart, _ = parts(pieces_out / "records")
    apart = [line for line in apart.splitlines(keepends=True) if not is_error(line.decode())]
    checks = {
        "the records are the same on both": told == good,
        "the errors name the same lines of the file": errors == bad,
        "the cohort adds up to the same": (result / "cohort.json").read_bytes() == cohort,
        "the records stand in several parts": pieces > 1,
        "the records are the same in place": b"".join(apart) == good,
        "the cohort adds up to the same in place": (pieces_out / "cohort.json").read_bytes() == cohort,
    }
    for what, holds in checks.items():
        print(f"{what}: {'yes' if holds else 'NO'}")
    hundred = 100_000_000 / rows
    print(f"{rows} rows: batch {brief:.1f} s, cohort {counted:.1f} s, both on {CLUSTER} {cluster:.0f} s, in place {in_place:.0f} s")
    print(
        f"a hundred million at that rate: batch {brief * hundred / 60:.0f} min and cohort "
        f"{counted * hundred / 60:.0f} min on this machine ({os.cpu_count()} cores)"
    )
    passed = sum(checks.values())
    print(f"{passed} passed, {len(checks) - passed} failed")
    raise SystemExit(passed < len(checks))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
