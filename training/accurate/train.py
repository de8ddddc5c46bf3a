"""Trains the accurate engine: see README.md in this folder for the one command.

Seeds are fixed; two machines still differ in the last bits of a product, so their weights do, too.
"""

import argparse
import json
import os
import random
import sys
import time

import torch
from torch.nn import functional

from encoder import Reader, load_base
from lessons import IGNORED, INPUTS, Batches, find_classes, read_lessons
from measure import measure

# What a task counts for in the sum; trees matter most to what follows.
WEIGHTS = {
    "tags": 0.5,
    "lemmas": 0.25,
    "arcs": 1.0,
    "relations": 1.0,
    "names": 0.7,
    "predicates": 0.3,
    "arguments": 0.8,
    "factuality": 0.15,
}
# Steps between two that the running mean takes in.
MEAN_EVERY = 4
MEASURED = ("ewt-dev", "gum-news-dev", "ewt-test", "gum-news-test", "pud", "re3d-test")


def losses(reader: Reader, batch) -> dict[str, torch.Tensor]:
    """Relations are learned at the right heads, arguments at the right predicates: scoring all pairs takes too long."""
    found: dict[str, torch.Tensor] = {}

    def cross(name, logits, gold):
        if bool((gold != IGNORED).any()):
            found[name] = functional.cross_entropy(logits.float(), gold, ignore_index=IGNORED)

    with torch.autocast("cpu", dtype=torch.bfloat16):
        words = reader.words(*(batch[name] for name in INPUTS))
        out = reader.simple(words)
        width = words.shape[1]
        heads = batch["heads"].clamp(min=0)
        at_head = reader.with_root(words).gather(1, heads.unsqueeze(-1).expand(-1, -1, words.shape[-1]))
        relations = reader.relations.at(words, at_head)
        for name in ("tags", "lemmas", "names"):
            cross(name, out[name].flatten(0, 1), batch[name].flatten())
        padding = torch.arange(width)[None, :] >= batch["lengths"][:, None]
        padding = torch.cat([padding, torch.zeros(len(padding), 1, dtype=torch.bool)], 1)
        arcs = out["arcs"].float().masked_fill(padding[:, None, :], -1e4)
        cross("arcs", arcs.flatten(0, 1), batch["heads"].flatten())
        cross("relations", relations.flatten(0, 1), batch["relations"].flatten())
        if len(batch["arguments"]) > 0:
            cross("arguments", argument_scores(reader, words, batch["arguments"]), batch["arguments"][:, 3])
    known = ~batch["predicates"].isnan()
    if bool(known.any()):
        found["predicates"] = functional.binary_cross_entropy_with_logits(
            out["predicates"].float()[known], batch["predicates"][known]
        )
    known = ~batch["factuality"].isnan()
    if bool(known.any()):
        found["factuality"] = functional.smooth_l1_loss(out["factuality"].float()[known], batch["factuality"][known])
    return found


def argument_scores(reader: Reader, words, pairs):
    """Scores the pairs [row, predicate, word, …]; each predicate's question is asked once."""
    size = words.shape[1]
    predicates, place = torch.unique(pairs[:, 0] * size + pairs[:, 1], return_inverse=True)
    biaffine = reader.arguments
    asked = biaffine.asked(words.flatten(0, 1)[predicates].unsqueeze(1)).squeeze(1)
    heads = biaffine.dropout(functional.gelu(biaffine.head(words)))
    of_row = heads[predicates // size]
    scores = (asked @ of_row.transpose(-1, -2)).transpose(-1, -2) + biaffine.bias(of_row)
    return scores[place, pairs[:, 2]]


def parameter_groups(reader: Reader, rate: float, head_rate: float):
    # Words' own vectors stay as they are: the lessons know too few names to move them all alike.
    reader.encoder.words.weight.requires_grad_(False)
    encoder = [p for n, p in reader.named_parameters() if n.startswith("encoder.") and "shapes" not in n]
    encoder = [p for p in encoder if p.requires_grad]
    heads = [p for n, p in reader.named_parameters() if not n.startswith("encoder.") or "shapes" in n]
    return [{"params": encoder, "lr": rate}, {"params": heads, "lr": head_rate}]


def say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--lessons", required=True)
    options.add_argument("--base", required=True, help="the base encoder as ONNX")
    options.add_argument("--vocabulary", type=int, default=30522)
    options.add_argument("--layers", type=int, default=8)
    options.add_argument("--epochs", type=int, default=4)
    options.add_argument("--pieces", type=int, default=1000)
    options.add_argument("--rate", type=float, default=2.5e-4)
    options.add_argument("--head-rate", type=float, default=1e-3)
    options.add_argument("--weight", action="append", default=[], metavar="TASK=N", help="what a task counts for")
    options.add_argument("--begin", help="a run whose weights are learned on from")
    options.add_argument("--out", required=True)
    options.add_argument("--steps", type=int, default=0, help="stop early, for a trial")
    given = options.parse_args()
    weights = WEIGHTS | {task: float(number) for task, number in (item.split("=") for item in given.weight)}

    random.seed(7)
    torch.manual_seed(7)
    torch.set_num_threads(int(os.environ.get("THREADS", "2")))
    parts = read_lessons(given.lessons)
    classes = find_classes(parts["train"])
    say(json.dumps({name: len(items) for name, items in classes.items()}))
    os.makedirs(given.out, exist_ok=True)
    with open(os.path.join(given.out, "classes.json"), "w", encoding="utf-8") as file:
        json.dump({**classes, "layers": given.layers}, file, ensure_ascii=False)
    reader = Reader(given.vocabulary, classes, given.layers)
    load_base(reader, given.base)
    if given.begin:
        reader.load_state_dict(torch.load(os.path.join(given.begin, "checkpoint.pt"))["reader"])

    batches = Batches(parts["train"], classes, given.pieces, 7)
    per_epoch = sum(1 for _ in batches.shuffled())
    total = per_epoch * given.epochs
    optimiser = torch.optim.AdamW(parameter_groups(reader, given.rate, given.head_rate), weight_decay=0.01, fused=True)
    mean = RunningMean(reader)
    warm = total // 12
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.0, (total - step) / (total - warm)))
    )
    checkpoint = os.path.join(given.out, "checkpoint.pt")
    epoch, step = resume(checkpoint, reader, mean, optimiser, schedule)
    started = time.time()
    for epoch in range(epoch, given.epochs):
        reader.train()
        sums: dict[str, float] = {}
        for group in batches.shuffled():
            found = losses(reader, batches.numbered(group))
            loss = sum(weights[name] * value for name, value in found.items())
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            step += 1
            if step % MEAN_EVERY == 0:
                mean.take(reader)
            for name, value in found.items():
                sums[name] = sums.get(name, 0.0) * 0.98 + float(value.detach()) * 0.02
            if step % 100 == 0 or step == given.steps:
                said = " ".join(f"{name} {value:.3f}" for name, value in sums.items())
                say(f"{time.time() - started:6.0f} s  {step} of {total}  {said}")
            if step == given.steps:
                return
        last = reader.state_dict()
        last = {name: value.clone() for name, value in last.items()}
        mean.put(reader)
        for part in MEASURED if epoch == given.epochs - 1 else ("gum-news-dev", "ewt-dev"):
            say(f"round {epoch + 1} {part} {json.dumps(measure(reader, parts[part], classes, True))}")
        saved = {"reader": reader.state_dict(), "last": last, "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict(), "epoch": epoch + 1, "step": step}
        torch.save(saved, f"{checkpoint}.part")
        os.replace(f"{checkpoint}.part", checkpoint)
        reader.load_state_dict(last)


class RunningMean:
    """The weights' mean over about the last 400 steps: it reads better than the last step does (Izmailov et al. 2018)."""

    def __init__(self, reader: Reader):
        self.values = [p.detach().clone() for p in reader.parameters() if p.requires_grad]
        self.taken = 0

    def take(self, reader: Reader) -> None:
        self.taken += 1
        share = max(MEAN_EVERY / 400, 1 / self.taken)
        torch._foreach_lerp_(self.values, [p.detach() for p in reader.parameters() if p.requires_grad], share)

    def put(self, reader: Reader) -> None:
        with torch.no_grad():
            for parameter, value in zip((p for p in reader.parameters() if p.requires_grad), self.values, strict=True):
                parameter.copy_(value)


def resume(path: str, reader, mean, optimiser, schedule) -> tuple[int, int]:
    """Goes on after the last finished round, where there is one."""
    if not os.path.exists(path):
        return 0, 0
    saved = torch.load(path)
    reader.load_state_dict(saved["reader"])
    mean.take(reader)
    reader.load_state_dict(saved["last"])
    optimiser.load_state_dict(saved["optimiser"])
    schedule.load_state_dict(saved["schedule"])
    say(f"going on after round {saved['epoch']}")
    return saved["epoch"], saved["step"]


if __name__ == "__main__":
    main()
