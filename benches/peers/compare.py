"""Times `rolefit batch` and its peers in turns, and compares what they say."""

import json
import math
import os
import pathlib
import platform
import resource
import statistics
import subprocess
import sys
import time

import numpy as np
import polars
import yaml

PROGRAM = sys.argv[4]
FILES = ("questions.yaml", "careers.yaml")
# So many of the rows for whole reports, of which numpy makes a thousand a second.
REPORTS = 10
# The runs on fewer rows, by which what starting takes is left out.
FEWER = 5


def make_rows(file, count):
    """People with a level and interests of their own, whose answers waver."""
    with open("questions.yaml", encoding="utf-8") as source:
        asked = yaml.load(source, Loader=yaml.CSafeLoader)
    ids = [question["id"] for question in asked["questions"]]
    names = [interest["id"] for interest in asked["interests"]]
    on = [names.index(question["interest"]) for question in asked["questions"]]
    random = np.random.default_rng(1)
    level = random.normal(0.0, 0.275, (count, 1))
    interests = level + random.normal(0.0, asked["measurement"]["signal"] ** 0.5, (count, len(names)))
    answers = interests[:, on] + random.normal(0.0, asked["measurement"]["noise"] ** 0.5, (count, len(ids)))
    answers = np.clip(np.rint(answers * 2.0 + 3.0), 1, 5).astype(int).tolist()
    with open(file, "w", encoding="utf-8") as rows:
        for number, row in enumerate(answers):
            sheet = {"respondent": f"r{number:06}", "answers": dict(zip(ids, row))}
            rows.write(json.dumps(sheet, separators=(",", ":")) + "\n")


def check(ours, theirs):
    """The same people, the same roles in the same order, the same fits."""
    count = 0
    with open(ours, encoding="utf-8") as left, open(theirs, encoding="utf-8") as right:
        for one, other in zip(left, right, strict=True):
            one, other = json.loads(one), json.loads(other)
            for key in ("respondent", "status", "answered"):
                assert one[key] == other[key], (one, other)
            for mine, peer in zip(one["roles"], other["roles"], strict=True):
                assert (mine["rank"], mine["id"]) == (peer["rank"], peer["id"]), (one, other)
                assert mine["band"] == peer["band"], (one, other)
                assert abs(mine["similarity"] - peer["similarity"]) < 1e-9, (one, other)
                assert abs(mine["fit"] - peer["fit"]) < 1e-6, (one, other)
            count += 1
    return count


def check_reports(ours, theirs):
    """The same people, the same draws for each role but for one, the same closeness."""
    with open(ours, encoding="utf-8") as left, open(theirs, encoding="utf-8") as right:
        for one, other in zip(left, right, strict=True):
            one, other = json.loads(one), json.loads(other)
            assert one["respondent"] == other["respondent"], (one, other)
            assert abs(one["closeness"] - other["closeness"]) < 1e-3, (one, other)
            roles = {role["id"]: role for role in one["roles"]}
            assert sorted(roles) == other["ids"], (one, other)
            columns = [other[key] for key in ("ids", "similarity", "fit", "best", "retest")]
            for name, similarity, fit, best, retest in zip(*columns):
                certainty = roles[name]["certainty"]
                assert abs(roles[name]["similarity"] - similarity) < 1e-9, (one, other)
                assert abs(roles[name]["fit"] - fit) < 1e-6, (one, other)
                assert abs(certainty["best"] - best) < 1.5 / 2048, (one, other)
                assert abs(certainty["retest"] - retest) < 1.5 / 2048, (one, other)


def first_lines(source, count, into):
    """Writes the first lines of a file into another."""
    with open(source, encoding="utf-8") as lines, open(into, "w", encoding="utf-8") as some:
        some.writelines(line for line, _ in zip(lines, range(count)))
    return into


def seconds(command, output):
    """How long a command takes, while the disk has nothing of the one before to write."""
    with open(output, "wb") as file:
        os.sync()
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=file)
        return time.perf_counter() - begun


def processor_seconds(command, output):
    """How long a command has the first core, the only one that it may use."""
    core = min(os.sched_getaffinity(0))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(output, "wb") as file:
        pin = lambda: os.sched_setaffinity(0, {core})
        subprocess.run(command, check=True, stdout=file, preexec_fn=pin)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def ours(source, *words):
    return [PROGRAM, "batch", "--quiet", "--from", "ndjson", "--format", "ndjson", *words, source]


def brief_records(place, source, rounds):
    """How many times as long the peer takes for brief records, all cores used by both."""
    records = {name: place / f"{name}.ndjson" for name in ("ours", "theirs")}
    peer = [sys.executable, "benches/peers/peer.py", *FILES, source, records["theirs"]]
    ratios = []
    for _ in range(rounds):
        own = seconds(ours(source), records["ours"])
        ratios.append(seconds(peer, place / "nothing") / own)
    check(records["ours"], records["theirs"])
    return statistics.median(ratios)


def whole_reports(place, source, rows, rounds):
    """How many times as long as whole reports of ours take brief records of ours, and whole
    reports of each peer: for a row more or less, on one core.
    """
    peer = [sys.executable, "benches/peers/reports.py"]
    counts = {name: rows // REPORTS for name in ("reports", "plain", "tuned")} | {"brief": rows}
    parties = {
        "reports": lambda source, to: (ours(source, "--full"), to),
        "brief": lambda source, to: (ours(source), to),
        "plain": lambda source, to: ([*peer, "plain", *FILES, source, to], place / "nothing"),
        "tuned": lambda source, to: ([*peer, "tuned", *FILES, source, to], place / "nothing"),
    }
    times = {name: [] for name in parties}
    for _ in range(rounds):
        for name, command in parties.items():
            took = []
            for count in (max(1, counts[name] // FEWER), counts[name]):
                some = first_lines(source, count, place / "some.ndjson")
                took.append((count, processor_seconds(*command(some, place / f"{name}.ndjson"))))
            (few, short), (many, long) = took
            times[name].append((long - short) / (many - few))
    for name in ("plain", "tuned"):
        check_reports(place / "reports.ndjson", place / f"{name}.ndjson")
    median = {name: statistics.median(of) for name, of in times.items()}
    return {name: ratio(of, median["reports"]) for name, of in median.items()}


def ratio(one, other):
    """How many times as long one took; none where few rows took no time that can be told."""
    return one / other if one > 0 and other > 0 else math.nan


def machine():
    """The processor and what runs on it."""
    model = platform.processor() or platform.machine()
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
        model = names[0] if names else model
    version = subprocess.run([PROGRAM, "--version"], check=True, capture_output=True, text=True)
    version = version.stdout.split()[1]
    cores = len(os.sched_getaffinity(0))
    return (
        f"{model}, {cores} cores; rolefit {version}, Python {platform.python_version()}, "
        f"numpy {np.__version__}, polars {polars.__version__}"
    )


def main(place, rows, rounds):
    place = pathlib.Path(place)
    source = place / "rows.ndjson"
    make_rows(source, rows)
    brief = brief_records(place, source, rounds)
    reports = whole_reports(place, source, rows, rounds)
    print(f"{machine()}.\n")
    print("| the same rows, in turns | times as long |")
    print("|---|---:|")
    print(f"| brief records with polars and numpy : `batch` | {brief:.1f} |")
    print(f"| whole reports, `batch --full` : brief records, `batch` | {ratio(1, reports['brief']):.1f} |")
    print(f"| whole reports with numpy, one person after the other : `batch --full` | {reports['plain']:.1f} |")
    print(f"| whole reports with numpy, tuned : `batch --full` | {reports['tuned']:.1f} |")
    print(f"\n{rows} rows for brief records, {rows // REPORTS} for whole reports; {rounds} rounds,")
    print("of which the median. The first line is of time on all cores, the others of processor time")
    print("on one, without what starting takes. All say the same: the same roles in the same order with the same fits,")
    print("and each role first in the same draws.")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
