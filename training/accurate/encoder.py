"""The encoder and the heads that read all tasks off it.

Base weights: E5-small-v2 (Wang et al. 2022, MIT), itself MiniLM-L12-H384-uncased (Wang et al. 2020, MIT).
"""

import numpy
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

WIDTH = 384
HEADS = 12
INNER = 1536
SHAPES = 7


class RowDropout(nn.Module):
    """Leaves out the same values all along a row (Gal & Ghahramani 2016): a draw for each value is slow on a CPU."""

    def __init__(self, share: float):
        super().__init__()
        self.share = share

    def forward(self, rows):
        if not self.training:
            return rows
        kept = (torch.rand_like(rows[:, :1]) >= self.share).to(rows.dtype) / (1 - self.share)
        return rows * kept


class Layer(nn.Module):
    """One layer of the encoder: attention, then a network on each piece, each added to what came in."""

    def __init__(self, dropout: float):
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = RowDropout(dropout)

    def forward(self, pieces, mask):
        batch, length, _ = pieces.shape

        def split(linear):
            return linear(pieces).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        # Written out: the fused kernel's way back takes five times as long on a CPU.
        scores = split(self.query) @ split(self.key).transpose(-1, -2) * (WIDTH // HEADS) ** -0.5
        shares = (scores if mask is None else scores + mask).softmax(-1)
        attended = (shares.to(scores.dtype) @ split(self.value)).transpose(1, 2).reshape(batch, length, WIDTH)
        pieces = self.attention_norm(pieces + self.dropout(self.out(attended)))
        return self.norm(pieces + self.dropout(self.narrow(functional.gelu(self.widen(pieces)))))


class Encoder(nn.Module):
    def __init__(self, vocabulary: int, layers: int, dropout: float):
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = RowDropout(dropout)

    def forward(self, ids, shapes, positions, mask):
        pieces = self.words(ids) + self.positions(positions) + self.kinds.weight[0] + self.shapes(shapes)
        pieces = self.dropout(self.norm(pieces))
        for layer in self.layers:
            pieces = layer(pieces, mask)
        return pieces


class Biaffine(nn.Module):
    """Scores pairs of words for each class (Dozat & Manning 2017)."""

    def __init__(self, width: int, classes: int, dropout: float):
        super().__init__()
        self.classes = classes
        self.dependent = nn.Linear(WIDTH, width)
        self.head = nn.Linear(WIDTH, width)
        self.pair = nn.Linear(width + 1, classes * width)
        self.bias = nn.Linear(width, classes)
        nn.init.xavier_uniform_(self.pair.weight, gain=0.5)
        self.dropout = RowDropout(dropout)

    def forward(self, dependents, heads):
        """Gives [batch, dependent, head, class] of all pairs."""
        asked = self.asked(dependents)
        heads = self.dropout(functional.gelu(self.head(heads)))
        batch, words, _ = dependents.shape
        scores = asked.view(batch, words * self.classes, -1) @ heads.transpose(-1, -2)
        scores = scores.view(batch, words, self.classes, -1).transpose(-1, -2)
        return scores + self.bias(heads).unsqueeze(1)

    def asked(self, dependents):
        """What a head must look like for each class, seen from a dependent: [batch, dependent, class, width]."""
        left = self.dropout(functional.gelu(self.dependent(dependents)))
        left = torch.cat([left, torch.ones_like(left[..., :1])], -1)
        return self.pair(left).view(*left.shape[:-1], self.classes, -1)

    def at(self, dependents, heads):
        """Gives [batch, dependent, class] for one head of each dependent."""
        heads = self.dropout(functional.gelu(self.head(heads)))
        return (self.asked(dependents) @ heads.unsqueeze(-1)).squeeze(-1) + self.bias(heads)


def classifier(classes: int, dropout: float, width: int = 256) -> nn.Module:
    return nn.Sequential(
        nn.Linear(WIDTH, width), nn.GELU(), RowDropout(dropout), nn.Linear(width, classes)
    )


class Reader(nn.Module):
    """Reads tags, lemmas, trees, names, propositions and factuality off one encoding of a sentence."""

    def __init__(self, vocabulary: int, classes: dict, layers: int, dropout=0.1, head_dropout=0.25):
        super().__init__()
        self.encoder = Encoder(vocabulary, layers, dropout)
        self.root = nn.Parameter(torch.zeros(WIDTH))
        self.dropout = RowDropout(head_dropout)
        self.tags = classifier(len(classes["tags"]), head_dropout)
        self.lemmas = classifier(len(classes["lemmas"]), head_dropout)
        self.names = classifier(len(classes["names"]), head_dropout)
        self.predicates = classifier(1, head_dropout, 128)
        self.factuality = classifier(1, head_dropout, 128)
        self.arcs = Biaffine(384, 1, head_dropout)
        self.relations = Biaffine(128, len(classes["relations"]), head_dropout)
        self.arguments = Biaffine(160, len(classes["arguments"]), head_dropout)

    def words(self, ids, shapes, positions, mask, first, last):
        """Gives [sentence, word, width]; `first` and `last` point at each word's outer pieces among all pieces."""
        pieces = self.encoder(ids, shapes, positions, mask).flatten(0, 1)
        return self.dropout((pieces[first] + pieces[last]) * 0.5)

    def with_root(self, words):
        return torch.cat([words, self.root.expand(words.shape[0], 1, WIDTH).to(words.dtype)], 1)

    def simple(self, words):
        return {
            "tags": self.tags(words),
            "lemmas": self.lemmas(words),
            "names": self.names(words),
            "predicates": self.predicates(words).squeeze(-1),
            "factuality": self.factuality(words).squeeze(-1),
            "arcs": self.arcs(words, self.with_root(words)).squeeze(-1),
        }

    def forward(self, ids, shapes, positions, mask, first, last):
        """Reads everything: relations and arguments of all pairs."""
        words = self.words(ids, shapes, positions, mask, first, last)
        return {
            **self.simple(words),
            "relations": self.relations(words, self.with_root(words)),
            "arguments": self.arguments(words, words),
        }


def load_base(reader: Reader, path: str) -> None:
    """Copies the base weights out of an ONNX file; its layers beyond the reader's are left out."""
    model = onnx.load(path)
    values = {item.name: numpy_helper.to_array(item) for item in model.graph.initializer}
    matrices = [
        values[node.input[1]]
        for node in model.graph.node
        if node.op_type == "MatMul" and node.input[1] in values
    ]

    def fill(parameter, value):
        assert tuple(parameter.shape) == tuple(value.shape), (parameter.shape, value.shape)
        parameter.data.copy_(torch.from_numpy(numpy.array(value)))

    encoder = reader.encoder
    fill(encoder.words.weight, values["embeddings.word_embeddings.weight"])
    fill(encoder.positions.weight, values["embeddings.position_embeddings.weight"])
    fill(encoder.kinds.weight, values["embeddings.token_type_embeddings.weight"])
    fill(encoder.norm.weight, values["embeddings.LayerNorm.weight"])
    fill(encoder.norm.bias, values["embeddings.LayerNorm.bias"])
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
    }
    for number, layer in enumerate(encoder.layers):
        for place, (own, theirs) in enumerate(names.items()):
            linear = getattr(layer, own)
            fill(linear.weight, matrices[number * 6 + place].T)
            fill(linear.bias, values[f"encoder.layer.{number}.{theirs}.bias"])
        for own, theirs in (("attention_norm", "attention.output.LayerNorm"), ("norm", "output.LayerNorm")):
            fill(getattr(layer, own).weight, values[f"encoder.layer.{number}.{theirs}.weight"])
            fill(getattr(layer, own).bias, values[f"encoder.layer.{number}.{theirs}.bias"])
