"""Times `rolefit batch` and its peer in turns, and compares what they say."""

import json
import pathlib
import statistics
import subprocess
import sys
import time

import numpy as np
import yaml


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


def main(place, rows, rounds):
    place = pathlib.Path(place)
    source, ours, theirs = (place / name for name in ("rows.ndjson", "ours.ndjson", "theirs.ndjson"))
    make_rows(source, rows)
    peer = [sys.executable, "benches/peers/peer.py", "questions.yaml", "careers.yaml"]
    commands = {
        "rolefit": ["target/release/rolefit", "batch", "--quiet", "--from", "ndjson", "--format", "ndjson", source],
        "peer": [*peer, source, theirs],
    }
    times = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            with open(ours if name == "rolefit" else place / "nothing", "wb") as output:
                begun = time.perf_counter()
                subprocess.run(command, check=True, stdout=output)
                times[name].append(time.perf_counter() - begun)
    same = check(ours, theirs)
    ratios = [peer / own for own, peer in zip(times["rolefit"], times["peer"])]
    print(f"{same} rows, {source.stat().st_size // 1000} kB: the same roles in the same order")
    print(f"polars and numpy : rolefit batch    {statistics.median(ratios):.1f}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
