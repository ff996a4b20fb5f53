"""Differences by a verb: `improves accuracy by 5.1%`, `outperforms BERT by 3 points`, `saves 20% memory`, `drops 3 points`."""

from leaderboard.extraction import lexicon as lx
from leaderboard.extraction.frames.difference.comparatives import compared_measure
from leaderboard.extraction.frames.difference.words import (
    basis_at,
    hit_span,
    implied_measure,
    is_benchmark_phrase,
    names_system,
    speed_measure,
)
from leaderboard.extraction.frames.frame import Frame, Number, moves
from leaderboard.extraction.frames.measures import (
    full_after,
    is_measure,
    measure_after,
    measure_of,
    subject,
)
from leaderboard.extraction.sentence import Sentence
from leaderboard.extraction.shapes import is_acronym, is_shaped

_LEADING = frozenset(("leads", "leading", "led", "lead"))


_NOT_GOVERNING = frozenset(
    ("top", "best", "scale", "scales", "scaled", "lead", "test", "drop-off", "reduced", "improved", "increased", "better", "given", "setting", "lower", "upgrade", "speed",
     "compression", "gap", "growth", "variance", "deviation", "variation", "sacrificing")
)  # fmt: skip


def _governor(s: Sentence, left: int) -> int:
    """Return the place of the verb or noun of change that governs a `by` at `left`, or -1."""
    at, steps = left - 1, 0
    while at >= 0 and steps < 32:
        flags, tag, word = s.flags[at], s.tags[at], s.words[at]
        if tag == ")" and at in s.partner:
            at = s.partner[at] - 1
            continue
        if word in _LEADING and tag in "VG" and s.word(at + 1) not in ("to", "us"):
            return at
        if flags & (lx.VERB_CHANGE | lx.VERB_COMPARE | lx.VERB_DIFF) and tag in "VGT":
            return at
        if (
            flags & (lx.VERB_CHANGE | lx.VERB_COMPARE)
            and tag == "A"
            and word not in _NOT_GOVERNING
            and s.tag(at - 1) not in "DP"
        ):
            return at
        if flags & lx.COMPARATIVE and tag == "M" and all(s.tags[k] in "R(" for k in range(at + 1, left)):
            return at
        if (
            flags & lx.NOUN_CHANGE
            and tag in "N"
            and (at == left - 1 or s.word(at + 1) in ("in", "of", "over", "on"))
        ):
            if word not in _NOT_GOVERNING or at == left - 1:
                return at
        if word == ";":
            return -1
        at -= 1
        steps += 1
    return -1


def by(s: Sentence, n: Number) -> Frame | None:
    """Read `improves accuracy by 5.1%`, `outperforms BERT by 3 points`, `perplexity decreases by 7.5%`."""
    left = n.left
    if s.word(left) != "by":
        return None
    verb = _governor(s, left)
    if verb < 0 and left == 0:  # "By 2.2%, our submission beat the baseline"
        verb = next(
            (
                at
                for at in range(n.right, s.size)
                if s.flags[at] & (lx.VERB_CHANGE | lx.VERB_COMPARE) and s.tags[at] in "VT"
            ),
            -1,
        )
    if verb < 0:
        return None
    flags, tag = s.flags[verb], s.tags[verb]
    frame = Frame("change", "change.by", verb=verb)
    frame.basis = basis_at(s, *range(left + 1, n.place), n.place + 1, n.place + 2)
    first, last = s.before(left)
    opened = first
    while opened > 0 and s.tags[opened - 1] in "DR":
        opened -= 1
    chained = (
        first < last
        and s.tag(opened - 1) in "C,"
        and any(at in s.numbers and s.tags[at] == "Q" for at in range(verb, first))
    )
    if chained:
        frame.rule = "change.by_chained"
        measure = measure_of(s, first, last)
        if is_measure(s, first, last) or (
            measure
            and not flags & lx.VERB_COMPARE
            and not names_system(s, first, last)
            and not is_benchmark_phrase(s, first, last)
        ):
            frame.measure, frame.settled = measure, True
        elif is_benchmark_phrase(s, first, last):
            frame.benchmark = (first, last)
        elif measure and flags & lx.VERB_COMPARE:
            frame.baseline = (first, last)
        frame.flags = flags & lx.VERB_CHANGE or flags
        frame.direction = moves(frame.flags, frame.measure.lower if frame.measure else False)
        return frame
    after = s.after(n.right)
    if after[0] == n.right and n.quantity.dimension != "factor" and is_measure(s, *after):
        frame.measure, frame.settled = measure_of(s, *after), True  # "by 12.8% Recall@1"
    elif s.word(n.right) == "in" and n.place == n.members[-1]:
        named = measure_after(s, n.right + 1)  # "by 2.1 times in training time"
        if named is not None and named.known and not s.flags[named.last - 1] & lx.NOUN_CHANGE:
            frame.measure, frame.settled = named, True
    if (flags & lx.VERB_COMPARE or s.words[verb] in _LEADING) and tag in "VGT":
        frame.rule, frame.direction = "change.compare_by", "up"
        if (
            first < last
            and first > verb + 2
            and s.word(opened - 1) in ("e.g", ".", ",", "as", "like", "including")
            and any(
                s.words[k] in ("e.g", "as", "like", "including") for k in range(max(verb, opened - 4), opened)
            )
        ):
            frame.baseline = (first, last)  # "outperforms larger models, e.g. FooNet by 4%"
        obj = s.after(verb + 1)
        if obj[0] < obj[1] and s.word(obj[1]) == "of" and is_measure(s, *obj) and frame.measure is None:
            frame.measure, frame.settled = measure_of(s, *obj), True
        if (
            s.words[verb].startswith("exceed")
            and frame.measure is None
            and obj[0] < obj[1]
            and is_measure(s, *obj)
        ):
            frame.measure, frame.settled = measure_of(s, *obj), True
        if frame.measure is not None and frame.measure.lower:
            frame.direction = "down" if not s.words[verb].startswith("exceed") else "up"
        return frame
    if tag == "M":
        frame.rule, frame.flags = "change.comparative_by", flags & lx.COMPARATIVE
        if flags & (lx.COMP_SPEED | lx.COMP_SLOW | lx.COMP_COST | lx.COMP_COSTLY) and frame.measure is None:
            frame.measure, frame.flags = compared_measure(s, verb, flags)
            frame.settled = True
        frame.direction = moves(frame.flags, frame.measure.lower if frame.measure else False)
        return frame
    if flags & lx.NOUN_CHANGE and tag == "N":
        measure = frame.measure or measure_of(s, s.np_first[verb], verb)
        if measure is None and s.word(verb + 1) in ("in", "of"):
            measure = measure_after(s, verb + 2)
        frame.rule, frame.measure, frame.settled = "change.noun_by", measure, measure is not None
        frame.flags = flags & lx.NOUN_CHANGE
        frame.direction = moves(frame.flags, measure.lower if measure else False)
        return frame
    if frame.measure is None:
        take_object(s, frame, verb, left)
    else:
        other = Frame("change", "")
        take_object(s, other, verb, left)
        frame.baseline, frame.benchmark = other.baseline, other.benchmark
    frame.flags = flags & (lx.VERB_CHANGE | lx.VERB_COMPARE) or flags & lx.VERB_DIFF
    frame.direction = moves(frame.flags, frame.measure.lower if frame.measure else False)
    if frame.direction is None and n.quantity.sign in ("+", "-"):
        frame.direction = "up" if n.quantity.sign == "+" else "down"
    return frame


def take_object(s: Sentence, frame: Frame, verb: int, end: int) -> None:
    """Fill measure, baseline or benchmark from what a verb of change acts on, its object or its subject."""
    passive = s.tags[verb] == "T" and (
        s.tag(verb - 1) == "B" or s.tag(verb - 2) == "B" and s.tag(verb - 1) == "R"
    )
    at = verb + 1
    if s.word(at) in ("upon", "over", "on"):
        return  # "improves over X by": what follows is the baseline
    while s.tag(at) in "R" or (s.word(at) == "up" and s.flags[verb] & lx.VERB_FASTER):
        at += 1
    if s.tag(at) == "(" and s.partner.get(at, -1) > end:
        at, end = s.partner[at] + 1, s.size  # "improves (by 7.5%) the accuracy"
    first, last = s.after(at)
    if first >= end or first == last or passive or (s.tag(at) in "PoK"):
        if s.word(at) == "in" and not passive:  # "improves in accuracy by"
            measure = measure_after(s, at + 1)
            if measure is not None and measure.known:
                frame.measure, frame.settled = measure, True
                return
        first, last = subject(s, verb)
        if s.tag(verb - 1) == "W" or first == last:
            return
        measure = measure_of(s, first, last)
        if measure and not names_system(s, first, last) and s.kind_at(last - 1) not in ("model", "benchmark"):
            if measure.known or (s.raw[last - 1].islower() and not s.flags[last - 1] & lx.COMPARED_NOUN):
                frame.measure, frame.settled = measure, True
        return
    last = min(last, end)
    kind = s.kind_at(last - 1)
    down = bool(s.flags[verb] & lx.VERB_DOWN)
    if kind == "benchmark" and not is_measure(s, first, last):
        frame.benchmark, frame.settled = (hit_span(s, last - 1) if not down else None), True
        if down:
            frame.benchmark = hit_span(s, last - 1)
        return
    if down and not names_system(s, first, last) and kind != "model":
        span = full_after(s, at)
        frame.measure, frame.settled = measure_of(s, span[0], min(span[1], end)), True
        return
    owned = next((k for k in range(first, last) if s.tags[k] == "s"), -1)
    if owned > first and (names_system(s, first, owned) or s.kind_at(owned - 1) == "model"):
        if owned - first > 1 or s.words[first] not in _UNNAMED:
            frame.baseline = (first, owned)
        frame.measure, frame.settled = measure_of(s, owned + 1, last), True
        return
    if s.flags[verb] & lx.VERB_FASTER and (names_system(s, first, last) or kind == "model"):
        frame.measure, frame.settled = (
            implied_measure("speed", verb),
            True,
        )  # "accelerates graph algorithms by 3x"
        return
    if names_system(s, first, last) or kind == "model":
        if is_measure(s, first, last):
            frame.measure, frame.settled = measure_of(s, first, last), True
            return
        if last - first > 1 or s.words[first] not in _UNNAMED:
            frame.baseline = (first, last)
        return
    span = full_after(s, at)
    measure = measure_of(s, span[0], min(span[1], end)) if span[0] < end else None
    if measure is None:
        frame.settled = s.words[last - 1] in ("performance", "performances", "results", "result")
        if s.word(last) in ("on", "in") and not frame.settled:
            inner = measure_after(s, last + 1)
            if inner and inner.known:
                frame.measure, frame.settled = inner, True
        return
    if not measure.known and is_shaped(s.raw[measure.last - 1]):
        frame.baseline = (first, last)
        return
    frame.measure, frame.settled = measure, True


_UNNAMED = frozenset(("model", "models", "system", "llm", "llms", "systems", "network", "method"))


def verb(s: Sentence, n: Number) -> Frame | None:
    """Read `saving over 20% memory`, `drops 3 points`, `gains 2.1 BLEU`, `reducing around 50% of the cost`."""
    left = n.left
    flags = s.flag(left)
    if s.word(left) in ("costs", "costing", "cost") and s.tag(left) in "VG":
        first, last = s.after(n.right)
        named = first == n.right < last and (is_measure(s, first, last) or is_acronym(s.raw[last - 1]))
        measure = measure_of(s, first, last) if named else None
        if measure is None or measure.lower:
            return None  # "the approximation costs 0.2% accuracy", but not "costs 5% overhead"
        return Frame("change", "change.cost", measure, settled=True, direction="down", verb=left)
    if left < 0 or not flags & lx.VERB_CHANGE or s.tag(left) not in "VGTxe":
        return None
    if s.words[left] in (
        "double",
        "triple",
        "scale",
        "scales",
        "halve",
        "scaling",
        "expand",
        "expands",
        "expanding",
        "expanded",
        "compress",
        "trim",
    ):
        return None
    if s.words[left] == "expand" or any(s.words[at] == "within" for at in range(left + 1, n.place)):
        return None
    at = n.right
    frame = Frame("change", "change.verb", verb=left, flags=flags & lx.VERB_CHANGE)
    measure = None
    if s.word(at) in ("of", "in"):
        measure = measure_after(s, at + 1)
        if measure is not None and s.word(at) == "of" and not flags & lx.VERB_DOWN and not measure.known:
            return None  # "expand 70% of phrases" is a share
    else:
        span = full_after(s, at)
        if span[0] == at and span[0] < span[1]:
            measure = measure_of(s, *span)
    if measure is None:
        span = subject(s, left)
        if is_measure(s, *span):
            measure = measure_of(s, *span)
    if flags & lx.VERB_FASTER:
        measure = speed_measure(s, measure, left)
    frame.measure, frame.settled = measure, measure is not None
    frame.direction = moves(frame.flags, measure.lower if measure else False)
    return frame


def compared_amount(s: Sentence, n: Number) -> Frame | None:
    """Read `outperforms the state of the art up to 4.8%`, `a large margin (more than 5%)`: the amount without `by`."""
    left = n.left
    if left == n.place - 1 and not n.quantity.sign and s.tag(left) != "(":
        return None
    reach = 14 if "up to" in n.qualifiers else 8
    for at in range(left, max(-1, left - 14), -1):
        flags, tag = s.flags[at], s.tags[at]
        if flags & lx.VERB_COMPARE and tag in "VGT" and left - at < reach:
            return Frame("change", "change.compare_amount", direction="up", verb=at, strength=0.8)
        if flags & lx.VERB_CHANGE and tag in "VGT" and left - at < reach:
            if s.word(n.right) == "of" and not flags & lx.VERB_DOWN:
                return None  # "expand over 70% of phrases" is a share
            frame = Frame("change", "change.verb_amount", verb=at, flags=flags & lx.VERB_CHANGE, strength=0.8)
            take_object(s, frame, at, left + 1)
            behind = s.after(n.right)
            if frame.measure is None and at == left and behind[0] <= n.right + 2 and is_measure(s, *behind):
                frame.measure, frame.settled = (
                    measure_of(s, *behind),
                    True,
                )  # "can improve up to 3.5% the insertion rate"
            frame.direction = moves(frame.flags, frame.measure.lower if frame.measure else False)
            return frame
        far = "up to" in n.qualifiers
        if (
            tag in "QVB(;K"
            or (tag in "GT" and not far)
            or s.words[at] in ("and", ",", "to", "from", "at", "with")
            or (s.words[at] == "on" and not far)
        ):
            return None
    return None


def including(s: Sentence, n: Number) -> Frame | None:
    """Read `test error is improved across settings, including 0.8% on ImageNet`: one case of a change named before."""
    word = s.word(n.left)
    if word not in ("including", "namely", "as", "like", "e.g") or (
        word == "as" and s.word(n.left - 1) != "such"
    ):
        return None
    for at in range(n.left - 1, max(-1, n.left - 30), -1):
        flags, tag = s.flags[at], s.tags[at]
        if flags & lx.VERB_CHANGE and tag in "VGT":
            frame = Frame("change", "change.including", verb=at, flags=flags & lx.VERB_CHANGE, strength=0.7)
            take_object(s, frame, at, n.left)
            frame.direction = moves(frame.flags, frame.measure.lower if frame.measure else False)
            return frame
        if flags & lx.NOUN_CHANGE and tag == "N":
            measure = measure_of(s, s.np_first[at], at) if s.np_first[at] >= 0 else None
            if measure is None and s.word(at + 1) in ("in", "of"):
                measure = measure_after(s, at + 2)
            frame = Frame(
                "change",
                "change.including",
                measure,
                settled=measure is not None,
                flags=flags & lx.NOUN_CHANGE,
                strength=0.7,
            )
            frame.direction = moves(frame.flags, measure.lower if measure else False)
            return frame
        if at in s.numbers and s.tags[at] == "Q":
            return None
    return None
