"""Scores of a reader on one part: what docs/method/language.md tells."""

import torch

from lessons import INPUTS, Batches


def names_of(labels: list[str]) -> set[tuple[int, int, str]]:
    """Spans of BIO labels; a continuation of another kind opens a name."""
    spans, start, kind = set(), 0, ""
    for at, label in enumerate([*labels, "O"]):
        goes_on = label.startswith("I-") and label[2:] == kind
        if kind and not goes_on:
            spans.add((start, at, kind))
            kind = ""
        if label != "O" and not goes_on:
            start, kind = at, label[2:]
    return spans


def f1(right: int, given: int, gold: int) -> float:
    return 200 * right / max(given + gold, 1)


@torch.no_grad()
def measure(reader, lessons: list[dict], classes: dict[str, list[str]], autocast: bool) -> dict[str, float]:
    """Heads are the best of each word; the reader in TypeScript also makes them a tree, which changes few."""
    reader.eval()
    batches = Batches(lessons, classes, 4096, 0)
    count = dict.fromkeys(
        ("words", "tags", "scored", "heads", "labelled", "lemmas", "lemmas_of", "n", "n_given", "n_gold", "p", "p_given", "p_gold", "a", "a_given", "a_gold"), 0
    )
    rated, given_ratings = [], []
    for group in batches.shuffled():
        batch = batches.numbered(group)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=autocast):
            out = reader(*(batch[name] for name in INPUTS))
        out = {name: value.float() for name, value in out.items()}
        words = batch["first"].shape[1]
        for row, lesson in enumerate(group):
            score_words(count, {name: value[row] for name, value in out.items()}, lesson, classes, words)
            for word, rating in lesson.get("factuality", ()):
                rated.append(rating)
                given_ratings.append(float(out["factuality"][row, word]))
    return totals(count, rated, given_ratings)


def score_words(count, out, lesson, classes, words) -> None:
    length = len(lesson["words"])
    if "tags" in lesson:
        for at, tag in enumerate(out["tags"][:length].argmax(-1).tolist()):
            count["words"] += 1
            count["tags"] += classes["tags"][tag].split(" ")[0] == lesson["tags"][at].split(" ")[0]
    if "lemmas" in lesson:
        for at, edit in enumerate(out["lemmas"][:length].argmax(-1).tolist()):
            if lesson["lemmas"][at] is not None:
                count["lemmas_of"] += 1
                count["lemmas"] += classes["lemmas"][edit] == lesson["lemmas"][at]
    if "heads" in lesson:
        arcs = out["arcs"][:length].clone()
        arcs[:, length:words] = float("-inf")
        heads = arcs.argmax(-1).tolist()
        for at, head in enumerate(heads):
            if lesson["tags"][at].startswith("PUNCT"):
                continue
            gold = words if lesson["heads"][at] == length else lesson["heads"][at]
            relation = classes["relations"][int(out["relations"][at, head].argmax())]
            count["scored"] += 1
            count["heads"] += head == gold
            count["labelled"] += head == gold and relation == lesson["relations"][at]
    if "names" in lesson:
        given = names_of([classes["names"][i] for i in out["names"][:length].argmax(-1).tolist()])
        gold = names_of(lesson["names"])
        kinds = {"person", "organisation", "place"}
        given = {name for name in given if name[2] in kinds}
        gold = {name for name in gold if name[2] in kinds}
        count["n"] += len(given & gold)
        count["n_given"] += len(given)
        count["n_gold"] += len(gold)
    if "propositions" in lesson:
        predicates = {at for at, score in enumerate(out["predicates"][:length].tolist()) if score > 0}
        gold = set(lesson["propositions"]["predicates"])
        count["p"] += len(predicates & gold)
        count["p_given"] += len(predicates)
        count["p_gold"] += len(gold)
        labels = out["arguments"][:length, :length].argmax(-1).tolist()
        given = {(p, w, classes["arguments"][labels[p][w]]) for p in predicates for w in range(length) if labels[p][w]}
        gold_arguments = {tuple(item) for item in lesson["propositions"]["arguments"]}
        count["a"] += len(given & gold_arguments)
        count["a_given"] += len(given)
        count["a_gold"] += len(gold_arguments)


def totals(count, rated, given_ratings) -> dict[str, float]:
    scores = {
        "upos": 100 * count["tags"] / max(count["words"], 1),
        "uas": 100 * count["heads"] / max(count["scored"], 1),
        "las": 100 * count["labelled"] / max(count["scored"], 1),
        "lemmas": 100 * count["lemmas"] / max(count["lemmas_of"], 1),
        "names": f1(count["n"], count["n_given"], count["n_gold"]),
        "predicates": f1(count["p"], count["p_given"], count["p_gold"]),
        "arguments": f1(count["a"], count["a_given"], count["a_gold"]),
    }
    if len(rated) > 2:
        pair = torch.tensor([rated, given_ratings])
        scores["factuality"] = float(torch.corrcoef(pair)[0, 1])
    return {name: round(value, 3 if name == "factuality" else 2) for name, value in scores.items() if value}
