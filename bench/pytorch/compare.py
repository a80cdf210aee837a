#!/usr/bin/env python3
"""Times ./limbeck study examples/digits.yaml against digits_grid.py, in turn, and prints a Markdown table.

usage: compare.py [--rounds 3] [--write README.md]

Run it with the Python that has PyTorch, on an idle machine. Limbeck is built before the first round; every
round starts in an empty directory. With --write the table goes between the performance markers of that file.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
RUNS = 75
BEGIN, END = "<!-- begin performance -->", "<!-- end performance -->"


def run(command):
    """Seconds and peak resident MiB of a command, with its standard output."""
    start = time.time()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command} failed")
    return time.time() - start, usage.ru_maxrss / 1024, out


def limbeck():
    folder = tempfile.mkdtemp()
    try:
        # digits_grid.py has no student without a teacher, so Limbeck leaves it out as well: 75 runs on both sides.
        with open(os.path.join(ROOT, "examples/digits.yaml")) as example:
            text = example.read()
        plan = os.path.join(folder, "digits.yaml")
        with open(plan, "w") as file:
            file.write(text.replace("\nstudent:\n", "\nstudent:\n  baseline: false\n"))
        study = ["./limbeck", "study", plan, "-o", os.path.join(folder, "study")]
        first = run(study)
        again = run(study)
        return first, again
    finally:
        shutil.rmtree(folder)


def pytorch():
    seconds, memory, out = run([sys.executable, os.path.join(HERE, "digits_grid.py"), "--seeds", "5"])
    return seconds, memory, json.loads(out.strip().splitlines()[-1])


def table(rounds):
    subprocess.run(["./limbeck", "--version"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    study, again, script, ratio = [], [], [], []
    version = ""
    for _ in range(rounds):
        first, second = limbeck()
        other = pytorch()
        study.append(first)
        again.append(second)
        script.append(other)
        ratio.append(other[0] / first[0])
        version = other[2]["torch"]
    median = statistics.median
    yield f"Medians of {rounds} rounds, in turn, whole processes; {platform.machine()}, {os.cpu_count()} cores, PyTorch {version}:"
    yield ""
    yield "| | wall time | per run | peak memory |"
    yield "|---|---|---|---|"
    for name, rows in (("`./limbeck study` of examples/digits.yaml with `baseline: false` (75 runs, report, ONNX)", study), ("the same study in PyTorch, one thread (`bench/pytorch/digits_grid.py`)", script)):
        wall = median(row[0] for row in rows)
        yield f"| {name} | {wall:.1f} s | {wall / RUNS:.2f} s | {median(row[1] for row in rows):.0f} MiB |"
    wall = median(row[0] for row in again)
    yield f"| the study given again | {wall:.1f} s | | {median(row[1] for row in again):.0f} MiB |"
    yield ""
    yield f"Ratio round by round: {', '.join(f'{r:.1f}' for r in ratio)}. **Limbeck uses {os.cpu_count()} cores here and PyTorch one thread**, so this is no comparison of equals."


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write")
    arguments = parser.parse_args()
    text = "\n".join(table(arguments.rounds))
    print(text)
    if arguments.write:
        with open(arguments.write) as file:
            before, rest = file.read().split(BEGIN, 1)
        with open(arguments.write, "w") as file:
            file.write(before + BEGIN + "\n" + text + "\n" + END + rest.split(END, 1)[1])


if __name__ == "__main__":
    main()
