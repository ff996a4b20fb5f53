"""Made-up papers with their claims and method families, each from its number alone, for measuring and comparing.

Shaped like what the project reads from some ten thousand real abstracts: two papers in five claim nothing and a few claim
dozens; a sentence holds one to six numbers; a few benchmarks, metrics and base models take most of the claims while
thousands of others have one or two; half of the claims name no benchmark, nearly every paper has a method of its own and
is measured against a few famous ones. No text comes from a paper.
"""

import math
from random import Random
from typing import Any

from made_up_names import ENDINGS, SIZES, STEMS, SYLLABLES, WORDS, world

from leaderboard.documents.identity import title_id
from leaderboard.extraction.families import FamilyMatch
from leaderboard.model import Claim, Document, Kind

KINDS: tuple[Kind, ...] = ("score", "change", "ratio", "parameters", "resource", "bit_width", "count")
KIND_WEIGHTS = (39, 32, 13, 5, 5, 5, 1)
RULES = ("of", "of", "of", "verb", "number_metric", "pair", "pair+listed", "from_to")
SETTINGS = (
    "zero-shot",
    "zero-shot",
    "zero-shot",
    "few-shot",
    "5-shot",
    "1-shot",
    "fine-tuned",
    "linear probe",
)
QUALIFIERS = ("up to", "up to", "average", "over", "about", "under", "at least")
BITS = (1, 1.58, 2, 3, 4, 4, 4, 4, 6, 8, 8, 8, 16)
CONSUMED = (("time", "s"), ("time", "h"), ("latency", "ms"), ("memory", "GB"), ("throughput", "tokens/s"), ("cost", "$"), ("FPS", "FPS"))  # fmt: skip
SPED_UP = ("speed", "speed", "speed", "throughput", "memory", "model size", "parameters", "energy", "latency")
# Of a hundred claims so many leave the slot empty.
NO_BENCHMARK = {
    "score": 45,
    "change": 50,
    "ratio": 84,
    "resource": 92,
    "count": 60,
    "parameters": 100,
    "bit_width": 100,
}
NO_METRIC = {
    "score": 15,
    "change": 27,
    "ratio": 11,
    "count": 90,
    "resource": 0,
    "parameters": 0,
    "bit_width": 0,
}
NO_METHOD = {
    "score": 20,
    "change": 18,
    "ratio": 17,
    "resource": 25,
    "count": 30,
    "parameters": 50,
    "bit_width": 60,
}


def paper(number: int, mean: float) -> tuple[Document, list[Claim]]:
    """Return a paper and its claims, `mean` of them on average over many papers."""
    random = Random(number)
    method = (
        f"{random.choice(STEMS)}{random.choice(ENDINGS)}" + random.choice(("", "-", "+")) + base26(number)
    )
    title = f"{method}: " + words(random, random.randint(4, 10)).title()
    identity = _identity(random, number, title)
    text = [_filler(random) for _ in range(random.randint(3, 5))]
    length = sum(len(sentence) + 1 for sentence in text)
    claims: list[Claim] = []
    topic = _topic(random)
    left = how_many(random, mean)
    while left:
        numbers = min(left, random.choices((1, 2, 3, 4, 6), (42, 28, 15, 10, 5))[0])
        left -= numbers
        sentence, found = _sentence(random, method, topic, numbers)
        place = {"sentence": sentence, "sentence_start": length, "sentence_end": length + len(sentence)}
        for start, slots in found:
            end = length + start + len(slots["text"])
            claims.append(Claim(identity["id"], title, start=length + start, end=end, **slots, **place))
        text.append(sentence)
        length += len(sentence) + 1
    text += [_filler(random) for _ in range(random.randint(0, 2))]
    document = Document(
        title=title,
        abstract=" ".join(text),
        authors=tuple(_author(random) for _ in range(min(30, 1 + int(random.expovariate(0.25))))),
        url=f"https://example.org/abs/{number}",
        source=f"part-{number % 40:02}.jsonl",
        place=f"line {number // 40 + 1}",
        **identity,
    )
    return document, claims


def number_of(document: Document) -> int:
    return int((document.url or "").rpartition("/")[2])


def families_of(document: Document) -> list[FamilyMatch]:
    random = Random(-number_of(document) - 1)
    drawn = dict.fromkeys(world().families.draw(random) for _ in range(random.choice((1, 2, 2, 3, 4))))
    return [
        FamilyMatch(family, rank, 10.0 / rank, f"title: {family}") for rank, family in enumerate(drawn, 1)
    ]


def how_many(random: Random, mean: float) -> int:
    """Return a number of claims: none for two papers in five or more, else at least one, `mean` on average."""
    share = min(0.6, mean / 1.5)
    if random.random() >= share:
        return 0
    return min(60, 1 + int(random.expovariate(math.log1p(1 / (mean / share - 1)))))


def base26(number: int) -> str:
    """Return letters for a number, so that nearly every method has a name of its own: 27 is `BB`."""
    letters = ""
    while True:
        number, rest = divmod(number, 26)
        letters = chr(65 + rest) + letters
        if not number:
            return letters


def words(random: Random, count: int) -> str:
    return " ".join(random.choices(WORDS, k=count))


def _identity(random: Random, number: int, title: str) -> dict[str, Any]:
    """Return ids and date: most are on arXiv, some have a DOI, the rest only a title and half of those no date."""
    year = max(1991, 2026 - int(random.expovariate(0.22)))
    month = number % 4 * 3 + random.randint(1, 3)  # four numbers share the digits of an id
    precision = random.choices(("day", "month", "year"), (45, 35, 20))[0]
    date: str | None = f"{year}-{month:02}-{random.randint(1, 28):02}"[
        : {"day": 10, "month": 7, "year": 4}[precision]
    ]
    sort = random.choices(("arxiv", "doi", "title"), (65, 20, 15))[0]
    if sort == "title" and random.random() < 0.5:
        date = precision = None  # type: ignore[assignment]
    dated = {"date": date, "date_precision": precision}
    if sort == "arxiv" and year >= 2015:
        arxiv_id = f"{year % 100:02}{month:02}.{number // 4 % 100000:05}"
        return {"id": f"arxiv:{arxiv_id}", "arxiv_id": arxiv_id, **dated}
    if sort != "title":
        doi = f"10.5555/made.{number}"
        return {
            "id": f"doi:{doi}",
            "doi": doi,
            "venue": f"Proceedings of {words(random, 2).title()}",
            **dated,
        }
    return {"id": title_id(title), **dated}


def _topic(random: Random) -> tuple[str, str, str]:
    """Return the benchmark, metric and base model that a paper comes back to; one in eight makes its own up."""
    benchmark = world().benchmarks.draw(random)
    usual = world().usual.get(benchmark)
    metric = usual if usual and random.random() < 0.6 else world().metrics.draw(random)
    if random.random() < 0.12:
        benchmark = f"{random.choice(WORDS).title()}{random.choice(ENDINGS)}-{random.randint(1, 400)}"
    if random.random() < 0.12:
        metric = f"{words(random, 2)} score"
    return benchmark, metric, world().models.draw(random)


def _sentence(
    random: Random, method: str, topic: tuple[str, str, str], numbers: int
) -> tuple[str, list[tuple[int, dict[str, Any]]]]:
    """Return a sentence with so many numbers, and for each where it starts in the sentence and its slots."""
    text = f"{words(random, random.randint(2, 8)).capitalize()}, {method} reaches"
    kind = random.choices(KINDS, KIND_WEIGHTS)[0]
    found = []
    for place in range(numbers):
        if place and random.random() < 0.25:
            kind = random.choices(KINDS, KIND_WEIGHTS)[0]
        if random.random() < 0.4:
            topic = _topic(random)
        slots = _claim(random, kind, method, topic)
        text += ", and " if place else " "
        found.append((len(text), slots))
        named = f" in {slots['metric']}" if slots.get("metric") else ""
        text += slots["text"] + named + (f" on {slots['benchmark']}" if slots.get("benchmark") else "")
    ending = f" {words(random, random.randint(0, 14))}".rstrip()
    return f"{text}{ending}.", found


def _filler(random: Random) -> str:
    return words(random, random.randint(14, 28)).capitalize() + "."


def _author(random: Random) -> str:
    syllables = "".join(random.choices(SYLLABLES, k=random.randint(2, 3)))
    return f"{random.choice(SYLLABLES).title()}{random.choice(SYLLABLES)} {syllables.title()}"


def _claim(random: Random, kind: Kind, method: str, topic: tuple[str, str, str]) -> dict[str, Any]:
    """Return the slots of a claim, `text` and `value` among them."""

    def lacks(shares: dict[str, int]) -> bool:
        return random.random() * 100 < shares[kind]

    benchmark, metric, model = topic
    baseline = world().baselines.draw(random)
    is_baseline = kind == "score" and random.random() < 0.18
    slots: dict[str, Any] = {
        "kind": kind,
        "metric": None if lacks(NO_METRIC) else metric,
        "benchmark": None if lacks(NO_BENCHMARK) else benchmark,
        "method": baseline if is_baseline else None if lacks(NO_METHOD) else method,
        "model": model if random.random() < 0.12 else None,
        "setting": random.choice(SETTINGS) if random.random() < 0.06 else None,
        "qualifier": random.choice(QUALIFIERS) if random.random() < 0.2 else None,
        "role": "baseline" if is_baseline else None,
        "rule": f"{kind}.{random.choice(RULES)}",
        "confidence": round(0.2 + 0.77 * random.betavariate(1.3, 1.0), 2),
    }
    slots |= _number(random, kind, slots["metric"], baseline)
    if kind in ("score", "change", "ratio") and random.random() < 0.05:
        slots["value_max"] = round(slots["value"] * 1.1, 2)
    return slots


def _number(random: Random, kind: Kind, metric: str | None, baseline: str) -> dict[str, Any]:
    """Return value, text and unit of a claim, and the other slots that its kind decides."""
    if kind == "score" and world().units.get(metric or "", "%") != "%":
        value = round(random.lognormvariate(2.0, 0.9), 2)
        return {"value": value, "text": str(value), "unit": None}
    if kind == "score":
        share, bare = random.random() < 0.12, random.random() < 0.2
        value = round(random.betavariate(6, 2) * (1 if share else 100), 3 if share else 1)
        unit = None if share or bare else "%"
        return {"value": value, "text": f"{value}{unit or ''}", "unit": unit}
    if kind == "change":
        value, unit = round(random.expovariate(1 / 6) + 0.1, 1), random.choice(("%", "%", "%", "points"))
        return {
            "value": value,
            "text": f"{value}{unit}" if unit == "%" else f"{value} points",
            "unit": unit,
            "baseline": baseline if random.random() < 0.55 else None,
            "direction": random.choice(("up", "up", "up", "down")),
            "basis": random.choice((None, None, None, "relative", "absolute")),
        }
    if kind == "ratio":
        value = round(1.1 + random.expovariate(1 / 3), 1)
        return {
            "value": value,
            "text": f"{value}x",
            "unit": "x",
            "baseline": baseline if random.random() < 0.55 else None,
            "direction": random.choice(("up", "up", "down")),
            "metric": metric and random.choice(SPED_UP),
        }
    if kind == "bit_width":
        bits = random.choice(BITS)
        target = random.choice(("weights", "activations", "kv cache")) if random.random() < 0.16 else None
        return {
            "value": float(bits),
            "text": f"{bits}-bit",
            "unit": "bit",
            "metric": "bit-width",
            "target": target,
        }
    if kind == "parameters":
        size = random.choice(SIZES)
        return {"value": size * 1e9, "text": f"{size}B", "unit": "parameters", "metric": "parameters"}
    if kind == "resource":
        consumed, unit = random.choice(CONSUMED)
        amount = random.randint(1, 500)
        return {"value": float(amount), "text": f"{amount} {unit}", "unit": unit, "metric": consumed}
    won = random.randint(1, 200)
    return {"value": float(won), "text": f"{won} of 200", "unit": None}
