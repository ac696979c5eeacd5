"""Times commands on more and more rows, roles, interests and questions, and draws it.

    growth.py PROGRAM PLACE PICTURE [small]

Prints a table of how the time grows, and writes PICTURE, an SVG.
"""

import math
import os
import pathlib
import subprocess
import sys
import time

import catalogue

# The usual sizes, of which one is varied.
USUAL = {"rows": 10_000, "roles": 12, "interests": 10, "questions": 40}
SIZES = {
    "rows": [1_000, 10_000, 100_000, 1_000_000, 10_000_000],
    "roles": [12, 50, 200, 800, 2_000, 5_000],
    "interests": [3, 6, 12, 24, 48, 64],
    "questions": [40, 100, 250, 500, 1_000],
}
SMALL = {
    "rows": [100, 1_000],
    "roles": [12, 48],
    "interests": [3, 12],
    "questions": [40, 80],
}
# What is timed: its name, its words, and of how many rows.
BRIEF = ("brief records", ["batch"], 10_000)
FULL = ("whole reports", ["batch", "--full"], 200)
COHORT = ("cohort", ["cohort", "--format", "json"], 200)
RIVALS = ("rivals", ["score", "--explain", "--format", "json"], 1)
AUDIT = ("audit", ["audit", "--format", "json"], None)
COMMANDS = {
    "rows": [BRIEF, FULL, COHORT],
    "roles": [BRIEF, FULL, RIVALS, AUDIT],
    "interests": [BRIEF, FULL, RIVALS, AUDIT],
    "questions": [BRIEF, FULL, RIVALS, AUDIT],
}
# Whole reports of so many rows say how it goes on.
MOST_REPORTS = 100_000
# A size is timed until so many seconds have passed, and at the most so often.
PATIENCE, ROUNDS = 3.0, 5


def seconds(command, source):
    """The least time of some runs of a command."""
    least, spent = math.inf, 0.0
    for _ in range(ROUNDS):
        with open(source or os.devnull, "rb") as rows:
            begun = time.perf_counter()
            done = subprocess.run(
                command, stdin=rows, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
            )
            took = time.perf_counter() - begun
        # An audit that finds errors in what was made up has run, too.
        if done.returncode > 1:
            raise SystemExit(f"{command}: {done.stderr.decode()}")
        least, spent = min(least, took), spent + took
        if spent > PATIENCE:
            break
    return least


def run(program, place, how):
    """For each size that is varied, and each command, its time at each size."""
    found, sizes = {}, SMALL if how == "small" else SIZES
    few = ["--respondents", "1000"] if how == "small" else []
    for varied, values in sizes.items():
        for name, words, of in COMMANDS[varied]:
            points = []
            for value in values:
                size = USUAL | {varied: value}
                if varied != "rows" and of:
                    size["rows"] = of
                if name != BRIEF[0] and size["rows"] > MOST_REPORTS:
                    continue
                folder = place / "made"
                rows = size["rows"] if of else None
                catalogue.make(folder, size["interests"], size["questions"], size["roles"], rows)
                command = [program, *words, "--quiet", "--catalogue", folder]
                command += few if words[0] == "audit" else []
                source = folder / "rows.csv" if of else None
                command += ["--from", "csv", "-"] if of and words[0] != "score" else []
                if words[0] == "score":
                    answers = source.read_text(encoding="utf-8").split()[1]
                    command, source = [*command, "--answers", answers], None
                points.append((value, seconds(command, source)))
                print(f"{varied} {value}: {name} {points[-1][1]:.2f} s", file=sys.stderr)
            found[varied, name] = points
    return found


def slope(points):
    """How the time grows where it is largest: the power of the size, by the last two sizes."""
    (few, short), (many, long) = points[-2:]
    return math.log(long / short) / math.log(many / few)


def table(found):
    """What was found, for people."""
    lines = ["| varied | command | from | to | seconds | power at the end |"]
    lines += ["|---|---|---:|---:|---:|---:|"]
    for (varied, name), points in found.items():
        (first, short), (last, long) = points[0], points[-1]
        lines.append(
            f"| {varied} | {name} | {first:,} | {last:,} | {short:.2g} to {long:.2g} "
            f"| {slope(points):.2f} |"
        )
    return "\n".join(lines)


WIDTH, HEIGHT, LEFT, TOP, GAP = 330, 230, 52, 34, 34
# Colours that people with any sight tell apart, and which stand out on light and dark.
COLOURS = {
    "brief records": "#0072b2",
    "whole reports": "#d55e00",
    "cohort": "#009e73",
    "rivals": "#cc79a7",
    "audit": "#999999",
}


def powers(values):
    """The powers of ten around some values."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return range(low, max(high, low + 1) + 1)


def panel(varied, found, left, top):
    """One plot: seconds against what is varied, both by powers of ten."""
    series = {name: points for (of, name), points in found.items() if of == varied}
    every = [point for points in series.values() for point in points]
    across, up = (powers([point[axis] for point in every]) for axis in (0, 1))
    wide, high = WIDTH - LEFT - 12, HEIGHT - 50

    def x(value):
        return left + LEFT + wide * (math.log10(value) - across[0]) / (across[-1] - across[0])

    def y(value):
        return top + high - high * (math.log10(value) - up[0]) / (up[-1] - up[0])

    parts = [f'<text x="{left + LEFT}" y="{top - 10}" class="title">seconds against {varied}</text>']
    for power in across:
        at = x(10**power)
        parts.append(f'<path d="M{at:.1f} {top}V{top + high}" class="grid"/>')
        told = f"10<tspan dy='-4' font-size='8'>{power}</tspan>"
        parts.append(f'<text x="{at:.1f}" y="{top + high + 15}" text-anchor="middle">{told}</text>')
    for power in up:
        at = y(10**power)
        parts.append(f'<path d="M{left + LEFT} {at:.1f}h{wide}" class="grid"/>')
        parts.append(
            f'<text x="{left + LEFT - 6}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g}</text>'
        )
    for name, points in series.items():
        line = " ".join(f"{x(value):.1f},{y(took):.1f}" for value, took in points)
        colour = COLOURS[name]
        parts.append(f'<polyline points="{line}" stroke="{colour}"/>')
        parts += [
            f'<circle cx="{x(value):.1f}" cy="{y(took):.1f}" r="2.5" fill="{colour}"/>'
            for value, took in points
        ]
    return parts


def picture(found):
    """Four plots, and what their colours mean."""
    width, height = 2 * WIDTH + GAP, 2 * (HEIGHT + GAP) + 20
    style = (
        "text{font:11px sans-serif;fill:#222}.title{font-weight:bold}"
        ".grid{stroke:#ddd;fill:none}polyline{fill:none;stroke-width:1.8}"
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'aria-label="How the time of each command grows with rows, roles, interests and questions">',
        f"<style>{style}</style>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for number, varied in enumerate(SIZES):
        left = (number % 2) * (WIDTH + GAP)
        parts += panel(varied, found, left, TOP + (number // 2) * (HEIGHT + GAP))
    for number, (name, colour) in enumerate(COLOURS.items()):
        at = LEFT + number * 125
        parts.append(f'<rect x="{at}" y="{height - 18}" width="12" height="4" fill="{colour}"/>')
        parts.append(f'<text x="{at + 18}" y="{height - 12}">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def main(program, place, drawn, how="whole"):
    found = run(pathlib.Path(program).absolute(), pathlib.Path(place), how)
    pathlib.Path(drawn).write_text(picture(found), encoding="utf-8")
    print(table(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
