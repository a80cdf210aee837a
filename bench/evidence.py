#!/usr/bin/env python3
"""Writes docs/results/correctness.md from the run records of the studies in bench/studies.

usage: bench/evidence.py [--full DIR] [--long-tail DIR] [--bf16 DIR --fp32 DIR] [--write docs/results/correctness.md]

Each DIR is the directory of a finished study. A part whose study is not given is left as "not run".
"""

import argparse
import json
import math
import platform
import statistics
import sys
from pathlib import Path

# Two-sided 95 % quantiles of Student's t with 1 to 10 degrees of freedom.
T = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228]


def runs(directory):
    """The records of a study, in the order of its plan."""
    folder = Path(directory)
    ids = json.loads((folder / "study.json").read_text())["runs"]
    return [json.loads((folder / "runs" / run / "run.json").read_text()) for run in ids]


def label(spec):
    """What a run or a teacher minimised; runs of format 2 and before call it an objective."""
    if "recipe" in spec:
        recipe = spec["recipe"]
        return recipe["name"] + (f"({recipe['variant']})" if recipe["variant"] else "")
    objective = spec["objective"]
    return objective["name"] + (f"({objective['alpha']})" if objective["alpha"] is not None else "")


def combination(run):
    teacher = run["spec"]["teacher"]
    own = label(run["spec"])
    return f"{run['spec']['network']} {own}" + (f" of {label(teacher)}" if teacher else "")


def metric(run, name):
    delivered = run["last"] if run["spec"]["train"]["iterate"] == "LAST" else run["best"]
    return 100 * delivered["test"]["metrics"][name]


def ends(values):
    """Mean and half-width of the 95 % t-interval of two values or more."""
    return statistics.mean(values), T[len(values) - 2] * statistics.stdev(values) / math.sqrt(len(values))


def interval(values, sign=""):
    """The same as text; one value has no interval."""
    if len(values) < 2:
        return f"{values[0]:{sign}.1f}"
    mean, half = ends(values)
    return f"{mean:{sign}.1f} ± {half:.1f}"


def by_combination(records):
    groups = {}
    for run in records:
        groups.setdefault(combination(run), []).append(run)
    return groups


def table(records):
    yield "| run | seeds | epochs | accuracy | balanced | worst class | seconds a run |"
    yield "|---|---|---|---|---|---|---|"
    for name, group in by_combination(records).items():
        cells = [interval([metric(run, m) for run in group]) for m in ("accuracy", "balancedAccuracy", "worstClassAccuracy")]
        seconds = statistics.median(run["seconds"] for run in group)
        epochs = group[0]["spec"]["train"]["epochs"]
        yield f"| {name} | {len(group)} | {epochs} | {' | '.join(cells)} | {seconds:.0f} |"


def about(records):
    first = records[0]
    seeds = sorted({run["spec"]["seed"] for run in records})
    made = first["provenance"]
    yield ""
    yield f"Test split, %; mean ± half-width of the 95 % t-interval over seeds {', '.join(map(str, seeds))}. {first['data']['protocol']}."
    yield (
        f"Data fingerprint `{first['data']['fingerprint'][:16]}` (it covers the index lists). "
        f"LibTorch {made['libtorch']}, Java {made['java']}, {made['system']}, {made['threads']} thread(s) a run, "
        f"precision {first['spec']['train']['precision'].lower()}."
    )


def differences(left, right, name):
    pairs = {run["spec"]["seed"]: metric(run, name) for run in left}
    return [metric(run, name) - pairs[run["spec"]["seed"]] for run in right if run["spec"]["seed"] in pairs]


def full(directory):
    yield "## ResNet-20 on all of CIFAR-10 in ten epochs"
    yield ""
    yield "Aim: 85 % test accuracy with the default schedule scaled to that length. Study: `bench/studies/cifar10-full.yaml`."
    yield ""
    if not directory:
        yield "Not run."
        return
    records = runs(directory)
    yield from table(records)
    yield from about(records)
    accuracies = [metric(run, "accuracy") for run in records if not run["spec"]["teacher"]]
    yield ""
    reached = min(accuracies) >= 85
    yield f"ResNet-20, seed by seed: {', '.join(f'{a:.1f}' for a in accuracies)}: {'**reached**' if reached else '**missed**'}."


def long_tail(directory):
    yield "## Balanced against standard on CIFAR-10 with a long tail (ratio 100)"
    yield ""
    yield "Aim: ResNet-20, 30 epochs, the balanced objective above the standard one on balanced accuracy by 3 points or more. Study: `bench/studies/cifar10-lt-30.yaml`."
    yield ""
    if not directory:
        yield "Not run."
        return
    records = runs(directory)
    yield from table(records)
    yield from about(records)
    groups = by_combination(records)
    found = differences(groups["resnet20 standard"], groups["resnet20 balanced"], "balancedAccuracy")
    yield ""
    yield f"Balanced minus standard, the same seed, balanced accuracy: {interval(found)} points ({', '.join(f'{d:+.1f}' for d in found)}): {'**reached**' if min(found) >= 3 else '**missed**'}."
    worst = differences(groups["resnet20 standard"], groups["resnet20 balanced"], "worstClassAccuracy")
    yield f"Worst class: {interval(worst)} points."


def precisions(bf16, fp32):
    yield "## bf16 against fp32"
    yield ""
    yield "Aim: the same study in both, 3 seeds each; intervals overlap. Study: `examples/cifar10-lt-quick.yaml` with seeds 0, 1, 2 and `precision` set in both roles."
    yield ""
    if not bf16 or not fp32:
        yield "Not run."
        return
    rough, fine = by_combination(runs(bf16)), by_combination(runs(fp32))
    yield "| run | accuracy bf16 | accuracy fp32 | difference | worst class bf16 | worst class fp32 | difference |"
    yield "|---|---|---|---|---|---|---|"
    apart, different, empty = [], [], 0
    for name in rough:
        cells = []
        for what in ("accuracy", "worstClassAccuracy"):
            both = [[metric(run, what) for run in group[name]] for group in (rough, fine)]
            paired = differences(fine[name], rough[name], what)
            cells += [interval(values) for values in (*both, paired)]
            (one, half), (other, width) = map(ends, both)
            empty += not any(both[0] + both[1])
            if abs(one - other) > half + width:
                apart.append(name)
            mean, spread = ends(paired)
            if abs(mean) > spread:
                different.append(f"{name} ({what}, {mean:+.1f} ± {spread:.1f})")
        yield f"| {name} | {' | '.join(cells)} |"
    pairs = 2 * len(rough)
    yield ""
    verdict = ": **reached**." if not apart else f"; not: {', '.join(apart)}."
    yield f"Intervals that overlap: {pairs - len(apart)} of {pairs}, {empty} of which are 0 in every run{verdict}"
    yield (
        f"Paired differences whose interval leaves out 0: {len(different)} of {pairs}, not corrected for their number"
        + (f": {'; '.join(different)}." if different else ".")
    )
    yield from about(runs(bf16))


def machine():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return platform.processor()


def page(options):
    yield "# Correctness at speed"
    yield ""
    yield "Written by `bench/evidence.py` from run records; nothing is typed. Machine: " + machine() + "."
    for part in (full(options.full), long_tail(options.long_tail), precisions(options.bf16, options.fp32)):
        yield ""
        yield from part


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--full", "--long-tail", "--bf16", "--fp32"):
        parser.add_argument(name, metavar="DIR")
    parser.add_argument("--write", metavar="FILE")
    options = parser.parse_args()
    text = "\n".join(page(options)) + "\n"
    if options.write:
        Path(options.write).write_text(text)
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
