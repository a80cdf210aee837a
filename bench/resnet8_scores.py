"""Makes score tables of the logits of the foreign ResNet-8: python resnet8_scores.py SOURCE TARGET

SOURCE holds resnet8.logits-{train,test}.f32, little-endian float32 [images, 10] in the order of the
records of CIFAR-10. TARGET gets logits-{train,test}.npy with the same values.
"""
import pathlib
import sys

CLASSES = 10
FLOAT = 4


def npy(values):
    """A file in NumPy's format, version 1.0, of float32 values [rows, CLASSES]."""
    rows, rest = divmod(len(values), CLASSES * FLOAT)
    if rest:
        raise SystemExit(f"{len(values)} bytes are no rows of {CLASSES} float32 values")
    header = f"{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {CLASSES}), }}"
    start = b"\x93NUMPY\x01\x00"
    padded = -(len(start) + 2 + len(header) + 1) % 64
    header = header.encode() + b" " * padded + b"\n"
    return start + len(header).to_bytes(2, "little") + header + values


source, target = map(pathlib.Path, sys.argv[1:])
target.mkdir(parents=True, exist_ok=True)
for part in ("train", "test"):
    values = (source / f"resnet8.logits-{part}.f32").read_bytes()
    (target / f"logits-{part}.npy").write_bytes(npy(values))
