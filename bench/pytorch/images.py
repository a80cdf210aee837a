#!/usr/bin/env python3
"""Times PyTorch at the work that Limbeck does on images: one process, one measurement, one line of JSON.

usage: images.py WORK [--variant V] [--threads T] [--batch B] [--rounds R] [--seconds S] [--data-dir DIR]

WORK is step-resnetD (a training step), distill-resnetT-resnetD (the same with the teacher in the loop),
score-resnetD (the forward pass alone) or score-resnetD-ort (the same network in ONNX Runtime), with D and T
a depth of He et al.'s networks for CIFAR: 8, 14, 20, 32, 44, 56, 110. bench/images.py calls it in turn with
Limbeck; the README beside this file says what is counted.
"""

import argparse
import contextlib
import json
import os
import re
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

CLASSES = 10
SIDE = 32
PAD = 4
IMAGES = 50_000
MEAN = (0.4914, 0.4822, 0.4465)
DEVIATION = (0.2470, 0.2435, 0.2616)
LEARNING_RATE = 0.05
MOMENTUM = 0.9
WEIGHT_DECAY = 5e-4
DEPTHS = (8, 14, 20, 32, 44, 56, 110)
VARIANTS = (
    "eager",
    "channels-last",
    "bf16",
    "channels-last-bf16",
    "compile",
    "compile-channels-last",
    "compile-channels-last-bf16",
)
WARM_UP_STEPS = 3
WARM_UP_SECONDS = 3
SCORED_BATCHES = 8


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("work", type=work)
    parser.add_argument("--variant", choices=VARIANTS, default="eager", help="not for score-resnetD-ort")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--batch", type=int, help="default 128, and 256 for the forward pass alone")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=20, help="of every round")
    parser.add_argument("--data-dir", type=Path, help="CIFAR-10, binary or Python version; random bytes without")
    parser.add_argument("--constant-batch", action="store_true", help="assemble one batch and train on it alone")
    return parser.parse_args()


def work(text):
    """The name, split into what is done, the teacher's depth or None, the network's depth and the runtime."""
    match = re.fullmatch(r"(step|score|distill)(?:-resnet(\d+))?-resnet(\d+)(-ort)?", text)
    known = match and all(int(d) in DEPTHS for d in match.group(2, 3) if d)
    if not known or (match[1] == "distill") != bool(match[2]) or (match[4] and match[1] != "score"):
        raise argparse.ArgumentTypeError(f"{text} is no work; see the description")
    return match


# OpenMP reads its number of threads when the library is loaded, so the arguments come before the imports.
if __name__ == "__main__":
    ARGUMENTS = arguments()
    os.environ["OMP_NUM_THREADS"] = str(ARGUMENTS.threads)

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

# What the process takes before it does anything; a CUDA build of PyTorch takes more than a CPU build.
IMPORT_MIB = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Block(nn.Module):
    """Two convolutions and a shortcut without parameters (option A)."""

    def __init__(self, inputs, outputs):
        super().__init__()
        stride = outputs // inputs
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(outputs)
        self.padding = (outputs - inputs) // 2

    def forward(self, x):
        out = F.relu(self.norm1(self.conv1(x)))
        out = self.norm2(self.conv2(out))
        if self.padding:
            x = F.pad(x[:, :, ::2, ::2], (0, 0, 0, 0, self.padding, self.padding))
        return F.relu(out + x)


class ResNet(nn.Module):
    """He et al. (2015), section 4.2: three stages of (depth - 2) / 6 blocks, 16, 32 and 64 channels wide."""

    def __init__(self, depth):
        super().__init__()
        self.conv = nn.Conv2d(3, 16, 3, 1, 1, bias=False)
        self.norm = nn.BatchNorm2d(16)
        blocks, inputs = [], 16
        for width in (16, 32, 64):
            for _ in range((depth - 2) // 6):
                blocks.append(Block(inputs, width))
                inputs = width
        self.blocks = nn.Sequential(*blocks)
        self.linear = nn.Linear(64, CLASSES)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")

    def forward(self, x):
        x = self.blocks(F.relu(self.norm(self.conv(x))))
        return self.linear(x.mean((2, 3)))


def cifar(folder):
    """The training part of CIFAR-10: bytes N x 3 x 32 x 32 and labels, from either of its published forms."""
    images = torch.empty(IMAGES, 3, SIDE, SIDE, dtype=torch.uint8)
    labels = torch.empty(IMAGES, dtype=torch.int64)
    filled = 0
    for part in range(1, 6):
        pixels, classes = cifar_file(folder, f"data_batch_{part}")
        images[filled : filled + len(pixels)] = torch.from_numpy(pixels).view(-1, 3, SIDE, SIDE)
        labels[filled : filled + len(pixels)] = torch.from_numpy(classes)
        filled += len(pixels)
    return images[:filled], labels[:filled]


def cifar_file(folder, name):
    """Rows of 3072 bytes and their labels."""
    for place in (folder, folder / "cifar-10-batches-bin", folder / "cifar-10-batches-py"):
        if (place / f"{name}.bin").exists():
            rows = np.fromfile(place / f"{name}.bin", dtype=np.uint8).reshape(-1, 1 + 3 * SIDE * SIDE)
            return rows[:, 1:], rows[:, 0].astype(np.int64)
        if (place / name).exists():
            import pickle  # the published Python version is a pickle

            with open(place / name, "rb") as file:
                content = pickle.load(file, encoding="bytes")
            return content[b"data"], np.array(content[b"labels"], dtype=np.int64)
    raise FileNotFoundError(f"no {name}.bin and no {name} in {folder}")


def random_bytes():
    return (
        torch.randint(256, (IMAGES, 3, SIDE, SIDE), dtype=torch.uint8),
        torch.randint(CLASSES, (IMAGES,)),
    )


class Batches:
    """Batches for ever, in a new order every epoch, assembled in the training process.

    The usual form where all images are in memory: a gather of bytes, then padding, cropping, flipping and
    normalising as operations on the whole batch. A DataLoader that handles image after image is slower and
    wants cores of its own, so this is the form to beat.
    """

    def __init__(self, images, labels, batch, layout):
        self.images, self.labels, self.batch, self.layout = images, labels, batch, layout
        self.mean = torch.tensor(MEAN).view(1, 3, 1, 1) * 255
        self.scale = 1 / (torch.tensor(DEVIATION).view(1, 3, 1, 1) * 255)
        self.order, self.at = torch.randperm(len(images)), 0

    def rows(self):
        if self.at + self.batch > len(self.order):
            self.order, self.at = torch.randperm(len(self.images)), 0
        rows = self.order[self.at : self.at + self.batch]
        self.at += self.batch
        return rows

    def normalised(self, x):
        return ((x.float() - self.mean) * self.scale).contiguous(memory_format=self.layout)

    def plain(self):
        """Normalised images as they are, for scoring."""
        return self.normalised(self.images[self.rows()])

    def augmented(self):
        """Cropped and flipped images, and the label weights: one-hot."""
        rows = self.rows()
        crops = F.pad(self.images[rows], (PAD,) * 4).unfold(2, SIDE, 1).unfold(3, SIDE, 1)
        top, left = torch.randint(2 * PAD + 1, (2, self.batch))
        x = crops[torch.arange(self.batch), :, top, left]
        flip = torch.rand(self.batch, 1, 1, 1) < 0.5
        x = torch.where(flip, x.flip(3), x)
        return self.normalised(x), F.one_hot(self.labels[rows], CLASSES).float()


def network(depth, variant):
    model = ResNet(depth)
    if "channels-last" in variant:
        model = model.to(memory_format=torch.channels_last)
    return model


def compiled(model, variant):
    return torch.compile(model) if "compile" in variant else model


def precision(variant):
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled="bf16" in variant)


def optimizer(model):
    """SGD in PyTorch's fused form, the fastest of its three; no decay on biases and batch norms."""
    weights = [p for p in model.parameters() if p.dim() > 1]
    others = [p for p in model.parameters() if p.dim() <= 1]
    groups = [{"params": weights, "weight_decay": WEIGHT_DECAY}, {"params": others, "weight_decay": 0.0}]
    return torch.optim.SGD(groups, lr=LEARNING_RATE, momentum=MOMENTUM, nesterov=True, fused=True)


def training(depth, teacher_depth, variant, batches, constant):
    """One training step, as a function; with a teacher its probabilities replace the labels."""
    model = network(depth, variant).train()
    sgd = optimizer(model)
    student = compiled(model, variant)
    teacher = None
    if teacher_depth:
        teacher = compiled(network(teacher_depth, variant).eval().requires_grad_(False), variant)
    kept = batches.augmented() if constant else None

    def step():
        x, weights = kept or batches.augmented()
        with precision(variant):
            if teacher is not None:
                with torch.no_grad():
                    weights = teacher(x).float().softmax(1)
            scores = student(x)
        loss = F.cross_entropy(scores.float(), weights)
        sgd.zero_grad()
        loss.backward()
        sgd.step()

    return step


def scoring(depth, variant, batches):
    """The forward pass alone over batches prepared beforehand, so that it compares with any runtime's."""
    model = compiled(network(depth, variant).eval(), variant)
    inputs = [batches.plain() for _ in range(SCORED_BATCHES)]
    turn = 0

    def step():
        nonlocal turn
        turn += 1
        with torch.inference_mode(), precision(variant):
            model(inputs[turn % SCORED_BATCHES])

    return step


def settled(model, inputs):
    """The model with running statistics of these inputs, so that its scores are of a usual size."""
    model.train()
    with torch.no_grad():
        for norm in model.modules():
            if isinstance(norm, nn.BatchNorm2d):
                norm.momentum = None
        for x in inputs:
            model(x)
    return model.eval()


def onnx_scoring(depth, threads, batches):
    """The same in ONNX Runtime, which folds the batch norms and chooses its layout by itself."""
    import onnxruntime

    inputs = [batches.plain() for _ in range(SCORED_BATCHES)]
    model = settled(network(depth, "eager"), inputs)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "network.onnx")
        torch.onnx.export(model, (inputs[0],), path, input_names=["x"], output_names=["scores"], dynamo=True)
        session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    with torch.inference_mode():
        expected = model(inputs[0]).numpy()
    difference = np.abs(session.run(None, {"x": inputs[0].numpy()})[0] - expected).max()
    if difference > 1e-4:
        raise ValueError(f"ONNX Runtime's scores differ from PyTorch's by {difference}")
    turn = 0

    def step():
        nonlocal turn
        turn += 1
        session.run(None, {"x": inputs[turn % SCORED_BATCHES].numpy()})

    return step, {"onnxruntime": onnxruntime.__version__, "difference_from_torch": float(difference)}


def images_per_second(step, batch, seconds, least=1):
    start, steps = time.perf_counter(), 0
    while True:
        step()
        steps += 1
        elapsed = time.perf_counter() - start
        if elapsed >= seconds and steps >= least:
            return steps * batch / elapsed


def measure(options, name, batch):
    torch.set_num_threads(options.threads)
    torch.set_num_interop_threads(1)
    torch.manual_seed(0)
    kind, teacher, depth, ort = name.groups()
    variant = "eager" if ort else options.variant
    layout = torch.channels_last if "channels-last" in variant else torch.contiguous_format
    images, labels = cifar(options.data_dir) if options.data_dir else random_bytes()
    batches = Batches(images, labels, batch, layout)
    more = {}
    if ort:
        step, more = onnx_scoring(int(depth), options.threads, batches)
    elif kind == "score":
        step = scoring(int(depth), variant, batches)
    else:
        step = training(int(depth), int(teacher or 0), variant, batches, options.constant_batch)
    warm_up = min(options.seconds, WARM_UP_SECONDS)
    start = time.perf_counter()
    images_per_second(step, batch, warm_up, WARM_UP_STEPS)
    more["warm_up_seconds"] = round(time.perf_counter() - start, 3)
    rounds = [images_per_second(step, batch, options.seconds) for _ in range(options.rounds)]
    return {"images_per_second": statistics.median(rounds), "rounds": rounds} | more


def main(options):
    name = options.work
    batch = options.batch or (256 if name[1] == "score" else 128)
    result = {
        "work": name.string,
        "variant": "fp32" if name[4] else options.variant,
        "constant_batch": options.constant_batch,
        "batch": batch,
        "data": "CIFAR-10" if options.data_dir else "random bytes",
    }
    try:
        # Exporters and compilers print; standard output is for the result.
        with contextlib.redirect_stdout(sys.stderr):
            result |= measure(options, name, batch)
    except Exception as e:  # any variant may be impossible on a machine: no compiler, no such instructions
        result["error"] = f"{type(e).__name__}: {str(e).strip()[:500]}"
    result["peak_rss_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    result["import_rss_mib"] = IMPORT_MIB
    result["threads"] = options.threads
    result["torch"] = torch.__version__
    print(json.dumps(result))


if __name__ == "__main__":
    main(ARGUMENTS)
