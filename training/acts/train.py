"""Trains the heads that tell which words are acts, and of which type, from the accurate encoder's vectors.

The encoder stays as it is. Three heads learn from different beginnings, and their answers are averaged: the lessons are few.
"""

import argparse
import json
import os
import sys

import numpy
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from torch.nn import functional

HEADS = 3
HIDDEN = 256
ROUNDS = 12


def read_lessons(path: str, encoder: str):
    """Gives the lessons' parts, labels (None where unknown) and vectors, word by word."""
    session = onnxruntime.InferenceSession(encoder, providers=["CPUExecutionProvider"])
    parts, labels, vectors = [], [], []
    with open(path, encoding="utf-8") as file:
        for line in file:
            lesson = json.loads(line)
            if not any(label is not None for label in lesson["labels"]):
                continue
            feeds = {name: numpy.array([lesson[name]]) for name in ("ids", "shapes", "first", "last")}
            feeds["positions"] = numpy.arange(len(lesson["ids"]))[None]
            (found,) = session.run(["vectors"], feeds)
            for label, vector in zip(lesson["labels"], found, strict=True):
                if label is not None:
                    parts.append(lesson["part"])
                    labels.append(label)
                    vectors.append(vector)
    return numpy.array(parts), labels, torch.from_numpy(numpy.stack(vectors)).float()


class Heads(nn.Module):
    """The mean of what several heads hold likely: [word, class], the first class being no act."""

    def __init__(self, width: int, classes: int, mean, spread):
        super().__init__()
        self.register_buffer("mean", mean)
        self.register_buffer("spread", spread)
        self.heads = nn.ModuleList(
            nn.Sequential(
                nn.Dropout(0.3), nn.Linear(width, HIDDEN), nn.GELU(), nn.Dropout(0.4), nn.Linear(HIDDEN, classes)
            )
            for _ in range(HEADS)
        )

    def forward(self, vectors):
        scaled = (vectors - self.mean) / self.spread
        return torch.stack([head(scaled).softmax(-1) for head in self.heads]).mean(0)


def train(heads: Heads, vectors, classes) -> None:
    scaled = (vectors - heads.mean) / heads.spread
    for seed, head in enumerate(heads.heads):
        torch.manual_seed(seed)
        for layer in (head[1], head[4]):
            layer.reset_parameters()
        optimiser = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.05)
        head.train()
        for _ in range(ROUNDS):
            for group in torch.randperm(len(scaled)).split(256):
                loss = functional.cross_entropy(head(scaled[group]), classes[group])
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
        head.eval()


def measure(part: str, likely, labels, types: list[str]) -> None:
    """Says how many acts are found above a threshold, and of those found how many have their type."""
    acts = numpy.array([label != "" for label in labels])
    best = likely[:, 1:].argmax(1) + 1
    right = numpy.array([types[at] == label for at, label in zip(best, labels, strict=True)])
    for threshold in (0.3, 0.5, 0.7, 0.9):
        found = 1 - likely[:, 0] > threshold
        hits = (found & acts).sum()
        print(
            f"{part} > {threshold}: P {100 * hits / max(1, found.sum()):.1f} R {100 * hits / acts.sum():.1f}"
            f" type {100 * (right & found & acts).sum() / max(1, hits):.1f}"
        )


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--lessons", required=True)
    options.add_argument("--encoder", default="models/accurate/encoder.onnx")
    options.add_argument("--out", default="models/accurate")
    given = options.parse_args()
    torch.set_num_threads(1)
    parts, labels, vectors = read_lessons(given.lessons, given.encoder)
    types = sorted(set(labels))
    numbers = torch.tensor([types.index(label) for label in labels])
    taught = torch.from_numpy(parts == "train")
    print(f"{int(taught.sum())} words, {int((taught & (numbers > 0)).sum())} acts", file=sys.stderr)
    known = vectors[taught]
    heads = Heads(vectors.shape[1], len(types), known.mean(0), known.std(0) + 1e-5)
    train(heads, known, numbers[taught])
    heads.eval()
    with torch.no_grad():
        likely = heads(vectors).numpy()
    for part in sorted(set(parts) - {"train"}):
        of_part = parts == part
        measure(part, likely[of_part], [label for label, here in zip(labels, of_part, strict=True) if here], types)
    os.makedirs(given.out, exist_ok=True)
    whole = f"{given.lessons}.onnx"
    torch.onnx.export(
        heads,
        (vectors[:7],),
        whole,
        input_names=["vectors"],
        output_names=["acts"],
        dynamic_axes={"vectors": {0: "words"}, "acts": {0: "words"}},
        opset_version=17,
        dynamo=False,
    )
    packed = os.path.join(given.out, "acts.onnx")
    quantize_dynamic(whole, packed, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    with open(os.path.join(given.out, "acts.json"), "w", encoding="utf-8") as file:
        json.dump({"types": types}, file)
        file.write("\n")
    print(packed, os.path.getsize(packed), file=sys.stderr)


if __name__ == "__main__":
    main()
