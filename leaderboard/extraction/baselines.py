"""Baselines: what a change or a ratio is against, `over BERT`, `compared to full fine-tuning`, `outperforms GPT-3 by`."""

import regex

from leaderboard.extraction import cues
from leaderboard.extraction.frame import metric_like
from leaderboard.extraction.phrases import NOUNS
from leaderboard.extraction.view import View

_TWO = frozenset(
    [("compared", "to"), ("compared", "with"), ("relative", "to"), ("comparison", "to"), ("comparison", "with"), ("comparing", "to"), ("comparing", "with"),
     ("contrast", "to"), ("compare", "to"), ("compare", "with"), ("opposed", "to")]
)  # fmt: skip
_ONE = frozenset(
    ("than", "over", "against", "versus", "vs", "vs.", "outperforming", "surpassing", "beating", "exceeding")
)
_STOP_WORDS = frozenset(
    [
        "by",
        "in",
        "on",
        "with",
        "while",
        "when",
        "across",
        "for",
        "at",
        "under",
        "using",
        "respectively",
        "whereas",
        "but",
        "which",
        "that",
        "where",
        "and/or",
        "as",
        "among",
        "during",
        "after",
        "including",
        "resulting",
        "demonstrating",
        "through",
        "via",
        "thus",
        "if",
        "because",
        "since",
        "despite",
        "both/and",
        "to",
        "from",
        "averaged",
        "yet",
        "setting",
        "achieving",
        "within",
        "whilst",
        "only",
        "evaluated",
        "trained",
        "tested",
        "measured",
        "depending",
        "even",
        "per",
    ]
)
_COUNTED = frozenset(
    [
        "datasets",
        "tasks",
        "benchmarks",
        "languages",
        "runs",
        "seeds",
        "epochs",
        "time",
        "years",
        "days",
        "months",
        "hours",
        "minutes",
        "domains",
        "scenarios",
        "settings",
        "steps",
        "categories",
        "instances",
        "questions",
        "models",
        "samples",
        "tokens",
        "turns",
        "iterations",
        "rounds",
        "budgets",
    ]
)


def phrase(view: View, start: int) -> tuple[int, int]:
    """Return the span of the noun phrase of a baseline that starts at a place, `and` inside it kept."""
    at = start
    while (
        view.flag(at) & cues.DETERMINER
        and view.words[at] not in ("all", "both", "any", "other", "another")
        and at < len(view)
    ):
        at += 1
    if view.word(at) == "(":
        close = at
        while close < len(view) and view.words[close] != ")" and close - at < 8:
            close += 1
        if view.word(close) == ")" and not view.flag(close + 1) & cues.CLOSED:
            return at, max(phrase(view, close + 1)[1], close + 1)
    first = at
    while at < len(view) and at - first < 14:
        word, flags = view.words[at], view.flags[at]
        if (
            flags & cues.QUANTITY
            and at in view.quantities
            and (
                (at > first and view.raw[at - 1][:1].isupper() and view.quantities[at].unit is None)
                or view.quantities[at].dimension in ("bits", "parameters")
                or view.quantities[at].scale in ("b", "m")
            )
        ):
            at += 1  # "Claude 3.5 Sonnet", "Llama 3.1 8B"
            continue
        if (
            word == "("
            and at > first
            and at + 2 < len(view)
            and view.words[at + 2] == ")"
            and at + 1 not in view.quantities
        ):
            at += 3
            continue
        if flags & (cues.PUNCTUATION | cues.QUANTITY | cues.BE | cues.PRONOUN) and word not in (
            "-",
            "/",
            "'s",
            '"',
            "'",
        ):
            break
        if word in _STOP_WORDS or (word == "based" and view.word(at + 1) == "on"):
            break
        if word in ("compared", "comparing", "relative") or (
            at > first
            and word in ("pre-trained", "pretrained", "trained", "fine-tuned", "finetuned", "tuned")
            and view.word(at + 1) in ("on", "with", "using", "from", "for", "in")
        ):
            break
        if word == "without" and at > first:
            at += 1
            continue
        if word in ("and", "or", ","):
            following = view.flag(at + 1)
            if word == "," and not any(
                view.words[k] in ("and", "or") for k in range(at + 1, min(at + 6, len(view)))
            ):
                break
            if (
                word == "and"
                and following & cues.DETERMINER
                and any(
                    view.flags[k] & (cues.VERB | cues.BE)
                    and view.words[k] not in NOUNS
                    and not view.flags[k] & cues.ADJECTIVE
                    for k in range(at + 2, min(at + 8, len(view)))
                )
            ):
                break
            if following & (
                cues.VERB
                | cues.PREPOSITION
                | cues.QUANTITY
                | cues.PUNCTUATION
                | cues.BE
                | cues.ADVERB
                | cues.COMPARATIVE
                | cues.PRONOUN
            ) or metric_like(view, at + 1, at + 3):
                break
            at += 1
            continue
        if flags & cues.PREPOSITION and word != "of":
            break
        if (
            flags & cues.VERB & ~(cues.VERB_REACH)
            and at > first
            and word
            not in (
                "existing",
                "best",
                "top",
                "increased",
                "reduced",
                "lower",
                "best-performing",
                "compression",
                "compressed",
                "scaling",
                "scale",
                "pruned",
                "gain",
                "pruning",
            )
        ):
            break
        if (
            flags & cues.VERB_REACH
            and at > first
            and word
            in (
                "achieves",
                "achieving",
                "is",
                "reaches",
                "yields",
                "showing",
                "demonstrating",
                "requires",
                "requiring",
                "uses",
                "has",
                "maintains",
                "maintaining",
                "obtains",
                "gets",
                "scores",
                "and",
                "does",
                "do",
                "did",
                "indicating",
                "indicates",
                "confirming",
                "attaining",
                "offering",
                "providing",
                "retaining",
                "preserving",
                "providing",
                "enabling",
                "delivering",
                "proposed" if False else "",
                "suggesting",
            )
        ):
            break
        at += 1
    while at > first and (
        view.words[at - 1] in ("and", "or", "of", "-", "/", "'s", "alone", "respectively")
        or view.flags[at - 1] & cues.DETERMINER
    ):
        at -= 1
    return first, at


def _start_after(view: View, at: int) -> int:
    """Return where a baseline starts that a cue at a place introduces, or -1."""
    word = view.words[at]
    if word in _ONE:
        if word == "over":
            nxt = view.word(at + 1)
            if (
                at + 1 in view.quantities
                or view.flag(at + 1) & cues.QUANTITY
                or (
                    nxt in ("time", "a", "an") and view.word(at + 2) in ("wide", "range", "period", "variety")
                )
            ):
                return -1
            if view.word(at + 1).isdigit() or (
                any(view.word(at + k) in _COUNTED for k in (1, 2, 3))
                and not view.flag(at + 1) & cues.ADJECTIVE
            ):
                return -1
        if word in ("than",) and (at + 1 in view.quantities):
            return -1
        if word == "than" and view.word(at + 1) in ("those", "that", "the") and view.word(at + 2) == "of":
            return at + 3
        if word == "than" and view.word(at + 1) in ("when", "using", "with", "in", "on"):
            return at + 2
        return at + 1
    if (word, view.word(at + 1)) in _TWO:
        start = at + 2
        if view.word(start) in ("that", "those") and view.word(start + 1) == "of":
            start += 2
        if view.word(start) in ("using", "training", "when"):
            start += 1
        return start
    return -1


def after(view: View, start: int, end: int) -> str | None:
    """Return the first baseline that a cue between two places introduces."""
    places = range(max(0, start), min(end, len(view)))
    weak: str | None = None
    for at in places:
        if (
            at > start
            and view.words[at] == ","
            and view.word(at + 1).endswith("ing")
            and view.flag(at + 1) & cues.VERB
            and not view.flag(at + 1) & cues.VERB_COMPARE
        ):
            break
        begin = _start_after(view, at)
        if begin < 0:
            continue
        first, last = phrase(view, begin)
        if first < last and not _is_dataset(view, first, last):
            if view.words[at] == "against":
                weak = weak or view.span(first, last)
                continue
            return view.span(first, last)
    return weak


def before(view: View, start: int, end: int) -> tuple[str | None, int]:
    """Return the last baseline that a cue between two places introduces, and its place."""
    for at in range(min(end, len(view)) - 1, max(0, start) - 1, -1):
        begin = _start_after(view, at)
        if begin < 0 or (
            view.words[at] == "over"
            and not view.flag(at - 1) & (cues.VERB | cues.NOUN_CHANGE | cues.ADVERB)
            and view.word(at - 1) not in ("superiority", "benefit", "benefits", "speed")
        ):
            continue
        first, last = phrase(view, begin)
        if first < last <= end and not _is_dataset(view, first, last):
            return view.span(first, last), at
    return None, -1


def equalled(view: View) -> str | None:
    """Return what a system is said to equal: `comparable to X while being 6.8x faster`, `matches X with 3x less`."""
    for at in range(len(view) - 1):
        pair = (view.words[at], view.words[at + 1])
        if pair in (
            ("comparable", "to"),
            ("similar", "to"),
            ("par", "with"),
            ("equivalent", "to"),
            ("close", "to"),
        ) or pair[0] in ("matches", "matching", "match"):
            first, last = phrase(view, at + (1 if pair[0].startswith("match") else 2))
            for place in range(first, last):
                if (view.words[place] == "of" and metric_like(view, first, place)) or (
                    view.words[place] == "of" and view.words[place - 1] == "performance"
                ):
                    first = place + 1
                    while view.flag(first) & cues.DETERMINER:
                        first += 1
                    break
            if (
                first < last
                and not metric_like(view, first, last)
                and view.words[last - 1] not in ("performance", "results")
            ):
                return view.span(first, last)
    return None


def row(name: str, count: int, index: int) -> str:
    """Return the baseline of one of several numbers: the second of `A and B` for the second of two.

    >>> row("CRISS and m2m-100", 2, 1)
    'm2m-100'
    """
    parts = [part.strip() for part in regex.split(r",\s*(?:and\s+)?|\s+and\s+", name) if part.strip()]
    return parts[index] if len(parts) == count > 1 else name


def _is_dataset(view: View, first: int, last: int) -> bool:
    hit = view.hits.get(last - 1)
    return (
        hit is not None
        and hit.kind == "benchmark"
        and not any(
            view.words[at] in ("model", "models", "baseline", "baselines") for at in range(first, last)
        )
    )


def compared_object(view: View, verb: int, end: int) -> str | None:
    """Return what a verb of comparing acts on: `BERT` in `outperforms BERT by`."""
    at = verb + 1
    if view.word(at) in ("over", "upon", "on"):
        at += 1
    # "surpasses the accuracy of X by"
    first, last = phrase(view, at)
    for place in range(first, min(last, end)):
        if view.words[place] == "of" and metric_like(view, first, place):
            first = place + 1
            while view.flag(first) & cues.DETERMINER:
                first += 1
            break
    last = min(last, end)
    if first >= last:
        return None
    return view.span(first, last)
