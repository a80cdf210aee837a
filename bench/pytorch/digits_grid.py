"""The digits study in PyTorch, on one thread: a yardstick for Limbeck's speed and results.

Trains, for each seed, the teachers and then every student of every teacher on a long-tailed
version of the UCI optical digits, with the standard, balanced and robust objectives of
docs/method.md. Prints a table and, last, one line of JSON.
"""

import argparse
import gzip
import json
import math
import sys
import time
from dataclasses import dataclass
from pathlib import Path

START = time.perf_counter()

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

DATA = Path(__file__).resolve().parents[2] / "core/src/main/resources/org/limbeck/data/digits"
CLASSES = 10
HELD_OUT = 0.25
IMBALANCE = 50
TEACHER_WIDTHS = (256, 256)
STUDENT_WIDTHS = (16,)
BATCH = 64
MOMENTUM = 0.9
WEIGHT_DECAY = 1e-3
WARM_UP_EPOCHS = 5
UPDATE_EVERY = 16
GAMMA = 0.1


@dataclass(frozen=True)
class Objective:
    """standard, balanced or robust(alpha)."""

    name: str
    alpha: float = 0.0

    @staticmethod
    def parse(text):
        name, _, alpha = text.partition(":")
        if name not in ("standard", "balanced", "robust") or (name == "robust") != bool(alpha):
            raise argparse.ArgumentTypeError(
                f"expected standard, balanced or robust:ALPHA, found {text}"
            )
        return Objective(name, float(alpha or 0))

    def __str__(self):
        return f"robust({self.alpha})" if self.name == "robust" else self.name

    def costs(self, prior, multipliers):
        if self.name == "standard":
            return torch.ones(CLASSES)
        return ((1 - self.alpha) / CLASSES + self.alpha * multipliers) / prior


@dataclass(frozen=True)
class Split:
    x: torch.Tensor
    y: torch.Tensor


def read(part):
    with gzip.open(DATA / f"optdigits.{part}.csv.gz", "rt") as lines:
        table = np.loadtxt(lines, delimiter=",", skiprows=1, dtype=np.float32)
    return table[:, :-1] / 16, table[:, -1].astype(np.int64)


def splits(x, y, generator):
    """A stratified held-out part, and the long tail of what remains."""
    rows = [generator.permutation(np.flatnonzero(y == c)) for c in range(CLASSES)]
    held_out = [round(len(r) * HELD_OUT) for r in rows]
    validation = np.concatenate([r[:h] for r, h in zip(rows, held_out)])
    rest = [r[h:] for r, h in zip(rows, held_out)]
    largest = max(len(r) for r in rest)
    kept = [
        r[: math.floor(largest * IMBALANCE ** (-i / (CLASSES - 1)) + 1e-9)]
        for i, r in enumerate(rest)
    ]
    train = np.concatenate(kept)
    return (
        Split(torch.from_numpy(x[train]), torch.from_numpy(y[train])),
        Split(torch.from_numpy(x[validation]), torch.from_numpy(y[validation])),
    )


def mlp(widths):
    layers, inputs = [], 64
    for width in widths:
        layers += [nn.Linear(inputs, width), nn.ReLU()]
        inputs = width
    return nn.Sequential(*layers, nn.Linear(inputs, CLASSES))


@torch.no_grad()
def class_accuracy(network, split):
    """Accuracy over all examples, and the accuracy of each class."""
    hits = (network(split.x).argmax(1) == split.y).double()
    count = torch.bincount(split.y, minlength=CLASSES)
    return hits.mean().item(), torch.bincount(split.y, hits, CLASSES) / count


def schedule(step, steps_per_epoch, epochs):
    """Linear warm-up, then half a cosine down to 0."""
    warm_up = min(WARM_UP_EPOCHS, epochs) * steps_per_epoch
    if step < warm_up:
        return (step + 1) / warm_up
    return 0.5 * (1 + math.cos(math.pi * (step - warm_up) / (epochs * steps_per_epoch - warm_up)))


def fit(widths, objective, train, label_weights, validation, options):
    """Trains one network; gives it back with the costs it ended with."""
    network = mlp(widths)
    weights = [p for p in network.parameters() if p.dim() > 1]
    biases = [p for p in network.parameters() if p.dim() == 1]
    optimiser = torch.optim.SGD(
        [{"params": weights, "weight_decay": WEIGHT_DECAY}, {"params": biases}],
        lr=options.learning_rate,
        momentum=MOMENTUM,
        nesterov=True,
    )
    examples = len(train.y)
    steps_per_epoch = math.ceil(examples / BATCH)
    scheduler = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: schedule(step, steps_per_epoch, options.epochs)
    )
    prior = label_weights.mean(0)
    log_multipliers = torch.full((CLASSES,), -math.log(CLASSES))
    costs = objective.costs(prior, log_multipliers.exp())
    log_costs = costs.log()
    step = 0
    for _ in range(options.epochs):
        order = torch.randperm(examples)
        for batch in order.split(BATCH):
            loss = F.cross_entropy(network(train.x[batch]) - log_costs, label_weights[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            scheduler.step()
            step += 1
            if objective.name == "robust" and step % UPDATE_EVERY == 0:
                error = 1 - class_accuracy(network, validation)[1].float()
                log_multipliers = torch.log_softmax(log_multipliers + GAMMA * error, 0)
                costs = objective.costs(prior, log_multipliers.exp())
                log_costs = costs.log()
        class_accuracy(network, validation)
    return network, log_costs


@torch.no_grad()
def uncosted(network, log_costs, x):
    """The teacher's probabilities, with the effect of its training costs taken out."""
    return torch.softmax(network(x) - log_costs, 1)


def study(seed, options, test):
    """All runs of one seed, as (name, accuracy, worst-class accuracy)."""
    torch.manual_seed(seed)
    train, validation = splits(*options.data, np.random.default_rng(seed))
    one_hot = F.one_hot(train.y, CLASSES).float()

    def result(name, network):
        accuracy, by_class = class_accuracy(network, test)
        return name, accuracy, by_class.min().item()

    for teacher_objective in options.teachers:
        teacher, log_costs = fit(
            TEACHER_WIDTHS, teacher_objective, train, one_hot, validation, options
        )
        yield result(f"teacher {teacher_objective}", teacher)
        scores = uncosted(teacher, log_costs, train.x)
        for objective in options.students:
            student, _ = fit(STUDENT_WIDTHS, objective, train, scores, validation, options)
            yield result(f"{teacher_objective} -> {objective}", student)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=100)
    parser.add_argument("--learning-rate", type=float, default=0.1)
    for role, default in (
        ("teachers", ["standard", "balanced", "robust:1.0"]),
        ("students", ["standard", "balanced", "robust:0.5", "robust:1.0"]),
    ):
        parser.add_argument(
            f"--{role}",
            nargs="+",
            type=Objective.parse,
            default=[Objective.parse(text) for text in default],
            help=f"standard, balanced or robust:ALPHA; default {' '.join(default)}",
        )
    return parser.parse_args()


def main():
    options = arguments()
    torch.set_num_threads(1)
    loaded = time.perf_counter()
    options.data = read("train")
    test = Split(*(torch.from_numpy(a) for a in read("test")))
    results = {}
    for seed in range(options.seeds):
        for name, accuracy, worst in study(seed, options, test):
            results.setdefault(name, []).append((accuracy, worst))
        print(f"seed {seed}: {time.perf_counter() - loaded:.1f} s", file=sys.stderr)
    seconds = time.perf_counter() - loaded
    means = {name: np.mean(values, axis=0) for name, values in results.items()}
    for name, (accuracy, worst) in means.items():
        print(f"{name:34} accuracy {accuracy:.4f}  worst class {worst:.4f}")
    runs = options.seeds * len(results)
    print(
        json.dumps(
            {
                "torch": torch.__version__,
                "seeds": options.seeds,
                "epochs": options.epochs,
                "runs": runs,
                "importSeconds": round(loaded - START, 2),
                "seconds": round(seconds, 2),
                "secondsPerRun": round(seconds / runs, 4),
                "results": [
                    {
                        "run": name,
                        "accuracy": round(float(accuracy), 4),
                        "worstClassAccuracy": round(float(worst), 4),
                    }
                    for name, (accuracy, worst) in means.items()
                ],
            }
        )
    )


if __name__ == "__main__":
    main()
