#!/usr/bin/env python3
"""Writes a study's leaderboard.csv as the table between the markers of README.md.

usage: bench/readme_table.py runs/digits/leaderboard.csv [README.md]
"""

import csv
import sys

BEGIN, END = "<!-- begin table -->", "<!-- end table -->"
METRICS = ("accuracy", "balanced_accuracy", "worst_class_accuracy", "worst_class_difference")


def cell(row, metric):
    mean, high = row[metric + "_mean"], row[metric + "_high"]
    if not mean:
        return ""
    sign = "+" if metric.endswith("difference") else ""
    half = f" ± {100 * (float(high) - float(mean)):.1f}" if high else ""
    return f"{100 * float(mean):{sign}.1f}{half}"


def table(path):
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    yield "| teacher | student | accuracy | balanced | worst class | against standard/standard | |"
    yield "|---|---|---|---|---|---|---|"
    for row in rows:
        student = row["student"] + (f"({row['alpha']})" if row["alpha"] else "")
        marks = " ".join(
            mark
            for mark, column in (("front", "on_front"), ("**selected**", "selected"))
            if row[column] == "true"
        )
        cells = [cell(row, metric) for metric in METRICS]
        yield f"| {row['teacher']} | {student or '(the teacher itself)'} | " + " | ".join(cells) + f" | {marks} |"
    yield ""
    yield f"In %, on the test split: mean ± half-width of the 95 % t-interval over {rows[0]['seeds']} seeds."


def main():
    source = sys.argv[1]
    target = sys.argv[2] if len(sys.argv) > 2 else "README.md"
    with open(target) as file:
        text = file.read()
    before, rest = text.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    with open(target, "w") as file:
        file.write(before + BEGIN + "\n" + "\n".join(table(source)) + "\n" + END + after)


if __name__ == "__main__":
    main()
