"""Baselines: what a change or a ratio is against, `over BERT`, `compared to full fine-tuning`, `outperforms GPT-3 by`."""

import regex

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.measures import is_measure
from leaderboard.extraction.lexicon import one_of
from leaderboard.extraction.mentions.baseline_phrases import Span, phrase, usable
from leaderboard.extraction.sentence import Sentence
from leaderboard.text.numbers import NUMBER_WORDS

_COMPARING = frozenset(
    (("compared", "to"), ("compared", "with"), ("relative", "to"), ("comparison", "to"), ("comparison", "with"), ("comparing", "to"), ("comparing", "with"), ("contrast", "to"),
     ("compare", "to"), ("compare", "with"), ("opposed", "to"), ("top", "of"))
)  # fmt: skip


_ONE = one_of("than over against versus vs vs. outperforming surpassing beating exceeding from to")


# The words that a comparison may begin with: a look at them spares most words any further.
_CUES = _ONE | {"with", "above", "v", "of"} | {first for first, _ in _COMPARING}


_COUNTED = one_of(
    """datasets tasks benchmarks languages runs seeds epochs time years days months hours minutes domains scenarios
    settings steps categories instances questions samples tokens turns iterations rounds budgets course period
    classes trajectory process lifetime range"""
)


_SUPERIORITY = one_of("superiority benefit benefits speed advantage advantages lead magnitude")


def start_after(s: Sentence, at: int) -> int:
    """Return where a baseline starts that a cue at a place introduces, or -1."""
    word = s.words[at]
    if word not in _CUES:
        return -1
    nxt = s.word(at + 1)
    if word in ("to", "with", "against") and s.np_last[at - 1] > 0 and at > 1:
        begin = s.np_first[at - 1]
        while begin > 0 and s.tags[begin - 1] in "DAT" and s.words[begin - 1] not in ("compared",):
            begin -= 1
        if s.word(begin - 1) in ("compare", "compares", "comparing") and s.tag(begin - 1) in "VG":
            return at + 1  # "we compare A to B"
    if word == "to" and s.word(at - 1) in ("alternative", "alternatives"):
        return at + 1
    if word == "to" and s.word(at - 1) == "respect" and s.word(at - 2) == "with":
        # "drops with respect to the original version", but not "to accuracy"
        return -1 if is_measure(s, *s.after(at + 1)) else at + 1
    if word in ("to", "from", "of"):
        return -1
    if word == "above" and s.tag(at - 1) in "NEQ":
        first, last = s.after(at + 1)
        named = first < last and (
            s.flags[last - 1] & (lx.COMPARED_NOUN | lx.MODEL_NOUN)
            or s.words[first] in ("state", "state-of-the-art", "sota")
        )
        return at + 1 if named else -1
    if word in ("vs", "v") and nxt == ".":
        return at + 2
    if word in _ONE:
        if word == "over":
            quantity = at + 1 + (nxt in ("a", "an"))
            if (s.tag(quantity) == "Q" and not _sized(s, quantity)) or (
                nxt in ("time", "a", "an")
                and s.word(at + 2) in ("wide", "range", "period", "variety", "course")
            ):
                return -1
            if any(s.word(at + k) in _COUNTED for k in (1, 2, 3)) and not s.flag(at + 1) & lx.OTHERS:
                return -1
        if (
            word
            in (
                "than",
                "exceeding",
                "surpassing",
                "beating",
                "outperforming",
                "vs",
                "vs.",
                "versus",
                "against",
            )
            and s.tag(at + 1) == "Q"
            and s.numbers[at + 1].dimension not in ("bits", "parameters")
            and not s.numbers[at + 1].scale
        ):
            return -1
        if word == "than" and nxt in NUMBER_WORDS:
            return -1  # "reaching more than twice as many"
        if word == "than" and nxt in ("those", "that", "the") and s.word(at + 2) == "of":
            return at + 3
        if word == "than" and nxt in ("when", "using", "with", "in", "on", "for", "by"):
            return at + 2
        return at + 1
    if (word, nxt) in _COMPARING:
        if word == "top" and s.word(at - 1) != "on":
            return -1
        start = at + 2
        if s.word(start) in ("that", "those") and s.word(start + 1) in ("of", "from", "with"):
            start += 2
        if s.word(start) in ("when",):
            start += 1
        return start
    return -1


def _sized(s: Sentence, at: int) -> bool:
    """Tell whether a number describes a system: `over the 16-bit baseline`, `over 92K full-sampled baseline`."""
    number = s.numbers[at]
    _, last = s.after(at + 1)
    described = number.dimension in ("bits", "parameters") or number.scale in ("k", "b", "m")
    return described and last > at + 1 and bool(s.flags[last - 1] & lx.COMPARED_NOUN)


def after(s: Sentence, start: int, end: int) -> Span | None:
    """Return the first baseline that a cue between two places introduces."""
    weak: Span | None = None
    end = min(end, clause_end(s, start))
    for at in range(max(0, start), end):
        if s.tags[at] == "W" and s.tags[at - 1] == "," and at > start:
            break
        if (
            at > start
            and s.tags[at] == ","
            and s.tag(at + 1) == "G"
            and not s.flag(at + 1) & lx.VERB_COMPARE
            and s.word(at + 1) not in ("comparing",)
        ):
            break
        begin = start_after(s, at)
        if begin < 0:
            continue
        span = phrase(s, begin)
        if usable(s, span):
            if s.words[at] == "against":
                weak = weak or span
                continue
            return span
    return weak


def before(s: Sentence, start: int, end: int) -> tuple[Span | None, int]:
    """Return the last baseline that a cue between two places introduces, and the cue's place."""
    for at in range(min(end, s.size) - 1, max(0, start) - 1, -1):
        begin = start_after(s, at)
        if begin < 0 or (
            s.words[at] == "over"
            and not (s.tag(at - 1) in "VGTRQ" or s.flag(at - 1) & (lx.NOUN_CHANGE))
            and s.word(at - 1) not in _SUPERIORITY
            and not _within_change(s, at)
        ):
            continue
        span = phrase(s, begin)
        if span[1] <= end and usable(s, span):
            return span, at
    return None, -1


def _within_change(s: Sentence, at: int) -> bool:
    """Tell whether a phrase before a place hangs on a noun of change: `improvements in F1 over`."""
    first, last = s.before(at)
    owned = first - 1 if s.tag(first - 1) != "D" else first - 2
    if first < last and s.word(owned) == "of" and s.word(owned - 1) in _SUPERIORITY:
        return True  # "the superiority of FooNet over"
    if first < last and (
        s.words[last - 1] in ("performance", "results", "accuracy", "quality")
        or any(s.flags[k] & lx.COMP_GOOD for k in range(max(0, first - 3), last))
    ):
        return True
    if first < last and s.word(first - 1) in ("in", "of", "on"):
        head = s.before(first - 1)
        return head[0] < head[1] and bool(s.flags[head[1] - 1] & lx.NOUN_CHANGE)
    return False


def clause_end(s: Sentence, start: int) -> int:
    """Return where a new clause with a subject of its own begins after a place: `…, and our agent wins`; else the end."""
    for at in range(start, s.size):
        if s.tags[at] not in "VB":
            continue
        end = at
        while end > start and s.tags[end - 1] in "RB":
            end -= 1
        first, last = s.before(end)
        if s.tag(end - 1) == "U":
            first = end - 1
        elif first == last:
            continue
        while first > 0 and s.tags[first - 1] == "D":
            first -= 1
        if first > start and (s.tags[first - 1] in "CK,;)" or s.words[first - 1] in ("that",)):
            return first - 1
    return s.size


def equalled(s: Sentence) -> Span | None:
    """Return what a system is said to equal: `comparable to X while being 6.8x faster`, `matches X with 3x less`."""
    for at in range(s.size - 1):
        word, nxt = s.words[at], s.words[at + 1]
        begin = -1
        if (word, nxt) in (
            ("comparable", "to"),
            ("similar", "to"),
            ("par", "with"),
            ("equivalent", "to"),
            ("close", "to"),
            ("competitive", "with"),
            ("parity", "with"),
        ):
            begin = at + 2
        elif (word in ("matches", "matching", "match") and s.tags[at] in "VG") or (
            word == "as" and any(before.startswith("same") for before in s.words[max(0, at - 4) : at])
        ):
            begin = at + 1
        elif (
            word == "similar"
            and nxt in ("performance", "results", "accuracy")
            and s.word(at + 2) in ("to", "as")
        ):
            begin = at + 3
        elif word in ("comparable", "similar", "competitive", "equivalent") and s.word(s.after(at)[1]) in (
            "to",
            "with",
            "as",
        ):
            begin = s.after(at)[1] + 1
        if begin < 0:
            continue
        first, last = phrase(s, begin)
        for place in range(first, last):
            if s.words[place] == "of" and (
                is_measure(s, first, place) or s.words[place - 1] in ("performance", "quality")
            ):
                first = place + 1
                while s.tag(first) == "D":
                    first += 1
                break
        if (
            first < last
            and not is_measure(s, first, last)
            and s.words[last - 1] not in ("performance", "results", "quality")
            and usable(s, (first, last))
        ):
            return first, last
    return None


def row(name: str, count: int, index: int) -> str:
    """Return the baseline of one of several numbers: the second of `A and B` for the second of two.

    >>> row("CRISS and m2m-100", 2, 1)
    'm2m-100'
    """
    parts = [part.strip() for part in regex.split(r",\s*(?:and\s+)?|\s+and\s+", name) if part.strip()]
    return parts[index] if len(parts) == count > 1 else name


def compared_object(s: Sentence, verb: int, end: int) -> Span | None:
    """Return what a verb of comparing acts on: `BERT` in `outperforms BERT by`, `surpasses the accuracy of BERT by`."""
    at = verb + 1
    while s.tag(at) == "R" and s.word(at) not in ("only", "just"):
        at += 1
    if s.word(at) in ("over", "upon", "on"):
        at += 1
    if s.word(at) in ("that", "those") and s.word(at + 1) == "of":
        at += 2
    first, last = phrase(s, at)
    for place in range(first, min(last, end)):
        if s.words[place] == "of" and (is_measure(s, first, place) or s.words[place - 1] == "performance"):
            first = place + 1
            while s.tag(first) == "D":
                first += 1
            break
        if (
            s.tags[place] == "s"
            and place + 1 < last
            and (is_measure(s, place + 1, last) or s.words[last - 1] == "performance")
        ):
            last = place
            break
    last = min(last, end)
    return (first, last) if usable(s, (first, last)) else None
