#!/usr/bin/env python3
"""Writes a page of docs/results from the run records of a finished study of recipes.

usage: bench/recipes_page.py DIR --title TITLE --command COMMAND --write docs/results/NAME.md

The page has the table of all combinations, the comparison with three references, and whether each of the paper's three
claims holds. Text between the markers "begin reading" and "end reading" is kept when the page is written again.
"""

import argparse
import csv
import statistics
from pathlib import Path

from evidence import ends, interval, label, runs

KEPT = ("<!-- begin reading -->", "<!-- end reading -->")
WORST = "worstClassAccuracy"


class Combination:
    """A teacher recipe with a student recipe, over all seeds."""

    def __init__(self, records):
        self.records = sorted(records, key=lambda run: run["spec"]["seed"])
        spec = self.records[0]["spec"]
        teacher = spec["teacher"]
        self.role = spec["role"]
        self.teacher = label(teacher) if teacher else ("" if self.role == "TEACHER" else "none")
        self.student = label(spec)
        self.name = f"{self.teacher} / {self.student}" if self.role == "STUDENT" else f"teacher {self.student}"

    def values(self, metric, split="test"):
        delivered = [run["best"] if run["spec"]["train"]["iterate"] == "BEST" else run["last"] for run in self.records]
        return [100 * iterate[split]["metrics"][metric] for iterate in delivered]

    def validation(self, metric=WORST):
        return statistics.mean(self.values(metric, "validation"))


def combinations(records):
    groups = {}
    for run in records:
        spec = run["spec"]
        key = (spec["role"], label(spec["teacher"]) if spec["teacher"] else "", label(spec))
        groups.setdefault(key, []).append(run)
    return [Combination(group) for group in groups.values()]


def difference(one, other, metric=WORST):
    """Paired over seeds: mean and half-width of the 95 % t-interval."""
    pairs = [a - b for a, b in zip(one.values(metric), other.values(metric))]
    return signed(pairs)


def signed(pairs):
    if len(pairs) < 2:
        return interval(pairs, "+"), None
    mean, half = ends(pairs)
    return interval(pairs, "+"), (mean - half, mean + half)


def find(students, teacher, student):
    return next((s for s in students if s.teacher == teacher and s.student == student), None)


def table(study):
    """The study's own leaderboard: its intervals, p-values and resamples are made by Limbeck."""
    with open(study / "leaderboard.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    yield "| teacher | student | accuracy | balanced | worst class | against standard/standard | Holm p | against balanced/standard | Holm p | on the front |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    references = ("worst_class_difference", "worst_class_difference_to_balanced_teacher")
    for row in rows:
        if is_shift(row["student"]):
            continue
        cells = [row["teacher"], row["student"] + (f"({row['variant']})" if row["variant"] else "")]
        cells += [cell(row, name) for name in ("accuracy", "balanced_accuracy", "worst_class_accuracy")]
        for reference in references:
            cells += [cell(row, reference, "+"), probability(row[reference + "_p_holm"])]
        cells.append(f"{100 * float(row['front_share']):.0f} %" if row["front_share"] else "")
        yield f"| {' | '.join(cells)} |"


def is_shift(name):
    """Whether a student is another one with its scores shifted; such rows have a table of their own."""
    return "+post-shift" in name


def cheap(students):
    """Each trained student beside the best of its shifts, chosen on validation."""
    shifts = [s for s in students if after_training(s)]
    yield "| teacher | student | worst class | delta | accuracy | worst class | gain |"
    yield "|---|---|---|---|---|---|---|"
    for trained in students:
        after = trained.records[0]["spec"]["recipe"]
        mine = [s for s in shifts if s.teacher == trained.teacher and changes(s, after)]
        if mine:
            one = best(mine)
            delta = one.records[0]["spec"]["recipe"]["postHoc"]["delta"]
            cells = [trained.teacher, trained.student, interval(trained.values(WORST)), f"{delta:g}"]
            cells += [interval(one.values("accuracy")), interval(one.values(WORST)), difference(one, trained)[0]]
            yield f"| {' | '.join(cells)} |"


def changes(shift, recipe):
    changed = shift.records[0]["spec"]["recipe"]["postHoc"]
    return (changed["of"], changed.get("ofVariant")) == (recipe["name"], recipe.get("variant"))


def cheapest(students):
    """What training gains over a shift of a student trained with standard costs."""
    trained = [s for s in students if not after_training(s)]
    shifted = [s for s in students if after_training(s) and standard_costs(s)]
    if not shifted:
        return
    one, other = best(trained), best(shifted)
    text, bounds = difference(one, other)
    word = "no interval" if bounds is None else "the interval includes 0" if bounds[0] <= 0 <= bounds[1] else "beyond noise"
    yield f"Chosen on validation, the best trained student is {one.name} with {interval(one.values(WORST))} on its worst class; the best shift of a student trained with standard costs is {other.name} with {interval(other.values(WORST))}: {text} points for training, {word}."
    yield ""


def after_training(student):
    return student.records[0]["spec"]["recipe"]["postHoc"]["rule"] == "POST_SHIFT"


def standard_costs(student):
    return student.records[0]["spec"]["recipe"]["costs"]["rule"] == "standard"


def cell(row, name, sign=""):
    mean, high = row[name + "_mean"], row[name + "_high"]
    if not mean:
        return ""
    half = f" ± {100 * (float(high) - float(mean)):.1f}" if high else ""
    return f"{100 * float(mean):{sign}.1f}{half}"


def probability(text):
    if not text:
        return ""
    return "< 0.001" if float(text) < 0.001 else f"{float(text):.3f}"


def best(rows):
    """Chosen on validation."""
    return max(rows, key=lambda row: row.validation())


def plain(rows):
    names = ("standard", "balanced", "robust")
    return [r for r in rows if r.student.split("(")[0] in names and r.teacher.split("(")[0] in names]


TREATMENT = (
    "The grid below learns from un-costed scores, which take the teacher's costs back out of what its students learn from: the very treatment that claims 1 and 2 are about. "
    "So their outcome here says nothing of students that learn from raw scores."
)


def claims(students):
    grid = plain(students)
    yield TREATMENT
    yield ""
    joint = [r for r in grid if r.teacher != "standard" and r.student != "standard"]
    teacher_only = [r for r in grid if r.teacher != "standard" and r.student == "standard"]
    student_only = [r for r in grid if r.teacher == "standard" and r.student != "standard"]
    yield "**1. Modifying both objectives beats modifying either alone, on the worst class.** Each side's best is chosen on validation."
    yield ""
    chosen = best(joint)
    for name, rows in (("teacher alone", teacher_only), ("student alone", student_only)):
        other = best(rows)
        text, bounds = difference(chosen, other)
        yield f"- {chosen.name} against {name} ({other.name}): {text} points: {verdict(bounds)}."
    yield ""
    yield "**2. Both improve the front, not just one end.** Area under the front of (accuracy, worst class), in points², of the grid of objectives; paired over seeds."
    yield ""
    single = [r for r in grid if r.teacher == "standard" or r.student == "standard"]
    pairs = [area(grid, seed) - area(single, seed) for seed in range(len(grid[0].records))]
    text, bounds = signed(pairs)
    yield f"- all combinations against those with one modified side or none: {text}: {verdict(bounds)}. (The first contain the second, so the difference cannot be negative.)"
    text, bounds = signed([area(joint, seed) - area(student_only, seed) for seed in range(len(grid[0].records))])
    yield f"- both modified against the student alone modified: {text}: {verdict(bounds)}."
    yield ""
    yield "**3. A robust teacher does not always give a more robust student.** Worst class of the student under each robust teacher, less that under the standard and the balanced one. An interval that includes 0 does not contradict the claim, and does not show it."
    yield ""
    yield from robust_teachers(grid)


def verdict(bounds):
    if bounds is None:
        return "one seed says nothing"
    if bounds[0] > 0:
        return "a gain here, beyond the noise of the seeds"
    return "a loss here, beyond the noise of the seeds" if bounds[1] < 0 else "not shown here, the interval includes 0"


def area(rows, seed):
    """The area that the front of one seed dominates, from (0, 0)."""
    points = sorted({(r.values("accuracy")[seed], r.values(WORST)[seed]) for r in rows}, reverse=True)
    total, height = 0.0, 0.0
    for accuracy, worst in points:
        if worst > height:
            total += accuracy * (worst - height)
            height = worst
    return total


def robust_teachers(grid):
    teachers = [t for t in dict.fromkeys(r.teacher for r in grid) if t.startswith("robust")]
    students = list(dict.fromkeys(r.student for r in grid))
    yield "| student | " + " | ".join(f"{t} less {o}" for t in teachers for o in ("standard", "balanced")) + " |"
    yield "|---|" + "---|" * (2 * len(teachers))
    for student in students:
        cells = []
        for teacher in teachers:
            for other in ("standard", "balanced"):
                pair = find(grid, teacher, student), find(grid, other, student)
                cells.append(difference(*pair)[0] if all(pair) else "")
        yield f"| {student} | {' | '.join(cells)} |"


def about(records, command):
    first = records[0]
    made = first["provenance"]
    train = first["spec"]["train"]
    seconds = sum(run["seconds"] for run in records)
    yield f"Made by `{command}` and this page by `bench/recipes_page.py`; nothing on it is the paper's."
    yield ""
    yield f"- Data: {first['data']['name']}. {first['data']['protocol']}. Fingerprint of splits and index lists `{first['data']['fingerprint']}`."
    yield f"- Networks: {first['spec']['network']} taught {next(r['spec']['network'] for r in records if r['spec']['role'] == 'STUDENT')}, {train['epochs']} epochs, batches of {train['batchSize']}, {train['precision'].lower()}."
    yield f"- Seeds {', '.join(str(s) for s in sorted({r['spec']['seed'] for r in records}))}; {len(records)} runs, {seconds / 60:.0f} minutes of run time in all, {made['threads']} thread(s) a run."
    yield f"- {made['system']}, {made.get('processors', '')} Java {made['java']}, LibTorch {made['libtorch']}, Limbeck {made['limbeck']}, format {first['formatVersion']}.".replace("  ", " ")
    yield "- Accuracy, balanced and worst-class accuracy on the test split in %, differences in points of the worst class: mean ± half-width of the 95 % t-interval over seeds, differences paired. p-values are of paired t-tests, corrected after Holm for all students; none where no seed differs. \"On the front\": in how many of 1,000 bootstrap resamples of the seeds no other student, shifted ones included, is better in accuracy and worst class."


def kept(path):
    if path.exists():
        text = path.read_text()
        if all(mark in text for mark in KEPT):
            return text.split(KEPT[0])[1].split(KEPT[1])[0].strip("\n")
    return "Not written yet."


def page(options):
    records = runs(options.study)
    rows = combinations(records)
    students = [row for row in rows if row.role == "STUDENT"]
    yield f"# {options.title}"
    yield ""
    yield from about(records, options.command)
    yield ""
    yield "## Reading"
    yield ""
    yield KEPT[0]
    yield kept(options.write)
    yield KEPT[1]
    yield ""
    if find(students, "standard", "standard"):
        yield "## The paper's three claims"
        yield ""
        yield from claims(students)
        yield ""
    shifts = list(cheap(students))
    if len(shifts) > 2:
        yield "## The cheap front"
        yield ""
        yield "Post-shift moves the scores of a trained student towards its weak classes and trains nothing; delta is chosen on validation, values are of test."
        yield ""
        yield from cheapest(students)
        yield from shifts
        yield ""
    yield "## All combinations"
    yield ""
    yield from table(options.study)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("study", type=Path)
    parser.add_argument("--title", required=True)
    parser.add_argument("--command", required=True)
    parser.add_argument("--write", type=Path, required=True)
    options = parser.parse_args()
    text = "\n".join(page(options)) + "\n"
    options.write.write_text(text)


if __name__ == "__main__":
    main()
