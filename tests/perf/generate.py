"""A database of made-up papers for measuring: `python tests/perf/generate.py big.duckdb --documents 400000 --claims 1000000`.

Heads and long tails as in the real thing: a few benchmarks, metrics and base models take most of the claims, thousands of
others have one or two; nearly every paper has a method of its own. Papers and claims depend on nothing but their number,
so that the same call gives the same database. Everything goes through `warehouse.build`.
"""

import argparse
import time
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import accumulate
from pathlib import Path
from random import Random

from leaderboard.extraction.families import FamilyMatch
from leaderboard.model import Claim, Document, Kind, Refusal
from leaderboard.taxonomy import default
from leaderboard.warehouse import build

WORDS = [
    "model",
    "training",
    "data",
    "results",
    "large",
    "language",
    "approach",
    "framework",
    "evaluation",
    "tasks",
    "efficient",
    "learning",
    "attention",
    "inference",
    "representation",
    "novel",
    "performance",
    "quality",
    "robust",
    "domain",
    "transfer",
    "sparse",
    "dense",
    "network",
    "layer",
    "token",
    "reasoning",
    "retrieval",
    "alignment",
    "knowledge",
    "distillation",
    "sampling",
    "gradient",
    "latent",
    "visual",
    "speech",
    "graph",
    "code",
    "agent",
]
KINDS: tuple[Kind, ...] = ("score", "change", "ratio", "bit_width", "parameters", "resource", "count")
KIND_WEIGHTS = (48, 22, 10, 5, 6, 5, 4)
SETTINGS = ("zero-shot", "few-shot", "5-shot", "1-shot", "fine-tuned", "8-shot", "linear probe", "full data")
QUALIFIERS = ("up to", "average", "over", "about", "at least")
BITS = (1, 1.58, 2, 3, 4, 4, 4, 4, 6, 8, 8, 8, 16)


class Names:
    """Names with Zipf weights, drawn by `draw(random)`."""

    def __init__(self, names: list[str], exponent: float) -> None:
        self.names = names
        self.weights = list(accumulate(1 / (rank + 2) ** exponent for rank in range(len(names))))

    def draw(self, random: Random) -> str:
        return random.choices(self.names, cum_weights=self.weights)[0]


@cache
def names() -> dict[str, Names]:
    taxonomy = default()
    tail = [
        f"{a.title()}{b.title()}-{number}"
        for number, (a, b) in enumerate(zip(WORDS * 500, WORDS[3:] * 540, strict=False))
    ][:20_000]
    metrics = ["accuracy", *(metric.name for metric in taxonomy.metrics)]
    return {
        "benchmark": Names([benchmark.name for benchmark in taxonomy.benchmarks] + tail, 1.0),
        "metric": Names(
            metrics
            + [f"{word} score" for word in WORDS]
            + [f"{word} index {n}" for word in WORDS for n in range(40)],
            1.3,
        ),
        "model": Names(
            [model.name for model in taxonomy.models] + [f"Base-{n}B" for n in range(1, 2000)], 1.1
        ),
        "family": Names([family.name for family in taxonomy.families], 0.7),
        "baseline": Names(
            [f"{word.title()}Net" for word in WORDS]
            + [f"{word.title()}Former-{n}" for word in WORDS for n in range(50)],
            1.0,
        ),
    }


def paper(number: int, mean: float) -> tuple[Document, list[Claim]]:
    """Return a paper and its claims, from its number alone; claims a paper: none to some ten, `mean` on average."""
    random = Random(number)
    title = f"{random.choice(WORDS).title()}{number % 9973}: " + " ".join(
        random.choices(WORDS, k=random.randint(5, 11))
    )
    method = title.partition(":")[0]
    dated = random.random() < 0.9
    year, month = 2012 + min(13, int(random.betavariate(4, 1.5) * 14)), random.randint(1, 12)
    identifier = f"arxiv:{year % 100:02}{month:02}.{number % 100000:05}-{number}"
    pieces: list[str] = [" ".join(random.choices(WORDS, k=60)).capitalize() + "."]
    length = len(pieces[0]) + 1
    claims = []
    count = min(12, int(random.expovariate(1 / mean) + 0.5))
    benchmark, metric, model = (names()[sort].draw(random) for sort in ("benchmark", "metric", "model"))
    for _ in range(count):
        kind = random.choices(KINDS, KIND_WEIGHTS)[0]
        if random.random() < 0.4:
            benchmark, metric = names()["benchmark"].draw(random), names()["metric"].draw(random)
        claim = _claim(random, kind, benchmark, metric, method, model)
        text = str(claim.pop("text"))
        before = f"Our {method} on {benchmark} reports in terms of {metric} a value of "
        sentence = f"{before}{text} against {claim.get('baseline') or 'others'} in this study."
        start = length + len(before)
        claims.append(
            Claim(
                identifier,
                title,
                kind,
                text,
                start,
                start + len(text),
                **claim,  # type: ignore[arg-type]
                sentence=sentence,
                sentence_start=length,
                sentence_end=length + len(sentence),
                rule=f"{kind}.{random.choice(('of', 'list', 'verb', 'from_to'))}",
                confidence=round(random.betavariate(6, 1.4), 3),
            )
        )
        pieces.append(sentence)
        length += len(sentence) + 1
    pieces.append(" ".join(random.choices(WORDS, k=40)).capitalize() + ".")
    document = Document(
        identifier,
        title,
        " ".join(pieces),
        tuple(f"{random.choice(WORDS).title()} Author{random.randint(1, 90000)}" for _ in range(3)),
        f"{year}-{month:02}" if dated else None,
        "month" if dated else None,
        f"https://example.org/abs/{number}",
        arxiv_id=identifier.removeprefix("arxiv:"),
        source=f"part-{number % 40:02}.jsonl",
        place=f"line {number // 40 + 1}",
    )
    return document, claims


def _claim(
    random: Random, kind: Kind, benchmark: str, metric: str, method: str, model: str
) -> dict[str, object]:
    baseline = names()["baseline"].draw(random)
    is_baseline = kind == "score" and random.random() < 0.15
    claim: dict[str, object] = {
        "metric": metric if random.random() < 0.9 else None,
        "benchmark": benchmark if kind in ("score", "count", "change") and random.random() < 0.8 else None,
        "method": baseline if is_baseline else method,
        "model": model if random.random() < 0.4 else None,
        "setting": random.choice(SETTINGS) if random.random() < 0.2 else None,
        "qualifier": random.choice(QUALIFIERS) if random.random() < 0.2 else None,
        "role": "baseline" if is_baseline else None,
    }
    if kind == "score":
        share = random.random() < 0.1
        value = round(random.betavariate(6, 2) * (1 if share else 100), 3 if share else 1)
        bare = share or random.random() < 0.3
        return {
            **claim,
            "value": value,
            "text": f"{value}" if bare else f"{value}%",
            "unit": None if bare else "%",
        }
    if kind == "change":
        value = round(random.expovariate(1 / 6), 1)
        unit = random.choice(("%", "points"))
        return {
            **claim,
            "value": value,
            "text": f"{value} {unit}",
            "unit": unit,
            "baseline": baseline,
            "direction": random.choice(("up", "up", "up", "down")),
            "basis": random.choice((None, "relative", "absolute")),
        }
    if kind == "ratio":
        value = round(1 + random.expovariate(1 / 3), 1)
        return {
            **claim,
            "value": value,
            "text": f"{value}x",
            "unit": "x",
            "baseline": baseline,
            "direction": "up",
            "metric": random.choice(("speedup", "inference speed", "memory", "throughput", "model size")),
        }
    if kind == "bit_width":
        value = random.choice(BITS)
        return {
            **claim,
            "value": float(value),
            "text": f"{value}-bit",
            "unit": "bit",
            "metric": "bit width",
            "target": random.choice(("weights", "activations", "kv cache", None)),
        }
    if kind == "parameters":
        value = random.choice((0.1, 0.35, 1.1, 7, 8, 13, 34, 70, 175))
        return {
            **claim,
            "value": value * 1e9,
            "text": f"{value}B",
            "unit": "parameters",
            "metric": "parameters",
        }
    if kind == "resource":
        value, unit = random.randint(1, 500), random.choice(("GB", "s", "ms", "h", "FPS", "tokens/s", "$"))
        return {**claim, "value": float(value), "text": f"{value} {unit}", "unit": unit}
    value = random.randint(1, 200)
    return {**claim, "value": float(value), "text": f"{value} of 200"}


def number_of(document: Document) -> int:
    return int(document.id.rpartition("-")[2])


def extract(document: Document, mean: float) -> list[Claim]:
    return paper(number_of(document), mean)[1]


def assign(document: Document) -> list[FamilyMatch]:
    random = Random(-number_of(document))
    found = dict.fromkeys(names()["family"].draw(random) for _ in range(random.choice((1, 1, 2, 3))))
    return [
        FamilyMatch(family, rank, 10.0 / rank, f"title: {family}") for rank, family in enumerate(found, 1)
    ]


def papers(count: int, mean: float, _: Iterable[object]) -> Iterator[Document | Refusal]:
    for number in range(count):
        yield paper(number, mean)[0]
    yield Refusal("part-07.jsonl", "line 12", "not JSON: Expecting value")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("db", type=Path)
    parser.add_argument("--documents", type=int, default=400_000)
    parser.add_argument("--claims", type=int, default=1_000_000, help="roughly so many")
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    mean = given.claims / given.documents
    begun = time.perf_counter()

    def tell(what: str, done: int, total: int | None) -> None:
        if done % 50_000 == 0:
            print(
                f"{time.perf_counter() - begun:7.1f} s  {what} {done:,}"
                + (f" of {total:,}" if total else ""),
                flush=True,
            )

    report = build(
        [],
        given.db,
        read=partial(papers, given.documents, mean),
        extract=partial(extract, mean=mean),
        assign=assign,
        workers=given.workers,
        progress=tell,
    )
    print(report.summary())
    for check in report.checks:
        print(f"check {check.name}: {check.offending}")
    print(f"{time.perf_counter() - begun:.1f} s, {given.db.stat().st_size / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
