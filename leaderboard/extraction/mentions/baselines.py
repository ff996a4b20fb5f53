"""Baselines: what a change or a ratio is against, `over BERT`, `compared to full fine-tuning`, `outperforms GPT-3 by`."""

import regex

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.measures import is_measure
from leaderboard.extraction.sentence import Sentence

Span = tuple[int, int]

_COMPARING = frozenset(
    (("compared", "to"), ("compared", "with"), ("relative", "to"), ("comparison", "to"), ("comparison", "with"), ("comparing", "to"), ("comparing", "with"), ("contrast", "to"),
     ("compare", "to"), ("compare", "with"), ("opposed", "to"), ("top", "of"))
)  # fmt: skip
_ONE = frozenset(
    (
        "than",
        "over",
        "against",
        "versus",
        "vs",
        "vs.",
        "outperforming",
        "surpassing",
        "beating",
        "exceeding",
        "from",
        "to",
    )
)
_COUNTED = frozenset(
    ("datasets", "tasks", "benchmarks", "languages", "runs", "seeds", "epochs", "time", "years", "days", "months", "hours", "minutes", "domains", "scenarios", "settings",
     "steps", "categories", "instances", "questions", "samples", "tokens", "turns", "iterations", "rounds", "budgets", "course", "period", "classes", "trajectory", "process", "lifetime", "range")
)  # fmt: skip
_SUPERIORITY = frozenset(
    ("superiority", "benefit", "benefits", "speed", "advantage", "advantages", "lead", "magnitude")
)
_EMPTY = frozenset(
    (
        "model",
        "models",
        "performance",
        "training",
        "time",
        "it",
        "them",
        "this",
        "others",
        "one",
        "ones",
        "ours",
        "that",
        "which",
        "those",
        "all",
        "each",
        "both",
        "other",
        "the",
        "prior",
    )
)


def phrase(s: Sentence, start: int) -> Span:
    """Return the span of the noun phrases of a baseline that starts at a place, with `and` and `of` inside it kept."""
    at = start
    while at < s.size and (
        (s.tags[at] == "D" and s.words[at] not in ("all", "both", "any", "other", "another"))
        or (s.tags[at] == "R" and s.words[at] in ("only", "just", "simply", "directly"))
    ):
        at += 1
    if (
        s.tag(at) == "("
        and at in s.partner
        and s.partner[at] - at < 8
        and s.np_last[min(s.partner[at] + 1, s.size - 1)] > 0
    ):
        inner = phrase(s, s.partner[at] + 1)
        return at, max(inner[1], s.partner[at] + 1)
    first = at
    if s.tag(at) == "G":  # "than using only coarse data", "over training from scratch"
        if s.words[at] in ("using", "training", "having"):
            nxt = at + 1
            while s.tag(nxt) in "RD":
                nxt += 1
            if s.words[at] == "using":
                at = first = nxt
            else:
                at += 1
        else:
            at += 1
            while s.tag(at) in "PoD" and at - first < 3 and s.tag(at + 1) in "NEAD":
                at += 1
    while at < s.size and at - first < 16:
        step = _phrase_step(s, at, first)
        if step == at:
            break
        at = step
    while at > first and (
        s.tags[at - 1] in "CD,/P" or s.words[at - 1] in ("and", "of", "-", "/", "'s", "alone", "respectively")
    ):
        at -= 1
    return first, at


def _phrase_step(s: Sentence, at: int, first: int) -> int:
    """Return the place after the next piece of a baseline's phrase, or the place itself where it ends."""
    tag, word = s.tags[at], s.words[at]
    if s.np_last[at] > at:
        stop = s.np_last[at]
        for k in range(max(at, first + 1), stop):
            if s.words[k] in ("respectively", "alone"):
                return k if k > at else at
        return stop
    if tag == "Q":
        number = s.numbers[at]
        named = at > first and s.raw[at - 1][:1].isupper() and number.unit is None
        if named or number.dimension in ("bits", "parameters") or number.scale in ("b", "m"):
            return at + 1
        if (
            s.tag(at + 1) in "NEA"
            and (at == first or s.tags[at - 1] == "A")
            and number.dimension != "percent"
        ):
            return at + 1
        return at
    if tag == "(" and at > first and at in s.partner and s.partner[at] - at == 2 and at + 1 not in s.numbers:
        return s.partner[at] + 1
    if (
        tag == "A"
        or (tag == "M" and s.tag(at + 1) in "NEA")
        or (tag == "R" and s.tag(at + 1) in "ATNM")
        or tag == "s"
        or (tag == "T" and s.tag(at + 1) in "NEA")
    ):
        return at + 1
    if word in ("-", "/", '"', "'", "+") and s.tag(at + 1) in "NEA\"'":
        return at + 1
    if word == "of" and at > first:
        return at + 1
    if word == "from" and s.word(at + 1) == "scratch":
        return at + 2
    if word == "without" and at > first:
        return at + 1
    if tag == "G" and at > first and s.words[at - 1] == "without":
        return at + 1
    if tag in "C," and at > first:
        return _joint(s, at, first)
    if tag == "T" and at == first and s.tag(at + 1) in "NEA":
        return at + 1
    if tag == "D" and (
        at == first or s.tags[at - 1] == "D" or s.words[at - 1] in ("of", "and", "or", ",", "without")
    ):
        return at + 1
    return at


def _joint(s: Sentence, at: int, begin: int) -> int:
    """Return the place after `and` or a comma that goes on with more baselines, or the place itself."""
    word = s.words[at]
    step = at + 1
    if word == "," and s.word(step) in ("and", "or"):
        step += 1
    look = step
    while s.tag(look) == "D":
        look += 1
    if look >= s.size or s.np_last[look] < 0:
        return at
    end = s.np_last[look]
    if word == ",":
        if s.word(at + 1) in ("a", "an", "our"):
            return at  # "over Scallop, a state-of-the-art framework, and …"
        ahead = look
        listed = s.word(at + 1) in ("and", "or") and "," in s.words[begin:at]
        while (
            ahead < s.size and ahead - at < 14 and (s.tags[ahead] in "NEADs,C-/" or s.words[ahead] in ("/",))
        ):
            if s.tags[ahead] == "C":
                listed = True
            ahead += 1
        if not listed:
            return at
    if is_measure(s, look, end) or s.tag(end) in "VB" and s.flag(end) & (lx.VERB | lx.BE):
        return at
    if s.tag(step) == "D" and s.tag(end) in "VBT":
        return at
    return step


def start_after(s: Sentence, at: int) -> int:
    """Return where a baseline starts that a cue at a place introduces, or -1."""
    word = s.words[at]
    nxt = s.word(at + 1)
    if word in ("to", "with", "against") and s.np_last[at - 1] > 0 and at > 1:
        begin = s.np_first[at - 1]
        while begin > 0 and s.tags[begin - 1] in "DAT" and s.words[begin - 1] not in ("compared",):
            begin -= 1
        if s.word(begin - 1) in ("compare", "compares", "comparing") and s.tag(begin - 1) in "VG":
            return at + 1  # "we compare A to B"
    if word == "to" and s.word(at - 1) in ("alternative", "alternatives"):
        return at + 1
    if word in ("to", "from", "of"):
        return -1
    if word in ("vs", "v") and nxt == ".":
        return at + 2
    if word in _ONE:
        if word == "over":
            if s.tag(at + 1) == "Q" or (
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
        elif word in ("matches", "matching", "match") and s.tags[at] in "VG":
            begin = at + 1
        elif word == "as" and any(before.startswith("same") for before in s.words[max(0, at - 4) : at]):
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


def usable(s: Sentence, span: Span) -> bool:
    """Tell whether a span can be a baseline: not empty, no data set, no mere pronoun or measure."""
    first, last = span
    if first >= last:
        return False
    cue = s.word(first - 1)
    if (
        s.kind_at(last - 1) == "benchmark"
        and cue != "than"
        and not _system_here(s, first, last)
        and not any(s.words[at] in ("model", "models", "baseline", "baselines") for at in range(first, last))
    ):
        return False
    words = s.words[first:last]
    if s.flags[last - 1] & lx.HARDWARE and last - first <= 2:
        return False
    return not (len(words) == 1 and words[0] in _EMPTY)


def _system_here(s: Sentence, first: int, last: int) -> bool:
    """Tell whether a name of a benchmark stands for a system trained on it: another benchmark is where it is measured."""
    if s.word(last) in ("dataset", "datasets", "benchmark", "benchmarks"):
        return False
    return s.word(first - 1) in ("over", "vs", "versus", "to", "with", "and") and any(
        hit.kind == "benchmark" and (b <= first or a >= last) for a, b, hit in s.spans
    )


def compared_object(s: Sentence, verb: int, end: int) -> Span | None:
    """Return what a verb of comparing acts on: `BERT` in `outperforms BERT by`, `surpasses the accuracy of BERT by`."""
    at = verb + 1
    while s.tag(at) == "R" and s.word(at) not in ("only", "just"):
        at += 1
    if s.word(at) in ("over", "upon", "on"):
        at += 1
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
