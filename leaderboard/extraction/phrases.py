"""Noun phrases by their borders: what stands before or after a quantity, without fluff, as a name for a metric."""

from leaderboard.extraction import cues
from leaderboard.extraction.heads import AMOUNTS, METRIC_HEADS
from leaderboard.extraction.view import View

# words that end a noun phrase
STOP = cues.CLOSED | cues.VERB_COMPARE
_VERBS = (
    cues.VERB_IMPROVE | cues.VERB_UP | cues.VERB_DOWN | cues.VERB_REACH | cues.VERB_FASTER | cues.VERB_SLOWER
)
# nouns that look like verbs: inside a phrase they are nouns
NOUNS = frozenset(
    [
        "score",
        "scores",
        "rate",
        "rates",
        "cost",
        "costs",
        "loss",
        "losses",
        "gain",
        "gains",
        "test",
        "tests",
        "train",
        "training",
        "use",
        "range",
        "match",
        "measure",
        "record",
        "report",
        "hit",
        "win",
        "wins",
        "pass",
        "success",
        "drop",
        "lead",
        "speed",
        "boost",
        "increase",
        "run",
        "runs",
        "time",
        "times",
        "savings",
        "saving",
        "cut",
        "process",
        "processing",
        "answer",
        "set",
        "sets",
        "reasoning",
        "decoding",
        "detection",
        "generation",
        "lower",
        "answer",
        "complete",
        "testing",
        "scaling",
        "pruning",
        "compression",
        "training",
        "inference",
        "tracking",
        "averaged",
        "trained",
        "quantized",
        "optimized",
        "top",
        "best",
        "spend",
        "make",
        "top",
        "performing",
        "recovered",
        "detected",
        "identified",
        "use",
        "needs",
        "success",
        "improved",
        "rise",
        "rank",
        "fall",
        "fails",
        "predicting",
        "measured",
        "reported",
        "degradation",
        "compressed",
        "account",
        "match",
        "trail",
        "process",
        "solve",
        "resolve",
        "classify",
        "reduced",
        "increased",
        "enhanced",
        "required",
        "pass",
        "generated",
        "observed",
        "recall",
        "support",
        "recalls",
        "present",
        "set",
        "transfer",
        "pass-rate",
        "fix",
        "test-time",
        "lag",
        "trim",
        "lost",
        "missed",
        "enhanced",
        "reasoning",
        "matching",
        "serving",
        "running",
        "setting",
        "go",
    ]
)
_FLUFF_TAIL = frozenset(
    ["compared", "relative", "comparing", "averaged", "respectively", "overall", "alone", "together", "only"]
)
_SETTINGS = ("zero-shot", "few-shot", "one-shot", "0-shot", "1-shot", "5-shot", "zeroshot", "fewshot")


def is_stop(view: View, place: int) -> bool:
    """Tell whether a token cannot be part of a noun phrase."""
    flags = view.flag(place)
    hit = view.hits.get(place)
    if hit is not None and hit.kind == "metric":
        return False
    if flags & STOP:
        return not (
            0 < place < len(view) - 1
            and view.words[place] == "/"
            and view.ends[place - 1] == view.starts[place]
            and view.starts[place + 1] == view.ends[place]
            and not view.flags[place + 1] & cues.CLOSED
        )
    word = view.word(place)
    if word in ("compared", "comparing"):
        return True
    if (
        flags & _VERBS
        and word.endswith("ed")
        and view.word(place + 1) in METRIC_HEADS
        and (view.flag(place - 1) & (cues.QUANTITY | cues.DETERMINER) or view.word(place - 1) == "%")
        and not view.flag(place + 1) & cues.VERB
    ):
        return False
    return bool(flags & _VERBS) and not flags & cues.ADJECTIVE and view.words[place] not in NOUNS


def phrase_before(view: View, end: int, limit: int = 7) -> tuple[int, int]:
    """Return the place where the noun phrase that ends before `end` starts, and `end`; equal when there is none."""
    first = end
    while first > 0 and end - first < limit and not is_stop(view, first - 1):
        word = view.words[first - 1]
        if view.flags[first - 1] & cues.ADVERB and not view.flags[first - 1] & cues.ADJECTIVE and first < end:
            break
        if word in ("'s", "'"):
            break
        flags = view.flags[first - 1]
        if (
            first >= 2
            and word.endswith("ed")
            and not flags & cues.ADJECTIVE
            and view.words[first - 2].endswith("s")
            and not view.words[first - 2].endswith("ss")
            and "-" not in word
        ):
            break
        if (
            flags & _VERBS
            and flags & cues.ADJECTIVE
            and first >= 2
            and not view.flags[first - 2] & (cues.CLOSED | cues.ADJECTIVE | cues.ADVERB | cues.VERB)
        ):
            break
        first -= 1
    return first, end


def phrase_after(view: View, start: int, limit: int = 7) -> tuple[int, int]:
    """Return the span of the noun phrase that starts at `start`, determiners passed over; empty when there is none."""
    while view.flag(start) & (cues.DETERMINER | cues.ADVERB) and start < len(view):
        start += 1
    last = start
    if (
        last < len(view)
        and view.flags[last] & _VERBS
        and not view.flags[last] & STOP
        and not view.words[last].endswith(("s", "ed", "ing"))
        and view.flag(last + 1) & cues.CLOSED == 0
    ):
        last += 1  # a noun that looks like a verb: "experience collection"
    while last < len(view) and last - start < limit and not is_stop(view, last):
        if view.flags[last] & cues.ADVERB and not view.flags[last] & cues.ADJECTIVE:
            break
        last += 1
    return start, last


def trimmed(view: View, first: int, last: int) -> tuple[int, int]:
    """Return a phrase's span without adjectives and settings before it and fluff after it."""
    while first < last and (
        view.flags[first] & (cues.ADJECTIVE | cues.ADVERB | cues.DETERMINER | cues.COMPARATIVE)
        or view.words[first].endswith("-shot")
        or view.words[first] in _SETTINGS
        or view.words[first] in ("'s", "(", ")", ",", "'")
    ):
        first += 1
    while last > first and (
        view.words[last - 1] in _FLUFF_TAIL or view.flags[last - 1] & (cues.PUNCTUATION | cues.PREPOSITION)
    ):
        last -= 1
    return first, last


_AMOUNT_OF = frozenset(
    (
        "number",
        "amount",
        "total",
        "count",
        "level",
        "levels",
        "degree",
        "volume",
        "quantity",
        "numbers",
        "amounts",
    )
)


def full_after(view: View, start: int) -> tuple[int, int]:
    """Return the phrase that names a measure after a place: `trainable parameters` of `number of trainable parameters`.

    `dispatch and combine throughput` is one phrase, as is `proportion of videos`.
    """
    first, last = phrase_after(view, start)
    if first == last:
        return first, last
    if view.word(last) == "of":
        if all(view.words[at] in _AMOUNT_OF or view.flags[at] & cues.ADJECTIVE for at in range(first, last)):
            return phrase_after(view, last + 1)
        if view.words[last - 1] in (
            "proportion",
            "percentage",
            "share",
            "fraction",
            "rate",
            "probability",
            "likelihood",
        ):
            _, end = phrase_after(view, last + 1)
            return first, end if end > last + 1 else last
    if view.word(last) == "and" and view.words[last - 1] not in METRIC_HEADS:
        second, end = phrase_after(view, last + 1, 4)
        if (
            second == last + 1
            and end > second
            and view.words[end - 1] in METRIC_HEADS
            and not any(view.hits.get(at) for at in range(first, last))
        ):
            return first, end
    return first, last


__all__ = [
    "AMOUNTS",
    "METRIC_HEADS",
    "NOUNS",
    "full_after",
    "is_stop",
    "phrase_after",
    "phrase_before",
    "trimmed",
]
