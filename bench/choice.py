#!/usr/bin/env python3
"""The studies behind docs/results/choice.md, and its tables.

usage: bench/choice.py studies DATA OUT       writes before-*.yaml, scan-*.yaml and after-*.yaml into OUT
       bench/choice.py page RUNS [--page F]   fills the tables from the finished studies RUNS/before-*, scan-*, after-*

DATA holds tab-letter, tab-shuttle, tab-yeast, tab-drybean (UCI tables as CSV) and banking77; digits come with Limbeck.
before-*.yaml is for commit 8be27a3, the last one before: its defaults, and validation that drives and judges.
"""

import argparse
import math
import statistics
from pathlib import Path

from evidence import T, label, runs
from foreign_page import fill, is_second

SEEDS = 10
TABLES = {
    # name: source, share for validation, teacher, student, epochs, learning rate
    "digits50": ("source: digits\n  longTail: {{ratio: 50}}", 0.25, "mlp 256-256", "mlp 16", 100, None),
    "yeast": ("source: csv\n  train: {data}/tab-yeast/yeast.csv.gz\n  testShare: 0.3", 0.3, "mlp 256-256", "mlp 16", 100, None),
    "banking77": ("source: csv\n  train: {data}/banking77/words.train.csv.gz\n  test: {data}/banking77/words.test.csv.gz\n  label: intent", 0.2, "mlp 512", "mlp 64", 30, None),
    "letter50": ("source: csv\n  train: {data}/tab-letter/letter.train.csv.gz\n  test: {data}/tab-letter/letter.test.csv.gz\n  longTail: {{ratio: 50}}", 0.25, "mlp 256-256", "mlp 32", 60, None),
    "shuttle": ("source: csv\n  train: {data}/tab-shuttle/shuttle.train.csv.gz\n  test: {data}/tab-shuttle/shuttle.test.csv.gz", 0.25, "mlp 256-256", "mlp 16", 20, 0.03),
    "drybean50": ("source: csv\n  train: {data}/tab-drybean/drybean.csv.gz\n  testShare: 0.3\n  longTail: {{ratio: 50}}", 0.25, "mlp 256-256", "mlp 16", 60, None),
    "drybean": ("source: csv\n  train: {data}/tab-drybean/drybean.csv.gz\n  testShare: 0.3", 0.25, "mlp 256-256", "mlp 16", 40, None),
    "digits": ("source: digits", 0.25, "mlp 256-256", "mlp 16", 100, None),
    "letter": ("source: csv\n  train: {data}/tab-letter/letter.train.csv.gz\n  test: {data}/tab-letter/letter.test.csv.gz", 0.25, "mlp 256-256", "mlp 32", 30, None),
}
AUTO = "{gamma: auto, smoothing: auto, worstK: auto}"
SCAN = [
    f"{{name: balanced-{name}, from: balanced, {labels}}}\n    - {{name: robust-{name}, from: robust, {labels}, alpha: [0.5, 1.0], multipliers: {AUTO}}}"
    for name, labels in {
        "t1": "labels: teacher, scores: temperature",
        "raw": "labels: teacher, scores: raw",
        "per-class": "labels: teacher, scores: per-class",
        "t2": "labels: mix, mix: 0.5, temperature: 2, scores: temperature",
        "t2-per-class": "labels: mix, mix: 0.5, temperature: 2, scores: per-class",
    }.items()
] + [
    "{name: gamma-0.1, from: robust, labels: teacher, alpha: [0.5, 1.0], multipliers: {gamma: 0.1, smoothing: 0, worstK: 1}}",
    "{name: gamma-auto, from: robust, labels: teacher, alpha: [0.5, 1.0], multipliers: {gamma: auto, smoothing: 0, worstK: 1}}",
]


def study(kind, name, data):
    source, share, teacher, student, epochs, rate = TABLES[name]
    train = f"{{epochs: {epochs}{'' if rate is None else f', learningRate: {rate}'}}}"
    lines = [
        f"name: {kind}-{name}",
        "data:",
        "  " + source.format(data=data),
        f"  validation: {share}",
        "  splitSeed: each",
        f"seeds: [{', '.join(map(str, range(SEEDS)))}]",
        "teacher:",
        f"  network: {teacher}",
        "  objectives: [standard]",
        f"  train: {train}",
        "student:",
        f"  network: {student}",
        f"  train: {train}",
    ]
    lines += ["  recipes:", *(f"    - {recipe}" for recipe in SCAN)] if kind == "scan" else ["  objectives: [standard, balanced, robust]", "  alphas: [0.5, 1.0]"]
    return "\n".join(lines) + "\n"


class Study:
    """The students of a finished study: for each name and seed (accuracy, measure) on test in %.

    The measure is the worst class, above 20 classes the mean of the worst tenth.
    """

    def __init__(self, directory):
        records = [run for run in runs(directory) if run["spec"]["role"] == "STUDENT" and not is_second(run["spec"])]
        data = records[0]["data"]
        classes = len(data["classNames"])
        self.k = 1 if classes <= 20 else math.ceil(classes / 10)
        self.ratio = sum(data["testCounts"]) / sum(data["trainCounts"])
        self.students = {}
        self.splits = {run["spec"]["seed"]: run["data"]["fingerprint"] for run in records}
        for run in records:
            metrics = run["last"]["test"]["metrics"]
            measure = metrics["worstK"]["mean"] if self.k > 1 else metrics["worstClassAccuracy"]
            name = label(run["spec"]) if run["spec"]["teacher"] else "no teacher"
            self.students.setdefault(name, {})[run["spec"]["seed"]] = (100 * metrics["accuracy"], 100 * measure)
        self.selected = selected(directory)

    def mean(self, name, index):
        return statistics.mean(value[index] for value in self.students[name].values())

    def cell(self, name):
        return f"{self.mean(name, 1):.1f} / {self.mean(name, 0):.1f}"

    def differences(self, one, other, index):
        return [value[index] - self.students[other][seed][index] for seed, value in self.students[one].items()]

    def interval(self, differences):
        half = T[len(differences) - 2] * statistics.stdev(differences) * math.sqrt(1 / len(differences) + self.ratio)
        return f"{statistics.mean(differences):+.1f} ± {half:.1f}"

    def regret(self):
        return max(self.mean(name, 1) for name in self.students) - self.mean(self.selected, 1)


def selected(directory):
    """The student that the study selected, as its leaderboard has it."""
    lines = (Path(directory) / "leaderboard.csv").read_text().splitlines()
    head = lines[0].split(",")
    for line in lines[1:]:
        row = dict(zip(head, line.split(",")))
        if row["selected"] == "true":
            return "no teacher" if row["teacher"] == "none" else row["student"] + (f"({row['variant'] or row['alpha']})" if row["variant"] or row["alpha"] else "")
    raise SystemExit(f"{directory}: nothing is selected")


def choice(before, after):
    yield "| table | measure | before: selected | regret | now: selected | regret | now, less balanced: measure | accuracy |"
    yield "|---|---|---|---|---|---|---|---|"
    regrets = ([], [])
    for name, old in before.items():
        new = after[name]
        for found, study in zip(regrets, (old, new)):
            found.append(study.regret())
        differences = [new.interval(new.differences(new.selected, "balanced", index)) if new.selected != "balanced" else "" for index in (1, 0)]
        yield f"| {name} | {measure(new)} | {old.selected}: {old.cell(old.selected)} | {old.regret():.1f} | {new.selected}: {new.cell(new.selected)} | {new.regret():.1f} | {' | '.join(differences)} |"
    yield f"| mean | | | {statistics.mean(regrets[0]):.1f} | | {statistics.mean(regrets[1]):.1f} | | |"
    others = [[regret for name, regret in zip(before, found) if name != "shuttle"] for found in regrets]
    yield f"| mean without shuttle | | | {statistics.mean(others[0]):.1f} | | {statistics.mean(others[1]):.1f} | | |"


def measure(study):
    return "worst class" if study.k == 1 else f"worst {study.k}"


def robust(before, after):
    yield "| table | balanced before | robust(0.5) | robust(1.0) | balanced now | robust(0.5) | robust(1.0) | now, robust(0.5) less balanced | robust(1.0) less balanced | robust(0.5), now less before | robust(1.0), now less before |"
    yield f"|---|{'---|' * 10}"
    for name, old in before.items():
        new = after[name]
        cells = [study.cell(student) for study in (old, new) for student in ("balanced", "robust(0.5)", "robust(1.0)")]
        cells += [new.interval(new.differences(student, "balanced", 1)) for student in ("robust(0.5)", "robust(1.0)")]
        cells += [new.interval(since(old, new, student)) for student in ("robust(0.5)", "robust(1.0)")]
        yield f"| {name} | {' | '.join(cells)} |"


def since(old, new, student):
    """Differences of the measure on the same splits, seed by seed."""
    if old.splits != new.splits:
        raise SystemExit("the studies before and after have other splits")
    return [value[1] - old.students[student][seed][1] for seed, value in new.students[student].items()]


def scan(studies):
    names = [name for name in next(iter(studies.values())).students if name != "no teacher"]
    yield f"| student | {' | '.join(studies)} |"
    yield f"|---|{'---|' * len(studies)}"
    for name in names:
        yield f"| {name} | {' | '.join(study.cell(name) for study in studies.values())} |"
    yield ""
    yield "| mean over the tables of the difference | measure | accuracy |"
    yield "|---|---|---|"
    for objective in ("balanced-{}", "robust-{}(0.5)", "robust-{}(1.0)"):
        for labels in ("raw", "per-class", "t2", "t2-per-class"):
            one, other = objective.format(labels), objective.format("t1")
            by_table = [[statistics.mean(study.differences(one, other, index)) for study in studies.values()] for index in (1, 0)]
            yield f"| {one} less {other} | {' | '.join(over_tables(found) for found in by_table)} |"


def over_tables(values):
    half = T[len(values) - 2] * statistics.stdev(values) / math.sqrt(len(values))
    return f"{statistics.mean(values):+.1f} ± {half:.1f}, above 0 on {sum(value > 0 for value in values)} of {len(values)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    writer = commands.add_parser("studies")
    writer.add_argument("data", type=Path)
    writer.add_argument("out", type=Path)
    filler = commands.add_parser("page")
    filler.add_argument("runs", type=Path)
    filler.add_argument("--page", type=Path, default=Path(__file__).parent.parent / "docs/results/choice.md")
    given = parser.parse_args()
    kinds = ("before", "scan", "after")
    if given.command == "studies":
        for kind in kinds:
            for name in TABLES:
                (given.out / f"{kind}-{name}.yaml").write_text(study(kind, name, given.data.resolve()))
        return
    before, scanned, after = ({name: Study(given.runs / f"{kind}-{name}") for name in TABLES} for kind in kinds)
    text = given.page.read_text()
    for name, lines in (("choice", choice(before, after)), ("robust", robust(before, after)), ("scan", scan(scanned))):
        text = fill(text, name, lines)
    given.page.write_text(text)


if __name__ == "__main__":
    main()
