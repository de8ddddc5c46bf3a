"""Writes a trained reader as ONNX: one sentence a run, so that no sentence's bytes depend on its neighbours."""

import argparse
import hashlib
import json
import os
import shutil

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from encoder import Reader

INPUTS = ["ids", "shapes", "positions", "first", "last"]
OUTPUTS = ["tags", "arcs", "relations", "names", "predicates", "asked", "arguments", "factuality"]


class OneSentence(nn.Module):
    """Takes the best where the reader in TypeScript needs no more; scores where it must weigh choices."""

    def __init__(self, reader: Reader):
        super().__init__()
        self.reader = reader

    def forward(self, ids, shapes, positions, first, last):
        words = self.reader.words(ids, shapes, positions, None, first, last)
        out = self.reader.simple(words)
        relations = self.reader.relations(words, self.reader.with_root(words))
        predicates = out["predicates"][0].sigmoid()
        # The first word is always asked for, so that a sentence without a predicate is no special case.
        asked = torch.cat([torch.ones_like(predicates[:1]), predicates[1:]]).gt(0.5).nonzero()[:, 0]
        return (
            out["tags"][0].argmax(-1),
            out["arcs"][0].log_softmax(-1),
            relations[0].argmax(-1),
            out["names"][0].log_softmax(-1),
            predicates,
            asked,
            self.reader.arguments_of(words, asked).log_softmax(-1),
            out["factuality"][0],
        )


def export(reader: Reader, path: str) -> None:
    example = (
        torch.randint(5, 900, (1, 9)),
        torch.ones(1, 9, dtype=torch.long),
        torch.arange(9)[None],
        torch.arange(1, 8)[None],
        torch.arange(1, 8)[None],
    )
    axes = {name: {1: "pieces"} for name in INPUTS[:3]} | {name: {1: "words"} for name in INPUTS[3:]}
    torch.onnx.export(
        OneSentence(reader).eval(),
        example,
        path,
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--run", required=True, help="the folder that train.py wrote")
    options.add_argument("--out", required=True)
    options.add_argument("--random", action="store_true", help="untrained, to try the way through")
    given = options.parse_args()
    with open(os.path.join(given.run, "classes.json"), encoding="utf-8") as file:
        classes = json.load(file)
    reader = Reader(30522, classes, classes["layers"])
    if not given.random:
        reader.load_state_dict(torch.load(os.path.join(given.run, "checkpoint.pt"))["reader"])
    os.makedirs(given.out, exist_ok=True)
    whole = os.path.join(given.run, "whole.onnx")
    packed = os.path.join(given.out, "encoder.onnx")
    export(reader, whole)
    # Seven bits a weight: eight overflow in the sums of processors without VNNI, which then read otherwise.
    quantize_dynamic(
        whole,
        packed,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )
    onnx.checker.check_model(packed)
    if os.path.realpath(given.run) != os.path.realpath(given.out):
        shutil.copy(os.path.join(given.run, "classes.json"), given.out)
    for path in (whole, packed):
        with open(path, "rb") as file:
            print(os.path.basename(path), os.path.getsize(path), hashlib.sha256(file.read()).hexdigest())


if __name__ == "__main__":
    main()
