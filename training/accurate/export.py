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
from torch.nn import functional

from encoder import HEADS, WIDTH, Biaffine, Layer, Reader

INPUTS = ["ids", "shapes", "positions", "first", "last"]
OUTPUTS = ["tags", "arcs", "relations", "names", "predicates", "asked", "arguments", "factuality", "vectors"]
# What a word is before, half-way through and behind the layers: heads that are trained later read all three.
HALF_WAY = 4


class OneSentence(nn.Module):
    """
    The reader written anew for one sentence: without a dimension for batches every shape but one is known, and the graph
    need not work them out at each run. Takes the best where the reader in TypeScript needs no more; scores where it must
    weigh choices.
    """

    def __init__(self, reader: Reader):
        super().__init__()
        self.reader = reader
        self.attended = nn.ModuleList(merged(layer) for layer in reader.encoder.layers)

    def forward(self, ids, shapes, positions, first, last):
        reader = self.reader
        stages = self.stages(ids[0], shapes[0], positions[0])
        words, half, bare = (
            (stages[at][first[0]] + stages[at][last[0]]) * 0.5 for at in (len(stages) - 1, HALF_WAY, 0)
        )
        rooted = torch.cat([words, reader.root[None]])
        predicates = reader.predicates(words)[:, 0].sigmoid()
        # The first word is always asked for, so that a sentence without a predicate is no special case.
        asked = torch.cat([torch.ones_like(predicates[:1]), predicates[1:]]).gt(0.5).nonzero()[:, 0]
        return (
            reader.tags(words).argmax(-1),
            pairs(reader.arcs, words, rooted)[..., 0].log_softmax(-1),
            pairs(reader.relations, words, rooted).argmax(-1),
            reader.names(words).log_softmax(-1),
            predicates,
            asked,
            pairs(reader.arguments, words[asked], words).log_softmax(-1),
            reader.factuality(words)[:, 0],
            torch.cat([words, half, bare], -1),
        )

    def stages(self, ids, shapes, positions):
        """Gives the pieces as they go into the first layer, and as they come out of each."""
        encoder = self.reader.encoder
        pieces = encoder.words(ids) + (encoder.positions(positions) + encoder.kinds.weight[0]) + encoder.shapes(shapes)
        pieces = encoder.norm(pieces)
        stages = [pieces]
        for layer, attended in zip(encoder.layers, self.attended, strict=True):
            query, key, value = attended(pieces).view(-1, 3, HEADS, WIDTH // HEADS).permute(1, 2, 0, 3).unbind(0)
            shares = (query @ key.transpose(-1, -2)).softmax(-1)
            found = (shares @ value).transpose(0, 1).reshape(-1, WIDTH)
            pieces = layer.attention_norm(pieces + layer.out(found))
            pieces = layer.norm(pieces + layer.narrow(functional.gelu(layer.widen(pieces))))
            stages.append(pieces)
        return stages


def merged(layer: Layer) -> nn.Linear:
    """Asks for queries, keys and values at once; a query carries the scale of its products."""
    scale = (WIDTH // HEADS) ** -0.5
    linear = nn.Linear(WIDTH, 3 * WIDTH)
    linear.weight.data = torch.cat([layer.query.weight * scale, layer.key.weight, layer.value.weight]).detach()
    linear.bias.data = torch.cat([layer.query.bias * scale, layer.key.bias, layer.value.bias]).detach()
    return linear


def pairs(biaffine: Biaffine, dependents, heads):
    """Gives [dependent, head, class]."""
    left = functional.gelu(biaffine.dependent(dependents))
    left = torch.cat([left, torch.ones_like(left[:, :1])], -1)
    asked = biaffine.pair(left).view(-1, biaffine.classes, biaffine.head.out_features)
    right = functional.gelu(biaffine.head(heads))
    return (asked @ right.transpose(0, 1)).transpose(-1, -2) + biaffine.bias(right)


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
