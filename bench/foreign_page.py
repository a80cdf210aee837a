#!/usr/bin/env python3
"""Fills the tables of docs/results/foreign-teacher.md from the run records of its studies.

usage: bench/foreign_page.py [--banking77 DIR --sklearn FILE] [--onnx DIR] [--scores DIR] [--page FILE]

DIR is the directory of a finished study, FILE of --sklearn what bench/sklearn/banking77.py printed. Each table stands
between the markers "begin table NAME" and "end table NAME"; one whose study is not given stays as it is.
"""

import argparse
import json
import math
import re
import statistics
from pathlib import Path

from evidence import T, label, runs


def values(record):
    """Accuracy, worst class and mean of the worst k classes on test, in %."""
    train = record["spec"]["train"]  # none of a teacher that was trained elsewhere
    delivered = record["best"] if train and train["iterate"] == "BEST" else record["last"]
    metrics = delivered["test"]["metrics"]
    return 100 * metrics["accuracy"], 100 * metrics["worstClassAccuracy"], 100 * metrics["worstK"]["mean"]


def students(study):
    """The values of each student, and of the teacher, by seed."""
    found = {}
    for record in runs(study):
        spec = record["spec"]
        if is_second(spec):
            continue
        teacher = spec["role"] == "TEACHER"
        name = "teacher" if teacher else label(spec) if spec["teacher"] else "without a teacher"
        found.setdefault(name, {})[spec["seed"]] = values(record)
    return found


def is_second(spec):
    """Whether the run is a second training, in which the parts of validation change roles."""
    return (spec.get("driving") or {}).get("part") == "SECOND"


class Intervals:
    """Mean and half-width of the 95 % t-interval over seeds; `ratio` is n_test / n_train where each seed has a split of
    its own, for the variance s^2 (1 / J + n_test / n_train) of Nadeau and Bengio, and 0 for one split.
    """

    def __init__(self, ratio=0.0):
        self.ratio = ratio

    def text(self, numbers, sign=""):
        mean = statistics.mean(numbers)
        half = T[len(numbers) - 2] * statistics.stdev(numbers) * math.sqrt(1 / len(numbers) + self.ratio)
        return f"{mean:{sign}.1f} ± {half:.1f}"

    def column(self, one, index):
        return self.text([value[index] for value in one.values()])

    def difference(self, one, other, index):
        return self.text([one[seed][index] - other[seed][index] for seed in one], "+")


def banking77(study, sklearn):
    data = runs(study)[0]["data"]
    intervals = Intervals(sum(data["testCounts"]) / sum(data["trainCounts"]))
    rows = students(study)
    fitted = json.loads(Path(sklearn).read_text())
    linear = {int(seed): (one["accuracy"], one["worst"], one["worst8"]) for seed, one in fitted["seeds"].items()}
    rows["scikit-learn, same training rows"] = linear
    yield "| student | accuracy | worst class | worst eight |"
    yield "|---|---|---|---|"
    for name, one in rows.items():
        if name == "teacher":
            yield "| the teacher | " + numbers(next(iter(one.values())))
        else:
            yield f"| {name} | {' | '.join(intervals.column(one, index) for index in range(3))} |"
    yield "| scikit-learn, all training rows | " + numbers([fitted["all"][name] for name in ("accuracy", "worst", "worst8")])
    yield ""
    yield "| student | accuracy, less without a teacher | worst eight, less without a teacher | worst eight, less standard | worst eight, less scikit-learn |"
    yield "|---|---|---|---|---|"
    alone, standard = rows["without a teacher"], rows["standard"]
    for name, one in rows.items():
        if name != "teacher":
            pairs = ((alone, 0), (alone, 2), (standard, 2), (linear, 2))
            cells = ["" if one is other else intervals.difference(one, other, index) for other, index in pairs]
            yield f"| {name} | {' | '.join(cells)} |"


def numbers(values):
    return " | ".join(f"{value:.1f}" for value in values) + " |"


def cifar10(study):
    intervals = Intervals()
    rows = students(study)
    yield "| student | accuracy | worst class | worst class, less without a teacher | worst class, less standard |"
    yield "|---|---|---|---|---|"
    for name, one in rows.items():
        if name == "teacher":
            first = next(iter(one.values()))
            yield f"| the teacher | {first[0]:.1f} | {first[1]:.1f} | | |"
            continue
        cells = [intervals.column(one, index) for index in range(2)]
        references = (rows["without a teacher"], rows["standard"])
        cells += ["" if one is other else intervals.difference(one, other, 1) for other in references]
        yield f"| {name} | {' | '.join(cells)} |"
    records = runs(study)
    minutes = sum(record["seconds"] for record in records) / 60
    yield ""
    yield f"{len(records)} runs, {minutes:.0f} minutes of run time; {made_with(records)}."


def made_with(records):
    found = {(r["provenance"]["java"], r["provenance"]["libtorch"], r["spec"]["train"]["precision"]) for r in records if r["spec"]["role"] == "STUDENT"}
    return "; ".join(f"Java {java}, LibTorch {torch}, {precision.lower()}" for java, torch, precision in sorted(found))


def fill(text, name, lines):
    begin, end = f"<!-- begin table {name} -->", f"<!-- end table {name} -->"
    between = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not between.search(text):
        raise SystemExit(f"the page has no markers of the table {name}")
    return between.sub(lambda found: "\n".join([begin, *lines, end]), text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--banking77", "--sklearn", "--onnx", "--scores"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--page", type=Path, default=Path(__file__).parent.parent / "docs/results/foreign-teacher.md")
    given = parser.parse_args()
    text = given.page.read_text()
    if given.banking77:
        text = fill(text, "banking77", banking77(given.banking77, given.sklearn))
    for name in ("onnx", "scores"):
        study = getattr(given, name)
        if study:
            text = fill(text, name, cifar10(study))
    given.page.write_text(text)


if __name__ == "__main__":
    main()
