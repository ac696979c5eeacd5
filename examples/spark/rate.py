"""How many rows a second a core makes through `rolefit batch -` in Spark's pipe, and alone.

    spark-submit --master local[1] rate.py PROGRAM FEW.ndjson MANY.ndjson ROUNDS

Every figure is of the rows that MANY has more than FEW, so what starting takes is not in it;
the ways take turns, and the median counts. Pin the whole to one core.
"""

import shlex
import statistics
import subprocess
import sys
import time

from pyspark.sql import SparkSession

CORES, SITTINGS = 100, 10**9


def timed(work):
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def count(file):
    with open(file, "rb") as rows:
        return sum(1 for _ in rows)


def main(program, few, many, rounds):
    context = SparkSession.builder.appName("rolefit rate").getOrCreate().sparkContext
    command = [program, "batch", "--quiet", "--from", "ndjson", "--format", "ndjson"]
    command += ["--threads", "1", "-"]

    def alone(file):
        with open(file, "rb") as rows:
            subprocess.run(command, stdin=rows, stdout=subprocess.DEVNULL, check=True)

    def through_python(file):
        context.textFile(file, 1).coalesce(1).pipe(" ".join(command), checkCode=True).count()

    def through_jvm(file):
        words = context._jvm.java.util.ArrayList(command)
        context._jsc.textFile(file, 1).coalesce(1).pipe(words).count()

    def in_place(file):
        told = " ".join([*command[:-1], '"$part"'])
        each = f"while read -r part; do {told} </dev/null >/dev/null || exit 1; done"
        context.parallelize([file], 1).pipe(shlex.join(["sh", "-c", each]), checkCode=True).count()

    ways = {"alone": alone, "in place": in_place, "JVM": through_jvm, "Python": through_python}
    more = count(many) - count(few)
    times = {name: [] for name in ways}
    for number in range(int(rounds) + 1):
        for name, way in ways.items():
            short, long = timed(lambda: way(few)), timed(lambda: way(many))
            # The first round is for the JVM to compile what is used.
            if number > 0:
                times[name].append(long - short)
    rate = {name: more / statistics.median(of) for name, of in times.items()}
    print("| rows a second a core | rows | alone : so |")
    print("|---|---:|---:|")
    for name, told in (
        ("alone", "`batch` alone"),
        ("in place", "names of files through `rdd.pipe`"),
        ("JVM", "rows through `rdd.pipe` of the JVM"),
        ("Python", "rows through `rdd.pipe` of Python"),
    ):
        print(f"| {told} | {rate[name]:,.0f} | {rate['alone'] / rate[name]:.2f} |")
    minutes = {name: SITTINGS / rate[name] / CORES / 60 for name in ("in place", "Python")}
    print(
        f"\nAt that rate {CORES} cores take {minutes['in place']:.1f} minutes for {SITTINGS:.0e} "
        f"sittings where only names go through the pipe, and {minutes['Python']:.1f} where all "
        "rows go through that of Python."
    )
    context.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
