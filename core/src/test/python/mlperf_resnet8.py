#!/usr/bin/env python3
"""Writes logits of the MLPerf Tiny ResNet-8 for a few made-up images, computed with numpy alone.

usage: core/src/test/python/mlperf_resnet8.py > core/src/test/resources/org/limbeck/nn/mlperf/logits.json

The images follow a formula, since CIFAR's may not be shipped. The network is the one its authors describe:
convolutions with biases and TensorFlow's "same" padding, batch norms with epsilon 0.001, 1 x 1 convolutions
on the shortcuts of the second and third block. The same script with a CIFAR-10 test file and the logits that
were computed for it elsewhere compares the two: --check test_batch.bin resnet8.logits-test.f32
"""

import csv
import json
import sys
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).resolve().parents[1] / "resources/org/limbeck/nn/mlperf"
IMAGES = 4


def weights():
    flat = np.fromfile(FOLDER / "resnet8.f32", "<f4").astype(np.float64)
    found = {}
    for row in csv.DictReader(open(FOLDER / "resnet8.csv")):
        start, count = int(row["offset_floats"]), int(row["count"])
        found[row["name"]] = flat[start : start + count].reshape([int(d) for d in row["shape"].split("x")])
    return found


def image(index):
    """[row][column][channel], 0..255."""
    row, column, channel = np.meshgrid(np.arange(32), np.arange(32), np.arange(3), indexing="ij")
    return (37 * index + 101 * channel + 13 * row * column + 7 * row + 3 * column) % 256


def convolution(x, w, name, stride=1):
    kernel, bias = w[f"{name}/kernel"], w[f"{name}/bias"]
    size, out = kernel.shape[0], (x.shape[1] + stride - 1) // stride
    pad = max((out - 1) * stride + size - x.shape[1], 0)
    x = np.pad(x, ((0, 0), (pad // 2, pad - pad // 2), (pad // 2, pad - pad // 2), (0, 0)))
    result = np.zeros((x.shape[0], out, out, kernel.shape[3])) + bias
    for i in range(size):
        for j in range(size):
            part = x[:, i : i + (out - 1) * stride + 1 : stride, j : j + (out - 1) * stride + 1 : stride]
            result += part @ kernel[i, j]
    return result


def norm(x, w, index):
    name = "batch_normalization" + (f"_{index}" if index else "")
    scale = w[f"{name}/gamma"] / np.sqrt(w[f"{name}/moving_variance"] + 0.001)
    return (x - w[f"{name}/moving_mean"]) * scale + w[f"{name}/beta"]


def logits(x, w):
    def conv(x, index, stride=1):
        return convolution(x, w, "conv2d" + (f"_{index}" if index else ""), stride)

    def relu(x):
        return np.maximum(x, 0)

    a = relu(norm(conv(x, 0), w, 0))
    a = relu(a + norm(conv(relu(norm(conv(a, 1), w, 1)), 2), w, 2))
    a = relu(conv(a, 5, 2) + norm(conv(relu(norm(conv(a, 3, 2), w, 3)), 4), w, 4))
    a = relu(conv(a, 8, 2) + norm(conv(relu(norm(conv(a, 6, 2), w, 5)), 7), w, 6))
    return a.mean(axis=(1, 2)) @ w["dense/kernel"] + w["dense/bias"]


def check(images, reference):
    records = np.fromfile(images, np.uint8).reshape(-1, 3073)[:500]
    x = records[:, 1:].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1).astype(np.float64)
    stored = np.fromfile(reference, "<f4").reshape(-1, 10)[: len(x)]
    print("worst difference on 500 images:", np.abs(logits(x, weights()) - stored).max())


def main():
    if sys.argv[1:2] == ["--check"]:
        check(*sys.argv[2:4])
        return
    x = np.stack([image(i) for i in range(IMAGES)]).astype(np.float64)
    json.dump({"logits": logits(x, weights()).tolist()}, sys.stdout, indent=1)
    print()


main()
