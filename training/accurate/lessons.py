"""Lessons as `write-lessons.ts` writes them, made into batches of numbers."""

import json
import random
from collections import Counter

import torch

IGNORED = -100

# What the reader is given of a batch, in its order.
INPUTS = ("ids", "shapes", "positions", "mask", "first", "last")
RARE = 4

# Pieces on a row; 128 and 256 were slower.
ROW = 160


def read_lessons(path: str) -> dict[str, list[dict]]:
    parts: dict[str, list[dict]] = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            lesson = json.loads(line)
            # A sentence longer than the encoder's positions is left out of training; the reader cuts it.
            if len(lesson["ids"]) <= 256:
                parts.setdefault(lesson["part"], []).append(lesson)
    return parts


def find_classes(lessons: list[dict]) -> dict[str, list[str]]:
    """Every class that is not rare, sorted: the order must not depend on the order of the lessons."""
    counts = {name: Counter() for name in ("tags", "lemmas", "relations", "names", "arguments")}
    for lesson in lessons:
        for name in ("tags", "lemmas", "relations", "names"):
            counts[name].update(item for item in lesson.get(name, ()) if item is not None)
        counts["arguments"].update(label for _, _, label in lesson.get("propositions", {}).get("arguments", ()))
    kept = {name: sorted(item for item, count in counter.items() if count >= RARE) for name, counter in counts.items()}
    kept["arguments"] = ["none", *kept["arguments"]]
    return kept


class Batches:
    """Sorts lessons of like length together; each batch holds about `pieces` pieces."""

    def __init__(self, lessons: list[dict], classes: dict[str, list[str]], pieces: int, seed: int):
        self.lessons = lessons
        self.pieces = pieces
        self.random = random.Random(seed)
        self.numbers = {name: {item: i for i, item in enumerate(items)} for name, items in classes.items()}

    def shuffled(self):
        order = list(range(len(self.lessons)))
        self.random.shuffle(order)
        order.sort(key=lambda i: len(self.lessons[i]["ids"]) + self.random.random() * 4)
        groups, group = [], []
        for i in order:
            if group and (len(group) + 1) * len(self.lessons[i]["ids"]) > self.pieces:
                groups.append(group)
                group = []
            group.append(i)
        groups.append(group)
        self.random.shuffle(groups)
        return ([self.lessons[i] for i in group] for group in groups)

    def numbered(self, group: list[dict]) -> dict[str, torch.Tensor]:
        size = len(group)
        words = max(len(lesson["words"]) for lesson in group)
        batch = {
            **packed(group),
            "first": torch.zeros(size, words, dtype=torch.long),
            "last": torch.zeros(size, words, dtype=torch.long),
            "lengths": torch.tensor([len(lesson["words"]) for lesson in group]),
            "factuality": torch.full((size, words), float("nan")),
            "predicates": torch.full((size, words), float("nan")),
        }
        for name in ("tags", "lemmas", "heads", "relations", "names"):
            batch[name] = torch.full((size, words), IGNORED)
        arguments: list[tuple[int, int, int, int]] = []
        for row, lesson in enumerate(group):
            self.fill(batch, row, lesson, words)
            arguments += self.pairs(row, lesson)
        batch["arguments"] = torch.tensor(arguments, dtype=torch.long).view(-1, 4)
        return batch

    def pairs(self, row: int, lesson: dict):
        """Row, predicate, word and class of each pair with a predicate."""
        if "propositions" not in lesson:
            return
        labels = {(p, w): label for p, w, label in lesson["propositions"]["arguments"]}
        for predicate in lesson["propositions"]["predicates"]:
            for word in range(len(lesson["words"])):
                label = labels.get((predicate, word), "none")
                yield row, predicate, word, self.numbers["arguments"].get(label, IGNORED)

    def fill(self, batch, row: int, lesson: dict, words: int) -> None:
        count = len(lesson["words"])
        offset = int(batch["offsets"][row])
        batch["first"][row, :count] = torch.tensor(lesson["first"]) + offset
        batch["last"][row, :count] = torch.tensor(lesson["last"]) + offset
        for name in ("tags", "lemmas", "relations", "names"):
            if name in lesson:
                known = [self.numbers[name].get(item, IGNORED) for item in lesson[name]]
                batch[name][row, :count] = torch.tensor(known)
        if "heads" in lesson:
            # The root stands behind the padded words.
            batch["heads"][row, :count] = torch.tensor([words if head == count else head for head in lesson["heads"]])
        for word, rating in lesson.get("factuality", ()):
            batch["factuality"][row, word] = rating
        if "propositions" in lesson:
            batch["predicates"][row, :count] = 0.0
            for predicate in lesson["propositions"]["predicates"]:
                batch["predicates"][row, predicate] = 1.0


def packed(group: list[dict]) -> dict[str, torch.Tensor]:
    """Puts several sentences on a row, each seeing only itself: short rows waste most of a CPU's time."""
    length = max(ROW, max(len(lesson["ids"]) for lesson in group))
    places, row, used = [], 0, 0
    for lesson in group:
        if used + len(lesson["ids"]) > length:
            row, used = row + 1, 0
        places.append((row, used))
        used += len(lesson["ids"])
    numbers = {name: torch.zeros(row + 1, length, dtype=torch.long) for name in ("ids", "shapes", "positions")}
    owners = torch.zeros(row + 1, length, dtype=torch.long)
    for i, (lesson, (at, start)) in enumerate(zip(group, places, strict=True)):
        end = start + len(lesson["ids"])
        numbers["ids"][at, start:end] = torch.tensor(lesson["ids"])
        numbers["shapes"][at, start:end] = torch.tensor(lesson["shapes"])
        numbers["positions"][at, start:end] = torch.arange(end - start)
        owners[at, start:end] = i + 1
    apart = owners[:, None, :, None] != owners[:, None, None, :]
    mask = torch.zeros(apart.shape, dtype=torch.bfloat16).masked_fill(apart, -1e4)
    return {**numbers, "mask": mask, "offsets": torch.tensor([at * length + start for at, start in places])}
