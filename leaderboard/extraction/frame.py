"""A frame: what the words right around a number say about it, before the rest of the sentence is asked."""

from dataclasses import dataclass, field

from leaderboard.extraction import cues
from leaderboard.extraction.phrases import (
    METRIC_HEADS,
    NOUNS,
    full_after,
    is_stop,
    phrase_after,
    phrase_before,
    trimmed,
)
from leaderboard.extraction.view import View
from leaderboard.model import Basis, Direction, Kind

NOT_METRICS = frozenset(
    [
        "data",
        "dataset",
        "datasets",
        "samples",
        "sample",
        "examples",
        "example",
        "images",
        "image",
        "questions",
        "question",
        "tasks",
        "task",
        "problems",
        "problem",
        "models",
        "model",
        "parameters",
        "parameter",
        "tokens",
        "token",
        "words",
        "sentences",
        "papers",
        "documents",
        "users",
        "participants",
        "people",
        "languages",
        "language",
        "classes",
        "layers",
        "hours",
        "days",
        "years",
        "weeks",
        "months",
        "seconds",
        "minutes",
        "gpus",
        "gpu",
        "steps",
        "epochs",
        "iterations",
        "shots",
        "times",
        "cases",
        "case",
        "instances",
        "runs",
        "languages",
        "labels",
        "annotations",
        "queries",
        "nodes",
        "edges",
        "features",
        "dimensions",
        "categories",
        "domains",
        "benchmarks",
        "participants",
        "patients",
        "videos",
        "scenes",
        "frames",
        "pairs",
        "functions",
        "projects",
        "bugs",
        "test-cases",
        "attacks",
        "methods",
        "systems",
        "subjects",
        "points",
        "experts",
        "students",
    ]
)
TASK_TAILS = frozenset(
    [
        "task",
        "tasks",
        "dataset",
        "datasets",
        "benchmark",
        "benchmarks",
        "test",
        "set",
        "sets",
        "split",
        "corpus",
        "setting",
        "settings",
        "scenario",
        "scenarios",
        "domain",
        "domains",
    ]
)
LOWER_IS_BETTER = frozenset(
    [
        "error",
        "errors",
        "latency",
        "perplexity",
        "time",
        "cost",
        "costs",
        "memory",
        "loss",
        "wer",
        "cer",
        "mer",
        "ter",
        "per",
        "der",
        "eer",
        "fid",
        "kid",
        "lpips",
        "rmse",
        "mae",
        "mse",
        "mape",
        "nll",
        "ece",
        "fpr",
        "hallucination",
        "hallucinations",
        "hallucination-rate",
        "overhead",
        "consumption",
        "energy",
        "flops",
        "macs",
        "distance",
        "deviation",
        "bias",
        "toxicity",
        "regret",
        "usage",
        "footprint",
        "delay",
        "runtime",
        "ppl",
        "power",
        "distortion",
        "violations",
        "collisions",
        "collision",
        "variance",
        "artifacts",
        "rmsd",
        "forgetting",
        "leakage",
        "divergence",
        "asr",
        "fvd",
        "fad",
        "minade",
        "minfde",
        "ade",
        "fde",
        "hausdorff",
        "mpjpe",
        "rpe",
        "ate",
        "carbon",
        "emissions",
        "mncer",
        "misclassification",
        "tokens",
        "computation",
        "compute",
        "fid-score",
        "sfid",
        "storage",
        "degradation",
        "vram",
        "ram",
        "epe",
        "nrmse",
        "wape",
        "smape",
        "crps",
        "brier",
        "eer",
        "length",
        "redundancy",
        "failures",
        "failure",
        "refusal",
    ]
)


@dataclass(slots=True)
class Frame:
    """What a rule took a number for; the slots that its own words give, the others are linked later."""

    kind: Kind
    rule: str
    metric: str | None = None
    metric_known: bool = False  # the words say which metric, or that there is none to name
    direction: Direction | None = None
    basis: Basis | None = None
    baseline: str | None = None
    benchmark: str | None = None
    model: str | None = None
    method: str | None = None
    role: str | None = None
    target: str | None = None
    unit: str | None = None
    value: float | None = None
    value_max: float | None = None
    qualifiers: list[str] = field(default_factory=list)
    flags: int = 0  # of the word that says how the number moves
    verb: int = -1  # the place of the verb that governs the number
    left: int = -1
    right: int = -1
    strength: float = 1.0


def polarity(metric: str | None) -> int:
    """Return -1 for a metric that is better when lower, as far as its words tell, else 1."""
    if not metric:
        return 1
    words = metric.lower().replace("/", " ").split()
    if (
        words[-1]
        in ("rate", "score", "ratio", "metric", "value", "values", "scores", "rates", "count", "size")
        and len(words) > 1
    ):
        words = words[:-1] if words[-2] in LOWER_IS_BETTER else words
    if (
        words[-1] == "size"
        and len(words) > 1
        and words[-2] in ("model", "storage", "memory", "checkpoint", "file")
    ):
        return -1
    head = words[-1].strip("()")
    return (
        -1
        if head in LOWER_IS_BETTER
        or head.rstrip("s") in LOWER_IS_BETTER
        or head.endswith(("cer", "wer", "rmse", "mae", "mse", "fid"))
        else 1
    )


def change_direction(flags: int, metric: str | None) -> Direction | None:
    """Return where a change verb, noun or comparative moves the named metric."""
    if flags & (cues.VERB_WORSE | cues.NOUN_WORSE):
        return "down" if polarity(metric) > 0 else "up"
    if flags & (
        cues.VERB_DOWN | cues.NOUN_DOWN | cues.COMP_DOWN | cues.COMP_COST | cues.COMP_SLOW | cues.VERB_SLOWER
    ):
        return "down"
    if flags & (cues.VERB_IMPROVE | cues.NOUN_IMPROVE | cues.COMP_GOOD | cues.VERB_COMPARE):
        return "up" if polarity(metric) > 0 else "down"
    if flags & (cues.COMP_BAD):
        return "down" if polarity(metric) > 0 else "up"
    if flags & (cues.NOUN_DIFF):
        return None
    return "up"


def metric_of(view: View, first: int, last: int) -> str | None:
    """Return the name of the metric that a phrase holds, without fluff and foreign names, or None for a generic one."""
    first, last = trimmed(view, first, last)
    if (
        last - first > 1
        and view.words[last - 1] in TASK_TAILS
        and (view.words[last - 2] in METRIC_HEADS or metric_like(view, first, last - 1))
    ):
        last -= 1
    while last > first and (
        (
            view.flags[last - 1] & (cues.NOUN_CHANGE & ~cues.NOUN_DIFF)
            and view.words[last - 1] not in ("loss", "compression", "growth", "acceleration", "lead")
        )
        or view.flags[last - 1] & cues.COMPARATIVE
    ):
        last -= 1
    # a benchmark, model or system before the metric is not part of its name: "GAIA accuracy", "GPT-4's accuracy"
    for at in range(last - 1, first - 1, -1):
        if view.words[at] in ("'s", "'"):
            first = at + 1
            break
        hit = view.hits.get(at)
        if hit is not None and hit.kind in ("benchmark", "model") and at < last - 1:
            first = at + 1
            break
    first, last = trimmed(view, first, last)
    if first >= last:
        return None
    words = view.words[first:last]
    if all(view.flags[at] & cues.GENERIC_METRIC for at in range(first, last)):
        return None
    if (
        len(words) > 1
        and words[-1]
        in (
            "performance",
            "results",
            "result",
            "improvement",
            "improvements",
            "performances",
            "levels",
            "level",
            "value",
            "values",
        )
        and any(word in METRIC_HEADS or view.hits.get(first + at) for at, word in enumerate(words[:-1]))
    ):
        last -= 1
    if last - first > 1 and words[-1] in ("points", "point", "pts"):
        last -= 1
        words = words[:-1]
    if (
        last - first > 1
        and words[-1] in ("scores", "score", "values", "metrics", "metric")
        and (hit := view.hits.get(last - 2)) is not None
        and hit.kind == "metric"
        and not view.raw[last - 2].islower()
    ):
        last -= 1
    name = view.span(first, last)
    return name.strip(" ,;:()[]-–\"'") or None


def metric_like(view: View, first: int, last: int) -> bool:
    """Tell whether a phrase names a metric: one of the taxonomy, or one that ends like a metric."""
    for at in range(first, last):
        hit = view.hits.get(at)
        if hit is not None and hit.kind == "metric":
            return True
    return last > first and view.words[last - 1] in METRIC_HEADS


def subject_metric(view: View, verb: int) -> tuple[int, int]:
    """Return the head phrase of the subject of a verb: `perplexity` in `GPT-2's perplexity on PTB decreases`."""
    at = verb
    while at > 0 and (
        (view.flags[at - 1] & (cues.BE | cues.ADVERB) and not view.flags[at - 1] & cues.ADJECTIVE)
        or view.words[at - 1] in ("significantly", "has", "have", "had", "which", "that")
    ):
        at -= 1
    for _ in range(4):
        if at > 0 and view.words[at - 1] == ")":  # pass over a bracket
            back = at - 2
            while back > 0 and view.words[back] != "(" and at - back < 10:
                back -= 1
            at = back
        first, last = phrase_before(view, at)
        if first == last:
            return first, last
        before = view.word(first - 1)
        if view.flag(first - 1) & cues.DETERMINER:
            before = view.word(first - 2)
            if before in (
                "on",
                "of",
                "for",
                "in",
                "across",
                "with",
                "from",
                "under",
                "at",
                "over",
                "between",
                "to",
            ):
                at = first - 2
                continue
        elif before in (
            "on",
            "of",
            "for",
            "in",
            "across",
            "with",
            "from",
            "under",
            "at",
            "over",
            "between",
            "to",
        ):
            at = first - 1
            continue
        return first, last
    return at, at


def object_phrase(view: View, verb: int, end: int) -> tuple[int, int]:
    """Return the head phrase of a verb's object before `end`: `accuracy` in `improves the accuracy of BERT by`."""
    first, last = phrase_after(view, verb + 1)
    return (first, min(last, end)) if first < end else (end, end)


__all__ = [
    "METRIC_HEADS",
    "NOT_METRICS",
    "NOUNS",
    "Frame",
    "change_direction",
    "full_after",
    "is_stop",
    "metric_like",
    "metric_of",
    "object_phrase",
    "phrase_after",
    "phrase_before",
    "polarity",
    "subject_metric",
]
